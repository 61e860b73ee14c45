"""Compiles every pattern of the schemas in the engines that partners use, and asks each the same texts.

    python patterns.py KIT

The engines are `re` of Python, RE2 and PCRE2; `bundle/check.mjs` does it for ECMAScript.
"""

import itertools
import json
import pathlib
import re
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pcre2
import re2

# What stands at the borders of what patterns accept: digits, spaces of every kind, line feeds at the end.
TEXTS = ["", " ", "0", "12", "-0", "012", "1.5", "1.50", "-1.5", "12\n", "\n", "\u00a0", "\u3000", "\u200b", "\ufeff", "\u0085", "\u2028",
         "1" * 15, "1" * 16, "370784", "370784\n", "370784001", "9223372036854.775807", "/", "无", "１２", "2024-01-01"]


def patterns(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        if isinstance(pattern := schema.get("pattern"), str):
            yield pattern
        for inside in schema.values():
            yield from patterns(inside)
    elif isinstance(schema, list):
        for inside in schema:
            yield from patterns(inside)


def main() -> int:
    kit = pathlib.Path(sys.argv[1])
    index = json.loads((kit / "index.json").read_text(encoding="utf-8"))
    files = [document["schema"] for document in index["documents"]] + [index["bundle"]]
    found = {pattern for file in files for pattern in patterns(json.loads((kit / file).read_text(encoding="utf-8")))}
    wrong = []
    for pattern in sorted(found):
        engines: dict[str, Callable[[str], bool]] = {}
        for name, compiler in (("re", re.compile), ("RE2", re2.compile), ("PCRE2", pcre2.compile)):
            try:
                compiled = compiler(pattern)
            except Exception as error:  # Each engine has errors of its own.
                wrong.append(f"{name} does not compile {pattern!r}: {error}")
                continue
            engines[name] = lambda text, compiled=compiled: bool(compiled.search(text))  # type: ignore[misc]
        for text, (first, second) in itertools.product(TEXTS, itertools.combinations(engines, 2)):
            if engines[first](text) != engines[second](text):
                wrong.append(f"{first} and {second} differ on {text!r} for {pattern!r}")
    if wrong:
        print("wrong:", *wrong, sep="\n  ", file=sys.stderr)
        return 1
    print(f"patterns: {len(found)} are the same to re, RE2 and PCRE2")
    return 0


if __name__ == "__main__":
    sys.exit(main())
