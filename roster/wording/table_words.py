"""The names of the tables for other programs and of their columns; amounts are minutes."""

from datetime import datetime

from roster.wording.numbers import WEEKDAYS

SHIFTS, STATISTICS = "vakter", "statistikk"
SHIFT_COLUMNS = (
    "uke",
    "ukedag",
    "dato",
    "start",
    "slutt dato",
    "slutt",
    "kode",
    "slag",
    "type",
    "person-id",
    "navn",
    "betalt min",
    "arbeidstid min",
    "vedtak min",
)
STATISTICS_COLUMNS = (
    "person-id",
    "navn",
    "stilling",
    "stillingsprosent",
    "vakter",
    "betalt min",
    "arbeidstid min",
    "vedtak min",
    "avtalt min",
    "differanse min",
    "helger",
    "helger av",
    "delte helger",
    "kvelder",
    "netter",
    "dager på rad",
    "korteste hvile min",
    "lengste vakt min",
    "lengste uke min",
    "lengste uke nr",
    "enkeltnetter",
    "enkle arbeidsdager",
    "enkle fridager",
    "korte skift",
)
NO_PARQUET = (
    "Parquet trenger et tillegg som ikke er installert.",
    "Installer det med «pip install bpa-roster[parquet]», eller velg --format csv.",
)


def weekday(moment: datetime) -> str:
    return WEEKDAYS[moment.weekday()]
