"""What one run makes: the roster in the brief's form, its roll-out to dates, and what it cost."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from roster.domain.brief import Brief
from roster.domain.roster import Roster


@dataclass(frozen=True, slots=True)
class Change:
    """A cell of the roll-out that differs from the grunnturnus, and the reasons (reason keys) for it (D27)."""

    who: str
    day: date
    before: tuple[str, ...]
    after: tuple[str, ...]
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """Who made a plan from what, as far as it is known: role, program, the brief's file with its SHA-256, and seed.

    ``changed_from``: the fingerprint of the version that somebody changed by hand into this one.
    """

    by: str = ""
    program: str = ""
    source: str = ""
    source_digest: str = ""
    seed: int | None = None
    changed_from: str | None = None


@dataclass(frozen=True)
class Plan:
    """A brief and its answer. ``rollout`` is the grunnturnus on dates; None for a kalenderplan.

    ``costs``: points by reason key, of ``roster``; ``bound`` <= the least cost there can be. ``origin`` None: not told.
    """

    brief: Brief
    roster: Roster
    rollout: Roster | None = None
    changes: tuple[Change, ...] = ()
    costs: Mapping[str, int] = field(default_factory=dict)
    bound: int = 0
    origin: Origin | None = None

    @property
    def dated(self) -> Roster:
        """The roster that has dates: what calendars and ``Vakter`` show."""
        return self.rollout or self.roster

    @property
    def until(self) -> date | None:
        """The last date of which it says anything; None for a grunnturnus, which goes on after it is rolled out."""
        return None if self.roster.frame.cyclic else self.roster.frame.dates[-1]

    @property
    def years(self) -> tuple[int, ...]:
        """Those of a plan with dates in which the vedtak grants something; the days of one week may lie in two."""
        frame = self.dated.frame
        if frame.cyclic:
            return ()
        touched = range(frame.dates[3].year, frame.dates[-4].year + 1)
        lines = self.brief.vedtak.lines
        return tuple(
            year for year in touched if any(one.dates.first.year <= year <= one.dates.last.year for one in lines)
        )

    @property
    def cost(self) -> int:
        return sum(self.costs.values())
