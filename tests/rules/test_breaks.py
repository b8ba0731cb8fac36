"""Breaks: aml §§ 10-9 and 11-5 (1)."""

from datetime import date
from typing import Any

import pytest

from roster.domain.finding import Verdict
from roster.domain.help_needed import Break, ShiftKind
from roster.domain.kinds import Sort
from roster.domain.roster import Roster
from roster.rules import breaks, young_breaks
from roster.rules.breaks import breaks_of
from roster.rules.unsplit import Period, no_period
from roster.wording.findings import sentence
from tests.rules.builders import fine, roster_of, seen

BREACH, CONSIDER = Verdict.BREACH, Verdict.CONSIDER
YOUNG = {"kari": {"born": date(2010, 1, 1)}}


def kind(code: str, start: int, length: int, *pauses: tuple[int, int, bool]) -> ShiftKind:
    """A kind of shift with its breaks on record: from so many minutes into it, how long, and whether it is work."""
    parts = tuple(Break(at, at + minutes, working) for at, minutes, working in pauses)
    return ShiftKind(code, code, start, length, Sort.DAY, breaks=parts)


def on(*kinds: ShiftKind, line: str = "", **more: Any) -> Roster:
    return roster_of(kari=line or "+".join(one.code for one in kinds), kinds=kinds, **more)


@pytest.mark.parametrize(
    ("length", "pauses", "found"),
    [
        (330, (), []),
        (331, (), [(BREACH, 0, 1)]),
        (331, ((180, 5, True),), []),
        (479, ((180, 5, True),), []),
        (480, ((180, 29, True),), [(BREACH, 29, 30)]),
        (480, ((180, 15, True), (300, 15, True)), []),
        (509, ((180, 29, False),), [(BREACH, 29, 30)]),
        (508, ((180, 29, False),), []),
    ],
)
def test_more_than_5_30_has_a_break_and_8_hours_half_an_hour(length: int, pauses: Any, found: Any) -> None:
    assert seen(breaks.check, on(kind("P", 480, length, *pauses))) == found


def test_shifts_that_touch_are_one_period_and_those_apart_are_not() -> None:
    first, second = kind("A", 480, 240), kind("B", 720, 240)
    assert seen(breaks.check, on(first, second)) == [(BREACH, 0, 30)]
    assert seen(breaks.check, on(first, kind("B", 721, 240))) == []


def test_over_midnight_and_round_the_end_of_a_cycle_it_is_one_period_too() -> None:
    late, early = kind("L", 1140, 300), kind("E", 0, 300)
    assert seen(breaks.check, on(late, early, line="L E - - - - -")) == [(BREACH, 0, 30)]
    assert seen(breaks.check, on(late, early, line="E - - - - - L", cycle=True)) == [(BREACH, 0, 30)]


def test_breaks_that_are_not_recorded_are_told_once_and_never_missing() -> None:
    assert seen(breaks.check, roster_of(kari="D D D - - - -")) == [(CONSIDER, None, 30)]
    assert fine(breaks.check, roster_of(kari="08-13 - - - - - -")) == [(None, 30)]


def test_what_is_in_order_has_its_minutes_and_the_limit() -> None:
    assert fine(breaks.check, on(kind("P", 480, 480, (120, 40, True)))) == [(40, 30)]


def test_the_hour_that_comes_when_the_clock_is_set_back_is_to_be_considered() -> None:
    night = kind("N", 1410, 330)
    roster = on(night, line="- - - - - N -", start=date(2027, 10, 25))
    assert seen(breaks.check, roster) == [(CONSIDER, 0, 1)]


@pytest.mark.parametrize(
    ("length", "pauses", "found"),
    [
        (270, (), []),
        (271, (), [(BREACH, 0, 30)]),
        (271, ((120, 29, True),), [(BREACH, 29, 30)]),
        (271, ((120, 30, True),), []),
        (300, ((120, 30, False),), []),
    ],
)
def test_the_young_have_half_an_hour_after_4_30(length: int, pauses: Any, found: Any) -> None:
    assert seen(young_breaks.check, on(kind("P", 480, length, *pauses), people=YOUNG)) == found


def test_breaks_of_the_young_that_are_in_order_are_told_with_their_minutes() -> None:
    """Every sentence of a check is written, so one that lacks what it tells of stops the check of a whole team."""
    roster = on(kind("P", 480, 450, (180, 30, True)), people=YOUNG)
    (one,) = young_breaks.check(roster)
    assert sentence(roster.frame, one).startswith("Kari har 30 minutter pause på 7:30 timers arbeid mandag 11. januar")


def test_only_the_young_are_asked_for_the_breaks_of_the_young() -> None:
    assert list(young_breaks.check(on(kind("P", 480, 300)))) == []
    eighteen = {"kari": {"born": date(2009, 1, 12)}}
    roster = on(kind("P", 480, 300), line="P P - - - - -", people=eighteen)
    assert seen(young_breaks.check, roster) == [(BREACH, 0, 30)]


def test_breaks_of_the_young_that_are_not_recorded_are_to_be_considered() -> None:
    assert seen(young_breaks.check, roster_of(kari="08-14 - - - - - -", people=YOUNG)) == [(CONSIDER, None, 30)]


def test_a_period_with_breaks_enough_is_not_made_longer():
    """Day, evening and night that touch are one row through all the weeks, and every part of it a period."""
    kinds = tuple(kind(code, start, 480, (240, 30, True)) for code, start in (("D", 420), ("K", 900), ("N", 1380)))
    frame = roster_of(kari=" ".join(["D+K+N"] * 28), kinds=kinds).frame
    asked: list[Period] = []

    def wrong(chain: Period) -> bool:
        asked.append(chain)
        return False

    assert list(no_period(frame, "kari", wrong, lambda chain: breaks_of(chain).minutes >= 30, "why")) == []
    assert not asked
