"""Where the files are, and what the crate itself says of them."""

from __future__ import annotations

import json
import os
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

import ogi_report

# How fast the machine is at the moment is no matter of the tests.
settings.register_profile("calm", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("calm")

ROOT = Path(__file__).parents[3]
HOLDS = (ROOT / "examples/data/anqiu-2020.json").read_text(encoding="utf-8")


def files() -> list[Path]:
    """The files of the repository, and those of the corpora where the environment names them."""
    found = [*(ROOT / "tests/data").iterdir(), *(ROOT / "docs/rendered").iterdir(), ROOT / "examples/data/anqiu-2020.json"]
    if corpora := os.environ.get("OGI_CORPUS"):
        found += [file for file in Path(corpora).rglob("*") if file.is_file()]
    return sorted(found)


def program(name: str) -> str:
    """A program of this folder or of the crate's examples, which must have been built."""
    folder = os.environ.get("OGI_PROGRAMS")
    if folder is None:
        pytest.skip("OGI_PROGRAMS names no folder of built programs; see bindings/python/ci")
    return str(Path(folder) / name)


@cache
def said() -> dict[Path, Any]:
    """What the crate says of every file."""
    all_ = files()
    answers: dict[Path, Any] = {}
    # In shares, because a command line has a limit.
    for first in range(0, len(all_), 200):
        share = all_[first : first + 200]
        lines = subprocess.run([program("oracle"), *map(str, share)], capture_output=True, check=True).stdout
        answers.update(zip(share, map(json.loads, lines.decode().splitlines()), strict=True))
    return answers


@pytest.fixture
def form() -> ogi_report.Form:
    """A real report that holds."""
    return ogi_report.Form.from_json(HOLDS)


def form_of(name: str, year: int = 2024, received: int = 0, region: str | None = None) -> ogi_report.Form:
    """A made-up report that holds: requests that are received and carried over."""
    edition: ogi_report.Edition = "2021" if year > 2020 else "2019"
    body = ogi_report.Body(name, region=region)
    form = ogi_report.Form(edition, dict.fromkeys(ogi_report.cells(edition), 0), body=body, year=year)
    for row in ("requests.received", "requests.carried_over"):
        form[f"{row}.natural_person"] = form[f"{row}.total"] = received
    return form
