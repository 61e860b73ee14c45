"""The report: what a form that holds means."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any, cast

from . import _native
from ._body import Body
from ._form import Form
from ._values import Edition


class Report:
    """One annual report as counts that hold, from :meth:`Form.verify`. Its totals are computed, so they cannot be wrong.

    >>> import ogi_report
    >>> form = ogi_report.Form("2021", dict.fromkeys(ogi_report.cells("2021"), 0), body="某某局", year=2024)
    >>> report = form.verify()
    >>> report.body.name, report.year, report.edition
    ('某某局', 2024, '2021')
    >>> report.to_dict()["requests"]["received"]["natural_person"]
    0
    >>> ogi_report.Report.from_json(report.to_json()) == report, report.form == form
    (True, True)
    """

    __slots__ = ("_native",)

    def __init__(self, native: _native.Report) -> None:
        self._native = native

    @property
    def body(self) -> Body:
        """The reporting body."""
        return Body.from_dict(json.loads(self._native.body()))

    @property
    def year(self) -> int:
        """The reporting year."""
        return self._native.year

    @property
    def edition(self) -> Edition:
        """The edition that the report follows."""
        return cast(Edition, self._native.edition)

    @property
    def published(self) -> date | None:
        """The date of publication, if known."""
        day = self._native.published
        return None if day is None else date.fromisoformat(day)

    @property
    def form(self) -> Form:
        """The report as a form: every cell of its edition, totals added up."""
        return Form._of(self._native.form())

    @classmethod
    def from_json(cls, document: str | bytes) -> Report:
        """The report of a JSON document."""
        text = document.decode("utf-8-sig") if isinstance(document, bytes) else document
        return cls(_native.Report.from_json(text))

    def to_json(self) -> str:
        """The report as a JSON document."""
        return self._native.to_json()

    @classmethod
    def from_dict(cls, document: Mapping[str, Any]) -> Report:
        """The report of a document as a dict."""
        return cls.from_json(json.dumps(document, ensure_ascii=False))

    def to_dict(self) -> dict[str, Any]:
        """The report as a document."""
        return cast("dict[str, Any]", json.loads(self.to_json()))

    def __eq__(self, other: object) -> bool:
        return self._native.equals(other._native) if isinstance(other, Report) else NotImplemented

    def __hash__(self) -> int:
        return hash((self.body.name, self.year))

    def __repr__(self) -> str:
        return f"<Report: {self.body}, {self.year}>"

    def __reduce__(self) -> tuple[Any, ...]:
        return (Report.from_json, (self.to_json(),))
