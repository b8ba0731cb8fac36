"""The closed lists of the field: kinds of employer, position, shift, wish."""

from enum import StrEnum


class Employer(StrEnum):
    KOMMUNE = "kommune"
    PRIVAT = "privat"
    PRIVATPERSON = "privatperson"
    EGET_FORETAK = "eget_foretak"


class Tariff(StrEnum):
    """The collective agreement that binds the employer."""

    NONE = "none"
    KS_HTA = "ks-hta"
    VIRKE_BPA = "virke-bpa"
    NHO_BPA = "nho-bpa"
    ULOBA = "uloba"
    OSLO = "oslo"
    OWN = "own"


class Sort(StrEnum):
    """Slag (D32)."""

    DAY = "dag"
    EVENING = "kveld"
    NIGHT = "natt"
    RESTING_NIGHT = "hvilende natt"
    ROUND = "døgn"
    TRAVEL = "reise"


class Position(StrEnum):
    """Kind of employment, in the order in which extra work is offered after those who want more (D29)."""

    PERMANENT = "fast"
    TEMPORARY = "midlertidig"
    SUBSTITUTE = "vikar"
    ON_CALL = "tilkallingsvikar"


class Worth(StrEnum):
    """How much a wish weighs, in the brief's words (D28)."""

    DEMAND = "krav"
    IMPORTANT = "viktig ønske"
    WISH = "ønske"


class WishSort(StrEnum):
    THIS_SHIFT = "denne vakta"
    NOT_THIS_SHIFT = "ikke denne vakta"
    DAY_OFF = "fri"
    WEEKEND_OFF = "helgefri"
    LONG_RUNS = "lange perioder"
    NO_SINGLE_NIGHTS = "ingen enkeltnetter"
    MOST_NIGHTS_IN_A_ROW = "høyst netter på rad"
    MOST_DAYS_IN_A_ROW = "høyst dager på rad"
    TOGETHER = "sammen med"
    APART = "ikke sammen med"


class Form(StrEnum):
    """Form of the plan: repeats after its weeks, or has dates."""

    CYCLE = "grunnturnus"
    CALENDAR = "kalenderplan"


class Lines(StrEnum):
    """Each an own line, or all in a group walk one (D26)."""

    OWN = "egne"
    COMMON = "rullerende"


class RedAs(StrEnum):
    """What need a red day has."""

    SUNDAY = "som søndag"
    WEEKDAY = "som ukedagen"
    OWN = "egne"


class WhenShort(StrEnum):
    """What happens when the granted hours do not suffice (D30)."""

    STOP = "stopp"
    OPEN = "åpne vakter"
    EXCEED = "overskrid og varsle"


class Covers(StrEnum):
    """What a vedtak line may be used for besides ordinary help by day."""

    WAKING_NIGHT = "våken natt"
    RESTING_NIGHT = "hvilende natt"
    TWO_AT_ONCE = "2:1"


class Purpose(StrEnum):
    """What the hours of a vedtak line are granted for; ``EXTRA`` is a grant on top, for whatever the rest is for."""

    ALL = "alt"
    DAY = "dag"
    EVENING = "kveld"
    WAKING_NIGHT = "våken natt"
    RESTING_NIGHT = "hvilende natt"
    TWO_AT_ONCE = "2:1"
    RESPITE = "avlastning"
    CONTACT = "støttekontakt"
    EXTRA = "ekstra"


class EventSort(StrEnum):
    MEETING = "personalmøte"
    TRAINING = "opplæring"
    REPORT = "rapport"


class OffCode(StrEnum):
    """A day off with pay that stands in no grunnturnus: F3, F4 and F5 of the agreement between KS and the unions."""

    RED_DAY = "F3"
    SUPPLEMENT = "F4"
    REPLACED = "F5"


class WorkSort(StrEnum):
    """What a stretch of work is by law: ordinary, overtime, or standby outside the workplace (aml § 10-4 (3))."""

    ORDINARY = "ordinary"
    OVERTIME = "overtime"
    STANDBY = "standby"


class Elsewhere(StrEnum):
    """Work for another arrangement: of the same employer it counts in every limit (D18)."""

    SAME = "samme arbeidsgiver"
    OTHER = "annen arbeidsgiver"


class Party(StrEnum):
    """Who signed an agreement on the employees' side (D4)."""

    INDIVIDUAL = "individual"
    REPS = "tillitsvalgte"
    UNION = "fagforening"
    AUTHORITY = "arbeidstilsynet"


class Because(StrEnum):
    """Why hours that were planned are not worked, or hours are worked beyond what somebody has asked for.

    ``AWAY`` is what others are told of who is sick.
    """

    SICK = "syk"
    AWAY = "borte"
    LEFT = "sluttet"
    CALLED_OFF = "avlyst"
    AGREED = "avtalt ekstra"


class LeaveSort(StrEnum):
    """Why somebody is away from their position for long."""

    SICK = "sykefravær"
    PARENTAL = "foreldrepermisjon"
    OTHER = "permisjon"


class SickCredit(StrEnum):
    """What a day of sickness counts as towards the position: what was planned, or a day of the position's average."""

    PLANNED = "planlagte timer"
    AVERAGE = "stillingens snitt"


class PlusSettled(StrEnum):
    """What becomes of hours beyond the position when a period is settled."""

    PAID = "utbetales"
    TIME_OFF = "avspaseres"


class MinusSettled(StrEnum):
    """What becomes of hours that lack from the position when a period is settled."""

    FORGIVEN = "faller bort"
    OWED = "skyldes"


class Cause(StrEnum):
    """Why a version is taken into use (D38); an absence takes nothing from anybody but who is away."""

    NEW_PLAN = "ny plan"
    SWAP = "bytte"
    EXTRA = "ekstravakt"
    MOVED = "forskyvning"
    ABSENCE = "fravær"


DRAFTER, EMPLOYER, REP = "arbeidsleder", "arbeidsgiver", "tillitsvalgt"
"""Who takes a plan through its course when nobody says otherwise (D37)."""
