"""Where one plan ends and another begins: rest is kept over the joint, and shares go on from what was."""

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from roster.domain.brief import Balances, Brief, PastShift
from roster.domain.days import DateSpan, When
from roster.domain.finding import Verdict
from roster.domain.frame import frame_of
from roster.domain.help_needed import Need, ShiftKind
from roster.domain.kinds import Sort
from roster.domain.plan import Plan
from roster.domain.roster import Roster
from roster.reading.faults import Faults
from roster.reading.read import Read
from roster.workflow.earlier import with_earlier
from roster.workflow.joint import at_joints_of
from tests.approval.arrangement import DAY, NOW, START, brief_of, saved
from tests.approval.test_in_force import into_use
from tests.cli.typed import typed
from tests.rules.builders import short_rest

EVENING = ShiftKind("K", "Kveldsvakt", 930, 450, Sort.EVENING)
SHORT = "9 timer hvile"
"""From Sunday at 23 to Monday at 8."""


def brief(week: int, weeks: int) -> Brief:
    """Days on weekdays and an evening on Sundays."""
    made = brief_of()
    needs = (*made.needs, Need("K", When(frozenset({6})), 1))
    period = replace(made.period, start=START + timedelta(days=7 * week), weeks=weeks)
    return replace(made, kinds=(DAY, EVENING), needs=needs, period=period)


def plan(week: int, weeks: int, mondays: str = "A2", sundays: str | None = None) -> Plan:
    """Mondays as it says, other weekdays A3's. Of Sundays every other is A1's and A3's, if they are not all one's."""
    frame = frame_of(brief(week, weeks))

    def who(on: date) -> str:
        turn = "A1" if (on - START).days // 7 % 2 else "A3"
        return {0: mondays, 6: sundays or turn}.get(on.weekday(), "A3")

    return Plan(frame.brief, Roster(frame, frozenset((who(one.start.date()), one.id) for one in frame.shifts)))


def day(number: int) -> date:
    return START + timedelta(days=number)


