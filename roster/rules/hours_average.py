"""Gjennomsnittlig arbeidstid: aml §§ 10-4, 10-5.

Read as: under an agreement on averaging the hours of every averaging period are on average at most those of § 10-4
that the roster gives the assistant: 40; 38 with work at least every third Sunday or mainly at night; 36 in hours like
helkontinuerlig; in tredelt turnus 40 less the compensation of (6), between 36 and 38, so that average + R <= 40
(``ordinary`` says how each is told). The periods are blocks from the start of the plan; one that reaches beyond the
plan is tested on its known weeks, with what is brought along from before it (D21, D23). In a cycle every such stretch
of weeks in a row, or the cycle itself where it is shorter (D25). In a calendar other weeks in a row with too many
hours are to be considered. An agreement that begins or ends inside the plan holds for its own weeks (``averaged``).
Declared passive duty lengthens the ordinary hours by what it lengthens the weeks, to at most 48 (§ 10-4 (2)). No
agreement lifts the average, so beyond it is a breach.
"""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import accumulate

from roster.domain.assistant import Assistant
from roster.domain.finding import Finding, Unit, Verdict
from roster.domain.frame import Frame
from roster.domain.roster import Roster
from roster.rules import numbers
from roster.rules.asking import because
from roster.rules.averaged import averaged_spells
from roster.rules.numbers import aml
from roster.rules.ordinary import Ordinary, ordinary_week
from roster.rules.ordinary_limits import ordinary_limits
from roster.rules.rule import Rule, each
from roster.rules.verdicts import BY_CLOCK, ROLLING, Judged, found
from roster.rules.week_blocks import Stretch, averaging_stretches
from roster.rules.windows import WeekSums, a_week, blocks, rolling, span_of, total, week_sums
from solver.problem import Limit

ID = "hours-average"
SOURCE = aml("10-5")
FEW_SUNDAYS = "few_sundays"


def check_of(roster: Roster, person: Assistant) -> Iterator[Finding]:
    """What is found of one assistant; nothing where hours are not averaged."""
    frame, who = roster.frame, person.id
    spells = averaged_spells(frame, who)
    if not spells:
        return
    plain = ordinary_week(roster, who)
    sums = week_sums(roster, who, overtime_too=False)
    most: Finding | None = None
    rolling_: Finding | None = None
    fine = True
    for spell, averaging in spells:
        ordinary = replace(plain, owed=replace(plain.owed, basis=(*plain.owed.basis, *averaging.basis)))
        brought = _brought(frame, who) if len(spell) == frame.weeks else (0, 0)
        for weeks in _periods(frame, spell, brought[1], averaging.amount):
            one = _judged(frame, who, sums, ordinary, weeks, averaging.amount, brought)
            if one.verdict is not Verdict.OK:
                fine = False
                yield one
            elif most is None or (one.measured or 0) > (most.measured or 0):
                most = one
        if len(spell) == frame.weeks:
            rolling_ = _worst_rolling(frame, who, sums, ordinary, averaging.amount) if fine else None
    if fine and most is not None:
        yield rolling_ or most


def _periods(frame: Frame, spell: range, brought: int, length: int) -> tuple[tuple[int, ...], ...]:
    """The weeks averaged together; the running period ends where the weeks brought along let it end."""
    if len(spell) < frame.weeks:
        return tuple(tuple(spell[at : at + length]) for at in range(0, len(spell), length))
    if not brought or frame.cyclic:
        return blocks(frame, length)
    left = length - brought % length
    first = tuple(range(min(left, frame.weeks)))
    rest = range(len(first), frame.weeks)
    return (first, *(tuple(rest[at : at + length]) for at in range(0, len(rest), length)))


def _brought(frame: Frame, who: str) -> tuple[int, int]:
    """Minutes and weeks of the running averaging period before the plan (D21)."""
    known = next((one for one in frame.brief.balances if one.who == who), None)
    if known is None or known.averaging_minutes is None or known.averaging_weeks is None or frame.cyclic:
        return 0, 0
    return known.averaging_minutes, known.averaging_weeks


