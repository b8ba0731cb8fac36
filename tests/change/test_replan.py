"""Ways to go on after a change: nobody moved and a substitute, or two moved and none; and what is credited for it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from roster.checking.check import check
from roster.domain.answer import Aim
from roster.domain.assistant import Absence, Credit, HeldSkill
from roster.domain.days import DateSpan
from roster.domain.events import Events
from roster.domain.finding import Verdict
from roster.domain.frame import calendar_frame
from roster.domain.help_needed import Need, SkillNeed
from roster.domain.kinds import Because
from roster.domain.moved import moved_shift, with_moved
from roster.domain.plan import Plan
from roster.domain.roster import Roster
from roster.planning.changed import Changed
from roster.planning.happened import happened
from roster.planning.problem import hard_problem
from roster.planning.replan import answers, as_it_is
from roster.planning.search import Search
from roster.rules.contract import contract_paid
from roster.wording.replan_words import TOO_SHORT, fewest_line
from roster.workflow.discreet import discreet
from solver import judge
from tests.approval.arrangement import brief_of as small_brief
from tests.approval.arrangement import plan_of
from tests.change.test_properties import PLAN, START, TOLD

STEADY = Search(workers=1)


def _evening(count: int) -> Need:
    return replace(PLAN.brief.needs[1], count=count)


def sick(who: str, first: date, days: int) -> Changed:
    dates = DateSpan(first, first + timedelta(days=days - 1))
    return happened(PLAN.roster, Events(sick=((who, dates),)), TOLD, 0).changed


def test_nobody_is_moved_with_a_substitute_or_two_are_and_none_comes() -> None:
    with_substitute, without = answers(sick("A1", START, 2), STEADY, 2.0)
    assert (with_substitute.aim, with_substitute.moved, with_substitute.people) == (Aim.RIGHTS, 0, ("A4",))
    assert (without.aim, without.moved, without.people) == (Aim.NO_SUBSTITUTES, 1, ("A2", "A3"))
    assert (with_substitute.changes, without.changes) == (2, 4)
    assert with_substitute.proven
    assert without.proven


def test_nothing_found_in_time_is_not_said_to_be_the_fewest() -> None:
    found = as_it_is(sick("A1", START, 2))
    assert found.open
    assert fewest_line(found) == TOO_SHORT


def test_who_has_said_yes_gets_the_shift_rather_than_others() -> None:
    changed = sick("A1", START + timedelta(days=3), 1)
    (shift,) = changed.open
    promised = frozenset({("A2", shift)})
    assert promised <= answers(changed, STEADY, 2.0, frozenset(), promised)[0].works
    assert not promised & answers(changed, STEADY, 2.0, promised)[0].works


def test_who_is_sick_and_leaves_has_what_was_planned_once() -> None:
    """A1 is sick on all days but the last, and gone from the second week."""
    week, end = DateSpan(START, START + timedelta(days=12)), START + timedelta(days=6)
    sick_only = happened(PLAN.roster, Events(sick=(("A1", week),)), TOLD, 0)
    both = happened(PLAN.roster, Events(sick=(("A1", week),), left=(("A1", end),)), TOLD, 0)
    had = [one for one in both.brief.assistant("A1").credits if one.because is Because.SICK]
    assert had == [one for one in sick_only.brief.assistant("A1").credits if one.day <= end]
    assert had
    left_only = happened(PLAN.roster, Events(left=(("A1", end),)), TOLD, 0)
    settled = [
        [one for one in what.brief.assistant("A1").credits if one.because is Because.LEFT] for what in (both, left_only)
    ]
    assert settled[0] == settled[1] != []


def test_who_swaps_a_shift_away_before_being_sick_is_not_paid_for_it() -> None:
    """A1 gives A3 the first shift for one of another day, and is sick on the first."""
    (theirs, others) = ("A1", "2027-01-04 D"), ("A3", "2027-01-06 K")
    what = happened(PLAN.roster, Events(sick=(("A1", DateSpan(START, START)),), swap=((theirs, others),)), TOLD, 0)
    assert not what.brief.assistant("A1").credits
    assert not what.lost


def test_a_print_tells_nobody_that_somebody_is_sick() -> None:
    changed = sick("A1", START, 2)
    plan = discreet(Plan(changed.frame.brief, Roster(changed.frame, changed.start)))
    kari = plan.brief.assistant("A1")
    assert {one.because for one in (*kari.absences, *kari.credits)} == {Because.AWAY}
    assert contract_paid(plan.roster.frame, kari, (0, 2)) == contract_paid(
        changed.frame, changed.frame.brief.assistant("A1"), (0, 2)
    )


def test_who_is_sick_is_not_troubled_with_other_shifts_afterwards() -> None:
    changed = sick("A2", START + timedelta(days=4), 2)
    theirs = {one for one in changed.kept if one[0] == "A2"}
    for one in answers(changed, STEADY, 2.0):
        assert {each for each in one.works if each[0] == "A2"} == theirs


def test_a_shift_that_was_moved_by_hand_stays_where_it_is() -> None:
    frame = PLAN.roster.frame
    first = frame.shift["2027-01-05 D"]
    later = moved_shift(
        frame, PLAN.brief.kinds[0], first.start + timedelta(minutes=30), first.end + timedelta(minutes=30)
    )
    works = PLAN.roster.works - {("A1", first.id)} | {("A1", later.id)}
    roster = Roster(with_moved(frame, (later,), works), works)
    changed = happened(roster, Events(sick=(("A3", DateSpan(START, START + timedelta(days=8))),)), TOLD, 0).changed
    assert changed.frame.shift[later.id] == later
    assert first.id not in changed.open
    assert ("A1", later.id) in answers(changed, STEADY, 2.0)[0].works


def test_what_was_open_before_may_stay_so() -> None:
    works = PLAN.roster.works - {("A2", "2027-01-04 K")}
    roster = replace(PLAN.roster, works=works)
    changed = happened(roster, Events(sick=(("A1", DateSpan(START, START)),)), TOLD, 0).changed
    assert changed.open == {"2027-01-04 D": 1}
    assert answers(changed, STEADY, 2.0)[0].changes == 1


@pytest.mark.parametrize(("skilled", "open_"), [("A4", ()), ("A1", ("2027-01-04 D",))])
def test_a_shift_that_asks_a_skill_of_somebody_goes_to_who_has_it_or_stays_open(
    skilled: str, open_: tuple[str, ...]
) -> None:
    """A1 alone had it of those at work; A2 and A3 have the first right to more."""
    need = replace(PLAN.brief.needs[0], skills=(SkillNeed("sonde", 1),))
    held = (HeldSkill("sonde"),)
    people = tuple(replace(one, skills=held) if one.id in ("A1", skilled) else one for one in PLAN.brief.assistants)
    brief = replace(PLAN.brief, assistants=people, needs=(need,))
    roster = Roster(calendar_frame(brief, 2), frozenset({("A1", "2027-01-04 D")}))
    changed = happened(roster, Events(sick=(("A1", DateSpan(START, START)),)), TOLD, 0).changed
    found = answers(changed, STEADY, 2.0)[0]
    assert found.open == open_
    assert found.works == ({("A4", "2027-01-04 D")} if skilled == "A4" else set())


def test_who_is_left_on_a_shift_that_lacked_somebody_stays_there() -> None:
    """The evening asks for two and has A2 alone; A1, who has the longer day, is sick."""
    brief = replace(PLAN.brief, assistants=PLAN.brief.assistants[:2], needs=(PLAN.brief.needs[0], _evening(2)))
    works = frozenset({("A1", "2027-01-04 D"), ("A2", "2027-01-04 K")})
    roster = Roster(calendar_frame(brief, 2), works)
    changed = happened(roster, Events(sick=(("A1", DateSpan(START, START)),)), TOLD, 0).changed
    (found,) = answers(changed, STEADY, 2.0)
    assert found.open == ("2027-01-04 D",)
    assert found.works == {("A2", "2027-01-04 K")}


def test_no_more_is_asked_on_a_shift_than_was_there() -> None:
    """The day asked for two and had A1 alone, who is sick: one is enough."""
    brief = replace(PLAN.brief, needs=(replace(PLAN.brief.needs[0], count=2),))
    roster = Roster(calendar_frame(brief, 2), frozenset({("A1", "2027-01-04 D")}))
    changed = happened(roster, Events(sick=(("A1", DateSpan(START, START)),)), TOLD, 0).changed
    assert answers(changed, STEADY, 2.0)[0].changes == 1


def test_who_has_one_rest_too_short_is_not_given_another() -> None:
    """A2 goes from the evening to the day on Tuesday; on Friday the day stays open, and on Wednesday it need not."""
    brief = replace(PLAN.brief, assistants=PLAN.brief.assistants[:2])
    short = {("A2", "2027-01-04 K"), ("A2", "2027-01-05 D"), ("A2", "2027-01-07 K")}
    for day, open_ in ((8, ("2027-01-08 D",)), (6, ())):
        works = frozenset({*short, ("A1", f"2027-01-{day:02} D")})
        sick_that_day = Events(sick=(("A1", DateSpan(date(2027, 1, day), date(2027, 1, day))),))
        changed = happened(Roster(calendar_frame(brief, 2), works), sick_that_day, TOLD, 0).changed
        assert answers(changed, STEADY, 2.0)[0].open == open_


def test_changes_within_two_weeks_of_being_told_come_late() -> None:
    changed = sick("A3", START + timedelta(days=7), 6)
    assert changed.notice == PLAN.roster.frame.whole_day(TOLD + timedelta(days=14)).start
    best = answers(changed, STEADY, 2.0)[0]
    assert best.late == best.changes


@pytest.mark.parametrize(("day", "allowed"), [(5, True), (6, False), (8, False), (11, True)])
def test_no_shift_starts_on_a_day_of_absence_and_the_two_readings_agree(day: int, allowed: bool) -> None:
    plan = plan_of(small_brief())
    away = Absence(DateSpan(date(2027, 1, 6), date(2027, 1, 8)), Because.SICK)
    people = tuple(replace(one, absences=(away,)) if one.id == "A3" else one for one in plan.brief.assistants)
    frame = calendar_frame(replace(plan.brief, assistants=people), 2)
    roster = Roster(frame, frozenset({("A3", f"2027-01-{day:02} D")}))
    found = [one for one in check(roster).of("availability") if one.who == "A3" and one.verdict is Verdict.MISSING]
    assert (not found) == allowed
    broken = judge.broken(hard_problem(frame), roster.works)
    assert any("availability" in one.because for one in broken) != allowed


@pytest.mark.parametrize(
    ("because", "minutes", "rule", "verdict"),
    [
        (Because.SICK, 450, "contract-hours", Verdict.OK),
        (Because.CALLED_OFF, 450, "contract-hours", Verdict.OK),
        (Because.LEFT, 450, "contract-hours", Verdict.OK),
        (Because.AGREED, 450, "contract-hours", Verdict.MISSING),
        (Because.AGREED, 450, "agreed-hours", Verdict.OK),
        (Because.SICK, 450, "agreed-hours", Verdict.OK),
    ],
)
def test_credits_are_had_and_what_is_agreed_may_be_had_besides(
    because: Because, minutes: int, rule: str, verdict: Verdict
) -> None:
    plan = plan_of(small_brief())
    credit = Credit(date(2027, 1, 6), minutes, because)
    people = tuple(
        replace(one, credits=(credit,), wants_up_to=None) if one.id == "A1" else one for one in plan.brief.assistants
    )
    frame = calendar_frame(replace(plan.brief, assistants=people), 2)
    own = sorted(plan.roster.works)[:4]
    more = (
        {("A1", "2027-01-05 D"), ("A1", "2027-01-07 D")}
        if rule == "agreed-hours" and because is Because.AGREED
        else set()
    )
    roster = Roster(frame, frozenset({*own, *more}))
    (found,) = (one for one in check(roster).of(rule) if one.who == "A1")
    assert found.verdict is verdict
