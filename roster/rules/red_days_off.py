"""F3, F4 and F5: what red days give in time off, and how many there are and are worked (forms.md, form 3).

Read as: F3 is a shift of the grunnturnus that is off with pay on a red day, because the assistant worked on the red
day before it (aml § 10-8 (4)) or, where Sundays and red days are averaged, to keep half of them off. F4 is the
supplement of KS HTA 5.3 taken as time off, 1 1/3 hour for an hour, within a month and on no day that carries it. F5 is
another day off where F1 of the grunnturnus falls on a red day that is no Sunday. Which of them there are is for the
agreement to say. A shift belongs to the red døgn in which most of its red minutes lie (D15).
"""

from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from math import ceil

from roster.domain.assistant import PaidOff
from roster.domain.brief import Brief
from roster.domain.contract import is_employed
from roster.domain.days import DateSpan, is_red, is_sunday_or_red
from roster.domain.frame import Frame
from roster.domain.free_days import FreeDay, free_days
from roster.domain.kinds import OffCode
from roster.domain.roster import Roster
from roster.domain.shift import Shift, paid
from roster.rules.profiles import profile
from roster.rules.series import Series, red_series
from roster.rules.sunday_blocks import Block, averaged_on, fixed_blocks, sunday_blocks
from roster.rules.sunday_runs import runs
from roster.rules.supplements import supplement
from roster.rules.terms import terms
from roster.rules.zones import red_days, red_of

F4_RATE = Fraction(4, 3)
"""Hours off for an hour with the supplement (KS HTA 5.3)."""


@dataclass(frozen=True, slots=True)
class OfBlock:
    """Of 26 weeks that red days are averaged over: the grunnturnus has ``had`` of ``of``, the plan now ``has``.

    At most ``most`` may be worked.
    """

    dates: DateSpan
    had: int
    has: int
    of: int
    most: int


@dataclass(frozen=True, slots=True)
class Run:
    """So many weeks in a row with work on a Sunday or red day, from the first such day worked to the last."""

    weeks: int
    dates: DateSpan


@dataclass(frozen=True, slots=True)
class RedCount:
    """The red døgn of a period for one assistant; Sundays are among them, ``holidays`` are the named ones.

    ``usual``: worked by the grunnturnus. ``by_main_rule``: F3 that the grunnturnus then owes in the period, if each red
    day after one worked is off; ``by_average``: F3 if it is enough that half are off over each of the blocks of 26
    weeks that the period touches. ``run``: the longest in the plan as it is now that touches the period.
    """

    who: str
    days: int
    holidays: int
    usual: int
    worked: int
    holidays_worked: int
    main_rule: tuple[tuple[date, date], ...]
    blocks: tuple[OfBlock, ...]
    run: Run | None = None

    @property
    def by_average(self) -> int:
        return sum(max(0, one.had - one.most) for one in self.blocks)

    @property
    def had(self) -> int:
        return sum(one.had for one in self.blocks)

    @property
    def of(self) -> int:
        return sum(one.of for one in self.blocks)

    @property
    def most(self) -> int:
        return sum(one.most for one in self.blocks)

    @property
    def by_main_rule(self) -> int:
        return len(self.main_rule)

    @property
    def free(self) -> int:
        return self.days - self.worked


@dataclass(frozen=True, slots=True)
class GivenOff:
    """A shift off with pay, the red day that it was on or that gives it, and the red day worked before it.

    ``worked`` None: it is off to keep half of them off (F3), or it is given in return (F4, F5). ``also``: the dates of
    other shifts of the same red day that it pays for, as an evening after another.
    """

    off: PaidOff
    red: date
    worked: date | None = None
    also: tuple[date, ...] = ()

    @property
    def dates(self) -> tuple[date, ...]:
        """The dates of all shifts that are off."""
        return (self.off.day, *self.also)


@dataclass(frozen=True, slots=True)
class Earned:
    """Time off that is owed: minutes of F4 for each red day worked, and the red days on which F1 fell (F5)."""

    supplement: Mapping[date, int]
    replaced: tuple[date, ...]

    @property
    def supplement_minutes(self) -> int:
        return sum(self.supplement.values())


def off_codes(brief: Brief) -> frozenset[OffCode]:
    """Which of F3, F4 and F5 hold: as the brief says, else as the tariffavtale does."""
    said = brief.settings.off_codes
    return profile(brief.arrangement.tariff).off_codes if said is None else said


