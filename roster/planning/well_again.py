"""Who is well before the absence was to end: it ends, and shifts go back to those who had them where that can be.

An open shift goes back whenever it is. One that somebody else has been given goes back only when there is as much
notice as a plan has, and whoever gives it back gets again what they left for it. What does not go back is paid for.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from roster.domain.assistant import Absence, Assistant
from roster.domain.days import DateSpan
from roster.domain.frame import Frame
from roster.domain.kinds import Because
from roster.domain.roster import Roster
from roster.domain.shift import paid
from solver.problem import Works


@dataclass(frozen=True, slots=True)
class Back:
    """Somebody has a shift again; ``holder`` gives it back, None: it stands open."""

    who: str
    shift: str
    holder: str | None


@dataclass(frozen=True, slots=True)
class Returned:
    """``backs``: what goes back to whom. ``kept_by_others``: what who is ``well`` had, and does not get again."""

    backs: tuple[Back, ...] = ()
    kept_by_others: Works = frozenset()
    well: frozenset[str] = frozenset()

    @property
    def taken(self) -> Works:
        return frozenset((one.who, one.shift) for one in self.backs)

    @property
    def left(self) -> Works:
        return frozenset((one.holder, one.shift) for one in self.backs if one.holder is not None)

    def without(self, those: Iterable[Back]) -> "Returned":
        """These do not go back."""
        gone = frozenset(those)
        theirs = frozenset((one.who, one.shift) for one in gone if one.who in self.well)
        backs = tuple(one for one in self.backs if one not in gone)
        return replace(self, backs=backs, kept_by_others=self.kept_by_others | theirs)

    def beside(self, other: "Returned") -> "Returned":
        backs = tuple(dict.fromkeys((*self.backs, *other.backs)))
        return Returned(backs, self.kept_by_others | other.kept_by_others, self.well | other.well)


def is_sick(person: Assistant, day: date) -> bool:
    return any(one.because in (Because.SICK, Because.AWAY) and day in one.dates for one in person.absences)


def well(person: Assistant, day: date, has: Callable[[DateSpan], int]) -> Assistant:
    """The person as they are when well from that day: what they had while away until then, and nothing after it.

    ``has``: the paid minutes of their shifts on some days, which are the most while they are partly away.
    """
    ended = [one for one in person.absences if _is_ended(one, day)]
    gone = tuple(one for one in (_until(one, day, has) if one in ended else one for one in person.absences) if one)
    away = (Because.SICK, Because.AWAY)
    had = tuple(
        one
        for one in person.credits
        if not (one.because in away and one.day >= day and any(one.day in each.dates for each in ended))
    )
    return replace(person, absences=gone, credits=had)


def returned(
    before: Roster, now: Roster, who: str, day: date, since: int, notice: int, first_had: Works = frozenset()
) -> Returned:
    """What goes back when they are well from the day; ``before``: the roster before they were away.

    ``since``: the minute before which nothing changes; ``notice``: the one from which what others have can be taken.
    ``first_had``: what others have again that they had before they were away themselves, and who is well stood in for.
    """
    person = now.frame.brief.assistant(who)
    ended = [one.dates for one in person.absences if _is_ended(one, day)]
    lost = sorted(
        (now.frame.shift[shift].span.start, one, shift)
        for one, shift in before.works - now.works
        if shift in now.frame.shift and now.frame.shift[shift].start.date() >= day
    )
    own = [
        (at, one, shift)
        for at, one, shift in lost
        if one == who
        and any(now.frame.shift[shift].start.date() in each for each in ended)
        and not any((other, shift) in first_had for other in now.on(shift))
    ]
    first = [one for at, _, shift in own if (one := _back(before, now, who, shift, at, since, notice)) is not None]
    give = Counter(one.holder for one in first if one.holder is not None)
    then = []
    for at, other, shift in lost:
        if (
            other != who
            and give[other]
            and not is_sick(now.frame.brief.assistant(other), now.frame.shift[shift].start.date())
        ):
            one = _back(before, now, other, shift, at, since, notice)
            if one is not None and one.holder is not None:
                then.append(one)
                give[other] -= 1
    taken = {one.shift for one in first}
    # What has begun today is somebody else's too.
    stay = frozenset((who, shift) for _, _, shift in own if shift not in taken)
    return Returned((*first, *then), stay, frozenset({who}))


def put_back(now: Roster, frame: Frame, since: int) -> Iterator[Back]:
    """Each shift that is needed again, and everybody who is paid for as much that was called off on its day.

    ``frame``: with what is needed now. Whether it was that very shift is not known here.
    """
    per_hour = frame.brief.settings.resting_paid
    for shift in frame.shifts:
        known = now.frame.shift.get(shift.id)
        if shift.span.start < since or shift.wanted <= (0 if known is None else known.wanted):
            continue
        for person in frame.people:
            had = any(
                (one.because, one.day, one.minutes) == (Because.CALLED_OFF, shift.start.date(), paid(shift, per_hour))
                for one in person.credits
            )
            if had and (person.id, shift.id) not in now.works and not is_sick(person, shift.start.date()):
                yield Back(person.id, shift.id, None)


def _back(before: Roster, now: Roster, who: str, shift: str, at: int, since: int, notice: int) -> Back | None:
    if at < since:
        return None
    there = now.filling(shift)
    if len(there) < now.frame.shift[shift].wanted:
        return Back(who, shift, None)
    holder = next((one for one in sorted(now.on(shift)) if (one, shift) not in before.works), None)
    return None if holder is None or at < notice else Back(who, shift, holder)


def _is_ended(one: Absence, day: date) -> bool:
    return one.because in (Because.SICK, Because.AWAY) and day in one.dates


def _until(one: Absence, day: date, has: Callable[[DateSpan], int]) -> Absence | None:
    """What is left of the absence; None: it never was."""
    if one.dates.first >= day:
        return None
    dates = DateSpan(one.dates.first, day - timedelta(days=1))
    left = one.left if one.is_whole else min(one.left, has(dates))
    return replace(one, dates=dates, left=left, was_to=one.was_to or one.dates.last)
