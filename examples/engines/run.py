"""Generates reports, writes them as Parquet, asks every engine, and compares each answer cell by cell with `Totals`.

Prints a table; `--docs` writes it into docs/engines.md as well. Ends with 1 if any answer differs.
"""

import argparse
import importlib.metadata
import json
import os
import platform
import subprocess
import sys
import time
from decimal import Decimal
from pathlib import Path

from queries import APPLICANTS, FIGURES, OUTCOMES, QUERIES, read

HERE = Path(__file__).parent
CRATE = HERE.parents[1]
DOCS = CRATE / "docs" / "engines.md"
# Amounts in 万元, which `Totals` gives in 元.
TEN_THOUSAND_YUAN = "proactive.fees.amount"
# Rows to a row group, as in to_parquet.
ROW_GROUP = 2**18
# How many times the memory twice the reports may take: a writer that keeps what it has written is past it.
MOST_MEMORY = 1.1


def say(text):
    print(text, file=sys.stderr, flush=True)


def build(manifest, *what):
    """Builds programs and gives their paths by name."""
    command = ["cargo", "build", "--release", "--manifest-path", manifest, "--message-format", "json", *what]
    lines = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()
    messages = [json.loads(line) for line in lines]
    return {m["target"]["name"]: m["executable"] for m in messages if m.get("executable")}


def run(command, out=subprocess.DEVNULL, forms_of=None):
    """Runs a program, with the forms that another writes as its input: seconds, those of a processor, and the most memory that it
    held, in bytes."""
    started = time.perf_counter()
    source = subprocess.Popen(forms_of, stdout=subprocess.PIPE) if forms_of else None
    process = subprocess.Popen(command, stdin=source and source.stdout, stdout=out)
    if source:
        source.stdout.close()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - started
    if process.returncode != 0 or (source and source.wait() != 0):
        raise SystemExit(f"{command[0]} failed")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024


def number(text):
    return Decimal(text) if text else None


def rollup_cells(rows):
    """The sums and numbers of reports of an engine, by level, year and column."""
    cells = {}
    for row in rows:
        key = (row["level"], row["year"])
        cells[*key, "reports", "sum"] = number(row["reports"])
        for i, column in enumerate(FIGURES):
            value = number(row[f"s{i}"])
            if column == TEN_THOUSAND_YUAN and value is not None:
                value *= 10_000
            cells[*key, column, "sum"] = value
            cells[*key, column, "reports"] = number(row[f"n{i}"])
    return cells


def outcome_cells(rows):
    return {
        (row["province"], row["year"], column): number(row[f"s{i}"]) for row in rows for i, column in enumerate(OUTCOMES)
    }


def continuity_cells(rows, joins):
    """The turns of the year that do not join: a cell is what was carried over and in."""
    cells = {("joins",): number(joins[0]["joins"])}
    for row in rows:
        turn = (row["name"], row["region"], row["earlier"], row["later"])
        if int(row["later"]) > int(row["earlier"]) + 1:
            cells[*turn, ""] = (None, None)
            continue
        for i, applicant in enumerate(APPLICANTS):
            closing, opening = number(row[f"closing{i}"]), number(row[f"opening{i}"])
            if closing != opening:
                cells[*turn, applicant] = (closing, opening)
    return cells


def expected_cells(directory):
    """What `Totals` and `Span` say, in the same shape."""
    rollup = {}
    for row in read(directory / "rollup.tsv"):
        key = (row["level"], row["year"], row["column"])
        rollup[*key, "sum"] = number(row["sum"])
        if row["reports"]:
            rollup[*key, "reports"] = number(row["reports"])
    outcomes = {(row["province"], row["year"], row["column"]): number(row["sum"]) for row in read(directory / "outcomes.tsv")}
    continuity = {}
    for row in read(directory / "continuity.tsv"):
        if row["applicant"] == "joins":
            continuity[("joins",)] = number(row["closing"])
        else:
            turn = (row["name"], row["region"], row["after"], row["before"], row["applicant"])
            continuity[turn] = (number(row["closing"]), number(row["opening"]))
    return {"rollup": rollup, "outcomes": outcomes, "continuity": continuity}


def answer_cells(directory):
    rows = {name: read(directory / f"{name}.tsv") for name in QUERIES}
    return {
        "rollup": rollup_cells(rows["rollup"]),
        "outcomes": outcome_cells(rows["outcomes"]),
        "continuity": continuity_cells(rows["continuity"], rows["joins"]),
    }


