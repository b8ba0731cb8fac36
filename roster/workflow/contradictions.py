"""What is asked for that cannot be together: a shift to who is away or has it, to two, or after it has begun."""

from collections import Counter
from pathlib import Path

from roster.domain.events import Events
from roster.domain.frame import Frame
from roster.domain.kinds import Because
from roster.domain.leave import WHOLE
from roster.domain.roster import Roster
from roster.wording import replan_words as words
from roster.workflow.troubles import refuse


def refuse_contradictions(events: Events, roster: Roster, now: int, path: Path) -> None:
    """Raises ``Faults`` where some of what was told of contradicts the rest, or the roster; ``now``: the minute."""
    frame = roster.frame
    given = [
        *events.give,
        *((who, shift) for (who, _), (_, shift) in events.swap),
        *((who, shift) for (_, shift), (who, _) in events.swap),
    ]
    asked = [*(shift for _, shift in events.give), *(shift for pairs in events.swap for _, shift in pairs)]
    _refuse_sick(events, frame, now, path)
    for shift in asked:
        if frame.shift[shift].span.start < now:
            raise refuse(path, *words.has_begun(frame, shift))
    for shift, times in Counter(asked).items():
        if times > 1:
            raise refuse(path, *words.told_twice(frame, shift))
    for who, shift in given:
        if (who, shift) in roster.works:
            raise refuse(path, *words.has_it(frame, who, shift))
        if _is_away(events, frame, who, shift):
            raise refuse(path, *words.is_away(frame, who, shift))
        if _is_called_off(events, frame, shift):
            raise refuse(path, *words.is_called_off(frame, shift))


def _refuse_sick(events: Events, frame: Frame, now: int, path: Path) -> None:
    """What was told before is not told again, since a part of what is left would fall away once more."""
    today = frame.clock.wall(now).date()
    for who, day in events.well:
        if any(one == who for one, _ in events.sick):
            raise refuse(path, *words.sick_and_well(frame, who))
        if day < today:
            raise refuse(path, *words.well_before_today(frame, who, day))
    for who, dates in events.sick:
        for known in frame.brief.assistant(who).absences:
            again = dates.first in known.dates and dates.last in known.dates and known.is_whole
            meet = dates.first <= known.dates.last and known.dates.first <= dates.last
            part = events.percent_sick(who) != WHOLE and meet
            if known.because is Because.SICK and (again or part):
                raise refuse(path, *words.is_sick_already(frame, who, known.dates, known.percent))


def _is_away(events: Events, frame: Frame, who: str, shift: str) -> bool:
    """They are sick that day, on leave or not employed, by what is told now or was told before."""
    day, person = frame.shift[shift].start.date(), frame.brief.assistant(who)
    return (
        any(one == who and day in dates and events.percent_sick(one) == WHOLE for one, dates in events.sick)
        or any(one == who and day > last for one, last in events.left)
        or any(away.is_whole and day in away.dates for away in person.absences)
        or any(leave.is_whole and day in leave.dates for leave in person.leaves)
        or (person.employed_to is not None and day > person.employed_to)
        or (person.employed_from is not None and day < person.employed_from)
    )


def _is_called_off(events: Events, frame: Frame, shift: str) -> bool:
    """Nobody is needed on it."""
    one = frame.shift[shift]
    day = one.start.date()
    for need in events.need:
        when = need.when
        none = need.kind == one.kind and not need.count and not need.added
        if none and when.dates is not None and day in when.dates and day.weekday() in when.weekdays:
            return True
    return any(day in dates for dates in events.away)
