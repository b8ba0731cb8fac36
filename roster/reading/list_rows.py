"""The rows of a list as shifts that somebody has, or every fault: who, from when to when, breaks, resting parts."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from roster.domain.clock import OSLO
from roster.domain.kinds import WorkSort
from roster.domain.written import Stretch
from roster.reading.faults import Fault, Unreadable
from roster.reading.grid import GridCell, Line
from roster.reading.list_columns import Columns
from roster.reading.list_times import a_day, at, said, span
from roster.reading.numbers import NO, YES, number, short, tidy
from roster.reading.times import FIRST_YEAR, LAST_YEAR
from roster.wording.list_words import ABSENCE, NO_SHIFT, NOBODY, OVERTIME, STANDBY, TRAVEL, Role

LONGEST = timedelta(days=14)
_MINUTES = re.compile(r"(\d+)\s*(?:min(?:utter)?\.?|m)?")
_CLOCK = re.compile(r"(\d{1,2}):([0-5]\d)")
_WHOLE = frozenset({"hele", "hele vakta", "hele vakten", "all"}) | YES
_TIMES = (Role.START, Role.END, Role.SPAN)


@dataclass(frozen=True, slots=True)
class Entry:
    """A row that somebody works, by the clock on the wall. ``breaks`` None: not recorded; with each, whether it is
    working time."""

    place: str
    who: str
    start: datetime
    end: datetime
    code: str = ""
    resting: tuple[Stretch, ...] = ()
    breaks: tuple[tuple[Stretch, bool], ...] | None = None
    work: WorkSort = WorkSort.ORDINARY
    travel: bool = False
    line: str = ""
    active: tuple[Stretch, ...] = ()


@dataclass
class ListRows:
    """Reads row by row; holds the faults met, and how many rows were no work and how many nobody's.

    ``kept``: kinds of absence that are rows all the same when they have times, as in a timesheet.
    """

    file: str
    columns: Columns
    faults: list[Fault] = field(default_factory=list)
    absent: int = 0
    open: int = 0
    kept: frozenset[str] = frozenset()
    _names: dict[str, str] = field(default_factory=dict)

    def read(self) -> tuple[Entry, ...]:
        """The rows that are shifts, in the order of the list."""
        self._merged()
        return tuple(entry for line in self.columns.lines for entry in self._row(line))

    def _merged(self) -> None:
        used, first = set(self.columns.of.values()), self.columns.headings.number
        for one in self.columns.grid.merged:
            if one.lines.stop - 1 >= first and used & set(one.columns):
                self._fault(one.place, "Cellene er slått sammen.", "Del dem opp igjen, og skriv verdien i hver celle.")

    def _row(self, line: Line) -> Iterator[Entry]:
        cells = {role: line.cells[column] for role, column in self.columns.of.items() if column in line.cells}
        broken = [cell for cell in cells.values() if cell.trouble is not None]
        for cell in broken:
            assert cell.trouble is not None
            self._fault(cell.place, cell.trouble.what, cell.trouble.way_out)
        if broken or not cells or self._is_heading(cells):
            return
        texts = {role: cell.text for role, cell in cells.items()}
        if self._no_work(texts):
            self.absent += 1
            return
        who = self._who(texts)
        if who.lower() in NOBODY:
            self.open += 1
            return
        if not who:
            way_out = "Skriv hvem som har vakta. Har ingen den, skriver du «ledig» eller sletter raden."
            self._fault(line.place, "Raden har klokkeslett, men ingen person.", way_out)
            return
        yield from self._shift(line, who, cells, texts)

    def _is_heading(self, cells: Mapping[Role, GridCell]) -> bool:
        """The headings once more, as long lists repeat them on each page."""
        written = self.columns.written
        return len(cells) > 1 and all(cell.text == written[self.columns.of[role]] for role, cell in cells.items())

    def _no_work(self, texts: Mapping[Role, str]) -> bool:
        kind = texts.get(Role.KIND, "").lower()
        times = [texts[role].lower() for role in _TIMES if role in texts]
        if kind in self.kept and times and not any(text in NO_SHIFT for text in times):
            return False
        if kind in ABSENCE or any(text in NO_SHIFT for text in times):
            return True
        return not times and (not kind or kind in NO_SHIFT)

    def _who(self, texts: Mapping[Role, str]) -> str:
        """The name as it was first written, however it is spaced or capitalised here."""
        parts = [texts.get(Role.FIRST_NAME, ""), texts.get(Role.LAST_NAME, "")]
        name = tidy(texts.get(Role.PERSON, "") or " ".join(parts))
        return self._names.setdefault(name.casefold(), name)

    def _shift(
        self, line: Line, who: str, cells: Mapping[Role, GridCell], texts: Mapping[Role, str]
    ) -> Iterator[Entry]:
        place = line.place
        try:
            if len(who) > 80 or any(ord(sign) < 32 for sign in who):
                raise Unreadable(f"«{short(who)}» kan ikke være et navn.", "Skriv et kort navn eller en id.")
            start, end = _times(texts)
            possible(start, end)
            code = texts.get(Role.KIND, "")
            word = code.lower()
            yield Entry(
                place,
                who,
                start,
                end,
                "" if word in OVERTIME | STANDBY | TRAVEL else code[:30],
                tuple(_resting(texts.get(Role.PASSIVE, ""), start, end)),
                breaks_in(texts, start, end),
                WorkSort.OVERTIME if word in OVERTIME else WorkSort.STANDBY if word in STANDBY else WorkSort.ORDINARY,
                word in TRAVEL,
                texts.get(Role.LINE, ""),
                tuple(_active(texts.get(Role.ACTIVE, ""), start, end)),
            )
        except Unreadable as unreadable:
            at_cell = [cell.place for cell in cells.values() if f"«{short(cell.text)}»" in unreadable.what]
            self._fault(at_cell[0] if len(at_cell) == 1 else place, unreadable.what, unreadable.way_out)

    def _fault(self, place: str, what: str, way_out: str) -> None:
        self.faults.append(Fault(self.file, place, what, way_out))


# -- when --------------------------------------------------------------------------------------------


def _times(texts: Mapping[Role, str]) -> Stretch:
    """Start and end of the row; over midnight where only times are given and the end is not after the start."""
    if Role.SPAN in texts and not (Role.START in texts and Role.END in texts):
        day = _day(texts, Role.DATE) or _day(texts, Role.START)
        if day is None:
            raise Unreadable("Raden mangler dato.", "Skriv datoen vakta starter.")
        times = span(texts[Role.SPAN])
        return at(day, times.start), at(day, times.end)
    for role in (Role.START, Role.END):
        if role not in texts:
            raise Unreadable(f"Raden mangler {role.value}.", "Skriv både når vakta starter og når den slutter.")
    first, last = said(texts[Role.START]), said(texts[Role.END])
    day = first.day or _day(texts, Role.DATE)
    if day is None:
        raise Unreadable("Raden mangler dato.", "Skriv datoen vakta starter.")
    if first.minutes is None and Role.DATE in texts:
        raise Unreadable(f"«{short(texts[Role.START])}» er ikke et klokkeslett.", "Skriv for eksempel 07:30.")
    start = at(day, first.minutes or 0)
    ends_on = last.day or _day(texts, Role.END_DATE)
    if ends_on is not None:
        # A date without a time of day is the midnight on which it begins.
        return start, at(ends_on, last.minutes or 0)
    assert last.minutes is not None
    end = at(day, last.minutes)
    return start, end if end > start else end + timedelta(days=1)


def _day(texts: Mapping[Role, str], role: Role) -> date | None:
    return a_day(texts[role]) if role in texts else None


def possible(start: datetime, end: datetime) -> None:
    """Raises ``Unreadable`` where nobody can have worked from the one to the other."""
    for moment in (start, end):
        if not FIRST_YEAR <= moment.year <= LAST_YEAR:
            raise Unreadable(f"Året {moment.year} kan ikke stemme.", "Skriv året med fire sifre, for eksempel 2027.")
    if end <= start:
        raise Unreadable(
            f"Vakta slutter ({_said(end)}) før den starter ({_said(start)}).", "Går den over midnatt? Rett sluttdatoen."
        )
    if end - start > LONGEST:
        raise Unreadable(f"Vakta varer fra {_said(start)} til {_said(end)}.", "Rett datoene.")
    if OSLO.minute(end) <= OSLO.minute(start):
        raise Unreadable(
            f"Klokka stilles fram natta til {start:%d.%m.%Y}, så denne vakta har ingen tid.", "Rett klokkeslettene."
        )


def _said(moment: datetime) -> str:
    return f"{moment:%d.%m.%Y %H.%M}"


# -- parts -------------------------------------------------------------------------------------------


def _resting(text: str, start: datetime, end: datetime) -> Iterator[Stretch]:
    """The resting parts by the clock: «23–06», or the whole shift by «ja»."""
    word = text.lower()
    if not word or word in NO or word in {"0", "-", "–"}:
        return
    if word in _WHOLE:
        yield start, end
        return
    part, way_out = "Den hvilende delen", "Skriv for eksempel 23:00–06:00, «ja» for hele vakta eller «nei»."
    yield from _stretches(text, start, end, part, way_out)


def _active(text: str, start: datetime, end: datetime) -> Iterator[Stretch]:
    """The active work in resting time or standby by the clock: «01:00–01:40»; without times none is known."""
    if text.lower() in NO or text in {"", "0", "-", "–"}:
        return
    way_out = "Skriv når det var, for eksempel 01:00–01:40. Skill flere med komma."
    yield from _stretches(text, start, end, "Den aktive tida", way_out)


def _stretches(text: str, start: datetime, end: datetime, what: str, way_out: str) -> Iterator[Stretch]:
    """The times from–to in the text, in order through the shift."""
    try:
        parts = [span(piece) for piece in re.split(r"[;,]", text)]
    except Unreadable:
        raise Unreadable(f"{what} «{short(text)}» er ikke en tid fra–til.", way_out) from None
    for part in sorted(parts, key=lambda one: (one.start - _of_day(start)) % (24 * 60)):
        yield inside(text, start, end, part.start, part.length)


def breaks_in(texts: Mapping[Role, str], start: datetime, end: datetime) -> tuple[tuple[Stretch, bool], ...] | None:
    """Breaks at their times, or so many minutes in the middle of the shift; None where nothing is written."""
    found: list[tuple[Stretch, bool]] = []
    known = False
    for role, working in ((Role.BREAK, False), (Role.PAID_BREAK, True)):
        text = texts.get(role, "")
        if text:
            known = True
            found += [(one, working) for one in _break(text, start, end)]
    return tuple(found) if known else None


def _break(text: str, start: datetime, end: datetime) -> Iterator[Stretch]:
    if text.lower() in NO or text in {"-", "–"}:
        return
    try:
        times = [span(piece) for piece in re.split(r"[;,](?!\d)", text)]
    except Unreadable:
        minutes = _minutes(text)
        if minutes:
            middle = start + (end - start - timedelta(minutes=minutes)) / 2
            first = middle.replace(second=0, microsecond=0)
            if first < start:
                raise Unreadable(f"Pausen «{short(text)}» er lengre enn vakta.", "Skriv minuttene i pausen.") from None
            yield first, first + timedelta(minutes=minutes)
        return
    for one in times:
        yield inside(text, start, end, one.start, one.length)


def _minutes(text: str) -> int:
    """Minutes as a whole number or 0:30; a fraction such as 0,5 is hours."""
    clean = tidy(text).lower()
    if clock := _CLOCK.fullmatch(clean):
        return int(clock[1]) * 60 + int(clock[2])
    if whole := _MINUTES.fullmatch(clean):
        minutes = int(whole[1][:6])
        if 0 < minutes < 5 and not clean[-1].isalpha():
            raise Unreadable(
                f"Vi vet ikke om pausen «{clean}» er timer eller minutter.", "Skriv minuttene, for eksempel 30."
            )
        return minutes
    if re.fullmatch(r"0[.,]0\d{2,}", clean):
        # A part of a day, as Excel keeps a time of day.
        return round(number(clean[:12]) * 24 * 60)
    try:
        hours = number(clean)
    except Unreadable:
        hours = number("0")
    if not 0 < hours < 5:
        raise Unreadable(
            f"Vi forstår ikke pausen «{short(text)}».", "Skriv minuttene, for eksempel 30, eller 11:00–11:30."
        )
    return round(hours * 60)


def inside(text: str, start: datetime, end: datetime, minute: int, length: int) -> Stretch:
    """The part of the shift from that minute of the day on; raises ``Unreadable`` where it lies outside."""
    first = start + timedelta(minutes=(minute - _of_day(start)) % (24 * 60))
    last = first + timedelta(minutes=length)
    if last > end or OSLO.minute(last) <= OSLO.minute(first):
        raise Unreadable(f"Tida «{short(text)}» ligger utenfor vakta.", "Skriv en tid som ligger inni vakta.")
    return first, last


def _of_day(moment: datetime) -> int:
    return moment.hour * 60 + moment.minute
