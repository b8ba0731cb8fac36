"""The vedtak: D8, D30, D31."""

from dataclasses import replace
from datetime import date
from itertools import combinations
from typing import Any

from roster.domain.days import DateSpan, When
from roster.domain.finding import Verdict
from roster.domain.frame import calendar_frame
from roster.domain.help_needed import Event, Need
from roster.domain.kinds import Covers, EventSort, Purpose, WhenShort
from roster.domain.settings import Settings
from roster.domain.vedtak import Season, Vedtak, VedtakLine
from roster.rules.vedtak import check
from roster.rules.vedtak_hours import allowances, drawn_on, used_by_year
from roster.rules.vedtak_share import drawn, granted_by, open_on, open_to
from tests.rules.builders import MONDAY, fine, kind_of, roster_of, seen

YEAR = DateSpan(date(2027, 1, 1), date(2027, 12, 31))
MISSING = Verdict.MISSING


def granted(*lines: VedtakLine, short: WhenShort = WhenShort.STOP) -> dict[str, Any]:
    return {"brief": {"vedtak": Vedtak(lines, short)}}


def line(minutes: int, **given: Any) -> VedtakLine:
    return VedtakLine(**{"id": "V", "dates": YEAR, "per_week": minutes, **given})


def test_a_cycle_uses_at_most_what_is_granted_a_week() -> None:
    assert fine(check, roster_of(cycle=True, kari="D D", **granted(line(960)))) == [(960, 960)]
    assert seen(check, roster_of(cycle=True, kari="D 08-16.01", **granted(line(960)))) == [(MISSING, 961, 960)]


def test_a_calendar_uses_its_days_part_of_the_year() -> None:
    assert fine(check, roster_of(kari="D D", **granted(line(960)))) == [(960, 960)]
    assert seen(check, roster_of(kari="D 08-16.01", **granted(line(960)))) == [(MISSING, 961, 960)]


def test_over_with_a_warning_is_to_be_considered() -> None:
    over = granted(line(959), short=WhenShort.EXCEED)
    assert seen(check, roster_of(kari="D D", **over)) == [(Verdict.CONSIDER, 960, 959)]


def test_hours_a_year_are_spread_over_its_days() -> None:
    year = line(0, per_week=None, per_year=365 * 60)
    assert fine(check, roster_of(kari="08-15", **granted(year))) == [(420, 420)]


def test_what_is_used_before_is_taken_off_the_rest_of_the_year() -> None:
    """355 days are left after 10 January; 355 hours are left for them."""
    used = line(0, per_week=None, per_year=365 * 60, used=10 * 60, through=date(2027, 1, 10))
    assert fine(check, roster_of(kari="08-15", **granted(used))) == [(420, 420)]
    more = line(0, per_week=None, per_year=365 * 60, used=400 * 60, through=date(2027, 1, 10))
    assert seen(check, roster_of(kari="08-15", **granted(more))) == [(MISSING, 420, 0)]


def test_days_recorded_as_used_are_not_planned_twice() -> None:
    """Through Wednesday recorded: Monday's hours are in what is used, four days are planned."""
    used = line(0, per_week=None, per_year=365 * 60, used=13 * 60, through=date(2027, 1, 13))
    assert fine(check, roster_of(kari="D - - 08-12 - - -", **granted(used))) == [(240, 240)]


def test_a_night_over_new_year_is_charged_to_both_years() -> None:
    both = line(168 * 60, dates=DateSpan(date(2026, 1, 1), date(2027, 12, 31)), covers=frozenset(Covers))
    found = list(check(roster_of(start=date(2026, 12, 28), kari="- - - 22-07", **granted(both))))
    assert [one.measured for one in found if "covers" not in one.facts] == [120, 420]


def test_a_shift_of_five_over_new_year_is_parted_for_each_as_the_planner_has_it() -> None:
    both = DateSpan(date(2026, 1, 1), date(2027, 12, 31))
    frame = roster_of(start=date(2026, 12, 28), kari="- - - 22-07", **granted(line(10000, dates=both))).frame
    night = replace(frame.shifts[0], uncharged=10)
    assert used_by_year([(night, 5)], 60) == {year: 5 * drawn(frame, night, year) for year in (2026, 2027)}


def test_a_leap_year_has_a_day_more() -> None:
    year = VedtakLine("V", DateSpan(date(2028, 1, 1), date(2028, 12, 31)), per_year=366 * 60)
    assert fine(check, roster_of(start=date(2028, 1, 10), kari="08-15", **granted(year))) == [(420, 420)]


