"""How timesheets were understood."""

from roster.wording.numbers import counted


def sheet_read(file: str, rows: int) -> str:
    return f"Timer lest fra {file}: {counted(rows, 'rad', 'rader')}."
