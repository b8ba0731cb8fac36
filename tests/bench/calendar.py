"""The set ``calendar``: how long it takes to write the calendars of what is taken into use; ``7x52``: a year of seven.

After the first version others follow, in each of which two have swapped a shift; a subscriber who keeps what was read
before must see each roster. ``first_seconds`` is the time of the process for the first version, ``total_seconds`` for
all; ``cost`` is how many events changed though their shift did not, and its bound is 0. ``out_of_time``: somebody did
not see the roster.
"""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from time import process_time

from roster.domain.event_ids import CalendarEvent
from roster.domain.plan import Plan
from roster.domain.roster import Roster
from roster.exports.calendar import Whose, feeds, in_use
from tests.bench.check import roster_of
from tests.bench.outcome import Asked, Outcome
from tests.calendars.subscriber import Subscriber, in_roster

DATA = Path()
PEOPLE, WEEKS = (7, 20), (4, 26, 52)
LEAST_SWAPS = 5
FIRST = datetime(2026, 12, 1, tzinfo=UTC)
EVER = datetime(2000, 1, 1, tzinfo=UTC)


def instances(data: Path) -> list[str]:
    """Every size there is."""
    return [f"{people}x{weeks}" for people in PEOPLE for weeks in WEEKS]


def run(asked: Asked) -> Outcome:
    """Take versions into use until the time is out, at least one and five more with a swap each."""
    people, weeks = map(int, asked.instance.split("x"))
    roster = roster_of(people, weeks)
    draw = Random(asked.seed)
    known: tuple[CalendarEvent, ...] = ()
    readers = {one.id: Subscriber() for one in roster.frame.people}
    times: list[float] = []
    idle, right = 0, True
    while len(times) <= LEAST_SWAPS or sum(times) < asked.seconds:
        before = {one.uid: one for one in known}
        began = process_time()
        known, made = _taken(known, roster, FIRST + timedelta(days=len(times)))
        times.append(process_time() - began)
        idle += sum(one != before.get(one.uid, one) and not one.gone for one in known)
        plan = Plan(roster.frame.brief, roster)
        for (_, who), data in made.items():
            if who:
                readers[who].fetches(data)
                right = right and readers[who].sees() == in_roster(plan, who)
        roster = _swapped(roster, draw)
    return Outcome(
        "made" if right else "out_of_time", cost=idle, bound=0, first_seconds=times[0], total_seconds=sum(times)
    )


def _taken(
    known: tuple[CalendarEvent, ...], roster: Roster, now: datetime
) -> tuple[tuple[CalendarEvent, ...], dict[Whose, bytes]]:
    people = [one.id for one in roster.frame.people]
    events = in_use(known, Plan(roster.frame.brief, roster), EVER, now)
    return events, feeds(events, people, now)


def _swapped(roster: Roster, draw: Random) -> Roster:
    """Two people have swapped a shift that the other did not have that day."""
    works = sorted(roster.works)
    day = {shift: roster.frame.shift[shift].start.date() for _, shift in works}
    busy = {(who, day[shift]) for who, shift in works}
    while True:
        (one, first), (other, second) = draw.sample(works, 2)
        if one != other and (one, day[second]) not in busy and (other, day[first]) not in busy:
            swapped = roster.works - {(one, first), (other, second)} | {(one, second), (other, first)}
            return Roster(roster.frame, swapped)
