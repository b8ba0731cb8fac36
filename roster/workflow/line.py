"""Which version of an arrangement was made from which, as its log tells."""

from collections.abc import Collection, Iterable

from roster.workflow.journal import NEW_VERSION, Entry

FROM = "from"
"""What the log calls the version that another was changed from."""


def made_from(entries: Iterable[Entry], number: str) -> str | None:
    """The version that this one is a change of."""
    made = (one for one in entries if one.what == NEW_VERSION and one.version == number)
    return next((str(one.facts[FROM]) for one in made if one.facts.get(FROM)), None)


def line_of(entries: Iterable[Entry], number: str) -> tuple[str, ...]:
    """The version, the one that it was changed from, the one that was changed from, and so on."""
    every = tuple(entries)
    line = [number]
    while (before := made_from(every, line[-1])) is not None and before not in line:
        line.append(before)
    return tuple(line)


def passed_over(entries: Iterable[Entry], used: Collection[str]) -> frozenset[str]:
    """Drafts that no change begins with: a later version of the same line was taken into use, with them or without."""
    every = tuple(entries)
    made = [one.version for one in every if one.what == NEW_VERSION]
    found: set[str] = set()
    for at, number in enumerate(made):
        if number in used:
            line = line_of(every, number)
            found |= {one for one in made[:at] if one not in used and made_from(every, one) in line}
    return frozenset(found)


def newest_change(entries: Iterable[Entry], number: str, others: Collection[str] = ()) -> str:
    """The newest version that goes back to this one, which may be that one; none by way of ``others``."""
    line, newest = {number}, number
    for one in entries:
        if one.what == NEW_VERSION and one.version not in others and one.facts.get(FROM) in line:
            line.add(one.version)
            newest = one.version
    return newest
