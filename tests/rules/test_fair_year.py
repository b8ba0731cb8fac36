"""Shares over a year: what each had beside the share by position, why they differ, and what the next plan evens out."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any
from xml.etree import ElementTree

import pytest

from roster.domain.assistant import Ceiling
from roster.domain.brief import Balances, Wish
from roster.domain.days import DateSpan, When
from roster.domain.fairness import Because, Fairness, Held, Measure, Notice, Share, carried
from roster.domain.kinds import WishSort, Worth
from roster.domain.roster import Roster
from roster.exports.fairness_svg import picture
from roster.exports.fairness_workbook import fairness_workbook
from roster.rules.fair_year import fair_year
from roster.wording.fairness_words import because, sentences
from tests.rules.builders import MONDAY, roster_of

HALF = {"ola": {"percent": Decimal(50)}}
EASTER = date(2027, 3, 22)


def year(*rosters: Roster, notices: tuple[Notice, ...] = ()) -> Fairness:
    held = tuple(Held(one, DateSpan(one.frame.dates[0], one.frame.dates[-1])) for one in rosters)
    last = held[-1].dates.last
    return fair_year(held, DateSpan(last - timedelta(days=363), last), notices)


def share(found: Fairness, who: str, measure: Measure) -> Share:
    return next(one for one in found.of(who) if one.measure is measure)


def had(found: Fairness, measure: Measure) -> dict[str, tuple[int, Fraction]]:
    return {one.who: (one.had, one.fair) for one in found.among(measure)}


def test_nights_and_evenings_are_shared_by_position():
    found = year(roster_of(kari="N N N - E - -", ola="- - - - - E E", people=HALF))
    assert had(found, Measure.NIGHTS) == {"kari": (3, 2), "ola": (0, 1)}
    assert had(found, Measure.EVENINGS) == {"kari": (1, 2), "ola": (2, 1)}


def test_a_weekend_is_one_however_much_is_worked_on_it():
    found = year(roster_of(kari="- - - - - D D", ola="- - - - - - E"))
    assert had(found, Measure.WEEKENDS) == {"kari": (1, 1), "ola": (1, 1)}


def test_nobody_is_to_have_more_than_every_other_weekend():
    """By position Kari would have three of four; the rest of what she cannot have is Ola's, and nothing to even out."""
    weeks = " | ".join(("- - - - - D D", "- - - - - - -") * 2)
    other = " | ".join(("- - - - - - -", "- - - - - D D") * 2)
    found = year(roster_of(kari=weeks, ola=other, people={"ola": {"percent": Decimal("33.33")}}))
    assert had(found, Measure.WEEKENDS) == {"kari": (2, 2), "ola": (2, 2)}


def test_weekends_brought_along_are_of_weeks_that_nobody_counts():
    """So it is not known how many every other one of them is: Kari's share of four is three."""
    on, off = "- - - - - D D", "- - - - - - -"
    lines = {"kari": (on, on, on, off), "ola": (off,) * 4, "ali": (off, off, off, on)}
    people = {"ola": {"percent": Decimal(100) / 3}, "ali": {"percent": Decimal(0)}}
    brought = (Balances("ola", weekends=1),)
    roster = roster_of(**{who: " | ".join(weeks) for who, weeks in lines.items()}, people=people, balances=brought)
    found = year(roster)
    assert found.brought
    assert round(share(found, "kari", Measure.WEEKENDS).fair, 6) == 3


def test_red_days_are_the_named_ones():
    found = year(roster_of(start=EASTER, kari="- - - D+E - - D | - - - - - - D", ola="- - - - D - -"))
    assert had(found, Measure.RED_DAYS) == {"kari": (2, Fraction(3, 2)), "ola": (1, Fraction(3, 2))}


