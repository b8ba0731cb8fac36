"""Whether a brief that was not written by hand holds together: unique ids, and nothing that refers to what is not."""

from collections import Counter
from collections.abc import Iterator

from roster.domain.brief import Brief


def loose_ends(brief: Brief) -> Iterator[tuple[str, str]]:
    """What is wrong, as (place in the brief, the id that is unknown or stands twice)."""
    people = Counter(one.id for one in brief.assistants)
    kinds = Counter(one.code for one in brief.kinds)
    yield from (("assistants", who) for who, number in people.items() if number > 1)
    yield from (("kinds", code) for code, number in kinds.items() if number > 1)
    for place, who in _people(brief):
        if who not in people:
            yield place, who
    for place, code in _kinds(brief):
        if code not in kinds:
            yield place, code


def _people(brief: Brief) -> Iterator[tuple[str, str]]:
    for event in brief.events:
        yield from (("events", who) for who in (*event.who, *([event.mentor] if event.mentor else [])))
    for agreement in brief.agreements:
        yield from (("agreements", who) for who in agreement.covers or ())
    for wish in brief.wishes:
        yield from (("wishes", who) for who in (wish.who, *([wish.other] if wish.other else [])))
    for assistant in brief.assistants:
        yield from (("leaves", who) for leave in assistant.leaves for who in leave.covered_by)
    yield from (("history", one.who) for one in brief.history)
    yield from (("balances", one.who) for one in brief.balances)


def _kinds(brief: Brief) -> Iterator[tuple[str, str]]:
    yield from (("needs", one.kind) for one in brief.needs)
    yield from (("changes", one.kind) for one in brief.changes if one.kind)
    yield from (("wishes", one.kind) for one in brief.wishes if one.kind)
    for assistant in brief.assistants:
        yield from (("assistants", pin.kind) for pin in assistant.pins)
