"""What is said aloud of a roster: whole sentences, with dates, in the order of the days."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from roster.checking.check import check
from roster.domain.frame import frame_of
from roster.domain.kinds import Position
from roster.domain.roster import Roster
from roster.rules import vacation
from roster.wording.control import control_row
from roster.wording.show import show, show_lines
from roster.wording.summary import person_rows, summary
from tests.reading.small import brief_of, changed
from tests.rules.builders import roster_of
from tests.support.plans import calendar_plan, cycle_plan

PLAN = calendar_plan(weeks=2, leave_open=1)
FINDINGS = check(PLAN.roster).findings


def test_a_day_is_a_sentence_with_who_what_and_when() -> None:
    lines = show_lines(PLAN.roster, FINDINGS, week=2)
    assert any(line.startswith("Mandag 11. januar: Kari har dagvakt fra 7.30 til 15.00, 7,5 timer.") for line in lines)
    assert any("fra 22.30 til 7.30 neste dag, 9 timer." in line for line in lines)


def test_one_assistant_hears_of_every_day_and_of_nobody_else() -> None:
    lines = show_lines(PLAN.roster, FINDINGS, "A1")
    days = [line for line in lines if " januar: " in line]
    assert len(days) == 14
    assert not any(name in line for line in days for name in ("Ola", "Nora", "Liv"))


def test_a_day_off_is_told_apart_from_the_end_of_a_night() -> None:
    roster = roster_of(kari="- D - - - - - | N - D - - - -")
    first, second = show(roster, (), "kari")[1:]
    assert first.sentences[0] == "Mandag 11. januar: Kari har ingen vakt."
    assert second.sentences[0].startswith("Mandag 18. januar: Kari har N fra 23.00 til 7.00 neste dag")
    assert second.sentences[1] == "Tirsdag 19. januar: Ingen vakt begynner denne dagen."


def test_an_open_shift_is_told_on_its_day_and_only_there() -> None:
    lines = [line for line in show_lines(PLAN.roster, FINDINGS) if "mangler 1 person" in line]
    assert len(lines) == 1
    assert lines[0].startswith("Søndag 17. januar:")


def test_every_finding_that_somebody_must_look_at_is_told_once() -> None:
    told = " ".join(show_lines(PLAN.roster, FINDINGS))
    failing = [one for one in FINDINGS if one.verdict.fails and one.rule != "need-filled"]
    assert sum(told.count(word) for word in ("Brudd:", "Krever avtale:", "Mangler:")) == len(failing)


def test_a_grunnturnus_has_weekdays_and_no_dates() -> None:
    sections = show(cycle_plan().roster, (), "A7", 1)
    assert [one.level for one in sections] == [1, 2]
    assert sections[1].heading == "Uke 1."
    assert sections[1].sentences[0].startswith("Mandag: ")


def test_the_first_sentence_says_it_all() -> None:
    said = summary(PLAN.roster, FINDINGS)
    assert said.startswith("2 uker, 7 assistenter: 1 av 42 vakter åpne (9 timer), ")
    assert said.endswith("100 % av timene i faste stillinger, 17 timer igjen av vedtaket.")


def test_no_share_is_rounded_up_to_all() -> None:
    plan = calendar_plan(start=date(2027, 1, 4), weeks=52)
    people = tuple(
        replace(one, position=Position.SUBSTITUTE) if one.id == "A7" else one for one in plan.brief.assistants
    )
    brief = replace(plan.brief, assistants=people)
    works = frozenset((who, shift) for who, shift in plan.roster.works if who != "A7")
    one_shift = min(shift for who, shift in plan.roster.works if who == "A7")
    roster = Roster(replace(plan.roster.frame, brief=brief), works | {("A7", one_shift)})
    assert "99 % av timene i faste stillinger" in summary(roster)


def test_each_assistant_has_a_row_of_words_and_the_same_as_a_sentence() -> None:
    rows = {row.who: row for row in person_rows(PLAN.roster)}
    assert set(rows) == {one.id for one in PLAN.brief.assistants}
    for row in rows.values():
        assert row.name in row.sentence
        assert row.hours in row.sentence
    assert rows["A1"].difference == "1,5 timer mer enn avtalt"


def test_hours_that_fell_away_are_why_a_position_is_not_filled(tmp_path: Path) -> None:
    text = changed("grunnturnus", "kalenderplan", changed("uker: 4", "uker: 2"))
    away = "unntak: [{datoer: 2027-01-11–2027-01-17, gjelder: borte}]\n"
    frame = frame_of(brief_of(text + away, tmp_path))
    week = [("A1", f"2027-01-{day:02d} D") for day in range(4, 8)]
    rows = person_rows(Roster(frame, frozenset([*week, ("A2", "2027-01-08 D")])))
    assert [row.why for row in rows] == [
        "timer har falt bort på røde dager eller mens brukeren er borte",
        "stillingene er til sammen større enn behovet",
    ]


def test_too_little_training_is_why_a_position_is_not_filled(tmp_path: Path) -> None:
    text = changed("grunnturnus", "kalenderplan", changed("60 %", "60 %, alene etter: 2"))
    frame = frame_of(brief_of(text, tmp_path))
    rows = person_rows(Roster(frame, frozenset({("A2", "2027-01-08 D")})))
    assert "har for få opplæringsvakter til å få andre vakter" in rows[0].why
    assert "opplæring" not in rows[1].why


def test_vacation_told_too_late_is_not_to_be_worked_by_somebody_else(tmp_path: Path) -> None:
    text = changed("uker: 4\n", "uker: 4\n  drøftet: 2026-12-20\n", changed("grunnturnus", "kalenderplan"))
    away = "tilgjengelighet: [{hvem: A1, gjelder: ferie, datoer: 2027-01-11–2027-01-12}]\n"
    frame = frame_of(brief_of(text + away, tmp_path))
    late = next(one for one in vacation.check(Roster(frame, frozenset())) if one.facts.get("about") == vacation.TOLD)
    assert control_row(frame, late)[-1] == "Avtal ferien med assistenten, eller flytt den."
