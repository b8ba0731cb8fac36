"""Why this: what it would cost and break to give a shift to somebody, and why it is nobody else's."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from roster.checking.check import Report, check, check_again
from roster.checking.worse import worse
from roster.domain.finding import Finding
from roster.domain.roster import Roster
from roster.domain.rotation import on_one_line
from roster.domain.shift import Shift
from roster.planning.result import Stop, Why
from roster.planning.search import Search
from roster.planning.weighing import Weighing
from roster.workflow.naming import assistant_named, shift_named
from roster.workflow.opening import read_plan


@dataclass(frozen=True, slots=True)
class Given:
    """The roster with the shift given to an assistant and nothing else otherwise.

    ``instead_of`` loses it; None where there is room for one more. ``broken``: what the checker then finds besides
    what it finds now. ``costs``: points by reason key.
    """

    who: str
    instead_of: str | None
    roster: Roster
    broken: tuple[Finding, ...]
    costs: Mapping[str, int]

    @property
    def cost(self) -> int:
        return sum(self.costs.values())


@dataclass(frozen=True, slots=True)
class Swapped:
    """The cheapest swap found that gives the shift as asked; ``broken`` as above."""

    roster: Roster
    broken: tuple[Finding, ...]
    costs: Mapping[str, int]

    @property
    def cost(self) -> int:
        return sum(self.costs.values())


@dataclass(frozen=True, slots=True)
class WhyThis:
    """``given`` None: the assistant has the shift. ``swapped``: sought where giving it breaks a rule; a ``Why`` is

    why no roster gives it, None that the time was too short. ``others``: the same for everybody else.
    ``common``: the roster is one in which all walk the same line.
    """

    roster: Roster
    shift: Shift
    who: str
    costs: Mapping[str, int]
    given: Given | None
    swapped: Swapped | Why | None
    others: tuple[Given, ...]
    stopped: bool
    common: bool

    @property
    def cost(self) -> int:
        return sum(self.costs.values())


def why(path: Path, shift: str, assistant: str, today: date, seconds: float, stop: Stop) -> WhyThis:
    """What giving the shift to the assistant leads to; raises ``Faults``."""
    plan = read_plan(path).plan
    named = shift_named(plan, shift, path, today)
    who = assistant_named(plan.brief, assistant, path).id
    roster, meant = named.roster, named.shift
    weighing, report = Weighing(roster), check(roster)
    has = who in roster.on(meant.id)
    given = None if has else _given(weighing, report, who, meant)
    swapped: Swapped | Why | None = None
    if given is not None and given.broken:
        swapped = _swapped(weighing, report, given, meant, Search(stop=stop), seconds)
    others = tuple(
        _given(weighing, report, one.id, meant, instead_of=who if has else None)
        for one in roster.frame.people
        if one.id != who and one.id not in roster.on(meant.id)
    )
    return WhyThis(
        roster=roster,
        shift=meant,
        who=who,
        costs=weighing.costs(roster),
        given=given,
        swapped=swapped,
        others=others,
        stopped=stop(),
        common=roster.frame.cyclic and bool(on_one_line(plan.brief, who)),
    )


def _given(weighing: Weighing, report: Report, who: str, shift: Shift, instead_of: str | None = None) -> Given:
    """Where the shift is full, it is taken from the one for whom that breaks and costs the least."""
    holders: tuple[str | None, ...] = (instead_of,) if instead_of else weighing.roster.on(shift.id)
    if len(weighing.roster.filling(shift.id)) < max(shift.wanted, 1) or not holders:
        holders = (None,)
    tried = []
    for holder in holders:
        after = weighing.given(who, shift, holder)
        broken = worse(report.findings, check_again(report, after).findings)
        tried.append(Given(who, holder, after, broken, weighing.costs(after)))
    return min(tried, key=lambda one: (len(one.broken), one.cost, one.instead_of or ""))


def _swapped(
    weighing: Weighing, report: Report, given: Given, shift: Shift, search: Search, seconds: float
) -> Swapped | Why | None:
    found = weighing.swap(given.who, shift, search, seconds)
    if found is None or isinstance(found, Why):
        return found
    broken = worse(report.findings, check_again(report, found.roster).findings)
    return Swapped(found.roster, broken, found.costs)
