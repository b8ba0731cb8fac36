"""Merarbeid of a closed month is over each turn of the grunnturnus, as it is where the month is not closed."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from roster.domain.kinds import Form
from roster.domain.rates import PayKind
from roster.domain.worked import month_end
from roster.rules.pay import paid_shifts
from roster.workflow.in_force import InForce
from roster.workflow.planned_rows import planned_rows
from roster.workflow.worked_roster import paid_roster
from tests.rules.builders import roster_of

START, JANUARY = date(2027, 1, 4), date(2027, 1, 1)


def test_a_turn_that_has_too_much_has_merarbeid_though_the_next_has_too_little() -> None:
    """Half a position is 35:30 in two weeks: 40 hours in the first two, and 8 in the two after."""
    line = "D D D - - - - | D D - - - - - | D - - - - - - | - - - - - - -"
    dated = roster_of(kari=line, start=START, people={"kari": {"percent": Decimal(50)}})
    period = replace(dated.frame.brief.period, form=Form.CYCLE, weeks=2)
    rolled_out = replace(dated, frame=replace(dated.frame, brief=replace(dated.frame.brief, period=period)))
    used = (InForce("0001", rolled_out, START),)
    rows = planned_rows(used, START, month_end(JANUARY))
    found = paid_roster(used, {JANUARY: tuple(rows)}, JANUARY)
    extra = {one.day: one.minutes.get(PayKind.EXTRA, 0) for one in paid_shifts(found, "kari")}
    open_month = {one.day: one.minutes.get(PayKind.EXTRA, 0) for one in paid_shifts(rolled_out, "kari")}
    assert extra == open_month
    assert extra[START + timedelta(days=8)] == 5 * 480 - 2 * 1065
    assert sum(extra.values()) == 5 * 480 - 2 * 1065
