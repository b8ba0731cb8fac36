"""What if: the turnus of today beside the one that comes of a change, and what can be done about it.

Each is planned with vikar that nobody has named, so that hours which no position holds can be told from hours that
nobody may lawfully work.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from itertools import count, islice
from math import ceil

from roster.domain.assistant import Assistant
from roster.domain.brief import Brief
from roster.domain.finding import Owed
from roster.domain.frame import frame_of
from roster.domain.kinds import Position
from roster.domain.plan import Plan
from roster.domain.reason import Reason
from roster.domain.roster import Roster
from roster.domain.spans import HOUR
from roster.domain.statistics import TEMPORARY_HELP, Statistics, statistics
from roster.domain.supposed import Grant, Leaves, LongerShifts, OneMore, Supposed, Weekends
from roster.planning.forecast import forecast
from roster.planning.good_enough import GoodEnough
from roster.planning.plan import Former, make_plan
from roster.planning.position_proof import percent_of
from roster.planning.result import Planned
from roster.planning.search import Search
from roster.planning.supposed_brief import CONTRACTS, suppose
from roster.planning.weighing import Weighing
from roster.rules.profiles import profile
from roster.rules.terms import terms
from roster.rules.vedtak_share import granted_for

POOL = 2
"""Vikar that nobody has named, at the least: two can take turns, with every other Sunday off."""

MORE_THAN_ROUNDING = 6
"""Minutes a week by which a position may be exceeded and still be the same (D17)."""

WORTH_OFFERING = 1
"""Percent that a position must grow by before it is worth an offer."""

SMALLEST = Decimal(10)
"""Fewer percent than this are not worth a position of their own."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What a turnus comes to. Minutes a week; weekends and nights are the most that one in a position has.

    ``short``: minutes that positions lack, ``beyond`` the hours that people have above theirs. ``unused``: granted and
    not drawn, None without a vedtak for the period.
    """

    weeks: int
    permanent: Fraction
    substitute: Fraction
    open: Fraction
    short: Fraction
    unused: Fraction | None
    positions: int
    percent: Decimal
    weekends: int
    nights: int
    wishes: int
    wishes_unmet: int


@dataclass(frozen=True, slots=True)
class Made:
    """A turnus with its figures; ``brief`` is what it was asked of, unnamed vikar counted in."""

    brief: Brief
    roster: Roster
    figures: Figures


@dataclass(frozen=True, slots=True)
class Advice:
    """What can be done: ``bigger`` positions by (who, percent now, percent then), and a new one of ``vacant`` percent.

    In minutes a week: ``room`` that another vedtak has, what the positions are ``over`` it, and what they are ``short``
    of though nobody else has it. ``then``: the turnus with bigger and new positions, where one was made.
    """

    bigger: tuple[tuple[str, Decimal, Decimal], ...]
    vacant: Decimal | None
    room: Fraction
    over: Fraction
    short: Fraction
    then: Made | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What comes of a change. ``made`` None: it ``changes`` nothing, or no turnus was found in time.

    ``too_long``: the ordinary day that nobody may go beyond as it is agreed, where shifts would be longer.
    """

    supposed: Supposed
    made: Made | None
    changes: bool
    advice: Advice | None
    too_long: Owed | None = None


def of_roster(roster: Roster) -> Made:
    """A turnus that is there already."""
    return Made(roster.frame.brief, roster, figures(roster))


def today(brief: Brief, *, seconds: float, search: Search, first: bool = False) -> Made | None:
    """The turnus of the brief as it is; None where there was no time for one."""
    return _planned(brief, None, seconds, search, first)


def bigger_positions(now: Made, *, seconds: float, search: Search, first: bool = False) -> Advice | None:
    """What those who want more can lawfully have in a turnus that begins with this one; None where nobody can."""
    if not any(one.wanted_week > one.contract_week for one in now.brief.assistants if one.position in CONTRACTS):
        return None
    made = _planned(now.brief, now.roster, seconds, search, first)
    bigger = tuple(_bigger(made)) if made is not None else ()
    return Advice(bigger, None, Fraction(0), Fraction(0), Fraction(0), made) if bigger else None


