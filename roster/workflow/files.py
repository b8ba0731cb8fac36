"""A plan with what the checker says of it, and the files that are made of the two."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from roster.checking.check import Report, check
from roster.domain.brief import Brief
from roster.domain.finding import Finding
from roster.domain.fingerprint import FINGERPRINT
from roster.domain.frame import Frame
from roster.domain.plan import Plan
from roster.domain.timekonto import Timekonto
from roster.exports.plan_json import plan_json
from roster.reading.faults import Fault
from roster.rules import plan_notice
from roster.workflow.folder import PLAN, WORKBOOK


@dataclass(frozen=True, slots=True)
class Checked:
    """``report`` is of the roster in the brief's form, ``rollout_report`` of a grunnturnus on dates.

    ``notices``: where the sheets of the workbook that it was read from do not agree. ``about``: how a list from
    another program was understood. ``unread``: cells of a turnus made elsewhere that could not be read. ``accounts``
    of the vedtak by year, where timesheets or closed months tell more than the brief. ``joints``: what breaks where the
    version meets those that run before and after it, with the frame of both that it speaks of. ``begins``: from when it
    takes effect, where that is not its first day.
    """

    plan: Plan
    report: Report
    rollout_report: Report | None
    notices: tuple[Fault, ...] = ()
    about: tuple[str, ...] = ()
    unread: tuple[Fault, ...] = ()
    accounts: Mapping[int, Timekonto] = field(default_factory=dict)
    joints: tuple[tuple[Frame, Finding], ...] = ()
    begins: date | None = None


def checked(plan: Plan, notices: tuple[Fault, ...] = ()) -> Checked:
    """The plan with what every rule finds in it."""
    return Checked(plan, check(plan.roster), None if plan.rollout is None else check(plan.rollout), notices)


def all_files(one: Checked, stamp: datetime) -> dict[str, bytes]:
    """Every file of a version by its name in the folder."""
    return {**plan_file(one), **workbook_file(one), **calendar_files(one.plan, stamp)}


def fingerprint_in(files: Mapping[str, bytes]) -> str:
    """The fingerprint of the version among its files."""
    return str(json.loads(files[PLAN])[FINGERPRINT])


def plan_file(one: Checked) -> dict[str, bytes]:
    return {PLAN: plan_json(one.plan, one.report, one.rollout_report)}


def workbook_file(one: Checked) -> dict[str, bytes]:
    from roster.exports.workbook import workbook  # noqa: PLC0415 - slow to load, and most commands only read

    told = as_begun(one)
    return {WORKBOOK: workbook(one.plan, told.report, told.rollout_report, one.accounts)}


def as_begun(one: Checked) -> Checked:
    """With the notice of the plan counted to the day on which it begins; ``turnus.json`` has it to the first day."""
    begins = one.begins or one.plan.brief.period.start
    dated = None if one.rollout_report is None else from_day(one.rollout_report, begins)
    return replace(one, report=from_day(one.report, begins), rollout_report=dated)


def from_day(report: Report, begins: date, brief: Brief | None = None) -> Report:
    """The notice of the plan counted to the day on which it begins; ``brief``: as it is known, if not the report's."""
    of = brief or report.roster.frame.brief
    notice = plan_notice.notice(of, of.discussed, begins)
    return replace(report, findings=tuple(notice if one.rule == plan_notice.ID else one for one in report.findings))


def calendar_files(plan: Plan, stamp: datetime) -> dict[str, bytes]:
    """The calendars of a draft."""
    from roster.exports.calendar import calendars  # noqa: PLC0415 - as above
    from roster.workflow.feeds import named_files  # noqa: PLC0415

    return named_files(calendars(plan, stamp))
