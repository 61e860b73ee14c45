#!/usr/bin/env python3
"""Time whole processes that read the tables of the same files: this crate, pdfplumber, python-docx.

    pip install -r benches/peers/requirements.txt
    cargo build --release --example extract
    benches/peers/documents.py FILE.pdf FILE.docx ... [--extract target/release/examples/extract] [--runs 5]

Each program starts anew for each file, reads it, and prints its tables. The table gives the processor time of the process,
user and system, so that other work of the machine does not count: the median of the runs. Exit status 1 if a PDF file is not read 50 times as fast as by pdfplumber, or a Word file not 100 times as
fast as by python-docx.
"""
import argparse
import os
import pathlib
import statistics
import subprocess
import sys

PEERS = {
    ".pdf": (
        "pdfplumber",
        50,
        "import sys, pdfplumber\n"
        "with pdfplumber.open(sys.argv[1]) as pdf:\n"
        "    for page in pdf.pages:\n"
        "        print(page.extract_text())\n"
        "        print(page.extract_tables())\n",
    ),
    ".docx": (
        "python-docx",
        100,
        "import sys, docx\n"
        "document = docx.Document(sys.argv[1])\n"
        "for paragraph in document.paragraphs:\n"
        "    print(paragraph.text)\n"
        "for table in document.tables:\n"
        "    for row in table.rows:\n"
        "        print([cell.text for cell in row.cells])\n",
    ),
}


def seconds(command, runs):
    """The median processor time of a process that ends well."""
    times = []
    for _ in range(runs):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        if status != 0:
            sys.exit(f"{command[0]} failed: {command[-1]}")
        times.append(usage.ru_utime + usage.ru_stime)
    return statistics.median(times)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=pathlib.Path)
    parser.add_argument("--extract", default="target/release/examples/extract")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    is_slow = False
    print(f"{'file':44} {'ms':>8} {'peer':>12} {'ms':>8} {'times':>7}  bound")
    for file in options.files:
        if file.suffix not in PEERS:
            parser.error(f"{file}: expected a .pdf or .docx file")
        peer, bound, script = PEERS[file.suffix]
        own = seconds([options.extract, "--format", "tsv", str(file)], options.runs)
        other = seconds([sys.executable, "-c", script, str(file)], options.runs)
        is_slow |= other < own * bound
        print(f"{file.name:44} {own * 1e3:8.1f} {peer:>12} {other * 1e3:8.1f} {other / own:7.0f}  {bound}")
    return 1 if is_slow else 0


if __name__ == "__main__":
    sys.exit(main())
