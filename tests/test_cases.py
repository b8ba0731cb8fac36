"""Every case of law in ``tests/cases`` holds."""

import re
from pathlib import Path

import pytest

from roster.cases.judge import judge
from roster.cases.read import read_cases

FOLDER = Path(__file__).parent / "cases"
EACH = re.compile(r"(?m)^(?=- )")
# A case is read where it is judged: to read all of them first would take each process that runs tests many seconds.
CASES = [piece for file in sorted(FOLDER.glob("*.yaml")) for piece in EACH.split(file.read_text(encoding="utf-8"))[1:]]


def id_of(text: str) -> str:
    """The id a case begins with."""
    named = re.match(r"- id: (\S+)\n", text)
    assert named, text
    return named[1]


@pytest.mark.parametrize("text", CASES, ids=id_of)
def test_the_checker_says_what_the_case_expects(text: str, tmp_path: Path):
    path = tmp_path / "case.yaml"
    path.write_text(text, encoding="utf-8")
    (case,) = read_cases(path)
    assert case.id == id_of(text)
    outcome = judge(case)
    assert outcome.holds, str(outcome)


def test_no_two_cases_have_one_id():
    names = [id_of(text) for text in CASES]
    assert len(names) == len(set(names))


def test_no_case_is_left_out():
    whole = [file.read_text(encoding="utf-8") for file in FOLDER.glob("*.yaml")]
    assert len(CASES) == sum(len(re.findall(r"\bid: \S+\n", text)) for text in whole) > 1000
    assert all(line.startswith("#") or not line for text in whole for line in EACH.split(text)[0].splitlines())
