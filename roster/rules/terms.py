"""Which number holds for an assistant, and why: the law, then the agreements in force (D4-D6)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from roster.domain.brief import Agreement, Brief
from roster.domain.finding import Owed
from roster.domain.kept import Kept
from roster.domain.kinds import Employer, Tariff
from roster.domain.spans import DAY, WEEK
from roster.rules import numbers
from roster.rules.agreements import (
    AVERAGING,
    MATRIX,
    NIGHT_SPAN,
    NIGHT_VALUES,
    paragraph_of,
    whole_minutes,
)
from roster.rules.in_force import Ground, agreed
from roster.rules.numbers import Number


@dataclass(frozen=True, slots=True)
class Overtime:
    """The most overtime in 7 days, in 4 weeks on end and in 52; in 26 where the authority has allowed more (§ 10-6)."""

    week: Owed
    four_weeks: Owed
    year: Owed
    half_year: Owed | None


@dataclass(frozen=True, slots=True)
class Terms:
    """The numbers in force for one assistant, in minutes.

    ``week`` is the most in a single week under averaging, None without an agreement on it (then § 10-4 holds
    every week); ``averaging_weeks`` None: no averaging. ``passive_day``: what Arbeidstilsynet has consented to for
    days of passive duty (§ 10-4 (2)). ``sunday_basis`` counts weeks with Sunday work in a row.
    ``compensating``: rest may be cut against rest in return (§ 10-8 (3), § 10-12 (4) and (7)). ``night``: from
    and to, in minutes past midnight. ``night_day``: the most of § 10-11 (6) and (7); ``night_unbounded``: it could
    be agreed to any amount (9).
    """

    daily_rest: Owed
    weekly_rest: Owed
    day: Owed
    week: Owed | None
    week_average: Owed
    averaging_weeks: int | None
    averaging: Owed | None
    passive_day: Owed | None
    average: Owed
    average_sundays: Owed
    average_round: Owed
    sunday_average: bool
    sunday_basis: Owed
    total_day: Owed
    total_week: Owed
    overtime: Overtime
    night: tuple[int, int]
    night_unsigned: tuple[str, ...]
    night_day: Owed
    night_unbounded: bool
    compensating: bool


UNBOUNDED_WEEK = WEEK
"""A single week that no figure of law or agreement bounds."""
HOUSEHOLD_PROVISIONAL = "household-provisional"
HOUSEHOLD = numbers.household("").paragraph.rstrip()
"""How a paragraph of the regulation of 2022 begins."""


def terms(brief: Brief, who: str, ground: Ground = Ground.IN_USE, on: date | None = None) -> Terms:
    """The assistant's numbers on that ground, for the plan or ``on`` one day of it; reckoned once for each brief."""
    return _KEPT.of(brief, None, lambda: _Numbers(brief)).terms(who, ground, on)


class _Numbers:
    """The terms of one brief, by the stretches of days between which no agreement begins or ends."""

    def __init__(self, brief: Brief) -> None:
        self._brief = brief
        # Held on to: as long as this is, its agreements are told apart by identity.
        self._agreed = agreed(brief)
        self._terms: dict[tuple[str, Ground, int | None], Terms] = {}
        self._by_force: dict[tuple[int, ...], Terms] = {}

    def terms(self, who: str, ground: Ground, on: date | None) -> Terms:
        key = (who, ground, self._agreed.of(on))
        known = self._terms.get(key)
        if known is None:
            known = self._terms[key] = self._of_force(self._agreed.in_force(who, ground, on))
        return known

    def _of_force(self, force: tuple[Agreement, ...]) -> Terms:
        """Those whom the same agreements cover have the same numbers."""
        key = tuple(map(id, force))
        known = self._by_force.get(key)
        if known is None:
            known = self._by_force[key] = _terms(self._brief, force)
        return known


_KEPT: Kept[_Numbers] = Kept(16)


