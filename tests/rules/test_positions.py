"""Positions: aml §§ 14-3, 14-4 a and 14-9."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from roster.domain.assistant import HeldSkill, Hours
from roster.domain.brief import Balances
from roster.domain.days import DateSpan, When
from roster.domain.finding import Verdict
from roster.domain.help_needed import ShiftKind
from roster.domain.kinds import Position, Sort
from roster.domain.roster import Roster
from roster.rules import position_actual, position_extra, position_temporary
from roster.wording.findings import sentence
from tests.rules.builders import fine, roster_of, seen

CONSIDER = Verdict.CONSIDER
HALF = {"percent": Decimal(50), "full_time_week": 2160, "wants_up_to": Decimal(70)}
ON_CALL = {"percent": Decimal(0), "position": Position.ON_CALL}
HERS = "08-14 08-14 08-14 - - - -"


def two(ola: str, kari: str = HERS, others: dict[str, Any] | None = None, **facts: Any) -> Roster:
    """Kari has half a position and wants 70 percent; Ola is on call."""
    return roster_of(kari=kari, ola=ola, people={"kari": {**HALF, **facts}, "ola": {**ON_CALL, **(others or {})}})


# -- § 14-3 -----------------------------------------------------------------------------------------


def test_an_extra_shift_for_one_on_call_that_she_wants_and_can_have() -> None:
    assert seen(position_extra.check, two("- - - 08-14 - - -")) == [(CONSIDER, 1080, 1512)]


@pytest.mark.parametrize(
    "facts",
    [
        {"wants_up_to": None},
        {"wants_up_to": Decimal("66.6")},
        {"percent": Decimal(100), "full_time_week": 1080, "wants_up_to": Decimal(120)},
        {"vacation": (DateSpan(date(2027, 1, 14), date(2027, 1, 14)),)},
        {"employed_to": date(2027, 1, 13)},
        {"may_work_from": date(2027, 1, 15)},
        {"cannot": (Hours(When(frozenset({3}))),)},
        {"can": (Hours(When(frozenset({0, 1, 2}))),)},
    ],
)
def test_who_wants_no_more_or_cannot_is_not_passed_by(facts: dict[str, Any]) -> None:
    assert seen(position_extra.check, two("- - - 08-14 - - -", **facts)) == []


def test_at_work_or_in_her_rest_she_could_not_have_had_it() -> None:
    assert seen(position_extra.check, two("- - 08-14 - - - -")) == []
    assert seen(position_extra.check, two("- - - 00-06 - - -")) == []
    assert seen(position_extra.check, two("- - - 01-07 - - -")) == [(CONSIDER, 1080, 1512)]


def test_a_shift_within_the_contract_is_no_extra_shift() -> None:
    substitute = {"percent": Decimal(50), "position": Position.SUBSTITUTE, "full_time_week": 720}
    assert seen(position_extra.check, two("- - - 08-14 - - -", others=substitute)) == []
    assert seen(position_extra.check, two("- - - 08-14 08-14 - -", others=substitute)) == [(CONSIDER, 1080, 1512)]


def test_the_skills_of_the_shift_decide() -> None:
    driving = ShiftKind("X", "X", 480, 360, Sort.DAY, skills=frozenset({"førerkort"}))
    people: dict[str, Any] = {"kari": HALF, "ola": {**ON_CALL, "skills": (HeldSkill("førerkort"),)}}
    roster = roster_of(kari=HERS, ola="- - - X - - -", kinds=(driving,), people=people)
    assert seen(position_extra.check, roster) == []
    people["kari"] = {**HALF, "skills": (HeldSkill("førerkort"),)}
    roster = roster_of(kari=HERS, ola="- - - X - - -", kinds=(driving,), people=people)
    assert seen(position_extra.check, roster) == [(CONSIDER, 1080, 1512)]


# -- § 14-4 a ----------------------------------------------------------------------------------------


def worked(line: str, weeks: int, balances: tuple[Balances, ...] = (), **facts: Any) -> Roster:
    people = {"kari": {"percent": Decimal(50), "full_time_week": 2400, **facts}}
    return roster_of(kari=" ".join([line] * weeks), people=people, balances=balances)


MORE, AGREED = "08-14 08-14 08-14 08-14 - - -", "08-13 08-13 08-13 08-13 - - -"


def test_more_than_agreed_over_a_quarter_is_to_be_considered() -> None:
    assert seen(position_actual.check, worked(MORE, 13)) == [(CONSIDER, 1440, 1200)]
    assert fine(position_actual.check, worked(MORE, 12)) == [(1440, 1200)]
    assert fine(position_actual.check, worked(AGREED, 52)) == [(1200, 1200)]


def test_more_in_few_of_the_weeks_is_not_regular() -> None:
    lines = " ".join([*[AGREED] * 27, *[MORE] * 25])
    people = {"kari": {"percent": Decimal(50), "full_time_week": 2400}}
    assert [one.verdict for one in position_actual.check(roster_of(kari=lines, people=people))] == [Verdict.OK]
    lines = " ".join([*[AGREED] * 26, *[MORE] * 26])
    assert seen(position_actual.check, roster_of(kari=lines, people=people)) == [(CONSIDER, 1320, 1200)]


def test_the_figures_and_the_period_are_told() -> None:
    (one,) = position_actual.check(worked(MORE, 26))
    expected = {"weeks": 26, "first": "2027-01-11", "last": "2027-07-11", "extra": 26 * 240, "percent": 600, "less": 0}
    assert expected.items() <= one.facts.items()


def test_a_vacation_makes_the_position_that_the_hours_amount_to_no_smaller() -> None:
    """24 weeks with a fifth more than agreed and two of vacation: 60 percent of a position, as without them."""
    away = DateSpan(date(2027, 6, 28), date(2027, 7, 11))
    people = {"kari": {"percent": Decimal(50), "full_time_week": 2400, "vacation": (away,)}}
    lines = " ".join([MORE] * 24 + ["- - - - - - -"] * 2)
    roster = roster_of(kari=lines, people=people)
    (one,) = position_actual.check(roster)
    assert {"extra": 24 * 240, "percent": 600, "less": 1}.items() <= one.facts.items()
    assert "når ferie og annen fri er trukket fra. Det er 96:00 timer merarbeid, og svarer til 60,0 prosent" in (
        sentence(roster.frame, one)
    )


def test_what_was_worked_before_the_plan_counts_with_it() -> None:
    brought = Balances("kari", averaging_minutes=12 * 1440, averaging_weeks=12)
    assert seen(position_actual.check, worked(MORE, 1, (brought,))) == [(CONSIDER, 1440, 1200)]
    people = {"kari": {"percent": Decimal(50), "full_time_week": 2400}}
    past = roster_of(kari=MORE, before={"kari": " ".join([MORE] * 12)}, people=people)
    assert seen(position_actual.check, past) == [(CONSIDER, 1440, 1200)]
    short = roster_of(kari=MORE, before={"kari": " ".join([MORE] * 11)}, people=people)
    assert fine(position_actual.check, short) == [(1440, 1200)]


@pytest.mark.parametrize(
    "facts", [{"position": Position.SUBSTITUTE}, {"percent": Decimal(100), "full_time_week": 1200}]
)
def test_the_right_is_that_of_permanent_part_timers(facts: dict[str, Any]) -> None:
    assert [one.verdict for one in position_actual.check(worked(MORE, 26, **facts))] == [Verdict.OK]


# -- § 14-9 ------------------------------------------------------------------------------------------


def employed(**facts: Any) -> Roster:
    return roster_of(kari="D - - - - - -", people={"kari": facts})


def test_a_permanent_position_has_real_hours() -> None:
    assert seen(position_temporary.check, employed(percent=Decimal(0))) == [(CONSIDER, 0, 3)]
    assert seen(position_temporary.check, employed(percent=Decimal(10))) == []
    assert seen(position_temporary.check, employed(percent=Decimal(0), position=Position.ON_CALL)) == []


def test_temporary_employment_needs_a_ground() -> None:
    assert seen(position_temporary.check, employed(position=Position.TEMPORARY)) == [(CONSIDER, None, 3)]
    assert seen(position_temporary.check, employed(position=Position.SUBSTITUTE, temporary_because="Vikar")) == []


def test_after_more_than_three_years_it_is_permanent() -> None:
    temporary: dict[str, Any] = {"position": Position.TEMPORARY, "temporary_because": "Vikar"}
    just = employed(**temporary, employed_from=date(2024, 1, 17))
    assert fine(position_temporary.check, just) == [(3, 3)]
    over = employed(**temporary, employed_from=date(2024, 1, 16))
    assert seen(position_temporary.check, over) == [(CONSIDER, 3, 3)]
    ended = employed(**temporary, employed_from=date(2024, 1, 16), employed_to=date(2027, 1, 16))
    assert fine(position_temporary.check, ended) == [(3, 3)]
