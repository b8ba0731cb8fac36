"""The shifts, and what they come to per person, as plain tables for other programs: CSV, and Parquet with its extra.

Amounts are whole minutes and times those of the clock on the wall, so nothing is rounded. A grunnturnus has weeks and
weekdays but no dates.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from roster.domain.roster import Roster
from roster.domain.shift import granted, paid, worked
from roster.domain.statistics import statistics
from roster.exports.sheets.shifts import shift_lines
from roster.wording import table_words as words

if TYPE_CHECKING:
    import pyarrow

Value = str | int | date | datetime | Decimal | None


class ParquetMissingError(ImportError):
    """The extra ``[parquet]`` is not installed."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under named columns; of each column all values are of one type or None."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def tables(roster: Roster) -> tuple[Table, Table]:
    """The shifts, open ones too, and the statistics of each assistant."""
    shifts, people = tuple(_shifts(roster)), tuple(_people(roster))
    return Table(words.SHIFTS, words.SHIFT_COLUMNS, shifts), Table(words.STATISTICS, words.STATISTICS_COLUMNS, people)


def csv_files(roster: Roster) -> Mapping[str, bytes]:
    """Each table as CSV that Excel in Norwegian opens as columns: semicolons, decimal commas, UTF-8 with its mark."""
    return {f"{one.name}.csv": csv_of(one) for one in tables(roster)}


def parquet_files(roster: Roster) -> Mapping[str, bytes]:
    """Each table as Parquet; raises ``ParquetMissingError`` without pyarrow."""
    try:
        import pyarrow  # noqa: F401, PLC0415 - an extra that few have installed
        from pyarrow import parquet  # noqa: PLC0415
    except ImportError as error:
        raise ParquetMissingError from error
    found = {}
    for one in tables(roster):
        held = io.BytesIO()
        parquet.write_table(_arrow(one), held)
        found[f"{one.name}.parquet"] = held.getvalue()
    return found


def _shifts(roster: Roster) -> Iterator[tuple[Value, ...]]:
    settings = roster.frame.brief.settings
    cyclic = roster.frame.cyclic
    for line in shift_lines(roster):
        shift = line.shift
        yield (
            roster.frame.week_of(shift) + 1,
            words.weekday(shift.start),
            None if cyclic else shift.start.date(),
            f"{shift.start:%H:%M}",
            None if cyclic else shift.end.date(),
            f"{shift.end:%H:%M}",
            shift.kind,
            shift.sort.value,
            line.type,
            line.who or None,
            line.alias or None,
            paid(shift, settings.resting_paid),
            worked(shift),
            granted(shift, settings.resting_granted),
        )


def _people(roster: Roster) -> Iterator[tuple[Value, ...]]:
    people = {one.id: one for one in roster.frame.people}
    for one in statistics(roster).people:
        person = people[one.who]
        yield (
            one.who,
            person.alias,
            person.position.value,
            person.percent,
            one.shifts,
            one.paid,
            one.worked,
            one.granted,
            round(one.contract),
            round(-one.short),
            one.weekends,
            one.weekends_of,
            one.split_weekends,
            one.evenings,
            one.nights,
            one.longest_run,
            one.shortest_rest,
            one.longest_shift,
            one.longest_week,
            one.longest_week_number,
            one.single_nights,
            one.lone_work_days,
            one.lone_free_days,
            one.quick_returns,
        )


def csv_of(table: Table) -> bytes:
    """The table as CSV in the form of ``csv_files``."""
    held = io.StringIO(newline="")
    writer = csv.writer(held, delimiter=";", lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([_shown(value) for value in row] for row in table.rows)
    return held.getvalue().encode("utf-8-sig")


def _shown(value: Value) -> str:
    """What a spreadsheet shows; a text that it would reckon with stays a text."""
    match value:
        case None:
            return ""
        case Decimal():
            return f"{value.normalize():f}".replace(".", ",")
        case date():
            return value.isoformat()
        case str() if value.startswith(("=", "+", "-", "@")):
            return f"'{value}"
    return str(value)


def _arrow(table: Table) -> "pyarrow.Table":
    import pyarrow  # noqa: PLC0415

    columns: Sequence[Sequence[Value]] = list(zip(*table.rows, strict=True)) or [()] * len(table.columns)
    arrays = [pyarrow.array(list(values), type=_type(values)) for values in columns]
    return pyarrow.Table.from_arrays(arrays, names=list(table.columns))


def _type(values: Iterable[Value]) -> "pyarrow.DataType":
    """The type of a column by what is in it; one that is empty is text."""
    import pyarrow  # noqa: PLC0415

    first = next((one for one in values if one is not None), "")
    match first:
        case int():
            return pyarrow.int64()
        case Decimal():
            return pyarrow.decimal128(12, 6)
        case date():
            return pyarrow.date32()
    return pyarrow.string()
