"""How red days worked follow each other: pairs next to each other, and weeks in a row (aml § 10-8 (4), D15, D25)."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from roster.domain.frame import Frame
from roster.rules import numbers
from roster.rules.series import Series
from roster.rules.zones import RedDay


def pairs(frame: Frame, series: Series) -> Iterator[tuple[RedDay, RedDay, bool]]:
    """Each red day worked whose following one is worked too, and whether both were worked before the plan."""
    days = [*series.before, *series.reached]
    first = len(series.before)
    for number, (one, other) in enumerate(pairwise(days), start=1):
        if one.day in series.worked and other.day in series.worked:
            yield one, other, number < first or other.day in series.old
    if frame.cyclic and days and days[0].day in series.worked and days[-1].day in series.worked:
        turn = frame.span.minutes
        yield days[-1], RedDay(days[0].span.moved(turn), days[0].day), False
    run = series.balances.sunday_run if series.balances and not series.before else None
    if run and days and days[0].day in series.worked:
        yield days[0], days[0], False


def runs(frame: Frame, series: Series) -> Iterator[list[tuple[RedDay, ...]]]:
    """Weeks in a row with work on a Sunday or red day, as their red days; in a cycle a run may pass its end."""
    weeks = [reds for _, reds in series.weeks]
    flags = [any(red.day in series.worked for red in reds) for reds in weeks]
    run: list[tuple[RedDay, ...]] = [weeks[0]] * series.run_before if weeks else []
    if frame.cyclic and flags and not all(flags):
        at = flags.index(False) + 1
        weeks, flags = weeks[at:] + weeks[:at], flags[at:] + flags[:at]
    elif frame.cyclic and flags:
        yield weeks * (numbers.SUNDAY_FREE_EVERY.on(frame.first_day))
        return
    last: date | None = None
    for reds, flag in zip(weeks, flags, strict=True):
        if run and (not flag or (last is not None and _apart(frame, last, reds))):
            yield run
            run = []
        if flag:
            run.append(reds)
        last = reds[0].day
    if run:
        yield run


def _apart(frame: Frame, last: date, reds: tuple[RedDay, ...]) -> bool:
    """More than a week lies between, which only a hole in what is known of the time before can make."""
    return not frame.cyclic and reds[0].day - last > timedelta(days=13)
