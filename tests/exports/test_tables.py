"""The tables for other programs say what the roster says, to the minute."""

import csv
import io
import sys
from datetime import date
from pathlib import Path

import pytest

from roster.domain.shift import paid
from roster.domain.statistics import statistics
from roster.exports.plan_json import plan_json
from roster.exports.tables import ParquetMissingError, csv_files, parquet_files, tables
from roster.reading.shift_list import read_shift_list
from tests.cli.typed import typed
from tests.support.plans import calendar_plan, cycle_plan


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))


def test_every_shift_is_a_row_and_the_minutes_add_up() -> None:
    plan = calendar_plan(leave_open=2)
    found = csv_files(plan.dated)
    shifts, people = rows(found["vakter.csv"]), rows(found["statistikk.csv"])
    counted = statistics(plan.dated)
    assert sum(int(one["betalt min"]) for one in shifts if one["person-id"]) == counted.paid
    assert sum(one["type"] == "åpen vakt" for one in shifts) == counted.open
    assert [int(one["betalt min"]) for one in people] == [one.paid for one in counted.people]
    assert people[2]["stillingsprosent"] == "75"
    assert {one["dato"] for one in shifts} == {day.isoformat() for day in plan.dated.frame.dates}


def test_the_table_is_a_list_that_roster_reads(tmp_path: Path) -> None:
    plan = calendar_plan(weeks=1)
    file = tmp_path / "vakter.csv"
    file.write_bytes(csv_files(plan.dated)["vakter.csv"])
    found = read_shift_list(file, {})
    mine = sorted((who, plan.dated.frame.shift[shift].start) for who, shift in plan.dated.works)
    events = sorted((who, shift.start) for who, shift in plan.dated.frame.fixed if shift.event)
    assert sorted((one.who, one.start) for one in found.entries) == sorted(mine + events)


def test_a_grunnturnus_has_weeks_and_no_dates() -> None:
    roster = cycle_plan().roster
    shifts = rows(csv_files(roster)["vakter.csv"])
    assert {one["dato"] for one in shifts} == {""}
    assert {one["uke"] for one in shifts} == {str(number + 1) for number in range(roster.frame.weeks)}


def test_parquet_has_the_same_values_with_their_types() -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra [parquet] is not installed")
    plan = calendar_plan(weeks=2)
    for table, (name, content) in zip(tables(plan.dated), parquet_files(plan.dated).items(), strict=True):
        read = parquet.read_table(io.BytesIO(content))
        assert name == f"{table.name}.parquet"
        assert tuple(read.column_names) == table.columns
        assert [tuple(row.values()) for row in read.to_pylist()] == list(table.rows)
    shifts = parquet.read_table(io.BytesIO(parquet_files(plan.dated)["vakter.parquet"]))
    assert isinstance(shifts["dato"][0].as_py(), date)
    assert sum(
        one for one, who in zip(shifts["betalt min"].to_pylist(), shifts["person-id"].to_pylist(), strict=True) if who
    ) == sum(paid(one, 60) for person in plan.brief.assistants for one in plan.dated.duties(person.id))


def test_without_the_extra_the_way_out_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    plan = calendar_plan(weeks=1)
    with pytest.raises(ParquetMissingError):
        parquet_files(plan.dated)
    file = tmp_path / "turnus.json"
    file.write_bytes(plan_json(plan))
    refused = typed(capsys, "export", file, "--out", tmp_path / "ut", "--format", "parquet")
    assert (refused.code, "bpa-roster[parquet]" in refused.err) == (2, True)
    assert typed(capsys, "export", file, "--out", tmp_path / "ut", "--format", "csv").code == 0
    assert sorted(one.name for one in (tmp_path / "ut").iterdir()) == ["statistikk.csv", "vakter.csv"]
