"""Say why a brief cannot be done, or that it can."""

from dataclasses import dataclass
from pathlib import Path

from roster.domain.brief import Brief
from roster.planning.explain import explain_brief
from roster.planning.forecast import forecast
from roster.planning.result import Forecast, Stop, Why
from roster.workflow.opening import open_brief
from roster.workflow.timesheets import with_timesheets


@dataclass(frozen=True, slots=True)
class Explained:
    """``why`` None: nothing was found that stands in the way."""

    brief: Brief
    notices: tuple[str, ...]
    forecast: Forecast
    why: Why | None


def explain(source: Path, seconds: float, stop: Stop) -> Explained:
    """The brief with what is known of it; raises ``Faults`` when it cannot be read."""
    read = with_timesheets(open_brief(source), source)
    found = explain_brief(read.brief, seconds=seconds, stop=stop)
    return Explained(read.brief, read.notices, forecast(read.brief), found)
