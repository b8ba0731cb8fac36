"""Every example is read, planned, checked, exported and read back."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from roster.domain.kinds import Form
from roster.planning.plan import make_plan
from roster.planning.result import Planned
from roster.reading.plan_json import read_plan_json
from roster.reading.plan_workbook import read_plan_workbook
from roster.reading.read import read_brief
from roster.workflow.files import all_files, checked
from roster.workflow.folder import PLAN, WORKBOOK

EXAMPLES = Path(__file__).parent.parent / "examples"
BRIEFS = sorted([*EXAMPLES.glob("*.yaml"), *EXAMPLES.glob("*.xlsx")])
IMPOSSIBLE = ("umulig",)
POSSIBLE = [path for path in BRIEFS if path.stem not in IMPOSSIBLE]
NOW = datetime(2026, 12, 1, 12, 0, tzinfo=UTC)
SECONDS = 20


def named(path: Path) -> str:
    return path.name


@pytest.mark.parametrize("path", BRIEFS, ids=named)
def test_each_example_is_read(path: Path) -> None:
    assert read_brief(path).brief.assistants


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.yaml")), ids=named)
def test_each_example_tells_its_story_first(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    story = lines[: next(number for number, line in enumerate(lines) if not line.startswith("#"))]
    assert len(" ".join(story)) > 80


@pytest.mark.slow
@pytest.mark.parametrize("path", POSSIBLE, ids=named)
def test_each_example_gives_a_lawful_turnus_that_is_read_back_as_it_was(path: Path) -> None:
    brief = read_brief(path).brief
    answer = make_plan(brief, seconds=SECONDS, seed=1)
    assert isinstance(answer, Planned)
    plan = answer.plan
    assert not plan.roster.open
    assert (plan.rollout is not None) == (brief.period.form is Form.CYCLE)
    one = checked(plan)
    for report in (one.report, one.rollout_report):
        assert report is None or not [finding for finding in report.findings if finding.verdict.fails]
    files = all_files(one, NOW)
    assert read_plan_json(files[PLAN]) == plan
    again = read_plan_workbook(files[WORKBOOK], WORKBOOK)
    assert again.roster.works == plan.roster.works
    assert again.dated.works == plan.dated.works
    calendars = [content for name, content in files.items() if name.endswith(".ics")]
    assert sum(content.count(b"BEGIN:VEVENT") for content in calendars) == sum(
        len(plan.dated.duties(person.id)) for person in brief.assistants
    )


@pytest.mark.slow
def test_the_impossible_example_is_explained() -> None:
    brief = read_brief(EXAMPLES / "umulig.yaml").brief
    answer = make_plan(brief, seconds=SECONDS, seed=1)
    assert isinstance(answer, Planned)
    assert answer.open
    assert answer.why is not None
    assert answer.why.reasons
    assert answer.why.ways_out
