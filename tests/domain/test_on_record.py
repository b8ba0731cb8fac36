"""What timesheets say is used goes further than the brief, and is never added to it twice (D31)."""

from dataclasses import replace
from datetime import date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from roster.domain.brief import Brief
from roster.domain.charges import State
from roster.domain.clock import OSLO
from roster.domain.days import DateSpan
from roster.domain.on_record import on_record
from roster.domain.shift import Shift
from roster.domain.timekonto import timekonto
from roster.domain.vedtak import AsWritten, VedtakLine
from roster.domain.written import written_shift
from tests.support.plans import brief_of

HOUR = 60
YEAR = DateSpan(date(2027, 1, 1), date(2027, 12, 31))


def brief(used: int = 0, through: date | None = None) -> Brief:
    lines = (VedtakLine("A", YEAR, per_week=40 * HOUR, used=used, through=through),)
    made = brief_of(start=date(2027, 4, 5))
    return replace(made, vedtak=replace(made.vedtak, lines=lines), needs=())


def day(month: int, number: int) -> Shift:
    return written_shift(OSLO, f"{month}-{number}", datetime(2027, month, number, 8), datetime(2027, month, number, 15))


def test_the_sheets_of_the_year_so_far_are_what_is_used_through_their_last_day() -> None:
    found = on_record(brief(), (day(1, 4), day(2, 1), day(3, 14)), ())
    assert found is not None
    (line,), last = found[0].vedtak.lines, found[1]
    assert (line.used, line.through, last) == (21 * HOUR, date(2027, 3, 14), date(2027, 3, 14))
    assert line.written == AsWritten(0, None)


def test_what_the_brief_has_on_record_is_kept_and_what_comes_after_is_added() -> None:
    found = on_record(brief(100 * HOUR, date(2027, 2, 28)), (day(2, 1), day(3, 14)), ())
    assert found is not None
    (line,) = found[0].vedtak.lines
    assert (line.used, line.through) == (107 * HOUR, date(2027, 3, 14))


def test_a_brief_that_goes_further_than_the_sheets_stays_as_it_is() -> None:
    known = brief(100 * HOUR, date(2027, 3, 14))
    found = on_record(known, (day(1, 4), day(3, 14)), ())
    assert found is not None
    assert found[0] == known


def test_sheets_that_begin_weeks_into_the_year_are_not_taken_for_all_that_is_used() -> None:
    found = on_record(brief(), (day(3, 1), day(3, 14)), ())
    assert found is not None
    assert found[0] == brief()
    assert found[2].unknown == (date(2027, 1, 1), date(2027, 2, 28))


def test_no_sheets_are_no_record() -> None:
    assert on_record(brief(), (), ()) is None


@given(st.sets(st.dates(date(2027, 1, 1), date(2027, 12, 31)), min_size=1, max_size=12), st.booleans())
@settings(max_examples=50, deadline=None)
def test_the_account_is_the_same_whether_the_brief_has_the_sheets_or_not(days: set[date], known: bool) -> None:
    made = brief(30 * HOUR, date(2027, 1, 3)) if known else brief()
    worked = tuple(day(one.month, one.day) for one in sorted({date(2027, 1, 4), *days}))
    found = on_record(made, worked, ())
    assert found is not None
    plain = timekonto(made, 2027, None, worked).ledger
    assert timekonto(found[0], 2027, None, worked).ledger == plain
    alone = timekonto(found[0], 2027).ledger  # no need, so nothing is expected
    assert alone.drawn(State.USED) == plain.drawn(State.USED)
    assert alone.left() == plain.left()
