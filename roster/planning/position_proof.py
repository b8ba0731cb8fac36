"""A turnus behind each guess of positions: made on a brief with them, and the positions then read off its lines.

The percent of a position is what its line comes to, so that the turnus fits it to the minute a week. A grunnturnus is
made for as few weeks as its rhythms allow, and repeated: it is a turnus of all the weeks, and found sooner.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import ROUND_CEILING, Decimal
from fractions import Fraction
from itertools import count
from math import ceil
from typing import TypeAlias

from roster.domain.assistant import Assistant, Ceiling, HeldSkill, WeekendRhythm
from roster.domain.brief import Brief
from roster.domain.contract import half_a_shift
from roster.domain.days import WeekRule, When
from roster.domain.frame import Frame, frame_of
from roster.domain.kinds import Form, Lines, Position, Worth
from roster.domain.roster import Roster
from roster.domain.shift import paid
from roster.domain.statistics import Statistics, statistics
from roster.planning.good_enough import GoodEnough
from roster.planning.own_weeks import with_own_weeks
from roster.planning.plan import make_plan
from roster.planning.position_sizes import FULL, Guess
from roster.planning.result import Planned, Stop
from roster.rules.profiles import profile

SHORTEST = 6
"""Weeks of a grunnturnus at the least where it is repeated: in fewer, whole shifts fit a position badly."""

EVERY_OTHER = 2
"""Vikar work weekends no more often than this either."""

NEAR = Fraction(9, 10)
"""A position beside vikar may be this part of its guess: what the rules leave to whom is then not known beforehand."""

MOST_SUBSTITUTE = Fraction(3, 10)
"""More of the hours than this to vikar, and the positions are not what was guessed."""

HUNDREDTH = Decimal("0.01")

Lawful: TypeAlias = Callable[[Roster], bool]
"""The checker's word on a roster; it stands on the other side of planning and is handed in."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Positions with the lawful turnus that proves them. ``new`` are the ids of the positions proposed.

    ``substitute``: paid minutes a week that vikar have. ``every``: weekends every so many weeks, 0 without weekends.
    ``dated``: a lawful roster with nothing open was found on the dates as well.
    """

    brief: Brief
    roster: Roster
    new: tuple[str, ...]
    every: int
    substitute: Fraction
    statistics: Statistics
    seconds: float
    dated: bool = False

    @property
    def positions(self) -> tuple[Assistant, ...]:
        """The permanent positions proposed, the biggest first."""
        found = [one for one in self.brief.assistants if one.id in self.new]
        return tuple(sorted(found, key=lambda one: (-one.percent, one.id)))

    @property
    def mean(self) -> Fraction:
        """Percent of the positions proposed, on average."""
        return sum((Fraction(one.percent) for one in self.positions), Fraction(0)) / max(1, len(self.new))


def prove(
    brief: Brief,
    guess: Guess,
    keep: tuple[str, ...],
    lawful: Lawful,
    *,
    seconds: float,
    seed: int = 0,
    workers: int | None = None,
    stop: Stop | None = None,
    first: bool = False,
) -> Answer | None:
    """The guess as positions with a lawful turnus in which no need is open; None where none was found in time.

    ``first``: the first such turnus will do, and is not made better.
    """
    asked = _asked(brief, guess, keep)
    short = _shortened(asked, guess, keep)
    enough = GoodEnough(seconds, stop, first)
    answer = make_plan(
        short,
        seconds=seconds,
        seed=seed,
        workers=workers,
        bare=True,
        on_better=enough.look,
        stop=enough.over,
    )
    if not isinstance(answer, Planned) or answer.open:
        return None
    planned = answer.plan.brief
    own = with_own_weeks(planned, answer.plan.roster) or planned
    # Who stays has the full-time week of their contract; of the others it is read off, as the percent.
    weeks = {one.id: (planned if one.id in keep else own).assistant(one.id).full_time_week for one in own.assistants}
    whole = replace(asked, assistants=tuple(replace(one, full_time_week=weeks[one.id]) for one in asked.assistants))
    return _read_off(whole, _repeated(whole, answer.plan.roster), guess, keep, lawful, enough.elapsed)


# -- what is asked ------------------------------------------------------------------------------------


def _asked(brief: Brief, guess: Guess, keep: tuple[str, ...]) -> Brief:
    """The brief with those who stay, the new positions and vikar, and with nothing of the others."""
    full_time = profile(brief.arrangement.tariff).full_time_week
    kept = tuple(one for one in brief.assistants if one.id in keep)
    frame = frame_of(replace(brief, assistants=kept, events=()))
    room, skills = _room(frame, full_time), asked_skills(brief)
    # Half a shift less than this over the plan is no shortage, so alike positions come out as alike as whole shifts go.
    least = min(guess.percent * NEAR, guess.percent - room) if guess.substitute else guess.percent
    names, vikar_names = _names("A", keep), _names("V", keep)
    new = tuple(
        _in_turns(
            brief,
            Assistant(
                id=next(names),
                alias=f"Stilling {number + 1}",
                position=Position.PERMANENT,
                percent=_whole(least),
                full_time_week=full_time,
                skills=skills,
                wants_up_to=min(Decimal(FULL), _whole(guess.percent + room)),
            ),
            guess.every,
            number,
        )
        for number in range(guess.people)
    )
    vikar = tuple(
        Assistant(
            id=next(vikar_names),
            alias=f"Vikar {number + 1}",
            position=Position.ON_CALL,
            percent=Decimal(0),
            full_time_week=full_time,
            skills=skills,
        )
        for number in range(_substitutes(frame, guess, len(kept), full_time))
    )
    people = {one.id for one in kept}

    def left(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(who for who in names if who in people)

    return replace(
        brief,
        period=replace(brief.period, lines=Lines.OWN),
        assistants=(*kept, *new, *vikar),
        events=tuple(replace(one, who=left(one.who)) for one in brief.events if left(one.who)),
        wishes=tuple(one for one in brief.wishes if one.who in people and (one.other is None or one.other in people)),
        history=tuple(one for one in brief.history if one.who in people),
        balances=tuple(one for one in brief.balances if one.who in people),
        agreements=tuple(
            one if one.covers is None else replace(one, covers=left(one.covers))
            for one in brief.agreements
            if one.covers is None or left(one.covers)
        ),
    )


def asked_skills(brief: Brief) -> tuple[HeldSkill, ...]:
    """Everything that somebody on a shift must be able to: whoever is hired is taken to have it."""
    asked = [*(one.skills for one in brief.needs), *(one.skills for one in brief.changes)]
    names = {one.skill for skills in asked for one in skills} | {one for kind in brief.kinds for one in kind.skills}
    return tuple(map(HeldSkill, sorted(names)))


def _names(letter: str, keep: tuple[str, ...]) -> Iterator[str]:
    """Ids that nobody has who stays."""
    return (name for number in count(1) if (name := f"{letter}{number}") not in keep)


def _in_turns(brief: Brief, one: Assistant, every: int, number: int) -> Assistant:
    """The assistant with weekends in turns; where they do not go up in the weeks, one in any so many weeks."""
    if not every:
        return one
    if brief.period.form is Form.CYCLE and brief.period.weeks % every:
        return replace(one, most_weekends=Ceiling(1, every))
    return replace(one, weekends=WeekendRhythm(every, number % every + 1))


def _room(frame: Frame, full_time: int) -> Fraction:
    """Percent either side of the guess within which whole shifts may land: the longest shift over the plan."""
    longest = max((paid(one, frame.brief.settings.resting_paid) for one in frame.shifts), default=0)
    return Fraction(longest * FULL, min(frame.weeks, SHORTEST) * full_time)


def _whole(percent: Fraction) -> Decimal:
    """The percent with two decimals, none below the least that is a position."""
    return max(HUNDREDTH, Decimal(ceil(percent * FULL)) / FULL)


def _substitutes(frame: Frame, guess: Guess, kept: int, full_time: int) -> int:
    """How many vikar it takes: for the weekends that nobody else has, and for the hours."""
    if not guess.substitute:
        return 0
    days: dict[date, int] = {}
    for one in frame.shifts:
        days[one.start.date()] = days.get(one.start.date(), 0) + one.wanted
    at_once = max((number for day, number in days.items() if day.weekday() >= 5), default=0)
    missing = at_once - (guess.people + kept) // guess.every if guess.every else 0
    by_hours = ceil(guess.substitute / full_time) + 1
    return max(EVERY_OTHER * missing, by_hours)


def _shortened(brief: Brief, guess: Guess, keep: tuple[str, ...]) -> Brief:
    """A grunnturnus of fewer weeks that gives the whole one when it is repeated."""
    weeks = brief.period.weeks
    kept = [one for one in brief.assistants if one.id in keep]
    wishes = tuple(one for one in brief.wishes if one.when is None or one.when.weeks is not WeekRule.NAMED)
    rules = {one.weeks for one in _patterns(brief, kept)}
    demands = any(one.worth is Worth.DEMAND for one in brief.wishes if one not in wishes)
    if (
        brief.period.form is not Form.CYCLE
        or WeekRule.NAMED in rules
        or demands
        or any(one.most_minutes for one in kept)
    ):
        return brief
    steps = {EVERY_OTHER if rules - {WeekRule.ALL} else 1, *(one.weekends.every for one in kept if one.weekends)}
    if guess.every and weeks % guess.every == 0:
        steps.add(guess.every)
    ceilings = [one.weeks for who in kept for one in (who.most_nights, who.most_weekends) if one]
    least = min(max(SHORTEST, *ceilings, 1), weeks)
    able = (number for number in range(least, weeks) if weeks % number == 0 and not any(number % one for one in steps))
    fewer = replace(brief, period=replace(brief.period, weeks=next(able, weeks)), wishes=wishes)
    if fewer.period.weeks == weeks:
        return brief
    frame = frame_of(fewer)
    return replace(
        fewer, assistants=tuple(_as_near(frame, one, weeks) if one.id in keep else one for one in fewer.assistants)
    )


def _as_near(frame: Frame, one: Assistant, weeks: int) -> Assistant:
    """The assistant with as many hours as come within half a shift of the contract in all the weeks, not in these."""
    slack = half_a_shift(frame, one) * (weeks - frame.weeks) / Fraction(weeks * frame.weeks)
    most = Ceiling(int(one.wanted_week * frame.weeks), frame.weeks)
    nearer = Decimal(int((one.contract_week + slack) * FULL * FULL / one.full_time_week)) / FULL
    return replace(one, percent=nearer, most_minutes=most) if one.percent else one


def _patterns(brief: Brief, kept: Sequence[Assistant]) -> Iterator[When]:
    """The patterns of days that the turnus must keep to."""
    yield from (one.when for one in brief.needs)
    yield from (one.when for one in brief.events)
    for who in kept:
        yield from (one.when for one in (*who.can, *who.cannot))
        yield from (one.when for one in who.pins)
        yield from (one.hours.when for one in who.elsewhere)


# -- what is answered ---------------------------------------------------------------------------------


def _repeated(brief: Brief, roster: Roster) -> Roster:
    """The roster in the weeks of the brief, as often as it goes."""
    times = brief.period.weeks // roster.frame.weeks
    works = frozenset(
        (who, _later(shift, turn * 7 * roster.frame.weeks)) for who, shift in roster.works for turn in range(times)
    )
    return Roster(frame_of(brief), works)


def _later(shift: str, days: int) -> str:
    day, _, kind = shift.partition(" ")
    return f"{date.fromisoformat(day) + timedelta(days=days)} {kind}"


def _read_off(
    brief: Brief, roster: Roster, guess: Guess, keep: tuple[str, ...], lawful: Lawful, seconds: float
) -> Answer | None:
    """The positions that the lines come to; None where the checker does not accept the roster with them."""
    counted = statistics(roster)
    people: list[Assistant] = []
    for one in brief.assistants:
        if one.id in keep:
            people.append(one)
            continue
        minutes = counted.of(one.id).paid
        if not minutes:
            continue
        if one.position is Position.ON_CALL:
            people.append(one)
            continue
        percent = percent_of(Fraction(minutes, roster.frame.weeks), one.full_time_week)
        if percent > FULL:
            return None
        people.append(replace(one, percent=percent, wants_up_to=None))
    found = replace(brief, assistants=tuple(people))
    proven = Roster(frame_of(found), roster.works)
    if proven.open or not lawful(proven):
        return None
    figures = statistics(proven)
    if figures.substitute > MOST_SUBSTITUTE * figures.paid:
        return None
    return Answer(
        brief=found,
        roster=proven,
        new=tuple(one.id for one in people if one.id not in keep and one.position is Position.PERMANENT),
        every=guess.every,
        substitute=Fraction(figures.substitute, proven.frame.weeks),
        statistics=figures,
        seconds=seconds,
    )


def percent_of(minutes: Fraction, full_time_week: int) -> Decimal:
    """The position that so many minutes a week are, in hundredths of a percent and never less than they are."""
    exact = Decimal(minutes.numerator * FULL) / Decimal(minutes.denominator * full_time_week)
    return exact.quantize(HUNDREDTH, rounding=ROUND_CEILING)
