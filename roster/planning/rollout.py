"""A grunnturnus on dates: a calendar plan with least change from it (D27)."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta

from roster.domain.frame import Frame, calendar_frame
from roster.domain.plan import Change
from roster.domain.reason import Reason
from roster.domain.roster import Roster
from roster.planning.better import hours, wishes
from roster.planning.changes import FOLLOWS, changes
from roster.planning.problem import priced_problem, roster_of
from roster.planning.result import Stop
from roster.planning.worth import CHANGED
from roster.rules.asking import ids
from solver.problem import Fixed, Limit, Off, Problem, Works
from solver.result import Answer, Made, OutOfTime, Progress
from solver.solve import solve

PATIENCE = 60
"""Seconds to look on when the time given was too short for a roster on dates, or for one without open shifts."""


@dataclass(frozen=True, slots=True)
class RolledOut:
    """The roster on dates and its cells that differ; no roster where none was found in the time given."""

    roster: Roster | None
    changes: tuple[Change, ...]
    seconds: float
    stopped: bool


def roll_out(
    cycle: Roster, *, seconds: float, seed: int = 0, workers: int | None = None, stop: Stop | None = None
) -> RolledOut:
    """The grunnturnus over the weeks of dates that the brief asks for, changed as little as the rules let it."""
    frame = calendar_frame(cycle.frame.brief, cycle.frame.brief.period.rollout_weeks)
    copied = copy_of(cycle, frame)
    problem = priced_problem(frame, _least_change(frame, copied))
    answer = solve(problem, seconds=seconds, seed=seed, workers=workers, start=copied, stop=stop)
    if isinstance(answer, OutOfTime) and not (stop and stop()):
        answer = _until(problem, copied, seed, workers, stop, lambda _: True)
    if isinstance(answer, Made) and _open(answer.cost_by_reason) and not answer.stopped:
        more = _until(problem, answer.works, seed, workers, stop, lambda progress: not _open(progress.cost_by_reason))
        answer = more if isinstance(more, Made) and more.cost < answer.cost else answer
    if not isinstance(answer, Made):
        return RolledOut(None, (), answer.seconds, False)
    roster = roster_of(frame, answer.works)
    return RolledOut(
        roster, tuple(changes(cycle, roster, copied, problem)), answer.seconds, stop is not None and stop()
    )


def _until(
    problem: Problem,
    start: Works,
    seed: int,
    workers: int | None,
    stop: Stop | None,
    enough: Callable[[Progress], bool],
) -> Answer:
    """Search on from a roster until one is good enough, within a minute: open shifts are help that nobody gives."""
    done = False

    def take(progress: Progress) -> None:
        nonlocal done
        done = done or enough(progress)

    def over() -> bool:
        return done or (stop is not None and stop())

    return solve(problem, seconds=PATIENCE, seed=seed, workers=workers, start=start, on_better=take, stop=over)


def _open(costs: Mapping[str, int]) -> bool:
    """Some need is left open."""
    return any(points and Reason.of(key).rule == "open" for key, points in costs.items())


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


def _least_change(frame: Frame, copied: frozenset[tuple[str, str]]) -> Iterator[Limit]:
    """Each shift taken from or given to somebody beside the grunnturnus has a price; hours and dated wishes stay."""
    yield from hours.limits(frame)
    yield from wishes.limits(frame)
    for assistant in frame.people:
        because = Reason(FOLLOWS, assistant.id).key
        own = tuple(one for one in ids(frame.shifts) if (assistant.id, one) in copied)
        other = tuple(one for one in ids(frame.shifts) if (assistant.id, one) not in copied)
        if own:
            yield Fixed(assistant.id, own, because, CHANGED)
        if other:
            yield Off(assistant.id, other, because, CHANGED)
