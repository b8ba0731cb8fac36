"""Alminnelig arbeidstid, 48 timer i snitt over åtte uker: aml § 10-5 (1), (2).

Read as: in every fixed block of 8 weeks from the start of the plan the ordinary hours are at most 48 a week on
average, or what an agreement on averaging gives where that is less (``eight_weeks``). Overtime is none of them; with
it, § 10-6 (8) sets the same limit for all hours. An excess that vanishes by the clock is to be considered (D9), and so
is one that only shows where shifts are cut at the end of the week (D10).
"""

from collections.abc import Iterator

from roster.domain.assistant import Assistant
from roster.domain.finding import Finding
from roster.domain.frame import Frame
from roster.domain.roster import Roster
from roster.rules import numbers
from roster.rules.asking import because
from roster.rules.eight_weeks import eight_weeks
from roster.rules.numbers import aml
from roster.rules.rule import Rule, each
from roster.rules.terms import terms
from roster.rules.verdicts import three
from roster.rules.week_blocks import time_at_most, week_blocks
from roster.rules.windows import week_sums
from solver.problem import Limit

ID = "average-8-weeks"
SOURCE = aml("10-5")


def check_of(roster: Roster, person: Assistant) -> Iterator[Finding]:
    """What is found of one assistant."""
    owed = three(roster.frame.brief, person.id, lambda terms: terms.week_average)
    sums = week_sums(roster, person.id, overtime_too=False)
    for one in eight_weeks(roster, person.id, ID, SOURCE, sums, owed, overtime_too=False):
        yield one.finding


def limits(frame: Frame) -> Iterator[Limit]:
    """Each block of eight weeks keeps the weekly average in force, a short one over its own weeks (D23)."""
    size = numbers.AVERAGED_OVER.on(frame.first_day)
    for assistant in frame.people:
        average = terms(frame.brief, assistant.id).week_average.amount
        for block in week_blocks(frame, size):
            yield time_at_most(frame, assistant.id, block, average * len(block), because(ID, assistant.id))


check = each(check_of)
RULE = Rule(ID, SOURCE, check, limits, check_of)
