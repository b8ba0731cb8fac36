"""Nattarbeidere: aml § 10-11 (1), (6), (9).

Read as: who regularly works more than three hours at night, that is at least 4 such nights in four weeks (D16), has
ordinary hours of at most 8 in 24 on average over those weeks, the least weekly rest of 35 hours a week left out of the
time they are spread over: 177:20 in four weeks. Overtime is no part of the ordinary hours. The night is 21-06, or what
is agreed (1). Blocks of four weeks from the start of the plan, the last one maybe short; in a cycle every four weeks in
a row, or the cycle itself, its nights counted as in four weeks. To the nights of a plan of fewer than four weeks come
those of the weeks before it that make up four, where it has any itself (D21). With one to three such nights the average
is to be considered where it is exceeded, as it is where only the clock change exceeds it (D9).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from roster.domain.assistant import Assistant
from roster.domain.finding import Finding, Owed, Unit, Verdict
from roster.domain.frame import Frame
from roster.domain.kept import Kept
from roster.domain.kinds import WorkSort
from roster.domain.roster import Roster, Weekly, WorkWeek, call_outs
from roster.domain.shift import Shift, worked, worked_at_least, worked_by_clock
from roster.domain.spans import DAY, WEEK
from roster.rules import numbers
from roster.rules.asking import because, mine
from roster.rules.in_force import Ground, changing
from roster.rules.numbers import aml
from roster.rules.rule import Rule, each
from roster.rules.terms import Terms, terms
from roster.rules.verdicts import UNSIGNED, Judged, Three, at_most, found
from roster.rules.week_blocks import amounts_in, week_blocks
from roster.rules.windows import a_week, blocks, span_of
from roster.rules.zones import night_minutes, night_of
from solver.problem import AnyOf, Limit, Minutes, Occasions

ID = "night-average"
SOURCE = aml("10-11 (6)")
FEW_NIGHTS = "few_nights"


@dataclass(frozen=True, slots=True)
class _Block:
    """``nights`` of more than three night hours, and those by the night that holds without unsigned agreements.

    Both as many as four weeks like these would hold.
    """

    weeks: tuple[int, ...]
    nights: int
    plain_nights: int
    minutes: int
    clock: int


def check_of(roster: Roster, person: Assistant) -> Iterator[Finding]:
    """What is found of one assistant."""
    who = person.id
    frame = roster.frame
    regularly = numbers.NIGHT_REGULARLY.on(frame.first_day)
    most: tuple[_Block, Judged] | None = None
    fine = True
    for block in _blocks(roster, who):
        judged = _judged(frame, who, block, regularly)
        if judged.verdict is not Verdict.OK:
            fine = False
            yield _found(frame, who, judged, block)
        elif block.nights >= regularly and (most is None or block.minutes > most[0].minutes):
            most = (block, judged)
    if fine and most is not None:
        block, judged = most
        yield _found(frame, who, judged, block)
    elif fine:
        ok = Judged(Verdict.OK, _a_week(_together(frame, who, Ground.SIGNED, (0,)), 1))
        yield found(ID, SOURCE, ok, who, None, measured=None, unit=Unit.MINUTES_A_WEEK, nights=0)


def _judged(frame: Frame, who: str, block: _Block, regularly: int) -> Judged:
    """The block's hours against the average, as far as its nights make it count."""
    count = len(block.weeks)
    signed = _together(frame, who, Ground.SIGNED, block.weeks)
    fine = _in_order(frame, who, block.weeks)
    if block.minutes <= signed.amount or block.plain_nights == 0:
        return fine
    others = (_together(frame, who, ground, block.weeks) for ground in (Ground.IN_USE, Ground.REACH))
    weighed = at_most(block.minutes, Three(signed, *others), by_clock=block.clock)
    judged = Judged(weighed.verdict, _a_week(weighed.owed, count), weighed.why)
    unsigned = tuple({name for week in block.weeks for name in _terms(frame, who, week).night_unsigned})
    if unsigned and block.nights < regularly <= block.plain_nights and judged.why != UNSIGNED:
        rests = Owed(judged.owed.amount, judged.owed.basis, judged.owed.could, unsigned, judged.owed.assumes)
        return Judged(Verdict.NEEDS_AGREEMENT, rests, UNSIGNED)
    if block.nights < regularly:
        return Judged(Verdict.CONSIDER, judged.owed, FEW_NIGHTS) if block.nights else fine
    return judged


def _in_order(frame: Frame, who: str, weeks: tuple[int, ...]) -> Judged:
    """What is said of a block of those weeks that keeps the average; the same for every block as long."""
    key = (who, weeks if changing(frame.brief) else len(weeks))
    signed = _together(frame, who, Ground.SIGNED, weeks)
    return _IN_ORDER.of(frame, key, lambda: Judged(Verdict.OK, _a_week(signed, len(weeks))))


_IN_ORDER: Kept[Judged] = Kept()


def _found(frame: Frame, who: str, judged: Judged, block: _Block) -> Finding:
    return found(
        ID,
        SOURCE,
        judged,
        who,
        span_of(frame, block.weeks),
        measured=a_week(block.minutes, len(block.weeks)),
        unit=Unit.MINUTES_A_WEEK,
        nights=block.nights,
        first=block.weeks[0] + 1,
        weeks=len(block.weeks),
    )


def _together(frame: Frame, who: str, ground: Ground, weeks: tuple[int, ...]) -> Owed:
    """The average a day as minutes in all those weeks: a week less the weekly rest holds so many times 24 hours.

    An agreement that begins or ends inside the plan holds for the weeks that begin while it is in force.
    """
    key = (who, ground, weeks if changing(frame.brief) else len(weeks))
    return _TOGETHER.of(frame, key, lambda: _reckoned(frame, who, ground, weeks))


