"""Which way of looking comes when: small problems whole, large ones from a first roster part by part."""

import os
from collections.abc import Callable
from functools import lru_cache

from solver import judge
from solver.model import model_of
from solver.problem import Works
from solver.search.close import Closing
from solver.search.course import Course
from solver.search.fill import fill
from solver.search.firm import Firm
from solver.search.first import Builder
from solver.search.improve import improve
from solver.search.learn import Learner
from solver.search.lines.columns import Lines, lines_of
from solver.search.lines.greedy import PASSES
from solver.search.mend import Mending
from solver.search.neighbourhoods import Field
from solver.search.parts import Parts, Values
from solver.search.relaxed import Relaxed
from solver.search.run import run
from solver.search.softened import forgiven, softened
from solver.search.walk import walk
from solver.search.whole import whole

SMALL = 400
"""Choices up to which the whole model is tried at once, for a start."""
FEW = 600
"""Choices up to which the whole model soon answers what is asked of it."""
PATIENCE, SHORTER = 0.3, 0.12
"""Parts of the time without a cheaper roster after which the whole model is asked, the second where choices are few."""
FILL = 0.15
FIRM, FIRM_BESIDE = 0.1, 0.25
"""Parts of the time for asking whether all need can be filled, and whether all that weighs can be had at once,
where nothing else is done meanwhile and where it is."""
FILL_LEAST = 10.0
"""Seconds for the first of these, though at most half of all, however short the time: help comes first."""
RELAXED = 0.15
"""Part of the time for the bound of a linear program, at the most."""
LEARN = 0.4
"""Part of a deterministic effort for what lines can prove and find."""
HOPELESS = 0.1
"""A first roster is no longer mended breach by breach where there is no more hope than this."""
PORTFOLIO = 8
"""CP-SAT workers for the whole model: eight on two cores find more than two do, and prove far more."""


def freely(course: Course, *, workers: int | None, seed: int, start: Works | None) -> None:
    """Use all the time there is: the whole model first where that may be enough, then parts and whole in turn.

    Questions are asked only where no lines lead to a roster at once: they are good at need that can be filled, and
    a loss of half the time where it cannot.
    """
    threads = workers or min(8, os.cpu_count() or 1)
    portfolio = workers or max(PORTFOLIO, threads)
    total = min(course.left(), 600.0)
    eased = softened(course.problem)
    lines = _lines(course)
    if lines is not None and start is None:
        walk(course, lines, seed=seed)
    if len(course.model.variables) <= SMALL:
        whole(course, seconds=min(course.left(), 0.25 * total), workers=portfolio, seed=seed, hint=start)
    elif eased is not course.problem and start is None and course.best is None:
        seconds = min(course.left(), 0.15 * total)
        whole(course, seconds=seconds, workers=portfolio, seed=seed, any_will_do=True)
    walks = lines is not None and course.best is not None
    asks = start is None and len(course.model.variables) > SMALL and not walks
    if asks and not course.over():
        seconds = max(FILL * total, min(FILL_LEAST, 0.5 * total))
        fill(
            course, seconds=seconds, threads=threads, seed=seed,
            beside=lambda over, enough: _built(course, seed, over, enough),
        )  # fmt: skip
    if course.best is None and not course.over():
        _first(course, threads=threads, seed=seed, start=start)
    parts = course.parts
    learner = Learner(course, lines, asks=threads == 1, seed=seed) if lines is not None else None
    alone = threads == 1
    firm = Firm(course, seed=seed, asks=alone, seconds=(FIRM if alone else FIRM_BESIDE) * total) if asks else None
    relaxed = Relaxed(course, seconds=RELAXED * total, first=firm)
    patience = SHORTER if len(course.model.variables) <= FEW else PATIENCE
    closing = Closing(course, workers=portfolio)
    turn, values = 0, None
    while not course.over():
        values = _values(course, parts, values)
        if values is not None:
            values = improve(
                course, parts, values, threads=threads, seed=seed + turn, patience=patience * total,
                mends=learner is None, beside=learner or relaxed if turn == 0 else learner,
            )  # fmt: skip
        if not course.over():
            share = 0.35 if values is not None else 1.0
            seconds = max(1.0, share * course.left()) if course.left() < float("inf") else 0.3 * total * (turn + 1)
            closing.go_on(
                seconds=min(course.left(), seconds), seed=seed + turn, start=start,
                closed=learner.closed() if learner is not None else frozenset(),
            )  # fmt: skip
        turn += 1


