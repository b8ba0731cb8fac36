"""What an entry of a month's record says: the difference it makes, and what it was made of."""

from dataclasses import dataclass
from datetime import date

from roster.domain.worked import Difference


@dataclass(frozen=True, slots=True)
class MadeOf:
    """A version that was in use from ``first`` through ``last`` of the month."""

    version: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Closing:
    """``month``: its first day. ``sheets``: timesheets the rows are from, empty where they are from the plan.

    ``said``: the exceptions as they were typed; ``why``: what somebody wrote about it.
    """

    month: date
    found: Difference
    made_of: tuple[MadeOf, ...] = ()
    sheets: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    why: str = ""
