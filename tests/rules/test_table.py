"""Every rule has a file of its own, cases of law on both sides of its number, and tests of its two readings."""

import pytest

from tests.rules.table import Line, checked_in, edges_in, lines
from tests.rules.test_rules import CLOSED, OWN

LINES = tuple(lines())
OF_THE_BRIEF = OWN | {"vedtak"}
"""What the brief itself demands is no law, and cases of law say nothing of it."""


def test_every_rule_has_a_line_and_a_file_of_its_own() -> None:
    assert {one.rule for one in LINES} == CLOSED
    assert len({one.file for one in LINES}) == len(LINES)


@pytest.mark.parametrize("line", LINES, ids=lambda one: one.rule)
def test_every_rule_of_law_has_cases_on_both_sides_and_tests_of_its_edges(line: Line) -> None:
    assert line.edges if line.plans else line.checked
    if line.rule not in OF_THE_BRIEF:
        assert line.inside + line.at
        assert line.past


def test_a_rule_that_nobody_tries_has_no_tests() -> None:
    """One that is only in a list of all rules, or whose name is a word in a sentence, is not tried."""
    assert edges_in("plan-notice") == ()
    assert checked_in("need_filled") == ()
    assert checked_in("verdict") == ()
