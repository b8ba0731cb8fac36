"""Timesheets: what was worked, from lists in Excel or CSV, as shifts that draw from the vedtak as the brief has it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from roster.domain.activity import with_activity
from roster.domain.brief import Brief
from roster.domain.clock import OSLO
from roster.domain.frame import Frame, needs_on
from roster.domain.handover import without_handovers
from roster.domain.help_needed import ShiftKind
from roster.domain.kinds import EventSort, Form, WorkSort
from roster.domain.moved import moved_shift
from roster.domain.shift import Shift
from roster.reading.entry_shifts import as_written, kind_called
from roster.reading.faults import Fault, Faults
from roster.reading.list_rows import Entry
from roster.reading.numbers import short
from roster.reading.shift_list import read_shift_list
from roster.reading.suffixes import TEXT_SUFFIX, WORKBOOK_SUFFIX
from roster.reading.suggest import nearest
from roster.wording.list_words import CANCELLED, SICK
from roster.wording.timesheet_words import COLUMNS, not_in_brief, sheet_read

_EVENTS = {
    "personalmøte": EventSort.MEETING,
    "møte": EventSort.MEETING,
    "opplæring": EventSort.TRAINING,
    "kurs": EventSort.TRAINING,
    "rapport": EventSort.REPORT,
}


@dataclass(frozen=True, slots=True)
class Worked:
    """What the timesheets hold: shifts of one person each, those of who was away, and how each file was understood.

    ``through``: a last date that is known to be on record, whether or not anybody worked on it.
    """

    shifts: tuple[Shift, ...]
    absent: tuple[Shift, ...]
    about: tuple[str, ...]
    through: date | None = None


@dataclass(frozen=True, slots=True)
class Entries:
    """The rows of timesheets, each with the file it is from, and how each file was understood."""

    rows: tuple[tuple[str, Entry], ...]
    about: tuple[str, ...]


def timesheets_in(folder: Path) -> tuple[Path, ...]:
    """The timesheets of a folder, by name; what programs leave beside them is passed over."""
    if not folder.is_dir():
        return ()
    suffixes = (TEXT_SUFFIX, WORKBOOK_SUFFIX)
    lists = (one for one in folder.iterdir() if one.suffix.lower() in suffixes and one.is_file())
    return tuple(sorted(one for one in lists if one.name[0] not in ".~"))


def read_timesheets(paths: Iterable[Path], brief: Brief) -> Worked:
    """All that the timesheets hold; raises ``Faults`` with all that is wrong with any of them."""
    found = entries_of(paths, brief)
    rows = found.rows
    sick = [entry for _, entry in rows if entry.code.lower() in SICK]
    shifts = [
        shift_of_entry(brief, entry, f"{n}") for n, (_, entry) in enumerate(rows, 1) if entry.code.lower() not in SICK
    ]
    absent = [shift_of_entry(brief, entry, f"borte {n}") for n, entry in enumerate(sick, 1)]
    about = (*found.about, *not_in_brief(_strangers(rows, brief), _strange_codes(rows, brief)))
    return Worked(charged_once(shifts, brief), tuple(absent), about)


def charged_once(shifts: Iterable[Shift], brief: Brief) -> tuple[Shift, ...]:
    """The shifts in order of time, with what handovers draw, as the arrangement has it (D8)."""
    ordered = sorted(shifts, key=lambda one: (one.span, one.id))
    return tuple(ordered) if brief.settings.charging.overlap else without_handovers(ordered)


def entries_of(paths: Iterable[Path], brief: Brief, kept: frozenset[str] = SICK | CANCELLED) -> Entries:
    """The rows of the timesheets, each with its file; raises ``Faults`` with all that is wrong with any of them.

    ``kept``: kinds of absence that are rows too.
    """
    faults: list[Fault] = []
    about: list[str] = []
    rows: list[tuple[str, Entry]] = []
    for path in paths:
        try:
            found = read_shift_list(path, {}, kept)
        except Faults as wrong:
            # The columns of a timesheet have fixed headings; there are no options to name others.
            faults += (replace(one, way_out=COLUMNS) if "--" in one.way_out else one for one in wrong.faults)
            continue
        rows += ((path.name, entry) for entry in found.entries)
        about.append(sheet_read(path.name, len(found.entries)))
        about += found.about[1:]
    faults += _twice(rows, brief)
    faults += _unknown_lines(rows, brief)
    if faults:
        raise Faults(faults)
    return Entries(tuple(rows), tuple(about))


def shift_of_entry(brief: Brief, entry: Entry, name: str) -> Shift:
    """The row as a shift: of its kind where the brief knows it, else as it is written."""
    word, charging = entry.code.lower(), brief.settings.charging
    kind = _kind(brief, entry)
    if kind is not None:
        bare = Frame(brief, Form.CALENDAR, 1, OSLO, ())
        shift = moved_shift(bare, kind, entry.start, entry.end)
        any_day = [need for need in brief.needs if need.kind == kind.code]
        needs = [need for need in needs_on(bare, entry.start.date()) if need.kind == kind.code] or any_day
        lines = {need.line for need in needs}
        shift = replace(
            shift,
            id=f"{shift.id} {name}",
            charged=shift.charged and all(need.charged for need in needs),
            line=lines.pop() if len(lines) == 1 else None,
        )
        if entry.resting:
            own = as_written(entry, name)
            shift = replace(shift, resting=own.resting, resting_nominal=own.resting_nominal)
        if entry.active:
            shift = with_activity(replace(shift, active=as_written(entry, name).active), brief.settings)
    else:
        shift = as_written(entry, name)
        event = next((one for one in brief.events if word in (one.id.casefold(), one.name.casefold())), None)
        sort = event.sort if event is not None else _EVENTS.get(word)
        if sort is not None:
            usual = charging.training if sort is EventSort.TRAINING else charging.meetings
            shift = replace(shift, event=sort, charged=usual if event is None else event.charged)
    if entry.travel or shift.travel:
        shift = replace(shift, charged=charging.travel)
    if word in CANCELLED:
        shift = replace(shift, charged=charging.cancelled)
    if word in SICK:
        shift = replace(shift, charged=charging.sick)
    if entry.work is WorkSort.STANDBY:
        shift = replace(shift, charged=False)
    return replace(shift, line=_line(brief, entry.line)) if entry.line else shift


def _kind(brief: Brief, entry: Entry) -> ShiftKind | None:
    """The kind that the row names, else the only one with its times."""
    if entry.travel or entry.work is WorkSort.STANDBY:
        return None
    word = entry.code.casefold()
    return kind_called(brief, "" if word in SICK | CANCELLED else word, entry)


def _line(brief: Brief, written: str) -> str | None:
    return next((one.id for one in brief.vedtak.lines if one.id.casefold() == written.casefold()), None)


def _unknown_lines(rows: Iterable[tuple[str, Entry]], brief: Brief) -> Iterable[Fault]:
    known = [one.id for one in brief.vedtak.lines]
    for file, entry in rows:
        if entry.line and _line(brief, entry.line) is None:
            near = nearest(entry.line, known)
            hint = f" Mente du «{near}»?" if near else ""
            what = f"Vedtakslinja «{short(entry.line)}» er ikke i grunnlaget.{hint}"
            yield Fault(file, entry.place, what, f"Linjene er {', '.join(known)}." if known else "Ta bort verdien.")


def _person(brief: Brief, who: str) -> str | None:
    """The id of the assistant with that id, else of the only one with that alias."""
    by_id = [one.id for one in brief.assistants if one.id.casefold() == who.casefold()]
    called = by_id or [one.id for one in brief.assistants if one.alias.casefold() == who.casefold()]
    return called[0] if len(called) == 1 else None


def _strangers(rows: Iterable[tuple[str, Entry]], brief: Brief) -> list[str]:
    """Who is named but not in the brief, as written, each once."""
    return list(dict.fromkeys(one.who for _, one in rows if _person(brief, one.who) is None))


def _strange_codes(rows: Iterable[tuple[str, Entry]], brief: Brief) -> list[str]:
    """Codes that are neither a kind of shift nor anything else we know, as written, each once."""
    named = {word for one in brief.events for word in (one.id.casefold(), one.name.casefold())}
    known = SICK | CANCELLED | named | set(_EVENTS)
    return list(
        dict.fromkeys(
            one.code
            for _, one in rows
            if one.code and one.code.casefold() not in known and _kind(brief, one) is None
            if not one.travel and one.work is not WorkSort.STANDBY
        )
    )


def _twice(rows: Iterable[tuple[str, Entry]], brief: Brief) -> Iterable[Fault]:
    """Rows of one person, by id or alias, that overlap: most often the same shift in two files."""
    last: dict[str, tuple[str, Entry]] = {}
    of = [(_person(brief, entry.who) or entry.who.casefold(), file, entry) for file, entry in rows]
    for who, file, entry in sorted(of, key=lambda one: (one[0], one[2].start, one[1])):
        before = last.get(who)
        if before is not None and entry.start < before[1].end:
            other = f"{before[0]}, {before[1].place}" if before[0] != file else before[1].place
            what = f"{entry.who} står to steder {entry.start:%d.%m.%Y} kl. {entry.start:%H.%M} (også på {other})."
            yield Fault(file, entry.place, what, "Er det samme vakt, sletter du den ene raden. Ellers retter du tida.")
        if before is None or entry.end > before[1].end:
            last[who] = (file, entry)
