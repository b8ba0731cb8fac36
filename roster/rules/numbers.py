"""Every number of law that the rules use, as data: unit, from when, and where it was read.

Amounts are whole minutes unless the unit says otherwise; times of day are minutes past midnight. A number
that changes keeps its old value under its old date, since old rosters are still shown.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from roster.domain.age import MAJORITY
from roster.domain.finding import Source, Unit
from roster.domain.spans import HOUR

READ = date(2026, 11, 21)
KNOWN_FROM = date(2017, 7, 1)
"""Law before this day is not covered (D20)."""

AML_URL = "https://www.arbeidstilsynet.no/regelverk/lover/arbeidsmiljoloven--aml/"
HOUSEHOLD_URL = (
    "https://www.arbeidstilsynet.no/regelverk/forskrifter/forskrift-om-arbeid-i-arbeidsgivers-hjem-og-husholdning/4/"
)
HOUSEHOLD_FROM = date(2022, 7, 1)
COMPARABLE_URL = "https://www.compendia24.no/arbeidstid/"
VACATION_URL = "https://lovdata.no/dokument/NL/lov/1988-04-29-21"
BPA_URL = "https://www.helsedirektoratet.no/rundskriv/"


def aml(paragraph: str) -> Source:
    """A place in arbeidsmiljøloven, as read in its full text."""
    return Source(f"aml § {paragraph}", AML_URL, READ)


def brief_place(place: str) -> Source:
    """A place in the user's own brief: the source of what is our own or the brief's demand (D1)."""
    return Source(f"turnusgrunnlaget, {place}" if place else "turnusgrunnlaget", "", READ)


def household(paragraph: str) -> Source:
    """A place in the regulation on work in the employer's home (FOR-2022-06-03-969)."""
    return Source(f"forskrift 2022-06-03-969 § {paragraph}", f"{HOUSEHOLD_URL}{paragraph}/", READ)


_IN_HOUSEHOLD = {
    "aml § 10-4 (2)": "10",
    "aml § 10-4 (3)": "10",
    "aml § 10-4": "9",
    "aml § 10-5": "9",
    "aml § 10-11 (6)": "14",
    "aml § 10-11 (7)": "14",
}
"""Where the regulation of 2022 says what chapter 10 says, as far as it was read (D35); the closer match first."""


@lru_cache(maxsize=256)
def in_household(paragraph: str) -> Source | None:
    """The place in the regulation of 2022 instead of the paragraph of the Act; None where it was not read."""
    place = next((own for act, own in _IN_HOUSEHOLD.items() if paragraph.startswith(act)), None)
    return None if place is None else household(place)


@dataclass(frozen=True, slots=True)
class Since:
    """What a number is from a day on, and where that stands."""

    day: date
    amount: int
    source: Source


@dataclass(frozen=True, slots=True)
class Number:
    """A number of law through time, the oldest value first."""

    unit: Unit
    values: tuple[Since, ...]

    def on(self, day: date) -> int:
        """The amount in force on the day; before the law that is covered, the oldest known."""
        return self._at(day).amount

    def source(self, day: date) -> Source:
        return self._at(day).source

    def _at(self, day: date) -> Since:
        newest = self.values[-1]
        if newest.day <= day:
            return newest
        return next((one for one in reversed(self.values) if one.day <= day), self.values[0])


def _aml(amount: int, paragraph: str, unit: Unit = Unit.MINUTES) -> Number:
    return Number(unit, (Since(KNOWN_FROM, amount, aml(paragraph)),))


# -- ordinary hours and averaging ---------------------------------------------------------------------

ORDINARY_DAY = _aml(9 * HOUR, "10-4 (1)")
ORDINARY_WEEK = _aml(40 * HOUR, "10-4 (1)", Unit.MINUTES_A_WEEK)
ORDINARY_WEEK_SUNDAYS = _aml(38 * HOUR, "10-4 (4)", Unit.MINUTES_A_WEEK)
ORDINARY_WEEK_ROUND = _aml(36 * HOUR, "10-4 (5)", Unit.MINUTES_A_WEEK)
EVERY_SUNDAYS = _aml(3, "10-4 (4) c", Unit.COUNT)
MAINLY_NIGHT_QUARTERS = _aml(3, "10-4 (4) d", Unit.COUNT)
SUNDAY_BONUS = _aml(10, "10-4 (6)")
NIGHT_BONUS = _aml(15, "10-4 (6)")

_COMPARABLE = Source("aml § 10-4 (5), sammenlignbart turnusarbeid", COMPARABLE_URL, READ)
ROUND_NIGHT_YEAR = Number(Unit.MINUTES, (Since(KNOWN_FROM, 539 * HOUR, _COMPARABLE),))
ROUND_SUNDAY_YEAR = Number(Unit.MINUTES, (Since(KNOWN_FROM, 231 * HOUR, _COMPARABLE),))

PASSIVE_DAY = _aml(2 * HOUR, "10-4 (2)")
PASSIVE_WEEK = _aml(10 * HOUR, "10-4 (2)")
PASSIVE_WEEK_CAP = _aml(48 * HOUR, "10-4 (2)", Unit.MINUTES_A_WEEK)

