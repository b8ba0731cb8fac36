"""A page for each assistant, form 2: weeks as rows, code over times, week sums, and what the shifts come to."""

from collections.abc import Iterator
from datetime import date

from roster.domain.assistant import Assistant
from roster.domain.clock_parts import Parts, clock_parts
from roster.domain.days import is_red
from roster.domain.roster import Roster
from roster.domain.shift import Shift
from roster.exports.package.paper import Block, Heading, Section, Table, Text
from roster.exports.package.reckoned import counted_of, grid_of
from roster.exports.sheets.grid import Grid
from roster.wording import legend, sheet_words
from roster.wording import package_words as words
from roster.wording.numbers import WEEKDAYS
from roster.wording.numbers import hours_decimal as hours

_MANY_WEEKS = 8


def people_section(roster: Roster) -> Section:
    """The pages of all."""
    return Section(words.PEOPLE, tuple(_pages(roster)), None)


def _pages(roster: Roster) -> Iterator[Block]:
    grid = grid_of(roster)
    counted = counted_of(roster)
    for number, one in enumerate(roster.frame.people):
        yield Heading(sheet_words.person_title(one), page=number > 0)
        yield Text(sheet_words.person_summary(roster, counted.of(one.id)))
        yield _weeks(grid, one, counted.of(one.id).paid)
        yield _summary(grid, one)


def _weeks(grid: Grid, one: Assistant, paid: int) -> Table:
    frame = grid.roster.frame
    codes, shifts = grid.labels.cells(one.id), grid.labels.by_date(one.id)
    rows = []
    for week, dates in enumerate(grid.weeks):
        cells = [_cell(grid, day, codes.get(day, ""), shifts.get(day, [])) for day in dates]
        rows.append((legend.week_title(frame, week), *cells, hours(grid.paid_in(one.id, week))))
    rows.append(("Sum", *[""] * 7, hours(paid)))
    first = frame.first_day.weekday()
    days = [WEEKDAYS[(first + number) % 7].capitalize() for number in range(7)]
    shaded = frozenset(number for number in range(1, 8) if (first + number - 1) % 7 > 4)
    return Table(
        "",
        ("Uke", *days, words.SUM),
        tuple(rows),
        (3, *(3,) * 7, 1.5),
        shaded=shaded,
        thick=frozenset({8}),
        bold=frozenset({len(rows) - 1}),
        small=len(rows) > _MANY_WEEKS,
    )


def _cell(grid: Grid, day: date, code: str, shifts: list[Shift]) -> str:
    """The date, then the codes with their times, one below the other."""
    cyclic = grid.roster.frame.cyclic
    named = "" if cyclic else f"{day.day}.{day.month}."
    red = f" {words.RED}" if not cyclic and is_red(day) else ""
    first = f"{named}{red} {code}".strip()
    return "\n".join([first, *(legend.times(one) for one in shifts)])


def _summary(grid: Grid, one: Assistant) -> Table:
    found: dict[str, list[Shift]] = {}
    for shift in grid.roster.duties(one.id):
        found.setdefault(grid.labels.of(shift), []).append(shift)
    rows = []
    total, number, minutes = Parts(), 0, 0
    for entry in grid.labels.entries:
        shifts = found.get(entry.label, [])
        if not shifts:
            continue
        within = sum((clock_parts(grid.roster.frame, shift) for shift in shifts), Parts())
        named = (entry.label, legend.times(entry.shift), hours(entry.paid))
        rows.append((*named, str(len(shifts)), hours(entry.paid * len(shifts)), *_parts(within)))
        total, number, minutes = total + within, number + len(shifts), minutes + entry.paid * len(shifts)
    rows.append(("Sum", "", "", str(number), hours(minutes), *_parts(total)))
    bold = frozenset({len(rows) - 1})
    return Table("", sheet_words.SUMMARY_HEADINGS, tuple(rows), (2, 4, 2, 2, 2, 2, 2, 2, 2), bold=bold, middle=2)


def _parts(within: Parts) -> tuple[str, ...]:
    return tuple(map(hours, (within.evening, within.night, within.weekend, within.red)))
