"""Whatever happens: nothing before is otherwise, no rule is newly broken, hours add up and calendars follow just that."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roster.domain.assistant import Assistant
from roster.domain.brief import Agreement, Brief
from roster.domain.charges import State
from roster.domain.days import DateSpan, When
from roster.domain.difference import Sort, difference
from roster.domain.event_ids import Feed
from roster.domain.events import Events
from roster.domain.frame import frame_of
from roster.domain.help_needed import Need, NeedChange, ShiftKind
from roster.domain.kinds import Covers, Party, Position
from roster.domain.kinds import Sort as KindSort
from roster.domain.plan import Plan
from roster.domain.roster import Roster
from roster.domain.shift import granted
from roster.domain.timekonto import timekonto
from roster.exports.calendar import in_use
from roster.planning.happened import happened
from roster.planning.search import Search
from roster.workflow.change import Unlawful, lawful, new_breaches
from roster.workflow.current import Current
from roster.workflow.files import checked
from tests.approval.arrangement import brief_of

START = date(2027, 1, 4)
TOLD = date(2027, 1, 4)
EVENING = ShiftKind("K", "Kveld", 960, 420, KindSort.EVENING)
PATTERN = ("A1 A2", "A1 A2", "A2 A3", "A3 A1", "A3 A1", "A2 A3", "A2 A3", "A1 A3", "A1 A2", "A1 A2", "A3 A2", "A3 A1")
"""Who has the day and who the evening, day by day."""


def _brief() -> Brief:
    """Two weeks of a day and an evening shift on six days, three in positions, one who wants more, one on call."""
    usual = brief_of()
    people = (
        *(_person(who, Position.PERMANENT, percent, 90) for who, percent in (("A1", 80), ("A2", 80), ("A3", 80))),
        _person("A4", Position.SUBSTITUTE, 20, None),
        _person("A5", Position.ON_CALL, 0, None),
    )
    line = replace(usual.vedtak.lines[0], per_week=12000, covers=frozenset(Covers))
    average = Agreement(
        "G", "10-5 (2)", Party.REPS, {"day_h": Decimal(10), "week_h": Decimal(48)}, averaging_weeks=8, signed=START
    )
    return replace(
        usual,
        vedtak=replace(usual.vedtak, lines=(line,)),
        kinds=(*usual.kinds, EVENING),
        needs=tuple(Need(code, When(frozenset(range(6))), 1) for code in ("D", "K")),
        assistants=people,
        agreements=(average,),
    )


def _person(who: str, position: Position, percent: int, wants: int | None) -> Assistant:
    wanted = None if wants is None else Decimal(wants)
    return Assistant(who, who, position, Decimal(percent), 2250, wants_up_to=wanted, born=date(1990, 1, 1))


def _plan() -> Plan:
    brief = _brief()
    frame = frame_of(brief)
    days = sorted({one.start.date() for one in frame.shifts})
    works = {
        (who, f"{day} {code}")
        for day, people in zip(days, PATTERN, strict=True)
        for who, code in zip(people.split(), "DK", strict=True)
    }
    return Plan(brief, Roster(frame, frozenset(works)))


PLAN = _plan()
BEFORE = checked(PLAN)
WORKS = sorted(PLAN.roster.works)
DAYS = st.integers(0, 13).map(lambda at: START + timedelta(days=at))
SPANS = st.tuples(DAYS, st.integers(0, 5)).map(lambda one: DateSpan(one[0], one[0] + timedelta(days=one[1])))
PEOPLE = st.sampled_from(("A1", "A2", "A3"))


@st.composite
def _swaps(draw: st.DrawFn) -> Events:
    one, other = draw(st.sampled_from(WORKS)), draw(st.sampled_from(WORKS))
    if one[0] == other[0] or {(one[0], other[1]), (other[0], one[1])} & PLAN.roster.works:
        return Events(sick=((one[0], DateSpan(START, START)),))
    return Events(swap=((one, other),))


EVENTS = st.one_of(
    st.builds(lambda who, dates: Events(sick=((who, dates),)), PEOPLE, SPANS),
    st.builds(lambda who, day: Events(left=((who, day),)), PEOPLE, DAYS),
    st.builds(lambda dates: Events(away=(dates,)), SPANS),
    st.builds(
        lambda dates, kind, count: Events(need=(NeedChange(When(dates=dates), kind, count),)),
        SPANS,
        st.sampled_from("DK"),
        st.integers(0, 2),
    ),
    st.builds(lambda who, work: Events(give=((who, work[1]),)), st.sampled_from(("A4", "A5")), st.sampled_from(WORKS)),
    _swaps(),
)
SEVERAL = st.builds(
    lambda sick, need, left: replace(sick, need=need.need, left=left.left),
    st.builds(lambda who, dates: Events(sick=((who, dates),)), PEOPLE, SPANS),
    st.just(Events()) | st.builds(lambda dates: Events(need=(NeedChange(When(dates=dates), "K", 2),)), SPANS),
    st.just(Events()) | st.builds(lambda day: Events(left=(("A2", day),)), DAYS),
)
"""Somebody is sick, while somebody may leave and more may be needed."""

STEADY: Any = {"deadline": None, "derandomize": True, "suppress_health_check": list(HealthCheck)}


@settings(max_examples=8, **STEADY)
@given(EVENTS, st.integers(0, 6))
def test_whatever_happens(events: Events, passed: int) -> None:
    _holds(events, passed)


@pytest.mark.slow
@settings(max_examples=30, **STEADY)
@given(SEVERAL, st.integers(0, 6))
def test_whatever_happens_at_once(events: Events, passed: int) -> None:
    _holds(events, passed)


def _holds(events: Events, passed: int) -> None:
    now = PLAN.roster.frame.clock.minute(datetime(2027, 1, 4 + passed, 12))
    what = happened(PLAN.roster, events, TOLD, now)
    found = lawful(Current(PLAN, Path()), BEFORE, what, Search(workers=1), 1.0)
    if isinstance(found, Unlawful):
        assert events.swap or events.give
        return
    for answer, after in found:
        old, new = PLAN.roster, after.plan.roster
        # Nothing that has begun is otherwise, but for what was told of it.
        told = old.works ^ what.changed.start
        assert {one for one in old.works ^ new.works if _start(old, new, one[1]) < now} <= told
        assert told <= what.lost | what.called_off | what.changed.taken | (old.works - what.changed.kept)
        assert not new_breaches(BEFORE, after)
        assert not {one for one in new.works if one in what.lost}
        assert answer.least <= answer.changes
        _adds_up(after.plan)
        _calendars_follow(after.plan)


def _start(old: Roster, new: Roster, shift: str) -> int:
    return (old.frame.shift.get(shift) or new.frame.shift[shift]).span.start


def _adds_up(plan: Plan) -> None:
    frame = plan.roster.frame
    book = timekonto(plan.brief, 2027, plan.roster, (), None).ledger
    draws = sum(granted(frame.shift[shift], plan.brief.settings.resting_granted) for _, shift in plan.roster.works)
    assert book.drawn(State.PLANNED) == draws
    drawn = sum(book.drawn(state) for state in (State.USED, State.PLANNED, State.EXPECTED))
    assert book.left() == book.granted() - drawn


def _calendars_follow(plan: Plan) -> None:
    """One cancellation, update or new entry for each changed shift of an assistant, and none else."""
    first, later = datetime(2026, 12, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)
    had = in_use((), PLAN, first, first)
    has = in_use(had, plan, later, later)
    before = {one.uid: one for one in had if one.entry.feed is Feed.OWN}
    after = {one.uid: one for one in has if one.entry.feed is Feed.OWN}
    changes = difference(PLAN, plan).changes
    number = {sort: sum(one.sort is sort for one in changes) for sort in Sort}
    assert sum(one.gone for one in after.values()) == number[Sort.LOST]
    assert len(after.keys() - before.keys()) == number[Sort.GAINED]
    moved = [one for uid, one in before.items() if after[uid] != one and not after[uid].gone]
    assert len(moved) == number[Sort.MOVED]
