"""How far one limit has to be loosened for the reasons to hold together, and whether all need can be filled then."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

from roster.domain.assistant import Ceiling
from roster.domain.brief import Agreement, Brief
from roster.domain.frame import Frame
from roster.domain.reason import Reason
from roster.domain.spans import HOUR
from roster.planning.asked import Asked
from roster.planning.problem import hard_problem, problem_of
from roster.planning.result import WayOut
from roster.planning.ways_out import ABOUT
from roster.rules import RULES
from roster.rules.agreements import AVERAGING, MATRIX, paragraph_of
from roster.rules.in_force import Ground, in_force
from roster.rules.numbers import Number
from roster.rules.sundays import ID as SUNDAYS
from roster.rules.terms import terms
from solver.allowance import Allowance
from solver.inquiry import Inquiry
from solver.problem import Problem
from solver.search.hard import hard_part

VALUES = {
    "daily-rest": "daily_rest_h",
    "weekly-rest": "weekly_rest_h",
    "hours-day": "day_h",
    "single-week": "single_week_h",
    "average-8-weeks": "week_h",
    "total-hours": "total_day_h",
    "night-average": "night_day_h",
}
"""The value of an agreement that loosens a rule."""

HALF_HOUR = 30
PERCENT = 5
LONGEST_DAY, SHORTEST_REST, LONGEST_WEEK = 16 * HOUR, 8 * HOUR, 48 * HOUR
"""Minutes: how far we go where the law sets an agreement no bound; nobody should be asked for more."""

SETTLED = 2.0
"""Seconds to see whether a few reasons hold together."""

WHOLE = 8.0
"""Seconds to look for a roster of the whole brief with the way out taken."""


@dataclass(frozen=True, slots=True)
class Step:
    """One more notch: the number as it is said, and the brief with it."""

    to: str
    brief: Brief


@dataclass(frozen=True)
class Trial:
    """The reasons of one explanation, asked again of briefs in which something is loosened.

    ``as_asked`` makes of a frame's problem the one that was explained (need by day, or by kind of shift).
    """

    brief: Brief
    reasons: tuple[Reason, ...]
    as_asked: Callable[[Frame, Problem], Problem]
    allowance: Allowance

    def over(self) -> bool:
        return self.allowance.over()

    def ways(self, reason: Reason, ways: Sequence[WayOut]) -> Iterator[WayOut]:
        """The ways with the least number that is enough; those that are shown never to be are left out."""
        for way in ways:
            if self.over():
                yield way
                continue
            steps = tuple(_steps(self.brief, reason, way))
            if not steps:
                yield way
                continue
            enough = self._least(steps)
            if enough is None:
                yield way
            elif enough < len(steps):
                yield self._filling(way, steps[enough:])

    def _filling(self, way: WayOut, steps: Sequence[Step]) -> WayOut:
        """The way with the first of its steps that fills all need, or with the very first where none is known to.

        It is short where the furthest does not fill all need either.
        """
        first = steps[0]
        fills = self._fills(first.brief)
        if fills is False and len(steps) > 1 and (furthest := self._fills(steps[-1].brief)) is not False:
            if furthest:
                first, fills = self._first_that_fills(steps), True
            else:
                fills = None
        return replace(way, to=first.to, tried=fills is True, short=fills is False)

    def _first_that_fills(self, steps: Sequence[Step]) -> Step:
        """The first step known to fill all need; the first does not, the last does."""
        low, high = 1, len(steps) - 1
        while low < high and not self.over():
            middle = (low + high) // 2
            if self._fills(steps[middle].brief):
                high = middle
            else:
                low = middle + 1
        return steps[high]

    def may_do(self, reason: Reason, ways: Sequence[WayOut]) -> Iterator[WayOut]:
        """The ways but for those that are shown never to be enough, however far they go."""
        for way in ways:
            steps = () if self.over() else tuple(_steps(self.brief, reason, way))
            if not steps or self._holds(steps[-1].brief) is not False:
                yield way

    def _least(self, steps: Sequence[Step]) -> int | None:
        """The first step that is enough for the reasons, after the last one if none is; None where it is not known."""
        low, high = 0, len(steps) - 1
        last = self._holds(steps[-1].brief)
        if not last:
            return None if last is None else len(steps)
        while low < high:
            middle = (low + high) // 2
            holds = self._holds(steps[middle].brief)
            if holds is None or self.over():
                return None
            if holds:
                high = middle
            else:
                low = middle + 1
        return high

    def _holds(self, brief: Brief) -> bool | None:
        """The reasons hold together in the brief; None where it is not settled."""
        frame = Asked.of(brief).frame
        names = {one.rule for one in self.reasons}
        limits = (limit for rule in RULES if rule.id in names for limit in rule.limits(frame))
        problem = self.as_asked(frame, problem_of(frame, limits))
        keys = {one.key for one in self.reasons}
        kept = tuple(one for one in problem.limits if one.because.startswith("!") or one.because in keys)
        return self._settled(replace(problem, limits=kept), SETTLED)

    def _fills(self, brief: Brief) -> bool | None:
        """There is a roster with all need filled; None where it is not settled."""
        return None if self.over() else self._settled(hard_problem(Asked.of(brief).frame), WHOLE)

    def _settled(self, problem: Problem, seconds: float) -> bool | None:
        """Some roster keeps all that is hard in the problem; None where it is not settled in so many seconds."""
        inquiry = Inquiry(hard_part(problem), self.allowance.part(seconds / self.allowance.seconds), seed=0)
        answer = inquiry.settled(inquiry.reasons(None), share=1.0)
        return True if answer.works is not None else False if answer.impossible else None


def _steps(brief: Brief, reason: Reason, way: WayOut) -> Iterator[Step]:
    """The brief with the way out taken ever further; one step where it has no number, none where it cannot be tried."""
    match way.kind:
        case "agreement":
            yield from _agreements(brief, reason, way)
        case "more-nights":
            yield from _ceilings(brief, way.who, "most_nights")
        case "more-weekends":
            yield from _ceilings(brief, way.who, "most_weekends")
        case "more-hours":
            yield from _ceilings(brief, way.who, "most_minutes", HOUR)
        case "wants-more":
            yield from _percents(brief, way.who, "wants_up_to")
        case "bigger-position" if not way.what:
            yield from _percents(brief, way.who, "percent")
        case "move-vacation":
            yield Step("", _with(brief, way.who, vacation=()))
        case "more-available":
            yield Step("", _with(brief, way.who, can=(), cannot=(), weekends=None))
        case "employed-then":
            yield Step("", _with(brief, way.who, employed_from=None, employed_to=None, may_work_from=None))
        case "less-elsewhere":
            yield Step("", _with(brief, way.who, elsewhere=()))


def _agreements(brief: Brief, reason: Reason, way: WayOut) -> Iterator[Step]:
    """An agreement for the assistant under the paragraph, from half an hour more to as far as the party may go."""
    found = re.search(r"§ (10-\d+ \(\d+\))", way.what)
    name = VALUES.get(reason.rule)
    if found is None or found[1] not in MATRIX:
        return
    paragraph, allowed = found[1], MATRIX[found[1]]
    if reason.rule == SUNDAYS and paragraph == "10-8 (4)":
        yield Step("", replace(brief, agreements=(*brief.agreements, _agreement(brief, way.who, paragraph, {}))))
    if name is None:
        return
    now = getattr(terms(brief, way.who), ABOUT[reason.rule]).amount
    less = name in ("daily_rest_h", "weekly_rest_h")
    bound: Number | None = allowed.least.get(name) if less else allowed.most.get(name)
    if bound is None and name not in allowed.any_value:
        return
    furthest = bound.on(brief.period.start) if bound else SHORTEST_REST if less else LONGEST_DAY
    for minutes in _towards(now, furthest):
        hours = Decimal(minutes) / 60
        agreement = _agreement(brief, way.who, paragraph, {name: hours})
        yield Step(f"{minutes}", replace(brief, agreements=(*brief.agreements, agreement)))


def _towards(now: int, furthest: int) -> Iterator[int]:
    """Half an hour at a time, and the furthest at last."""
    step = HALF_HOUR if furthest > now else -HALF_HOUR
    yield from range(now + step, furthest, step)
    if furthest != now:
        yield furthest


def _agreement(brief: Brief, who: str, paragraph: str, wanted: Mapping[str, Decimal]) -> Agreement:
    """What would be signed; on averaging it keeps what the one in force gives, for only one holds."""
    allowed, signed = MATRIX[paragraph], brief.period.start - timedelta(days=30)
    averaging = next((one for one in in_force(brief, who, Ground.IN_USE) if paragraph_of(one) in AVERAGING), None)
    values, weeks = dict(wanted), allowed.weeks.on(brief.period.start) if allowed.weeks else None
    if paragraph in AVERAGING and averaging is not None:
        values = {**averaging.values, **wanted}
        weeks = averaging.averaging_weeks
    return Agreement(
        "ny",
        paragraph,
        allowed.party,
        values,
        covers=(who,),
        averaging_weeks=weeks,
        signed=signed,
        valid_from=signed,
        compensating_rest=True,
    )


def _ceilings(brief: Brief, who: str, field: str, notch: int = 1) -> Iterator[Step]:
    """Up to seven days a week, or as many hours as a single week can have on average."""
    ceiling: Ceiling | None = getattr(brief.assistant(who), field)
    if ceiling is None:
        return
    furthest = (7 if notch == 1 else LONGEST_WEEK) * ceiling.weeks
    for most in range(ceiling.most + notch, furthest + 1, notch):
        yield Step(f"{most}", _with(brief, who, **{field: replace(ceiling, most=most)}))


def _percents(brief: Brief, who: str, field: str) -> Iterator[Step]:
    one = brief.assistant(who)
    now = int(max(one.percent, one.wants_up_to or 0))
    for percent in range(now - now % PERCENT + PERCENT, 101, PERCENT):
        yield Step(f"{percent}", _with(brief, who, **{field: Decimal(percent)}))


def _with(brief: Brief, who: str, **fields: Any) -> Brief:
    """The brief with something otherwise for one assistant."""
    people = tuple(replace(one, **fields) if one.id == who else one for one in brief.assistants)
    return replace(brief, assistants=people)
