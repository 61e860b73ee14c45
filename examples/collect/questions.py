"""Asks the outputs of `collect` five questions and writes the answers as docs/questions.md.

    questions.py [--forms N] [--check]

The reports do not exist: `generate` makes them, always the same, and `pages` makes files of them. `--check` writes nothing and ends with 1 if
the page would not be the same. Needs cargo, and duckdb from PyPI.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import duckdb

HERE = Path(__file__).parent
CRATE = HERE.parents[1]
PAGE = CRATE / "docs" / "questions.md"

# Each question, what its answer rests on, the query, and what the answer means.
QUESTIONS = [
    (
        "Which provinces refuse most, and on what ground?",
        """WITH rows AS (
  UNPIVOT (SELECT substr(region, 1, 2) AS province, "requests.outcomes.total.total" AS processed,
                  COLUMNS('requests.outcomes.denied.*.total') FROM 'forms.parquet'
           JOIN (SELECT source, "body.region" AS region FROM 'sources.parquet' WHERE is_counted) USING (source)
           WHERE region IS NOT NULL)
  ON COLUMNS('requests.*denied.*') INTO NAME ground VALUE refused),
grounds AS (SELECT province, ground, sum(refused) AS refused, sum(processed) AS processed FROM rows GROUP BY ALL)
SELECT province, max(processed) AS processed, sum(refused) AS refused, round(100 * sum(refused) / max(processed), 2) AS percent,
       split_part(arg_max(ground, refused), '.', 4) AS "most often on", max(refused) AS "so often"
FROM grounds GROUP BY province ORDER BY percent DESC, province LIMIT 5""",
        "Provinces by the first two digits of GB/T 2260. `sources.parquet` has the region that a form states or the name of the body tells, and\n"
        "says which in `body.region.basis`. A body without a region is in no row.",
    ),
    (
        "Where do carried-over figures break?",
        """WITH counted AS (
  SELECT "body.name" AS body, region, year, "requests.carried_in.total" AS carried_in, "requests.carried_over.total" AS carried_over
  FROM 'forms.parquet' JOIN (SELECT source, "body.region" AS region FROM 'sources.parquet' WHERE is_counted) USING (source))
SELECT body, later.year, earlier.carried_over AS "carried over before", later.carried_in AS "carried in", count(*) OVER () AS "breaks in all"
FROM counted earlier JOIN counted later USING (body)
WHERE later.year = earlier.year + 1 AND later.region IS NOT DISTINCT FROM earlier.region AND later.carried_in <> earlier.carried_over
ORDER BY abs(later.carried_in - earlier.carried_over) DESC, body, later.year LIMIT 5""",
        "二、上年结转 of a year should be 四、结转下年度 of the year before. That is our reading; bodies also merge and correct their reports.\n"
        "The region tells two bodies of one name apart; where no report of them has one, nothing does.",
    ),
    (
        "Which bodies repeat last year's text?",
        """WITH said AS (
  SELECT DISTINCT "body.name" AS body, coalesce(region, '') AS region, year, sentence FROM 'pages/figures.parquet'
  JOIN (SELECT source, "body.region" AS region FROM 'pages/sources.parquet') USING (source)
  WHERE "body.name" IS NOT NULL AND year IS NOT NULL)
SELECT now.body, count(*) AS sentences, count(before.sentence) AS "as the year before",
       round(100 * count(before.sentence) / count(*)) AS percent
FROM said now SEMI JOIN said any_before
  ON any_before.body = now.body AND any_before.region = now.region AND any_before.year = now.year - 1
LEFT JOIN said before
  ON before.body = now.body AND before.region = now.region AND before.year = now.year - 1 AND before.sentence = now.sentence
GROUP BY now.body, now.region HAVING count(*) >= 10 ORDER BY percent DESC, sentences DESC, body LIMIT 5""",
        "Sentences that state a figure, letter by letter as a year before. A figure that is 0 every year repeats, too, so look at the pages.",
    ),
    (
        "Who reports suits although every request was granted?",
        """SELECT "body.name" AS body, year, "requests.outcomes.total.total" AS processed,
       "disputes.litigation.direct.total" + "disputes.litigation.after_reconsideration.total" AS suits,
       count(*) OVER () AS "such reports"
FROM 'forms.parquet' SEMI JOIN (FROM 'sources.parquet' WHERE is_counted) counted USING (source)
WHERE "requests.outcomes.total.total" > 0
  AND "requests.outcomes.granted.total" = "requests.outcomes.total.total" AND suits > 0
