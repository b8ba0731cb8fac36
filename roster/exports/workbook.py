"""``turnus.xlsx``: the plan in the forms that reps know, with everything needed to read it back and check it."""

import json
import zipfile
from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from types import MappingProxyType

from xlsxwriter.workbook import Workbook

from roster.domain.fingerprint import FINGERPRINT
from roster.domain.plan import Plan
from roster.domain.statistics import statistics
from roster.domain.timekonto import Timekonto
from roster.exports.plan_json import Report, version
from roster.exports.sheets import approval, basis, changes, control, legend, per_assistant, shifts, turnus, vedtak
from roster.exports.sheets.control import Judged
from roster.exports.sheets.grid import Grid
from roster.exports.sheets.labels import Labels
from roster.exports.sheets.style import FONT, Book
from roster.wording.legend import period_title, short_mark
from roster.wording.run_words import on_dates
from roster.wording.summary import summary

_CREATED = datetime(2000, 1, 1)
"""The same in every workbook, so that the same plan gives the same bytes."""
_SUBJECT = "Turnus for brukerstyrt personlig assistanse (BPA)"
_LANGUAGE = b"<dc:language>nb-NO</dc:language>"
_CORE = "docProps/core.xml"


def workbook(
    plan: Plan,
    report: Report,
    rollout_report: Report | None = None,
    accounts: Mapping[int, Timekonto] = MappingProxyType({}),
) -> bytes:
    """The workbook of a plan; ``rollout_report`` is of the roll-out of a grunnturnus.

    ``accounts`` of the vedtak by year, where more is on record than the brief tells.
    """
    saved = version(plan, report, rollout_report)
    held = BytesIO()
    mark = str(saved[FINGERPRINT])
    with Workbook(held, _options()) as file:
        _properties(file, plan, mark)
        book = Book(file, short_mark(mark))
        grid = Grid(plan.roster, Labels(plan.roster))
        counted = statistics(plan.roster)
        first = summary(plan.roster, report.findings, counted)
        found = rollout_report.findings if rollout_report is not None else None
        turnus.write(book, grid, counted, first, on_dates(plan, found), report.findings)
        per_assistant.write(book, grid, counted)
        shifts.write(book, plan.dated)
        if plan.rollout is not None:
            changes.write(book, plan)
        control.write(book, _judged(plan, report, rollout_report))
        vedtak.write(book, plan, accounts)
        legend.write(book, grid, plan.dated)
        approval.write(book, plan, mark)
        basis.write(book, plan, json.dumps(saved, sort_keys=True).replace("_x", "\\u005fx"), mark)
    return with_language(held.getvalue())


def new_workbook(held: BytesIO, title: str) -> Workbook:
    """An empty workbook to be written into ``held``, with what all of ours have in common."""
    file = Workbook(held, _options())
    file.set_properties({"title": title, "subject": _SUBJECT, "created": _CREATED})
    return file


def _options() -> dict[str, object]:
    """Made anew each time, since XlsxWriter changes what it is given."""
    return {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_format_properties": dict(FONT),
    }


def _judged(plan: Plan, report: Report, rollout_report: Report | None) -> tuple[Judged, ...]:
    first = Judged(plan.roster.frame, report.findings, report.assumptions)
    if rollout_report is None:
        return (first,)
    return first, Judged(plan.dated.frame, rollout_report.findings, rollout_report.assumptions)


def _properties(file: Workbook, plan: Plan, fingerprint: str) -> None:
    file.set_properties(
        {
            "title": period_title(plan.roster.frame),
            "subject": _SUBJECT,
            "comments": f"Fingeravtrykk {fingerprint}",
            "created": _CREATED,
        }
    )


def with_language(data: bytes) -> bytes:
    """The workbook with its language among the properties, where screen readers look for it."""
    held = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            content = old.read(info)
            if info.filename == _CORE:
                content = content.replace(b"</cp:coreProperties>", _LANGUAGE + b"</cp:coreProperties>")
            new.writestr(info, content)
    return held.getvalue()
