"""Overtid: aml § 10-6 (1), (2), (4)-(7).

Read as: overtime (``overtime_hours``) is at most 10 hours in a week, 25 in four weeks on end and 200 in 52, or what an
agreement with the reps (5) or consent of Arbeidstilsynet (6: 25 in a week, 200 in 26 weeks) gives. The four, 26 and 52
weeks may begin in any week, also before the plan, with what is brought along (D21). Beyond (4) nobody works who does
not consent in the individual case (7). Overtime needs a special need limited in time, so a grunnturnus has none (1).
What was too much before the plan binds nothing, but with new overtime on top it does (D22).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate, islice
from typing import NamedTuple

from roster.domain.assistant import Assistant
from roster.domain.finding import WORST_FIRST, Finding, Owed, Verdict
from roster.domain.frame import Frame
from roster.domain.roster import Roster
from roster.domain.shift import worked
from roster.domain.spans import WEEK, Span
from roster.rules import numbers
from roster.rules.in_force import Ground, changing
from roster.rules.numbers import aml
from roster.rules.overtime_hours import OvertimeWeeks, overtime_weeks
from roster.rules.rule import Rule, each
from roster.rules.terms import Overtime, terms
from roster.rules.verdicts import Judged, Three, at_most, found
from solver.problem import Limit

ID = "overtime"
SOURCE = aml("10-6 (4)")
PLANNED, NO_CONSENT = "planned", "no_consent"
FOUR_WEEKS = 4


class Window(NamedTuple):
    """Weeks in a row, the last of them in the plan: their overtime, of it without consent, and that of before alone."""

    first: int
    last: int
    minutes: int
    without_consent: int
    before: int


@dataclass(frozen=True, slots=True)
class Kind:
    """A limit over so many weeks: the number in force, and the law's own beyond which consent is asked (7)."""

    weeks: int
    owed: Three
    law: Owed
    brought: int = 0


def check_of(roster: Roster, person: Assistant) -> Iterator[Finding]:
    """What is found of one assistant."""
    who = person.id
    if roster.frame.cyclic and any(one.is_overtime for one in roster.of(who)):
        yield _planned(roster, who)
    else:
        yield from _of(roster, who)


def _planned(roster: Roster, who: str) -> Finding:
    """Overtime in a grunnturnus (1)."""
    overtime = [one for one in roster.of(who) if one.is_overtime]
    owed = Owed(0, ("aml § 10-6 (1)",))
    judged = Judged(Verdict.BREACH, owed, PLANNED)
    return found(ID, SOURCE, judged, who, overtime[0].span, measured=sum(map(worked, overtime)), weeks=1)


def _of(roster: Roster, who: str) -> Iterator[Finding]:
    frame = roster.frame
    weeks = overtime_weeks(roster, who)
    tightest: tuple[int, Finding] | None = None
    fine = True
    for kind, windows in _asked(frame, who, weeks):
        judged = [_judged(frame, who, kind, window) for window in windows]
        one, spare = min(judged, key=lambda each: (WORST_FIRST.index(each[0].verdict), each[1]))
        if one.verdict is not Verdict.OK:
            fine = False
            yield one
        elif tightest is None or spare < tightest[0]:
            tightest = (spare, one)
    if fine and tightest is not None:
        yield tightest[1]


def _asked(frame: Frame, who: str, weeks: OvertimeWeeks) -> Iterator[tuple[Kind, tuple[Window, ...]]]:
    """Each limit with the weeks that may pass it; by the agreements of its last week where they change in the plan."""
    none = not (any(weeks.minutes) or any(weeks.before))
    if none or frame.cyclic or not changing(frame.brief):
        for kind in _kinds(frame, who, weeks, None):
            yield kind, _worst(frame, weeks, kind)
        return
    for week in range(frame.weeks):
        for kind in _kinds(frame, who, weeks, frame.first_day + timedelta(days=7 * week)):
            yield kind, tuple(one for one in _windows(frame, weeks, kind) if one.last == week)


