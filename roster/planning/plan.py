"""One run: from a brief to a plan, with the roll-out of a grunnturnus, and why some need stays open."""

from collections.abc import Mapping
from dataclasses import replace

from roster.domain.brief import Brief
from roster.domain.frame import Frame, cycle_frame, frame_of
from roster.domain.kinds import Form, Lines
from roster.domain.plan import Plan
from roster.domain.reason import Reason
from roster.domain.roster import Roster
from roster.domain.rotation import line_frame, walked_by_all
from roster.planning.better import preferences
from roster.planning.explain import why_impossible, why_open
from roster.planning.open_shifts import still_open
from roster.planning.problem import priced_problem, roster_of
from roster.planning.result import Better, NoPlan, NotInTime, OnBetter, PlanAnswer, Planned, Stop
from roster.planning.rollout import roll_out
from roster.planning.worth import SHORT_MINUTE
from solver.problem import Works
from solver.result import Impossible, Made, OutOfTime, Progress
from solver.solve import solve

FORM_SHARE = 0.7
"""Part of the time for the grunnturnus; the rest is for its roll-out, which starts from it."""


LEAST_FOR_DATES = 10.0
"""Seconds for the roll-out at the least: half a year of dates is more than the weeks of a cycle."""


def make_plan(
    brief: Brief,
    *,
    seconds: float,
    seed: int = 0,
    workers: int | None = None,
    on_better: OnBetter | None = None,
    stop: Stop | None = None,
) -> PlanAnswer:
    """A plan that breaks no rule, with need left open only where it cannot be filled in the time given; or why not."""
    cyclic = brief.period.form is Form.CYCLE
    common = cyclic and brief.period.lines is Lines.COMMON
    frame = line_frame(brief) if common else frame_of(brief)
    whole = cycle_frame(brief) if common else frame

    def made(works: Works) -> Roster:
        roster = roster_of(frame, works)
        return Roster(whole, walked_by_all(brief, frame, roster.works)) if common else roster

    def better(progress: Progress) -> None:
        if on_better is not None:
            on_better(_better(progress, made(progress.works)))

    answer = solve(
        priced_problem(frame, preferences(frame)),
        seconds=seconds * (FORM_SHARE if cyclic else 1),
        seed=seed,
        workers=workers,
        on_better=better,
        stop=stop,
    )
    match answer:
        case OutOfTime():
            return NotInTime(answer.seconds)
        case Impossible():
            return NoPlan(why_impossible(frame, seconds=seconds / 2, stop=stop), answer.seconds)
        case Made():
            plan = Plan(brief, made(answer.works), costs=answer.cost_by_reason, bound=answer.bound)
            return _finished(plan, answer, frame, seconds, seed, workers, stop)


def _finished(
    plan: Plan,
    made: Made,
    frame: Frame,
    seconds: float,
    seed: int,
    workers: int | None,
    stop: Stop | None,
) -> Planned:
    """The plan with its roll-out and, where need is open, the reasons."""
    spent = made.seconds
    stopped = made.stopped
    why = None
    if plan.roster.open and not stopped:
        why = why_open(frame, seconds=seconds / 2, stop=stop)
    if plan.brief.period.form is Form.CYCLE:
        rolled = roll_out(
            plan.roster, seconds=max(LEAST_FOR_DATES, seconds * (1 - FORM_SHARE)), seed=seed, workers=workers, stop=stop
        )
        spent += rolled.seconds
        stopped = stopped or rolled.stopped
        plan = replace(plan, rollout=rolled.roster, changes=rolled.changes)
    return Planned(
        plan=plan,
        seconds=spent,
        first_seconds=made.first_seconds,
        proven=made.proven,
        stopped=stopped,
        open=still_open(plan.roster),
        why=why,
    )


def _better(progress: Progress, roster: Roster) -> Better:
    costs: Mapping[str, int] = progress.cost_by_reason
    reasons = {Reason.of(key): points for key, points in costs.items() if points}
    return Better(
        seconds=progress.seconds,
        cost=progress.cost,
        bound=progress.bound,
        open=sum(missing for _, missing in roster.open),
        short=sum(points for reason, points in reasons.items() if reason.rule == "short") // SHORT_MINUTE,
        wishes_broken=sum(1 for reason in reasons if reason.rule == "wish"),
        wishes=len(roster.frame.brief.wishes),
        roster=roster,
    )