def compare(name, expected, answer):
    """How many cells are equal, of how many; says the first that are not."""
    equal = total = 0
    different = []
    for question, cells in expected.items():
        found = answer[question]
        # Totals are in no count of figures.
        keys = cells.keys() | {key for key in found if question != "rollup" or key[3] == "sum"}
        for key in keys:
            total += 1
            missing = object()
            if cells.get(key, missing) == found.get(key, missing):
                equal += 1
            else:
                different.append((question, key, cells.get(key), found.get(key)))
    for question, key, should, is_ in sorted(different, key=str)[:5]:
        say(f"{name}: {question} {' '.join(map(str, key))} should be {should}, is {is_}")
    return equal, total


def machine():
    model = platform.processor() or platform.machine()
    try:
        for line in Path("/proc/cpuinfo").read_text().splitlines():
            if line.startswith("model name"):
                model = line.partition(":")[2].strip()
                break
        memory = f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB of memory"
    except (OSError, ValueError):
        memory = "memory unknown"
    return f"{os.cpu_count()} processors ({model}), {memory}, {platform.system()}"


def thousands(n):
    return f"{n:,}".replace(",", " ")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=1_400_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--only", help="ask these engines, parted by commas; keep what else was found before")
    parser.add_argument("--docs", action="store_true", help="write docs/engines.md")
    options = parser.parse_args()
    work = options.work.resolve()
    only = options.only.split(",") if options.only else list(ENGINES)
    if unknown := set(only) - ENGINES.keys():
        parser.error(f"unknown engines {', '.join(unknown)}, expected some of {', '.join(ENGINES)}")

    kept = work / "results.json"
    asked = {"reports": options.reports, "seed": options.seed}
    results = json.loads(kept.read_text()) if options.only and kept.exists() else {}
    if results.get("asked") != asked:
        results = {"asked": asked, **prepare(work, **asked), "engines": {}}
        kept.write_text(json.dumps(results))
    expected = expected_cells(work / "expected")
    for name in only:
        results["engines"][name] = ask(name, work, expected)
        kept.write_text(json.dumps(results))

    export, table = export_table(results["exports"]), engine_table(results["engines"], options.reports)
    print("\n".join([*export, "", *table]))
    if options.docs:
        left = f" --only {','.join(results['engines'])}" if results["engines"].keys() != ENGINES.keys() else ""
        command = f"examples/engines/run --reports {options.reports} --seed {options.seed}{left} --docs"
        questions = {question: len(cells) for question, cells in expected.items()}
        DOCS.write_text(page(command, results, export, table, questions), encoding="utf-8")
    said, is_constant = memory(results["exports"])
    say(said)
    return 0 if is_constant and all(engine["equal"] == engine["total"] for engine in results["engines"].values()) else 1


def memory(exports):
    """What became of the memory when the reports became more, and whether it may be called constant."""
    half, whole = exports[-2:]
    ratio = whole["memory"] / half["memory"]
    said = f"{thousands(whole['reports'])} reports took {ratio:.2f} times the memory of {thousands(half['reports'])}"
    if half["reports"] < ROW_GROUP:
        # A writer whose first row group is not full has not yet needed all that it ever needs.
        return f"{said}, which says nothing of fewer than {thousands(2 * ROW_GROUP)} reports", True
    return f"{said}, at most {MOST_MEMORY} allowed", ratio <= MOST_MEMORY


