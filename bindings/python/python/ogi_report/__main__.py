"""The command line: ``python -m ogi_report check | read | collect``.

The commands are those of the crate's examples, with the same options, outputs and exit codes.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn, cast

import ogi_report
from ogi_report import Body, Extraction, Form, Lang, Outcome, Progress, Unplaced

NO_FILE = 2


def language() -> Lang:
    """The language of the environment; without one it is Chinese, the language of the form."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if said := os.environ.get(name):
            for mark in "_.@-":
                said = said.split(mark)[0]
            return "zh" if said in ("zh", "C", "POSIX") else "en"
    return "zh"


def fail(command: str, message: str, code: int = NO_FILE) -> NoReturn:
    print(f"{command}: {message}", file=sys.stderr)
    raise SystemExit(code)


def indented(document: str) -> str:
    """A document as the examples print it."""
    return json.dumps(json.loads(document), ensure_ascii=False, indent=2) + "\n"


def remarks(page: Extraction, lang: Lang) -> str:
    """Notes, and figures without a place with the readings that are possible."""
    note, unplaced_at = ("说明：", "未归位，") if lang == "zh" else ("note: ", "unplaced at ")
    lines = [f"{note}{said}\n" for said in page.notes(lang)]
    for left in page.unplaced:
        reason = left.message(lang)
        lines.append(f"{unplaced_at}{left.at.label(lang)}: {left.printed} ({reason}{readings(left, lang)})\n")
    return "".join(lines)


def readings(left: Unplaced, lang: Lang) -> str:
    """How many readings there are, and the first two of them."""
    shown = [", ".join(f"{cell} {text}" for cell, text in reading.items()) for reading in left.alternatives]
    if not shown:
        return ""
    count = len(shown)
    if lang == "zh":
        return f"；{count} 种读法：{'；'.join(shown[:2])}"
    return f"; {count} {'reading' if count == 1 else 'readings'}: {'; '.join(shown[:2])}"


def form_of(file: Path, lang: Lang) -> tuple[Form, Extraction | None]:
    """A form as JSON, or the form on a page."""
    try:
        data = file.read_bytes()
    except OSError as error:
        fail("check", f"{file}: {error.strerror}")
    start = data.removeprefix(b"\xef\xbb\xbf")
    try:
        if start.lstrip(b" \t\n\r\x0c").startswith(b"{"):
            return Form.from_json(start), None
        page = ogi_report.read(data, lang=lang)
    except (ogi_report.OgiReportError, UnicodeDecodeError) as error:
        fail("check", f"{file}: {error}")
    sys.stderr.write(remarks(page, lang))
    return page.form, page


def check(arguments: argparse.Namespace) -> int:
    """Checks a form, and says by its exit code whether it holds."""
    lang: Lang = arguments.lang
    if arguments.explain:
        try:
            sys.stdout.write(ogi_report.explain(arguments.explain, lang))
        except ValueError as error:
            fail("check", str(error))
        return 0
    if arguments.file is None:
        fail("check", "no FILE, expected a form as JSON or a published report")
    form, page = form_of(arguments.file, lang)
    previous = form_of(arguments.previous, lang)[0] if arguments.previous else None
    try:
        outcome = form.check(previous=previous, text=page, policy=arguments.policy)
    except ogi_report.PolicyError as error:
        fail("check", str(error))
    name = str(arguments.file)
    if arguments.format == "text":
        sys.stdout.write(sheet(form, outcome, page, lang))
    elif arguments.format == "json":
        sys.stdout.write(indented(outcome.to_json()))
    elif arguments.format == "sarif":
        sys.stdout.write(indented(outcome.to_sarif(name, lang, page)))
    else:
        sys.stdout.write(outcome.to_junit(name, lang))
    return int(outcome.verdict == "broken" or bool(page and page.unplaced))


def sheet(form: Form, outcome: Outcome, page: Extraction | None, lang: Lang) -> str:
    """Tables, findings, ledger, what could be wrong, and where the file prints the cells that findings name."""
    tables = ogi_report._native.form_text(form._native, lang, outcome._native)
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
    try:
        data = arguments.file.read_bytes()
    except OSError as error:
        fail("read", f"{arguments.file}: {error.strerror}")
    try:
        page = ogi_report.read(data, lang=lang)
    except ogi_report.OgiReportError as error:
        fail("read", f"{arguments.file}: {error}", 1)
    untitled = "没有标题" if lang == "zh" else "no title"
    sys.stderr.write(f"{page.title or untitled}\n{remarks(page, lang)}")
    if arguments.format == "tsv":
        sys.stdout.write(page.form.to_tsv())
    else:
        sys.stdout.write(indented(page.form.to_json() if arguments.format == "json" else page.to_json()))
    return 0


def collect(arguments: argparse.Namespace) -> int:
    """Reads every file of a folder, and writes tables and pages. A run that was stopped goes on where it was."""
    lang: Lang = arguments.lang
    try:
        summary = ogi_report.collect(
            arguments.inputs,
            arguments.out,
            progress=show if sys.stderr.isatty() else None,
            expected=roster(arguments.expected) if arguments.expected else (),
            policy=arguments.policy,
            prefer_later=arguments.prefer_later,
            jobs=arguments.jobs,
            lang=lang,
        )
    except (ogi_report.OgiReportError, OSError) as error:
        fail("collect", str(error))
    except KeyboardInterrupt:
        fail("collect", "stopped; start it again with the same inputs and options to go on", 130)
    sys.stdout.write(summary.text)
    return int(summary.failed > 0)


def show(progress: Progress) -> None:
    """One line that is written over and over."""
    done = 100 * progress.done // max(progress.total, 1)
    print(f"\r{progress.phase} {done:3} %, {progress.sources} read, {progress.failed} failed", end="", file=sys.stderr)


def roster(file: Path) -> list[Body]:
    """The bodies of a roster."""
    bodies = []
    for line in file.read_text(encoding="utf-8-sig").splitlines():
        name, *region = (part.strip() for part in re.split("[\t,，]", line, maxsplit=1))
        if name:
            bodies.append(Body(name, region="".join(region) or None))
    return bodies


def parser() -> argparse.ArgumentParser:
    """The options."""
    top = argparse.ArgumentParser(prog="python -m ogi_report", description=ogi_report.__doc__.split("\n")[0])
    commands = top.add_subparsers(required=True, metavar="check | read | collect")

    one = commands.add_parser("check", help="check a form or a published report", description=check.__doc__)
    one.add_argument("--lang", choices=["zh", "en"], default=language())
    one.add_argument("--format", choices=["text", "json", "sarif", "junit"], default="text")
    one.add_argument("--policy", default="default", help="default, strict, lenient or none, then what differs: strict,P3=off")
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
    arguments = parser().parse_args(words)
    try:
        return cast(int, arguments.run(arguments))
    except BrokenPipeError:
        # A reader who has seen enough, such as `head`, is no failure.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


if __name__ == "__main__":
    raise SystemExit(main())
