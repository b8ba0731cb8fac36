"""Where one version ends and another begins: what breaks in the joint, and in neither of the two."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from roster.checking.worse import worse
from roster.domain.finding import Finding
from roster.domain.frame import Frame
from roster.domain.plan import Plan
from roster.domain.roster import Roster
from roster.rules import RULES, compensating_rest, daily_rest, hours_day, sundays, two_places, weekly_rest, young_rest
from roster.rules.verdicts import UNSIGNED
from roster.workflow.in_force import InForce, in_force, laid_over
from roster.workflow.worked_roster import planned_roster

OVER_THE_JOINT = frozenset(
    one.ID for one in (compensating_rest, daily_rest, hours_day, sundays, two_places, weekly_rest, young_rest)
)
"""Rules that ask of the days next to each other; averages are asked of each plan as a whole."""
NEAR = timedelta(weeks=4)
"""As far as the rest of one plan reaches into another (D21)."""

Judged = tuple[Frame, Finding]


def at_joints(used: Sequence[InForce], number: str) -> Iterator[Judged]:
    """What breaks the law, or needs an agreement, where the version meets what runs before and after it."""
    for before, after in pairwise(one for one in used if not one.roster.frame.cyclic):
        if number in (before.version, after.version) and before.version != after.version:
            yield from _at(used, before, after)


def at_joints_of(folder: Path, number: str, plan: Plan) -> tuple[Judged, ...]:
    """The same of a version that may not be in use: where it would meet what runs."""
    used = in_force(folder)
    if not any(one.version == number for one in used):
        since = plan.brief.period.start
        used = laid_over(used, InForce(number, plan.dated, since, plan.until))
    return tuple(at_joints(used, number))


def worse_at_joints(before: Iterable[Judged], after: Iterable[Judged]) -> tuple[Judged, ...]:
    """Those of ``after`` that were not there, or not as far from the limit."""
    every = tuple(after)
    new = worse((one for _, one in before), (one for _, one in every))
    return tuple(pair for pair in every if pair[1] in new)


def _at(used: Sequence[InForce], before: InForce, after: InForce) -> Iterator[Judged]:
    """What each of the two finds by itself is no matter of the joint: as it would have gone on, or have begun."""
    joint = after.first
    first, last = joint - NEAR, joint + NEAR - timedelta(days=1)
    days = [one for one in _from(used, first) if not one.roster.frame.cyclic]
    both = planned_roster(days, first, last)
    gone_on = [*(one for one in days if one.first < before.first), replace(before, last=None)]
    begun = [replace(after, first=after.roster.frame.dates[0]), *(one for one in days if one.first > joint)]
    # A grunnturnus runs after the last of its dates, too, and nothing is known of those days.
    had = planned_roster(gone_on, first, min(last, max(first, before.roster.frame.dates[-1])))
    has = planned_roster(begun, max(first, begun[0].first), last)
    for one in worse((*_found(had), *_found(has)), _found(both)):
        yield both.frame, one


def _from(used: Iterable[InForce], day: date) -> list[InForce]:
    return [one for one in used if one.last is None or one.last >= day]


def _found(roster: Roster) -> tuple[Finding, ...]:
    return tuple(
        one
        for rule in RULES
        if rule.id in OVER_THE_JOINT
        for one in rule.check(roster)
        if one.verdict.fails
        and not one.before
        and one.facts.get("about") != sundays.HALF
        and one.facts.get("why") != UNSIGNED
    )
