"""What a legend says of the times of a shift: from–to, in parts of which some are passive, and its breaks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from roster.reading.list_times import is_span, span
from roster.reading.times import DASH, DAY, TimeSpan

CLOCK = r"(?:kl\.?\s*)?\d{1,2}(?:[:.]?\d{2})?"
SPAN = rf"{CLOCK}\s*(?:{DASH}|\btil\b)\s*{CLOCK}"
ACTIVITY = r"(?:aktiv|passiv|hvil|sov|våk)\w*"
_SPANS = re.compile(SPAN)
_REST = re.compile(r"\b(?:passiv|hvil|sov)", re.IGNORECASE)
_PAUSE = re.compile(r"\bpause[rn]?\b\D{0,12}$", re.IGNORECASE)
_BETWEEN = re.compile(r"[,;/+()\n]|\bog\b")


@dataclass(frozen=True, slots=True)
class Times:
    """``whole`` None: the parts lie apart, as in a split day, or it tells of no shift but of what is in one."""

    whole: TimeSpan | None
    breaks: tuple[tuple[TimeSpan, bool], ...] = ()
    resting: tuple[TimeSpan, ...] = ()
    apart: bool = False


def times_in(text: str) -> Times | None:
    """The times in the text; None where there are none."""
    found = [one for one in _SPANS.finditer(text) if is_span(one[0])]
    if not found:
        return None
    edges = (0, *(at for one in found for at in one.span()), len(text))
    said = [text[edges[at] : edges[at + 1]].lower() for at in range(0, len(edges), 2)]
    words_first = re.match(rf"\W*{ACTIVITY}", text, re.IGNORECASE) is not None
    breaks: list[tuple[TimeSpan, bool]] = []
    parts: list[tuple[TimeSpan, str, str]] = []
    for one, before, after in zip(found, said[:-1], said[1:], strict=True):
        time = span(one[0])
        if _PAUSE.search(before):
            breaks.append((time, "arbeidstid" in after and "ikke" not in after))
        else:
            parts.append((time, _BETWEEN.split(before)[-1], _BETWEEN.split(after)[0]))
    if len(parts) > 1 and _one_after_the_other([time for time, *_ in parts]):
        # «21–23 aktiv, 23–07 passiv, 07–09 aktiv»
        resting = tuple(time for time, before, after in parts if _REST.search(before if words_first else after))
        whole = TimeSpan(parts[0][0].start, sum(time.length for time, *_ in parts))
        return Times(whole, tuple(breaks), resting)
    rests = [_REST.search(before) or _REST.search(after) for _, before, after in parts]
    resting = tuple(time for (time, *_), rest in zip(parts, rests, strict=True) if rest)
    work = [time for (time, *_), rest in zip(parts, rests, strict=True) if not rest]
    return Times(work[0] if len(work) == 1 else None, tuple(breaks), resting, len(work) > 1)


def _one_after_the_other(parts: Sequence[TimeSpan]) -> bool:
    """Each begins where the one before it ends, and together they are no more than a day."""
    follow = all((one.start + one.length - other.start) % DAY == 0 for one, other in pairwise(parts))
    return follow and sum(one.length for one in parts) <= DAY
