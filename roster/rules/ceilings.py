"""The most nights, weekends and hours that an assistant accepts in so many weeks: krav in the brief (D28).

Read as: a ceiling holds in every so many weeks in a row; hours in it are working time. Weeks in a row may begin before
the plan, as far as shifts are on record there (D21): then they bind what is new, and who had more than the ceiling
already has no more (D22). The counts of the balances are of no known weeks, and bind nothing here. A cycle wraps round
(D25).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from roster.domain.assistant import Assistant, Ceiling
from roster.domain.finding import Finding, Source, Unit, Verdict
from roster.domain.frame import Frame
from roster.domain.rhythm import is_night, weekend_of, weekends
from roster.domain.roster import Roster
from roster.domain.shift import Shift, worked
from roster.domain.spans import WEEK, Span
from roster.rules.asking import because, ids, mine
from roster.rules.numbers import brief_place
from roster.rules.week_blocks import every_weeks
from roster.rules.windows import rolling, span_of
from solver.problem import Limit, Minutes, Occasions

NIGHTS, WEEKENDS, MINUTES = "nights", "weekends", "minutes"


def over_ceilings(roster: Roster, person: Assistant, rule: str, source: Source) -> Iterator[Finding]:
    """For each ceiling that is passed, the weeks in a row in which it is passed most."""
    for why, ceiling in _ceilings(person):
        worst = max(_stretches(roster, person.id, why, ceiling), key=lambda one: one.measured - one.most)
        if worst.measured > worst.most:
            facts: dict[str, str | int] = {"why": why, "weeks": ceiling.weeks}
            place = brief_place(person.place) if person.place else source
            unit = Unit.MINUTES if why == MINUTES else Unit.COUNT
            yield Finding(
                rule, Verdict.MISSING, person.id, worst.span, worst.measured, worst.most, unit, place, facts=facts
            )


def _ceilings(person: Assistant) -> Iterator[tuple[str, Ceiling]]:
    for why, ceiling in (
        (NIGHTS, person.most_nights),
        (WEEKENDS, person.most_weekends),
        (MINUTES, person.most_minutes),
    ):
        if ceiling is not None:
            yield why, ceiling


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Weeks in a row, what was counted in them, and the most there may be."""

    span: Span
    measured: int
    most: int


def _stretches(roster: Roster, who: str, why: str, ceiling: Ceiling) -> Iterator[_Stretch]:
    frame, most = roster.frame, ceiling.most
    counts, past = _counts(roster, who, why), _before(frame, who, why)
    if frame.cyclic and ceiling.weeks > frame.weeks:
        most = ceiling.most * frame.weeks // ceiling.weeks
    for weeks in rolling(frame, ceiling.weeks):
        yield _Stretch(span_of(frame, weeks), sum(counts[week] for week in weeks), most)
    new = _counts(roster, who, why, _begun(frame, who)) if past else counts
    for back, inside in _over_the_border(frame, ceiling, past):
        had = sum(past[-back:])
        span = Span(frame.span.start - back * WEEK, frame.week_spans[inside - 1].end)
        yield _Stretch(span, had + sum(new[:inside]), max(most, had))


def _over_the_border(frame: Frame, ceiling: Ceiling, past: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The weeks in a row that begin before the plan: how many lie before it, and how many in it."""
    for back in range(1, min(ceiling.weeks - 1, len(past)) + 1):
        yield back, min(ceiling.weeks - back, frame.weeks)


def _counts(roster: Roster, who: str, why: str, begun: frozenset[date] = frozenset()) -> list[int]:
    """What counts in each week of the plan; of weekends, but for those that are ``begun``."""
    frame = roster.frame
    counts = [0] * frame.weeks
    if why == WEEKENDS:
        for saturday in _saturdays(one for one in roster.duties(who) if one.event is None) - begun:
            counts[_week_of(frame, saturday)] += 1
        return counts
    for one in roster.duties(who):
        counts[frame.week_of(one)] += _worth(one, why)
    return counts


def _worth(shift: Shift, why: str) -> int:
    if why == MINUTES:
        return worked(shift)
    return int(shift.event is None and is_night(shift))


def _before(frame: Frame, who: str, why: str) -> tuple[int, ...]:
    """What counted in each week before the plan, back to the first shift on record; the week before it last."""
    begins = frame.span.start
    past = [one for one in frame.past.get(who, ()) if one.elsewhere is None and one.span.start < begins]
    if not past or frame.cyclic:
        return ()
    counts = [0] * (frame.weeks_ago(past[0]) + 1)
    if why == WEEKENDS:
        for saturday in _saturdays(past):
            if saturday < frame.first_day:
                ago = ((frame.first_day - saturday).days - 1) // 7
                counts[-1 - min(ago, len(counts) - 1)] += 1
    else:
        for one in past:
            counts[-1 - frame.weeks_ago(one)] += _worth(one, why)
    return tuple(counts)


def _begun(frame: Frame, who: str) -> frozenset[date]:
    """The Saturdays of the weekends that are worked ones already when the plan begins."""
    return frozenset(_saturdays(one for one in frame.past.get(who, ()) if one.elsewhere is None))


def _saturdays(shifts: Iterable[Shift]) -> set[date]:
    return {saturday for saturday in map(weekend_of, shifts) if saturday is not None}


def under_ceilings(frame: Frame, person: Assistant, rule: str) -> Iterator[Limit]:
    """Every so many weeks in a row keep what the assistant accepts, with what was had before the plan."""
    who = person.id
    for why, ceiling in _ceilings(person):
        past = _before(frame, who, why)
        for weeks, most in every_weeks(frame, ceiling):
            yield _at_most(frame, who, why, weeks, most, because(rule, who, why))
        for back, count in _over_the_border(frame, ceiling, past):
            left = max(0, ceiling.most - sum(past[-back:]))
            yield _at_most(frame, who, why, tuple(range(count)), left, because(rule, who, why), over=True)


def _at_most(
    frame: Frame, who: str, why: str, weeks: tuple[int, ...], most: int, reason: str, over: bool = False
) -> Limit:
    """``over``: the weeks go on with some before the plan, so that a weekend begun there counts there."""
    if why == MINUTES:
        shifts = [one for one in mine(frame, who) if one.here and frame.week_of(one) in weeks]
        return Minutes(who, tuple((one.id, worked(one)) for one in shifts), reason, most=most)
    if why == NIGHTS:
        nights = tuple((one.id,) for one in frame.shifts if is_night(one) and frame.week_of(one) in weeks)
        return Occasions(who, nights, reason, most=most)
    begun = _begun(frame, who) if over else frozenset()
    chosen = [
        one for one in weekends(frame.shifts) if _week_of(frame, one.saturday) in weeks and one.saturday not in begun
    ]
    return Occasions(who, tuple(ids(one.shifts) for one in chosen), reason, most=most)


def _week_of(frame: Frame, saturday: date) -> int:
    return max((saturday - frame.first_day).days // 7, 0) % frame.weeks
