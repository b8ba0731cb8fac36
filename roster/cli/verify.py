"""``roster verify``: whether versions and log are what was printed."""

from pathlib import Path

from roster.cli.answers import refused
from roster.cli.exits import Exit
from roster.cli.voice import Voice
from roster.reading.faults import Faults
from roster.wording import verify_words as words
from roster.workflow.verify import Proof, Verified, verify


def run(path: Path, against: tuple[str, ...], voice: Voice) -> Exit:
    try:
        found = verify(path, against)
    except Faults as faults:
        return refused(voice, faults)
    voice.answer(
        {
            "status": "fine" if found.holds else "changed",
            "wrong": list(found.wrong),
            "proofs": [
                {"printed": one.printed, "version": one.version, "line": one.line, "later": one.later}
                for one in found.proofs
            ],
            "versions": dict(found.versions),
            "log": {"lines": found.lines, "head": found.head},
        }
    )
    _say(found, voice)
    return Exit.FINE if found.holds else Exit.FINDINGS


def _say(found: Verified, voice: Voice) -> None:
    if found.wrong:
        voice.say(words.wrong_title(len(found.wrong)), *(f"- {one}" for one in found.wrong))
    else:
        voice.say(words.ALL_AS_LOGGED)
    voice.say(*map(_proof, found.proofs))
    if not found.proofs:
        voice.say(*words.NOT_PROVEN)
    elif not any(one.line for one in found.proofs) and any(one.version for one in found.proofs):
        voice.say(words.ONLY_VERSION)
    elif any(one.line for one in found.proofs):
        voice.say(words.ONLY_LOG)
    voice.aside(*(words.version_line(*one) for one in found.versions), words.head_line(found.lines, found.head))


def _proof(one: Proof) -> str:
    if one.version is not None:
        return words.proved_version(one.printed, one.version)
    if one.line is not None and one.when is not None:
        return words.proved_log(one.printed, one.line, one.when, one.later)
    return words.not_found(one.printed)
