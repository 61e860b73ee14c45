"""Reads, checks and sums China's annual reports on open government information (政府信息公开工作年度报告).

>>> import ogi_report
>>> page = ogi_report.read("某某局2024年政府信息公开工作年度报告\\n第二十条第（六）项\\n本年处理决定数量\\n行政处罚\\n3\\n".encode())
>>> page.form["proactive.penalties.decisions"], page.form.body.name, page.year
(3, '某某局', 2024)
>>> outcome = page.check()
>>> bool(outcome), outcome.findings[0].message()
(False, ...)

Its promise is that of the crate: never a silent wrong number. A blank is not 0, a figure without a place is listed and not
guessed, and a total of partial data says so. No number is ever a ``float``.
"""

from ._arrow import ArrowStream, Table, findings_to_arrow, from_arrow, to_arrow
from ._body import Body
from ._check import (
    Broken,
    Finding,
    Holds,
    HouseRule,
    NoNumber,
    NotAssessed,
    Numbers,
    Outcome,
    house_rule,
)
from ._collect import Progress, Summary, collect
from ._errors import (
    ChainError,
    CollectError,
    ColumnsError,
    DocumentError,
    ExtractError,
    NoFormError,
    NotOneWholeError,
    OgiReportError,
    PolicyError,
    RejectedError,
    UnknownCellError,
)
from ._extract import Extraction, Figure, Location, Placed, Unplaced, read
from ._form import Form
from ._labels import cells, explain, label, rules
from ._report import Report
from ._sum import Consolidation, Coverage, Money, Rate, Span, Totals, consolidate, rollup, span
from ._values import Edition, Lang, Number, Value

__all__ = [
    "ArrowStream",
    "Body",
    "Broken",
    "ChainError",
    "CollectError",
    "ColumnsError",
    "Consolidation",
    "Coverage",
    "DocumentError",
    "Edition",
    "ExtractError",
    "Extraction",
    "Figure",
    "Finding",
    "Form",
    "Holds",
    "HouseRule",
    "Lang",
    "Location",
    "Money",
    "NoFormError",
    "NoNumber",
    "NotAssessed",
    "NotOneWholeError",
    "Number",
    "Numbers",
    "OgiReportError",
    "Outcome",
    "Placed",
    "PolicyError",
    "Progress",
    "Rate",
    "RejectedError",
    "Report",
    "Span",
    "Summary",
    "Table",
    "Totals",
    "UnknownCellError",
    "Unplaced",
    "Value",
    "cells",
    "collect",
    "consolidate",
    "explain",
    "findings_to_arrow",
    "from_arrow",
    "house_rule",
    "label",
    "read",
    "rollup",
    "rules",
    "span",
    "to_arrow",
]

# Tracebacks, pickles and help name what is public by the package that it is imported from.
for _name in __all__:
    if getattr(globals()[_name], "__module__", "").startswith("ogi_report."):
        globals()[_name].__module__ = "ogi_report"
del _name
