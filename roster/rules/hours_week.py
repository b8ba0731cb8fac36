"""Alminnelig arbeidstid i uka uten gjennomsnitt: aml § 10-4 (1), (2), (4)-(6).

Read as: without an agreement on averaging, every week keeps the ordinary hours of § 10-4 that the roster gives the
assistant (40, 38, 36 or between: ``ordinary``). A shift belongs to the week in which it starts; where its minutes on
either side of the cut would break the limit, that is to be considered (D10), as is an excess that vanishes by the
clock (D9). Declared passive duty lengthens the week by at most 10 hours and to at most 48 (§ 10-4 (2)). With
averaging the single week and the averages are judged by rules of their own, and this one is silent; with averaging
only intended it names the weeks that rest on it, and leaves those beyond it to the single week (D5).
"""

from collections.abc import Iterator
from dataclasses import replace

from roster.domain.assistant import Assistant
from roster.domain.finding import Finding, Owed, Unit, Verdict
from roster.domain.frame import Frame
from roster.domain.roster import Roster
from roster.rules import numbers
from roster.rules.asking import because
from roster.rules.averaged import terms_by_week, week_terms
from roster.rules.in_force import Ground
from roster.rules.numbers import aml
from roster.rules.ordinary import ordinary_week
from roster.rules.ordinary_limits import ordinary_limits
from roster.rules.rule import Rule, each
from roster.rules.terms import terms
from roster.rules.verdicts import Judged, Three, at_most, found
from roster.rules.week_blocks import Stretch
from roster.rules.windows import week_sums
from solver.problem import Limit

ID = "hours-week"
SOURCE = aml("10-4 (1)")
FEW_SUNDAYS = "few_sundays"


def _alone(frame: Frame, who: str) -> list[int]:
    """The weeks for which no averaging is signed, so that each stands alone."""
    each = enumerate(terms_by_week(frame, who, Ground.SIGNED))
    return [week for week, force in each if force.averaging_weeks is None]


def check_of(roster: Roster, person: Assistant) -> Iterator[Finding]:
    """What is found of one assistant; nothing where averaging is signed."""
    frame, who = roster.frame, person.id
    alone = _alone(frame, who)
    if not alone:
        return
    brief, on = frame.brief, frame.first_day
    ordinary = ordinary_week(roster, who)
    plain = replace(ordinary.owed, could=terms(brief, who, Ground.SIGNED).day.could)
    reach = _single(terms(brief, who, Ground.REACH).week, plain)
    sums = week_sums(roster, who, overtime_too=False)
    cap = numbers.PASSIVE_WEEK_CAP.on(on)
    tightest: tuple[int, int, Judged] | None = None
    fine = True
    for week in alone:
        minutes, averaged = sums.worked[week], week_terms(frame, who, week).week
        owed = Three(plain, _single(averaged, plain), reach)
        more = min(sums.longer[week], max(0, cap - plain.amount))
        if averaged is not None and minutes > owed.in_use.amount + more:
            fine = False
            continue
        judged = at_most(minutes, owed.more(more), by_clock=sums.clock[week], by_split=sums.split[week])
        if judged.verdict is Verdict.OK and ordinary.doubt is not None and minutes > ordinary.doubt + more:
            judged = Judged(Verdict.CONSIDER, judged.owed, FEW_SUNDAYS)
        span = frame.week_spans[week]
        if judged.verdict is not Verdict.OK:
            fine = False
            yield found(
                ID, SOURCE, judged, who, span, measured=minutes, unit=Unit.MINUTES_A_WEEK, week=week + 1, passive=more
            )
        elif tightest is None or judged.owed.amount - minutes < tightest[0]:
            tightest = (judged.owed.amount - minutes, week, judged)
    if fine and tightest is not None:
        _, week, judged = tightest
        span, minutes = frame.week_spans[week], sums.worked[week]
        yield found(ID, SOURCE, judged, who, span, measured=minutes, unit=Unit.MINUTES_A_WEEK, week=week + 1)


def _single(averaged: Owed | None, plain: Owed) -> Owed:
    """The most in one week: with averaging, what the agreement allows in a single week."""
    if averaged is None:
        return plain
    return replace(averaged, amount=max(averaged.amount, plain.amount), could=plain.could)


def limits(frame: Frame) -> Iterator[Limit]:
    """Without averaging every week keeps the ordinary week of § 10-4."""
    for assistant in frame.people:
        who = assistant.id
        alone = [
            Stretch((week,)) for week in range(frame.weeks) if week_terms(frame, who, week).averaging_weeks is None
        ]
        if alone:
            yield from ordinary_limits(frame, who, alone, because(ID, who))


check = each(check_of)
RULE = Rule(ID, SOURCE, check, limits, check_of)
