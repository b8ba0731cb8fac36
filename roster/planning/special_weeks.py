"""A turnus on dates changed for some weeks: red days, vacation, or weeks with another need (D27, D33, D34).

All outside those weeks stays as it is. Inside, every rule is hard, what differs from the turnus costs, and the red days
are shared by position, counted with those before. F3, F4 and F5 are what comes of it: they are paid, so that the hours
of a position fall by them, and the weeks are sought once more with that.
"""

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from roster.domain.brief import Brief
from roster.domain.days import DateSpan, is_red
from roster.domain.frame import Frame
from roster.domain.plan import Change, Plan
from roster.domain.reason import Reason
from roster.domain.roster import Roster
from roster.planning.changes import COVERS, FOLLOWS, changes
from roster.planning.explain import why_impossible
from roster.planning.problem import fixed_works
from roster.planning.result import Why
from roster.planning.rollout import QUICK
from roster.planning.search import Search, cheaper
from roster.planning.special_off import off_within_hours, paying, with_codes
from roster.planning.weeks_asked import Weeks, WeeksAsked
from roster.rules.red_days_off import Earned
from roster.rules.zones import red_days, red_of
from solver.allowance import Allowance
from solver.problem import Problem, Works
from solver.result import Made, OutOfTime
from solver.without_conflicts import without_conflicts

RED_SHARE = "red-share"
"""The rule of the reason for a red day that went to somebody else because each has a share of them."""
LITTLE_MORE = 3.0
"""Seconds beyond the time given in which a first lawful roster is looked for still."""
PASSES = 3
"""Searches at the most: what is owed for red days is known when they are given out, and counts in the next; where not
all of it found a place there, the hours are put in order in a third. Where nothing is owed they search on."""


@dataclass(frozen=True, slots=True)
class Special:
    """The plan with the weeks changed. ``usual`` is the grunnturnus on the same dates, ``changes`` all that differs
    from it inside the weeks, and ``owed`` what red days give each in time off. ``back``: cells inside the weeks that
    are as in the grunnturnus again, from what they were in the plan that was changed.
    """

    plan: Plan
    usual: Roster
    changes: tuple[Change, ...]
    owed: Mapping[str, Earned]
    seconds: float
    proven: bool
    back: tuple[Change, ...] = ()

    @property
    def now(self) -> Roster:
        return self.plan.dated


def plan_weeks(
    plan: Plan, brief: Brief, weeks: Weeks, *, seconds: float, search: Search | None = None
) -> Special | None:
    """The plan changed within the weeks to what ``brief`` asks for; None where no lawful roster was found in time.

    ``brief`` may have other vacations and needs than the plan's own. Dates after those of the plan follow the
    grunnturnus, and may be changed as well; those up to the weeks first, by themselves.
    """
    search = search or Search()
    between = _between(plan, weeks.within)
    if between is not None:
        rolled = plan_weeks(plan, brief, Weeks(between, red_days=False), seconds=seconds / 3, search=search)
        seconds = seconds * 2 / 3
        if rolled is not None:
            found = plan_weeks(rolled.plan, brief, weeks, seconds=seconds, search=search)
            return None if found is None else replace(found, seconds=rolled.seconds + found.seconds)
    asked = WeeksAsked.of(plan, brief, weeks)
    passes = PASSES if weeks.red_days else 1
    works = asked.base | fixed_works(asked.frame)
    made: Made | None = None
    before: Made | None = None
    spent, ends = 0.0, time.monotonic() + seconds
    problem = asked.problem()
    works = _without_hindrance(problem, works, search)
    for number in range(passes):
        share = seconds / passes
        if not search.steady:
            # What was not used is there for the rest, and what it takes to put the question is part of the time.
            share = max(share / 2, (ends - time.monotonic()) / (passes - number))
        # With the same seed it would try again what has led nowhere.
        answer = replace(search, seed=search.seed + number).run(problem, share, start=works)
        if isinstance(answer, OutOfTime) and made is None and not search.stopped():
            # What the user gave is what is used; but an answer that is near is not thrown away.
            left = LITTLE_MORE if search.steady else max(LITTLE_MORE, ends - time.monotonic())
            answer = search.until(problem, works, lambda _: True, seconds=left)
        if not isinstance(answer, Made):
            break
        # The same question has another seed, and may end with a dearer roster than it began with.
        made = answer if before is None else cheaper(before, answer)
        before, works, spent = made, made.works, spent + answer.seconds
        if weeks.red_days and (again := asked.knowing(asked.roster(works))).differs_from(asked):
            asked = replace(again, settled=works)
            problem, before = asked.problem(), None
        elif made.proven:
            break
    return None if made is None else _told(plan, asked, works, spent, made.proven)


