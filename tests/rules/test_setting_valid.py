"""The cut of the week stays where it was decided: working-time-rules.md section 1."""

from datetime import date

import pytest

from roster.domain.finding import Verdict
from roster.domain.settings import Cut, Settings
from roster.rules.setting_valid import check, limits
from tests.rules.builders import roster_of


def judged(*cuts: tuple[date, int]) -> Verdict:
    """The verdict on two weeks from 11 January 2027."""
    settings = Settings(cuts=tuple(Cut(since, weekday, 0) for since, weekday in cuts))
    (one,) = check(roster_of(settings=settings, kari="- " * 14))
    return one.verdict


def test_nothing_on_record_is_in_order() -> None:
    assert judged() is Verdict.OK


@pytest.mark.parametrize(
    ("cuts", "verdict"),
    [
        (((date(2026, 1, 1), 0),), Verdict.OK),
        (((date(2025, 1, 1), 6), (date(2027, 1, 11), 0)), Verdict.OK),
        (((date(2026, 1, 1), 0), (date(2027, 1, 12), 6)), Verdict.BREACH),
        (((date(2026, 1, 1), 0), (date(2027, 1, 24), 6)), Verdict.BREACH),
        (((date(2026, 1, 1), 0), (date(2027, 1, 25), 6)), Verdict.OK),
        (((date(2026, 1, 1), 0), (date(2027, 1, 18), 0)), Verdict.OK),
        (((date(2026, 1, 1), 0), (date(2026, 9, 7), 6), (date(2027, 1, 11), 0)), Verdict.CONSIDER),
        (((date(2024, 1, 1), 0), (date(2025, 9, 7), 6), (date(2027, 1, 11), 0)), Verdict.OK),
    ],
)
def test_a_cut_may_move_once_between_plans_and_never_inside_one(
    cuts: tuple[tuple[date, int], ...], verdict: Verdict
) -> None:
    assert judged(*cuts) is verdict


def test_no_roster_can_change_it() -> None:
    assert list(limits(roster_of(kari="-").frame)) == []
