"""Drøfting av arbeidsplanen: aml § 10-3.

Read as: the plan is discussed with the reps, or with the assistants where none are elected (D36), at the latest 14 days
before it starts, counted in dates. A collective agreement may say otherwise, so less needs that agreement where the
employer is bound by one, and is a breach where not. A draft of which no date is told is to be discussed in time, and
is never a breach: what is discussed late is put off, not undone. It is not what the planner makes that is late, so
the solver is told nothing.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from roster.domain.brief import Brief
from roster.domain.finding import Finding, Owed, Unit, Verdict
from roster.domain.frame import Frame
from roster.domain.kinds import Tariff
from roster.domain.roster import Roster
from roster.rules import numbers
from roster.rules.numbers import aml
from roster.rules.rule import Rule
from roster.rules.verdicts import Judged, found
from solver.problem import Limit

ID = "plan-notice"
SOURCE = aml("10-3")
NOT_YET = "not_discussed"


def check(roster: Roster) -> Iterator[Finding]:
    brief = roster.frame.brief
    yield notice(brief, brief.discussed, brief.period.start)


def notice(brief: Brief, discussed: date | None, start: date) -> Finding:
    """The notice of a plan that was discussed that day and takes effect on ``start``, which may be after its first."""
    bound = brief.arrangement.tariff is not Tariff.NONE
    could = ("tariffavtale om en annen frist",) if bound else ()
    owed = Owed(numbers.PLAN_NOTICE_DAYS.on(start), (SOURCE.paragraph,), could)
    last = start - timedelta(days=owed.amount)
    days = None if discussed is None else (start - discussed).days
    if days is None:
        judged = Judged(Verdict.CONSIDER, owed, NOT_YET)
    elif days >= owed.amount:
        judged = Judged(Verdict.OK, owed)
    else:
        judged = Judged(Verdict.NEEDS_AGREEMENT if bound else Verdict.BREACH, owed)
    reps = int(brief.arrangement.elected_reps)
    return found(ID, SOURCE, judged, None, None, measured=days, unit=Unit.COUNT, last=last.isoformat(), reps=reps)


def limits(_: Frame) -> Iterator[Limit]:
    """Nothing: when the plan is discussed does not depend on who works what."""
    yield from ()


RULE = Rule(ID, SOURCE, check, limits)
