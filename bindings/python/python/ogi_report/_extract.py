"""Reading what was published."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import IO, TYPE_CHECKING, Any, TypeAlias, cast

from . import _native
from ._body import Body
from ._form import Form
from ._values import Edition, Lang, Number, Value

if TYPE_CHECKING:
    from ._check import HouseRule, Outcome

Source: TypeAlias = "str | os.PathLike[str] | bytes | bytearray | memoryview | IO[bytes] | IO[str]"

_LARGEST = 64 << 20
"""Bytes of the largest file that is read; the crate's own limit."""


@dataclass(frozen=True, slots=True)
class Location:
    """Where a source prints something."""

    kind: str
    """``bytes`` of a text, ``page`` of a PDF or OFD file, ``sheet`` of a workbook, ``table`` or ``paragraph`` of a Word file."""
    place: dict[str, Any]
    """The place as it stands in the document."""
    _words: dict[Lang, str] = field(repr=False)

    @property
    def bytes(self) -> tuple[int, int] | None:
        """The first byte and the one behind the last, where the source is a text."""
        return (self.place["start"], self.place["end"]) if self.kind == "bytes" else None

    def label(self, lang: Lang = "en") -> str:
        """The place in words."""
        return self._words[lang]


@dataclass(frozen=True, slots=True)
class Placed:
    """A figure of a table that has a place on the form."""

    cell: str
    printed: str
    """The text as printed there. Where digits had to be parted or joined it differs from what the cell holds."""
    value: Value
    """What the cell holds."""
    at: Location


@dataclass(frozen=True, slots=True)
class Unplaced:
    """Figures of a table that have no place on the form. They are never guessed."""

    printed: str
    reason: str
    at: Location
    alternatives: tuple[dict[str, str], ...]
    """Readings that are possible: the cells that each would fill, with their texts."""
    _words: dict[Lang, str] = field(repr=False)

    def message(self, lang: Lang = "en") -> str:
        """The reason in words."""
        return self._words[lang]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that the text around the tables states of the report's own year."""

    subject: str
    """What it counts."""
    measure: str
    """A ``count``, a ``share``, a ``growth`` or a ``difference``."""
    value: Number
    unit: str | None
    cells: tuple[str, ...]
    """The cells of the form that count the same."""
    words: str
    """The number as the text writes it."""
    sentence: str
    """The sentence that states it."""
    document: dict[str, Any] = field(repr=False)
    """Everything that is known of it."""
    _words: dict[Lang, str] = field(repr=False)

    def label(self, lang: Lang = "en") -> str:
        """The subject in words."""
        return self._words[lang]


