"""A month of a turnus, or of a list of what was worked, as the files that payroll reads."""

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from roster.domain.roster import Roster
from roster.domain.worked import month_end
from roster.exports.payroll_files import payroll_csv, payroll_workbook
from roster.rules.payroll import Payroll, Spell, payroll
from roster.wording import payroll_words as words
from roster.workflow.course import read_log
from roster.workflow.folder import is_arrangement
from roster.workflow.in_force import in_force, versions_for
from roster.workflow.priced import priced, with_money
from roster.workflow.records import records_of
from roster.workflow.saving import save_files
from roster.workflow.troubles import refuse
from roster.workflow.worked_roster import paid_roster


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
    """``roster``: the last one that the month is made of. ``about``: which it is made of."""

    roster: Roster
    payroll: Payroll
    about: tuple[str, ...]
    files: tuple[str, ...]


def make_payroll(asked: PayrollAsked) -> PayrollMade:
    """The lines of the month, saved as CSV and Excel; raises ``Faults``, and then there are no files.

    Of an arrangement's folder the month as it was closed, else the versions that were in use, each on its days; the
    newest where none has been.
    """
    spells, about = _spells(asked)
    last = spells[-1].roster
    if any(one.roster.frame.cyclic for one in spells):
        raise refuse(asked.path, *words.NO_DATES)
    made = payroll(spells, asked.month)
    if not made.days:
        frame = last.frame
        raise refuse(asked.path, *words.not_in_plan(asked.month, frame.dates[0], frame.dates[-1]))
    if not (made.lines or made.left_out):
        raise refuse(asked.path, *words.nothing_worked(asked.month))
    name = words.file_name(asked.month)
    files = {f"{name}.csv": payroll_csv(made), f"{name}.xlsx": payroll_workbook(last, made)}
    save_files(asked.out, files)
    return PayrollMade(last, made, about, tuple(files))


def _spells(asked: PayrollAsked) -> tuple[tuple[Spell, ...], tuple[str, ...]]:
    """The rosters of the month, and how they were found."""
    ours = asked.brief is None and is_arrangement(asked.path)
    used = in_force(asked.path) if ours else ()
    closed = (
        {month: one.rows for month, one in records_of(asked.path, read_log(asked.path).entries).items()} if ours else {}
    )
    if asked.month in closed:
        roster = paid_roster(versions_for(asked.path)[0], closed, asked.month)
        return (Spell(with_money(roster, asked.rates), asked.month, month_end(asked.month)),), (words.CLOSED,)
    end = (asked.month + timedelta(days=31)).replace(day=1)
    within = [one for one in used if one.first < end and (one.last is None or one.last >= asked.month)]
    if within:
        spells = tuple(Spell(with_money(one.roster, asked.rates), one.first, one.last) for one in within)
        return spells, words.versions([(one.version, one.first) for one in within])
    found = priced(asked.path, asked.rates, asked.brief)
    return (Spell(found.roster),), (*found.about, *(words.NOT_IN_USE if is_arrangement(asked.path) else ()))
