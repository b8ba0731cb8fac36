"""A month of a turnus, or of a list of what was worked, as the files that payroll reads."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from roster.domain.roster import Roster
from roster.exports.payroll_files import payroll_csv, payroll_workbook
from roster.rules.payroll import Payroll, payroll
from roster.wording import payroll_words as words
from roster.workflow.priced import priced
from roster.workflow.saving import save_files
from roster.workflow.troubles import refuse


@dataclass(frozen=True, slots=True)
class PayrollAsked:
    """``month``: its first day. ``brief``: what a list of shifts is read against."""

    path: Path
    month: date
    out: Path
    rates: Path | None = None
    brief: Path | None = None


@dataclass(frozen=True, slots=True)
class PayrollMade:
    roster: Roster
    payroll: Payroll
    about: tuple[str, ...]
    files: tuple[str, ...]


def make_payroll(asked: PayrollAsked) -> PayrollMade:
    """The lines of the month, saved as CSV and Excel; raises ``Faults``, and then there are no files."""
    found = priced(asked.path, asked.rates, asked.brief)
    frame = found.roster.frame
    if frame.cyclic:
        raise refuse(asked.path, *words.NO_DATES)
    if not any(day.replace(day=1) == asked.month for day in frame.dates):
        raise refuse(asked.path, *words.not_in_plan(asked.month, frame.dates[0], frame.dates[-1]))
    made = payroll(found.roster, asked.month)
    if not made.paid:
        raise refuse(asked.path, *words.nothing_worked(asked.month))
    name = words.file_name(asked.month)
    files = {f"{name}.csv": payroll_csv(made), f"{name}.xlsx": payroll_workbook(found.roster, made)}
    save_files(asked.out, files)
    return PayrollMade(found.roster, made, found.about, tuple(files))
