"""The timekonto: granted is used, planned, expected and left, on every line and date (D8, D31)."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import settings as few
from hypothesis import strategies as st

from roster.domain.charges import Charge, State, charges, parts
from roster.domain.clock import OSLO
from roster.domain.days import DateSpan
from roster.domain.handover import without_handovers
from roster.domain.kinds import Covers, EventSort, Purpose
from roster.domain.ledger import OUTSIDE, Ledger, fitting_lines, granted_through, ledger
from roster.domain.settings import Charging, Settings
from roster.domain.shift import Shift
from roster.domain.vedtak import VedtakLine
from roster.domain.written import written_shift

HOUR = 60
DAYS_OF = {2027: 365, 2028: 366}


def line(
    name: str = "V1", first: date = date(2027, 1, 1), last: date = date(2028, 12, 31), **given: object
) -> VedtakLine:
    hours = {} if "per_year" in given else {"per_week": 35 * HOUR}
    return VedtakLine(**{"id": name, "dates": DateSpan(first, last), **hours, **given})  # type: ignore[arg-type]


def charge(day: date, minutes: int, purpose: Purpose = Purpose.DAY, **given: object) -> Charge:
    return Charge(**{"day": day, "minutes": minutes, "purpose": purpose, "line": None, "state": State.USED, **given})  # type: ignore[arg-type]


def shift(start: datetime, end: datetime, name: str = "1") -> Shift:
    return written_shift(OSLO, name, start, end)


def used(book: Ledger, name: str) -> int:
    return book.drawn(State.USED, line=name)


# -- what is granted ----------------------------------------------------------------------------------


def test_168_hours_a_week_are_8760_hours_in_a_year_of_365_days() -> None:
    always = (line(per_week=168 * HOUR),)
    assert ledger(2027, always, Settings(), ()).granted() == 8760 * HOUR
    assert ledger(2028, always, Settings(), ()).granted() == 8784 * HOUR


def test_hours_a_year_are_granted_by_31_december_of_any_year() -> None:
    for year, days in DAYS_OF.items():
        book = ledger(year, (line(per_year=1000 * HOUR),), Settings(), ())
        assert book.granted() == 1000 * HOUR
        assert book.granted(date(year, 12, 30)) == round(Fraction(1000 * HOUR * (days - 1), days))


def test_what_is_drawn_beyond_what_is_granted_is_on_the_last_line_that_it_fits() -> None:
    lines = (line("V1", last=date(2027, 6, 30), per_week=7), line("V2", per_week=7))
    book = ledger(2027, lines, Settings(), (charge(date(2027, 5, 1), 600),))
    assert (book.left(line="V1"), book.left(line="V2")) == (0, 365 + 181 - 600)
    assert book.left() == book.granted() - 600


def test_by_setting_a_year_is_52_weeks() -> None:
    book = ledger(2027, (line(per_week=35 * HOUR),), Settings(vedtak_year_52_weeks=True), ())
    assert book.granted() == 35 * HOUR * 52


def test_a_cut_and_an_increase_in_mid_year_count_their_own_days() -> None:
    """60 h a week to 30 June, 40 from 1 July, and 10 more in March and April."""
    lines = (
        line("V1", last=date(2027, 6, 30), per_week=60 * HOUR),
        line("V2", first=date(2027, 7, 1), per_week=40 * HOUR),
        line("V3", date(2027, 3, 1), date(2027, 4, 30), per_week=10 * HOUR, purpose=Purpose.EXTRA),
    )
    book = ledger(2027, lines, Settings(), ())
    assert book.granted(line="V1") == round(Fraction(60 * HOUR * 181, 7))
    assert book.granted(line="V2") == round(Fraction(40 * HOUR * 184, 7))
    assert book.granted(line="V3") == round(Fraction(10 * HOUR * 61, 7))
    assert book.granted(date(2027, 2, 28)) == round(Fraction(60 * HOUR * 59, 7))


@few(max_examples=40, deadline=None)
@given(
    st.integers(1, 168 * HOUR),
    st.dates(date(2026, 6, 1), date(2028, 6, 1)),
    st.integers(0, 800),
    st.booleans(),
    st.sampled_from([2027, 2028]),
)
def test_each_day_grants_whole_minutes_that_add_up_to_the_years(
    per_week: int, first: date, days: int, weeks_52: bool, year: int
) -> None:
    one, how = (
        line(first=first, last=first + timedelta(days=days), per_week=per_week),
        Settings(vedtak_year_52_weeks=weeks_52),
    )
    through = [granted_through(one, year, date(year, 1, 1) + timedelta(days=n), how) for n in range(DAYS_OF[year])]
    by_day = [after - before for before, after in zip([0, *through], through, strict=False)]
    valid = sum(date(year, 1, 1) + timedelta(days=n) in one.dates for n in range(DAYS_OF[year]))
    exact = Fraction(per_week * 52 * valid, DAYS_OF[year]) if weeks_52 else Fraction(per_week * valid, 7)
    assert abs(sum(by_day) - exact) <= Fraction(1, 2)
    assert all(
        (amount == 0) if (date(year, 1, 1) + timedelta(days=n)) not in one.dates else abs(amount - exact / valid) < 1
        for n, amount in enumerate(by_day)
    )


# -- what is drawn ------------------------------------------------------------------------------------

_MOMENTS = st.datetimes(datetime(2026, 12, 1), datetime(2029, 1, 15)).map(
    lambda at: at.replace(second=0, microsecond=0)
)
_SHIFTS = st.lists(
    st.tuples(_MOMENTS, st.integers(60, 26 * HOUR), st.integers(1, 3), st.sampled_from(list(State))), max_size=25
)
_LINES = st.lists(
    st.tuples(
        st.dates(date(2026, 6, 1), date(2028, 9, 1)),
        st.integers(0, 700),
        st.one_of(st.just(1), st.integers(1, 80 * HOUR)),
        st.sampled_from([one for one in Purpose if one not in (Purpose.RESPITE, Purpose.CONTACT)]),
        st.frozensets(st.sampled_from(list(Covers))),
        st.integers(0, 900 * HOUR),
        st.booleans(),
    ),
    max_size=4,
)


def stands_in_what_is_used(lines: tuple[VedtakLine, ...], one: Charge) -> bool:
    """The line that the charge would go to first has that date on record."""
    first = next(iter(fitting_lines(lines, one)), None)
    return (
        first is not None
        and first.through is not None
        and first.through.replace(month=1, day=1) <= one.day <= first.through
    )


@few(max_examples=60, deadline=None)
@given(_LINES, _SHIFTS)
def test_granted_is_used_planned_expected_and_left_on_every_line_and_date(lines, shifts) -> None:  # type: ignore[no-untyped-def]
    """Over New Year, the clock changes and a leap year: no minute is lost, none is counted twice."""
    made = tuple(
        line(
            f"V{n}", first, first + timedelta(days=days), per_week=week, purpose=purpose, covers=covers,
            used=used if recorded else 0, through=first + timedelta(days=days // 2) if recorded else None,
        )
        for n, (first, days, week, purpose, covers, used, recorded) in enumerate(lines)
    )  # fmt: skip
    on = [
        (written_shift(OSLO, f"{n}", a, a + timedelta(minutes=m)), k, state)
        for n, (a, m, k, state) in enumerate(shifts)
    ]
    drawn = [one for state in State for one in charges([(s, k) for s, k, of in on if of is state], Settings(), state)]
    assert sum(one.minutes for one in drawn) == sum(s.clock_minutes * k for s, k, _ in on)
    for year in (2026, 2027, 2028, 2029):
        book = ledger(year, made, Settings(), drawn)
        for day in (date(year, 1, 1), date(year, 3, 28), date(year, 10, 31), date(year, 12, 31)):
            named = [book.left(day, one.id) for one in made]
            outside = sum(book.drawn(state, day, OUTSIDE) for state in State)
            assert book.left(day) == sum(named) - outside
            for one in made:
                counted = sum(p.minutes for p in book.postings if p.line == one.id and p.day <= day)
                assert granted_through(one, year, day, Settings()) == counted + book.left(day, one.id)
        balance = sum(one.used for one in made if one.through is not None and one.through.year == year)
        of_year = [one for one in drawn if one.day.year == year]
        on_record = [one for one in of_year if stands_in_what_is_used(made, one)]
        posted = sum(one.minutes for one in book.postings)
        assert posted == balance + sum(one.minutes for one in of_year) - sum(one.minutes for one in on_record)
        assert book.known == sum(one.minutes for one in on_record if one.state is State.USED)
        assert all(type(one.minutes) is int and one.minutes > 0 for one in book.postings)


@few(max_examples=40, deadline=None)
@given(_MOMENTS, st.integers(1, 40 * HOUR))
def test_a_shift_over_new_year_is_parted_without_loss(start: datetime, minutes: int) -> None:
    end = start + timedelta(minutes=minutes)
    parted = list(parts(start, end, minutes))
    assert sum(amount for _, amount in parted) == minutes
    assert len(parted) == (2 if end > datetime(start.year + 1, 1, 1) and start.year < end.year else 1)


def test_the_night_of_a_clock_change_draws_what_the_clock_shows() -> None:
    for night in (date(2027, 3, 27), date(2027, 10, 30)):
        start = datetime.combine(night, datetime.min.time()) + timedelta(hours=22)
        (one,) = charges([(shift(start, start + timedelta(hours=9)), 1)], Settings(), State.USED)
        assert (one.day, one.minutes, one.purpose) == (night, 9 * HOUR, Purpose.WAKING_NIGHT)


def test_on_1_january_the_account_begins_anew() -> None:
    lines = (line(per_week=7 * HOUR),)
    drawn = (charge(date(2027, 5, 1), 10 * HOUR),)
    assert ledger(2027, lines, Settings(), drawn).left() == 355 * HOUR
    assert ledger(2028, lines, Settings(), drawn).left() == 366 * HOUR


def test_what_is_used_before_lies_evenly_on_its_days() -> None:
    book = ledger(2027, (line(used=100, through=date(2027, 1, 7)),), Settings(), ())
    assert [one.minutes for one in book.postings] == [14, 14, 14, 15, 14, 14, 15]


def test_what_the_line_brings_along_stands_for_the_dates_it_covers() -> None:
    known = line(per_week=35 * HOUR, used=100 * HOUR, through=date(2027, 2, 1))
    drawn = (charge(date(2027, 2, 1), 5 * HOUR), charge(date(2027, 2, 2), 7 * HOUR))
    assert used(ledger(2027, (known,), Settings(), drawn), "V1") == 107 * HOUR


# -- which line ---------------------------------------------------------------------------------------


def test_hours_go_to_the_line_that_is_for_just_that() -> None:
    lines = (line("alt"), line("natt", purpose=Purpose.WAKING_NIGHT), line("avl", purpose=Purpose.RESPITE))
    drawn = (
        charge(date(2027, 5, 1), 60, Purpose.WAKING_NIGHT),
        charge(date(2027, 5, 1), 61),
        charge(date(2027, 5, 1), 62, line="avl"),
    )
    book = ledger(2027, lines, Settings(), drawn)
    assert [used(book, one) for one in ("natt", "alt", "avl")] == [60, 61, 62]


def test_hours_on_top_and_those_that_end_first_go_first() -> None:
    lines = (line("alt"), line("ekstra", last=date(2027, 6, 30), per_year=HOUR * 365, purpose=Purpose.EXTRA))
    book = ledger(2027, lines, Settings(), (charge(date(2027, 5, 1), 300 * HOUR),))
    assert (used(book, "ekstra"), used(book, "alt")) == (181 * HOUR, 119 * HOUR)


def test_what_no_line_is_for_stands_outside_and_is_too_much() -> None:
    book = ledger(2027, (line("natt", purpose=Purpose.WAKING_NIGHT),), Settings(), (charge(date(2027, 5, 1), 60),))
    assert (used(book, OUTSIDE), used(book, "natt")) == (60, 0)
    assert book.left() == book.granted() - 60


def test_two_at_once_is_the_second_person_and_no_handover() -> None:
    day, late = (
        (datetime(2027, 5, 3, 8), datetime(2027, 5, 3, 16)),
        (datetime(2027, 5, 3, 15), datetime(2027, 5, 3, 22)),
    )
    found = list(charges([(shift(*day), 2), (shift(*late), 1)], Settings(), State.USED))
    assert [one.purpose for one in found] == [Purpose.DAY, Purpose.TWO_AT_ONCE, Purpose.EVENING]


def test_a_handover_may_draw_once() -> None:
    day = shift(datetime(2027, 5, 3, 8), datetime(2027, 5, 3, 15, 30), "d")
    late = shift(datetime(2027, 5, 3, 15), datetime(2027, 5, 3, 22), "k")
    two = shift(datetime(2027, 5, 3, 14), datetime(2027, 5, 3, 22), "to")
    assert [one.uncharged for one in without_handovers((day, late))] == [0, 30]
    assert [one.uncharged for one in without_handovers((day, two))] == [0, 0]
    assert Charging().overlap


def test_all_in_a_meeting_are_there_for_the_same() -> None:
    meeting = replace(shift(datetime(2027, 5, 3, 8), datetime(2027, 5, 3, 10)), event=EventSort.MEETING)
    assert {one.purpose for one in charges([(meeting, 3)], Settings(), State.USED)} == {Purpose.ALL}


def test_the_date_on_which_the_hours_are_used_up() -> None:
    lines = (line(per_year=100 * HOUR),)
    drawn = [charge(date(2027, 12, n), 40 * HOUR, state=State.PLANNED) for n in (1, 2, 4)]
    assert ledger(2027, lines, Settings(), drawn).runs_out() == date(2027, 12, 4)
    assert ledger(2027, lines, Settings(), drawn[:2]).runs_out() is None


def test_what_is_left_of_a_line_that_ends_is_lost() -> None:
    short = line("V1", last=date(2027, 6, 30), per_year=365 * HOUR)
    book = ledger(2027, (short, line("V2", first=date(2027, 7, 1))), Settings(), (charge(date(2027, 3, 1), 81 * HOUR),))
    assert book.lapsed(short) == 100 * HOUR
