"""A realistic problem: round-the-clock shifts by seven people of unequal positions, as a cycle or with dates."""

from collections.abc import Iterable

from solver.problem import (
    AllOrNone,
    AnyOf,
    Apart,
    Balance,
    Cover,
    InARow,
    Limit,
    Minutes,
    Occasions,
    Person,
    Problem,
    Share,
    Succession,
    Works,
)
from solver.rest import FreeBlocks, RestInWindow, Week
from solver.stretches import Shift, Span

DAY, WEEK = 24 * 60, 7 * 24 * 60
FULL_TIME = 35 * 60 + 30
KINDS = {"D": (7 * 60 + 30, 450), "K": (15 * 60, 450), "N": (22 * 60 + 30, 540)}
SEVEN = (100, 80, 75, 60, 60, 50, 50)


class Sample:
    """Shifts of so many weeks from a Monday, and where they lie."""

    def __init__(self, weeks: int, percents: tuple[int, ...] = SEVEN, *, cyclic: bool = True) -> None:
        self.weeks, self.days, self.percents, self.cyclic = weeks, weeks * 7, percents, cyclic
        self.people = tuple(f"p{at}" for at in range(len(percents)))
        self.shifts = {
            (day, kind): Shift(f"{day}{kind}", day * DAY + start, day * DAY + start + length)
            for day in range(self.days)
            for kind, (start, length) in KINDS.items()
        }

    def ids(self, day: int, kinds: str = "DKN") -> tuple[str, ...]:
        return tuple(self.shifts[day, kind].id for kind in kinds)

    def over(self, low: int, high: int) -> tuple[str, ...]:
        """Shifts with a minute in the span, round the cycle."""
        laps = (-self.weeks * WEEK, 0, self.weeks * WEEK) if self.cyclic else (0,)
        return tuple(
            one.id for one in self.shifts.values() for lap in laps if one.start + lap < high and one.end + lap > low
        )

    def minutes(self, days: Iterable[int]) -> tuple[tuple[str, int], ...]:
        return tuple((self.shifts[day, kind].id, KINDS[kind][1]) for day in days for kind in KINDS)

    def contract(self, at: int, weeks: int) -> int:
        return FULL_TIME * self.percents[at] * weeks // 100

    def problem(self) -> Problem:
        limits = [*self._cover(), *self._balance()]
        for at, person in enumerate(self.people):
            limits += [*self._rest(person), *self._hours(at, person), *self._shape(person)]
        horizon = self.weeks * WEEK
        return Problem(
            tuple(Person(one) for one in self.people),
            tuple(self.shifts.values()),
            tuple(limits),
            horizon,
            horizon if self.cyclic else None,
        )

    def _windows(self, size: int) -> list[list[int]]:
        """Every ``size`` weeks in a row."""
        firsts = range(self.weeks if self.cyclic and self.weeks > size else self.weeks - size + 1)
        return [[(first + step) % self.weeks for step in range(size)] for first in firsts]

    def _cover(self) -> Iterable[Limit]:
        for (day, kind), one in self.shifts.items():
            yield Cover(one.id, (one.id,), "cover", 1, 1, cost=60 * KINDS[kind][1])
            _ = day

    def _rest(self, person: str) -> Iterable[Limit]:
        yield Apart(person, "apart")
        yield RestInWindow(person, 660, 1440, "daily rest")
        weeks = []
        for week in range(self.weeks):
            days = tuple(Span(day * DAY, (day + 1) * DAY) for day in range(week * 7, week * 7 + 7))
            weeks.append(Week(Span(week * WEEK, (week + 1) * WEEK), days, days[-1:]))
        yield FreeBlocks(person, 2100, tuple(weeks), "weekly rest", 4, 50, "loose rest")

    def _hours(self, at: int, person: str) -> Iterable[Limit]:
        days = range(self.days)
        due = self.contract(at, self.weeks)
        yield Minutes(person, self.minutes(days), "contract", most=due)
        yield Minutes(person, self.minutes(days), "too little", least=due - 225, cost=60)
        for run in self._windows(8):
            yield Minutes(person, self.minutes(_days(run)), "48 hours", most=48 * 60 * 8)
        for week in range(self.weeks):
            yield Minutes(person, self.minutes(_days([week])), "54 hours", most=54 * 60)
        sundays = [self.ids(week * 7 + 6) for week in range(self.weeks)]
        yield Occasions(person, tuple(sundays), "half the sundays", most=self.weeks // 2)
        for run in self._windows(4):
            yield Occasions(person, tuple(sundays[week] for week in run), "sundays in a row", most=3)
            nights = tuple((one,) for day in _days(run) for one in self.ids(day, "N"))
            few = Occasions(person, nights, "", most=3)
            yield AnyOf((few, Minutes(person, self.minutes(_days(run)), "", most=10640)), "nights or hours")
            if at >= len(self.people) - 2:
                yield Occasions(person, nights, "few nights", most=2)

    def _shape(self, person: str) -> Iterable[Limit]:
        days = tuple(self.ids(day) for day in range(self.days))
        nights = tuple(self.ids(day, "N") for day in range(self.days))
        weekends = []
        for week in range(self.weeks):
            saturday, sunday = (week * 7 + 5) * DAY, (week * 7 + 6) * DAY
            weekends.append((self.over(saturday, sunday), self.over(sunday, sunday + DAY)))
        yield AllOrNone(person, tuple(weekends), "split weekend", 1000)
        yield InARow(person, days, "lone work day", least=2, cost=300)
        yield InARow(person, days, "many work days", most=5, cost=500)
        yield InARow(person, days, "lone day off", least=2, off=True, cost=100)
        yield InARow(person, nights, "lone night", least=2, cost=500)
        yield InARow(person, nights, "many nights", most=4)
        yield InARow(person, nights, "four nights", most=3, cost=100)
        quick = [
            (self.shifts[day, one].id, self.shifts[day + 1, other].id)
            for day in range(self.days - 1)
            for one, other in (("K", "D"), ("N", "K"))
        ]
        yield Succession(person, tuple(quick), "quick return", 200)

    def _balance(self) -> Iterable[Limit]:
        weekends = tuple(self.over((week * 7 + 4) * DAY + 18 * 60, (week * 7 + 7) * DAY) for week in range(self.weeks))
        evenings = tuple(self.ids(day, "K") for day in range(self.days))
        nights = tuple(self.ids(day, "N") for day in range(self.days))
        for because, occasions, cost in (
            ("weekends", weekends, 300),
            ("evenings", evenings, 50),
            ("nights", nights, 50),
        ):
            who = zip(self.people, self.percents, strict=True)
            shares = [Share(person, percent, occasions) for person, percent in who]
            yield Balance(tuple(shares[:-2] if because == "nights" else shares), because, cost)


def _days(weeks: Iterable[int]) -> list[int]:
    return [week * 7 + step for week in weeks for step in range(7)]


def rolled_out(sample: Sample, works: Works, weeks: int) -> Works:
    """The roster of a cycle, repeated with dates."""
    return frozenset(
        (person, f"{int(shift[:-1]) + lap * sample.days}{shift[-1]}")
        for person, shift in works
        for lap in range(-(-weeks // sample.weeks))
        if int(shift[:-1]) + lap * sample.days < weeks * 7
    )
