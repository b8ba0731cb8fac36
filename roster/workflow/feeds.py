"""The folder's calendars of what is in use, and the file by which the next version knows their events again."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter, ValidationError

from roster.domain.clock import OSLO
from roster.domain.event_ids import CalendarEvent, Feed
from roster.domain.fingerprint import Json
from roster.domain.plan import Plan
from roster.exports.calendar import Whose, feeds, in_use
from roster.wording.feed_words import LEADER_FILE, OPEN_FILE
from roster.workflow.folder import CALENDARS, Written, safe_names
from roster.workflow.troubles import refuse

EVENTS = f"{CALENDARS}/hendelser.json"
"""What the calendars know of each shift, so that the next version can keep its id."""
SCHEMA = 2
_FILES = {Feed.LEADER: LEADER_FILE, Feed.OPEN: OPEN_FILE}


def named_files(made: Mapping[Whose, bytes]) -> dict[str, bytes]:
    """The calendars by their names in a folder; no assistant's takes the name of one of the others."""
    names = safe_names(tuple(who for feed, who in made if feed is Feed.OWN), _FILES.values())
    return {f"{CALENDARS}/{_FILES.get(feed) or names[who]}.ics": content for (feed, who), content in made.items()}


def calendars_in_use(folder: Path, plan: Plan, since: date, now: datetime, last: datetime | None) -> Written:
    """The calendars when the plan is taken into use: of those in it, and of those who have left but had shifts.

    ``last``: when a version was last taken into use. Raises ``Faults`` when what the calendars know cannot be read.
    """
    from_then = datetime.combine(since, time(), ZoneInfo(str(OSLO.zone)))
    events = in_use(_known(folder, last or now), plan, from_then, now)
    if not events and plan.dated.frame.cyclic:
        return Written()
    of_people = (one.entry.who for one in events if one.entry.feed is Feed.OWN)
    people = dict.fromkeys((*(one.id for one in plan.brief.assistants), *of_people))
    files = named_files(feeds(events, people, now))
    content: Mapping[str, Json] = {"schema": SCHEMA, "events": [_row(one) for one in events]}
    files[EVENTS] = (json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()
    there = {f"{CALENDARS}/{one.name}" for one in (folder / CALENDARS).glob("*.ics")}
    return Written(files, tuple(sorted(there - files.keys())))


def _known(folder: Path, last: datetime) -> tuple[CalendarEvent, ...]:
    file = folder / EVENTS
    if not file.exists():
        return ()
    try:
        content = json.loads(file.read_bytes())
        rows = content["events"] if content["schema"] == SCHEMA else [_row_of(one, last) for one in content["events"]]
        return TypeAdapter(tuple[CalendarEvent, ...]).validate_python(rows)
    except (ValueError, KeyError, TypeError, ValidationError):
        raise refuse(
            file, "Fila om kalenderne er endret og kan ikke leses.", "Hent den fra en sikkerhetskopi."
        ) from None


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
