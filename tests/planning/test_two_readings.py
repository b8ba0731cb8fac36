"""Checker and solver are two readings of one law, and agree on every roster, both ways."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roster.domain.brief import Brief
from roster.domain.frame import Frame, frame_of
from roster.domain.reason import Reason
from roster.domain.roster import Roster
from roster.planning.problem import hard_problem
from roster.rules import RULES
from solver.judge import broken
from tests.planning import cases

SOFT = {"need-filled", "contract-hours"}
"""What the planner may leave open at a price (D28)."""


def breaches(roster: Roster) -> set[str]:
    return {found.rule for rule in RULES if rule.id not in SOFT for found in rule.check(roster) if found.verdict.fails}


def refused(frame: Frame) -> Iterator[tuple[Roster, set[str]]]:
    """Every roster with the rules whose limits it passes."""
    problem = hard_problem(frame)
    for roster in cases.every_roster(frame):
        passed = broken(problem, roster.works)
        yield roster, {Reason.of(one.because).rule for one in passed} - SOFT


def agree(brief: Brief) -> None:
    frame = frame_of(brief)
    for roster, passed in refused(frame):
        found = breaches(roster)
        assert bool(passed) == bool(found), (sorted(one for _, one in roster.works), passed, found)


KINDS = {
    "chains": cases.chains(),
    "full weeks": cases.full_weeks(),
    "sundays": cases.sundays(),
    "history": cases.after_history(),
}


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_the_solver_allows_just_what_the_checker_accepts(kind, data):
    agree(data.draw(KINDS[kind]))
