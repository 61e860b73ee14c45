"""The outcome of a check, and rules of the house."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, cast

from . import _native
from ._form import Form, framed
from ._values import Lang, Number, readable

if TYPE_CHECKING:
    from ._arrow import Table
    from ._extract import Extraction

Severity: TypeAlias = Literal["error", "warning", "info"]
Verdict: TypeAlias = Literal["holds", "not_assessed", "broken"]


@dataclass(frozen=True, slots=True)
class Finding:
    """A broken rule, where, and the figures that show it.

    >>> import ogi_report
    >>> form = ogi_report.Form("2021", dict.fromkeys(ogi_report.cells("2021"), 0), body="某某局", year=2024)
    >>> form["requests.received.total"] = 6
    >>> finding = form.check().findings[0]
    >>> finding.rule, finding.severity, finding.at
    ('R103', 'error', 'requests.received.total')
    >>> finding.message("zh").startswith("【一、本年新收政府信息公开申请数量，总计】")
    True
    """

    rule: str
    """The code of the rule."""
    severity: Severity
    """How grave it is."""
    at: str
    """The path of a cell, the name of a section, or ``document``."""
    cells: tuple[str, ...]
    """Every cell that the rule looked at and that shows the fault."""
    evidence: Mapping[str, Any]
    """The figures, as they stand in the document."""
    _words: Mapping[Lang, str] = field(repr=False)

    def message(self, lang: Lang = "en") -> str:
        """What is wrong, in words."""
        return self._words[lang]


class Outcome:
    """The outcome of a check. It is true if the form holds: no rule is broken, and each could be assessed.

    >>> import ogi_report
    >>> outcome = ogi_report.Form("2021").check()
    >>> bool(outcome), outcome.verdict
    (False, 'broken')

    Libraries that take Arrow take it as the table of its findings.
    """

    def __init__(self, native: _native.Checked, form: Form) -> None:
        self._native = native
        self.form = form
        """The form as it was when it was checked."""

    def __bool__(self) -> bool:
        return self._native.holds()

    def __repr__(self) -> str:
        counts = ", ".join(f"{self.count(severity)} {severity}" for severity in ("error", "warning", "info"))
        return f"<Outcome {self.verdict}: {counts}>"

    @property
    def verdict(self) -> Verdict:
        """``holds``, ``broken``, or ``not_assessed`` where figures are wanting and nothing is broken."""
        return cast(Verdict, self._native.verdict())

    def count(self, severity: Severity) -> int:
        """How many findings are so grave.

        >>> import ogi_report
        >>> ogi_report.Form("2021").check().count("error")
        5
        """
        return self._native.count(severity)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """The findings: first the document, then section by section, in printed order."""
        documents = json.loads(self._native.findings(), parse_float=Decimal)
        return tuple(map(_finding, documents, self._native.cells()))

    @cached_property
    def ledger(self) -> tuple[dict[str, Any], ...]:
        """For each rule, whether it held, was broken or could not be assessed, and why.

        >>> import ogi_report
        >>> ogi_report.Form("2021").check().ledger[0]["rule"]
        'C101'
        """
        return tuple(self.to_dict()["ledger"])

    def table(self) -> Table:
        """The findings as a table, a row for each.

        >>> import ogi_report
        >>> ogi_report.Form("2021").check().table().columns[-6:]
        ['rule', 'severity', 'at', 'message_zh', 'message_en', 'cells']
        """
        from ._arrow import findings_to_arrow

        return findings_to_arrow([self])

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        return self.table().__arrow_c_stream__(requested_schema)

    def to_json(self) -> str:
        """The outcome as a JSON document: findings in both languages, and the ledger."""
        return self._native.to_json()

    def to_dict(self) -> dict[str, Any]:
        """The outcome as a document.

        >>> import ogi_report
        >>> sorted(ogi_report.Form("2021").check().to_dict())
        ['findings', 'ledger', 'policy', 'schema_version', 'verdict']
        """
        return cast("dict[str, Any]", json.loads(self.to_json(), parse_float=Decimal))

    def to_text(self, lang: Lang = "zh") -> str:
        """The findings, and what was and was not checked, for a terminal."""
        return self._native.text(lang)

    def to_html(self, lang: Lang = "zh") -> str:
        """The review sheet, a complete page: the official tables with every finding marked and explained."""
        return _native.review(self.form._native, self._native, lang)

    def to_junit(self, suite: str, lang: Lang = "zh") -> str:
        """The outcome as JUnit XML: a test for each rule."""
        return self._native.junit(readable(suite), lang)

    def to_sarif(
        self, artifact: str, lang: Lang = "zh", extraction: Extraction | None = None, source: str | None = None
    ) -> str:
        """The findings as a SARIF log; with the page that the form was read from, with their places on it.

        ``source`` is the whole text of the file, where it is text in UTF-8: places then have lines and columns. Of a form as JSON it
        gives the places of the cells, too.
        """
        places: dict[str, tuple[str, tuple[int, int] | None]] = {}
        if extraction is not None:
            places = {p.cell: (p.at.label(lang), p.at.bytes) for p in extraction.placed}
        if source is not None and not places:
            data = source.encode()
            for path in {finding.at for finding in self.findings}:
                # In a form as JSON the path of a cell is a key.
                key = f'"{path}"'.encode()
                if (start := data.find(key)) >= 0:
                    places[path] = (path, (start, start + len(key)))
        return self._native.sarif(readable(artifact), lang, places, source)

    def _repr_html_(self) -> str:
        return framed(self.to_html())


def _finding(document: dict[str, Any], cells: list[str]) -> Finding:
    return Finding(
        rule=document["rule"],
        severity=document["severity"],
        at=document["at"],
        cells=tuple(cells),
        evidence=document["evidence"],
        _words=document["message"],
    )


def narrative_of(text: str | Extraction | None) -> _native.Narrative | None:
    """What a text states, if there is one."""
    if text is None:
        return None
    return _native.Narrative.from_text(text) if isinstance(text, str) else text._narrative


# Rules of the house.


class NoNumber(KeyError):
    """A cell has no number that a rule can use. A house rule that does not catch it could not be assessed there."""

    def __init__(self, path: str, words: tuple[str, str]) -> None:
        super().__init__(path)
        self.path = path
        self._words: dict[Lang, str] = {"en": words[0], "zh": words[1]}

    def message(self, lang: Lang = "en") -> str:
        """Why it has none."""
        return self._words[lang]

    def __str__(self) -> str:
        return f"{self.path}: {self.message()}"


class Numbers(Mapping[str, Number]):
    """The numbers of the cells of a form, as a house rule calculates with them.

    A cell without a number is not there, and asking for it raises :class:`NoNumber`: a blank is never 0.
    """

    def __init__(self, known: dict[str, Number], unknown: dict[str, tuple[str, str]]) -> None:
        self._known = known
        self._unknown = unknown

    def __getitem__(self, path: str) -> Number:
        if path in self._unknown:
            raise NoNumber(path, self._unknown[path])
        return self._known[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)


@dataclass(frozen=True, slots=True)
class Broken:
    """A house rule is broken at a place: the path of a cell, the name of a section, or ``document``."""

    at: str
    zh: str
    """The message in Chinese."""
    en: str = ""
    """The message in English; without one it is the Chinese."""
    cells: tuple[str, ...] = ()
    """The cells whose figures show it."""


@dataclass(frozen=True, slots=True)
class NotAssessed:
    """A house rule cannot be assessed at a place for want of figures."""

    at: str
    missing: tuple[str, ...] = ()
    """The cells without a number that it needs."""


@dataclass(frozen=True, slots=True)
class Holds:
    """A house rule holds at a place."""


Answer: TypeAlias = Broken | NotAssessed | Holds
Question: TypeAlias = Callable[[Form, Numbers], Answer | Iterable[Answer] | None]


@dataclass(frozen=True, slots=True)
class HouseRule:
    """A rule of an office beside the rule book; :func:`house_rule` makes one of a function."""

    code: str
    severity: Severity
    ask: Question
    formula: tuple[str, str]
    page: tuple[str, str]


def house_rule(
    code: str,
    severity: Severity = "error",
    *,
    formula: tuple[str, str] | None = None,
    page: tuple[str, str] | None = None,
) -> Callable[[Question], HouseRule]:
    """Makes a rule of a function of a form and its numbers. The code is ``X`` and three digits; ``formula`` and ``page``
    are texts in Chinese and English.

    The function returns, or yields, an answer for each place that it looks at: :class:`Broken`, :class:`NotAssessed` or
    :class:`Holds`. To return ``None`` is to say that it holds, and to yield nothing that nothing calls for it. If it asks
    for a number that is not there, it could not be assessed. Any other exception ends the check.

    Its findings join those of the rule book in the ledger, the verdict and every output, and :meth:`Form.verify` refuses a form
    that breaks it with severity error.

    >>> import ogi_report
    >>> @ogi_report.house_rule("X101", formula=("新收申请 > 0", "requests received > 0"))
    ... def some_requests(form, numbers):
    ...     if numbers["requests.received.total"] == 0:
    ...         return ogi_report.Broken("requests.received.total", "没有收到申请。", "no request was received.")
    >>> form = ogi_report.Form("2021", dict.fromkeys(ogi_report.cells("2021"), 0), body="某某局", year=2024)
    >>> [finding.message("en") for finding in form.check(house_rules=[some_requests]).findings]
    ['no request was received.']
    >>> form["requests.received.total"] = None
    >>> for path in form:
    ...     if path.startswith("requests.received."):
    ...         form[path] = None
    >>> form.check(house_rules=[some_requests], policy="none").ledger[-1]["gaps"]
    [{'at': 'requests.received.total', 'missing': ['requests.received.total']}]

    A check with such a rule calls into Python for each form, which is slow: some tenths of a millisecond.
    """

    def rule(ask: Question) -> HouseRule:
        text = formula or (code, code)
        # A docstring is the page that a Python person writes.
        words = page or ((ask.__doc__ or code).strip(),) * 2
        return HouseRule(code, severity, ask, text, (words[0], words[1]))

    return rule


_Said: TypeAlias = tuple[str, str, tuple[str, str], list[str]]


def _said(answer: Answer) -> _Said:
    match answer:
        case Broken(at, zh, en, cells):
            return ("broken", at, (en or zh, zh), list(cells))
        case NotAssessed(at, missing):
            return ("not_assessed", at, ("", ""), list(missing))
        case Holds():
            return ("holds", "document", ("", ""), [])
    raise TypeError(f"a house rule answers Broken, NotAssessed or Holds, not {type(answer).__name__}")


def _asked(rule: HouseRule) -> Callable[[_native.Form, dict[str, Number], dict[str, tuple[str, str]]], list[_Said]]:
    def ask(
        form: _native.Form, known: dict[str, Number], unknown: dict[str, tuple[str, str]]
    ) -> list[_Said]:
        said: list[_Said] = []
        try:
            answers = rule.ask(Form._of(form), Numbers(known, unknown))
            if answers is None:
                answers = Holds()
            for answer in [answers] if isinstance(answers, Broken | NotAssessed | Holds) else answers:
                said.append(_said(answer))
        except NoNumber as wanting:
            said.append(_said(NotAssessed(wanting.path, (wanting.path,))))
        return said

    return ask


def described(rules: Iterable[HouseRule]) -> list[_native._Described]:
    """The rules as the native module takes them."""
    return [
        (rule.code, rule.severity, rule.formula[::-1], rule.page[::-1], _asked(rule))
        for rule in rules
    ]
