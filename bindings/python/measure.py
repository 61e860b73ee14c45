"""Measures the package side by side with the same loop in Rust, python-docx and pandas.

    OGI_PROGRAMS=<folder of the built oracle> python measure.py [--limits]

Every figure is the best of several runs; the loop and its counterpart in Rust are compared by the time of the processor, because
what else the machine does hits the two unevenly. With ``--limits`` it fails if the package costs more than it may.
"""

from __future__ import annotations

import io
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import docx
import lxml.html
import pandas as pd

import ogi_report

sys.path.insert(0, str(Path(__file__).parent / "guide"))
import pages  # noqa: E402

RUNS = 7
PAGES = 1000


def best(act: Callable[[], object], runs: int = RUNS) -> float:
    """The seconds of the fastest of several runs."""
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        act()
        seconds.append(time.perf_counter() - start)
    return min(seconds)


def document(form: ogi_report.Form) -> bytes:
    """The tables of a form as a Word file, made by python-docx itself, with their merged cells."""
    file = docx.Document()
    for table in lxml.html.fromstring(form.to_html()).iter("table"):
        placed: dict[tuple[int, int], tuple[int, int, str]] = {}
        taken: set[tuple[int, int]] = set()
        for row, line in enumerate(table.iter("tr")):
            column = 0
            for cell in line:
                while (row, column) in taken:
                    column += 1
                height, width = int(cell.get("rowspan", 1)), int(cell.get("colspan", 1))
                placed[row, column] = (height, width, cell.text_content().strip())
                taken |= {(row + down, column + right) for down in range(height) for right in range(width)}
        made = file.add_table(1 + max(row for row, _ in taken), 1 + max(column for _, column in taken))
        for (row, column), (height, width, text) in placed.items():
            made.cell(row, column).merge(made.cell(row + height - 1, column + width - 1)).text = text
    kept = io.BytesIO()
    file.save(kept)
    return kept.getvalue()


def tables_of(data: bytes) -> list[list[list[str]]]:
    """The texts of the tables of a Word file, as a reader with python-docx has them."""
    tables = docx.Document(io.BytesIO(data)).tables
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in tables]


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        pages.write(Path(folder))
        files = sorted(Path(folder).iterdir())
        times = -(-PAGES // len(files))
        data = [file.read_bytes() for file in files] * times

        oracle = [str(Path(os.environ["OGI_PROGRAMS"]) / "oracle"), "--time", str(times), *map(str, files)]
        rust, own = [], []
        for _ in range(RUNS):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run(oracle, capture_output=True, check=True)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            rust.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
            start = time.process_time()
            for page in data:
                bool(ogi_report.read(page).form.check())
            own.append(time.process_time() - start)
        loop = min(own) / min(rust)

        def judged(page: bytes) -> bool:
            return bool(ogi_report.read(page).form.check())

        with ThreadPoolExecutor(2) as pool:
            two = best(lambda: list(pool.map(judged, data)))
        one = best(lambda: list(map(judged, data)))

        text = data[0].decode()
        html = best(lambda: ogi_report.read(data[0]), 50)
        pandas_html = best(lambda: pd.read_html(io.StringIO(text)))
        word = document(ogi_report.read(data[0]).form)
        assert ogi_report.read(word).placed, "the Word file is none that can be read"
        own_word = best(lambda: ogi_report.read(word), 50)
        docx_word = best(lambda: tables_of(word))

    def line(what: str, ours: float, theirs: float, ratio: float) -> None:
        print(f"{what:<58}{ours * 1000:>10.3f} ms{theirs * 1000:>12.3f} ms{ratio:>9.2f}")

    print(f"{'':<58}{'package':>13}{'other':>15}{'ratio':>9}")
    line(f"read and check {len(data)} pages / the same loop in Rust", min(own), min(rust), loop)
    line(f"the same in a pool of two threads / in one", two, one, one / two)
    line("read a page / pandas.read_html", html, pandas_html, pandas_html / html)
    line("read a Word file / its tables with python-docx", own_word, docx_word, docx_word / own_word)
    if "--limits" in sys.argv:
        assert loop <= 1.15, f"the loop costs {loop:.2f} times that of Rust, expected 1.15 at most"
        assert pandas_html / html >= 20, "a page is not read 20 times faster than by pandas"
        assert docx_word / own_word >= 40, "a Word file is not read 40 times faster than by python-docx"


if __name__ == "__main__":
    main()
