"""In which weeks hours are averaged: aml § 10-5.

Read as: an agreement on averaging that begins or ends inside the plan holds for the weeks that it covers from their
first day to their last; the others keep the ordinary hours of § 10-4 each by itself.
"""

from collections.abc import Iterator
from datetime import timedelta

from roster.domain.finding import Owed
from roster.domain.frame import Frame
from roster.domain.kept import Kept
from roster.rules.in_force import Ground, changing
from roster.rules.terms import Terms, terms

Spell = tuple[range, Owed]
"""Weeks on end that are averaged under one agreement, with its period."""


def week_terms(frame: Frame, who: str, week: int, ground: Ground = Ground.IN_USE) -> Terms:
    """What is in force through the whole week: averaging that holds on some of its days only does not."""
    return terms_by_week(frame, who, ground)[week]


def terms_by_week(frame: Frame, who: str, ground: Ground = Ground.IN_USE) -> tuple[Terms, ...]:
    """The same for each week of the plan."""
    return _TERMS.of(frame, (who, ground), lambda: tuple(_each_week(frame, who, ground)))


_TERMS: Kept[tuple[Terms, ...]] = Kept()


def _each_week(frame: Frame, who: str, ground: Ground) -> Iterator[Terms]:
    for week in range(frame.weeks):
        yield _through(frame, who, week, ground) if _changes(frame) else terms(frame.brief, who, ground)


def _through(frame: Frame, who: str, week: int, ground: Ground) -> Terms:
    first = frame.first_day + timedelta(days=7 * week)
    begins, ends = (terms(frame.brief, who, ground, first + timedelta(days=days)) for days in (0, 6))
    if begins.week is None or ends.week is None:
        return begins if begins.week is None else ends
    return begins if begins.week.amount <= ends.week.amount else ends


def averaged_spells(frame: Frame, who: str) -> tuple[Spell, ...]:
    """The weeks that are averaged, in order; one spell of all of them where nothing changes inside the plan."""
    if not _changes(frame):
        averaging = terms(frame.brief, who).averaging
        return () if averaging is None else ((range(frame.weeks), averaging),)
    spells: list[Spell] = []
    for week in range(frame.weeks):
        averaging = week_terms(frame, who, week).averaging
        if averaging is None:
            continue
        before = spells[-1] if spells else None
        if before is not None and before[0].stop == week and before[1] == averaging:
            spells[-1] = (range(before[0].start, week + 1), averaging)
        else:
            spells.append((range(week, week + 1), averaging))
    return tuple(spells)


def _changes(frame: Frame) -> bool:
    return not frame.cyclic and changing(frame.brief)
