"""The two readings of one rule, and the number at which they begin to refuse."""

from collections.abc import Callable
from dataclasses import replace

from roster.domain.reason import Reason
from roster.domain.roster import Roster
from roster.planning.problem import hard_problem
from roster.rules import RULES
from solver.judge import broken

ABOUT_REST = "rest"


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
    """Whether the roster passes a limit of one of the rules."""
    fixed = {(who, one.id) for who, one in roster.frame.fixed if one.counts_in_limits}
    problem = hard_problem(roster.frame)
    asked = tuple(one for one in problem.limits if Reason.of(one.because).rule in rules)
    return bool(broken(replace(problem, limits=asked), roster.works | fixed))


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
