"""The calendar of a brief: school holidays and the like, as rows say or as a calendar file beside it has them."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from pathlib import Path

from roster.domain.days import DateSpan
from roster.reading import schema
from roster.reading.faults import Unreadable
from roster.reading.numbers import short
from roster.reading.structure import Rows, Stretch
from roster.wording.calendar_words import read_from, unread

MOST_PERCENT = 400


def read_calendar(rows: Rows, folder: Path) -> None:
    """Fills in the stretches of the calendar, with a fault for each row or file that cannot be used."""
    for row in rows.kalender:
        rows.stretches += _of_row(rows, row, folder)
    _seasons(rows)


def _of_row(rows: Rows, row: schema.CalendarRow, folder: Path) -> Iterator[Stretch]:
    if (row.dates is None) == (row.file is None):
        what = "Raden har både datoer og fil." if row.dates else "Raden sier ikke når det er."
        rows.fault(row.place, what, "Skriv enten «datoer» eller «fil».")
        return
    if row.percent is not None and row.percent > MOST_PERCENT:
        rows.fault(row.at("prosent"), f"prosent: {row.percent} er for mye.", f"Skriv et tall fra 0 til {MOST_PERCENT}.")
        return
    if row.dates is not None:
        if row.sort is None:
            rows.fault(row.place, "Raden sier ikke hva slags dager det er.", "Skriv «slag», for eksempel skolefri.")
            return
        yield Stretch(row.sort.casefold(), row.dates, row.time, row.percent, row.why or row.sort, row.place)
        return
    assert row.file is not None
    yield from _of_file(rows, row, row.file, folder)


def _of_file(rows: Rows, row: schema.CalendarRow, name: str, folder: Path) -> Iterator[Stretch]:
    from roster.reading.calendar_file import content_of, days_in  # noqa: PLC0415 - icalendar is slow to load

    try:
        rows.beside[name] = content_of(folder, name)
        found, passed_over = days_in(rows.beside[name], row.sort, _around(rows))
    except Unreadable as unreadable:
        rows.fault(row.at("fil"), f"{short(name)}: {unreadable.what}", unreadable.way_out)
        return
    rows.notices.append(read_from(name, Counter(one.sort for one in found)))
    if passed_over:
        rows.notices.append(unread(name, passed_over))
    for one in found:
        yield Stretch(one.sort, one.dates, row.time or one.time, row.percent, row.why or one.name, row.place)


def _around(rows: Rows) -> DateSpan | None:
    """The years of the plan, the one before and the two after: no plan, roll-out or forecast asks for other days."""
    if rows.periode is None:
        return None
    year = rows.periode.start.year
    return DateSpan(date(year - 1, 1, 1), date(year + 2, 12, 31))


def _seasons(rows: Rows) -> None:
    """No date may have two shares of the vedtak."""
    seasons = [one for one in rows.stretches if one.percent is not None]
    for one, other in combinations(seasons, 2):
        if one.percent != other.percent and max(one.dates.first, other.dates.first) <= min(
            one.dates.last, other.dates.last
        ):
            rows.fault(
                other.place,
                f"{other.name} og {one.name} har samme datoer, men ulik prosent ({other.percent} og {one.percent}).",
                "Rett datoene, eller la bare en av radene ha prosent.",
            )
