"""The names of the sheets and headings of ``turnus.xlsx``, shared by those who write it and those who read it back."""

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
DATA_HEADING = "Hele turnusen som data (leses av roster; ikke endre)"
"""In ``Grunnlag``: the saved version as JSON stands in the cells below, in order."""

LETTERS = ("M", "T", "O", "T", "F", "L", "S")
