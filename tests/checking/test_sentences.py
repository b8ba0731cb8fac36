"""The sentence of a kontrollpunkt about what the brief itself asks: krav, split days, vedtak, red days, rest."""

from datetime import date
from typing import Any

import pytest

from roster.checking.check import check
from roster.domain.assistant import Ceiling, Pin
from roster.domain.brief import Wish
from roster.domain.days import DateSpan, When
from roster.domain.finding import Finding, Unit, Verdict
from roster.domain.help_needed import ShiftKind
from roster.domain.kinds import Covers, Sort, WishSort, Worth
from roster.domain.roster import Roster
from roster.domain.spans import Span
from roster.domain.vedtak import Vedtak, VedtakLine
from roster.rules.numbers import brief_place
from roster.wording.findings import sentence, text
from roster.wording.in_order import in_order
from tests.rules.builders import individual, roster_of, with_reps

ALWAYS = DateSpan(date(2020, 1, 1), date(2039, 12, 31))


def said(roster: Roster, rule: str, **facts: str) -> str:
    """The sentence of the only finding of the rule that is not in order and has these facts."""
    (one,) = (
        one
        for one in check(roster).findings
        if one.rule == rule and one.verdict is not Verdict.OK and facts.items() <= one.facts.items()
    )
    return sentence(roster.frame, one)


def wishing(sort: WishSort, number: int | None = None, kind: str | None = None) -> dict[str, Any]:
    return {"wishes": (Wish("kari", sort, Worth.DEMAND, When(), kind, number),)}


@pytest.mark.parametrize(
    ("brief", "line", "start"),
    [
        (
            wishing(WishSort.NOT_THIS_SHIFT, kind="E"),
            "D - E - - - -",
            "Kari skal ikke gå E, men går den onsdag 13. januar 2027 kl. 15.00–23.00.",
        ),
        (
            wishing(WishSort.DAY_OFF),
            "D - - - - - -",
            "Kari skal ha fri mandag 11. januar 2027, men har 1 vakt da.",
        ),
        (
            wishing(WishSort.WEEKEND_OFF),
            "- - - - - D D",
            "Kari skal ha helgefri fra fredag 15. januar 2027 til og med mandag 18. januar 2027, men har 2 vakter da.",
        ),
        (
            wishing(WishSort.LONG_RUNS),
            "- D D - - - -",
            "Kari har 2 arbeidsdager på rad, fra tirsdag 12. januar 2027 til og med onsdag 13. januar 2027. "
            "Kravet er minst 3.",
        ),
        (
            wishing(WishSort.MOST_DAYS_IN_A_ROW, 1),
            "- D D - - - -",
            "Kari har 2 arbeidsdager på rad, fra tirsdag 12. januar 2027 til og med onsdag 13. januar 2027. "
            "Kravet er høyst 1.",
        ),
        (
            wishing(WishSort.NO_SINGLE_NIGHTS),
            "- N - - - - -",
            "Kari har en enkelt natt alene, tirsdag 12. januar 2027.",
        ),
        (
            wishing(WishSort.MOST_NIGHTS_IN_A_ROW, 1),
            "- N N - - - -",
            "Kari har 2 netter på rad, fra tirsdag 12. januar 2027 til og med onsdag 13. januar 2027. "
            "Kravet er høyst 1.",
        ),
    ],
)
def test_a_krav_that_is_not_met_is_said_plainly(brief: dict[str, Any], line: str, start: str) -> None:
    assert said(roster_of(kari=line, brief=brief), "krav").startswith(start)


def test_a_shift_that_is_owed_is_named() -> None:
    lines = {"kari": "- - - - - - -", "ola": "D - - - - - -"}
    wish = roster_of(**lines, brief=wishing(WishSort.THIS_SHIFT, kind="D"))
    assert said(wish, "krav").startswith("Kari skal gå D mandag 11. januar 2027 kl. 08.00–16.00, men går den ikke.")
    pinned = roster_of(**lines, people={"kari": {"pins": (Pin("D", When()),)}})
    assert "Kari skal ha D mandag 11. januar 2027 kl. 08.00–16.00 som fast vakt, men" in said(pinned, "krav")


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        (WishSort.TOGETHER, "Kari og Ola skal gå dagvakt {} sammen, men bare en av dem er der."),
        (WishSort.APART, "Kari og Ola skal ikke arbeide sammen, men begge går dagvakt {}."),
    ],
)
def test_a_krav_about_two_names_both(sort: WishSort, expected: str) -> None:
    roster = roster_of(
        kari="D - - - - - -", ola="- - - - - - -", kinds=(ShiftKind("D", "Dagvakt", 480, 480, Sort.DAY),)
    )
    span = roster.frame.shifts[0].span
    facts: dict[str, str | int] = {"why": sort.value, "kind": "D", "other": "ola"}
    one = Finding("krav", Verdict.MISSING, "kari", span, 1, 2, Unit.COUNT, brief_place("ønsker, linje 4"), facts=facts)
    said = sentence(roster.frame, one)
    assert said.startswith(expected.format("mandag 11. januar 2027 kl. 08.00–16.00"))
    assert said.endswith("Bytt vakter, eller endre det i grunnlaget. Sted: turnusgrunnlaget, ønsker, linje 4.")


