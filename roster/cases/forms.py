"""The ways in which the same is written in cases - moments, hours, lists of one - each read as what is meant."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from roster.domain.clock import OSLO

_MOMENT = re.compile(
    r"(?P<day>\d{4}-\d{1,2}-\d{1,2})"
    r"(?:(?:\s*T\s*|[\s,]+)(?:kl\.?\s*)?(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2})(?:[:.]\d{2}(?:\.\d+)?)?)?)?"
    r"\s*(?P<zone>Z|[+-]\d{2}:?\d{2})?",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"(?:kl\.?\s*)?(\d{1,2})(?:[:.](\d{2})(?:[:.]\d{2})?)?", re.IGNORECASE)
LONG_AGO = date(2000, 1, 1)
_YES_OR_NO = {"yes": 1, "ja": 1, "true": 1, "no": 0, "nei": 0, "false": 0}
_FREE_OR_WORKING = {"free": "free", "fri": "free", "unpaid": "free", "working": None, "work": None, "paid": None}


def moment(value: object) -> object:
    """A wall time in Oslo; ``24:00`` is the midnight that ends the day, a bare date the one that begins it."""
    if isinstance(value, datetime):
        return _on_the_wall(value)
    if isinstance(value, date):
        return datetime.combine(value, time())
    if not isinstance(value, str):
        raise ValueError(f"{value} is no moment")  # a number would be seconds since 1970
    found = _MOMENT.fullmatch(value.strip())
    if found is None:
        return value
    year, month, number = map(int, found["day"].split("-"))
    day = datetime(year, month, number)
    at = day + _of_day(int(found["hour"] or 0), int(found["minute"] or 0))
    if found["zone"] is None:
        return at
    zone = found["zone"].upper().replace("Z", "+00:00")
    return _on_the_wall(datetime.fromisoformat(f"{at:%Y-%m-%dT%H:%M}{zone}"))


def _on_the_wall(value: datetime) -> datetime:
    if value.tzinfo is None:
        return value
    return OSLO.wall(round(value.timestamp()) // 60)


def _of_day(hours: int, minutes: int) -> timedelta:
    """So far past midnight, to 24:00 at most."""
    past = timedelta(hours=hours, minutes=minutes)
    if minutes > 59 or past > timedelta(days=1):
        raise ValueError(f"{hours}:{minutes:02} is no time of day")
    return past


def day(value: object) -> object:
    """A date, also where the time of day is written with it; no and nothing are None."""
    if value is None or value is False or value == "":
        return None
    written = moment(value)
    return written.date() if isinstance(written, datetime) else value


def hours(value: object) -> object:
    """Hours as a number, as 7:30 or a time of day, or yes and no as 1 and 0."""
    if isinstance(value, bool):
        return int(value)
    if not isinstance(value, str):
        return value
    text = value.strip().lower()
    if text in _YES_OR_NO:
        return _YES_OR_NO[text]
    if "/" in text:
        over, under = text.split("/")
        return Decimal(over) / Decimal(under)
    if ":" in text:
        hour, minute = text.split(":")[:2]
        return Decimal(int(hour) * 60 + int(minute)) / 60
    return text.removesuffix("h").strip().replace(",", ".")


def minutes(value: object) -> object:
    """Whole minutes, also where they are written as 10:59."""
    if isinstance(value, str) and re.fullmatch(r"\d+:\d{2}", value.strip()):
        hour, minute = value.strip().split(":")
        return int(hour) * 60 + int(minute)
    return value


def several(value: object) -> list[Any]:
    """A list, of one where just one is given."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def words(value: object) -> list[object]:
    """The words of a text in small letters, where several stand in one: «ok | vurder»."""
    if not isinstance(value, str):
        return [value]
    return [one.strip().lower() for one in re.split(r"[|,/]| or | eller ", value) if one.strip()]


def row(value: object) -> object:
    """What is given; nothing where the key stands empty."""
    if isinstance(value, Mapping):
        return {key: one for key, one in value.items() if one is not None}
    return {} if value is None else value


def by_name(value: object) -> object:
    """Rows by their names, also where names alone are listed, or rows that hold their names."""
    if not isinstance(value, list):
        return {name: row(one) for name, one in value.items()} if isinstance(value, Mapping) else row(value)
    found: dict[object, object] = {}
    for one in value:
        name = (
            next((one[key] for key in ("id", "name", "who") if key in one), None) if isinstance(one, Mapping) else one
        )
        found[name] = row(one) if isinstance(one, Mapping) else {}
    return found


