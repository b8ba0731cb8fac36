"""A brief as a workbook to fill in: a sheet for each part, drop-downs, and a sheet of help; nothing merged."""

import io
from collections.abc import Mapping, Sequence
from datetime import datetime

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from roster.wording.brief_words import HELP, PARTS, SETUP, SETUP_HEADINGS, WHEN_SHORT
from roster.wording.fields import Field, Part

Rows = Sequence[Mapping[str, str]]

_A4 = 9
_LAST_ROW = 500
"""Rows for which there are drop-downs."""
_MADE = datetime(2026, 1, 1)
"""The same bytes each time: the file does not say when it was made."""
_WRITING = (
    ("Tall", "35,5 eller 35.5"),
    ("Klokka", "07:30, 07.30 eller 7"),
    ("Fra–til", "7:30–15 eller 22.30–07.30. Slutter vakta dagen etter, skriver du bare klokkeslettet."),
    ("Datoer", "2027-01-04 eller 4.1.2027. Fra og med–til og med: 2027-02-22–2027-02-28"),
    ("Dager", "man–fre, lør og søn, hverdager, helg eller alle dager"),
    ("Uker", "alle, oddetall, partall eller 1, 3, 5–7"),
    ("Prosent", "71 % eller 71,5"),
    ("Ikke gjør dette", "Ikke slå sammen celler, og ikke bruk formler. Overskriftene må stå som de er."),
    ("Navn", "Bruk dekknavn, aldri fulle navn eller helseopplysninger."),
)


def starter_workbook(
    setup: Mapping[str, Mapping[str, str]],
    tables: Mapping[str, Rows],
    parts: Sequence[Part] = PARTS,
    title: str = "Turnusgrunnlag",
) -> bytes:
    """The workbook with these values: by part and field for what is said once, as rows for the other parts.

    ``parts`` are those of a brief, or of another file that is written so.
    """
    content = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(content, options) as book:
        book.set_properties({"title": title, "created": _MADE})
        styles = _Styles(book)
        _setup(book, styles, setup, parts)
        for part in parts:
            if part.sheet:
                _table(book, styles, part, tables.get(part.key, ()))
        _help(book, styles, parts)
    return content.getvalue()


class _Styles:
    """The looks used on every sheet."""

    def __init__(self, book: Workbook) -> None:
        self.heading: Format = book.add_format(
            {"bold": True, "bottom": 2, "text_wrap": True, "valign": "top", "num_format": "@"}
        )
        self.needed: Format = book.add_format(
            {"bold": True, "bottom": 2, "text_wrap": True, "valign": "top", "num_format": "@", "bg_color": "#E6E6E6"}
        )
        self.text: Format = book.add_format({"num_format": "@", "valign": "top"})
        self.wrapped: Format = book.add_format({"num_format": "@", "valign": "top", "text_wrap": True})


def _setup(book: Workbook, styles: _Styles, setup: Mapping[str, Mapping[str, str]], parts: Sequence[Part]) -> None:
    sheet = _sheet(book, SETUP, "Skriv i kolonnen Verdi. Felt uten verdi får den vanlige.")
    for column, (heading, width) in enumerate(zip(SETUP_HEADINGS, (15, 42, 28, 100), strict=True)):
        sheet.set_column(column, column, width, styles.wrapped if column == 3 else styles.text)
        sheet.write_string(0, column, heading, styles.heading)
    fields = [(part.key, field) for part in parts if not part.sheet for field in part.fields]
    fields.append(("vedtak", WHEN_SHORT))
    for row, (key, field) in enumerate(fields, 1):
        sheet.write_string(row, 0, key, styles.text)
        sheet.write_string(row, 1, _heading(field), styles.text)
        if value := setup.get(key, {}).get(field.key, ""):
            sheet.write_string(row, 2, value, styles.text)
        sheet.write_string(row, 3, field.help, styles.wrapped)
        _choose(sheet, row, row, 2, field)
    sheet.freeze_panes(1, 2)


def _table(book: Workbook, styles: _Styles, part: Part, rows: Rows) -> None:
    sheet = _sheet(book, part.sheet, part.help)
    for column, field in enumerate(part.fields):
        written = [row.get(field.key, "") for row in rows]
        longest = max([len(field.key), *map(len, written), *map(len, field.choices)])
        sheet.set_column(column, column, min(max(longest + 3, 9), 34), styles.text)
        sheet.write_string(0, column, _heading(field), styles.needed if field.needed else styles.heading)
        _choose(sheet, 1, _LAST_ROW, column, field)
        for number, value in enumerate(written, 1):
            if value:
                sheet.write_string(number, column, value, styles.text)
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)


def _heading(field: Field) -> str:
    """With a star where it must be filled in, so that it does not take an eye for colour to see."""
    return f"{field.key} *" if field.needed else field.key


def _choose(sheet: Worksheet, first: int, last: int, column: int, field: Field) -> None:
    """A drop-down where there are choices, and a word of help in any case."""
    rule: dict[str, object] = {"validate": "any"}
    if field.choices:
        several = field.key == "dekker"
        rule = {"validate": "list", "source": list(field.choices), "error_type": "information" if several else "stop"}
        rule |= {"error_title": "Velg fra lista", "error_message": f"Her kan det stå {', '.join(field.choices)}."[:255]}
    rule |= {"input_title": field.key[:32], "input_message": _hint(field)[:255], "ignore_blank": True}
    sheet.data_validation(first, column, last, column, rule)


def _hint(field: Field) -> str:
    return f"{field.help} Eksempel: {field.example}"


def _help(book: Workbook, styles: _Styles, parts: Sequence[Part]) -> None:
    sheet = _sheet(book, HELP, "Forklaring til alle arkene")
    for column, (heading, width) in enumerate((("Ark", 18), ("Felt", 38), ("Forklaring", 75), ("Eksempel", 32))):
        sheet.set_column(column, column, width, styles.wrapped)
        sheet.write_string(0, column, heading, styles.heading)
    lines = [("Slik skriver du", what, how, "") for what, how in _WRITING]
    lines.append(("Alle ark", "*", "Overskrifter med stjerne må fylles ut.", ""))
    for part in parts:
        lines.append((part.sheet or SETUP, "", part.help, ""))
        lines.extend(
            (part.sheet or SETUP, field.key, field.help, ", ".join(field.choices) or field.example)
            for field in part.fields
        )
    lines.append((SETUP, WHEN_SHORT.key, WHEN_SHORT.help, ", ".join(WHEN_SHORT.choices)))
    for row, line in enumerate(lines, 1):
        for column, text in enumerate(line):
            sheet.write_string(row, column, text, styles.wrapped)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)


def _sheet(book: Workbook, name: str, about: str) -> Worksheet:
    sheet = book.add_worksheet(name)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_header(f"&L&A&R{about[:180]}")
    sheet.set_footer("&RSide &P av &N")
    return sheet
