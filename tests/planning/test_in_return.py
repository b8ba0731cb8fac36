"""Days off in return for red days (F4, F5) are reckoned with where they can be taken, and only there."""

from datetime import date, timedelta

from roster.domain.kinds import OffCode
from roster.planning.special_off import in_return_on
from tests.rules.builders import roster_of

EASTER = date(2027, 3, 22)
THURSDAY, MONDAY = date(2027, 3, 25), date(2027, 3, 29)


def test_f5_is_a_shift_after_the_red_day_that_gave_it_or_owed_after_the_weeks() -> None:
    """Maundy Thursday gives the next shift of the grunnturnus off, which may lie in weeks whose hours count apart."""
    shifts = roster_of(start=EASTER, kari="D D - - - - - | - D - - - - -").frame.shifts
    f5 = OffCode.REPLACED
    assert list(in_return_on([(THURSDAY, f5)], shifts)) == [(MONDAY + timedelta(days=1), f5)]
    assert list(in_return_on([(THURSDAY, f5), (MONDAY, f5)], shifts)) == [(MONDAY + timedelta(days=1), f5)]
    assert list(in_return_on([(MONDAY + timedelta(days=1), f5)], shifts)) == []


def test_f4_is_taken_within_a_month() -> None:
    shifts = roster_of(
        start=EASTER, kari="- - - - - - - | - - - - - - - | - - - - - - - | - - - - - - - | - - - D"
    ).frame.shifts
    taken = shifts[0].start.date()
    for day, days in ((taken - timedelta(days=31), 1), (taken - timedelta(days=33), 0)):
        assert len(list(in_return_on([(day, OffCode.SUPPLEMENT)], shifts))) == days