@pytest.mark.parametrize(
    ("most", "start"),
    [
        ({"most_nights": Ceiling(0, 1)}, "Kari har 1 natt i uka fra mandag 11. januar 2027. Kravet er høyst 0."),
        ({"most_weekends": Ceiling(0, 1)}, "Kari har 1 helg i uka fra mandag 11. januar 2027. Kravet er høyst 0."),
        (
            {"most_minutes": Ceiling(600, 1)},
            "Kari arbeider 16 timer i uka fra mandag 11. januar 2027. Kravet er høyst 10 timer.",
        ),
    ],
)
def test_a_ceiling_is_said_with_its_unit(most: dict[str, Any], start: str) -> None:
    assert said(roster_of(kari="- N - - - D -", people={"kari": most}), "krav").startswith(start)


def test_split_days_are_said_as_what_the_brief_opens_for() -> None:
    assert said(roster_of(kari="08-11+18.30-21 - - - - - -"), "krav").startswith(
        "Kari har delt dagsverk 1 gang i uka fra mandag 11. januar 2027. Grunnlaget åpner ikke for delt dagsverk."
    )


@pytest.mark.parametrize(
    ("granted", "end"),
    [
        ((), "Ingen vedtakslinje dekker det."),
        ((Covers.TWO_AT_ONCE,), "Vedtaket gir 4 timer til det, så det er 4 timer for mye."),
    ],
)
def test_what_the_vedtak_may_be_used_for_is_said_in_words(granted: tuple[Covers, ...], end: str) -> None:
    lines = (VedtakLine("V", ALWAYS, per_week=6000),)
    if granted:
        lines += (VedtakLine("W", ALWAYS, per_week=240, covers=frozenset(granted)),)
    roster = roster_of(kari="D - - - - - -", ola="D - - - - - -", brief={"vedtak": Vedtak(lines)})
    assert (
        "Planen bruker 8 timer til to assistenter samtidig (2:1) fra mandag 11. januar 2027 "
        f"til og med søndag 17. januar 2027. {end}"
    ) in said(roster, "vedtak", covers=Covers.TWO_AT_ONCE)


def test_half_of_the_red_days_has_both_numbers_in_the_other_reading_too() -> None:
    for facts in ({"about": "half", "of": 26, "why": "touched"}, {"about": "half", "of": 26, "why": "rolling"}):
        roster = roster_of(kari="D - - - - - -")
        one = Finding(
            "sundays", Verdict.CONSIDER, "kari", Span(0, 1440), 17, 13, Unit.COUNT, brief_place(""), facts=facts
        )
        assert "arbeider 17 av 26 søn- og helgedager" in text(roster.frame, one)


def test_a_rest_that_serves_another_week_is_not_called_rest_of_this_one() -> None:
    roster = roster_of(kari="D D D D D D D")
    one = next(one for one in check(roster).findings if one.rule == "weekly-rest" and one.verdict.fails)
    assert "ukehvile" in sentence(roster.frame, one)
    assert "i uka fra mandag 11. januar 2027" in sentence(roster.frame, one)


def test_an_intended_agreement_is_to_be_signed_or_done_without() -> None:
    roster = roster_of(agreements=(individual(signed=None, use_unsigned=True),), kari="08-17.30 - - - - - -")
    assert (
        "Det forutsetter signert avtale A1. Få den signert, eller del vakta mellom to, eller gjør den kortere. "
        "Hjemmel: aml § 10-5 (1) og avtale A1."
    ) in said(roster, "hours-day")


def test_an_agreement_that_does_not_hold_has_a_way_out() -> None:
    roster = roster_of(agreements=(with_reps(),), kari="08-20 - - - - - -")
    assert said(roster, "agreement-valid").endswith("Rett avtalen i grunnlaget, eller lag turnusen uten den.")


def test_an_average_in_order_is_said_in_the_unit_it_is_measured_in() -> None:
    """Night workers' eight hours a day on average are 44:20 a week (D16); the line said «i døgnet» of that number."""
    roster = roster_of(kari="21-07 21-07 21-07 21-07 07-11.20 - - | " * 4)
    lines = in_order(roster.frame, check(roster).findings)
    (line,) = (one for one in lines if one.startswith("- Nattarbeid:"))
    assert line.endswith("høyeste snitt 44:20 av 44:20 i uka (Kari).")
