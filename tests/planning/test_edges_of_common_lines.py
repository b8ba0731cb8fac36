"""What a common line is refused for is what is amiss when all who walk it have walked it (D26)."""

import random
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from roster.domain.assistant import Assistant, HeldSkill, Hours, OtherWork, Pin, WeekendRhythm
from roster.domain.brief import Agreement, Brief, Wish
from roster.domain.days import WeekRule, When
from roster.domain.frame import cycle_frame
from roster.domain.help_needed import Event, Need, ShiftKind, SkillNeed
from roster.domain.kinds import (
    Covers,
    Elsewhere,
    EventSort,
    Form,
    Lines,
    Party,
    Position,
    Sort,
    WishSort,
    Worth,
)
from roster.domain.roster import Roster
from roster.domain.rotation import groups, line_frame, on_one_line, walked_by_all
from roster.domain.vedtak import Vedtak, VedtakLine
from tests.planning.cases import ALWAYS, HOUR, brief
from tests.planning.readings import refused_by_checker, refused_by_solver

DAY = ShiftKind("D", "Dag", 8 * HOUR, 7 * HOUR, Sort.DAY)
NIGHT = ShiftKind("N", "Natt", 22 * HOUR, 8 * HOUR, Sort.NIGHT)
TUESDAY = When(frozenset({1}))
MEETING = Event("E1", "Møte", EventSort.MEETING, When(frozenset({0}), WeekRule.NAMED, frozenset({1})), 600, 180,
                ("A1", "A2"), charged=True)  # fmt: skip


def lines_of(
    percents: tuple[int, ...],
    *,
    up_to: int = 4,
    per_week: int = 168 * HOUR,
    covers: tuple[Covers, ...] = tuple(Covers),
    events: tuple[Event, ...] = (),
) -> Brief:
    """A day and a night on the Tuesday of each of two weeks; those with the same percent walk one line."""
    people = tuple(
        Assistant(
            f"A{at}",
            f"A{at}",
            Position.PERMANENT,
            Decimal(percent),
            35 * HOUR,
            skills=(HeldSkill("lift"),) * (percent > 50),
        )
        for at, percent in enumerate(percents, start=1)
    )
    needs = (
        Need("D", TUESDAY, 1, up_to=up_to, skills=(SkillNeed("lift", 1),)),
        Need("N", TUESDAY, 1, up_to=up_to),
    )
    made = brief(Form.CYCLE, 2, (DAY, NIGHT), needs, assistants=people, events=events)
    lines = (VedtakLine("V", ALWAYS, per_week=per_week, covers=frozenset(covers)),)
    return replace(made, period=replace(made.period, lines=Lines.COMMON), vedtak=Vedtak(lines))


def both(rules: tuple[str, ...], given: Brief, draw: random.Random) -> tuple[bool, bool]:
    """Whether checker and solver refuse a drawn line, as all have walked it and as it stands."""
    lines = line_frame(given)
    pairs = [(one.id, shift.id) for one in lines.people for shift in lines.shifts]
    chosen = frozenset(draw.sample(pairs, draw.randint(0, len(pairs))))
    walked = Roster(cycle_frame(given), walked_by_all(given, lines, chosen))
    return any(refused_by_checker(one, walked) for one in rules), refused_by_solver(rules, Roster(lines, chosen))


GROUPS = pytest.mark.parametrize("percents", [(60, 60), (60, 60, 40, 40), (40, 40)], ids=["one", "two", "unable"])


@GROUPS
def test_need_and_skills_are_met_by_all_who_walk_the_lines(percents):
    """A skill asked of a shift that nobody has is said with the need alone."""
    draw = random.Random(1)
    answers = set()
    for _ in range(50):
        checker, solver = both(("need-filled", "skills"), lines_of(percents, up_to=draw.randint(1, 2)), draw)
        assert checker == solver
        answers.add(checker)
    assert answers == ({True} if percents == (40, 40) else {True, False})


@GROUPS
@pytest.mark.parametrize(
    "covers", [(Covers.TWO_AT_ONCE,), (Covers.WAKING_NIGHT,), tuple(Covers)], ids=["no nights", "one at once", "all"]
)
def test_every_walk_of_a_line_draws_on_the_vedtak_and_every_meeting(percents, covers):
    draw = random.Random(2)
    answers = set()
    for _ in range(40):
        hours = draw.randint(3, 30)
        events = (MEETING,) if draw.random() < 0.5 else ()
        checker, solver = both(
            ("vedtak",), lines_of(percents, per_week=hours * HOUR, covers=covers, events=events), draw
        )
        assert checker == solver
        answers.add(checker)
    assert answers == {True, False} or Covers.WAKING_NIGHT not in covers