def _terms(brief: Brief, force: tuple[Agreement, ...]) -> Terms:
    on = brief.period.start
    house = brief.arrangement.employer is Employer.PRIVATPERSON
    assumes = (HOUSEHOLD_PROVISIONAL,) if house else ()
    bound = brief.arrangement.tariff is not Tariff.NONE and not house

    def by_reps(paragraph: str) -> str:
        return f"aml § {paragraph} med tillitsvalgte" + ("" if bound else " (krever tariffavtale)")

    def law(number: Number, *could: str) -> Owed:
        """The plain amount; at a private person's home by the regulation, provisional where that was not read."""
        read = numbers.in_household(number.source(on).paragraph) if house else None
        if read is not None:
            return Owed(number.on(on), (read.paragraph,))
        return Owed(number.on(on), (number.source(on).paragraph,), () if house else could, (), assumes)

    def widened(plain: Owed, name: str, paragraphs: tuple[str, ...], most: bool) -> Owed:
        """The plain amount, or the widest that an agreement under one of the paragraphs gives."""
        best = plain
        for one in force:
            if paragraph_of(one) in paragraphs and name in one.values:
                amount = whole_minutes(one.values[name])
                if amount > best.amount if most else amount < best.amount:
                    best = _by(one, amount, plain, on, name)
        return best

    union, consent = "aml § 10-12 (4) med fagforening med innstillingsrett", "aml § 10-12 (7) fra Arbeidstilsynet"
    averaging = _averaging(force)
    individual = ("forskriften § 9 med den enkelte",) if house else ("aml § 10-5 (1) med den enkelte",)
    day_could = () if house else (*individual, by_reps("10-5 (2)"), union)
    plain_day = replace(law(numbers.ORDINARY_DAY), could=day_could or individual)
    day, week, week_average = plain_day, None, law(numbers.AVERAGED_WEEK, union)
    if averaging is not None:
        day, week, week_average = _averaged(brief, averaging, plain_day, week_average)

    special = ("10-12 (4)", "10-12 (7)")
    day = widened(day, "day_h", special, most=True)
    if averaging is not None and paragraph_of(averaging) == "10-5 (3)":
        day = widened(day, "total_day_h", ("10-12 (7)",), most=True)

    sundays = next((one for one in force if paragraph_of(one) == "10-8 (4)"), None)
    next_off = Owed(1, ("aml § 10-8 (4)",), () if sundays else ("aml § 10-8 (4) med den enkelte",), (), assumes)
    total_day = law(numbers.TOTAL_DAY, by_reps("10-6 (9)"), union, consent)
    night = law(numbers.NIGHT_DAY, by_reps("10-11 (9)"), union)
    other_night = (one for one in force if paragraph_of(one) in NIGHT_SPAN and NIGHT_VALUES.issubset(one.values))
    night_by = next(other_night, None)
    night_deviating = ("10-11 (9)", "10-12 (4)")
    allowed, authority = ("10-6 (5)", "10-6 (6)", "10-12 (4)"), "aml § 10-6 (6) fra Arbeidstilsynet"
    more_overtime = (by_reps("10-6 (5)"), authority, union)
    overtime = Overtime(
        widened(law(numbers.OVERTIME_WEEK, *more_overtime), "overtime_7d_h", allowed, most=True),
        widened(law(numbers.OVERTIME_4_WEEKS, *more_overtime), "overtime_4w_h", allowed, most=True),
        widened(law(numbers.OVERTIME_YEAR, *more_overtime), "overtime_52w_h", allowed, most=True),
        None,
    )
    by_authority = next((one for one in force if paragraph_of(one) == "10-6 (6)"), None)
    if by_authority is not None:
        overtime = _by_authority(overtime, by_authority)
    rest = {
        "daily": law(numbers.DAILY_REST, by_reps("10-8 (3)"), union, consent),
        "weekly": law(numbers.WEEKLY_REST, by_reps("10-8 (3)"), union, consent),
    }
    shorter = ("10-8 (3)", "10-12 (4)", "10-12 (7)")
    daily = widened(rest["daily"], "daily_rest_h", shorter, most=False)
    weekly = widened(rest["weekly"], "weekly_rest_h", shorter, most=False)
    return Terms(
        daily_rest=daily,
        weekly_rest=weekly,
        day=day,
        week=week,
        week_average=week_average,
        averaging_weeks=averaging.averaging_weeks if averaging else None,
        averaging=_by(averaging, averaging.averaging_weeks or 0, plain_day) if averaging else None,
        passive_day=next(
            (
                _by(one, whole_minutes(one.values["day_h"]), plain_day)
                for one in force
                if paragraph_of(one) == "10-4 (2)" and "day_h" in one.values
            ),
            None,
        ),
        average=law(numbers.ORDINARY_WEEK, *_could_average(averaging, day_could or individual)),
        average_sundays=law(numbers.ORDINARY_WEEK_SUNDAYS, *_could_average(averaging, day_could or individual)),
        average_round=law(numbers.ORDINARY_WEEK_ROUND, *_could_average(averaging, day_could or individual)),
        sunday_average=sundays is not None,
        sunday_basis=_by(sundays, numbers.SUNDAY_FREE_EVERY.on(on) - 1, next_off) if sundays else next_off,
        # What is agreed of the ordinary day in place of the chapter is agreed of all hours of the day, too.
        total_day=widened(
            widened(total_day, "total_day_h", ("10-6 (9)", "10-5 (3)", *special), most=True),
            "day_h",
            special,
            most=True,
        ),
        total_week=law(numbers.TOTAL_WEEK, union),
        overtime=overtime,
        night=_night_of(night_by) if night_by else plain_night(brief),
        night_unsigned=(night_by.id,) if night_by and night_by.signed is None else (),
        night_day=widened(night, "night_day_h", night_deviating, most=True),
        night_unbounded=any(paragraph_of(one) == "10-11 (9)" and "night_day_h" not in one.values for one in force),
        compensating=daily.amount < rest["daily"].amount or weekly.amount < rest["weekly"].amount,
    )


