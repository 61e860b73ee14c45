"""Runs the guide as it is printed: every block of Python, one behind the other, in an empty folder.

    python run.py FOLDER

A block of `text` behind a block of Python is what that prints. The pictures are drawn into the folder; with UPDATE=1 they and what is
printed are written into the guide.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shutil
import sys
import warnings
from pathlib import Path

HERE = Path(__file__).parent
GUIDE = HERE.parent / "guide.md"
BLOCK = re.compile(r"```python\n(.*?)```(?:\n\n```text\n(.*?)```)?", re.DOTALL)


def main() -> int:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    sys.path.insert(0, str(HERE))
    import pages

    pages.write(folder / "pages")
    os.chdir(folder)
    names: dict[str, object] = {}
    is_update = os.environ.get("UPDATE") == "1"
    if is_update:
        # What is checked in shows no boxes where a font lacks a character.
        warnings.filterwarnings("error", message="Glyph .* missing")
    guide, wrong = GUIDE.read_text(encoding="utf-8"), 0

    def run(block: re.Match[str]) -> str:
        nonlocal wrong
        code, expected = block[1], block[2]
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(code, str(GUIDE), "exec"), names)
        if not is_update and printed.getvalue() != (expected or ""):
            wrong += 1
            print(f"a block prints\n{printed.getvalue()}\nexpected\n{expected}")
        text = f"\n\n```text\n{printed.getvalue()}```" if printed.getvalue() else ""
        return f"```python\n{code}```{text}"

    written = BLOCK.sub(run, guide)
    pictures = re.findall(r"!\[[^\]]*\]\(guide/([^)]+)\)", guide)
    for name in pictures:
        if not Path(name).is_file():
            wrong += 1
            print(f"the guide shows {name}, and draws no such picture")
    if is_update:
        GUIDE.write_text(written, encoding="utf-8")
        for name in pictures:
            shutil.copy(name, HERE / name)
        return 0
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
