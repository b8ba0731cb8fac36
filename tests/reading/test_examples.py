"""The stories in examples/ and the starters are read, and say the same as YAML and as a workbook."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from roster.reading.faults import Faults
from roster.reading.read import read_brief
from roster.wording.brief_words import HELP, PARTS, SETUP
from roster.workflow.new import as_workbook, new_brief, templates

EXAMPLES = Path(__file__).parents[2] / "examples"
STORIES = sorted(EXAMPLES.glob("*.yaml"))


def test_the_nine_stories_are_there() -> None:
    assert {path.name for path in EXAMPLES.iterdir()} >= {
        "barn-25-timer.yaml",
        "student-35-timer.yaml",
        "student-35-timer.xlsx",
        "hele-dognet.yaml",
        "hvilende-natt-virke.yaml",
        "to-assistenter-langvakter.yaml",
        "privatperson.yaml",
        "delt-dagsverk.yaml",
        "umulig.yaml",
    }


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_a_story_says_the_same_as_a_workbook(path: Path, tmp_path: Path) -> None:
    workbook = tmp_path / "grunnlag.xlsx"
    workbook.write_bytes(as_workbook(path.read_text(encoding="utf-8")))
    assert read_brief(workbook) == read_brief(path)


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_a_story_tells_itself_in_its_first_comment(path: Path) -> None:
    first = path.read_text(encoding="utf-8").partition("\n\n")[0]
    assert all(line.startswith("#") for line in first.splitlines())
    assert len(first) > 200


def test_the_workbook_among_the_examples_says_what_its_yaml_says() -> None:
    assert read_brief(EXAMPLES / "student-35-timer.xlsx") == read_brief(EXAMPLES / "student-35-timer.yaml")


@pytest.mark.parametrize("path", [path for path in STORIES if path.stem != "umulig"], ids=lambda path: path.stem)
def test_those_who_want_it_carry_the_need_and_no_position_needs_more_than_there_is(path: Path) -> None:
    brief = read_brief(path).brief
    if any(kind.resting for kind in brief.kinds):
        pytest.skip("resting time is paid by another measure than the clock")
    asked = _asked_minutes(path)
    agreed = sum(one.contract_week for one in brief.assistants) * brief.period.weeks
    half = max(kind.length for kind in brief.kinds) / 2
    assert asked <= sum(one.wanted_week for one in brief.assistants) * brief.period.weeks
    assert agreed <= asked + half * len(brief.assistants)


def _asked_minutes(path: Path) -> int:
    """Minutes that the needs and events ask for, counted a day at a time in a plain way."""
    from datetime import timedelta  # noqa: PLC0415

    brief = read_brief(path).brief
    total = 0
    for number in range(brief.period.weeks * 7):
        day = brief.period.start + timedelta(days=number)
        week = day.isocalendar().week if brief.period.form == "kalenderplan" else number // 7 + 1
        counts = dict.fromkeys((kind.code for kind in brief.kinds), 0)
        for need in brief.needs:
            when = need.when
            if day.weekday() in when.weekdays and when.in_week(week) and (when.dates is None or day in when.dates):
                counts[need.kind] += need.count
        for change in brief.changes:
            if brief.period.form == "kalenderplan" and change.kind and change.when.dates and day in change.when.dates:
                counts[change.kind] = change.count
        total += sum(brief.kind(code).length * count for code, count in counts.items())
        for event in brief.events:
            if day.weekday() in event.when.weekdays and event.when.in_week(week):
                total += event.length * len(event.who)
    return total


@pytest.mark.parametrize("suffix", [".yaml", ".xlsx"])
@pytest.mark.parametrize("template", templates())
def test_a_starter_can_be_read(template: str, suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"grunnlag{suffix}"
    new_brief(path, template)
    assert read_brief(path).brief.assistants


def test_the_simple_starter_leaves_nothing_unsaid(tmp_path: Path) -> None:
    path = tmp_path / "grunnlag.yaml"
    new_brief(path)
    assert read_brief(path).notices == ()


def test_the_simple_starter_has_an_example_row_on_every_sheet(tmp_path: Path) -> None:
    path = tmp_path / "grunnlag.xlsx"
    new_brief(path)
    book = load_workbook(path)
    assert book.sheetnames == [SETUP, *(part.sheet for part in PARTS if part.sheet), HELP]
    for sheet in book.worksheets:
        assert sheet.max_row > 1, sheet.title
        assert not sheet.merged_cells.ranges
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.paperSize == 9
        assert sheet.freeze_panes
    choices = [rule for rule in book["Vakter"].data_validations.dataValidation if rule.type == "list"]
    assert choices


def test_the_same_starter_has_the_same_bytes() -> None:
    text = templates()["enkel"].read_text(encoding="utf-8")
    assert as_workbook(text) == as_workbook(text)


def test_an_unknown_template_is_guessed_at(tmp_path: Path) -> None:
    with pytest.raises(Faults, match="Mente du «hele-dognet»"):
        new_brief(tmp_path / "grunnlag.yaml", "hele-døgnet")
    assert list(tmp_path.iterdir()) == []


def test_a_starter_needs_a_kind_of_file_that_we_know(tmp_path: Path) -> None:
    with pytest.raises(Faults, match=r"\.yaml eller \.xlsx"):
        new_brief(tmp_path / "grunnlag.docx")
