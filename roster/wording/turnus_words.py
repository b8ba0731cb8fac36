"""The words by which a turnus made elsewhere is understood, in lines and weeks, and how it was understood."""

from collections.abc import Sequence
from datetime import date

from roster.wording.numbers import counted, listed, long_date

DAYS = (
    ("mandag", "måndag", "monday"),
    ("tirsdag", "tysdag", "tuesday"),
    ("onsdag", "wednesday"),
    ("torsdag", "thursday"),
    ("fredag", "friday"),
    ("lørdag", "laurdag", "saturday"),
    ("søndag", "sundag", "sunday"),
)
"""What a column may be called, whole or by its first letters."""

DAYS_ELSEWHERE = (
    ("montag",),
    ("dienstag", "tisdag"),
    ("mittwoch",),
    ("donnerstag",),
    ("freitag",),
    ("samstag", "sonnabend", "lördag"),
    ("sonntag", "söndag"),
)
"""The same in systems from other countries; one letter of these is none, since it may as well be a code."""

MONTHS_ELSEWHERE = (
    ("januari", "january"),
    ("februari", "february"),
    ("märz", "march"),
    (),
    ("maj", "may"),
    ("june",),
    ("july",),
    ("augusti",),
    (),
    ("oktober", "october"),
    (),
    ("dezember", "december"),
)
"""What the months are called there, where it is otherwise."""

FREE = frozenset(
    {
        "f", "f1", "f2", "f3", "f4", "f5", "fe", "fri", "ferie", "ukefri", "fridag", "permisjon", "perm", "avsp",
        "avspasering", "syk", "egenmelding", "fravær", "frei", "urlaub", "krank", "-", "–", "—", ".", "0",
    }
)  # fmt: skip
"""A cell that says one of these is a day without work, where the legend does not say that it is a shift."""

FREE_NAMES = frozenset(
    {
        "fri", "fridag", "fridager", "fridøgn", "ukefri", "ukefridag", "helgefri", "avspasering", "avspaseringsdag",
        "ferie", "feriedag", "feriefri", "permisjon", "foreldrepermisjon", "syk", "sykdom", "sykmeldt", "sykemeldt",
        "sykmelding", "sykemelding", "egenmelding", "fravær", "helgedagsfri", "godtgjøringsfri", "erstatningsfri",
        "erstatningsfridag", "frei", "dienstfrei", "urlaub", "krank", "semester", "sjuk",
    }
)  # fmt: skip
"""A code whose name has one of these words, and no times, is no work; «sykehusvakt» and «ferievikar» are."""

NOT_WORK = "ikke arbeid"
"""The same, in two words."""

AFTER_LINES = frozenset(
    {
        "sum", "summer", "summering", "total", "totalt", "totalsum", "dekning", "dekningsgrad", "dekningsplan",
        "bemanning", "bemanningsplan", "behov", "bemanningsbehov", "tegnforklaring", "tegnforklaringer", "forklaring",
        "forklaringer", "antall", "vaktkode", "vaktkoder", "koder",
        "besetzung", "legende", "summe", "gesamt",
    }
)  # fmt: skip
"""The first word of a line that comes after those of the turnus."""

COUNTED = frozenset(
    {"timer", "t", "vakter", "dag", "dagvakt", "kveld", "aften", "kveldsvakt", "natt", "nattevakt", "helg"}
)
"""What stands first in a line of numbers that says how many there are on each shift, or how many hours."""

OPEN_LINES = ("åpne vakter", "åpen", "ledige vakter", "ledig", "ubesatt", "ubesatte vakter", "vakant", "vakante vakter")
WEEK_HEADINGS = ("uke", "uker", "uke nr", "ukenr", "turnusuke", "woche", "kw")
NAME_HEADINGS = ("navn", "assistent", "ansatt", "medarbeider", "hvem", "person", "name", "mitarbeiter")
NOT_NAMES = ("stilling", "stillingsprosent", "prosent", "%", "heltid", "avtalt")

# -- what cannot be read ------------------------------------------------------------------------------

NO_YEAR = ("Datoene over dagene har ikke noe årstall.", "Skriv årstallet i tittelen, for eksempel «Turnus 2027».")
NO_LINES = ("Rutenettet har ingen linjer med vakter.", "Skriv en linje for hver assistent, med kodene under dagene.")
NO_LEGEND = (
    "Vi finner ingen tegnforklaring, så vi vet ikke når vaktene er.",
    "Skriv kodene med klokkeslett under turnusen eller i et ark for seg, for eksempel «D  07:30–15:00».",
)
MERGED = ("Cellene er slått sammen over flere dager.", "Del dem opp igjen, og skriv koden i hver celle.")
MERGED_LINES = ("Cellene er slått sammen over flere linjer.", "Del dem opp igjen, og skriv koden i hver linje.")
SIDE_BY_SIDE = (
    "Det står flere rutenett ved siden av hverandre, så vi vet ikke hvem dagene til høyre er for.",
    "Flytt rutenettene under hverandre, eller skriv alle ukene bortover uten annet enn summer mellom.",
)
WEEKS_MISSING = (
    "Ukene i rutenettet følger ikke etter hverandre.",
    "Skriv en linje for hver uke, med numrene i rekkefølge.",
)
NO_NAME = ("Linja har koder, men ikke noe navn eller nummer foran.", "Skriv hvem linja gjelder.")
NOT_WHOLE_WEEKS = (
    "Dagene i rutenettet er ikke hele uker, og de har ingen datoer.",
    "Skriv sju dager for hver uke, eller datoene over dagene.",
)
OTHER_WEEKS = (
    "Rutenettene i arket har ikke de samme linjene, så vi vet ikke hvordan ukene henger sammen.",
    "Skriv alle ukene bortover i ett rutenett, eller bruk de samme navnene foran linjene i alle.",
)


