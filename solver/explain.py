"""Why no roster is possible: reasons that cannot hold together, none of them to spare."""

from solver.allowance import Allowance
from solver.faults import check
from solver.inquiry import Answered, Inquiry, Order
from solver.problem import Problem
from solver.result import Explanation, OutOfTime, Possible, Reasons, Stop
from solver.search.hard import hard_part

FEW = 40
"""So many reasons that contradict each other by adding up are tried one by one."""


def explain(
    problem: Problem,
    *,
    seconds: float = 30,
    seed: int = 0,
    deterministic: float | None = None,
    order: Order | None = None,
    stop: Stop | None = None,
) -> Explanation:
    """A roster that keeps all hard limits, or reasons of which no roster keeps all. What is soft plays no part.

    What can be shown by adding up is shown so. Else every set of reasons is a model of its own, and each answer of
    "impossible" is CP-SAT's about that model; no core of assumptions is trusted. A cause usually lies in a few days,
    so stretches of time come first. What begins with "!" is never left out, and what comes first by ``order`` is left
    out first. With ``deterministic`` (see ``solve``) ``seconds`` is not looked at.
    """
    check(problem)
    steady = deterministic is not None
    allowance = Allowance(seconds if deterministic is None else deterministic, steady=steady, stop=stop)
    inquiry = Inquiry(hard_part(problem), allowance, seed)
    reasons = inquiry.reasons(order)
    counted: frozenset[str] | None = None
    if not allowance.over():
        enough = FEW if order is None else None
        counted = inquiry.sums.conflict(reasons, in_order=order is not None, enough=enough, allowance=allowance)
    if counted is not None:
        least, proven = _fewest(inquiry, [one for one in reasons if one in counted], size=1)
        return Reasons(tuple(sorted(least)), proven)
    found: list[str] | None = None
    whole = inquiry.ask(reasons, share=0.25)
    if whole.works is not None:
        return Possible(whole.works)
    for part in inquiry.stretches(reasons):
        if allowance.over():
            break
        if inquiry.ask(part, share=0.04).impossible:
            found = part
            break
    if found is None and not whole.impossible:
        whole = inquiry.ask(reasons, share=1.0)
        if whole.works is not None:
            return Possible(whole.works)
    if found is None:
        if not whole.impossible:
            return OutOfTime(allowance.elapsed())
        found = reasons
    least, proven = _fewest(inquiry, found)
    return Reasons(tuple(sorted(least)), proven)


def _fewest(inquiry: Inquiry, reasons: list[str], size: int | None = None) -> tuple[list[str], bool]:
    """Leave out half of them (or ``size``), a quarter, ... and at last each, for as long as what stays is impossible.

    A reason that is needed beside many others is needed beside fewer, so one round of single ones is enough.
    """
    left = list(reasons)
    proven = True
    size = size or max(1, len(left) // 2)
    while True:
        at = 0
        while at < len(left):
            fewer = left[:at] + left[at + size :]
            answer = inquiry.settled(fewer, share=0.1) if not inquiry.allowance.over() else Answered(None, False)
            if answer.impossible:
                left = fewer
            else:
                if size == 1 and answer.works is None:
                    proven = False
                at += size
        if size == 1:
            return left, proven
        size = min(size // 2, max(1, len(left) // 2))
