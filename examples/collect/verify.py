"""Adds up `forms.parquet` in DuckDB, Polars and DataFusion and compares every cell of every year with `Totals`, as `years.json` has them.

    verify.py OUT

OUT is an output folder of `collect`. Ends with 1 if any sum differs. Needs duckdb, polars and datafusion from PyPI; an engine that is not
installed is an error, unless it is named behind `--without`.
"""

import json
import sys
from pathlib import Path


def cells(totals):
    """The sums of counts of a document of totals, by the path of their cell. Amounts have another unit there than in the columns."""
    return {path: int(entry["sum"]) for path, entry in totals["cells"].items() if "amount" not in path and "sum" in entry}


def in_duckdb(file, columns):
    import duckdb

    sums = ", ".join(f'sum("{column}")' for column in columns)
    rows = duckdb.sql(f"SELECT year, {sums} FROM '{file}' WHERE verdict = 'holds' GROUP BY year").fetchall()
    return {str(row[0]): dict(zip(columns, row[1:])) for row in rows}


def in_polars(file, columns):
    import polars

    frame = polars.scan_parquet(file).filter(polars.col("verdict") == "holds")
    frame = frame.group_by("year").agg([polars.col(column).sum() for column in columns]).collect()
    return {str(row["year"]): row for row in frame.iter_rows(named=True)}


def in_datafusion(file, columns):
    import datafusion

    context = datafusion.SessionContext()
    context.register_parquet("forms", str(file))
    sums = ", ".join(f'sum("{column}") AS "{column}"' for column in columns)
    rows = context.sql(f"SELECT year, {sums} FROM forms WHERE verdict = 'holds' GROUP BY year").to_pylist()
    return {str(row["year"]): row for row in rows}


def main():
    out = Path(sys.argv[1])
    without = sys.argv[sys.argv.index("--without") + 1].split(",") if "--without" in sys.argv else []
    years = json.loads((out / "years.json").read_text(encoding="utf-8"))
    # A year may have no sums, and says why.
    expected = {year: cells(entry["totals"]) for year, entry in years.items() if entry["totals"] and entry["totals"]["reports"]}
    columns = sorted({path for sums in expected.values() for path in sums})
    failed = 0
    for name, ask in [("DuckDB", in_duckdb), ("Polars", in_polars), ("DataFusion", in_datafusion)]:
        if name in without:
            continue
        found = ask(out / "forms.parquet", columns)
        compared = [(year, path, value, found[year][path]) for year, sums in expected.items() for path, value in sums.items()]
        wrong = [entry for entry in compared if entry[2] != entry[3]]
        failed += len(wrong)
        print(f"{name}: {len(compared) - len(wrong)} of {len(compared)} sums are those of Totals, {wrong[:3]}")
    return 1 if failed or not columns else 0


if __name__ == "__main__":
    sys.exit(main())
