"""The exceptions of the package."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import _native
    from ._check import Outcome
    from ._form import Form
    from ._values import Lang


class OgiReportError(Exception):
    """What every exception of the package is.

    The words are those of the crate, in the language that was asked for; :meth:`message` has them in either.

    >>> import ogi_report
    >>> try:
    ...     ogi_report.read(b"no report", lang="zh")
    ... except ogi_report.OgiReportError as error:
    ...     print(error)
    ...     print(error.message("en"))
    没有找到官方表格中的数字：第二、三、四部分的表格应为文字，不能是图片
    no figure of the official tables was found, expected the tables of sections 二, 三 and 四 as text, not as pictures
    """

    def __init__(self, en: str, zh: str | None = None, lang: Lang = "en") -> None:
        self._words: dict[Lang, str] = {"en": en, "zh": en if zh is None else zh}
        super().__init__(self._words[lang])

    def message(self, lang: Lang) -> str:
        """The words in a language. Where the crate has none in Chinese, they are English."""
        return self._words[lang]


class ExtractError(OgiReportError, ValueError):
    """No report could be read from a file: it has none, it is of another format, damaged, or beyond a limit."""


class DocumentError(OgiReportError, ValueError):
    """A JSON document or a dict is not what its schema asks for."""


class UnknownCellError(OgiReportError, KeyError):
    """No cell has this path.

    >>> import ogi_report
    >>> form = ogi_report.Form("2021")
    >>> form["requests.recieved.total"] = 5
    Traceback (most recent call last):
        ...
    ogi_report.UnknownCellError: `requests.recieved.total` is not a cell of the form
    """

    def __str__(self) -> str:
        # That of `KeyError` puts quotes around the words.
        return Exception.__str__(self)


class PolicyError(OgiReportError, ValueError):
    """A text is no policy."""


class ColumnsError(OgiReportError, ValueError):
    """A table is none of forms, or forms do not fit into a table."""


class NoFormError(OgiReportError, ValueError):
    """Totals cannot be printed as one form."""


class ChainError(OgiReportError, ValueError):
    """Years do not join, or bodies are not one whole over the same years."""


class CollectError(OgiReportError, OSError):
    """A run over a folder failed as a whole: nothing to read, or an output that cannot be written."""

    def __str__(self) -> str:
        # That of `OSError` makes a number of the first word.
        return Exception.__str__(self)


class NotOneWholeError(OgiReportError, ValueError):
    """Reports have no sum, because one is counted twice, is not expected, or is of another year."""

    def __init__(
        self,
        en: str,
        zh: str | None = None,
        lang: Lang = "en",
        conflicts: tuple[list[str], list[str]] = ([], []),
    ) -> None:
        super().__init__(en, zh, lang)
        self._conflicts: dict[Lang, list[str]] = {"en": conflicts[0], "zh": conflicts[1]}

    def conflicts(self, lang: Lang = "en") -> list[str]:
        """Every conflict in words."""
        return list(self._conflicts[lang])


class RejectedError(OgiReportError, ValueError):
    """A form does not verify.

    >>> import ogi_report
    >>> try:
    ...     ogi_report.Form("2021").verify()
    ... except ogi_report.RejectedError as error:
    ...     print(error.outcome.verdict, len(error.reasons()))
    broken 5
    """

    def __init__(
        self, en: str, zh: str | None = None, lang: Lang = "en", native: _native.Rejected | None = None
    ) -> None:
        super().__init__(en, zh, lang)
        self._native = native

    @property
    def _rejected(self) -> _native.Rejected:
        if self._native is None:
            raise TypeError("the exception was not raised by `Form.verify`")
        return self._native

    @property
    def outcome(self) -> Outcome:
        """The outcome of the check that refuses the form."""
        from ._check import Outcome

        return Outcome(self._rejected.checked(), self.form)

    @property
    def form(self) -> Form:
        """The form, unchanged."""
        from ._form import Form

        return Form._of(self._rejected.form())

    def reasons(self, lang: Lang = "en") -> list[str]:
        """Every reason in words: each error, each cell that wants a number, each rule that could not be assessed."""
        return self._rejected.reasons(lang)
