"""«Mente du …?»: the known word that is nearest to the one written."""

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like this one, or None when none is like it."""
    by_small = {one.lower(): one for one in known}
    found = get_close_matches(word.lower()[:80], by_small, n=1, cutoff=0.6)
    return by_small[found[0]] if found else None
