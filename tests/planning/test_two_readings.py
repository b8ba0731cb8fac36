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
from solver.judge import is_broken
from solver.meaning.worked import Worked
from solver.problem import Cover, Limit
from tests.planning import cases, cases_of_brief

SOFT = {"need-filled", "contract-hours"}
"""What the planner may leave open at a price (D28)."""


def breaches(roster: Roster) -> Iterator[str]:
    """The rules that the roster breaks, each looked at only when asked for: the first is enough for most."""
    hard = (rule for rule in RULES if rule.id not in SOFT)
    return (rule.id for rule in hard if any(found.verdict.fails for found in rule.check(roster)))


def refused(frame: Frame) -> Iterator[tuple[Roster, Iterator[str]]]:
    """Every roster with the rules whose limits it passes, each looked at only when asked for too."""
    problem = hard_problem(frame)
    hard = [(rule, one) for one in problem.limits if (rule := Reason.of(one.because).rule) not in SOFT]
    fixed = {(who, one.id) for who, one in frame.fixed if one.counts_in_limits}
    for roster in cases.every_roster(frame):
        yield roster, _passed(hard, roster, Worked(problem, roster.works | fixed))


def _passed(hard: list[tuple[str, Limit]], roster: Roster, has: Worked) -> Iterator[str]:
    return (rule for rule, one in hard if is_broken(has, one) and not _asks_of_nobody(one, roster))


def _asks_of_nobody(limit: Limit, roster: Roster) -> bool:
    """A skill asked of one on a shift that nobody has: that it is open is said elsewhere."""
    return isinstance(limit, Cover) and limit.people is not None and not any(map(roster.on, limit.shifts))


def agree(brief: Brief) -> None:
    frame = frame_of(brief)
    for roster, passed in refused(frame):
        limit, found = next(passed, None), next(breaches(roster), None)
        assert (limit is None) == (found is None), (sorted(one for _, one in roster.works), limit, found)


KINDS = {
    "chains": cases.chains(),
    "sundays": cases.sundays(),
    "history": cases.after_history(),
    "presence": cases_of_brief.presence(),
    "demands": cases_of_brief.demands(),
    "accounts": cases_of_brief.accounts(),
}


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_the_solver_allows_just_what_the_checker_accepts(kind, data):
    agree(data.draw(KINDS[kind]))


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(cases.full_weeks())
def test_so_too_in_full_weeks(brief):
    """Fewer of these, for each has many rosters."""
    agree(brief)
