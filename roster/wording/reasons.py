"""Why it cannot be done, in sentences: each reason with people, days, numbers and paragraph."""

from collections.abc import Iterable
from dataclasses import dataclass

from roster.domain.frame import Frame
from roster.domain.reason import Reason
from roster.wording.reason_sentences import About, sentence_of

_BY_KIND = frozenset({"need-filled", "open"})
_ONE_BY_ONE = frozenset({"krav", "event"})


@dataclass(frozen=True, slots=True)
class Grouped:
    """Reasons that differ only in detail, said in one sentence."""

    sentence: str
    reasons: tuple[Reason, ...]


def reason(frame: Frame, one: Reason) -> str:
    """One reason by itself."""
    return sentence_of(About(frame, one.rule, one.who, (one.what,)))


def grouped(frame: Frame, reasons: Iterable[Reason]) -> tuple[Grouped, ...]:
    """The reasons in their order, those of one rule for one person (and need for one kind of shift) together."""
    together: dict[tuple[str, str, str], list[Reason]] = {}
    for one in reasons:
        shift = frame.shift.get(one.what)
        kind = f"{shift.kind} {shift.wanted}" if shift is not None and one.rule in _BY_KIND else ""
        apart = one.what if one.rule in _ONE_BY_ONE else kind
        together.setdefault((one.rule, one.who, apart), []).append(one)
    return tuple(
        Grouped(sentence_of(About(frame, rule, who, tuple(one.what for one in all_of))), tuple(all_of))
        for (rule, who, _), all_of in together.items()
    )
