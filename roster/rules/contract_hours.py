"""Everyone gets the hours of their contract, within half a shift over the plan (D28).

Read as: paid hours over the plan, with vacation and time outside employment taken out of the contract (D33), and the
share of hours that red days or time away have taken from the need (D34), fall at most half a shift short of it; half
a shift is half the mean paid length of the kinds of shift in the plan that the assistant has the skills for. What is
told is the average a week. More than the contract is the business of another rule.
"""

from collections.abc import Iterator
from fractions import Fraction

from roster.domain.assistant import Assistant
from roster.domain.contract import half_a_shift, turns
from roster.domain.fallen import fallen_share
from roster.domain.finding import Finding, Unit, Verdict
from roster.domain.frame import Frame
from roster.domain.roster import Roster
from roster.rules.contract import called_off, contract_paid, paid_minutes, span_of_weeks, worst_of
from roster.rules.numbers import brief_place
from roster.rules.rule import Rule, each
from solver.problem import Limit

ID = "contract-hours"
SOURCE = brief_place("assistenter")


def check_of(roster: Roster, person: Assistant) -> Iterator[Finding]:
    """What is found of one assistant."""
    yield from worst_of(_of(roster, person, weeks) for weeks in turns(roster.frame))


def _of(roster: Roster, person: Assistant, weeks: tuple[int, int]) -> Finding:
    frame = roster.frame
    paid = paid_minutes(roster, person.id, weeks)
    # A shift that was called off has fallen away too, and is had but once.
    fallen = max(Fraction(0), fallen_share(frame, person, *weeks) - called_off(frame, person, weeks))
    owed = max(Fraction(0), contract_paid(frame, person, weeks) - fallen)
    slack, count = half_a_shift(frame, person), weeks[1] - weeks[0]
    fine = paid + slack >= owed
    return Finding(
        ID,
        Verdict.OK if fine else Verdict.MISSING,
        person.id,
        span_of_weeks(frame, weeks),
        paid // count,
        -int(-owed // count),
        Unit.MINUTES_A_WEEK,
        brief_place(person.place) if person.place else SOURCE,
        facts={"slack": slack, "weeks": count, "paid": paid, "owed": -int(-owed // 1), "fallen": int(fallen)},
    )


def limits(frame: Frame) -> Iterator[Limit]:
    """What the solver is told."""
    yield from ()


check = each(check_of)
RULE = Rule(ID, SOURCE, check, limits, check_of)
