"""The two readings of one rule, and the number at which they begin to refuse."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache

from roster.domain.clock import Clock
from roster.domain.help_needed import Part, ShiftKind
from roster.domain.kinds import Sort
from roster.domain.roster import Roster
from roster.domain.shift import Shift
from roster.domain.shift_of_kind import shift_of_kind
from roster.planning.problem import problem_of
from roster.rules import RULES
from solver.judge import is_broken
from solver.meaning.worked import Worked

ABOUT_REST = "rest"
NAMED = frozenset({"need-filled", "krav", "skills", "vedtak"})
"""The rules that speak of the very shifts there are."""
MANY_WEEKS = 10
"""Longer rosters are tried by themselves alone, for the time it takes."""
SPARE = (
    ShiftKind("X1", "X1", 5 * 60, 4 * 60, Sort.DAY),
    ShiftKind("X2", "X2", 22 * 60, 10 * 60, Sort.RESTING_NIGHT, (Part(60, 540),), "Brukeren sover"),
)
"""Shifts of every day that nobody works: early work, and passive duty at night."""


def refused_by_checker(rule: str, roster: Roster) -> bool:
    """A weekly rest that should lie on a Sunday is judged with the Sundays, and asked for with the weekly rest."""
    judging = {rule, "sundays"} if rule == "weekly-rest" else {rule}
    found = (one for each in RULES if each.id in judging for one in each.check(roster))
    spoken = {
        "weekly-rest" if one.facts.get("about") == ABOUT_REST else one.rule
        for one in found
        if one.verdict.fails and not one.before
    }
    return rule in spoken


def refused_by_solver(rules: tuple[str, ...], roster: Roster) -> bool:
    """Whether the roster passes a limit of one of the rules, alone and among shifts that nobody works."""
    alone = _passes(rules, roster)
    if not NAMED & set(rules) and roster.frame.weeks <= MANY_WEEKS:
        assert _passes(rules, _among_others(roster)) == alone, ("among others", not alone, rules, sorted(roster.works))
    return alone


def _passes(rules: tuple[str, ...], roster: Roster) -> bool:
    fixed = {(who, one.id) for who, one in roster.frame.fixed if one.counts_in_limits}
    asked = tuple(limit for each in RULES if each.id in rules for limit in each.limits(roster.frame))
    has = Worked(problem_of(roster.frame, ()), roster.works | fixed)
    return any(is_broken(has, limit) for limit in asked)


@cache
def _spare(clock: Clock, day: date) -> tuple[Shift, ...]:
    return tuple(shift_of_kind(clock, kind, day, f"{day} {kind.code}") for kind in SPARE)


def _among_others(roster: Roster) -> Roster:
    """The same work in a frame that has more shifts: what might have been worked binds nobody."""
    frame = roster.frame
    more = [one for day in frame.dates for one in _spare(frame.clock, day)]
    more = [one for one in more if frame.span.start <= one.span.start < frame.span.end]
    shifts = tuple(sorted((*frame.shifts, *more), key=lambda one: (one.span, one.id)))
    return replace(roster, frame=replace(frame, shifts=shifts))


def refused(rule: str, roster: Roster) -> bool:
    """Whether the rule refuses the roster, in both readings."""
    checker, solver = refused_by_checker(rule, roster), refused_by_solver((rule,), roster)
    assert checker == solver, (f"checker {checker}, solver {solver}", rule, sorted(roster.works))
    return checker


def agree_on(rules: tuple[str, ...], roster: Roster) -> bool:
    """Whether any of the rules refuses the roster, in both readings; which of them may differ."""
    checker = [one for one in rules if refused_by_checker(one, roster)]
    solver = refused_by_solver(rules, roster)
    assert bool(checker) == solver, (f"checker {checker}, solver {solver}", sorted(roster.works))
    return bool(checker)


def at_the_edge(rule: str, make: Callable[[int], Roster], least: int, most: int) -> int:
    """The first number that the checker refuses; the solver refuses it as well, and not the one before it."""
    assert not refused(rule, make(least)), "refused from the first"
    assert refused(rule, make(most)), "never refused"
    low, high = least, most
    while high - low > 1:
        middle = (low + high) // 2
        if refused_by_checker(rule, make(middle)):
            high = middle
        else:
            low = middle
    assert not refused(rule, make(low))
    assert refused(rule, make(high))
    return high
