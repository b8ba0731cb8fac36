"""A way out is told with the least number that is enough, and only where the party may give so much."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from roster.domain.assistant import Ceiling, Hours, OtherWork, Pin
from roster.domain.brief import Brief
from roster.domain.days import DateSpan, When
from roster.domain.frame import frame_of
from roster.domain.help_needed import Need
from roster.domain.kinds import Elsewhere
from roster.domain.reason import Reason
from roster.planning import explain
from roster.planning.asked import Asked
from roster.planning.explain import explain_brief, why_impossible
from roster.planning.loosened import Step, Trial
from roster.planning.result import WayOut, Why
from roster.wording.ways_out import way_out
from solver.allowance import Allowance
from solver.result import OutOfTime
from tests.support.plans import DAY, LONG, brief_of

FIRST = date(2027, 1, 11)


def brief(**more: object) -> Brief:
    """Three people for a shift each weekday."""
    usual = brief_of(start=FIRST, weeks=1)
    people = tuple(
        replace(one, percent=Decimal(60), wants_up_to=Decimal(100), vacation=(), elsewhere=())
        for one in usual.assistants[:3]
    )
    alone = replace(usual, assistants=people, events=(), wishes=(), history=(), agreements=())
    return replace(alone, **{"kinds": (DAY,), "needs": (Need("D", When(frozenset(range(5))), 1),), **more})


def explained(asked: Brief) -> Why:
    why = explain_brief(asked, seconds=60)
    assert why is not None
    assert why.proven
    return why


def of(why: Why, rule: str) -> list[WayOut]:
    return [way for reason, way in why.ways_out if reason.rule == rule]


def test_a_longer_day_is_told_by_the_hours_it_takes_and_by_those_who_may_agree_on_them() -> None:
    """Nine and a half hours of work: half an hour above the law, within what each may agree on."""
    asked = brief(kinds=(LONG,), needs=(Need("L", When(frozenset({1})), 1),))
    ways = of(explained(asked), "hours-day")
    individual = next(one for one in ways if "10-5 (1)" in one.what)
    assert (individual.to, individual.tried) == ("570", True)
    assert "om 9:30 timer (prøvd: da går det)" in way_out(frame_of(asked), individual)
    longer = replace(LONG, length=720)
    ways = of(explained(brief(kinds=(longer,), needs=(Need("L", When(frozenset({1})), 1),))), "hours-day")
    assert not any("10-5 (1)" in one.what for one in ways)
    assert any("10-12 (4)" in one.what and one.to == "690" for one in ways)


def test_a_vacation_that_is_moved_is_tried() -> None:
    away = (DateSpan(FIRST, FIRST),)
    usual = brief()
    asked = replace(usual, assistants=tuple(replace(one, vacation=away) for one in usual.assistants))
    why = explained(asked)
    assert {one.rule for one in why.reasons} == {"need-filled", "vacation"}
    assert of(why, "vacation")[0] == WayOut("move-vacation", why.reasons[-3].who, tried=True)


def test_a_ceiling_is_told_by_the_least_that_is_enough() -> None:
    usual = brief(needs=(Need("D", When(frozenset({5})), 1),), period=replace(brief().period, weeks=4))
    asked = replace(usual, assistants=tuple(replace(one, most_weekends=Ceiling(1, 4)) for one in usual.assistants))
    way = of(explained(asked), "krav")[0]
    assert (way.kind, way.to) == ("more-weekends", "2")
    assert "tar inntil 2 helger på 4 uker" in way_out(frame_of(asked), way)


def test_without_one_of_the_reasons_the_rest_can_hold() -> None:
    asked = brief(kinds=(LONG,), needs=(Need("L", When(frozenset({1})), 1),))
    why = explained(asked)
    assert Reason("need-filled", "", "2027-01-12 L") in why.reasons
    agreed = brief_of().agreements
    assert explain_brief(replace(asked, agreements=agreed), seconds=60) is None


@pytest.mark.parametrize(
    ("known", "least"),
    [
        ((False, False, True, True), 2),
        ((True, True, True, True), 0),
        ((False, False, False, False), 4),
        ((False, None, True, True), None),
        ((False, True, None, None), None),
        ((None, None, True, True), None),
    ],
)
def test_what_is_not_settled_is_not_told_as_too_little(
    known: tuple[bool | None, ...], least: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = brief()
    briefs = [replace(asked, wishes=(), history=()) for _ in known]
    answers = {id(one): holds for one, holds in zip(briefs, known, strict=True)}
    monkeypatch.setattr(Trial, "_holds", lambda _, one: answers[id(one)])
    trial = Trial(asked, (), lambda _, problem: problem, Allowance(60))
    assert trial._least([Step(f"{at}", one) for at, one in enumerate(briefs)]) == least


def test_what_was_added_up_is_told_where_there_is_no_time_for_more(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = brief()
    never = replace(asked, assistants=tuple(replace(one, employed_to=FIRST) for one in asked.assistants))
    monkeypatch.setattr(explain, "explain", lambda *_, **__: OutOfTime(1.0))
    why = explain_brief(never, seconds=60)
    assert why is not None
    assert not why.proven
    assert {one.rule for one in why.reasons} >= {"need-filled", "employment"}


def test_two_fixed_on_a_shift_for_one_are_told_and_no_smaller_need_is() -> None:
    fixed = Pin("D", When(frozenset({0})))
    usual = brief()
    asked = replace(usual, assistants=tuple(replace(one, pins=(fixed,)) for one in usual.assistants[:2]))
    why = why_impossible(Asked.of(asked).frame, Allowance(20))
    assert why.proven
    assert sorted(one.rule for one in why.reasons) == ["krav", "krav", "need-filled"]
    assert {way.kind for _, way in why.ways_out} == {"drop-pin"}


def of_one(**more: object) -> Brief:
    """One assistant for a shift each weekday of four weeks, as many as a full position has."""
    usual = brief(**more)
    one = replace(usual.assistants[0], full_time_week=2250)
    return replace(usual, period=replace(usual.period, weeks=4), assistants=(one,))


def changed(asked: Brief, **fields: object) -> Brief:
    return replace(asked, assistants=tuple(replace(one, **fields) for one in asked.assistants))


def said(asked: Brief) -> str:
    why = explained(asked)
    assert {reason for reason, _ in why.ways_out} == set(why.reasons)
    return " | ".join(way_out(frame_of(asked), way) for _, way in why.ways_out)


def test_who_is_not_employed_yet_could_be() -> None:
    asked = changed(of_one(), employed_from=date(2027, 1, 20))
    assert "hvis Kari (A1) er ansatt og kan gå vakt i hele planen (prøvd: da går det)" in said(asked)


def test_who_takes_few_hours_a_week_could_take_so_many_that_all_need_is_filled() -> None:
    asked = changed(of_one(), most_minutes=Ceiling(14 * 60, 1))
    assert "hvis Kari (A1) tar inntil 38 timer på 1 uke («høyst timer») (prøvd: da går det)" in said(asked)


def test_the_percent_told_is_enough_for_all_need_and_not_just_for_these_days() -> None:
    """37.5 hours a week are asked for: 100 percent, though 65 do for the few days that prove it impossible."""
    asked = changed(of_one(), wants_up_to=None)
    way = of(explained(asked), "agreed-hours")[-1]
    assert (way.kind, way.to, way.tried) == ("wants-more", "100", True)


def test_who_has_a_full_position_is_given_no_more() -> None:
    asked = changed(of_one(needs=(Need("D", When(frozenset(range(6))), 1),)), percent=Decimal(100), wants_up_to=None)
    asked = changed(asked, full_time_week=2245)
    told = said(asked)
    assert "med 0,21 stilling mer, til en ny assistent" in told
    assert "ønsker inntil" not in told


def test_other_work_is_no_meeting() -> None:
    asked = of_one()
    other = Hours(When(frozenset({2})), 9 * 60, 15 * 60)
    asked = changed(asked, elsewhere=(OtherWork(other, Elsewhere.SAME),))
    told = said(asked)
    assert "hvis Kari (A1) ikke har det andre arbeidet da (prøvd: da går det)" in told
    assert "møtet" not in told


def test_more_people_are_a_way_out_where_more_are_needed_than_there_are() -> None:
    told = said(of_one(needs=(Need("D", When(frozenset({2})), 3),)))
    assert "hvis det blir flere å dele vaktene på" in told


def test_a_way_that_is_not_enough_alone_is_told_to_be_so() -> None:
    """Nobody works on Wednesdays, and the position is too small besides."""
    asked = changed(of_one(), cannot=(Hours(When(frozenset({2}))),), wants_up_to=None)
    assert "(prøvd: det trengs mer også)" in said(asked)
