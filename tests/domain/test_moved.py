"""Shifts moved by hand: what they draw from the vedtak, and what is moved with them."""

from dataclasses import replace
from datetime import date, datetime

from roster.domain.brief import Brief
from roster.domain.clock import OSLO
from roster.domain.days import When
from roster.domain.frame import Frame, calendar_frame
from roster.domain.help_needed import Break, Need, Part, ShiftKind
from roster.domain.kinds import Sort
from roster.domain.moved import moved_shift, with_moved
from roster.domain.settings import Charging
from tests.support.plans import brief_of

MONDAY = date(2027, 1, 4)
DAY = ShiftKind("D", "Dag", 8 * 60, 7 * 60 + 30, Sort.DAY)
LATE = ShiftKind("K", "Kveld", 15 * 60, 7 * 60, Sort.EVENING)


def frame(kinds: tuple[ShiftKind, ...] = (DAY, LATE)) -> Frame:
    brief: Brief = brief_of(start=MONDAY)
    charging = Charging(overlap=False)
    needs = tuple(Need(one.code, When(frozenset(range(7))), 1) for one in kinds)
    settings = replace(brief.settings, charging=charging)
    return calendar_frame(replace(brief, kinds=kinds, needs=needs, settings=settings), 1)


def uncharged(made: Frame) -> dict[str, int]:
    return {one.id: one.uncharged for one in made.shifts if one.start.date() == MONDAY}


def test_the_handover_to_a_moved_shift_draws_once() -> None:
    usual = frame()
    assert uncharged(usual) == {"2027-01-04 D": 0, "2027-01-04 K": 30}
    late = moved_shift(usual, LATE, datetime(2027, 1, 4, 14, 45), datetime(2027, 1, 4, 22))
    made = with_moved(usual, [late], {("A1", "2027-01-04 D"), ("A2", late.id)})
    assert uncharged(made)[late.id] == 45


def test_a_shift_that_nobody_is_left_on_hands_nothing_over() -> None:
    usual = frame()
    day = moved_shift(usual, DAY, datetime(2027, 1, 4, 7), datetime(2027, 1, 4, 14, 45))
    late = ("A2", "2027-01-04 K")
    assert uncharged(with_moved(usual, [day], {("A1", day.id), late}))["2027-01-04 K"] == 0
    stayed = {("A1", day.id), ("A3", "2027-01-04 D"), late}
    assert uncharged(with_moved(usual, [day], stayed))["2027-01-04 K"] == 30


def test_a_short_shift_is_handed_nothing_by_itself_where_it_was() -> None:
    short = ShiftKind("M", "Morgen", 8 * 60, 90, Sort.DAY)
    usual = frame((short,))
    later = moved_shift(usual, short, datetime(2027, 1, 4, 8, 40), datetime(2027, 1, 4, 10, 10))
    assert later.fills == "2027-01-04 M"
    assert uncharged(with_moved(usual, [later], {("A1", later.id)}))[later.id] == 0


def test_breaks_are_moved_with_the_shift_and_cut_with_it() -> None:
    kind = replace(DAY, breaks=(Break(180, 210, False), Break(420, 450, True)))
    usual = frame((kind,))
    moved = moved_shift(usual, kind, datetime(2027, 1, 4, 10), datetime(2027, 1, 4, 17, 15))
    assert [
        (f"{OSLO.wall(one.span.start):%H.%M}–{OSLO.wall(one.span.end):%H.%M}", one.working)
        for one in moved.breaks or ()
    ] == [("13.00–13.30", False), ("17.00–17.15", True)]
    assert moved.off_duty == 30
    shorter = moved_shift(usual, kind, datetime(2027, 1, 4, 10), datetime(2027, 1, 4, 13))
    assert (shorter.breaks, shorter.off_duty) == ((), 0)


def test_without_breaks_on_record_none_are_moved() -> None:
    kind = replace(DAY, resting=(Part(0, 60),))
    moved = moved_shift(frame((kind,)), kind, datetime(2027, 1, 4, 9), datetime(2027, 1, 4, 17))
    assert moved.breaks is None
