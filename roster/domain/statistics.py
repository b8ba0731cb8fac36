"""What reps count in a roster, in minutes: hours, weekends, nights, runs and rests, per assistant and in all."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from roster.domain.assistant import Assistant
from roster.domain.contract import credited, paid_off_between
from roster.domain.frame import Frame
from roster.domain.kinds import Position
from roster.domain.leave import share_away
from roster.domain.rhythm import SATURDAY, is_evening, is_night, weekends
from roster.domain.roster import Roster
from roster.domain.runs import Days, quick_returns, rests
from roster.domain.shift import Shift, granted, paid, worked

TEMPORARY_HELP = frozenset({Position.SUBSTITUTE, Position.ON_CALL})


@dataclass(frozen=True, slots=True)
class PersonStatistics:
    """One assistant's part of a roster.

    ``contract``: what the position amounts to in these weeks, without vacation and days not employed (D33).
    ``weekends_of``: how many there are in all. ``longest_run``: days in a row with work.
    ``shortest_rest``: the shortest of the longest rests within 24 hours from each start of work (D12); None
    without work. ``longest_week`` in worked minutes, ``longest_week_number`` from 1.
    """

    who: str
    shifts: int
    paid: int
    worked: int
    granted: int
    contract: Fraction
    weekends: int
    weekends_of: int
    split_weekends: int
    evenings: int
    nights: int
    longest_run: int
    shortest_rest: int | None
    longest_shift: int
    longest_week: int
    longest_week_number: int
    single_nights: int
    lone_work_days: int
    lone_free_days: int
    quick_returns: int

    @property
    def short(self) -> Fraction:
        """Minutes that the position lacks; negative when there is more than the position."""
        return self.contract - self.paid


@dataclass(frozen=True, slots=True)
class Statistics:
    """A whole roster. ``permanent`` and ``substitute``: paid minutes by permanent people, by vikar of both kinds."""

    weeks: int
    people: tuple[PersonStatistics, ...]
    paid: int
    permanent: int
    substitute: int
    granted: int
    wanted: int
    open: int
    open_minutes: int

    @property
    def permanent_share(self) -> Fraction | None:
        """Share of paid minutes in permanent positions; None when nobody works."""
        return Fraction(self.permanent, self.paid) if self.paid else None

    def of(self, who: str) -> PersonStatistics:
        return next(one for one in self.people if one.who == who)


def statistics(roster: Roster) -> Statistics:
    """What the roster comes to."""
    frame = roster.frame
    people = tuple(person_statistics(roster, one) for one in frame.people)
    by_position = {one.id: one.position for one in frame.people}
    resting_paid = frame.brief.settings.resting_paid
    return Statistics(
        weeks=frame.weeks,
        people=people,
        paid=sum(one.paid for one in people),
        permanent=sum(one.paid for one in people if by_position[one.who] is Position.PERMANENT),
        substitute=sum(one.paid for one in people if by_position[one.who] in TEMPORARY_HELP),
        granted=sum(one.granted for one in people),
        wanted=sum(one.wanted for one in frame.shifts),
        open=sum(missing for _, missing in roster.open),
        open_minutes=sum(paid(shift, resting_paid) * missing for shift, missing in roster.open),
    )


def person_statistics(roster: Roster, assistant: Assistant) -> PersonStatistics:
    """The assistant's duties in this arrangement counted; rests and runs look at all that counts in limits."""
    frame, who = roster.frame, assistant.id
    settings = frame.brief.settings
    duties = roster.duties(who)
    per_week = [0] * frame.weeks
    for one in duties:
        per_week[frame.week_of(one)] += worked(one)
    longest = max(per_week, default=0)
    days = Days.of(roster, who)
    return PersonStatistics(
        who=who,
        shifts=len(duties),
        paid=sum(paid(one, settings.resting_paid) for one in duties),
        worked=sum(map(worked, duties)),
        granted=sum(granted(one, settings.resting_granted) for one in duties),
        contract=contract_minutes(frame, assistant),
        weekends=len(weekends(duties)),
        weekends_of=sum(day.weekday() == SATURDAY for day in frame.dates),
        split_weekends=_split(frame, duties),
        evenings=sum(map(is_evening, duties)),
        nights=sum(map(is_night, duties)),
        longest_run=days.longest_run(),
        shortest_rest=min(rests(roster, who), default=None),
        longest_shift=max(map(worked, duties), default=0),
        longest_week=longest,
        longest_week_number=per_week.index(longest) + 1 if per_week else 0,
        single_nights=days.alone(days.nights),
        lone_work_days=days.alone(days.work),
        lone_free_days=days.alone(days.free),
        quick_returns=quick_returns(roster, who),
    )


def contract_minutes(frame: Frame, assistant: Assistant) -> Fraction:
    """What the position amounts to over all weeks of the frame, less vacation, leave and days not employed (D33)."""
    days = len(frame.dates) if frame.cyclic else sum(_in_position(assistant, day) for day in frame.dates)
    had, called_off, _ = credited(frame, assistant, 0, frame.weeks)
    off = paid_off_between(frame, assistant, 0, frame.weeks) + had + called_off
    return assistant.contract_week * days * Fraction(1, 7) - off


def _in_position(assistant: Assistant, day: date) -> Fraction:
    """The share of the position that counts that day."""
    if assistant.employed_from is not None and day < assistant.employed_from:
        return Fraction(0)
    if assistant.employed_to is not None and day > assistant.employed_to:
        return Fraction(0)
    if any(day in vacation for vacation in assistant.vacation):
        return Fraction(0)
    return 1 - share_away(assistant.leaves, day)


def _split(frame: Frame, duties: tuple[Shift, ...]) -> int:
    """Weekends with need on both days of which only a part is worked."""
    needed = {one.saturday for one in weekends(frame.shifts) if all(one.days)}
    return sum(one.saturday in needed and not all(one.days) for one in weekends(duties))
