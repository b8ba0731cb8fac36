"""How many minutes an assistant's position amounts to over a plan, and how near a plan must come (D28, D33)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from roster.domain.brief import Assistant
from roster.domain.frame import Frame
from roster.domain.kinds import Form
from roster.domain.rhythm import holds_skills
from roster.domain.shift import paid


@dataclass(frozen=True, slots=True)
class Block:
    """Weeks ``first`` up to but not with ``last`` of the plan, and what the position amounts to in them.

    ``contract`` and ``wanted`` in paid minutes: agreed, and up to where extra shifts are welcome.
    """

    first: int
    last: int
    contract: Fraction
    wanted: Fraction


def blocks(frame: Frame, assistant: Assistant) -> Iterator[Block]:
    """The stretches over which the contract holds on average.

    A plan is one block. A grunnturnus rolled out holds it over each whole turn of the cycle; what the roll-out
    leaves of the last turn goes on with the grunnturnus and is judged when it is rolled out in turn.
    """
    for first, last in turns(frame):
        days = [frame.first_day + timedelta(days=n) for n in range(first * 7, last * 7)]
        share = Fraction(sum(_counts(frame, assistant, day) for day in days), 7)
        yield Block(first, last, assistant.contract_week * share, assistant.wanted_week * share)


def turns(frame: Frame) -> Iterator[tuple[int, int]]:
    """First week and week after the last of each block."""
    rolled_out = not frame.cyclic and frame.brief.period.form is Form.CYCLE
    length = min(frame.weeks, frame.brief.period.weeks) if rolled_out else frame.weeks
    for first in range(0, frame.weeks - length + 1, length):
        yield first, first + length


def _counts(frame: Frame, assistant: Assistant, day: date) -> bool:
    """The day counts towards the position: employed, and not on vacation, which is credited (D33)."""
    if frame.cyclic:
        return True
    started = assistant.employed_from is None or assistant.employed_from <= day
    not_ended = assistant.employed_to is None or day <= assistant.employed_to
    return started and not_ended and not any(day in vacation for vacation in assistant.vacation)


def half_a_shift(frame: Frame, assistant: Assistant) -> int:
    """Half of the shortest shift that the assistant can be given, in paid minutes; 0 where there is none (D28)."""
    lengths = {paid(one, frame.brief.settings.resting_paid) for one in frame.shifts if holds_skills(assistant, one)}
    return min(lengths, default=0) // 2
