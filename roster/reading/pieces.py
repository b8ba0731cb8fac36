"""Small pieces of text with a grammar of their own: skills, breaks, paragraphs, signatures."""

import re
from datetime import date

from roster.domain.assistant import HeldSkill
from roster.domain.help_needed import SkillNeed
from roster.reading.faults import Unreadable
from roster.reading.numbers import short, tidy
from roster.reading.times import TimeSpan, a_date, time_span
from roster.wording.feed_words import PLACES, unknown_places
from roster.wording.numbers import listed

_COUNTS = {"en": 1, "én": 1, "ett": 1, "ei": 1, "to": 2, "tre": 3, "fire": 4}
_PARAGRAPH = re.compile(r"(?:aml\.?\s*)?(?:§+\s*)?(\d{1,2})\s*-\s*(\d{1,2}\s?[a-z]?)\s*(?:\(\s*(\d{1,2})\s*\))?\s*")
_MOST_IN_CALENDAR = 60
_WORKING = {"arbeidstid": True, "fri": False}


def split(text: str) -> list[str]:
    """The pieces between commas or semicolons."""
    return [clean for part in re.split(r"[;,]", text) if (clean := tidy(part))]


def calendar_text(text: str) -> str:
    """``Vakt <kode>``: what shifts are called in calendars."""
    if len(text) > _MOST_IN_CALENDAR or any(ord(sign) < 32 for sign in text):
        raise Unreadable(
            f"Kalenderteksten «{short(text)}» er for lang, eller har tegn som ikke kan vises.",
            f"Bruk høyst {_MOST_IN_CALENDAR} tegn, for telefonen viser lite.",
        )
    for place in unknown_places(text):
        raise Unreadable(f"Vi vet ikke hva «{short(place)}» er.", f"Bruk {listed(PLACES, 'eller')}.")
    return text


def skill_need(text: str) -> SkillNeed:
    """``1 førerkort``, ``én førerkort`` or ``førerkort``: so many must have it."""
    count, _, rest = text.partition(" ")
    word = count.lower().rstrip("x")
    if rest and (word in _COUNTS or re.fullmatch(r"\d{1,2}", word)):
        many = _COUNTS[word] if word in _COUNTS else int(word)
        if many == 0:
            raise Unreadable(f"«{short(text)}» krever ingen.", "Skriv 1 eller flere, eller ta det bort.")
        return SkillNeed(_skill(rest), many)
    return SkillNeed(_skill(text), 1)


def held_skill(text: str) -> HeldSkill:
    """``førerkort`` or ``medisinkurs til 2027-09-01``."""
    name, found, until = text.partition(" til ")
    return HeldSkill(_skill(name), a_date(until)) if found else HeldSkill(_skill(name))


def a_break(text: str) -> tuple[TimeSpan, bool]:
    """The time, and whether it is working time: ``11.00–11.30 arbeidstid``."""
    clock, _, word = text.rpartition(" ")
    if word.lower() not in _WORKING:
        raise Unreadable(
            f"Pausen «{short(text)}» sier ikke om den er arbeidstid.",
            "Skriv for eksempel «11.00–11.30 arbeidstid» eller «11.00–11.30 fri».",
        )
    return time_span(clock), _WORKING[word.lower()]


def paragraph(text: str) -> str:
    """The paragraph in one form: ``10-5 (2)``."""
    found = _PARAGRAPH.fullmatch(tidy(text).lower())
    if not found:
        raise Unreadable(f"Vi forstår ikke paragrafen «{short(text)}».", "Skriv for eksempel «10-5 (2)».")
    section = f"{found[1]}-{tidy(found[2])}"
    return f"{section} ({int(found[3])})" if found[3] else section


def signed(text: str) -> date | None:
    """The day it was signed, None when it is only intended."""
    if text.lower() in {"tiltenkt", "ikke signert", "nei"}:
        return None
    try:
        return a_date(text)
    except Unreadable as unreadable:
        raise Unreadable(unreadable.what, "Skriv datoen, for eksempel 2026-12-01, eller «tiltenkt».") from None


def _skill(text: str) -> str:
    name = tidy(text).lower()
    if not name or len(name) > 60:
        raise Unreadable(
            f"«{short(text)}» kan ikke være navnet på en kompetanse.", "Skriv et kort navn, for eksempel førerkort."
        )
    return name
