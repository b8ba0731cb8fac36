"""From one day to the next: what must be remembered, and what each way to spend the day makes of it."""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from solver.search.lines.groups import Groups
from solver.search.lines.runs import Run, Running

Ints: TypeAlias = npt.NDArray[np.int64]
Kind: TypeAlias = Run | Groups
Letter: TypeAlias = tuple[int, tuple[int, ...], tuple[bool, ...]]
"""A day as the memory sees it: which letters may follow, what each kind is shown, and which occasions are worked."""
State: TypeAlias = tuple[int, tuple[Running, ...], tuple[bool, ...]]
"""The letters allowed next, the run or group under way of each kind, and whether an occasion under way is worked."""


@dataclass(frozen=True, slots=True)
class Step:
    """One day: from each state by each letter to a state of the next day, with its points and occasions begun."""

    source: Ints
    target: Ints
    letter: Ints
    cost: Ints
    begun: Ints
    states: tuple[State, ...]


def step_of(
    kinds: tuple[Kind, ...], states: tuple[State, ...], letters: tuple[Letter, ...], ends: tuple[bool, ...]
) -> Step:
    """All that one day can bring; an occasion counts on the first of its days that is worked."""
    reached: dict[State, int] = {}
    arcs: list[tuple[int, int, int, int]] = []
    begun: list[tuple[bool, ...]] = []
    for state_at, (allowed, running, under_way) in enumerate(states):
        for letter_at, (following, shown, hits) in enumerate(letters):
            if not allowed >> letter_at & 1:
                continue
            after = _after(kinds, running, shown)
            if after is None:
                continue
            still = tuple((was or hit) and not end for was, hit, end in zip(under_way, hits, ends, strict=True))
            state = (following, after[0], still)
            arcs.append((state_at, reached.setdefault(state, len(reached)), letter_at, after[1]))
            begun.append(tuple(hit and not was for was, hit in zip(under_way, hits, strict=True)))
    source, target, letter, cost = np.array(arcs, dtype=np.int64).reshape(-1, 4).T
    return Step(
        source, target, letter, cost, np.array(begun, dtype=np.int64).reshape(len(arcs), len(ends)), tuple(reached)
    )


def _after(
    kinds: tuple[Kind, ...], running: tuple[Running, ...], shown: tuple[int, ...]
) -> tuple[tuple[Running, ...], int] | None:
    points = 0
    after = []
    for kind, one, seen in zip(kinds, running, shown, strict=True):
        stepped = kind.step(one, seen)
        if stepped is None:
            return None
        after.append(stepped[0])
        points += stepped[1]
    return tuple(after), points
