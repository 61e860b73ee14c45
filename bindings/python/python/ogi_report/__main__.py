"""The command line: ``python -m ogi_report check | read | collect``.

The commands are the crate's examples `check`, `extract` (here `read`) and `collect`, with the same options, outputs and exit codes. Two
things differ: `check` has no built-in report and wants a FILE, and options that are wrong are explained in Python's words.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn, TextIO, cast

import ogi_report
from ogi_report import Body, Extraction, Form, Lang, Outcome, Progress, Unplaced, _native
from ogi_report._body import to_document

NO_FILE = 2


def language() -> Lang:
    """The language of the environment; without one it is Chinese, the language of the form."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if said := os.environ.get(name):
            for mark in "_.@-":
                said = said.split(mark)[0]
            return "zh" if said in ("zh", "C", "POSIX") else "en"
    return "zh"


def put(text: str, stream: TextIO | None = None) -> None:
    """Writes to standard output, or to another stream. A reader who has seen enough, such as `head`, is no failure, and does not change
    how the command ends."""
    stream = stream or sys.stdout
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        # Otherwise Python tries once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def fail(command: str, message: str, code: int = NO_FILE) -> NoReturn:
    put(f"{command}: {message}\n", sys.stderr)
    raise SystemExit(code)


def bytes_of(command: str, file: Path) -> bytes:
    """The bytes of a file."""
    try:
        return file.read_bytes()
    except OSError as error:
        fail(command, f"{file}: {error.strerror}")


def indented(document: str) -> str:
    """A document as the examples print it."""
    return json.dumps(json.loads(document), ensure_ascii=False, indent=2) + "\n"


def remarks(page: Extraction, lang: Lang) -> str:
    """Notes, and figures without a place with the readings that are possible."""
    note, unplaced_at = ("说明：", "未归位，") if lang == "zh" else ("note: ", "unplaced at ")
    lines = [f"{note}{said}\n" for said in page.notes(lang)]
    for left in page.unplaced:
        reason = left.message(lang)
        lines.append(f"{unplaced_at}{left.at.label(lang)}: {on_one_line(left.printed)} ({reason}{readings(left, lang)})\n")
    return "".join(lines)


def on_one_line(printed: str) -> str:
    """What a page prints on one line or several, on one and not too long."""
    line = " ".join(printed.split())
    return line if len(line) <= 120 else line[:120] + "…"


def readings(left: Unplaced, lang: Lang) -> str:
    """How many readings there are, and the first two of them."""

    def figure(cell: str, printed: str) -> str:
        return f"【{ogi_report.label(cell, lang)}】 {printed}" if lang == "zh" else f"{cell} {printed}"

    comma = "，" if lang == "zh" else ", "
    shown = [comma.join(figure(cell, printed) for cell, printed in reading.items()) for reading in left.alternatives]
    if not shown:
        return ""
    count = len(shown)
    if lang == "zh":
        return f"；{count} 种读法：{'；'.join(shown[:2])}"
    return f"; {count} {'reading' if count == 1 else 'readings'}: {'; '.join(shown[:2])}"


@dataclass(frozen=True)
class Input:
    """A form, the page that it was read from unless it is JSON, and the text of the file if it is in UTF-8."""

    form: Form
    page: Extraction | None
    source: str | None


def input_of(file: Path, lang: Lang) -> Input:
    """A form as JSON, or the form on a page."""
    data = bytes_of("check", file)
    try:
        source = data.decode()
    except UnicodeDecodeError:
        source = None
    start = data.removeprefix(b"\xef\xbb\xbf")
    try:
        if start.lstrip(b" \t\n\r\x0c").startswith(b"{"):
            return Input(Form.from_json(start), None, source)
        page = ogi_report.read(data, lang=lang)
    except (ogi_report.OgiReportError, UnicodeDecodeError) as error:
        fail("check", f"{file}: {error}")
    put(remarks(page, lang), sys.stderr)
    # A page states neither level nor kind of its body; some rules are asked only if the name tells them.
    page.form.infer_body()
    return Input(page.form, page, source)


