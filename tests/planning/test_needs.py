"""What a need by the clock comes to: hours by category, against the vedtak, the right to BPA, and what is beyond 50."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roster.domain.needs import Help
from roster.planning.needs import Against, Level, account
from roster.wording.needs_said import account_lines
from tests.support.clocks import ASKS, AV, HN, PA, PB, TWO, VN, needs

HOUR = 60


def line(purpose: str, hours: str, more: str = "") -> str:
    return f"  - {{id: V{purpose[:2]}, fra: 2027-01-01, til: 2028-12-31, timer per uke: {hours}, gjelder: {purpose}{more}}}"


def vedtak(*lines: str) -> str:
    return "\n".join(["vedtak:", *lines])


def test_round_the_clock_is_8760_hours_in_365_days(tmp_path: Path) -> None:
    need = needs(tmp_path, f"00–24 alle {PA}")
    assert account(need).total.week == 168 * HOUR
    assert account(need).total.year == 8760 * HOUR
    leap = needs(tmp_path, f"00–24 alle {PA}", asks=ASKS.replace("2027-01-04", "2028-01-03"))
    assert account(leap).total.year == 8784 * HOUR


def test_every_other_week_counts_half(tmp_path: Path) -> None:
    known = account(needs(tmp_path, f"10–17 søn {AV}, uker: oddetall", f"07–09 man {PA}"))
    assert known.helps[Help.RESPITE].week == Fraction(7 * HOUR, 2)
    assert known.total.week == Fraction(7 * HOUR, 2) + 2 * HOUR


def test_resting_time_is_charged_as_the_settings_say(tmp_path: Path) -> None:
    known = account(needs(tmp_path, f"23–07 alle {HN}", more="innstillinger: {vedtaksminutter per hvilende time: 20}"))
    assert known.total.week == 56 * HOUR
    assert known.total.charged == 56 * 20


def test_for_a_child_what_others_of_that_age_need_is_left_out(tmp_path: Path) -> None:
    need = needs(tmp_path, f"17–19 alle {PA}, jevnaldrende: 0:30", asks=ASKS.replace("voksen", "barn"))
    assert account(need).total.week == 7 * 90
    assert any("3,5 timer i uka er holdt utenfor" in one for one in account_lines(need, account(need)))


@pytest.mark.parametrize(
    ("time", "outside", "level"),
    [
        ("00–03.34", "0:01", Level.NO_RIGHT),
        ("00–03.34", "0:02", Level.UNLESS_DEAR),
        ("00–04.34", "0:01", Level.UNLESS_DEAR),
        ("00–04.34", "0:02", Level.RIGHT),
    ],
)
def test_the_right_goes_by_25_and_32_hours_with_services_outside(
    tmp_path: Path, time: str, outside: str, level: Level
) -> None:
    """7 days of 3:34 are 24:58, and of 4:34 31:58."""
    service = f"utenfor BPA: [{{tjeneste: hjelp, timer per uke: {outside}}}]"
    assert account(needs(tmp_path, f"{time} alle {PA}", more=service)).right.level is level


def test_nights_and_two_at_once_count_only_where_they_are_needed_all_the_time(tmp_path: Path) -> None:
    rows = (f"07–10 alle {PA}", f"23–07 alle {VN}", f"07–08 alle {TWO}")
    once = account(needs(tmp_path, *rows)).right
    assert (once.counted, once.left_out, once.level) == (21 * HOUR, 63 * HOUR, Level.NO_RIGHT)
    assert once.with_all is Level.RIGHT
    always = account(needs(tmp_path, *rows, asks=ASKS.replace("ja}", "ja, kontinuerlig: ja}"))).right
    assert (always.counted, always.left_out, always.level) == (84 * HOUR, 0, Level.RIGHT)


def test_lines_for_one_thing_are_held_against_that_alone(tmp_path: Path) -> None:
    lines = vedtak(line("alt", "30"), line("avlastning", "5"))
    known = account(needs(tmp_path, f"07–11 alle {PA}", f"12–20 lør {AV}", more=lines))
    assert known.against == (
        Against(None, Fraction(28 * HOUR), Fraction(30 * HOUR)),
        Against(Help.RESPITE, Fraction(8 * HOUR), Fraction(5 * HOUR)),
    )


def test_nights_and_two_at_once_must_stand_in_the_vedtak(tmp_path: Path) -> None:
    rows = (f"07–10 alle {PA}", f"23–07 alle {VN}", f"07–08 alle {TWO}")
    need = needs(tmp_path, *rows, more=vedtak(line("alt", "84", ", dekker: våken natt")))
    assert [(one.help, one.granted) for one in account(need).explicit] == [
        (Help.WAKING_NIGHT, 84 * HOUR),
        (Help.TWO_AT_ONCE, None),
    ]
    said = account_lines(need, account(need))
    assert any(one.startswith("Be om en egen linje i vedtaket for to assistenter samtidig: 7 timer") for one in said)


def test_hours_above_50_have_a_cost_and_the_refund_is_the_sources_claim(tmp_path: Path) -> None:
    asks = ASKS.replace("ja}", "ja, lønnskostnad per time: 400}")
    need = needs(tmp_path, f"07–15 alle {PA}", asks=asks)
    beyond = account(need).beyond
    assert beyond.week == 6 * HOUR
    assert beyond.year == Fraction(6 * HOUR * 365, 7)
    assert beyond.cost is not None
    assert round(beyond.cost, 2) == Decimal("125142.86")
    (said,) = (one for one in account_lines(need, account(need)) if "over 50" in one)
    assert "125 143 kroner" in said
    assert "kildens påstand" in said
    fifty = needs(tmp_path, f"07–14 alle {PA}", f"14–15 man {PB}")
    assert account(fifty).beyond.week == 0


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 95), st.integers(1, 20), st.integers(0, 6)), min_size=1, max_size=5))
def test_the_categories_come_to_the_whole(
    tmp_path_factory: pytest.TempPathFactory, drawn: list[tuple[int, int, int]]
) -> None:
    rows, free = [], 0
    for day, (start, length, _) in enumerate(drawn):
        first, last = start * 15, min(start * 15 + length * 15, 1440)
        name = ("man", "tir", "ons", "tor", "fre")[day]
        rows.append(f"{first // 60:02d}.{first % 60:02d}–{last // 60:02d}.{last % 60:02d} {name} {(PA, PB)[day % 2]}")
        free += last - first
    known = account(needs(tmp_path_factory.mktemp("behov"), *rows))
    assert known.total.week == free == sum(one.week for one in known.helps.values())
    assert known.total.year * 7 == known.total.week * 365


def test_a_cut_of_the_vedtak_later_in_the_year_is_said(tmp_path: Path) -> None:
    lines = ("  - {id: V1, fra: 2027-01-01, til: 2027-06-30, timer per uke: 14}",
             "  - {id: V2, fra: 2027-07-01, til: 2028-12-31, timer per uke: 10}")  # fmt: skip
    need = needs(tmp_path, f"07–09 alle {PA}", more=vedtak(*lines))
    said = [one for one in account_lines(need, account(need)) if one.startswith("Fra ")]
    assert said == ["Fra torsdag 1. juli 2027 gir vedtaket 10 timer i uka. Det er 4 timer mindre enn behovet."]


def used_of_60(used: str, through: str, more: str = "") -> str:
    return vedtak(
        f"  - {{id: V1, fra: 2027-01-01, til: 2027-12-31, timer per uke: 60, "
        f"brukt: '{used}', ført til og med: {through}}}{more}"
    )


@pytest.mark.parametrize(
    ("used", "through", "a_week", "said"),
    [
        # 94 days of 60 h a week are 805:43, a tenth more is 886:15; 271 days are left of 3128:34.
        (
            "886:15",
            "2027-04-04",
            Fraction((3128 * HOUR + 34 - 886 * HOUR - 15) * 7, 271),
            "Behovet er 2320 timer på de dagene, så 77,68 timer mangler",
        ),
        ("700:00", "2027-04-04", Fraction((3128 * HOUR + 34 - 700 * HOUR) * 7, 271), "Det rekker til behovet"),
        ("3129:00", "2027-11-30", Fraction(0), "0,43 timer mer enn det vedtaket gir til 31. desember"),
        ("3128:34", "2027-11-30", Fraction(0), "Det er ingen timer igjen"),
        ("5:00", "2027-12-31", Fraction(60 * HOUR), "like mye som behovet"),
        # Three days are left, and no week of them to hold anything against.
        ("3100:00", "2027-12-28", Fraction(60 * HOUR), "28,57 timer er igjen til 31. desember. Det rekker"),
    ],
)
def test_what_is_used_so_far_leaves_other_hours_a_week(
    tmp_path: Path, used: str, through: str, a_week: Fraction, said: str
) -> None:
    need = needs(tmp_path, f"08–16 man–fre {PA}", f"08–18 helg {PA}", more=used_of_60(used, through))
    known = account(need)
    (against,) = known.against
    assert (against.asked, against.granted, against.to_use) == (60 * HOUR, 60 * HOUR, a_week)
    assert any(said in one for one in account_lines(need, known))


def test_lines_that_do_not_end_together_have_no_week_in_common(tmp_path: Path) -> None:
    more = "\n  - {id: V2, fra: 2027-01-01, til: 2027-06-30, timer per uke: 5, brukt: 0, ført til og med: 2027-04-04}"
    need = needs(tmp_path, f"08–16 man–fre {PA}", more=used_of_60("886:15", "2027-04-04", more))
    (against,) = account(need).against
    assert (against.left, against.to_use) == (None, 65 * HOUR)


def test_what_is_needed_until_new_year_goes_by_the_calendar(tmp_path: Path) -> None:
    """Weeks 51 and 52 from Monday 20 December, of which the last night is worked in 2028 after midnight."""
    more = used_of_60("0:00", "2027-12-19")
    odd = needs(tmp_path, f"08–10 man {PA}, uker: oddetall", f"22–06 fre {VN}", more=more)
    (against,) = account(odd).against
    assert against.left is not None
    assert against.left.needed == 2 * HOUR + 8 * HOUR + 2 * HOUR
    resting = needs(tmp_path, f"22–06 fre {HN}", more=more + "\ninnstillinger: {vedtaksminutter per hvilende time: 30}")
    (against,) = account(resting).against
    assert against.left is not None
    assert against.left.needed == 4 * HOUR + HOUR
