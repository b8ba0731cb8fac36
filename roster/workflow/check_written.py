"""Check what people wrote: a brief, or a list of shifts from another program. Slow to load, as all that reads them."""

from dataclasses import replace
from pathlib import Path

from roster.checking.coverage import not_covered
from roster.domain.brief import Agreement, Brief
from roster.domain.finding import Finding, Verdict
from roster.domain.plan import Plan
from roster.planning.forecast import forecast
from roster.reading.agreements_file import read_agreements
from roster.reading.list_roster import Conditions, with_conditions
from roster.reading.read import read_brief
from roster.reading.shift_list import ShiftList, read_shift_list
from roster.wording.check_words import CYCLE_HAS_NO_HISTORY
from roster.workflow.check_asked import Asked, BriefChecked, NotCovered
from roster.workflow.conditions import on_conditions
from roster.workflow.earlier import with_earlier
from roster.workflow.elsewhere import read_elsewhere
from roster.workflow.files import Checked, checked
from roster.workflow.folder import default_folder
from roster.workflow.timesheets import with_timesheets
from roster.workflow.troubles import refuse

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


def check_brief(path: Path) -> BriefChecked | NotCovered:
    """What is known of a brief; raises ``Faults``."""
    read = read_brief(path)
    if why := not_covered(read.brief):
        return NotCovered(why)
    read = with_earlier(with_timesheets(read, path), default_folder(path))
    return BriefChecked(read.brief, read.notices, forecast(read.brief))


def check_list(path: Path, asked: Asked) -> Checked | NotCovered:
    """What the checker says of a list; raises ``Faults``."""
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


def on_said(plan: Plan, asked: Asked, path: Path) -> tuple[Plan, tuple[str, ...]]:
    """A plan of ours on the conditions that are said besides, and what is told of that; raises ``Faults``."""
    if asked.history is not None and plan.dated.frame.cyclic:
        raise refuse(path, *CYCLE_HAS_NO_HISTORY)
    brief, about = with_conditions(plan.brief, _conditions(asked), path.name)
    return on_conditions(plan, brief), about


def _idle(one: Finding) -> bool:
    """In order just because nothing is known that it could break."""
    return one.verdict is Verdict.OK and one.rule in ASK_THE_BRIEF


def _conditions(asked: Asked) -> Conditions:
    return Conditions(asked.employer, asked.tariff, _agreements(asked), _history(asked))


def _agreements(asked: Asked) -> tuple[Agreement, ...] | None:
    return None if asked.agreements is None else read_agreements(asked.agreements)


def _history(asked: Asked) -> ShiftList | None:
    return None if asked.history is None else read_shift_list(asked.history, {})
