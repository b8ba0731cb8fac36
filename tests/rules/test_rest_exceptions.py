"""What widens or bends the rest of § 10-8, read by checker and solver: work unforeseen, consents, trips, standby."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from roster.domain.finding import Verdict
from roster.domain.help_needed import Break, ShiftKind
from roster.domain.kinds import Employer, Party, Sort, Tariff, WorkSort
from roster.domain.roster import Roster
from roster.rules import compensating_rest, daily_rest, weekly_rest
from roster.rules.agreements import Flaw, flaws
from tests.planning.readings import refused
from tests.rules.builders import agreement, fine, roster_of, seen, short_rest

BREACH, NEEDS, CONSIDER = Verdict.BREACH, Verdict.NEEDS_AGREEMENT, Verdict.CONSIDER


def unforeseen(roster: Roster, start: str) -> Roster:
    """The same where the shifts that start at that time are needed to avert serious disruption."""
    shifts = tuple(
        replace(one, unforeseen=True, work=WorkSort.OVERTIME) if f"{one.start:%H.%M}" == start else one
        for one in roster.frame.shifts
    )
    return Roster(replace(roster.frame, shifts=shifts), roster.works)


def reps(**hours: float) -> Any:
    return agreement("10-8 (3)", Party.REPS, hours=hours)


CALLED = "15-22 05-11 - - - - -"
"""Seven hours of rest before work at five."""


@pytest.mark.parametrize(
    ("tariff", "agreements", "expected"),
    [
        (Tariff.NONE, (), [(NEEDS, 420, 660)]),
        (Tariff.KS_HTA, (), [(NEEDS, 420, 660)]),
        (Tariff.KS_HTA, (reps(daily_rest_h=8, below_floor=1),), []),
        (Tariff.KS_HTA, (reps(daily_rest_h=8),), [(NEEDS, 420, 480)]),
        (Tariff.NONE, (reps(below_floor=1),), []),
        (Tariff.NONE, (reps(daily_rest_h=8, below_floor=1),), []),
    ],
)
def test_work_unforeseen_may_go_below_the_floor_where_the_reps_agreed(
    tariff: Tariff, agreements: tuple[Any, ...], expected: list[Any]
) -> None:
    roster = unforeseen(roster_of(tariff=tariff, agreements=agreements, kari=CALLED), "05.00")
    assert [one for one in seen(daily_rest.check, roster) if one[0].fails] == expected


def test_the_same_rest_planned_is_a_breach_in_spite_of_the_agreement() -> None:
    agreed = (reps(daily_rest_h=8, below_floor=1),)
    assert seen(daily_rest.check, roster_of(tariff=Tariff.KS_HTA, agreements=agreed, kari=CALLED)) == [
        (BREACH, 420, 480)
    ]


def test_a_private_person_has_no_reps_to_agree_with() -> None:
    roster = unforeseen(roster_of(employer=Employer.PRIVATPERSON, kari=CALLED), "05.00")
    assert seen(daily_rest.check, roster) == [(BREACH, 420, 660)]


def test_a_rest_too_short_even_without_the_unforeseen_work_is_judged_as_planned() -> None:
    agreed = (reps(daily_rest_h=8, below_floor=1),)
    roster = roster_of(tariff=Tariff.KS_HTA, agreements=agreed, kari="15-23 05-06+06.30-11 - - - - -")
    assert seen(daily_rest.check, unforeseen(roster, "05.00"))[0] == (BREACH, 360, 480)


def test_reps_without_a_collective_agreement_agree_on_unforeseen_work_and_nothing_else() -> None:
    brief = roster_of(kari="-").frame.brief
    assert not list(flaws(brief, reps(below_floor=1)))
    assert list(flaws(brief, reps(daily_rest_h=8, below_floor=1))) == [Flaw.TARIFF]


def test_a_rest_that_was_broken_into_is_given_back_in_the_next() -> None:
    """A call-out at 01 to 03 leaves 6 of the hours from 22 to 09, so 16 are owed: from 15 to 07."""
    for begins, verdicts in (("07", []), ("06.59", [(BREACH, 959, 960)])):
        line = f"15-22 01-03+09-15 {begins}-12 - - - -"
        roster = unforeseen(roster_of(tariff=Tariff.KS_HTA, agreements=(reps(below_floor=1),), kari=line), "01.00")
        assert seen(compensating_rest.check, roster) == verdicts


def test_other_suitable_protection_makes_a_rest_not_given_back_one_to_consider() -> None:
    instead = replace(short_rest(), compensating_rest=False)
    instead = replace(instead, values={**instead.values, "other_protection": Decimal(1)})
    roster = roster_of(tariff=Tariff.KS_HTA, agreements=(instead,), kari="14-22 07-15 03.59-12 - - - -")
    assert seen(compensating_rest.check, roster) == [(CONSIDER, 779, 780)]
    assert not refused("compensating-rest", roster)


def test_a_weekly_rest_made_shorter_is_given_back_with_the_next_one() -> None:
    """28 hours from Saturday 22 to Monday 02; the next week then owes 42, and has 35 or more than 42."""
    agreed = {"tariff": Tariff.KS_HTA, "agreements": (short_rest(),), "before": {"kari": "16-24"}}
    first = "00-08 08-16 08-16 08-16 08-16 08-22 - | 02-10 12-20 08-16 08-16 08-16 "
    short = f"{first} 08-22 - | 09-17 - - - - - -"
    long = f"{first} 08-16 - | 10-17 - - - - - -"
    weekly = [one for one in seen(compensating_rest.check, roster_of(kari=short, **agreed)) if one[2] == 42 * 60]
    assert weekly == [(CONSIDER, 35 * 60, 42 * 60)]
    assert not [one for one in seen(compensating_rest.check, roster_of(kari=long, **agreed)) if one[2] == 42 * 60]


@pytest.mark.parametrize(("line", "verdict"), [("16-23 08-15", CONSIDER), ("14-22 22-08 - 08-15", None)])
def test_the_consent_for_passive_work_is_not_for_active_shifts(line: str, verdict: Verdict | None) -> None:
    consent = agreement("10-12 (7)", Party.AUTHORITY, hours={"daily_rest_h": 8})
    roster = roster_of(agreements=(consent,), kari=line)
    assert {one.verdict for one in daily_rest.check(roster)} == {verdict or Verdict.OK}
    assert not refused("daily-rest", roster)


def test_a_union_without_a_collective_agreement_shortens_nothing() -> None:
    union = agreement("10-12 (4)", Party.UNION, hours={"daily_rest_h": 6})
    assert seen(daily_rest.check, roster_of(agreements=(union,), kari="15-23 05-12")) == [(BREACH, 360, 660)]
    assert fine(daily_rest.check, roster_of(tariff=Tariff.OWN, agreements=(union,), kari="15-23 05-12")) == [(360, 360)]


def test_an_agreement_inside_the_plan_holds_on_its_own_days() -> None:
    """Monday's rest of nine hours falls under an agreement that ends on Tuesday; Thursday's does not."""
    agreed = {"tariff": Tariff.KS_HTA, "agreements": (short_rest(valid_to=date(2027, 1, 12)),)}
    both = roster_of(kari="15-23 08-16 - 15-23 08-16 - -", **agreed)
    assert seen(daily_rest.check, both) == [(NEEDS, 540, 660)]
    assert refused("daily-rest", both)
    early = roster_of(kari="15-23 08-16 - 15-23 10-16 - -", **agreed)
    assert not refused("daily-rest", early)


@pytest.mark.parametrize("begins", ["07.59", "08", "08.01", "09"])
def test_an_old_window_that_is_short_already_gets_no_shorter(begins: str) -> None:
    """08 to 24 before the plan leaves 8 hours until 08; what is new may not begin sooner (D22)."""
    roster = roster_of(before={"kari": "08-24"}, kari=f"{begins}-15 - - - - - -")
    assert refused("daily-rest", roster) == (begins == "07.59")


TRIP = 61 * 60
"""Friday 08 to Sunday 21."""


def trip(*breaks: tuple[int, int], sort: Sort = Sort.TRAVEL) -> Roster:
    kind = ShiftKind("R", "Reise", 8 * 60, TRIP, sort, breaks=tuple(Break(*one, working=False) for one in breaks))
    return roster_of(kinds=(kind,), kari="08-15 - - - R - -")


NIGHTS = ((13 * 60, 24 * 60), (37 * 60, 48 * 60))
"""From 21 to 08."""


def test_recorded_free_nights_on_a_trip_are_rest() -> None:
    assert fine(daily_rest.check, trip(*NIGHTS)) == [(660, 660)]
    assert not refused("daily-rest", trip(*NIGHTS))


def test_a_night_on_a_trip_that_is_a_minute_short_is_a_breach() -> None:
    short = trip((13 * 60, 24 * 60 - 1), NIGHTS[1])
    assert refused("daily-rest", short)
    assert (BREACH, 659, 660) in seen(daily_rest.check, short)


def test_nothing_of_a_trip_is_free_that_is_not_recorded() -> None:
    assert refused("daily-rest", trip())


def test_a_break_in_an_ordinary_shift_is_no_rest_between_shifts() -> None:
    assert refused("daily-rest", trip(*NIGHTS, sort=Sort.ROUND))


def test_free_time_of_a_trip_can_be_weekly_rest() -> None:
    kind = ShiftKind("R", "Reise", 8 * 60, TRIP, Sort.TRAVEL, breaks=(Break(10 * 60, 45 * 60, working=False),))
    line = "08-16 08-16 08-16 08-16 R - - | 08-16 - - - - - -"
    roster = roster_of(kinds=(kind,), before={"kari": "16-24"}, kari=line)
    assert not refused("weekly-rest", roster)
    assert {one.verdict for one in weekly_rest.check(roster)} <= {Verdict.OK, CONSIDER}


def standby(roster: Roster, start: str) -> Roster:
    shifts = tuple(
        replace(one, work=WorkSort.STANDBY, standby_parts=7) if f"{one.start:%H.%M}" == start else one
        for one in roster.frame.shifts
    )
    return Roster(replace(roster.frame, shifts=shifts), roster.works)


def test_standby_at_home_lies_in_the_rest_and_a_call_out_breaks_it() -> None:
    quiet = standby(roster_of(kari="15-22+22.01-07 09-15 - - - - -"), "22.01")
    assert fine(daily_rest.check, quiet) == [(660, 660)]
    assert not refused("daily-rest", quiet)
    called = standby(roster_of(kari="15-22+22.01-07 01-03+09-15 - - - - -"), "22.01")
    assert refused("daily-rest", called)
