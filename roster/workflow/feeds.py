"""The folder's calendars of what is in use, and the file by which the next version knows their events again."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter, ValidationError

from roster.domain.clock import OSLO
from roster.domain.event_ids import CalendarEvent, Feed, Spell
from roster.domain.fingerprint import Json
from roster.domain.plan import Plan
from roster.exports.calendar import Whose, feeds, in_use
from roster.wording import feed_words as words
from roster.wording.feed_words import LEADER_FILE, OPEN_FILE
from roster.workflow.course import Log
from roster.workflow.folder import CALENDARS, Written, safe_names
from roster.workflow.in_force import InForce, taken
from roster.workflow.journal import digest
from roster.workflow.troubles import refuse, unreadable_as_fault

EVENTS = f"{CALENDARS}/hendelser.json"
"""What the calendars know of each shift, so that the next version can keep its id."""
SCHEMA = 2
_EVENTS = TypeAdapter(tuple[CalendarEvent, ...])
_NAMES = TypeAdapter(dict[str, str])
_FILES = {Feed.LEADER: LEADER_FILE, Feed.OPEN: OPEN_FILE}


@dataclass(frozen=True, slots=True)
class Known:
    """What the folder's calendars know: their events, and under which name each assistant's lies."""

    events: tuple[CalendarEvent, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)


def named_files(made: Mapping[Whose, bytes]) -> dict[str, bytes]:
    """The calendars by their names in a folder; no assistant's takes the name of one of the others."""
    return _files(made, _names((who for feed, who in made if feed is Feed.OWN), {}))


def calendars_in_use(
    folder: Path, plan: Plan, since: date, now: datetime, log: Log | None, aside: Iterable[InForce] = ()
) -> Written:
    """The calendars when the plan is taken into use: of those in it, and of those who have left but had shifts.

    ``aside``: what runs on its own days all the same.
    Raises ``Faults`` when what the calendars know is not as the log says, and cannot be made again from it.
    """
    known = _with(_known(folder, log, now), plan, since, now, aside)
    if not known.events and plan.dated.frame.cyclic:
        return Written()
    files = _files(feeds(known.events, known.names, now), known.names)
    files[EVENTS] = _content(known)
    there = {f"{CALENDARS}/{one.name}" for one in (folder / CALENDARS).glob("*.ics")}
    return Written(files, tuple(sorted(there - files.keys())))


def _with(known: Known, plan: Plan, since: date, now: datetime, aside: Iterable[InForce]) -> Known:
    """What the calendars know when the plan has been taken into use."""
    events = in_use(known.events, plan, _midnight(since), now, [_spell(one) for one in aside])
    of_people = (one.entry.who for one in events if one.entry.feed is Feed.OWN)
    return Known(events, _names((*(one.id for one in plan.brief.assistants), *of_people), known.names))


def _spell(one: InForce) -> Spell:
    """The moments of what runs aside, from midnight to midnight; to the cut of its last week where that is later."""
    if one.last is None:
        return Spell(_midnight(one.first))
    ends = _midnight(one.last + timedelta(days=1))
    frame = one.roster.frame
    if not frame.cyclic and one.last == frame.dates[-1]:
        ends = max(ends, datetime.fromtimestamp(frame.span.end * 60, tz=UTC))
    return Spell(_midnight(one.first), ends)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), ZoneInfo(str(OSLO.zone)))


def _names(people: Iterable[str], had: Mapping[str, str]) -> Mapping[str, str]:
    """A file name for each; one that somebody has had is never another's, for others may still read it."""
    new = tuple(dict.fromkeys(who for who in people if who not in had))
    return {**had, **safe_names(new, (*_FILES.values(), *had.values()))}


def _files(made: Mapping[Whose, bytes], names: Mapping[str, str]) -> dict[str, bytes]:
    return {f"{CALENDARS}/{_FILES.get(feed) or names[who]}.ics": content for (feed, who), content in made.items()}


# -- what is remembered ---------------------------------------------------------------------------------


def _known(folder: Path, log: Log | None, now: datetime) -> Known:
    file = folder / EVENTS
    content = None
    if file.exists():
        with unreadable_as_fault(file):
            content = file.read_bytes()
    logged = None if log is None else _digest_logged(log)
    if log is not None and logged not in (None, None if content is None else digest(content)):
        # Without it the same shifts would get other ids, and everybody would see them twice.
        again = _made_again(folder, log)
        if digest(_content(again)) != logged:
            raise refuse(file, *words.EVENTS_CHANGED)
        return again
    if content is None:
        return Known()
    last = None if log is None else log.in_use
    try:
        told = json.loads(content)
        rows = told["events"]
        if told["schema"] == 1:
            rows = [_row_of(one, last.when if last else now) for one in rows]
        elif told["schema"] != SCHEMA:
            raise refuse(file, *words.EVENTS_NEWER)
        return Known(_EVENTS.validate_python(rows), _NAMES.validate_python(told.get("files", {})))
    except (ValueError, KeyError, TypeError, ValidationError, RecursionError):
        raise refuse(file, *words.EVENTS_CHANGED) from None


def _digest_logged(log: Log) -> str | None:
    """The SHA-256 of what was last remembered."""
    return next((one.files[EVENTS] for one in reversed(log.entries) if EVENTS in one.files), None)


def _made_again(folder: Path, log: Log) -> Known:
    """What the calendars know after all that the log says was taken into use."""
    known = Known()
    for one in taken(folder, log):
        known = _with(known, one.plan, one.use.since, one.step.when, one.aside)
    return known


def _content(known: Known) -> bytes:
    content: Mapping[str, Json] = {
        "schema": SCHEMA,
        "files": dict(known.names),
        "events": [_row(one) for one in known.events],
    }
    return (json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _row(one: CalendarEvent) -> dict[str, Json]:
    """As it is kept; to the second, since that is how calendars tell changes apart."""
    entry = one.entry
    return {
        "uid": one.uid,
        "sequence": one.sequence,
        "created": one.created.isoformat(timespec="seconds"),
        "modified": one.modified.isoformat(timespec="seconds"),
        "gone": one.gone,
        "entry": {
            "feed": entry.feed.value,
            "who": entry.who,
            "need": entry.need,
            "start": entry.start.isoformat(timespec="minutes"),
            "end": entry.end.isoformat(timespec="minutes"),
            "summary": entry.summary,
        },
    }


def _row_of(old: Mapping[str, Any], last: datetime) -> dict[str, Any]:
    """An event as it was kept when only the assistants had calendars, and nobody knew when one had changed."""
    told = {key: old[key] for key in ("who", "need", "summary")}
    moments = {key: datetime.fromisoformat(old[key]).astimezone(UTC) for key in ("start", "end")}
    entry = {"feed": Feed.OWN, **told, **moments}
    return {"entry": entry, "uid": old["uid"], "sequence": old["sequence"], "created": last, "modified": last}
