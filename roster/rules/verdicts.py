"""How a measure is weighed against a number in force: the three grounds, the clock, and the other reading.

Within what is signed: in order. Within what is only intended, or what this employer could agree on: needs the
agreement. Beyond: breach. An excess that vanishes by the clock (D9), and one that only another reading of the cut
sees (D10), are to be considered.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from roster.domain.brief import Brief
from roster.domain.finding import Finding, Owed, Source, Unit, Verdict
from roster.domain.spans import Span
from roster.rules.in_force import Ground, changing, stretch_of
from roster.rules.numbers import in_household
from roster.rules.terms import Terms, terms

UNSIGNED = "unsigned"
BY_CLOCK = "clock"
BY_SPLIT = "week_cut"
ROLLING = "rolling"
BEFORE = "before"


@dataclass(frozen=True, slots=True)
class Three:
    """A number on each of the three grounds."""

    signed: Owed
    in_use: Owed
    reach: Owed

    def more(self, minutes: int) -> "Three":
        """The same numbers with so many minutes on top."""
        return Three(*(_more(one, minutes) for one in (self.signed, self.in_use, self.reach))) if minutes else self


def _more(owed: Owed, minutes: int) -> Owed:
    return Owed(owed.amount + minutes, owed.basis, owed.could, owed.unsigned, owed.assumes)


def three(brief: Brief, who: str, pick: Callable[[Terms], Owed], on: date | None = None) -> Three:
    """A number for the plan, or ``on`` one day of it."""
    return Three(*(pick(terms(brief, who, ground, on)) for ground in (Ground.SIGNED, Ground.IN_USE, Ground.REACH)))


def by_day(brief: Brief, who: str, pick: Callable[[Terms], Owed]) -> Callable[[date | None], Three]:
    """The number on any day of the plan, picked once for each stretch of days on which the same agreements hold."""
    if not changing(brief):
        always = three(brief, who, pick)
        return lambda _: always
    by_stretch: dict[int | None, Three] = {}

    def on(day: date | None) -> Three:
        stretch = stretch_of(brief, day)
        known = by_stretch.get(stretch)
        if known is None:
            known = by_stretch[stretch] = three(brief, who, pick, day)
        return known

    return on


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict with the number it was held against, and in a word why it is not simply in order or a breach."""

    verdict: Verdict
    owed: Owed
    why: str = ""


def at_most(
    measured: int, owed: Three, times: int = 1, by_clock: int | None = None, by_split: int | None = None
) -> Judged:
    """Whether the measure keeps within ``times`` the number; ``by_clock`` and ``by_split`` are other measures of it."""
    if measured <= owed.signed.amount * times:
        if by_split is not None and by_split > owed.in_use.amount * times:
            return Judged(Verdict.CONSIDER, owed.in_use, BY_SPLIT)
        return Judged(Verdict.OK, owed.signed)
    if measured <= owed.in_use.amount * times:
        return Judged(Verdict.NEEDS_AGREEMENT, owed.in_use, UNSIGNED)
    if by_clock is not None and by_clock <= owed.in_use.amount * times:
        return Judged(Verdict.CONSIDER, owed.in_use, BY_CLOCK)
    if min(measured, measured if by_clock is None else by_clock) <= owed.reach.amount * times:
        return Judged(Verdict.NEEDS_AGREEMENT, owed.in_use)
    return Judged(Verdict.BREACH, owed.in_use)


def at_least(measured: int, owed: Three, by_clock: int | None = None) -> Judged:
    """Whether the measure reaches the number."""
    if measured >= owed.signed.amount:
        return Judged(Verdict.OK, owed.signed)
    if measured >= owed.in_use.amount:
        return Judged(Verdict.NEEDS_AGREEMENT, owed.in_use, UNSIGNED)
    if by_clock is not None and by_clock >= owed.in_use.amount:
        return Judged(Verdict.CONSIDER, owed.in_use, BY_CLOCK)
    if max(measured, measured if by_clock is None else by_clock) >= owed.reach.amount:
        return Judged(Verdict.NEEDS_AGREEMENT, owed.in_use)
    return Judged(Verdict.BREACH, owed.in_use)


def _could(judged: Judged) -> tuple[str, ...]:
    """What would make it lawful; after a breach not what this employer could agree on, for that is not enough."""
    if judged.verdict is not Verdict.BREACH:
        return judged.owed.could
    return tuple(one for one in judged.owed.could if not one.endswith(_WITHIN_REACH))


_WITHIN_REACH = ("med den enkelte", "med tillitsvalgte")


def found(
    rule: str,
    source: Source,
    judged: Judged,
    who: str | None,
    span: Span | None,
    *,
    measured: int | None,
    unit: Unit = Unit.MINUTES,
    before: bool = False,
    **facts: str | int,
) -> Finding:
    """The finding of a judged measure; what could give more is named only where more is needed."""
    if judged.why:
        facts["why"] = judged.why
    if judged.owed.unsigned and judged.why == UNSIGNED:
        facts["agreement"] = ", ".join(judged.owed.unsigned)
    read = in_household(source.paragraph)
    if read is not None and read.paragraph in judged.owed.basis:
        source = read
    enough = judged.verdict in (Verdict.OK, Verdict.CONSIDER) or judged.why == UNSIGNED
    return Finding(
        rule,
        judged.verdict,
        who,
        span,
        measured,
        judged.owed.amount,
        unit,
        source,
        judged.owed.basis,
        () if enough else _could(judged),
        judged.owed.assumes,
        facts,
        before,
    )
