"""Unsplit periods of work: shifts that begin the moment another ends, over which breaks are counted (§ 10-9)."""

from collections.abc import Callable, Iterable, Iterator

from roster.domain.frame import Frame
from roster.domain.kept import Kept
from roster.domain.roster import Part, Roster, Work
from roster.domain.shift import Shift
from roster.rules.apart import Stretchwise
from roster.rules.asking import mine, with_past
from solver.problem import AnyOf, Limit, Occasions

Period = tuple[Shift, ...]


def periods(roster: Roster, who: str) -> Iterator[Period]:
    """The assistant's unsplit periods that lie in the plan at least in part, in order.

    In a cycle, those that begin in it; shifts that overlap are one period, too.
    """
    frame, cyclic = roster.frame, roster.frame.cyclic
    for period in pieces(roster, who):
        first = period[0]
        if cyclic and not frame.span.start <= first.span.start < frame.span.end:
            continue
        if first.part is Part.PLAN or any(one.part is Part.PLAN for one in period):
            yield tuple([one.shift for one in period])


def pieces(roster: Roster, who: str) -> tuple[list[Work], ...]:
    """The assistant's timeline in pieces of work that touch or overlap."""
    return _PIECES.of(roster, who, lambda: _pieces(roster, who))


def _pieces(roster: Roster, who: str) -> tuple[list[Work], ...]:
    by_stretch = PIECES.of(roster, who)
    if by_stretch is None:
        return tuple(touching(roster.timeline(who)))
    return tuple([piece for some in by_stretch for piece in some])


_PIECES: Kept[tuple[list[Work], ...]] = Kept()


def touching(line: Iterable[Work]) -> Iterator[list[Work]]:
    """A sorted timeline in pieces, those together that touch or overlap."""
    period: list[Work] = []
    ends = 0
    for one in line:
        span = one.shift.span
        if not period:
            period, ends = [one], span.end
        elif span.start > ends:
            yield period
            period, ends = [one], span.end
        else:
            period.append(one)
            ends = max(ends, span.end)
    if period:
        yield period


PIECES = Stretchwise[tuple[list[Work], ...]](lambda _, __, line: tuple(touching(line)))
"""The pieces of each stretch of weeks."""


def no_period(
    frame: Frame, who: str, wrong: Callable[[Period], bool], enough: Callable[[Period], bool], why: str
) -> Iterator[Limit]:
    """Limits that hold just when no unsplit period with recorded breaks is wrong.

    A period is wrong as a whole: its shifts may be worked with less, or with one that touches it. One that has
    ``enough`` is not wrong, and no longer one is: round the clock there is no end to those.
    """
    if all(one.breaks is None for one in frame.shifts):
        return
    every = mine(frame, who)
    planned = {one.id for one in every}
    for chain in _chains(frame, who, enough):
        if not any(one.id in planned for one in chain) or not wrong(chain):
            continue
        fewer = Occasions(who, tuple((one.id,) for one in chain), why, most=len(chain) - 1)
        beside = tuple((one.id,) for one in _touching(frame, with_past(frame, who), chain))
        yield AnyOf((fewer, Occasions(who, beside, why, least=1)), why) if beside else fewer


def _chains(frame: Frame, who: str, enough: Callable[[Period], bool]) -> Iterator[Period]:
    """Every row of shifts with recorded breaks, not yet enough, in which each begins when the one before it ends."""
    recorded = [one for one in with_past(frame, who) if one.breaks is not None]
    starts: dict[int, list[Shift]] = {}
    for one in recorded:
        starts.setdefault(_round(frame, one.span.start), []).append(one)
    open_: list[Period] = [(one,) for one in recorded]
    while open_:
        chain = open_.pop()
        if enough(chain):
            continue
        yield chain
        open_ += [
            (*chain, one) for one in starts.get(_round(frame, chain[-1].span.end), ()) if one.id not in _ids(chain)
        ]


def _touching(frame: Frame, shifts: tuple[Shift, ...], chain: Period) -> Iterator[Shift]:
    begins, ends = _round(frame, chain[0].span.start), _round(frame, chain[-1].span.end)
    for one in shifts:
        touches = _round(frame, one.span.end) == begins or _round(frame, one.span.start) == ends
        if touches and one.id not in _ids(chain):
            yield one


def _ids(chain: Period) -> frozenset[str]:
    return frozenset(one.id for one in chain)


def _round(frame: Frame, minute: int) -> int:
    """The minute, in a cycle that of its first turn."""
    return (minute - frame.span.start) % frame.span.minutes if frame.cyclic else minute
