"""How people write amounts, times, dates and days, and what each means."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roster.domain.assistant import Ceiling, HeldSkill, WeekendRhythm
from roster.domain.days import ALL_WEEKDAYS, DateSpan, WeekRule
from roster.domain.help_needed import SkillNeed
from roster.reading import daywords, numbers, pieces, times
from roster.reading.faults import Unreadable
from roster.reading.times import TimeSpan


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("35,5", "35.5"),
        ("35.5", "35.5"),
        ("1 250,5", "1250.5"),
        ("1\u00a0250", "1250"),
        ("0,5", "0.5"),
        ("0.125", "0.125"),
        ("-2", "-2"),
        ("−2,5", "-2.5"),
        ("7", "7"),
    ],
)
def test_a_number_may_have_comma_or_point(text: str, means: str) -> None:
    assert numbers.number(text) == Decimal(means)


@pytest.mark.parametrize("text", ["", "x", "1,2,3", "12 50", "1e9", "NaN", "inf", "9" * 21, "½", "1.250"])
def test_what_is_no_clear_number_is_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        numbers.number(text)


@given(st.decimals(min_value=-99999, max_value=99999, places=2))
def test_a_number_written_with_comma_reads_back(amount: Decimal) -> None:
    assert numbers.number(f"{amount:f}".replace(".", ",")) == amount


@given(st.integers(min_value=0, max_value=9_999_999))
def test_a_number_with_thousands_apart_reads_back(amount: int) -> None:
    assert numbers.number(f"{amount:,}".replace(",", " ")) == amount


@given(st.integers(min_value=0, max_value=20_000))
def test_hours_and_minutes_read_back_exactly(minutes: int) -> None:
    assert numbers.minutes(f"{minutes // 60}:{minutes % 60:02d}") == minutes


@pytest.mark.parametrize(
    ("text", "means"),
    [("35,5", 2130), ("35:30", 2130), ("33,6", 2016), ("0", 0), ("168 timer", 10080), ("7,25 t", 435)],
)
def test_hours_become_whole_minutes(text: str, means: int) -> None:
    assert numbers.minutes(text) == means


def test_hours_that_are_no_whole_minutes_are_refused() -> None:
    with pytest.raises(Unreadable, match="minutter"):
        numbers.minutes("7,333")


@pytest.mark.parametrize(
    ("text", "means"), [("71 %", "71"), ("71,5", "71.5"), ("100%", "100"), ("12,5 prosent", "12.5"), ("0", "0")]
)
def test_a_percent_may_have_its_sign_or_not(text: str, means: str) -> None:
    assert numbers.percent(text) == Decimal(means)


def test_weeks_with_the_word_are_told_how_to_write_a_whole_number() -> None:
    with pytest.raises(Unreadable) as refused:
        numbers.positive("8 uker")
    assert refused.value.way_out == "Skriv bare tallet, for eksempel 4."


@pytest.mark.parametrize(
    ("text", "instead"), [("0,3", "30 % eller 0,3 %"), ("0.715", "71,5 % eller"), ("1", "100 % eller")]
)
def test_a_share_of_one_is_not_taken_for_a_percent(text: str, instead: str) -> None:
    with pytest.raises(Unreadable) as refused:
        numbers.percent(text)
    assert instead in refused.value.way_out
    assert numbers.percent(f"{text} %") == numbers.number(text)


@pytest.mark.parametrize("text", ["-5 %", "100,1", "%", "sytti"])
def test_a_percent_is_between_nothing_and_all(text: str) -> None:
    with pytest.raises(Unreadable):
        numbers.percent(text)


@pytest.mark.parametrize(("text", "means"), [("ja", True), ("Nei", False), ("NO", False), ("true", True)])
def test_yes_and_no_are_understood(text: str, means: bool) -> None:
    assert numbers.yes_or_no(text) is means


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("2 per 4 uker", (2, 4)),
        ("2 netter i uka", (2, 1)),
        ("3 netter per uke", (3, 1)),
        ("0 per 12 uker", (0, 12)),
        ("2 i 4 uker", (2, 4)),
        ("1/uke", (1, 1)),
    ],
)
def test_a_ceiling_is_so_many_in_so_many_weeks(text: str, means: tuple[int, int]) -> None:
    assert numbers.ceiling(text) == Ceiling(*means)


def test_a_ceiling_of_hours_is_in_minutes() -> None:
    assert numbers.minutes_ceiling("37,5 timer per uke") == Ceiling(2250, 1)


@pytest.mark.parametrize(
    ("text", "means"),
    [("hver 3. helg, uke 2", (3, 2)), ("Hver 2. helg fra uke 1", (2, 1)), ("annenhver helg, uke 1", (2, 1))],
)
def test_a_rhythm_has_a_first_weekend(text: str, means: tuple[int, int]) -> None:
    assert numbers.rhythm(text) == WeekendRhythm(*means)


@pytest.mark.parametrize("text", ["hver 3. helg, uke 4", "hver 3. helg", "hver 0. helg, uke 1", "av og til"])
def test_a_rhythm_whose_first_weekend_is_not_in_it_is_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        numbers.rhythm(text)


@pytest.mark.parametrize(
    ("text", "means"),
    [("07.30", 450), ("7:30", 450), ("7", 420), ("24:00", 1440), ("00:00", 0), ("kl. 7", 420), ("07:30:00", 450)],
)
def test_a_time_of_day_may_be_written_in_many_ways(text: str, means: int) -> None:
    assert times.time_of_day(text) == means


@pytest.mark.parametrize("text", ["25:00", "24:01", "7:60", "7,30", "7.3", "kveld", "", "-1", "1:2:3"])
def test_a_time_that_is_on_no_clock_is_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        times.time_of_day(text)


@given(st.integers(0, 1439), st.integers(1, 1440), st.sampled_from("-–—−‑"), st.sampled_from(":."))
def test_a_span_of_time_reads_back_over_midnight_too(start: int, length: int, dash: str, mark: str) -> None:
    if length == 1440 and start != 0:
        length = 1439
    end = start + length if start + length == 1440 else (start + length) % 1440
    text = f"{start // 60:02d}{mark}{start % 60:02d}{dash}{end // 60}{mark}{end % 60:02d}"
    assert times.time_span(text) == TimeSpan(start, length)


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("7:30–15", (450, 450)),
        ("22.30–07.30", (1350, 540)),
        ("0–24", (0, 1440)),
        ("8 til 14", (480, 360)),
        ("24:00–06:00", (0, 360)),
        ("18 - 24", (1080, 360)),
    ],
)
def test_a_span_of_time_may_go_over_midnight(text: str, means: tuple[int, int]) -> None:
    assert times.time_span(text) == TimeSpan(*means)


@pytest.mark.parametrize("text", ["8–8", "8", "8–", "–8", "8–12–15", "25–26", "00–00"])
def test_a_span_without_two_times_apart_is_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        times.time_span(text)


@pytest.mark.parametrize("text", ["2027-01-04", "4.1.2027", "04.01.27", "4. 1. 2027", "2027-01-04 00:00"])
def test_a_date_may_be_written_in_many_ways(text: str) -> None:
    assert times.a_date(text) == date(2027, 1, 4)


@pytest.mark.parametrize(
    "text", ["2027-02-30", "31.4.2027", "4/1/2027", "2027", "0001-01-01", "i morgen", "2027-01-04 08:00"]
)
def test_a_date_that_is_in_no_calendar_is_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        times.a_date(text)


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.integers(0, 400), st.sampled_from(["-", "–", " til ", " – "]))
def test_a_span_of_dates_reads_back(first: date, days: int, dash: str) -> None:
    last = min(first + timedelta(days=days), date(2199, 12, 31))
    assert times.date_span(f"{first}{dash}{last}") == DateSpan(first, last)
    assert times.date_span(f"{first:%d.%m.%Y}{dash}{last:%d.%m.%Y}") == DateSpan(first, last)


def test_a_span_of_dates_that_goes_backwards_is_refused() -> None:
    with pytest.raises(Unreadable, match="før"):
        times.date_span("2027-01-05–2027-01-04")


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("man–fre", {0, 1, 2, 3, 4}),
        ("lør, søn", {5, 6}),
        ("lør og søn", {5, 6}),
        ("alle dager", set(ALL_WEEKDAYS)),
        ("hverdager", {0, 1, 2, 3, 4}),
        ("helg", {5, 6}),
        ("fre-man", {4, 5, 6, 0}),
        ("Mandag", {0}),
        ("ti", {1}),
        ("hverdager, lør", {0, 1, 2, 3, 4, 5}),
    ],
)
def test_weekdays_in_words(text: str, means: set[int]) -> None:
    assert daywords.weekdays(text) == means


@pytest.mark.parametrize("text", ["t", "mandagg", "", "man–", "man–ons–fre", "8"])
def test_words_that_are_no_weekdays_are_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        daywords.weekdays(text)


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("alle", (WeekRule.ALL, set())),
        ("oddetall", (WeekRule.ODD, set())),
        ("Partall", (WeekRule.EVEN, set())),
        ("1, 3, 5-7", (WeekRule.NAMED, {1, 3, 5, 6, 7})),
        ("uke 8", (WeekRule.NAMED, {8})),
    ],
)
def test_weeks_in_words(text: str, means: tuple[WeekRule, set[int]]) -> None:
    rule, named = daywords.weeks(text)
    assert (rule, set(named)) == means


@pytest.mark.parametrize("text", ["0", "54", "7-5", "hver tredje", "", "1-2-3"])
def test_weeks_that_no_year_has_are_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        daywords.weeks(text)


@given(st.frozensets(st.integers(1, 53), min_size=1))
def test_named_weeks_read_back(named: frozenset[int]) -> None:
    assert daywords.weeks(", ".join(map(str, sorted(named)))) == (WeekRule.NAMED, named)


def test_the_cut_of_the_week_is_a_day_and_a_time() -> None:
    assert daywords.week_cut("søndag 22:00") == (6, 1320)
    assert daywords.week_cut("mandag kl. 07.30") == (0, 450)
    assert daywords.week_cut("mandag") == (0, 0)


def test_skills_say_how_many_and_how_long() -> None:
    assert pieces.skill_need("1 førerkort") == SkillNeed("førerkort", 1)
    assert pieces.skill_need("to sårstell") == SkillNeed("sårstell", 2)
    assert pieces.skill_need("Førerkort") == SkillNeed("førerkort", 1)
    assert pieces.held_skill("medisinkurs til 2027-09-01") == HeldSkill("medisinkurs", date(2027, 9, 1))


@pytest.mark.parametrize(
    ("text", "means"),
    [("10-5 (2)", "10-5 (2)"), ("§ 10-5(2)", "10-5 (2)"), ("aml. § 10-8 (4)", "10-8 (4)"), ("10-10", "10-10")],
)
def test_a_paragraph_has_one_form(text: str, means: str) -> None:
    assert pieces.paragraph(text) == means


@pytest.mark.parametrize(
    "reader",
    [
        numbers.number,
        numbers.minutes,
        numbers.percent,
        numbers.count,
        numbers.yes_or_no,
        numbers.ceiling,
        numbers.rhythm,
        times.time_of_day,
        times.time_span,
        times.a_date,
        times.date_span,
        times.birth,
        daywords.weekdays,
        daywords.weeks,
        daywords.week_cut,
        pieces.skill_need,
        pieces.held_skill,
        pieces.a_break,
        pieces.paragraph,
        pieces.signed,
    ],
)
@settings(max_examples=40, deadline=None)
@given(text=st.text(max_size=40))
def test_any_text_is_either_understood_or_refused(reader: Callable[[str], object], text: str) -> None:
    try:
        reader(text)
    except Unreadable as unreadable:
        said = unreadable
    else:
        return
    assert said.what.endswith((".", "?"))
    assert said.way_out.endswith((".", "?"))


def test_every_second_week_is_told_to_be_odd_or_even() -> None:
    for read, text, way in (
        (daywords.weeks, "annenhver uke", "Skriv oddetall eller partall."),
        (daywords.weekdays, "annenhver mandag", "Skriv dagen her, og oddetall eller partall i «uker»."),
    ):
        with pytest.raises(Unreadable) as refused:
            read(text)
        assert refused.value.way_out == way
