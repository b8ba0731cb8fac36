"""Long absence in the brief: read alike from both files, taken out of the position, and covered by somebody."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roster.domain.brief import Brief
from roster.domain.contract import block_of
from roster.domain.days import DateSpan
from roster.domain.finding import Finding, Verdict
from roster.domain.frame import calendar_frame
from roster.domain.free_days import FreeDay, codes_in, free_days
from roster.domain.kinds import LeaveSort, Position, SickCredit, Sort
from roster.domain.leave import Leave, share_present
from roster.domain.reason import Reason
from roster.domain.roster import Roster
from roster.domain.statistics import contract_minutes
from roster.exports.plan_json import plan_json
from roster.planning.better import shares
from roster.reading.plan_json import read_plan_json
from roster.reading.read import read_brief
from roster.rules import agreed_hours, availability, contract_hours, position_extra
from roster.rules.contract import contract_paid, most_paid
from roster.wording.findings import text
from roster.wording.show import show_lines
from solver.problem import Balance, Minutes, Off
from tests.approval.arrangement import START, brief_of, plan_of
from tests.reading.small import SMALL, faults_of, notices_of, only, workbook_of
from tests.reading.small import brief_of as read_small

AWAY = (
    "fravær: [{hvem: A1, datoer: 2027-01-11–2027-01-24, grad: 50 %, gjelder: permisjon, dekkes av: A2, samtykke: ja}]\n"
)


def on_leave(brief: Brief, *leaves: Leave) -> Brief:
    """Kari is away."""
    kari, *rest = brief.assistants
    return replace(brief, assistants=(replace(kari, leaves=leaves), *rest))


def days(first: int, last: int) -> DateSpan:
    return DateSpan(START + timedelta(days=first), START + timedelta(days=last))


def test_a_leave_is_read_with_its_share_and_who_covers_it(tmp_path: Path) -> None:
    kari, ola = read_small(SMALL + AWAY, tmp_path).assistants
    dates = DateSpan(date(2027, 1, 11), date(2027, 1, 24))
    assert kari.leaves == (Leave(dates, Decimal(50), LeaveSort.OTHER, ("A2",), True),)
    assert ola.leaves == ()
    assert any("skal ikke arbeides inn" in one for one in notices_of(SMALL + AWAY, tmp_path))
    said = "innstillinger: {sykefravær godskrives: stillingens snitt}\n"
    assert read_small(SMALL + said, tmp_path).settings.sick_credit is SickCredit.AVERAGE


def test_the_workbook_says_the_same(tmp_path: Path) -> None:
    book = workbook_of(lambda _: None, tmp_path, SMALL + AWAY)
    assert read_brief(book).brief == read_small(SMALL + AWAY, tmp_path)


def test_a_vikar_for_somebody_has_a_ground(tmp_path: Path) -> None:
    vikar = SMALL.replace("stilling: fast, prosent: 40 %", "stilling: vikar, prosent: 40 %")
    brief = read_small(vikar + AWAY.replace(", samtykke: ja", ""), tmp_path)
    assert brief.assistants[1].temporary_because == "Vikar for A1"
    assert read_small(vikar, tmp_path).assistants[1].temporary_because is None


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (", samtykke: ja", "", "kan bare dekke timene til A1 med samtykke"),
        ("dekkes av: A2", "dekkes av: A1", "kan ikke dekke sitt eget"),
        ("dekkes av: A2", "dekkes av: A9", "«A9» finnes ikke"),
        ("50 %", "0 %", "mellom 1 og 100"),
        ("]", ", {hvem: A1, datoer: 2027-01-24, gjelder: sykefravær}]", "to fravær samtidig"),
    ],
)
def test_a_leave_that_cannot_be_is_a_fault(old: str, new: str, said: str, tmp_path: Path) -> None:
    assert said in only(faults_of(SMALL + AWAY.replace(old, new), tmp_path)).what


leaves = st.tuples(st.integers(0, 13), st.integers(0, 13), st.integers(1, 100)).map(
    lambda one: Leave(days(min(one[:2]), max(one[:2])), Decimal(one[2]), covered_by=("A2", "A3"), consent=one[2] > 50)
)


@settings(max_examples=40, deadline=None)
@given(leaves, st.none() | st.tuples(st.integers(0, 13), st.integers(0, 5)))
def test_both_readings_of_the_contract_take_out_the_same(leave: Leave, off: tuple[int, int] | None) -> None:
    brief = on_leave(brief_of(), leave)
    kari, *rest = brief.assistants
    vacation = () if off is None else (days(off[0], min(13, off[0] + off[1])),)
    brief = replace(brief, assistants=(replace(kari, vacation=vacation), *rest))
    frame = calendar_frame(brief, 2)
    for one in frame.people:
        for weeks in ((0, 1), (1, 2), (0, 2)):
            block = block_of(frame, one, *weeks)
            assert (block.contract, block.wanted) == (contract_paid(frame, one, weeks), most_paid(frame, one, weeks))


def test_what_is_away_is_neither_owed_nor_made_up_for() -> None:
    brief = on_leave(brief_of(), Leave(days(7, 13), covered_by=("A2",), consent=True))
    frame = calendar_frame(brief, 2)
    kari, ola, _ = frame.people
    assert contract_paid(frame, kari, (0, 2)) == kari.contract_week
    first = [one.id for one in frame.shifts if one.start.date() < START + timedelta(days=7)]
    rest = [one.id for one in frame.shifts if one.id not in first]
    works = {("A1", first[0]), ("A1", first[1]), ("A1", first[2])}
    roster = Roster(frame, frozenset(works | {("A2", one) for one in (*first[3:], *rest)}))
    assert not [one for rule in (contract_hours, availability) for one in rule.check(roster) if failing(one, "A1")]
    # Ola has 52,5 hours in two weeks of 18,75: with what Kari leaves it is still within what is wanted.
    assert not [one for one in agreed_hours.check(roster) if one.verdict.fails]
    assert most_paid(frame, ola, (0, 2)) == ola.most_week * 2 + kari.contract_week


def failing(one: Finding, who: str) -> bool:
    return one.verdict.fails and one.who == who


@pytest.mark.parametrize("percent", [20, 50, 60, 100])
def test_the_rest_of_a_position_is_read_alike_by_checker_and_solver(percent: int) -> None:
    brief = on_leave(brief_of(), Leave(days(0, 6), Decimal(percent)))
    frame = calendar_frame(brief, 1)
    shifts = [one.id for one in frame.shifts]
    asked = [one for one in availability.limits(frame) if isinstance(one, Minutes | Off) and one.person == "A1"]
    assert asked
    for number in range(len(shifts) + 1):
        for had in combinations(shifts, number):
            found = availability.check(Roster(frame, frozenset(("A1", one) for one in had)))
            assert allowed(asked, had) == (not any(failing(one, "A1") for one in found))


def allowed(asked: list[Minutes | Off], had: tuple[str, ...]) -> bool:
    for one in asked:
        if isinstance(one, Off):
            if set(one.shifts) & set(had):
                return False
        elif sum(minutes for shift, minutes in one.amounts if shift in had) > (one.most or 0):
            return False
    return True


def test_too_much_while_partly_away_is_said() -> None:
    brief = on_leave(brief_of(), Leave(days(0, 6), Decimal(60)))
    frame = calendar_frame(brief, 1)
    roster = Roster(frame, frozenset(("A1", one.id) for one in frame.shifts[:2]))
    said = [text(frame, one) for one in availability.check(roster) if one.verdict.fails]
    assert len(said) == 1
    assert said[0].startswith(
        "Mangler: Kari er delvis borte 04.01.2027–10.01.2027 og har 15 timer vakter i de dagene. Det er igjen 7:30 timer"
    )


def test_a_saved_version_keeps_its_leaves() -> None:
    plan = plan_of(on_leave(brief_of(), Leave(days(7, 13), Decimal("33.3"), LeaveSort.PARENTAL, ("A3",))))
    assert read_plan_json(plan_json(plan)).brief == plan.brief


def test_a_part_of_a_minute_is_never_lost() -> None:
    frame = calendar_frame(on_leave(brief_of(), Leave(days(0, 0), Decimal("33.3"))), 1)
    kari = frame.people[0]
    assert contract_paid(frame, kari, (0, 1)) == kari.contract_week * (1 - Fraction(333, 7000))
    assert kari.position is Position.PERMANENT


def test_a_day_of_leave_is_called_so_in_print_and_speech() -> None:
    plan = plan_of(on_leave(brief_of(), Leave(days(7, 13))))
    roster = Roster(plan.roster.frame, frozenset(one for one in plan.roster.works if one[0] != "A1"))
    assert set(free_days(roster, "A1").values()) >= {FreeDay.WEEKLY, FreeDay.LEAVE}
    assert free_days(roster, "A1")[START + timedelta(days=7)] is FreeDay.LEAVE
    assert FreeDay.LEAVE in codes_in(roster.frame)
    assert FreeDay.LEAVE not in codes_in(plan_of(brief_of()).roster.frame)
    assert any("Kari har fravær" in one for one in show_lines(roster, who="A1"))


def test_what_is_said_of_hours_leaves_out_what_is_away() -> None:
    frame = calendar_frame(on_leave(brief_of(), Leave(days(0, 6), Decimal(60))), 2)
    kari = frame.people[0]
    assert contract_minutes(frame, kari) == kari.contract_week * (2 - Fraction(3, 5))


def test_shares_of_the_year_go_by_what_is_there_of_a_position() -> None:
    kari = Leave(days(0, 6), Decimal(50))
    assert share_present((kari,), [START + timedelta(days=n) for n in range(14)]) == Fraction(3, 4)
    assert share_present((), [START]) == share_present((kari,), []) == 1
    before, after = weights(brief_of()), weights(on_leave(brief_of(), kari))
    assert after["A1"] == round(Fraction(before["A1"]) * 3 / 4)
    assert after["A2"] == before["A2"]


def weights(brief: Brief) -> dict[str, int]:
    """What each counts for in shares of evenings, in two weeks with one on every day."""
    late = replace(brief.kinds[0], sort=Sort.EVENING)
    every = replace(brief.needs[0], kind=late.code, when=replace(brief.needs[0].when, weekdays=frozenset(range(7))))
    limits = shares.limits(calendar_frame(replace(brief, kinds=(late,), needs=(every,)), 2))
    evenings = (one for one in limits if isinstance(one, Balance) and Reason.of(one.because).rule == "balance-evenings")
    return {one.person: one.weight for limit in evenings for one in limit.shares}


def test_nobody_is_passed_by_who_is_on_leave() -> None:
    def passed_by(brief: Brief) -> set[str | None]:
        frame = calendar_frame(brief, 1)
        roster = Roster(frame, frozenset(("A3", one.id) for one in frame.shifts))
        return {one.who for one in position_extra.check(roster) if one.verdict is not Verdict.OK}

    assert passed_by(brief_of()) == {"A1", "A2"}
    assert passed_by(on_leave(brief_of(), Leave(days(0, 6)))) == {"A2"}
