"""Heltidsuke: aml § 10-4 (4)-(6), and what the agreements have in its place (D17).

Read as: the hours a full position comes to are what the roster says, not what the brief says. By law 40; 38 with work
at least every third Sunday or mainly at night; 36 in hours like helkontinuerlig; in tredelt turnus 40 less 10 minutes
for every red hour and 15 for every night hour, between 36 and 38. By agreement 37,5; 35,5 with work between 20 and 06
or every third Sunday; 33,6 in hours like helkontinuerlig; in tredelt turnus 37,5 less the same, between 33,6 and 35,5.
What a part-timer works is scaled to full time first. A brief that says over 0,1 hours more, or by agreement less, is to
be considered; the law alone is a ceiling, so less than it is anybody's to agree.
"""

from collections.abc import Iterator
from fractions import Fraction
from math import floor

from roster.domain.assistant import Assistant
from roster.domain.finding import Finding, Unit, Verdict
from roster.domain.frame import Frame
from roster.domain.kinds import Tariff
from roster.domain.roster import Roster
from roster.domain.shift import Shift
from roster.domain.spans import HOUR
from roster.rules import numbers
from roster.rules.numbers import Number, aml
from roster.rules.ordinary import Hours, pattern
from roster.rules.rule import Rule, each
from solver.problem import Limit

ID = "full-time-week"
SOURCE = aml("10-4 (6)")
TOLERANCE = 6
"""Minutes by which the brief and the roster may differ (D17)."""
TURNUS_FROM, TURNUS_TO = 20 * HOUR, 6 * HOUR
"""Work between these makes the hours turnus by agreement (working-time-rules.md 4.3)."""


def check_of(roster: Roster, person: Assistant) -> Iterator[Finding]:
    """What is found of one assistant."""
    tariff = roster.frame.brief.arrangement.tariff
    exact = by_hours(roster, person.id)
    more = person.full_time_week - exact
    differs = more > TOLERANCE or (tariff is not Tariff.NONE and -more > TOLERANCE)
    if not any(one.counts_in_limits for one in roster.of(person.id)):
        differs = False
    yield Finding(
        ID,
        Verdict.CONSIDER if differs else Verdict.OK,
        person.id,
        None,
        person.full_time_week,
        floor(exact),
        Unit.MINUTES_A_WEEK,
        SOURCE,
        (SOURCE.paragraph,) if tariff is Tariff.NONE else (SOURCE.paragraph, f"tariffavtalen ({tariff.value})"),
    )


def by_hours(roster: Roster, who: str) -> Fraction:
    """Minutes of the full-time week that the hours in the roster give."""
    frame = roster.frame
    on = frame.first_day
    part = Fraction(frame.brief.assistant(who).percent) / 100 or Fraction(1)
    found = pattern(roster, who, part)
    plain, turnus, least = weeks_of(frame.brief.arrangement.tariff)
    match found.sort:
        case Hours.ROUND:
            return Fraction(least.on(on))
        case Hours.THREE_PARTS:
            return min(max(plain.on(on) - found.off, Fraction(least.on(on))), Fraction(turnus.on(on)))
        case Hours.SUNDAYS_OR_NIGHTS:
            return Fraction(turnus.on(on))
        case Hours.PLAIN:
            by_agreement = frame.brief.arrangement.tariff is not Tariff.NONE
            late = by_agreement and any(_late(one) for one in roster.of(who) if one.counts_in_limits)
            return Fraction((turnus if late else plain).on(on))


def weeks_of(tariff: Tariff) -> tuple[Number, Number, Number]:
    """The full-time weeks of plain hours, of turnus, and the least of hours much at night and on red days."""
    if tariff is Tariff.NONE:
        return numbers.ORDINARY_WEEK, numbers.ORDINARY_WEEK_SUNDAYS, numbers.ORDINARY_WEEK_ROUND
    return numbers.FULL_TIME_WEEK, numbers.FULL_TIME_WEEK_TURNUS, numbers.FULL_TIME_WEEK_ROUND


def _late(shift: Shift) -> bool:
    """Some of the shift lies between 20 and 06."""
    start = shift.start.hour * HOUR + shift.start.minute
    end = start + shift.clock_minutes
    return not shift.is_standby and (start < TURNUS_TO or end > TURNUS_FROM)


def limits(frame: Frame) -> Iterator[Limit]:
    """None: the solver takes the number of the brief, and what the roster makes of it is said afterwards (D17)."""
    yield from ()


check = each(check_of)
RULE = Rule(ID, SOURCE, check, limits, check_of)
