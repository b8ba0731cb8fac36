"""What stands in a day's cell: the code of the shift, the letters of a meeting, or the code of a free day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from roster.domain.free_days import FreeDay, free_days
from roster.domain.kinds import EventSort
from roster.domain.moved import is_moved
from roster.domain.roster import Roster
from roster.domain.shift import Shift, granted, paid, worked
from roster.domain.shift_of_kind import shift_of_kind
from roster.rules.terms import terms
from roster.wording.sheets import MOVED_MARK, separator

EVENT_LETTERS = {EventSort.MEETING: "PM", EventSort.TRAINING: "OP", EventSort.REPORT: "RA"}


@dataclass(frozen=True)
class Entry:
    """What a label stands for, as the legend explains it."""

    label: str
    shift: Shift
    name: str
    moved: bool
    paid: int
    worked: int
    granted: int


@dataclass(frozen=True)
class Labels:
    """The labels of a roster; every label has one length of paid time."""

    roster: Roster

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """All labels in the order of the legend: the brief's kinds, moved shifts, events."""
        frame = self.roster.frame
        known = [
            self._entry(kind.code, shift_of_kind(frame.clock, kind, frame.first_day, kind.code), kind.name, False)
            for kind in frame.brief.kinds
        ]
        names = {kind.code: kind.name for kind in frame.brief.kinds}
        taken = set(names)
        meetings = {one.id: one.name for one in frame.brief.events}
        others: dict[tuple[object, ...], Entry] = {}
        for shift in sorted(self._others, key=lambda one: (one.event is not None, one.span, one.id)):
            key = self._key(shift)
            if key not in others:
                stem = EVENT_LETTERS[shift.event] if shift.event else f"{shift.kind}{MOVED_MARK}"
                label = _free_label(stem, taken)
                taken.add(label)
                name = meetings.get(shift.id[11:], shift.kind) if shift.event else names[shift.kind]
                others[key] = self._entry(label, shift, name, not shift.event)
        return (*known, *others.values())

    @cached_property
    def _others(self) -> tuple[Shift, ...]:
        frame = self.roster.frame
        events = {shift.id: shift for _, shift in frame.fixed if shift.here}
        return (*(one for one in frame.shifts if is_moved(one)), *events.values())

    def _entry(self, label: str, shift: Shift, name: str, moved: bool) -> Entry:
        settings = self.roster.frame.brief.settings
        return Entry(
            label,
            shift,
            name,
            moved,
            paid(shift, settings.resting_paid),
            worked(shift),
            granted(shift, settings.resting_granted),
        )

    @staticmethod
    def _key(shift: Shift) -> tuple[object, ...]:
        times = (shift.start.hour, shift.start.minute, shift.clock_minutes)
        return (shift.event, shift.kind, *times, shift.off_duty, shift.resting_nominal, shift.charged)

    @cached_property
    def _by_key(self) -> Mapping[tuple[object, ...], str]:
        return {self._key(one.shift): one.label for one in self.entries if one.moved or one.shift.event}

    def of(self, shift: Shift) -> str:
        """The label of one shift."""
        if shift.event or is_moved(shift):
            return self._by_key[self._key(shift)]
        return shift.kind

    @cached_property
    def separator(self) -> str:
        """What stands between two labels in a cell; no label holds it."""
        return separator(kind.code for kind in self.roster.frame.brief.kinds)

    def free(self, code: FreeDay) -> str:
        """A free day's code, in brackets where the brief has a shift of that name."""
        taken = {entry.label for entry in self.entries}
        return f"({code.value})" if code.value in taken else code.value

    def cells(self, who: str) -> Mapping[date, str]:
        """What stands in the assistant's cells, by date; a date without an entry has an empty cell."""
        if who not in self._cells:
            self._cells[who] = self._filled(who)
        return self._cells[who]

    @cached_property
    def _cells(self) -> dict[str, Mapping[date, str]]:
        return {}

    def _filled(self, who: str) -> Mapping[date, str]:
        roster = self.roster
        codes = free_days(roster, who, terms(roster.frame.brief, who).weekly_rest.amount)
        found = {day: self.free(code) for day, code in codes.items()}
        for day, shifts in self.by_date(who).items():
            found[day] = self.separator.join(self.of(one) for one in shifts)
        return found

    def by_date(self, who: str) -> Mapping[date, list[Shift]]:
        """The assistant's shifts and events by the date on which they start."""
        return self._by_date[who]

    @cached_property
    def _by_date(self) -> Mapping[str, Mapping[date, list[Shift]]]:
        found: dict[str, dict[date, list[Shift]]] = {one.id: {} for one in self.roster.frame.people}
        for who, dates in found.items():
            for shift in self.roster.duties(who):
                dates.setdefault(shift.start.date(), []).append(shift)
        return found

    def open_cells(self) -> Mapping[date, str]:
        """The shifts that lack people, by date."""
        found: dict[date, list[str]] = {}
        for shift, missing in self.roster.open:
            label = self.of(shift)
            found.setdefault(shift.start.date(), []).append(label if missing == 1 else f"{missing}×{label}")
        return {day: self.separator.join(labels) for day, labels in found.items()}


def _free_label(stem: str, taken: set[str]) -> str:
    if stem not in taken:
        return stem
    return next(label for number in range(2, len(taken) + 3) if (label := f"{stem}{number}") not in taken)
