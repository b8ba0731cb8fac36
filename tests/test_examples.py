"""Every example is read, planned, checked, exported and read back."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

import pytest

from roster.checking.check import check
from roster.domain.finding import Finding
from roster.domain.kinds import Form
from roster.domain.roster import Roster
from roster.planning.plan import make_plan
from roster.planning.result import Planned
from roster.planning.rollout import roll_out
from roster.planning.search import Search
from roster.reading.plan_json import read_plan_json
from roster.reading.plan_workbook import read_back
from roster.reading.read import read_brief
from roster.workflow.files import all_files, checked
from roster.workflow.folder import PLAN, WORKBOOK

EXAMPLES = Path(__file__).parent.parent / "examples"
BRIEFS = sorted([*EXAMPLES.glob("*.yaml"), *EXAMPLES.glob("*.xlsx")])
IMPOSSIBLE = ("umulig",)
POSSIBLE = [path for path in BRIEFS if path.stem not in IMPOSSIBLE]
NOW = datetime(2026, 12, 1, 12, 0, tzinfo=UTC)
SECONDS = {"hele-dognet": 25, "student-35-timer": 15}
USUALLY = 8
YEAR_SECONDS = 8
"""The planner looks on by itself where shifts are still open then."""
A_YEAR = 52


def named(path: Path) -> str:
    return path.name


# What is planned once is tested in one process. The workbook says what its yaml says, so it is not planned besides.
TOLD = [pytest.param(one, marks=pytest.mark.xdist_group(one.name)) for one in POSSIBLE if one.suffix == ".yaml"]


@lru_cache
def planned(path: Path) -> Planned:
    answer = make_plan(read_brief(path).brief, seconds=SECONDS.get(path.stem, USUALLY), seed=1)
    assert isinstance(answer, Planned)
    return answer


def fails(roster: Roster) -> list[Finding]:
    return [finding for finding in check(roster).findings if finding.verdict.fails]


@pytest.mark.parametrize("path", BRIEFS, ids=named)
def test_each_example_is_read(path: Path) -> None:
    assert read_brief(path).brief.assistants


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.yaml")), ids=named)
def test_each_example_tells_its_story_first(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    story = lines[: next(number for number, line in enumerate(lines) if not line.startswith("#"))]
    assert len(" ".join(story)) > 80


@pytest.mark.slow
@pytest.mark.parametrize("path", TOLD, ids=named)
def test_each_example_gives_a_lawful_turnus_that_is_read_back_as_it_was(path: Path) -> None:
    brief = read_brief(path).brief
    plan = planned(path).plan
    assert not plan.roster.open
    assert (plan.rollout is not None) == (brief.period.form is Form.CYCLE)
    one = checked(plan)
    for report in (one.report, one.rollout_report):
        assert report is None or not [finding for finding in report.findings if finding.verdict.fails]
    files = all_files(one, NOW)
    assert read_plan_json(files[PLAN]) == plan
    again = read_back(files[WORKBOOK], WORKBOOK).plan
    assert again.roster.works == plan.roster.works
    assert again.dated.works == plan.dated.works
    entries = {name: content.count(b"BEGIN:VEVENT") for name, content in files.items() if name.endswith(".ics")}
    works = sum(len(plan.dated.duties(person.id)) for person in brief.assistants)
    assert entries.pop("kalender/arbeidsleder.ics") == works
    assert entries.pop("kalender/apne-vakter.ics") == len(plan.dated.open)
    assert sum(entries.values()) == works


@pytest.mark.slow
@pytest.mark.parametrize("path", TOLD, ids=named)
def test_a_year_of_each_grunnturnus_is_lawful_and_filled(path: Path) -> None:
    roster = planned(path).plan.roster
    if not roster.frame.cyclic:
        pytest.skip("a kalenderplan has its own dates")
    brief = roster.frame.brief
    brief = replace(brief, period=replace(brief.period, rollout_weeks=A_YEAR))
    year = roll_out(
        replace(roster, frame=replace(roster.frame, brief=brief)), seconds=YEAR_SECONDS, search=Search(seed=1)
    )
    assert not year.quick
    assert year.roster.frame.weeks == A_YEAR
    assert not fails(year.roster)


@pytest.mark.slow
def test_the_impossible_example_is_explained() -> None:
    brief = read_brief(EXAMPLES / "umulig.yaml").brief
    answer = make_plan(brief, seconds=USUALLY, seed=1)
    assert isinstance(answer, Planned)
    assert answer.open
    assert answer.why is not None
    assert answer.why.reasons
    assert answer.why.ways_out
