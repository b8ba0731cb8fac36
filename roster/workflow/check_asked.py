"""What is asked of a check besides the name of the file, and the answers to it that are no report."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from roster.domain.brief import Brief
from roster.domain.kinds import Employer, Tariff
from roster.planning.result import Forecast
from roster.wording.list_words import Role


@dataclass(frozen=True, slots=True)
class Asked:
    """What the user says besides the name of the file: a brief for a list, its columns, and what a brief would say."""

    brief: Path | None = None
    columns: Mapping[Role, str] = field(default_factory=dict)
    employer: Employer | None = None
    tariff: Tariff | None = None
    agreements: Path | None = None
    history: Path | None = None

    @property
    def conditions(self) -> bool:
        """Something is said that stands in a brief."""
        said = (self.employer, self.tariff, self.agreements, self.history)
        return any(one is not None for one in said)


NOTHING = Asked()


@dataclass(frozen=True, slots=True)
class BriefChecked:
    """A brief without faults, and what is presumed and known of it."""

    brief: Brief
    notices: tuple[str, ...]
    forecast: Forecast


@dataclass(frozen=True, slots=True)
class NotCovered:
    """The law of that time is not covered, so there is no verdict (D20)."""

    why: str
