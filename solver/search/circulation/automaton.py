"""What must be remembered of the days so far to know which symbols may follow."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import product

from solver.search.circulation.line import Line, Run

MOST = 20_000
"""States beyond which a line is left to other ways of looking."""

_State = tuple[tuple[int, ...], int]
"""How long each run is, as far as it matters, and the bans that are under way."""


@dataclass(frozen=True, slots=True)
class Automaton:
    """``after[state][symbol]`` is the next state; a word that wraps round is legal if it leads some state round."""

    after: tuple[dict[int, int], ...]


def automaton_of(line: Line) -> Automaton | None:
    """The fewest states that tell legal words from others; None where there are too many."""
    reader = _Reader(line)
    known = reader.starts()
    if known is None:
        return None
    after: dict[_State, dict[int, _State]] = {}
    waiting = list(known)
    while waiting:
        state = waiting.pop()
        if state in after:
            continue
        if len(after) >= MOST:
            return None
        after[state] = reader.after(state)
        waiting.extend(after[state].values())
    return Automaton(_merged(_lasting(after)))


class _Reader:
    """Reads a word symbol by symbol and notices what breaks a run or a ban."""

    def __init__(self, line: Line) -> None:
        self._symbols = line.symbols
        self._runs = line.runs
        self._begins = 0
        self._ends = 0
        self._fits = [0 for _ in line.symbols]
        bit = 1
        for ban in line.bans:
            self._begins |= bit
            for allowed in ban:
                for symbol in allowed:
                    self._fits[symbol] |= bit
                last, bit = bit, bit << 1
            self._ends |= last

    def starts(self) -> set[_State] | None:
        """All that could be remembered on a first day, with runs of any length and no ban under way."""
        found: set[_State] = set()
        for symbol in self._symbols:
            bans = self._begins & self._fits[symbol]
            lengths = [range(1, _cap(run) + 1) if symbol in run.symbols else (0,) for run in self._runs]
            size = 1
            for one in lengths:
                size *= len(one)
            if size > MOST:
                return None
            if not bans & self._ends:
                found |= {(one, bans) for one in product(*lengths)}
        return found

    def after(self, state: _State) -> dict[int, _State]:
        lengths, bans = state
        found: dict[int, _State] = {}
        for symbol in self._symbols:
            under_way = ((bans << 1) | self._begins) & self._fits[symbol]
            if not under_way & self._ends:
                longer = _longer(self._runs, lengths, symbol)
                if longer is not None:
                    found[symbol] = (longer, under_way)
        return found


def _cap(run: Run) -> int:
    """The longest that runs are told apart; more would be too long, or makes no difference."""
    return max(run.least, 1) if run.most is None else run.most


def _longer(runs: tuple[Run, ...], lengths: tuple[int, ...], symbol: int) -> tuple[int, ...] | None:
    found = []
    for run, length in zip(runs, lengths, strict=True):
        if symbol not in run.symbols:
            if 0 < length < run.least:
                return None
            found.append(0)
        elif run.most is not None and length >= run.most:
            return None
        else:
            found.append(min(length + 1, _cap(run)))
    return tuple(found)


def _lasting(after: dict[_State, dict[int, _State]]) -> dict[_State, dict[int, _State]]:
    """Without the states that no word comes back to, as far as is seen from one end or the other."""
    before: dict[_State, list[_State]] = defaultdict(list)
    for state, found in after.items():
        for other in found.values():
            before[other].append(state)
    ways_out = {state: len(found) for state, found in after.items()}
    ways_in = {state: len(before[state]) for state in after}
    gone: set[_State] = set()
    waiting = [state for state in after if not ways_out[state] or not ways_in[state]]
    while waiting:
        state = waiting.pop()
        if state in gone:
            continue
        gone.add(state)
        for other in after[state].values():
            ways_in[other] -= 1
            if not ways_in[other]:
                waiting.append(other)
        for other in before[state]:
            ways_out[other] -= 1
            if not ways_out[other]:
                waiting.append(other)
    return {
        state: {symbol: other for symbol, other in found.items() if other not in gone}
        for state, found in after.items()
        if state not in gone
    }


def _merged(after: dict[_State, dict[int, _State]]) -> tuple[dict[int, int], ...]:
    """States from which the same words follow as one."""
    kind = dict.fromkeys(after, 0)
    count = min(1, len(after))
    while True:
        names: dict[tuple[object, ...], int] = {}
        finer = {
            state: names.setdefault(
                (kind[state], *((symbol, kind[other]) for symbol, other in found.items())), len(names)
            )
            for state, found in after.items()
        }
        if len(names) == count:
            break
        kind, count = finer, len(names)
    merged: list[dict[int, int]] = [{} for _ in range(count)]
    for state, found in after.items():
        merged[kind[state]] = {symbol: kind[other] for symbol, other in found.items()}
    return tuple(merged)
