"""Every case of law in ``tests/cases`` holds."""

from pathlib import Path

import pytest

from roster.cases.case import Broken, Case
from roster.cases.judge import judge
from roster.cases.read import read_cases

FOLDER = Path(__file__).parent / "cases"
CASES = [one for file in sorted(FOLDER.glob("*.yaml")) for one in read_cases(file)]


@pytest.mark.parametrize("case", CASES, ids=lambda one: one.id)
def test_the_checker_says_what_the_case_expects(case: Case | Broken):
    outcome = judge(case)
    assert outcome.holds, str(outcome)


def test_no_two_cases_have_one_id():
    names = [one.id for one in CASES]
    assert len(names) == len(set(names))
