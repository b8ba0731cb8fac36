"""What the arbeidsleder tells of: somebody is sick, away, gone or new, needed otherwise, or two have swapped."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from roster.domain.assistant import Assistant
from roster.domain.days import DateSpan
from roster.domain.frame import Frame
from roster.domain.help_needed import NeedChange
from roster.domain.leave import WHOLE

Work = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Events:
    """What the user tells of, together one change; ids of people and shifts.

    ``away``: the user of the arrangement, so that nobody is needed. ``give``: (assistant, shift). ``part``: percent of
    the position, of those who are sick only partly. ``well``: who is well again from which day.
    """

    sick: tuple[tuple[str, DateSpan], ...] = ()
    away: tuple[DateSpan, ...] = ()
    left: tuple[tuple[str, date], ...] = ()
    new: tuple[Assistant, ...] = ()
    need: tuple[NeedChange, ...] = ()
    swap: tuple[tuple[Work, Work], ...] = ()
    give: tuple[Work, ...] = ()
    part: tuple[tuple[str, Decimal], ...] = ()
    well: tuple[tuple[str, date], ...] = ()

    def percent_sick(self, who: str) -> Decimal:
        return dict(self.part).get(who, WHOLE)

    def first_day(self, frame: Frame) -> date | None:
        """The first day that any of it is about; None where nothing has a day."""
        return min((one.first for one in self.days(frame)), default=None)

    def days(self, frame: Frame) -> tuple[DateSpan, ...]:
        """The days that it is about, one after the other."""
        shifts = (shift for pair in (*self.swap, self.give) for _, shift in pair)
        single = (
            *(day for _, day in self.left),
            *(day for _, day in self.well),
            *(one.employed_from for one in self.new if one.employed_from is not None),
            *(frame.shift[shift].start.date() for shift in shifts),
        )
        return (
            *(span for _, span in self.sick),
            *self.away,
            *(one.when.dates for one in self.need if one.when.dates is not None),
            *(DateSpan(day, day) for day in single),
        )
