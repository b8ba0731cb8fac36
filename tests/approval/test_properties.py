"""What holds of the difference between any two rosters."""

from collections import Counter
from datetime import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from roster.domain.difference import difference
from roster.domain.plan import Plan
from roster.domain.roster import Roster
from roster.domain.shift import Shift
from tests.approval.arrangement import brief_of, plan_of

PLAN = plan_of(brief_of())
SHIFTS = tuple(one.id for one in PLAN.roster.frame.shifts)
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
