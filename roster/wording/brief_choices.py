"""The Norwegian words that one may choose among in a brief, with what each means."""

from collections.abc import Mapping
from enum import StrEnum

from roster.domain.kinds import Employer, Lines, Party, Tariff

EMPLOYERS = {
    "kommune": Employer.KOMMUNE,
    "privat": Employer.PRIVAT,
    "privatperson": Employer.PRIVATPERSON,
    "eget foretak": Employer.EGET_FORETAK,
}
TARIFFS = {
    "ingen": Tariff.NONE,
    "KS HTA": Tariff.KS_HTA,
    "Virke BPA": Tariff.VIRKE_BPA,
    "NHO BPA": Tariff.NHO_BPA,
    "Uloba": Tariff.ULOBA,
    "Oslo": Tariff.OSLO,
    "egen avtale": Tariff.OWN,
}
PARTIES = {
    "den ansatte": Party.INDIVIDUAL,
    "tillitsvalgte": Party.REPS,
    "fagforening": Party.UNION,
    "Arbeidstilsynet": Party.AUTHORITY,
}
LINES = {"egne linjer": Lines.OWN, "rullerende": Lines.COMMON}


class Absence(StrEnum):
    """What a row of «tilgjengelighet» says about the assistant."""

    CAN = "kan"
    CANNOT = "kan ikke"
    VACATION = "ferie"
    PINNED = "fast vakt"
    ELSEWHERE = "annet arbeid"


class ChangeSort(StrEnum):
    """What an exception does with the ordinary need."""

    AWAY = "borte"
    INSTEAD = "i stedet"
    ADDED = "i tillegg"


def words_of(kinds: type[StrEnum]) -> dict[str, StrEnum]:
    """The words a user may choose among, with what each means."""
    own: Mapping[type[StrEnum], Mapping[str, StrEnum]] = {
        Employer: EMPLOYERS,
        Tariff: TARIFFS,
        Party: PARTIES,
        Lines: LINES,
    }
    return dict(own[kinds]) if kinds in own else {kind.value: kind for kind in kinds}


YES_NO = ("ja", "nei")


def choices(kinds: type[StrEnum]) -> tuple[str, ...]:
    """The words alone, for a field."""
    return tuple(words_of(kinds))