def _worst(frame: Frame, weeks: OvertimeWeeks, kind: Kind) -> tuple[Window, ...]:
    """The weeks with most overtime, those first in which some is planned; and those with most not consented to."""
    if not (any(weeks.minutes) or any(weeks.before) or kind.brought):
        return tuple(islice(_windows(frame, weeks, kind), 1))
    windows = tuple(_windows(frame, weeks, kind))
    most = max(windows, key=lambda one: (one.minutes > one.before, one.minutes))
    without = max(windows, key=lambda one: one.without_consent)
    return (most,) if without.without_consent <= most.without_consent else (most, without)


def _judged(frame: Frame, who: str, kind: Kind, window: Window) -> tuple[Finding, int]:
    judged = at_most(window.minutes, kind.owed)
    measured = window.minutes
    old = window.minutes <= window.before and judged.verdict is not Verdict.OK
    if old:
        judged = Judged(Verdict.CONSIDER, judged.owed, "before")
    elif judged.verdict is Verdict.OK and window.without_consent > kind.law.amount:
        could = ("samtykke fra den enkelte i hvert tilfelle (aml § 10-6 (7))",)
        judged = Judged(
            Verdict.NEEDS_AGREEMENT, Owed(kind.law.amount, ("aml § 10-6 (7)",), could, (), kind.law.assumes), NO_CONSENT
        )
        measured = window.without_consent
    past = min(0, window.first) * WEEK
    span = Span(frame.week_spans[max(0, window.first)].start + past, frame.week_spans[window.last].end)
    finding = found(ID, SOURCE, judged, who, span, measured=measured, before=old, weeks=kind.weeks)
    return finding, judged.owed.amount - measured


def _kinds(frame: Frame, who: str, weeks: OvertimeWeeks, day: date | None) -> Iterator[Kind]:
    """The limits in force in the plan or on a day of it, with what balances bring along beyond the known shifts."""
    by_ground = [terms(frame.brief, who, ground, day).overtime for ground in Ground]
    on = frame.first_day
    known = None if frame.cyclic else next((one for one in frame.brief.balances if one.who == who), None)

    def kind(length: int, owed: Sequence[Owed], law: numbers.Number, brought: int | None) -> Kind:
        plain = Owed(law.on(on), (law.source(on).paragraph,), (), (), owed[0].assumes)
        return Kind(length, Three(*owed), plain, max(0, (brought or 0) - sum(weeks.before[-length:])))

    def each(pick: str) -> list[Owed]:
        return [_picked(one, pick) for one in by_ground]

    yield kind(1, each("week"), numbers.OVERTIME_WEEK, None)
    yield kind(FOUR_WEEKS, each("four_weeks"), numbers.OVERTIME_4_WEEKS, known.overtime_4_weeks if known else None)
    year = numbers.OVERTIME_YEAR_WEEKS.on(on)
    yield kind(year, each("year"), numbers.OVERTIME_YEAR, known.overtime_52_weeks if known else None)
    if by_ground[1].half_year is not None:
        half = numbers.OVERTIME_CONSENT_WEEKS.on(on)
        yield kind(half, each("half_year"), numbers.OVERTIME_YEAR, None)


def _picked(overtime: Overtime, name: str) -> Owed:
    """The limit of that name; the 26 weeks are those of consent, else of the year."""
    match name:
        case "week":
            return overtime.week
        case "four_weeks":
            return overtime.four_weeks
        case "year":
            return overtime.year
        case _:
            return overtime.half_year or overtime.year


def _windows(frame: Frame, weeks: OvertimeWeeks, kind: Kind) -> Iterator[Window]:
    """Every stretch of that many weeks in a row that ends in the plan; what is brought along lies just before it."""
    minutes, without_consent = ([0, *accumulate(one)] for one in (weeks.minutes, weeks.without_consent))
    for last in range(frame.weeks):
        first = last - kind.weeks + 1
        begins, before = first, 0
        if first < 0:
            begins = 0
            before = sum(weeks.before[len(weeks.before) + first :] if -first <= len(weeks.before) else weeks.before)
            before += kind.brought
        yield Window(
            first,
            last,
            before + minutes[last + 1] - minutes[begins],
            without_consent[last + 1] - without_consent[begins],
            before,
        )


def limits(frame: Frame) -> Iterator[Limit]:
    """None: planning makes no overtime, for no work goes beyond the ordinary hours, which have limits of their own."""
    yield from ()


check = each(check_of)
RULE = Rule(ID, SOURCE, check, limits, check_of)
