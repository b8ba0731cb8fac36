"""Make a turnus of a brief: read it, say what is known, plan, check, and keep the answer as a new version."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from roster import __version__
from roster.domain.brief import Brief
from roster.domain.course import DRAFTER
from roster.domain.fingerprint import FINGERPRINT
from roster.domain.kinds import Form
from roster.domain.plan import Origin
from roster.planning.forecast import forecast
from roster.planning.plan import make_plan
from roster.planning.result import Forecast, OnBetter, PlanAnswer, Planned, Stop
from roster.reading.read import Read
from roster.workflow.files import Checked, all_files, checked, fingerprint_in
from roster.workflow.folder import Source, default_folder, opened
from roster.workflow.journal import digest
from roster.workflow.opening import open_brief
from roster.workflow.troubles import refuse, unreadable_as_fault

PROGRAM = f"bpa-roster {__version__}"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the user asks of a run; ``out`` None: the folder that belongs to the brief. ``by``: who drafts (D37)."""

    source: Path
    seconds: float
    seed: int = 0
    workers: int | None = None
    weeks_out: int | None = None
    out: Path | None = None
    by: str = DRAFTER


@dataclass(frozen=True, slots=True)
class Known:
    """What is known before planning."""

    brief: Brief
    notices: tuple[str, ...]
    forecast: Forecast


@dataclass(frozen=True, slots=True)
class Run:
    """How it went. ``version`` is where the plan lies, with the names of its files; None without a plan.

    ``stopped``: the user asked the run to end before its time.
    """

    known: Known
    answer: PlanAnswer
    stopped: bool
    checked: Checked | None = None
    version: Path | None = None
    files: tuple[str, ...] = ()


def plan(wanted: Wanted, now: datetime, on_known: Callable[[Known], None], on_better: OnBetter, stop: Stop) -> Run:
    """Plan and save; raises ``Faults`` when the brief or the folder cannot be used."""
    read = open_brief(wanted.source)
    brief = _rolled_out(read, wanted)
    with unreadable_as_fault(wanted.source):
        source = Source(wanted.source, wanted.source.read_bytes())
    with opened(wanted.out or default_folder(wanted.source), source) as folder:
        known = Known(brief, read.notices, forecast(brief))
        on_known(known)
        answer = make_plan(
            brief,
            seconds=wanted.seconds,
            seed=wanted.seed,
            workers=wanted.workers,
            on_better=on_better,
            stop=stop,
        )
        if not isinstance(answer, Planned):
            return Run(known, answer, stop())
        origin = Origin(wanted.by, PROGRAM, source.path.name, digest(source.content), wanted.seed)
        result = checked(replace(answer.plan, origin=origin))
        files = all_files(result, now)
        version = folder.add_version(files, source, now, wanted.by, {FINGERPRINT: fingerprint_in(files)})
        return Run(known, answer, stop() and answer.stopped, result, version, tuple(files))


def _rolled_out(read: Read, wanted: Wanted) -> Brief:
    """The brief with as many weeks of dates as the user asked for."""
    brief = read.brief
    if wanted.weeks_out is None:
        return brief
    if brief.period.form is not Form.CYCLE:
        raise refuse(
            wanted.source,
            "--weeks-out gjelder bare en grunnturnus, og dette er en kalenderplan.",
            "Ta bort --weeks-out, eller endre antall uker i grunnlaget.",
        )
    return replace(brief, period=replace(brief.period, rollout_weeks=wanted.weeks_out))
