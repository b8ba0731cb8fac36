"""The forms that reps know: the legend, the group turnus week by week, what each line comes to, and the cover."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction

from roster.domain.days import is_red, is_sunday_or_red
from roster.domain.free_days import codes_in
from roster.domain.plan import Plan
from roster.domain.roster import Roster
from roster.domain.statistics import Statistics
from roster.exports.package.known import Known
from roster.exports.package.paper import Block, Heading, Section, Table, Text
from roster.exports.package.reckoned import counted_of, grid_of
from roster.exports.sheets.grid import Grid
from roster.exports.sheets.labels import Entry, Labels
from roster.rules.series import red_series
from roster.wording import legend
from roster.wording import package_words as words
from roster.wording.control import moment
from roster.wording.legend import first_time, of_all, one_in
from roster.wording.numbers import hours_clock, percent
from roster.wording.numbers import hours_decimal as hours
from roster.wording.sheets import LETTERS, OPEN_ROW

WEEKS_A_PAGE = 3
"""As many as can be read on A4."""


def legend_section(known: Known) -> Section:
    """Codes with times, breaks and paid hours, and the codes of free days."""
    roster = known.plan.roster
    labels = Labels(roster)
    dated = known.plan.dated
    only_dated = () if dated is roster else Labels(dated).entries
    entries = (*labels.entries, *(one for one in only_dated if one.moved))
    rows = tuple(_code(roster, one) for one in entries)
    free = [(labels.free(code), *legend.FREE_DAYS[code.value]) for code in codes_in(labels.roster.frame)]
    moved = [legend.MOVED] if any(one.moved for one in entries) else []
    days = (*free, legend.EMPTY_CELL, *moved)
    headings = (*legend.CODE_HEADINGS[:4], "Pauser betalt eller ikke", *legend.CODE_HEADINGS[4:])
    return Section(
        words.LEGEND,
        (
            Text(words.LETTER_HINT),
            Table(words.CODES, headings, rows, (2, 4, 3, 7, 7, 2, 2, 2, 2.5, 2.5), middle=5),
            Table(words.FREE_DAYS, ("Kode", "Navn", "Betyr"), days, (2, 4, 18), middle=9),
        ),
        words.SHEETS[words.LEGEND],
    )


def _code(roster: Roster, one: Entry) -> tuple[str, ...]:
    shift = one.shift
    pauses = shift.breaks or ()
    paid = sum(pause.span.minutes for pause in pauses if pause.working)
    unpaid = sum(pause.span.minutes for pause in pauses if not pause.working)
    return (
        one.label,
        legend.name_of(one.name, one.moved),
        legend.times(shift),
        legend.about(roster.frame.brief, shift),
        words.breaks_paid(paid, unpaid, shift.breaks is not None),
        hours(shift.clock_minutes),
        hours(one.paid),
        hours_clock(one.paid),
        hours(one.worked),
        hours(one.granted),
    )


def group_section(roster: Roster, title: str, sheet: str | None) -> Section:
    """Lines by weeks with the cover under them, and what each line comes to."""
    return Section(title, tuple(_group(roster)), sheet)


def _group(roster: Roster) -> Iterator[Block]:
    grid = grid_of(roster)
    counted = counted_of(roster)
    yield Text(legend.period_title(roster.frame), bold=True)
    yield Text(words.GROUP_HINT)
    for first in range(0, len(grid.weeks), WEEKS_A_PAGE):
        yield from _weeks(grid, tuple(range(first, min(first + WEEKS_A_PAGE, len(grid.weeks)))))
    yield _totals(grid, counted)


def open_section(plan: Plan) -> Section:
    """The lines that nobody works, and the shifts and hours that lack somebody."""
    rosters = (plan.roster,) if plan.rollout is None else (plan.roster, plan.rollout)
    blocks = tuple(block for one in rosters for block in _lacking(one, named=len(rosters) > 1))
    return Section(words.OPEN, blocks, words.SHEETS[words.OPEN], follows=True)


def _lacking(roster: Roster, named: bool) -> Iterator[Block]:
    if named:
        yield Heading(legend.period_title(roster.frame))
    counted = counted_of(roster)
    yield Text(words.open_summary(counted.open, counted.open_minutes))
    yield Text(words.vacant([one.alias for one in roster.frame.people if not roster.duties(one.id)]))
    rows = tuple(_open(grid_of(roster)))
    if rows:
        yield Table("", words.OPEN_HEADINGS, rows, (4, 4, 1, 1), middle=2)


def _weeks(grid: Grid, weeks: Sequence[int]) -> Iterator[Block]:
    frame = grid.roster.frame
    over = [("", 3), *((first_time(frame, week), 8) for week in weeks)]
    dates = [day for week in weeks for day in grid.weeks[week]]
    headings = [*words.LINE_HEADINGS]
    for week in weeks:
        headings += [_heading(day, frame.cyclic) for day in grid.weeks[week]]
        headings.append(words.SUM)
    rows = [_line(grid, one.id, (one.id, one.alias, percent(one.percent)), weeks) for one in frame.people]
    open_cells = grid.labels.open_cells()
    lacking = ["", OPEN_ROW, ""]
    every = ["", words.ALL, ""]
    for week in weeks:
        lacking += [open_cells.get(day, "") for day in grid.weeks[week]]
        lacking.append(hours(grid.open_in(week)))
        every += [""] * 7
        every.append(hours(sum(grid.paid_in(one.id, week) for one in frame.people)))
    rows += [tuple(lacking), tuple(every)]
    at = {day: 3 + number + number // 7 for number, day in enumerate(dates)}
    shaded = frozenset(at[day] for day in dates if resting(day, frame.cyclic))
    thick = frozenset(3 + 8 * number for number in range(len(weeks)))
    widths = (2.4, 5.6, 3.6, *((2.6,) * 7 + (2.8,)) * len(weeks))
    title = words.weeks_title([legend.week_title(frame, week) for week in weeks])
    look = {"over": tuple(over), "shaded": shaded, "thick": thick, "middle": 2, "small": True}
    bold = frozenset({len(frame.people) + 1})
    yield Table(title, tuple(headings), tuple(rows), widths, bold=bold, **look)  # type: ignore[arg-type]
    cover = tuple(_cover(grid, weeks))
    if cover:
        said = f"{words.COVER} {title.lower()}: satt / behov"
        days = [words.SUM_OF_COVER if one == words.SUM else one for one in headings[3:]]
        yield Table(said, (*words.COVER_HEADINGS, *days), cover, widths, **look)  # type: ignore[arg-type]


def _heading(day: date, cyclic: bool) -> str:
    if cyclic:
        return LETTERS[day.weekday()]
    red = f"\n{words.RED}" if is_red(day) else ""
    return f"{LETTERS[day.weekday()]}\n{day.day}.{day.month}.{red}"


def resting(day: date, cyclic: bool) -> bool:
    """Whether the day has a grey ground: Saturday, Sunday, or a red day where the plan has dates."""
    return day.weekday() == 5 or (day.weekday() == 6 if cyclic else is_sunday_or_red(day))


def _line(grid: Grid, who: str, named: tuple[str, ...], weeks: Sequence[int]) -> tuple[str, ...]:
    cells = grid.labels.cells(who)
    row = list(named)
    for week in weeks:
        row += [cells.get(day, "") for day in grid.weeks[week]]
        row.append(hours(grid.paid_in(who, week)))
    return tuple(row)


def _cover(grid: Grid, weeks: Sequence[int]) -> Iterator[tuple[str, ...]]:
    """For each kind of shift how many are on it each day, of how many are needed."""
    frame = grid.roster.frame
    for kind in frame.brief.kinds:
        wanted: Counter[date] = Counter()
        there: Counter[date] = Counter()
        for shift in frame.by_kind.get(kind.code, ()):
            wanted[shift.start.date()] += shift.wanted
            there[shift.start.date()] += len(grid.roster.filling(shift.id))
        row = [kind.code, kind.name, ""]
        for week in weeks:
            row += [f"{there[day]}/{wanted[day]}" if wanted[day] or there[day] else "" for day in grid.weeks[week]]
            row.append(f"{sum(there[day] for day in grid.weeks[week])}/{sum(wanted[day] for day in grid.weeks[week])}")
        yield tuple(row)


def _totals(grid: Grid, counted: Statistics) -> Table:
    weeks = grid.roster.frame.weeks
    rows = []
    for one in grid.roster.frame.people:
        mine = counted.of(one.id)
        series = red_series(grid.roster, one.id)
        difference = float(-mine.short) / 60
        rows.append(
            (
                one.id,
                one.alias,
                percent(one.percent),
                hours(mine.paid),
                hours(Fraction(mine.paid, weeks)),
                hours(one.contract_week),
                hours(one.contract_week * weeks - mine.contract),
                _signed(difference),
                legend.difference_words(difference),
                str(mine.weekends),
                one_in(mine.weekends, mine.weekends_of),
                str(mine.nights),
                str(mine.evenings),
                of_all(len(series.worked_days), len(series.days)),
            )
        )
    every = ("", words.ALL, "", hours(counted.paid), *([""] * 10))
    widths = (1.4, 3.4, *(2.8,) * 6, 3.3, *(2.8,) * 5)
    bold = frozenset({len(rows)})
    return Table(words.TOTALS_TITLE, words.TOTALS_HEADINGS, (*rows, every), widths, bold=bold, middle=2)


def _signed(amount: float) -> str:
    said = f"{abs(amount):.2f}".rstrip("0").rstrip(".").replace(".", ",")
    return said if said == "0" else f"{'−' if amount < 0 else '+'}{said}"


def _open(grid: Grid) -> Iterator[tuple[str, ...]]:
    frame = grid.roster.frame
    for shift, missing in grid.roster.open:
        code = grid.labels.of(shift)
        minutes = next(one.paid for one in grid.labels.entries if one.label == code)
        said = f"{code} {legend.times(shift)}"
        yield moment(frame, shift.span.start), said, str(missing), hours(minutes * missing)