class Extraction:
    """What was read from a page: the form, and whatever a reader should know beside it."""

    def __init__(self, native: _native.Extraction, source: str | None = None) -> None:
        self._native = native
        self._source = source

    def __repr__(self) -> str:
        return f"<Extraction: {self.title or 'no title'}, {len(self.placed)} placed, {len(self.unplaced)} unplaced>"

    @cached_property
    def form(self) -> Form:
        """The form, with every cell that could be placed. A cell that could not is absent."""
        form = Form._of(self._native.form())
        form.source = self._source
        return form

    @property
    def text(self) -> str:
        """The text of the page in reading order, without tags."""
        return self._native.text()

    @property
    def title(self) -> str | None:
        """The title of the report as printed, if the page has one."""
        return self._native.title()

    @property
    def body(self) -> Body | None:
        """The reporting body: that of the title, or of a sentence, as a note then says."""
        return self.form.body

    @property
    def year(self) -> int | None:
        """The reporting year: that of the title, or of a sentence, as a note then says."""
        return self.form.year

    @property
    def edition(self) -> Edition:
        """The edition of the form."""
        return self.form.edition

    @cached_property
    def placed(self) -> tuple[Placed, ...]:
        """The figures of the tables with where they stand, in the order of the form."""
        return tuple(
            Placed(cell, printed, cast(Value, value), _location(at, words))
            for cell, printed, value, at, words in self._native.placed()
        )

    @cached_property
    def unplaced(self) -> tuple[Unplaced, ...]:
        """The figures of the tables that have no place on the form, in the order of the page."""
        return tuple(
            Unplaced(printed, reason, _location(at, labels), tuple(map(dict, readings)), _both(words))
            for printed, reason, words, at, labels, readings in self._native.unplaced()
        )

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The figures that the text around the tables states, with the sentences that state them.

        >>> import ogi_report
        >>> page = ogi_report.read("某某局2024年政府信息公开工作年度报告\\n一、总体情况\\n全年收到政府信息公开申请两件。\\n"
        ...     "二、主动公开政府信息情况\\n第二十条第（六）项\\n本年处理决定数量\\n行政处罚\\n3\\n".encode())
        >>> [(figure.label(), figure.value, figure.words, figure.sentence) for figure in page.figures]
        [('requests received', 2, '两', '全年收到政府信息公开申请两件')]
        """
        text = self.text.encode()
        documents = json.loads(self._narrative.to_json())["figures"]
        labels, cells = self._narrative.subjects(), self._narrative.cells(self.edition)
        return tuple(_figure(text, *known) for known in zip(documents, labels, cells, strict=True))

    @cached_property
    def sections(self) -> dict[str, str]:
        """The texts of the report by the part that they are of: ``title``, ``preamble``, ``overview`` (一), ``problems`` (五),
        ``other_matters`` (六), ``signature``; a part that the page does not have is not there."""
        parts = json.loads(self._native.sections())
        return {name: part["text"] for name, part in parts.items() if isinstance(part, dict)}

    @cached_property
    def narrative(self) -> dict[str, Any]:
        """Everything that the text states, as a document."""
        return cast("dict[str, Any]", json.loads(self._narrative.to_json()))

    def notes(self, lang: Lang = "en") -> list[str]:
        """What else a reader should know, in words."""
        return [en if lang == "en" else zh for en, zh in self._native.notes()]

    def check(
        self,
        *,
        previous: Form | None = None,
        previous_text: str | Extraction | None = None,
        policy: str = "default",
        house_rules: Iterable[HouseRule] = (),
    ) -> Outcome:
        """Checks the form, and compares it with the text of its own page."""
        return self.form.check(
            previous=previous, text=self, previous_text=previous_text, policy=policy, house_rules=house_rules
        )

    def to_json(self) -> str:
        """All that was read as a JSON document."""
        return self._native.to_json()

    def to_dict(self) -> dict[str, Any]:
        """All that was read as a document."""
        return cast("dict[str, Any]", json.loads(self.to_json()))

    def _repr_html_(self) -> str:
        return self.check()._repr_html_()

    @cached_property
    def _narrative(self) -> _native.Narrative:
        return self._native.narrative()


def read(source: Source, *, lang: Lang = "en", limits: dict[str, int] | None = None) -> Extraction:
    """Reads the report in a file: a web page, plain text, or a Word, Excel, OpenDocument, PDF or OFD file.

    ``source`` is a path, the bytes of a file, or an open file. A text is a path, never the report itself. ``limits`` bounds what is
    read by ``bytes``, ``cells``, ``depth`` and ``steps``; beyond one there is an exception, and nothing is cut off.

    Raises :class:`~ogi_report.ExtractError` in the language asked for if there is no report, and :class:`OSError` if the file cannot
    be read. While it reads, other threads run.

    >>> import ogi_report
    >>> page = ogi_report.read("第二十条第（六）项\\n本年处理决定数量\\n行政处罚\\n3\\n".encode())
    >>> dict(page.form)
    {'proactive.penalties.decisions': 3}
    >>> page.placed[0].at.label(), page.unplaced
    ('bytes 66–67', ())
    """
    name = None
    if isinstance(source, str | os.PathLike):
        name = os.fsdecode(source)
    most = (limits or {}).get("bytes", _LARGEST)
    return Extraction(_native.read(_bytes(source, most), lang, limits), name)


def _bytes(source: Source, most: int) -> bytes:
    """The bytes of a source. Of a file they are one more than the limit at most, so that what has no end is refused, too."""
    if isinstance(source, bytes):
        return source
    if isinstance(source, bytearray | memoryview):
        return bytes(source)
    if isinstance(source, str | os.PathLike):
        with open(source, "rb") as file:
            return file.read(most + 1)
    if not hasattr(source, "read"):
        raise TypeError(f"a report is read from a path, bytes or an open file, not from {type(source).__name__}")
    parts: list[bytes] = []
    left = most + 1
    # A file may give less than it is asked for, or more; what it gives counts, not what it says of itself.
    while left > 0 and (part := source.read(min(left, 1 << 20))):
        part = part.encode() if isinstance(part, str) else part
        if not isinstance(part, bytes | bytearray | memoryview):
            raise TypeError(f"the file gives {type(part).__name__}, expected bytes or text")
        parts.append(bytes(part))
        left -= len(parts[-1])
    return b"".join(parts)


def _both(words: tuple[str, str]) -> dict[Lang, str]:
    return {"en": words[0], "zh": words[1]}


def _location(place: str, words: tuple[str, str]) -> Location:
    document = json.loads(place)
    return Location(document["kind"], document, _both(words))


def _figure(text: bytes, document: dict[str, Any], label: tuple[str, str], cells: list[str]) -> Figure:
    def at(span: dict[str, int]) -> str:
        return text[span["start"] : span["end"]].decode()

    value = Decimal(str(document["value"]))
    return Figure(
        subject=document["subject"],
        measure=document["measure"],
        value=int(value) if value == value.to_integral_value() else value,
        unit=document.get("unit"),
        cells=tuple(cells),
        words=at(document["span"]),
        sentence=at(document["sentence"]),
        document=document,
        _words=_both(label),
    )
