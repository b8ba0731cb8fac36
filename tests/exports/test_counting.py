"""What reps count, counted on rosters small enough to count by hand."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest

from roster.domain.clock_parts import Parts, clock_parts
from roster.domain.days import DateSpan, When
from roster.domain.frame import frame_of
from roster.domain.free_days import FreeDay, free_days
from roster.domain.help_needed import Event
from roster.domain.kinds import EventSort, Form
from roster.domain.roster import Roster
from roster.domain.shift import Pause
from roster.domain.spans import Span
from roster.domain.statistics import PersonStatistics, statistics
from roster.exports.sheets.labels import Labels
from roster.wording.legend import one_in
from roster.wording.sheet_words import person_summary
from tests.support.plans import brief_of

MONDAY = date(2027, 1, 4)


def roster_of(letters: str, form: Form = Form.CALENDAR, start: date = MONDAY) -> Roster:
    """Per (A6) works these shifts, a letter a day; a dash is a free day."""
    days = letters.split()
    brief = replace(brief_of(form, start, len(days) // 7), events=(), history=())
    frame = frame_of(brief)
    works = {("A6", f"{start + timedelta(days=n)} {code}") for n, code in enumerate(days) if code != "-"}
    return Roster(frame, frozenset(works))


def counted(letters: str, form: Form = Form.CALENDAR) -> PersonStatistics:
    return statistics(roster_of(letters, form)).of("A6")


def codes(letters: str, form: Form = Form.CALENDAR) -> str:
    roster = roster_of(letters, form)
    found = free_days(roster, "A6")
    return " ".join(found.get(day, "-") for day in roster.frame.dates)


def test_hours_are_held_against_the_position() -> None:
    one = counted("D D - - K - -")
    assert (one.shifts, one.paid, one.contract) == (3, 3 * 450, Fraction(1065))
    assert one.short == 1065 - 1350


def test_a_late_friday_makes_the_weekend_worked_and_split() -> None:
    one = counted("- - - - N - - - - - - - D D")
    assert (one.weekends, one.weekends_of, one.split_weekends) == (2, 2, 1)
    assert one_in(one.weekends, one.weekends_of) == "1/1"
    assert [one_in(*pair) for pair in ((4, 12), (9, 12), (0, 12))] == ["1/3", "9 av 12", "ingen"]


def test_a_night_alone_and_a_day_alone_are_counted_and_a_pair_is_not() -> None:
    one = counted("- N - - N N - D - D D - - -")
    assert one.single_nights == 1
    assert one.lone_work_days == 2
    assert one.lone_free_days == 2


def test_what_lies_beyond_the_end_of_the_plan_is_not_known_to_be_free() -> None:
    assert counted("- - - - - - D").lone_work_days == 0
    assert counted("- - - - - - D", Form.CYCLE).lone_work_days == 1


def test_runs_and_rests_go_round_a_grunnturnus() -> None:
    one = counted("D D - - - K K", Form.CYCLE)
    assert one.longest_run == 4
    assert one.shortest_rest == 9 * 60
    assert one.quick_returns == 1


@pytest.mark.parametrize("form", Form)
def test_a_person_who_always_works_has_a_run_of_the_whole_plan(form: Form) -> None:
    assert counted("D D D D D D D", form).longest_run == 7


def test_sundays_are_counted_by_the_zone_as_the_checker_counts_them() -> None:
    """A night from Saturday is Sunday work; one from Sunday at 22.30 is not."""
    for line, worked in (("- - - - - N -", 1), ("- - - - - - N", 0)):
        roster = roster_of(line, start=date(2027, 5, 10))
        assert f"{worked} av 1 søndager og røde dager" in person_summary(roster, statistics(roster).of("A6"))


def test_vacation_leaves_the_target() -> None:
    roster = roster_of("- - - - - - -")
    assert statistics(roster).of("A7").contract == Fraction(50, 100) * 2130 * Fraction(6, 7)


def test_f1_is_a_sunday_where_it_can_be_and_f2_beside_it() -> None:
    assert codes("D D D D - - -") == "- - - - - F2 F1"
    assert codes("D D D D D - -") == "- - - - - F2 F1"
    assert codes("D D - D D D -") == "- - F2 - - - F1"


def test_a_day_that_a_night_ends_on_is_not_free() -> None:
    assert codes("N N N - - D D") == "- - - - F1 - -"
    assert codes("D N - D D D D") == "- - - - - - -"


def test_one_stretch_serves_one_week_where_it_is_too_short_for_two() -> None:
    """From Saturday 15.00 to Tuesday 07.30 are 64.5 hours: room for one rest of 35, not for two."""
    found = codes("D D D D D D - - D D D D D D")
    assert found.split().count("F1") == 1


def test_a_long_stretch_serves_the_weeks_on_both_sides() -> None:
    found = codes("D D D D D - - - - D D D D D")
    assert found.split().count("F1") == 2


def test_a_stretch_long_enough_for_two_weeks_gives_the_first_its_sunday() -> None:
    """From Friday night to Tuesday evening: Saturday 13.00 to Sunday 24.00, and Monday to Tuesday 11.00."""
    assert codes("D D D D D - - - K D D D D D").split()[5:8] == ["F2", "F1", "F1"]


def test_the_last_week_of_a_grunnturnus_leaves_the_first_its_rest() -> None:
    found = codes("- D D D D D D D D D D D D -", Form.CYCLE)
    assert found.split().count("F1") == 1


def test_vacation_has_its_own_code() -> None:
    assert free_days(roster_of("- - - - - - -"), "A7")[MONDAY] is FreeDay.VACATION


def test_a_night_lies_in_evening_night_and_weekend_by_the_clock() -> None:
    frame = frame_of(brief_of())
    assert clock_parts(frame, frame.shift["2027-01-09 N"]) == Parts(0, 450, 540, 0)
    assert clock_parts(frame, frame.shift["2027-01-10 N"]) == Parts(0, 450, 90, 0)
    assert clock_parts(frame, frame.shift["2027-01-06 K"]) == Parts(240, 90, 0, 0)


def test_a_break_that_is_free_is_in_no_part_of_the_clock() -> None:
    shift = frame_of(brief_of()).shift["2027-01-06 K"]
    pause = Pause(Span(shift.span.start + 120, shift.span.start + 150), working=False)
    assert clock_parts(frame_of(brief_of()), replace(shift, breaks=(pause,))) == Parts(210, 90, 0, 0)


def test_who_is_employed_no_longer_has_no_free_days() -> None:
    roster = roster_of("D D D D D - - - - - - - - -")
    brief = roster.frame.brief
    left = replace(brief.assistants[5], employed_to=MONDAY + timedelta(days=6))
    brief = replace(brief, assistants=(*brief.assistants[:5], left, brief.assistants[6]))
    found = free_days(Roster(frame_of(brief), roster.works), "A6")
    assert sorted((day - MONDAY).days for day in found) == [5, 6]


def test_training_has_its_own_name_in_the_legend_and_not_that_of_the_shift_it_is_beside() -> None:
    day = When(dates=DateSpan(MONDAY, MONDAY))
    training = Event("H1", "Opplæring", EventSort.TRAINING, day, 450, 450, ("A1",), False, "A2", "D")
    found = Labels(Roster(frame_of(replace(brief_of(), events=(training,))), frozenset())).entries
    assert [(one.label, one.name) for one in found if one.shift.event] == [("OP", "Opplæring")]
