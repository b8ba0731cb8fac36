"""Lines for one thing alone, seasons and the need of the year: told to the solver as the checker reads them."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from roster.domain.days import DateSpan, When
from roster.domain.frame import Frame
from roster.domain.help_needed import Need
from roster.domain.kinds import Covers, Purpose
from roster.domain.roster import Roster
from roster.domain.settings import Charging, Settings
from roster.domain.vedtak import Season, Vedtak, VedtakLine
from roster.rules.vedtak_hours import allowances
from tests.planning.readings import agree_on, at_the_edge, refused
from tests.rules.builders import roster_of

YEARS = DateSpan(date(2026, 1, 1), date(2027, 12, 31))
FORMS = pytest.mark.parametrize("cycle", [False, True], ids=["calendar", "cycle"])


def line(per_week: int, name: str = "V", **more: object) -> VedtakLine:
    return VedtakLine(**{"id": name, "dates": YEARS, "per_week": per_week, **more})  # type: ignore[arg-type]


def drawing_on(roster: Roster, **lines: str) -> Roster:
    """The roster in which the shifts of a kind draw on the line named."""
    frame: Frame = roster.frame
    shifts = tuple(replace(one, line=lines.get(one.kind)) for one in frame.shifts)
    return replace(roster, frame=replace(frame, shifts=shifts))


@FORMS
@pytest.mark.parametrize("purpose", [Purpose.DAY, Purpose.EVENING, Purpose.WAKING_NIGHT, Purpose.RESTING_NIGHT])
def test_hours_for_one_thing_alone_bind_the_others(purpose: Purpose, cycle: bool) -> None:
    def make(minutes: int) -> Roster:
        lines = (line(2400 - minutes, covers=frozenset(Covers)), line(900, "A", purpose=purpose))
        return roster_of(kari="D E N - H - -", cycle=cycle, brief={"vedtak": Vedtak(lines)})

    assert refused("vedtak", make(2390))
    assert not refused("vedtak", make(0))
    at_the_edge("vedtak", make, 0, 2390)


@FORMS
def test_a_need_that_names_its_line_keeps_within_it(cycle: bool) -> None:
    def make(minutes: int) -> Roster:
        lines = (line(5000), line(1400 - minutes, "A", purpose=Purpose.RESPITE))
        return drawing_on(roster_of(kari="D D E E", cycle=cycle, brief={"vedtak": Vedtak(lines)}), E="A")

    assert not refused("vedtak", make(0))
    at_the_edge("vedtak", make, 0, 1390)


@pytest.mark.parametrize("by_need", [False, True])
@pytest.mark.parametrize("percent", [0, 250])
def test_in_a_season_the_plan_has_its_part_of_the_year(percent: int, by_need: bool) -> None:
    inside = DateSpan(date(2027, 1, 14), date(2027, 3, 1))

    def make(minutes: int) -> Roster:
        given = {
            "vedtak": Vedtak((line(3000 - minutes, used=5000, through=date(2027, 1, 12)),)),
            "seasons": (Season(inside, percent),),
            "needs": (Need("D", When(frozenset({0, 2})), 1), Need("D", When(dates=inside), 1)),
        }
        return roster_of(kari="D D D - - - - D D - - - - -", brief=given, settings=Settings(spread_by_need=by_need))

    verdicts = {refused("vedtak", make(minutes)) for minutes in range(0, 2990, 598)}
    if verdicts == {False, True}:
        at_the_edge("vedtak", make, 0, 2990)


@FORMS
@pytest.mark.parametrize("other", ["15-23", "15.59-23", "14.59-23"])
def test_a_handover_that_draws_once_is_the_same_in_both(other: str, cycle: bool) -> None:
    given = {"vedtak": Vedtak((line(930, covers=frozenset(Covers)),))}
    settings = Settings(charging=Charging(overlap=False))
    agree_on(("vedtak",), roster_of(kari="D", ola=other, cycle=cycle, brief=given, settings=settings))


# -- lines that follow each other -------------------------------------------------------------------

CUT = date(2027, 1, 18)
"""The Monday after the first week: to that day there are more hours than there are after it, or fewer."""


def following(first: int, then: int, *more: VedtakLine, cut: date = CUT) -> Vedtak:
    before = line(first, "V1", dates=DateSpan(YEARS.first, cut - timedelta(days=1)))
    return Vedtak((before, line(then, "V2", dates=DateSpan(cut, YEARS.last)), *more))


@pytest.mark.parametrize("weeks", ["D - - - - - - D D D - - - -", "D D D - - - - D - - - - - -"])
def test_no_line_is_drawn_on_other_dates_than_its_own(weeks: str) -> None:
    """Three shifts in one week and one in the other: hours that the other has over are no help."""
    few_first = weeks.startswith("D -")

    def make(minutes: int) -> Roster:
        lots, tight = 4000, 3 * 480 + 100 - minutes
        return roster_of(kari=weeks, brief={"vedtak": following(*((lots, tight) if few_first else (tight, lots)))})

    assert at_the_edge("vedtak", make, 0, 1000) == 101


def test_hours_on_top_are_shared_by_those_that_follow_each_other() -> None:
    def make(minutes: int) -> Roster:
        vedtak = following(480, 4000, line(480 - minutes, "X", purpose=Purpose.EXTRA))
        return roster_of(kari="D D D - - - - D - - - - - -", brief={"vedtak": vedtak})

    assert at_the_edge("vedtak", make, 0, 470) == 1


def test_a_week_that_a_line_ends_in_counts_whole_for_it_where_the_rest_of_the_week_has_hours_over() -> None:
    """To Wednesday there are 24 hours of work, and three sevenths of the hours of a week."""

    def make(minutes: int) -> Roster:
        vedtak = following(3 * 480 + 50 - minutes, 4000, cut=date(2027, 1, 14))
        return roster_of(kari="D D D - - - -", brief={"vedtak": vedtak})

    assert at_the_edge("vedtak", make, 0, 1000) == 51


@pytest.mark.parametrize("cut", [date(2027, 1, 1), date(2027, 1, 5), date(2026, 12, 30)])
def test_a_night_over_the_cut_is_drawn_when_it_begins_and_over_new_year_on_both(cut: date) -> None:
    def make(minutes: int) -> Roster:
        vedtak = following(2000 - minutes, 2500 - minutes, line(60, "X", covers=frozenset(Covers)), cut=cut)
        lines = tuple(replace(one, covers=frozenset(Covers)) for one in vedtak.lines)
        return roster_of(
            start=date(2026, 12, 28), kari="- N N N - - - | N N - - - - -", brief={"vedtak": Vedtak(lines)}
        )

    at_the_edge("vedtak", make, 0, 1990)


def test_on_a_day_without_a_line_all_lines_are_drawn_on() -> None:
    gap = Vedtak(
        (
            line(7 * 240, "V1", dates=DateSpan(YEARS.first, date(2027, 1, 12))),
            line(4000, "V2", dates=DateSpan(CUT, YEARS.last)),
        )
    )
    assert not refused("vedtak", roster_of(kari="D - - D D - - D - - - - - -", brief={"vedtak": gap}))


# -- a week parted by two lines ---------------------------------------------------------------------

LESS_FROM_JULY = following(60 * 60, 50 * 60, cut=date(2027, 7, 1))
A_WEEK = "07-15.30 07-15.30 07-15.30 07-15.30 07-15.30 10-18.45 10-18.45"
"""60 hours: 25.5 of them to Wednesday, 34.5 from Thursday."""


def around_july(last_week: str = A_WEEK) -> Roster:
    return roster_of(start=date(2027, 6, 21), kari=f"{A_WEEK} | {last_week}", brief={"vedtak": LESS_FROM_JULY})


def without(roster: Roster, day: str) -> Roster:
    """The roster in which the shift of a day is open."""
    return replace(roster, works=frozenset(one for one in roster.works if not one[1].startswith(day)))


def test_hours_that_a_line_leaves_unused_are_none_for_the_days_of_the_next() -> None:
    """A shift open in June gives July no more hours: those of June lapse, and July has its own days' part."""
    assert refused("vedtak", around_july())
    assert refused("vedtak", without(around_july(), "2027-06-22"))
    assert refused("vedtak", without(around_july(), "2027-06-29"))
    assert not refused("vedtak", without(around_july(), "2027-07-03"))


