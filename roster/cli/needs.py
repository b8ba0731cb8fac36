"""``roster needs``: what a need by the clock comes to, and kinds of shift that cover it."""

from pathlib import Path
from typing import Any

from roster.cli.answers import refused
from roster.cli.exits import Exit
from roster.cli.progress import Telling
from roster.cli.voice import Voice
from roster.cli.waiting import run_until_stopped
from roster.planning.need_layers import TooLong
from roster.planning.shift_kinds import Proposal, Proposals
from roster.planning.shift_lengths import Lawful
from roster.reading.faults import Faults
from roster.wording import kinds_said as kinds
from roster.wording import needs_said as words
from roster.wording.run_words import written
from roster.workflow.needs import NeedsAsked, NeedsFound, needs, new_needs


def make(file: Path, template: str | None, voice: Voice) -> Exit:
    """A need to begin with."""
    try:
        new_needs(file, template)
    except Faults as faults:
        return refused(voice, faults)
    voice.answer({"status": "fine", "file": str(file)})
    voice.aside(*words.made_needs(str(file)))
    return Exit.FINE


def run(asked: NeedsAsked, voice: Voice) -> Exit:
    number = [1]
    try:
        with Telling(voice, lambda seconds, _: kinds.looking_for_kinds(seconds, number[0])) as telling:
            found, stopped = run_until_stopped(
                lambda stop: (needs(asked, stop, lambda one: number.__setitem__(0, one)), stop()), telling.beat
            )
    except Faults as faults:
        return refused(voice, faults)
    exit_ = _exit(found, stopped)
    voice.answer(_json(found, exit_))
    _say_account(voice, found)
    if isinstance(found.proposed, Proposals):
        _say_kinds(voice, found, found.proposed, asked.kinds)
    elif found.proposed is not None:
        could = found.proposed.could
        voice.say("", kinds.too_long_line(found.proposed.minutes, found.proposed.most, could))
    for path in found.written:
        if path == asked.brief and found.chosen is not None:
            voice.say("", *kinds.brief_written(str(path), found.chosen))
    if asked.out is not None:
        voice.say("", *written(str(asked.out), [one.name for one in found.written if one != asked.brief]))
    return exit_


def _exit(found: NeedsFound, stopped: bool) -> Exit:
    if isinstance(found.proposed, TooLong):
        return Exit.IMPOSSIBLE
    if stopped:
        return Exit.STOPPED
    if found.proposed is None or found.chosen is not None:
        return Exit.FINE
    return Exit.OUT_OF_TIME if found.proposed.unsettled else Exit.IMPOSSIBLE


def _say_account(voice: Voice, found: NeedsFound) -> None:
    need, known = found.needs, found.account
    voice.say(words.title(need), "")
    if voice.rich:
        voice.table(words.CLOCK_HEADINGS, words.clock_rows(need))
        voice.say("")
        voice.table(words.hours_headings(need), words.hours_rows(need, known))
    else:
        voice.say(*words.clock_sentences(need), "", *words.hours_sentences(need, known))
    voice.say("", *words.account_lines(need, known))


def _say_kinds(voice: Voice, found: NeedsFound, proposed: Proposals, asked: int | None) -> None:
    voice.say("", f"{kinds.KINDS_CAPTION}:")
    if voice.rich and proposed.found:
        voice.table(kinds.KINDS_HEADINGS, kinds.kinds_rows(proposed.found, proposed.needed))
    else:
        voice.say(*kinds.kinds_sentences(proposed.found, proposed.needed))
    if proposed.too_few:
        voice.say(kinds.too_few_line(proposed.too_few))
    if proposed.unsettled:
        voice.say(kinds.unsettled_line(proposed.unsettled))
    if found.chosen is not None:
        if asked is not None and found.chosen.number < asked:
            voice.say(kinds.gains_nothing(asked, found.chosen.number))
        voice.say("", *kinds.best_lines(found.chosen, proposed.needed, found.to_use))
    voice.aside("", *_about(proposed.lengths), *([kinds.ROUNDED] if proposed.rounded else []))
    voice.aside(kinds.BREAKS, kinds.ALIKE)


def _about(lengths: Lawful) -> list[str]:
    said = [kinds.lengths_line(lengths.least, lengths.most, lengths.day.basis)]
    if lengths.wished is not None:
        said.append(kinds.wished_line(lengths.wished, lengths.most, lengths.day.could))
    return said


# -- as JSON, in whole minutes ------------------------------------------------------------------------


def _json(found: NeedsFound, exit_: Exit) -> dict[str, Any]:
    known, proposed = found.account, found.proposed
    return {
        "status": exit_.name.lower(),
        "week": round(known.total.week),
        "charged": round(known.total.charged),
        "year": round(known.total.year),
        "categories": [
            {
                "category": one.value,
                "week": round(amount.week),
                "charged": round(amount.charged),
                "year": round(amount.year),
            }
            for one, amount in known.helps.items()
        ],
        "granted": round(sum(one.granted for one in known.against)) if known.against else None,
        "to_use": None if found.to_use is None else round(found.to_use),
        "right": {
            "level": known.right.level.value,
            "counted": round(known.right.counted),
            "left_out": round(known.right.left_out),
        },
        "above_50": {
            "week": round(known.beyond.week),
            "kroner_a_year": None if known.beyond.cost is None else round(known.beyond.cost),
        },
        "text": list(words.account_lines(found.needs, known)),
        "proposals": [_proposal_json(one) for one in proposed.found] if isinstance(proposed, Proposals) else [],
        "chosen": None if found.chosen is None else found.chosen.number,
        "files": [str(one) for one in found.written],
    }


def _proposal_json(one: Proposal) -> dict[str, Any]:
    return {
        "kinds": [
            {"code": kind.code, "start": kind.start, "length": kind.length, "sort": kind.sort.value}
            for kind in one.kinds
        ],
        "number": one.number,
        "covered": round(one.covered),
        "bound": round(one.bound),
        "charged": round(one.charged),
    }
