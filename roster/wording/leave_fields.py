"""The Norwegian words of what a brief says of long absence, and of how the saldo of hours is kept and settled."""

from roster.domain.kinds import LeaveSort, MinusSettled, PlusSettled, SickCredit
from roster.wording.fields import Field, Part

LEAVE = Part(
    "fravær",
    "Fravær",
    "Lengre fravær som er kjent når planen lages: hvem, hvor mye av stillingen, og hvem som dekker den.",
    (
        Field("hvem", "Id-en til assistenten som er borte.", "A1", needed=True),
        Field("datoer", "Fra og med–til og med.", "2027-01-11–2027-03-07", needed=True),
        Field("grad", "Hvor mye av stillingen som er borte. Står det ingenting, er det hele.", "50 %"),
        Field(
            "gjelder",
            "Hva slags fravær det er. Ikke skriv helseopplysninger.",
            "permisjon",
            tuple(one.value for one in LeaveSort),
        ),
        Field("dekkes av", "Id-en til vikaren, eller til dem som deler timene.", "A9"),
        Field("samtykke", "ja: de som deler timene, har sagt ja til mer enn stillingen.", "ja", ("ja", "nei")),
    ),
)

SALDO = (
    Field(
        "sykefravær godskrives",
        "Hva en dag som syk teller som i saldoen. stillingens snitt: en sjuendedel av timene i uka.",
        "planlagte timer",
        tuple(one.value for one in SickCredit),
    ),
    Field(
        "pluss ved oppgjør",
        "Hva som skjer med timer over stillingen når snittperioden er slutt, eller noen slutter.",
        "utbetales",
        tuple(one.value for one in PlusSettled),
    ),
    Field(
        "minus ved oppgjør",
        "Hva som skjer med timer under stillingen. faller bort: betalt, men ikke brukt. skyldes: tas med.",
        "faller bort",
        tuple(one.value for one in MinusSettled),
    ),
)
"""Of the part «innstillinger»."""


def vikar_for(who: str) -> str:
    """The ground of a temporary employment for who covers for somebody away."""
    return f"Vikar for {who}"