def test_a_night_is_of_the_red_day_in_which_most_of_its_red_time_lies():
    """Wednesday's night is Maundy Thursday; Monday's begins after the red døgn has ended at 22, and is nobody's."""
    found = year(roster_of(start=EASTER, kari="- - N - - - - | N - - - - - -", ola="- - - D - - - | D - - - - - -"))
    assert had(found, Measure.RED_DAYS) == {"kari": (1, Fraction(3, 2)), "ola": (2, Fraction(3, 2))}


def test_a_night_before_the_first_plan_counts_on_its_first_day():
    """The night to the first of May, a Saturday, in a plan that begins there as well as in one that holds from there."""
    first = date(2027, 5, 1)
    rosters = (
        roster_of(start=first, kari="- - -", before={"kari": "N"}),
        roster_of(start=date(2027, 4, 26), kari="- - - - N - -"),
    )
    for roster in rosters:
        held = (Held(roster, DateSpan(first, first + timedelta(days=1))),)
        assert share(fair_year(held, DateSpan(MONDAY, first + timedelta(days=1))), "kari", Measure.RED_DAYS).had == 1


def test_who_was_employed_half_of_the_time_has_half_the_share():
    people = {"ola": {"employed_from": MONDAY + timedelta(days=7)}}
    found = year(roster_of(kari="N N - - - - - | N - - - - - -", ola="- - - - - - - | - - - - - - -", people=people))
    assert share(found, "ola", Measure.NIGHTS).fair == 1


def test_a_position_counts_as_each_roster_had_it_on_its_dates():
    """Ola has left when the second begins, Per has come, and Kari has half a position: shares of 3, 2 and 2."""
    turn = MONDAY + timedelta(days=7)
    old = roster_of(kari="N N - - - - -", ola="N N - - - - -")
    new = roster_of(start=turn, kari="N N - - - - -", per="N N - - - - -", people={"kari": {"percent": Decimal(50)}})
    found = year(old, new)
    assert had(found, Measure.NIGHTS) == {
        "kari": (4, Fraction(8 * 3, 7)),
        "ola": (2, Fraction(8 * 2, 7)),
        "per": (2, Fraction(8 * 2, 7)),
    }


def test_only_what_held_on_its_dates_counts():
    old, new = roster_of(kari="N N - - - - - | N N - - - - -"), roster_of(kari="- N - - - - - | - - - - - - -")
    turn = MONDAY + timedelta(days=7)
    held = (Held(old, DateSpan(MONDAY, turn - timedelta(days=1))), Held(new, DateSpan(turn, turn + timedelta(days=6))))
    found = fair_year(held, DateSpan(MONDAY, turn + timedelta(days=6)))
    assert share(found, "kari", Measure.NIGHTS).had == 2


def test_what_lies_before_the_first_roster_is_as_the_brief_told_it():
    roster = roster_of(kari="N - - - - - -", ola="- - - - - - -", balances=(Balances("ola", nights=3, red_days=2),))
    found = year(roster)
    assert found.brought
    assert had(found, Measure.NIGHTS) == {"kari": (1, 2), "ola": (3, 2)}
    whole = fair_year((Held(roster, DateSpan(MONDAY, MONDAY + timedelta(days=6))),), DateSpan(MONDAY, MONDAY))
    assert not whole.brought


def test_short_notices_are_those_of_the_log():
    roster = roster_of(kari="D - - - - - -", ola="D - - - - - -")
    found = year(roster, notices=(Notice("kari", MONDAY, MONDAY), Notice("kari", MONDAY - timedelta(days=400), MONDAY)))
    assert had(found, Measure.SHORT_NOTICE) == {"kari": (1, Fraction(1, 2)), "ola": (0, Fraction(1, 2))}


def test_a_wish_is_met_week_by_week():
    wishes = (Wish("kari", WishSort.DAY_OFF, Worth.WISH, When(frozenset({0}))),)
    found = year(roster_of(kari="D - - - - - - | - D - - - - -", ola="- - - - - - -", brief={"wishes": wishes}))
    met = share(found, "kari", Measure.WISHES)
    assert (met.had, met.of) == (1, 2)


