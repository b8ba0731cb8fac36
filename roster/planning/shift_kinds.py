"""From a need by the clock to kinds of shift that cover it: for each number of kinds the ones with the least waste.

Help that the vedtak has lines of its own for gets kinds of its own, so that their hours fit those lines; all other
help is one need, in which two at once are two. A resting night is one shift that may hold what is needed about it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from roster.domain.days import WeekRule, When
from roster.domain.help_needed import Need, Part, ShiftKind
from roster.domain.kinds import Sort
from roster.domain.needs import Needs
from roster.domain.shift import less_paid
from roster.domain.spans import DAY, HOUR
from roster.planning.kinds_shared import Shared, Tries, least_shared
from roster.planning.need_layers import STEPS, Layer, TooLong, by_line, layers, shortest
from roster.planning.result import Stop
from roster.planning.shift_lengths import STEP, Lawful, breaks_of, lawful, may_be_split
from roster.wording.needs_said import CODES, PASSIVE_BECAUSE
from solver.covering.clock import NoCovering, Piece

MOST_KINDS = 6
"""As many kinds as are tried where the user names no number."""
_NIGHT = (22 * HOUR, 31 * HOUR)
"""Kinds with most of their time from 22 to 07 are called nights."""
_ROUND = 20 * HOUR
_GOOD = Fraction(105, 100)
"""A proposal with so much more than the need is still a good one."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Kinds of shift that cover the need, with the days on which they are needed.

    Minutes a week on average: ``covered`` by shifts, no fewer than ``bound`` with as few kinds, ``charged`` to the
    vedtak. ``split``: codes of two kinds that one assistant may have on the same day.
    """

    kinds: tuple[ShiftKind, ...]
    needs: tuple[Need, ...]
    covered: Fraction
    bound: Fraction
    charged: Fraction
    shifts: Fraction
    split: tuple[tuple[str, str], ...]

    @property
    def number(self) -> int:
        return len(self.kinds)


@dataclass(frozen=True, slots=True)
class Proposals:
    """``needed`` minutes a week on the grid of quarters, ``rounded`` up from what was asked; the best of ``found``.

    ``too_few``: so many kinds are proved not to do. ``unsettled``: numbers for which none was found in time.
    """

    needed: Fraction
    rounded: bool
    lengths: Lawful
    found: tuple[Proposal, ...]
    too_few: int
    unsettled: tuple[int, ...]
    best: Proposal | None


def proposals(
    needs: Needs,
    *,
    seconds: float,
    most_kinds: int = MOST_KINDS,
    workers: int = 8,
    seed: int = 0,
    stop: Stop,
    to_use: Fraction | None = None,
    tell: Callable[[int], None] = lambda number: None,
) -> Proposals | TooLong:
    """A proposal for each number of kinds up to the most, in so many seconds each; more kinds only where they gain.

    ``to_use``: charged minutes a week that the vedtak has, which weigh in which is best.
    """
    of_lines = by_line(needs)
    lengths = lawful(needs, shortest(needs, of_lines))
    parts = layers(needs, of_lines, lengths)
    if isinstance(parts, TooLong):
        return parts
    tries = [Tries(one, seconds / len(parts), workers, seed, stop) for one in parts]
    found: list[Proposal] = []
    unsettled: list[int] = []
    held = sum(len(one.clock.held) for one in parts)
    first = held + sum(one.least for one in tries)
    too_few = first - 1
    for number in range(max(1, first), max(most_kinds, first) + 1):
        tell(number)
        shared, bound = least_shared(tries, number - held)
        if isinstance(shared, NoCovering):
            if shared.proven:
                too_few = number
            else:
                unsettled.append(number)
        elif not found or shared.total * STEP < found[-1].covered * needs.weeks:
            found.append(_proposal(needs, parts, shared, bound, lengths))
        if stop() or (found and all(one.finished for one in tries)):
            break
    needed = Fraction(sum(one.clock.needed for one in parts) * STEP, needs.weeks)
    rounded = needed != needs.week_minutes()
    return Proposals(needed, rounded, lengths, tuple(found), too_few, tuple(unsettled), _best(found, needed, to_use))


def _best(found: list[Proposal], needed: Fraction, to_use: Fraction | None) -> Proposal | None:
    """The fewest kinds with little waste that keep within the vedtak; else those with the least waste."""
    if not found:
        return None
    least = found[-1]
    room = max(to_use, least.charged) if to_use is not None else None
    for one in found:
        if one.covered <= needed * _GOOD and (room is None or one.charged <= room):
            return one
    return least


# -- to kinds of shift -----------------------------------------------------------------------------------


def _proposal(needs: Needs, parted: list[Layer], shared: Shared, bound: int, lengths: Lawful) -> Proposal:
    pieces = [(piece, layer) for layer, part in zip(parted, shared.parts, strict=True) for piece in part.pieces]
    pieces.sort(key=lambda one: ((one[0].start - 5 * HOUR // STEP) % STEPS, one[0].length))
    kinds, rows = [], []
    codes: dict[str, int] = {}
    for piece, layer in pieces:
        sort = _sort(piece)
        letter, name = CODES[sort]
        codes[letter] = codes.get(letter, 0) + 1
        many = sum(_sort(other) is sort for other, _ in pieces) > 1
        code = f"{letter}{codes[letter]}" if many else letter
        kinds.append(_kind(piece, code, f"{name} {codes[letter]}" if many else name, sort, lengths))
        rows += [replace(one, line=layer.line) for one in _rows(code, piece)]
    weeks = needs.weeks
    per_hour = needs.settings.resting_granted
    charged = sum(
        sum(piece.on) * (kind.length - less_paid(sum(part.end - part.start for part in kind.resting), per_hour))
        for kind, (piece, _) in zip(kinds, pieces, strict=True)
    )
    return Proposal(
        kinds=tuple(kinds),
        needs=tuple(rows),
        covered=Fraction(shared.total * STEP, weeks),
        bound=Fraction(bound * STEP, weeks),
        charged=Fraction(charged, weeks),
        shifts=Fraction(sum(sum(piece.on) for piece, _ in pieces), weeks),
        split=tuple(_split(needs, kinds, [piece for piece, _ in pieces], lengths)),
    )


def _sort(piece: Piece) -> Sort:
    start, length = piece.start * STEP, piece.length * STEP
    if piece.held is not None:
        return Sort.RESTING_NIGHT
    if length >= _ROUND:
        return Sort.ROUND
    night = sum(
        max(0, min(start + length, _NIGHT[1] + shift) - max(start, _NIGHT[0] + shift)) for shift in (-DAY, 0, DAY)
    )
    if night * 2 > length:
        return Sort.NIGHT
    return Sort.EVENING if start >= 12 * HOUR and start + length > 18 * HOUR else Sort.DAY


def _kind(piece: Piece, code: str, name: str, sort: Sort, lengths: Lawful) -> ShiftKind:
    start, length = piece.start * STEP, piece.length * STEP
    resting: tuple[Part, ...] = ()
    if piece.held is not None:
        begins = (piece.held.start * STEP - start) % DAY
        resting = (Part(begins, begins + (piece.held.end - piece.held.start) * STEP),)
    return ShiftKind(
        code,
        name,
        start,
        length,
        sort,
        resting,
        PASSIVE_BECAUSE if resting else None,
        breaks_of(start, length, lengths.on),
    )


def _rows(code: str, piece: Piece) -> Iterator[Need]:
    """The days of each count; weeks of odd and even number apart where they differ."""
    weeks = [piece.on[at : at + 7] for at in range(0, len(piece.on), 7)]
    alike = weeks if len(weeks) == 1 or weeks[0] != weeks[1] else weeks[:1]
    rules = [WeekRule.ALL] if len(alike) == 1 else [WeekRule.ODD, WeekRule.EVEN]
    for rule, week in zip(rules, alike, strict=True):
        for count in sorted(set(week) - {0}, reverse=True):
            days = frozenset(day for day, many in enumerate(week) if many == count)
            yield Need(code, When(days, rule), count)


def _split(needs: Needs, kinds: list[ShiftKind], pieces: list[Piece], lengths: Lawful) -> Iterator[tuple[str, str]]:
    if not needs.settings.split_days_per_week:
        return
    for at, one in enumerate(kinds):
        for other, piece in zip(kinds[at + 1 :], pieces[at + 1 :], strict=True):
            same_day = any(a and b for a, b in zip(pieces[at].on, piece.on, strict=True))
            if same_day and may_be_split(lengths.force, one, other):
                yield one.code, other.code