def text_of(file: Path, lang: Lang) -> str | Extraction:
    """The text of a file that need not hold any table."""
    data = bytes_of("check", file)
    try:
        return ogi_report.read(data, lang=lang)
    except ogi_report.ExtractError:
        return decoded("check", file, data, lang)


def decoded(command: str, file: Path, data: bytes, lang: Lang) -> str:
    """The text of a file of text."""
    try:
        return _native.decode(data, lang)
    except ogi_report.ExtractError as error:
        fail(command, f"{file}: {error}")


def check(arguments: argparse.Namespace) -> int:
    """Checks a form, and says by its exit code whether it holds."""
    lang: Lang = arguments.lang
    if arguments.explain:
        try:
            put(ogi_report.explain(arguments.explain, lang))
        except ValueError as error:
            fail("check", str(error))
        return 0
    if arguments.file is None:
        fail("check", "no FILE, expected a form as JSON or a published report")
    given = input_of(arguments.file, lang)
    form, page = given.form, given.page
    previous_form: Form | None = None
    previous_text: str | Extraction | None = None
    if arguments.previous:
        previous = input_of(arguments.previous, lang)
        previous_form, previous_text = previous.form, previous.page
    if arguments.previous_text:
        previous_text = text_of(arguments.previous_text, lang)
    try:
        outcome = form.check(previous=previous_form, text=page, previous_text=previous_text, policy=arguments.policy)
    except ogi_report.PolicyError as error:
        fail("check", str(error))
    name = str(arguments.file)
    if arguments.format == "text":
        put(sheet(form, outcome, page, lang))
    elif arguments.format == "json":
        put(indented(outcome.to_json()))
    elif arguments.format == "sarif":
        put(indented(outcome.to_sarif(name, lang, page, given.source)))
    else:
        put(outcome.to_junit(name, lang))
    return int(outcome.verdict == "broken" or bool(page and page.unplaced))


def sheet(form: Form, outcome: Outcome, page: Extraction | None, lang: Lang) -> str:
    """Tables, findings, ledger, what could be wrong, and where the file prints the cells that findings name."""
    tables = _native.form_text(form._native, lang, outcome._native)
    text = tables + "\n" + outcome.to_text(lang) + "".join(f"\n{said}" for said in form.diagnose(lang))
    if page is None:
        return text
    found = {finding.at for finding in outcome.findings}
    for placed in page.placed:
        if placed.cell in found:
            text += f"{ogi_report.label(placed.cell, lang)}: {placed.at.label(lang)}\n"
    if left := len(page.unplaced):
        text += (
            f"另有 {left} 个数字在表格中找不到对应的栏目，未计入以上核对。\n"
            if lang == "zh"
            else f"{left} figures of the page have no place on the form and are not in this check.\n"
        )
    return text


def read(arguments: argparse.Namespace) -> int:
    """Reads a published page and prints the form on it."""
    lang: Lang = arguments.lang
    data = bytes_of("read", arguments.file)
    try:
        page = ogi_report.read(data, lang=lang)
    except ogi_report.OgiReportError as error:
        fail("read", f"{arguments.file}: {error}", 1)
    untitled = "没有标题" if lang == "zh" else "no title"
    put(f"{page.title or untitled}\n{remarks(page, lang)}", sys.stderr)
    if arguments.format == "tsv":
        put(page.form.to_tsv())
    else:
        put(indented(page.form.to_json() if arguments.format == "json" else page.to_json()))
    return 0


def collect(arguments: argparse.Namespace) -> int:
    """Reads every file of a folder, and writes tables and pages. A run that was stopped goes on where it was."""
    lang: Lang = arguments.lang
    try:
        summary = ogi_report.collect(
            arguments.inputs,
            arguments.out,
            progress=show if sys.stderr.isatty() else None,
            expected=roster(arguments.expected, lang) if arguments.expected else (),
            policy=arguments.policy,
            prefer_later=arguments.prefer_later,
            jobs=arguments.jobs,
            lang=lang,
        )
    except (ogi_report.OgiReportError, OSError) as error:
        fail("collect", str(error))
    except KeyboardInterrupt:
        fail("collect", "stopped; start it again with the same inputs and options to go on", 130)
    put(summary.text)
    return int(summary.failed > 0)


