"""The examples that explain a rule, tried on the checker: the lawful one is in order, the other is not."""

import pytest

from roster.domain.finding import Verdict
from roster.rules import RULES
from roster.wording.rule_texts import TEXTS
from tests.rules.builders import roster_of

CHECKS = {rule.id: rule.check for rule in RULES}


@pytest.mark.parametrize(
    ("rule", "lawful", "unlawful"),
    [
        ("daily-rest", "15-22 09-16", "15-22 08.30-15"),
        ("daily-rest", "08-11+18.30-21 08-11+18.30-21", "08-11+18.30-21.15 08-11+18.30-21.15"),
        ("weekly-rest", "D D D D D 12-20 - | 07-15 D D D D - -", "D D D D D 14-22 - | 07-15 D D D D - -"),
        ("sundays", "- - - - - - 08-15 | - - - - - 10-18 -", "- - - - - - 08-15 | - - - - - 12-20 -"),
        ("hours-day", "14-23", "14-23.30"),
        ("total-hours", "08-21", "08-22"),
        ("night-average", "22-08 22-08 22-08 - - - - " * 4, "22-08 22-08 22-08 22-08 22-08 - - " * 4),
    ],
)
def test_the_checker_agrees_with_the_examples(rule: str, lawful: str, unlawful: str) -> None:
    assert rule in TEXTS
    assert {one.verdict for one in CHECKS[rule](roster_of(kari=lawful))} == {Verdict.OK}
    assert any(one.verdict.fails for one in CHECKS[rule](roster_of(kari=unlawful)))
