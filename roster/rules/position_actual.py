"""Stilling som svarer til faktisk arbeidstid: aml § 14-4 a.

Read as: a permanent part-timer who in the last 12 months has regularly worked more than agreed has a right to a
position as large as that. Counted are the weeks known of the 12 months up to the end of the plan: those planned, and
those of history or, where they tell of more, of the averaging period so far (D21). Regularly: the hours of the weeks
known are over 0,1 hours a week more than agreed (what is less is rounding of the position), and so are those of at
least half of the weeks told one by one, over 13 weeks or more. It
is to be considered, for whether the need goes on is not in the plan; the figures and the period are in the finding.
The solver is told nothing: § 10-6 (1) and what is wanted bound the hours already.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from roster.domain.assistant import Assistant
from roster.domain.finding import Finding, Owed, Unit, Verdict
from roster.domain.frame import Frame
from roster.domain.kept import Kept
from roster.domain.kinds import Position
from roster.domain.roster import Roster, Weekly, WorkWeek
from roster.domain.shift import paid
from roster.rules import numbers
from roster.rules.contract import contract_paid
from roster.rules.numbers import aml
from roster.rules.rule import Rule, each
from roster.rules.verdicts import Judged, found
from roster.rules.windows import a_week
from solver.problem import Limit

ID = "position-actual"
SOURCE = aml("14-4 a")
FULL = 100
QUARTER_WEEKS = 13
WEEKS_A_YEAR = 52
MONTHS_A_YEAR = 12
TOLERANCE = 6
"""Minutes a week by which a position may be exceeded and still be the same: a tenth of an hour, as in D17."""
WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class _Known:
    """So many weeks up to ``last``, what was paid in them and agreed for them, and how many of them held more."""

    last: date
    weeks: int
    paid: int
    agreed: Fraction
    over: int
    told: int

    @property
    def first(self) -> date:
        return self.last - self.weeks * WEEK + timedelta(days=1)


def check_of(roster: Roster, person: Assistant) -> Iterator[Finding]:
    """What is found of one assistant."""
    yield _of(roster, person)


def _of(roster: Roster, person: Assistant) -> Finding:
    known = _known(roster, person)
    owed = Owed(int(known.agreed / known.weeks), (SOURCE.paragraph,))
    entitled = person.position is Position.PERMANENT and 0 < person.percent < FULL
    regularly = known.weeks >= QUARTER_WEEKS and known.over * 2 >= known.told
    more = known.paid > known.agreed + known.weeks * TOLERANCE
    verdict = Verdict.CONSIDER if entitled and regularly and more else Verdict.OK
    if not entitled:
        return found(ID, SOURCE, Judged(Verdict.OK, owed), person.id, None, measured=None, unit=Unit.MINUTES_A_WEEK)
    return found(
        ID,
        SOURCE,
        Judged(verdict, owed),
        person.id,
        None,
        measured=a_week(known.paid, known.weeks),
        unit=Unit.MINUTES_A_WEEK,
        weeks=known.weeks,
        first=known.first.isoformat(),
        last=known.last.isoformat(),
        extra=max(0, known.paid - int(known.agreed)),
        percent=_percent(known, person),
        less=int(known.agreed < person.contract_week * known.weeks),
    )


def _percent(known: _Known, person: Assistant) -> int:
    """The position that the hours amount to, in tenths of a percent: as much more of the position as of its hours.

    A week of vacation, or off with pay, asks for no hours, and makes no position smaller.
    """
    return int(Fraction(person.percent) * 10 * known.paid / known.agreed) if known.agreed else 0


def _known(roster: Roster, person: Assistant) -> _Known:
    """The weeks of the plan, and as many before it as are known of within the 12 months."""
    frame = roster.frame
    most = WEEKS_A_YEAR * numbers.POSITION_ACTUAL_MONTHS.on(frame.first_day) // MONTHS_A_YEAR
    first = max(0, frame.weeks - most)
    planned = dict(enumerate(_PAID.of(roster, person.id)[first:], first))
    each, agreed = _AGREED.of(frame, person.id, lambda: _agreed(frame, person, planned))
    past = _past(frame, person, most - len(planned))
    contract = person.contract_week
    told = len(planned) + len(past)
    over = sum(planned[week] > each[week] + TOLERANCE for week in planned)
    over += sum(minutes > contract + TOLERANCE for minutes in past)
    minutes, count = sum(past), len(past)
    brought = next((one for one in frame.brief.balances if one.who == person.id), None)
    if brought is not None and brought.averaging_minutes is not None and (brought.averaging_weeks or 0) > count:
        minutes, count = brought.averaging_minutes, brought.averaging_weeks or 0
    return _Known(
        frame.first_day + frame.weeks * WEEK - timedelta(days=1),
        len(planned) + count,
        sum(planned.values()) + minutes,
        agreed + contract * count,
        over,
        told,
    )


def _paid(frame: Frame, _: str, week: WorkWeek) -> int:
    resting = frame.brief.settings.resting_paid
    return sum(paid(one, resting) for one in week.shifts if one.here and frame.week_of(one) == week.number)


_PAID = Weekly(_paid)


def _agreed(frame: Frame, person: Assistant, weeks: Collection[int]) -> tuple[dict[int, int], Fraction]:
    """Minutes that the contract gives in each of the weeks, rounded down, and exactly in all of them."""
    if _is_steady(person):
        week, count = contract_paid(frame, person, (0, 1)), len(weeks)
        return dict.fromkeys(weeks, int(week)), week * count
    each = {week: contract_paid(frame, person, (week, week + 1)) for week in weeks}
    return {week: int(minutes) for week, minutes in each.items()}, sum(each.values(), Fraction(0))


def _is_steady(person: Assistant) -> bool:
    """Every week of the plan is worth the same by contract."""
    away = person.vacation or person.leaves or person.employed_from or person.employed_to
    return not (away or person.paid_off or person.credits)


_AGREED: Kept[tuple[dict[int, int], Fraction]] = Kept()


def _past(frame: Frame, person: Assistant, most: int) -> list[int]:
    """Minutes paid in each of the weeks before the plan from the first that history tells of."""
    weeks: dict[int, int] = {}
    for one in frame.past.get(person.id, ()):
        back = -((frame.span.start - one.span.start) // -(7 * 24 * 60))
        if one.here and back <= most:
            weeks[back] = weeks.get(back, 0) + paid(one, frame.brief.settings.resting_paid)
    return [weeks.get(back, 0) for back in range(1, max(weeks, default=0) + 1)]


def limits(_: Frame) -> Iterator[Limit]:
    """Nothing: the claim follows from hours that other rules bound."""
    yield from ()


check = each(check_of)
RULE = Rule(ID, SOURCE, check, limits, check_of)
