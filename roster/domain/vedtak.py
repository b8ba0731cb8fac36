"""The vedtak: what help is granted, and how its hours are to be laid over the year.

Hours are whole minutes, times of day whole minutes past midnight.
"""

from dataclasses import dataclass, replace
from datetime import date

from roster.domain.days import DateSpan
from roster.domain.kinds import Covers, Purpose, WhenShort
from roster.domain.place import written_at


@dataclass(frozen=True, slots=True)
class AsWritten:
    """What a brief says of a vedtak line's use, where timesheets go further."""

    used: int
    through: date | None


@dataclass(frozen=True)
class VedtakLine:
    """Granted minutes for a period: exactly one of ``per_week`` and ``per_year`` is given.

    ``used`` is what was spent of the vedtak year ``through`` that day, before the plan; with ``written`` it was added
    up from timesheets. ``purpose``: what the hours are for; ``covers``: what else hours for all purposes may be used
    for.
    """

    id: str
    dates: DateSpan
    per_week: int | None = None
    per_year: int | None = None
    used: int = 0
    through: date | None = None
    covers: frozenset[Covers] = frozenset()
    purpose: Purpose = Purpose.ALL
    place: str = written_at()
    written: AsWritten | None = None

    def __post_init__(self) -> None:
        if (self.per_week is None) == (self.per_year is None):
            raise ValueError(f"vedtak {self.id!r} needs hours per week or per year, not both")

    @property
    def without_timesheets(self) -> "VedtakLine":
        """The line as its brief says it, for an account that has the timesheets themselves."""
        if self.written is None:
            return self
        return replace(self, used=self.written.used, through=self.written.through, written=None)


@dataclass(frozen=True)
class Vedtak:
    lines: tuple[VedtakLine, ...]
    when_short: WhenShort = WhenShort.STOP


@dataclass(frozen=True)
class Season:
    """On these dates the hours of the vedtak are laid so much denser or thinner than on others; 100 is as usual."""

    dates: DateSpan
    percent: int
    name: str = ""
    place: str = written_at()
