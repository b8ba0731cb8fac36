"""Night work with considerable strain: aml § 10-11 (7) and (9)."""

from dataclasses import replace
from datetime import date
from typing import Any

from roster.domain.finding import Verdict
from roster.domain.help_needed import ShiftKind
from roster.domain.kinds import Employer, Party, Sort, Tariff
from roster.domain.roster import Roster
from roster.rules.night_strain import check
from tests.rules.builders import agreement, fine, kind_of, roster_of, seen

BREACH, CONSIDER, NEEDS = Verdict.BREACH, Verdict.CONSIDER, Verdict.NEEDS_AGREEMENT


def straining(*tokens: str) -> tuple[ShiftKind, ...]:
    return tuple(replace(kind_of(one), sort=Sort.NIGHT, strain=True) for one in tokens)


def nights(token: str, line: str = "", **more: Any) -> Roster:
    return roster_of(kari=line or f"- {token} - - - - -", kinds=straining(token), **more)


def test_eight_hours_in_24_and_no_average() -> None:
    assert fine(check, nights("22-06")) == [(480, 480)]
    assert seen(check, nights("22-06.01")) == [(BREACH, 481, 480)]
    assert fine(check, roster_of(kari="22-08 - - - - - -")) == [(None, 480)]


def test_three_hours_at_night_are_not_enough() -> None:
    assert fine(check, nights("14-24")) == [(None, 480)]
    assert seen(check, nights("14-00.01")) == [(BREACH, 601, 480)]


def test_other_work_in_the_same_24_hours_counts() -> None:
    assert fine(check, nights("22-04", "22-04 18-20 - - - - -")) == [(480, 480)]
    assert seen(check, nights("22-04", "22-04 18-20.01 - - - - -")) == [(BREACH, 481, 480)]
    assert seen(check, nights("22-04", "10-12.01+22-04 - - - - - -")) == [(BREACH, 481, 480)]


def test_round_the_end_of_a_cycle_it_counts_too() -> None:
    assert seen(check, nights("22-04", "18-21 - - - - - 22-04", cycle=True)) == [(BREACH, 540, 480)]


def test_the_reps_could_agree_on_more_and_have() -> None:
    bound: dict[str, Any] = {"tariff": Tariff.KS_HTA}
    assert seen(check, nights("22-06.01", **bound)) == [(NEEDS, 481, 480)]
    agreed = agreement("10-11 (9)", Party.REPS, hours={"night_day_h": 10}, compensating_rest=True)
    assert fine(check, nights("21-07", agreements=(agreed,), **bound)) == [(600, 600)]
    assert seen(check, nights("21-07.01", agreements=(agreed,), **bound)) == [(NEEDS, 601, 600)]


def test_an_excess_of_the_clock_alone_is_to_be_considered() -> None:
    assert seen(check, nights("22-06", "- - - - - 22-06 -", start=date(2027, 10, 25))) == [(CONSIDER, 540, 480)]


def test_what_was_worked_before_the_plan_is_no_fault_of_it() -> None:
    before = {"kari": "21-07"}
    roster = roster_of(kari="- - - - - - -", before=before, kinds=straining("21-07"))
    assert [one.before for one in check(roster) if one.verdict is not Verdict.OK] == [True]
    late = roster_of(kari="18-19 - - - - - -", before={"kari": "22-06"}, kinds=straining("22-06"))
    assert seen(check, late) == [(BREACH, 540, 480)]


def test_at_home_with_a_private_person_the_night_begins_at_23() -> None:
    assert fine(check, nights("17-02", employer=Employer.PRIVATPERSON)) == [(None, 480)]
    assert seen(check, nights("17-02.01", employer=Employer.PRIVATPERSON)) == [(BREACH, 541, 480)]
