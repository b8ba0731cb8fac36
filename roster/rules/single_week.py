"""Enkeltuker når arbeidstida gjennomsnittsberegnes: aml § 10-5 (1), (2).

Read as: under an agreement on averaging no week holds more than the agreement gives for a single week, at most 50
hours with the individual and 54 with the reps; where it names none, 48. A shift belongs to the week in which it
starts; where its minutes on either side of the cut would break the cap, that is to be considered (D10), as is an
excess that vanishes by the clock (D9). Overtime is none of it. Without averaging the rule is silent, and under the
consent of the authority, whose 48 hours are an average over eight weeks and nothing more (§ 10-5 (3)).
"""

from collections.abc import Iterator

from roster.domain.assistant import Assistant
from roster.domain.finding import Finding, Unit, Verdict
from roster.domain.frame import Frame
from roster.domain.roster import Roster
from roster.rules.asking import because
from roster.rules.averaged import terms_by_week, week_terms
from roster.rules.in_force import Ground
from roster.rules.numbers import aml
from roster.rules.rule import Rule, each
from roster.rules.terms import UNBOUNDED_WEEK, Terms
from roster.rules.verdicts import Judged, Three, at_most, found
from roster.rules.week_blocks import time_at_most
from roster.rules.windows import week_sums
from solver.problem import Limit

ID = "single-week"
SOURCE = aml("10-5")


def check_of(roster: Roster, person: Assistant) -> Iterator[Finding]:
    """What is found of one assistant; nothing where hours are not averaged."""
    frame, who = roster.frame, person.id
    sums = week_sums(roster, who, overtime_too=False)
    most: tuple[int, int, Judged] | None = None
    fine = True
    every: dict[int, Three] = {}
    for week, (minutes, force) in enumerate(zip(sums.worked, terms_by_week(frame, who), strict=True)):
        if not _is_bounded(force):
            continue
        owed = every.get(id(force)) or every.setdefault(id(force), _three(frame, who, week))
        surely = min(owed.signed.amount, owed.in_use.amount)
        if max(minutes, sums.split[week]) <= surely and most is not None and minutes <= most[0]:
            continue  # in order, and not the one that is shown
        judged = at_most(minutes, owed, by_clock=sums.clock[week], by_split=sums.split[week])
        if judged.verdict is not Verdict.OK:
            fine = False
            span = frame.week_spans[week]
            yield found(ID, SOURCE, judged, who, span, measured=minutes, unit=Unit.MINUTES_A_WEEK, week=week + 1)
        elif most is None or minutes > most[0]:
            most = (minutes, week, judged)
    if fine and most is not None:
        minutes, week, judged = most
        span = frame.week_spans[week]
        yield found(ID, SOURCE, judged, who, span, measured=minutes, unit=Unit.MINUTES_A_WEEK, week=week + 1)


def _is_bounded(force: Terms) -> bool:
    return force.week is not None and force.week.amount < UNBOUNDED_WEEK


def _three(frame: Frame, who: str, week: int) -> Three:
    """The most in a single week; where averaging is only intended, what is intended stands for what is signed."""
    signed, in_use, reach = (week_terms(frame, who, week, ground).week for ground in Ground)
    assert in_use is not None, "the rule is asked only where hours are averaged"
    return Three(in_use if signed is None else signed, in_use, in_use if reach is None else reach)


def limits(frame: Frame) -> Iterator[Limit]:
    """Under averaging, no single week over the figure in force."""
    for assistant in frame.people:
        who = assistant.id
        for week in range(frame.weeks):
            force = week_terms(frame, who, week)
            if force.week is not None and _is_bounded(force):
                yield time_at_most(frame, who, (week,), force.week.amount, because(ID, who))


check = each(check_of)
RULE = Rule(ID, SOURCE, check, limits, check_of)
