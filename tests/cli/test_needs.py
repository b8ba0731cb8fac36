"""``roster needs`` as a user meets it: from nothing to a brief in which only the people are missing."""

import json
from pathlib import Path

import pytest

from roster.domain.kinds import Form
from roster.planning.forecast import forecast
from roster.reading.faults import Faults
from roster.reading.read import read_brief
from tests.cli.typed import typed
from tests.support.clocks import HN, PA, VN, text

VEDTAK = "vedtak:\n  - {id: V1, fra: 2027-01-01, til: 2028-12-31, timer per uke: 60}"
SIXTY = (f"07–10 hverdager {PA}", f"15–21 hverdager {PA}", f"09–16.30 helg {PA}")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def written(folder: Path, *rows: str, more: str = "") -> Path:
    path = folder / "behov.yaml"
    path.write_text(text(*rows, more=more), encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ["soknad", "søknad", "vedtak", "barn"])
def test_a_new_need_can_be_reckoned_as_it_is(folder: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert typed(capsys, "needs", "--new", "behov.yaml", "--template", name).code == 0
    answer = typed(capsys, "needs", "behov.yaml", "--kinds", "0")
    assert answer.code == 0
    assert "Til sammen:" in answer.out
    again = typed(capsys, "needs", "--new", "behov.yaml")
    assert again.code == 2
    assert "finnes fra før" in again.err


def test_from_60_granted_hours_to_a_brief_that_fits_them_to_the_minute(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written(folder, *SIXTY, more=VEDTAK)
    answer = typed(capsys, "needs", "behov.yaml", "--kinds", "3", "--brief", "grunnlag.yaml", "--out", "ut", "--plain")
    assert answer.code == 0
    assert "Det er like mye som behovet." in answer.out
    assert "De trekker 60 timer i uka av vedtaket. Det går akkurat opp." in answer.out
    assert sorted(one.name for one in (folder / "ut").iterdir()) == ["dognklokke.html", "dognklokke.svg"]

    with pytest.raises(Faults) as lacking:
        read_brief(folder / "grunnlag.yaml")
    assert [one.what for one in lacking.value.faults] == ["Delen «assistenter» mangler."]

    content = (folder / "grunnlag.yaml").read_text(encoding="utf-8")
    (folder / "full.yaml").write_text(content.replace("#  - {id: A", "  - {id: A"), encoding="utf-8")
    brief = read_brief(folder / "full.yaml").brief
    assert brief.period.form is Form.CYCLE
    assert len(brief.assistants) == 4
    known = forecast(brief)
    assert known.granted_need == known.granted == known.need == 60 * 60
    assert known.need - 4 * 60 <= known.positions <= known.need


@pytest.mark.parametrize(("last", "week"), [("20", "37,5"), ("20.15", "35,5")])
def test_the_positions_shown_have_the_full_time_week_that_the_kinds_give(
    folder: Path, capsys: pytest.CaptureFixture[str], last: str, week: str
) -> None:
    """Work after 20 makes a turnus by agreement; one Sunday in four does not."""
    written(folder, f"07–10 hverdager {PA}", f"15–{last} hverdager {PA}", f"09–16 helg {PA}")
    assert typed(capsys, "needs", "behov.yaml", "--kinds", "3", "--seconds", "1", "--brief", "grunnlag.yaml").code == 0
    assert f"heltidsuke: {week}," in (folder / "grunnlag.yaml").read_text(encoding="utf-8")


def test_what_there_is_no_vedtak_for_is_written_as_asked_for(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(folder, f"08–16 hverdager {PA}", f"23–07 hverdager {HN}", f"23–06 helg {VN}")
    answer = typed(capsys, "needs", "behov.yaml", "--brief", "grunnlag.yaml")
    assert answer.code == 0
    assert "Det er ikke noe vedtak ennå. Behovet er 94 timer i uka å søke om." in answer.out
    content = (folder / "grunnlag.yaml").read_text(encoding="utf-8").replace("#  - {id: A", "  - {id: A")
    (folder / "full.yaml").write_text(content, encoding="utf-8")
    brief = read_brief(folder / "full.yaml").brief
    (line,) = brief.vedtak.lines
    assert line.per_week == 94 * 60
    assert {one.value for one in line.covers} == {"våken natt", "hvilende natt"}
    assert forecast(brief).granted_need == 94 * 60


def test_as_json_all_is_in_minutes(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(folder, *SIXTY, more=VEDTAK)
    told = json.loads(typed(capsys, "needs", "behov.yaml", "--json").out)
    assert (told["status"], told["week"], told["granted"]) == ("fine", 3600, 3600)
    assert all(one["covered"] <= one["bound"] * 1.02 for one in told["proposals"])
    assert told["chosen"] == 3


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ((), 2, "døgnklokke"),
        (("behov.yaml", "--new", "x.yaml"), 2, "ikke begge"),
        (("--new", "behov.txt"), 2, ".yaml eller .xlsx"),
        (("--new", "x.yaml", "--template", "soknd"), 2, "Mente du «soknad»"),
        (("finnes-ikke.yaml",), 2, "finnes ikke"),
        (("behov.yaml", "--kinds", "13"), 2, "--kinds"),
        (("behov.yaml", "--kinds", "0", "--brief", "g.yaml"), 2, "trenger vakter"),
        (("behov.yaml", "--brief", "behov.yaml"), 2, "finnes fra før"),
        (("behov.yaml", "--kinds", "1"), 3, "1 vaktkode er for lite"),
    ],
)
def test_what_cannot_be_done_is_said(
    folder: Path, words: tuple[str, ...], code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    written(folder, *SIXTY)
    answer = typed(capsys, "needs", *words)
    assert answer.code == code
    assert said in answer.all
    assert sorted(one.name for one in folder.iterdir()) == ["behov.yaml"]


def test_a_need_is_no_brief(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(folder, *SIXTY)
    answer = typed(capsys, "plan", "behov.yaml")
    assert answer.code == 2
    assert "Dette er en døgnklokke, ikke et turnusgrunnlag." in answer.err
    assert "roster needs behov.yaml --brief" in answer.err


def test_a_resting_night_too_long_for_the_law_is_told_with_a_way_out(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written(folder, f"20–08 alle {HN}")
    answer = typed(capsys, "needs", "behov.yaml")
    assert answer.code == 3
    assert "på høyst 11 timer" in answer.out
    assert "10-5" in answer.out
