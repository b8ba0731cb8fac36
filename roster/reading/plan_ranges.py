"""Amounts and dates that a saved brief cannot have, though their types can hold them: times of no day, years of none.

What people write is held to such bounds where it is read as text. A saved version is read by its types alone, and its
fingerprint can be made to fit anything.
"""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, timedelta
from typing import Any

from roster.domain.assistant import Assistant, Ceiling, Hours, WeekendRhythm
from roster.domain.brief import Agreement, Brief, Period
from roster.domain.help_needed import Break, Event, Part, ShiftKind
from roster.domain.settings import Activations, Cut, Settings
from roster.reading.by_type import Misfit
from roster.reading.times import DAY, FIRST_YEAR, LAST_YEAR

MOST_WEEKS = 530
YEARS = range(FIRST_YEAR, LAST_YEAR + 1)
_MOST = 10**9
_TIME_OF_DAY = range(DAY + 1)
LONGEST = timedelta(days=15)
"""Of a shift; the longest are standby and travel, of some days."""
_LENGTH = range(1, LONGEST // timedelta(minutes=1) + 1)
_WITHIN = range(_LENGTH.stop)
_FROM_ONE = range(1, _MOST)

_OF: Mapping[type, Mapping[str, range]] = {
    Agreement: {"averaging_weeks": _FROM_ONE},
    Activations: {"step": _FROM_ONE},
    Assistant: {"born": YEARS},
    Break: {"start": _WITHIN, "end": _WITHIN},
    Ceiling: {"weeks": _FROM_ONE},
    Cut: {"weekday": range(7), "minute": _TIME_OF_DAY},
    Event: {"start": _TIME_OF_DAY, "length": _LENGTH},
    Hours: {"start": _WITHIN, "end": _WITHIN},
    Part: {"start": _WITHIN, "end": _WITHIN},
    Period: {
        "weeks": range(1, MOST_WEEKS + 1),
        "rollout_weeks": range(1, MOST_WEEKS + 1),
        "week_cut": _TIME_OF_DAY,
        "day_cut": _TIME_OF_DAY,
    },
    Settings: {"eve_of_may_from": _TIME_OF_DAY},
    ShiftKind: {"start": _TIME_OF_DAY, "length": _LENGTH},
    WeekendRhythm: {"every": _FROM_ONE},
}
_ANY = range(-_MOST, _MOST)


def out_of_range(brief: Brief) -> Iterator[Misfit]:
    """Each amount and date that no brief has, by its place; a week may have begun where it does since ever."""
    return _in(brief, "brief", _ANY)


def _in(value: Any, place: str, allowed: range) -> Iterator[Misfit]:
    if is_dataclass(value):
        own = _OF.get(type(value), {})
        for one in fields(value):
            yield from _in(getattr(value, one.name), f"{place}.{one.name}", own.get(one.name, _ANY))
    elif isinstance(value, Mapping):
        for name, held in value.items():
            yield from _in(held, f"{place}.{name}", _ANY)
    elif isinstance(value, tuple | frozenset):
        for number, held in enumerate(value):
            yield from _in(held, f"{place}.{number}", _ANY)
    elif isinstance(value, bool):
        return
    elif isinstance(value, int):
        if value not in allowed:
            yield Misfit(place, value)
    elif isinstance(value, date) and value.year not in YEARS and value != date.min:
        yield Misfit(place, value)
