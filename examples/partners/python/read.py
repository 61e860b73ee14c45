"""Reads annual reports without the Rust crate: validates documents, and takes figures from their types.

    python read.py KIT

Every valid sample must be accepted and every invalid one refused, or the program ends with 1. Then it reads a few
figures through the types that generate.py made.
"""

import json
import pathlib
import sys
from typing import Any

from jsonschema import Draft202012Validator

from ogi.form import Form
from ogi.report import Report
from ogi.totals import Totals


def load(path: pathlib.Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def wrong_samples(kit: pathlib.Path) -> list[str]:
    """The samples of which the schema says something else than their folder."""
    wrong = []
    counts = {"valid": 0, "invalid": 0}
    for document in load(kit / "index.json")["documents"]:
        schema = load(kit / document["schema"])
        Draft202012Validator.check_schema(schema)
        # Formats are tested only if they are asked for; a day that does not exist is then refused.
        validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
        for kind in counts:
            for path in document[kind]:
                counts[kind] += 1
                if validator.is_valid(load(kit / path)) != (kind == "valid"):
                    wrong.append(path)
    print(f"python: {counts['valid']} valid samples accepted, {counts['invalid']} invalid ones refused")
    return wrong


def figures(kit: pathlib.Path) -> None:
    form = Form.model_validate(load(kit / "samples/form/valid/as-printed.json"))
    # A cell is an integer, text as printed, or None for a blank; a cell that is not on the form is None, too, and
    # is told from a blank by what was set.
    cells = form.cells
    licensing = cells.proactive_licensing_decisions
    assert licensing is not None and licensing.root is not None
    print(f"行政许可 本年处理决定数量: {plain(licensing.root)}")
    is_blank = "proactive_coercion_decisions" in cells.model_fields_set
    print(f"行政强制 本年处理决定数量: {'空白' if is_blank else '来源中没有'}")

    report = Report.model_validate(load(kit / "samples/report/valid/town-2024.json"))
    row = report.requests.received
    # A report states no totals: they are added up.
    print(f"本年新收政府信息公开申请数量 总计: {sum(row.model_dump().values())}")

    totals = Totals.model_validate(load(kit / "samples/totals/valid/two-editions.json"))
    issued = totals.cells.proactive_rules_issued
    # Only one of the two reports is of the edition that prints the cell, and the sum says so.
    assert issued is not None
    print(f"规章 本年制发件数 合计: {plain(issued.sum)}（{plain(issued.reports)} 份报告）")
    one_row = totals.cells.requests_outcomes_other_total
    assert one_row is not None
    print(f"（六）其他处理 一行 合计: {plain(one_row.sum)}（{plain(one_row.reports)} 份报告）")


def plain(value: Any) -> int | str:
    """What a generated type of one value holds."""
    while hasattr(value, "root"):
        value = value.root
    assert isinstance(value, int | str)
    return value


def main() -> int:
    kit = pathlib.Path(sys.argv[1])
    if wrong := wrong_samples(kit):
        print("wrong:", *wrong, sep="\n  ", file=sys.stderr)
        return 1
    figures(kit)
    return 0


if __name__ == "__main__":
    sys.exit(main())
