"""Make a turnus of a brief: read it, say what is known, plan, check, and keep the answer as a new version."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from roster import __version__
from roster.domain.brief import Brief
from roster.domain.fingerprint import FINGERPRINT
from roster.domain.kinds import DRAFTER, Form
from roster.domain.plan import Origin
from roster.domain.roster import Roster
from roster.planning.asked import Asked
from roster.planning.forecast import forecast
from roster.planning.own_weeks import changed_weeks
from roster.planning.plan import Former, make_plan
from roster.planning.result import Alternative, Forecast, OnBetter, OnStage, PlanAnswer, Planned, Stop
from roster.reading.list_roster import Conditions
from roster.reading.read import Read
from roster.rules.profiles import profile
from roster.wording.own_weeks_words import planned_again
from roster.wording.proposal_words import PersonDifference, alternative_said, difference_lines, differences
from roster.wording.proposal_words import proposals as proposals_said
from roster.wording.turnus_words import carried_over
from roster.workflow.disk import replace_file
from roster.workflow.earlier import with_earlier
from roster.workflow.elsewhere import read_elsewhere
from roster.workflow.files import Checked, all_files, checked, fingerprint_in
from roster.workflow.folder import PROPOSALS, Folder, Source, default_folder, opened
from roster.workflow.journal import digest
from roster.workflow.opening import is_list, open_brief, read_plan
from roster.workflow.timesheets import accounts_of, with_timesheets
from roster.workflow.troubles import refuse, unreadable_as_fault

PROGRAM = f"bpa-roster {__version__}"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the user asks of a run; ``out`` None: the folder that belongs to the brief. ``by``: who drafts (D37).

    ``even_out``: by the shares of the year that the folder tells of.

    ``gap``: the part of its cost that the roster may be from the best. ``former``: a turnus to begin with; ``keep``:
    it is changed as little as may be. ``proposals``: how many rosters, the recommended one counted in.
    """

    source: Path
    seconds: float
    seed: int = 0
    workers: int | None = None
    weeks_out: int | None = None
    out: Path | None = None
    by: str = DRAFTER
    gap: float = 0.0
    former: Path | None = None
    keep: bool = False
    proposals: int = 1
    even_out: bool = True


@dataclass(frozen=True, slots=True)
class Known:
    """What is known before planning."""

    brief: Brief
    notices: tuple[str, ...]
    forecast: Forecast


@dataclass(frozen=True, slots=True)
class Proposal:
    """An alternative as it was saved, with how it differs from the recommended roster."""

    number: int
    alternative: Alternative
    checked: Checked
    version: Path
    differs: tuple[PersonDifference, ...]
    text: tuple[str, ...]


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
    proposals: tuple[Proposal, ...] = ()


def plan(
    wanted: Wanted,
    now: datetime,
    on_known: Callable[[Known], None],
    on_better: OnBetter,
    on_stage: OnStage,
    stop: Stop,
) -> Run:
    """Plan and save; raises ``Faults`` when the brief or the folder cannot be used."""
    read = with_timesheets(open_brief(wanted.source), wanted.source, wanted.out)
    read = with_earlier(read, wanted.out or default_folder(wanted.source), wanted.even_out)
    brief = _rolled_out(read, wanted)
    former, told = _former(brief, wanted)
    with unreadable_as_fault(wanted.source):
        source = Source(wanted.source, wanted.source.read_bytes())
    with opened(wanted.out or default_folder(wanted.source), source) as folder:
        known = Known(brief, (*read.notices, *told), forecast(brief))
        on_known(known)

        answer = make_plan(
            brief,
            seconds=wanted.seconds,
            seed=wanted.seed,
            workers=wanted.workers,
            gap=wanted.gap,
            former=former,
            others=wanted.proposals - 1,
            on_better=on_better,
            on_stage=on_stage,
            stop=stop,
        )
        own = answer.plan.brief if isinstance(answer, Planned) else brief
        if changed := changed_weeks(brief, own):
            said = planned_again(changed, profile(brief.arrangement.tariff).full_time_week)
            known = Known(own, (said,), forecast(own))
            on_known(known)
        if not isinstance(answer, Planned):
            return Run(known, answer, stop())
        origin = Origin(wanted.by, PROGRAM, source.path.name, digest(source.content), wanted.seed)
        saving = _Saving(folder, source, now, origin, read.beside)
        proposals = tuple(_proposals(answer, saving))
        result = checked(replace(answer.plan, origin=origin))
        version, files = saving.save(result, _all_proposals(folder, proposals, wanted))
        return Run(known, answer, stop() and answer.stopped, result, version, files, proposals)


