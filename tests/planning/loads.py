"""Rosters of so many minutes a day or a week: what the tests at the edges make longer minute by minute."""

from collections.abc import Callable, Sequence
from decimal import Decimal

import pytest

from roster.domain.help_needed import Part, ShiftKind
from roster.domain.kinds import Sort
from roster.domain.roster import Roster
from tests.rules.builders import roster_of

HOUR = 60
MUCH = {"kari": {"percent": Decimal(300)}}
FORMS = pytest.mark.parametrize("cycle", [False, True], ids=["calendar", "cycle"])


def shift(start: int, length: int) -> str:
    """The token of a shift from so many minutes past midnight."""
    end = (start + length) % 1440
    return f"{start // 60:02}.{start % 60:02}-{end // 60:02}.{end % 60:02}"


def week_of(minutes: int, sunday: str = "-", start: int = 7 * HOUR) -> list[str]:
    """A week with so much work from Monday to Saturday, and what there is on its Sunday."""
    each, more = divmod(minutes, 6)
    return [shift(start, each + (day < more)) if each + (day < more) else "-" for day in range(6)] + [sunday]


def weeks_of(loads: Sequence[int], sundays: Sequence[int] = (), sunday: str = "12-13") -> str:
    """Weeks of so many minutes each, besides those of the Sundays worked, counted from 0."""
    return " ".join(token for at, load in enumerate(loads) for token in week_of(load, sunday if at in sundays else "-"))


def kari(line: str, **more: object) -> Roster:
    return roster_of(kari=line, people=MUCH, **more)  # type: ignore[arg-type]


def longer(loads: Sequence[int], at: int, **more: object) -> Callable[[int], Roster]:
    """Weeks of so many hours, one of them by so many minutes longer."""
    return lambda by: kari(weeks_of([60 * one + by * (at == number) for number, one in enumerate(loads)]), **more)


THREE = (
    ShiftKind("D", "D", 8 * HOUR, 8 * HOUR, Sort.DAY),
    ShiftKind("K", "K", 15 * HOUR, 7 * HOUR, Sort.EVENING),
    ShiftKind("Q", "Q", 15 * HOUR, 75, Sort.EVENING),
    ShiftKind("N", "N", 22 * HOUR, 8 * HOUR, Sort.NIGHT),
)


def edges(*hours: float) -> list[int]:
    """So many hours in minutes, and a minute more."""
    return [int(one * 60) + by for one in hours for by in (0, 1)]


def resting(code: str, start: int, length: int, rest: int) -> ShiftKind:
    """Declared passive duty of which the first minutes are rest."""
    return ShiftKind(code, code, start, length, Sort.RESTING_NIGHT, (Part(0, rest),), "Brukeren sover")
