"""What holds of the difference between any two rosters, and of the ids that calendars know shifts by."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from roster.domain.brief import Need, ShiftKind
from roster.domain.days import When
from roster.domain.difference import difference
from roster.domain.event_ids import CalendarEvent, taken_into_use
from roster.domain.frame import frame_of
from roster.domain.kinds import Sort
from roster.domain.plan import Plan
from roster.domain.roster import Roster
from roster.domain.shift import Shift
from tests.approval.arrangement import brief_of, plan_of

PLAN = plan_of(brief_of())
SHIFTS = tuple(one.id for one in PLAN.roster.frame.shifts)
EVER = datetime(2000, 1, 1, tzinfo=UTC)
rosters = st.lists(st.sampled_from(("", "A1", "A2", "A3")), min_size=len(SHIFTS), max_size=len(SHIFTS)).map(
    lambda who: Plan(
        PLAN.brief,
        Roster(PLAN.roster.frame, frozenset((one, shift) for one, shift in zip(who, SHIFTS, strict=True) if one)),
    )
)


def times(shift: Shift) -> tuple[datetime, datetime, str]:
    return shift.start, shift.end, shift.kind


@settings(max_examples=40, deadline=None)
@given(rosters, rosters)
def test_what_was_there_less_what_is_lost_with_what_is_gained_is_what_is_there(old: Plan, new: Plan) -> None:
    for person in difference(old, new).people:
        had = Counter(map(times, old.roster.duties(person.who)))
        has = Counter(map(times, new.roster.duties(person.who)))
        lost = Counter(times(one.before) for one in person.changes if one.before)
        gained = Counter(times(one.after) for one in person.changes if one.after)
        assert had - lost + gained == has
        assert not lost & gained
        hours = sum((one.clock_minutes for one in new.roster.duties(person.who)), 0)
        assert person.paid_after == hours


WEEKDAYS = When(frozenset(range(5)))
LATE = ShiftKind("A", "Aftenvakt", 900, 420, Sort.EVENING)
TWO_A_DAY = replace(PLAN.brief, kinds=(*PLAN.brief.kinds, LATE), needs=(*PLAN.brief.needs, Need("A", WEEKDAYS, 1)))
FRAME = frame_of(TWO_A_DAY)
FIRST_THREE_DAYS = sorted(FRAME.shifts, key=lambda one: one.start)[:6]
two_a_day = st.lists(st.sampled_from(("", "A1", "A2")), min_size=6, max_size=6).map(
    lambda who: Plan(
        TWO_A_DAY,
        Roster(FRAME, frozenset((one, shift.id) for one, shift in zip(who, FIRST_THREE_DAYS, strict=True) if one)),
    )
)


def taken(had: tuple[CalendarEvent, ...], plan: Plan) -> tuple[CalendarEvent, ...]:
    return taken_into_use(had, plan.roster, EVER, lambda shift: f"Vakt {shift.kind}", lambda who, what: f"{who} {what}")


@settings(max_examples=40, deadline=None)
@given(rosters, rosters, rosters)
def test_ids_are_never_shared_nor_changed_while_the_same_person_has_the_shift(
    first: Plan, second: Plan, third: Plan
) -> None:
    before: tuple[CalendarEvent, ...] = ()
    for plan in (first, second, third):
        now = taken(before, plan)
        assert taken(now, plan) == now
        assert len({one.uid for one in now}) == len(now)
        known = {(one.who, one.start): one for one in before}
        for one in now:
            old = known.get((one.who, one.start))
            assert old is None or (old.uid, old.sequence) == (one.uid, one.sequence)
        assert {(one.who, one.start) for one in now} == {
            (who, plan.roster.frame.clock.aware(plan.roster.frame.shift[shift].span.start))
            for who, shift in plan.roster.works
        }
        before = now


@settings(max_examples=40, deadline=None)
@given(two_a_day, two_a_day)
def test_who_keeps_a_shift_keeps_its_id_though_another_that_day_begins_before(old: Plan, new: Plan) -> None:
    before = taken((), old)
    ids = {(one.who, one.start.date(), one.need): one.uid for one in before}
    kept = {
        (one.who, one.start.date(), one.need): one.uid
        for one in taken(before, new)
        if (one.who, one.start.date(), one.need) in ids
    }
    assert kept == {key: ids[key] for key in kept}


def test_a_shift_before_the_one_somebody_has_takes_not_its_id() -> None:
    early, late = FIRST_THREE_DAYS[:2]
    had = taken((), Plan(TWO_A_DAY, Roster(FRAME, frozenset({("A1", late.id)}))))
    now = taken(had, Plan(TWO_A_DAY, Roster(FRAME, frozenset({("A1", late.id), ("A1", early.id)}))))
    assert [one.uid for one in now if one.need == had[0].need] == [had[0].uid]