def test_the_days_of_the_next_line_have_their_part_and_what_the_week_before_them_leaves() -> None:
    """10 days of June need 5130 minutes of 5142.9, and 4 of July have 1714.3: 1727.1 in all, 1440 of them to Saturday."""

    def make(minutes: int) -> Roster:
        sunday = f"08-{8 + minutes // 60:02}.{minutes % 60:02}"
        return around_july(f"07-15.30 07-15.30 07-15.30 D D D {sunday}")

    assert not refused("vedtak", make(287))
    assert refused("vedtak", make(288))


@pytest.mark.parametrize("cut", [date(2027, 1, 12), date(2027, 1, 14)])
def test_a_vedtak_that_goes_on_with_the_same_hours_binds_no_more_than_one_line(cut: date) -> None:
    """Work on weekdays only, so that each side of the change has more of the week than its days are."""

    def make(minutes: int) -> Roster:
        week = "D D D D D - - | D D D D D - -"
        return roster_of(kari=week, brief={"vedtak": following(2400 - minutes, 2400 - minutes, cut=cut)})

    assert not refused("vedtak", make(0))
    assert refused("vedtak", make(1))


def test_the_last_days_of_a_line_take_none_of_the_hours_that_the_next_needs() -> None:
    """V2 has 3110 minutes for 11 days and needs 2400; V1 has 728.6 of the 1440 to Wednesday: 1.6 are short."""
    vedtak = following(1700, 1979, cut=date(2027, 1, 14))
    full = roster_of(kari="D D D - - - - | D D D D D - -", brief={"vedtak": vedtak})
    assert refused("vedtak", without(full, "2027-01-20"))
    assert not refused("vedtak", without(full, "2027-01-12"))


