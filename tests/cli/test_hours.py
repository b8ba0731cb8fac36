"""``roster hours`` as a user meets it: from a brief alone, from a turnus with timesheets, and the files it makes."""

import json
from contextlib import closing
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from roster.cli import clock
from roster.domain.frame import frame_of
from roster.domain.plan import Plan
from roster.domain.roster import Roster
from roster.domain.timekonto import UsedBy, timekonto
from roster.exports.plan_json import plan_json
from roster.reading.plan_json import read_plan_json
from roster.reading.read import read_brief
from roster.wording.numbers import MONTHS
from roster.workflow.hours import rest_of_year
from tests.cli.typed import typed

BRIEF = """\
ordning: {alias: Sol, arbeidsgiver: privat, tariffavtale: ingen, tillitsvalgte: nei}
periode: {start: 2027-01-04, uker: 4, form: kalenderplan, røde dager: som ukedagen}
innstillinger: {overlapp på vedtaket: ja}
vedtak:
  når timene ikke rekker: stopp
  linjer:
    - {id: V1, fra: 2027-01-01, til: 2027-12-31, timer per uke: 46, brukt: 20, ført til og med: 2027-01-03}
vakter:
  - {kode: D, navn: Dagvakt, tid: 08.00–14.00, slag: dag, pauser: 11–11.30 arbeidstid}
behov:
  - {vakt: D, dager: alle dager, antall: 1}
assistenter:
  - {id: A1, alias: Bjørk, stilling: fast, prosent: 50 %, heltidsuke: 37,5, ønsker inntil: 100 %, født: 1988}
  - {id: A2, alias: Osp, stilling: fast, prosent: 50 %, heltidsuke: 37,5, født: 1995}
avtaler:
  - {id: S1, paragraf: 10-8 (4), part: den ansatte, gjelder: alle, signert: 2026-12-01, gyldig fra: 2027-01-01}
"""
SHEET = "Assistent;Dato;Fra;Til\nBjørk;04.01.2027;08:00;14:00\nOsp;05.01.2027;08:00;16:00\n"


def a_brief(folder: Path, text: str = BRIEF) -> Path:
    path = folder / "sol.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def a_turnus(folder: Path, text: str = BRIEF, open_days: int = 0) -> Path:
    """The folder of an arrangement in which A1 and A2 take every second day; nobody works the first ``open_days``."""
    brief = read_brief(a_brief(folder, text)).brief
    frame = frame_of(brief)
    people = [one.id for one in brief.assistants]
    works = frozenset((people[n % 2], shift.id) for n, shift in enumerate(frame.shifts) if n >= open_days)
    version = folder / "sol" / "versjoner" / "0001"
    version.mkdir(parents=True)
    (version / "turnus.json").write_bytes(plan_json(Plan(brief, Roster(frame, works))))
    return folder / "sol"


def answer(capsys: pytest.CaptureFixture[str], *words: str | Path) -> dict[str, object]:
    found = json.loads(typed(capsys, "hours", *words, "--json").out)
    assert isinstance(found, dict)
    return found


