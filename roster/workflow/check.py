"""Check a brief for faults and what it adds up to, or a turnus against every rule."""

from dataclasses import dataclass
from pathlib import Path

from roster.domain.brief import Brief
from roster.planning.forecast import forecast
from roster.planning.result import Forecast
from roster.reading.read import read_brief
from roster.workflow.files import Checked, checked
from roster.workflow.opening import is_roster, read_plan


@dataclass(frozen=True, slots=True)
class BriefChecked:
    """A brief without faults, and what is presumed and known of it."""

    brief: Brief
    notices: tuple[str, ...]
    forecast: Forecast


def check_file(path: Path) -> BriefChecked | Checked:
    """What the checker says of a turnus, or what is known of a brief; raises ``Faults``."""
    if is_roster(path):
        opened = read_plan(path)
        return checked(opened.plan, opened.notices)
    read = read_brief(path)
    return BriefChecked(read.brief, read.notices, forecast(read.brief))
