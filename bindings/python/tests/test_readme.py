"""The code of the README runs."""

from __future__ import annotations

import contextlib
import io
import re
import sys
from pathlib import Path

import pytest

import ogi_report
from conftest import ROOT

README = (ROOT / "bindings/python/README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```python\n(.*?)```", README, re.DOTALL)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the pages of the guide, which is where the code runs."""
    monkeypatch.syspath_prepend(str(ROOT / "bindings/python/guide"))
    import pages

    pages.write(tmp_path / "pages")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_folder_to_a_frame(folder: Path) -> None:
    assert len(BLOCKS[0].splitlines()) <= 12 and README.index(BLOCKS[0]) < 400
    pages = sorted((folder / "pages").iterdir())
    (folder / "pages/none.html").write_text("<p>扫描件", encoding="utf-8")
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(BLOCKS[0], {})
    words = [line.split() for line in printed.getvalue().splitlines()]
    assert words[0][0] == "pages/none.html" and words[1] == ["2021", "2022", "2023", "2024"]
    reports = [ogi_report.read(page).form.verify() for page in pages]
    path = "requests.outcomes.denied.process_information.total"
    sums = [group.totals()[path] for _, group in sorted(ogi_report.rollup(reports, "year").items())]
    name = ogi_report.label(path).split()
    line = next(line for line in words if line[: len(name)] == name)
    # Whole numbers, as they were printed.
    assert line[-4:] == [str(number) for number in sums]


def test_the_other_blocks(folder: Path) -> None:
    import duckdb
    import pandas
    import polars
    import pyarrow

    libraries = {"duckdb": duckdb, "pandas": pandas, "polars": polars, "pyarrow": pyarrow, "ogi_report": ogi_report}
    forms = [ogi_report.read(page).form for page in (folder / "pages").iterdir()]
    names: dict[str, object] = {**libraries, "forms": forms, "form": forms[0]}
    for block in BLOCKS[1:]:
        exec(block, names)
    assert sys.modules["pages"]
