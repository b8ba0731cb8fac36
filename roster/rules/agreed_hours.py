"""Avtalt arbeidstid: aml § 10-6 (1).

Read as: work beyond the agreed hours needs a special need limited in time, so a plan never holds it: paid hours over
the plan are at most the contract's, vacation and time before and after employment taken out (D33), or what an
assistant has said they want more of (D28, D29). Who has no agreed hours and names no limit has none to exceed.
Paid hours go by the clock (D8, D9). A percentage with decimals stands for the hours that it was rounded from.
"""

from collections.abc import Iterator
from math import floor

from roster.domain.assistant import Assistant
from roster.domain.contract import blocks, turns
from roster.domain.finding import Finding, Unit, Verdict
from roster.domain.frame import Frame
from roster.domain.roster import Roster
from roster.domain.shift import Shift
from roster.domain.shift import paid as paid_for
from roster.rules.asking import because
from roster.rules.contract import most_paid, paid_minutes, span_of_weeks, worst_of
from roster.rules.numbers import aml
from roster.rules.rule import Rule, each
from roster.rules.week_blocks import at_most
from roster.rules.windows import a_week
from solver.problem import Limit

ID = "agreed-hours"
SOURCE = aml("10-6 (1)")
COULD = ("at assistenten ønsker flere timer (§ 14-3)",)


def check_of(roster: Roster, person: Assistant) -> Iterator[Finding]:
    """What is found of one assistant."""
    yield from worst_of(_of(roster, person, weeks) for weeks in turns(roster.frame))


def _of(roster: Roster, person: Assistant, weeks: tuple[int, int]) -> Finding:
    frame = roster.frame
    count = weeks[1] - weeks[0]
    paid = paid_minutes(roster, person.id, weeks)
    most = most_paid(frame, person, weeks)
    fine = most is None or paid <= most
    basis = (SOURCE.paragraph,) if person.wants_up_to is None else (SOURCE.paragraph, "ønsker inntil")
    return Finding(
        ID,
        Verdict.OK if fine else Verdict.BREACH,
        person.id,
        span_of_weeks(frame, weeks),
        a_week(paid, count),
        None if most is None else int(most / count),
        Unit.MINUTES_A_WEEK,
        SOURCE,
        basis,
        () if fine else COULD,
        facts={"paid": paid, "weeks": count} | ({} if most is None else {"most": int(most)}),
    )


def limits(frame: Frame) -> Iterator[Limit]:
    """Paid minutes stay within the position, or within what the assistant wants, over each stretch it holds for."""

    def here(shift: Shift) -> int:
        return paid_for(shift, frame.brief.settings.resting_paid) if shift.here else 0

    for assistant in frame.people:
        for number, block in enumerate(blocks(frame, assistant)):
            if block.wanted is not None:
                weeks = range(block.first, block.last)
                why = because(ID, assistant.id, str(number))
                yield at_most(frame, assistant.id, weeks, here, floor(block.wanted), why)


check = each(check_of)
RULE = Rule(ID, SOURCE, check, limits, check_of)