_TOGETHER: Kept[Owed] = Kept()


def _reckoned(frame: Frame, who: str, ground: Ground, weeks: Sequence[int]) -> Owed:
    spread = WEEK - numbers.WEEKLY_REST.on(frame.first_day)
    if changing(frame.brief):
        every = [_terms(frame, who, week, ground) for week in weeks]
    else:
        every = [terms(frame.brief, who, ground)] * len(weeks)
    # What the reps could agree on has no number of its own, so nothing but the other limits bounds the hours.
    minutes = sum(WEEK * DAY if one.night_unbounded else one.night_day.amount * spread for one in every)
    return replace(max((one.night_day for one in every), key=lambda one: one.amount), amount=minutes // DAY)


def _a_week(owed: Owed, weeks: int) -> Owed:
    return replace(owed, amount=owed.amount // weeks)


def _terms(frame: Frame, who: str, week: int, ground: Ground = Ground.IN_USE) -> Terms:
    """What is in force on the first day of the week."""
    day = None if frame.cyclic else frame.first_day + timedelta(days=7 * week)
    return terms(frame.brief, who, ground, day)


def _blocks(roster: Roster, who: str) -> Iterator[_Block]:
    frame = roster.frame
    on = frame.first_day
    over = numbers.NIGHT_WEEKS.on(on)
    weeks = _WEEKS.of(roster, who)
    for block in blocks(frame, over):
        inside = [weeks[week] for week in block]
        times = over if frame.cyclic else len(block)
        nights = sum(one.nights for one in inside) * times // len(block)
        plain_nights = sum(one.plain_nights for one in inside) * times // len(block)
        yield _Block(
            block,
            nights + (_had(frame, who, Ground.IN_USE) if nights else 0),
            plain_nights + (_had(frame, who, Ground.SIGNED) if plain_nights else 0),
            sum(one.minutes for one in inside),
            sum(one.clock for one in inside),
        )


def _had(frame: Frame, who: str, ground: Ground) -> int:
    """The nights of the weeks before a plan of fewer than four that make up four with it."""
    return _HAD.of(frame, (who, ground), lambda: _nights_had(frame, who, ground))


_HAD: Kept[int] = Kept()


def _nights_had(frame: Frame, who: str, ground: Ground) -> int:
    over, trigger = numbers.NIGHT_WEEKS.on(frame.first_day), numbers.NIGHT_TRIGGER.on(frame.first_day)
    if frame.cyclic or frame.weeks >= over:
        return 0
    since = frame.first_day - timedelta(weeks=over - frame.weeks)
    past = [one for one in frame.past.get(who, ()) if one.counts_in_limits and one.start.date() >= since]
    return _nights(frame, night_of(frame, who, ground), past, trigger)


@dataclass(frozen=True, slots=True)
class _Week:
    """What of a block lies in one week."""

    nights: int
    plain_nights: int
    minutes: int
    clock: int


def _week(frame: Frame, who: str, week: WorkWeek) -> _Week:
    trigger = numbers.NIGHT_TRIGGER.on(frame.first_day)
    shifts = [one for one in week.shifts if one.counts_in_limits]
    in_use, plain = (night_of(frame, who, ground) for ground in (Ground.IN_USE, Ground.SIGNED))
    ordinary = [one for one in shifts if _is_ordinary(one)]
    nights = _nights(frame, in_use, shifts, trigger)
    return _Week(
        nights,
        nights if plain == in_use else _nights(frame, plain, shifts, trigger),
        sum(map(worked, ordinary)),
        sum(map(worked_by_clock, ordinary)),
    )


_WEEKS = Weekly(_week)


def _nights(frame: Frame, night: Callable[[Shift], int], shifts: Iterable[Shift], trigger: int) -> int:
    """How many hold more than so many night minutes; of standby outside the workplace its longest call-out."""
    count = 0
    for one in shifts:
        minutes = max(map(night, call_outs(frame.clock, one)), default=0) if one.is_standby else night(one)
        count += minutes > trigger
    return count


def _is_ordinary(shift: Shift) -> bool:
    return shift.work is not WorkSort.OVERTIME


def limits(frame: Frame) -> Iterator[Limit]:
    """In every four weeks either fewer nights than make a night worker (D16), or hours within the average (D9)."""
    on = frame.first_day
    over, trigger = numbers.NIGHT_WEEKS.on(on), numbers.NIGHT_TRIGGER.on(on)
    regularly = numbers.NIGHT_REGULARLY.on(on)

    def least(shift: Shift) -> int:
        return worked_at_least(shift) if _is_ordinary(shift) else 0

    for assistant in frame.people:
        who, why = assistant.id, because(ID, assistant.id)
        nights = [one for one in mine(frame, who) if night_minutes(frame, one, who) > trigger]
        for weeks in week_blocks(frame, over):
            amounts = amounts_in(frame, who, weeks, least)
            of_block = tuple((one.id,) for one in nights if frame.week_of(one) in weeks)
            few = (regularly * len(weeks) - 1) // over if frame.cyclic else regularly - 1
            few = max(0, few - _had(frame, who, Ground.IN_USE))
            most = _together(frame, who, Ground.IN_USE, weeks).amount
            if len(of_block) > few and sum(amount for _, amount in amounts) > most:
                hours = Minutes(who, amounts, why, most=most)
                yield AnyOf((hours, Occasions(who, of_block, why, most=few)), why)


check = each(check_of)
RULE = Rule(ID, SOURCE, check, limits, check_of)
