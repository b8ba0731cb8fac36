"""Krav («må») in the brief are met: wishes worth a krav, fixed shifts, and ceilings somebody set (D28).

Read as the words say: this shift is worked, that one is not; a day off is free 00 to 24, a weekend off from Friday 22
to Monday 06 (D32); runs of days or nights are as long or short as asked, a run that touches the edge of a calendar
never too short; two work the shifts that hold both together, or never both. A ceiling holds in every so many weeks
in a row of the plan; hours in it are working time. A cycle wraps round (D25).
"""

from collections.abc import Iterator

from roster.domain.brief import Assistant, Ceiling, Pin, Wish
from roster.domain.finding import Finding, Unit, Verdict
from roster.domain.frame import Frame
from roster.domain.kinds import Worth
from roster.domain.rhythm import is_night, weekend_of
from roster.domain.roster import Roster
from roster.domain.shift import Shift, worked
from roster.domain.spans import Span
from roster.rules.numbers import brief_place
from roster.rules.rule import Rule
from roster.rules.windows import rolling, span_of
from roster.rules.wish_met import broken
from solver.problem import Limit

ID = "krav"
SOURCE = brief_place("ønsker")


def check(roster: Roster) -> Iterator[Finding]:
    for person in roster.frame.people:
        wrong = [*_pins(roster, person), *_ceilings(roster, person)]
        for wish in roster.frame.brief.wishes:
            if wish.who == person.id and wish.worth is Worth.DEMAND:
                wrong += _wish(roster, wish)
        yield from wrong
        if not wrong:
            yield Finding(ID, Verdict.OK, person.id, None, None, None, Unit.COUNT, SOURCE)


def _wish(roster: Roster, wish: Wish) -> Iterator[Finding]:
    source = brief_place(wish.place) if wish.place else SOURCE
    for span, measured, limit in broken(roster, wish):
        facts: dict[str, str | int] = {"why": wish.sort.value}
        if wish.kind is not None:
            facts["kind"] = wish.kind
        if wish.other is not None:
            facts["other"] = wish.other
        yield Finding(ID, Verdict.MISSING, wish.who, span, measured, limit, Unit.COUNT, source, facts=facts)


def _pins(roster: Roster, person: Assistant) -> Iterator[Finding]:
    mine = {one.id for one in roster.duties(person.id)}
    for pin in person.pins:
        for shift in _pinned(roster.frame, pin):
            if shift.id not in mine:
                source = brief_place(pin.place or person.place)
                facts: dict[str, str | int] = {"why": "pin", "kind": shift.kind, "shift": shift.id}
                yield Finding(ID, Verdict.MISSING, person.id, shift.span, 0, 1, Unit.COUNT, source, facts=facts)


def _pinned(frame: Frame, pin: Pin) -> Iterator[Shift]:
    for shift in frame.shifts:
        if shift.kind == pin.kind and frame.meets(pin.when, shift.start.date()):
            yield shift


def _ceilings(roster: Roster, person: Assistant) -> Iterator[Finding]:
    frame = roster.frame
    shifts = [one for one in roster.duties(person.id) if one.event is None]
    nights, minutes = [0] * frame.weeks, [0] * frame.weeks
    for one in shifts:
        nights[frame.week_of(one)] += is_night(one)
    for one in roster.duties(person.id):
        minutes[frame.week_of(one)] += worked(one)
    saturdays = {saturday for saturday in map(weekend_of, shifts) if saturday is not None}
    weekends = [0] * frame.weeks
    for saturday in saturdays:
        weekends[max((saturday - frame.first_day).days // 7, 0) % frame.weeks] += 1
    kinds: tuple[tuple[str, Ceiling | None, list[int], Unit], ...] = (
        ("nights", person.most_nights, nights, Unit.COUNT),
        ("weekends", person.most_weekends, weekends, Unit.COUNT),
        ("minutes", person.most_minutes, minutes, Unit.MINUTES),
    )
    for why, ceiling, counts, unit in kinds:
        if ceiling is not None:
            yield from _over(frame, person, ceiling, counts, why, unit)


def _over(
    frame: Frame, person: Assistant, ceiling: Ceiling, counts: list[int], why: str, unit: Unit
) -> Iterator[Finding]:
    """The first stretch of weeks in which the ceiling is passed most."""
    windows = rolling(frame, ceiling.weeks)
    worst = max(windows, key=lambda weeks: sum(counts[week] for week in weeks))
    measured = sum(counts[week] for week in worst)
    most = ceiling.most
    if frame.cyclic and ceiling.weeks > frame.weeks:
        most = ceiling.most * frame.weeks // ceiling.weeks
    if measured > most:
        span: Span = span_of(frame, worst)
        facts: dict[str, str | int] = {"why": why, "weeks": ceiling.weeks}
        source = brief_place(person.place) if person.place else SOURCE
        yield Finding(ID, Verdict.MISSING, person.id, span, measured, most, unit, source, facts=facts)


def limits(frame: Frame) -> Iterator[Limit]:
    """What the solver is told."""
    yield from ()


RULE = Rule(ID, SOURCE, check, limits)