def outcome(brief: Brief, now: Made, one: Supposed, *, seconds: float, search: Search, first: bool = False) -> Outcome:
    """What comes of the change, in at most about so many seconds."""
    changed = suppose(brief, one, statistics(now.roster))
    if changed is None:
        return Outcome(one, None, False, None)
    too_long = _too_long(changed) if isinstance(one, LongerShifts) else None
    if too_long is not None:
        return Outcome(one, None, True, None, too_long)
    share, pool = seconds, 0
    begin: Roster | None = now.roster
    if isinstance(one, Weekends):
        # Nearly all of the roster is another; and weekends that nobody has any more go to somebody.
        begin, pool = None, POOL
    if isinstance(one, Leaves):
        # Somebody goes on with the line as it was: from there it can be shared out better.
        share, begin = seconds / 2, _handed_over(now.roster, one.who, _free(changed, now.roster))
    made = _planned(changed, begin, share, search, first, pool)
    advice = None if made is None else _advice(changed, made, one, seconds - share, search, first)
    return Outcome(one, made, True, advice)


def _too_long(brief: Brief) -> Owed | None:
    """The longest ordinary day that anybody has agreed to, where even that is shorter than a shift."""
    days = [terms(brief, one.id).day for one in brief.assistants]
    longest = max((one.length - sum(part.end - part.start for part in one.resting) for one in brief.kinds), default=0)
    most = max(days, key=lambda one: one.amount, default=None)
    return most if most is not None and most.amount < longest else None


def figures(roster: Roster) -> Figures:
    """The roster counted."""
    found, frame = statistics(roster), roster.frame
    weeks = found.weeks
    own = [one for one in frame.people if one.position in CONTRACTS]
    counted = [found.of(one.id) for one in own]
    given = granted_for(frame)
    broken = [key for key, points in Weighing(roster).costs(roster).items() if points]
    return Figures(
        weeks=weeks,
        permanent=Fraction(found.permanent, weeks),
        substitute=Fraction(found.substitute, weeks),
        open=Fraction(found.open_minutes, weeks),
        short=sum((one.short / weeks for one in counted if one.short > weeks * MORE_THAN_ROUNDING), Fraction(0)),
        unused=None if given is None else Fraction(given - found.granted, weeks),
        positions=len(own),
        percent=sum((one.percent for one in own), Decimal(0)),
        weekends=max((one.weekends for one in counted), default=0),
        nights=max((one.nights for one in counted), default=0),
        wishes=len(frame.brief.wishes),
        wishes_unmet=len({Reason.of(key).what for key in broken if Reason.of(key).rule == "wish"}),
    )


# -- planning -----------------------------------------------------------------------------------------


def _planned(
    brief: Brief, former: Roster | None, seconds: float, search: Search, first: bool, least_pool: int = 0
) -> Made | None:
    pool = tuple(islice(_pool(brief), max(least_pool, _lacking(brief))))
    if former is not None:
        busy = {who for who, _ in former.works} - {one.id for one in brief.assistants}
        pool += tuple(
            one for one in islice(_pool(brief), len(former.frame.people)) if one.id in busy and one not in pool
        )
    asked = replace(brief, assistants=(*brief.assistants, *pool))
    enough = GoodEnough(seconds, search.stop, first)
    answer = make_plan(
        asked,
        seconds=seconds,
        seed=search.seed,
        workers=search.workers,
        former=None if former is None else Former(former),
        bare=True,
        on_better=enough.look,
        stop=enough.over,
    )
    if not isinstance(answer, Planned):
        return None
    named = _without_idle(answer.plan, brief)
    return Made(named.frame.brief, named, figures(named))


def _pool(brief: Brief) -> Iterator[Assistant]:
    """Vikar that the rules bind as all others, and that nobody has named; as many as one wants."""
    taken = {one.id for one in brief.assistants}
    full_time = profile(brief.arrangement.tariff).full_time_week
    skills = tuple(sorted({skill for one in brief.assistants for skill in one.skills}, key=str))
    for number in count(1):
        if (name := f"V{number}") not in taken:
            yield Assistant(name, "Vikar", Position.ON_CALL, Decimal(0), full_time, skills=skills)


