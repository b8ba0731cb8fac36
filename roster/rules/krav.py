"""Krav («må») in the brief are met: wishes worth a krav, fixed shifts, and ceilings somebody set (D28).

Read as the words say: this shift is worked, that one is not; a day off is free 00 to 24, a weekend off from Friday 22
to Monday 06 (D32); runs of days or nights are as long or short as asked, a run that touches the edge of a calendar
never too short, and one that goes on from before the plan as long as it is in all; two work the shifts that hold both
together, or never both. Days are split in two only as often as the brief allows (D12). A ceiling holds in every so many
weeks in a row of the plan; hours in it are working time. A cycle wraps round (D25).
"""

from collections.abc import Iterator
from datetime import date

from roster.domain.assistant import Assistant, Ceiling, Pin
from roster.domain.brief import Wish
from roster.domain.finding import Finding, Unit, Verdict
from roster.domain.frame import Frame
from roster.domain.kinds import Worth
from roster.domain.rhythm import is_night, weekend_of, weekends
from roster.domain.roster import Roster
from roster.domain.shift import Shift, worked
from roster.domain.spans import Span
from roster.rules.asking import because, ids, mine
from roster.rules.numbers import brief_place
from roster.rules.rule import Rule
from roster.rules.split_days import few_split_days, too_often
from roster.rules.week_blocks import every_weeks
from roster.rules.windows import rolling, span_of
from roster.rules.wish_limits import wish_limits
from roster.rules.wish_met import broken
from solver.problem import Fixed, Limit, Minutes, Occasions

ID = "krav"
SOURCE = brief_place("ønsker")


def check(roster: Roster) -> Iterator[Finding]:
    for person in roster.frame.people:
        yield from check_of(roster, person)


def check_of(roster: Roster, person: Assistant) -> Iterator[Finding]:
    """What is found of one assistant."""
    wrong = [*_pins(roster, person), *_ceilings(roster, person), *too_often(roster, person, ID)]
    for wish in roster.frame.brief.wishes:
        if wish.who == person.id and wish.worth is Worth.DEMAND:
            wrong += _wish(roster, wish)
    yield from wrong
    if not wrong:
        yield Finding(ID, Verdict.OK, person.id, None, None, None, Unit.COUNT, SOURCE)


def _beside(frame: Frame, who: str) -> Iterator[str]:
    """Those who want to work with the assistant, or not to."""
    return (wish.who for wish in frame.brief.wishes if wish.other == who)


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
    if person.most_nights is None and person.most_weekends is None and person.most_minutes is None:
        return
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
    """Every krav without a price, fixed shifts given, ceilings kept in every so many weeks."""
    for number, wish in enumerate(frame.brief.wishes):
        if wish.worth is Worth.DEMAND:
            yield from wish_limits(frame, wish, because(ID, wish.who, f"wish:{number}"), None)
    for person in frame.people:
        for number, pin in enumerate(person.pins):
            pinned = ids(_pinned(frame, pin))
            if pinned:
                yield Fixed(person.id, pinned, because(ID, person.id, f"pin:{number}"))
        yield from _under_ceilings(frame, person)
        yield from few_split_days(frame, person.id, because(ID, person.id, "split"))


def _under_ceilings(frame: Frame, person: Assistant) -> Iterator[Limit]:
    who = person.id
    if person.most_nights is not None:
        why = because(ID, who, "nights")
        for weeks, most in every_weeks(frame, person.most_nights):
            nights = tuple((one.id,) for one in frame.shifts if is_night(one) and frame.week_of(one) in weeks)
            yield Occasions(who, nights, why, most=most)
    if person.most_weekends is not None:
        why = because(ID, who, "weekends")
        worked_on = weekends(frame.shifts)
        for weeks, most in every_weeks(frame, person.most_weekends):
            chosen = [one for one in worked_on if _week_of(frame, one.saturday) in weeks]
            yield Occasions(who, tuple(ids(one.shifts) for one in chosen), why, most=most)
    if person.most_minutes is not None:
        why = because(ID, who, "minutes")
        for weeks, most in every_weeks(frame, person.most_minutes):
            shifts = [one for one in mine(frame, who) if one.here and frame.week_of(one) in weeks]
            yield Minutes(who, tuple((one.id, worked(one)) for one in shifts), why, most=most)


def _week_of(frame: Frame, saturday: date) -> int:
    return max((saturday - frame.first_day).days // 7, 0) % frame.weeks


RULE = Rule(ID, SOURCE, check, limits, check_of, beside=_beside)
