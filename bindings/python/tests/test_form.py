"""A form is a mapping that loses nothing."""

from __future__ import annotations

import copy
import pickle
from decimal import Decimal
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ogi_report
from ogi_report import Form

RECEIVED = "requests.received.total"
FEES = "proactive.fees.amount"

numbers = st.integers() | st.decimals(allow_nan=False, allow_infinity=False).filter(lambda n: abs(n.adjusted()) < 40)
values = st.none() | numbers | st.text(max_size=20) | st.sampled_from(["/", "12件", "1,234", " 5 ", "-0", "007", "1e3", "无", "５"])
forms = st.builds(
    Form,
    st.sampled_from(["2019", "2021"]),
    st.dictionaries(st.sampled_from(ogi_report.cells()), values, max_size=30),
    body=st.none() | st.text("某局镇县", min_size=1, max_size=5),
    year=st.none() | st.integers(2008, 2030),
)


@given(forms)
def test_documents_and_tables_give_a_form_back(form: Form) -> None:
    assert Form.from_json(form.to_json()) == form
    assert Form.from_dict(form.to_dict()) == form
    assert pickle.loads(pickle.dumps(form)) == form
    assert copy.deepcopy(form) == form
    for layout in ("wide", "long"):
        assert ogi_report.from_arrow(ogi_report.to_arrow([form, form], layout)) == [form, form]


@given(forms)
def test_a_value_that_is_set_again_prints_the_same(form: Form) -> None:
    before = {path: form.printed(path) for path in form}
    for path, value in list(form.items()):
        form[path] = value
    assert {path: form.printed(path) for path in form} == before


@given(forms)
def test_a_blank_is_none_and_a_number_is_exact(form: Form) -> None:
    for path, value in form.items():
        printed = form.printed(path)
        assert (value is None) == (printed == "")
        assert not isinstance(value, float | bool)
        if isinstance(value, int | Decimal):
            assert printed == (str(value) if isinstance(value, int) else format(value, "f"))
        elif isinstance(value, str):
            assert value == printed


@pytest.mark.parametrize(
    ("put", "got"),
    [
        (5, 5),
        (None, None),
        ("  \u3000", None),
        ("12", 12),
        ("7730.280", Decimal("7730.280")),
        (Decimal("7730.28"), Decimal("7730.28")),
        ("12件", "12件"),
        ("1,234", "1,234"),
        ("１２", "１２"),
        ("007", "007"),
        ("-0", "-0"),
        (-3, -3),
        ("/", "/"),
        (10**15, 10**15),
    ],
)
def test_what_is_put_in_and_what_comes_out(put: ogi_report.Value, got: ogi_report.Value) -> None:
    form = Form("2021", {FEES: put})
    assert form[FEES] == got and type(form[FEES]) is type(got)


@pytest.mark.parametrize("wrong", [1.5, True, b"5", [5], float("nan")])
def test_what_is_not_exact_is_refused(wrong: object) -> None:
    with pytest.raises(TypeError, match="a cell holds an int, a Decimal, a text or None for a blank"):
        Form("2021")[RECEIVED] = cast(Any, wrong)
    with pytest.raises(ValueError, match="NaN is no number"):
        Form("2021")[RECEIVED] = Decimal("NaN")


def test_it_is_a_mapping(form: Form) -> None:
    assert RECEIVED in form and "no.such.cell" not in form and cast(Any, 5) not in form
    with pytest.raises(KeyError):
        form["no.such.cell"]
    with pytest.raises(ogi_report.UnknownCellError, match="`no.such.cell` is not a cell of the form"):
        form["no.such.cell"] = 1
    assert form.pop(RECEIVED) == 5
    assert form.get(RECEIVED) is None and form.setdefault(RECEIVED, 5) == 5
    del form[RECEIVED]
    with pytest.raises(KeyError):
        del form[RECEIVED]
    form.clear()
    assert len(form) == 0 and not form
    with pytest.raises(TypeError):
        hash(form)


def test_body_year_and_dates(form: Form) -> None:
    from datetime import date

    form.body = ogi_report.Body("某某局", level="county", kind="department", region="370784", scope="own_office")
    assert form.body == ogi_report.Body("某某局", "county", "department", "370784", "own_office")
    form.published = date(2021, 1, 20)
    assert form.published == date(2021, 1, 20) and form.to_dict()["published"] == "2021-01-20"
    form.source = "page.html"
    assert Form.from_json(form.to_json()).source == "page.html"
    with pytest.raises(ValueError, match="year"):
        form.year = 17
    with pytest.raises(ogi_report.DocumentError):
        form.body = ogi_report.Body("某某局", region="nowhere")
    with pytest.raises(ValueError):
        form.published = "yesterday"
    with pytest.raises(ValueError, match="2017"):
        Form(cast(Any, "2017"))


def test_a_document_that_is_none_is_refused() -> None:
    for document in ["", "[]", '{"edition": "2021"}', '{"edition": "2021", "cells": {"a": 1}}', "{" * 5000]:
        with pytest.raises(ogi_report.DocumentError):
            Form.from_json(document)
    with pytest.raises(ogi_report.DocumentError, match="a number with a fraction"):
        Form.from_json('{"edition": "2021", "cells": {"requests.received.total": 1.5}}')


def test_pages(form: Form) -> None:
    assert "安丘经济开发区" in form.to_html()
    assert form.to_html("en").startswith('<!DOCTYPE html>\n<html lang="en">')
    framed = form._repr_html_()
    assert framed.startswith('<iframe sandbox=""') and "<script" not in framed
    form[RECEIVED] = 6
    assert "R103" in form._repr_html_()
    assert len(form.to_tsv().splitlines()) == 199
    other, lost = form.convert("2021")
    assert other.edition == "2021" and lost
