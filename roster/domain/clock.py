"""The clock on the wall and the minutes that pass: where the two are told apart.

A minute is a whole number on one line of elapsed time. A wall time is a naive ``datetime``, as people
write it; ``fold`` tells the second 02:30 of an autumn night from the first (PEP 495).
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

_EPOCH = datetime(1970, 1, 1)
_MIDNIGHT = time()


@dataclass(frozen=True, slots=True)
class Clock:
    """How wall time maps to elapsed minutes; ``zone`` None has days of 24 hours throughout (D25)."""

    zone: str | None

    def minute(self, wall: datetime) -> int:
        """The elapsed minute of a wall time; one that the spring change skips counts as an hour later."""
        return _minute(self.zone, wall, wall.fold)

    def wall(self, minute: int) -> datetime:
        """The wall time of an elapsed minute."""
        if self.zone is None:
            return _EPOCH + timedelta(minutes=minute)
        return self.aware(minute).replace(tzinfo=None)

    def aware(self, minute: int) -> datetime:
        """The wall time with its offset from UTC; a clock without zone answers as if it were UTC."""
        moment = datetime.fromtimestamp(minute * 60, tz=UTC)
        return moment if self.zone is None else moment.astimezone(_zone(self.zone))

    def at(self, day: date, minute_of_day: int) -> datetime:
        """The wall time so many minutes past the first midnight of the day; 1500 is 01:00 the day after."""
        return _at(day, minute_of_day)


OSLO = Clock("Europe/Oslo")
PLAIN = Clock(None)


@lru_cache(maxsize=8)
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)


@lru_cache(maxsize=1 << 16)
def _at(day: date, minute_of_day: int) -> datetime:
    return datetime.combine(day, _MIDNIGHT) + timedelta(minutes=minute_of_day)


@lru_cache(maxsize=1 << 16)
def _minute(zone: str | None, wall: datetime, fold: int) -> int:
    if zone is None:
        return round((wall - _EPOCH).total_seconds()) // 60
    return round(wall.replace(tzinfo=_zone(zone), fold=fold).timestamp()) // 60


def nominal(start: datetime, end: datetime) -> int:
    """Minutes between two wall times as the clock shows them, whatever the clock change did (D8, D9)."""
    between = end - start
    return between.days * 1440 + between.seconds // 60
