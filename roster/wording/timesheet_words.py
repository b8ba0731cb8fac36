"""How timesheets were understood."""

from roster.wording.numbers import counted

COLUMNS = "En timeliste har overskriftene assistent, dato, fra og til. «roster hours --help» viser hva den kan ha."


def sheet_read(file: str, rows: int) -> str:
    return f"Timer lest fra {file}: {counted(rows, 'rad', 'rader')}."
