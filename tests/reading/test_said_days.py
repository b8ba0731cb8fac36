"""Days as people say them, read from Thursday 26 November 2026."""

from datetime import date, timedelta

import pytest

from roster.domain.days import DateSpan
from roster.reading.faults import Unreadable
from roster.reading.said_days import SaidDays, said_month

TODAY = date(2026, 11, 26)
SAID = SaidDays(TODAY)
IN_PLAN = SaidDays(TODAY, DateSpan(date(2027, 1, 4), date(2027, 3, 28)))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("i dag", "2026-11-26"),
        ("I morgen", "2026-11-27"),
        ("fra overmorgen", "2026-11-28"),
        ("i går", "2026-11-25"),
        ("mandag", "2026-11-30"),
        ("på fredag", "2026-11-27"),
        ("torsdag", "2026-12-03"),
        ("førstkommende fre.", "2026-11-27"),
        ("neste fredag", "2026-12-04"),
        ("tirsdag i uke 50", "2026-12-08"),
        ("uke 50 tirsdag", "2026-12-08"),
        ("mandag neste uke", "2026-11-30"),
        ("1. desember", "2026-12-01"),
        ("den 1. desember 2027", "2027-12-01"),
        ("tirsdag 1. desember", "2026-12-01"),
        ("man 11.1.", "2027-01-11"),
        ("1/12", "2026-12-01"),
        ("11.1.2028", "2028-01-11"),
        ("2027-01-11", "2027-01-11"),
    ],
)
def test_a_day_is_read_from_today(text: str, day: str) -> None:
    assert SAID.day(text).isoformat() == day


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("fra i morgen i tre uker", "2026-11-27", "2026-12-17"),
        ("i morgen og 3 uker framover", "2026-11-27", "2026-12-17"),
        ("i morgen–3 uker", "2026-11-27", "2026-12-17"),
        ("to dager", "2026-11-26", "2026-11-27"),
        ("mandag til onsdag", "2026-11-30", "2026-12-02"),
        ("fra torsdag til torsdag", "2026-12-03", "2026-12-10"),
        ("fra og med 1.12. til og med 13.12.", "2026-12-01", "2026-12-13"),
        ("f.o.m. 1.12 t.o.m. 13.12", "2026-12-01", "2026-12-13"),
        ("22.11–13.12", "2026-11-22", "2026-12-13"),
        ("28.12.–3.1.", "2026-12-28", "2027-01-03"),
        ("2027-01-11-2027-01-31", "2027-01-11", "2027-01-31"),
        ("uke 49", "2026-11-30", "2026-12-06"),
        ("uke 52–1", "2026-12-21", "2027-01-10"),
        ("neste uke", "2026-11-30", "2026-12-06"),
        ("ut uka", "2026-11-26", "2026-11-29"),
        ("i morgen og ut måneden", "2026-11-27", "2026-11-30"),
        ("i helga", "2026-11-28", "2026-11-29"),
        ("desember", "2026-12-01", "2026-12-31"),
        ("11.–15. januar", "2027-01-11", "2027-01-15"),
        ("fra 11. til 15.1.2028", "2028-01-11", "2028-01-15"),
        ("11.12.–15.12.2027", "2027-12-11", "2027-12-15"),
        ("28. desember til 3. januar 2028", "2027-12-28", "2028-01-03"),
        ("uke 49 og 50", "2026-11-30", "2026-12-13"),
        ("uke 52–2 2028", "2027-12-27", "2028-01-16"),
        ("til fredag", "2026-11-26", "2026-11-27"),
        ("to uker fra måndag", "2026-11-30", "2026-12-13"),
        ("30. november i tre måneder", "2026-11-30", "2027-02-28"),
        ("fjorten dager", "2026-11-26", "2026-12-09"),
    ],
)
def test_from_a_day_to_a_day_holds_both(text: str, first: str, last: str) -> None:
    assert SAID.span(text) == DateSpan(date.fromisoformat(first), date.fromisoformat(last))


def test_a_day_without_a_year_is_the_one_in_the_plan() -> None:
    assert IN_PLAN.day("26.1.") == date(2027, 1, 26)
    assert IN_PLAN.span("uke 5") == DateSpan(date(2027, 2, 1), date(2027, 2, 7))
    # Where only the last day can be in the plan, the first is the nearest before it.
    late = SaidDays(date(2027, 1, 15), IN_PLAN.within)
    assert late.span("28.12.–10.1.") == DateSpan(date(2026, 12, 28), date(2027, 1, 10))
    assert IN_PLAN.span("januar") == DateSpan(date(2027, 1, 1), date(2027, 1, 31))


def test_of_what_has_been_a_weekday_is_the_last_one() -> None:
    was = SaidDays(TODAY, back=True)
    assert was.day("mandag") == date(2026, 11, 23)
    assert was.day("torsdag") == TODAY - timedelta(days=7)


_WRONG = ["uke 49 og 51", "28.–3. januar", "uke 52 9999", "til i går"]


@pytest.mark.parametrize(
    "text",
    ["mandag og onsdag", "fredag 1. desember", "31.2.", "uke 60", "snart", "", "0 dager", "13.12.–1.12.2026", *_WRONG],
)
def test_what_has_no_one_meaning_is_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        SAID.span(text)


def test_days_in_the_wrong_order_are_not_a_year() -> None:
    with pytest.raises(Unreadable):
        IN_PLAN.span("25.3.–5.1.")


def test_a_month_is_named_with_its_year_or_from_today() -> None:
    assert said_month("januar 2027", TODAY) == date(2027, 1, 1)
    assert said_month("forrige måned", TODAY) == date(2026, 10, 1)
    assert said_month("januar", TODAY) is None
    assert said_month("januar 0000", TODAY) is None