def unknown_code(code: str) -> tuple[str, str]:
    return (
        f"«{code}» er ikke i tegnforklaringen.",
        "Skriv koden med klokkeslett i tegnforklaringen, eller rett cella.",
    )


def no_times(code: str, name: str) -> tuple[str, str]:
    return (
        f"«{code}» ({name}) står uten klokkeslett i tegnforklaringen.",
        "Skriv når vakta begynner og slutter. Er det en fridag, skriver du det.",
    )


def times_apart(code: str) -> tuple[str, str]:
    return (
        f"«{code}» har flere tider i tegnforklaringen som ikke følger etter hverandre.",
        "Skriv en kode for hver av dem, og begge kodene i cella, for eksempel «D+K».",
    )


def two_meanings(code: str) -> tuple[str, str]:
    return (
        f"«{code}» står flere ganger i tegnforklaringen, med ulike tider.",
        "Skriv en egen kode for hver av tidene, og bruk den i cellene.",
    )


def off_and_shift(text: str) -> tuple[str, str]:
    return (
        f"«{text}» er både fri og vakt.",
        "Skriv det som gjelder. Er vakta ikke arbeidet, skriver du bare fridagen.",
    )


def shift_in_shift(text: str) -> tuple[str, str]:
    return (f"«{text}» er to vakter der den ene ligger inne i den andre.", "Skriv vakta slik den skal arbeides.")


def too_many_weeks(weeks: int) -> tuple[str, str]:
    return f"Turnusen har {weeks} uker.", "Del den i flere filer."


def weeks_otherwise(who: str) -> tuple[str, str]:
    return f"{who} har ikke en linje for hver uke, eller flere for den samme.", "Skriv en linje for hver uke for alle."


def days_twice(who: str) -> tuple[str, str]:
    return f"{who} står i to rutenett med de samme datoene.", "La hver dag stå ett sted, eller rett datoene."


def other_weekday(text: str, year: int) -> tuple[str, str]:
    return f"«{text}» i {year} er ikke den ukedagen som står over.", "Rett datoen eller årstallet."


def not_day_by_day(text: str, expected: date) -> tuple[str, str]:
    return (
        f"«{text}» står der {long_date(expected)} skulle stått.",
        "Skriv dagene etter hverandre uten hull.",
    )


def other_number_of_weeks(theirs: int, ours: int) -> tuple[str, str]:
    return (
        f"Turnusen har {counted(theirs, 'uke', 'uker')}, men grunnlaget har {counted(ours, 'uke', 'uker')}.",
        "Rett antall uker i grunnlaget, eller bruk en turnus med like mange uker.",
    )


def other_first_day(theirs: str, ours: str) -> tuple[str, str]:
    return f"Ukene i turnusen begynner en {theirs}, men i grunnlaget en {ours}.", "Rett «start» i grunnlaget."


# -- how it was understood ----------------------------------------------------------------------------


def read_as(sheet: str, lines: int, weeks: int, dated: bool, codes: Sequence[str]) -> str:
    """What was found, and where."""
    where = f" i arket {sheet}" if sheet else ""
    what = "kalenderplan" if dated else "grunnturnus"
    size = f"{counted(lines, 'linje', 'linjer')} og {counted(weeks, 'uke', 'uker')}"
    how = f"med kodene {listed(codes)}" if codes else "med klokkeslett i cellene"
    return f"Lest som {what}{where}: {size}, {how}."


def walked(lines: int) -> str:
    return f"Én uke og {lines} linjer er lest som rullerende turnus: Alle går linjene etter tur."


def same_name(who: Sequence[str]) -> str:
    return f"Linjer med samme navn er lest som ulike personer: {listed(who)}."


def weeks_down(who: Sequence[str]) -> str:
    return f"Linjene er uker, så turnusen er for {listed(who)}."


def open_lines(number: int) -> str:
    return f"{counted(number, 'åpen vakt', 'åpne vakter')} er ikke med i kontrollen."


def in_order(lines: Sequence[tuple[str, str]]) -> str:
    """Lines without names, as those of the brief in their order."""
    return f"Linjene har ingen navn, så de er lest i rekkefølge: {listed([f'{line} er {who}' for line, who in lines])}."


def no_start(day: date) -> str:
    return f"arket sier ikke når turnusen gjelder fra; den er regnet fra {long_date(day)}"


CYCLIC = "turnusen har ingen datoer: den er kontrollert som en grunnturnus som gjentas"
UNREAD = "Disse cellene er ikke lest, så vaktene i dem er ikke kontrollert:"


def carried_over(known: int, every: int) -> str:
    """How much of a turnus made elsewhere the brief knows."""
    return f"{known} av {every} vakter i turnusen er med som utgangspunkt."
