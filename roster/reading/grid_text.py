"""A text file with a line for each row, as other programs export it: what parts the columns is found in the text."""

import csv
import io

from roster.reading.grid import LONGEST_CELL, MOST_LINES, Grid, GridCell, Line, stop, too_long

DELIMITERS = (";", "\t", ",")
_LOOKED_AT = 30


def text_grid(content: bytes, file: str) -> Grid:
    """The lines of the text; raises ``Faults`` when it is no table."""
    text = _decoded(content, file)
    first, _, rest = text.partition("\n")
    delimiter, skipped = _delimiter(text), 0
    if (said := first.strip(" \r")).lower().startswith("sep=") and len(said) == len("sep=") + 1:
        # Excel writes the sign that parts the columns on a line of its own.
        delimiter, text, skipped = said[-1], rest, 1
    lines: list[Line] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    number = 1 + skipped
    try:
        for row in reader:
            place = f"linje {number}"
            held = {column: GridCell(said, place) for column, cell in enumerate(row) if (said := cell.strip())}
            if any(len(one.text) > LONGEST_CELL for one in held.values()):
                raise stop(file, "En celle er lengre enn en vaktliste kan ha.", "Mangler det et anførselstegn?", place)
            if held:
                lines.append(Line(number, held, place))
            if len(lines) > MOST_LINES + 1:
                raise too_long(file)
            number = reader.line_num + skipped + 1
    except csv.Error:
        place = f"linje {number}"
        raise stop(file, "Linja kan ikke leses som en tabell.", "Mangler det et anførselstegn?", place) from None
    return Grid("", tuple(lines))


def _decoded(content: bytes, file: str) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise stop(file, "Fila er lagret som UTF-16.", "Åpne den i et tekstprogram, og lagre som UTF-8.")
    if b"\0" in content:
        raise stop(file, "Fila er ikke en tekstfil.", "Lagre lista som .csv eller .xlsx fra programmet den kommer fra.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        # What is not UTF-8 and comes from Excel in Norway is Windows-1252; signs that it lacks are in no name.
        return content.decode("cp1252", errors="replace")


def _delimiter(text: str) -> str:
    """The sign that parts most of the first lines into equally many columns."""
    lines = [line for line in text.splitlines()[:_LOOKED_AT] if line.strip()]

    def alike(sign: str) -> tuple[int, int]:
        counts = [line.count(sign) for line in lines]
        usual = max((one for one in counts if one), key=counts.count, default=0)
        return (counts.count(usual) if usual else 0, usual)

    return max(DELIMITERS, key=alike)
