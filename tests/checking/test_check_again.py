"""Checking again after a change finds what checking from the start finds, whatever was swapped, given or taken away."""

import gc
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roster.checking.check import check, check_again
from roster.domain.assistant import Assistant, HeldSkill
from roster.domain.brief import Arrangement, Brief, Period, Wish
from roster.domain.days import DateSpan, When
from roster.domain.frame import Frame, frame_of
from roster.domain.help_needed import Event, Need, SkillNeed
from roster.domain.kinds import Employer, EventSort, Form, Party, Position, Sort, Tariff, WishSort, Worth
from roster.domain.roster import Roster
from roster.domain.settings import Settings
from roster.domain.vedtak import Vedtak, VedtakLine
from roster.rules import RULES
from tests.rules.builders import agreement, every_other_sunday, individual, kind_of, person, short_rest, with_reps

START = date(2027, 3, 22)
"""The week of Easter and of the change to summer time."""
PEOPLE = ("kari", "ola", "per", "eva")
AGREEMENTS = (
    with_reps(id="A1", valid_to=date(2027, 3, 30)),
    individual(id="A2", signed=None),
    short_rest(id="A3", valid_from=date(2027, 3, 29)),
    every_other_sunday(id="A4"),
    agreement("10-6 (9)", Party.INDIVIDUAL, hours={"total_day_h": 16}, id="A5"),
)


def _people() -> tuple[Assistant, ...]:
    return (
        person("kari", percent=Decimal(50), wants_up_to=Decimal(80), skills=(HeldSkill("lift"),)),
        person("ola", born=2010, alone_after=1),
        person("per", percent=Decimal(80), vacation=(DateSpan(START, date(2027, 3, 23)),)),
        person("eva", position=Position.ON_CALL, percent=Decimal(0)),
    )


@st.composite
def frames(draw: st.DrawFn) -> Frame:
    """Some weeks in which people train, want company or none, and rest on agreements that begin and end inside."""
    kinds = tuple(map(kind_of, ("08-16", "E", "N", "H")))
    form = draw(st.sampled_from((Form.CYCLE, Form.CALENDAR)))
    employer, tariff = draw(st.sampled_from([(Employer.PRIVAT, Tariff.NONE), (Employer.KOMMUNE, Tariff.KS_HTA)]))
    lift = (SkillNeed("lift", 1),)
    training = Event("O", "Opplæring", EventSort.TRAINING, When(frozenset({2})), 480, 300, ("ola",), True, mentor="per")
    made = Brief(
        arrangement=Arrangement("Ordning", employer, tariff, tariff is not Tariff.NONE),
        vedtak=Vedtak((VedtakLine("V", DateSpan(date(2027, 1, 1), date(2027, 12, 31)), per_week=90 * 60),)),
        period=Period(START, draw(st.sampled_from((2, 6))), form),
        kinds=kinds,
        needs=tuple(Need(one.code, When(), 1, up_to=2, skills=lift if one.sort is Sort.NIGHT else ()) for one in kinds),
        assistants=_people(),
        agreements=tuple(draw(st.lists(st.sampled_from(AGREEMENTS), unique_by=lambda one: one.id))),
        wishes=(
            Wish("eva", WishSort.TOGETHER, Worth.DEMAND, other="per"),
            Wish("kari", WishSort.APART, Worth.DEMAND, other="ola"),
        ),
        events=(training,),
        settings=Settings(stricter_readings=draw(st.booleans())),
    )
    return frame_of(made)


Works = frozenset[tuple[str, str]]


@st.composite
def changes(draw: st.DrawFn) -> tuple[Frame, list[Works]]:
    """A roster and some that follow from it, each by a swap, by shifts given, or by shifts taken away."""
    frame = draw(frames())
    ids = [one.id for one in frame.shifts]
    pairs = st.tuples(st.sampled_from(PEOPLE), st.sampled_from(ids))
    works = frozenset(draw(st.lists(pairs, max_size=50)))
    after = [works]
    for _ in range(draw(st.integers(1, 3))):
        works = draw(_changed(works, pairs))
        after.append(works)
    return frame, after


@st.composite
def _changed(draw: st.DrawFn, works: Works, pairs: st.SearchStrategy[tuple[str, str]]) -> Works:
    if len(works) > 1 and draw(st.booleans()):
        (one, first), (other, second) = draw(st.lists(st.sampled_from(sorted(works)), min_size=2, max_size=2))
        return works - {(one, first), (other, second)} | {(one, second), (other, first)}
    if works and draw(st.booleans()):
        return works - set(draw(st.lists(st.sampled_from(sorted(works)), max_size=3)))
    return works | set(draw(st.lists(pairs, min_size=1, max_size=2)))


ASKED = st.frozensets(st.sampled_from(PEOPLE))
"""Of whom a roster is asked before it is checked again."""


@given(changes(), ASKED)
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_change_checked_again_is_found_as_if_checked_from_the_start(
    made: tuple[Frame, list[Works]], asked: frozenset[str]
) -> None:
    found_alike(*made, asked)


@pytest.mark.slow
@given(changes(), ASKED)
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_many_changes_checked_again_are_found_as_if_checked_from_the_start(
    made: tuple[Frame, list[Works]], asked: frozenset[str]
) -> None:
    found_alike(*made, asked)


