"""The names of the sheets and headings of ``turnus.xlsx``, shared by those who write it and those who read it back."""

from collections.abc import Iterable

TURNUS = "Turnus"
PER_ASSISTANT = "Per assistent"
SHIFTS = "Vakter"
CHANGES = "Endringer"
CONTROL = "Kontroll"
VEDTAK = "Vedtak"
LEGEND = "Tegnforklaring"
BASIS = "Grunnlag"

DATE = "Dato"
WEEKDAY = "Ukedag"
START = "Start"
END_DATE = "Slutt dato"
END = "Slutt"
CODE = "Kode"
PERSON = "Person-id"
ALIAS = "Navn"
PAID = "Betalte timer"
PAID_CLOCK = "Betalt t:min"
WORKED = "Arbeidstid timer"
GRANTED = "Vedtakstimer"
TYPE = "Type"

SHIFT_HEADINGS = (
    DATE,
    WEEKDAY,
    START,
    END_DATE,
    END,
    CODE,
    PERSON,
    ALIAS,
    PAID,
    PAID_CLOCK,
    WORKED,
    GRANTED,
    TYPE,
)
SHIFT_NEEDS = (DATE, START, END_DATE, END, CODE, PERSON)
"""What counts of a row of ``Vakter`` when it is read back; the rest follows from it."""

TYPE_SHIFT = "vakt"
TYPE_MOVED = "vakt, flyttet for hånd"
TYPE_OPEN = "åpen vakt"

NUMBER = "Nr"
"""Heading of the ids in ``Turnus``; the days stand in its row."""

OPEN_ROW = "Åpne vakter"
HIDDEN_ROWS = "Radene under den neste linja er skjult. De må med når fila skal leses inn igjen, og har også satsene."
DATA_HEADING = "Alt i grunnlaget og turnusen som data, også fødselsdato og ønsker. Leses av roster; ikke endre."
"""In ``Grunnlag``: the saved version as JSON stands in the cells below, in order."""

LETTERS = ("M", "T", "O", "T", "F", "L", "S")

FIRST_DAY_COLUMN = 5
DAYS_AND_SUM = 8
"""Columns that a week takes in ``Turnus``: seven days and their sum; counted from 0, the first day stands in 5."""

MOVED_MARK = "*"
"""Stands after the code of a shift that was moved by hand."""

_SEPARATORS = "+/|·;~^"


def separator(codes: Iterable[str]) -> str:
    """What stands between two codes in a cell; no code holds it."""
    known = tuple(codes)
    return next((one for one in _SEPARATORS if not any(one in code for code in known)), "\n")
