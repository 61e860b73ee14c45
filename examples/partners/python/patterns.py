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

import pcre2  # type: ignore[import-untyped]
import re2  # type: ignore[import-untyped]

# What stands at the borders of what patterns accept: digits, spaces of every kind, line feeds at the end.
TEXTS = ["", " ", "0", "12", "-0", "012", "1.5", "1.50", "-1.5", "12\n", "\n", "\u00a0", "\u3000", "\u200b", "\ufeff", "\u0085", "\u2028",
         "1" * 15, "1" * 16, "370784", "370784\n", "370784001", "9223372036854.775807", "/", "无", "１２", "2024-01-01"]


def patterns(schema: Any) -> Iterator[tuple[str, str]]:
    """The patterns of texts, each with that which the same text must not have."""
    if isinstance(schema, dict):
        if isinstance(pattern := schema.get("pattern"), str):
            # In some engines `$` is also before a last line feed; what a text must not have says the rest.
            without = schema.get("not")
            yield pattern, without.get("pattern", "") if isinstance(without, dict) else ""
        for inside in schema.values():
            yield from patterns(inside)
    elif isinstance(schema, list):
        for inside in schema:
            yield from patterns(inside)


def accepts(pattern: Any, without: Any) -> Callable[[str], bool]:
    return lambda text: bool(pattern.search(text)) and not (without and without.search(text))


def main() -> int:
    kit = pathlib.Path(sys.argv[1])
    index = json.loads((kit / "index.json").read_text(encoding="utf-8"))
    files = [document["schema"] for document in index["documents"]] + [index["bundle"]]
    found = {pattern for file in files for pattern in patterns(json.loads((kit / file).read_text(encoding="utf-8")))}
    wrong = []
    for pattern, without in sorted(found):
        engines: dict[str, Callable[[str], bool]] = {}
        for name, compiler in (("re", re.compile), ("RE2", re2.compile), ("PCRE2", pcre2.compile)):
            try:
                engines[name] = accepts(compiler(pattern), compiler(without) if without else None)
            except Exception as error:  # Each engine has errors of its own.
                wrong.append(f"{name} does not compile {pattern!r} and {without!r}: {error}")
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
