"""Which shifts go back to who is well again, or had them when they were called off, as the versions before tell."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from roster.domain.events import Events, Work
from roster.domain.finding import Finding
from roster.domain.frame import Frame
from roster.domain.roster import Roster
from roster.domain.spans import DAY, Span
from roster.planning.happened import NOTHING_BACK, frame_of_change, needs_told, notice_of
from roster.planning.well_again import Back, Returned, is_sick, put_back, returned
from roster.reading.faults import Faults
from roster.wording import replan_words as words
from roster.workflow.current import Current
from roster.workflow.folder import PLAN, VERSIONS
from roster.workflow.line import line_of
from roster.workflow.opening import read_plan
from roster.workflow.troubles import refuse

NEAR = 2 * DAY
"""What goes back so near to what the rules do not allow may be why."""


def goes_back(base: Current, events: Events, told: date, now: int) -> Returned:
    """What goes back when nothing hinders it; raises ``Faults`` where they are not sick on the day."""
    frame, found = base.plan.dated.frame, NOTHING_BACK
    for who, day in events.well:
        if not is_sick(frame.brief.assistant(who), day):
            raise refuse(base.path, *words.not_sick(frame, who, day))
        before, older = _before_they_were(base, who, day)
        since = max(now, frame.whole_day(day).start)
        if before is not None:
            first_had = frozenset(_first_had(before, older, base.plan.dated))
            back = returned(before, base.plan.dated, who, day, since, notice_of(frame, told), first_had)
            found = found.beside(back)
    return found.beside(Returned(tuple(_put_back(base, events, now))))


def _put_back(base: Current, events: Events, now: int) -> Iterator[Back]:
    """What is needed again goes to who had it when it was called off, as long as there is room."""
    roster = base.plan.dated
    if not events.need or not any(person.credits for person in roster.frame.people):
        return
    brief = roster.frame.brief
    needs = tuple(needs_told(roster.frame, events, now))
    frame = frame_of_change(roster, replace(brief, changes=(*brief.changes, *needs)), roster.works)
    taken: Counter[str] = Counter()
    for one in put_back(roster, frame, now):
        room = frame.shift[one.shift].wanted - len(roster.filling(one.shift)) - taken[one.shift]
        if room > 0 and any((one.who, one.shift) in before.works for before in _before(base)):
            taken[one.shift] += 1
            yield one


def blamed(back: Returned, broken: Iterable[Finding], frame: Frame) -> tuple[Back, ...]:
    """What goes back near to what is broken, of those whom it is about; else all of theirs, else all; never none."""
    every = tuple(broken)
    theirs = [one for one in back.backs if {one.who, one.holder} & {each.who for each in every}]
    near = [
        one
        for one in theirs
        for each in every
        if each.span is not None and _around(each.span).overlap(frame.shift[one.shift].span)
    ]
    return tuple(near or theirs or back.backs)


def _around(span: Span) -> Span:
    return Span(span.start - NEAR, span.end + NEAR)


def _before_they_were(base: Current, who: str, day: date) -> tuple[Roster | None, Iterator[Roster]]:
    """The nearest roster, of those that this one was changed from, in which they were not sick; and those before it."""
    line = _before(base)
    for before in line:
        person = next((one for one in before.frame.people if one.id == who), None)
        if person is not None and not is_sick(person, day):
            return before, line
    return None, line


def _first_had(before: Roster, older: Iterator[Roster], now: Roster) -> Iterator[Work]:
    """What somebody who was away in ``before`` had before that, and has again."""
    away = {one.id: one for one in before.frame.people if one.absences}
    if not away:
        return
    for roster in older:
        for who, shift in roster.works & now.works:
            if who in away and is_sick(away[who], now.frame.shift[shift].start.date()):
                yield who, shift


def _before(base: Current) -> Iterator[Roster]:
    """The rosters that this one was changed from, the nearest first, as far as they can be read."""
    if base.folder is None or base.version is None:
        return
    for number in line_of(base.entries, base.version)[1:]:
        try:
            yield read_plan(base.folder / VERSIONS / number / PLAN).plan.dated
        except Faults:
            return
