"""Where a word belongs that is written as a part or a field of its own: «ferie» is a choice of a row elsewhere."""

from collections.abc import Iterator
from enum import StrEnum

from roster.domain.kinds import EventSort, LeaveSort
from roster.wording.brief_choices import Absence, words_of

CHOICES: tuple[tuple[str, str, type[StrEnum]], ...] = (
    ("tilgjengelighet", "gjelder", Absence),
    ("fravær", "gjelder", LeaveSort),
    ("hendelser", "slag", EventSort),
)
"""Parts with the field in which one of these words is chosen."""


def belongs(word: str) -> str | None:
    """The way out where the word is one that a row of some part chooses; None where it is not."""
    found = next((one for one in _places() if one[2].lower() == word.lower()), None)
    if found is None:
        return None
    part, field, choice = found
    return f"Det står i delen «{part}»: lag en rad der med «{field}: {choice}»."


def _places() -> Iterator[tuple[str, str, str]]:
    return ((part, field, word) for part, field, kind in CHOICES for word in words_of(kind))
