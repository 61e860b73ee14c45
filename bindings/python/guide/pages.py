"""Writes the pages of a county that does not exist, for the guide, the README and the measurements.

    python pages.py FOLDER

Twelve offices, four years, a page for each: 48 files of HTML, always the same. Everything in them is made up. Three things are put in
on purpose, and the guide finds them:

- refusals for process information (过程性信息) grow year by year, whatever is asked for;
- one office carries requests over into a year in which it takes fewer of them in;
- two pages state other figures in their text than in their tables.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

import ogi_report

COUNTY = "虚构县"
OFFICES = "教育局 民政局 财政局 公安局 住房和城乡建设局 交通运输局 农业农村局 卫生健康局 自然资源局 市场监督管理局 城市管理局 水利局".split()
YEARS = range(2021, 2025)
OVER = "requests.carried_over"
OUTCOMES = {
    "requests.outcomes.granted": 40,
    "requests.outcomes.partially_granted": 9,
    "requests.outcomes.denied.internal_affairs": 3,
    "requests.outcomes.denied.third_party_rights": 3,
    "requests.outcomes.denied.enforcement_case_file": 4,
    "requests.outcomes.denied.administrative_query": 3,
    "requests.outcomes.unable_to_provide.not_held": 22,
    "requests.outcomes.unable_to_provide.requires_creation": 3,
    "requests.outcomes.not_processed.petition_or_complaint": 5,
    "requests.outcomes.other.miscellaneous": 2,
}
PROCESS = "requests.outcomes.denied.process_information"
SHARES_OF_PROCESS = {2021: 2, 2022: 8, 2023: 17, 2024: 28}


def form_of(
    office: str, year: int, received: dict[str, int], carried_in: dict[str, int], chance: random.Random
) -> ogi_report.Form:
    """The form of an office: of each kind of applicant, every request is decided or carried over."""
    body = ogi_report.Body(f"{COUNTY}{office}", level="county", kind="department", scope="own_office")
    form = ogi_report.Form("2021", dict.fromkeys(ogi_report.cells("2021"), 0), body=body, year=year)
    form["proactive.rules.issued"] = form["proactive.rules.repealed"] = form["proactive.rules.in_force"] = "/"
    shares = {**OUTCOMES, PROCESS: SHARES_OF_PROCESS[year]}
    totals: dict[str, int] = {}
    for column in received:
        all_ = received[column] + carried_in[column]
        over = chance.randrange(all_ // 5 + 1)
        drawn = chance.choices(list(shares), list(shares.values()), k=all_ - over)
        rows = {row: drawn.count(row) for row in shares}
        rows |= {"requests.received": received[column], "requests.carried_in": carried_in[column]}
        rows |= {"requests.outcomes.total": all_ - over, OVER: over}
        for row, count in rows.items():
            form[f"{row}.{column}"] = count
            totals[row] = totals.get(row, 0) + count
    for row, count in totals.items():
        form[f"{row}.total"] = count
    reviews = chance.randrange(totals["requests.received"] // 12 + 1)
    form["disputes.reconsideration.upheld"] = form["disputes.reconsideration.total"] = reviews
    return form


def overview(form: ogi_report.Form, received: int) -> str:
    """Section 一, with figures in words as offices write them."""
    reviews = form["disputes.reconsideration.total"]
    disputes = f"因政府信息公开申请行政复议{reviews}件。" if reviews else "未发生因政府信息公开引起的行政复议。"
    refused = form[f"{PROCESS}.total"]
    process = f"因属于过程性信息不予公开{refused}件。" if refused else ""
    return (
        f"（一）主动公开。通过门户网站公开职责范围内的政府信息。（二）依申请公开。{form.year}年共收到政府信息公开申请{received}件。"
        f"{process}{disputes}（三）政府信息管理。实行信息发布审核制度。（四）平台建设。维护门户网站公开专栏。"
        f"（五）监督保障。开展政务公开业务培训。"
    )


def page(form: ogi_report.Form, text: str) -> str:
    """A page as an office would publish it: title, text, the official tables."""
    start, tables = form.to_html().split("</h1>", 1)
    start = start[: start.index("<h1>")]
    title = f"<h1>{form.body}{form.year}年政府信息公开工作年度报告</h1>"
    five = (
        "<h2>五、存在的主要问题及改进情况</h2><p>存在的主要问题：主动公开的内容不够全面，答复的说理性有待加强。"
        "改进情况：已梳理公开目录，组织业务培训，规范答复文书。</p>"
        "<h2>六、其他需要报告的事项</h2><p>本年度未收取信息处理费。</p>"
    )
    tables = tables[tables.index("<section") : tables.rindex("</section>") + len("</section>")]
    return f"{start}{title}<h2>一、总体情况</h2><p>{text}</p>{tables}{five}</main></body></html>"


def write(folder: Path) -> None:
    """Writes the pages."""
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(20240101)
    for office in OFFICES:
        size = chance.randrange(12, 60)
        carried = {"natural_person": 0, "commercial_enterprise": 0}
        for year in YEARS:
            people = chance.randrange(size // 2, 2 * size)
            received = {"natural_person": people, "commercial_enterprise": people // 8}
            # The office that loses requests at the turn of a year.
            if (office, year) == ("城市管理局", 2023):
                carried["natural_person"] -= 3
            form = form_of(office, year, received, carried, chance)
            carried = {column: int(str(form[f"{OVER}.{column}"])) for column in carried}
            # The pages that say something else in their text.
            wrong = {("公安局", 2022): 11, ("水利局", 2024): -4}.get((office, year), 0)
            (folder / f"{office}-{year}.html").write_text(page(form, overview(form, sum(received.values()) + wrong)), encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
