"""The cells of the form and the rules, by name."""

from __future__ import annotations

from . import _native
from ._values import Edition, Lang


def cells(edition: Edition | None = None) -> list[str]:
    """The paths of the cells that an edition prints, in printed order; without one, of the cells of both.

    >>> len(cells("2019")), len(cells("2021")), len(cells())
    (198, 200, 226)
    """
    return _native.cells(edition)


def label(path: str, lang: Lang = "zh") -> str:
    """The label of a cell.

    >>> label("requests.received.total"), label("requests.received.total", "en")
    ('一、本年新收政府信息公开申请数量，总计', 'requests newly received in the year, total')
    """
    return _native.label(path, lang)


def rules() -> list[str]:
    """The codes of the rules, in the order of the rule book.

    >>> rules()[0]
    'C101'
    """
    return _native.rules()


def explain(code: str, lang: Lang = "zh") -> str:
    """The page of a rule: what must hold, why, where it comes from, and an example.

    >>> explain("R103", "en").splitlines()[0].startswith("R103")
    True
    """
    return _native.explain(code, lang)
