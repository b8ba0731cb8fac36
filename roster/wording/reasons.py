"""Why it cannot be done, in sentences: each reason with people, days, numbers and paragraph."""

from collections.abc import Iterable
from dataclasses import dataclass

from roster.domain.frame import Frame
from roster.domain.reason import Reason
from roster.wording.numbers import listed
from roster.wording.plan_words import person
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
    """The reasons in their order, those of one rule for one person (and need for one kind of shift) together.

    What is the same of several people is said once of all of them.
    """
    together: dict[tuple[str, str, str], list[Reason]] = {}
    for one in reasons:
        shift = frame.shift.get(one.what)
        kind = f"{shift.kind} {shift.wanted}" if shift is not None and one.rule in _BY_KIND else ""
        apart = one.what if one.rule in _ONE_BY_ONE else kind
        together.setdefault((one.rule, one.who, apart), []).append(one)
    alike: dict[tuple[str, bool, str], list[Grouped]] = {}
    for (rule, who, _), all_of in together.items():
        sentence = sentence_of(About(frame, rule, who, tuple(one.what for one in all_of)))
        rest = _of_whom(frame, who, sentence)
        alike.setdefault((rule, rest is None, sentence if rest is None else rest), []).append(
            Grouped(sentence, tuple(all_of))
        )
    return tuple(_of_several(frame, rest, groups) for (_, _, rest), groups in alike.items())


def _of_whom(frame: Frame, who: str, sentence: str) -> str | None:
    """What follows the person's name, where the sentence begins with it and has it only there."""
    name = f"{person(frame.brief, who)} " if who else ""
    return sentence[len(name) :] if name and sentence.startswith(name) and sentence.count(name) == 1 else None


def _of_several(frame: Frame, rest: str, groups: list[Grouped]) -> Grouped:
    if len(groups) == 1:
        return groups[0]
    them = {one.who for group in groups for one in group.reasons}
    everybody = [one.id for one in frame.brief.assistants]
    names = [person(frame.brief, one) for one in everybody if one in them]
    whom = f"de {len(names)} assistentene" if len(names) == len(everybody) else listed(names)
    return Grouped(f"Hver av {whom} {rest}", tuple(one for group in groups for one in group.reasons))
