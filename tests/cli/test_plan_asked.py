"""What is asked of a run of ``roster plan``: what reaches the planner, and what is refused before it."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from roster.checking.check import check
from roster.domain.brief import Brief
from roster.exports.plan_json import plan_json
from roster.planning.result import PlanAnswer
from roster.reading.read import read_brief
from roster.workflow import plan as workflow
from tests.cli.test_plan import made
from tests.cli.typed import typed
from tests.lists.lists import workbook_file
from tests.support.plans import calendar_plan


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What the planner was asked for last."""
    found: dict[str, Any] = {}

    def make_plan(brief: Brief, **more: Any) -> PlanAnswer:
        found.update(more)
        return made(brief)

    monkeypatch.setattr(workflow, "make_plan", make_plan)
    return found


def test_what_is_asked_of_a_run_reaches_the_planner(
    brief_file: Path, asked: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    typed(capsys, "plan", brief_file.name, "--out", "student")
    typed(capsys, "plan", brief_file.name, "--gap", "2,5", "--from", "student", "--least-change", "--alternatives", "4")
    assert (asked["gap"], asked["others"]) == (0.025, 3)
    assert asked["former"].keep
    assert asked["former"].roster.works == made(read_brief(brief_file).brief).plan.roster.works


def test_a_turnus_made_elsewhere_is_where_planning_begins(
    brief_file: Path, asked: dict[str, Any], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    rows = [
        ["Nr", "Navn", *"MTOTFLS"],
        ["1", "Selje", "M", "M"],
        ["2", "Rogn", "Q", "K"],
        [],
        ["M", "07.30–10.30"],
        ["K", "19–22"],
    ]
    workbook_file(tmp_path, rows, "fra-laget.xlsx")
    said = typed(capsys, "plan", brief_file.name, "--from", "fra-laget.xlsx")
    weeks = read_brief(brief_file).brief.period.weeks
    assert len(asked["former"].roster.works) == 3 * weeks
    assert "Lest som grunnturnus i arket Sheet: 2 linjer og 1 uke, med kodene K og M." in said.out
    assert f"{3 * weeks} av {3 * weeks} vakter i turnusen er med som utgangspunkt." in said.out
    assert "arket Sheet, celle C3: «Q» er ikke i tegnforklaringen." in said.out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--least-change",), "--least-change trenger --from"),
        (("--from", "borte.json"), "finnes ikke"),
        (("--gap", "mye"), "ikke et tall"),
        (("--alternatives", "0"), "ikke et tall"),
    ],
)
def test_what_cannot_be_asked_is_a_fault(
    words: tuple[str, ...], says: str, brief_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = typed(capsys, "plan", brief_file.name, *words)
    assert said.code == 2
    assert says in said.err
    assert "Traceback" not in said.all


def test_a_turnus_with_nothing_in_common_is_refused(brief_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = calendar_plan(weeks=1, start=date(2031, 1, 6))
    Path("annen.json").write_bytes(plan_json(other, check(other.roster), None))
    said = typed(capsys, "plan", brief_file.name, "--from", "annen.json")
    assert said.code == 2
    assert "ingen vakter felles" in said.err
