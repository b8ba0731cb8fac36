"""What differs between two versions, per person, and how it looks as words, JSON and a sheet."""

import io
import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import openpyxl
import pytest

from roster.domain.difference import Difference, NothingInCommonError, Sort, difference
from roster.domain.moved import moved_shift, with_moved
from roster.domain.plan import Plan
from roster.domain.roster import Roster
from roster.domain.shift import paid
from roster.exports.difference_workbook import difference_workbook
from roster.exports.plan_json import plan_json
from tests.cli.typed import typed
from tests.support.plans import calendar_plan, cycle_plan

TOLD = date(2026, 12, 21)


def changed(plan: Plan) -> Plan:
    """Kari's first shift goes to another, and her next starts an hour later."""
    frame = plan.roster.frame
    first, second = plan.roster.duties("A1")[:2]
    assert (first.event, second.event) == (None, None)
    other = next(
        one.id
        for one in frame.people
        if all(work.start.date() != first.start.date() for work in plan.roster.of(one.id))
    )
    moved = moved_shift(frame, plan.brief.kind(second.kind), second.start + timedelta(hours=1), second.end)
    works = plan.roster.works - {("A1", first.id), ("A1", second.id)} | {(other, first.id), ("A1", moved.id)}
    return Plan(plan.brief, Roster(with_moved(frame, [moved], works), works))


def test_a_shift_given_away_is_lost_by_one_and_gained_by_another_and_other_times_are_a_move() -> None:
    plan = calendar_plan()
    found = difference(plan, changed(plan))
    kari = next(one for one in found.people if one.who == "A1")
    first = plan.roster.duties("A1")[0]
    assert [one.sort for one in kari.changes] == [Sort.LOST, Sort.MOVED]
    assert kari.paid_after - kari.paid_before == -paid(first, 60) - 60
    others = [one for one in found.people if one.who != "A1" and one.changes]
    assert [[change.sort for change in one.changes] for one in others] == [[Sort.GAINED]]
    assert kari.changes[0].notice(TOLD) == (first.start.date() - TOLD).days
    assert kari.shortest_notice(first.start.date() + timedelta(days=1)) == -1


def test_the_same_plan_differs_in_nothing() -> None:
    for plan in (calendar_plan(), cycle_plan()):
        assert difference(plan, plan).changes == ()
        assert difference(plan, plan).brief == ()


def test_what_one_gains_the_other_loses_when_the_two_are_turned_about() -> None:
    plan = calendar_plan()
    there, back = difference(plan, changed(plan)), difference(changed(plan), plan)
    assert [(one.who, one.before, one.after) for one in there.changes] == [
        (one.who, one.after, one.before) for one in back.changes
    ]


def test_only_the_days_that_both_have_are_compared() -> None:
    long, short = calendar_plan(weeks=4), calendar_plan(weeks=2)
    found = difference(long, short)
    assert (found.first, found.last) == (date(2027, 1, 4), date(2027, 1, 17))
    assert found.brief == ("period",)
    with pytest.raises(NothingInCommonError):
        difference(calendar_plan(), calendar_plan(start=date(2027, 6, 7)))


def test_somebody_who_is_gone_has_lost_all_shifts() -> None:
    plan = calendar_plan()
    people = tuple(one for one in plan.brief.assistants if one.id != "A3")
    brief = replace(plan.brief, assistants=people)
    works = frozenset(one for one in plan.roster.works if one[0] != "A3")
    found = difference(plan, Plan(brief, Roster(replace(plan.roster.frame, brief=brief), works)))
    nora = next(one for one in found.people if one.who == "A3")
    assert nora.only_before
    assert (nora.number(Sort.LOST), nora.paid_after) == (len(plan.roster.duties("A3")), 0)
    assert found.brief == ("assistants",)


def _book(found: Difference, plans: tuple[Plan, Plan]) -> bytes:
    return difference_workbook(("versjon 0001", "versjon 0002"), plans, found, TOLD, (("Borte punkt",), ("=Nytt",)))


