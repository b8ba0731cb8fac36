"""``roster worked``: a month is closed from the plan with what happened, and corrected by a difference."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from roster.cli import clock
from roster.domain.help_needed import Part, ShiftKind
from roster.domain.kinds import Sort
from roster.domain.worked import Row
from roster.reading.worked_rows import paid_of_row
from tests.approval.arrangement import brief_of, plan_of, saved
from tests.cli.typed import Typed, typed
from tests.worked.arrangement import AFTER

Run = Callable[..., Typed]


@pytest.fixture
def folder(used: Path) -> Path:
    return used


@pytest.fixture
def worked(folder: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*said: str, also: tuple[str, ...] = ()) -> Typed:
        options = [word for one in said for word in ("--except", one)]
        return typed(capsys, "worked", folder, "--month", "2027-01", *options, *also)

    return run


def answer(said: Typed) -> dict[str, Any]:
    assert said.code in (0, 1), said.all
    found: dict[str, Any] = json.loads(said.out)
    return found


def hours(said: Typed) -> dict[str, tuple[int, int]]:
    return {one["who"]: (one["planned"], one["worked"]) for one in answer(said)["hours"]}


def test_a_month_is_closed_as_planned(folder: Path, worked: Run) -> None:
    said = worked(also=("--plain",))
    assert said.code == 0, said.all
    assert said.out.startswith(
        "Januar 2027 er avsluttet.\nPlanen som gjaldt: versjon 0001 for 04.01.2027–17.01.2027.\n"
    )
    assert "Kari (A1): planlagt 37:30 timer, arbeidet 37:30 timer." in said.out
    assert "like mye som planlagt" in said.out
    assert [one.name for one in (folder / "avsluttet").iterdir()] == ["0005-2027-01.json"]


def test_each_thing_that_can_happen_is_understood(worked: Run) -> None:
    said = worked(
        "A1:2027-01-04 D syk, av Nora",
        "Ola:5.1. D 08.00–14.00",
        "A1:onsdag 6. januar D avlyst",
        "A2:2027-01-07 D av A3",
        "A3:2027-01-13 16.00–18.00 ekstra, overtid",
        "A2:2027-01-11 D avspasering",
        also=("--json",),
    )
    assert hours(said) == {"A1": (2250, 1350), "A2": (2250, 1260), "A3": (0, 1020)}
    away = {one["who"]: one for one in answer(said)["hours"]}
    assert (away["A1"]["syk"], away["A1"]["avlyst"], away["A2"]["avspasering"]) == (450, 450, 450)


def test_what_was_otherwise_is_told_and_what_it_broke(worked: Run) -> None:
    said = worked(
        "A1:2027-01-04 D syk, av A3", "A2:2027-01-05 D 08.00–23.30", "A2:2027-01-06 D ekstra", also=("--plain",)
    )
    assert said.code == 1
    assert "Mandag 4. januar 2027, D 08.00–15.30: Kari (A1) var borte (syk) og Nora (A3) tok den." in said.out
    assert "Tirsdag 5. januar 2027, D 08.00–15.30: Ola (A2) arbeidet 08.00–23.30." in said.out
    assert "Onsdag 6. januar 2027: Ola (A2) arbeidet i tillegg D 08.00–15.30." in said.out
    rules = {one["rule"] for one in answer(worked(also=("--json",)))["findings"]}
    assert {"daily-rest", "hours-day"} <= rules


def test_a_correction_is_a_difference_and_what_stood_is_kept(folder: Path, worked: Run) -> None:
    worked()
    closed = next((folder / "avsluttet").iterdir())
    before = closed.read_bytes()
    said = worked("A1:2027-01-04 D 08.00–14.30", also=("--plain", "--because", "Gikk før."))
    assert said.out.startswith("Januar 2027 er rettet med en forskjell på 2 linjer. Det som sto før, er tatt vare på.")
    assert "03.02.2027, arbeidsleder: rettet. A1:2027-01-04 D 08.00–14.30. Gikk før." in said.out
    assert closed.read_bytes() == before
    assert len(list((folder / "avsluttet").iterdir())) == 2
    again = worked(also=("--json",))
    assert hours(again)["A1"] == (2250, 2190)
    assert answer(again)["written"] is False
    lines = (folder / "logg.jsonl").read_bytes()
    assert worked("A1:2027-01-04 D 08.00–15.00", also=("--try",)).out.startswith("Slik ville januar 2027 bli.")
    assert (folder / "logg.jsonl").read_bytes() == lines


def test_a_timesheet_is_what_was_worked(folder: Path, worked: Run) -> None:
    rows = ["Assistent;Dato;Fra;Til;Vakt"]
    rows += [f"{'Kari' if day % 2 == 0 else 'Ola'};{day:02}.01.2027;08:00;15:30;D" for day in (4, 5, 6, 7, 8)]
    rows += ["Kari;11.01.2027;08:00;15:30;avspasering"]
    (folder / "timer").mkdir()
    (folder / "timer" / "januar.csv").write_text("\n".join(rows), encoding="utf-8")
    said = worked(also=("--json",))
    # In the plan Kari has 4, 6 and 8 of the first week; the sheet has no more than it has.
    assert hours(said) == {"A1": (2250, 1350), "A2": (2250, 900)}
    assert answer(said)["entries"][0]["sheets"] == ["januar.csv"]


def test_a_file_of_the_record_that_was_changed_is_found(
    folder: Path, worked: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    worked()
    assert typed(capsys, "verify", folder).code == 0
    closed = next((folder / "avsluttet").iterdir())
    closed.write_bytes(closed.read_bytes().replace(b"T15:30", b"T16:30"))
    assert "er endret etter at måneden ble avsluttet" in worked().err
    assert typed(capsys, "verify", folder).code == 1


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("A1 syk", "sier ikke hvem, hvilken vakt"),
        ("A9:2027-01-04 D syk", "Ingen assistent heter «A9»"),
        ("A2:2027-01-04 D syk", "har ingenting 04.01.2027"),
        ("A1:2027-02-04 D syk", "er ikke i januar 2027"),
        ("A1:2027-01-04 D sjuk", "Vi forstår ikke «sjuk»"),
        ("A1:2027-01-04 D av A9", "Ingen assistent heter «A9»"),
        ("A1:2027-01-04 10.00–12.00 ekstra", "to steder 04.01.2027"),
        ("A1:2027-01-04 D syk, av A1", "syk og stå på vakt samtidig 04.01.2027"),
        ("A1:2027-01-04 D aktiv 40 min", "ingen hvilende tid"),
        ("A1:2027-01-04 D avspaseres", "Bare overtid kan avspaseres"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_written(folder: Path, worked: Run, said: str, why: str) -> None:
    found = worked(said)
    assert found.code == 2
    assert why in found.err
    assert not (folder / "avsluttet").exists()


NIGHT = ShiftKind("H", "Hvilende natt", 22 * 60, 600, Sort.RESTING_NIGHT, (Part(60, 540),), "Brukeren sover", ())


def test_active_time_in_a_resting_night_is_paid_by_option_and_by_timesheet_alike(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(clock, "now", lambda: AFTER)
    brief = brief_of(kind=NIGHT)
    brief = replace(brief, settings=replace(brief.settings, resting_paid=20))
    saved(tmp_path / "t", plan_of(brief))
    sheet = tmp_path / "januar.csv"
    sheet.write_text(
        "Assistent;Dato;Fra;Til;Vakt;Aktiv tid\nKari;04.01.2027;22:00;08:00;H;01:00–01:40\n", encoding="utf-8"
    )
    paid = []
    for said in (("--timesheet", str(sheet)), ("--except", "A1:2027-01-04 H aktiv 01.00–01.40")):
        found = answer(typed(capsys, "worked", tmp_path / "t", "--month", "2027-01", *said, "--try", "--json"))
        (row,) = [one for one in found["rows"] if (one["who"], one["start"]) == ("A1", "2027-01-04T22:00")]
        assert row["active"] == [["2027-01-05T01:00", "2027-01-05T01:40"]]
        paid.append(paid_of_row(brief, read_row(row)))
    # 2 hours awake, 8 resting at a third, and 40 minutes that are paid in full.
    assert paid == [120 + 160 + 27] * 2


def read_row(content: dict[str, Any]) -> Row:
    return TypeAdapter(Row).validate_python(content)
