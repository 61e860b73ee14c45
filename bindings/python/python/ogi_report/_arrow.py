"""Forms and findings as Arrow, and back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, Protocol, TypeAlias, runtime_checkable

from . import _native
from ._check import Outcome
from ._form import Form
from ._values import Edition

Layout: TypeAlias = Literal["wide", "long"]


@runtime_checkable
class ArrowStream(Protocol):
    """Anything that gives a stream of Arrow batches: a table of pyarrow, polars, DuckDB, or of this package."""

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...


class Table:
    """A table that Arrow libraries take as it is, without copying: ``pyarrow.table(table)``, ``polars.DataFrame(table)``,
    ``pandas.DataFrame.from_arrow(table)``, ``duckdb.from_arrow(table)``.

    Its batches are made as they are asked for, so that it takes little memory, and it may be taken any number of times.
    """

    __slots__ = ("_native",)

    def __init__(self, native: _native.Table) -> None:
        self._native = native

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        return self._native.__arrow_c_stream__(requested_schema)

    def __arrow_c_array__(self, requested_schema: object | None = None) -> tuple[object, object]:
        return self._native.__arrow_c_array__(requested_schema)

    def __arrow_c_schema__(self) -> object:
        return self._native.__arrow_c_schema__()

    @property
    def columns(self) -> list[str]:
        """The names of the columns."""
        return self._native.column_names()

    def __repr__(self) -> str:
        return f"<Table of {self._native.sources()} forms: {len(self.columns)} columns>"


def to_arrow(forms: Iterable[Form], layout: Layout = "wide", *, edition: Edition | None = None) -> Table:
    """Forms as a table.

    ``wide`` has a row for each form and a column for each cell, named by its path. ``long`` has a row for each cell, with ``path``,
    ``state``, ``value``, ``unit`` and ``printed``. Either is one-to-one: :func:`from_arrow` gives the forms back. A cell without a
    number is null in its column, never 0. ``edition`` leaves out the columns of the other edition, and then takes forms of this one
    only.

    >>> import ogi_report
    >>> form = ogi_report.Form("2021", {"requests.received.total": 5}, body="某某局")
    >>> table = ogi_report.to_arrow([form])
    >>> "requests.received.total" in table.columns
    True
    >>> ogi_report.from_arrow(table) == [form]
    True
    >>> ogi_report.to_arrow([form], layout="long").columns[-5:]
    ['path', 'state', 'value', 'unit', 'printed']
    """
    if layout not in ("wide", "long"):
        raise ValueError(f"unknown layout {layout!r}, expected wide or long")
    if layout == "long" and edition is not None:
        raise ValueError("the long layout has rows for cells, so it leaves out no edition")
    return Table(_native.forms_table([form._native for form in forms], layout == "long", edition))


def findings_to_arrow(outcomes: Iterable[Outcome]) -> Table:
    """The findings of checks as a table, a row for each: whose form, which rule, how grave, where, the message in both languages, and
    the cells. ``form`` is the number of the outcome, from 0 on.

    >>> import ogi_report
    >>> table = ogi_report.findings_to_arrow([ogi_report.Form("2021").check()])
    >>> table.columns
    ['form', 'source', 'body', 'year', 'edition', 'rule', 'severity', 'at', 'message_zh', 'message_en', 'cells']
    """
    return Table(_native.findings_table([(outcome.form._native, outcome._native) for outcome in outcomes]))


def from_arrow(table: ArrowStream) -> list[Form]:
    """The forms in a table of either layout, from whatever library it comes.

    Raises :class:`~ogi_report.ColumnsError` if columns are missing or contradict each other: no figure is made up.
    """
    return [Form._of(form) for form in _native.from_arrow(table)]
