"""``roster who``: everyone who can lawfully take a shift, in the order of the law, and why the others cannot."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from roster.checking.check import check
from roster.cli import clock
from roster.domain.assistant import Assistant
from roster.domain.brief import Brief, Wish
from roster.domain.days import DateSpan, When
from roster.domain.finding import Verdict
from roster.domain.help_needed import SkillNeed
from roster.domain.kinds import Position, WishSort, Worth
from roster.domain.plan import Plan
from roster.domain.replies import Reply as Answered
from roster.domain.replies import Said, times
from roster.domain.roster import Roster
from roster.domain.taking import Kind
from roster.exports.plan_json import plan_json
from roster.workflow.who import WhoCan, who_can
from tests.approval.arrangement import brief_of, plan_of
from tests.cli.typed import Typed, typed

NOW = datetime(2026, 12, 21, 12, 0)
FIRST = "2027-01-04 D"


def person(who: str, position: Position, percent: int, wants: int | None = None, **more: object) -> Assistant:
    full = 2250
    found = Assistant(who, who, position, Decimal(percent), full, wants_up_to=None if wants is None else Decimal(wants))
    return replace(found, born=date(1990, 1, 1), **more)  # type: ignore[arg-type]


def asked(brief: Brief, holder: str = "A1", works: frozenset[tuple[str, str]] | None = None) -> WhoCan:
    """Who can take the first shift, which somebody has left."""
    plan = plan_of(brief)
    taken = frozenset({("A1", one.id) for one in plan.roster.frame.shifts}) if works is None else works
    roster = Roster(plan.roster.frame, taken - {(holder, FIRST)})
    return who_can(check(roster), roster.frame.shift[FIRST], holder, {}, NOW)


def test_part_timers_who_want_more_come_first_and_then_by_position() -> None:
    people = (
        person("A1", Position.PERMANENT, 100),
        person("V", Position.SUBSTITUTE, 20, 100),
        person("T", Position.ON_CALL, 0),
        person("M", Position.TEMPORARY, 20, 100),
        person("F", Position.PERMANENT, 20),
        person("Ø", Position.PERMANENT, 20, 100),
    )
    found = asked(replace(brief_of(), assistants=people))
    assert [one.taking.who for one in found.able] == ["M", "V", "Ø", "F", "T"]
    assert [one.taking.priority for one in found.able] == [True, True, True, False, False]


def test_a_shift_is_told_as_contract_extra_or_beyond_what_is_wanted() -> None:
    people = (
        person("A1", Position.PERMANENT, 100),
        person("A2", Position.PERMANENT, 50),
        person("A3", Position.PERMANENT, 5, 50),
        person("A4", Position.PERMANENT, 5),
    )
    found = asked(replace(brief_of(), assistants=people))
    kinds = {one.taking.who: one.taking.kind for one in found.able}
    assert kinds == {"A2": Kind.CONTRACT, "A3": Kind.EXTRA, "A4": Kind.BEYOND_WISH}
    assert found.able[-1].taking.who == "A4"


@pytest.mark.parametrize(("hours", "kinds"), [(9, [Kind.OVERTIME]), (11, [])])
def test_a_shift_beyond_the_ordinary_week_is_overtime_as_far_as_the_law_has_it(hours: int, kinds: list[Kind]) -> None:
    people = (person("A1", Position.PERMANENT, 100), person("A2", Position.PERMANENT, 100, 200))
    longer = replace(brief_of().kinds[0], length=hours * 60)
    need = replace(brief_of().needs[0], count=2)
    brief = replace(brief_of(), assistants=people, kinds=(longer,), needs=(need,))
    days = [one.id for one in plan_of(brief).roster.frame.shifts]
    works = frozenset({("A1", one) for one in days} | {("A2", one) for one in days[1:5]})
    assert [one.taking.kind for one in asked(brief, works=works).able] == kinds


def test_who_could_come_by_leaving_a_shift_of_their_own_comes_last() -> None:
    evening = replace(brief_of().kinds[0], code="K", name="Kveld", start=960, length=420, breaks=None)
    people = (person("A1", Position.PERMANENT, 100), person("A2", Position.PERMANENT, 60, 100))
    need = brief_of().needs[0]
    brief = replace(
        brief_of(), assistants=people, kinds=(*brief_of().kinds, evening), needs=(need, replace(need, kind="K"))
    )
    found = asked(brief, works=frozenset({("A1", FIRST), ("A2", "2027-01-04 K")}))
    (one,) = found.able
    assert one.taking.kind is Kind.MOVED
    assert one.taking.instead_of is not None
    assert one.taking.instead_of.id == "2027-01-04 K"


def test_who_lacks_a_skill_cannot_come_by_leaving_a_shift_either() -> None:
    evening = replace(brief_of().kinds[0], code="K", name="Kveld", start=960, length=420, breaks=None)
    people = (person("A1", Position.PERMANENT, 100), person("A2", Position.PERMANENT, 60, 100))
    need = brief_of().needs[0]
    needs = (replace(need, skills=(SkillNeed("sonde", 1),)), replace(need, kind="K"))
    brief = replace(brief_of(), assistants=people, kinds=(*brief_of().kinds, evening), needs=needs)
    found = asked(brief, works=frozenset({("A1", FIRST), ("A2", "2027-01-04 K")}))
    assert not found.able
    assert "skills" in {one.rule for one in found.unable[0].broken}


def test_who_cannot_is_told_with_paragraph_and_number() -> None:
    away = person("A2", Position.PERMANENT, 50, vacation=(DateSpan(date(2027, 1, 4), date(2027, 1, 4)),))
    found = asked(replace(brief_of(), assistants=(person("A1", Position.PERMANENT, 100), away)))
    assert not found.able
    (one,) = found.unable
    assert [(each.rule, each.verdict) for each in one.broken] == [("vacation", Verdict.BREACH)]


def test_wishes_and_how_often_they_were_asked_tell_between_equals() -> None:
    people = tuple(person(who, Position.PERMANENT, 20, 100) for who in ("A1", "A2", "A3", "A4"))
    wish = Wish("A2", WishSort.DAY_OFF, Worth.WISH, When(frozenset({0})))
    brief = replace(brief_of(), assistants=people, wishes=(wish,))
    plan = plan_of(brief)
    roster = Roster(plan.roster.frame, frozenset())
    before = times([Answered("2027-01-05 D", "A3", said, NOW) for said in (Said.ASKED, Said.NO)])
    found = who_can(check(roster), roster.frame.shift[FIRST], "A1", before, NOW)
    assert [one.taking.who for one in found.able] == ["A4", "A3", "A2"]
    assert (found.able[1].asked.asked, found.able[1].asked.no) == (1, 1)
    assert found.able[2].wishes == (wish,)


@pytest.fixture
def who(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Typed]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(clock, "now", lambda: NOW.replace(tzinfo=UTC))
    plan: Plan = plan_of(brief_of())
    Path("turnus.json").write_bytes(plan_json(plan, check(plan.roster), None))
    return lambda *words: typed(capsys, "who", "turnus.json", *words)


def test_the_command_numbers_those_who_can_and_ends_with_a_message(who: Callable[..., Typed]) -> None:
    said = who("--shift", "man 4.1. D", "--plain", "--message", "melding.txt")
    assert said.code == 0
    assert said.out.startswith("Vakta D mandag 4. januar 2027 kl. 08.00–15.30 har Kari (A1) nå. Den begynner om ")
    assert "1. Ola (A2), fast 50 %: Deltid og ønsker mer, så fortrinnsrett" in said.out
    assert "2. Nora (A3), tilkallingsvikar 0 %: Innenfor" not in said.out
    sent = Path("melding.txt").read_text(encoding="utf-8")
    assert sent.startswith("Hei! Kan du ta vakta D mandag 4. januar 2027 kl. 08.00–15.30?")
    assert "Kari" not in sent


def test_the_answer_as_json_has_the_order(who: Callable[..., Typed]) -> None:
    answer = json.loads(who("--shift", "2027-01-04 D", "--json").out)
    assert (answer["status"], answer["holder"]) == ("fine", "A1")
    assert [(one["order"], one["who"], one["kind"]) for one in answer["able"]] == [
        (1, "A2", "merarbeid"),
        (2, "A3", "merarbeid"),
    ]


def test_somebody_else_than_its_holder_cannot_leave_it(who: Callable[..., Typed]) -> None:
    said = who("--shift", "2027-01-04 D", "--instead", "A2")
    assert said.code == 2
    assert "Ola (A2) har ikke vakta" in said.err
