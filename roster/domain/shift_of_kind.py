"""A shift of a kind on its day, with what the change of clock does to its parts."""

from datetime import date

from roster.domain.clock import Clock
from roster.domain.help_needed import ShiftKind, SkillNeed
from roster.domain.kinds import Sort
from roster.domain.shift import Pause, Shift
from roster.domain.spans import Span


def shift_of_kind(
    clock: Clock,
    kind: ShiftKind,
    day: date,
    name: str,
    *,
    wanted: int = 0,
    up_to: int = 0,
    skill_needs: tuple[SkillNeed, ...] = (),
    charged: bool = True,
    line: str | None = None,
    place: str = "",
) -> Shift:
    """A shift of the kind that starts on that day; it asks for nobody unless it is said."""

    def part(start: int, end: int) -> Span:
        """A part that the spring change skips takes its time from when the clock has moved."""
        first = clock.minute(clock.at(day, kind.start + start))
        last = clock.minute(clock.at(day, kind.start + end))
        return Span(first, last) if last > first else Span(last, last + end - start)

    off_duty = sum(one.end - one.start for one in kind.breaks or () if not one.working)
    return Shift(
        id=name,
        kind=kind.code,
        sort=kind.sort,
        start=clock.at(day, kind.start),
        end=clock.at(day, kind.start + kind.length),
        span=part(0, kind.length),
        resting=tuple(part(one.start, one.end) for one in kind.resting),
        resting_nominal=sum(one.end - one.start for one in kind.resting),
        off_duty=off_duty,
        off_duty_nominal=off_duty,
        breaks=None
        if kind.breaks is None
        else tuple(Pause(part(one.start, one.end), one.working) for one in kind.breaks),
        travel=kind.sort is Sort.TRAVEL,
        strain=kind.strain,
        passive_because=kind.passive_because,
        skills=kind.skills,
        wanted=wanted,
        up_to=up_to,
        skill_needs=skill_needs,
        charged=charged,
        line=line,
        place=place,
    )
