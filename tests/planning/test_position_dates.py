"""Positions hold on dates as well, where vacation and red days are met; and what is said of them is so."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from roster.checking.check import check
from roster.domain.assistant import Assistant
from roster.domain.days import DateSpan
from roster.domain.frame import frame_of
from roster.domain.kinds import Position
from roster.domain.roster import Roster
from roster.domain.statistics import statistics
from roster.planning.forecast import forecast
from roster.planning.position_dates import lawful_on_dates
from roster.planning.position_proof import Answer
from roster.wording.forecast import forecast_lines
from roster.wording.staff_words import answer_said
from tests.planning.cases import START
from tests.planning.test_what_if import kari_and_ola, lines

FIRST_DAY = DateSpan(START, START)


def lawful(roster: Roster) -> bool:
    return not check(roster).fails


def two_weeks(away: set[str], *more: Assistant) -> Roster:
    """The lines by hand, on two weeks of dates, with these away on the first Monday."""
    of = kari_and_ola()
    people = tuple(replace(one, vacation=(FIRST_DAY,) if one.id in away else ()) for one in of.assistants)
    brief = replace(of, assistants=(*people, *more), period=replace(of.period, rollout_weeks=2))
    return Roster(frame_of(brief), lines(of).roster.works)


def vikar(name: str = "vikar") -> Assistant:
    return Assistant(name, "Vikar", Position.ON_CALL, Decimal(0), 2130)


def test_a_turnus_that_is_lawful_on_its_dates_as_it_stands_takes_no_search() -> None:
    assert lawful_on_dates(two_weeks(set()), lawful, seconds=0)


def test_a_turnus_that_leaves_somebody_without_help_on_a_date_is_not_lawful_there() -> None:
    gone = two_weeks({"kari", "ola"})
    assert lawful(gone)
    assert not lawful_on_dates(gone, lawful, seconds=1, workers=1)


def test_what_the_dates_ask_to_be_changed_is_changed() -> None:
    gone = two_weeks({"kari", "ola"}, vikar())
    assert not lawful_on_dates(gone, lawful, seconds=0)
    assert lawful_on_dates(gone, lawful, seconds=30, workers=1)


def said(new: tuple[str, ...], *more: Assistant) -> str:
    roster = two_weeks(set(), *more)
    made = Answer(roster.frame.brief, roster, new, 2, Fraction(0), statistics(roster), 0.0)
    return answer_said(1, made)


def test_only_those_in_the_rhythm_are_said_to_be_in_it() -> None:
    assert "Ingen arbeider oftere enn annenhver helg" in said(("kari", "ola"))
    assert "I de faste stillingene arbeider ingen oftere enn annenhver helg" in said(("kari", "ola"), vikar())
    assert "I de nye stillingene arbeider ingen oftere enn annenhver helg" in said(("kari",))
    assert "oftere enn" not in said(())


def test_positions_that_fit_to_the_minute_are_said_to_fit() -> None:
    of = kari_and_ola()
    assert any("Det går akkurat opp" in line for line in forecast_lines(of, forecast(of)))
    more = replace(of, assistants=tuple(replace(one, percent=Decimal(70)) for one in of.assistants))
    assert any("for lite til at alle kan få avtalt tid" in line for line in forecast_lines(more, forecast(more)))
    assert not any("velkomne" in line for line in forecast_lines(more, forecast(more)))
    welcome = replace(more, needs=tuple(replace(one, up_to=one.count + 1) for one in more.needs))
    known = forecast(welcome)
    assert known.welcome == known.need
    assert any("(«inntil»), er det plass til inntil" in line for line in forecast_lines(welcome, known))
