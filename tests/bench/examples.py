"""The set ``examples``: the briefs in ``examples/``, planned as ``roster plan`` does."""

from collections import defaultdict
from datetime import date
from pathlib import Path
from time import monotonic

from roster.domain.brief import Brief
from roster.domain.roster import Roster
from roster.planning.plan import make_plan
from roster.planning.result import Better, NoPlan, NotInTime, Planned
from roster.reading.read import read_brief
from tests.bench.goals import missed
from tests.bench.outcome import Asked, Outcome

DATA = Path("examples")


def instances(data: Path) -> list[str]:
    """The names of the briefs, without their endings."""
    return sorted({path.stem for path in data.glob("*.yaml")})


def run(asked: Asked) -> Outcome:
    return outcome_of_brief(read_brief(asked.data / f"{asked.instance}.yaml").brief, asked, goals=True)


def outcome_of_brief(brief: Brief, asked: Asked, *, goals: bool = False, bare: bool = False) -> Outcome:
    """Plan the brief; time counts from the brief that is read to the plan that is made.

    With ``goals`` it is counted what the plan has not reached of what is asked of it. ``bare``: the roster of this very
    brief, without dates or other full-time weeks, so that all runs are of one problem.
    """
    better: list[Better] = []
    began = monotonic()
    answer = make_plan(
        brief, seconds=asked.seconds, seed=asked.seed, workers=asked.workers, bare=bare, on_better=better.append
    )
    total = monotonic() - began
    match answer:
        case NoPlan():
            return Outcome("impossible", total_seconds=total)
        case NotInTime():
            return Outcome("out_of_time", total_seconds=total)
        case Planned(plan=plan):
            missing = sum(count for _, count in plan.roster.open)
            first = next((one for one in better if one.open == missing), None)
            seconds = None if first is None else first.seconds
            return Outcome(
                status=_status(answer),
                cost=plan.cost,
                bound=plan.bound,
                first_seconds=seconds,
                first_cost=None if first is None else first.cost,
                total_seconds=total,
                tokens=tokens(plan.roster),
                missed=missed(asked.instance, plan, seconds) if goals else None,
            )


def tokens(roster: Roster) -> dict[str, list[str]]:
    """Each assistant's days: ``-`` free, else the codes of the shifts that start on it."""
    given: dict[tuple[str, date], list[str]] = defaultdict(list)
    for who, name in sorted(roster.works, key=lambda one: roster.frame.shift[one[1]].span):
        shift = roster.frame.shift[name]
        given[who, shift.start.date()].append(shift.kind)
    return {
        person.id: ["+".join(given[person.id, day]) or "-" for day in roster.frame.dates]
        for person in roster.frame.people
    }


def _status(answer: Planned) -> str:
    if not answer.open:
        return "made"
    return "impossible" if answer.why is not None else "out_of_time"
