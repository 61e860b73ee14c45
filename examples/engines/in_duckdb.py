"""Asks DuckDB: in_duckdb.py FILE.parquet DIR."""

import sys
import time
from pathlib import Path

import duckdb

from queries import QUERIES, write

parquet, directory = sys.argv[1], Path(sys.argv[2])
connection = duckdb.connect()
connection.execute(f"CREATE VIEW reports AS SELECT * FROM read_parquet('{parquet}')")
for name, sql in QUERIES.items():
    started = time.perf_counter()
    result = connection.execute(sql)
    rows = result.fetchall()
    print(name, time.perf_counter() - started, sep="\t")
    write(directory / f"{name}.tsv", [column[0] for column in result.description], rows)