INDIVIDUAL_DAY = _aml(10 * HOUR, "10-5 (1)")
INDIVIDUAL_SINGLE_WEEK = _aml(50 * HOUR, "10-5 (1)")
REPS_DAY = _aml(12 * HOUR + 30, "10-5 (2)")
REPS_SINGLE_WEEK = _aml(54 * HOUR, "10-5 (2)")
CONSENT_DAY = _aml(13 * HOUR, "10-5 (3)")
AVERAGED_WEEK = _aml(48 * HOUR, "10-5", Unit.MINUTES_A_WEEK)
AVERAGED_OVER = _aml(8, "10-5", Unit.COUNT)
AVERAGING_WEEKS = _aml(52, "10-5", Unit.COUNT)
AVERAGING_WEEKS_CONSENT = _aml(26, "10-5 (3)", Unit.COUNT)

# -- total hours ----------------------------------------------------------------------------------------

TOTAL_DAY = _aml(13 * HOUR, "10-6 (8)")
TOTAL_DAY_REPS = _aml(16 * HOUR, "10-6 (9)")
TOTAL_WEEK = _aml(69 * HOUR, "10-6 (8)")

# -- rest -----------------------------------------------------------------------------------------------

DAILY_REST = _aml(11 * HOUR, "10-8 (1)")
DAILY_REST_WINDOW = _aml(24 * HOUR, "10-8 (1)")
DAILY_REST_FLOOR = _aml(8 * HOUR, "10-8 (3)")
WEEKLY_REST = _aml(35 * HOUR, "10-8 (2)")
WEEKLY_REST_FLOOR = _aml(28 * HOUR, "10-8 (3)")

# -- Sundays and red days -------------------------------------------------------------------------------

SUNDAY_FROM = _aml(18 * HOUR, "10-10 (1)")
SUNDAY_TO = _aml(22 * HOUR, "10-10 (1)")
EVE_FROM = _aml(15 * HOUR, "10-10 (1)")
SUNDAY_BLOCK_WEEKS = _aml(26, "10-8 (4)", Unit.COUNT)
SUNDAY_FREE_EVERY = _aml(4, "10-8 (4)", Unit.COUNT)

# -- night ----------------------------------------------------------------------------------------------

NIGHT_FROM = _aml(21 * HOUR, "10-11 (1)")
NIGHT_TO = _aml(6 * HOUR, "10-11 (1)")
HOUSEHOLD_NIGHT_FROM = Number(Unit.MINUTES, (Since(HOUSEHOLD_FROM, 23 * HOUR, household("14")),))
NIGHT_LEAST = _aml(8 * HOUR, "10-11 (1)")
NIGHT_CORE_TO = _aml(6 * HOUR, "10-11 (1)")
"""A night agreed otherwise holds all the time from midnight to this."""
NIGHT_TRIGGER = _aml(3 * HOUR, "10-11 (6)")
NIGHT_DAY = _aml(8 * HOUR, "10-11 (6)")
NIGHT_WEEKS = _aml(4, "10-11 (6)", Unit.COUNT)
NIGHT_REGULARLY = Number(
    Unit.COUNT, (Since(KNOWN_FROM, 4, Source("aml § 10-11 (6), «jevnlig»: beslutning D16", AML_URL, READ)),)
)

# -- standby ----------------------------------------------------------------------------------------------

STANDBY_PARTS = _aml(7, "10-4 (3)", Unit.COUNT)
"""At least one part in so many of standby outside the workplace is working time."""

# -- a full-time week, by collective agreement ------------------------------------------------------------

FULL_TIME_URL = "https://www.virke.no/tariff-og-lonn/finn-tariffavtale/landsoverenskomst-for-bpa/"
_FULL_TIME = Source("KS HTA kap. 1 § 4.2 og Virkes landsoverenskomst for BPA", FULL_TIME_URL, READ)
FULL_TIME_WEEK = Number(Unit.MINUTES_A_WEEK, (Since(KNOWN_FROM, 37 * HOUR + 30, _FULL_TIME),))
FULL_TIME_WEEK_TURNUS = Number(Unit.MINUTES_A_WEEK, (Since(KNOWN_FROM, 35 * HOUR + 30, _FULL_TIME),))
FULL_TIME_WEEK_ROUND = Number(Unit.MINUTES_A_WEEK, (Since(KNOWN_FROM, 33 * HOUR + 36, _FULL_TIME),))

# -- overtime ---------------------------------------------------------------------------------------------

OVERTIME_WEEK = _aml(10 * HOUR, "10-6 (4)")
OVERTIME_4_WEEKS = _aml(25 * HOUR, "10-6 (4)")
OVERTIME_YEAR = _aml(200 * HOUR, "10-6 (4)")
OVERTIME_WEEK_REPS = _aml(20 * HOUR, "10-6 (5)")
OVERTIME_4_WEEKS_REPS = _aml(50 * HOUR, "10-6 (5)")
OVERTIME_YEAR_REPS = _aml(300 * HOUR, "10-6 (5)")
OVERTIME_WEEK_CONSENT = _aml(25 * HOUR, "10-6 (6)")
OVERTIME_26_WEEKS_CONSENT = _aml(200 * HOUR, "10-6 (6)")
OVERTIME_YEAR_WEEKS = _aml(52, "10-6 (4)", Unit.COUNT)
OVERTIME_CONSENT_WEEKS = _aml(26, "10-6 (6)", Unit.COUNT)
OVERTIME_PERCENT = _aml(40, "10-6 (11)", Unit.COUNT)

