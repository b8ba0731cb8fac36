"""Why something cannot be done, as several commands tell it."""

from collections.abc import Sequence
from typing import Any

from roster.cli.voice import Voice
from roster.domain.frame import Frame
from roster.planning.result import StillOpen, Why
from roster.wording import reasons, ways_out, why_not
from roster.wording.run_words import (
    BEST_LEAVES_OPEN,
    IMPOSSIBLE,
    MAYBE_FEWER,
    SOME_STAY_OPEN,
    STILL_OPEN,
    more_open,
    way_out_line,
)

MOST_OPEN = 12
"""Open shifts that are said one by one."""


def say_why(voice: Voice, frame: Frame, why: Why) -> None:
    """The reasons, a line each, with the ways out below."""
    voice.say(IMPOSSIBLE)
    for group in reasons.grouped(frame, why.reasons):
        voice.say(f"- {group.sentence}")
        ways = [way for reason, way in why.ways_out if reason in group.reasons]
        for said in ways_out.ways_out(frame, ways):
            voice.say(f"  {way_out_line(said)}")
    if not why.proven:
        voice.say(MAYBE_FEWER)


def why_json(frame: Frame, why: Why) -> dict[str, Any]:
    return {
        "proven": why.proven,
        "reasons": [
            {
                "rule": one.rule,
                "who": one.who,
                "what": one.what,
                "text": reasons.reason(frame, one),
                "ways_out": [
                    {
                        "kind": way.kind,
                        "who": way.who,
                        "what": way.what,
                        "tried": way.tried,
                        "to": way.to,
                        "text": ways_out.way_out(frame, way),
                    }
                    for reason, way in why.ways_out
                    if reason == one
                ],
            }
            for one in why.reasons
        ],
    }


def say_open(voice: Voice, frame: Frame, still: Sequence[StillOpen], proven: bool, some_must: bool) -> None:
    """Each open shift, and why it is nobody's; ``proven``: no roster is better, ``some_must``: none has all filled."""
    if still:
        voice.say("", BEST_LEAVES_OPEN if proven else SOME_STAY_OPEN if some_must else STILL_OPEN)
    for one in still[:MOST_OPEN]:
        voice.say(f"- {ways_out.still_open(frame, one.shift, one.missing)}")
        for line in why_not.why_not(frame, one.because, proven):
            voice.say(f"  {line}")
    if len(still) > MOST_OPEN:
        voice.say(f"- {more_open(len(still) - MOST_OPEN)}")


def open_json(frame: Frame, still: Sequence[StillOpen]) -> list[dict[str, Any]]:
    return [
        {
            "shift": one.shift,
            "missing": one.missing,
            "because": {who: list(rules) for who, rules in one.because.items()},
            "text": ways_out.still_open(frame, one.shift, one.missing),
        }
        for one in still
    ]
