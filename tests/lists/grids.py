"""A turnus made elsewhere to change a cell in, and what reading says of it."""

import io
from collections.abc import Sequence
from datetime import time

import openpyxl

from roster.reading.grid_workbook import workbook_grids
from roster.reading.turnus_lines import Turnus, turnus_in

Rows = Sequence[Sequence[object]]
LETTERS = list("MTOTFLS")
LEGEND: Rows = [
    [],
    ["D = 07:30-15:00 Dagvakt", None, "A", "15:00–22:30", "Aften"],
    ["N", "Natt", time(22, 15), time(8, 0)],
    ["K", "Kurs"],
    ["P", "Permisjon uten lønn"],
]
FORM_1: Rows = [
    ["Turnus for Solsikken, gjelder fra 11.01.2027"],
    [None, None, "Uke 1", *[None] * 7, "Uke 2"],
    ["Nr", "Stilling", *LETTERS, "Sum", *LETTERS, "Sum", "Snitt"],
    [1, 0.71, "A", "A", "D", "F1", "A", "D", "D", 45.5, "F", None, "D", "D", None, "F", "F1", 20, 30],
    [2, 0.5, "D", "d", "P", "N", "N", None, "F1", 30, None, "D", "D/A", "-", "07-15", None, "F1", 20, 30],
    ["Dekning"],
    ["D", None, 1, 1, 1, 0, 0, 1, 1, None, 0, 1],
]


def made(rows: Rows) -> bytes:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(list(row))
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def turnus(rows: Rows) -> Turnus:
    found = turnus_in(workbook_grids(made(rows), "t.xlsx", values=True), "t.xlsx")
    assert found is not None
    return found


def shifts(found: Turnus) -> list[tuple[str, str]]:
    return [(one.who, f"{one.start:%m-%d %H:%M}–{one.end:%H:%M}") for one in found.entries]


def unread(found: Turnus) -> list[tuple[str, str]]:
    return [(one.place.rsplit(" ", 1)[1], one.what) for one in found.unread]
