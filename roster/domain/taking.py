"""What a shift is to somebody who might take it: what the law calls it, and the hours they then have."""

from dataclasses import dataclass
from enum import StrEnum

from roster.domain.finding import Finding
from roster.domain.kinds import Position
from roster.domain.roster import Roster
from roster.domain.shift import Shift


class Kind(StrEnum):
    """What the shift is to whoever takes it; in the order in which they are asked."""

    CONTRACT = "kontrakt"
    EXTRA = "merarbeid"
    BEYOND_WISH = "merarbeid utover ønsket"
    OVERTIME = "overtid"
    MOVED = "forskjøvet"


@dataclass(frozen=True, slots=True)
class Taking:
    """Somebody who might take the shift. ``kind`` None: they cannot, for what ``broken`` says.

    ``paid`` and ``contract``: minutes over the ``weeks`` (first, and the one after the last) with the shift;
    ``week``: minutes worked in the week of the shift. ``instead_of``: the shift that they would leave for it.
    ``priority``: a part-timer who wants more (§ 14-3). ``roster``: as it would be.
    """

    who: str
    kind: Kind | None
    broken: tuple[Finding, ...]
    roster: Roster
    paid: int
    contract: int
    weeks: tuple[int, int]
    week: int
    priority: bool
    instead_of: Shift | None = None

    @property
    def order(self) -> tuple[int, int]:
        """What comes first in law: those with priority, then by position (D29), each kind of work for itself."""
        first = list(Kind).index(self.kind) if self.kind is not None else len(Kind)
        person = self.roster.frame.brief.assistant(self.who)
        # Part-timers who want more have the first right to what is extra; then comes who lacks own hours.
        place = 0 if self.kind is Kind.CONTRACT else 1 + list(Position).index(person.position)
        return max(0, first - 1), 0 if self.priority else 1 + place
