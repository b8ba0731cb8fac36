"""Permanent hours first, with the ledger behind: hours that the vedtak would lose go to a position that has room."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from roster.domain.brief import Brief
from roster.domain.days import ALL_WEEKDAYS, DateSpan, When
from roster.domain.frame import frame_of
from roster.domain.help_needed import Need, ShiftKind
from roster.domain.kinds import Form, Position, Sort
from roster.domain.roster import Roster
from roster.domain.vedtak import VedtakLine
from roster.planning import worth
from roster.planning.plan import make_plan
from roster.planning.result import Planned
from tests.planning.points import points_of
from tests.planning.test_what_if import DAY, kari_and_ola

SHORT = ShiftKind("E", "Ettermiddag", 15 * 60, 2 * 60, Sort.EVENING)
NEEDS = (Need("D", When(ALL_WEEKDAYS), 1), Need("E", When(frozenset({1})), 0, up_to=1))
YEAR = DateSpan(date(2027, 1, 1), date(2027, 12, 31))


def with_room(granted: int, position: Position = Position.PERMANENT, form: Form = Form.CYCLE) -> Brief:
    """Both have 51:07 hours in two weeks and get 49: less than half a shift is lacking. Two hours a week are welcome."""
    of = kari_and_ola(kinds=(DAY, SHORT), needs=NEEDS)
    people = tuple(replace(one, percent=Decimal(72), position=position) for one in of.assistants)
    given = replace(of.vedtak, lines=(VedtakLine("V", YEAR, per_week=granted),))
    return replace(of, assistants=people, vedtak=given, period=replace(of.period, form=form))


def shared(of: Brief) -> Roster:
    frame = frame_of(of)
    hers = {3, 4, 5, 6, 7, 8, 9}
    days = [one for one in frame.shifts if one.kind == "D"]
    works = {("kari" if (one.start.date() - frame.first_day).days in hers else "ola", one.id) for one in days}
    return Roster(frame, frozenset(works))


def test_each_minute_that_a_permanent_position_could_have_had_costs() -> None:
    lacking = 3068 - 49 * 60
    assert points_of("hours-lost", shared(with_room(60 * 60))) == lacking * worth.LOST_MINUTE
    assert points_of("short", shared(with_room(60 * 60))) == 0


@pytest.mark.parametrize(
    "of",
    [with_room(49 * 60), with_room(60 * 60, Position.TEMPORARY), replace(with_room(60 * 60), needs=NEEDS[:1])],
    ids=["the vedtak has no more", "no permanent position", "nothing more is welcome"],
)
def test_nothing_is_lost_where_there_is_nothing_to_win(of: Brief) -> None:
    assert points_of("hours-lost", shared(of)) == 0


def test_what_is_used_of_the_year_tells_whether_hours_are_left() -> None:
    of = with_room(50 * 60, form=Form.CALENDAR)
    assert points_of("hours-lost", shared(of)) > 0
    (line,) = of.vedtak.lines
    used = replace(line, used=150 * 60, through=date(2027, 1, 3))
    assert points_of("hours-lost", shared(replace(of, vedtak=replace(of.vedtak, lines=(used,))))) == 0


def test_a_plan_fills_positions_from_hours_that_would_be_lost() -> None:
    found = make_plan(with_room(60 * 60), seconds=2, workers=1, bare=True)
    assert isinstance(found, Planned)
    filled = [shift for _, shift in found.plan.roster.works if shift.endswith(" E")]
    assert len(filled) == 2
