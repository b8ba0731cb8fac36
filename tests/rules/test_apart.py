"""Weeks of work that nothing joins are reckoned apart, and again only where one of them has changed."""

from collections.abc import Sequence

from roster.domain.roster import Roster, Work
from roster.rules.apart import Stretchwise, apart
from roster.rules.periods import days_of_work
from tests.rules.builders import roster_of

FREE = "- - - - - - -"


def _weeks(roster: Roster) -> list[list[int]] | None:
    stretches = apart(roster, "kari")
    return None if stretches is None else [[week.number for week in weeks] for weeks in stretches]


def test_a_night_that_goes_on_in_a_shift_of_the_next_week_joins_the_two() -> None:
    assert _weeks(roster_of(kari=f"- - - - - - N | - T - - - - - | {FREE} | D")) == [[0], [1], [3]]
    assert _weeks(roster_of(kari=f"- - - - - - N | T - - - - - - | {FREE} | D")) == [[0, 1], [3]]


def test_in_a_cycle_the_end_meets_the_beginning() -> None:
    assert _weeks(roster_of(cycle=True, kari="D - - - - - - | D")) is None


def test_a_stretch_is_reckoned_again_where_a_week_of_it_has_changed() -> None:
    reckoned: list[list[str]] = []

    def days(_: Roster, __: str, line: Sequence[Work]) -> int:
        reckoned.append([f"{one.shift.start:%d}" for one in line])
        return len(line)

    lengths = Stretchwise(days)
    before = roster_of(kari="D - - - - - N | - T - - - - - | - - D", ola="- - - - - - - | T")
    assert lengths.of(before, "kari") == [2, 1, 1]
    reckoned.clear()
    given = next(one for one in before.works if one[0] == "ola")
    after = Roster(before.frame, before.works - {given} | {("kari", given[1])})
    after.take_over(before)
    assert lengths.of(after, "kari") == [4, 1]
    assert reckoned == [["11", "17", "18", "19"]]
    assert days_of_work(after, "kari") == days_of_work(Roster(before.frame, after.works), "kari")
