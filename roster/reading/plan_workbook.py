"""``turnus.xlsx`` back to a plan: what ``Vakter`` says counts, on the basis that the workbook carries with it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from roster.domain.frame import Frame, calendar_frame, frame_of
from roster.domain.moved import moved_shift, with_moved
from roster.domain.plan import Change, Origin, Plan
from roster.domain.roster import Roster
from roster.domain.shift import Shift
from roster.reading.faults import Fault, Faults
from roster.reading.plan_json import Saved, read_saved
from roster.reading.sheet_differences import events_changed, moved_by_hand, turnus_edited
from roster.reading.shift_rows import ShiftRow, ShiftRows
from roster.reading.workbook import opened
from roster.wording.numbers import short_date
from roster.wording.sheets import BASIS, DATA_HEADING, SHIFTS, TURNUS

_NEW = "Hent fila på nytt fra mappa «versjoner», eller lag den med «roster export»."


@dataclass(frozen=True, slots=True)
class ReadBack:
    """The plan as ``Vakter`` has it, and what a user should know of how the sheets differ.

    ``fingerprint`` is that of the version which the workbook was made of.
    """

    plan: Plan
    notices: tuple[Fault, ...]
    fingerprint: str = field(default="", compare=False)


def read_back(content: bytes, file: str = "turnus.xlsx") -> ReadBack:
    """The plan as ``Vakter`` has it, with a notice for each cell where another sheet says otherwise."""
    book = opened(content, file, values_only=True, way_out=_NEW, only=(BASIS, SHIFTS, TURNUS))
    version = read_saved(_data(book, file), f"{file}, arket {BASIS}")
    saved = version.plan
    reader = ShiftRows(file, saved.brief)
    rows = reader.read(_sheet(book, SHIFTS, file))
    dated = _dated(saved, rows, reader)
    if reader.faults:
        raise Faults(reader.faults)
    notices = [
        *events_changed(dated, rows, file),
        *moved_by_hand(saved, dated, file),
        *turnus_edited(book, saved, dated, file),
    ]
    return ReadBack(_plan(version, dated), tuple(notices), version.fingerprint)


def _sheet(book: Workbook, name: str, file: str) -> Worksheet:
    found = next((sheet for sheet in book.worksheets if sheet.title == name), None)
    if found is None:
        raise Faults([Fault(file, "", f"Arket «{name}» mangler.", _NEW)])
    return found


def _data(book: Workbook, file: str) -> bytes:
    """The saved version from the cells below its heading."""
    cells = [row[0] for row in _sheet(book, BASIS, file).iter_rows(max_col=1, values_only=True)]
    if DATA_HEADING not in cells:
        raise Faults([Fault(file, f"arket {BASIS}", "Turnusen som data mangler.", _NEW)])
    parts = cells[cells.index(DATA_HEADING) + 1 :]
    return "".join(str(one) for one in parts if one is not None).encode()


def _dated(saved: Plan, rows: tuple[ShiftRow, ...], reader: ShiftRows) -> Roster:
    """Who works what by the rows; a row with other times than its shift becomes a moved shift."""
    frame = _empty(saved)
    works: dict[tuple[str, str], str] = {}
    moved: dict[str, Shift] = {}
    for row in rows:
        if row.event:
            continue
        shift = frame.shift.get(f"{row.start:%Y-%m-%d} {row.code}")
        if shift is None or (shift.start, shift.end) != (row.start, row.end):
            shift = moved_shift(frame, saved.brief.kind(row.code), row.start, row.end)
            if not frame.span.start <= shift.span.start < frame.span.end:
                reader.fault(row.place, f"Vakta {short_date(row.start)} ligger utenfor planen.", "Rett datoen.")
                continue
            moved[shift.id] = shift
        if (row.who, shift.id) in works:
            also = works[row.who, shift.id]
            reader.fault(row.place, f"{row.who} står to ganger på denne vakta (også i {also}).", "Slett den ene.")
        works[row.who, shift.id] = row.place
    return Roster(with_moved(frame, moved.values(), works), frozenset(works))


def _empty(saved: Plan) -> Frame:
    """The dated frame as the brief has it, without shifts moved before."""
    own = frame_of(saved.brief) if saved.rollout is None else calendar_frame(saved.brief, saved.rollout.frame.weeks)
    rotations = saved.dated.frame.rotations
    return replace(own, rotations=rotations) if rotations else own


def _plan(version: Saved, dated: Roster) -> Plan:
    """The plan with this roster; what it cost is known only of the roster that was saved."""
    saved = version.plan
    if dated == saved.dated:
        return saved
    origin = replace(saved.origin or Origin(), changed_from=version.fingerprint)
    if saved.rollout is None:
        return Plan(saved.brief, dated, origin=origin)
    return Plan(saved.brief, saved.roster, dated, tuple(_cells_changed(saved, dated)), origin=origin)


def _cells_changed(saved: Plan, dated: Roster) -> Iterator[Change]:
    """The cells that differ from the grunnturnus; those that differed before keep their reasons."""
    known = {(one.who, one.day, one.before, one.after): one for one in saved.changes}
    length = saved.roster.frame.weeks * 7
    for one in saved.brief.assistants:
        cycle, now = _kinds(saved.roster, one.id), _kinds(dated, one.id)
        for number, day in enumerate(dated.frame.dates):
            before = cycle.get(dated.frame.first_day + timedelta(days=number % length), ())
            after = now.get(day, ())
            if before != after:
                yield known.get((one.id, day, before, after)) or Change(one.id, day, before, after)


def _kinds(roster: Roster, who: str) -> Mapping[date, tuple[str, ...]]:
    found: dict[date, list[str]] = {}
    for shift in roster.of(who):
        found.setdefault(shift.start.date(), []).append(shift.kind)
    return {day: tuple(sorted(kinds)) for day, kinds in found.items()}
