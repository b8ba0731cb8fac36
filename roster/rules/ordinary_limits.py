"""The ordinary week of § 10-4 as the solver is told it: exact, though which of its figures holds depends on the roster.

An average of at most 36 hours is in order whatever is worked. Up to 38 it is in order unless the hours are those of
helkontinuerlig turnus (5), or of tredelt turnus with an average + R over 40 (6). Up to 40 it is in order for who
works on fewer than every third Sunday or red day, and less than three quarters of the time at night. Each «unless»
is a choice of limits of which one must hold; together they say what the paragraph says, case by case. Declared
passive duty counts less half of its resting time, at most 2 hours a shift, and at most 10 hours a week (2). Hours
that are too many only because the clock is set are let pass (D9).
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from functools import cached_property

from roster.domain.clock import Clock
from roster.domain.contract import blocks as contract_blocks
from roster.domain.frame import Frame
from roster.domain.kinds import Sort
from roster.domain.rhythm import is_night
from roster.domain.shift import Shift, paid, worked, worked_by_clock
from roster.domain.spans import HOUR, Span
from roster.rules import numbers
from roster.rules.asking import mine
from roster.rules.passive import lengthened
from roster.rules.red_occasions import red_occasions
from roster.rules.terms import terms
from roster.rules.week_blocks import Stretch, one_of, time_options
from roster.rules.zones import night_minutes, red_days, red_minutes, reds_touched
from solver.problem import AnyOf, Limit, Minutes, Occasions

YEAR_WEEKS = 52
SATURDAY = 5


def ordinary_limits(frame: Frame, who: str, blocks: Sequence[Stretch], why: str) -> Iterator[Limit]:
    """Limits that hold in each block of weeks just when its average keeps within the ordinary week of § 10-4."""
    on = frame.first_day
    in_force = terms(frame.brief, who)
    least, middle, most = in_force.average_round.amount, in_force.average_sundays.amount, in_force.average.amount
    doubtful = [one for one in blocks if not _surely_short(frame, who, one, least)]
    if not doubtful:
        return
    reds = red_occasions(frame, who)
    passive = any(one.passive_because for one in mine(frame, who))
    longest = min(most + numbers.PASSIVE_WEEK.on(on), max(most, numbers.PASSIVE_WEEK_CAP.on(on)))
    for block in doubtful:
        yield one_of(time_options(frame, who, block.weeks, block.most(most), why, lengthened), why)
        if passive:
            yield one_of(time_options(frame, who, block.weeks, block.most(longest), why), why)
    unless = _Exempt(frame, who, why)
    for block in doubtful:
        up_to_middle = time_options(frame, who, block.weeks, block.most(middle), why, lengthened)
        yield AnyOf((*up_to_middle, unless.little_night), why)
    if not frame.cyclic and reds.count < numbers.EVERY_SUNDAYS.on(on):
        return
    few_sundays = Occasions(
        who, reds.occasions, why, most=(reds.count - 1) // numbers.EVERY_SUNDAYS.on(on), base=reds.base
    )
    for block in doubtful:
        up_to_middle = time_options(frame, who, block.weeks, block.most(middle), why, lengthened)
        up_to_least = time_options(frame, who, block.weeks, block.most(least), why, lengthened)
        yield AnyOf((*up_to_middle, few_sundays), why)
        yield AnyOf((*up_to_least, few_sundays, *unless.not_round), why)
        yield AnyOf((*up_to_least, few_sundays, *unless.compensated(block), *unless.not_three_parts), why)


def shortening(frame: Frame, who: str) -> dict[str, int]:
    """By shift id, the sixtieths of a minute that working it takes off a full-time week, times the weeks of the plan.

    15 for each minute at night and 10 for each other red one (§ 10-4 (6)), whether or not the hours are tredelt turnus.
    """
    return _Exempt(frame, who, "").points


def _surely_short(frame: Frame, who: str, block: Stretch, least: int) -> bool:
    """The position alone keeps the block within the shortest week: what is paid is capped there and not exceeded."""
    assistant = frame.brief.assistant(who)
    capped = any(
        one.wanted is not None
        and tuple(range(one.first, one.last)) == block.weeks
        and one.wanted <= least * len(block.weeks)
        for one in contract_blocks(frame, assistant)
    )
    per_hour = frame.brief.settings.resting_paid
    return (
        not block.brought
        and capped
        and all(one.here and worked(one) <= paid(one, per_hour) for one in mine(frame, who))
    )


class _Exempt:
    """What takes a roster out of a shorter week, each as one limit over the whole plan."""

    def __init__(self, frame: Frame, who: str, why: str) -> None:
        self.frame, self.who, self.why = frame, who, why
        self.shifts = mine(frame, who)
        self.night = {one.id: night_minutes(frame, one, who) for one in self.shifts}
        self.on = frame.first_day

    @cached_property
    def points(self) -> dict[str, int]:
        """What each shift shortens the week by."""
        return {one.id: self._points(one) for one in self.shifts}

    def _sum(self, amounts: Iterator[tuple[str, int]], most: int) -> Minutes:
        return Minutes(self.who, tuple(one for one in amounts if one[1]), self.why, most=most)

    @cached_property
    def little_night(self) -> Minutes:
        """Less than three quarters of the time is night, or nothing is worked at all."""
        quarters = numbers.MAINLY_NIGHT_QUARTERS.on(self.on)
        return self._sum(((one.id, 4 * self.night[one.id] - quarters * worked(one)) for one in self.shifts), -1)

    @cached_property
    def not_round(self) -> tuple[Minutes, Minutes]:
        """Fewer nights, or fewer Sundays from Saturday 22 to Sunday 22, than helkontinuerlig turnus has."""
        weeks = self.frame.weeks
        nights = -(-numbers.ROUND_NIGHT_YEAR.on(self.on) * weeks // YEAR_WEEKS) - 1
        sundays = -(-numbers.ROUND_SUNDAY_YEAR.on(self.on) * weeks // YEAR_WEEKS) - 1
        return (
            self._sum(((one.id, self.night[one.id]) for one in self.shifts), nights),
            self._sum(((one.id, _sunday(self.frame.clock, one)) for one in self.shifts), sundays),
        )

    @cached_property
    def not_three_parts(self) -> tuple[Minutes | Occasions, ...]:
        """No days, no evenings, no nights, or days and evenings together under a quarter of the time."""
        day = [one.id for one in self.shifts if one.sort is Sort.DAY]
        evening = [one.id for one in self.shifts if one.sort is Sort.EVENING]
        night = [one.id for one in self.shifts if is_night(one)]
        return (
            *(Occasions(self.who, tuple((one,) for one in sort), self.why, most=0) for sort in (day, evening, night)),
            self._sum(((one.id, 3 * worked(one) - 4 * self.night[one.id]) for one in self.shifts), -1),
        )

    def compensated(self, block: Stretch) -> tuple[Minutes, ...]:
        """The block's average and R of the whole plan together are at most 40 hours (§ 10-4 (6)).

        Everything is times 60 × weeks of the plan × weeks of the block, so that it stays whole.
        """
        weeks, length = self.frame.weeks, block.count
        inside = frozenset(block.weeks)
        most = block.most(numbers.ORDINARY_WEEK.on(self.on)) * HOUR * weeks

        def amounts(time: Callable[[Shift], int]) -> Iterator[tuple[str, int]]:
            for one in self.shifts:
                ordinary = time(one) - lengthened(one) if self.frame.week_of(one) in inside else 0
                yield one.id, ordinary * HOUR * weeks + self.points[one.id] * length

        elapsed, clock = self._sum(amounts(worked), most), self._sum(amounts(worked_by_clock), most)
        return (elapsed,) if elapsed == clock else (elapsed, clock)

    def _points(self, shift: Shift) -> int:
        """Sixtieths of a minute by which the shift shortens the week: 15 a night hour, 10 a red hour by day."""
        reds = red_days(self.frame)
        by_night, by_red = numbers.NIGHT_BONUS.on(self.on), numbers.SUNDAY_BONUS.on(self.on)
        both = 0
        for red in reds_touched(shift, reds):
            start, end = max(shift.span.start, red.span.start), min(shift.span.end, red.span.end)
            part = Shift(
                shift.id,
                shift.kind,
                shift.sort,
                self.frame.clock.wall(start),
                self.frame.clock.wall(end),
                Span(start, end),
            )
            both += night_minutes(self.frame, part, self.who)
        return by_night * self.night[shift.id] + by_red * (red_minutes(shift, reds) - both)


def _sunday(clock: Clock, shift: Shift) -> int:
    """Elapsed minutes of the shift between Saturday 22 and Sunday 22."""
    saturday = shift.start.date() - timedelta(days=(shift.start.weekday() - SATURDAY) % 7)
    zones = (
        Span(
            clock.minute(clock.at(saturday + timedelta(days=by), 22 * HOUR)),
            clock.minute(clock.at(saturday + timedelta(days=by), 46 * HOUR)),
        )
        for by in (0, 7)
    )
    return sum(zone.overlap(shift.span) for zone in zones)
