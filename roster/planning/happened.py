"""What has happened, put into the brief: who is away or has left, what is needed, who is new, and what was agreed.

What somebody had planned and can no longer work is credited, so that nobody makes up for it later, and nothing that was
in order before is too much or too little because of the change.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import partial
from math import ceil

from roster.domain.assistant import Absence, Assistant, Credit
from roster.domain.brief import Brief
from roster.domain.contract import blocks, turns, weeks_counted
from roster.domain.days import DateSpan, When
from roster.domain.events import Events, Work
from roster.domain.frame import Frame, calendar_frame
from roster.domain.help_needed import NeedChange
from roster.domain.kinds import Because, Position
from roster.domain.leave import WHOLE
from roster.domain.moved import moved_in, moved_shift, with_moved
from roster.domain.roster import Roster
from roster.domain.shift import Shift, paid
from roster.planning.changed import Changed
from roster.planning.well_again import Returned, well
from roster.rules.numbers import PLAN_NOTICE_DAYS
from solver.problem import Works

NOTHING_BACK = Returned()


@dataclass(frozen=True)
class Happened:
    """The brief as it is now, what is asked of the solver, and who lost what because of it (paid minutes by day).

    ``called_off`` are the shifts that nobody is needed on any longer: paid, and not worked (D34).
    """

    brief: Brief
    changed: Changed
    lost: Works
    called_off: Works


def happened(roster: Roster, events: Events, told: date, now: int, back: Returned = NOTHING_BACK) -> Happened:
    """``told``: the day from which notice is counted; ``now``: the minute before which nothing can be otherwise.

    ``back``: what goes back to who is well again before they were to be.
    """
    lost = _lost(roster, events)
    begins = min(_first_days(roster, events), default=told)
    since = max(now, roster.frame.whole_day(begins).start)
    changed_brief = _brief(roster, lost, events, tuple(needs_told(roster.frame, events, now)))
    frame = frame_of_change(roster, changed_brief, roster.works - lost)
    called_off = _called_off(roster, frame, roster.works - lost, since)
    taken = (
        frozenset(events.give) | {(a, t) for (a, _), (_, t) in events.swap} | {(b, s) for (_, s), (b, _) in events.swap}
    ) | back.taken
    left = frozenset(pair for pairs in events.swap for pair in pairs) | _left_for(roster, events.give) | back.left
    kept = roster.works - lost - called_off - left
    gone = lost & _left(roster, events)
    had = _credits(roster, lost - gone, Because.SICK)
    had += _credits(roster, called_off | back.kept_by_others, Because.CALLED_OFF)
    changed_brief = _credited(changed_brief, [*had, *_settled(roster, frame, changed_brief, gone, events)])
    concerned = {who for who, _ in lost | taken}
    agreed = _agreed(roster, Roster(_with(frame, changed_brief), kept | taken), concerned)
    changed_brief = _less_called_off(_credited(changed_brief, agreed), frame, taken)
    frame = _with(frame, changed_brief)
    notice = notice_of(roster.frame, told)
    new = frozenset(one.id for one in events.new)
    away = frozenset(who for who, _ in events.sick)
    changed = Changed(roster, frame, since, notice, kept, taken, new, away, back.taken)
    return Happened(changed_brief, changed, lost, called_off)


def notice_of(frame: Frame, told: date) -> int:
    """The minute before which a change comes with less notice than a plan has."""
    return frame.whole_day(told + timedelta(days=PLAN_NOTICE_DAYS.on(told))).start


# -- who loses what -------------------------------------------------------------------------------------


def _lost(roster: Roster, events: Events) -> Works:
    """What those who are away or have left had planned, but for what they swap away."""
    swapped = frozenset(pair for pairs in events.swap for pair in pairs)
    return (_sick(roster, events) | _left(roster, events)) - swapped


def _sick(roster: Roster, events: Events) -> Works:
    found: set[Work] = set()
    for who, dates in events.sick:
        theirs = [one for one in roster.duties(who) if one.start.date() in dates and (who, one.id) in roster.works]
        found |= {(who, one.id) for one in _fall_away(roster.frame, theirs, events.percent_sick(who))}
    return frozenset(found)


def _fall_away(frame: Frame, shifts: Iterable[Shift], percent: Decimal) -> Iterator[Shift]:
    """Of the shifts in order those that are not worked: evenly, the first at once, so that the percent is come to."""
    per_hour = frame.brief.settings.resting_paid
    owed = Fraction(0)
    for one in shifts:
        owed += paid(one, per_hour) * Fraction(percent) / 100
        if 2 * owed >= paid(one, per_hour):
            owed -= paid(one, per_hour)
            yield one


def _left(roster: Roster, events: Events) -> Works:
    return frozenset(
        (who, shift)
        for who, last in events.left
        for one, shift in roster.works
        if one == who and roster.frame.shift[shift].start.date() > last
    )


def _called_off(roster: Roster, frame: Frame, works: Works, since: int) -> Works:
    """The shifts that are not needed any more, and of those that need fewer the ones last in the order of rights."""
    found: set[Work] = set()
    for who, shift in works:
        if shift not in frame.shift and roster.frame.shift[shift].span.start >= since:
            found.add((who, shift))
    there = Roster(frame, frozenset(one for one in works if one[1] in frame.shift))
    for one in frame.shifts:
        known = roster.frame.shift.get(one.id)
        if known is None or one.up_to >= known.up_to or one.span.start < since:
            continue
        last_first = sorted(there.on(one.id), key=lambda who: -_place(frame.brief, who))
        for who in last_first[: max(0, len(there.filling(one.id)) - one.up_to)]:
            found.add((who, one.id))
    return frozenset(found)


def _place(brief: Brief, who: str) -> int:
    return list(Position).index(brief.assistant(who).position)


def _left_for(roster: Roster, given: Iterable[Work]) -> Works:
    """Whoever has a shift that is given to somebody else, where there is no room for one more."""
    found: set[Work] = set()
    for who, shift in given:
        on = [one for one in roster.on(shift) if one != who]
        if on and len(roster.filling(shift)) >= max(1, roster.frame.shift[shift].wanted):
            found.add((on[0], shift))
    return frozenset(found)


def _first_days(roster: Roster, events: Events) -> Iterable[date]:
    yield from (dates.first for _, dates in events.sick)
    yield from (dates.first for dates in events.away)
    yield from (last + timedelta(days=1) for _, last in events.left)
    yield from (day for _, day in events.well)
    yield from (one.when.dates.first for one in events.need if one.when.dates is not None)
    yield from (max(one.employed_from or roster.frame.first_day, roster.frame.first_day) for one in events.new)
    every = [*(shift for _, shift in events.give), *(shift for pairs in events.swap for _, shift in pairs)]
    yield from (roster.frame.shift[shift].start.date() for shift in every)


# -- the brief ------------------------------------------------------------------------------------------


def needs_told(frame: Frame, events: Events, now: int) -> Iterator[NeedChange]:
    """The need from now on: of a day that has begun, only for the kinds of shift that have not."""
    today = max(frame.clock.wall(now).date(), frame.first_day)
    begun = {one.kind for one in frame.by_date.get(today, ()) if one.span.start < now}
    away = (NeedChange(When(dates=dates), None, 0) for dates in events.away)
    for one in (*away, *events.need):
        dates = one.when.dates
        if dates is None or dates.first > today:
            yield one
            continue
        kinds = [kind.code for kind in frame.brief.kinds] if one.kind is None else [one.kind]
        if today in dates:
            just = replace(one.when, dates=DateSpan(today, today))
            yield from (replace(one, when=just, kind=kind) for kind in kinds if kind not in begun)
        if dates.last > today:
            yield replace(one, when=replace(one.when, dates=DateSpan(today + timedelta(days=1), dates.last)))


def _brief(roster: Roster, lost: Works, events: Events, needs: tuple[NeedChange, ...]) -> Brief:
    brief = roster.frame.brief
    sick: dict[str, list[Absence]] = defaultdict(list)
    for who, dates in events.sick:
        sick[who].append(_absence(roster, lost, who, dates, events.percent_sick(who)))
    left, again = dict(events.left), dict(events.well)

    def now(one: Assistant) -> Assistant:
        one = well(one, again[one.id], partial(_paid_on, roster, one.id)) if one.id in again else one
        gone = tuple(sick[one.id])
        last = min((day for day in (one.employed_to, left.get(one.id)) if day is not None), default=None)
        return replace(one, absences=(*one.absences, *gone), employed_to=last)

    return replace(
        brief,
        assistants=(*map(now, brief.assistants), *events.new),
        changes=(*brief.changes, *needs),
    )


def _absence(roster: Roster, lost: Works, who: str, dates: DateSpan, percent: Decimal) -> Absence:
    if percent == WHOLE:
        return Absence(dates, Because.SICK)
    return Absence(dates, Because.SICK, percent, _paid_on(Roster(roster.frame, roster.works - lost), who, dates))


def _paid_on(roster: Roster, who: str, dates: DateSpan) -> int:
    shifts = (one for one in roster.duties(who) if one.start.date() in dates and one.event is None)
    return sum(paid(one, roster.frame.brief.settings.resting_paid) for one in shifts)


def _credits(roster: Roster, works: Works, because: Because) -> list[tuple[str, Credit]]:
    per_hour = roster.frame.brief.settings.resting_paid
    return [
        (who, Credit(shift.start.date(), paid(shift, per_hour), because))
        for who, shift in sorted(((who, roster.frame.shift[one]) for who, one in works), key=lambda each: each[1].id)
    ]


def _settled(roster: Roster, frame: Frame, brief: Brief, gone: Works, events: Events) -> list[tuple[str, Credit]]:
    """Of who has left, what was planned afterwards beside what the position was to give: it is settled in money."""
    found = []
    per_hour = brief.settings.resting_paid
    for who, _ in events.left:
        before, after = roster.frame.brief.assistant(who), brief.assistant(who)
        for turn in turns(frame):
            weeks = weeks_counted(roster.frame, before, *turn) - weeks_counted(frame, after, *turn)
            shifts = (roster.frame.shift[shift] for one, shift in gone if one == who)
            planned = sum(paid(one, per_hour) for one in shifts if turn[0] <= frame.week_of(one) < turn[1])
            minutes = int(planned - before.contract_week * weeks)
            if minutes and weeks:
                day = frame.first_day + timedelta(days=7 * turn[0])
                found.append((who, Credit(day, minutes, Because.LEFT)))
    return found


def _agreed(before: Roster, roster: Roster, people: set[str]) -> list[tuple[str, Credit]]:
    """What each of them has beyond what they want, which they have then said yes to (aml § 10-6 (1))."""
    frame = roster.frame
    found = []
    for person in frame.people:
        if person.id not in people:
            continue
        over = _beyond_wish(roster, person)
        had = _beyond_wish(before, person) if any(one.id == person.id for one in before.frame.people) else {}
        for first, minutes in over.items():
            more = minutes - had.get(first, 0)
            if more > 0:
                found.append((person.id, Credit(frame.first_day + timedelta(days=7 * first), more, Because.AGREED)))
    return found


def _beyond_wish(roster: Roster, person: Assistant) -> Mapping[int, int]:
    """By the first week of each stretch of the contract, the minutes beyond what is wanted in it."""
    frame = roster.frame
    own = frame.brief.assistant(person.id)
    over = {}
    for block in blocks(frame, own):
        shifts = (one for one in roster.duties(own.id) if block.first <= frame.week_of(one) < block.last)
        had = sum(paid(one, frame.brief.settings.resting_paid) for one in shifts if not one.is_overtime)
        if block.wanted is not None and had > block.wanted:
            over[block.first] = ceil(had - block.wanted)
    return over


def _less_called_off(brief: Brief, frame: Frame, taken: Works) -> Brief:
    """Who works a shift again that they were paid for when it was called off is not paid for it twice."""
    per_hour = brief.settings.resting_paid
    people = []
    for person in brief.assistants:
        left = list(person.credits)
        for shift in (frame.shift[one] for who, one in sorted(taken) if who == person.id):
            same = Credit(shift.start.date(), paid(shift, per_hour), Because.CALLED_OFF)
            if same in left:
                left.remove(same)
        people.append(replace(person, credits=tuple(left)) if len(left) < len(person.credits) else person)
    return replace(brief, assistants=tuple(people))


def _credited(brief: Brief, found: Iterable[tuple[str, Credit]]) -> Brief:
    more: Mapping[str, list[Credit]] = defaultdict(list)
    for who, one in found:
        more[who].append(one)
    if not more:
        return brief
    people = tuple(
        replace(one, credits=(*one.credits, *more[one.id])) if one.id in more else one for one in brief.assistants
    )
    return replace(brief, assistants=people)


# -- the frame ------------------------------------------------------------------------------------------


def frame_of_change(roster: Roster, brief: Brief, works: Works) -> Frame:
    """The dates of the roster as the brief has them now, with the shifts that were moved by hand."""
    old = roster.frame
    frame = replace(calendar_frame(brief, old.weeks), rotations=old.rotations)
    kinds = {one.code: one for one in brief.kinds}
    moved = [moved_shift(frame, kinds[one.kind], one.start, one.end) for one in moved_in(old)]
    return with_moved(frame, moved, works)


def _with(frame: Frame, brief: Brief) -> Frame:
    """The same shifts, by a brief in which only what people have had is otherwise."""
    return replace(frame, brief=brief)
