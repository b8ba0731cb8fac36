"""Every rule read against a roster: the findings together, how many of each verdict, and what they rest on."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from roster.domain.finding import WORST_FIRST, Finding, Verdict
from roster.domain.frame import Frame
from roster.domain.kinds import Employer
from roster.domain.roster import Roster
from roster.rules import RULES
from roster.rules.terms import HOUSEHOLD_PROVISIONAL, terms
from roster.rules.zones import rests_on_may_alone
from roster.wording.findings import assumption
from roster.wording.numbers import time_of_day


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

    def of(self, rule: str) -> tuple[Finding, ...]:
        return tuple(one for one in self.findings if one.rule == rule)


def check(roster: Roster) -> Report:
    """What every rule finds in the roster."""
    findings = tuple(found for rule in RULES for found in rule.check(roster))
    return Report(roster, findings, _assumptions(roster.frame))


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
    eve = time_of_day(frame.clock.at(frame.first_day, brief.settings.eve_of_may_from))
    return tuple(assumption(key, eve) for key in keys)