def prepare(work, reports, seed):
    """Writes the Parquet file, and what every engine should find."""
    load = os.getloadavg()[0]
    say("building")
    tools = build(CRATE / "Cargo.toml", "--example", "generate")
    tools |= build(CRATE / "examples/to_parquet/Cargo.toml", "--bin", "to_parquet")
    tools |= build(HERE / "Cargo.toml", "--bin", "expected")
    exports = []
    parquet = work / "forms.parquet"
    for size in [max(reports // 10, 1), max(reports // 2, 1), reports]:
        say(f"writing {thousands(size)} reports")
        generate = [tools["generate"], str(size), str(seed)]
        seconds, busy, memory = run([tools["to_parquet"], "-", parquet], forms_of=generate)
        length = parquet.stat().st_size
        exports.append({"reports": size, "bytes": length, "seconds": seconds, "busy": busy, "memory": memory})
    directory = work / "expected"
    directory.mkdir(exist_ok=True)
    say("adding up with Totals")
    # The same seed gives the same forms, so that the many gigabytes of JSON need not be kept.
    _, busy, _ = run([tools["expected"], directory], forms_of=generate)
    return {"exports": exports, "expected_seconds": busy, "load": load}


def datafusion(parquet, directory):
    tools = build(HERE / "Cargo.toml", "--features", "datafusion", "--bin", "datafusion")
    return [tools["datafusion"], parquet, *(directory / f"{question}.sql" for question in QUERIES)]


def python(script):
    return lambda parquet, directory: [sys.executable, HERE / script, parquet, directory]


# The engines: how each is asked, and the command that asks it.
ENGINES = {
    "DataFusion": ("SQL", datafusion),
    "DuckDB": ("SQL", python("in_duckdb.py")),
    "Polars": ("expressions", python("in_polars.py")),
    "Spark": ("SQL", python("in_spark.py")),
}


def ask(name, work, expected):
    """Asks an engine in a process of its own and compares what it answers."""
    say(f"asking {name}")
    how, command = ENGINES[name]
    directory = work / name.lower()
    directory.mkdir(exist_ok=True)
    for question, sql in QUERIES.items():
        # An answer of before is none.
        (directory / f"{question}.tsv").unlink(missing_ok=True)
        (directory / f"{question}.sql").write_text(sql + "\n", encoding="utf-8")
    log = directory / "log.tsv"
    with log.open("wb") as out:
        run(command(work / "forms.parquet", directory), out)
    lines = [line.split("\t") for line in log.read_text(encoding="utf-8").splitlines()]
    notes = [line[1] for line in lines if line[0] == "note"]
    equal, total = compare(name, expected, answer_cells(directory))
    return {
        "how": ", ".join([version(name), how, *notes]),
        "seconds": {line[0]: float(line[1]) for line in lines if line[0] in QUERIES},
        "equal": equal,
        "total": total,
    }


def version(name):
    if name != "DataFusion":
        return importlib.metadata.version({"Spark": "pyspark"}.get(name, name.lower()))
    for block in (HERE / "Cargo.lock").read_text(encoding="utf-8").split("[[package]]"):
        if 'name = "datafusion"\n' in block:
            return block.split('version = "')[1].split('"')[0]
    return "?"


def export_table(exports):
    lines = ["| reports | Parquet, MB | seconds | seconds of a processor | peak memory, MB |", "|--:|--:|--:|--:|--:|"]
    for e in exports:
        figures = [f"{e['bytes'] / 1e6:.1f}", f"{e['seconds']:.1f}", f"{e['busy']:.1f}", f"{e['memory'] / 1e6:.0f}"]
        lines.append(f"| {thousands(e['reports'])} | {' | '.join(figures)} |")
    return lines


def engine_table(engines, reports):
    lines = [
        "| engine | | rows | roll-up, s | outcomes, s | continuity, s | all, s | equal to `Totals` |",
        "|---|---|--:|--:|--:|--:|--:|---|",
    ]
    for name in [name for name in ENGINES if name in engines]:
        engine = engines[name]
        seconds = engine["seconds"]
        parts = [seconds["rollup"], seconds["outcomes"], seconds["continuity"] + seconds["joins"], sum(seconds.values())]
        verdict = "equal" if engine["equal"] == engine["total"] else "**not equal**"
        cells = f"{verdict}, {thousands(engine['equal'])} of {thousands(engine['total'])} cells"
        lines.append(
            f"| {name} | {engine['how']} | {thousands(reports)} | {' | '.join(f'{s:.1f}' for s in parts)} | {cells} |"
        )
    return lines


def page(command, results, export, table, questions):
    large = results["exports"][-1]
    said, _ = memory(results["exports"])
    missing = [name for name in ENGINES if name not in results["engines"]]
    not_asked = f"\nNot asked for this page: {', '.join(missing)}.\n" if missing else ""
    return f"""# The engines

Whether the engines that people already use find the same sums as this crate. This page is written by

```sh
{command}
```

on {machine()}, with a load of {results["load"]:.1f} before it began. The seconds
are of one run, and longer the more else a machine does; what must hold everywhere is the last column.

## Export

`to_parquet` reads forms as JSON while `generate` writes them, checks each, and writes the wide layout in batches of 1024 forms and
row groups of {thousands(ROW_GROUP)}.

{chr(10).join(export)}

That is {large["bytes"] / large["reports"]:.0f} bytes a report, {thousands(round(large["reports"] / large["busy"]))} reports a second of a processor.
{said}. What does grow, because a Parquet file ends with it, is
what the file says of its row groups: about a kilobyte and a half for each of their columns, which is a byte and a half a report. The
rest is what the allocator does with memory that is free.

## The same answers

- **Roll-up**: by level and year the sum of every column of figures, and of how many reports it is.
- **Outcomes**: by province and year the sum of every row of 三、（一） to （六）.
- **Continuity**: every body's reports that hold, one year beside the next: the years that are missing, and where an applicant's
  二、上年结转 is not the 四、结转下年度 of the year before.

They are compared with what `Totals` and `Span` make of the JSON in {results["expected_seconds"]:.0f} s of a processor: {thousands(questions["rollup"])} cells of
the roll-up, {thousands(questions["outcomes"])} of the outcomes, {thousands(questions["continuity"])} of the continuity.

{chr(10).join(table)}
{not_asked}
Spark runs in `local-cluster` mode: its workers are processes of their own, which exchange rows over the network as those of a
real cluster do. Starting it is not in the seconds.
"""


if __name__ == "__main__":
    sys.exit(main())