def red_count(usual: Roster, now: Roster, who: str, within: DateSpan) -> RedCount:
    """``usual`` is the grunnturnus on the same dates."""
    series, before = red_series(now, who), red_series(usual, who)
    days = [one.day for one in series.days if one.day in within]
    holidays = [day for day in days if is_red(day)]
    blocks = _blocks_of(now.frame, who, before, within)
    return RedCount(
        who,
        len(days),
        len(holidays),
        sum(day in before.worked for day in days),
        sum(day in series.worked for day in days),
        sum(day in series.worked for day in holidays),
        tuple(one for one in owed_by_main_rule(usual, who) if one[0] in within),
        tuple(_of_block(one, series) for one in blocks),
        _longest_run(now.frame, series, within),
    )


def _of_block(block: Block, now: Series) -> OfBlock:
    has = block.worked_before + sum(red.day in now.worked for red in block.days)
    return OfBlock(DateSpan(block.days[0].day, block.days[-1].day), block.worked, has, block.count, block.most)


def _longest_run(frame: Frame, series: Series, within: DateSpan) -> Run | None:
    """The first of the longest of those that touch the period."""
    found = []
    for weeks in runs(frame, series):
        worked = [red.day for reds in weeks for red in reds if red.day in series.worked]
        if any(day in within for day in worked):
            found.append(Run(len(weeks), DateSpan(min(worked), max(worked))))
    return max(found, key=lambda one: one.weeks, default=None)


def _blocks_of(frame: Frame, who: str, series: Series, within: DateSpan) -> tuple[Block, ...]:
    """The blocks of 26 weeks that the period touches: from the agreement's date, or as from the plan's first (D15)."""
    agreed = tuple(sunday_blocks(frame, who, series))
    every = agreed or fixed_blocks(frame, series, series.days, frame.first_day)
    return tuple(block for block in every if any(red.day in within for red in block.days))


def owed_by_main_rule(usual: Roster, who: str) -> tuple[tuple[date, date], ...]:
    """The red days off that the grunnturnus would owe, each with the one worked before it."""
    series = red_series(usual, who)
    found: list[tuple[date, date]] = []
    last: date | None = None
    for red in (*series.before[-1:], *series.days):
        works = red.day in series.worked
        if works and last is not None:
            found.append((red.day, last))
        last = red.day if works and last is None else None
    return tuple(found)


def off_on_red_days(usual: Roster, now: Roster, who: str, within: DateSpan) -> Iterator[GivenOff]:
    """The F3 of the period: after a red day worked or, where they are averaged, as many as keep half of them off."""
    frame = now.frame
    if OffCode.RED_DAY not in off_codes(frame.brief):
        return
    series, before = red_series(now, who), red_series(usual, who)
    every = [one.day for one in (*series.before[-1:], *series.days)]
    averaged = averaged_on(frame, who)
    spare = [_spare(frame, who, block, within) for block in _blocks_of(frame, who, before, within)]
    gone: dict[date, list[Shift]] = {}
    for one in _lost(usual, now, who):
        red = red_of(one, red_days(frame))
        if red is not None and not _is_away(frame, who, one.start.date()):
            gone.setdefault(red.day, []).append(one)
    for at, day in enumerate(every):
        if day not in within or day in series.worked or day not in gone:
            continue
        if averaged(day):
            left = next((one for one in spare if day in one.days), None)
            if left is None or left.number <= 0:
                continue
            left.number -= 1
            worked = None
        else:
            worked = every[at - 1] if at and every[at - 1] in series.worked else None
            if worked is None:
                continue
        minutes = sum(paid(one, frame.brief.settings.resting_paid) for one in gone[day])
        first, *more = dict.fromkeys(one.start.date() for one in gone[day])
        yield GivenOff(PaidOff(first, OffCode.RED_DAY, minutes), day, worked, tuple(more))


@dataclass(slots=True)
class _Spare:
    """How many red days of a block the grunnturnus has beyond half of them, less what is given off already."""

    days: frozenset[date]
    number: int


def _spare(frame: Frame, who: str, block: Block, within: DateSpan) -> _Spare:
    """A night into a red day is off on the day on which it begins."""
    dates = DateSpan(block.days[0].day - timedelta(days=1), block.days[-1].day)
    off = frame.brief.assistant(who).paid_off
    given = sum(one.code is OffCode.RED_DAY and one.day in dates and one.day not in within for one in off)
    return _Spare(frozenset(red.day for red in block.days), block.worked - block.most - given)


