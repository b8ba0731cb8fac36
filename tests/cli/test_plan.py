"""``roster plan``: what is said, the exit code and what is left on the disk, for each way a run can end.

The planner is given its answers; the reader, the checker and the exports are the real ones.
"""

import json
import signal
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from roster.domain.brief import Brief
from roster.domain.frame import calendar_frame, frame_of
from roster.domain.kinds import WhenShort
from roster.domain.plan import Plan
from roster.domain.reason import Reason
from roster.domain.roster import Roster
from roster.planning.result import (
    Aim,
    Alternative,
    Better,
    NoPlan,
    NotInTime,
    OnBetter,
    PlanAnswer,
    Planned,
    StillOpen,
    Stop,
    WayOut,
    Why,
)
from roster.reading.read import read_brief
from roster.wording.run_words import PLANNING
from roster.workflow import plan as workflow
from tests.cli.typed import Typed, typed
from tests.readme import README
from tests.support.plans import given_out

BOXES = set("│─┌┐└┘├┤╭╮╰╯━┃┏┓┗┛┡┩╇")
Answer = Callable[[Brief], PlanAnswer]


def made(brief: Brief, leave_open: int = 0, **more: Any) -> Planned:
    """A roster given out in turn, and two weeks of dates."""
    roster = given_out(frame_of(brief), leave_open)
    dates = given_out(calendar_frame(brief, 2), leave_open)
    plan = Plan(brief, roster, dates, costs={"wish|A1|0": 240, "lone-day|A2|": 250}, bound=100)
    return Planned(plan, seconds=12.4, first_seconds=1.5, proven=False, **more)


def open_and_why(brief: Brief) -> Planned:
    answer = made(brief, leave_open=1)
    shift, missing = answer.plan.roster.open[0]
    need, rest = Reason("need-filled", "", shift.id), Reason("daily-rest", "A1")
    agreement = WayOut("agreement", "A1", "aml § 10-8 (3) med tillitsvalgte")
    why = Why((need, rest), proven=False, ways_out=((rest, agreement),))
    still = StillOpen(shift.id, missing, {"A1": ("daily-rest",), "A2": (), "A3": ("vacation",)})
    return replace(answer, open=(still,), why=why)


def just_open(brief: Brief) -> Planned:
    answer = made(brief, leave_open=1)
    return replace(answer, open=tuple(StillOpen(shift.id, missing, {}) for shift, missing in answer.plan.roster.open))


@pytest.fixture
def plan(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, brief_file: Path) -> Callable[..., Typed]:
    """Plan with an answer given."""

    def run(answer: Answer, *words: str) -> Typed:
        def make_plan(brief: Brief, *, stop: Stop, **asked: Any) -> PlanAnswer:
            given = answer(brief)
            if isinstance(given, Planned) and given.stopped:
                signal.raise_signal(signal.SIGINT)
                while not stop():
                    time.sleep(0.01)
            return given

        monkeypatch.setattr(workflow, "make_plan", make_plan)
        return typed(capsys, "plan", brief_file.name, *words)

    return run


def test_a_plan_is_told_in_one_sentence_then_people_then_findings_then_files(plan: Callable[..., Typed]) -> None:
    text = plan(made).out
    order = [
        "Behovet trekker",
        "Stillingene er til sammen",
        "uker, 3 assistenter:",
        "Kontrollpunkter for",
        "Turnusen ligger i student",
    ]
    assert [text.index(part) for part in order] == sorted(text.index(part) for part in order)
    assert "Ønsker som ikke er innfridd" in text
    assert "kalender/ (5 kalendere, som utkast)" in text
    assert sorted(one.name for one in Path("student/versjoner/0001").iterdir()) == [
        "grunnlag.yaml",
        "kalender",
        "turnus.json",
        "turnus.xlsx",
    ]


def test_other_full_time_weeks_are_told_of_when_there_is_nothing_left_to_wait_for(plan: Callable[..., Typed]) -> None:
    def with_other_weeks(brief: Brief) -> Planned:
        first, *others = brief.assistants
        return made(replace(brief, assistants=(replace(first, full_time_week=33 * 60 + 36), *others)))

    said = plan(with_other_weeks).all
    assert said.count(PLANNING) == 1
    assert said.index(PLANNING) < said.index("gir en annen heltidsuke")


@pytest.mark.parametrize("words", [(), ("--plain",), ("--quiet",)])
def test_sentences_have_no_boxes_or_colours(plan: Callable[..., Typed], words: tuple[str, ...]) -> None:
    said = plan(open_and_why, *words)
    assert not set(said.all) & BOXES
    assert "\x1b" not in said.all