def one_each(value: object) -> object:
    """A row for each of those who work a shift together, or of whom the same is expected."""
    found: list[object] = []
    for one in several(value):
        people = one.get("who") if isinstance(one, Mapping) else None
        found += [{**one, "who": who} for who in people] if isinstance(people, list) else [one]
    return found


def signed(value: object) -> object:
    """When it was signed; that it was, without a date, is long ago."""
    return LONG_AGO if value is True else value


def covers(value: object) -> object:
    return value if value in ("all", None) else several(value)


def pairs(value: object) -> object:
    """Stretches of dates, also where one stands alone, or a day of its own."""
    listed = several(value)
    alone = len(listed) == 2 and not any(isinstance(one, list | Mapping) for one in listed)
    return [listed] if alone else [_pair(one) for one in listed]


def _pair(value: object) -> object:
    if isinstance(value, Mapping):
        return [value.get("from"), value.get("to")]
    if not isinstance(value, list):
        return [value, value]
    return value * 2 if len(value) == 1 else value


# -- stretches of a shift ------------------------------------------------------------------------------


def whole_shift(value: object) -> object:
    """The shift with every time a moment: a time of day alone is the first such time after the start."""
    if not isinstance(value, Mapping):
        return value
    found = dict(row(value).items())  # type: ignore[attr-defined]
    start = moment(found["start"]) if "start" in found else None
    if not isinstance(start, datetime) or "end" not in found:
        return found
    found |= {"start": start, "end": _after(start, found.get("end"), False)}
    for name in ("passive", "active"):
        if name in found:
            found[name] = [_stretch(start, one) for one in _stretches(found[name], start, found["end"])]
    if "breaks" in found and found["breaks"] is not False:
        found["breaks"] = [_pause(start, one) for one in _stretches(found["breaks"], start, found["end"])]
    elif found.get("breaks") is False:
        found["breaks"] = []
    return found


def _stretches(value: object, start: object, end: object) -> list[object]:
    """A list of stretches, of one where just one is given; ``true`` is the whole shift."""
    if value is True:
        return [[start, end]]
    if not isinstance(value, list):
        return [value] if value else []
    alone = value and not any(isinstance(one, list | Mapping) for one in value)
    return [value] if alone else value


def _stretch(start: datetime, value: object) -> object:
    parts = _parts(value)
    if len(parts) < 2:
        return value
    first = _after(start, parts[0], True)
    return [first, _after(first if isinstance(first, datetime) else start, parts[1], False)]


def _pause(start: datetime, value: object) -> object:
    parts = _parts(value)
    stretch = _stretch(start, parts)
    kind = _FREE_OR_WORKING.get(str(parts[2]).lower(), parts[2]) if len(parts) > 2 else None
    return [*stretch, kind] if kind is not None and isinstance(stretch, list) else stretch


def _parts(value: object) -> list[object]:
    if not isinstance(value, Mapping):
        return list(value) if isinstance(value, list) else [value]
    first, last = value.get("start", value.get("from")), value.get("end", value.get("to"))
    free = value.get("free") or value.get("working") is False or value.get("paid") is False
    return [first, last, "free"] if free else [first, last]


def _after(start: datetime, value: object, or_then: bool) -> object:
    """The moment; of a time of day alone, the first after ``start``, or then."""
    found = _CLOCK.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None:
        return moment(value)
    at = datetime.combine(start.date(), time()) + _of_day(int(found[1]), int(found[2] or 0))
    return at + timedelta(days=1) if at < start or (at == start and not or_then) else at


# -- what people bring along -----------------------------------------------------------------------------

_BALANCES = {
    "averaging_weeks": ("weeks",),
    "averaging_minutes": ("averaging", "average"),
    "sundays_worked": (),
    "sundays_of": ("sundays_total", "sundays"),
    "sunday_run": ("sundays_in_a_row", "sundays_run"),
    "overtime_4_weeks": ("overtime_4w", "overtime_4"),
    "overtime_52_weeks": ("overtime_52w", "overtime_52", "overtime_year"),
    "saldo": ("balance", "plus_minus"),
}


def balances(value: object) -> object:
    """The balances by their names in full; ``_h`` after a name says hours."""
    if not isinstance(value, Mapping):
        return value
    found: dict[str, object] = {}
    for key, amount in value.items():
        name, in_hours = re.subn(r"_(h|hours)$", "", str(key))
        name = re.sub(r"_(min|minutes)$", "", name)
        full = next((one for one, others in _BALANCES.items() if name in (one, *others)), str(key))
        whole = round(Decimal(str(hours(amount))) * 60) if in_hours and amount is not None else amount
        found[full] = minutes(whole)
    return found
