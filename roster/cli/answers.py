"""The answer that every command can give: what is wrong with what it was given."""

import sys
from typing import Any

from roster.cli.exits import Exit
from roster.cli.voice import Voice
from roster.reading.faults import Fault, Faults
from roster.wording.fault_words import more_faults

MOST_FAULTS = 40
"""Faults that are said one by one; the rest may well go away with them, and JSON has them all."""


def refused(voice: Voice, faults: Faults) -> Exit:
    """Every fault with its place and its way out."""
    voice.answer(
        {
            "status": "faults",
            "faults": [fault_json(one) for one in faults.faults],
        }
    )
    if not voice.json:
        print(*faults.faults[:MOST_FAULTS], sep="\n", file=sys.stderr)
        if len(faults.faults) > MOST_FAULTS:
            print(more_faults(len(faults.faults) - MOST_FAULTS), file=sys.stderr)
    return Exit.FAULTS


def fault_json(one: Fault) -> dict[str, Any]:
    return {"file": one.file, "place": one.place, "what": one.what, "way_out": one.way_out}