def test_ctrl_c_while_the_answer_is_told_says_where_it_is_kept(
    plan: Callable[..., Typed], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*told: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("roster.cli.plan.say_open", stopped)
    said = plan(made)
    assert (said.code, "Turnusen ligger i student" in said.out) == (130, True)


def test_a_plan_that_the_checker_faults_is_exit_1(plan: Callable[..., Typed]) -> None:
    """Given out in turn, without regard to rest and positions."""
    said = plan(made)
    assert said.code == 1
    assert "\n- Brudd: " in said.out or "\n- Mangler: " in said.out


def test_impossible_says_why_and_keeps_the_best_there_is(plan: Callable[..., Typed]) -> None:
    said = plan(open_and_why)
    assert said.code == 3
    for part in (
        "Det går ikke, fordi",
        "skal ha 11 timer fri på rad i hvert døgn (aml § 10-8 (1)).",
        "Det kan gå med avtale etter aml § 10-8 (3) med tillitsvalgte.",
        "Det kan være færre grunner",
        "Disse vaktene står åpne",
        "ville fått for kort hvile mellom vaktene.",
        "har ferie.",
    ):
        assert part in said.out
    assert Path("student/versjoner/0001/turnus.xlsx").exists()


def test_open_need_that_nobody_explains_is_exit_4(plan: Callable[..., Typed]) -> None:
    said = plan(just_open)
    assert said.code == 4
    assert "1 plass er ikke fylt, og vi vet ikke om det går." in said.out


def test_dates_that_are_but_a_copy_are_said(plan: Callable[..., Typed]) -> None:
    said = plan(lambda brief: replace(made(brief), quick_dates=True))
    assert said.code == 4
    assert "er datoene bare en kopi av grunnturnusen" in said.out
    assert "ikke fylt" not in said.out
    assert len(list(Path("student/versjoner/0001/kalender").iterdir())) == 5


def test_looking_longer_than_asked_is_said(plan: Callable[..., Typed]) -> None:
    said = plan(lambda brief: replace(made(brief), looked_on=31.2))
    assert "Vi lette 31,2 sekunder lenger enn du ba om" in said.out


def with_another(brief: Brief) -> Planned:
    """A plan and another, in which the first two assistants have changed places."""
    answer = made(brief)
    swap = {"A1": "A2", "A2": "A1"}

    def swapped(roster: Roster) -> Roster:
        return replace(roster, works=frozenset((swap.get(who, who), shift) for who, shift in roster.works))

    plan = answer.plan
    assert plan.rollout is not None
    other = replace(plan, roster=swapped(plan.roster), rollout=swapped(plan.rollout), costs={"wish|A1|0": 500})
    return replace(answer, alternatives=(Alternative(other, Aim.OTHER_WEEKENDS),), margin=1500)


def test_each_proposal_is_a_version_with_its_difference_and_the_newest_is_recommended(
    plan: Callable[..., Typed],
) -> None:
    said = plan(with_another, "--alternatives", "3")
    assert "Forslag 1 (versjon 0002) er det vi anbefaler" in said.out
    assert "Forslag 2 (versjon 0001): andre helger." in said.out
    assert "du ba om 2" in said.out
    assert "Det er 3 % svakere etter ønskene." in said.out
    told = Path("student/versjoner/0001/forslag.txt").read_text(encoding="utf-8")
    assert told.splitlines()[0] in said.out
    assert "Forslag 2 (versjon 0001)" in Path("student/versjoner/0002/forslag.txt").read_text(encoding="utf-8")
    content = json.loads(plan(with_another, "--alternatives", "3", "--json", "--out", "andre").out)
    assert content["version"] == "0002"
    (other,) = content["alternatives"]
    assert (other["number"], other["version"], other["aim"], other["cost"]) == (2, "0001", "other-weekends", 500)
    assert {one["who"] for one in other["people"] if one["shifts"]} == {"A1", "A2"}
    assert all(len(one["paid"]) == 2 for one in other["people"])


def test_no_other_proposal_is_said(plan: Callable[..., Typed]) -> None:
    said = plan(made, "--alternatives", "2")
    assert "Vi fant ingen andre turnuser som er nesten like gode og skiller seg ut." in said.out
    assert [one.name for one in Path("student/versjoner").iterdir()] == ["0001"]


def test_every_better_roster_is_told_with_its_cost_by_reason_and_bound(
    brief_file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def make_plan(brief: Brief, *, on_better: OnBetter, **more: Any) -> PlanAnswer:
        roster = given_out(frame_of(brief))
        for cost in (30, 20):
            on_better(Better(1.0, cost, 5, 0, 0, 0, 2, roster, {"wish|A1|0": cost}))
        return made(brief)

    monkeypatch.setattr(workflow, "make_plan", make_plan)
    content = json.loads(typed(capsys, "plan", brief_file.name, "--json").out)
    first = {"seconds": 1.0, "cost": 30, "bound": 5, "open": 0, "costs": {"wish|A1|0": 30}}
    assert content["better"] == [first, {**first, "cost": 20, "costs": {"wish|A1|0": 20}}]


@pytest.fixture
def accepting_open_shifts(monkeypatch: pytest.MonkeyPatch) -> None:
    def accepting(path: Path) -> Any:
        read = read_brief(path)
        return replace(read, brief=replace(read.brief, vedtak=replace(read.brief.vedtak, when_short=WhenShort.OPEN)))

    monkeypatch.setattr(workflow, "open_brief", accepting)


@pytest.mark.usefixtures("accepting_open_shifts")
def test_open_need_that_the_brief_accepts_is_a_finding(plan: Callable[..., Typed]) -> None:
    assert plan(just_open).code == 1

    def for_want_of_hours(brief: Brief) -> Planned:
        return replace(open_and_why(brief), why=Why((Reason("need-filled"), Reason("vedtak", "", "2027")), proven=True))

    said = plan(for_want_of_hours)
    assert said.code == 1
    assert "Vedtaket rekker ikke til alle vaktene, og grunnlaget sier at de da kan stå åpne." in said.out
    assert "Det går ikke" not in said.out


@pytest.mark.usefixtures("accepting_open_shifts")
def test_open_need_for_another_cause_is_impossible_all_the_same(plan: Callable[..., Typed]) -> None:
    said = plan(open_and_why)
    assert said.code == 3
    assert "Det går ikke, fordi" in said.out


def test_no_plan_at_all_leaves_no_folder(plan: Callable[..., Typed]) -> None:
    said = plan(lambda brief: NoPlan(Why((Reason("two-places", "A1"),), proven=True), 0.3))
    assert said.code == 3
    assert "Det går ikke, fordi" in said.out
    assert "kan ikke være på to vakter samtidig" in said.out
    assert "Det ble ingen turnus, så ingenting er lagret." in said.out
    assert not Path("student").exists()


def test_out_of_time_leaves_no_folder(plan: Callable[..., Typed]) -> None:
    said = plan(lambda brief: NotInTime(60.0))
    assert said.code == 4
    assert "Vi fant ingen turnus på 60,0 sekunder" in said.out
    assert not Path("student").exists()


def test_stopped_keeps_the_best(plan: Callable[..., Typed]) -> None:
    said = plan(lambda brief: replace(made(brief), stopped=True))
    assert said.code == 130
    assert "Du stoppet etter 12,4 sekunder" in said.out
    assert Path("student/versjoner/0001/turnus.json").exists()


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        (made, "made"),
        (open_and_why, "impossible"),
        (just_open, "open"),
        (lambda brief: NotInTime(1.0), "out_of_time"),
        (lambda brief: NoPlan(Why((), proven=False), 1.0), "impossible"),
        (lambda brief: replace(made(brief), stopped=True), "stopped"),
        (lambda brief: replace(made(brief), quick_dates=True), "quick_dates"),
    ],
)
def test_json_is_one_object_and_nothing_else(plan: Callable[..., Typed], answer: Answer, status: str) -> None:
    said = plan(answer, "--json")
    content = json.loads(said.out)
    assert content["schema"] == 1
    assert content["status"] == status
    assert content["forecast"]["weeks"]
    assert said.err == "" or status == "stopped"
    documented = README.read_text(encoding="utf-8").partition("## JSON")[2]
    assert [name for name in (*content, status) if f"`{name}`" not in documented] == []
    if "files" in content:
        folder = Path(content["folder"]) / "versjoner" / content["version"]
        assert all((folder / name).is_file() for name in content["files"])


def test_a_second_run_is_a_second_version(plan: Callable[..., Typed]) -> None:
    first = plan(made, "--out", "turnus")
    before = Path("turnus/versjoner/0001/turnus.xlsx").read_bytes()
    plan(made, "--out", "turnus")
    assert "turnus/versjoner/0001" in first.out.replace("\\", "/")
    assert Path("turnus/versjoner/0001/turnus.xlsx").read_bytes() == before
    assert Path("turnus/versjoner/0002/turnus.xlsx").exists()
    assert len(Path("turnus/logg.jsonl").read_text(encoding="utf-8").splitlines()) == 2


def test_weeks_out_is_for_a_grunnturnus_only(plan: Callable[..., Typed]) -> None:
    form = read_brief(Path("student.yaml")).brief.period.form.value
    said = plan(made, "--weeks-out", "4")
    assert (said.code == 2) == (form == "kalenderplan")


def test_a_bug_of_ours_is_not_hidden(
    brief_file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(brief: Brief, **asked: Any) -> PlanAnswer:
        raise ValueError("ours")

    monkeypatch.setattr(workflow, "make_plan", broken)
    with pytest.raises(ValueError, match="ours"):
        typed(capsys, "plan", brief_file.name)
    assert not Path("student").exists()
