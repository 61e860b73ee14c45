"""The examples of the documentation run."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import ogi_report

MODULES = ["ogi_report", *(f"ogi_report.{module.name}" for module in pkgutil.iter_modules(ogi_report.__path__))]


@pytest.mark.parametrize("name", [name for name in MODULES if not name.endswith(("_native", "__main__"))])
def test_examples(name: str) -> None:
    module = importlib.import_module(name)
    flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    failed, _ = doctest.testmod(module, extraglobs={"ogi_report": ogi_report, "Form": ogi_report.Form}, optionflags=flags)
    assert failed == 0


def test_the_public_interface_has_examples() -> None:
    found = doctest.DocTestFinder(exclude_empty=True).find(ogi_report, "ogi_report")
    assert sum(len(test.examples) for test in found) > 70
