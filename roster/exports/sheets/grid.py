"""Where everything stands in ``Turnus``: a row per assistant, a column per day and a sum per week."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from xlsxwriter.utility import xl_range, xl_range_abs, xl_rowcol_to_cell

from roster.domain.days import every_day
from roster.domain.roster import Roster
from roster.exports.sheets.labels import Labels
from roster.wording.sheets import DAYS_AND_SUM, FIRST_DAY_COLUMN, LEGEND

TITLE_ROW, SUMMARY_ROW, HINT_ROW, WEEK_ROW, LETTER_ROW, DATE_ROW = range(6)
ID_COLUMN, NAME_COLUMN, PERCENT_COLUMN, FULL_TIME_COLUMN, CONTRACT_COLUMN = range(5)

LEGEND_ROW = 4
"""Row of the first code in the legend."""
LEGEND_PAID = 5
"""Column of the paid hours in the legend."""


@dataclass(frozen=True)
class Grid:
    """Rows and columns, from 0, of the assistants, days and weeks of one roster."""

    roster: Roster
    labels: Labels

    @cached_property
    def weeks(self) -> tuple[tuple[date, ...], ...]:
        """The dates of each week; with a week cut inside a day the last week's last hours stand in one more."""
        frame = self.roster.frame
        count = frame.weeks + (1 if frame.brief.period.week_cut else 0)
        days = every_day(frame.first_day, count * 7)
        return tuple(days[start : start + 7] for start in range(0, len(days), 7))

    @property
    def first_row(self) -> int:
        return LETTER_ROW + 1 if self.roster.frame.cyclic else DATE_ROW + 1

    @property
    def open_row(self) -> int:
        return self.first_row + len(self.roster.frame.people)

    @property
    def sum_row(self) -> int:
        return self.open_row + 1

    @cached_property
    def rows(self) -> dict[str, int]:
        return {one.id: self.first_row + number for number, one in enumerate(self.roster.frame.people)}

    def day_column(self, week: int, day: int = 0) -> int:
        return FIRST_DAY_COLUMN + week * DAYS_AND_SUM + day

    def sum_column(self, week: int) -> int:
        return self.day_column(week, 7)

    @property
    def totals_column(self) -> int:
        return self.day_column(len(self.weeks))

    def day_at(self, column: int) -> date:
        week, day = divmod(column - FIRST_DAY_COLUMN, DAYS_AND_SUM)
        return self.weeks[week][day]

    def people_range(self, column: int) -> str:
        """The cells of all assistants in a column."""
        return str(xl_range(self.first_row, column, self.open_row - 1, column))

    def columns(self) -> Iterator[tuple[int, int, date, int]]:
        """Week, day of week, date and column of every day."""
        for week, days in enumerate(self.weeks):
            for number, day in enumerate(days):
                yield week, number, day, self.day_column(week, number)

    def week_sum(self, row: int, week: int) -> str:
        """The formula that adds up the paid hours of the codes in a week's cells, by the legend."""
        cells = xl_range(row, self.day_column(week), row, self.day_column(week, 6))
        return f"=ROUND(SUMPRODUCT({self._found(self.legend_codes, cells)}*{self.legend_paid}),4)"

    def count_of(self, code: str, column: int) -> str:
        """The part of a formula that counts who has a code on a day; ``code`` is the code or the cell it stands in."""
        return f"SUMPRODUCT({self._found(code, self.people_range(column))}*1)"

    def _found(self, codes: str, cells: str) -> str:
        """Whether each code stands in each cell, whole and with its case; nothing in a code is a wildcard."""
        mark = f'"{self.labels.separator}"'
        return f"ISNUMBER(FIND({mark}&{codes}&{mark},{mark}&{cells}&{mark}))"

    @property
    def legend_codes(self) -> str:
        return f"{LEGEND}!{xl_range_abs(LEGEND_ROW, 0, LEGEND_ROW + len(self.labels.entries) - 1, 0)}"

    @property
    def legend_paid(self) -> str:
        last = LEGEND_ROW + len(self.labels.entries) - 1
        return f"{LEGEND}!{xl_range_abs(LEGEND_ROW, LEGEND_PAID, last, LEGEND_PAID)}"

    def sum_cell(self, row: int, week: int) -> str:
        return str(xl_rowcol_to_cell(row, self.sum_column(week)))

    def paid_in(self, who: str, week: int) -> int:
        """Paid minutes of what stands in the assistant's cells of the week."""
        by_date = self.labels.by_date(who)
        return sum(self._paid[self.labels.of(one)] for day in self.weeks[week] for one in by_date.get(day, ()))

    @cached_property
    def _paid(self) -> dict[str, int]:
        return {entry.label: entry.paid for entry in self.labels.entries}

    def open_in(self, week: int) -> int:
        """Paid minutes of the shifts of the week that lack people."""
        days = set(self.weeks[week])
        lacking = [(one, missing) for one, missing in self.roster.open if one.start.date() in days]
        return sum(self._paid[self.labels.of(one)] * missing for one, missing in lacking)
