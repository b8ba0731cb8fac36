"""What a plan may draw from the vedtak (D30, D31)."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

from roster.domain.days import DateSpan
from roster.domain.frame import calendar_frame, frame_of
from roster.domain.kinds import Form
from roster.domain.vedtak import VedtakLine
from roster.rules.vedtak_share import drawn, granted_for, shares
from tests.support.plans import brief_of

ROUND_THE_CLOCK = 168 * 60
HOUR = 60


def with_vedtak(*lines, form=Form.CALENDAR, **asked):
    brief = brief_of(form, **asked)
    return replace(brief, vedtak=replace(brief.vedtak, lines=lines))


def a_year(year, per_week=ROUND_THE_CLOCK, **more):
    return VedtakLine("V1", DateSpan(date(year, 1, 1), date(year, 12, 31)), per_week=per_week, **more)


def test_168_hours_a_week_are_8760_hours_in_a_year_of_365_days():
    plan = calendar_frame(with_vedtak(a_year(2027), start=date(2027, 1, 4)), 1)
    (share,) = shares(plan)
    assert share.minutes * 365 / 7 == 8760 * HOUR


def test_a_leap_year_has_a_day_more():
    plan = calendar_frame(with_vedtak(a_year(2028), start=date(2028, 1, 3)), 1)
    (share,) = shares(plan)
    assert share.minutes * 366 / 7 == 8784 * HOUR


def test_a_grunnturnus_may_draw_its_weeks():
    frame = frame_of(with_vedtak(a_year(2027, per_week=35 * HOUR), form=Form.CYCLE, weeks=4))
    assert granted_for(frame) == 4 * 35 * HOUR


def test_what_was_used_leaves_its_part_for_the_days_planned():
    """365 hours a year, 100 used in January: 265 hours for 334 days."""
    line = VedtakLine(
        "V1", DateSpan(date(2027, 1, 1), date(2027, 12, 31)), per_year=365 * HOUR, used=100 * HOUR,
        through=date(2027, 1, 31),
    )  # fmt: skip
    frame = calendar_frame(with_vedtak(line, start=date(2027, 2, 1)), 4)
    (share,) = shares(frame)
    assert share.minutes == Fraction(265 * HOUR * 28, 334)


def test_overspent_is_nothing_left():
    line = a_year(2027, used=9000 * HOUR, through=date(2027, 1, 31))
    assert granted_for(calendar_frame(with_vedtak(line, start=date(2027, 2, 1)), 4)) == 0


def test_days_outside_the_vedtak_give_nothing():
    line = VedtakLine("V1", DateSpan(date(2027, 1, 4), date(2027, 1, 10)), per_week=35 * HOUR)
    frame = calendar_frame(with_vedtak(line, start=date(2027, 1, 4)), 2)
    assert granted_for(frame) == 35 * HOUR


def test_the_night_over_new_year_is_parted_where_it_is_worked():
    frame = calendar_frame(with_vedtak(a_year(2027), a_year(2028), start=date(2027, 12, 27)), 1)
    night = frame.shift["2027-12-31 N"]
    assert drawn(frame, night, 2027) == 90
    assert drawn(frame, night, 2028) == 450
    assert drawn(frame, night, 2027) + drawn(frame, night, 2028) == night.clock_minutes
