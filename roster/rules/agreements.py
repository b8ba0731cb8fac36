"""Which agreements can widen the law, how far, and what stands in the way of one that does not (D4-D6)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from roster.domain.brief import Agreement, Brief
from roster.domain.kinds import Employer, Form, Party, Tariff
from roster.domain.spans import DAY
from roster.rules import numbers
from roster.rules.numbers import Number


@dataclass(frozen=True, slots=True)
class Allowed:
    """What a paragraph lets a party agree on: the most of some values, the least of others (hours).

    ``weeks``: longest averaging period. ``any_value``: no bound but reason (§ 10-12 (4) and (7)).
    ``compensates``: only with rest of the same length in return. ``or_party``: another who may give it instead; the
    authority asks for no collective agreement. ``for_all``: can be made to hold for all (§ 10-12 (5)).
    """

    party: Party
    tariff: bool
    most: Mapping[str, Number]
    least: Mapping[str, Number]
    weeks: Number | None = None
    any_value: frozenset[str] = frozenset()
    compensates: bool = False
    for_all: bool = True
    or_party: Party | None = None

    def given_by(self, party: Party) -> bool:
        return party in (self.party, self.or_party)


NIGHT_VALUES = frozenset({"night_from", "night_to"})
"""From when to when it is night, in hours past midnight; they go together."""

NIGHT_SPAN = ("10-11 (1)", "10-12 (4)")
"""Paragraphs under which the night can be laid elsewhere."""

BELOW_FLOOR, OTHER_PROTECTION = "below_floor", "other_protection"
"""Of § 10-8 (3): less than 8 hours for work nobody could foresee; what else protects where rest in return cannot."""

STANDBY_PARTS = "standby_parts"
"""Of § 10-4 (3): one part in so many of standby is working time."""

_OVERTIME = frozenset({"overtime_7d_h", "overtime_4w_h", "overtime_52w_h"})
_REST = frozenset({"daily_rest_h", "weekly_rest_h"})
_ANY = frozenset({"day_h", "week_h", "single_week_h", "total_day_h", "night_day_h", *_REST, *_OVERTIME, *NIGHT_VALUES})

MATRIX: Mapping[str, Allowed] = {
    "10-4 (2)": Allowed(Party.AUTHORITY, False, {"day_h": numbers.CONSENT_DAY}, {}),
    "10-4 (3)": Allowed(Party.REPS, True, {}, {}, or_party=Party.AUTHORITY, for_all=False),
    "10-5 (1)": Allowed(
        Party.INDIVIDUAL,
        False,
        {
            "day_h": numbers.INDIVIDUAL_DAY,
            "week_h": numbers.AVERAGED_WEEK,
            "single_week_h": numbers.INDIVIDUAL_SINGLE_WEEK,
        },
        {},
        numbers.AVERAGING_WEEKS,
    ),
    "10-5 (2)": Allowed(
        Party.REPS,
        True,
        {"day_h": numbers.REPS_DAY, "week_h": numbers.AVERAGED_WEEK, "single_week_h": numbers.REPS_SINGLE_WEEK},
        {},
        numbers.AVERAGING_WEEKS,
    ),
    "10-5 (3)": Allowed(
        Party.AUTHORITY,
        False,
        {"day_h": numbers.CONSENT_DAY, "total_day_h": numbers.CONSENT_DAY, "week_h": numbers.AVERAGED_WEEK},
        {},
        numbers.AVERAGING_WEEKS_CONSENT,
    ),
    "10-6 (5)": Allowed(
        Party.REPS,
        True,
        {
            "overtime_7d_h": numbers.OVERTIME_WEEK_REPS,
            "overtime_4w_h": numbers.OVERTIME_4_WEEKS_REPS,
            "overtime_52w_h": numbers.OVERTIME_YEAR_REPS,
        },
        {},
    ),
    "10-6 (6)": Allowed(
        Party.AUTHORITY,
        False,
        {"overtime_7d_h": numbers.OVERTIME_WEEK_CONSENT, "overtime_26w_h": numbers.OVERTIME_26_WEEKS_CONSENT},
        {},
    ),
    "10-6 (9)": Allowed(Party.REPS, True, {"total_day_h": numbers.TOTAL_DAY_REPS}, {}, compensates=True),
    "10-8 (3)": Allowed(
        Party.REPS,
        True,
        {},
        {"daily_rest_h": numbers.DAILY_REST_FLOOR, "weekly_rest_h": numbers.WEEKLY_REST_FLOOR},
        any_value=frozenset({BELOW_FLOOR, OTHER_PROTECTION}),
        compensates=True,
    ),
    "10-8 (4)": Allowed(Party.INDIVIDUAL, False, {}, {}, numbers.SUNDAY_BLOCK_WEEKS),
    "10-11 (1)": Allowed(Party.REPS, True, {}, {}, any_value=NIGHT_VALUES),
    "10-11 (4)": Allowed(Party.REPS, True, {}, {}),
    "10-11 (9)": Allowed(Party.REPS, True, {}, {}, any_value=frozenset({"night_day_h"}), compensates=True),
    "10-12 (3)": Allowed(Party.REPS, False, {}, {}, compensates=True),
    "10-12 (4)": Allowed(Party.UNION, True, {}, {}, numbers.AVERAGING_WEEKS, any_value=_ANY, compensates=True),
    "10-12 (5)": Allowed(Party.REPS, True, {}, {}, any_value=frozenset({"majority_bound"}), or_party=Party.UNION),
    "10-12 (6)": Allowed(Party.AUTHORITY, False, {}, {}),
    "10-12 (7)": Allowed(
        Party.AUTHORITY,
        False,
        {},
        {},
        any_value=frozenset({"daily_rest_h", "weekly_rest_h", "total_day_h", "day_h"}),
        compensates=True,
    ),
}

IN_HOUSEHOLD = ("10-5 (1)", "10-8 (4)")
"""What can be agreed where the employer is a private person: averaging by § 9 of the regulation of 2022; and Sundays,
which were not read there, provisionally as by the Act (D35)."""

AVERAGING = ("10-5 (1)", "10-5 (2)", "10-5 (3)", "10-12 (4)")
"""Paragraphs under which hours can be averaged; they need a period."""


class Flaw(StrEnum):
    """Why an agreement on record widens nothing, or not all that it says (D6)."""

    UNKNOWN = "unknown"
    HOUSEHOLD = "household"
    PARTY = "party"
    TARIFF = "tariff"
    NOT_YET = "not_yet"
    EXPIRED = "expired"
    NO_VALUE = "no_value"
    NO_WEEKS = "no_weeks"
    WEEKS = "weeks"
    ABOVE = "above"
    NO_COMPENSATION = "no_compensation"
    NIGHT = "night"
    NO_MAJORITY = "no_majority"


def paragraph_of(agreement: Agreement) -> str:
    """The paragraph without «aml» and «§», with one space before the ledd."""
    bare = agreement.paragraph.replace("aml", "").replace("§", "").replace(" ", "")
    return bare.replace("(", " (", 1)


def covers(agreement: Agreement, who: str) -> bool:
    """The agreement holds for the assistant: named in it, or a majority is bound by it (§ 10-12 (5))."""
    return agreement.covers is None or who in agreement.covers or _for_all(agreement)


def _for_all(agreement: Agreement) -> bool:
    """The employer states that a majority is bound by what reps or a union have signed (D7)."""
    allowed = MATRIX.get(paragraph_of(agreement))
    by_many = agreement.party in (Party.REPS, Party.UNION) and allowed is not None and allowed.for_all
    return by_many and bool(agreement.values.get("majority_bound"))


def in_force_from(agreement: Agreement) -> date | None:
    """The first day on which it can be in force: none is in writing before it is signed; None where no day is told."""
    return max((one for one in (agreement.valid_from, agreement.signed) if one is not None), default=None)


def last_day(brief: Brief) -> date:
    """The last date that the plan reaches; a grunnturnus reaches as far as it is rolled out (D27)."""
    period = brief.period
    weeks = max(period.weeks, period.rollout_weeks) if period.form is Form.CYCLE else period.weeks
    return period.start + timedelta(days=7 * weeks - 1)


def changes_inside(brief: Brief) -> bool:
    """Some agreement begins or ends inside the plan, so that it matters which day of it is asked about."""
    first, last = brief.period.start, last_day(brief)
    turns = ((in_force_from(one), one.valid_to) for one in brief.agreements)
    return any((begins and first < begins <= last) or (ends and first <= ends < last) for begins, ends in turns)


def turning_days(brief: Brief) -> tuple[date, ...]:
    """The days from which other agreements hold than the day before, in order."""
    begins = {in_force_from(one) for one in brief.agreements}
    ends = {one.valid_to + timedelta(days=1) for one in brief.agreements if one.valid_to and one.valid_to < date.max}
    return tuple(sorted({day for day in begins if day} | ends))


def turns_after(brief: Brief) -> tuple[date, ...]:
    """Those of them just after the plan: a night of its last day may reach into a red day on which less is agreed."""
    last = last_day(brief)
    return tuple(day for day in turning_days(brief) if last < day <= last + _REACHED)


_REACHED = timedelta(days=7)


def flaws(brief: Brief, agreement: Agreement, on: date | None = None) -> Iterator[Flaw]:
    """Everything that keeps the agreement from widening the law in this plan, or ``on`` one day of it.

    None: it does what it says.
    """
    allowed = MATRIX.get(paragraph_of(agreement))
    if allowed is None:
        yield Flaw.UNKNOWN
        return
    if brief.arrangement.employer is Employer.PRIVATPERSON and paragraph_of(agreement) not in IN_HOUSEHOLD:
        yield Flaw.HOUSEHOLD
    if not allowed.given_by(agreement.party):
        yield Flaw.PARTY
    by_authority = agreement.party is Party.AUTHORITY and allowed.or_party is Party.AUTHORITY
    unbound = brief.arrangement.tariff is Tariff.NONE and not by_authority
    if allowed.tariff and unbound and set(agreement.values) != {BELOW_FLOOR}:
        yield Flaw.TARIFF
    begins = in_force_from(agreement)
    if begins is not None and begins > (on or brief.period.start):
        yield Flaw.NOT_YET
    if agreement.valid_to is not None and agreement.valid_to < (on or last_day(brief)):
        yield Flaw.EXPIRED
    yield from _value_flaws(brief, agreement, allowed)
    if allowed.compensates and agreement.compensating_rest is False and _owes_rest(agreement):
        yield Flaw.NO_COMPENSATION
    if "majority_bound" in agreement.values and not agreement.values["majority_bound"] and agreement.covers is None:
        yield Flaw.NO_MAJORITY


def _owes_rest(agreement: Agreement) -> bool:
    """A union's agreement owes rest only for what it takes of §§ 10-8 (1), (2) and 10-11 (6), (7) (§ 10-12 (4)).

    Where rest in return is not possible, other suitable protection is enough (§ 10-8 (3)).
    """
    if agreement.values.get(OTHER_PROTECTION):
        return False
    return agreement.party is not Party.UNION or bool(agreement.values.keys() & {*_REST, "night_day_h"})


def _value_flaws(brief: Brief, agreement: Agreement, allowed: Allowed) -> Iterator[Flaw]:
    on = brief.period.start
    understood = {*allowed.most, *allowed.least, *allowed.any_value}
    if understood and not understood & set(agreement.values) and agreement.averaging_weeks is None:
        yield Flaw.NO_VALUE
    if paragraph_of(agreement) in AVERAGING[:3] and agreement.averaging_weeks is None:
        yield Flaw.NO_WEEKS
    if allowed.weeks and agreement.averaging_weeks and agreement.averaging_weeks > allowed.weeks.on(on):
        yield Flaw.WEEKS
    too_much = any(
        name in agreement.values and above(agreement.values[name], most.on(on)) for name, most in allowed.most.items()
    )
    too_little = any(
        name in agreement.values and below(agreement.values[name], least.on(on))
        for name, least in allowed.least.items()
    )
    if too_much or too_little:
        yield Flaw.ABOVE
    if paragraph_of(agreement) in NIGHT_SPAN and NIGHT_VALUES & set(agreement.values) and not _is_night(agreement):
        yield Flaw.NIGHT


def _is_night(agreement: Agreement) -> bool:
    """At least 8 hours on end that hold all of 00 to 06 (§ 10-11 (1)); a union may agree on another (§ 10-12 (4))."""
    if not NIGHT_VALUES.issubset(agreement.values):
        return False
    opens, closes = (whole_minutes(agreement.values[name]) % DAY for name in ("night_from", "night_to"))
    length = (closes - opens) % DAY
    if agreement.party is Party.UNION:
        return length > 0
    before = -opens % DAY
    return (
        length >= numbers.NIGHT_LEAST.on(numbers.KNOWN_FROM)
        and before + numbers.NIGHT_CORE_TO.on(numbers.KNOWN_FROM) <= length
    )


def above(hours: Decimal, minutes: int) -> bool:
    return hours * 60 > minutes


def below(hours: Decimal, minutes: int) -> bool:
    return hours * 60 < minutes


def whole_minutes(hours: Decimal) -> int:
    return round(hours * 60)
