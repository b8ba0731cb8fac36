"""Every rule read against a roster: the findings together, how many of each verdict, and what they rest on."""

import gc
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import chain

from roster.domain.finding import WORST_FIRST, Finding, Verdict
from roster.domain.frame import Frame
from roster.domain.kinds import Employer
from roster.domain.roster import Roster
from roster.rules import RULES
from roster.rules.rule import Rule, nobody
from roster.rules.terms import HOUSEHOLD_PROVISIONAL, terms
from roster.rules.zones import rests_on_may_alone
from roster.wording.findings import assumption
from roster.wording.numbers import time_of_day

ALL_COUNTED = frozenset(one.id for one in RULES if one.counts_only)
"""The rules that find the same while as many are on each shift."""


@dataclass(frozen=True, slots=True)
class Found:
    """What one rule has found: of each assistant, in the brief's order, and then across all of them."""

    of: tuple[tuple[Finding, ...], ...]
    across: tuple[Finding, ...]

    def __iter__(self) -> Iterator[Finding]:
        return chain(chain.from_iterable(self.of), self.across)


@dataclass(frozen=True)
class Report:
    """The findings in the rules' order; ``verdict`` is the worst of them.

    ``assumptions``: what was taken for granted, in words. ``found``: the same findings by the rule's id.
    """

    roster: Roster
    findings: tuple[Finding, ...]
    assumptions: tuple[str, ...]
    found: Mapping[str, Found] = field(repr=False, compare=False)
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

    def of(self, rule: str) -> tuple[Finding, ...]:
        return tuple(one for one in self.findings if one.rule == rule)


def check(roster: Roster) -> Report:
    """What every rule finds in the roster."""
    with _nothing_collected():
        found: dict[str, Found] = {}
        for rule in RULES:
            found[rule.id] = _whole(rule, roster, found)
        return _report(roster, found, _assumptions(roster.frame))


def _report(roster: Roster, found: Mapping[str, Found], assumptions: tuple[str, ...]) -> Report:
    return Report(roster, tuple(chain.from_iterable(found.values())), assumptions, found)


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
    differing = roster.take_over(before)
    if not differing:
        return replace(report, roster=roster)
    changed = frozenset(who for who, _ in differing)
    kept = ALL_COUNTED if roster.as_many_on_each_as(before, differing) else frozenset()
    places = {person.id: at for at, person in enumerate(roster.frame.people)}
    found: dict[str, Found] = {}
    with _nothing_collected():
        for rule in RULES:
            known = report.found[rule.id]
            found[rule.id] = known if rule.id in kept else _again(rule, roster, known, changed, places, found)
        return _report(roster, found, report.assumptions)


def _whole(rule: Rule, roster: Roster, others: Mapping[str, Found]) -> Found:
    """What the rule finds of everybody; ``others``: what the rules before it have found."""
    if rule.of is None and rule.across is None:
        return Found((), tuple(rule.check(roster)))
    of = () if rule.of is None else tuple([tuple(rule.of(roster, person)) for person in roster.frame.people])
    return Found(of, _across(rule, roster, Found(of, ()), others))


def _again(
    rule: Rule,
    roster: Roster,
    known: Found,
    changed: frozenset[str],
    places: Mapping[str, int],
    others: Mapping[str, Found],
) -> Found:
    """The same; of those who are not concerned by what has changed it is known."""
    if rule.of is None:
        return _whole(rule, roster, others)
    frame = roster.frame
    again = changed
    if rule.beside is not nobody:
        again = changed.union(*(rule.beside(frame, who) for who in changed))
    of = list(known.of)
    for at in sorted([places[who] for who in again if who in places]):
        of[at] = tuple(rule.of(roster, frame.people[at]))
    now = tuple(of)
    return Found(now, _across(rule, roster, Found(now, ()), others))


def _across(rule: Rule, roster: Roster, own: Found, others: Mapping[str, Found]) -> tuple[Finding, ...]:
    if rule.across is None:
        return ()
    return tuple(rule.across(roster, {**others, rule.id: own}.__getitem__))


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
