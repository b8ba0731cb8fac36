"""Positions by arithmetic: how many people of which percent the need gives, in which rhythm of weekends.

Each is a guess until a turnus is made of it: bigger positions, fewer weekends and fewer hours to vikar cannot all be
had at once, so the guesses that no other beats in all three are kept, and those far from each other are tried first.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil

from roster.domain.brief import Brief
from roster.domain.frame import Frame
from roster.domain.kinds import Position
from roster.domain.rhythm import is_night, weekend_of
from roster.domain.shift import paid
from roster.rules.profiles import profile

RHYTHMS = (2, 3, 4)
"""Weekends every so many weeks; more often than every other, the next Sunday would not be free (§ 10-8 (4))."""

MOST_SUBSTITUTE = Fraction(1, 5)
"""More of the need than this is not left to vikar: then the positions are not what carries the arrangement."""

LEAST_PERCENT = 10
"""A position is not smaller than this where the user names no smallest."""

FULL = 100


@dataclass(frozen=True, slots=True)
class Bounds:
    """What the user asks of the positions. ``every``: weekends every so many weeks; ``keep``: who stays as they are.

    ``fewest`` and ``most`` people count those who stay; ``smallest`` is of the positions proposed.
    """

    fewest: int | None = None
    most: int | None = None
    smallest: Decimal | None = None
    every: int | None = None
    keep: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Load:
    """What the need comes to in paid minutes a week. ``at_once``: people whom a weekend takes, 0 without weekends.

    ``weekend`` and ``night`` are the parts of ``need`` on shifts that make a weekend worked, and on nights.
    """

    need: Fraction
    weekend: Fraction
    night: Fraction
    at_once: int


@dataclass(frozen=True, slots=True)
class Guess:
    """``people`` more positions of about ``percent``, weekends ``every`` so many weeks; the rest goes to vikar.

    ``every`` 0: there are no weekends. ``substitute`` in minutes a week.
    """

    people: int
    every: int
    percent: Fraction
    substitute: Fraction


def load_of(frame: Frame) -> Load:
    """The shifts to fill, as paid minutes a week on average."""
    per_hour = frame.brief.settings.resting_paid
    sums = {"need": 0, "weekend": 0, "night": 0}
    days: dict[object, int] = {}
    for one in frame.shifts:
        minutes = paid(one, per_hour) * one.wanted
        sums["need"] += minutes
        sums["night"] += minutes if is_night(one) else 0
        if weekend_of(one) is not None:
            sums["weekend"] += minutes
            day = one.start.date()
            days[day] = days.get(day, 0) + one.wanted
    need, weekend, night = (Fraction(sums[name], frame.weeks) for name in ("need", "weekend", "night"))
    most = max(days.values(), default=0)
    return Load(need, weekend, night, _overlapping(frame) if frame.brief.settings.split_days_per_week else most)


def _overlapping(frame: Frame) -> int:
    """How many are at work at once in a weekend, where one may have two shifts in a day."""
    ends = [
        moment
        for one in frame.shifts
        if weekend_of(one) is not None
        for moment in ((one.span.start, one.wanted), (one.span.end, -one.wanted))
    ]
    at_work = most = 0
    for _, change in sorted(ends):
        at_work += change
        most = max(most, at_work)
    return most


def guesses(brief: Brief, load: Load, bounds: Bounds) -> tuple[Guess, ...]:
    """Everything that the bounds let be, in no order."""
    return tuple(_all(brief, load, bounds))


def next_guess(left: Sequence[Guess], taken: Sequence[Guess]) -> Guess | None:
    """What to try next: of those that nothing left or taken beats, the one farthest from all that are taken.

    First comes the one with the fewest hours to vikar, and of those the biggest positions.
    """
    best = [one for one in left if not any(_beats(other, one) for other in (*left, *taken))]
    if not best:
        return None
    ordered = sorted(best, key=lambda one: (one.substitute, -one.percent))
    spans = [max(mark) - min(mark) or Fraction(1) for mark in zip(*map(_marks, (*left, *taken)), strict=True)]
    # Of equals the one with fewer hours to vikar: that is the order they stand in.
    return max(ordered, key=lambda one: min((_distance(one, other, spans) for other in taken), default=Fraction(0)))


def _all(brief: Brief, load: Load, bounds: Bounds) -> Iterator[Guess]:
    full_time = profile(brief.arrangement.tariff).full_time_week
    kept = [one for one in brief.assistants if one.id in bounds.keep]
    has = sum((one.contract_week for one in kept if one.position is Position.PERMANENT), Fraction(0))
    smallest = Fraction(bounds.smallest) if bounds.smallest is not None else Fraction(LEAST_PERCENT)
    least = max(0, (bounds.fewest or 1) - len(kept))
    most = ceil((load.need - has) * FULL / (smallest * full_time)) if load.need > has else 0
    if bounds.most is not None:
        most = min(most, bounds.most - len(kept))
    rhythms = (bounds.every,) if bounds.every else RHYTHMS
    for people in range(least, most + 1):
        for every in rhythms if load.at_once else (0,):
            guess = _guess(load, has, (people, len(kept)), every, full_time)
            big_enough = not people or guess.percent >= smallest
            if big_enough and (guess.substitute <= MOST_SUBSTITUTE * load.need):
                yield guess


def _guess(load: Load, has: Fraction, count: tuple[int, int], every: int, full_time: int) -> Guess:
    people, kept = count
    covered = _covered(load, people + kept, every)
    by_permanent = load.need - load.weekend + load.weekend * covered
    new = max(Fraction(0), min(by_permanent - has, Fraction(people * full_time)))
    percent = new * FULL / (people * full_time) if people else Fraction(0)
    return Guess(people, every, percent, max(Fraction(0), load.need - has - new))


def _covered(load: Load, people: int, every: int) -> Fraction:
    """Part of the weekends that so many people can take: in turns as even as they can be."""
    if not every:
        return Fraction(1)
    turns = [people // every + (turn < people % every) for turn in range(every)]
    return sum((min(Fraction(1), Fraction(turn, load.at_once)) for turn in turns), Fraction(0)) / every


def _beats(one: Guess, other: Guess) -> bool:
    """Better in something and worse in nothing."""
    marks = [(a.percent, a.every, -a.substitute) for a in (one, other)]
    return marks[0] != marks[1] and all(a >= b for a, b in zip(*marks, strict=True))


def _marks(one: Guess) -> tuple[Fraction, ...]:
    return one.percent, Fraction(one.every), one.substitute


def _distance(one: Guess, other: Guess, spans: Sequence[Fraction]) -> Fraction:
    parts = zip(_marks(one), _marks(other), spans, strict=True)
    return sum((abs(a - b) / span for a, b, span in parts), Fraction(0))
