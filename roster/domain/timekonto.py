"""The timekonto of an arrangement: its vedtak, what is worked, its turnus, and the need where no turnus is made."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby

from roster.domain.brief import Brief
from roster.domain.charges import State, charges, parts
from roster.domain.dated import dated_frame
from roster.domain.frame import Frame
from roster.domain.ledger import Ledger, ledger, months
from roster.domain.roster import Roster
from roster.domain.shift import Shift, granted

_MOST_WEEKS = 530
_A_WEEK = 7
Manned = tuple[Shift, int]
"""A shift with how many are on it."""


class UsedBy(StrEnum):
    """Where used hours are from: what the brief brings along, timesheets and closed months, or the turnus as worked."""

    BRIEF = "brief"
    RECORD = "record"
    TURNUS = "turnus"


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the account, in minutes; ``left`` is what is granted since New Year and not drawn by its end.

    ``used_by``: where what is used of it is from.
    """

    first: date
    granted: int
    used: int
    planned: int
    expected: int
    left: int
    used_by: tuple[UsedBy, ...] = ()


@dataclass(frozen=True)
class Timekonto:
    """A year's account. ``through``: the last date on which hours are used; None where nothing is on record.

    ``planned_to``: the last date of the turnus, None without one. ``unknown``: the first and last date at the beginning
    of the year of which nothing is known, ``before`` the same where they are a week or less. ``open``: minutes of
    shifts nobody has. ``recorded``: what is used is from timesheets or closed months, not from the turnus. ``silent``:
    the first date of each month of which they say nothing, with the minutes that the turnus has there before they end.
    """

    ledger: Ledger
    through: date | None
    planned_to: date | None
    unknown: tuple[date, date] | None
    open: int
    recorded: bool = False
    before: tuple[date, date] | None = None
    silent: tuple[tuple[date, int], ...] = ()

    @property
    def months(self) -> tuple[Month, ...]:
        made = []
        book = self.ledger
        for first, last in months(book.year):
            before = first - timedelta(days=1)

            def within(state: State, before: date = before, last: date = last) -> int:
                return book.drawn(state, last) - book.drawn(state, before)

            granted_then = book.granted(last) - book.granted(before)
            made.append(
                Month(
                    first,
                    granted_then,
                    within(State.USED),
                    within(State.PLANNED),
                    within(State.EXPECTED),
                    book.left(last),
                    self._used_by(within(State.USED), book.brought(last) - book.brought(before)),
                )
            )
        return tuple(made)

    def _used_by(self, used: int, brought: int) -> tuple[UsedBy, ...]:
        others = UsedBy.RECORD if self.recorded else UsedBy.TURNUS
        return (*((UsedBy.BRIEF,) if brought else ()), *((others,) if used > brought else ()))

    @property
    def surplus(self) -> int:
        """What is left on 31 December and not lost before; negative where more is drawn than granted."""
        return self.ledger.left() - self.lapsed

    @property
    def lapsed(self) -> int:
        """What is lost with lines that end before the year does."""
        return sum(map(self.ledger.lapsed, self.ledger.lines))

    @property
    def used(self) -> int:
        return self.ledger.drawn(State.USED)

    def at_pace(self) -> date | None:
        """When the year's hours are used up if they go on as they have been used; None where they last to a week."""
        if self.through is None or self.through.year != self.ledger.year or not self.used:
            return None
        began = min((max(one.dates.first, self.ledger.first) for one in self.ledger.lines), default=self.ledger.first)
        if self.unknown is not None:
            began = self.unknown[1] + timedelta(days=1)
        days = (self.through - began).days + 1
        if days <= 0:
            return None
        lasting = self.ledger.granted() * days // self.used
        out = began + timedelta(days=lasting)
        return out if out <= self.ledger.last - timedelta(days=_A_WEEK) else None