ORDER BY suits DESC, body, year LIMIT 5""",
        "No contradiction: a suit may be about a request of an earlier year, or about how one was granted.",
    ),
    (
        "How did the edition of 2021 change （六）其他处理?",
        """SELECT year, count(*) AS reports, count("requests.outcomes.other.total") AS "with the one row of 2019",
       sum("requests.outcomes.other.total") AS "in that row", sum("requests.outcomes.other.correction_overdue.total") AS overdue,
       sum("requests.outcomes.other.fee_unpaid.total") AS "fee unpaid", sum("requests.outcomes.other.miscellaneous.total") AS other,
       round(100 * sum(coalesce("requests.outcomes.other.total", 0) + coalesce("requests.outcomes.other.correction_overdue.total", 0)
         + coalesce("requests.outcomes.other.fee_unpaid.total", 0) + coalesce("requests.outcomes.other.miscellaneous.total", 0))
         / sum("requests.outcomes.total.total"), 2) AS "percent of all"
FROM 'forms.parquet' SEMI JOIN (FROM 'sources.parquet' WHERE is_counted) counted USING (source)
GROUP BY year ORDER BY year""",
        "The edition of 2019 prints one row, that of 2021 three. A null is a row that no report of the year prints, and not 0.",
    ),
]


def run(*command):
    subprocess.run([str(part) for part in command], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def example(*arguments):
    return ["cargo", "run", "--quiet", "--release", "--manifest-path", HERE / "Cargo.toml", *arguments]


def table(result):
    show = lambda value: "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)
    heads = [column[0] for column in result.description]
    lines = [f"| {' | '.join(heads)} |", "|" + "---|" * len(heads)]
    rows = result.fetchall()
    return lines + [f"| {' | '.join(map(show, row))} |" for row in rows] if rows else ["No report is like this."]


def answers(work):
    """Each question with its query and its answer, asked in the folder of the outputs."""
    lines = []
    connection = duckdb.connect()
    connection.execute(f"SET file_search_path = '{work}'")
    for number, (question, query, note) in enumerate(QUESTIONS, 1):
        lines += [f"## {number}. {question}", "", "```sql", query, "```", "", *table(connection.execute(query)), "", note, ""]
    return lines


def collect(work, forms):
    """Makes the reports and collects them twice: as JSON, with all that a form says of its body, and as pages, with their text."""
    with (work / "all.ndjson").open("wb") as out:
        # In its own target folder: nothing of it is needed for the rest.
        environment = {name: value for name, value in os.environ.items() if name != "CARGO_TARGET_DIR"}
        command = ["cargo", "run", "--quiet", "--example", "generate", "--", str(forms), "1"]
        subprocess.run(command, check=True, cwd=CRATE, env=environment, stdout=out, stderr=subprocess.DEVNULL)
    with (work / "all.ndjson").open("rb") as all_forms, (work / "some.ndjson").open("wb") as some:
        some.writelines(line for _, line in zip(range(forms // 10), all_forms))
    run(*example("--example", "pages", "--", work / "some.ndjson", work / "files", "0"))
    run(*example("--bin", "collect", "--", work / "all.ndjson", "-o", work / "out", "--lang", "en"))
    run(*example("--bin", "collect", "--", work / "files", "-o", work / "out" / "pages", "--lang", "en"))
    return work / "out"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--forms", type=int, default=14_000)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        out = collect(Path(work), options.forms)
        lines = answers(out)
    page = "\n".join(
        [
            "# Questions",
            "",
            "Five questions, and how the outputs of [`collect`](collect.md) answer them. **These reports do not exist**: `generate` made them, so the",
            "answers say nothing about any body. The page is written by",
            "",
            "```sh",
            f"python3 examples/collect/questions.py --forms {options.forms}",
            "```",
            "",
            f"which generates {options.forms} forms of the years 2019 to 2025 and collects them into a folder, a tenth of them also as pages in six formats",
            "into the folder `pages` in it. Then it asks DuckDB in that folder. Names of columns are paths of cells, so they want quotes.",
            "",
            "A sum in SQL counts every row. Of real reports some are there twice, so the sums join `sources.parquet`, which says which are counted:",
            "[parquet.md](parquet.md#how-to-read-the-columns).",
            "",
            *lines,
        ]
    )
    page = page.rstrip() + "\n"
    if options.check:
        return int(page != PAGE.read_text(encoding="utf-8"))
    PAGE.write_text(page, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
