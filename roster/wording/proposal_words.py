"""Proposals side by side: how one roster differs from another in hours, weekends, nights and wishes of each person."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from roster.domain.frame import Frame
from roster.domain.kinds import Worth
from roster.domain.rhythm import is_night, weekends
from roster.domain.roster import Roster
from roster.domain.shift import paid
from roster.rules.wish_met import broken
from roster.wording.numbers import MONTHS, counted, hours_said, listed
from roster.wording.plan_words import person

Pair = tuple[int, int]
"""A number in the one roster and in the other."""


@dataclass(frozen=True, slots=True)
class PersonDifference:
    """One assistant in two rosters of the same brief.

    ``paid`` in minutes; ``wishes``: how many are not met; ``gained`` and ``lost``: Saturdays of weekends that are
    worked in the second alone, and in the first alone. ``shifts``: how many of the second are not in the first.
    """

    who: str
    paid: Pair
    weekends: Pair
    nights: Pair
    wishes: Pair
    gained: tuple[date, ...]
    lost: tuple[date, ...]
    shifts: int

    @property
    def any(self) -> bool:
        """Something is otherwise."""
        pairs = (self.paid, self.weekends, self.nights, self.wishes)
        return bool(self.shifts or self.gained or self.lost or any(one != other for one, other in pairs))


def differences(before: Roster, after: Roster) -> tuple[PersonDifference, ...]:
    """Everybody, in the order of the brief."""
    return tuple(_of(before, after, one.id) for one in after.frame.people)


def _of(before: Roster, after: Roster, who: str) -> PersonDifference:
    had, has = ({one.saturday for one in weekends(roster.duties(who))} for roster in (before, after))
    shifts = [frozenset(one.id for one in roster.duties(who)) for roster in (before, after)]
    return PersonDifference(
        who,
        paid=(_paid(before, who), _paid(after, who)),
        weekends=(len(had), len(has)),
        nights=(_nights(before, who), _nights(after, who)),
        wishes=(_not_met(before, who), _not_met(after, who)),
        gained=tuple(sorted(has - had)),
        lost=tuple(sorted(had - has)),
        shifts=len(shifts[1] - shifts[0]),
    )


def _paid(roster: Roster, who: str) -> int:
    resting_paid = roster.frame.brief.settings.resting_paid
    return sum(paid(one, resting_paid) for one in roster.duties(who))


def _nights(roster: Roster, who: str) -> int:
    return sum(map(is_night, roster.duties(who)))


def _not_met(roster: Roster, who: str) -> int:
    wishes = (one for one in roster.frame.brief.wishes if one.who == who and one.worth is not Worth.DEMAND)
    return sum(any(True for _ in broken(roster, one)) for one in wishes)


# -- in words -----------------------------------------------------------------------------------------


def difference_lines(frame: Frame, found: Sequence[PersonDifference]) -> Iterator[str]:
    """A sentence for each assistant whose hours, weekends, nights or wishes differ, and one for those with the same."""
    same: list[str] = []
    untouched: list[str] = []
    for one in found:
        name = person(frame.brief, one.who)
        said = [*_hours(one.paid), *_weekends(frame, one), *_nights_said(one), *_wishes(one)]
        if said:
            yield f"{name}: {'; '.join(said)}."
        else:
            (same if one.any else untouched).append(name)
    if same:
        yield f"{listed(same)}: andre vakter, men like mange timer, helger og netter."
    if untouched:
        yield f"{listed(untouched)}: ingen endring."


def _hours(minutes: Pair) -> Iterator[str]:
    more = minutes[1] - minutes[0]
    if more:
        yield f"{hours_said(abs(more))} {'mer' if more > 0 else 'mindre'}"


def _weekends(frame: Frame, one: PersonDifference) -> Iterator[str]:
    if not (one.gained or one.lost):
        return
    before, after = one.weekends
    said = "andre helger" if before == after else f"{counted(after, 'helg', 'helger')}, mot {before}"
    works = [f"arbeid {_weekend(frame, day)}" for day in one.gained[:MOST_WEEKENDS]]
    free = [f"fri {_weekend(frame, day)}" for day in one.lost[:MOST_WEEKENDS]]
    yield f"{said} ({listed([*works, *free])})"


MOST_WEEKENDS = 3
"""Weekends that are named of each sort."""


def _weekend(frame: Frame, saturday: date) -> str:
    """«16. januar» for the weekend's Saturday, «helga i uke 2» in a grunnturnus."""
    if frame.cyclic:
        return f"helga i uke {(saturday - frame.first_day).days // 7 + 1}"
    sunday = saturday + timedelta(days=1)
    if saturday.month == sunday.month:
        return f"{saturday.day}.–{sunday.day}. {MONTHS[sunday.month - 1]}"
    return f"{saturday.day}. {MONTHS[saturday.month - 1]}–{sunday.day}. {MONTHS[sunday.month - 1]}"


def _nights_said(one: PersonDifference) -> Iterator[str]:
    before, after = one.nights
    if before != after:
        yield f"{counted(after, 'natt', 'netter')}, mot {before}"


def _wishes(one: PersonDifference) -> Iterator[str]:
    before, after = one.wishes
    if before != after:
        number = counted(abs(after - before), "ønske", "ønsker")
        yield f"{number} {'mindre' if after > before else 'mer'} er innfridd"


AIMS: Mapping[str, str] = {
    "other-weekends": "andre helger",
    "fewer-nights": "færre netter for den som har flest",
    "fewer-weekends": "færre helger for den som har flest",
    "other-shifts": "vaktene er fordelt på en annen måte",
}
"""What was sought in another roster."""


def alternative_said(number: int, version: str, aim: str, moved: int, of: int, costs: Pair) -> str:
    """The heading of one proposal: what it seeks, how many shifts are somebody else's, and how good it is."""
    shifts = f"{moved} av {counted(of, 'vakt', 'vakter')} går til andre"
    return f"Forslag {number} (versjon {version}): {AIMS[aim]}. {shifts}. {_as_good(costs)}"


def _as_good(costs: Pair) -> str:
    recommended, this = costs
    if this <= recommended:
        return "Det er like godt etter regler og ønsker."
    worse = -(-100 * (this - recommended) // recommended) if recommended else 0
    return f"Det er {worse} % svakere etter ønskene." if worse else "Det er litt svakere etter ønskene."


def proposals(found: int, asked: int, recommended: str) -> tuple[str, ...]:
    """What stands above the other proposals."""
    first = f"Forslag 1 (versjon {recommended}) er det vi anbefaler, og det som er vist over."
    if not found:
        return (first, "Vi fant ingen andre turnuser som er nesten like gode og skiller seg ut. Mer tid kan gi flere.")
    said = [first, "De andre er nesten like gode, og dekker vaktene like godt. Slik skiller de seg fra forslag 1:"]
    if found < asked:
        said.append(f"Vi fant {counted(found, 'forslag', 'forslag')} til, og du ba om {asked}. Mer tid kan gi flere.")
    return tuple(said)
