"""Sums refuse to count twice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

import pytest

import ogi_report
from conftest import form_of
from ogi_report import Report

RECEIVED = "requests.received.total"


def test_sums_with_what_is_missing() -> None:
    broken = form_of("丁局")
    broken[RECEIVED] = 9
    county = ogi_report.consolidate(
        [form_of("甲局", received=3).verify(), form_of("乙局", received=4), broken],
        expected=["甲局", ogi_report.Body("乙局"), "丙局", "丁局"],
    )
    totals = county.totals()
    assert totals[RECEIVED] == 7 and totals.reports == 2 and totals.reports_with(RECEIVED) == 2
    assert "proactive.rules.newly_made" not in totals and totals.get("proactive.rules.newly_made") is None
    assert totals.form[RECEIVED] == 7
    coverage = county.coverage
    assert coverage.completeness == "partial" and [body.name for body in coverage.missing] == ["丙局"]
    assert [form["body"]["name"] for form in coverage.not_counted] == ["丁局"]
    assert ogi_report.Consolidation.from_json(county.to_json()) == county
    assert "7 of 7" not in repr(county) and "2 reports, partial" in repr(county)


def test_conflicts_in_both_languages() -> None:
    twice = ogi_report.consolidate([form_of("甲局"), form_of("甲局"), form_of("乙局")])
    with pytest.raises(ogi_report.NotOneWholeError) as raised:
        twice.totals(lang="zh")
    assert str(raised.value) == "不能汇总为一个整体：“甲局”有 2 份报告，只能有一份"
    assert raised.value.message("en") == "the reports are not one whole: 甲局 is there 2 times, expected once"
    assert raised.value.conflicts() == ["甲局 is there 2 times, expected once"]
    years = ogi_report.consolidate([form_of("甲局", 2023), form_of("乙局", 2024)])
    assert years.year is None
    with pytest.raises(ogi_report.NotOneWholeError, match="2023 and 2024"):
        years.totals()


def test_the_latest_report_of_a_body_counts() -> None:
    first, second = form_of("甲局", received=3), form_of("甲局", received=5)
    first.published, second.published = "2025-01-20", "2025-03-02"
    county = ogi_report.consolidate([second, first], latest=True)
    assert county.totals()[RECEIVED] == 5 and len(county.coverage.superseded) == 1


def test_money_and_rates() -> None:
    form = form_of("甲局", received=3)
    form["proactive.fees.amount"] = "12.5"
    totals = ogi_report.consolidate([form]).totals()
    money = totals.amount("proactive.fees.amount")
    assert money is not None and (money.yuan, money.with_unit, money.without_unit) == (125000, 1, 0)
    assert totals.amount(RECEIVED) is None
    received = [rate for rate in totals.rates() if rate.label("en").startswith("requests") or rate.numerator]
    assert received and received[0].denominator == 3 and received[0].percent == "100.00%"


def test_rollup_by_field_function_and_both() -> None:
    reports = [form_of(name, year, region=region).verify()
               for name, region in (("甲局", "370784"), ("乙局", "320813")) for year in (2022, 2023)]
    assert list(ogi_report.rollup(reports, "province")) == ["370000", "320000"]
    by_both = ogi_report.rollup(reports, ("year", lambda report: report.body.name))
    assert by_both[2022, "甲局"].totals().reports == 1 and len(by_both) == 4
    with pytest.raises(ogi_report.NotOneWholeError):
        ogi_report.rollup(reports, "province")["370000"].totals()
    with pytest.raises(ValueError, match="'colour'"):
        ogi_report.rollup(reports, "colour")


def test_years_are_chained() -> None:
    first, second = form_of("甲局", 2022, 2), form_of("甲局", 2023, 1)
    for row in ("requests.carried_in", "requests.outcomes.granted", "requests.outcomes.total"):
        for column in ("natural_person", "total"):
            second[f"{row}.{column}"] = 2
    years = ogi_report.span([first.verify(), ogi_report.consolidate([second])])
    assert (years.years, years.opening(), years.closing(), years.closing("natural_person")) == ([2022, 2023], 0, 1, 1)
    assert years.flow(RECEIVED) == 3 and years.flow_years(RECEIVED) == [2022, 2023]
    assert years.flow("requests.carried_over.total") is None
    assert years.first[RECEIVED] == 2 and years.last[RECEIVED] == 1
    broken = [form_of("甲局", 2022, 2).verify(), form_of("甲局", 2023, 1).verify()]
    with pytest.raises(ogi_report.ChainError) as raised:
        ogi_report.span(broken, lang="zh")
    assert str(raised.value).startswith("前后年度不相衔接：自然人的申请，2022 年度结转下年 2 件")
    noted = ogi_report.span(broken, noting=True)
    assert len(noted.discontinuities("zh")) == 1
    with pytest.raises(ogi_report.ChainError):
        years.beside(years)
    assert years.beside(ogi_report.span([form_of("乙局", 2022).verify(), form_of("乙局", 2023).verify()])).flow(RECEIVED) == 3
    with pytest.raises(ValueError, match="there is no report"):
        ogi_report.span([])
    with pytest.raises(ValueError):
        years.opening("nobody")


def test_a_generator_that_raises_is_an_exception() -> None:
    def reports() -> Iterator[Report]:
        yield form_of("甲局").verify()
        raise ConnectionError("the list ends here")

    for use in (ogi_report.consolidate, ogi_report.span, lambda reports: ogi_report.rollup(reports, "year")):
        with pytest.raises(ConnectionError):
            use(reports())
    with pytest.raises(ConnectionError):
        ogi_report.to_arrow(report.form for report in reports())
    with pytest.raises(TypeError, match="not int"):
        ogi_report.consolidate(cast(Any, [5]))

    def key(report: Report) -> str:
        raise LookupError("no key")

    with pytest.raises(LookupError):
        ogi_report.rollup([form_of("甲局").verify()], key)
