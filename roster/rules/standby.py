"""Beredskapsvakt utenfor arbeidsstedet: aml § 10-4 (3).

Read as: at least a seventh of standby outside the workplace is ordinary working time, in each day and week in which
it lies; a call-out is work of its own. Less may be agreed with the reps where a collective agreement binds the
employer, or set by Arbeidstilsynet. How much it counts is a setting of the brief, or stands in the agreement.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from roster.domain.assistant import Assistant
from roster.domain.brief import Brief
from roster.domain.finding import WORST_FIRST, Finding, Owed, Verdict
from roster.domain.frame import Frame
from roster.domain.kinds import Employer, Tariff
from roster.domain.roster import Roster
from roster.domain.shift import Shift, worked
from roster.rules import numbers
from roster.rules.agreements import STANDBY_PARTS, paragraph_of
from roster.rules.in_force import Ground, in_force
from roster.rules.numbers import aml
from roster.rules.rule import Rule, each
from roster.rules.verdicts import UNSIGNED, Judged, found
from solver.problem import Limit

ID = "standby"
PARAGRAPH = "10-4 (3)"
SOURCE = aml(PARAGRAPH)
COULD = ("aml § 10-4 (3) med tillitsvalgte", "aml § 10-4 (3) fra Arbeidstilsynet")


def parts(brief: Brief, who: str, day: date) -> int:
    """Of standby on the day, one part in so many is working time: by agreement, by the brief, or by the law."""
    for one in in_force(brief, who, Ground.IN_USE, day):
        if paragraph_of(one) == PARAGRAPH and STANDBY_PARTS in one.values:
            return max(1, round(one.values[STANDBY_PARTS]))
    return brief.settings.standby_parts or numbers.STANDBY_PARTS.on(day)


def check_of(roster: Roster, person: Assistant) -> Iterator[Finding]:
    """What is found of one assistant."""
    shifts = [one for one in roster.of(person.id) if one.is_standby and one.counts_in_limits]
    each = [(_judged(roster.frame, person.id, one), one) for one in shifts]
    worst = min((judged.verdict for judged, _ in each), key=WORST_FIRST.index, default=Verdict.OK)
    alike = [(judged, one) for judged, one in each if judged.verdict is worst]
    first = alike[0][0] if alike else Judged(Verdict.OK, Owed(0, (SOURCE.paragraph,), COULD))
    judged = replace(first, owed=replace(first.owed, amount=sum(judged.owed.amount for judged, _ in alike)))
    span, counted = alike[0][1].span if alike else None, sum(worked(one) for _, one in alike)
    yield found(ID, SOURCE, judged, person.id, span, measured=counted)


def _least(shift: Shift) -> int:
    """What of the standby is working time by the law, with its call-outs."""
    by_law = numbers.STANDBY_PARTS.on(shift.start.date())
    return -(-(shift.span.minutes - shift.off_duty - shift.called_out) // by_law) + shift.called_out


def _judged(frame: Frame, who: str, shift: Shift) -> Judged:
    """What the standby counts against what is least on its day."""
    counted = worked(shift)
    plain = Owed(_least(shift), (SOURCE.paragraph,), COULD)
    if counted >= plain.amount:
        return Judged(Verdict.OK, plain)
    day = None if frame.cyclic else shift.start.date()
    for ground in (Ground.SIGNED, Ground.IN_USE):
        agreed = next((one for one in in_force(frame.brief, who, ground, day) if paragraph_of(one) == PARAGRAPH), None)
        if agreed is not None:
            unsigned = () if agreed.signed is not None else (agreed.id,)
            owed = Owed(counted, (SOURCE.paragraph, f"avtale {agreed.id}"), (), unsigned)
            return Judged(Verdict.NEEDS_AGREEMENT, owed, UNSIGNED) if unsigned else Judged(Verdict.OK, owed)
    arrangement = frame.brief.arrangement
    bound = arrangement.tariff is not Tariff.NONE and arrangement.employer is not Employer.PRIVATPERSON
    return Judged(Verdict.NEEDS_AGREEMENT if bound else Verdict.BREACH, plain)


def limits(frame: Frame) -> Iterator[Limit]:
    """None: planning makes no standby; what there is of it counts in the limits on hours by its share."""
    yield from ()


check = each(check_of)
RULE = Rule(ID, SOURCE, check, limits, check_of)
