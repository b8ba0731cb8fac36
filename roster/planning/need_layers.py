"""The need by the clock as the solver asks for it: on a grid of quarters, help with kinds of its own apart."""

from dataclasses import dataclass

from roster.domain.needs import ClockNeed, Help, Needs
from roster.domain.spans import DAY, HOUR
from roster.planning.needs import own_lines
from roster.planning.shift_lengths import STEP, Lawful
from solver.covering.clock import Clock, Held

STEPS = DAY // STEP
"""Quarters of a day."""
_NIGHT = frozenset(at for at in range(STEPS) if not 6 * HOUR <= at * STEP <= 23 * HOUR)
"""Nobody wants to come or go after 23 and before 6 where another time is as good."""


@dataclass(frozen=True, slots=True)
class TooLong:
    """A resting night that may not be one shift: its minutes, the most there may be, and who could allow more."""

    minutes: int
    most: int
    could: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Layer:
    """Help that shares its kinds; ``line`` is the one of the vedtak that it is charged to, None: any."""

    clock: Clock
    line: str | None


ByLine = dict[str | None, list[ClockNeed]]


def by_line(needs: Needs) -> ByLine:
    """The rows by the line of the vedtak that is theirs alone; None: those that have none."""
    found: ByLine = {}
    for one in needs.clock:
        own = own_lines(needs, one.help)
        found.setdefault(own[0].id if own else None, []).append(one)
    return found


def shortest(needs: Needs, of_lines: ByLine) -> int:
    """Minutes of the shortest stretch for which as many are needed, in any layer; a whole day where there is none."""
    least = STEPS
    for rows in of_lines.values():
        need = [many for day in _need(needs, rows) for many in day]
        for level in set(need) - {0}:
            gaps = [at for at, many in enumerate(need) if many < level]
            runs = [(after - at - 1) % len(need) for at, after in zip(gaps, [*gaps[1:], *gaps[:1]], strict=True)]
            least = min([least, *(run for run in runs if run)])
    return least * STEP


def layers(needs: Needs, of_lines: ByLine, lengths: Lawful) -> list[Layer] | TooLong:
    made = []
    for line, rows in of_lines.items():
        alone = line is not None
        held = _held(needs, rows, lengths, alone)
        if isinstance(held, TooLong):
            return held
        need = _need(needs, rows)
        if held or any(map(any, need)):
            made.append(Layer(Clock(need, lengths.least // STEP, lengths.most // STEP, held, _NIGHT), line))
    return made


def _need(needs: Needs, rows: list[ClockNeed]) -> tuple[tuple[int, ...], ...]:
    """How many are needed awake in each quarter of each day; a quarter that is touched is needed."""
    size = needs.weeks * 7 * STEPS
    one, two = [0] * size, [0] * size
    for row in rows:
        if row.help is Help.RESTING_NIGHT:
            continue
        into = two if row.help is Help.TWO_AT_ONCE else one
        for span in needs.spans(row):
            for at in range(span.start // STEP, -(-span.end // STEP)):
                into[at % size] = 1
    both = [a + b for a, b in zip(one, two, strict=True)]
    return tuple(tuple(both[at : at + STEPS]) for at in range(0, size, STEPS))


def _held(needs: Needs, rows: list[ClockNeed], lengths: Lawful, alone: bool) -> tuple[Held, ...] | TooLong:
    """A shift for each resting night by its hours; where it has a line of its own, it holds nothing else."""
    days: dict[tuple[int, int], set[int]] = {}
    for row in rows:
        if row.help is Help.RESTING_NIGHT and row.counted:
            start, end = row.start // STEP, -(-(row.start + row.counted) // STEP)
            for span in needs.spans(row):
                days.setdefault((start, end), set()).add(span.start // DAY)
    held = []
    for (start, end), on in sorted(days.items()):
        minutes = (end - start) * STEP
        most = lengths.most_resting(minutes) // STEP
        if most < end - start:
            return TooLong(minutes, most * STEP, lengths.day.could)
        held.append(Held(start, end, frozenset(on), end - start if alone else most))
    return tuple(held)
