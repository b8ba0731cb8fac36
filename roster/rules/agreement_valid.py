"""Agreements on record do what they are recorded for (D4-D6; aml §§ 10-5, 10-6, 10-8, 10-11, 10-12).

Read as: an agreement by the wrong party, without a collective agreement where the paragraph asks for one, not in
force on a day of work that it was to cover, unless it only begins later and nothing rests on it before, without a
value it needs, above what is allowed, or without rest in return widens nothing. That is a breach if the roster goes
past a limit the agreement was to widen for somebody it covers, else to be considered. An agreement only intended and
not used says so, too. The solver is told nothing: the limits that an agreement does not widen are told by the rules
they belong to.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from roster.domain.brief import Agreement
from roster.domain.days import every_day
from roster.domain.finding import Finding, Source, Unit, Verdict
from roster.domain.frame import Frame
from roster.domain.roster import Roster
from roster.domain.spans import Span
from roster.rules import (
    daily_rest,
    hours_average,
    hours_day,
    hours_week,
    night_average,
    night_strain,
    overtime,
    single_week,
    standby,
    sundays,
    total_hours,
    weekly_rest,
)
from roster.rules.agreements import Flaw, covers, flaws, paragraph_of
from roster.rules.numbers import AML_URL, READ, aml
from roster.rules.rule import FoundBy, Rule
from solver.problem import Limit

ID = "agreement-valid"
SOURCE = aml("10-12")
INTENDED = "intended"
OF_DATES = frozenset({Flaw.NOT_YET, Flaw.EXPIRED})

_HOURS = (hours_day.RULE, hours_week.RULE, single_week.RULE, hours_average.RULE)
_REST = (daily_rest.RULE, weekly_rest.RULE)
_NIGHT = (night_average.RULE, night_strain.RULE)
RESTS_ON: Mapping[str, tuple[Rule, ...]] = {
    "10-5 (1)": _HOURS,
    "10-5 (2)": _HOURS,
    "10-5 (3)": (*_HOURS, total_hours.RULE),
    "10-4 (3)": (standby.RULE,),
    "10-6 (5)": (overtime.RULE,),
    "10-6 (6)": (overtime.RULE,),
    "10-6 (9)": (total_hours.RULE,),
    "10-8 (3)": _REST,
    "10-8 (4)": (sundays.RULE,),
    "10-4 (2)": (hours_day.RULE,),
    "10-11 (1)": _NIGHT,
    "10-11 (9)": _NIGHT,
    "10-12 (4)": (*_HOURS, *_REST, *_NIGHT, total_hours.RULE, overtime.RULE),
    "10-12 (7)": (*_REST, total_hours.RULE),
}


def check(roster: Roster) -> Iterator[Finding]:
    checks = {rule.id: rule.check for rules in RESTS_ON.values() for rule in rules}
    yield from _across(roster, lambda rule: checks[rule](roster))


def _across(roster: Roster, found_by: FoundBy) -> Iterator[Finding]:
    for agreement in roster.frame.brief.agreements:
        yield from _of(roster, agreement, found_by)
    if not roster.frame.brief.agreements:
        yield Finding(ID, Verdict.OK, None, None, 0, None, Unit.COUNT, SOURCE)


def _of(roster: Roster, agreement: Agreement, found_by: FoundBy) -> Iterator[Finding]:
    frame = roster.frame
    wrong = tuple(flaws(frame.brief, agreement))
    outside = None
    if wrong and not frame.cyclic and OF_DATES.issuperset(wrong):
        outside = _outside(frame, agreement)
        if not _works_on(roster, agreement, outside):
            wrong = ()
    paragraph = paragraph_of(agreement)
    source = Source(f"aml § {paragraph}", AML_URL, READ)
    facts: dict[str, str | int] = {"agreement": agreement.id, "paragraph": paragraph, "party": agreement.party.value}
    verdict = Verdict.OK
    if wrong:
        relied = _rested_on(frame, agreement, found_by, outside)
        to_come = wrong == (Flaw.NOT_YET,) and outside is not None and not outside.issuperset(frame.dates)
        if relied or not to_come:
            facts |= {"why": ",".join(wrong), "relied": ", ".join(relied)}
            verdict = Verdict.BREACH if relied else Verdict.CONSIDER
        else:
            wrong = ()
    elif agreement.signed is None and not agreement.use_unsigned:
        facts |= {"why": INTENDED}
        verdict = Verdict.CONSIDER
    yield Finding(ID, verdict, None, None, len(wrong), 0, Unit.COUNT, source, (source.paragraph,), facts=facts)


def _outside(frame: Frame, agreement: Agreement) -> frozenset[date]:
    """The days of the plan on which the agreement is not in force."""
    days = every_day(frame.first_day, 7 * frame.weeks + 1)
    return frozenset(day for day in days if OF_DATES.intersection(flaws(frame.brief, agreement, day)))


def _works_on(roster: Roster, agreement: Agreement, days: frozenset[date]) -> bool:
    """Somebody whom the agreement covers starts a shift on one of the days."""
    return bool(days) and any(
        one.start.date() in days
        for person in roster.frame.people
        if covers(agreement, person.id)
        for one in roster.duties(person.id)
    )


def _rested_on(
    frame: Frame, agreement: Agreement, found_by: FoundBy, outside: frozenset[date] | None
) -> tuple[str, ...]:
    """Who goes past a limit that the agreement was to widen for them; on a day ``outside``, if those are told."""
    rules = RESTS_ON.get(paragraph_of(agreement), ())
    past = {
        found.who
        for rule in rules
        for found in found_by(rule.id)
        if found.who is not None and found.verdict.fails and covers(agreement, found.who)
        if outside is None or found.span is None or not outside.isdisjoint(_days(frame, found.span))
    }
    return tuple(sorted(past))


def _days(frame: Frame, span: Span) -> tuple[date, ...]:
    first, last = frame.clock.wall(span.start).date(), frame.clock.wall(span.end - 1).date()
    return every_day(first, (last - first).days + 1)


def limits(frame: Frame) -> Iterator[Limit]:
    """Nothing of its own."""
    yield from ()


RULE = Rule(ID, SOURCE, check, limits, across=_across)