def _lacking(brief: Brief) -> int:
    """How many vikar it takes for what those there are neither have nor want; nobody where they suffice."""
    known = forecast(brief)
    need = known.need if known.granted is None else min(known.need, known.granted)
    unbound = any(one.position in TEMPORARY_HELP and one.wants_up_to is None for one in brief.assistants)
    left = need - sum((one.wanted_week for one in brief.assistants), Fraction(0))
    if left < MORE_THAN_ROUNDING or unbound:
        return 0
    return max(POOL, ceil(left / profile(brief.arrangement.tariff).full_time_week) + 1)


def _free(brief: Brief, roster: Roster) -> str:
    """The first unnamed vikar that has nothing in the roster."""
    busy = {who for who, _ in roster.works}
    return next(one.id for one in _pool(brief) if one.id not in busy)


def _handed_over(roster: Roster, who: str, to: str) -> Roster:
    """The roster with all that one works given to another."""
    return replace(roster, works=frozenset((to if one == who else one, shift) for one, shift in roster.works))


def _without_idle(plan: Plan, brief: Brief) -> Roster:
    """The roster without the unnamed vikar that got nothing."""
    busy = {who for who, _ in plan.roster.works} | {one.id for one in brief.assistants}
    there = tuple(one for one in plan.brief.assistants if one.id in busy)
    return Roster(frame_of(replace(plan.brief, assistants=there)), plan.roster.works)


# -- what can be done ---------------------------------------------------------------------------------


def _advice(brief: Brief, made: Made, one: Supposed, seconds: float, search: Search, first: bool) -> Advice | None:
    """Bigger positions for those who want more, and a new one for what is left."""
    bigger = tuple(_bigger(made))
    # What the vedtak does not give is no vacancy.
    unused = made.figures.unused
    vacant_open = made.figures.open if unused is None else min(made.figures.open, max(Fraction(0), unused))
    # Nor are hours that positions lack meanwhile: those come first.
    left = max(Fraction(0), made.figures.substitute + vacant_open - made.figures.short)
    full_time = profile(brief.arrangement.tariff).full_time_week
    vacant = percent_of(left, full_time)
    vacancy = min(vacant, Decimal(100)) if vacant >= SMALLEST else None
    room = Fraction(0) if unused is None or not isinstance(one, Grant) else unused
    over = _beyond(brief) if isinstance(one, Grant) else Fraction(0)
    short = Fraction(0) if over or made.figures.short < HOUR else made.figures.short
    if not bigger and vacancy is None and max(room, over, short) < MORE_THAN_ROUNDING:
        return None
    then = None
    if isinstance(one, Leaves) and vacancy is not None and not search.stopped():
        percents = {who: percent for who, _, percent in bigger}
        grown = tuple(
            replace(each, percent=percents.get(each.id, each.percent), wants_up_to=None)
            if each.id in percents
            else each
            for each in brief.assistants
        )
        hired = suppose(replace(brief, assistants=grown), OneMore(vacancy), statistics(made.roster))
        if hired is not None:
            begin = _handed_over(made.roster, _busiest(made, brief), hired.assistants[-1].id)
            then = _planned(hired, begin, seconds, search, first)
    return Advice(bigger, vacancy, room, over, short, then)


def _beyond(brief: Brief) -> Fraction:
    """Minutes a week that the positions are beyond what the vedtak gives."""
    known = forecast(brief)
    return Fraction(0) if known.granted is None else max(Fraction(0), known.positions - known.granted)


def _busiest(made: Made, brief: Brief) -> str:
    """The unnamed vikar with the most hours."""
    known = {one.id for one in brief.assistants}
    found = statistics(made.roster)
    unnamed = [one for one in found.people if one.who not in known]
    return max(unnamed, key=lambda one: one.paid).who if unnamed else ""


def _bigger(made: Made) -> Iterator[tuple[str, Decimal, Decimal]]:
    """Part-timers who want more and have it in the turnus: the position that their hours amount to (§ 14-3)."""
    found: Statistics = statistics(made.roster)
    for one in made.brief.assistants:
        minutes = Fraction(found.of(one.id).paid, found.weeks)
        wants = one.position in CONTRACTS and one.wanted_week > one.contract_week
        if wants and percent_of(minutes, one.full_time_week) >= one.percent + WORTH_OFFERING:
            yield one.id, one.percent, percent_of(minutes, one.full_time_week)
