"""The timekonto of an arrangement whose lines have hours on record to different dates (D31)."""

from dataclasses import replace
from datetime import date, datetime

from roster.domain.brief import Brief
from roster.domain.charges import State
from roster.domain.clock import OSLO
from roster.domain.days import DateSpan
from roster.domain.frame import calendar_frame
from roster.domain.kinds import Purpose
from roster.domain.ledger import OUTSIDE
from roster.domain.roster import Roster
from roster.domain.timekonto import timekonto
from roster.domain.vedtak import VedtakLine
from roster.domain.written import written_shift
from tests.support.plans import brief_of

HOUR = 60
YEAR = DateSpan(date(2027, 1, 1), date(2027, 12, 31))
NIGHT = 9 * HOUR


def with_days_on_record() -> Brief:
    """The hours of the days are on record through June, those of the nights not at all."""
    days = VedtakLine("A", YEAR, per_week=100 * HOUR, purpose=Purpose.DAY, used=600 * HOUR, through=date(2027, 6, 30))
    nights = VedtakLine("B", YEAR, per_week=70 * HOUR, purpose=Purpose.WAKING_NIGHT)
    brief = brief_of(start=date(2027, 1, 4))
    return replace(brief, vedtak=replace(brief.vedtak, lines=(days, nights)))


def test_what_one_line_has_on_record_takes_no_planned_night_from_another() -> None:
    brief = with_days_on_record()
    frame = calendar_frame(brief, 2)
    worked = (written_shift(OSLO, "1", datetime(2027, 1, 5, 7, 30), datetime(2027, 1, 5, 15)),)
    konto = timekonto(brief, 2027, Roster(frame, frozenset({("A1", "2027-01-13 N")})), worked)
    planned = [one for one in konto.ledger.postings if one.state is State.PLANNED and one.line != OUTSIDE]
    assert [(one.line, one.day, one.minutes) for one in planned] == [("B", date(2027, 1, 13), NIGHT)]
    assert konto.through == date(2027, 6, 30)


def test_what_one_line_has_on_record_takes_no_expected_night_from_another() -> None:
    nights = [one for one in timekonto(with_days_on_record(), 2027).ledger.postings if one.line == "B"]
    assert nights[0].day == date(2027, 1, 4)
    assert sum(one.minutes for one in nights) == 362 * NIGHT - 450


def test_the_days_on_record_are_drawn_once_all_the_same() -> None:
    days = timekonto(with_days_on_record(), 2027).ledger
    expected = [one.day for one in days.postings if (one.line, one.state) == ("A", State.EXPECTED)]
    assert expected[0] == date(2027, 7, 1)
    assert days.drawn(State.USED, line="A") == 600 * HOUR


def test_an_open_night_over_new_year_is_parted_between_the_years() -> None:
    brief = replace(brief_of(start=date(2027, 12, 27)), history=())
    empty = Roster(calendar_frame(brief, 1), frozenset())
    night = next(one for one in empty.frame.shifts if one.start.date() == date(2027, 12, 31) and one.kind == "N")
    others = {one: replace(one, wanted=0, up_to=0) for one in empty.frame.shifts if one is not night}
    alone = replace(empty.frame, shifts=(*others.values(), night))
    open_ = Roster(alone, frozenset())
    assert [timekonto(brief, year, open_).open for year in (2027, 2028)] == [90, 7 * HOUR + 30]
