"""Weeks of a turnus that may be changed, as the solver is asked them: what stays, what costs, and what is owed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import chain
from math import ceil, floor

from roster.domain.assistant import PaidOff
from roster.domain.brief import Brief
from roster.domain.contract import block_of, half_a_shift
from roster.domain.days import DateSpan
from roster.domain.frame import Frame, calendar_frame, frame_of
from roster.domain.kinds import OffCode
from roster.domain.plan import Plan
from roster.domain.reason import Reason
from roster.domain.roster import Roster
from roster.domain.shift import Shift, in_time, paid
from roster.planning.better import hours, shares, trips, wishes
from roster.planning.changes import FOLLOWS
from roster.planning.problem import fixed_works, priced_problem, roster_of
from roster.planning.rollout import copy_of
from roster.planning.special_off import in_return_on, still_off, with_off
from roster.planning.worth import CHANGED, SHORT_MINUTE, TIME_OFF, UNEVEN_RED_DAYS
from roster.rules.red_days_off import (
    Earned,
    GivenOff,
    earned,
    is_ordinary,
    off_in_return,
    off_on_red_days,
    paid_on_ordinary_days,
)
from roster.rules.zones import red_days, red_of
from solver import judge
from solver.least_change import least_change
from solver.problem import Balance, Fixed, Limit, Minutes, Off, Problem, Works

OUTSIDE = "!outside||"
"""The reason of what lies outside the weeks: how the question is put, no reason of anybody's."""
IN_RETURN = "in-return"
"""The rule of the reason for time off that red days gave (F4, F5)."""


@dataclass(frozen=True, slots=True)
class Weeks:
    """Which dates may be changed, and whether red days are shared anew and pay time off (a høytidsturnus)."""

    within: DateSpan
    red_days: bool = True


