"""A turnus made elsewhere is checked as any roster, and is laid on a brief."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from roster.domain.kinds import Form
from roster.planning.asked import Asked
from roster.reading.faults import Faults
from roster.reading.list_roster import Conditions
from roster.reading.turnus_roster import turnus_on_brief
from roster.workflow.elsewhere import read_elsewhere
from tests.cli.typed import typed
from tests.lists.grids import FORM_1, LEGEND, LETTERS, turnus
from tests.lists.lists import workbook_file
from tests.support.plans import cycle_plan


def test_it_is_checked_as_any_roster_and_says_what_was_not_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [list(row) for row in (*FORM_1, *LEGEND)]
    rows[3][3] = "X"
    path = workbook_file(tmp_path, rows)
    said = typed(capsys, "check", path)
    assert said.code == 1
    assert "Lest som grunnturnus i arket Sheet: 2 linjer og 2 uker, med kodene A, D og N." in said.out
    assert "Forutsetning: turnusen har ingen datoer" in said.out
    assert "Brudd: Linje 2 arbeider 15 timer uke 2, onsdag kl. 07.30–22.30." in said.out
    assert "vakter.xlsx, arket Sheet, celle D4: «X» er ikke i tegnforklaringen." in said.out
    answer = json.loads(typed(capsys, "check", path, "--json").out)
    assert [one["place"] for one in answer["unread"]] == ["arket Sheet, celle D4"]
    assert typed(capsys, "check", path, "--history", path).code == 2


def test_in_a_folder_a_turnus_that_was_not_read_whole_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [["Navn", *LETTERS], ["Kari", "D", "X", "X"], *LEGEND]
    workbook_file(tmp_path, rows)
    said = typed(capsys, "check", tmp_path)
    assert said.code == 1
    assert said.out.splitlines()[-1].endswith("(2 celler er ikke lest)")
    (plan,) = json.loads(typed(capsys, "check", tmp_path, "--json").out)["plans"]
    assert plan["unread"] == 2


def test_on_a_brief_lines_find_their_people_by_name_by_id_or_in_order() -> None:
    plan = cycle_plan(weeks=2, rollout_weeks=2)
    brief = replace(plan.brief, assistants=plan.brief.assistants[:2], events=())
    legend = [[], ["D", "07:30–15:00"], ["K", "15:00–22:30"]]
    for first, second in (("Kari", "Ola"), ("A1", "a2"), ("1", "2")):
        rows = [["Nr", *LETTERS, *LETTERS], [first, "D"], [second, None, "K", *[None] * 10, "08-14"], *legend]
        made_of = turnus_on_brief(turnus(rows), brief)
        assert {("A1", "2027-01-04 D"), ("A2", "2027-01-05 K")} <= made_of.roster.works
        assert len(made_of.roster.works) == 3
        assert Asked.of(brief).given(made_of.roster) == {("A1", "2027-01-04 D"), ("A2", "2027-01-05 K")}
    with pytest.raises(Faults, match="«Nils» er ikke i grunnlaget"):
        turnus_on_brief(turnus([["Nr", *LETTERS, *LETTERS], ["Nils", "D"], *legend]), brief)


def test_a_turnus_repeats_until_the_weeks_of_the_brief_are_full() -> None:
    plan = cycle_plan(weeks=4, rollout_weeks=4)
    brief = replace(plan.brief, events=())
    rows = [
        ["Navn", *LETTERS, *LETTERS],
        ["Kari", "D", *[None] * 7, "K"],
        [],
        ["D", "07:30–15:00"],
        ["K", "15:00–22:30"],
    ]
    works = turnus_on_brief(turnus(rows), brief).roster.works
    assert works == {("A1", "2027-01-04 D"), ("A1", "2027-01-12 K"), ("A1", "2027-01-18 D"), ("A1", "2027-01-26 K")}
    odd = replace(brief, period=replace(brief.period, weeks=3))
    with pytest.raises(Faults, match="2 uker, men grunnlaget har 3 uker"):
        turnus_on_brief(turnus(rows), odd)
    dated = replace(brief, period=replace(brief.period, form=Form.CALENDAR, weeks=3))
    assert len(turnus_on_brief(turnus(rows), dated).roster.works) == 3
    sunday = [["Navn", *list("SMTOTFL")], ["Kari", "D"], [], ["D", "07:30–15:00"]]
    with pytest.raises(Faults, match="begynner en søndag"):
        turnus_on_brief(turnus(sunday), brief)


def test_a_list_is_still_a_list(tmp_path: Path) -> None:
    path = workbook_file(tmp_path, [["Navn", "Dato", "Fra", "Til"], ["Kari", "2027-01-04", "07:30", "15:00"]])
    found = read_elsewhere(path, {}, None, Conditions())
    assert (len(found.written.roster.works), found.unread, found.cyclic) == (1, (), False)
