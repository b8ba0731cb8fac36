"""A grunnturnus on dates: a calendar plan with least change from it (D27)."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from itertools import chain

from roster.domain.frame import Frame, calendar_frame
from roster.domain.kinds import WhenShort
from roster.domain.plan import Change
from roster.domain.reason import Reason
from roster.domain.roster import Roster
from roster.domain.shift import granted, worked
from roster.planning.better import hours, wishes
from roster.planning.changes import FOLLOWS, changes
from roster.planning.forecast import on_dates
from roster.planning.problem import fixed_works, priced_problem, roster_of
from roster.planning.search import Search, short_of_hours, some_open
from roster.planning.worth import CHANGED, OPEN_MINUTE
from roster.rules.contract_hours import check_of
from solver.least_change import least_change
from solver.problem import Problem, Works
from solver.result import Made
from solver.without_conflicts import without_conflicts

QUICK = 5.0
"""Seconds for the dates of a run that was stopped: whoever stopped it is waiting."""


@dataclass(frozen=True, slots=True)
class RolledOut:
    """The roster on dates and its cells that differ.

    ``quick``: only a copy of the grunnturnus less what the dates forbid, since there was no time for more.
    """

    roster: Roster
    changes: tuple[Change, ...]
    seconds: float
    stopped: bool
    quick: bool = False


def roll_out(cycle: Roster, *, seconds: float, search: Search | None = None) -> RolledOut:
    """The grunnturnus over the weeks of dates that the brief asks for, changed as little as the rules let it.

    Where it is not in order after so many seconds, the search goes on until it is, for a minute at the most: a turnus
    with shifts open or hours lacking on its dates cannot be handed out.
    """
    search = search or Search()
    if search.stopped():
        return copied_out(cycle, stopped=True)
    frame, copied, problem = _asked(cycle)
    agreed = _with_their_hours(cycle)

    def in_order(costs: Mapping[str, int]) -> bool:
        """As far as may be: no need open that the vedtak has hours for, or nobody short who had the hours before."""
        return not _still_fit(frame, costs) if some_open(costs) else not agreed & short_of_hours(costs)

    answer = search.patiently(problem, seconds, copied, prefer=in_order)
    if isinstance(answer, Made) and not (in_order(answer.cost_by_reason) or answer.proven or search.stopped()):
        mended = search.until(problem, answer.works, in_order)
        better = isinstance(mended, Made) and (in_order(mended.cost_by_reason) or mended.cost < answer.cost)
        answer = mended if better else answer
    if not isinstance(answer, Made):
        return copied_out(cycle, stopped=search.stopped(), steady=search.steady)
    roster = roster_of(frame, answer.works)
    return RolledOut(roster, tuple(changes(cycle, roster, copied, problem)), answer.seconds, search.stopped())


def _still_fit(frame: Frame, costs: Mapping[str, int]) -> bool:
    """Some of the need left open could be filled with the hours that the vedtak has for the dates."""
    brief = frame.brief
    reasons = ((Reason.of(key), points) for key, points in costs.items() if points)
    open_ = ((frame.shift[one.what], points) for one, points in reasons if one.rule == "open")
    missing = {shift.id: points // (OPEN_MINUTE * worked(shift)) for shift, points in open_}
    draws = {shift: granted(frame.shift[shift], brief.settings.resting_granted) for shift in missing}
    known = on_dates(brief)
    exceeds = brief.vedtak.when_short is WhenShort.EXCEED
    lack = 0 if known is None or exceeds else max(0, known[0] - known[1])
    spare = sum(draws[shift] * number for shift, number in missing.items()) - lack
    return any(draw <= spare for draw in draws.values())


def _with_their_hours(cycle: Roster) -> frozenset[str]:
    """Those who have the hours of their contract in the grunnturnus."""
    people = cycle.frame.people
    return frozenset(one.id for one in people if not any(found.verdict.fails for found in check_of(cycle, one)))


def copied_out(cycle: Roster, *, stopped: bool, steady: bool = False) -> RolledOut:
    """The grunnturnus copied to the dates, where nothing stands in the way of a shift; the rest is left open.

    ``steady``: however long that takes, unless somebody who stopped it is waiting.
    """
    began = time.monotonic()
    frame, copied, problem = _asked(cycle)
    ends = float("inf") if steady and not stopped else time.monotonic() + QUICK
    kept = without_conflicts(problem, copied, lambda: time.monotonic() > ends, given=fixed_works(frame))
    roster = roster_of(frame, kept)
    told = tuple(changes(cycle, roster, copied, problem))
    return RolledOut(roster, told, time.monotonic() - began, stopped, quick=True)


def _asked(cycle: Roster) -> tuple[Frame, Works, Problem]:
    """The frame with dates, the grunnturnus repeated there, and the problem of changing it least."""
    frame = calendar_frame(cycle.frame.brief, cycle.frame.brief.period.rollout_weeks)
    copied = copy_of(cycle, frame)
    # Hours and dated wishes count on dates too; all else that is better was had in the grunnturnus.
    lawful = priced_problem(frame, chain(hours.limits(frame), wishes.limits(frame)))
    as_it_was = copied | fixed_works(frame)
    return frame, copied, least_change(lawful, as_it_was, shift=CHANGED, because=lambda who: Reason(FOLLOWS, who).key)


def copy_of(cycle: Roster, frame: Frame) -> frozenset[tuple[str, str]]:
    """The cycle repeated over the dates; what has no shift there any more is left out."""
    by_place = _by_place(cycle.frame, frame)
    return frozenset((who, dated) for who, shift in cycle.works for dated in by_place.get(shift, ()))


def _by_place(cycle: Frame, frame: Frame) -> Mapping[str, tuple[str, ...]]:
    """For each shift of the cycle, the shifts of the same kind on the same day of every turn."""
    length = cycle.weeks * 7
    found: dict[str, list[str]] = {}
    for one in frame.shifts:
        since = (one.start.date() - frame.first_day).days % length
        place = f"{frame.first_day + timedelta(days=since):%Y-%m-%d} {one.kind}"
        found.setdefault(place, []).append(one.id)
    return {place: tuple(all_of) for place, all_of in found.items()}
