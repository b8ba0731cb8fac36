"""Which of F3, F4 and F5 the brief in an arrangement's folder says, where it was changed after the version was made."""

from dataclasses import replace
from pathlib import Path

from roster.domain.brief import Brief
from roster.domain.kinds import OffCode
from roster.reading.faults import Faults
from roster.rules.red_days_off import off_codes
from roster.wording import special_words as words
from roster.workflow.folder import brief_files
from roster.workflow.opening import open_brief


def with_codes_now(folder: Path, number: str, brief: Brief) -> tuple[Brief, tuple[str, ...]]:
    """The version's brief with the codes that the folder's says, and what to tell of it; else as it is."""
    file = next(iter(brief_files(folder)), None)
    if file is None:
        return brief, ()
    try:
        said: frozenset[OffCode] = off_codes(open_brief(file).brief)
    except Faults:
        return brief, (words.codes_unknown(file.name, number),)
    had = off_codes(brief)
    if said == had:
        return brief, ()
    settings = replace(brief.settings, off_codes=said)
    return replace(brief, settings=settings), (words.codes_changed(file.name, number, had, said),)