def _worst_rolling(frame: Frame, who: str, sums: WeekSums, ordinary: Ordinary, length: int) -> Finding | None:
    """The weeks in a row, as many as the period, with most hours over it; None where none are too many."""
    if frame.cyclic or length >= frame.weeks:
        return None
    # Sums of weeks, in parts of a minute so small that the limit is whole.
    parts = ordinary.minutes.denominator
    plain, most = ordinary.minutes.numerator * length, _cap(frame, ordinary) * length * parts
    worked, longer = ([0, *accumulate(minutes * parts for minutes in one)] for one in (sums.worked, sums.longer))
    excess, weeks = max(
        (
            worked[weeks[-1] + 1] - worked[weeks[0]] - min(plain + longer[weeks[-1] + 1] - longer[weeks[0]], most),
            weeks,
        )
        for weeks in rolling(frame, length)
    )
    if excess <= 0:
        return None
    owed = replace(ordinary.owed, amount=int(_limit(frame, sums, ordinary, weeks) / len(weeks)))
    return _found(frame, who, Judged(Verdict.CONSIDER, owed, ROLLING), weeks, total(sums.worked, weeks))


def _limit(frame: Frame, sums: WeekSums, ordinary: Ordinary, weeks: tuple[int, ...]) -> Fraction:
    """The most in these weeks together, exact."""
    longer = total(sums.longer, weeks)
    return min(ordinary.minutes * len(weeks) + longer, Fraction(_cap(frame, ordinary) * len(weeks)))


def _cap(frame: Frame, ordinary: Ordinary) -> int:
    """The most in a week that passive duty makes longer."""
    return max(numbers.PASSIVE_WEEK_CAP.on(frame.first_day), ordinary.owed.amount)


def _found(frame: Frame, who: str, judged: Judged, weeks: tuple[int, ...], minutes: int) -> Finding:
    return found(
        ID,
        SOURCE,
        judged,
        who,
        span_of(frame, weeks),
        measured=a_week(minutes, len(weeks)),
        unit=Unit.MINUTES_A_WEEK,
        first=weeks[0] + 1,
        weeks=len(weeks),
    )


def _judged(
    frame: Frame,
    who: str,
    sums: WeekSums,
    ordinary: Ordinary,
    weeks: tuple[int, ...],
    length: int,
    brought: tuple[int, int],
) -> Finding:
    minutes, by_clock, count = total(sums.worked, weeks), total(sums.clock, weeks), len(weeks)
    longer = total(sums.longer, weeks)
    limit = _limit(frame, sums, ordinary, weeks)
    before, weeks_before = brought if weeks[0] == 0 else (0, 0)
    if weeks_before:
        # The whole known period keeps the average; what was too much before it began binds nothing old (D22).
        known = max(ordinary.minutes * (weeks_before + count) + longer - before, Fraction(0))
        ended = (weeks_before + count) % length == 0
        limit = known if ended else min(known, limit)
    owed = replace(ordinary.owed, amount=int(limit / count))
    verdict, why = Verdict.OK, ""
    if minutes > limit:
        verdict, why = (Verdict.CONSIDER, BY_CLOCK) if by_clock <= limit else (Verdict.BREACH, "")
    elif ordinary.doubt is not None and minutes > ordinary.doubt * count + longer:
        verdict, why = Verdict.CONSIDER, FEW_SUNDAYS
    return _found(frame, who, Judged(verdict, owed, why), weeks, minutes)


def limits(frame: Frame) -> Iterator[Limit]:
    """Under averaging every period keeps the ordinary week of § 10-4 on average."""
    for assistant in frame.people:
        who = assistant.id
        periods: list[Stretch] = []
        for spell, averaging in averaged_spells(frame, who):
            length = averaging.amount
            if len(spell) == frame.weeks:
                periods += averaging_stretches(frame, who, length)
            else:
                periods += (Stretch(tuple(spell[at : at + length])) for at in range(0, len(spell), length))
        if periods:
            yield from ordinary_limits(frame, who, periods, because(ID, who))


check = each(check_of)
RULE = Rule(ID, SOURCE, check, limits, check_of)
