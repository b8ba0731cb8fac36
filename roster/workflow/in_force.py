"""Which version of an arrangement was in use on which days, as its log tells."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from roster.domain.clock import OSLO
from roster.domain.course import Act, Step, Use
from roster.domain.difference import Difference, NothingInCommonError, difference
from roster.domain.kinds import Cause
from roster.domain.plan import Plan
from roster.domain.roster import Roster
from roster.domain.shift import Shift
from roster.wording.worked_words import NOT_IN_USE
from roster.workflow.course import Log, Version, located, read_log, version_at
from roster.workflow.line import line_of

_HERE = ZoneInfo(str(OSLO.zone))


@dataclass(frozen=True, slots=True)
class InForce:
    """A version that ran from ``first`` through ``last``; None: a grunnturnus, until another is taken into use."""

    version: str
    roster: Roster
    first: date
    last: date | None = None

    def holds(self, day: date) -> bool:
        """It ran on that day, and has dates for it."""
        ran = self.first <= day and (self.last is None or day <= self.last)
        dates = self.roster.frame.dates
        return ran and not self.roster.frame.cyclic and dates[0] <= day <= dates[-1]

    def has(self, shift: Shift) -> bool:
        """A shift of its own roster was its to give: on a day that it held, or after its last before the week ends."""
        day, last = shift.start.date(), self.roster.frame.dates[-1]
        return self.holds(day) or (day == last + timedelta(days=1) and self.holds(last))


@dataclass(frozen=True, slots=True)
class Taken:
    """A version as it was taken into use. ``aside``: what goes on to run on its own days all the same."""

    step: Step
    use: Use
    plan: Plan
    aside: tuple[InForce, ...]

    @property
    def version(self) -> InForce:
        return InForce(self.step.version, self.plan.dated, self.use.since, self.plan.until)


def in_force(folder: Path, known: date | None = None) -> tuple[InForce, ...]:
    """In order of time. What is taken into use last stands on all its days, and takes away no other (D38).

    So a plan of a few weeks has before and after it what ran already, and a change of what runs before and after it
    takes none of its days. ``known``: as the log told when that day was over; None: as it tells now. Raises ``Faults``.
    """
    found: tuple[InForce, ...] = ()
    for one in taken(folder, read_log(folder), known):
        found = laid_over(found, one.version, one.aside)
    return found


def taken(folder: Path, log: Log, known: date | None = None) -> Iterator[Taken]:
    """All that was taken into use, in the order in which it was."""
    plans: dict[str, Plan] = {}
    found: tuple[InForce, ...] = ()
    for step in log.steps:
        told = known is None or on_the_wall(step.when).date() <= known
        if told and step.act is Act.USED and isinstance(step.what, Use):
            if step.version not in plans:
                plans[step.version] = version_at(folder, step.version, log).plan
            aside = left_alone(found, log, step.version, step.what)
            one = Taken(step, step.what, plans[step.version], aside)
            yield one
            found = laid_over(found, one.version, aside)


def left_alone(ran: Iterable[InForce], log: Log, number: str, use: Use) -> tuple[InForce, ...]:
    """What a change of a version that runs leaves as it is: the days of those that it is no change of.

    Of a new plan those that it was said to leave when it was taken into use.
    """
    every = tuple(ran)
    if use.cause is Cause.NEW_PLAN:
        return tuple(one for one in every if one.version in use.aside)
    line = line_of(log.entries, number)
    if not any(one.version in line for one in every):
        return ()
    return tuple(one for one in every if one.version not in line)


def unchanged_later(folder: Path, version: Version, log: Log, since: date) -> tuple[str, ...]:
    """Versions that run on days of their own after that day, where a change of what runs before them changes nothing.

    So a høytidsturnus for May leaves the ferieturnus of the summer as it is, though it was made without it.
    """
    used, line = in_force(folder), line_of(log.entries, version.number)
    base = next((one for one in line[1:] if any(each.version == one for each in used)), None)
    later = [one for one in used if one.version not in line and one.first > since]
    if base is None or not later:
        return ()
    try:
        found = difference(version_at(folder, base, log).plan, version.plan)
    except NothingInCommonError:
        return ()
    days = {one.start.date() for change in found.changes for one in (change.before, change.after) if one is not None}
    taken_away = {
        one.version
        for one in later
        if found.cyclic or any(one.first <= day and (one.last is None or day <= one.last) for day in days)
    }
    return tuple(dict.fromkeys(one.version for one in later if one.version not in taken_away))


def running(used: Sequence[InForce], day: date) -> InForce | None:
    """What runs on the day; where nothing does, the next that will, or else the last that did."""
    on_day = (one for one in used if one.first <= day and (one.last is None or day <= one.last))
    later = (one for one in used if one.first > day)
    return next(on_day, None) or next(later, None) or (used[-1] if used else None)


def run_from(used: Iterable[InForce], day: date) -> tuple[str, ...]:
    """The versions that run on that day or later, in the order in which they first do."""
    return tuple(dict.fromkeys(one.version for one in used if one.last is None or one.last >= day))


def before_it(used: Sequence[InForce], log: Log, number: str, day: date) -> str | None:
    """The version that one is to be held against: of what runs from the day on, the nearest that it is a change of.

    Where it is a change of none, what runs on the day. None where nothing is in use, or it runs itself.
    """
    runs = run_from(used, day)
    if number in runs:
        return None
    nearest = next((one for one in line_of(log.entries, number) if one in runs), None)
    on_day = running(used, day)
    return nearest or (None if on_day is None or on_day.version == number else on_day.version)


def step_beside(used: Sequence[InForce], log: Log, number: str, day: date) -> Step | None:
    """The step by which the version, or what it is to be held against, was taken into use."""
    runs = number if number in run_from(used, day) else before_it(used, log, number, day)
    return next((one for one in reversed(log.steps) if one.act is Act.USED and one.version == runs), None)


@dataclass(frozen=True, slots=True)
class Since:
    """The version that one is held against, and what differs; None where they have no days in common."""

    version: str
    plan: Plan
    changes: Difference | None


def since_in_force(folder: Path, version: Version, log: Log, day: date) -> Since | None:
    """What the version changes in what runs from the day on; None where that is this one, or nothing runs."""
    number = before_it(in_force(folder), log, version.number, max(day, version.plan.brief.period.start))
    if number is None:
        return None
    runs = version_at(folder, number, log).plan
    try:
        return Since(number, runs, difference(runs, version.plan))
    except NothingInCommonError:
        return Since(number, runs, None)


def versions_for(path: Path) -> tuple[tuple[InForce, ...], tuple[str, ...]]:
    """The versions that were in use with their days; the newest from its first day where none has been."""
    used = in_force(path)
    if used:
        return used, ()
    _, number = located(path)
    plan = version_at(path, number, read_log(path)).plan
    return (InForce(number, plan.dated, plan.dated.frame.first_day),), (NOT_IN_USE,)


def laid_over(ran: tuple[InForce, ...], new: InForce, aside: Iterable[InForce] = ()) -> tuple[InForce, ...]:
    """What ran, with what is taken into use on its days, but for those of what is left ``aside``."""
    left = tuple(aside)
    mine = tuple(replace(new, first=first, last=last) for first, last in _without((new.first, new.last), left))
    if new.last is None and not left:
        ran = tuple(one for one in ran if one.first < new.first)
    old = (
        replace(each, first=first, last=last) for each in ran for first, last in _without((each.first, each.last), mine)
    )
    return tuple(sorted((*old, *mine), key=lambda each: each.first))


def _without(span: tuple[date, date | None], those: Iterable[InForce]) -> Iterator[tuple[date, date | None]]:
    """What is left of the days, from the first through the last (None: without end)."""
    first, last = span
    for one in sorted(those, key=lambda one: one.first):
        if (one.last is not None and one.last < first) or (last is not None and one.first > last):
            continue
        if first < one.first:
            yield first, one.first - timedelta(days=1)
        if one.last is None or (last is not None and one.last >= last):
            return
        first = one.last + timedelta(days=1)
    yield first, last


def on_the_wall(moment: datetime) -> datetime:
    """The moment by the clock where the turnus is."""
    return moment.astimezone(_HERE)
