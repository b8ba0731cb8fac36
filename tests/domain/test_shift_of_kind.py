"""Shifts of a kind on the nights in which the clock changes."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from roster.domain.clock import OSLO
from roster.domain.help_needed import Break, Part, ShiftKind
from roster.domain.kinds import Sort
from roster.domain.shift_of_kind import shift_of_kind

SPRING, AUTUMN = date(2027, 3, 27), date(2027, 10, 30)


def night(first: int, last: int) -> ShiftKind:
    """22:30-07:30 with a break and a resting part, minutes from its start."""
    return ShiftKind("N", "Natt", 1350, 540, Sort.NIGHT, (Part(first, last),), "sover", (Break(first, last, True),))


def test_a_break_in_the_hour_that_is_skipped_is_taken_when_the_clock_has_moved():
    shift = shift_of_kind(OSLO, night(240, 270), SPRING, "n")
    assert shift.breaks is not None
    (pause,) = shift.breaks
    assert pause.span.minutes == 30
    assert f"{OSLO.wall(pause.span.start):%H:%M}" == "03:00"


@given(st.integers(0, 539).flatmap(lambda at: st.tuples(st.just(at), st.integers(at + 1, 540))))
def test_every_part_has_a_place_whatever_the_clock_does(part):
    for day in (SPRING, AUTUMN):
        shift = shift_of_kind(OSLO, night(*part), day, "n")
        assert shift.resting[0].minutes > 0
