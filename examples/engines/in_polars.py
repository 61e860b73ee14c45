"""Asks Polars, by its expressions: in_polars.py FILE.parquet DIR."""

import sys
import time
from pathlib import Path

import polars as pl

from queries import APPLICANTS, FIGURES, OUTCOMES, is_total, parts, write

parquet, directory = sys.argv[1], Path(sys.argv[2])
held = pl.scan_parquet(parquet).filter(pl.col("verdict") == "holds")


def leaf(column):
    # The sum of nothing is 0 in Polars; what nobody counted is not 0.
    return pl.when(pl.col(column).count() > 0).then(pl.col(column).sum())


def total(column):
    if not is_total(column):
        return leaf(column)
    leaves = [leaf(part) for part in parts(column)]
    if column.startswith("requests.outcomes.total."):
        return pl.sum_horizontal(leaves)
    return sum(leaves[1:], leaves[0])


rollup = (
    held.group_by(pl.col("body.level").fill_null("").alias("level"), "year")
    .agg(
        pl.len().alias("reports"),
        *[total(column).alias(f"s{i}") for i, column in enumerate(FIGURES)],
        *[pl.col(column).count().alias(f"n{i}") for i, column in enumerate(FIGURES)],
    )
)
outcomes = held.group_by(
    pl.col("body.region").str.slice(0, 2).fill_null("").alias("province"), "year"
).agg(*[total(column).alias(f"s{i}") for i, column in enumerate(OUTCOMES)])

body = ["body.name", "body.region"]
turns = held.select(
    *body,
    pl.col("year").alias("earlier"),
    pl.col("year").shift(-1).over(body, order_by="year").alias("later"),
    *[pl.col(f"requests.carried_over.{name}").alias(f"closing{i}") for i, name in enumerate(APPLICANTS)],
    *[
        pl.col(f"requests.carried_in.{name}").shift(-1).over(body, order_by="year").alias(f"opening{i}")
        for i, name in enumerate(APPLICANTS)
    ],
)
is_next = pl.col("later") == pl.col("earlier") + 1
differ = pl.any_horizontal([pl.col(f"closing{i}") != pl.col(f"opening{i}") for i in range(len(APPLICANTS))])
continuity = turns.filter((pl.col("later") > pl.col("earlier") + 1) | (is_next & differ)).select(
    pl.col("body.name").alias("name"),
    pl.col("body.region").fill_null("").alias("region"),
    "earlier",
    "later",
    *[f"{side}{i}" for i in range(len(APPLICANTS)) for side in ("closing", "opening")],
)
joins = turns.filter(is_next).select(pl.len().alias("joins"))

for name, query in {"rollup": rollup, "outcomes": outcomes, "continuity": continuity, "joins": joins}.items():
    started = time.perf_counter()
    frame = query.collect(engine="streaming")
    print(name, time.perf_counter() - started, sep="\t")
    write(directory / f"{name}.tsv", frame.columns, frame.rows())