@dataclass(frozen=True, slots=True)
class _Saving:
    """Where the versions of one run go, and what they are made from."""

    folder: Folder
    source: Source
    now: datetime
    origin: Origin
    beside: Mapping[str, bytes]

    def save(self, result: Checked, proposals: Sequence[str] = ()) -> tuple[Path, tuple[str, ...]]:
        """The new version and the names of its files."""
        accounts = accounts_of(result.plan, self.folder.path, self.source.path.parent)
        files = {**all_files(replace(result, accounts=accounts), self.now), **self.beside}
        if proposals:
            files[PROPOSALS] = ("\n".join(proposals) + "\n").encode()
        facts = {FINGERPRINT: fingerprint_in(files)}
        version = self.folder.add_version(files, self.source, self.now, self.origin.by, facts)
        for name, content in self.beside.items():
            # The folder's own brief names them too.
            replace_file(self.folder.path / name, content)
        return version, tuple(files)


def _proposals(answer: Planned, saving: _Saving) -> Iterator[Proposal]:
    """The alternatives saved, each as a version; the recommended comes last, so that it is the newest."""
    recommended = answer.plan
    for number, one in enumerate(answer.alternatives, start=2):
        result = checked(replace(one.plan, origin=saving.origin))
        frame = one.plan.roster.frame
        differs = differences(recommended.roster, one.plan.roster)
        moved = sum(each.shifts for each in differs)
        name = saving.folder.next_version()
        head = alternative_said(
            number, name, one.aim, moved, len(one.plan.roster.works), (recommended.cost, one.plan.cost)
        )
        text = (head, *(f"- {line}" for line in difference_lines(frame, differs)))
        version, _ = saving.save(result, text)
        yield Proposal(number, one, result, version, differs, text)


def _all_proposals(folder: Folder, proposals: Sequence[Proposal], wanted: Wanted) -> tuple[str, ...]:
    """What lies beside the recommended roster, where more than one was asked for."""
    if wanted.proposals == 1:
        return ()
    text = [*proposals_said(len(proposals), wanted.proposals - 1, folder.next_version())]
    for one in proposals:
        text += ["", *one.text]
    return tuple(text)


def _former(brief: Brief, wanted: Wanted) -> tuple[Former | None, tuple[str, ...]]:
    """The turnus to begin with, in the form that the brief asks for, and how one made elsewhere was understood."""
    if wanted.former is None:
        return None, ()
    roster, told = _before(wanted.former, brief)
    given = len(Asked.of(brief).given(roster))
    if not given:
        raise refuse(
            wanted.former,
            "Denne turnusen har ingen vakter felles med grunnlaget.",
            "Velg en turnus med de samme assistentene, vaktkodene og datoene, eller ta bort --from.",
        )
    return Former(roster, wanted.keep), (*told, carried_over(given, len(roster.works))) if told else ()


def _before(path: Path, brief: Brief) -> tuple[Roster, tuple[str, ...]]:
    """The roster in the file; what was made elsewhere is laid on the brief."""
    if is_list(path) and path.is_file():
        found = read_elsewhere(path, {}, brief, Conditions())
        return found.written.roster, (*found.written.about, *(f"{one.place}: {one.what}" for one in found.unread))
    before = read_plan(path).plan
    return before.roster if brief.period.form is Form.CYCLE else before.dated, ()


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
