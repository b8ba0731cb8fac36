"""The set ``staff``: permanent positions for the briefs in ``examples/``, as if nobody were hired yet.

Five answers are asked for. ``cost`` is how many of them are lacking, ``first_seconds`` when the first was proven by a
lawful turnus; what is written is the turnus behind the one with the biggest positions.
"""

from pathlib import Path

from roster.checking.check import check
from roster.domain.kinds import Form
from roster.domain.roster import Roster
from roster.planning.position_sizes import Bounds
from roster.planning.positions import positions
from roster.reading.read import read_brief
from tests.bench.examples import tokens
from tests.bench.outcome import Asked, Outcome

DATA = Path("examples")
ANSWERS = 5


def instances(data: Path) -> list[str]:
    """The briefs of a grunnturnus, without their endings; a kalenderplan has people's own dates in it."""
    names = sorted({path.stem for path in data.glob("*.yaml")})
    return [name for name in names if read_brief(data / f"{name}.yaml").brief.period.form is Form.CYCLE]


def run(asked: Asked, answers: int = ANSWERS, first: bool = False) -> Outcome:
    """``first``: what proves an answer is not made better."""
    brief = read_brief(asked.data / f"{asked.instance}.yaml").brief
    found = positions(
        brief,
        Bounds(),
        _lawful,
        count=answers,
        seconds=asked.seconds,
        seed=asked.seed,
        workers=asked.workers,
        first=first,
    )
    return Outcome(
        status="made" if found.answers else "impossible" if found.over or not found.unproven else "out_of_time",
        cost=answers - len(found.answers),
        bound=0,
        first_seconds=found.first_seconds,
        total_seconds=found.seconds,
        tokens=tokens(found.answers[0].roster) if found.answers else {},
    )


def _lawful(roster: Roster) -> bool:
    return not check(roster).fails
