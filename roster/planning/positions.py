"""Permanent positions from need, rules and agreements: several answers, each proven by a lawful turnus.

Bigger positions, fewer weekends and fewer hours to vikar pull against each other, so there is no best answer: there
are some that a person can choose between.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction

from roster.domain.brief import Brief
from roster.domain.frame import frame_of
from roster.domain.kinds import WhenShort
from roster.planning.forecast import forecast
from roster.planning.position_dates import lawful_on_dates
from roster.planning.position_proof import Answer, Lawful, prove
from roster.planning.position_sizes import Bounds, Guess, Load, guesses, load_of, next_guess
from roster.planning.result import Stop

LEAST_SECONDS = 5.0
"""Seconds for a turnus at the least, however many guesses came before it."""


FOR_DATES = 0.15
"""Part of the time that is kept for trying the answers on their dates, and the most that goes to each."""

LEAST_FOR_DATES = 2.0
"""Seconds to try each answer on its dates at the least."""

MAY_FAIL = 2
"""So many guesses may fail before there is less time for each of the others."""


@dataclass(frozen=True, slots=True)
class Staffing:
    """The answers, the biggest positions first. ``unproven`` were tried, and no lawful turnus was found in time.

    ``over``: minutes a week that the need draws beyond the vedtak; then nothing was tried.
    """

    load: Load
    answers: tuple[Answer, ...]
    unproven: tuple[Guess, ...]
    over: Fraction
    seconds: float
    first_seconds: float | None


def positions(
    brief: Brief,
    bounds: Bounds,
    lawful: Lawful,
    *,
    count: int,
    seconds: float,
    seed: int = 0,
    workers: int | None = None,
    on_answer: Callable[[int], None] | None = None,
    stop: Stop | None = None,
    first: bool = False,
) -> Staffing:
    """At most ``count`` answers in about so many seconds; those found stand when somebody asks for an end.

    ``on_answer`` is told how many there are. ``first``: the first turnus that proves an answer is not made better, nor
    changed for its dates.
    """
    began = time.monotonic()
    whole, seconds = seconds, seconds * (1 - FOR_DATES)
    load = load_of(frame_of(brief))
    over = _over(brief)
    answers: list[Answer] = []
    unproven: list[Guess] = []
    first_seconds: float | None = None
    left = [] if over > 0 else list(guesses(brief, load, bounds))
    taken: list[Guess] = []
    while len(answers) < count and (guess := next_guess(left, taken)) is not None:
        remaining = seconds - (time.monotonic() - began)
        if remaining <= 0 or (stop is not None and stop()):
            break
        left.remove(guess)
        # Some guesses fail, and then there is to be time for others.
        each = max(LEAST_SECONDS, min(remaining / (count - len(answers)), seconds / (count + MAY_FAIL)))
        found = prove(
            brief, guess, bounds.keep, lawful, seconds=each, seed=seed, workers=workers, stop=stop, first=first
        )
        if found is None:
            unproven.append(guess)
            continue
        first_seconds = first_seconds or time.monotonic() - began
        taken.append(guess)
        if any(_beats(other, found) for other in answers):
            continue
        answers = [one for one in answers if not _beats(found, one)] + [found]
        if on_answer is not None:
            on_answer(len(answers))
    ordered = sorted(answers, key=lambda one: (len(one.new), one.every, one.substitute))
    for number, one in enumerate(ordered):
        spare = (whole - (time.monotonic() - began)) / (len(ordered) - number)
        share = 0.0 if first else max(LEAST_FOR_DATES, min(spare, whole * FOR_DATES))
        dated = lawful_on_dates(one.roster, lawful, seconds=share, seed=seed, workers=workers, stop=stop)
        ordered[number] = replace(one, dated=dated)
    return Staffing(load, tuple(ordered), tuple(unproven), over, time.monotonic() - began, first_seconds)


def _beats(one: Answer, other: Answer) -> bool:
    """No smaller positions, no more weekends and no more to vikar, and better in one of them."""
    marks = [(each.mean, each.every, -each.substitute) for each in (one, other)]
    return marks[0] != marks[1] and all(a >= b for a, b in zip(*marks, strict=True))


def _over(brief: Brief) -> Fraction:
    """Minutes a week of need beyond the vedtak, where the brief does not say that it may be exceeded (D30)."""
    known = forecast(brief)
    if known.granted is None or brief.vedtak.when_short is WhenShort.EXCEED:
        return Fraction(0)
    return max(Fraction(0), known.granted_need - known.granted)
