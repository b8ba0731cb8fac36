"""Each change from the grunnturnus says why, in words that a rep can check."""

from dataclasses import replace
from datetime import date

from roster.domain.days import DateSpan, When
from roster.domain.frame import calendar_frame, frame_of
from roster.domain.help_needed import NeedChange
from roster.domain.kinds import Form
from roster.domain.roster import Roster
from roster.planning.changes import changes
from roster.planning.problem import priced_problem
from roster.planning.rollout import copy_of
from roster.wording.change_words import BY_HAND, FOLLOWS, why
from tests.support.plans import brief_of, given_out


def said(day: date, kind: str, start: date = date(2027, 1, 4), brief_changes: tuple[NeedChange, ...] = (), **more):
    """What is said to the one who leaves a shift of the grunnturnus, and to the one who takes it."""
    brief = brief_of(Form.CYCLE, start=start)
    cycle = given_out(frame_of(brief))
    frame = calendar_frame(brief, brief.period.rollout_weeks)
    ((leaves, shift),) = [one for one in copy_of(cycle, frame) if one[1] == f"{day} {kind}"]
    people = tuple(replace(one, **more) if one.id == leaves else one for one in brief.assistants)
    brief = replace(brief, assistants=people, changes=brief_changes)
    frame = calendar_frame(brief, brief.period.rollout_weeks)
    copied = copy_of(cycle, frame)
    free = next(one.id for one in brief.assistants if not any(who == one.id and f"{day}" in it for who, it in copied))
    gone = () if frame.shift.get(shift) is None else ((free, shift),)
    dated = Roster(frame, frozenset({*copied, *gone}) - {(leaves, shift)})
    found = [one for one in changes(cycle, dated, copied, priced_problem(frame, ())) if one.day == day]
    assert not any(why(frame, replace(one, because=())) != BY_HAND for one in found)
    return {one.who == leaves: why(frame, one) for one in found}, brief.assistant(leaves)


def test_vacation_is_said_of_the_one_who_has_it_and_of_the_one_who_covers():
    day = date(2027, 1, 20)
    words, one = said(day, "D", vacation=(DateSpan(day, day),))
    assert words[True] == "Har ferie 20.1."
    assert words[False] == f"Tar vakta til {one.alias}, som har ferie 20.1."


def test_a_night_that_runs_into_a_vacation_tells_its_dates():
    after = date(2027, 1, 21)
    words, _ = said(date(2027, 1, 20), "N", vacation=(DateSpan(after, after),))
    assert words[True] == "Har ferie 21.1."


def test_a_red_day_without_the_need_is_named():
    day = date(2027, 3, 25)
    none = (NeedChange(When(dates=DateSpan(day, day)), "K", 0),)
    words, _ = said(day, "K", start=date(2027, 3, 1), brief_changes=none)
    assert words[True] == "Skjærtorsdag. Behovet er endret i grunnlaget: ikke behov for kveldsvakt."


def test_what_no_rule_explains_is_said_to_follow_and_names_whose_shift_it_was():
    words, one = said(date(2027, 1, 20), "D")
    assert words[True] == FOLLOWS
    assert words[False].startswith(f"Tar vakta til {one.alias}, som følge av")
