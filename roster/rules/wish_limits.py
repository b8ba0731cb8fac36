"""What each wish in words asks of the solver; a krav asks it without a price (D28)."""

from collections.abc import Iterator
from datetime import date, timedelta

from roster.domain.brief import Wish
from roster.domain.days import When
from roster.domain.frame import Frame
from roster.domain.kinds import WishSort
from roster.domain.rhythm import SATURDAY, SUNDAY, is_night, weekend_free
from roster.domain.shift import Shift
from roster.domain.spans import Span
from roster.rules.asking import ids
from roster.rules.runs_before import run_before
from solver.problem import Company, Fixed, InARow, Limit, Occasion, Occasions, Off

LONG_RUN = 3
"""Fewest work days in a row that «lange perioder» asks for when it names no number."""


def wish_limits(frame: Frame, wish: Wish, because: str, cost: int | None) -> Iterator[Limit]:
    """The limits that keep the wish, each at ``cost`` a breach; none where it concerns no day of the frame."""
    if wish.when is not None and wish.when.dated and frame.cyclic:
        return
    match wish.sort:
        case WishSort.THIS_SHIFT:
            wanted = ids(_named(frame, wish))
            if wanted:
                yield Fixed(wish.who, wanted, because, cost)
        case WishSort.NOT_THIS_SHIFT:
            yield Off(wish.who, ids(_named(frame, wish)), because, cost)
        case WishSort.DAY_OFF:
            for day in frame.dates:
                if frame.meets(wish.when or When(), day):
                    touching = _touching(frame, frame.whole_day(day))
                    if touching:
                        yield Occasions(wish.who, (ids(touching),), because, most=0, cost=cost)
        case WishSort.WEEKEND_OFF:
            for saturday in wished_weekends(frame, wish):
                touching = _touching(frame, weekend_free(frame.clock, saturday))
                if touching:
                    yield Occasions(wish.who, (ids(touching),), because, most=0, cost=cost)
        case WishSort.LONG_RUNS:
            yield InARow(
                wish.who, days_of(frame), because, least=LONG_RUN if wish.number is None else wish.number, cost=cost
            )
        case WishSort.MOST_DAYS_IN_A_ROW:
            yield from _at_most(wish, days_of(frame), run_before(frame, wish.who), because, cost)
        case WishSort.NO_SINGLE_NIGHTS:
            yield InARow(wish.who, nights_of(frame), because, least=2, cost=cost)
        case WishSort.MOST_NIGHTS_IN_A_ROW:
            yield from _at_most(wish, nights_of(frame), run_before(frame, wish.who, is_night), because, cost)
        case WishSort.TOGETHER | WishSort.APART:
            if wish.other is not None:
                together = wish.sort is WishSort.TOGETHER
                occasions = tuple(ids((one,)) for one in _named(frame, wish) if one.up_to > 1)
                if occasions:
                    yield Company(wish.who, wish.other, occasions, together, because, cost)


def _at_most(
    wish: Wish, occasions: tuple[Occasion, ...], before: int, because: str, cost: int | None
) -> Iterator[Limit]:
    """No run is longer than the wish has it, nor one that goes on from before the plan; such a one may be ended."""
    yield InARow(wish.who, occasions, because, most=wish.number, cost=cost)
    if before and wish.number is not None:
        left = max(0, wish.number - before)
        if left < len(occasions):
            yield Occasions(wish.who, occasions[: left + 1], because, most=left, cost=cost)


def _named(frame: Frame, wish: Wish) -> tuple[Shift, ...]:
    return tuple(
        one
        for one in frame.shifts
        if (wish.kind is None or one.kind == wish.kind) and frame.meets(wish.when or When(), one.start.date())
    )


def wished_weekends(frame: Frame, wish: Wish) -> Iterator[date]:
    """The Saturdays of the weekends the wish names: its Saturday or its Sunday lies in its pattern."""
    named = wish.when or When()
    days = {day for day in frame.dates if day.weekday() in (SATURDAY, SUNDAY) and frame.meets(named, day)}
    yield from sorted({day - timedelta(days=day.weekday() - SATURDAY) for day in days})


def _touching(frame: Frame, span: Span) -> tuple[Shift, ...]:
    """The shifts that have time in the span, in a cycle also round its end."""
    turn = frame.span.minutes
    spans = (span, span.moved(-turn), span.moved(turn)) if frame.cyclic else (span,)
    return tuple(one for one in frame.shifts if any(one.span.overlap(free) for free in spans))


def days_of(frame: Frame) -> tuple[tuple[str, ...], ...]:
    """Every date of the plan as one occasion: the shifts that start on it."""
    return tuple(ids(frame.by_date.get(day, ())) for day in frame.dates)


def nights_of(frame: Frame) -> tuple[tuple[str, ...], ...]:
    """Every date of the plan as one occasion: the nights that start on it."""
    return tuple(ids(one for one in frame.by_date.get(day, ()) if is_night(one)) for day in frame.dates)
