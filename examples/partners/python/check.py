"""Checks forms without the Rust crate: the rules of sections 2, 3 and 4 from the tables of the kit, and no path of a cell.

    python check.py KIT [FORMS]

Every case of the conformance suite must give the findings and the ledger that it states. FORMS, if it is given, has a
form with its outcome on each line, as the example `conformance` writes them.
"""

import json
import pathlib
import re
import sys
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

Json = dict[str, Any]
FAMILIES = ("R", "D", "P")
NOT_APPLICABLE, BLANK_TOTAL, UNKNOWN = "not applicable", "blank total", "unknown"

COMPARE: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "=": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
    "<=": lambda a, b: a <= b,
    ">=": lambda a, b: a >= b,
    "<": lambda a, b: a < b,
}
NUMBER = re.compile(r"([+＋\-－−]?)([0-9０-９,，.．]+)(.*)", re.DOTALL)
HALF_WIDTH = str.maketrans("０１２３４５６７８９，．", "0123456789,.")
PLAIN = re.compile(r"([0-9]+|[1-9][0-9]{0,2}(?:,[0-9]{3})+)(\.[0-9]+)?")
CHANGE = re.compile(r"(增加?|减少?)([0-9]{1,10})")


def load(path: pathlib.Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


class Tables:
    """The tables of the kit."""

    def __init__(self, kit: pathlib.Path) -> None:
        table = {entry["name"]: load(kit / entry["path"]) for entry in load(kit / "index.json")["tables"]}
        self.rules: dict[str, Json] = {rule["code"]: rule for rule in table["rules"]["rules"]}
        self.own = [code for code in self.rules if code.startswith(FAMILIES)]
        self.order = {code: position for position, code in enumerate(self.rules)}
        self.cells: dict[str, Json] = {cell["path"]: cell for cell in table["cells"]["cells"]}
        self.reading: Json = table["cells"]["reading"]
        self.equations: Json = table["equations"]

    def edition_of_other(self, form: Json) -> str:
        """The edition whose rows of （六） the form has."""
        rows = self.equations["rows_of_other"]
        found = [edition for edition, paths in rows.items() if any(path in form["cells"] for path in paths)]
        return str(found[0] if len(found) == 1 else form["edition"])

    def printed_unit(self, printed: Any) -> str | None:
        read = self.read_text(printed) if isinstance(printed, str) else None
        return read[1] if read else None

    def unit_of(self, note: str) -> str | None:
        """The unit that a note states."""
        unit: str | None = self.reading["units"].get(re.sub("^单位[:：]*", "", note).strip(self.reading["spaces"]))
        return unit

    def read_text(self, text: str) -> tuple[Decimal, str | None] | None:
        """The number and the unit that a text prints."""
        spaces, units = self.reading["spaces"], self.reading["units"]
        text = text.strip(spaces)
        if len(text.encode()) > self.reading["longest"] or not (match := NUMBER.fullmatch(text)):
            return None
        sign, digits, rest = match.groups()
        if not (plain := PLAIN.fullmatch(digits.translate(HALF_WIDTH))):
            return None
        number = Decimal(plain[1].replace(",", "") + (plain[2] or ""))
        before, bracket, note = (part.strip(spaces) for part in (re.split("([（(])", rest, maxsplit=1) + ["", ""])[:3])
        unit = units.get(before)
        if before and not unit:
            return None
        if bracket:
            if not note.endswith(("）", ")")):
                return None
            note = note[:-1].strip(spaces)
            parts = [part.strip(spaces) for part in re.split("[，,；;、（(）)]", note)]
            if (stated := self.unit_of(note)) and not unit:
                unit = stated
            elif not note.startswith(tuple(self.reading["notes"])):
                return None
            elif any(self.unit_of(part) or re.match("单位[:：]", part) for part in parts):
                return None
        return (-number if sign in ("-", "－", "−") and sign else number, unit)

    def read(self, path: str, printed: Any) -> Decimal | None:
        """The number of a cell, if it holds one that it may hold."""
        cell = self.cells[path]
        is_amount = cell["kind"] == "amount"
        if isinstance(printed, int):
            number: Decimal = Decimal(printed)
        elif printed is None or printed.strip(self.reading["spaces"]) in self.reading["marks"]:
            return None
        elif read := self.read_text(printed):
            number, unit = read
            if unit and (unit in self.reading["money"]) != is_amount:
                return None
        elif cell["kind"] == "change" and (words := CHANGE.fullmatch(printed.strip(self.reading["spaces"]))):
            number = Decimal(words[2]) * (1 if words[1].startswith("增") else -1)
        else:
            return None
        finest = number * 1_000_000 if is_amount else number
        is_fine = finest == finest.to_integral_value()
        return number if is_fine and Decimal(cell["least"]) <= number <= Decimal(cell["most"]) else None


def policy(text: str, rules: dict[str, Json]) -> tuple[dict[str, str | None], bool]:
    """The severity of each rule, and whether blanks are read as zero."""
    preset, settings, blank = "default", {}, None
    for index, item in enumerate(part.strip() for part in text.split(",")):
        key, equals, value = (part.strip() for part in item.partition("="))
        if not equals and index == 0:
            preset = key
        elif key == "blank":
            blank = value
        else:
            settings[key] = value
    severities = {code: rule["severity"][preset] for code, rule in rules.items()}
    for prefix in sorted(settings, key=len):
        for code, rule in rules.items():
            if code.startswith(prefix):
                level = settings[prefix]
                severities[code] = {"on": rule["severity"]["default"], "off": None}.get(level, level)
    return severities, (blank or ("zero" if preset == "lenient" else "unknown")) == "zero"


class Check:
    """The check of one form by the rules of the tables."""

    def __init__(self, tables: Tables, form: Json, under: str) -> None:
        self.tables, self.form = tables, form
        self.severities, self.blank_is_zero = policy(under, tables.rules)
        self.findings: list[Json] = []
        self.held: dict[str, int] = {}
        self.broken: dict[str, int] = {}
        self.gaps: dict[str, list[Json]] = {}
        self.states: dict[str, str] = {}
        self.stated = self.numbers()
        self.decided = dict(self.stated)
        self.assess_equations()
        self.assess_relations()
        self.findings.sort(key=lambda finding: (self.position(finding["at"]), tables.order[finding["rule"]]))

    def position(self, path: str) -> int:
        return int(self.tables.cells[path]["position"])

    def numbers(self) -> dict[str, Decimal]:
        tables, form = self.tables, self.form
        edition, of_other = form["edition"], tables.edition_of_other(form)
        others = {path for paths in tables.equations["rows_of_other"].values() for path in paths}
        row = tables.equations["rules_row"][edition]["cells"]
        self.is_marked = all(self.is_mark(form["cells"].get(path)) for path in row)
        numbers = {}
        for path, printed in form["cells"].items():
            cell = tables.cells[path]
            if (of_other if path in others else edition) not in cell["editions"]:
                continue
            number = tables.read(path, printed)
            if printed is None and cell["is_total"]:
                self.states[path] = BLANK_TOTAL
            elif printed is None and self.blank_is_zero:
                number = Decimal(0)
            elif number is None and self.is_marked and path in row:
                self.states[path] = NOT_APPLICABLE
            if number is not None:
                numbers[path] = number
        return numbers

    def is_mark(self, printed: Any) -> bool:
        return isinstance(printed, str) and printed.strip(self.tables.reading["spaces"]) in self.tables.reading["marks"]

    def note_held(self, rule: str) -> None:
        if self.severities[rule]:
            self.held[rule] = self.held.get(rule, 0) + 1

    def note_broken(self, rule: str, at: str, evidence: Json) -> None:
        if severity := self.severities[rule]:
            self.broken[rule] = self.broken.get(rule, 0) + 1
            self.findings.append({"rule": rule, "severity": severity, "at": at, "evidence": evidence})

    def note_gap(self, rule: str, at: str, missing: list[str]) -> None:
        if self.severities[rule]:
            self.gaps.setdefault(rule, []).append({"at": at, "missing": missing})

    def assess_equations(self) -> None:
        held: list[bool | None] = []
        for equation in self.tables.equations["equations"][self.tables.edition_of_other(self.form)]:
            held.append(None)
            decided_by = [held[index] for index in equation["decided_by"]]
            if False in decided_by or (decided_by and None not in decided_by):
                continue
            rule, at, is_total = equation["rule"], equation["at"], equation["is_total"]
            of_left = self.stated if is_total else self.decided
            left, right = total(of_left, equation["left"]), total(self.decided, equation["right"])
            if left is not None and right is not None:
                held[-1] = left == right
                if left == right:
                    self.note_held(rule)
                else:
                    sides = {
                        "left": operands(of_left, equation["left"]),
                        "right": operands(self.decided, equation["right"]),
                    }
                    self.note_broken(rule, at, {"kind": "unequal", **sides})
            elif not (is_total and self.states.get(at) == BLANK_TOTAL and right is not None and self.blank_is_zero):
                missing = [path for path in equation["left"] if path not in of_left]
                missing += [path for path in equation["right"] if path not in self.decided]
                self.note_gap(rule, at, missing)
            if is_total and right is not None:
                self.decided[at] = right

    def assess_relations(self) -> None:
        row = self.tables.equations["rules_row"][self.form["edition"]]
        if all(path in self.form["cells"] for path in row["cells"]):
            first = row["cells"][0]
            if self.is_marked:
                self.note_broken(row["rule"], first, {"kind": "printed", "printed": self.form["cells"][first]})
            else:
                self.note_held(row["rule"])
        for relation in self.tables.equations["relations"][self.form["edition"]]:
            self.assess_relation(relation)

    def assess_relation(self, relation: Json) -> None:
        rule, cells = relation["rule"], relation["cells"]
        if not any(all(self.states_fact(fact) for fact in facts) for facts in relation["when"]):
            return
        if all(self.states.get(path) == NOT_APPLICABLE for path in cells):
            return
        if relation["is_first_not_zero"]:
            cells = sorted(cells, key=lambda path: not self.decided.get(path, 0))
        if missing := [path for path in cells if path not in self.decided]:
            self.note_gap(rule, cells[0], missing)
        elif any(all(self.passes(test) for test in tests) for tests in relation["holds"]):
            self.note_held(rule)
        else:
            self.note_broken(rule, cells[0], {"kind": "compared", "operands": operands(self.decided, cells)})

    def states_fact(self, fact: Json) -> bool:
        body = self.form.get("body") or {}
        match fact["fact"]:
            case "level" | "kind" as name:
                return bool(body.get(name) in fact["one_of"])
            case "other_level":
                return bool(body.get("level") not in fact["than"])
            case "year":
                return bool(self.form.get("year", 0) >= fact["from"])
            case "other_unit":
                return bool(self.tables.printed_unit(self.form["cells"].get(fact["cell"])) != fact["than"])
            case other:
                raise ValueError(f"a fact that this program does not know: {other}")

    def passes(self, test: Json) -> bool:
        match test["test"]:
            case "sum":
                left = sum((self.decided[term["cell"]] * term["times"] for term in test["terms"]), Decimal(0))
                return COMPARE[test["is"]](left, Decimal(test["value"]))
            case "prints_unit":
                return self.tables.printed_unit(self.form["cells"].get(test["cell"])) is not None
            case other:
                raise ValueError(f"a test that this program does not know: {other}")

    def unasked(self) -> dict[str, list[str]]:
        reasons: dict[str, list[str]] = {}
        for code in self.tables.own:
            if code in self.held or code in self.broken or code in self.gaps:
                continue
            editions = [entry["edition"] for entry in self.tables.rules[code]["editions"]]
            if self.severities[code] is None:
                reason = "policy"
            elif self.form["edition"] not in editions:
                reason = "other_edition"
            else:
                reason = "no_occasion"
            reasons.setdefault(reason, []).append(code)
        return reasons

    def outcome(self) -> Json:
        ledger = {"held": self.held, "broken": self.broken, "gaps": self.gaps, "unasked": self.unasked()}
        return {"findings": self.findings, "ledger": ledger}


def total(numbers: dict[str, Decimal], paths: Iterable[str]) -> Decimal | None:
    found = [numbers.get(path) for path in paths]
    return None if None in found else sum((number for number in found if number is not None), Decimal(0))


def operands(numbers: dict[str, Decimal], paths: Iterable[str]) -> list[Json]:
    return [{"cell": path, "value": written(numbers[path])} for path in paths if path in numbers]


def written(number: Decimal) -> str:
    text = f"{number:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


def of_families(expected: Json) -> Json:
    """The part of an outcome that this program answers for."""
    def own(codes: dict[str, Any]) -> dict[str, Any]:
        return {code: value for code, value in codes.items() if code.startswith(FAMILIES)}

    ledger = expected["ledger"]
    unasked = {why: [code for code in codes if code.startswith(FAMILIES)] for why, codes in ledger["unasked"].items()}
    return {
        "findings": [finding for finding in expected["findings"] if finding["rule"].startswith(FAMILIES)],
        "ledger": {
            **{part: own(ledger[part]) for part in ("held", "broken", "gaps")},
            "unasked": {why: codes for why, codes in unasked.items() if codes},
        },
    }


def form_of(edit: Json, bases: Json) -> Json:
    form = json.loads(json.dumps(bases[edit["base"]]))
    for without in edit.get("without", []):
        for path in list(form["cells"]):
            if path == without or (without.endswith(".") and path.startswith(without)):
                del form["cells"][path]
    form["cells"].update(edit.get("cells", {}))
    for name, value in edit.get("members", {}).items():
        form[name] = value
        if value is None:
            del form[name]
    return dict(form)


def main() -> int:
    kit = pathlib.Path(sys.argv[1])
    tables = Tables(kit)
    suite = load(kit / "index.json")["conformance"]
    bases = load(kit / suite["bases"])
    wrong, cases, forms, findings = [], 0, 0, 0
    for path in suite["cases"]:
        for case in load(kit / path):
            cases += 1
            outcome = Check(tables, form_of(case["form"], bases), case["policy"]).outcome()
            if outcome != of_families(case["expected"]):
                wrong.append(f"{path} {case['name']}")
    if len(sys.argv) > 2:
        with open(sys.argv[2], encoding="utf-8") as lines:
            for line in lines:
                forms += 1
                case = json.loads(line)
                outcome = Check(tables, case["form"], "default").outcome()
                findings += len(outcome["findings"])
                if outcome != of_families(case["expected"]):
                    wrong.append(f"form {forms}")
    if wrong:
        print("wrong:", *wrong[:20], sep="\n  ", file=sys.stderr)
        return 1
    print(f"python: {cases} cases and {forms} forms with {findings} findings give what the crate gives")
    return 0


if __name__ == "__main__":
    sys.exit(main())
