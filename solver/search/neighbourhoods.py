"""Which choices to open at once: stretches of days, people, kinds of shift, and what costs points."""

from collections.abc import Callable, Mapping
from random import Random

from solver.search.parts import Parts, Values

DAY = 24 * 60


class Field:
    """The choices of a model by day, by person and by the hour they start."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        shift = parts.model.problem.shift
        self.day = {at: shift[id_].start // DAY for at, (_, id_) in parts.pair_of.items()}
        self.hour = {at: shift[id_].start % DAY for at, (_, id_) in parts.pair_of.items()}
        self.person = {at: person for at, (person, _) in parts.pair_of.items()}
        self.people = sorted(set(self.person.values()))
        self.hours = sorted(set(self.hour.values()))
        self.days = max(self.day.values(), default=0) + 1
        self.wraps = parts.model.problem.cycle is not None
        self.at_day: list[list[int]] = [[] for _ in range(self.days)]
        for at, day in self.day.items():
            self.at_day[day].append(at)

    def __len__(self) -> int:
        return len(self.day)

    def stretch(self, first: int, length: int) -> list[int]:
        """Days in a row from ``first``, round the seam of a cycle, within the ends of a calendar."""
        length = min(length, self.days)
        if self.wraps:
            return [(first + step) % self.days for step in range(length)]
        first = min(max(0, first), self.days - length)
        return list(range(first, first + length))

    def choices(self, days: list[int], people: set[str] | None = None, hours: set[int] | None = None) -> set[int]:
        return {
            at
            for day in set(days)
            for at in self.at_day[day]
            if (people is None or self.person[at] in people) and (hours is None or self.hour[at] in hours)
        }

    def days_of(self, variable: int) -> list[int]:
        """The days of the choices that settle it, in order."""
        settled_by = self.parts.touches.get(variable, {variable})
        return sorted({self.day[at] for at in settled_by if at in self.day})

    def days_for(self, size: int, share: float = 1.0) -> int:
        """How many days hold about ``size`` choices, when only a ``share`` of each day is opened."""
        a_day = max(1e-9, share * len(self) / self.days)
        return min(self.days, max(1, round(size / a_day)))


Opening = Callable[[Field, Values, Random, int], set[int]]


def window(field: Field, values: Values, random: Random, size: int) -> set[int]:
    """All people on days in a row."""
    return field.choices(field.stretch(random.randrange(field.days), field.days_for(size)))


def two_windows(field: Field, values: Values, random: Random, size: int) -> set[int]:
    """All people on two stretches of days, so that work can move from one to the other."""
    half = field.days_for(size // 2)
    first, second = random.randrange(field.days), random.randrange(field.days)
    return field.choices([*field.stretch(first, half), *field.stretch(second, half)])


def lines(field: Field, values: Values, random: Random, size: int) -> set[int]:
    """A few people, for as long as there is room."""
    few = random.sample(field.people, min(len(field.people), random.choice((2, 2, 3, 4))))
    return _lines(field, set(few), random.randrange(field.days), size)


def hours(field: Field, values: Values, random: Random, size: int) -> set[int]:
    """Shifts that start at one or two times of the day, by all people."""
    some = set(random.sample(field.hours, min(len(field.hours), random.choice((1, 1, 2)))))
    share = sum(hour in some for hour in field.hour.values()) / max(1, len(field))
    return field.choices(field.stretch(random.randrange(field.days), field.days_for(size, share)), hours=some)


def weekdays(field: Field, values: Values, random: Random, size: int) -> set[int]:
    """The same two or three days of every week, or of as many weeks as there is room for."""
    first, some = random.randrange(7), random.choice((2, 3))
    wanted = {(first + step) % 7 for step in range(some)}
    days = field.stretch(random.randrange(field.days), field.days_for(size, some / 7))
    return field.choices([day for day in days if day % 7 in wanted])


def costly_window(field: Field, values: Values, random: Random, size: int) -> set[int]:
    """All people on the days round something that costs points."""
    centre = _costly(field, values, random)
    if centre is None:
        return window(field, values, random, size)
    length = field.days_for(size)
    return field.choices(field.stretch(field.day[centre] - random.randrange(length), length))


def costly_lines(field: Field, values: Values, random: Random, size: int) -> set[int]:
    """The one who costs points, and one or two others, for as long as there is room."""
    centre = _costly(field, values, random)
    if centre is None:
        return lines(field, values, random, size)
    others = [one for one in field.people if one != field.person[centre]]
    few = random.sample(others, min(len(others), random.choice((1, 1, 2, 3))))
    return _lines(field, {field.person[centre], *few}, field.day[centre], size)


OPENINGS: Mapping[str, Opening] = {
    "window": window,
    "two windows": two_windows,
    "lines": lines,
    "hours": hours,
    "weekdays": weekdays,
    "costly window": costly_window,
    "costly lines": costly_lines,
}


def _lines(field: Field, people: set[str], centre: int, size: int) -> set[int]:
    length = field.days_for(size, len(people) / max(1, len(field.people)))
    return field.choices(field.stretch(centre - length // 2, length), people)


def _costly(field: Field, values: Values, random: Random) -> int | None:
    """A choice that has part in a cost: the cost drawn by its points (their root, lest one reason take all)."""
    # What is worth its points only while it is worked costs as much when it is not.
    found = ((at, cost * (values[at] - (cost < 0))) for at, cost in field.parts.costs)
    paid = [(at, points**0.5) for at, points in found if points > 0]
    paid = [(at, points) for at, points in paid if field.parts.touches.get(at) or at in field.day]
    if not paid:
        return None
    chosen = random.choices([at for at, _ in paid], [points for _, points in paid])[0]
    if chosen in field.day:
        return chosen
    return random.choice(sorted(field.parts.touches[chosen]))
