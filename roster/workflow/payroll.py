"""A month of a turnus, or of a list of what was worked, as the files that payroll reads."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from roster.domain.roster import Roster
from roster.domain.settings import Settings
from roster.domain.worked import month_end
from roster.exports.payroll_files import payroll_csv, payroll_workbook
from roster.rules.payroll import Payroll, Spell, correction, payroll
from roster.wording import payroll_words as words
from roster.workflow.course import read_log
from roster.workflow.folder import is_arrangement
from roster.workflow.in_force import in_force, on_the_wall, versions_for
from roster.workflow.priced import priced, with_money
from roster.workflow.records import Record, records_of
from roster.workflow.saving import save_files
from roster.workflow.troubles import refuse
from roster.workflow.worked_roster import paid_roster


@dataclass(frozen=True, slots=True)
class PayrollAsked:
    """``month``: its first day. ``brief``: what a list of shifts is read against.

    ``correction``: of a month that was corrected, the number of the correction, 0: the month as it was first closed;
    None: the newest. ``whole``: the month as it stands, with every correction in it.
    """

    path: Path
    month: date
    out: Path
    rates: Path | None = None
    brief: Path | None = None
    correction: int | None = None
    whole: bool = False


@dataclass(frozen=True, slots=True)
class PayrollMade:
    """``roster``: the last one that the month is made of. ``about``: which it is made of.

    ``corrects``: the number of the correction that the lines are, None: they are no correction.
    """

    roster: Roster
    payroll: Payroll
    about: tuple[str, ...]
    files: tuple[str, ...]
    corrects: int | None = None


def make_payroll(asked: PayrollAsked) -> PayrollMade:
    """The lines of the month, saved as CSV and Excel; raises ``Faults``, and then there are no files.

    Of an arrangement's folder the month as it was closed, else the versions that were in use, each on its days; the
    newest where none has been. Of a month that was corrected afterwards, what the correction makes otherwise.
    """
    if asked.whole and asked.correction is not None:
        raise refuse(asked.path, *words.WHOLE_OR_CORRECTION)
    record = _record(asked)
    if record is not None and len(record.told) > 1 and not asked.whole:
        return _corrected(asked, record)
    if asked.correction:
        raise refuse(asked.path, *words.no_correction(asked.month, 0))
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
    return _saved(asked, last, made, about, None)


def _saved(
    asked: PayrollAsked, roster: Roster, made: Payroll, about: tuple[str, ...], corrects: int | None
) -> PayrollMade:
    name = words.file_name(asked.month, corrects)
    what = words.corrects(asked.month, corrects) if corrects else ""
    files = {f"{name}.csv": payroll_csv(made, what), f"{name}.xlsx": payroll_workbook(roster, made, what)}
    save_files(asked.out, files)
    return PayrollMade(roster, made, about, tuple(files), corrects)


def _corrected(asked: PayrollAsked, record: Record) -> PayrollMade:
    """What one correction makes otherwise, or the month as it was first closed."""
    last = len(record.told) - 1
    number = last if asked.correction is None else asked.correction
    if number > last:
        raise refuse(asked.path, *words.no_correction(asked.month, last))
    after = _closed(asked, record.through(number))
    made, roster = payroll(after, asked.month), after[-1].roster
    told = record.told[number]
    about: tuple[str, ...] = (words.first_closed(asked.month, on_the_wall(told.when).date()),)
    if number:
        made = correction(payroll(_closed(asked, record.through(number - 1)), asked.month), made)
        about = words.correction_of(asked.month, number, last, on_the_wall(told.when).date(), told.closing.why)
        about += tuple(words.moved_in(one) for one in _moved(asked, record, number))
    if not (made.lines or made.left_out):
        nothing = words.nothing_corrected(asked.month, number) if number else words.nothing_worked(asked.month)
        raise refuse(asked.path, *nothing)
    return _saved(asked, roster, made, about, number or None)


def _moved(asked: PayrollAsked, record: Record, number: int) -> Iterator[Payroll]:
    """What the correction makes otherwise in months that were closed before it, since they share an average."""
    for month, one in _records(asked).items():
        if month != record.month and one.told[0].line < record.told[number].line:
            before, after = (
                payroll(_closed(asked, one, record.through(through)), month) for through in (number - 1, number)
            )
            found = correction(before, after)
            if found.lines or found.left_out:
                yield found


def _records(asked: PayrollAsked) -> Mapping[date, Record]:
    ours = asked.brief is None and is_arrangement(asked.path)
    return records_of(asked.path, read_log(asked.path).entries) if ours else {}


def _record(asked: PayrollAsked) -> Record | None:
    return _records(asked).get(asked.month)


def _closed(asked: PayrollAsked, record: Record, beside: Record | None = None) -> tuple[Spell, ...]:
    """The month by what that much of its record says was worked, each day paid as its version has it.

    ``beside``: as much of the record of another month as counts; None: all of every one.
    """
    used = versions_for(asked.path)[0]
    closed = {month: one.rows for month, one in _records(asked).items()}
    closed |= {one.month: one.rows for one in (record, beside) if one is not None}
    roster = with_money(paid_roster(used, closed, record.month), asked.rates)
    end = month_end(record.month)
    ran = [one for one in used if one.first <= end and (one.last is None or one.last >= record.month)]
    starts = [record.month, *(one.first for one in ran[1:])]
    settings = [one.roster.frame.brief.settings for one in ran] or [roster.frame.brief.settings]
    ends = [*(day - timedelta(days=1) for day in starts[1:]), end]
    return tuple(
        Spell(_paid_by(roster, own), first, last) for own, first, last in zip(settings, starts, ends, strict=True)
    )


def _paid_by(roster: Roster, settings: Settings) -> Roster:
    return replace(roster, frame=replace(roster.frame, brief=replace(roster.frame.brief, settings=settings)))


def _spells(asked: PayrollAsked) -> tuple[tuple[Spell, ...], tuple[str, ...]]:
    """The rosters of the month, and how they were found."""
    ours = asked.brief is None and is_arrangement(asked.path)
    used = in_force(asked.path) if ours else ()
    record = _record(asked)
    if record is not None:
        return _closed(asked, record), (words.CLOSED,)
    end = (asked.month + timedelta(days=31)).replace(day=1)
    within = [one for one in used if one.first < end and (one.last is None or one.last >= asked.month)]
    if within:
        spells = tuple(Spell(with_money(one.roster, asked.rates), one.first, one.last) for one in within)
        return spells, words.versions([(one.version, one.first) for one in within])
    found = priced(asked.path, asked.rates, asked.brief)
    return (Spell(found.roster),), (*found.about, *(words.NOT_IN_USE if is_arrangement(asked.path) else ()))