def why_no_weeks(plan: Plan, brief: Brief, weeks: Weeks, allowance: Allowance) -> tuple[Frame, Why] | None:
    """The dates asked about, and why what the brief asks for there goes with no lawful roster; None where it may."""
    frame = WeeksAsked.of(plan, brief, weeks).frame
    why = why_impossible(frame, allowance)
    return (frame, why) if why.reasons else None


def _between(plan: Plan, within: DateSpan) -> DateSpan | None:
    """The dates between those of the plan and the weeks: many more than the weeks, and no part of their question."""
    if plan.rollout is None:
        return None
    first, last = plan.dated.frame.dates[-1] + timedelta(days=1), within.first - timedelta(days=1)
    return DateSpan(first, last) if first <= last else None


def _without_hindrance(problem: Problem, works: Works, search: Search) -> Works:
    """What of the turnus can stay as it is: a first roster to search on from, with the rest open."""
    ends = float("inf") if search.steady else time.monotonic() + QUICK
    return without_conflicts(problem, works, lambda: time.monotonic() > ends)


def _told(plan: Plan, asked: WeeksAsked, works: Works, seconds: float, proven: bool) -> Special:
    first = asked.roster(works)
    owed = {one.id: asked.earned(first, one.id) for one in asked.frame.people} if asked.weeks.red_days else {}
    within = asked.weeks.within
    off = {who: off_within_hours(first, asked.brief, who, tuple(asked.off(first, who)), within) for who in owed}
    now = paying(first, asked.brief, off, within) if asked.weeks.red_days else first
    brief = now.frame.brief
    usual = Roster(now.frame, asked.usual)
    cyclic = plan.roster.frame.cyclic
    before = plan.roster if cyclic else usual
    # What was sought paid for days off that may have found no place: no reason is told by that.
    bare = replace(asked, frame=now.frame).problem(bare=True)
    # Outside the weeks nothing is changed: what was said of it holds, with the days off that other red days gave.
    known = [one for one in plan.changes if one.day not in within]
    every = tuple(_by_red_days(one, now) for one in changes(before, now, asked.usual, bare, known))
    inside = tuple(with_codes(one, off) for one in every if one.day in asked.weeks.within)
    outside = tuple(one for one in every if one.day not in asked.weeks.within)
    if cyclic:
        grunnturnus = Roster(replace(plan.roster.frame, brief=brief), plan.roster.works)
        ordered = sorted((*inside, *outside), key=lambda one: (one.day, one.who))
        whole = replace(plan, brief=brief, roster=grunnturnus, rollout=now, changes=tuple(ordered))
    else:
        whole = replace(plan, brief=brief, roster=now)
    return Special(whole, usual, inside, owed, seconds, proven, tuple(_back(plan.dated, usual, now, within)))


def _back(had: Roster, usual: Roster, now: Roster, within: DateSpan) -> Iterator[Change]:
    """The cells that were otherwise than in the grunnturnus, and no longer are."""
    if had.frame.cyclic:
        return
    before, as_usual, after = (_kinds(one, within) for one in (had, usual, now))
    for who, day in sorted(before.keys() | after.keys(), key=lambda cell: (cell[1], cell[0])):
        was, holds = (tuple(side.get((who, day), ())) for side in (before, after))
        if was != holds == tuple(as_usual.get((who, day), ())) and day in had.frame.dates:
            yield Change(who, day, was, holds)


def _kinds(roster: Roster, within: DateSpan) -> Mapping[tuple[str, date], list[str]]:
    """The codes of what each works on each date."""
    found: dict[tuple[str, date], list[str]] = {}
    for person in roster.frame.people:
        for shift in roster.duties(person.id):
            if shift.start.date() in within and shift.event is None:
                found.setdefault((person.id, shift.start.date()), []).append(shift.kind)
    return found


def _by_red_days(change: Change, now: Roster) -> Change:
    """A red day that is somebody else's with no other reason has gone there because each has a share of them."""
    codes = {*change.before, *change.after}
    shifts = [shift for code in codes if (shift := now.frame.shift.get(f"{change.day} {code}")) is not None]
    reds = [red_of(one, red_days(now.frame)) for one in shifts]
    if not any(one is not None and is_red(one.day) for one in reds):
        return change
    told = [Reason.of(key) for key in change.because]
    by_share = [
        replace(one, rule=RED_SHARE, who=change.who)
        if one.rule == FOLLOWS
        else replace(one, what=RED_SHARE)
        if one.rule == COVERS and one.what == FOLLOWS
        else one
        for one in told
    ]
    return replace(change, because=tuple(one.key for one in by_share))