def _by(agreement: Agreement, amount: int, plain: Owed, on: date | None = None, name: str = "") -> Owed:
    """An amount that rests on an agreement instead of the plain law; what could give yet more stays named.

    ``name``: the value of the agreement that gives it; where its paragraph lets more be agreed on, it stays named too.
    """
    paragraph = f"aml § {paragraph_of(agreement)}"
    if plain.basis[0].startswith(HOUSEHOLD):
        paragraph = plain.basis[0]
    basis = (paragraph, f"avtale {agreement.id}") if agreement.id else (paragraph,)
    spent = () if on is not None and _goes_further(agreement, name, amount, on) else (paragraph,)
    weaker = ("aml § 10-5 (1)", *spent) if paragraph == "aml § 10-5 (2)" else spent
    could = tuple(one for one in plain.could if not one.startswith(weaker))
    unsigned = () if agreement.signed is not None else (agreement.id,)
    return Owed(amount, basis, could, unsigned, plain.assumes)


def _goes_further(agreement: Agreement, name: str, amount: int, on: date) -> bool:
    """Under the same paragraph more could be agreed on than this agreement gives."""
    allowed = MATRIX[paragraph_of(agreement)]
    if name in allowed.most:
        return amount < allowed.most[name].on(on)
    return name in allowed.least and amount > allowed.least[name].on(on)


def _by_authority(plain: Overtime, agreement: Agreement) -> Overtime:
    """Overtime where Arbeidstilsynet has allowed more (6): no limit over 4 weeks but that of their single weeks.

    The 200 hours then hold in 26 weeks, so twice as much in 52; where 26 weeks are not named, the 52 stay the law's.
    """
    four = _by(agreement, max(plain.four_weeks.amount, 4 * plain.week.amount), plain.four_weeks)
    if "overtime_26w_h" not in agreement.values:
        return Overtime(plain.week, four, plain.year, None)
    half = _by(agreement, whole_minutes(agreement.values["overtime_26w_h"]), plain.year)
    return Overtime(plain.week, four, _by(agreement, max(plain.year.amount, 2 * half.amount), plain.year), half)


def _averaging(force: Sequence[Agreement]) -> Agreement | None:
    """The one agreement on averaging that holds: of several, that with the longest day, then week, then period.

    Its values go together: a long day of one agreement is not joined to the long period of another.
    """
    able = [one for one in force if paragraph_of(one) in AVERAGING and one.averaging_weeks is not None]
    zero = Decimal(0)
    return max(
        able,
        key=lambda one: (
            one.values.get("day_h", zero),
            one.values.get("single_week_h", one.values.get("week_h", zero)),
            one.averaging_weeks or 0,
        ),
        default=None,
    )


def _averaged(brief: Brief, agreement: Agreement, day: Owed, average: Owed) -> tuple[Owed, Owed, Owed]:
    """Day, single week and 8-week average under an agreement; a value it does not give stays the law's (D4).

    Without an agreed single week no week is over 48 hours, the plain reading of «48 timer i løpet av sju dager». The
    authority's consent names none: its 48 hours are an average over eight weeks, and nothing more (3).
    """
    values = agreement.values
    agreed = values.get("day_h", values.get("total_day_h") if paragraph_of(agreement) == "10-5 (3)" else None)
    longest = day.amount if agreed is None else max(day.amount, whole_minutes(agreed))
    forty_eight = numbers.AVERAGED_WEEK.on(brief.period.start)
    week_h = whole_minutes(values["week_h"]) if "week_h" in values else forty_eight
    single = whole_minutes(values["single_week_h"]) if "single_week_h" in values else week_h
    if paragraph_of(agreement) == "10-5 (3)":
        single = UNBOUNDED_WEEK
    on = brief.period.start
    by_day = _by(agreement, longest, day, on, "day_h") if longest > day.amount else day
    return by_day, _by(agreement, single, day, on, "single_week_h"), _by(agreement, week_h, average)


def _could_average(averaging: Agreement | None, could: tuple[str, ...]) -> tuple[str, ...]:
    """Averaging lets single weeks be longer; once it is there, nothing but shorter hours brings the average down."""
    return () if averaging else could


def plain_night(brief: Brief) -> tuple[int, int]:
    """The night without agreement, from and to: 21-06, or 23-06 where the employer is a private person."""
    private = brief.arrangement.employer is Employer.PRIVATPERSON
    opens = numbers.HOUSEHOLD_NIGHT_FROM if private else numbers.NIGHT_FROM
    return opens.on(brief.period.start), numbers.NIGHT_TO.on(brief.period.start)


def _night_of(agreement: Agreement) -> tuple[int, int]:
    values = agreement.values
    return whole_minutes(values["night_from"]) % DAY, whole_minutes(values["night_to"]) % DAY
