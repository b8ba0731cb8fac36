"""Ukeskillet ligger fast: aml § 10-8 (2), working-time-rules.md section 1, D10, D13.

Read as: where the week is cut may be chosen, but not moved about from week to week or over other short periods. A cut
that changes inside a plan is moved about. From plan to plan it may change once, and then stands: a second change
within a year is to be considered. Where nothing is on record of the time before, the plan has one cut and keeps it.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from roster.domain.finding import Finding, Unit, Verdict
from roster.domain.frame import Frame
from roster.domain.roster import Roster
from roster.rules.numbers import aml
from roster.rules.rule import Rule
from solver.problem import Limit

ID = "setting-valid"
SOURCE = aml("10-8 (2)")
WITHIN, BETWEEN = "within_plan", "between_plans"
YEAR = timedelta(weeks=52)


def check(roster: Roster) -> Iterator[Finding]:
    frame = roster.frame
    first, end = frame.dates[0], frame.dates[-1] + timedelta(days=1)
    moves = _moves(frame)
    within = sum(first < day < end for day in moves)
    lately = sum(first - YEAR < day < end for day in moves)
    if within:
        yield _finding(Verdict.BREACH, within, 0, WITHIN)
    elif lately > 1:
        yield _finding(Verdict.CONSIDER, lately, 1, BETWEEN)
    else:
        yield _finding(Verdict.OK, lately, 1, "")


def _moves(frame: Frame) -> list[date]:
    """The days from which the week was cut elsewhere than before."""
    cuts = sorted(frame.brief.settings.cuts, key=lambda one: one.since)
    return [
        after.since
        for before, after in pairwise(cuts)
        if (before.weekday, before.minute) != (after.weekday, after.minute)
    ]


def _finding(verdict: Verdict, measured: int, limit: int, why: str) -> Finding:
    facts: dict[str, str | int] = {"why": why} if why else {}
    return Finding(ID, verdict, None, None, measured, limit, Unit.COUNT, SOURCE, (SOURCE.paragraph,), facts=facts)


def limits(frame: Frame) -> Iterator[Limit]:
    """Nothing: the cuts are decided before anything is planned, and no roster changes them."""
    yield from ()


RULE = Rule(ID, SOURCE, check, limits)