def test_a_meeting_of_all_who_walk_a_line_is_drawn_for_each_of_them_wherever_it_falls():
    """Nothing but the meeting of every Monday is worked: three hours for two, which the line has once a week."""
    weekly = replace(MEETING, when=When(frozenset({0})))
    answers = []
    for minutes in range(0, 8 * HOUR, 15):
        given = lines_of((60, 60), per_week=minutes, events=(weekly,))
        lines, walked = line_frame(given), cycle_frame(given)
        checker = refused_by_checker("vedtak", Roster(walked, frozenset()))
        assert checker == refused_by_solver(("vedtak",), Roster(lines, frozenset())), minutes
        answers.append(checker)
    assert answers.index(False) == 6 * 4


def test_groups_of_unlike_size_are_left_to_the_checker():
    """No number of times would be right for the shifts of both."""
    draw = random.Random(3)
    answers = set()
    for _ in range(40):
        given = lines_of((60, 60, 40), per_week=draw.randint(3, 30) * HOUR)
        checker, solver = both(("vedtak",), given, draw)
        assert checker or not solver
        answers.add(checker)
    assert answers == {True, False}


SATURDAY = When(frozenset({5}))
ODD = When(frozenset({1}), WeekRule.ODD)
NOT_ALIKE = {
    "wants more": (("agreed-hours",), {"percent": Decimal(20), "wants_up_to": Decimal(60)}, {"percent": Decimal(20)}),
    "fixed shift": (("krav",), {}, {"pins": (Pin("D", TUESDAY),)}),
    "fixed in some weeks": (("krav",), {"pins": (Pin("D", ODD),)}, {"pins": (Pin("D", ODD),)}),
    "away in some weeks": (("availability",), {"cannot": (Hours(ODD),)}, {"cannot": (Hours(ODD),)}),
    "some weekends": (("availability",), {"weekends": WeekendRhythm(2, 1)}, {"weekends": WeekendRhythm(2, 1)}),
    "young": (("young-night",), {}, {"born": date(2010, 6, 1)}),
    "krav in a week": (("krav",), {}, {}),
}


@pytest.mark.parametrize(("rules", "of_one", "of_other"), NOT_ALIKE.values(), ids=NOT_ALIKE)
def test_who_is_not_alike_gets_no_line_that_is_refused(rules, of_one, of_other):
    kari, ola = (
        replace(one, **own) for one, own in zip(lines_of((60, 60)).assistants, (of_one, of_other), strict=True)
    )
    needs = tuple(Need(kind, when, 0, up_to=2) for kind in "DN" for when in (TUESDAY, SATURDAY))
    krav = Wish("A2", WishSort.DAY_OFF, Worth.DEMAND, replace(ODD, weeks=WeekRule.NAMED, named=frozenset({1})))
    given = replace(
        lines_of((60, 60)),
        assistants=(kari, ola),
        needs=needs,
        wishes=() if of_one or of_other else (krav,),
    )
    draw = random.Random(2)
    answers = [both(rules, given, draw) for _ in range(25)]
    assert [checker for checker, _ in answers] == [solver for _, solver in answers]


def test_who_has_work_elsewhere_walks_alone():
    kari, ola = lines_of((60, 60)).assistants
    ola = replace(ola, elsewhere=(OtherWork(Hours(TUESDAY, 480, 900), Elsewhere.SAME),))
    assert [one.members for one in groups(replace(lines_of((60, 60)), assistants=(kari, ola)))] == [("A1",), ("A2",)]


def test_who_has_agreed_to_something_alone_walks_alone():
    of_one = Agreement("S", "10-8 (4)", Party.INDIVIDUAL, {}, covers=("A1",), signed=ALWAYS.first)
    of_all = replace(of_one, covers=None)
    assert [one.members for one in groups(replace(lines_of((60, 60)), agreements=(of_all,)))] == [("A1", "A2")]
    assert [one.members for one in groups(replace(lines_of((60, 60)), agreements=(of_one,)))] == [("A1",), ("A2",)]


def test_who_walks_alone_shares_a_line_with_nobody():
    given = lines_of((60, 60, 40))
    assert [on_one_line(given, who) for who in ("A1", "A3")] == [("A1", "A2"), ()]
    own = replace(given, period=replace(given.period, lines=Lines.OWN))
    assert on_one_line(own, "A1") == ()
