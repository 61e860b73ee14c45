"""The form: what was printed, cell by cell."""

from __future__ import annotations

import html
import json
from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from datetime import date
from typing import TYPE_CHECKING, Any, cast

from . import _native
from ._body import Body, to_document
from ._values import Edition, Lang, Number, Value, printed, readable

if TYPE_CHECKING:
    from ._check import HouseRule, Outcome
    from ._extract import Extraction
    from ._native import Form as NativeForm
    from ._report import Report


class Form(MutableMapping[str, Value]):
    """A report as it was printed: a mapping from the paths of cells to what they hold.

    A cell that is not on the page has no key. One that is there and empty is ``None``; it is never 0. A number that is
    printed plainly is an ``int`` or a ``Decimal``; anything else, such as ``12件`` or ``/``, is the text as printed.
    :meth:`numbers` reads those, too.

    >>> import ogi_report
    >>> form = ogi_report.Form("2021", {"requests.received.total": 5, "requests.received.natural_person": None})
    >>> form["requests.received.total"] = "12件"
    >>> dict(form)
    {'requests.received.natural_person': None, 'requests.received.total': '12件'}
    >>> form.numbers()["requests.received.total"]
    12
    >>> form["requests.carried_in.total"]
    Traceback (most recent call last):
        ...
    KeyError: 'requests.carried_in.total'
    >>> len(form), "requests.received.total" in form
    (2, True)

    What is changed in one thread while another checks the form does not reach that check.
    """

    __slots__ = ("_native",)
    _native: NativeForm

    def __init__(
        self,
        edition: Edition,
        cells: Mapping[str, Value] | Iterable[tuple[str, Value]] = (),
        *,
        body: Body | str | None = None,
        year: int | None = None,
        published: date | str | None = None,
        source: str | None = None,
    ) -> None:
        self._native = _native.Form(edition)
        self.update(cells)
        self.body = body
        self.year = year
        self.published = published
        self.source = source

    @classmethod
    def _of(cls, native: NativeForm) -> Form:
        form = cls.__new__(cls)
        form._native = native
        return form

    # The mapping.

    def __getitem__(self, path: str) -> Value:
        return cast(Value, self._native.get(path))

    def __setitem__(self, path: str, value: Value) -> None:
        self._native.set(path, printed(value))

    def __delitem__(self, path: str) -> None:
        self._native.remove(path)

    def __iter__(self) -> Iterator[str]:
        return iter(self._native.paths())

    def __len__(self) -> int:
        return self._native.count()

    def __contains__(self, path: object) -> bool:
        return isinstance(path, str) and self._native.has(path)

    def __eq__(self, other: object) -> bool:
        return self._native.equals(other._native) if isinstance(other, Form) else NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"<Form {self.edition}: {self.body or 'no body'}, {self.year or 'no year'}, {len(self)} cells>"

    def __copy__(self) -> Form:
        return self.copy()

    def __deepcopy__(self, _memo: object) -> Form:
        return self.copy()

    def __reduce__(self) -> tuple[Any, ...]:
        return (Form.from_json, (self.to_json(),))

    def copy(self) -> Form:
        """The same form once more.

        >>> form = Form("2021")
        >>> form.copy() == form
        True
        """
        return Form._of(self._native.copy())

    def printed(self, path: str) -> str | None:
        """The text of a cell as printed; empty for a blank, ``None`` for a cell that is not there.

        >>> Form("2021", {"requests.received.total": 5}).printed("requests.received.total")
        '5'
        """
        return self._native.printed(path)

    # Whose form it is.

    @property
    def edition(self) -> Edition:
        """The edition that the form follows.

        >>> Form("2019").edition
        '2019'
        """
        return cast(Edition, self._native.edition)

    @property
    def body(self) -> Body | None:
        """The reporting body, if the source names it."""
        return Body._of(self._native.body())

    @body.setter
    def body(self, body: Body | str | None) -> None:
        self._native.set_body(None if body is None else to_document(body))

    @property
    def year(self) -> int | None:
        """The reporting year, if the source names it."""
        return self._native.year

    @year.setter
    def year(self, year: int | None) -> None:
        self._native.set_year(year)

    @property
    def published(self) -> date | None:
        """The date of publication, if known."""
        day = self._native.published
        return None if day is None else date.fromisoformat(day)

    @published.setter
    def published(self, day: date | str | None) -> None:
        self._native.set_published(None if day is None else str(day))

    @property
    def period(self) -> tuple[date, date] | None:
        """The first and the last day of the statistical period, if the source states it."""
        days = self._native.period
        return None if days is None else (date.fromisoformat(days[0]), date.fromisoformat(days[1]))

    @property
    def source(self) -> str | None:
        """Where the form was read from: the name of a file, an address. No rule looks at it."""
        return self._native.source

    @source.setter
    def source(self, source: str | None) -> None:
        self._native.set_source(None if source is None else readable(source))

    def infer_body(self) -> None:
        """Fills in what the name of the body tells of its level, kind and region.

        >>> form = Form("2021", body="江苏省淮安市洪泽区人民政府")
        >>> form.infer_body()
        >>> form.body.region, form.body.level, form.body.kind
        ('320813', 'county', 'government')
        """
        self._native.infer_body()

    # Documents.

    @classmethod
    def from_json(cls, document: str | bytes) -> Form:
        """The form of a JSON document.

        >>> Form.from_json('{"edition": "2021", "cells": {"requests.received.total": 5}}')["requests.received.total"]
        5
        """
        text = document.decode("utf-8-sig") if isinstance(document, bytes) else document
        return cls._of(_native.Form.from_json(text))

    def to_json(self) -> str:
        """The form as a JSON document.

        >>> Form("2021").to_json()
        '{"schema_version":1,"edition":"2021","cells":{}}'
        """
        return self._native.to_json()

    @classmethod
    def from_dict(cls, document: Mapping[str, Any]) -> Form:
        """The form of a document as a dict; a ``Decimal`` in it is a number that a cell prints.

        >>> Form.from_dict({"edition": "2021", "cells": {"requests.received.total": 5}}) == Form(
        ...     "2021", {"requests.received.total": 5})
        True
        """
        return cls.from_json(json.dumps(document, ensure_ascii=False, default=_decimal))

    def to_dict(self) -> dict[str, Any]:
        """The form as a document: what :meth:`to_json` writes.

        >>> Form("2021", {"requests.received.total": 5}).to_dict()["cells"]
        {'requests.received.total': 5}
        """
        return cast("dict[str, Any]", json.loads(self.to_json()))

    # What the form says.

    def check(
        self,
        *,
        previous: Form | None = None,
        text: str | Extraction | None = None,
        previous_text: str | Extraction | None = None,
        policy: str = "default",
        house_rules: Iterable[HouseRule] = (),
    ) -> Outcome:
        """Checks the form against every rule of its edition.

        ``previous`` is the form of the same body for the year before. ``text`` is what the report says around its tables,
        or the page that it was read from; ``previous_text`` the same of the year before. ``policy`` is ``default``, ``strict``, ``lenient`` or ``none``, and then what
        differs: ``strict,P3=off``. ``house_rules`` are asked besides.

        >>> form = Form("2021", dict.fromkeys(ogi_report.cells("2021"), 0), body="某某局", year=2024)
        >>> bool(form.check())
        True
        >>> form["requests.received.total"] = 6
        >>> outcome = form.check()
        >>> bool(outcome), [finding.rule for finding in outcome.findings]
        (False, ['R103', 'R101'])
        """
        other = None if previous is None else previous._native
        texts = _checks.narrative_of(text), _checks.narrative_of(previous_text)
        rules = _checks.described(house_rules)
        return _checks.Outcome(_native.check(self._native, other, *texts, policy, rules), self.copy())

    def verify(
        self,
        *,
        previous: Form | None = None,
        text: str | Extraction | None = None,
        previous_text: str | Extraction | None = None,
        policy: str = "default",
        house_rules: Iterable[HouseRule] = (),
        lang: Lang = "en",
    ) -> Report:
        """The report that the form states.

        Raises :class:`~ogi_report.RejectedError` if it does not hold, or if something could not be assessed. A policy can add
        refusals and cannot let a wrong figure through.

        >>> form = Form("2021", dict.fromkeys(ogi_report.cells("2021"), 0), body="某某局", year=2024)
        >>> form.verify()
        <Report: 某某局, 2024>
        >>> form["requests.received.total"] = 6
        >>> form.verify()
        Traceback (most recent call last):
            ...
        ogi_report.RejectedError: the form does not verify: ...
        """
        other = None if previous is None else previous._native
        texts = _checks.narrative_of(text), _checks.narrative_of(previous_text)
        rules = _checks.described(house_rules)
        return _reports.Report(_native.verify(self._native, other, *texts, policy, rules, lang))

    def numbers(self, *, policy: str = "default") -> dict[str, Number]:
        """The numbers of the cells as the rules read them; a cell without one is not there.

        ``12件`` is 12. A total that follows from its parts is their sum, whatever the form states for it.

        >>> Form("2021", {"requests.received.total": "/"}).numbers()
        {}
        """
        return _native.readings(self._native, policy)[0]

    def convert(self, edition: Edition) -> tuple[Form, list[str]]:
        """The form in the other edition, and in words what was lost on the way.

        >>> form, lost = Form("2019", {"requests.outcomes.granted.total": 1}).convert("2021")
        >>> form["requests.outcomes.granted.total"], lost
        (1, [])
        """
        form, losses = self._native.convert(edition)
        return Form._of(form), [english for english, _ in losses]

    def diagnose(self, lang: Lang = "en") -> list[str]:
        """The cells that explain sums that do not add up, in words.

        >>> form = Form("2021", dict.fromkeys(ogi_report.cells("2021"), 0))
        >>> form["requests.received.natural_person"] = 3
        >>> len(form.diagnose())
        1
        """
        return self._native.diagnose(lang)[1]

    # What it looks like.

    def to_html(self, lang: Lang = "zh") -> str:
        """The official tables as a complete web page.

        >>> Form("2021").to_html().startswith("<!DOCTYPE html>")
        True
        """
        return _native.form_html(self._native, lang)

    def to_text(self, lang: Lang = "zh") -> str:
        """The official tables as text for a terminal."""
        return _native.form_text(self._native, lang)

    def to_tsv(self) -> str:
        """The tidy table: a line for every cell, with its state, value, unit and note.

        >>> Form("2021").to_tsv().splitlines()[0].split("\\t")[-5:]
        ['path', 'state', 'value', 'unit', 'note']
        """
        return _native.tidy(self._native)

    def _repr_html_(self) -> str:
        """The official tables with the findings of a check marked, for a notebook."""
        return self.check()._repr_html_()


def _decimal(value: object) -> object:
    from decimal import Decimal

    if isinstance(value, Decimal):
        text = printed(value)
        return text if "." in text else int(text)
    raise TypeError(f"{type(value).__name__} is nothing that a document holds")


def framed(page: str) -> str:
    """A page in a frame of its own, so that its styles and anchors do not meet those of the notebook."""
    style = "width:100%;height:40em;border:1px solid #ccc;resize:vertical"
    return f'<iframe sandbox="" style="{style}" srcdoc="{html.escape(page)}"></iframe>'


# They need forms, and forms need them: by now there is a form.
from . import _check as _checks  # noqa: E402
from . import _report as _reports  # noqa: E402


