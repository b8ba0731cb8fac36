"""The fields that say on which days something holds, alike on every sheet."""

from roster.wording.fields import Field

DAYS = Field("dager", "Ukedager. Står det ingenting, gjelder det alle dager.", "man–fre")
WEEKS = Field(
    "uker",
    "alle, oddetall, partall eller uketall. I en grunnturnus er uke 1 den første i turnusen, i en kalenderplan den"
    " første i året.",
    "alle",
)
DATES = Field(
    "datoer",
    "En dato, eller fra og med–til og med. Står det ingenting, gjelder det hele tiden.",
    "2027-06-21–2027-08-15",
)