def test_resting_hours_are_charged_by_their_factor() -> None:
    covers = frozenset({Covers.RESTING_NIGHT})
    given = {**granted(line(360, covers=covers)), "settings": Settings(resting_granted=30)}
    assert fine(check, roster_of(kari="H", **given)) == [(360, 360), (360, 360)]


def test_nights_and_two_at_once_need_a_line_that_covers_them() -> None:
    plain, all_of = line(10000), line(10000, covers=frozenset(Covers))
    for people in ({"kari": "N"}, {"kari": "H"}, {"kari": "D", "ola": "D"}):
        roster = roster_of(**people, **granted(plain))
        assert [one[0] for one in seen(check, roster)] == [MISSING]
        assert seen(check, roster_of(**people, **granted(all_of))) == []


def test_a_handover_of_an_hour_is_no_work_for_two() -> None:
    assert seen(check, roster_of(kari="08-16", ola="15-23", **granted(line(10000)))) == []
    assert len(seen(check, roster_of(kari="08-16", ola="14.59-23", **granted(line(10000))))) == 1


def test_two_at_once_over_the_cut_of_a_week_are_two() -> None:
    """A night that goes on until Monday 07, and a shift from 05: the second draws, and in the week in which it starts."""
    lines = granted(line(40 * 60))
    assert (MISSING, 480, 0) in seen(check, roster_of(kari="- - - - - - 22-07 |", ola=f"{'- ' * 7}| 05-13", **lines))
    handed_over = roster_of(kari="- - - - - - 22-07 |", ola=f"{'- ' * 7}| 06-13", **lines)
    assert (MISSING, 420, 0) not in seen(check, handed_over)


def test_nights_use_no_more_than_the_lines_that_cover_them_give() -> None:
    nights = line(479, id="N", covers=frozenset({Covers.WAKING_NIGHT}))
    assert seen(check, roster_of(kari="N", **granted(line(10000), nights))) == [(MISSING, 480, 479)]


# -- lines for one thing alone ------------------------------------------------------------------------


def test_hours_for_nights_are_no_use_by_day() -> None:
    nights = line(10000, id="N", purpose=Purpose.WAKING_NIGHT)
    found = list(check(roster_of(kari="D 08-16.01", **granted(line(960), nights))))
    assert [(one.facts, one.measured, one.limit) for one in found if one.verdict is MISSING] == [
        ({"lines": "V"}, 961, 960)
    ]
    assert seen(check, roster_of(kari="D D N", **granted(line(960), nights))) == []


def test_what_both_may_use_is_shared_only_once() -> None:
    """16 hours for all and 8 for nights: a day of 16 hours and two nights are too much, though each alone is not."""
    nights = line(480, id="N", purpose=Purpose.WAKING_NIGHT)
    assert seen(check, roster_of(kari="D D N", **granted(line(960), nights))) == []
    assert [one[1:] for one in seen(check, roster_of(kari="D D N N", **granted(line(960), nights)))] == [
        (1920, 1440),
        (960, 480),
    ]