def test_hours_on_top_over_the_change_are_there_for_both_sides_of_the_week() -> None:
    def make(minutes: int) -> Roster:
        extra = line(600, "X", purpose=Purpose.EXTRA, dates=DateSpan(date(2027, 1, 11), date(2027, 2, 28)))
        vedtak = following(1800 - minutes, 1800 - minutes, extra, cut=date(2027, 1, 21))
        return roster_of(kari="D D D D D - - | D D D D D - - | D D D D D - -", brief={"vedtak": vedtak})

    assert not refused("vedtak", make(0))
    assert refused("vedtak", make(1))


@pytest.mark.parametrize("few", [2026, 2027])
def test_hours_left_of_a_year_are_none_for_the_next(few: int) -> None:
    """The week of New Year has 16 hours on either side; hours over in one year do not help the other."""

    def make(minutes: int) -> Roster:
        per_week = [4000, 4000]
        per_week[few - 2026] = 1000 - minutes
        return roster_of(
            start=date(2026, 12, 28),
            kari="- D D - - D D",
            brief={"vedtak": following(per_week[0], per_week[1], cut=date(2027, 1, 1))},
        )

    assert not refused("vedtak", make(40))
    assert refused("vedtak", make(41))


@pytest.mark.parametrize(("cut", "days"), [(date(2026, 12, 16), [25, 28]), (date(2027, 1, 14), [28, 24])])
def test_a_plan_over_new_year_holds_a_week_parted_by_lines_as_any_other_plan(cut: date, days: list[int]) -> None:
    """The lines together have no whole week each for the one that they part, only for that of New Year.

    A line that has no more days in the year than those of the plan has none to take the rest of that week from.
    """
    vedtak = following(7 * 480, 7 * 480, cut=cut)
    worked = roster_of(start=date(2026, 12, 7), kari=" | ".join(["D D D D D D D"] * 7), brief={"vedtak": vedtak})
    assert [one.minutes for one in allowances(worked.frame, vedtak.lines)] == [one * 480 for one in days]
    assert not refused("vedtak", worked)