def show(progress: Progress) -> None:
    """One line that is written over and over."""
    done = 100 * progress.done // max(progress.total, 1)
    print(f"\r{progress.phase} {done:3} %, {progress.sources} read, {progress.failed} failed", end="", file=sys.stderr)


HEADS = ("机关", "名称", "机关名称", "报告机关")
"""What the first line of a roster may call the column of names."""


def roster(file: Path, lang: Lang) -> list[Body]:
    """The bodies of a roster, as spreadsheets save one: a name on each line, behind a comma or a tab the code of its region."""
    bodies = []
    lines = decoded("collect", file, bytes_of("collect", file), lang).removeprefix("\ufeff").split("\n")
    for number, line in enumerate(lines, 1):
        name, region, *_ = [part.strip().strip('"').strip() for part in re.split("[\t,，]", line)] + [""]
        if not name or name in HEADS:
            continue
        stated = to_document(Body(name, region=region or None))
        try:
            bodies.append(Body.from_dict(json.loads(_native.infer(stated))))
        except ogi_report.DocumentError as error:
            # The place in a document that nobody sees says nothing.
            fail("collect", f"{file}:{number}: {re.sub(r' at line [0-9]+ column [0-9]+$', '', str(error))}")
    return bodies


def parser() -> argparse.ArgumentParser:
    """The options."""
    top = argparse.ArgumentParser(prog="python -m ogi_report", description=ogi_report.__doc__.split("\n")[0])
    commands = top.add_subparsers(required=True, metavar="check | read | collect")

    one = commands.add_parser("check", help="check a form or a published report", description=check.__doc__)
    one.add_argument("--lang", choices=["zh", "en"], default=language())
    one.add_argument("--format", choices=["text", "json", "sarif", "junit"], default="text")
    one.add_argument("--policy", default="default", help="default, strict, lenient or none, then what differs: strict,P3=off")
    one.add_argument("--previous-text", type=Path, metavar="TEXT", help="the text of last year's report, or its page")
    one.add_argument("--explain", metavar="CODE", help="print the page of a rule")
    one.add_argument("file", type=Path, nargs="?", metavar="FILE", help="a form as JSON, or a published report")
    one.add_argument("previous", type=Path, nargs="?", metavar="PREVIOUS", help="the same for the year before")
    one.set_defaults(run=check)

    two = commands.add_parser("read", help="print the form on a published report", description=read.__doc__)
    two.add_argument("--lang", choices=["zh", "en"], default=language())
    two.add_argument("--format", choices=["tsv", "json", "extraction"], default="tsv")
    two.add_argument("file", type=Path, metavar="FILE", help="a published report")
    two.set_defaults(run=read)

    three = commands.add_parser("collect", help="read a folder into tables and pages", description=collect.__doc__)
    three.add_argument("--lang", choices=["zh", "en"], default=language())
    three.add_argument("-o", "--out", type=Path, required=True, help="the folder of the tables and pages")
    three.add_argument("--expected", type=Path, help="the expected bodies: a name on each line, behind a tab or a comma its region")
    three.add_argument("--policy", default="default", help="what a check asks, such as strict,P3=off")
    three.add_argument("--prefer-later", action="store_true", help="of corrected reports, count the one published last")
    three.add_argument("--jobs", type=int, default=0, help="how many threads read; one on each processor without it")
    three.add_argument("inputs", type=Path, nargs="+", metavar="IN", help="a file or a folder")
    three.set_defaults(run=collect)
    return top


def main(words: Sequence[str] | None = None) -> int:
    """Runs a command, and gives its exit code."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        # As the examples write, whatever the system is set to.
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    arguments = parser().parse_args(words)
    return cast(int, arguments.run(arguments))


if __name__ == "__main__":
    raise SystemExit(main())