def timekonto(
    brief: Brief,
    year: int,
    roster: Roster | None = None,
    worked: Iterable[Shift] | None = None,
    through: date | None = None,
    absent: Sequence[Shift] = (),
) -> Timekonto:
    """The account of the year; ``roster`` with dates, ``worked`` from timesheets, each a shift of one person.

    ``absent``: shifts of those who were away, which may be drawn all the same and stand beside nobody.

    Shifts of the roster through that date are as worked where there are no timesheets; after it they are planned, and
    beyond the roster's last date the need is what may be expected.
    """
    settings = brief.settings
    sheets = None if worked is None else tuple(worked)
    if sheets is not None:
        own = tuple(one.without_timesheets for one in brief.vedtak.lines)
        brief = replace(brief, vedtak=replace(brief.vedtak, lines=own))
    kept = _kept_through(brief, year, sheets, through)
    # A line's own «ført til og med» ends no other line; the ledger leaves out what each has on record.
    dates = (through, *(one.start.date() for one in sheets or ()))
    ends = max((one for one in dates if one is not None and one.year <= year), default=None)
    on_record: list[Manned] = [] if sheets is None else [(one, 1) for one in sheets]
    planned: list[Manned] = []
    instead: list[Manned] = []
    dated = roster if roster is not None and not roster.frame.cyclic else None
    if dated is not None:
        for shift, people in manned(dated):
            if kept is None or shift.start.date() > kept:
                planned.append((shift, people))
            elif sheets is None:
                on_record.append((shift, people))
            elif ends is None or shift.start.date() > ends:
                planned.append((shift, people))
            else:
                instead.append((shift, people))
    planned_to = None if dated is None else dated.frame.dates[-1]
    expected_after = kept if dated is not None and sheets is None else ends
    drawn = (
        *charges(on_record, settings, State.USED),
        *(one for shift in absent for one in charges([(shift, 1)], settings, State.USED)),
        *charges(planned, settings, State.PLANNED),
        *charges(_needed(brief, year, planned_to, expected_after), settings, State.EXPECTED),
    )
    gap = _unknown(brief, year, sheets, dated)
    short = gap is not None and (gap[1] - gap[0]).days < _A_WEEK
    return Timekonto(
        ledger=ledger(year, brief.vedtak.lines, settings, drawn),
        through=kept,
        planned_to=planned_to,
        unknown=None if short else gap,
        open=0 if dated is None else _open(dated, year, kept),
        recorded=sheets is not None,
        before=gap if short else None,
        silent=tuple(_silent(brief, year, instead, (*(sheets or ()), *absent))),
    )


def _silent(brief: Brief, year: int, instead: list[Manned], told: Iterable[Shift]) -> Iterator[tuple[date, int]]:
    """The months of the year in whose place nothing is told, with what the turnus draws in each."""
    spoken = {one.start.date().replace(day=1) for one in told}
    known = max((one.through for one in brief.vedtak.lines if one.through is not None), default=date.min)
    drawn: dict[date, int] = {}
    for one in charges(instead, brief.settings, State.PLANNED):
        month = one.day.replace(day=1)
        if one.day.year == year and one.day > known and month not in spoken:
            drawn[month] = drawn.get(month, 0) + one.minutes
    yield from sorted(drawn.items())


def manned(roster: Roster) -> Iterator[Manned]:
    """The shifts and events of the roster that somebody works, each with how many."""
    for shift in roster.frame.shifts:
        if people := len(roster.on(shift.id)):
            yield shift, people
    yield from _events(roster.frame)


def _events(frame: Frame) -> Iterator[Manned]:
    events = sorted((shift for _, shift in frame.fixed if shift.here), key=lambda one: one.id)
    for _, alike in groupby(events, key=lambda one: one.id):
        together = list(alike)
        yield together[0], len(together)


def _needed(brief: Brief, year: int, planned_to: date | None, through: date | None) -> Iterator[Manned]:
    """What the need comes to on the dates of the year on which nothing is planned or worked yet."""
    start, last = brief.period.start, date(year, 12, 31)
    weeks = ((last - start).days + 7) // 7
    if weeks < 1 or not brief.needs or weeks > _MOST_WEEKS:
        return
    frame = dated_frame(brief, weeks)
    after = max((one for one in (planned_to, through) if one is not None), default=start - timedelta(days=1))
    for shift in frame.shifts:
        if after < shift.start.date() <= last and shift.wanted:
            yield shift, shift.wanted
    for shift, people in _events(frame):
        if after < shift.start.date() <= last:
            yield shift, people


def _kept_through(brief: Brief, year: int, sheets: tuple[Shift, ...] | None, through: date | None) -> date | None:
    """The last date on record: in timesheets, in what the lines say is used, or as asked where that is later."""
    dates = [line.through for line in brief.vedtak.lines if line.through is not None]
    dates += [one.start.date() for one in sheets or ()]
    if through is not None:
        dates.append(through)
    return max((one for one in dates if one.year <= year), default=None)


def _unknown(
    brief: Brief, year: int, sheets: tuple[Shift, ...] | None, roster: Roster | None
) -> tuple[date, date] | None:
    """From the first granted date to the day before the first that is known of; None where that is the same."""
    lines = [one for one in brief.vedtak.lines if one.dates.first.year <= year <= one.dates.last.year]
    if not lines or any(one.through is not None and one.through.year == year for one in lines):
        return None
    begins = min(max(one.dates.first, date(year, 1, 1)) for one in lines)
    known = [one.start.date() for one in sheets or ()]
    known.append(brief.period.start if roster is None else roster.frame.first_day)
    first = min(known)
    return (begins, first - timedelta(days=1)) if first > begins else None


def _open(roster: Roster, year: int, through: date | None) -> int:
    """Minutes that open shifts of the roster would draw in the year; one over New Year is parted by the clock."""
    per_hour = roster.frame.brief.settings.resting_granted
    return sum(
        minutes * missing
        for shift, missing in roster.open
        if through is None or shift.start.date() > through
        for day, minutes in parts(shift.start, shift.end, granted(shift, per_hour))
        if day.year == year
    )