# -- breaks -----------------------------------------------------------------------------------------------

BREAK_OVER = _aml(5 * HOUR + 30, "10-9 (1)")
BREAK_WHOLE_FROM = _aml(8 * HOUR, "10-9 (1)")
BREAK_WHOLE = _aml(30, "10-9 (1)")
BREAK_AFTER_ORDINARY = _aml(2 * HOUR, "10-9 (2)")

# -- hard work at night, and the plan ---------------------------------------------------------------------

NIGHT_STRAIN_DAY = _aml(8 * HOUR, "10-11 (7)")
PLAN_NOTICE_DAYS = _aml(14, "10-3", Unit.COUNT)

# -- under 18 ---------------------------------------------------------------------------------------------

YOUNG_UNTIL = _aml(MAJORITY, "11-1", Unit.COUNT)
YOUNG_DAY = _aml(8 * HOUR, "11-2")
YOUNG_WEEK = _aml(40 * HOUR, "11-2", Unit.MINUTES_A_WEEK)
CHILD_UNTIL = _aml(15, "11-1", Unit.COUNT)
CHILD_DAY = _aml(7 * HOUR, "11-2")
CHILD_WEEK = _aml(35 * HOUR, "11-2", Unit.MINUTES_A_WEEK)
CHILD_SCHOOL_DAY = _aml(2 * HOUR, "11-2")
CHILD_SCHOOL_WEEK = _aml(12 * HOUR, "11-2", Unit.MINUTES_A_WEEK)
CHILD_NIGHT_FREE_FROM = _aml(20 * HOUR, "11-3")
YOUNG_NIGHT_FREE_FROM = _aml(23 * HOUR, "11-3")
YOUNG_NIGHT_FREE_TO = _aml(6 * HOUR, "11-3")
YOUNG_NIGHT_REASON_FROM = _aml(21 * HOUR, "11-3")
YOUNG_NIGHT_FREE = _aml(8 * HOUR, "11-3")
YOUNG_BREAK_OVER = _aml(4 * HOUR + 30, "11-5 (1)")
YOUNG_BREAK = _aml(30, "11-5 (1)")
YOUNG_DAILY_REST = _aml(12 * HOUR, "11-5 (2)")
CHILD_DAILY_REST = _aml(14 * HOUR, "11-5 (2)")
YOUNG_WEEKLY_REST = _aml(48 * HOUR, "11-5 (3)")

# -- positions and vacation -------------------------------------------------------------------------------

POSITION_ACTUAL_MONTHS = _aml(12, "14-4 a", Unit.COUNT)
POSITION_TEMPORARY_YEARS = _aml(3, "14-9", Unit.COUNT)
_VACATION = Source("ferieloven §§ 5 og 7", VACATION_URL, READ)
VACATION_DAYS = Number(Unit.COUNT, (Since(KNOWN_FROM, 25, _VACATION),))
VACATION_MORE_DAYS = Number(Unit.COUNT, (Since(KNOWN_FROM, 6, _VACATION),))
VACATION_MORE_FROM = Number(Unit.COUNT, (Since(KNOWN_FROM, 60, _VACATION),))
"""The year in which one gets so old there are more days (§ 5 (2))."""
VACATION_NOTICE_MONTHS = Number(Unit.COUNT, (Since(KNOWN_FROM, 2, Source("ferieloven § 6 (2)", VACATION_URL, READ)),))
VACATION_MAIN_DAYS = Number(Unit.COUNT, (Since(KNOWN_FROM, 18, _VACATION),))

# -- the right to BPA ---------------------------------------------------------------------------------------

_RIGHT = Source("pasient- og brukerrettighetsloven § 2-1 d", BPA_URL, READ)
BPA_RIGHT = Number(Unit.MINUTES_A_WEEK, (Since(KNOWN_FROM, 32 * HOUR, _RIGHT),))
BPA_RIGHT_UNLESS_DEAR = Number(Unit.MINUTES_A_WEEK, (Since(KNOWN_FROM, 25 * HOUR, _RIGHT),))
"""From here to the right without conditions, the kommune may show that BPA costs substantially more."""
BPA_AGE = Number(Unit.COUNT, (Since(KNOWN_FROM, 67, _RIGHT),))

_REFUND = Source("opplysning fra en kilde som ikke er kontrollert mot regelverket", "", READ)
REFUND_OVER = Number(Unit.MINUTES_A_WEEK, (Since(KNOWN_FROM, 50 * HOUR, _REFUND),))
REFUND_PERCENT = Number(Unit.COUNT, (Since(KNOWN_FROM, 80, _REFUND),))
"""A source's claim: so much of the wages from the 51st hour may be refunded; no rule rests on it."""
