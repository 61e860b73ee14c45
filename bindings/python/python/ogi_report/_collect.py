"""The job over a folder."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, TypeAlias

from . import _native
from ._body import Body, to_document
from ._values import Lang

Source: TypeAlias = "str | os.PathLike[str]"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run has come."""

    phase: Literal["reading", "writing"]
    done: int
    """Bytes that are done, those of an earlier run that was stopped included."""
    total: int
    """Bytes of all inputs."""
    sources: int
    """Files, and lines of files of forms, that are done."""
    failed: int
    """Those of them that gave no form."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run made."""

    sources: int
    """Files, and lines of files of forms."""
    forms: int
    """Those that gave a form."""
    counted: int
    """Forms that are counted in sums."""
    failed: int
    """Those that gave none."""
    outputs: tuple[str, ...]
    """The outputs in the folder, review pages left out."""
    document: dict[str, Any] = field(repr=False)
    """Everything that is known: what came by verdict, year and rule, and what failed by cause, with examples."""
    text: str = field(repr=False)
    """The summary in words."""

    def __str__(self) -> str:
        return self.text


def collect(
    inputs: Source | Iterable[Source],
    out: Source,
    *,
    progress: Callable[[Progress], object] | None = None,
    expected: Iterable[Body | str] = (),
    policy: str = "default",
    prefer_later: bool = False,
    jobs: int = 0,
    lang: Lang = "zh",
) -> Summary:
    """Reads every file of a folder on all processors, and writes tables and pages to the folder ``out``.

    An input is a folder, with the folders in it, or a file; a file ``*.ndjson`` has a form as JSON on each line. A file that gives no
    form never stops the others: ``sources.parquet`` says why. ``out`` must be new, empty, or of an earlier run.

    ``progress`` is called with a :class:`Progress` some times a second. ``expected`` are the bodies that should have reported. With
    ``prefer_later``, of several reports of a body and year the one published last is counted, and not none. ``jobs`` is the number of
    threads, 0 for one on each processor.

    Other threads of Python run meanwhile. Ctrl-C, or an exception of ``progress``, stops the run; what is done is kept, and the same
    call goes on where it was. Raises :class:`~ogi_report.CollectError` if the run fails as a whole.

    >>> import ogi_report, tempfile, pathlib
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> form = ogi_report.Form("2021", dict.fromkeys(ogi_report.cells("2021"), 0), body="某某局", year=2024)
    >>> _ = (folder / "form.json").write_text(form.to_json(), encoding="utf-8")
    >>> summary = ogi_report.collect(folder, folder.with_suffix(".out"))
    >>> summary.forms, summary.counted, summary.failed, "cells.parquet" in summary.outputs
    (1, 1, 0, True)
    """
    several = [inputs] if isinstance(inputs, str | os.PathLike) else list(inputs)

    def tell(phase: Literal["reading", "writing"], done: int, total: int, sources: int, failed: int) -> None:
        if progress is not None:
            progress(Progress(phase, done, total, sources, failed))

    document, text = _native.collect(
        [Path(source) for source in several],
        Path(out),
        policy,
        lang,
        jobs,
        [to_document(body) for body in expected],
        prefer_later,
        tell,
    )
    told = json.loads(document)
    tally = told["tally"]
    failed = sum(group["count"] for group in tally["causes"].values())
    outputs = tuple(told["outputs"])
    return Summary(tally["sources"], tally["forms"], tally["counted"], failed, outputs, told, text)
