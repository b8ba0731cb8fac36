"""Asking about open shifts: whom next, and who has answered what."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from roster.checking.check import check
from roster.domain.replies import Reply, Said, of_shift, times
from roster.domain.roster import Roster
from roster.domain.shift import Shift
from roster.wording import ask_words as words
from roster.workflow.current import Current, current, run_later
from roster.workflow.folder import PLAN, VERSIONS, is_arrangement
from roster.workflow.opening import read_plan
from roster.workflow.replies import replies_of
from roster.workflow.troubles import refuse
from roster.workflow.who import WhoCan, who_can

MOST = 12
"""Open shifts that are told with whom to ask; the nearest first."""


@dataclass(frozen=True, slots=True)
class Asking:
    """An open shift: who can take it in the order in which they are asked, and what each has said of it."""

    who: WhoCan
    said: tuple[Reply, ...]

    @property
    def shift(self) -> Shift:
        return self.who.shift


@dataclass(frozen=True, slots=True)
class Proposed:
    """A shift that a change which is not in use yet gives somebody, and what they have said of it."""

    change: Current
    shift: Shift
    who: str
    said: Said | None


@dataclass(frozen=True, slots=True)
class Open:
    """The open shifts from now on, the nearest first; ``more``: so many are not told here.

    ``current``: what runs today; each shift is of the version that runs on its day.
    """

    current: Current
    shifts: tuple[Asking, ...]
    more: int
    proposed: tuple[Proposed, ...] = ()


def open_shifts(path: Path, now: datetime) -> Open:
    """Raises ``Faults``."""
    found = current(path, now.date())
    if found.folder is None or found.plan.dated.frame.cyclic:
        raise refuse(path, *words.NO_FOLDER)
    every = tuple(one for one in _later(found, path, now.date()) if not one.plan.dated.frame.cyclic)
    asked = times(replies_of(found.entries))
    lacking = sorted(
        ((shift, one) for one in every for shift in _lacking(one, _minute(one, now))),
        key=lambda pair: pair[0].span,
    )
    nearest = lacking[:MOST]
    reports = {one.version: check(one.plan.dated) for one in every if any(each is one for _, each in nearest)}
    replies = replies_of(found.entries)
    shifts = tuple(
        Asking(who_can(reports[one.version], shift, None, asked, now), tuple(of_shift(replies, shift.id).values()))
        for shift, one in nearest
    )
    proposed = tuple(each for one in every for each in proposed_by(one, _minute(one, now)))
    return Open(found, shifts, max(0, len(lacking) - MOST), proposed)


def _later(found: Current, path: Path, today: date) -> tuple[Current, ...]:
    """What runs from today on, each with its own days; the version alone that the user names."""
    return run_later(found, today) if is_arrangement(path) else (found,)


def _minute(found: Current, now: datetime) -> int:
    return found.plan.dated.frame.clock.minute(now.replace(tzinfo=None, second=0, microsecond=0))


def _lacking(found: Current, minute: int) -> Iterator[Shift]:
    """The open shifts from the minute on, on the days that the version runs."""
    roster = found.plan.dated
    taken = taken_as_overtime(replies_of(found.entries), roster)
    for one, _ in roster.open:
        if one.span.start >= minute and one.id not in taken and found.has(one.start.date()):
            yield one


def taken_as_overtime(replies: Iterable[Reply], roster: Roster) -> frozenset[str]:
    """The shifts that somebody has taken as overtime, has not said no to since, and is not away from."""
    last = {(one.who, one.shift): one for one in replies if one.said is not Said.ASKED}
    away = {one.id: one.absences for one in roster.frame.people}
    return frozenset(
        one.shift
        for one in last.values()
        if one.overtime
        and one.shift in roster.frame.shift
        and not any(roster.frame.shift[one.shift].start.date() in gone.dates for gone in away.get(one.who, ()))
    )


def proposed_by(found: Current, minute: int) -> Iterator[Proposed]:
    """What the change gives that was not theirs in the version that runs, or in the one that was changed."""
    before = found.in_use or found.changed_from
    if before is None or before == found.version or found.folder is None:
        return
    roster = found.plan.dated
    had = read_plan(found.folder / VERSIONS / before / PLAN).plan.dated.works
    replies = replies_of(found.entries)
    gained = ((roster.frame.shift[shift], who) for who, shift in roster.works - had)
    for shift, who in sorted(gained, key=lambda one: (one[0].span, one[1])):
        if shift.span.start >= minute and found.has(shift.start.date()):
            said = of_shift(replies, shift.id).get(who)
            yield Proposed(found, shift, who, None if said is None else said.said)
