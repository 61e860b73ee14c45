"""Checks, reports, and rules of the house."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, cast

import pytest

import ogi_report
from conftest import form_of
from ogi_report import Broken, Form, Holds, NotAssessed, Numbers, house_rule

RECEIVED = "requests.received.total"


def test_an_outcome_is_true_if_the_form_holds(form: Form) -> None:
    assert form.check() and form.check().verdict == "holds"
    form[RECEIVED] = None
    assert form.check().verdict == "not_assessed" and not form.check()
    form[RECEIVED] = 6
    outcome = form.check()
    assert not outcome and [finding.at for finding in outcome.findings] == [RECEIVED]
    assert outcome.count("error") == 1 and outcome.findings[0].cells[0] == "requests.received.natural_person"
    assert repr(outcome) == "<Outcome broken: 1 error, 0 warning, 0 info>"
    # The outcome is that of the form as it was.
    form[RECEIVED] = 5
    assert outcome.form[RECEIVED] == 6


def test_policy_previous_and_text(form: Form) -> None:
    assert len(form.check(policy="strict").ledger) == len(ogi_report.rules())
    with pytest.raises(ogi_report.PolicyError, match="stric"):
        form.check(policy="stric")
    outcome = form.check(text="2020年共收到政府信息公开申请6件。")
    assert [finding.rule for finding in outcome.findings] == ["N201"]
    assert outcome.findings[0].message("en").startswith("the text states 6 for “requests received”, the table 5")
    before = form_of("安丘经济开发区管理委员会", 2019)
    rules = {entry["rule"]: entry for entry in form.check(previous=before).ledger}
    assert "unasked" not in rules["Y102"]
    assert {entry["rule"]: entry for entry in form.check().ledger}["Y102"]["unasked"] == "no_previous"


def test_outputs(form: Form) -> None:
    form[RECEIVED] = 6
    outcome = form.check()
    assert json.loads(outcome.to_sarif("a.html"))["runs"][0]["results"][0]["ruleId"] == "R103"
    assert outcome.to_junit("a.html").startswith("<?xml")
    assert "R103" in outcome.to_text("en") and "R103" in outcome.to_html("en")


def test_a_form_that_does_not_verify_says_every_reason(form: Form) -> None:
    report = form.verify()
    assert dict(report.form) == dict(form) and report == ogi_report.Report.from_dict(report.to_dict())
    form[RECEIVED] = 6
    with pytest.raises(ogi_report.RejectedError) as raised:
        form.verify(lang="zh")
    assert str(raised.value).startswith("表格不能通过核对：\n【一、本年新收政府信息公开申请数量，总计】")
    assert raised.value.message("en").startswith("the form does not verify: 1 errors")
    assert raised.value.form == form and len(raised.value.reasons()) == 1
    assert raised.value.outcome.findings[0].rule == "R103"


@house_rule("X101", formula=("新收申请 > 0", "requests received > 0"), page=("本市的要求。", "Our city asks for it."))
def some_requests(form: Form, numbers: Numbers) -> Broken | None:
    if numbers[RECEIVED] == 0:
        return Broken(RECEIVED, "没有收到申请。", "no request was received.", (RECEIVED,))
    return None


@house_rule("X102", "warning")
def several(form: Form, numbers: Numbers) -> Iterator[Broken | NotAssessed | Holds]:
    """Every section is looked at."""
    yield Holds()
    yield NotAssessed("disputes")
    yield Broken("document", "不好。")


def test_a_house_rule_is_in_ledger_and_outputs() -> None:
    outcome = form_of("某某局").check(house_rules=[some_requests, several])
    found = [(finding.rule, finding.severity, finding.at, finding.message("en")) for finding in outcome.findings]
    assert found == [("X102", "warning", "document", "不好。"), ("X101", "error", RECEIVED, "no request was received.")]
    first, second = outcome.ledger[-2:]
    assert (first["rule"], first["broken"]) == ("X101", 1)
    assert (second["held"], second["broken"], second["gaps"]) == (1, 1, [{"at": "disputes", "missing": []}])
    assert outcome.to_dict()["house_rules"][0]["formula"] == {"zh": "新收申请 > 0", "en": "requests received > 0"}
    for output in (outcome.to_sarif("a"), outcome.to_junit("a"), outcome.to_html(), outcome.to_text()):
        assert "X101" in output and "X102" in output
    with pytest.raises(ogi_report.RejectedError, match="no request was received"):
        form_of("某某局").verify(house_rules=[some_requests])
    assert form_of("某某局", received=3).check(house_rules=[some_requests])


def test_a_house_rule_without_its_number_is_not_assessed(form: Form) -> None:
    form[RECEIVED] = None
    for path in list(form):
        if path.startswith("requests.received."):
            form[path] = None
    outcome = form.check(house_rules=[some_requests])
    assert outcome.ledger[-1]["gaps"] == [{"at": RECEIVED, "missing": [RECEIVED]}] and not any(f.rule == "X101" for f in outcome.findings)

    @house_rule("X103")
    def caught(form: Form, numbers: Numbers) -> Broken | None:
        assert RECEIVED not in numbers and numbers.get(RECEIVED) is None and len(numbers) > 100
        with pytest.raises(ogi_report.NoNumber, match="it is blank"):
            numbers[RECEIVED]
        with pytest.raises(KeyError):
            numbers["no.such.cell"]
        assert form[RECEIVED] is None
        return None

    assert form.check(house_rules=[caught]).ledger[-1]["held"] == 1


def test_a_house_rule_that_raises_ends_the_check(form: Form) -> None:
    @house_rule("X104")
    def raising(form: Form, numbers: Numbers) -> Iterator[Broken]:
        yield Broken("document", "一", "one")
        raise ZeroDivisionError("by the rule")

    for _ in range(3):
        with pytest.raises(ZeroDivisionError, match="by the rule"):
            form.check(house_rules=[raising, some_requests])
    with pytest.raises(ZeroDivisionError):
        form.verify(house_rules=[raising])


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (5, TypeError),
        (["broken"], TypeError),
        (Broken("no.such.cell", "一"), ogi_report.UnknownCellError),
        (Broken("document", "一", cells=("no.such.cell",)), ogi_report.UnknownCellError),
    ],
)
def test_an_answer_that_is_none_is_refused(form: Form, answer: Any, error: type[Exception]) -> None:
    rule = house_rule("X105")(lambda form, numbers: answer)
    with pytest.raises(error):
        form.check(house_rules=[rule])


def test_codes_and_severities_are_checked(form: Form) -> None:
    with pytest.raises(ValueError, match=re.escape("`R1` is not the code of a house rule")):
        form.check(house_rules=[house_rule("R1")(some_requests.ask)])
    with pytest.raises(ValueError, match="grave"):
        form.check(house_rules=[house_rule("X101", cast(Any, "grave"))(some_requests.ask)])