@pytest.fixture(name="folder", scope="module")
def _folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four weeks in use, of which A1 has the last Sunday evening, and A2 the Mondays."""
    folder = tmp_path_factory.mktemp("familie") / "t"
    into_use(folder, plan(0, 4))
    return folder


def test_a_plan_that_follows_too_close_on_what_runs_cannot_be_taken_into_use(folder: Path) -> None:
    """A1 ends at 23 on the last Sunday, and would begin at 8 on the Monday."""
    with pytest.raises(Faults, match=f"skjøten.*{SHORT}") as refused:
        into_use(folder, plan(4, 1, mondays="A1", sundays="A2"))
    assert len(refused.value.faults) == 1


def test_nor_one_that_ends_too_close_before_what_goes_on(folder: Path) -> None:
    """A2 would end at 23 on the Sunday of the third week, and begins at 8 on the Monday of the fourth."""
    with pytest.raises(Faults, match=f"skjøten.*{SHORT}"):
        into_use(folder, plan(2, 1, sundays="A2", mondays="A3"))


def test_check_tells_of_the_joint_before_it_is_taken_into_use(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    version = saved(folder, plan(4, 1, mondays="A1", sundays="A2"))
    assert SHORT in typed(capsys, "check", version, "--plain").out
    fine = saved(folder, plan(4, 1, sundays="A2"))
    assert SHORT not in typed(capsys, "check", fine, "--plain").out


def test_rest_that_the_next_days_of_what_ran_would_have_given_is_told_by_its_own_week(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """From a Saturday at 23 A1 was off until the Tuesday, and begins on the Monday in a plan that takes that week.

    Every Sunday before that is the rest of its own week.
    """
    folder = tmp_path / "t"
    days = (f"{number} D" for number in (*range(26), 29) if number % 7 < 6)
    into_use(folder, of_a1(0, 5, *days, "26 K"))
    version = saved(folder, of_a1(4, 1, "28 D")) / "turnus.json"
    said = typed(capsys, "check", version, "--plain").out
    assert "Kari har ingen ukehvile for seg selv i uka fra mandag 25. januar 2027" in said
    assert "roster change --give" in said
    told = json.loads(typed(capsys, "check", version, "--json").out)
    lacks = Verdict.NEEDS_AGREEMENT.value
    assert [(one["rule"], one["who"]) for one in told["findings"] if one["verdict"] == lacks] == [("weekly-rest", "A1")]
    assert told["counts"][lacks] == 1


def of_a1(week: int, weeks: int, *shifts: str) -> Plan:
    """Short days and evenings all week; A1 has these, by the number of the day, and nobody the others."""
    made = brief(week, weeks)
    needs = (Need("D", When(), 0, 1), Need("K", When(), 0, 1))
    frame = frame_of(replace(made, kinds=(replace(DAY, length=300), EVENING), needs=needs))
    on = {f"{(one.start.date() - START).days} {one.kind}": one.id for one in frame.shifts}
    return Plan(frame.brief, Roster(frame, frozenset(("A1", on[one]) for one in shifts)))


def test_the_longer_rest_of_the_young_is_kept_over_the_joint(folder: Path) -> None:
    """A1 ends at 23 on the last Sunday, and begins 12 hours later, or half an hour sooner."""

    def at(minute: int, born: date | None) -> Plan:
        first = replace(of_a1(4, 1, "28 D").brief, kinds=(replace(DAY, start=minute, length=300, breaks=()), EVENING))
        people = tuple(replace(one, born=born if one.id == "A1" else None) for one in first.assistants)
        frame = frame_of(replace(first, assistants=people))
        monday = next(one.id for one in frame.shifts if one.start.date() == day(28) and one.kind == "D")
        return Plan(frame.brief, Roster(frame, frozenset({("A1", monday)})))

    young = day(28).replace(year=day(28).year - 17)
    for minute, born, rules in ((660, young, []), (630, young, ["young-rest"]), (630, None, [])):
        found = at_joints_of(folder, "9", at(minute, born))
        assert [one.rule for _, one in found if one.who == "A1"] == rules


def read(week: int, weeks: int = 1) -> Read:
    return Read(brief(week, weeks), ("Forutsetning: ingen tidligere vakter.",))


def test_the_next_brief_knows_the_four_weeks_before_it(folder: Path) -> None:
    found = with_earlier(read(4), folder)
    sundays = [one for one in found.brief.history if one.kind == "K"]
    had = [("A3", day(6)), ("A1", day(13)), ("A3", day(20)), ("A1", day(27))]
    assert {(one.who, one.start.date()) for one in sundays} == set(had)
    assert len(found.brief.history) == 24
    assert "24 vakter" in found.notices[0]
    assert not any("ingen tidligere" in one for one in found.notices)


def test_it_evens_out_by_what_each_has_had_and_says_so_in_a_line(folder: Path) -> None:
    found = with_earlier(read(4), folder)
    evenings = {one.who: (one.evenings, one.weekends) for one in found.brief.balances}
    assert evenings == {"A1": (2, 2), "A2": (0, 0), "A3": (0, 0)}
    (line,) = (one for one in found.notices if one.startswith("Jevner ut"))
    assert line.startswith("Jevner ut etter året til og med 31.01.2027")
    assert "Kari 0/2/2/0" in line
    assert with_earlier(read(4), folder, even_out=False).brief.balances == ()


def test_what_the_brief_says_by_hand_wins(folder: Path) -> None:
    by_hand = Balances("A1", weekends=1)
    shift = PastShift("A2", NOW.replace(tzinfo=None), NOW.replace(tzinfo=None) + timedelta(hours=7))
    asked = replace(read(4).brief, balances=(by_hand,), history=(shift,))
    found = with_earlier(Read(asked, ()), folder)
    assert found.brief.history == (shift,)
    assert by_hand in found.brief.balances
    assert [one.who for one in found.brief.balances] == ["A1", "A2", "A3"]


def test_nobody_is_asked_to_work_so_late_that_what_follows_comes_too_soon(folder: Path) -> None:
    """A2 begins at 8 on the Monday after, so from 21 on the Sunday A2 is off; A1 begins later."""
    found = with_earlier(read(2), folder)
    closed = {one.id: [(each.when.dates, each.start) for each in one.cannot] for one in found.brief.assistants}
    assert closed["A2"] == [(DateSpan(day(20), day(20)), 21 * 60)]
    assert closed["A1"] == []
    (said,) = (one for one in found.notices if "versjon 0001" in one)
    assert "Ukehvile og søndager over den skjøten planlegges ikke: se dem med «roster check»" in said


def test_who_is_young_has_the_longer_rest_before_what_follows(folder: Path) -> None:
    """A2 begins on the Monday at 8: the Sunday before it ends at 21, or at 20 for who is 17."""
    for born, ends in ((None, 21), (date(day(21).year - 17, 1, 1), 20)):
        asked = brief(2, 1)
        people = tuple(replace(one, born=born if one.id == "A2" else None) for one in asked.assistants)
        found = with_earlier(Read(replace(asked, assistants=people), ()), folder)
        assert [one.start for one in found.brief.assistant("A2").cannot] == [ends * 60]


def test_a_shorter_rest_that_is_agreed_from_inside_the_plan_on_is_enough_before_what_follows(folder: Path) -> None:
    """A2 begins on the Monday at 8, so that nine hours before it begin at 23 on the Sunday."""
    for since, ends in ((day(16), 23), (day(21), 21)):
        asked = replace(brief(2, 1), agreements=(short_rest(valid_from=since),))
        found = with_earlier(Read(asked, ()), folder)
        assert [one.start for one in found.brief.assistant("A2").cannot] == [ends * 60]


def test_a_folder_where_nothing_was_in_use_tells_nothing(tmp_path: Path) -> None:
    saved(tmp_path / "t", plan(0, 1))
    assert with_earlier(read(4), tmp_path / "t") == read(4)
