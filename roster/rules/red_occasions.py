"""The red døgn of a plan as the solver sees them: for each, the shifts of which it is the one (D15)."""

from dataclasses import dataclass
from datetime import date, timedelta

from roster.domain.frame import Frame
from roster.domain.shift import Shift
from roster.rules.asking import mine, with_past
from roster.rules.zones import RedDay, red_days, red_of


@dataclass(frozen=True, slots=True)
class RedOccasions:
    """The red døgn of the plan in order, each with the assistant's shifts that make it worked.

    ``count`` and ``base`` hold besides what the running period before the plan had of red døgn and of worked ones.
    """

    days: tuple[RedDay, ...]
    occasions: tuple[tuple[str, ...], ...]
    count: int
    base: int


def red_occasions(frame: Frame, who: str) -> RedOccasions:
    inside = frozenset(frame.dates)
    days = tuple(one for one in red_days(frame) if one.day in inside)
    by_day = shifts_by_red_day(frame, mine(frame, who))
    known = None if frame.cyclic else next((one for one in frame.brief.balances if one.who == who), None)
    base = known.sundays_worked or 0 if known else 0
    before = known.sundays_of or 0 if known else 0
    return RedOccasions(days, tuple(by_day.get(one.day, ()) for one in days), len(days) + before, base)


def shifts_by_red_day(frame: Frame, shifts: tuple[Shift, ...]) -> dict[date, tuple[str, ...]]:
    """The ids of the shifts that belong to each red døgn; in a cycle those past its end belong to its beginning."""
    reds = red_days(frame)
    turn = timedelta(days=7 * frame.weeks)
    inside = frozenset(frame.dates)
    found: dict[date, list[str]] = {}
    for one in shifts:
        red = red_of(one, reds)
        if red is None:
            continue
        day = red.day
        if frame.cyclic and day not in inside:
            day = day - turn if day - turn in inside else day + turn
        found.setdefault(day, []).append(one.id)
    return {day: tuple(all_of) for day, all_of in found.items()}


def worked_before(frame: Frame, who: str) -> dict[date, tuple[str, ...]]:
    """The same for what was worked before the plan."""
    past = tuple(one for one in with_past(frame, who) if one.span.start < frame.span.start)
    return shifts_by_red_day(frame, past)
