"""One run: from a brief to a plan and others like it, with dates for a grunnturnus, and why some need stays open."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace

from roster.domain.brief import Brief
from roster.domain.kinds import Form
from roster.domain.plan import Plan
from roster.domain.reason import Reason
from roster.domain.roster import Roster
from roster.planning.alternatives import Found, alternatives
from roster.planning.asked import Asked
from roster.planning.explain import why_impossible, why_open, with_numbers
from roster.planning.former import like_former
from roster.planning.open_shifts import still_open
from roster.planning.own_weeks import OwnWeeks, changed_weeks, with_own_weeks, with_weeks_of
from roster.planning.repeated import repeated, turnuses_for
from roster.planning.result import (
    Alternative,
    Better,
    NoPlan,
    NotInTime,
    OnBetter,
    OnStage,
    PlanAnswer,
    Planned,
    Stage,
    Stop,
    Why,
)
from roster.planning.rollout import RolledOut, roll_out
from roster.planning.run_parts import AGAIN, ALONE, FIRST, HELD, LEAST_TO_MEND, REPEATED, Part, may_hold
from roster.planning.search import PATIENCE, Search, cheaper, no_worse, none_open, settled, some_open
from roster.planning.weeks_held import weeks_held
from roster.planning.worth import OTHER_WEEK, SHORT_MINUTE
from solver.judge import cost_by_reason
from solver.problem import Problem, Works
from solver.result import Answer, Impossible, Made, OutOfTime, Possible, Progress

DATES_SHARE = 0.3
"""Part of the time for the roll-out of a grunnturnus, which starts from it."""

FIRST_SHARE = 0.5
"""Part of that time for the roster to recommend, where others are asked for; they share the rest."""

LEAST_FOR_DATES = 10.0
"""Seconds for the roll-out at the least, though no more than all that was given: half a year of dates is more than the
weeks of a cycle."""

LONGER, WITHIN, LONGEST = 0.5, 60.0, 0.1
"""How much longer, as a part of the time given, hours that are lacking are looked on at: the first as long as that ends
within so many seconds of the run, else the last."""

LEAST_FOR_OTHERS = 3.0
"""Seconds at the least for each alternative, however long the first has taken."""


@dataclass(frozen=True, slots=True)
class Former:
    """A roster to begin with; ``keep``: what differs from it has a price, by shift and by person."""

    roster: Roster
    keep: bool = False


def make_plan(
    brief: Brief,
    *,
    seconds: float,
    seed: int = 0,
    workers: int | None = None,
    gap: float = 0.0,
    former: Former | None = None,
    others: int = 0,
    bare: bool = False,
    on_better: OnBetter | None = None,
    on_stage: OnStage | None = None,
    stop: Stop | None = None,
) -> PlanAnswer:
    """A plan that breaks no rule, with need left open only where it cannot be filled in the time given; or why not.

    The search ends before its time when the roster is proven to be within ``gap``, a part of its cost, of the best.
    ``others``: so many alternatives besides, where they exist. ``bare``: the roster of this brief alone, not rolled out
    to dates, and without the reasons why need is open. Otherwise, where the roster's own nights and Sundays give
    another full-time week than the brief has from its agreement, the plan is of the brief with that one (D17).
    """
    search, began = Search(seed, workers, stop), time.monotonic()

    def run_of(brief: Brief, begin: Roster | None = None) -> _Run:
        return _run(brief, former, search, seconds, on_better, on_stage, began=began, begin=begin, bare=bare)

    run: _Run | None = None
    for turnus in turnuses_for(brief, search, seconds, own_weeks=not bare) if former is None else ():
        asked = with_weeks_of(turnus.frame.brief, brief)
        run = (run or run_of(asked)).begun(turnus) or run
    run = run or run_of(brief)
    replanned = run.asked.brief != brief
    at_first = run.form_seconds * (FIRST_SHARE if others else 1)
    # All who walk one line have the weeks that it gives: there is nothing to hold.
    holds = not run.asked.common and may_hold(run.asked.frame.places, at_first)
    with_weeks = REPEATED if replanned else FIRST
    answer = run.search_on(at_first, gap, ALONE if bare or (replanned and not holds) else with_weeks, brief)
    if replanned and isinstance(answer, Made):
        answer = run.looked_on(answer, gap)
    own = None if bare else run.gives(brief, answer)
    if own is not None and isinstance(answer, Made) and not replanned:
        other = run_of(own, run.asked.roster(answer.works))
        again = other.search_on(at_first, gap, AGAIN if holds else AGAIN.to_the_end, brief)
        if isinstance(again, Made):
            again = replace(other.looked_on(again, gap), first_seconds=answer.first_seconds)
        if not isinstance(again, OutOfTime):
            run, answer = other, again
        own = other.gives(brief, again)
    if holds and own is not None and isinstance(answer, Made):
        last = run_of(own, run.asked.roster(answer.works))
        held = last.held(at_first, gap)
        if held is not None and no_worse(held, answer) and last.worth(brief, held) < run.worth(brief, answer):
            run, answer = last, replace(held, first_seconds=answer.first_seconds)
    match answer:
        case OutOfTime():
            return NotInTime(run.elapsed())
        case Impossible():
            return NoPlan(why_impossible(run.asked.frame, search.allowance(seconds / 2)), run.elapsed())
        case Made():
            return run.finished(answer, others, bare)


def _run(
    brief: Brief,
    former: Former | None,
    search: Search,
    seconds: float,
    on_better: OnBetter | None,
    on_stage: OnStage | None,
    *,
    began: float,
    begin: Roster | None = None,
    bare: bool = False,
) -> "_Run":
    """What is asked for; the search begins with ``begin``, else with the former roster."""
    asked = Asked.of(brief)
    before = None if former is None else asked.works(former.roster)
    start = before if begin is None else asked.works(begin)
    keep = before is not None and former is not None and former.keep
    problem = like_former(asked.problem, before) if before is not None and keep else asked.problem
    dates = DATES_SHARE * seconds
    rolls = brief.period.form is Form.CYCLE and not bare
    return _Run(
        asked, problem, start, search, seconds - dates if rolls else seconds, seconds, on_better, on_stage, began
    )


@dataclass(frozen=True)
class _Run:
    """One run under way: ``form_seconds`` are for rosters in the brief's form, ``seconds`` for all of it.

    ``told`` is the cheapest roster of repeated turnuses, with when in the run there was one.
    """

    asked: Asked
    problem: Problem
    start: Works | None
    search: Search
    form_seconds: float
    seconds: float
    on_better: OnBetter | None
    on_stage: OnStage | None
    began: float
    told: Made | None = None

    def elapsed(self) -> float:
        return time.monotonic() - self.began

    def begun(self, turnus: Roster) -> "_Run | None":
        """The same from a turnus that is repeated over all weeks, and told of; None where it does not fill them."""
        start = repeated(turnus, self.asked, self.search)
        if start is None:
            return None
        costs, now = cost_by_reason(self.problem, start), self.elapsed()
        made = Made(start, sum(costs.values()), costs, 0, now, now)
        self.better(Progress(now, made.cost, made.bound, costs, start))
        return replace(self, start=start, told=made if self.told is None else cheaper(self.told, made))

    def gives(self, brief: Brief, answer: Answer) -> Brief | None:
        """The brief with the full-time weeks of the roster found, where they are others than it is made with (D17)."""
        if not isinstance(answer, Made) or self.search.stopped():
            return None
        return with_own_weeks(brief, self.asked.roster(answer.works))

    def worth(self, brief: Brief, made: Made) -> int:
        """What the roster costs, with a price for each who has another full-time week than it gives."""
        own = self.gives(brief, made)
        return made.cost + (0 if own is None else OTHER_WEEK * len(changed_weeks(self.asked.brief, own)))

    def search_on(self, seconds: float, gap: float, part: Part, brief: Brief) -> Answer:
        """The best roster until so many ``seconds`` of the run are over, with when in the run the first was found.

        It ends sooner where its roster gives another full-time week than it is made with, as the ``part`` says; weeks
        that the ``brief`` has by contract stay.
        """
        began = self.elapsed()
        if self.search.steady:
            effort = part.share * seconds
            answer = self.search.patiently(self.problem, effort, self.start, on_better=self.better, gap=gap)
            return self._since(began, answer)
        left = max(seconds - self.elapsed(), min(part.least, part.share * seconds))
        looks = part.soon < 1
        own = OwnWeeks(brief, self.asked, self.elapsed, part.soon * seconds, part.late * seconds) if looks else None

        def over() -> bool:
            return self.search.stopped() or (own is not None and own.differ())

        def better(progress: Progress) -> None:
            if own is not None:
                own.best = progress
            self.better(progress)

        answer = self._since(
            began, self.search.patiently(self.problem, left, self.start, on_better=better, gap=gap, stop=over)
        )
        if not isinstance(answer, Made):
            return answer
        made = replace(answer, stopped=self.search.stopped())
        if own is None or made.stopped or self.elapsed() >= seconds or not own.no_longer(made.works):
            return made
        later = replace(self, start=made.works).search_on(seconds, gap, part, brief)
        return replace(cheaper(made, later), stopped=later.stopped) if isinstance(later, Made) else made

    def held(self, seconds: float, gap: float) -> Made | None:
        """The best roster with the full-time weeks of the one it begins with, which it keeps; None where none is found.

        Nothing is known then of how cheap one can be that does not.
        """
        assert self.start is not None
        problem = weeks_held(self.problem, self.asked.roster(self.start))
        answer = replace(self, problem=problem).search_on(seconds, gap, HELD, self.asked.brief)
        return replace(answer, bound=0) if isinstance(answer, Made) else None

    def looked_on(self, made: Made, gap: float) -> Made:
        """What looking on for a while leads to, where need is open or hours are lacking for want of time alone.

        A roster that ended the search because it is within the ``gap`` has not wanted for time.
        """
        if self.search.steady or made.stopped or made.within(gap) or settled(made.cost_by_reason):
            return made
        until = max((1 + LONGEST) * self.seconds, min(WITHIN, (1 + LONGER) * self.seconds))
        left = until - (self.seconds - self.form_seconds) - self.elapsed()
        if left <= 0:
            return made
        answer = self.search.until(self.problem, made.works, settled, self.better, seconds=left)
        return replace(cheaper(made, answer), stopped=self.search.stopped()) if isinstance(answer, Made) else made

    def _since(self, began: float, answer: Answer) -> Answer:
        """The answer of a search that began so many seconds after the run, and nothing dearer than was told of."""
        if not isinstance(answer, Made):
            return answer
        if self.told is None:
            return replace(answer, first_seconds=began + answer.first_seconds)
        return replace(cheaper(answer, self.told), first_seconds=self.told.first_seconds)

    def better(self, progress: Progress) -> None:
        if self.on_better is not None and (self.told is None or progress.cost < self.told.cost):
            self.on_better(_better(progress, self.asked.roster(progress.works), self.elapsed()))

    def stage(self, stage: Stage) -> None:
        if self.on_stage is not None:
            self.on_stage(stage)

    def finished(self, made: Made, others: int, bare: bool) -> Planned:
        """The plan with the alternatives, dates and, where need is open, the reasons."""
        why: Why | None = None
        looked_on = 0.0
        if some_open(made.cost_by_reason) and not made.stopped and not bare:
            why, filled = self._filled(made)
            if filled is not None:
                looked_on = filled.seconds
                made = cheaper(made, filled)
        best, found = Found(made.works, made.cost_by_reason), tuple[Found, ...]()
        if others and not self.search.stopped():
            self.stage(Stage.ALTERNATIVES)
            taken = FIRST_SHARE * self.form_seconds if self.search.steady else self.elapsed()
            seconds = max(LEAST_FOR_OTHERS * others, self.form_seconds - taken)
            best, found = alternatives(self.asked.frame, self.problem, best, others, self.search, seconds)
        plans = 1 + len(found)
        dates = [None if bare else self._dates(one.works, plans, at) for at, one in enumerate((best, *found))]
        return Planned(
            plan=self._plan(best, made.bound, dates[0]),
            seconds=self.elapsed(),
            first_seconds=made.first_seconds,
            proven=made.bound >= best.cost,
            stopped=made.stopped or self.search.stopped(),
            open=still_open(self.asked.roster(best.works)),
            why=why,
            looked_on=looked_on,
            quick_dates=any(one is not None and one.quick for one in dates),
            alternatives=tuple(
                Alternative(self._plan(one, made.bound, rolled), one.aim, still_open(self.asked.roster(one.works)))
                for one, rolled in zip(found, dates[1:], strict=True)
                if one.aim is not None
            ),
            margin=best.margin,
        )

    def _filled(self, made: Made) -> tuple[Why | None, Made | None]:
        """Why need stays open; or, where nothing shows that it must, what looking on for a while leads to."""
        found = why_open(self.asked.frame, self.search.allowance(self.seconds / 2))
        if isinstance(found, Why):
            return with_numbers(self.asked.brief, found, self.search.allowance(self.seconds / 4)), None
        if self.search.stopped():
            return None, None
        self.stage(Stage.LOOKING_ON)
        if isinstance(found, Possible) and not self.search.steady:
            # There is a roster with all need filled, however poor: it is better than any with some of it open.
            time = min(PATIENCE, max(LEAST_TO_MEND, self.seconds / 2))
            answer = self.search.run(self.problem, time, start=found.works, on_better=self.better)
        else:
            answer = self.search.until(self.problem, made.works, none_open, self.better)
        return None, answer if isinstance(answer, Made) else None

    def _dates(self, works: Works, plans: int, before: int) -> RolledOut | None:
        """The roll-out of a grunnturnus, which so many plans share the time for; so many of them have theirs."""
        if self.asked.brief.period.form is not Form.CYCLE:
            return None
        self.stage(Stage.DATES)
        seconds = max(min(LEAST_FOR_DATES, self.seconds), self.seconds * DATES_SHARE / plans)
        if not self.search.steady:
            seconds = max(seconds, (self.seconds - self.elapsed()) / (plans - before))
        return roll_out(self.asked.roster(works), seconds=seconds, search=self.search)

    def _plan(self, found: Found, bound: int, rolled: RolledOut | None) -> Plan:
        plan = Plan(self.asked.brief, self.asked.roster(found.works), costs=found.costs, bound=min(bound, found.cost))
        return plan if rolled is None else replace(plan, rollout=rolled.roster, changes=rolled.changes)


def _better(progress: Progress, roster: Roster, seconds: float) -> Better:
    costs: Mapping[str, int] = progress.cost_by_reason
    reasons = {Reason.of(key): points for key, points in costs.items() if points}
    return Better(
        seconds=seconds,
        cost=progress.cost,
        bound=progress.bound,
        open=sum(missing for _, missing in roster.open),
        short=sum(points for reason, points in reasons.items() if reason.rule == "short") // SHORT_MINUTE,
        wishes_broken=sum(1 for reason in reasons if reason.rule == "wish"),
        wishes=len(roster.frame.brief.wishes),
        roster=roster,
        costs=costs,
    )
