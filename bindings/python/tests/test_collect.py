"""The job over a folder, from Python."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pyarrow.parquet as pq
import pytest

import ogi_report
from conftest import ROOT, form_of
from ogi_report import Progress
from ogi_report.__main__ import roster


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inputs = tmp_path / "in"
    inputs.mkdir()
    page = (ROOT / "docs/rendered/huaian-2024.html").read_bytes()
    (inputs / "page.html").write_bytes(page)
    (inputs / "empty.html").write_bytes(b"")
    (inputs / "forms.ndjson").write_text(
        "".join(form_of(f"第{number}局", received=number).to_json() + "\n" for number in range(300)), encoding="utf-8"
    )
    return inputs


def test_tables_and_a_summary(folder: Path, tmp_path: Path) -> None:
    seen: list[Progress] = []
    out = tmp_path / "out"
    summary = ogi_report.collect(folder, out, progress=seen.append, expected=["第1局", ogi_report.Body("不在局")], lang="en")
    assert (summary.sources, summary.forms, summary.failed) == (302, 301, 1)
    assert str(summary).startswith("sources: 302, forms: 301") and summary.document["outputs"] == list(summary.outputs)
    assert all((out / name).exists() for name in summary.outputs)
    assert pq.read_table(out / "sources.parquet").num_rows == 302
    assert seen[-1].sources == 302 and seen[-1].failed == 1 and seen[-1].phase == "writing"


def test_an_exception_of_the_callback_stops_the_run(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"

    def stop(progress: Progress) -> None:
        raise LookupError("enough")

    with pytest.raises(LookupError, match="enough"):
        ogi_report.collect(folder, out, progress=stop)
    assert ogi_report.collect(folder, out).forms == 301


def test_a_run_that_cannot_be(tmp_path: Path) -> None:
    with pytest.raises(ogi_report.CollectError, match="no such folder"):
        ogi_report.collect(tmp_path / "no such folder", tmp_path / "out")
    others = tmp_path / "others"
    others.mkdir()
    (others / "letter.txt").write_text("dear all")
    with pytest.raises(OSError, match="files of others"):
        ogi_report.collect(ROOT / "tests/data", others)
    with pytest.raises(ogi_report.PolicyError):
        ogi_report.collect(ROOT / "tests/data", tmp_path / "out", policy="no")


def many(folder: Path) -> Path:
    """Enough forms that a run takes some seconds."""
    line = form_of("某某局", received=5).to_json() + "\n"
    for number in range(40):
        lines = (line.replace("某某局", f"第{number}之{one}局") for one in range(1500))
        (folder / f"{number}.ndjson").write_text("".join(lines), encoding="utf-8")
    return folder


def test_other_threads_run_meanwhile(folder: Path, tmp_path: Path) -> None:
    ticks, done = 0, threading.Event()

    def tick() -> None:
        nonlocal ticks
        while not done.wait(0.005):
            ticks += 1

    thread = threading.Thread(target=tick)
    thread.start()
    start = time.monotonic()
    ogi_report.collect(many(folder), tmp_path / "out")
    seconds = time.monotonic() - start
    done.set()
    thread.join()
    assert ticks > 10 * seconds


@pytest.mark.skipif(os.name == "nt", reason="signals of another kind")
def test_ctrl_c_stops_it_and_the_next_run_goes_on(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    code = (
        "import ogi_report, sys\n"
        "ogi_report.collect(sys.argv[1], sys.argv[2], progress=lambda p: print(p.done, flush=True), jobs=1)\n"
    )
    run = subprocess.Popen([sys.executable, "-c", code, str(many(folder)), str(out)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert run.stdout is not None
    while int(run.stdout.readline()) == 0:
        pass
    run.send_signal(signal.SIGINT)
    stopped = time.monotonic()
    _, error = run.communicate(timeout=60)
    assert "KeyboardInterrupt" in error.decode() and run.returncode != 0
    assert time.monotonic() - stopped < 30
    first: list[Progress] = []
    summary = ogi_report.collect(folder, out, progress=first.append)
    assert summary.forms == 301 + 60_000


def test_the_command_line(folder: Path, tmp_path: Path) -> None:
    roster = tmp_path / "roster.txt"
    roster.write_text("第1局\n不在局\t370784\n", encoding="utf-8")
    words = ["collect", str(folder), "-o", str(tmp_path / "out"), "--expected", str(roster), "--lang", "en"]
    done = subprocess.run([sys.executable, "-m", "ogi_report", *words], capture_output=True)
    assert done.returncode == 1 and done.stdout.decode().startswith("sources: 302, forms: 301"), done.stderr.decode()
    again = subprocess.run([sys.executable, "-m", "ogi_report", "collect", str(tmp_path / "no"), "-o", "x"], capture_output=True)
    assert again.returncode == 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "utf-16"])
def test_a_roster_as_spreadsheets_save_it(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "名单.csv"
    file.write_bytes('机关,区划\r\n"江苏省淮安市洪泽区人民政府"\r\n\r\n某某局,370784,县级\r\n某某办，\r\n'.encode(encoding))
    first, second, third = roster(file, "zh")
    # What the name tells is filled in, as `collect` of the crate's examples does it.
    assert (first.region, first.level, first.kind) == ("320813", "county", "government") and first.inferred
    assert (second.name, second.region, third.name, third.region) == ("某某局", "370784", "某某办", None)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("机关,区划\n某某局,北京\n".encode("gbk"), "roster.csv:2: "),
        (b"\xff\xff\xff\n", "roster.csv: the bytes are not text"),
        (None, "roster.csv: No such file or directory"),
    ],
)
def test_a_roster_that_cannot_be_read_says_where(folder: Path, tmp_path: Path, data: bytes | None, said: str) -> None:
    file = tmp_path / "roster.csv"
    if data is not None:
        file.write_bytes(data)
    words = ["collect", str(folder), "-o", str(tmp_path / "out"), "--expected", str(file), "--lang", "en"]
    done = subprocess.run([sys.executable, "-m", "ogi_report", *words], capture_output=True)
    error = done.stderr.decode()
    assert done.returncode == 2 and said in error and error.count("\n") == 1, error
    assert not (tmp_path / "out").exists()