def _lost(usual: Roster, now: Roster, who: str) -> list[Shift]:
    """The shifts of the grunnturnus on days on which the assistant has no work any more."""
    busy = {one.start.date() for one in now.duties(who)}
    return [one for one in usual.duties(who) if one.start.date() not in busy and one.event is None]


def _is_away(frame: Frame, who: str, day: date) -> bool:
    """On vacation, wholly on leave, sick or not employed: the hours of the day are out of the position, or are had."""
    person = frame.brief.assistant(who)
    leaves = (one.dates for one in person.leaves if one.is_whole)
    away = (*person.vacation, *leaves, *(one.dates for one in person.absences if one.is_whole))
    return not is_employed(person, day) or any(day in one for one in away)


def earned(grunnturnus: Roster, now: Roster, who: str, within: DateSpan) -> Earned:
    """What red days of the period give in F4 and F5; nothing of what the agreement does not have."""
    brief = now.frame.brief
    codes = off_codes(brief)
    extra: dict[date, int] = {}
    for shift in now.duties(who) if OffCode.SUPPLEMENT in codes else ():
        minutes = supplement(now.frame, shift, "holiday")
        if minutes and shift.start.date() in within:
            extra[shift.start.date()] = extra.get(shift.start.date(), 0) + ceil(minutes * F4_RATE)
    weekly = _weekly_days(grunnturnus, now.frame, who) if OffCode.REPLACED in codes else frozenset()
    replaced = tuple(
        day
        for day in now.frame.dates
        if day in within and day in weekly and is_red(day) and day.weekday() != 6 and not _is_away(now.frame, who, day)
    )
    return Earned(extra, replaced)


def _weekly_days(grunnturnus: Roster, frame: Frame, who: str) -> frozenset[date]:
    """The dates on which F1 of the grunnturnus falls."""
    cycle = grunnturnus.frame
    rest = terms(cycle.brief, who).weekly_rest.amount
    first = {day for day, code in free_days(grunnturnus, who, rest).items() if code is FreeDay.WEEKLY}
    length = 7 * cycle.weeks
    return frozenset(
        day for day in frame.dates if cycle.first_day + timedelta(days=(day - cycle.first_day).days % length) in first
    )


def off_in_return(usual: Roster, now: Roster, who: str, within: DateSpan, owed: Earned) -> Iterator[GivenOff]:
    """The F5 and F4 that the plan has placed: shifts off on ordinary days after the red day that gave them.

    No more than the assistant has less to work on such days than by the grunnturnus: what is swapped is no time off.
    """
    frame = now.frame
    replaced, minutes = list(owed.replaced), dict(owed.supplement)
    less = sum(paid_on_ordinary_days(usual, who, within)) - sum(paid_on_ordinary_days(now, who, within))
    for shift in _lost(usual, now, who):
        pays = paid(shift, frame.brief.settings.resting_paid)
        day = shift.start.date()
        if pays > less or not is_ordinary(frame, shift, within) or _is_away(frame, who, day):
            continue
        if replaced and replaced[0] < day:
            less -= pays
            yield GivenOff(PaidOff(day, OffCode.REPLACED, pays), replaced.pop(0))
            continue
        near = [one for one in sorted(minutes) if one < day <= month_after(one)]
        if sum(minutes[one] for one in near) < pays:
            continue
        less -= pays
        yield GivenOff(PaidOff(day, OffCode.SUPPLEMENT, pays), near[0])
        for one in near:
            taken = min(pays, minutes[one])
            minutes[one] -= taken
            pays -= taken


def month_after(day: date) -> date:
    """The last day of the month within which F4 is taken: the same day of the next, or the last of a shorter one."""
    year, month = (day.year + 1, 1) if day.month == 12 else (day.year, day.month + 1)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def is_ordinary(frame: Frame, shift: Shift, within: DateSpan) -> bool:
    """The shift starts within the period on a day that is neither a Sunday nor red, and is no red-day work.

    Nor is it on påskeaften or another eve at a time that carries the supplement: F4 is not taken then (KS HTA 5.3).
    """
    day = shift.start.date()
    if day not in within or is_sunday_or_red(day) or red_of(shift, red_days(frame)) is not None:
        return False
    return not supplement(frame, shift, "holiday")


def paid_on_ordinary_days(roster: Roster, who: str, within: DateSpan) -> Iterator[int]:
    """Paid minutes of each such shift of the assistant; those on days that they are away are left out."""
    frame = roster.frame
    for one in roster.duties(who):
        if one.event is None and is_ordinary(frame, one, within) and not _is_away(frame, who, one.start.date()):
            yield paid(one, frame.brief.settings.resting_paid)
