"""Checker and solver are two readings of one law: what one refuses the other refuses, on drawn rosters of one person."""

import random
from datetime import date
from decimal import Decimal

import pytest

from roster.domain.finding import Finding
from roster.domain.kinds import Tariff
from roster.domain.reason import Reason
from roster.domain.roster import Roster
from roster.planning.problem import hard_problem
from roster.rules import RULES
from solver.judge import broken
from tests.rules.builders import MONDAY, every_other_sunday, individual, roster_of, short_rest, with_reps

TOKENS = [
    *"DENTLH",
    "22-07",
    "14-22",
    "09-17",
    "08-11+18.30-21",
    "06-14",
    "16-24",
    "00-08",
    "07-19.30",
]
STARTS = (MONDAY, date(2026, 12, 21), date(2027, 5, 3), date(2027, 3, 22), date(2027, 10, 18))
"""Ordinary weeks, red days, and the weeks in which the clock is set: what vanishes by the clock both let pass (D9)."""
NOT_LAW = frozenset({"need-filled", "contract-hours", "agreement-valid"})
ORDINARY = frozenset({"hours-day", "hours-week", "single-week"})
SAID_AGAIN = frozenset({"overtime", "passive-extension"})
"""Of hours that the limits of ``ORDINARY`` forbid already, what they are too long for is said besides."""
OF_A_DAY = frozenset({"hours-day", "total-hours"})
"""Of shifts that touch over midnight the solver refuses by daily rest some that the checker refuses here too."""


def drawn(seed: int) -> Roster:
    draw = random.Random(seed)
    tokens = draw.sample(TOKENS, draw.randint(2, 5)) + ["-"] * draw.randint(1, 4)
    cycle = draw.random() < 0.5
    agreements = []
    if draw.random() < 0.6:
        agreements.append(draw.choice([individual, with_reps])(averaging_weeks=draw.choice([2, 3, 12, 52])))
    if draw.random() < 0.5:
        agreements.append(every_other_sunday())
    if draw.random() < 0.4:
        agreements.append(short_rest())
    return roster_of(
        start=draw.choice(STARTS),
        cycle=cycle,
        tariff=draw.choice([Tariff.NONE, Tariff.KS_HTA]),
        agreements=tuple(agreements),
        before=None if cycle else {"kari": " ".join(draw.choices(tokens, k=draw.randint(1, 10)))},
        people={"kari": {"percent": Decimal(300)}},
        kari=" ".join(draw.choices(tokens, k=7 * draw.randint(1, 5))),
    )


@pytest.mark.parametrize("seed", range(90))
def test_the_solver_refuses_just_what_the_checker_refuses(seed: int) -> None:
    roster = drawn(seed)
    found = (one for rule in RULES for one in rule.check(roster) if one.verdict.fails and not one.before)
    checked = {_spoken_of_as(one) for one in found} - NOT_LAW
    solved = {Reason.of(one.because).rule for one in broken(hard_problem(roster.frame), roster.works)} - NOT_LAW
    assert not checked & SAID_AGAIN or checked & ORDINARY
    assert checked - OF_A_DAY - SAID_AGAIN == solved - OF_A_DAY
    assert solved <= checked


def _spoken_of_as(finding: Finding) -> str:
    """The rule in which the solver is told of it: the weekly rest on a Sunday stands with the weekly rest."""
    return "weekly-rest" if finding.facts.get("about") == "rest" else finding.rule
