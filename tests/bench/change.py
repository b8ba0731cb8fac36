"""The set ``change``: how long it takes to plan again when somebody is sick, and to say who can take a shift.

``round-8-12k-4:A5:36:21`` is a brief of ``ours``, planned for 20 seconds beforehand, in which A5 is sick for 21 days from
their first shift after the 35th day on; with 0 days it is asked who can take that shift, and with ``command`` in their
place that is asked of the plan in use by ``roster who`` as a whole, in a process of its own. ``cost`` is how many shift
changes the recommended answer has, ``bound`` how many there must be; ``first_seconds`` is when ``lawful`` answered, in
the time of the clock, and ``total_seconds`` with the check of what was before; of the command, seconds of the processor
and of the clock, the least of five runs.
"""

import os
import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from roster.checking.check import check, check_again
from roster.domain.days import DateSpan
from roster.domain.events import Events
from roster.domain.plan import Plan
from roster.domain.roster import Roster
from roster.domain.shift import Shift
from roster.planning.happened import happened
from roster.planning.plan import make_plan
from roster.planning.result import Planned
from roster.planning.search import Search
from roster.workflow.change import Unlawful, lawful
from roster.workflow.current import Current
from roster.workflow.discuss import Told, discuss
from roster.workflow.files import all_files, checked
from roster.workflow.folder import Source, opened
from roster.workflow.submit import submit
from roster.workflow.use import Wish, use
from roster.workflow.who import who_can
from tests.bench.ours import brief_of
from tests.bench.outcome import Asked, Outcome

DATA = Path()
BEFOREHAND = 20.0
COMMAND = "command"
RUNS = 5
NAMES = tuple(
    f"round-8-12k-4:{who}:{first}:{days}"
    for who, first, days in (
        ("A1", 36, 21), ("A5", 36, 21), ("A8", 8, 21), ("A1", 36, 1), ("A5", 40, 1), ("A5", 36, 0), ("A5", 36, COMMAND),
    )
)  # fmt: skip


def instances(data: Path) -> list[str]:
    return list(NAMES)


def run(asked: Asked) -> Outcome:
    name, who, first, days = asked.instance.split(":")
    plan = _planned(name, asked.seed)
    after = plan.dated.frame.first_day + timedelta(days=int(first) - 1)
    given = {shift for _, shift in plan.dated.works}
    shift = next(one for one in plan.dated.of(who) if one.start.date() >= after and one.id in given)
    if days == COMMAND:
        return _command(plan, who, shift)
    if not int(days):
        return _who(plan, who, shift)
    day = shift.start.date()
    now = plan.dated.frame.clock.minute(datetime(day.year, day.month, day.day) - timedelta(hours=12))
    began = monotonic()
    before = checked(plan)
    known = monotonic()
    dates = DateSpan(day, day + timedelta(days=int(days) - 1))
    what = happened(plan.dated, Events(sick=((who, dates),)), day - timedelta(days=1), now)
    search = Search(asked.seed, asked.workers)
    found = lawful(Current(plan, Path()), before, what, search, asked.seconds)
    ended = monotonic()
    if isinstance(found, Unlawful):
        return Outcome("impossible", total_seconds=ended - began)
    answer = found[0][0]
    return Outcome(
        "made" if not answer.open else "out_of_time",
        cost=answer.changes,
        bound=answer.least,
        first_seconds=ended - known,
        total_seconds=ended - began,
    )


def _who(plan: Plan, who: str, shift: Shift) -> Outcome:
    """Who can take their shift, as ``roster who`` asks about it."""
    roster = plan.dated
    began = monotonic()
    report = check(Roster(roster.frame, roster.works))
    without = Roster(roster.frame, roster.works - {(who, shift.id)})
    found = who_can(check_again(report, without), shift, who, {}, shift.start - timedelta(days=1))
    spent = monotonic() - began
    status = "made" if found.able else "impossible"
    return Outcome(status, cost=len(found.able), first_seconds=spent, total_seconds=spent)


def _command(plan: Plan, who: str, shift: Shift) -> Outcome:
    """The same by the command, with the plan in use; its modules are compiled by a run that does not count."""
    with TemporaryDirectory() as place:
        folder = _in_use(plan, Path(place))
        typed = [sys.executable, "-c", "from roster.cli import main; main()", "who", str(folder), "--instead", who]
        typed += ["--shift", f"{shift.start.date()} {shift.kind}", "--quiet"]
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment["PYTHONPYCACHEPREFIX"] = str(Path(place) / "compiled")
        runs = [_spent(typed, environment) for _ in range(RUNS + 1)][1:]
    return Outcome("made", first_seconds=min(one for one, _ in runs), total_seconds=min(one for _, one in runs))


def _spent(typed: list[str], environment: Mapping[str, str]) -> tuple[float, float]:
    """Seconds of the processor, and of the clock, that the run took."""
    before, began = os.times(), monotonic()
    subprocess.run(typed, env=environment, stdout=subprocess.DEVNULL, check=True)
    after, ended = os.times(), monotonic()
    spent = after.children_user - before.children_user + after.children_system - before.children_system
    return spent, ended - began


def _in_use(plan: Plan, place: Path) -> Path:
    """A folder in which the plan is in use."""
    folder, source = place / "familie", place / "familie.yaml"
    source.write_bytes(b"")
    start = plan.brief.period.start
    now = datetime(start.year, start.month, start.day, tzinfo=UTC) - timedelta(days=30)
    with opened(folder, Source(source, b"")) as inside:
        inside.add_version(all_files(checked(plan), now), Source(source, b""), now)
    submit(folder, None, "", now)
    discuss(folder, Told(now.date(), True), "", now)
    use(folder, Wish(), "", now)
    return folder


@cache
def _planned(name: str, seed: int) -> Plan:
    answer = make_plan(brief_of(name), seconds=BEFOREHAND, seed=seed)
    assert isinstance(answer, Planned)
    return answer.plan
