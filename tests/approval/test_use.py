"""What a version must be to run: from which day, as it was saved, and with what it rests on signed."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import openpyxl
import pytest

from roster.domain.course import Stage
from roster.reading.faults import Faults
from roster.workflow.discuss import Told, discuss
from roster.workflow.register import register
from roster.workflow.sign import sign
from roster.workflow.status import status
from roster.workflow.submit import submit
from roster.workflow.use import Used, Wish, use
from tests.approval.arrangement import LONG, LONGER_DAY, NOW, START, brief_of, plan_of, saved
from tests.approval.steps import standing

LAST = START + timedelta(days=13)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A version of two weeks that is discussed in time."""
    folder = tmp_path / "t"
    saved(folder, plan_of(brief_of()))
    submit(folder, None, "arbeidsleder", NOW)
    discuss(folder, Told(START - timedelta(days=14), True), "arbeidsgiver", NOW)
    return folder


def into_use(folder: Path, since: date) -> Used:
    return use(folder, Wish(since=since), "arbeidsgiver", NOW)


def test_a_version_does_not_begin_to_run_after_its_last_day(folder: Path) -> None:
    with pytest.raises(
        Faults, match=r"fra 18\.01\.2027, men planen slutter 17\.01\.2027(?s:.)*tidligere dag med --from"
    ):
        into_use(folder, LAST + timedelta(days=1))
    assert standing(folder).stage is Stage.DISCUSSED
    assert into_use(folder, LAST).use.since == LAST


# -- a version that was edited where it lies --------------------------------------------------------------


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A version with its workbook that is sent to nobody."""
    saved(tmp_path / "t", plan_of(brief_of()), workbook=True)
    return tmp_path / "t"


def edited(folder: Path, sheet: str, cell: str, value: str) -> Path:
    file = folder / "versjoner" / "0001" / "turnus.xlsx"
    book = openpyxl.load_workbook(file)
    book[sheet][cell].value = value
    book.save(file)
    return file


def test_a_workbook_edited_where_it_lies_is_not_sent_as_it_was(draft: Path) -> None:
    file = edited(draft, "Vakter", "G2", "A3")
    for path in (draft, file):
        with pytest.raises(Faults, match=r"endret etter at(?s:.)*roster submit .*turnus\.xlsx --into .*t»"):
            submit(path, None, "arbeidsleder", NOW)
    assert standing(draft).stage is Stage.DRAFT
    assert submit(file, draft, "arbeidsleder", NOW).version.number == "0002"


@pytest.mark.slow
def test_a_version_edited_on_its_way_goes_no_further(draft: Path) -> None:
    submit(draft, None, "arbeidsleder", NOW)
    told = Told(START - timedelta(days=14), True)
    file = draft / "versjoner" / "0001" / "turnus.xlsx"
    content = file.read_bytes()
    edited(draft, "Vakter", "G2", "A3")
    with pytest.raises(Faults, match="endret etter at"):
        discuss(draft, told, "arbeidsgiver", NOW)
    file.write_bytes(content)
    discuss(draft, told, "arbeidsgiver", NOW)
    edited(draft, "Vakter", "G2", "A3")
    with pytest.raises(Faults, match="endret etter at"):
        into_use(draft, START)
    assert standing(draft).stage is Stage.DISCUSSED


def test_what_is_written_in_a_sheet_that_does_not_count_is_seen_too(draft: Path) -> None:
    edited(draft, "Turnus", "F7", "K")
    with pytest.raises(Faults, match="Vakter"):
        submit(draft, None, "arbeidsleder", NOW)


@pytest.mark.slow
def test_a_workbook_that_was_only_saved_anew_is_sent(draft: Path) -> None:
    edited(draft, "Godkjenning", "H90", "x")
    submit(draft, None, "arbeidsleder", NOW)
    assert standing(draft).stage is Stage.EMPLOYER


@pytest.mark.parametrize("name", ["turnus2.xlsx", "kalender", "notat.txt"])
def test_only_a_turnus_stands_for_its_version(draft: Path, name: str) -> None:
    place = draft / "versjoner" / "0001"
    (place / "notat.txt").write_text("Kari vil ha fri")
    with pytest.raises(Faults, match=f"{name}(?s:.)*turnus.json"):
        submit(place / name, None, "arbeidsleder", NOW)
    assert standing(place / "turnus.json").stage is Stage.DRAFT


# -- signatures -------------------------------------------------------------------------------------------


def test_a_signature_that_the_brief_expects_is_none_before_its_day(tmp_path: Path) -> None:
    folder, told = tmp_path / "t", Told(START - timedelta(days=14), True)
    expected = replace(LONGER_DAY, signed=NOW.date() + timedelta(days=10), use_unsigned=False)
    saved(folder, plan_of(brief_of(expected, kind=LONG)))
    submit(folder, None, "arbeidsleder", NOW)
    discuss(folder, told, "arbeidsgiver", NOW)
    with pytest.raises(Faults, match=r"«langvakt».*ikke signert"):
        into_use(folder, START)
    assert status(folder, NOW.date()).ready.unsigned == ("langvakt",)
    assert status(folder, NOW.date() + timedelta(days=10)).ready.unsigned == ()
    sign(folder, "langvakt", NOW.date(), None, "arbeidsgiver", NOW)
    into_use(folder, START)
    assert [one.signed for one in register(folder, START).agreements] == [NOW.date()]
