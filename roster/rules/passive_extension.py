"""Passivt arbeid som forlenger arbeidstida: aml § 10-4 (2), D14.

Read as: who declares a shift to be in the main passive rests for at least two thirds of it; less is to be considered,
and so is active work logged for as much of the resting time as turns it into active work by the agreement. Such duty
lengthens the ordinary hours by half of it, at most 2 hours in 24, 10 in 7 days, and to at most 48 in a week. What is
used of that is measured where ordinary hours are: this rule says it of days and weeks that are too long for it.
"""

from collections.abc import Iterator
from dataclasses import replace

from roster.domain.assistant import Assistant
from roster.domain.finding import Finding, Owed, Unit, Verdict
from roster.domain.frame import Frame
from roster.domain.roster import Roster
from roster.domain.shift import Shift, worked
from roster.rules import hours_day, hours_week, numbers
from roster.rules.numbers import aml
from roster.rules.passive import resting
from roster.rules.periods import days_of_work
from roster.rules.profiles import profile
from roster.rules.rule import Rule, each
from roster.rules.terms import terms
from roster.rules.verdicts import Judged, found
from solver.problem import Limit

ID = "passive-extension"
SOURCE = aml("10-4 (2)")
LITTLE_REST, MUCH_ACTIVE = "little_rest", "much_active"


def check_of(roster: Roster, person: Assistant) -> Iterator[Finding]:
    """What is found of one assistant."""
    declared = [one for one in roster.of(person.id) if one.passive_because and one.counts_in_limits]
    seen = [*_declarations(roster, person.id, declared), *_beyond(roster, person)] if declared else []
    yield from seen or (_fine(roster, person.id),)


def _declarations(roster: Roster, who: str, declared: list[Shift]) -> Iterator[Finding]:
    """Shifts that rest too little for what they are declared to be."""
    by = profile(roster.frame.brief.arrangement.tariff).activations
    for one in declared:
        rests, least = resting(one), -(-worked(one) * 2 // 3)
        logged = sum(part.minutes for part in one.active)
        pause = sum(part.minutes for part in one.resting)
        if by is not None and by.are_all(logged, pause):
            most = pause * by.all_from[0] // by.all_from[1]
            judged = Judged(Verdict.CONSIDER, Owed(most, ("tariffavtalen",)), MUCH_ACTIVE)
            yield found(ID, SOURCE, judged, who, one.span, measured=logged)
        elif rests < least:
            judged = Judged(Verdict.CONSIDER, Owed(least, (SOURCE.paragraph,)), LITTLE_REST)
            yield found(ID, SOURCE, judged, who, one.span, measured=rests)


def _beyond(roster: Roster, person: Assistant) -> Iterator[Finding]:
    """Days and weeks longer than passive duty makes room for."""
    for one in (*hours_day.check_of(roster, person), *hours_week.check_of(roster, person)):
        allowed = int(one.facts.get("passive", 0))
        if one.verdict.fails and allowed and one.measured is not None and one.limit is not None:
            used = one.measured - (one.limit - allowed)
            yield replace(
                one, rule=ID, source=SOURCE, measured=used, limit=allowed, unit=Unit.MINUTES, basis=(SOURCE.paragraph,)
            )


def _fine(roster: Roster, who: str) -> Finding:
    """The day on which most of the extension is used, of what it may be."""
    frame = roster.frame
    used, allowed, span = 0, numbers.PASSIVE_DAY.on(frame.first_day), None
    for day in days_of_work(roster, who, overtime_too=False):
        more = day.longer
        if not more:
            continue
        plain = terms(frame.brief, who, on=None if frame.cyclic else day.starts_on).day.amount
        if span is None or more - (day.minutes - plain) < allowed - used:
            used, allowed, span = max(0, day.minutes - plain), more, day.span
    return found(ID, SOURCE, Judged(Verdict.OK, Owed(allowed, (SOURCE.paragraph,))), who, span, measured=used)


def limits(frame: Frame) -> Iterator[Limit]:
    """None: the declaration is the brief's, and the days and weeks it lengthens have limits of their own."""
    yield from ()


check = each(check_of)
RULE = Rule(ID, SOURCE, check, limits, check_of)
