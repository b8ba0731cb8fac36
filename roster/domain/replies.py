"""Who was asked about which open shift, and what they said: kept in the log, so that nothing said is lost."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Said(StrEnum):
    """How far it has come with one who was asked."""

    ASKED = "spurt"
    YES = "ja"
    NO = "nei"


@dataclass(frozen=True, slots=True)
class Reply:
    """A line of the log: somebody was asked about the shift, or has answered.

    ``overtime``: they have taken it as that, so that it stands in no plan.
    """

    shift: str
    who: str
    said: Said
    when: datetime
    overtime: bool = False


@dataclass(frozen=True, slots=True)
class Times:
    """How often somebody was asked about shifts, and what they said."""

    asked: int = 0
    yes: int = 0
    no: int = 0


def times(replies: Iterable[Reply]) -> Mapping[str, Times]:
    """For each who was ever asked; whoever answers was asked, whether that was written down or not."""
    last: dict[tuple[str, str], Said] = {}
    for one in replies:
        last[one.who, one.shift] = one.said
    people = {who for who, _ in last}
    return {
        who: Times(
            sum(one == who for one, _ in last),
            sum(one == who and said is Said.YES for (one, _), said in last.items()),
            sum(one == who and said is Said.NO for (one, _), said in last.items()),
        )
        for who in people
    }


def of_shift(replies: Iterable[Reply], shift: str) -> Mapping[str, Reply]:
    """The last that each said about the shift, in the order in which they said it."""
    found: dict[str, Reply] = {}
    for one in replies:
        if one.shift == shift:
            found.pop(one.who, None)
            found[one.who] = one
    return found
