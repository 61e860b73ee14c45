"""Whatever is given to `read`, it gives an extraction or an exception."""

from __future__ import annotations

import io
import os
import random
import subprocess
import sys
import threading
import zipfile
from pathlib import Path
from typing import IO, Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ogi_report
from conftest import ROOT

PAGE = ROOT / "docs/rendered/huaian-2024.html"


def test_path_bytes_and_files_are_the_same(tmp_path: Path) -> None:
    data = PAGE.read_bytes()
    page = ogi_report.read(data)
    with open(PAGE, "rb") as binary, open(PAGE, encoding="utf-8") as text:
        others = [
            ogi_report.read(PAGE),
            ogi_report.read(str(PAGE)),
            ogi_report.read(bytearray(data)),
            ogi_report.read(memoryview(data)),
            ogi_report.read(io.BytesIO(data)),
            ogi_report.read(binary),
            ogi_report.read(text),
        ]
    for other in others:
        assert dict(other.form) == dict(page.form) and other.placed == page.placed


class Drops(io.RawIOBase):
    """A file that gives a few bytes at a time, whatever it is asked for."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    def read(self, size: int = -1) -> bytes:
        part, self.data = self.data[:1000], self.data[1000:]
        return part


class Liar(io.BytesIO):
    """A file that says it is larger than it is, and gives more than it is asked for."""

    def __len__(self) -> int:
        return 1 << 62

    def seekable(self) -> bool:
        return True

    def read(self, size: int | None = -1) -> bytes:
        return super().read(-1)


def test_files_that_lie_about_their_size() -> None:
    data = PAGE.read_bytes()
    cells = dict(ogi_report.read(data).form)
    assert dict(ogi_report.read(cast(IO[bytes], Drops(data))).form) == cells
    assert dict(ogi_report.read(Liar(data)).form) == cells
    with pytest.raises(ogi_report.ExtractError, match="more than 1000 bytes"):
        ogi_report.read(Liar(data), limits={"bytes": 1000})


class Endless(io.RawIOBase):
    """A file without an end."""

    def read(self, size: int = -1) -> bytes:
        return b" " * size


def test_a_file_without_an_end_is_refused() -> None:
    with pytest.raises(ogi_report.ExtractError, match="more than 100000 bytes"):
        ogi_report.read(cast(IO[bytes], Endless()), limits={"bytes": 100_000})


def test_an_archive_that_lies_about_its_size() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (200 << 20))
    data = packed.getvalue()
    with pytest.raises(ogi_report.ExtractError):
        ogi_report.read(data)
    # The same with a size of one byte in every header.
    real = (200 << 20).to_bytes(4, "little")
    with pytest.raises(ogi_report.ExtractError):
        ogi_report.read(data.replace(real, (1).to_bytes(4, "little")))


def test_files_that_fail() -> None:
    closed = io.BytesIO(b"")
    closed.close()
    with pytest.raises(ValueError, match="closed"):
        ogi_report.read(closed)
    with pytest.raises(FileNotFoundError):
        ogi_report.read("no such file")
    with pytest.raises(IsADirectoryError):
        ogi_report.read(ROOT)
    for wrong in (None, 5, ["a"], object()):
        with pytest.raises(TypeError, match="a report is read from a path, bytes or an open file"):
            ogi_report.read(cast(Any, wrong))

    class Wrong:
        def read(self, size: int) -> list[int]:
            return [1]

    with pytest.raises(TypeError, match="the file gives list"):
        ogi_report.read(cast(Any, Wrong()))

    class Raises:
        def read(self, size: int) -> bytes:
            raise ConnectionResetError("gone")

    with pytest.raises(ConnectionResetError):
        ogi_report.read(cast(Any, Raises()))
    with pytest.raises(ValueError, match="fr"):
        ogi_report.read(b"", lang=cast(Any, "fr"))
    with pytest.raises(ValueError, match="unknown limit `pages`"):
        ogi_report.read(b"", limits={"pages": 1})
    with pytest.raises(OverflowError):
        ogi_report.read(b"", limits={"cells": -1})


@settings(max_examples=150)
@given(st.binary(max_size=300), st.integers(0, 2**32))
def test_damaged_files_give_an_extraction_or_an_exception(noise: bytes, seed: int) -> None:
    sources = [b"", b"%PDF-1.7\n", b"PK\x03\x04", b"<table>", PAGE.read_bytes()[:4000]]
    chance = random.Random(seed)
    data = bytearray(chance.choice(sources))
    at = chance.randrange(len(data) + 1)
    data[at:at] = noise
    try:
        page = ogi_report.read(bytes(data))
    except ogi_report.ExtractError:
        return
    assert len(page.placed) >= 0 and page.check() is not None


def test_threads_share_forms(form: ogi_report.Form) -> None:
    """One thread types while others check: each check is of the form at one moment."""
    total = "requests.received.total"
    failed: list[BaseException] = []
    done = threading.Event()

    def typing() -> None:
        for number in range(300):
            form[total] = 5 if number % 2 else 6
        done.set()

    def checking() -> None:
        try:
            while not done.is_set():
                outcome = form.check()
                assert bool(outcome) == (outcome.form[total] == 5)
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=target) for target in (typing, checking, checking)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed


def test_the_command_line_says_what_is_wrong(tmp_path: Path) -> None:
    def run(*words: str) -> tuple[int, str]:
        environment = {**os.environ, "LANG": "en_US.UTF-8", "LC_ALL": "en_US.UTF-8"}
        done = subprocess.run([sys.executable, "-m", "ogi_report", *words], capture_output=True, env=environment)
        return done.returncode, done.stderr.decode()

    assert run("read", "no such file") == (2, "read: no such file: No such file or directory\n")
    empty = tmp_path / "empty.html"
    empty.write_bytes(b"")
    assert run("read", str(empty))[0] == 1
    assert run("check", str(empty))[0] == 2
    assert run("check", "--policy", "stric", str(PAGE))[0] == 2
    assert run("check", "--explain", "R9999")[0] == 2


@pytest.mark.skipif(os.name == "nt", reason="names are Unicode there")
def test_a_name_that_is_not_utf_8(tmp_path: Path) -> None:
    """Files that Linux unzips from an archive made on Chinese Windows are named in GBK."""
    file = tmp_path / os.fsdecode("报告.html".encode("gbk"))
    file.write_bytes(PAGE.read_bytes().replace(b">3119</td>", b">3120</td>", 1))
    page = ogi_report.read(file)
    name = os.fsencode(file.name).decode("utf-8", "replace")
    assert page.form.source == str(tmp_path / name) and len(page.form) == 200
    assert page.year == 2024 and page.body is not None
    outcome = page.check()
    assert outcome.verdict == "broken" and "iframe" in page._repr_html_()
    for said in (outcome.to_sarif(str(file)), outcome.to_junit(str(file)), page.form.to_json()):
        assert "\ufffd" in said or "%EF%BF%BD" in said
    for kind in ("text", "json", "sarif", "junit"):
        done = subprocess.run([sys.executable, "-m", "ogi_report", "check", "--format", kind, str(file)], capture_output=True)
        assert done.returncode == 1 and done.stdout and b"Traceback" not in done.stderr


@pytest.mark.parametrize("encoding", ["gbk", "ascii"])
def test_the_command_line_writes_utf_8(encoding: str) -> None:
    """Whatever Python takes the system to be set to."""
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    words = [sys.executable, "-m", "ogi_report"]
    for more in (["check", "--lang", "zh", str(PAGE)], ["--help"]):
        done = subprocess.run([*words, *more], capture_output=True, env=environment)
        assert done.returncode in (0, 1) and "政府信息公开" in done.stdout.decode(), done.stderr.decode()


@pytest.mark.skipif(os.name == "nt", reason="pipes of another kind")
def test_a_reader_who_has_seen_enough_changes_no_exit_code(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.html"
    wrong.write_bytes(PAGE.read_bytes().replace(b">3119</td>", b">3120</td>", 1))
    reading, writing = os.pipe()
    os.close(reading)
    words = [sys.executable, "-m", "ogi_report", "check", str(wrong)]
    # Both streams, one at a time.
    for streams in ({"stdout": writing, "stderr": subprocess.PIPE}, {"stdout": subprocess.PIPE, "stderr": writing}):
        done = subprocess.run(words, **streams)
        assert done.returncode == 1 and b"Traceback" not in (done.stderr or b"")
    os.close(writing)
