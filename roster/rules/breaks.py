"""Pauser: aml § 10-9.

Read as: an unsplit period of work of more than 5:30 has a break, and one of 8 hours or more at least 30 minutes of
breaks together (1), whether they are working time or not: only those that are not are taken out of the hours. More
than two hours of overtime that goes on from the ordinary hours has a break of 30 minutes of its own (2); since it may
be shortened or moved where that is needed, one that is too short is to be considered, as is none where the work could
not be foreseen. A break is never missing where none is recorded: how the period is then broken up is to be
considered, once for each. An excess that vanishes by the clock is to be considered (D9).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from roster.domain.assistant import Assistant
from roster.domain.finding import Finding, Owed, Verdict
from roster.domain.frame import Frame
from roster.domain.kinds import Employer, WorkSort
from roster.domain.roster import Roster
from roster.domain.shift import Shift, worked, worked_by_clock
from roster.domain.spans import Span
from roster.rules import numbers
from roster.rules.apart import Stretchwise
from roster.rules.asking import because
from roster.rules.numbers import aml
from roster.rules.rule import Rule, each
from roster.rules.terms import HOUSEHOLD_PROVISIONAL
from roster.rules.unsplit import Period, no_period, periods, touching
from roster.rules.verdicts import BY_CLOCK, Judged, found
from solver.problem import Limit

ID = "breaks"
SOURCE = aml("10-9 (1)")
SOURCE_AFTER = aml("10-9 (2)")
NONE, UNRECORDED, AFTER = "no_break", "unrecorded", "after_ordinary"
UNION = "aml § 10-12 (4) med fagforening med innstillingsrett"


@dataclass(frozen=True, slots=True)
class Breaks:
    """The breaks of a period: how many, how long together, and whether they are all recorded."""

    count: int
    minutes: int
    recorded: bool


NOTHING_RECORDED = Breaks(0, 0, False)


def breaks_of(shifts: Period) -> Breaks:
    if len(shifts) == 1 and shifts[0].breaks is None:
        return NOTHING_RECORDED
    pauses = [pause for one in shifts for pause in one.breaks or ()]
    recorded = all(one.breaks is not None for one in shifts)
    return Breaks(len(pauses), sum(one.span.minutes for one in pauses), recorded)


def check_of(roster: Roster, person: Assistant) -> Iterator[Finding]:
    """What is found of one assistant."""
    who = person.id
    frame = roster.frame
    fine = True
    tightest: tuple[int, Finding] | None = None
    asked = _asked(roster, who)
    unrecorded = [period for one in asked for period in one.unrecorded]
    for period, had in (had for one in asked for had in one.recorded):
        needs = _needs(frame, worked_in(period))
        enough = needs and had.minutes >= needs and len(period) == 1
        if enough and tightest is not None and had.minutes >= tightest[0]:
            continue  # in order, and not the one that is shown
        for one in (_whole(frame, who, period, had), *_after_ordinary(frame, who, period)):
            if one is None:
                continue
            if one.verdict is not Verdict.OK:
                fine = False
                yield one
            elif tightest is None or (one.measured or 0) < tightest[0]:
                tightest = (one.measured or 0, one)
    if unrecorded:
        fine = False
        first = unrecorded[0]
        judged = Judged(Verdict.CONSIDER, _owed(frame, numbers.BREAK_WHOLE.on(frame.first_day)), UNRECORDED)
        yield found(ID, SOURCE, judged, who, span_of(first), measured=None, periods=len(unrecorded))
    if fine and tightest is not None:
        yield tightest[1]
    elif fine:
        ok = Judged(Verdict.OK, _owed(frame, numbers.BREAK_WHOLE.on(frame.first_day)))
        yield found(ID, SOURCE, ok, who, None, measured=None)


class _Asked(NamedTuple):
    """The periods asked about: those that need a break and have none recorded, and those with breaks on record."""

    unrecorded: tuple[Period, ...]
    recorded: tuple[tuple[Period, Breaks], ...]


def _asked(roster: Roster, who: str) -> list[_Asked]:
    by_stretch = _ASKED.of(roster, who)
    return [_sorted(roster.frame, periods(roster, who))] if by_stretch is None else by_stretch


def _sorted(frame: Frame, every: Iterable[Period]) -> _Asked:
    over = numbers.BREAK_OVER.on(frame.first_day)
    with_breaks = [(period, breaks_of(period)) for period in every if _in_question(period)]
    return _Asked(
        tuple([period for period, had in with_breaks if not had.recorded and worked_in(period) > over]),
        tuple([(period, had) for period, had in with_breaks if had.recorded]),
    )


_ASKED = Stretchwise(
    lambda roster, _, line: _sorted(roster.frame, (tuple([one.shift for one in piece]) for piece in touching(line)))
)


def _in_question(period: Period) -> bool:
    """Work here; breaks of work elsewhere and of standby are not ours to know."""
    if len(period) == 1:
        return period[0].elsewhere is None and period[0].work is not WorkSort.STANDBY
    return all(one.here and one.work is not WorkSort.STANDBY for one in period)


def worked_in(period: Period) -> int:
    return sum(map(worked, period))


def span_of(period: Period) -> Span:
    return Span(period[0].span.start, max(one.span.end for one in period))


def _owed(frame: Frame, amount: int, paragraph: str = SOURCE.paragraph) -> Owed:
    private = frame.brief.arrangement.employer is Employer.PRIVATPERSON
    return Owed(amount, (paragraph,), () if private else (UNION,), (), (HOUSEHOLD_PROVISIONAL,) if private else ())


def _needs(frame: Frame, minutes: int) -> int:
    """The least of breaks for so much work: 0, a break of any length as 1, or 30."""
    on = frame.first_day
    if minutes >= numbers.BREAK_WHOLE_FROM.on(on):
        return numbers.BREAK_WHOLE.on(on)
    return int(minutes > numbers.BREAK_OVER.on(on))


def kinds_without_breaks(frame: Frame) -> Iterator[tuple[Shift, int]]:
    """The first shift of each kind that by itself has fewer breaks recorded than it needs, with the minutes it needs.

    Where a break of any length is enough, that is 1.
    """
    first = {one.kind: one for one in reversed(frame.shifts)}
    for code in sorted(first):
        one = first[code]
        needs = _needs(frame, min(worked(one), worked_by_clock(one)))
        if breaks_of((one,)).recorded and breaks_of((one,)).minutes < needs:
            yield one, needs


def _whole(frame: Frame, who: str, period: Period, had: Breaks) -> Finding | None:
    """(1), for the whole period; None where it needs no break."""
    needs = _needs(frame, worked_in(period))
    if not needs:
        return None
    by_clock = _needs(frame, sum(map(worked_by_clock, period)))
    verdict, why = Verdict.OK, ""
    if had.minutes < needs:
        verdict, why = (
            (Verdict.BREACH, NONE if needs == 1 else "") if had.minutes < by_clock else (Verdict.CONSIDER, BY_CLOCK)
        )
    judged = Judged(verdict, _owed(frame, needs), why)
    return found(ID, SOURCE, judged, who, span_of(period), measured=had.minutes, work=worked_in(period))


def _after_ordinary(frame: Frame, who: str, period: Period) -> Iterator[Finding]:
    """(2), for overtime that goes on from ordinary hours."""
    over = tuple(one for one in period if one.work is WorkSort.OVERTIME)
    minutes = worked_in(over)
    if len(over) == len(period) or minutes <= numbers.BREAK_AFTER_ORDINARY.on(frame.first_day):
        return
    needs, had = numbers.BREAK_WHOLE.on(frame.first_day), breaks_of(over)
    verdict = Verdict.OK
    if had.minutes < needs:
        forgiven = had.minutes or any(one.unforeseen for one in over)
        verdict = Verdict.CONSIDER if forgiven else Verdict.BREACH
    judged = Judged(verdict, _owed(frame, needs, SOURCE_AFTER.paragraph), AFTER)
    yield found(ID, SOURCE_AFTER, judged, who, span_of(over), measured=had.minutes, work=minutes)


def limits(frame: Frame) -> Iterator[Limit]:
    """No unsplit period whose recorded breaks are too few for its hours; overtime (2) is never planned."""

    def wrong(chain: Period) -> bool:
        minutes = min(worked_in(chain), sum(map(worked_by_clock, chain)))
        return _in_question(chain) and breaks_of(chain).minutes < _needs(frame, minutes)

    def enough(chain: Period) -> bool:
        return breaks_of(chain).minutes >= numbers.BREAK_WHOLE.on(frame.first_day)

    for assistant in frame.people:
        yield from no_period(frame, assistant.id, wrong, enough, because(ID, assistant.id))


check = each(check_of)
RULE = Rule(ID, SOURCE, check, limits, check_of)
