"""The message to somebody whose shifts are otherwise: what is asked of them, and what is no longer theirs."""

from roster.domain.causes import called_off, fell_away
from roster.domain.difference import Difference, PersonDifference, Sort
from roster.domain.plan import Plan
from roster.wording.difference_words import code_and_times, shift_words

ASKS = "Kan du ta disse vaktene? Svar ja eller nei."
GONE = "Disse vaktene er avlyst. Du får betalt for dem:"
LOST = "Disse vaktene er ikke dine lenger, hvis det er greit for deg:"
MOVED = "Kan disse vaktene flyttes? Svar ja eller nei."


def message_to(one: PersonDifference, found: Difference, plan: Plan) -> str:
    """The text, ready to send; empty for who only lost shifts because they are away themselves."""
    gained = [shift_words(found, each.after) for each in one.changes if each.sort is Sort.GAINED and each.after]
    moved = [
        f"{shift_words(found, each.before)} blir {code_and_times(each.after)}"
        for each in one.changes
        if each.before and each.after
    ]
    lost = [each for each in one.changes if each.sort is Sort.LOST and each.before]
    cancelled = [shift_words(found, each.before) for each in lost if each.before and called_off(each, plan)]
    taken = [shift_words(found, each.before) for each in lost if each.before and not fell_away(each, plan)]
    parts: list[str] = []
    for head, rows in ((ASKS, gained), (MOVED, moved), (LOST, taken), (GONE, cancelled)):
        if rows:
            parts += ["", head, *(f"- {row}" for row in rows)]
    return "\n".join([f"Hei, {one.alias}!", *parts]) + "\n" if parts else ""