def test_the_sheet_has_the_old_line_over_the_new_and_marks_what_changed_without_colour() -> None:
    plan = calendar_plan()
    new = changed(plan)
    found = difference(plan, new)
    data = _book(found, (plan, new))
    assert data == _book(found, (plan, new))
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book.sheetnames == ["Endringer", "Per assistent", "Liste", "Kontroll"]
    sheet = book["Endringer"]
    rows = list(sheet.iter_rows())
    pairs = [number for number, row in enumerate(rows) if row[1].value == "før"]
    assert len(pairs) == 2
    marked = 0
    for number in pairs:
        assert rows[number][0].value == rows[number + 1][0].value
        for old, now in zip(rows[number][2:], rows[number + 1][2:], strict=True):
            if str(now.value or "").startswith("→ "):
                marked += 1
                assert now.font.bold
                assert now.border.left.style == "thick"
            else:
                assert old.value == now.value
    assert marked == 3
    assert not any(cell.fill.fgColor.rgb not in ("00000000", "FFD0D0D0") for row in rows for cell in row)
    listed = list(book["Liste"].iter_rows(min_row=2, values_only=True))
    assert [row[4] for row in listed] == [
        {"gained": "Ny", "lost": "Borte", "moved": "Flyttet"}[one.sort] for one in found.changes
    ]
    assert book["Kontroll"]["B2"].value == "=Nytt"
    assert book["Kontroll"]["B2"].data_type == "s"


def test_a_grunnturnus_without_dates_is_compared_week_for_week() -> None:
    plan = replace(cycle_plan(), rollout=None)
    later = replace(cycle_plan(start=date(2027, 2, 1)), rollout=None)
    found = difference(plan, later)
    assert found.cyclic
    assert found.changes == ()
    who, shift = min(later.roster.works)
    less = Plan(later.brief, Roster(later.roster.frame, later.roster.works - {(who, shift)}))
    (only,) = difference(plan, less).changes
    assert (only.who, only.sort) == (who, Sort.LOST)
    assert openpyxl.load_workbook(io.BytesIO(_book(difference(plan, less), (plan, less))))["Endringer"]["A1"].value


def test_the_command_says_it_in_words_and_in_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan = calendar_plan(weeks=1)
    old, new, sheet = tmp_path / "gammel.json", tmp_path / "ny.json", tmp_path / "endringer.xlsx"
    old.write_bytes(plan_json(plan))
    new.write_bytes(plan_json(changed(plan)))
    said = typed(capsys, "diff", old, new, "--date", "2026-12-21", "--out", sheet)
    assert said.code == 0
    assert (
        "2 vakter er endret for 2 assistenter, og 1 av dem har byttet assistent: 1 ny, 1 borte og 1 flyttet i linjene."
        in said.out
    )
    assert "Kari (A1): 1 borte og 1 flyttet." in said.out
    assert "Korteste varsel er 14 dager, regnet fra mandag 21. desember 2026." in said.out
    assert openpyxl.load_workbook(sheet).sheetnames[0] == "Endringer"
    assert "finnes fra før" in typed(capsys, "diff", old, new, "--out", sheet).err
    content = json.loads(typed(capsys, "diff", old, new, "--date", "2026-12-21", "--json").out)
    assert content["changes"] == 3
    assert content["people"][0]["notice"] == 14
    far = tmp_path / "annen.json"
    far.write_bytes(plan_json(calendar_plan(weeks=1, start=date(2028, 1, 3))))
    refused = typed(capsys, "diff", old, far)
    assert (refused.code, "ingen felles dager" in refused.err) == (2, True)


def test_a_version_is_named_from_inside_its_folder_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in ("0001", "0002"):
        version = tmp_path / "turnus" / "versjoner" / number
        version.mkdir(parents=True)
        (version / "turnus.json").write_bytes(plan_json(calendar_plan(weeks=1)))
    monkeypatch.chdir(version)
    assert "Endringer fra versjon 0001 til versjon 0002" in typed(capsys, "diff", "../0001", ".").out
