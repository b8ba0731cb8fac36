"""Which draft a change begins with, and which nothing became of."""

from collections.abc import Mapping

import pytest

from roster.workflow.journal import NEW_VERSION, Entry
from roster.workflow.line import newest_change, passed_over
from tests.approval.arrangement import NOW


def log(made: Mapping[str, str]) -> list[Entry]:
    """Each version, and the one that it was made from."""
    return [
        Entry(NOW, NEW_VERSION, number, {}, facts={"from": before} if before else {}) for number, before in made.items()
    ]


@pytest.mark.parametrize(
    ("made", "used", "begins"),
    [
        # 3 was in place of 2, so nothing became of 2, nor of the 4 that somebody made of it.
        ({"1": "", "2": "1", "3": "1"}, {"3"}, "1"),
        ({"1": "", "2": "1", "4": "2", "3": "1"}, {"3"}, "1"),
        # All that is new in 2 is in 3, which runs on those days.
        ({"1": "", "2": "1", "3": "2"}, {"3"}, "1"),
        # 3 was made after 2 was taken into use, and may still be.
        ({"1": "", "2": "1", "3": "1"}, {"2"}, "3"),
        ({"1": "", "2": "1", "3": "2"}, set(), "3"),
    ],
)
def test_no_change_begins_with_a_draft_when_a_later_version_is_in_use(
    made: Mapping[str, str], used: set[str], begins: str
) -> None:
    entries = log(made)
    assert newest_change(entries, "1", used | passed_over(entries, {"1", *used})) == begins