def found_alike(frame: Frame, after: list[Works], asked: frozenset[str]) -> None:
    report = check(Roster(frame, after[0]))
    for works in after[1:]:
        report = check_again(report, _asked(Roster(frame, works), asked))
        nothing_known = replace(frame)
        assert report == check(Roster(nothing_known, works))


def _asked(roster: Roster, people: Iterable[str]) -> Roster:
    for who in people:
        roster.of(who), roster.weeks(who), roster.timeline(who)
    return roster


@pytest.mark.parametrize("asked", [(), PEOPLE[:1], PEOPLE])
def test_a_chain_of_changes_leaves_nobody_with_what_was_before(asked: tuple[str, ...]) -> None:
    """Shift by shift from each to the next, as somebody who moves the cursor over a turnus does, and back again."""
    frame = _some().frame
    steps = [
        frozenset((PEOPLE[(n + turn * (n % 5 == 0)) % 4], one.id) for n, one in enumerate(frame.shifts))
        for turn in (0, 1, 2, 3, 0)
    ]
    report = check(Roster(frame, steps[0]))
    for works in (*steps[1:], steps[0]):
        report = check_again(report, _asked(Roster(frame, works), asked))
        fresh = Roster(replace(frame), works)
        for who in PEOPLE:
            assert report.roster.of(who) == fresh.of(who)
            assert [one.shifts for one in report.roster.weeks(who)] == [one.shifts for one in fresh.weeks(who)]
            assert report.roster.timeline(who) == fresh.timeline(who)
        assert report == check(fresh)


def test_after_a_swap_all_but_the_weeks_of_the_two_shifts_are_what_they_were() -> None:
    before = check(_some(weeks=4)).roster
    (one, first), (other, second) = ("kari", "2027-03-22 D"), ("ola", "2027-04-09 N")
    shifts = {shift.start.strftime("%Y-%m-%d ") + shift.kind: shift.id for shift in before.frame.shifts}
    gone = {(who, shifts[shift]) for who, shift in ((one, first), (other, second))}
    assert gone <= before.works
    given = {(one, shifts[second]), (other, shifts[first])}
    after = Roster(before.frame, before.works - gone | given)
    assert after.take_over(before) == gone | given
    fresh = Roster(before.frame, after.works)
    for who in (one, other):
        pairs = list(zip(before.weeks(who), after.weeks(who), strict=True))
        assert [was is now for was, now in pairs] == [False, True, False, True]
        assert [week.shifts for week in after.weeks(who)] == [week.shifts for week in fresh.weeks(who)]
        assert after.of(who) == fresh.of(who)
        assert after.timeline(who) == fresh.timeline(who)


def test_where_one_is_taken_off_all_other_weeks_are_staffed_as_they_were() -> None:
    before = check(_some(weeks=4)).roster
    gone = next(one for one in sorted(before.works) if before.frame.week_of(before.frame.shift[one[1]]) == 2)
    assert len(before.staffed) == 4
    after = Roster(before.frame, before.works - {gone})
    after.take_over(before)
    pairs = list(zip(before.staffed, after.staffed, strict=True))
    assert [was is now for was, now in pairs] == [True, True, False, True]
    fresh = Roster(before.frame, after.works)
    assert [one.shifts for one in after.staffed] == [one.shifts for one in fresh.staffed]


def test_nothing_is_read_again_where_nothing_has_changed() -> None:
    report = check(_some())
    again = check_again(report, Roster(report.roster.frame, report.roster.works))
    assert again == report
    assert again.findings is report.findings


def test_a_roster_in_another_frame_is_read_whole() -> None:
    roster = _some()
    other = Roster(replace(roster.frame, weeks=1), roster.works)
    assert check_again(check(roster), other) == check(other)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_parts_of_a_rule_are_the_whole_of_it(rule) -> None:
    roster = _some()
    if rule.of is not None or rule.across is not None:
        checks = {one.id: one.check for one in RULES}
        parts = [found for who in roster.frame.people for found in (rule.of(roster, who) if rule.of else ())]
        parts += rule.across(roster, lambda id_: checks[id_](roster)) if rule.across else ()
        assert parts == list(rule.check(roster))


def _some(weeks: int = 2) -> Roster:
    brief = Brief(
        arrangement=Arrangement("Ordning", Employer.KOMMUNE, Tariff.KS_HTA, True),
        vedtak=Vedtak(()),
        period=Period(START, weeks, Form.CALENDAR),
        kinds=(kind_of("D"), kind_of("N")),
        needs=(Need("D", When(), 1), Need("N", When(), 1)),
        assistants=_people(),
        agreements=AGREEMENTS,
        settings=Settings(),
    )
    frame = frame_of(brief)
    return Roster(frame, frozenset((PEOPLE[n % 4], one.id) for n, one in enumerate(frame.shifts)))


@pytest.mark.parametrize("collects", [True, False])
def test_a_check_leaves_the_collector_of_rubbish_as_it_was(collects: bool) -> None:
    before = gc.isenabled()
    try:
        (gc.enable if collects else gc.disable)()
        check(_some())
        assert gc.isenabled() is collects
    finally:
        (gc.enable if before else gc.disable)()
