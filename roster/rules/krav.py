"""Krav («må») in the brief are met: wishes worth a krav, fixed shifts, and ceilings somebody set (D28).

Read as the words say: this shift is worked, that one is not; a day off is free 00 to 24, a weekend off from Friday 22
to Monday 06 (D32); runs of days or nights are as long or short as asked, a run that touches the edge of a calendar
never too short, and one that goes on from before the plan as long as it is in all; two work the shifts that hold both
together, or never both. Days are split in two only as often as the brief allows (D12). A cycle wraps round (D25).
"""

from collections.abc import Iterator

from roster.domain.assistant import Assistant, Pin
from roster.domain.brief import Wish
from roster.domain.finding import Finding, Unit, Verdict
from roster.domain.frame import Frame
from roster.domain.kinds import Worth
from roster.domain.roster import Roster
from roster.domain.shift import Shift
from roster.rules.asking import because, ids
from roster.rules.ceilings import over_ceilings, under_ceilings
from roster.rules.numbers import brief_place
from roster.rules.rule import Rule, each
from roster.rules.split_days import few_split_days, too_often
from roster.rules.wish_limits import wish_limits
from roster.rules.wish_met import broken
from solver.problem import Fixed, Limit

ID = "krav"
SOURCE = brief_place("ønsker")


def check_of(roster: Roster, person: Assistant) -> Iterator[Finding]:
    """What is found of one assistant."""
    wrong = [*_pins(roster, person), *over_ceilings(roster, person, ID, SOURCE), *too_often(roster, person, ID)]
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
        yield from under_ceilings(frame, person, ID)
        yield from few_split_days(frame, person.id, because(ID, person.id, "split"))


check = each(check_of)
RULE = Rule(ID, SOURCE, check, limits, check_of, beside=_beside)