def test_a_brief_alone_shows_what_its_need_draws(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The whole year every day: 362 days of 6 hours after 20 used, of 2398.57 granted."""
    found = answer(capsys, a_brief(tmp_path))
    assert (found["granted"], found["used"], found["planned"], found["expected"]) == (143914, 1200, 0, 362 * 360)
    assert found["left"] == 143914 - 1200 - 362 * 360


def test_timesheets_in_the_folder_are_used_and_the_rest_of_the_turnus_is_planned(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = a_turnus(tmp_path)
    (folder / "timer").mkdir()
    (folder / "timer" / "januar.csv").write_text(SHEET, encoding="utf-8")
    found = answer(capsys, folder)
    assert (found["through"], found["used"]) == ("2027-01-05", 1200 + 360 + 480)
    assert (found["planned"], found["expected"]) == (26 * 360, 334 * 360)
    version = folder / "versjoner" / "0001"
    for named in (version, version / "turnus.json"):
        assert answer(capsys, named)["used"] == found["used"]


def test_a_month_without_a_timesheet_is_told_of(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The turnus of eight weeks has 28 days of 6 hours in February; the sheets have January and 1 March."""
    folder = a_turnus(tmp_path, BRIEF.replace("uker: 4", "uker: 9"))
    (folder / "timer").mkdir()
    (folder / "timer" / "januar.csv").write_text(SHEET, encoding="utf-8")
    missing = "Ingenting er ført i februar, men turnusen har 168 timer da."
    assert not any("Ingenting er ført" in one for one in answer(capsys, folder)["warnings"])  # type: ignore[attr-defined]
    (folder / "timer" / "mars.csv").write_text("Assistent;Dato;Fra;Til\nOsp;01.03.2027;08:00;16:00\n", encoding="utf-8")
    found = answer(capsys, folder)
    assert [one for one in found["warnings"] if "Ingenting" in one and missing in one]  # type: ignore[attr-defined]
    sick = "Assistent;Dato;Fra;Til;Vakt\nOsp;02.02.2027;08:00;14:00;syk\n"
    (folder / "timer" / "februar.csv").write_text(sick, encoding="utf-8")
    assert not any(missing in one for one in answer(capsys, folder)["warnings"])  # type: ignore[attr-defined]


def test_a_month_that_the_vedtak_has_on_record_is_not_told_of(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    known = BRIEF.replace("uker: 4", "uker: 9").replace("til og med: 2027-01-03", "til og med: 2027-02-28")
    folder = a_turnus(tmp_path, known)
    (folder / "timer").mkdir()
    (folder / "timer" / "mars.csv").write_text("Assistent;Dato;Fra;Til\nOsp;01.03.2027;08:00;16:00\n", encoding="utf-8")
    assert not any("Ingenting er ført" in one for one in answer(capsys, folder)["warnings"])  # type: ignore[attr-defined]


def month_rows(path: Path) -> dict[str, tuple[object, object]]:
    """Used hours of each month of the sheet, and where they are from."""
    with closing(load_workbook(path, read_only=True)) as book:
        rows = [row for row in book["Vedtak"].iter_rows(values_only=True) if row[0] in MONTHS]
    return {str(row[0]): (row[2], row[6] or "") for row in rows}


def test_the_sheet_vedtak_has_used_hours_by_month_and_tells_where_they_are_from(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = a_turnus(tmp_path, BRIEF.replace("uker: 4", "uker: 8"))
    (folder / "timer").mkdir()
    later = "Osp;10.02.2027;08:00;11:00\n"
    (folder / "timer" / "liste.csv").write_text(SHEET + later, encoding="utf-8")
    typed(capsys, "export", folder, "--out", tmp_path / "ut", "--format", "xlsx")
    told = month_rows(tmp_path / "ut" / "turnus.xlsx")
    assert told["januar"] == (34, "grunnlaget og timene som er ført")
    assert told["februar"] == (3, "timene som er ført")
    assert told["mars"] == (0, "")
    months: Any = answer(capsys, folder)["months"]
    assert [one[0] for one in told.values()] == [one["used"] / 60 for one in months]


@pytest.mark.parametrize("sheet", [SHEET, "Assistent;Dato\nBjørk;i fjor\n"], ids=["read", "unreadable"])
def test_a_change_tells_of_used_hours_in_the_sheet_as_the_turnus_does(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, sheet: str
) -> None:
    """What cannot be read keeps nobody from a swap: then it is as the brief has it."""
    folder = a_turnus(tmp_path)
    (folder / "timer").mkdir()
    (folder / "timer" / "liste.csv").write_text(sheet, encoding="utf-8")
    monkeypatch.setattr(clock, "now", lambda: datetime(2027, 1, 5, 12, tzinfo=UTC))
    (folder / "logg.jsonl").touch()
    found = typed(capsys, "change", folder, "--give", "2027-01-19 D", "A1", "--plain")
    assert found.code == 0, found
    told = month_rows(folder / "versjoner" / "0002" / "turnus.xlsx")
    read = (34, "grunnlaget og timene som er ført")
    assert told["januar"] == (read if sheet is SHEET else (20, "grunnlaget"))


def test_a_turnus_as_worked_is_told_apart_from_timesheets(tmp_path: Path) -> None:
    brief = read_plan_json((a_turnus(tmp_path) / "versjoner" / "0001" / "turnus.json").read_bytes())
    konto = timekonto(brief.brief, 2027, brief.dated, through=date(2027, 1, 10))
    assert [one.used_by for one in konto.months[:2]] == [(UsedBy.BRIEF, UsedBy.TURNUS), ()]


def test_without_timesheets_the_turnus_is_as_worked_through_the_date(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = answer(capsys, a_turnus(tmp_path), "--through", "2027-01-10")
    assert (found["used"], found["planned"]) == (1200 + 7 * 360, 21 * 360)


def test_hours_left_are_so_many_shifts_and_here_is_when_they_fit(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = BRIEF.replace("timer per uke: 46, brukt: 20", "timer per uke: 42,4, brukt: 20")
    found = typed(capsys, "hours", a_turnus(tmp_path, text), "--through", "2027-01-04", "--plain")
    assert "18,85 timer blir til overs og kan ikke overføres til neste år: det er 3 dagvakter." in found.out
    assert "Turnusen slutter 31. januar." in found.out
    assert found.code == 0


def test_hours_left_go_to_open_shifts_first_and_some_are_saved_for_later(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """42.4 hours a week leave 18.85, and 4 open days 24 more, of which those days can use 24."""
    season = "kalender:\n  - {slag: sommer, datoer: 2027-07-01–2027-07-31, prosent: 150}\nvakter:"
    text = BRIEF.replace("timer per uke: 46, brukt: 20", "timer per uke: 42,4, brukt: 20").replace("vakter:", season, 1)
    found = typed(capsys, "hours", a_turnus(tmp_path, text, open_days=4), "--through", "2027-01-03", "--plain")
    assert "42,85 timer blir til overs" in found.out
    assert "Vaktene som står åpne i turnusen, kan bruke 24 timer av dem." in found.out
    assert "Grunnlaget sparer timer til 1. juli–31. juli, etter «prosent» i kalenderen." in found.out
    assert "passer:" in found.out


def test_hours_left_of_the_days_before_the_plan_are_told_of(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """42 hours a week are 6 hours a day: just the need, and 18 hours for the three days before it."""
    text = BRIEF.replace("46, brukt: 20, ført til og med: 2027-01-03", "42")
    found = typed(capsys, "hours", a_brief(tmp_path, text), "--plain")
    assert "18 timer blir til overs" in found.out
    assert "Vedtaket gir 18 timer for 1. januar til 3. januar, før planen begynner." in found.out
    for other in (
        text.replace("per uke: 42", "per uke: 41,6"),
        BRIEF,
        text.replace("2027-01-01, til", "2027-01-04, til"),
    ):
        (tmp_path / "sol.yaml").unlink()
        assert "før planen begynner" not in typed(capsys, "hours", a_brief(tmp_path, other), "--plain").out


def test_hours_that_do_not_suffice_have_a_date_and_an_exit_code(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = BRIEF.replace("timer per uke: 46", "timer per uke: 39")
    found = typed(capsys, "hours", a_turnus(tmp_path, text), "--plain")
    assert "Timene er brukt opp 5. desember. 158,43 timer mangler til nyttår." in found.out
    assert found.code == 1


class _LateByUtc(datetime):
    """It is the day after already where the turnus is."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
        return datetime(2026, 11, 22, 23, 30, tzinfo=UTC).astimezone(tz)


def test_the_message_is_a_letter_and_no_file_is_written_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = a_turnus(tmp_path)
    monkeypatch.setattr(clock, "datetime", _LateByUtc)
    letter, svg = tmp_path / "melding.txt", tmp_path / "timekonto.svg"
    typed(capsys, "hours", folder, "--message", letter, "--svg", svg)
    said = letter.read_text(encoding="utf-8")
    assert said.startswith("Til kommunen\n")
    assert "ubrukte timer i 2027" in said
    assert "Dato: 23. november 2026" in said
    assert "[" not in said
    assert svg.read_bytes().startswith(b"<svg ")
    again = typed(capsys, "hours", folder, "--xlsx", tmp_path / "konto.xlsx", "--message", letter)
    assert (again.code, "skriver aldri over" in again.err, "--out" in again.err) == (2, True, False)
    assert not (tmp_path / "konto.xlsx").exists()


def test_the_egenandel_asks_for_the_income_and_says_what_is_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rates = tmp_path / "satser.csv"
    rates.write_text("under 2 G;220\n2–3 G;868\nover 3 G;1400\n", encoding="utf-8")
    brief = a_brief(tmp_path)
    asked = typed(capsys, "hours", brief, "--egenandel", rates, "--base", "118620")
    assert (asked.code, "--income" in asked.err) == (2, True)
    found = typed(capsys, "hours", brief, "--egenandel", rates, "--base", "118620", "--income", "300000")
    assert "868 kroner i måneden, 10416 kroner i 2027" in found.out
    assert "300000" not in found.out


def test_faults_name_file_and_line_and_a_year_without_vedtak_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = tmp_path / "feil.csv"
    sheet.write_text(SHEET + "Bjørk;32.01.2027;08:00;14:00\n", encoding="utf-8")
    wrong = typed(capsys, "hours", a_brief(tmp_path), "--timesheet", sheet)
    assert (wrong.code, "feil.csv, linje 4" in wrong.err) == (2, True)
    assert typed(capsys, "hours", a_brief(tmp_path), "--year", "2029").code == 2


def test_a_quarter_says_what_it_leaves_of_the_year(tmp_path: Path) -> None:
    plan = read_plan_json((a_turnus(tmp_path) / "versjoner" / "0001" / "turnus.json").read_bytes())
    assert rest_of_year(plan) == (
        "Etter planen er 2210,57 timer igjen til 31. desember, 46,33 timer i uka."
        " Behovet er 42 timer i uka, så det rekker."
    )


def test_planning_reckons_with_the_timesheets_of_the_folder_and_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    brief = a_brief(tmp_path)
    (tmp_path / "timer").mkdir()
    (tmp_path / "timer" / "januar.csv").write_text(SHEET, encoding="utf-8")
    found = typed(capsys, "check", brief)
    assert (
        "Brukt er regnet av timelistene i mappa «timer», til og med 5. januar: 34 timer av «V1»."
        in found.err + found.out
    )
    explained = json.loads(typed(capsys, "explain", brief, "--seconds", "2", "--json").out)
    assert any("timelistene" in one for one in explained["notices"])


def test_faults_of_the_timesheets_stop_planning(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    brief = a_brief(tmp_path)
    (tmp_path / "timer").mkdir()
    (tmp_path / "timer" / "januar.csv").write_text(SHEET.replace("08:00", "25:00"), encoding="utf-8")
    found = typed(capsys, "plan", brief, "--seconds", "1")
    assert (found.code, "januar.csv" in found.err) == (2, True)
