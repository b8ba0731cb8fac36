"""Problems drawn so that limits and costs bite, the lines of their people, and what their best roster costs."""

from random import Random

from drawn import every_roster

from solver import judge
from solver.problem import (
    AllOrNone,
    Apart,
    Cover,
    Fixed,
    InARow,
    Limit,
    Minutes,
    Occasions,
    Off,
    Pattern,
    Person,
    Problem,
    Succession,
)
from solver.search.lines.columns import Generation, Lines
from solver.stretches import Shift

DAY = 24 * 60


def drawn(random: Random, people: int, days: int, kinds: int, history: int = 2) -> Problem:
    """Days of kinds of shift, of which some touch, with limits and costs that bite."""
    shifts = [
        Shift(f"{day}{'EDN'[kind]}", day * DAY + kind * 480, day * DAY + kind * 480 + random.choice((420, 480)))
        for day in range(-history, days)
        for kind in range(kinds)
    ]
    on = {day: tuple(one.id for one in shifts if one.start // DAY == day) for day in range(-history, days)}
    who = []
    limits: list[Limit] = []
    for at in range(people):
        past = tuple(random.choice(on[day]) for day in range(-history, 0) if random.random() < 0.6)
        who.append(Person(f"p{at}", past))
        limits += _of_person(random, f"p{at}", on, days, shifts)
    for one in shifts:
        if one.start >= 0:
            cost, over = random.choice((None, 7, 20)) if people == 1 else random.choice((7, 20)), random.choice((1, 5))
            limits.append(Cover(one.id, (one.id,), "need", random.choice((0, 1)), 1, cost=cost, over_cost=over))
    return Problem(tuple(who), tuple(shifts), tuple(limits), days * DAY)


def _of_person(random: Random, who: str, on: dict[int, tuple[str, ...]], days: int, shifts: list[Shift]) -> list[Limit]:
    ids = [one.id for one in shifts if one.start >= 0]
    all_days = tuple(on[day] for day in sorted(on))
    soft = random.choice((None, None, 3))

    def bounds(high: int) -> tuple[int | None, int | None]:
        least = random.choice((None, random.randint(1, high)))
        return least, random.choice((None, random.randint(least or 1, high)))

    row, rest, some = bounds(3), bounds(2), bounds(days)
    found: list[Limit] = [
        InARow(who, all_days, "row", *row, cost=soft),
        InARow(who, all_days, "rest", *rest, off=True, cost=random.choice((None, 2))),
        InARow(who, tuple((one[0],) for one in all_days), "same", *bounds(2), cost=4),
        Minutes(
            who, tuple((one.id, one.end - one.start) for one in shifts), "minutes", most=480 * days // 2, cost=soft
        ),
        Occasions(who, tuple((on[day][0],) for day in range(days)), "kind", *some, cost=random.choice((None, 6))),
        Occasions(who, tuple((*on[day], *on[day + 1]) for day in range(0, days - 1, 3)), "pairs", most=1, cost=soft),
        AllOrNone(who, tuple((on[day], on[day + 1]) for day in range(-1, days - 1, 3)), "whole", cost=soft),
        Fixed(who, (random.choice(ids),), "wish", cost=3),
        Off(who, tuple(random.sample(ids, 2)), "off", cost=random.choice((None, 5))),
        Pattern(who, (((on[0], True), (on[1], False)),), "pattern", cost=2),
    ]
    if random.random() < 0.8:
        found.append(Apart(who, "apart"))
    found.append(Succession(who, tuple((on[day][-1], on[day + 1][0]) for day in range(days - 1)), "late early"))
    return [one for one in found if random.random() < 0.75]


def generated(lines: Lines) -> Generation:
    generation = Generation(lines, dear=1000)
    while generation.grow(lambda: False):
        pass
    return generation


def least(problem: Problem) -> int | None:
    costs = [
        sum(judge.cost_by_reason(problem, works).values())
        for works in every_roster(problem)
        if not judge.broken(problem, works)
    ]
    return min(costs, default=None)
