"""Check a brief for faults and what it adds up to, or any roster against every rule."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from roster.checking.coverage import not_covered
from roster.domain.brief import Agreement, Brief
from roster.domain.finding import Finding, Verdict
from roster.domain.kinds import Employer, Tariff
from roster.domain.plan import Plan
from roster.planning.forecast import forecast
from roster.planning.result import Forecast
from roster.reading.agreements_file import read_agreements
from roster.reading.list_roster import Conditions, with_conditions
from roster.reading.read import read_brief
from roster.reading.shift_list import ShiftList, read_shift_list
from roster.wording.check_words import (
    BRIEF_HAS_ITS_OWN,
    CYCLE_HAS_NO_HISTORY,
    ONLY_LISTS_HAVE_COLUMNS,
    ROSTER_HAS_ITS_BRIEF,
)
from roster.wording.list_words import Role
from roster.workflow.conditions import on_conditions
from roster.workflow.course import located
from roster.workflow.earlier import with_earlier
from roster.workflow.elsewhere import read_elsewhere
from roster.workflow.files import Checked, checked
from roster.workflow.folder import JOURNAL, default_folder, is_arrangement, is_version
from roster.workflow.joint import at_joints_of
from roster.workflow.opening import Opened, is_list, is_roster, read_plan
from roster.workflow.timesheets import with_timesheets
from roster.workflow.troubles import refuse


@dataclass(frozen=True, slots=True)
class Asked:
    """What the user says besides the name of the file: a brief for a list, its columns, and what a brief would say."""

    brief: Path | None = None
    columns: Mapping[Role, str] = field(default_factory=dict)
    employer: Employer | None = None
    tariff: Tariff | None = None
    agreements: Path | None = None
    history: Path | None = None

    @property
    def conditions(self) -> bool:
        """Something is said that stands in a brief."""
        said = (self.employer, self.tariff, self.agreements, self.history)
        return any(one is not None for one in said)


NOTHING = Asked()
ASK_THE_BRIEF = frozenset(
    {
        "need-filled",
        "skills",
        "availability",
        "employment",
        "full-time-week",
        "vacation",
        "agreed-hours",
        "contract-hours",
        "vedtak",
        "krav",
        "position-extra",
        "position-actual",
        "position-temporary",
    }
)
"""Rules that ask what only a brief tells."""


@dataclass(frozen=True, slots=True)
class BriefChecked:
    """A brief without faults, and what is presumed and known of it."""

    brief: Brief
    notices: tuple[str, ...]
    forecast: Forecast


@dataclass(frozen=True, slots=True)
class NotCovered:
    """The law of that time is not covered, so there is no verdict (D20)."""

    why: str


def check_file(path: Path, asked: Asked = NOTHING) -> BriefChecked | Checked | NotCovered:
    """What the checker says of a roster, or what is known of a brief; raises ``Faults``."""
    if is_list(path):
        return _list(path, asked)
    if asked.columns:
        raise refuse(path, *ONLY_LISTS_HAVE_COLUMNS)
    if is_roster(path):
        return _plan(path, asked)
    if asked.conditions or asked.brief is not None:
        raise refuse(path, *BRIEF_HAS_ITS_OWN)
    read = read_brief(path)
    if why := not_covered(read.brief):
        return NotCovered(why)
    read = with_earlier(with_timesheets(read, path), default_folder(path))
    return BriefChecked(read.brief, read.notices, forecast(read.brief))


# -- a list -------------------------------------------------------------------------------------------


def _list(path: Path, asked: Asked) -> Checked | NotCovered:
    said = _conditions(asked)
    on: Brief | None = None
    told: tuple[str, ...] = ()
    if asked.brief is not None:
        on, told = with_conditions(read_brief(asked.brief).brief, said, path.name)
    found = read_elsewhere(path, asked.columns, on, said)
    if found.cyclic and asked.history is not None:
        raise refuse(path, *CYCLE_HAS_NO_HISTORY)
    written = found.written
    brief = written.roster.frame.brief
    if why := not_covered(brief):
        return NotCovered(why)
    done = checked(Plan(brief, written.roster))
    report = replace(done.report, assumptions=(*written.presumed, *done.report.assumptions))
    if asked.brief is None:
        report = replace(report, findings=tuple(one for one in report.findings if not _idle(one)))
    return replace(done, report=report, about=(*told, *written.about), unread=found.unread)


def _idle(one: Finding) -> bool:
    """In order just because nothing is known that it could break."""
    return one.verdict is Verdict.OK and one.rule in ASK_THE_BRIEF


def _conditions(asked: Asked) -> Conditions:
    return Conditions(asked.employer, asked.tariff, _agreements(asked), _history(asked))


def _agreements(asked: Asked) -> tuple[Agreement, ...] | None:
    return None if asked.agreements is None else read_agreements(asked.agreements)


def _history(asked: Asked) -> ShiftList | None:
    return None if asked.history is None else read_shift_list(asked.history, {})


# -- our own ------------------------------------------------------------------------------------------


def _plan(path: Path, asked: Asked) -> Checked | NotCovered:
    if asked.brief is not None:
        raise refuse(path, *ROSTER_HAS_ITS_BRIEF)
    opened = read_plan(path)
    about: tuple[str, ...] = ()
    if asked.conditions:
        if asked.history is not None and opened.plan.dated.frame.cyclic:
            raise refuse(path, *CYCLE_HAS_NO_HISTORY)
        brief, about = with_conditions(opened.plan.brief, _conditions(asked), path.name)
        opened = Opened(on_conditions(opened.plan, brief), opened.notices)
    if why := not_covered(opened.plan.brief):
        return NotCovered(why)
    done = replace(checked(opened.plan, opened.notices), about=about)
    return done if asked.conditions else _with_joints(path, done)


def _with_joints(path: Path, done: Checked) -> Checked:
    """With what breaks where a version of an arrangement meets those that run before and after it."""
    place = path if path.is_dir() else path.parent
    if not (is_arrangement(place) or is_version(place)):
        return done
    folder, number = located(place)
    if not (folder / JOURNAL).exists():
        return done
    found = tuple(one for _, one in at_joints_of(folder, number, done.plan))
    if not found:
        return done
    if done.rollout_report is None:
        return replace(done, report=replace(done.report, findings=(*done.report.findings, *found)))
    rollout = replace(done.rollout_report, findings=(*done.rollout_report.findings, *found))
    return replace(done, rollout_report=rollout)
