"""The questions that every engine is asked, as SQL, and how their answers are written.

Names of columns are cell paths, so they stand in double quotes. Totals are added up from their parts, as the crate does it. A form
whose total is blank is `not_assessed` by the default policy, so it is not among those that are asked for.
"""

import csv
from pathlib import Path

CODELIST = Path(__file__).parents[2] / "docs" / "codelists" / "columns.csv"

APPLICANTS = [
    "natural_person",
    "commercial_enterprise",
    "research_institution",
    "public_interest_organization",
    "legal_service_institution",
    "other_organization",
]
RULINGS = ["upheld", "corrected", "other", "pending"]


def figures():
    """The columns of figures, in printed order."""
    with CODELIST.open(encoding="utf-8", newline="") as file:
        return [line["column"] for line in csv.DictReader(file) if line["bit"]]


FIGURES = figures()


def is_total(column):
    row, _, last = column.rpartition(".")
    return row == "requests.outcomes.total" or (last == "total" and not column.startswith("proactive."))


LEAVES = [column for column in FIGURES if not is_total(column)]


def parts(column):
    """The leaves that a total adds up."""
    row, _, last = column.rpartition(".")
    if row == "requests.outcomes.total":
        applicants = APPLICANTS if last == "total" else [last]
        return [leaf for leaf in LEAVES if leaf.startswith("requests.outcomes.") and leaf.rpartition(".")[2] in applicants]
    return [f"{row}.{name}" for name in (APPLICANTS if row.startswith("requests.") else RULINGS)]


OUTCOMES = [
    column
    for column in FIGURES
    if column.startswith("requests.outcomes.") and column.endswith(".total") and column != "requests.outcomes.total.total"
]


def sum_sql(column):
    if not is_total(column):
        return f'SUM("{column}")'
    terms = [f'SUM("{part}")' for part in parts(column)]
    if column.startswith("requests.outcomes.total."):
        # （六） has one row or three; what is not printed adds nothing.
        terms = [f"COALESCE({term}, 0)" for term in terms]
    return " + ".join(terms)


def rollup_sql():
    """All sums by level and year, and of how many reports each is."""
    sums = [f"{sum_sql(column)} AS s{i}" for i, column in enumerate(FIGURES)]
    counts = [f'COUNT("{column}") AS n{i}' for i, column in enumerate(FIGURES)]
    return (
        "SELECT COALESCE(\"body.level\", '') AS level, \"year\", COUNT(*) AS reports,\n  "
        + ",\n  ".join(sums + counts)
        + "\nFROM reports WHERE verdict = 'holds'\nGROUP BY COALESCE(\"body.level\", ''), \"year\""
    )


def outcomes_sql():
    """The outcomes by province and year."""
    province = "COALESCE(SUBSTR(\"body.region\", 1, 2), '')"
    sums = [f"{sum_sql(column)} AS s{i}" for i, column in enumerate(OUTCOMES)]
    return (
        f'SELECT {province} AS province, "year",\n  '
        + ",\n  ".join(sums)
        + f"\nFROM reports WHERE verdict = 'holds'\nGROUP BY {province}, \"year\""
    )


def turns_sql():
    """Each report that holds beside the next of the same body."""
    over = 'OVER (PARTITION BY "body.name", "body.region" ORDER BY "year")'
    closing = [f'"requests.carried_over.{name}" AS closing{i}' for i, name in enumerate(APPLICANTS)]
    opening = [f'LEAD("requests.carried_in.{name}") {over} AS opening{i}' for i, name in enumerate(APPLICANTS)]
    return (
        "WITH turns AS (\n  SELECT \"body.name\" AS name, COALESCE(\"body.region\", '') AS region, \"year\" AS earlier,\n"
        f'    LEAD("year") {over} AS later,\n    '
        + ",\n    ".join(closing + opening)
        + "\n  FROM reports WHERE verdict = 'holds'\n)\n"
    )


def continuity_sql():
    """The turns of the year that do not join: a year is missing, or what is carried over is not what is carried in."""
    columns = [f"closing{i}, opening{i}" for i in range(len(APPLICANTS))]
    differ = [f"closing{i} <> opening{i}" for i in range(len(APPLICANTS))]
    return (
        turns_sql()
        + f"SELECT name, region, earlier, later, {', '.join(columns)}\nFROM turns\n"
        + f"WHERE later > earlier + 1 OR (later = earlier + 1 AND ({' OR '.join(differ)}))"
    )


def joins_sql():
    """How many reports are followed by one of the next year."""
    return turns_sql() + "SELECT COUNT(*) AS joins FROM turns WHERE later = earlier + 1"


QUERIES = {
    "rollup": rollup_sql(),
    "outcomes": outcomes_sql(),
    "continuity": continuity_sql(),
    "joins": joins_sql(),
}


def write(path, names, rows):
    """Writes an answer as tab-separated values, null as nothing."""
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write("\t".join(names) + "\n")
        for row in rows:
            file.write("\t".join("" if value is None else str(value) for value in row) + "\n")


def read(path):
    """Reads an answer, or what it should be: a dictionary for each row."""
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
