"""How many minutes an assistant's position amounts to over a plan, and how near a plan must come (D28, D33)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from roster.domain.assistant import Assistant
from roster.domain.fallen import fallen_share, has_fallen
from roster.domain.frame import Frame
from roster.domain.kinds import Because, Form, Position
from roster.domain.leave import share_away
from roster.domain.rhythm import SUNDAY, holds_skills
from roster.domain.shift import paid

VIRKEDAGER = 6
SUMMER_WEEKS = 16
"""As many weeks of vacation as hold the contract together (D33)."""


@dataclass(frozen=True, slots=True)
class Block:
    """Weeks ``first`` up to but not with ``last`` of the plan, and what the position amounts to in them.

    ``contract`` and ``wanted`` in paid minutes: agreed, and up to where extra shifts are welcome; ``wanted``
    None: no hours are agreed and no limit is named. ``due``: what is left of the contract to be worked when the
    share of hours that have fallen away is taken out. Days off with pay (F3, F4, F5) are in none of them.
    """

    first: int
    last: int
    contract: Fraction
    due: Fraction
    wanted: Fraction | None


def blocks(frame: Frame, assistant: Assistant) -> Iterator[Block]:
    """The stretches over which the contract holds on average, less vacation and time outside employment (D33)."""
    for first, last in turns(frame):
        yield block_of(frame, assistant, first, last)


def block_of(frame: Frame, assistant: Assistant, first: int, last: int) -> Block:
    """What the position amounts to in those weeks, the last not part of them."""
    unbound = not assistant.percent and assistant.wants_up_to is None
    weeks = weeks_counted(frame, assistant, first, last)
    off = paid_off_between(frame, assistant, first, last)
    had, called_off, agreed = credited(frame, assistant, first, last)
    contract = max(Fraction(0), assistant.contract_week * weeks - off - had - called_off)
    more = agreed + covered_for_others(frame, assistant, first, last)
    wanted = None if unbound else max(contract, assistant.most_week * weeks - off - had - called_off) + more
    fallen = fallen_share(frame, assistant, first, last)
    if fallen:
        # What was called off on such a day has fallen away too, and is had but once.
        fallen = max(Fraction(0), fallen - _called_off_there(frame, assistant, first, last))
    due = max(Fraction(0), contract - fallen)
    return Block(first, last, contract, due, wanted)


def credited(frame: Frame, assistant: Assistant, first: int, last: int) -> tuple[int, int, int]:
    """Minutes of those weeks (the last not part of them) that are had while away, were called off, and were agreed."""
    if frame.cyclic or not assistant.credits:
        return 0, 0, 0
    days = frozenset(frame.dates[first * 7 : last * 7])
    had = dict.fromkeys(Because, 0)
    for one in assistant.credits:
        had[one.because] += one.minutes * (one.day in days)
    return had[Because.SICK] + had[Because.AWAY] + had[Because.LEFT], had[Because.CALLED_OFF], had[Because.AGREED]


def _called_off_there(frame: Frame, assistant: Assistant, first: int, last: int) -> int:
    """Minutes that were called off on days of those weeks whose need has fallen away."""
    days = frozenset(frame.dates[first * 7 : last * 7])
    off = [one for one in assistant.credits if one.because is Because.CALLED_OFF and one.day in days]
    return sum(one.minutes for one in off if has_fallen(frame, one.day))


def paid_off_between(frame: Frame, assistant: Assistant, first: int, last: int) -> int:
    """Minutes of those weeks (the last not part of them) that are paid though they are off: F3, F4 and F5."""
    if frame.cyclic or not assistant.paid_off:
        return 0
    days = frozenset(frame.dates[first * 7 : last * 7])
    return sum(one.minutes for one in assistant.paid_off if one.day in days)


def turns(frame: Frame) -> Iterator[tuple[int, int]]:
    """First week and week after the last of each stretch over which a contract holds on average.

    A plan is one. A grunnturnus rolled out to dates holds it over each whole turn of the cycle; what the dates
    have of a last turn goes on with the grunnturnus, and is judged when that turn is rolled out whole. Turns in a row
    in which somebody has vacation hold it together, up to a summer: of a short turn a vacation takes half a shift.
    """
    rolled_out = not frame.cyclic and frame.brief.period.form is Form.CYCLE
    length = frame.brief.period.weeks if rolled_out else frame.weeks
    begun: int | None = None
    for first in range(0, frame.weeks - length + 1, length):
        last = first + length
        on_vacation = rolled_out and 2 * length <= SUMMER_WEEKS and _has_vacation(frame, first, last)
        if begun is not None and (not on_vacation or last - begun > SUMMER_WEEKS):
            yield begun, first
            begun = None
        if not on_vacation:
            yield first, last
        elif begun is None:
            begun = first
    if begun is not None:
        yield begun, begun + (frame.weeks - begun) // length * length


def _has_vacation(frame: Frame, first: int, last: int) -> bool:
    begins, ends = frame.dates[7 * first], frame.dates[7 * last - 1]
    return any(off.first <= ends and begins <= off.last for one in frame.people for off in one.vacation)


def weeks_counted(frame: Frame, assistant: Assistant, first: int, last: int) -> Fraction:
    """The weeks of the stretch that count towards the position: employed, and not on vacation.

    A day from Monday to Saturday of vacation takes a sixth of a week (a virkedag, ferieloven § 5), a day
    outside employment a seventh, and of a day of leave the share that is away; a day of vacation is no leave.
    """
    if frame.cyclic:
        return Fraction(last - first)
    return weeks_of(assistant, [frame.first_day + timedelta(days=n) for n in range(first * 7, last * 7)])


def weeks_of(assistant: Assistant, days: Iterable[date]) -> Fraction:
    """The weeks that these days come to, counted so."""
    employed = [day for day in days if is_employed(assistant, day)]
    away = [day for day in employed if day.weekday() < SUNDAY and any(day in off for off in assistant.vacation)]
    leaves = assistant.leaves
    gone = [share_away(leaves, day) for day in employed if not any(day in off for off in assistant.vacation)]
    return max(Fraction(0), Fraction(len(employed), 7) - Fraction(len(away), VIRKEDAGER) - sum(gone, Fraction(0)) / 7)


def covered_for_others(frame: Frame, assistant: Assistant, first: int, last: int) -> Fraction:
    """Minutes of those weeks that the assistant may have because others are away: an equal part of what they leave.

    Who is there as a vikar is hired for it; others must have said yes.
    """
    if frame.cyclic:
        return Fraction(0)
    days = frame.dates[first * 7 : last * 7]
    hired = assistant.position is not Position.PERMANENT
    return sum(
        (
            other.contract_week * leave.share * sum(day in leave.dates for day in days) / (7 * len(leave.covered_by))
            for other in frame.people
            for leave in other.leaves
            if assistant.id in leave.covered_by and (leave.consent or hired)
        ),
        Fraction(0),
    )


def is_employed(assistant: Assistant, day: date) -> bool:
    """The employment has begun and has not ended."""
    started = assistant.employed_from is None or assistant.employed_from <= day
    return started and (assistant.employed_to is None or day <= assistant.employed_to)


def half_a_shift(frame: Frame, assistant: Assistant) -> int:
    """Half the mean paid length of the kinds of shift in the plan that the assistant has the skills for (D28).

    In whole minutes; 0 where there is none. The tolerance of the position, in the price and in the check alike.
    """
    of_kinds = (
        next((one for one in shifts if holds_skills(assistant, one)), None) for shifts in frame.by_kind.values()
    )
    kinds = [one for one in of_kinds if one is not None]
    per_hour = frame.brief.settings.resting_paid
    return sum(paid(one, per_hour) for one in kinds) // (2 * len(kinds)) if kinds else 0
