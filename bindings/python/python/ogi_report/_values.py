"""What a cell holds, and the words that name things."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal, TypeAlias

Lang: TypeAlias = Literal["zh", "en"]
"""The languages of labels, messages and pages."""

Edition: TypeAlias = Literal["2019", "2021"]
"""The editions of the form: of 2019 for the reporting years 2019 and 2020, of 2021 for those since."""

Number: TypeAlias = int | Decimal
"""A number, always exact. A floating-point number is none."""

Value: TypeAlias = int | Decimal | str | None
"""What a cell holds: a number that is printed plainly, ``None`` for a blank, and any other text as printed."""


def printed(value: Value) -> str:
    """What a cell prints that holds a value.

    >>> from decimal import Decimal
    >>> printed(None), printed(12), printed(Decimal("1E+2")), printed("12件")
    ('', '12', '100', '12件')
    >>> printed(1.5)
    Traceback (most recent call last):
        ...
    TypeError: a cell holds an int, a Decimal, a text or None for a blank, not float
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, Decimal):
        if not value.is_finite():
            raise ValueError(f"{value} is no number that a cell can hold")
        return format(value, "f")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    kind = type(value).__name__
    raise TypeError(f"a cell holds an int, a Decimal, a text or None for a blank, not {kind}")


def readable(name: str) -> str:
    r"""The name of a file as a document can hold it. Bytes that are not UTF-8, which Python keeps as surrogates, become ``\ufffd``: a
    report in a file that was named in GBK is none the worse.

    >>> readable("a\udcb1.html") == "a\ufffd.html"
    True
    """
    return re.sub("[\ud800-\udfff]", "\ufffd", name)
