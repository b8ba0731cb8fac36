"""A rullerende turnus planned from end to end: one line, walked by all, fills every week (D26)."""

from dataclasses import replace
from decimal import Decimal

from roster.checking.check import check
from roster.domain.assistant import Assistant
from roster.domain.brief import Agreement
from roster.domain.days import When
from roster.domain.help_needed import Need, ShiftKind
from roster.domain.kinds import Form, Lines, Party, Position, Sort
from roster.domain.rotation import moved_id
from roster.planning.plan import make_plan
from roster.planning.result import Planned
from tests.planning.cases import ALWAYS, HOUR, brief

DAY = ShiftKind("D", "Dag", 8 * HOUR, 7 * HOUR, Sort.DAY)
EVENING = ShiftKind("K", "Kveld", 15 * HOUR, 7 * HOUR, Sort.EVENING)


def four_alike():
    """Two shifts of seven hours every day, 98 hours a week, for four of 70 percent of 35 hours."""
    people = tuple(
        Assistant(f"A{number}", f"A{number}", Position.PERMANENT, Decimal(70), 35 * HOUR) for number in range(1, 5)
    )
    one = brief(
        Form.CYCLE,
        4,
        (DAY, EVENING),
        (Need("D", When(), 1), Need("K", When(), 1)),
        assistants=people,
        agreements=(
            Agreement("A", "10-5 (1)", Party.INDIVIDUAL, {"day_h": Decimal(10), "single_week_h": Decimal(50)},
                      averaging_weeks=26, signed=ALWAYS.first),
            Agreement("D", "10-8 (4)", Party.INDIVIDUAL, {}, signed=ALWAYS.first),
        ),
    )  # fmt: skip
    return replace(one, period=replace(one.period, lines=Lines.COMMON, rollout_weeks=4))


def test_all_walk_one_line_a_week_apart_and_every_shift_is_filled():
    answer = make_plan(four_alike(), seconds=8, seed=1)
    assert isinstance(answer, Planned)
    roster = answer.plan.roster
    assert not roster.open
    assert not [one for one in check(roster).findings if one.verdict.fails]
    line = {one.id for one in roster.of("A1")}
    for number, who in enumerate(("A1", "A2", "A3", "A4")):
        assert {moved_id(roster.frame, one.id, number) for one in roster.of(who)} == line


def test_the_line_is_rolled_out_to_dates():
    answer = make_plan(four_alike(), seconds=8, seed=1)
    assert isinstance(answer, Planned)
    assert answer.plan.rollout is not None
    assert not [one for one in check(answer.plan.rollout).findings if one.verdict.fails]
