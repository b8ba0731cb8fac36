"""What a plan of the examples has to reach besides its points: counted in the rosters, not asked of the solver."""

from collections.abc import Iterator
from fractions import Fraction

from roster.checking.check import check
from roster.domain.kinds import Position
from roster.domain.plan import Plan
from roster.domain.roster import Roster
from roster.domain.shared_out import shared_out
from roster.domain.statistics import PersonStatistics, Statistics, statistics
from roster.rules import contract_hours

FIRST = 5.0
"""Seconds within which a roster that fills all and breaks nothing is there."""
SPREAD = 1
"""Weekends that nobody may have more or fewer than by position."""
ROUND_THE_CLOCK = frozenset({"hele-dognet"})
"""The examples of which all is asked; of the others that their rosters are in order."""


def missed(instance: str, plan: Plan, first_seconds: float | None) -> tuple[str, ...]:
    """What the plan has not reached of what is asked of that example, in words."""
    rosters = (plan.roster,) if plan.rollout is None else (plan.roster, plan.rollout)
    found = [one for roster in rosters for one in _not_in_order(roster)]
    if instance in ROUND_THE_CLOCK:
        found += _not_round_the_clock(plan.roster, first_seconds)
    return tuple(found)


def _not_in_order(roster: Roster) -> Iterator[str]:
    where = "cycle" if roster.frame.cyclic else "dates"
    opened = sum(missing for _, missing in roster.open)
    if opened:
        yield f"{opened} open in {where}"
    failing = [one for one in check(roster).findings if one.verdict.fails]
    for rule in sorted({one.rule for one in failing}):
        yield f"{sum(one.rule == rule for one in failing)} × {rule} in {where}"


def _not_round_the_clock(roster: Roster, first_seconds: float | None) -> Iterator[str]:
    if first_seconds is None or first_seconds > FIRST:
        yield "first roster too late" if first_seconds is None else f"first roster at {first_seconds:.1f} s"
    counted = statistics(roster)
    if counted.substitute:
        yield f"{counted.substitute} minutes by vikar"
    for person in roster.frame.people:
        if person.position is Position.PERMANENT:
            if any(one.verdict.fails for one in contract_hours.check_of(roster, person)):
                yield f"{person.id} short of contract"
            yield from _unwished(counted.of(person.id))
    spread = spread_of_weekends(roster, counted)
    if spread > SPREAD:
        yield f"weekends {float(spread):.2f} from the share by position"


def _unwished(counted: PersonStatistics) -> Iterator[str]:
    numbers = {
        "split weekends": counted.split_weekends,
        "single nights": counted.single_nights,
        "lone work days": counted.lone_work_days,
        "returns under 14 h": counted.quick_returns,
    }
    for what, number in numbers.items():
        if number:
            yield f"{counted.who}: {number} {what}"


def spread_of_weekends(roster: Roster, counted: Statistics) -> Fraction:
    """The most that anybody with a position has more or fewer weekends worked than their share by position.

    A share is no more than every second weekend, for more Sundays are not lawful (aml § 10-8 (4)): what a large position
    cannot take is shared by the others.
    """
    weights = {one.id: one.contract_week for one in roster.frame.people if one.contract_week > 0}
    had = {who: counted.of(who).weekends for who in weights}
    shares = shared_out(Fraction(sum(had.values())), weights, Fraction(roster.frame.weeks, 2))
    return max((abs(had[who] - share) for who, share in shares.items()), default=Fraction(0))