def test_who_had_fewer_wishes_met_is_told_which_were_not():
    wishes = tuple(Wish(who, WishSort.DAY_OFF, Worth.WISH, When(frozenset({0}))) for who in ("kari", "ola"))
    found = year(roster_of(kari="D - - - - - - | D - - - - - -", ola="- E - - - - -", brief={"wishes": wishes}))
    assert because(share(found, "kari", Measure.WISHES)) == "ikke oppfylt: fri, 2 av 2 uker"
    assert because(share(found, "ola", Measure.WISHES)) == ""


@pytest.mark.parametrize(
    ("people", "wishes", "expected"),
    [
        ({}, (), ()),
        ({"most_nights": Ceiling(1, 4)}, (), (Because.AGREED_LIMIT,)),
        ({"vacation": (DateSpan(MONDAY, MONDAY),)}, (), (Because.VACATION,)),
        ({}, (Wish("ola", WishSort.NOT_THIS_SHIFT, Worth.WISH, kind="N"),), (Because.WISH,)),
        ({}, (Wish("ola", WishSort.NOT_THIS_SHIFT, Worth.WISH, kind="E"),), ()),
    ],
)
def test_fewer_nights_have_the_reason_that_the_brief_has(
    people: dict[str, Any], wishes: tuple[Wish, ...], expected: tuple[Because, ...]
):
    roster = roster_of(kari="N N N N - - -", ola="- - - - - - E", people={"ola": people}, brief={"wishes": wishes})
    one = share(year(roster), "ola", Measure.NIGHTS)
    assert tuple(why for why, _ in one.reasons) == expected


def test_who_has_no_position_has_no_share():
    found = year(roster_of(kari="N - - - - - -", ola="- N - - - - -", people={"ola": {"percent": Decimal(0)}}))
    assert had(found, Measure.NIGHTS) == {"kari": (1, 1), "ola": (1, 0)}
    assert share(found, "ola", Measure.NIGHTS).reasons == ((Because.NO_POSITION, ""),)


def test_the_next_plan_evens_out_what_nothing_explains():
    roster = roster_of(kari="N N N N - - -", ola="- - - - - - -")
    found = year(roster)
    assert carried(found, Balances("ola", saldo=30)) == Balances("ola", saldo=30)
    assert carried(found, Balances("kari")).nights == 4
    assert "jevner ut" in because(share(found, "ola", Measure.NIGHTS))


def test_what_is_explained_in_part_says_that_the_rest_is_evened_out():
    roster = roster_of(
        kari="N N N N - - -", ola="- - - - - - -", people={"ola": {"vacation": (DateSpan(MONDAY, MONDAY),)}}
    )
    why = because(share(year(roster), "ola", Measure.NIGHTS))
    assert why == "ferie da 1 slik dag falt; resten har ingen grunn: neste plan jevner ut"


def test_what_is_agreed_is_not_evened_out():
    people = {"ola": {"most_nights": Ceiling(1, 4)}}
    found = year(roster_of(kari="N N N N - - -", ola="- - - - - - -", people=people))
    assert carried(found, Balances("ola")).nights == 2
    assert because(share(found, "ola", Measure.NIGHTS)) == "avtalt grense i grunnlaget"


def test_less_than_one_is_no_difference():
    found = year(roster_of(kari="N N N - - - -", ola="N N - - - - -"))
    assert not any(one.differs or because(one) for one in found.among(Measure.NIGHTS))


def test_the_picture_has_a_text_that_says_the_same():
    roster = roster_of(kari="N N N - - - -", ola="- - - - E - -")
    found, brief = year(roster), roster.frame.brief
    root = ElementTree.fromstring(picture(brief, found))
    named = {one.attrib.get("id"): one.text or "" for one in root}
    assert root.attrib["aria-labelledby"] == "tittel tekst"
    assert all(one.strip() in named["tekst"] for one in sentences(brief, found))
    assert picture(brief, found) == picture(brief, found)
    assert fairness_workbook(brief, found, ()) == fairness_workbook(brief, found, ())
