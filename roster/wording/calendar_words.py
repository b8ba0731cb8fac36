"""The words of a skolerute: what its entries mean, and how a calendar file was understood."""

from collections.abc import Mapping, Sequence

from roster.wording.numbers import listed

SCHOOL_FREE, PLANNING_DAY, AFTER_SCHOOL = "skolefri", "planleggingsdag", "sfo"

_NOTHING = ("første skoledag", "siste skoledag", "skolestart", "skoleslutt", "sfo stengt", "sfo stengd")
_SORTS = (
    (PLANNING_DAY, ("planleggingsdag", "planlegging", "plandag")),
    (AFTER_SCHOOL, ("sfo", "aks", "skolefritidsordning", "aktivitetsskole")),
    (
        SCHOOL_FREE,
        (
            "ferie", "skolefri", "elevfri", "fridag", "fri for elev", "fri frå skolen", "fri fra skolen", "påske",
            "jul", "nyttår", "kristi himmelfart", "pinse", "mai", "inneklemt",
        ),
    ),
)  # fmt: skip
_MOST_NAMED = 6


def sort_of(summary: str) -> str | None:
    """What sort of days an entry of a skolerute is; None where its words say nothing we know."""
    text = summary.casefold()
    if any(word in text for word in _NOTHING):
        return None
    return next((sort for sort, words in _SORTS if any(word in text for word in words)), None)


def read_from(name: str, sorts: Mapping[str, int]) -> str:
    """How many entries of each sort a file had."""
    if not sorts:
        return f"{name}: Vi fant ingen dager vi kjenner igjen."
    return f"Lest fra {name}: {listed([f'{number} {sort}' for sort, number in sorted(sorts.items())])}."


def unread(name: str, entries: Sequence[str]) -> str:
    """The entries that were passed over."""
    shown = [f"«{one}»" for one in entries[:_MOST_NAMED]]
    more = len(entries) - _MOST_NAMED
    return f"Ikke brukt fra {name}: {', '.join(shown)}{f' og {more} til' if more > 0 else ''}."
