"""The hours and nights of those under 18: aml §§ 11-2 and 11-3."""

from datetime import date
from typing import Any

import pytest

from roster.domain.assistant import Hours, OtherWork
from roster.domain.days import When
from roster.domain.finding import Verdict
from roster.domain.kinds import Elsewhere, Party, Tariff
from roster.domain.roster import Roster
from roster.rules import young_hours, young_night
from tests.rules.builders import agreement, fine, individual, roster_of, seen

BREACH, CONSIDER = Verdict.BREACH, Verdict.CONSIDER
AT_17, AT_14 = date(2010, 1, 1), date(2012, 6, 1)


def young(line: str, born: date | int = AT_17, more: dict[str, Any] | None = None, **facts: Any) -> Roster:
    return roster_of(kari=line, people={"kari": {"born": born, **facts}}, **(more or {}))


def elsewhere(start: int, end: int, where: Elsewhere = Elsewhere.OTHER) -> tuple[OtherWork, ...]:
    return (OtherWork(Hours(When(frozenset({0})), start * 60, end * 60), where),)


def test_eight_hours_a_day_whatever_is_agreed() -> None:
    assert fine(young_hours.check, young("08-16 - - - - - -")) == [(480, 480)]
    agreed = {"agreements": (individual(),)}
    assert seen(young_hours.check, young("08-16.01 - - - - - -", more=agreed)) == [(BREACH, 481, 480)]


def test_forty_hours_a_week_and_no_average() -> None:
    line = "08-16 08-16 08-16 08-16 08-16 - - | - - - - - - -"
    assert fine(young_hours.check, young(line)) == [(480, 480)]
    longer = line.replace("08-16 - -", "08-16 08-08.01 -", 1)
    assert seen(young_hours.check, young(longer)) == [(BREACH, 2401, 2400)]


def test_work_for_another_employer_counts_for_the_young_alone() -> None:
    line = "08-13 - - - - - -"
    assert seen(young_hours.check, young(line, elsewhere=elsewhere(16, 20))) == [(BREACH, 540, 480)]
    assert fine(young_hours.check, young(line, elsewhere=elsewhere(17, 20))) == [(480, 480)]
    assert list(young_hours.check(young(line, born=date(1990, 1, 1), elsewhere=elsewhere(16, 20)))) == []


def test_on_the_eighteenth_birthday_the_hours_are_those_of_adults() -> None:
    assert seen(young_hours.check, young("08-17 08-17 - - - - -", born=date(2009, 1, 12))) == [(BREACH, 540, 480)]
    assert seen(young_hours.check, young("08-17 08-17 - - - - -", born=2009)) == [(BREACH, 540, 480)] * 2
    assert list(young_hours.check(young("08-17 08-17 - - - - -", born=2008))) == []


def test_under_15_it_is_seven_hours_and_a_school_day_is_doubtful() -> None:
    assert seen(young_hours.check, young("- - - - - 08-15.01 -", born=AT_14)) == [(BREACH, 421, 420)]
    assert fine(young_hours.check, young("- - - - - 08-15 -", born=AT_14)) == [(420, 420)]
    assert seen(young_hours.check, young("08-10.01 - - - - - -", born=AT_14)) == [(CONSIDER, 121, 120)]
    assert fine(young_hours.check, young("08-10 - - - - - -", born=AT_14)) == [(120, 420)]


@pytest.mark.parametrize(
    ("times", "found"),
    [
        ("15-21", []),
        ("15-23", [(CONSIDER, 120, 0)]),
        ("15-23.01", [(BREACH, 1, 0)]),
        ("06-12", []),
        ("05.59-12", [(BREACH, 1, 0)]),
        ("22-07", [(BREACH, 420, 0)]),
    ],
)
def test_nothing_between_23_and_06_and_little_after_21(times: str, found: Any) -> None:
    assert seen(young_night.check, young(f"- {times} - - - - -")) == found
    by_union = agreement("10-12 (4)", Party.UNION, hours={"day_h": 12})
    bound = {"agreements": (by_union,), "tariff": Tariff.KS_HTA}
    assert seen(young_night.check, young(f"- {times} - - - - -", more=bound)) == found


def test_the_night_holds_eight_hours_off_around_those_barred() -> None:
    assert seen(young_night.check, young("18-22.30 06.30-10 - - - - -"))[-1:] == [(CONSIDER, 90, 0)]
    short = [one for one in seen(young_night.check, young("18-22.31 06.30-10 - - - - -")) if one[0] is BREACH]
    assert short == [(BREACH, 479, 480)]
    assert seen(young_night.check, young("18-22.31 06.30-10 - - - - -", born=AT_14))[0] == (BREACH, 151, 0)


def test_who_turns_18_at_midnight_may_work_from_midnight() -> None:
    born = date(2009, 1, 12)
    assert seen(young_night.check, young("22-04 - - - - - -", born=born)) == [(BREACH, 60, 0)]
    assert seen(young_night.check, young("- 00-06 - - - - -", born=born)) == []


def test_what_is_in_order_is_said_of_the_young() -> None:
    assert fine(young_night.check, young("08-15 - - - - - -")) == [(0, 0)]
    assert list(young_night.check(young("22-07", born=date(1990, 1, 1)))) == []
