"""Every library takes the tables as they are, and gives them back."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import ogi_report
from conftest import form_of
from ogi_report import Form

RECEIVED = "requests.received.total"
FEES = "proactive.fees.amount"


@pytest.fixture
def forms(form: Form) -> list[Form]:
    odd = form_of("乙局", 2023, 7, "370784")
    odd[FEES] = Decimal("12.500000")
    odd["requests.received.commercial_enterprise"] = "12件"
    odd["proactive.rules.issued"] = "/"
    odd["proactive.penalties.decisions"] = None
    del odd["disputes.reconsideration.total"]
    odd.source = "乙.html"
    return [form, form_of("甲局", 2024, 3), odd]


@pytest.mark.parametrize("layout", ["wide", "long"])
def test_pyarrow(forms: list[Form], layout: ogi_report._arrow.Layout) -> None:
    table = pa.table(ogi_report.to_arrow(forms, layout))
    assert table.num_rows == (3 if layout == "wide" else 198 + 200 + 200)
    assert ogi_report.from_arrow(table) == forms
    assert ogi_report.from_arrow(pa.table(pa.record_batch(ogi_report.to_arrow(forms, layout)))) == forms
    assert pa.schema(ogi_report.to_arrow(forms, layout)) == table.schema
    if layout == "wide":
        assert table.column(RECEIVED).to_pylist() == [5, 3, 7]
        assert table.column("requests.received.commercial_enterprise").to_pylist()[2] == 12
        assert table.column("proactive.penalties.decisions").to_pylist()[2] is None
        assert table.column(FEES).to_pylist()[1:] == [Decimal(0), Decimal("12.5")]


@pytest.mark.parametrize("layout", ["wide", "long"])
def test_polars(forms: list[Form], layout: ogi_report._arrow.Layout) -> None:
    frame = pl.DataFrame(ogi_report.to_arrow(forms, layout))
    assert ogi_report.from_arrow(frame) == forms
    if layout == "wide":
        assert frame[RECEIVED].to_list() == [5, 3, 7]


@pytest.mark.parametrize("layout", ["wide", "long"])
def test_duckdb(forms: list[Form], layout: ogi_report._arrow.Layout) -> None:
    table = ogi_report.to_arrow(forms, layout)
    connection = duckdb.connect()
    connection.register("reports", table)
    assert ogi_report.from_arrow(connection.sql("from reports").to_arrow_table()) == forms
    if layout == "wide":
        rows: Any = connection.sql(f'select sum("{RECEIVED}") from reports').fetchall()
        assert rows == [(15,)]


@pytest.mark.parametrize("layout", ["wide", "long"])
def test_pandas(forms: list[Form], layout: ogi_report._arrow.Layout) -> None:
    frame = pd.DataFrame.from_arrow(ogi_report.to_arrow(forms, layout))  # type: ignore[attr-defined]
    assert len(frame) == (3 if layout == "wide" else 598)
    if layout == "wide":
        assert frame[RECEIVED].tolist() == [5, 3, 7]


def test_findings(forms: list[Form]) -> None:
    forms[1][RECEIVED] = 9
    outcomes = [form.check() for form in forms]
    table = pa.table(ogi_report.findings_to_arrow(outcomes))
    assert table.num_rows == sum(len(outcome.findings) for outcome in outcomes)
    first = table.to_pylist()[0]
    finding = outcomes[first["form"]].findings[0]
    assert (first["rule"], first["at"], first["message_zh"]) == (finding.rule, finding.at, finding.message("zh"))
    assert tuple(first["cells"]) == finding.cells and first["body"] == "甲局" and first["year"] == 2024
    assert pl.DataFrame(outcomes[1]).height == len(outcomes[1].findings) == pa.table(outcomes[1].table()).num_rows
    assert pa.table(ogi_report.findings_to_arrow([])).num_rows == 0


def test_many_batches() -> None:
    forms = [form_of(f"第{number}局", 2024, number) for number in range(9000)]
    table = ogi_report.to_arrow(forms)
    reader = pa.RecordBatchReader.from_stream(table)
    assert [batch.num_rows for batch in reader] == [8192, 808]
    # It is made anew for each who takes it.
    assert pa.table(table).column(RECEIVED).to_pylist() == list(range(9000))
    assert ogi_report.from_arrow(table) == forms
    long = pa.table(ogi_report.to_arrow(forms[:600], "long"))
    assert long.column("form").to_pylist()[-1] == 599 and ogi_report.from_arrow(long) == forms[:600]


def test_no_copy(forms: list[Form]) -> None:
    """The buffers of an array are those that the table made: the capsule is moved out, and a second owner keeps it alive."""
    table = ogi_report.to_arrow(forms)
    array = pa.record_batch(table).column(RECEIVED)
    del table
    assert array.to_pylist() == [5, 3, 7] and array.buffers()[1].size > 0


def test_editions_and_mistakes(forms: list[Form], form: Form) -> None:
    assert "requests.outcomes.other.total" not in ogi_report.to_arrow(forms[1:], edition="2021").columns
    with pytest.raises(pa.ArrowInvalid, match="no column of the edition 2021"):
        pa.table(ogi_report.to_arrow(forms, edition="2021"))
    with pytest.raises(ogi_report.ColumnsError, match="no column of the edition 2021"):
        ogi_report.to_arrow(forms, edition="2021").__arrow_c_array__()
    with pytest.raises(ValueError, match="unknown layout"):
        ogi_report.to_arrow(forms, "tall")  # type: ignore[arg-type]
    table = pa.table(ogi_report.to_arrow([form]))
    with pytest.raises(ogi_report.ColumnsError, match="year"):
        ogi_report.from_arrow(table.drop_columns(["year"]))
    with pytest.raises(ogi_report.ColumnsError):
        ogi_report.from_arrow(pa.table({"a": [1]}))
    with pytest.raises(AttributeError):
        ogi_report.from_arrow(5)  # type: ignore[arg-type]
    used = pa.RecordBatchReader.from_stream(ogi_report.to_arrow([form]))

    class Twice:
        capsule = used.__arrow_c_stream__()

        def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
            return self.capsule

    assert ogi_report.from_arrow(Twice()) == [form]
    with pytest.raises(ogi_report.ColumnsError):
        ogi_report.from_arrow(Twice())
