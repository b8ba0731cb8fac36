"""The weeks of dates from a brief's first day, laid out once for all who reckon on the same ones."""

from roster.domain.brief import Brief
from roster.domain.frame import Frame, calendar_frame
from roster.domain.kept import Kept

_FRAMES: Kept[Frame] = Kept()


def dated_frame(brief: Brief, weeks: int) -> Frame:
    """The brief's need on so many weeks of dates."""
    return _FRAMES.of(brief, weeks, lambda: calendar_frame(brief, weeks))
