"""The time at which a command is run: asked here and nowhere else, so that it can be another in a test."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from roster.domain.clock import OSLO

_HERE = ZoneInfo(str(OSLO.zone))


def now() -> datetime:
    """The moment, told by the clock on the wall where the turnus is."""
    return datetime.now(_HERE)


def today() -> date:
    """The date where the turnus is."""
    return now().date()
