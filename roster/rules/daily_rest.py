"""Daglig arbeidsfri: aml § 10-8 (1), (3), § 10-12 (7).

Read as: from every start of work, the longest free stretch within the next 24 elapsed hours reaches the rest in
force, 11 hours unless agreed shorter (D12). So 08-11 and 18:30-21 every day is lawful, for 21-08 is 11:00. What is
measured is that stretch; two windows with the same stretch are one finding. A stretch too short by elapsed time but
not by the clock is to be considered (D9). A window that opened before the plan binds what is new: its limit is the
rest in force, or what the old shifts alone leave where that is less (D22). Where only work that nobody could foresee
makes it too short, what the reps may agree on for such work is the limit (``averting``). The consent of § 10-12 (7)
is for work that is at least partly passive: a rest between two shifts without resting time is to be considered.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import accumulate
from typing import TypeAlias

from roster.domain.assistant import Assistant
from roster.domain.clock import PLAIN, Clock
from roster.domain.finding import Finding, Verdict
from roster.domain.frame import Frame
from roster.domain.roster import Part, Roster, Work
from roster.domain.spans import DAY, HOUR, Span
from roster.rules import numbers
from roster.rules.apart import Stretchwise
from roster.rules.asking import because, with_past
from roster.rules.at_work import at_work, jumps, work_asked
from roster.rules.averting import UNFORESEEN, averting_rest
from roster.rules.in_force import Ground, changing
from roster.rules.numbers import aml
from roster.rules.rule import Rule, each
from roster.rules.terms import terms
from roster.rules.verdicts import BEFORE, Judged, Three, at_least, by_day, found
from solver.problem import Limit
from solver.rest import RestInWindow

ID = "daily-rest"
SOURCE = aml("10-8 (1)")
ACTIVE = "active_work"
"""Why: a consent for passive work is used between active shifts."""
_CONSENT = "aml § 10-12 (7)"

Stretch: TypeAlias = tuple[int, int]
"""From and to in elapsed minutes; empty where the two are equal."""


def check_of(roster: Roster, person: Assistant) -> Iterator[Finding]:
    """What is found of one assistant."""
    who = person.id
    frame = roster.frame
    window = numbers.DAILY_REST_WINDOW.on(frame.first_day)
    line = at_work(roster, who)
    owed_on = by_day(frame.brief, who, lambda terms: terms.daily_rest)
    by_date = changing(frame.brief) and not frame.cyclic
    least: Stretch | None = None
    limit = terms(frame.brief, who, Ground.SIGNED).daily_rest
    told: set[Stretch] = set()
    fine = True
    surely = _surely(frame, who)
    for at in range(len(line)) if by_date else _telling(roster, who):
        work = line[at]
        if work.part is Part.COPY:
            continue
        until = work.shift.span.start + window
        if not by_date and work.part is Part.PLAN:
            free = _free_before(line, at, until)
            if free is not None and free[1] - free[0] >= surely:  # in order whatever it rests on
                if least is None or free[1] - free[0] < least[1] - least[0]:
                    least = free
                continue
        owed = owed_on(_day_of(frame, work) if by_date else None)
        inside = opened(line, at, window)
        free = longest_free([one.shift.span for one in inside], until)
        minutes = free[1] - free[0]
        before = work.part is Part.HISTORY and was_short(inside, until, minutes)
        if not before and (least is None or minutes < least[1] - least[0]):
            least, limit = free, owed.signed
        if free in told:
            continue
        if minutes >= owed.signed.amount:
            if not before and _by_consent_for_passive(owed, minutes, frame) and not _rests_beside(inside, free):
                told.add(free)
                fine = False
                judged = Judged(Verdict.CONSIDER, owed.signed, ACTIVE)
                yield found(ID, SOURCE, judged, who, Span(*free), measured=minutes)
            continue
        told.add(free)
        judged = _judged(roster, who, owed, inside, minutes, opened(line, at, window + 2 * HOUR), window)
        if before:
            judged = Judged(Verdict.CONSIDER, judged.owed, BEFORE)
        fine = fine and before
        span = Span(*free) if minutes else Span(work.span.start, until)
        goes_on = free[1] == until and all(one.shift.span.start != until for one in line[at + 1 :])
        yield found(ID, SOURCE, judged, who, span, measured=minutes, before=before, cut=window if goes_on else 0)
    if fine:
        measured = least[1] - least[0] if least else None
        where = Span(*least) if least and measured else None
        yield found(ID, SOURCE, Judged(Verdict.OK, limit), who, where, measured=measured)


def _telling(roster: Roster, who: str) -> Iterable[int]:
    """The works by number of which the windows need looking at.

    In the others there is rest enough, and in the same weeks there is one with as little before it that is looked at.
    """
    by_stretch = _TELLING.of(roster, who)
    if by_stretch is None:
        return range(len(at_work(roster, who)))
    begins = accumulate((count for count, _ in by_stretch), initial=0)
    return (first + at for first, (_, telling) in zip(begins, by_stretch, strict=False) for at in telling)


def _tell(roster: Roster, who: str, line: Sequence[Work]) -> tuple[int, list[int]]:
    """How many works there are in some weeks, and which tell of their rest whatever comes after."""
    window, surely = numbers.DAILY_REST_WINDOW.on(roster.frame.first_day), _surely(roster.frame, who)
    ends = max((one.shift.span.end for one in line), default=0)
    telling: list[int] = []
    least: tuple[int, int] | None = None
    for at, work in enumerate(line):
        until = work.shift.span.start + window
        free = _free_before(line, at, until)
        if until > ends or free is None or free[1] - free[0] < surely:
            telling.append(at)
        elif least is None or free[1] - free[0] < least[0]:
            least = (free[1] - free[0], at)
    return len(line), telling if least is None else sorted([*telling, least[1]])


_TELLING = Stretchwise(_tell)


def _surely(frame: Frame, who: str) -> int:
    """Minutes of rest that are in order whatever they rest on, where no agreement begins or ends in the plan."""
    return max(terms(frame.brief, who, Ground.SIGNED).daily_rest.amount, numbers.DAILY_REST.on(frame.first_day))


def _free_before(line: Sequence[Work], at: int, until: int) -> Stretch | None:
    """The longest free stretch of a window with one shift or two, which most are; None where there are more."""
    ends = line[at].shift.span.end
    if at + 1 == len(line):
        return ends, until
    then = line[at + 1].shift.span
    if then.start >= until:
        return ends, until
    if at + 2 < len(line) and line[at + 2].shift.span.start < until:
        return None
    before, after = then.start - ends, until - max(ends, then.end)
    return (ends, then.start) if before >= after else (until - after, until)


def _day_of(frame: Frame, work: Work) -> date:
    """The day on which this stretch of work starts: an agreement inside the plan holds on its own days."""
    shift = work.shift
    whole = frame.clock.minute(shift.start) == shift.span.start
    return shift.start.date() if whole else frame.clock.wall(shift.span.start).date()


def _judged(
    roster: Roster, who: str, owed: Three, inside: list[Work], minutes: int, later: Sequence[Work], window: int
) -> Judged:
    """How a rest too short is judged: by the clock, and by what alone makes it so short."""
    judged = at_least(minutes, owed, by_clock(roster.frame.clock, [one.span for one in later], window))
    foreseen = [one for one in inside if not one.shift.unforeseen]
    if not judged.verdict.fails or len(foreseen) == len(inside):
        return judged
    if foreseen and foreseen[0] is inside[0]:
        free = longest_free([one.span for one in foreseen], inside[0].span.start + window)
        if free[1] - free[0] < owed.in_use.amount:
            return judged
    day = None if roster.frame.cyclic else inside[0].shift.start.date()
    allowed = at_least(minutes, averting_rest(roster.frame.brief, who, day))
    return Judged(allowed.verdict, allowed.owed, allowed.why or UNFORESEEN)


def _by_consent_for_passive(owed: Three, minutes: int, frame: Frame) -> bool:
    return minutes < numbers.DAILY_REST.on(frame.first_day) and _CONSENT in owed.signed.basis


def _rests_beside(inside: list[Work], free: Stretch) -> bool:
    """One of the shifts that bound the stretch has resting time."""
    return any(one.shift.resting for one in inside if one.span.end == free[0] or one.span.start == free[1])


def opened(line: Sequence[Work], at: int, window: int) -> list[Work]:
    """The work of the window that opens where this work starts."""
    ends = line[at].span.start + window
    until = at + 1
    while until < len(line) and line[until].shift.span.start < ends:
        until += 1
    return list(line[at:until])


def longest_free(busy: Sequence[Span], until: int) -> Stretch:
    """The longest stretch without work after the first of the busy spans (sorted) and before ``until``."""
    at = busy[0].end
    best = (at, at)
    for span in busy[1:]:
        if span.start - at > best[1] - best[0]:
            best = (at, span.start)
        at = max(at, span.end)
    return (at, until) if until - at > best[1] - best[0] else best


def was_short(inside: list[Work], until: int, minutes: int) -> bool:
    """The old shifts alone leave no more than this: the cause lies before the plan (D22)."""
    if inside[0].part is not Part.HISTORY:
        return False
    alone = longest_free([one.span for one in inside if one.part is Part.HISTORY], until)
    return alone[1] - alone[0] <= minutes


def by_clock(clock: Clock, later: Sequence[Span], window: int) -> int | None:
    """The longest free stretch as the clock shows it, where the clock changes within the window of the first."""

    def shown(minute: int) -> int:
        return PLAIN.minute(clock.wall(minute))

    first, last = later[0].start, later[0].start + window
    if clock.zone is None or shown(last) - shown(first) == last - first:
        return None
    until = shown(first) + window
    busy = [Span(shown(one.start), shown(one.end)) for one in later if one.start < last + 2 * HOUR]
    free = longest_free([one for one in busy if one.start < until], until)
    return free[1] - free[0]


def limits(frame: Frame) -> Iterator[Limit]:
    """The rest in force within 24 hours of every start of work, elapsed or by the clock; of old work what it left."""
    for assistant in frame.people:
        by_rest: dict[int, list[str]] = {}
        for one in with_past(frame, assistant.id):
            day = None if frame.cyclic else one.start.date()
            rest = terms(frame.brief, assistant.id, on=day).daily_rest.amount
            by_rest.setdefault(rest, []).append(one.id)
        for rest, starts in by_rest.items():
            some = tuple(starts) if len(by_rest) > 1 else None
            yield from rest_in_24_hours(frame, assistant.id, rest, because(ID, assistant.id), some)


def rest_in_24_hours(
    frame: Frame, who: str, rest: int, why: str, starts: tuple[str, ...] | None = None
) -> Iterator[Limit]:
    """So much rest after every start of work, or after these; an old window that is spoilt keeps what it has (D22)."""
    work, clock = work_asked(frame, who), jumps(frame)
    yield RestInWindow(who, rest, DAY, why, starts=starts, jumps=clock, work=work)
    past = at_work(Roster(frame, frozenset()), who)
    old = [one for one in past if one.part is Part.HISTORY]
    for at, one in enumerate(old):
        if starts is None or one.shift.id in starts:
            free = longest_free([work.span for work in opened(old, at, DAY)], one.span.start + DAY)
            if 0 < free[1] - free[0] < rest:
                yield RestInWindow(who, free[1] - free[0], DAY, why, starts=(one.shift.id,), jumps=clock, work=work)


check = each(check_of)
RULE = Rule(ID, SOURCE, check, limits, check_of)
