"""The rows of ``Vakter``: who works from when to when, as a person may have changed them, with every fault."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from openpyxl.worksheet.worksheet import Worksheet

from roster.domain.brief import Brief
from roster.domain.kinds import EventSort
from roster.reading.faults import Fault, Unreadable
from roster.reading.suggest import nearest
from roster.reading.times import DAY, a_date, time_of_day
from roster.wording.sheets import CODE, DATE, END, END_DATE, PERSON, SHIFT_NEEDS, SHIFTS, START, TYPE

_LONGEST = timedelta(days=14)
_MOST_FAULTS = 50


@dataclass(frozen=True, slots=True)
class ShiftRow:
    """A row that somebody works; ``event``: a meeting or the like."""

    place: str
    who: str
    code: str
    start: datetime
    end: datetime
    event: bool


@dataclass
class ShiftRows:
    """Reads the sheet; ``faults`` holds what is wrong."""

    file: str
    brief: Brief
    faults: list[Fault] = field(default_factory=list)

    def read(self, sheet: Worksheet) -> tuple[ShiftRow, ...]:
        """The rows with a person; empty rows and open shifts are left out."""
        for merged in list(sheet.merged_cells.ranges)[:_MOST_FAULTS]:
            self.fault(f"celle {merged.coord}", "Cellene er slått sammen.", "Del dem opp igjen.")
        rows = sheet.iter_rows(values_only=True)
        headings = {str(name).strip(): number for number, name in enumerate(next(rows, ())) if name is not None}
        missing = [name for name in SHIFT_NEEDS if name not in headings]
        if missing:
            self.fault("rad 1", f"Overskriftene {', '.join(missing)} mangler.", "Skriv dem inn igjen i første rad.")
            return ()
        found: list[ShiftRow] = []
        for number, cells in enumerate(rows, start=2):
            values = {name: cells[column] for name, column in headings.items() if column < len(cells)}
            if len(self.faults) < _MOST_FAULTS and _has(values, PERSON):
                found += self.row(f"rad {number}", values)
            elif _has(values, CODE) and not _has(values, TYPE) and not _has(values, PERSON):
                self.fault(
                    f"rad {number}", "Raden mangler person-id.", "Skriv id-en til assistenten, eller slett raden."
                )
        return tuple(found)

    def row(self, place: str, values: Mapping[str, object]) -> Iterator[ShiftRow]:
        who = self.person(place, _text(values[PERSON]))
        event = _text(values.get(TYPE)) in {one.value for one in EventSort}
        code = _text(values.get(CODE))
        if not event and code not in {one.code for one in self.brief.kinds}:
            near = nearest(code, [one.code for one in self.brief.kinds])
            hint = f" Mente du «{near}»?" if near else ""
            known = ", ".join(one.code for one in self.brief.kinds)
            self.fault(place, f"Ukjent vaktkode «{code[:40]}».{hint}", f"Kodene er {known}.")
            return
        try:
            start = datetime.combine(_date(values.get(DATE), DATE), time()) + _time(values.get(START), START)
            end = datetime.combine(_date(values.get(END_DATE), END_DATE), time()) + _time(values.get(END), END)
        except Unreadable as unreadable:
            self.fault(place, unreadable.what, unreadable.way_out)
            return
        if end <= start:
            self.fault(
                place,
                f"Vakta slutter ({_said(end)}) før den starter ({_said(start)}).",
                "Går den over midnatt? Da er «Slutt dato» dagen etter.",
            )
        elif end - start > _LONGEST:
            self.fault(place, f"Vakta varer fra {_said(start)} til {_said(end)}.", "Rett datoene.")
        elif who is not None:
            yield ShiftRow(place, who, code, start, end, event)

    def person(self, place: str, written: str) -> str | None:
        """The id that is meant: an id, or an alias that only one has."""
        for names in ({one.id: one.id for one in self.brief.assistants}, self.aliases()):
            by_small = {name.casefold(): who for name, who in names.items()}
            if written.casefold() in by_small:
                return by_small[written.casefold()]
        near = nearest(written, [one.id for one in self.brief.assistants])
        hint = f" Mente du «{near}»?" if near else ""
        known = ", ".join(one.id for one in self.brief.assistants)
        self.fault(place, f"Ukjent person-id «{written[:40]}».{hint}", f"Id-ene er {known}.")
        return None

    def aliases(self) -> dict[str, str]:
        every = [one.alias.casefold() for one in self.brief.assistants]
        return {one.alias: one.id for one in self.brief.assistants if every.count(one.alias.casefold()) == 1}

    def fault(self, place: str, what: str, way_out: str) -> None:
        self.faults.append(Fault(self.file, f"arket {SHIFTS}, {place}", what, way_out))


def _has(values: Mapping[str, object], name: str) -> bool:
    return bool(_text(values.get(name)))


def _text(value: object) -> str:
    """The cell as it is seen; an id of digits may have become a number."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else str(value).strip()


def _date(value: object, name: str) -> date:
    match value:
        case datetime():
            return value.date()
        case date():
            return value
        case str():
            return a_date(value)
    raise Unreadable(f"«{name}» mangler eller er ikke en dato.", "Skriv for eksempel 04.01.2027.")


def _time(value: object, name: str) -> timedelta:
    """Time past midnight, to the minute; spreadsheets keep it as a time or as a part of a day."""
    match value:
        case datetime():
            return timedelta(minutes=_minutes(value.time()))
        case time():
            return timedelta(minutes=_minutes(value))
        case timedelta() if timedelta() <= value <= timedelta(days=1):
            return timedelta(minutes=round(value.total_seconds() / 60))
        case bool():
            pass
        case int() | float() if 0 <= value <= 1:
            return timedelta(minutes=round(value * DAY))
        case str():
            return timedelta(minutes=time_of_day(value))
    raise Unreadable(f"«{name}» mangler eller er ikke et klokkeslett.", "Skriv for eksempel 07:30.")


def _minutes(moment: time) -> int:
    return moment.hour * 60 + moment.minute + round(moment.second / 60)


def _said(moment: datetime) -> str:
    return f"{moment:%d.%m.%Y %H.%M}"
