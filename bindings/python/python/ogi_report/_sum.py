"""Sums over bodies and over years."""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from . import _native
from ._body import Body, to_document
from ._errors import RejectedError
from ._form import Form
from ._report import Report
from ._values import Lang, Number

Counted: TypeAlias = Report | Form | RejectedError


@dataclass(frozen=True, slots=True)
class Money:
    """A sum of amounts. Those of which no unit is stated are kept apart, and the two must not be added."""

    yuan: Number | None
    """The sum in 元 of the amounts that have a unit; ``None`` if none has one, and from 10²⁰ 元 on."""
    with_unit: int
    """How many have one."""
    without_unit_sum: Number | None
    """The sum of the figures of which nothing says whether they are 元 or 万元; ``None`` if there is none, and from 10²⁰ on."""
    without_unit: int
    """How many those are."""


@dataclass(frozen=True, slots=True)
class Rate:
    """A share that follows from sums, with what it divides by what."""

    numerator: int
    denominator: int
    percent: str | None
    """The percentage as text; ``None`` where the denominator is too small for one."""
    _labels: tuple[str, str]

    def label(self, lang: Lang = "en") -> str:
        """The name of the rate."""
        return self._labels[0 if lang == "en" else 1]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Which bodies a sum counts, and which are missing."""

    completeness: str
    """``complete``, ``partial``, ``unknown`` (nobody said who is expected) or ``overlapping``."""
    expected: int
    counted: tuple[Body, ...]
    not_counted: tuple[dict[str, Any], ...]
    """The forms that did not verify."""
    superseded: tuple[dict[str, Any], ...]
    missing: tuple[Body, ...]
    unexpected: tuple[Body, ...]
    unplaced: tuple[Body, ...]
    """The bodies whose region or scope is not stated."""
    open: tuple[dict[str, Any], ...]
    """The pairs of bodies of which nothing tells whether the report of one contains that of the other."""
    without_rules: tuple[Body, ...]


class Totals(Mapping[str, int]):
    """Sums of reports, cell by cell: a mapping from paths to the sums of counts and changes.

    A cell in which no report has a figure is not there: what nobody counted is not 0.
    """

    __slots__ = ("_native",)

    def __init__(self, native: _native.Totals) -> None:
        self._native = native

    def __getitem__(self, path: str) -> int:
        sum_ = self._native.count(path)
        if sum_ is None:
            raise KeyError(path)
        return sum_

    def __iter__(self) -> Iterator[str]:
        return (path for path in _native.cells() if self._native.count(path) is not None)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __eq__(self, other: object) -> bool:
        return self._native.equals(other._native) if isinstance(other, Totals) else NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"<Totals of {self.reports} reports>"

    @property
    def reports(self) -> int:
        """How many reports were added."""
        return self._native.reports

    def reports_with(self, path: str) -> int:
        """How many of the reports have a figure in the cell."""
        return self._native.reports_with(path)

    def amount(self, path: str) -> Money | None:
        """The sum of an amount of money; ``None`` for any other cell, and where no report has a figure."""
        money = self._native.amount(path)
        return None if money is None else Money(*money)

    def rates(self) -> list[Rate]:
        """The rates that follow from the sums, such as the share of requests that were granted."""
        return [Rate(above, below, percent, labels) for labels, above, below, percent in _native.rates(self._native)]

    @property
    def form(self) -> Form:
        """The sums as a form, for example the one that a government publishes for its whole jurisdiction."""
        return Form._of(self._native.form())


class Consolidation:
    """The reports of many bodies for one year: the sums, the bodies included, and what is missing.

    Shares that were collected apart are added with ``+``.
    """

    __slots__ = ("_native",)

    def __init__(self, native: _native.Consolidation | None = None) -> None:
        self._native = native or _native.Consolidation()

    def add(self, report: Counted) -> None:
        """Adds a report; a form that does not verify is noted as not counted."""
        if isinstance(report, Form):
            try:
                report = report.verify()
            except RejectedError as rejected:
                report = rejected
        if isinstance(report, RejectedError):
            self._native.note(report._rejected)
        elif isinstance(report, Report):
            self._native.add(report._native)
        else:
            raise TypeError(f"reports and forms are added, not {type(report).__name__}")

    def expect(self, bodies: Iterable[Body | str]) -> None:
        """States the bodies of which a report is expected."""
        self._native.expect([to_document(body) for body in bodies])

    def totals(self, *, lang: Lang = "en") -> Totals:
        """The sums. Raises :class:`~ogi_report.NotOneWholeError` while a body is counted twice, contained in another, not expected,
        or of another year."""
        return Totals(self._native.totals(lang))

    @property
    def coverage(self) -> Coverage:
        """Which bodies are counted, and which are missing."""
        completeness, expected, lists = self._native.coverage()

        def documents(name: str) -> tuple[dict[str, Any], ...]:
            return tuple(json.loads(lists[name]))

        def bodies(name: str) -> tuple[Body, ...]:
            return tuple(map(Body.from_dict, documents(name)))

        return Coverage(
            completeness=completeness,
            expected=expected,
            counted=bodies("counted"),
            not_counted=documents("not_counted"),
            superseded=documents("superseded"),
            missing=bodies("missing"),
            unexpected=bodies("unexpected"),
            unplaced=bodies("unplaced"),
            open=documents("open"),
            without_rules=bodies("without_rules"),
        )

    @property
    def year(self) -> int | None:
        """The year of the reports; ``None`` if there is none, or if there are several."""
        return self._native.year

    @classmethod
    def from_json(cls, document: str) -> Consolidation:
        """What was kept with :meth:`to_json`, to go on with."""
        return cls(_native.Consolidation.from_json(document))

    def to_json(self) -> str:
        """Sums, bodies and expected bodies as a JSON document."""
        return self._native.to_json()

    def __add__(self, other: Consolidation) -> Consolidation:
        return Consolidation(self._native.plus(other._native)) if isinstance(other, Consolidation) else NotImplemented

    def __eq__(self, other: object) -> bool:
        return self._native.equals(other._native) if isinstance(other, Consolidation) else NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        coverage = self.coverage
        return f"<Consolidation {self.year or 'of no one year'}: {len(coverage.counted)} reports, {coverage.completeness}>"


def consolidate(
    reports: Iterable[Counted], *, expected: Iterable[Body | str] = (), latest: bool = False
) -> Consolidation:
    """Adds up the reports of many bodies for one year.

    A form is verified first; one that does not hold is listed in the coverage, and none of its figures is in the sums. ``expected``
    are the bodies that should have reported. With ``latest``, of several reports of one body the one published last counts.

    >>> import ogi_report
    >>> def report(name, received):
    ...     form = ogi_report.Form("2021", dict.fromkeys(ogi_report.cells("2021"), 0), body=name, year=2024)
    ...     for row in "requests.received", "requests.carried_over":
    ...         form[f"{row}.natural_person"] = form[f"{row}.total"] = received
    ...     return form
    >>> county = ogi_report.consolidate([report("甲局", 3), report("乙局", 4)], expected=["甲局", "乙局", "丙局"])
    >>> county.totals()["requests.received.total"]
    7
    >>> county.coverage.completeness, [body.name for body in county.coverage.missing]
    ('partial', ['丙局'])
    >>> (county + county).totals()
    Traceback (most recent call last):
        ...
    ogi_report.NotOneWholeError: the reports are not one whole: 乙局 is there 2 times, expected once; and 1 more
    """
    consolidation = Consolidation()
    consolidation.expect(expected)
    kept: list[Report] = []
    for report in reports:
        if latest and isinstance(report, Form):
            try:
                report = report.verify()
            except RejectedError as rejected:
                report = rejected
        if latest and isinstance(report, Report):
            kept.append(report)
        else:
            consolidation.add(report)
    if latest:
        consolidation._native.add_latest([report._native for report in kept])
    return consolidation


_KEYS: dict[str, Callable[[Report], Hashable]] = {
    "year": lambda report: report.year,
    "edition": lambda report: report.edition,
    "body": lambda report: report.body.name,
    "level": lambda report: report.body.level,
    "kind": lambda report: report.body.kind,
    "region": lambda report: report.body.region,
    "province": lambda report: report.body.region[:2] + "0000" if report.body.region else None,
}

Key: TypeAlias = str | Callable[[Report], Hashable]


def _key(by: Key | tuple[Key, ...]) -> Callable[[Report], Hashable]:
    if isinstance(by, tuple):
        keys = [_key(one) for one in by]
        return lambda report: tuple(key(report) for key in keys)
    if callable(by):
        return by
    if by not in _KEYS:
        raise ValueError(f"reports are not rolled up by {by!r}, expected a function or one of {', '.join(_KEYS)}")
    return _KEYS[by]


def rollup(reports: Iterable[Report], by: Key | tuple[Key, ...]) -> dict[Any, Consolidation]:
    """One consolidation for each value of a key: a field of the reports, a function of a report, or several of them.

    The fields are ``year``, ``edition``, ``body``, ``level``, ``kind``, ``region`` and ``province``. A group with reports of several
    years has no sums, because stocks do not add over years; put the year into the key. Groups are in the order of their first reports.

    >>> import ogi_report
    >>> def report(name, year):
    ...     return ogi_report.Form("2021", dict.fromkeys(ogi_report.cells("2021"), 0), body=name, year=year).verify()
    >>> groups = ogi_report.rollup([report("甲局", 2023), report("乙局", 2023), report("甲局", 2024)], by="year")
    >>> {year: group.totals().reports for year, group in groups.items()}
    {2023: 2, 2024: 1}
    """
    key = _key(by)
    all_ = list(reports)
    places: dict[Hashable, int] = {}
    keys = [places.setdefault(key(report), len(places)) for report in all_]
    groups = _native.rollup([report._native for report in all_], keys)
    return {name: Consolidation(group) for name, group in zip(places, groups, strict=True)}


class Span:
    """Years one behind the other: opening, flows and closing. :func:`span` makes one."""

    __slots__ = ("_native",)

    def __init__(self, native: _native.Span) -> None:
        self._native = native

    @property
    def years(self) -> list[int]:
        """The years with reports, in order."""
        return self._native.years()

    @property
    def first(self) -> Totals:
        """The sums of the first year."""
        return Totals(self._native.first())

    @property
    def last(self) -> Totals:
        """The sums of the last year."""
        return Totals(self._native.last())

    def opening(self, column: str = "total") -> int | None:
        """The requests carried into the first year, by a kind of applicant or all."""
        return self._native.opening(column)

    def closing(self, column: str = "total") -> int | None:
        """The requests carried over from the last year, by a kind of applicant or all."""
        return self._native.closing(column)

    def flow(self, path: str) -> int | None:
        """The sum of a cell over the years, if it counts what happened in a year; stocks do not add, and give ``None``."""
        flow = self._native.flow(path)
        return None if flow is None else flow[0]

    def flow_years(self, path: str) -> list[int]:
        """The years in which a flow is printed, which are those that its sum is of."""
        flow = self._native.flow(path)
        return [] if flow is None else flow[1]

    def amount(self, path: str) -> Money | None:
        """The sum of an amount of money over the years."""
        money = self._native.amount(path)
        return None if money is None else Money(*money)

    def discontinuities(self, lang: Lang = "en") -> list[str]:
        """Where successive years do not join, in words."""
        return [en if lang == "en" else zh for en, zh in self._native.discontinuities()]

    def beside(self, other: Span) -> Span:
        """The span of the bodies of both, over the same years."""
        return Span(self._native.beside(other._native))

    def __repr__(self) -> str:
        return f"<Span {self.years[0]} to {self.years[-1]}: {len(self.discontinuities())} discontinuities>"


def span(years: Iterable[Report | Consolidation], *, noting: bool = False, lang: Lang = "en") -> Span:
    """Chains the reports of a body, or the consolidations of the same bodies, over successive years.

    Raises :class:`~ogi_report.ChainError` where two years do not join: other bodies, a year missing, or not the same carried in
    that was carried over. With ``noting`` it keeps such places in :meth:`Span.discontinuities` instead.

    >>> import ogi_report
    >>> def report(year):
    ...     return ogi_report.Form("2021", dict.fromkeys(ogi_report.cells("2021"), 0), body="甲局", year=year).verify()
    >>> years = ogi_report.span([report(2022), report(2023)])
    >>> years.years, years.opening(), years.flow("requests.received.total")
    ([2022, 2023], 0, 0)
    >>> ogi_report.span([report(2022), report(2024)])
    Traceback (most recent call last):
        ...
    ogi_report.ChainError: the years do not join: after 2022 comes 2024, expected the year in between
    """
    chained: _native.Span | None = None
    for year in years:
        if isinstance(year, Report):
            next_: _native.Span | None = _native.Span.of(year._native)
        else:
            next_ = year._native.span(lang)
        if next_ is not None:
            chained = next_ if chained is None else chained.then(next_, noting, lang)
    if chained is None:
        raise ValueError("there is no report, so there are no years")
    return Span(chained)
