"""Whom and what the user means: an assistant by id or alias, a shift by id, by date and code, or by turnus week."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from roster.domain.assistant import Assistant
from roster.domain.brief import Brief
from roster.domain.days import DateSpan
from roster.domain.frame import Frame
from roster.domain.plan import Plan
from roster.domain.roster import Roster
from roster.domain.shift import Shift
from roster.reading.faults import Unreadable
from roster.reading.numbers import tidy
from roster.reading.said_days import SaidDays
from roster.reading.suggest import nearest
from roster.wording.numbers import WEEKDAYS, long_date, weekday
from roster.workflow.troubles import refuse

_WITHOUT_YEAR = re.compile(r"(?<!-)\b\d{1,2}\b(?!.*\d{4})(?!-)")
"""A day of a month, and no year."""
_IN_WEEK = re.compile(r"uke\s?(\d{1,3})")
_EXAMPLE = "Skriv for eksempel «2027-01-11 D», «man 11.1. D» eller «i morgen D»."


@dataclass(frozen=True, slots=True)
class Named:
    """A shift that fills a need, in the roster that it belongs to."""

    roster: Roster
    shift: Shift


def assistant_named(brief: Brief, name: str, path: Path) -> Assistant:
    """The one with that id, else the only one with that alias; raises ``Faults``."""
    people = brief.assistants
    by_id = [one for one in people if one.id.casefold() == name.casefold()]
    by_alias = [one for one in people if one.alias.casefold() == name.casefold()]
    for found in (by_id, by_alias):
        if len(found) == 1:
            return found[0]
    known = ", ".join(f"{one.id} ({one.alias})" for one in people)
    raise refuse(path, f"Ingen assistent heter «{name}».", f"Velg en av disse: {known}.")


def shift_named(plan: Plan, text: str, path: Path, today: date) -> Named:
    """The shift: with a day in the roster on dates, with «uke 2 man» in the turnus by its weeks; raises ``Faults``.

    A week that the turnus does not have is one of the calendar.
    """
    name = tidy(text)
    by_id = {one.id.casefold(): one for one in plan.dated.frame.shifts}
    if name.casefold() in by_id:
        return Named(plan.dated, by_id[name.casefold()])
    code, rest = _code(plan.brief, name, path)
    in_week = _IN_WEEK.search(rest.casefold())
    if in_week and (int(in_week[1]) <= plan.roster.frame.weeks or not _has_calendar_week(plan, int(in_week[1]))):
        rest = _IN_WEEK.sub(" ", rest.casefold())
        names = re.match(r"\s*([a-zæøå]+)\.?\s*", rest)
        named = _weekday(names[1]) if names else None
        day = _in_week(plan.roster.frame, int(in_week[1]), named, name, path)
        return Named(plan.roster, _on(plan.roster.frame, day, code, path))
    frame = plan.dated.frame
    return Named(plan.dated, _on(frame, _day(frame, rest.strip(" ,"), name, path, today), code, path))


def _has_calendar_week(plan: Plan, week: int) -> bool:
    frame = plan.dated.frame
    return not frame.cyclic and any(one.isocalendar().week == week for one in frame.dates)


def _code(brief: Brief, name: str, path: Path) -> tuple[str, str]:
    """The code of the kind of shift, which stands last or first, and the rest of the text."""
    codes = {kind.code.casefold(): kind.code for kind in brief.kinds}
    words = name.split(" ")
    for at in (-1, 0):
        if words[at].casefold() in codes:
            return codes[words[at].casefold()], " ".join(words[:-1] if at else words[1:])
    known = f"Kodene er {', '.join(codes.values())}."
    if len(words) > 1 and not any(sign.isdigit() for sign in words[-1]):
        near = nearest(words[-1], codes.values())
        meant = f" Mente du {near}?" if near else ""
        raise refuse(path, f"Ingen vakt har koden «{words[-1]}».{meant}", known)
    raise refuse(path, f"«{name}» sier ikke hvilken vaktkode det er.", f"{_EXAMPLE} {known}")


def _weekday(word: str) -> int | None:
    """The weekday that the word is, or is short for."""
    found = [number for number, full in enumerate(WEEKDAYS) if len(word) > 1 and full.startswith(word)]
    return found[0] if len(found) == 1 else None


def _in_week(frame: Frame, week: int, day: int | None, name: str, path: Path) -> date:
    if not 1 <= week <= frame.weeks:
        raise refuse(path, f"Turnusen har ikke uke {week}.", f"Velg en uke fra 1 til {frame.weeks}.")
    if day is None:
        raise refuse(path, f"«{name}» sier ikke hvilken dag i uka det er.", "Skriv for eksempel «uke 2 man D».")
    return next(one for one in frame.dates[7 * week - 7 : 7 * week] if one.weekday() == day)


def _day(frame: Frame, text: str, name: str, path: Path, today: date) -> date:
    """A day as people say it, or a day and a month that the plan has once."""
    first, last = frame.dates[0], frame.dates[-1]
    span = f"Turnusen går fra {long_date(first)} til {long_date(last)}."
    if not text:
        raise refuse(path, f"«{name}» sier ikke hvilken dato det er.", _EXAMPLE)
    try:
        day = SaidDays(today, DateSpan(first, last)).day(text)
    except Unreadable as unreadable:
        raise refuse(path, unreadable.what, unreadable.way_out) from None
    if not first <= day <= last:
        raise refuse(path, f"{long_date(day).capitalize()} er ikke i turnusen.", span)
    twice = sum((one.day, one.month) == (day.day, day.month) for one in frame.dates) > 1
    if twice and _WITHOUT_YEAR.search(text):
        raise refuse(path, f"Datoen «{text}» er flere ganger i turnusen.", f"{span} Skriv datoen med årstall.")
    return day


def _on(frame: Frame, day: date, code: str, path: Path) -> Shift:
    """The shift of that code on the day."""
    there = frame.by_date.get(day, ())
    found = [one for one in there if one.kind == code and not one.fills]
    if found:
        return found[0]
    when = f"{weekday(day)} i uke {(day - frame.first_day).days // 7 + 1}" if frame.cyclic else long_date(day)
    names = ", ".join(dict.fromkeys(one.kind for one in there))
    way_out = f"Vaktene den dagen er {names}." if names else "Den dagen er det ingen vakter."
    raise refuse(path, f"Det er ingen vakt {code} {when}.", way_out)
