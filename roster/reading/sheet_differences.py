"""Where the sheets of a workbook say otherwise than ``Vakter``: a notice for each, with what both say."""

from collections.abc import Iterator, Mapping
from datetime import date

from openpyxl.workbook import Workbook

from roster.domain.plan import Plan
from roster.domain.roster import Roster
from roster.reading.faults import Fault
from roster.reading.shift_rows import ShiftRow
from roster.reading.turnus_cells import roster_cells, turnus_cells
from roster.wording.numbers import listed, short_date
from roster.wording.plan_words import person
from roster.wording.sheets import SHIFTS, TURNUS

_MOST_SHOWN = 40


def events_changed(dated: Roster, rows: tuple[ShiftRow, ...], file: str) -> Iterator[Fault]:
    """Events are fixed in the brief; a row that says otherwise does not count."""
    fixed = {(who, shift.start, shift.end) for who, shift in dated.frame.fixed if shift.event}
    said = {(row.who, row.start, row.end): row.place for row in rows if row.event}
    for who, start, end in sorted(fixed ^ set(said)):
        place = said.get((who, start, end), "")
        yield Fault(
            file,
            f"arket {SHIFTS}, {place}" if place else f"arket {SHIFTS}",
            f"Hendelsen {short_date(start)} kl. {start:%H.%M}–{end:%H.%M} for {who} er endret i Vakter.",
            "Endringen teller ikke. Møter og opplæring endres i turnusgrunnlaget.",
        )


def moved_by_hand(saved: Plan, dated: Roster, file: str) -> Iterator[Fault]:
    """What was moved by hand since the workbook was written."""
    before, after = _said(saved.dated), _said(dated)
    differing = sorted(key for key in before.keys() | after.keys() if before.get(key) != after.get(key))
    for who, day in differing[:_MOST_SHOWN]:
        other = "Turnus" if saved.rollout is None else "Grunnturnusen med datoer"
        yield Fault(
            file,
            f"arket {SHIFTS}",
            f"{person(saved.brief, who)} {short_date(day)}: {other} har {_words(before.get((who, day)))},"
            f" Vakter har {_words(after.get((who, day)))}.",
            "Vakter gjelder. Lag arbeidsboka på nytt med «roster export» for å få arkene like.",
        )
    if len(differing) > _MOST_SHOWN:
        yield Fault(
            file, f"arket {SHIFTS}", f"Og {len(differing) - _MOST_SHOWN} dager til er endret.", "Vakter gjelder."
        )


def _said(roster: Roster) -> Mapping[tuple[str, date], tuple[str, ...]]:
    found: dict[tuple[str, date], list[str]] = {}
    for who, name in roster.works:
        shift = roster.frame.shift[name]
        said = f"{shift.kind} kl. {shift.start:%H.%M}–{shift.end:%H.%M}"
        found.setdefault((who, shift.start.date()), []).append(said)
    return {key: tuple(sorted(shifts)) for key, shifts in found.items()}


def _words(shifts: tuple[str, ...] | None) -> str:
    return listed(shifts) if shifts else "fri"


def turnus_edited(book: Workbook, saved: Plan, dated: Roster, file: str) -> Iterator[Fault]:
    """Cells of ``Turnus`` that were changed by hand; they do not count."""
    sheet = next((one for one in book.worksheets if one.title == TURNUS), None)
    # With a week cut inside a day the last hours stand in one week more.
    weeks = saved.roster.frame.weeks + (1 if saved.brief.period.week_cut else 0)
    cells = None if sheet is None else turnus_cells(sheet, saved.brief, weeks)
    if cells is None:
        what = "Arket er borte eller bygget om, og er ikke sammenlignet med Vakter."
        yield Fault(file, f"arket {TURNUS}", what, "Vakter gjelder. Lag arket på nytt med «roster export».")
        return
    written = roster_cells(saved.roster)
    other = roster_cells(saved.roster if saved.rollout is not None else dated)
    edited = sorted(key for key in cells.keys() | written.keys() if cells.get(key, ()) != written.get(key, ()))
    for who, day in edited[:_MOST_SHOWN]:
        theirs, ours = cells.get((who, day), ()), other.get((who, day), ())
        if theirs != ours:
            yield Fault(
                file,
                f"arket {TURNUS}",
                f"{person(saved.brief, who)} {short_date(day)}: Turnus har {_words(theirs)},"
                f" {'Vakter' if saved.rollout is None else 'turnusen'} har {_words(ours)}.",
                "Endringer i Turnus leses ikke. Gjør dem i Vakter.",
            )
