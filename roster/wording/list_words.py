"""The words by which a list of shifts made elsewhere is understood: its headings, sorts of work, and absence."""

from collections.abc import Mapping
from enum import StrEnum

from roster.wording.numbers import counted


class Role(StrEnum):
    """What a column says; the value is its name in messages."""

    PERSON = "person"
    FIRST_NAME = "fornavn"
    LAST_NAME = "etternavn"
    DATE = "dato"
    END_DATE = "sluttdato"
    START = "start"
    END = "slutt"
    SPAN = "tid fra–til"
    KIND = "vakt"
    BREAK = "pause"
    PAID_BREAK = "betalt pause"
    PASSIVE = "hvilende del"
    ACTIVE = "aktiv tid"
    COMMENT = "merknad"
    LINE = "vedtakslinje"


HEADINGS: Mapping[Role, tuple[str, ...]] = {
    Role.PERSON: (
        "person-id", "person", "assistent", "ansatt", "navn", "hvem", "medarbeider", "arbeidstaker", "ansattnavn",
        "ansattnr", "ansattnummer", "employee", "employee name", "name", "assistant", "worker", "staff", "who", "id",
    ),
    Role.FIRST_NAME: ("fornavn", "first name", "firstname", "given name"),
    Role.LAST_NAME: ("etternavn", "last name", "lastname", "surname", "family name"),
    Role.DATE: (
        "dato", "startdato", "start dato", "fra dato", "fradato", "dato fra", "vaktdato", "dag", "date", "start date",
        "startdate", "from date", "day",
    ),
    Role.END_DATE: (
        "slutt dato", "sluttdato", "til dato", "tildato", "dato til", "end date", "enddate", "to date",
    ),
    Role.START: (
        "start", "fra", "starttid", "start tid", "starttidspunkt", "fra kl", "kl fra", "fra klokka", "startklokkeslett",
        "begynner", "starter", "inn", "from", "start time", "starttime", "begin", "begins", "starts", "clock in", "in",
    ),
    Role.END: (
        "slutt", "til", "sluttid", "slutttid", "slutt tid", "sluttidspunkt", "til kl", "kl til", "til klokka", "stopp",
        "slutter", "ut", "to", "end", "end time", "endtime", "ends", "until", "stop", "clock out", "out",
    ),
    Role.SPAN: (
        "tid", "tidsrom", "klokkeslett", "arbeidstid", "kl", "klokka", "tidspunkt", "time", "times", "hours",
        "vakttid",
    ),
    Role.KIND: (
        "vaktkode", "kode", "vakt", "vakttype", "type", "slag", "shift", "shift code", "code", "kind", "shift type",
    ),
    Role.BREAK: (
        "pause", "pauser", "pause min", "pause (min)", "pauseminutter", "pause minutter", "ubetalt pause", "spisepause",
        "break", "breaks", "break min", "break minutes", "break (min)", "unpaid break",
    ),
    Role.PAID_BREAK: ("betalt pause", "pause i arbeidstida", "pause i arbeidstiden", "paid break"),
    Role.PASSIVE: (
        "passiv", "passiv tid", "hvile", "hvilende", "hvilende tid", "hvilende del", "passiv del", "sovende", "passive",
        "resting", "sleeping",
    ),
    Role.ACTIVE: ("aktiv tid", "aktiv", "aktiv i hvilende tid", "aktivt arbeid", "utrykning", "active"),
    Role.LINE: ("vedtakslinje", "vedtak"),
    Role.COMMENT: ("merknad", "kommentar", "notat", "beskrivelse", "comment", "comments", "note", "notes", "remark"),
}  # fmt: skip
"""Headings by role, the surest first, as ``name_of`` compares them."""

ABSENCE = frozenset(
    {
        "fri", "ukefri", "ferie", "syk", "sykmeldt", "egenmelding", "permisjon", "avspasering", "fravær", "sykt barn",
        "off", "vacation", "holiday", "sick", "leave", "absence",
    }
)  # fmt: skip
"""A row whose kind is one of these is no work."""

SICK = frozenset({"syk", "sykmeldt", "egenmelding", "sykt barn", "sick"})
CANCELLED = frozenset({"avlyst", "bortfalt", "ikke brukt", "avbestilt", "cancelled", "canceled"})
"""A row of a timesheet that is paid though nobody helped: the worker was away, or the help was not needed."""

NO_SHIFT = ABSENCE | {"f", "f1", "f2", "f3", "f4", "f5", "fe", "-", "–"}
"""Nor is a row without times whose kind or time is one of these; with times, F may well be the code of a shift."""

NOBODY = frozenset({"ledig", "ledig vakt", "ubesatt", "vakant", "ubemannet", "åpen", "åpen vakt", "open", "vacant"})
"""A row whose person is one of these is a shift that nobody has."""

OVERTIME = frozenset({"overtid", "overtime", "ot"})
STANDBY = frozenset({"hjemmevakt", "bakvakt", "beredskap", "beredskapsvakt", "standby", "on call"})
TRAVEL = frozenset({"reise", "travel", "tur"})
"""Kinds that say what the work is by law."""


def no_column(what: str, option: str, headings: str) -> tuple[str, str]:
    """A column that could not be found, and the way out."""
    seen = f"Overskriftene er {headings}." if headings else "Den har ingen overskrifter."
    return f"Vi finner ingen kolonne for {what}. {seen}", f"Skriv hvilken det er, for eksempel {option} «Overskrift»."


def columns_used(used: Mapping[str, str], unused: str) -> tuple[str, ...]:
    """How the list was understood."""
    said = f"Lest slik: {', '.join(f'{role} fra «{heading}»' for role, heading in used.items())}."
    return (said, f"Kolonner som ikke er brukt: {unused}.") if unused else (said,)


def absent_rows(number: int) -> str:
    rows = counted(number, "rad er fravær, fri eller uten klokkeslett", "rader er fravær, fri eller uten klokkeslett")
    return f"{rows}, og er ikke regnet som arbeid."


def open_rows(number: int) -> str:
    return f"{counted(number, 'rad er en ledig vakt', 'rader er ledige vakter')}, og er ikke med i kontrollen."


A_GRID = (
    "Dette er et rutenett med en kolonne for hver dag, ikke en vaktliste.",
    "Skriv alle sju dagene i uka bortover (M T O T F L S), eller lag en liste med en rad for hver vakt: navn, dato, "
    "fra og til.",
)
