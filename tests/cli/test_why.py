"""``roster why``: what a shift for somebody breaks and costs, the swap that makes it go, and why it is not others'."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from roster.checking.check import check
from roster.domain.days import DateSpan, When
from roster.domain.frame import frame_of
from roster.domain.help_needed import Need
from roster.domain.kinds import Form
from roster.domain.plan import Plan
from roster.domain.roster import Roster
from roster.exports.plan_json import plan_json
from tests.cli.typed import Typed, typed
from tests.support.plans import DAY, EVENING, brief_of

FIRST = date(2027, 1, 11)


def plan_of(form: Form = Form.CALENDAR) -> Plan:
    """Kari by day and Ola by evening to Thursday, then Nora by day, who is away on Thursday."""
    usual = brief_of(form, start=FIRST, weeks=1, rollout_weeks=1)
    away = (DateSpan(date(2027, 1, 14), date(2027, 1, 14)),)
    people = tuple(
        replace(one, percent=Decimal(percent), wants_up_to=Decimal(100), vacation=free, elsewhere=())
        for one, percent, free in zip(usual.assistants, ("60", "60", "30"), ((), (), away), strict=False)
    )
    brief = replace(
        usual,
        kinds=(DAY, EVENING),
        needs=(Need("D", When(frozenset(range(6))), 1), Need("K", When(frozenset(range(4))), 1)),
        assistants=people,
        events=(),
        wishes=(),
        history=(),
    )
    frame = frame_of(brief)
    works = {("A2" if one.kind == "K" else "A1" if one.start.weekday() < 4 else "A3", one.id) for one in frame.shifts}
    return Plan(brief, Roster(frame, frozenset(works)))


@pytest.fixture
def why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Typed]:
    """Ask about the week above."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    plan = plan_of()
    Path("turnus.json").write_bytes(plan_json(plan, check(plan.roster), None))
    return lambda shift, who, *words: typed(
        capsys, "why", "turnus.json", "--shift", shift, "--assistant", who, "--seconds", "10", *words
    )


def test_a_shift_that_can_simply_be_given_is_told_with_what_it_costs(why: Callable[..., Typed]) -> None:
    said = why("man 11.1. D", "Nora")
    assert said.code == 0
    assert said.out.startswith(
        "Nora (A3) kan få vakta D mandag 11. januar 2027 kl. 07.30–15.00 i stedet for Kari (A1)."
    )
    assert "Ingen regel blir brutt." in said.out
    assert "De andre:\n- Ola (A2): ville fått for kort hvile mellom vaktene" in said.out


def test_a_shift_that_breaks_rules_is_told_with_the_least_swap(why: Callable[..., Typed]) -> None:
    said = why("2027-01-12 K", "A1")
    assert said.code == 0
    assert "kan ikke få vakta K tirsdag 12. januar" in said.out
    assert "Brudd: " in said.out
    assert "Det går med dette byttet" in said.out
    content = json.loads(why("2027-01-12 K", "A1", "--json").out)
    assert content["status"] == "swap"
    assert {"who": "A1", "shift": "2027-01-12 K"} in content["swap"]["gets"]
    assert content["swap"]["broken"] == []
    # Nora has no room for both of Kari's day shifts beside her own two, since a day of vacation is off her hours.
    assert [one["who"] for one in content["swap"]["gets"]] == ["A1", "A1", "A3", "A3"]
    assert {one["rule"] for one in content["given"]["broken"]} >= {"daily-rest"}
    assert content["cost"] == sum(content["costs"].values())
    assert content["given"]["cost"] == sum(content["given"]["costs"].values())
    assert [one["who"] for one in content["others"]] == ["A3"]


def test_what_no_swap_can_do_says_why(why: Callable[..., Typed]) -> None:
    said = why("tor 14.1. D", "A3")
    assert said.code == 3
    assert "Det går ikke, uansett hvem som bytter:\n- Nora (A3) har ferie 14.01.2027" in said.out
    assert json.loads(why("tor 14.1. D", "A3", "--json").out)["why"]["reasons"][0]["rule"] == "vacation"


def test_who_has_the_shift_is_told_and_what_stands_in_the_way_of_others(why: Callable[..., Typed]) -> None:
    said = why("2027-01-14 D", "kari")
    assert said.code == 0
    assert said.out.startswith("Kari (A1) har vakta D torsdag 14. januar 2027")
    assert "- Ola (A2): ville fått for kort hvile" in said.out
    assert "- Nora (A3): har ferie" in said.out
    assert json.loads(why("2027-01-14 D", "kari", "--json").out)["status"] == "has-it"


@pytest.mark.parametrize(
    "shift", ["2027-01-11 D", "D 2027-01-11", "man 11.1. D", "mandag 11. januar D", "11.01.2027 d", "Man 11.1 D"]
)
def test_a_shift_may_be_named_as_people_do(shift: str, why: Callable[..., Typed]) -> None:
    assert json.loads(why(shift, "Kari", "--json").out)["shift"] == "2027-01-11 D"


@pytest.mark.parametrize(
    ("shift", "who", "says"),
    [
        ("2027-01-11 X", "A1", "Kodene er D, K."),
        ("2027-01-11 DD", "A1", "Mente du D?"),
        ("2027-01-11", "A1", "sier ikke hvilken vaktkode"),
        ("D", "A1", "sier ikke hvilken dato"),
        ("tir 11.1. D", "A1", "Mandag 11. januar 2027 er ikke en tirsdag."),
        ("2027-02-30 D", "A1", "finnes ikke i kalenderen"),
        ("2028-01-11 D", "A1", "er ikke i turnusen"),
        ("11.2. D", "A1", "er ikke i turnusen"),
        ("søn 17.1. D", "A1", "Det er ingen vakt D søndag 17. januar 2027."),
        ("lør 16.1. K", "A1", "Vaktene den dagen er D."),
        ("uke 7 man D", "A1", "Turnusen har ikke uke 7."),
        ("uke 1 D", "A1", "hvilken dag i uka"),
        ("2027-01-11 D", "Berit", "Ingen assistent heter «Berit»."),
        ("", "A1", "vaktkode"),
    ],
)
def test_what_is_not_there_is_a_fault_that_suggests(shift: str, who: str, says: str, why: Callable[..., Typed]) -> None:
    said = why(shift, who)
    assert said.code == 2
    assert says in said.err
    assert "Traceback" not in said.all


def test_a_day_of_a_turnus_week_is_in_the_grunnturnus(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    cycle, dates = plan_of(Form.CYCLE), plan_of()
    plan = replace(cycle, rollout=Roster(dates.roster.frame, dates.roster.works))
    Path("turnus.json").write_bytes(plan_json(plan, check(plan.roster), check(dates.roster)))
    of_week = typed(capsys, "why", "turnus.json", "--shift", "uke 1 ons D", "--assistant", "A1")
    assert of_week.out.startswith("Kari (A1) har vakta D onsdag i uke 1 kl.")
    on_date = typed(capsys, "why", "turnus.json", "--shift", "2027-01-13 D", "--assistant", "A1")
    assert on_date.out.startswith("Kari (A1) har vakta D onsdag 13. januar 2027")