def test_in_a_season_a_day_weighs_its_percent() -> None:
    """A year of 365 hours, half of it 200 %: a week in the season has two of the three parts."""
    dates = DateSpan(date(2027, 1, 11), date(2027, 1, 17))
    year = line(
        0,
        per_week=None,
        per_year=365 * 60,
        used=0,
        through=date(2027, 1, 10),
        dates=DateSpan(date(2027, 1, 1), date(2027, 1, 24)),
    )
    season = Season(dates, 200)
    usual, dense = (
        list(check(roster_of(kari="D", brief={"vedtak": Vedtak((year,)), "seasons": s}))) for s in ((), (season,))
    )
    assert [one.limit for one in usual] == [24 * 60 // 2]
    assert [one.limit for one in dense] == [24 * 60 * 2 // 3]


def test_by_need_the_plan_has_the_part_that_its_need_is_of_the_years() -> None:
    """Nine hours a Monday in the plan and eighteen after it: a third of the 20 days' 20 hours is for the week."""
    year = line(0, per_week=None, per_year=365 * 60, dates=DateSpan(MONDAY, date(2027, 1, 30)))
    kind = kind_of("08-17")
    needs = (Need(kind.code, When(frozenset({0})), 1),)
    given = {"vedtak": Vedtak((year,)), "needs": needs, "kinds": (kind,)}
    roster = roster_of(kari="08-17", brief=given, settings=Settings(spread_by_need=True))
    assert [one.limit for one in check(roster)] == [20 * 60 // 3]


def test_limits_and_check_know_the_same_hours_in_every_season_and_purpose() -> None:
    """Two readings of what the lines give and to whom, held against each other."""
    brief = roster_of(kari="D E N H").frame.brief
    frame = calendar_frame(brief, 60)
    lines = (
        line(35 * 60),
        line(20 * 60, id="N", purpose=Purpose.WAKING_NIGHT, dates=DateSpan(date(2027, 3, 1), date(2028, 6, 30))),
        line(0, id="A", per_week=None, per_year=90000, purpose=Purpose.RESPITE, used=600, through=date(2027, 2, 10)),
    )
    needs = (
        Need("D", When(frozenset({0, 3})), 1),
        Need("N", When(dates=DateSpan(date(2027, 5, 1), date(2027, 8, 31))), 1, line="N"),
    )
    seasons = (
        Season(DateSpan(date(2027, 6, 21), date(2027, 8, 15)), 140),
        Season(DateSpan(date(2027, 12, 20), date(2028, 1, 2)), 0),
    )
    dated = calendar_frame(replace(brief, seasons=seasons), 60)
    by_need = calendar_frame(replace(dated.brief, settings=Settings(spread_by_need=True), needs=needs), 60)
    for weighed in (frame, dated, by_need):
        for some in (lines, lines[:1], lines[1:]):
            by_check = [(one.year, one.minutes) for one in allowances(weighed, some)]
            assert by_check == [(one.year, one.minutes) for one in granted_by(weighed, some)]
            alone = [(one.year, one.minutes) for one in allowances(weighed, some, alone=True)]
            assert alone == [(one.year, one.minutes) for one in granted_by(weighed, some, alone=True)]
    for shift in frame.shifts:
        assert drawn_on(lines, shift) == {one.id for one in lines if open_to(one, shift)}
        dated = drawn_on(lines, shift, shift.start.date())
        assert dated == {one.id for one in open_on(lines, shift, shift.start.year)}


def test_limits_and_check_know_the_same_hours_of_weeks_that_lines_part() -> None:
    """Each set of lines by itself, with a season, hours on record, a meeting and New Year."""
    recorded: dict[str, Any] = {"used": 900, "through": date(2027, 8, 24)}
    lines = (
        line(35 * 60, id="V1", dates=DateSpan(date(2027, 1, 1), date(2027, 9, 8))),
        line(30 * 60, id="V2", dates=DateSpan(date(2027, 9, 9), date(2027, 12, 16))),
        line(40 * 60, id="V3", dates=DateSpan(date(2027, 12, 17), date(2028, 6, 30))),
        line(600, id="X", purpose=Purpose.EXTRA, dates=DateSpan(date(2027, 9, 7), date(2028, 1, 5))),
        line(900, id="N", purpose=Purpose.WAKING_NIGHT, dates=DateSpan(date(2027, 1, 1), date(2028, 1, 4)), **recorded),
    )
    meeting = Event("E1", "Møte", EventSort.MEETING, When(frozenset({3})), 600, 180, ("kari",), charged=True)
    given: dict[str, Any] = {
        "vedtak": Vedtak(lines),
        "seasons": (Season(DateSpan(date(2027, 9, 10), date(2027, 9, 30)), 140),),
        "needs": (Need("D", When(frozenset(range(3))), 1), Need("N", When(frozenset({3})), 1)),
        "events": (meeting,),
    }
    brief = roster_of(kari="D N", start=date(2027, 8, 16), brief=given).frame.brief
    for frame in (calendar_frame(brief, 6), calendar_frame(brief, 24)):
        differ = 0
        for some in (some for size in range(1, 5) for some in combinations(lines, size)):
            by_check = [(one.year, one.minutes) for one in allowances(frame, some, alone=True)]
            assert by_check == [(one.year, one.minutes) for one in granted_by(frame, some, alone=True)]
            differ += by_check != [(one.year, one.minutes) for one in granted_by(frame, some)]
        assert differ


def test_a_meeting_of_several_is_no_help_by_two() -> None:
    """It is charged for each of those who come, and needs no line that covers two at once."""
    meeting = Event("E1", "Møte", EventSort.MEETING, When(frozenset({0})), 600, 180, ("kari", "ola"), charged=True)
    given = {"brief": {"vedtak": Vedtak((line(840),)), "events": (meeting,)}}
    assert fine(check, roster_of(cycle=True, kari="- D", ola="- -", **given)) == [(840, 840)]
    assert seen(check, roster_of(cycle=True, kari="- D", ola="- 15-16.01", **given)) == [(MISSING, 901, 840)]
