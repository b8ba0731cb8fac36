"""Which agreements widen the law for an assistant on a day, and from which days others do (D4-D6).

Three grounds: what is signed, what the brief lets the planner rest on (signed or intended), and the furthest
this employer could agree on. A measure within the first is in order; within the second it needs the signature;
within the third it needs an agreement; beyond it is a breach (D1, D5).
"""

from bisect import bisect_right
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from roster.domain.brief import Agreement, Brief
from roster.domain.kept import Kept
from roster.domain.kinds import Employer, Party, Tariff
from roster.rules.agreements import MATRIX, changes_inside, covers, flaws, turning_days, turns_after


class Ground(StrEnum):
    """Which agreements are reckoned with."""

    SIGNED = "signed"
    IN_USE = "in use"
    REACH = "reach"


def in_force(brief: Brief, who: str, ground: Ground, on: date | None = None) -> tuple[Agreement, ...]:
    """The agreements that widen the law for the assistant on that ground, in the brief's order."""
    return agreed(brief).in_force(who, ground, on)


def changing(brief: Brief) -> bool:
    """Some agreement begins or ends inside the plan, so that it matters which day of it is asked about."""
    return agreed(brief).changing


def turning(brief: Brief) -> bool:
    """Some does so inside it or just after it, where a night of its last day may lie."""
    return bool(agreed(brief).turns)


def stretch_of(brief: Brief, on: date | None) -> int | None:
    """A number for the days around ``on`` on which the same agreements hold; None where no day differs, or is asked."""
    return agreed(brief).of(on)


class Agreed:
    """What is in force in one brief, by the stretches of days between which no agreement begins or ends.

    Asked of no day it is what is in force through the whole plan, and so it is on all its days where none turns inside.
    """

    def __init__(self, brief: Brief) -> None:
        self.brief = brief
        self.changing = changes_inside(brief)
        self.turns = turning_days(brief) if self.changing else turns_after(brief)
        self._whole: dict[int | None, tuple[Agreement, ...]] = {}
        self._forces: dict[tuple[str, Ground, int | None], tuple[Agreement, ...]] = {}

    def of(self, on: date | None) -> int | None:
        """The number of the stretch of that day; None where no day differs, or is asked."""
        if not self.turns or on is None:
            return None
        at = bisect_right(self.turns, on)
        return at if self.changing else at or None

    def in_force(self, who: str, ground: Ground, on: date | None) -> tuple[Agreement, ...]:
        """Those that cover the assistant."""
        key = (who, ground, self.of(on))
        known = self._forces.get(key)
        if known is None:
            on_record = tuple(
                one
                for one in self._flawless(on)
                if covers(one, who) and (one.signed is not None or (ground is not Ground.SIGNED and one.use_unsigned))
            )
            known = self._forces[key] = (*on_record, *self._reachable) if ground is Ground.REACH else on_record
        return known

    def _flawless(self, on: date | None) -> tuple[Agreement, ...]:
        stretch = self.of(on)
        known = self._whole.get(stretch)
        if known is None:
            day = None if stretch is None else on
            whole = tuple(one for one in self.brief.agreements if not any(flaws(self.brief, one, day)))
            known = self._whole[stretch] = whole
        return known

    @cached_property
    def _reachable(self) -> tuple[Agreement, ...]:
        return _reachable(self.brief)


def agreed(brief: Brief) -> Agreed:
    """The same each time, as long as few other briefs are asked about."""
    return _KEPT.of(brief, None, lambda: Agreed(brief))


_KEPT: Kept[Agreed] = Kept(16)


def _reachable(brief: Brief) -> tuple[Agreement, ...]:
    """What this employer could agree on, to the full; unions and the authority left out (D1)."""
    on = brief.period.start
    bound = brief.arrangement.tariff is not Tariff.NONE and brief.arrangement.employer is not Employer.PRIVATPERSON
    return tuple(
        Agreement(
            "",
            paragraph,
            allowed.party,
            {name: Decimal(number.on(on)) / 60 for name, number in (*allowed.most.items(), *allowed.least.items())},
            averaging_weeks=allowed.weeks.on(on) if allowed.weeks else None,
            signed=on,
            compensating_rest=True,
        )
        for paragraph, allowed in MATRIX.items()
        if allowed.party in (Party.INDIVIDUAL, Party.REPS) and (bound or not allowed.tariff)
    )
