"""What stands in the calendars: little by default, for phones are seen by others than their owners."""

import re
from collections.abc import Iterator

from roster.domain.brief import Brief
from roster.domain.shift import Shift
from roster.wording.numbers import time_of_day

CODE, NAME, TIME = "<kode>", "<navn>", "<tid>"
PLACES = (CODE, NAME, TIME)
"""What is put in the text for each shift."""

OWN_TITLE, LEADER_TITLE, OPEN_TITLE = "Vakter", "Turnus", "Åpne vakter"
"""What a calendar is called where it is shown among others."""

LEADER_FILE, OPEN_FILE = "arbeidsleder", "apne-vakter"
"""The names of their files; an assistant's file has the assistant's id."""

EVENTS_CHANGED = ("Fila om kalenderne er borte eller endret.", "Hent den fra en sikkerhetskopi.")
EVENTS_NEWER = ("Fila om kalenderne er skrevet av en nyere utgave av programmet.", "Oppdater programmet.")

_PLACE = re.compile(r"<[^<>]*>")


def summary(brief: Brief, shift: Shift) -> str:
    """What the assistant's entry is called: the text of the brief, or what kind of meeting it is."""
    if shift.event is not None:
        name = shift.event.value
        return name[0].upper() + name[1:]
    said = {
        CODE: shift.kind,
        NAME: next((one.name for one in brief.kinds if one.code == shift.kind), shift.kind),
        TIME: f"{time_of_day(shift.start)}–{time_of_day(shift.end)}",
    }
    return _PLACE.sub(lambda found: said.get(found[0], found[0]), brief.settings.calendar_text)


def of_leader(brief: Brief, who: str, shift: Shift) -> str:
    """The same in the calendar of who leads, by the name that stands on the turnus."""
    return f"{brief.assistant(who).alias}: {summary(brief, shift)}"


def of_open(brief: Brief, shift: Shift, missing: int) -> str:
    """A shift that nobody has; how many it lacks, where that is more than one."""
    said = f"Åpen: {summary(brief, shift)}"
    return said if missing == 1 else f"{said}, mangler {missing}"


def unknown_places(text: str) -> Iterator[str]:
    """What looks as if it should be put in, but is nothing we know."""
    return (one for one in _PLACE.findall(text) if one not in PLACES)
