"""Which agreements can widen the law, how far, and what stands in the way of one that does not (D4-D6)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from roster.domain.brief import Agreement, Brief
from roster.domain.kinds import Employer, Form, Party, Tariff
from roster.rules import numbers
from roster.rules.numbers import Number


@dataclass(frozen=True, slots=True)
class Allowed:
    """What a paragraph lets a party agree on: the most of some values, the least of others (hours).

    ``weeks``: longest averaging period. ``any_value``: no bound but reason (§ 10-12 (4) and (7)).
    ``compensates``: only with rest of the same length in return.
    """

    party: Party
    tariff: bool
    most: Mapping[str, Number]
    least: Mapping[str, Number]
    weeks: Number | None = None
    any_value: frozenset[str] = frozenset()
    compensates: bool = False


_ANY = frozenset({"day_h", "week_h", "single_week_h", "daily_rest_h", "weekly_rest_h", "total_day_h", "night_day_h"})

MATRIX: Mapping[str, Allowed] = {
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
    "10-6 (9)": Allowed(Party.REPS, True, {"total_day_h": numbers.TOTAL_DAY_REPS}, {}, compensates=True),
    "10-8 (3)": Allowed(
        Party.REPS,
        True,
        {},
        {"daily_rest_h": numbers.DAILY_REST_FLOOR, "weekly_rest_h": numbers.WEEKLY_REST_FLOOR},
        compensates=True,
    ),
    "10-8 (4)": Allowed(Party.INDIVIDUAL, False, {}, {}),
    "10-11 (9)": Allowed(Party.REPS, True, {}, {}, any_value=frozenset({"night_day_h"}), compensates=True),
    "10-12 (4)": Allowed(Party.UNION, False, {}, {}, numbers.AVERAGING_WEEKS, any_value=_ANY, compensates=True),
    "10-12 (7)": Allowed(
        Party.AUTHORITY,
        False,
        {},
        {},
        any_value=frozenset({"daily_rest_h", "weekly_rest_h", "total_day_h"}),
        compensates=True,
    ),
}

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


def paragraph_of(agreement: Agreement) -> str:
    """The paragraph without «aml» and «§», with one space before the ledd."""
    bare = agreement.paragraph.replace("aml", "").replace("§", "").replace(" ", "")
    return bare.replace("(", " (", 1)


def covers(agreement: Agreement, who: str) -> bool:
    return agreement.covers is None or who in agreement.covers


def last_day(brief: Brief) -> date:
    """The last date that the plan reaches; a grunnturnus reaches as far as it is rolled out (D27)."""
    period = brief.period
    weeks = max(period.weeks, period.rollout_weeks) if period.form is Form.CYCLE else period.weeks
    return period.start + timedelta(days=7 * weeks - 1)


def flaws(brief: Brief, agreement: Agreement) -> Iterator[Flaw]:
    """Everything that keeps the agreement from widening the law in this plan; none: it does what it says."""
    allowed = MATRIX.get(paragraph_of(agreement))
    if allowed is None:
        yield Flaw.UNKNOWN
        return
    private = brief.arrangement.employer is Employer.PRIVATPERSON
    if private and allowed.party is Party.REPS:
        yield Flaw.HOUSEHOLD
    if agreement.party is not allowed.party:
        yield Flaw.PARTY
    if allowed.tariff and brief.arrangement.tariff is Tariff.NONE:
        yield Flaw.TARIFF
    begins = agreement.valid_from or agreement.signed
    if begins is not None and begins > brief.period.start:
        yield Flaw.NOT_YET
    if agreement.valid_to is not None and agreement.valid_to < last_day(brief):
        yield Flaw.EXPIRED
    yield from _value_flaws(brief, agreement, allowed)
    if allowed.compensates and agreement.compensating_rest is False:
        yield Flaw.NO_COMPENSATION


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


def above(hours: Decimal, minutes: int) -> bool:
    return hours * 60 > minutes


def below(hours: Decimal, minutes: int) -> bool:
    return hours * 60 < minutes


def whole_minutes(hours: Decimal) -> int:
    return round(hours * 60)
