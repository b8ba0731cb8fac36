"""What the arbeidsleder tells of: somebody is sick, away, gone or new, needed otherwise, or two have swapped."""

from dataclasses import dataclass
from datetime import date

from roster.domain.brief import Assistant, NeedChange
from roster.domain.days import DateSpan

Work = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Events:
    """What the user tells of, together one change; ids of people and shifts.

    ``away``: the user of the arrangement, so that nobody is needed. ``give``: (assistant, shift).
    """

    sick: tuple[tuple[str, DateSpan], ...] = ()
    away: tuple[DateSpan, ...] = ()
    left: tuple[tuple[str, date], ...] = ()
    new: tuple[Assistant, ...] = ()
    need: tuple[NeedChange, ...] = ()
    swap: tuple[tuple[Work, Work], ...] = ()
    give: tuple[Work, ...] = ()
