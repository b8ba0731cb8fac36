"""Every rule read against a roster: the findings together, how many of each verdict, and what they rest on."""

import gc
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeAlias

from roster.domain.finding import WORST_FIRST, Finding, Verdict
from roster.domain.frame import Frame
from roster.domain.kinds import Employer
from roster.domain.roster import Roster
from roster.rules import RULES
from roster.rules.terms import HOUSEHOLD_PROVISIONAL, terms
from roster.rules.zones import rests_on_may_alone
from roster.wording.findings import assumption
from roster.wording.numbers import time_of_day

ByPerson: TypeAlias = defaultdict[tuple[str, str | None], list[Finding]]
"""What the rule of that id has found of somebody."""
ALL_COUNTED = frozenset(one.id for one in RULES if one.counts_only)
"""The rules that find the same while as many are on each shift."""


@dataclass(frozen=True)
class Report:
    """The findings in the rules' order; ``verdict`` is the worst of them.

    ``assumptions``: what was taken for granted, in words.
    """

    roster: Roster
    findings: tuple[Finding, ...]
    assumptions: tuple[str, ...]
    counts: Mapping[Verdict, int] = field(init=False)
    verdict: Verdict = field(init=False)

    def __post_init__(self) -> None:
        number = Counter(one.verdict for one in self.findings)
        object.__setattr__(self, "counts", {verdict: number[verdict] for verdict in Verdict})
        worst = next((verdict for verdict in WORST_FIRST if number[verdict]), Verdict.OK)
        object.__setattr__(self, "verdict", worst)

    @property
    def fails(self) -> bool:
        """Something is a breach, needs an agreement, or is missing (D1)."""
        return any(one.verdict.fails for one in self.findings)

    @property
    def worst_first(self) -> tuple[Finding, ...]:
        """The findings by verdict, in the rules' order within each."""
        return tuple(sorted(self.findings, key=lambda one: WORST_FIRST.index(one.verdict)))

    @cached_property
    def by_person(self) -> ByPerson:
        """What each rule found of each assistant."""
        found: ByPerson = defaultdict(list)
        for one in self.findings:
            found[one.rule, one.who].append(one)
        return found

    def of(self, rule: str) -> tuple[Finding, ...]:
        return tuple(one for one in self.findings if one.rule == rule)


def check(roster: Roster) -> Report:
    """What every rule finds in the roster."""
    with _nothing_collected():
        return Report(roster, _findings(roster, None, frozenset()), _assumptions(roster.frame))


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """What is found of a year stays until the end: to look for rubbish in it meanwhile takes a fifth of the time."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def check_again(report: Report, roster: Roster) -> Report:
    """The same as ``check(roster)``, of a roster in the same frame in which few have other shifts than in the report's.

    Read again is what the rules find of those few and of those who stand beside them, and what they find across all.
    """
    before = report.roster
    if roster.frame is not before.frame:
        return check(roster)
    changed = roster.take_over(before)
    if not changed:
        return replace(report, roster=roster)
    kept = ALL_COUNTED if roster.as_many_on_each_as(before) else frozenset()
    return Report(roster, _findings(roster, report.by_person, changed, kept), report.assumptions)


def _findings(
    roster: Roster, before: ByPerson | None, changed: frozenset[str], kept: frozenset[str] = frozenset()
) -> tuple[Finding, ...]:
    """What every rule finds; of those who are not concerned by what has changed, and by rules ``kept``, as before."""
    found_by: dict[str, list[Finding]] = {}
    for rule in RULES:
        found = found_by[rule.id] = []
        if before is not None and rule.id in kept:
            found += before[rule.id, None]
            continue
        if rule.of is None and rule.across is None:
            found += rule.check(roster)
            continue
        if rule.of is not None:
            again = changed.union(*(rule.beside(roster.frame, who) for who in changed))
            for person in roster.frame.people:
                if before is None or person.id in again:
                    found += rule.of(roster, person)
                else:
                    found += before[rule.id, person.id]
        if rule.across is not None:
            found += rule.across(roster, found_by.__getitem__)
    return tuple(one for found in found_by.values() for one in found)


def _assumptions(frame: Frame) -> tuple[str, ...]:
    brief = frame.brief
    keys: list[str] = []
    if frame.cyclic:
        keys.append("cycle")
    elif not brief.history and not brief.balances:
        keys.append("no-history")
    if brief.arrangement.employer is Employer.PRIVATPERSON:
        keys.append(HOUSEHOLD_PROVISIONAL)
    if not frame.cyclic and any(rests_on_may_alone(day) for day in frame.dates):
        keys.append("eve-of-may")
    longest = max((terms(brief, one.id).averaging_weeks or 0 for one in frame.people), default=0)
    if not frame.cyclic and longest > frame.weeks:
        keys.append("beyond-plan")
    on_call = next((one for one in frame.shifts if one.is_standby), None)
    if on_call is not None:
        keys.append("standby")
    parts = 0 if on_call is None else on_call.standby_parts
    eve = time_of_day(frame.clock.at(frame.first_day, brief.settings.eve_of_may_from))
    return tuple(assumption(key, eve, parts) for key in keys)
