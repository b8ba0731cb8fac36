"""Where hours that would be lost can be worked: dates on which somebody may have a shift more without a rule broken."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, timedelta

from roster.domain.brief import ShiftKind
from roster.domain.frame import shift_of_kind
from roster.domain.kinds import Form, Sort
from roster.domain.reason import Reason
from roster.domain.roster import Roster
from roster.domain.shift import Shift, granted
from roster.planning.problem import priced_problem
from solver.judge import passed_by_more
from solver.problem import Cover, Limit, Minutes

_MOST_TRIED = 60
"""Dates; each is tried for everybody until one fits."""


@dataclass(frozen=True, slots=True)
class Place:
    """A date on which the assistant can have a shift of the kind more."""

    day: date
    who: str


@dataclass(frozen=True, slots=True)
class Spare:
    """So many shifts of the kind are in the hours left, and where some of them fit."""

    kind: ShiftKind
    count: int
    places: tuple[Place, ...]


def spare(roster: Roster, minutes: int, after: date | None) -> Spare | None:
    """The hours left as shifts of the most common kind of day; None where they are not enough for one."""
    kind = _usual(roster)
    if kind is None:
        return None
    per_shift = granted(
        shift_of_kind(roster.frame.clock, kind, roster.frame.first_day, ""), roster.frame.brief.settings.resting_granted
    )
    count = minutes // per_shift if per_shift else 0
    if not count:
        return None
    if roster.frame.form is Form.CYCLE:
        return Spare(kind, count, ())
    return Spare(kind, count, _places(roster, kind, count, after))


def _usual(roster: Roster) -> ShiftKind | None:
    """The kind of day shift that is needed most often; where there is none, the kind needed most."""
    counts = Counter({kind.code: 0 for kind in roster.frame.brief.kinds})
    for shift in roster.frame.shifts:
        if shift.kind in counts and shift.charged:
            counts[shift.kind] += shift.wanted
    kinds = [one for one in roster.frame.brief.kinds if counts[one.code]]
    days = [one for one in kinds if one.sort is Sort.DAY] or kinds
    return max(days, key=lambda one: counts[one.code], default=None)


def _places(roster: Roster, kind: ShiftKind, count: int, after: date | None) -> tuple[Place, ...]:
    """Dates spread over the plan, each with the first who may have it; those who want more hours come first."""
    frame = roster.frame
    dates = [day for day in frame.dates if after is None or day > after]
    step = max(1, len(dates) // max(1, count))
    order = [day for start in range(step) for day in dates[start::step]][:_MOST_TRIED]
    more = {day: replace(shift_of_kind(frame.clock, kind, day, _id(day, kind)), up_to=1) for day in order}
    wider = replace(frame, shifts=_sorted((*frame.shifts, *more.values())))
    problem = priced_problem(wider, ())
    hard = [one for one in problem.limits if one.cost is None and not _about_hours(one)]
    works = roster.works | frozenset((who, shift.id) for who, shift in frame.fixed if shift.counts_in_limits)
    people = sorted(
        frame.people, key=lambda one: (one.wanted_week <= one.contract_week, len(roster.of(one.id)), one.id)
    )
    places: list[Place] = []
    for day in order:
        if len(places) == count:
            break
        for one in people:
            if _near(roster, one.id, day):
                continue
            theirs = [limit for limit in hard if getattr(limit, "person", None) in (one.id, None)]
            with_it = works | {(one.id, more[day].id)}
            if next(iter(passed_by_more(problem, theirs, works, with_it)), None) is None:
                works = with_it
                places.append(Place(day, one.id))
                break
    return tuple(sorted(places, key=lambda one: (one.day, one.who)))


def _about_hours(limit: Limit) -> bool:
    """How many hours the plan may draw: these are hours beyond it. Who may be at work at once still counts."""
    return isinstance(limit, Minutes | Cover) and (
        Reason.of(limit.because).rule == "need-filled"
        or (isinstance(limit, Minutes) and Reason.of(limit.because).rule == "vedtak")
    )


def _near(roster: Roster, who: str, day: date) -> bool:
    """At work that day already: a second shift on one day is no good proposal."""
    return any(shift.start.date() <= day <= (shift.end - timedelta(minutes=1)).date() for shift in roster.of(who))


def _id(day: date, kind: ShiftKind) -> str:
    return f"{day:%Y-%m-%d} {kind.code} ekstra"


def _sorted(shifts: tuple[Shift, ...]) -> tuple[Shift, ...]:
    return tuple(sorted(shifts, key=lambda one: (one.span, one.id)))
