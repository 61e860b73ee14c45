"""On every file the package says what the crate says."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import ogi_report
from conftest import ROOT, files, program, said


def is_form(data: bytes) -> bool:
    return data.lstrip().startswith(b"{")


def holds(form: ogi_report.Form, document: dict[str, Any]) -> None:
    """The mapping has the cells of the document, whichever way one asks."""
    assert json.loads(form.to_json()) == document
    cells = document["cells"]
    assert list(form) == list(cells)
    for path, value in form.items():
        assert form.printed(path) == ("" if cells[path] is None else str(cells[path]))
        assert str(value) == str(cells[path])
        assert (value is None) == (cells[path] is None)
    assert all(path not in form for path in ogi_report.cells() if path not in cells)
    again = ogi_report.Form(form.edition, form, body=form.body, year=form.year, published=form.published)
    assert dict(again) == dict(form) and [again.printed(p) for p in again] == [form.printed(p) for p in form]


def same_outcome(outcome: ogi_report.Outcome, document: dict[str, Any]) -> None:
    assert json.loads(outcome.to_json()) == document
    assert outcome.verdict == document["verdict"] and bool(outcome) == (outcome.verdict == "holds")
    told = [(f.rule, f.severity, f.at, f.message("zh"), f.message("en")) for f in outcome.findings]
    words = [(f["rule"], f["severity"], f["at"], f["message"]["zh"], f["message"]["en"]) for f in document["findings"]]
    assert told == words


@pytest.mark.parametrize("file", files(), ids=lambda file: file.name)
def test_cells_findings_and_figures_are_those_of_the_crate(file: Path) -> None:
    data, answer = file.read_bytes(), said()[file]
    if "none" in answer:
        with pytest.raises(ogi_report.DocumentError):
            ogi_report.Form.from_json(data)
        return
    if is_form(data):
        form = ogi_report.Form.from_json(data)
        holds(form, answer["form"])
        same_outcome(form.check(), answer["checked"])
        return
    if "error" in answer:
        with pytest.raises(ogi_report.ExtractError) as raised:
            ogi_report.read(file, lang="zh")
        assert [raised.value.message("en"), raised.value.message("zh")] == answer["error"]
        assert str(raised.value) == answer["error"][1]
        return
    page = ogi_report.read(data)
    assert json.loads(page.to_json()) == answer["extraction"]
    holds(page.form, answer["extraction"]["form"])
    placed = [(p.cell, p.printed, p.at.place) for p in page.placed]
    assert placed == [(p["cell"], p["printed"], p["at"]) for p in answer["extraction"]["placed"]]
    left = [(u.printed, u.reason, u.at.place) for u in page.unplaced]
    assert left == [(u["printed"], u["reason"], u["at"]) for u in answer["extraction"]["unplaced"]]
    assert page.narrative == answer["narrative"]
    figures = answer["narrative"]["figures"]
    assert [(f.subject, f.measure, str(f.value), f.document) for f in page.figures] == [
        (f["subject"], f["measure"], str(f["value"]), f) for f in figures
    ]
    assert all(figure.words in figure.sentence for figure in page.figures)
    same_outcome(page.check(), answer["checked"])
    # From a path the page is the same, and the form says where it comes from.
    again = ogi_report.read(file)
    assert dict(again.form) == dict(page.form) and again.form.source == str(file)


def examples() -> Iterator[tuple[str, list[str], list[str]]]:
    page, form = "docs/rendered/huaian-2024.html", "tests/data/huaian-2024.json"
    for lang in ("zh", "en"):
        for kind in ("text", "json", "sarif", "junit"):
            for file in (page, form):
                options = ["--lang", lang, "--format", kind, "--policy", "strict,P3=off", file]
                yield "check", ["check", *options], options
        yield "check", ["check", "--lang", lang, "--explain", "R103"], ["--lang", lang, "--explain", "R103"]
        for kind in ("tsv", "json", "extraction"):
            options = ["--lang", lang, "--format", kind, page]
            yield "extract", ["read", *options], options


@pytest.mark.parametrize(("name", "own", "other"), list(examples()), ids=lambda word: word if isinstance(word, str) else " ".join(word))
def test_the_command_line_is_that_of_the_examples(name: str, own: list[str], other: list[str]) -> None:
    example = subprocess.run([program(name), *other], cwd=ROOT, capture_output=True)
    package = subprocess.run([sys.executable, "-m", "ogi_report", *own], cwd=ROOT, capture_output=True)
    assert package.stdout.decode() == example.stdout.decode()
    assert package.stderr.decode() == example.stderr.decode()
    assert package.returncode == example.returncode


TOTAL = 'headers="r1 r4 r10">3119</td>'
"""The total of the requests received on the page of Huai'an."""
TEXT = "淮安市人民政府2024年政府信息公开工作年度报告\n一、总体情况\n2024年新收政府信息公开申请3119件，办结率百分之百，公众满意度逐年提高。\n"


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    """Files with something to say: a wrong total, a row that lacks a figure, and the year before with the same text."""
    page = (ROOT / "docs/rendered/huaian-2024.html").read_text(encoding="utf-8")
    assert page.count(TOTAL) == 1
    lacking = page.replace('headers="r1 r3 r6 r10">0</td>', "").replace(TOTAL, TOTAL.replace("3119", "3120"))
    with_text = page.replace("<body>", f"<body><p>{TEXT}</p>".replace("\n", "</p><p>"))
    form = json.loads((ROOT / "tests/data/huaian-2024.json").read_bytes())
    form["cells"]["requests.received.total"] = 3120
    files = {
        "total.html": with_text.replace(TOTAL, TOTAL.replace("3119", "3120")),
        "row.html": lacking,
        "form.json": json.dumps(form, ensure_ascii=False, indent=1),
        "before.html": with_text.replace("2024", "2023"),
        "before.txt": TEXT.replace("2024", "2023"),
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "gb18030.html").write_bytes(files["total.html"].replace('charset="utf-8"', 'charset="gb18030"').encode("gb18030"))
    return tmp_path


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("kind", ["text", "json", "sarif", "junit"])
@pytest.mark.parametrize(
    "words",
    ["total.html", "row.html", "form.json", "gb18030.html", "total.html before.html", "total.html --previous-text before.txt", "form.json before.html"],
)
def test_what_is_wrong_is_said_in_the_words_of_the_examples(wrong: Path, words: str, kind: str, lang: str) -> None:
    options = ["--lang", lang, "--format", kind, *words.split()]
    example = subprocess.run([program("check"), *options], cwd=wrong, capture_output=True)
    package = subprocess.run([sys.executable, "-m", "ogi_report", "check", *options], cwd=wrong, capture_output=True)
    assert package.stdout.decode() == example.stdout.decode()
    assert package.stderr.decode() == example.stderr.decode()
    assert package.returncode == example.returncode == 1


def test_made_up_forms_are_those_of_the_crate(tmp_path: Path) -> None:
    lines = subprocess.run([program("generate"), "400", "7"], capture_output=True, check=True).stdout.splitlines()
    paths = []
    for number, line in enumerate(lines):
        paths.append(tmp_path / f"{number}.json")
        paths[-1].write_bytes(line)
    told = subprocess.run([program("oracle"), *map(str, paths)], capture_output=True, check=True).stdout.splitlines()
    forms = [ogi_report.Form.from_json(line) for line in lines]
    for form, answer in zip(forms, map(json.loads, told), strict=True):
        holds(form, answer["form"])
        same_outcome(form.check(), answer["checked"])
    for layout in ("wide", "long"):
        assert ogi_report.from_arrow(ogi_report.to_arrow(forms, layout)) == forms
    rejected = sum(1 for form in forms if not form.check())
    assert 0 < rejected < 100