@dataclass(frozen=True)
class WeeksAsked:
    """The weeks as the solver is asked them.

    ``base`` is the turnus as it was, ``usual`` the grunnturnus on its dates; ``owed`` are days off still to be placed,
    so many for each, and the frame's brief pays for them already. ``settled``: who works on red days, once that is
    found; what they give in time off is known then, and holds.
    """

    plan: Plan
    brief: Brief
    weeks: Weeks
    frame: Frame
    base: Works
    usual: Works
    free: frozenset[date]
    owed: Mapping[str, int]
    settled: Works | None = None

    @classmethod
    def of(cls, plan: Plan, brief: Brief, weeks: Weeks) -> "WeeksAsked":
        brief = with_off(brief, {} if weeks.red_days else still_off(brief), weeks.within)
        old = plan.dated
        if plan.roster.frame.cyclic:
            begins = brief.period.start
            had = 0 if plan.rollout is None else old.frame.weeks
            needed = -(-((weeks.within.last - begins).days + 1) // 7)
            long = max(had or brief.period.rollout_weeks, needed)
            brief = replace(brief, period=replace(brief.period, rollout_weeks=long))
            frame = calendar_frame(brief, long)
            usual = copy_of(replace(plan.roster, frame=replace(plan.roster.frame, brief=brief)), frame)
        else:
            had, frame = old.frame.weeks, frame_of(brief)
            usual = frozenset(one for one in old.works if one[1] in frame.shift)
        since = frame.first_day + timedelta(days=7 * had)
        later = frozenset(one for one in usual if frame.shift[one[1]].start.date() >= since)
        known = frozenset(one for one in old.works if one[1] in frame.shift) if had else frozenset()
        free = frozenset(day for day in frame.dates if day in weeks.within or day >= since)
        asked = cls(plan, brief, weeks, frame, known | later, usual, free, {})
        return asked.knowing(Roster(frame, asked.base)) if weeks.red_days else asked

    def roster(self, works: Works) -> Roster:
        """What the solver made, under the brief without days off that nobody was given."""
        return roster_of(replace(self.frame, brief=self.brief), works)

    def earned(self, now: Roster, who: str) -> Earned:
        return earned(
            self.plan.roster if self.plan.roster.frame.cyclic else self._usual(now), now, who, self.weeks.within
        )

    def off(self, now: Roster, who: str) -> Iterator[GivenOff]:
        """The days off with pay in the roster: those on red days, and those given in return."""
        usual = self._usual(now)
        yield from off_on_red_days(usual, now, who, self.weeks.within)
        yield from off_in_return(usual, now, who, self.weeks.within, self.earned(now, who))

    def _usual(self, now: Roster) -> Roster:
        return Roster(now.frame, self.usual)

    def knowing(self, now: Roster) -> "WeeksAsked":
        """The same with what red days give in a roster: paid, and the days in return asked for."""
        off: dict[str, list[PaidOff]] = {}
        owed: dict[str, int] = {}
        for person in now.frame.people:
            who = person.id
            off[who] = [one.off for one in self.off(now, who) if one.off.code is OffCode.RED_DAY]
            shifts = self._ordinary(who)
            if not shifts:
                continue
            one_shift = self._paid(shifts) // len(shifts)
            if self.settled is not None:
                # What found no place is owed still, but it pays for no hours here.
                placed = [one.off for one in self.off(now, who) if one.off.code is not OffCode.RED_DAY]
                off[who] += placed
                owed[who] = len(placed)
                continue
            gives = self.earned(now, who)
            days = [(day, OffCode.REPLACED) for day in gives.replaced]
            extra = gives.supplement_minutes // max(1, one_shift)
            days += [(day, OffCode.SUPPLEMENT) for day in sorted(gives.supplement)[:1] * extra]
            placed = [PaidOff(day, code, one_shift) for day, code in in_return_on(days, shifts)]
            owed[who] = len(placed)
            off[who] += placed
        frame = replace(self.frame, brief=with_off(self.brief, off, self.weeks.within))
        return replace(self, frame=frame, owed=owed)

    def differs_from(self, other: "WeeksAsked") -> bool:
        return self.frame.brief != other.frame.brief

    def _ordinary(self, who: str) -> list[Shift]:
        """The assistant's shifts of the grunnturnus inside the weeks on days that are neither red nor a Sunday."""
        mine = (self.frame.shift[shift] for one, shift in self.usual if one == who)
        return sorted((one for one in mine if is_ordinary(self.frame, one, self.weeks.within)), key=in_time)

    def _paid(self, shifts: Iterable[Shift]) -> int:
        return sum(paid(one, self.brief.settings.resting_paid) for one in shifts)

    def problem(self, *, bare: bool = False) -> Problem:
        """All rules, least change, and red days by share; what lies outside the weeks stays.

        ``bare``: only what can be a reason of somebody's.
        """
        frame = self.frame
        better = chain(
            hours.limits(frame), wishes.limits(frame), trips.limits(frame), self._whole_hours(), self._time_off()
        )
        red = self._red_share() if self.weeks.red_days else ()
        lawful = priced_problem(frame, chain(better, red))
        works = self.base | fixed_works(frame)
        far = frozenset(one for one in works if one[1] in frame.shift and self._is_outside(one[1]))
        # What lies outside and is broken already, whatever the weeks have, is nobody's hindrance here.
        least = far | fixed_works(frame)
        most = least | {
            (who.id, one.id) for who in frame.people for one in frame.shifts if not self._is_outside(one.id)
        }
        broken = {id(one) for one in judge.broken(replace(lawful, limits=judge.broken(lawful, least)), most)}
        kept = chain.from_iterable(self._inside(one) if id(one) in broken else (one,) for one in lawful.limits)
        stays = () if bare else (*self._as_it_is(far), *self._on_red_days(), *self._off_already())
        fixed = replace(lawful, limits=(*kept, *stays))
        return least_change(fixed, works, shift=CHANGED, because=lambda who: Reason(FOLLOWS, who).key)

    def _inside(self, limit: Limit) -> Iterator[Limit]:
        """What holds in the weeks of a limit that is broken outside them: who is off there, or has a fixed shift."""
        if isinstance(limit, Off | Fixed):
            own = tuple(one for one in limit.shifts if one in self.frame.shift and not self._is_outside(one))
            if own:
                yield replace(limit, shifts=own)

    def _is_outside(self, shift: str) -> bool:
        return self.frame.shift[shift].start.date() not in self.free

    def _as_it_is(self, far: Works) -> Iterator[Limit]:
        outside = [one.id for one in self.frame.shifts if one.start.date() not in self.free]
        for person in self.frame.people:
            own = tuple(one for one in outside if (person.id, one) in far)
            other = tuple(one for one in outside if (person.id, one) not in far)
            if own:
                yield Fixed(person.id, own, OUTSIDE)
            if other:
                yield Off(person.id, other, OUTSIDE)

    def _off_already(self) -> Iterator[Limit]:
        """Days off with pay stay off where red days are not shared anew."""
        for person in () if self.weeks.red_days else self.frame.people:
            days = frozenset(one.day for one in person.paid_off)
            own = tuple(one.id for one in self.frame.shifts if one.start.date() in days)
            if own:
                yield Off(person.id, own, OUTSIDE)

    def _on_red_days(self) -> Iterator[Limit]:
        """Who works on red days is settled."""
        if self.settled is None:
            return
        reds = red_days(self.frame)
        inside = [one for one in self.frame.shifts if one.start.date() in self.free and red_of(one, reds) is not None]
        for person in self.frame.people:
            own = tuple(one.id for one in inside if (person.id, one.id) in self.settled)
            other = tuple(one.id for one in inside if (person.id, one.id) not in self.settled)
            if own:
                yield Fixed(person.id, own, OUTSIDE)
            if other:
                yield Off(person.id, other, OUTSIDE)

    def _red_share(self) -> Iterator[Limit]:
        """Red days of each year by position, dearer than the few changes that it takes to share them."""
        for one in shares.red_days_by_year(self.frame):
            yield replace(one, cost=UNEVEN_RED_DAYS) if isinstance(one, Balance) else one

    def _whole_hours(self) -> Iterator[Limit]:
        """Weeks that are no shorter than the grunnturnus keep the position over themselves, less vacation (D33)."""
        frame, within = self.frame, self.weeks.within
        first = (within.first - frame.first_day).days // 7
        last = -(-((within.last - frame.first_day).days + 1) // 7)
        if last - first < frame.brief.period.weeks or not self.plan.roster.frame.cyclic:
            return
        counted = frozenset(one.id for week in frame.by_week[first:last] for one in week)
        for person in frame.people:
            block = block_of(frame, person, first, last)
            amounts = tuple((one, self._paid([frame.shift[one]])) for one in sorted(counted))
            if block.wanted is None or not amounts:
                continue
            slack = half_a_shift(frame, person)
            why = Reason("short", person.id, "weeks").key
            if block.due > slack:
                yield Minutes(person.id, amounts, why, least=ceil(block.due) - slack, cost=SHORT_MINUTE)
            # A part of a turn may have more of the grunnturnus than the position over the same weeks.
            usual = self._paid(frame.shift[one] for who, one in self.usual if who == person.id and one in counted)
            as_usual = usual - person.contract_week * (last - first) + block.contract
            most = floor(max(block.wanted, as_usual))
            yield Minutes(person.id, amounts, Reason("agreed-hours", person.id, "weeks").key, most=most)

    def _time_off(self) -> Iterator[Limit]:
        """So many shifts less than by the grunnturnus on ordinary days, as red days give (F4, F5)."""
        within = self.weeks.within
        shifts = [one for one in self.frame.shifts if is_ordinary(self.frame, one, within)]
        amounts = tuple((one.id, self._paid([one])) for one in shifts)
        for who, number in self.owed.items():
            if number:
                had = sum(paid_on_ordinary_days(Roster(self.frame, self.usual), who, within))
                one_shift = self._paid(self._ordinary(who)) // len(self._ordinary(who))
                why = Reason(IN_RETURN, who).key
                yield Minutes(who, amounts, why, most=had - number * one_shift, cost=max(1, TIME_OFF // one_shift))