def steadily(course: Course, *, effort: float, seed: int, start: Works | None) -> None:
    """Spend the deterministic effort with one worker, and never look at the clock."""
    left = effort
    never = float("inf")
    lines = _lines(course)
    if lines is not None and start is None and PASSES * lines.effort() <= LEARN * effort:
        left -= walk(course, lines, seed=seed)
    small = len(course.model.variables) <= SMALL
    if course.best is None and (small or softened(course.problem) is not course.problem):
        left -= whole(
            course, seconds=never, workers=1, seed=seed, hint=start, deterministic=0.25 * effort
        ).deterministic
    if course.best is None and not course.over():
        left -= _first(course, threads=1, seed=seed, start=start, deterministic=0.4 * effort)
    if course.best is None and not course.over() and left > 0:
        left -= whole(
            course, seconds=never, workers=1, seed=seed, hint=start, deterministic=left, any_will_do=True
        ).deterministic
    parts = course.parts
    values = _values(course, parts) if not course.over() and left > 0 else None
    if values is not None:
        learner = None
        if lines is not None:
            learner = Learner(course, lines, asks=True, seed=seed, deterministic=LEARN * left)
        asks = lines is None and start is None and not small
        firm = Firm(course, seed=seed, asks=True, seconds=never, deterministic=FIRM * left) if asks else None
        improve(
            course, parts, values, threads=1, seed=seed, deterministic=left,
            mends=learner is None, beside=learner or Relaxed(course, seconds=never, first=firm),
        )  # fmt: skip


def _lines(course: Course) -> Lines | None:
    """The people's lines, where the problem is large."""
    return lines_of(course.model) if len(course.model.variables) > SMALL else None


def _values(course: Course, parts: Parts, known: Values | None = None) -> Values | None:
    """The best roster as values of the model, which are at hand where it is the one that is ``known``."""
    if course.best is None:
        return None
    if known is not None and parts.model.works(known) == course.best.works:
        return known
    parameters = {"num_workers": 1}
    return run(course.model, parts.only(course.best.works), parameters, over=course.ask_to_stop).values


def _first(
    course: Course, *, threads: int, seed: int, start: Works | None, deterministic: float | None = None
) -> float:
    """Find a first roster by way of a problem that has one at hand: the given one, or one in which nobody works.

    What is found there is a roster of the problem once it breaks nothing of it. Returns the effort it took.
    """
    spent = 0.0
    if start is not None and start <= course.model.variables.keys() and not judge.broken(course.problem, start):
        course.found(start)
    elif start is not None:
        spent += _by_way_of(course, start, threads=threads, seed=seed, deterministic=deterministic)
    if course.best is None and not course.over():
        spent += _by_way_of(course, None, threads=threads, seed=seed, deterministic=deterministic)
    return spent


def _by_way_of(course: Course, start: Works | None, *, threads: int, seed: int, deterministic: float | None) -> float:
    """Ease the problem so that ``start``, or a roster built from nothing, is one of it; mend what that breaks."""

    def over() -> bool:
        return course.ask_to_stop() or course.over()

    parts, values, spent = _mended(course, start, seed=seed, over=over, deterministic=deterministic)
    if values is None:
        return spent
    model = parts.model
    if not judge.broken(course.problem, model.works(values)):
        course.found(model.works(values))
        return spent

    @lru_cache(maxsize=1)
    def is_one_of_it(works: Works) -> bool:
        return not judge.broken(course.problem, works)

    def done() -> bool:
        return over() or (way.best is not None and is_one_of_it(way.best.works))

    # The course ends it, which has patience where there is no roster yet.
    way = Course(model, seconds=None, gap=0.0, on_better=None, stop=done)
    way.found(model.works(values))
    patience = None if deterministic is not None else max(5.0, 0.3 * min(course.left(), 600.0))
    # What the questions above could not mend is not asked again, but left to parts that weigh.
    improve(way, parts, values, threads=threads, seed=seed, deterministic=deterministic, patience=patience, mends=False)
    if way.best is not None and is_one_of_it(way.best.works):
        course.found(way.best.works)
    return spent + (deterministic or 0.0)


def _built(course: Course, seed: int, over: Callable[[], bool], enough: Callable[[], bool]) -> Works | None:
    """A roster built from nothing, as far as it came before it was over; None where that breaks something hard."""
    parts, values, _ = _mended(course, None, seed=seed, over=over, deterministic=None, enough=enough)
    if values is None:
        return None
    works = parts.model.works(values)
    return None if judge.broken(course.problem, works) else works


def _mended(
    course: Course,
    start: Works | None,
    *,
    seed: int,
    over: Callable[[], bool],
    deterministic: float | None,
    enough: Callable[[], bool] = lambda: False,
) -> tuple[Parts, Values | None, float]:
    """The eased problem in parts, the roster that is at hand there, mended while there is hope, and the effort.

    Once it is ``enough``, only what breaks something hard is mended on.
    """
    eased = softened(course.problem) if start is None else forgiven(course.problem, start)
    parts = course.parts if eased is course.problem else Parts(model_of(eased))
    builder = Builder(parts, over, effort=deterministic)
    values = builder.built() if start is None else builder.as_given(start)
    if values is None:
        return parts, None, builder.spent
    mending, spent = Mending(parts, Field(parts), seed), builder.spent

    def spend(effort: float) -> None:
        nonlocal spent
        spent += effort

    while mending.hope(values) > HOPELESS and not over():
        if deterministic is not None and spent >= deterministic:
            break
        if enough() and not judge.broken(course.problem, parts.model.works(values)):
            break
        mended = mending.mended(values, over, spend)
        values = mended.values if mended is not None else values
    return parts, values, spent
