"""Pauser for unge: aml § 11-5 (1).

Read as: an unsplit period of work that begins on a day on which the assistant is under 18, and of more than 4:30, has
breaks of at least 30 minutes together. Where breaks are not recorded, that is to be considered, once for each; an
excess that vanishes by the clock is, too (D9). Nobody can agree otherwise.
"""

from collections.abc import Iterator

from roster.domain.assistant import Assistant
from roster.domain.finding import Finding, Owed, Verdict
from roster.domain.frame import Frame
from roster.domain.roster import Roster
from roster.domain.shift import worked_by_clock
from roster.rules import numbers
from roster.rules.asking import because
from roster.rules.breaks import UNRECORDED, breaks_of, span_of, worked_in
from roster.rules.numbers import aml
from roster.rules.rule import Rule, each
from roster.rules.unsplit import Period, no_period, periods
from roster.rules.verdicts import BY_CLOCK, Judged, found
from roster.rules.young import ever_young, is_young, young_people
from solver.problem import Limit

ID = "young-breaks"
SOURCE = aml("11-5 (1)")


def check_of(roster: Roster, person: Assistant) -> Iterator[Finding]:
    """What is found of one assistant; nothing of adults."""
    if not ever_young(roster.frame, person):
        return
    yield from _of(roster, person)


def _of(roster: Roster, person: Assistant) -> Iterator[Finding]:
    frame = roster.frame
    owed = Owed(numbers.YOUNG_BREAK.on(frame.first_day), (SOURCE.paragraph,))
    over = numbers.YOUNG_BREAK_OVER.on(frame.first_day)
    least: tuple[int, Period] | None = None
    unrecorded: list[Period] = []
    fine = True
    for period in periods(roster, person.id):
        if not _young(frame, person, period) or worked_in(period) <= over:
            continue
        had = breaks_of(period)
        if not had.recorded:
            unrecorded.append(period)
        elif had.minutes < owed.amount:
            fine = False
            by_clock = sum(map(worked_by_clock, period)) <= over
            judged = Judged(Verdict.CONSIDER, owed, BY_CLOCK) if by_clock else Judged(Verdict.BREACH, owed)
            yield found(ID, SOURCE, judged, person.id, span_of(period), measured=had.minutes, work=worked_in(period))
        elif least is None or had.minutes < least[0]:
            least = (had.minutes, period)
    if unrecorded:
        judged = Judged(Verdict.CONSIDER, owed, UNRECORDED)
        yield found(ID, SOURCE, judged, person.id, span_of(unrecorded[0]), measured=None, periods=len(unrecorded))
    elif fine:
        ok = Judged(Verdict.OK, owed)
        if least is None:
            yield found(ID, SOURCE, ok, person.id, None, measured=None)
        else:
            minutes, period = least
            yield found(ID, SOURCE, ok, person.id, span_of(period), measured=minutes, work=worked_in(period))


def _young(frame: Frame, person: Assistant, period: Period) -> bool:
    """It begins while the assistant is young, and is all work here: breaks elsewhere are not ours to know."""
    return is_young(frame, person, period[0].start.date()) and all(one.here for one in period)


def limits(frame: Frame) -> Iterator[Limit]:
    """No unsplit period of the young whose recorded breaks are too short for its hours."""
    over, needs = numbers.YOUNG_BREAK_OVER.on(frame.first_day), numbers.YOUNG_BREAK.on(frame.first_day)
    for person in young_people(frame):

        def wrong(chain: Period, person: Assistant = person) -> bool:
            minutes = min(worked_in(chain), sum(map(worked_by_clock, chain)))
            return _young(frame, person, chain) and minutes > over

        def enough(chain: Period) -> bool:
            return breaks_of(chain).minutes >= needs

        yield from no_period(frame, person.id, wrong, enough, because(ID, person.id))


check = each(check_of)
RULE = Rule(ID, SOURCE, check, limits, check_of)
