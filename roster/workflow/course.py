"""A version in its folder, how far it has come, and what the checker says of it as it stands."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from roster.domain.brief import Agreement
from roster.domain.course import (
    ALLOWED,
    Act,
    Signature,
    Stage,
    Standing,
    Step,
    What,
    as_it_stands,
    in_use,
    stages,
)
from roster.domain.finding import Finding, Verdict
from roster.domain.fingerprint import fingerprint
from roster.domain.frame import Frame
from roster.domain.plan import Plan
from roster.exports.plain import objects
from roster.reading.faults import Fault, Faults
from roster.reading.plan_json import read_saved
from roster.rules import plan_notice
from roster.rules.verdicts import UNSIGNED
from roster.wording import course_words as words
from roster.workflow.conditions import on_conditions
from roster.workflow.files import Checked, checked
from roster.workflow.folder import (
    JOURNAL,
    PAPERS,
    PLAN,
    VERSIONS,
    WORKBOOK,
    Folder,
    Written,
    is_arrangement,
    is_version,
    newest,
    plainly,
    settled,
)
from roster.workflow.journal import NEW_VERSION, Entry, Journal, digest, entries_in, head
from roster.workflow.log_steps import entry_of, steps_of
from roster.workflow.troubles import refuse, unreadable_as_fault


@dataclass(frozen=True, slots=True)
class Version:
    """A version that is as it was when it was saved, by its number."""

    number: str
    plan: Plan
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Log:
    """All that was done in a folder, with what vouches for it."""

    entries: tuple[Entry, ...]
    steps: tuple[Step, ...]
    head: str

    @property
    def stages(self) -> Mapping[str, Stage]:
        return stages(self.steps)

    @property
    def in_use(self) -> Step | None:
        return in_use(self.steps)

    @property
    def signatures(self) -> tuple[Step, ...]:
        return tuple(one for one in self.steps if one.act is Act.SIGNED)


@dataclass(frozen=True, slots=True)
class Ready:
    """What the checker says of a version with the day it was discussed and the signatures there are.

    ``unsigned``: ids of agreements that something rests on. ``against``: breaches, and what needs an agreement that
    nobody has told of, besides the notice of the plan. ``missing``: what the brief asks for and does not get.
    """

    checked: Checked
    notice: Finding
    unsigned: tuple[str, ...]
    against: tuple[tuple[Frame, Finding], ...]
    missing: tuple[tuple[Frame, Finding], ...]


# -- where ----------------------------------------------------------------------------------------------


def located(path: Path) -> tuple[Path, str]:
    """The folder of the arrangement and the number of the version that is meant: the newest, unless one is named."""
    place = path if is_version(path) else path.parent
    if is_version(place):
        if path != place and (path.name not in (PLAN, WORKBOOK) or not path.is_file()):
            raise refuse(path, *words.NOT_THE_TURNUS)
        version = place if place.parent.name == VERSIONS else plainly(place)
        folder = version.parent.parent
        settled(folder)
        return folder, version.name
    if not is_arrangement(path):
        if not path.exists():
            raise refuse(path, "Mappa finnes ikke.", "Skriv navnet på mappa der turnusen ligger.")
        raise refuse(path, "Dette er ikke mappa til en turnus.", "Velg mappa som har «versjoner» i seg.")
    return path, newest(path).parent.name


def read_log(folder: Path) -> Log:
    """Raises ``Faults`` when the chain does not hold."""
    settled(folder)
    lines = Journal(folder / JOURNAL).lines()
    entries = entries_in(lines)
    return Log(entries, steps_of(entries, folder), head(lines))


def version_at(folder: Path, number: str, log: Log) -> Version:
    """The version; raises ``Faults`` when it is not the one that the log tells of."""
    file = folder / VERSIONS / number / PLAN
    with unreadable_as_fault(file):
        content = file.read_bytes()
    saved = read_saved(content, str(file))
    made = next((one for one in log.entries if one.what == NEW_VERSION and one.version == number), None)
    if made is None or made.files.get(PLAN) != digest(content):
        raise refuse(file, *words.NOT_AS_LOGGED)
    return Version(number, saved.plan, saved.fingerprint)


# -- how far --------------------------------------------------------------------------------------------


def standing_of(version: Version, log: Log) -> Standing:
    """All that the course knows of the version; for screen and for the package."""
    steps = tuple(one for one in log.steps if one.version == version.number)
    stage = log.stages.get(version.number, Stage.DRAFT)
    return Standing(version.number, version.fingerprint, stage, steps, log.signatures, log.head, len(log.entries))


def terms_of(agreement: Agreement) -> str:
    """The fingerprint of what an agreement says: not when it was signed, nor where in the brief it stands."""
    said = {
        name: value
        for name, value in objects(agreement).items()
        if name not in ("signed", "use_unsigned", "document", "place")
    }
    return fingerprint(said)


def signed_days(agreements: Iterable[Agreement], log: Log) -> Mapping[str, date]:
    """When each was signed in these very terms, by the log; by its id."""
    by_terms = {one.what.terms: one.what.on for one in log.signatures if isinstance(one.what, Signature)}
    return {one.id: by_terms[terms_of(one)] for one in agreements if terms_of(one) in by_terms}


def ready(version: Version, log: Log, day: date, since: date | None = None) -> Ready:
    """What the checker says of the version as it stands on ``day``, to run from ``since``; None: its first day."""
    plan = version.plan
    discussion = standing_of(version, log).discussion
    signed = signed_days(plan.brief.agreements, log)
    brief = as_it_stands(plan.brief, None if discussion is None else discussion.on, signed, day)
    done = checked(on_conditions(plan, brief))
    every = [(plan.roster.frame, one) for one in done.report.findings]
    if done.rollout_report is not None:
        every += [(plan.dated.frame, one) for one in done.rollout_report.findings]
    failing = [(frame, one) for frame, one in every if one.verdict.fails and one.rule != plan_notice.ID]
    waiting = [one for _, one in failing if one.facts.get("why") == UNSIGNED]
    named = (name for one in waiting for name in str(one.facts.get("agreement", "")).split(", ") if name)
    of_law = [pair for pair in failing if pair[1].verdict is not Verdict.MISSING and pair[1] not in waiting]
    return Ready(
        done,
        plan_notice.notice(brief, brief.discussed, since or brief.period.start),
        tuple(dict.fromkeys(named)),
        tuple(of_law),
        tuple(pair for pair in failing if pair[1].verdict is Verdict.MISSING),
    )


# -- a step on ------------------------------------------------------------------------------------------


def must_be_allowed(act: Act, version: Version, log: Log, folder: Path) -> None:
    """Raises ``Faults`` when the version has not come so far, or has gone on."""
    stage = log.stages.get(version.number, Stage.DRAFT)
    if stage not in ALLOWED[act]:
        raise refuse(folder, *words.not_now(act, version.number, stage))


def record_step(
    folder: Folder,
    version: Version,
    act: Act,
    by: str,
    now: datetime,
    what: What,
    papers: Mapping[str, bytes] | None = None,
    written: Written | None = None,
) -> Step:
    """The step is in the log, and its papers in the folder under the number of its line; or neither and ``Faults``."""
    line = len(folder.journal.lines()) + 1
    named = {paper_name(line, name): content for name, content in (papers or {}).items()}
    files = {**named, **(written.files if written else {})}
    entry = entry_of(
        act,
        version.number,
        version.fingerprint,
        by,
        now,
        what,
        {name: digest(content) for name, content in files.items()},
    )
    folder.record(entry, Written(files, written.gone if written else ()))
    return Step(line, act, version.number, by, now, what, tuple(named))


def paper_name(line: int, name: str) -> str:
    """Where a paper lies: the number of its line, and what the user called it in letters that any disk takes."""
    plain = re.sub(r"[^\w.-]", "_", Path(name).name)[-60:].lstrip(".") or "papir"
    return f"{PAPERS}/{line:04}-{plain}"


def read_paper(path: Path) -> dict[str, bytes]:
    """A file from the user that goes with a step."""
    with unreadable_as_fault(path):
        return {path.name: path.read_bytes()}


def faults_of(folder: Path, said: Iterable[tuple[str, str]]) -> Faults:
    """Several reasons why something cannot be done, each with its way out."""
    return Faults([Fault(str(folder), "", what, way_out) for what, way_out in said])
