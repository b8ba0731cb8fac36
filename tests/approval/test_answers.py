"""A rep answers in the workbook: what is read, and what is refused because something else was changed."""

import io
import json
import shutil
import subprocess
import zipfile
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

import openpyxl
import pytest
from openpyxl.comments import Comment as Note

from roster.cli import clock
from roster.domain.course import Comment, Discussion, Stage
from roster.reading.answer import read_answer
from roster.reading.faults import Faults
from roster.reading.returned_workbook import compare, read_returned
from roster.wording import approval_sheet as words
from roster.workflow.receive import Received, receive
from roster.workflow.submit import submit
from tests.approval.arrangement import NOW, brief_of, plan_of, saved, swapped
from tests.approval.steps import standing
from tests.cli.typed import typed


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder whose one version lies with the employer."""
    folder = tmp_path_factory.mktemp("made") / "t"
    saved(folder, plan_of(brief_of()), workbook=True)
    submit(folder, None, "arbeidsleder", NOW)
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "t"))


def sent(folder: Path) -> bytes:
    return (folder / "versjoner" / "0001" / "turnus.xlsx").read_bytes()


def filled(book: openpyxl.Workbook, **answers: object) -> None:
    """Write in the boxes by the names of their fields."""
    sheet = book[words.APPROVAL]
    names = {
        "agreed": words.AGREED,
        "discussed": words.DISCUSSED,
        "present": words.PRESENT,
        "name": words.NAME,
        "on": words.DATE,
        "comment": words.COMMENT,
    }
    for row in sheet.iter_rows():
        for key, value in answers.items():
            if row[0].value == names[key]:
                sheet.cell(row[0].row, 2).value = value


def answer(folder: Path, book: openpyxl.Workbook) -> Received:
    file = folder.parent / "svar.xlsx"
    book.save(file)
    return receive(folder, file, None, NOW)


def opened(folder: Path) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(sent(folder)))


def test_an_answer_with_its_drofting_is_read_and_kept(folder: Path) -> None:
    book = opened(folder)
    filled(
        book,
        agreed="Uenig",
        discussed=datetime(2026, 12, 10),
        present="tillitsvalgt, verneombud",
        name="TV1",
        on="16.12.2026",
        comment="For mange helger",
    )
    sheet = book[words.APPROVAL]
    first = next(row[0].row for row in sheet.iter_rows() if row[0].value == words.COMMENT_HEADINGS[0]) + 1
    sheet.cell(first, 1).value, sheet.cell(first, 2).value, sheet.cell(first, 3).value = (
        "Turnus",
        "rad 7",
        "Kari vil ha fri",
    )
    book["Vakter"]["G2"].comment = Note("Kan Ola ta denne?", "TV1")
    found = answer(folder, book)
    assert found.answer.agreed is False
    assert (found.answer.name, found.answer.on) == ("TV1", date(2026, 12, 16))
    assert found.answer.discussion == Discussion(date(2026, 12, 10), False, True, ("tillitsvalgt", "verneombud"))
    assert found.answer.comments == (
        Comment("", "For mange helger"),
        Comment("Turnus!rad 7", "Kari vil ha fri"),
        Comment("Vakter!G2", "Kan Ola ta denne?"),
    )
    told = standing(folder)
    assert (told.stage, told.discussion, told.answers) == (Stage.DISCUSSED, found.answer.discussion, (found.answer,))
    assert (folder / told.steps[-1].papers[0]).read_bytes() == (folder.parent / "svar.xlsx").read_bytes()
    assert told.steps[-1].by == "TV1"


@pytest.mark.slow
def test_an_answer_without_the_day_of_the_drofting_is_no_drofting(folder: Path) -> None:
    book = opened(folder)
    filled(book, agreed="enig")
    assert answer(folder, book).notice is None
    assert standing(folder).stage is Stage.EMPLOYER


@pytest.mark.parametrize("field", ["discussed", "on"])
def test_an_answer_from_a_day_that_has_not_come_is_refused(folder: Path, field: str) -> None:
    book = opened(folder)
    filled(book, **{"agreed": "enig", "discussed": "20.12.2026", field: "22.12.2026"})
    with pytest.raises(Faults, match=r"2026-12-22 er etter i dag(?s:.)*arket Godkjenning"):
        answer(folder, book)
    assert standing(folder).lines == 2


def test_a_note_far_out_is_read_without_making_the_cells_between() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = words.APPROVAL
    for row, name in enumerate(words.FIELDS, start=1):
        sheet.cell(row, 1).value = name
    filled(book, agreed="enig")
    sheet["XFD90"].comment = Note("Langt ute", "TV1")
    there = len(sheet._cells)
    assert read_answer(book, "svar.xlsx", True).comments == (Comment("Godkjenning!XFD90", "Langt ute"),)
    assert len(sheet._cells) <= there + len(words.FIELDS)


def test_each_changed_cell_is_named_and_the_answer_is_refused(folder: Path) -> None:
    book = opened(folder)
    filled(book, agreed="enig")
    book["Turnus"]["F7"].value = "K"
    book["Vakter"]["I2"].value = 7.49
    book["Vakter"]["N40"].value = "ny"
    book["Kontroll"]["A5"].value = None
    book["Vakter"]["C2"].value = datetime(2027, 1, 4, 8, 1)
    with pytest.raises(Faults) as refused:
        answer(folder, book)
    said = {one.place: one.what for one in refused.value.faults}
    assert said.keys() == {"Turnus!F7", "Vakter!I2", "Vakter!N40", "Kontroll!A5", "Vakter!C2"}
    assert said["Turnus!F7"] == "Ruta er endret fra «D» til «K»."
    assert said["Vakter!I2"] == "Ruta er endret fra «7,5» til «7,49»."
    assert said["Vakter!N40"] == "Ruta er endret fra tom til «ny»."
    assert said["Kontroll!A5"] == "Ruta er endret fra «Bør vurderes» til tom."
    assert standing(folder).lines == 2


@pytest.mark.slow
def test_formulas_and_sheets_that_are_not_the_same_are_said_too(folder: Path) -> None:
    book = opened(folder)
    formula = next(cell for row in book["Turnus"].iter_rows() for cell in row if str(cell.value).startswith("="))
    formula.value = f"={formula.value[1:]}*1"
    filled(book, agreed="enig")
    del book["Vedtak"]
    book.create_sheet("Notater")["A1"].value = "hei"
    with pytest.raises(Faults) as refused:
        answer(folder, book)
    sheets, reckoned = refused.value.faults
    assert sheets.what == "Arkene er ikke de samme: arket «Vedtak» mangler og arket «Notater» er kommet til."
    assert reckoned.place == f"Turnus!{formula.coordinate}"
    assert reckoned.what.startswith("Ruta er endret fra formelen")


def test_an_answer_to_another_version_is_refused_in_words(folder: Path, tmp_path: Path) -> None:
    book = opened(folder)
    filled(book, agreed="enig")
    saved(folder, swapped(plan_of(brief_of())), workbook=True)
    with pytest.raises(Faults, match="Svaret gjelder versjon 0001, ikke versjon 0002"):
        answer(folder, book)
    other = tmp_path / "annen" / "t"
    other.parent.mkdir()
    saved(other, swapped(plan_of(brief_of())))
    with pytest.raises(Faults, match="gjelder en turnus som ikke er i denne mappa"):
        answer(other, book)


def test_an_answer_that_cannot_be_read_says_where() -> None:
    book = openpyxl.Workbook()
    book.active.title = words.APPROVAL
    for says, answers in (
        ("ikke fylt ut", {}),
        ("«kanskje», men svaret må være enig eller uenig", {"agreed": "kanskje"}),
        ("«i går» er ikke en dato", {"agreed": "enig", "discussed": "i går"}),
        ("når planen er drøftet, men ikke om dere er enige", {"discussed": "15.12.2026", "comment": "Nei"}),
    ):
        for row, name in enumerate(words.FIELDS, start=1):
            book.active.cell(row, 1).value = name
            book.active.cell(row, 2).value = None
        filled(book, **answers)
        with pytest.raises(Faults, match=says):
            read_answer(book, "svar.xlsx", True)
    book.active.delete_rows(1, 40)
    with pytest.raises(Faults, match="Feltet «Enig eller uenig» mangler"):
        read_answer(book, "svar.xlsx", True)
    book.active.title = "Ark1"
    with pytest.raises(Faults, match="Arket «Godkjenning» mangler"):
        read_answer(book, "svar.xlsx", True)


def test_one_byte_changed_in_a_returned_workbook_is_detected(folder: Path) -> None:
    """Each either cannot be read or says what was sent in every cell; none passes for an answer with other cells."""
    file = folder.parent / "svar.xlsx"
    random = Random(5)
    unreadable = 0
    for _ in range(25):
        data = bytearray(sent(folder))
        data[random.randrange(len(data))] ^= 1 << random.randrange(8)
        try:
            book = read_returned(bytes(data), "svar.xlsx")
        except Faults:
            unreadable += 1
            continue
        # What is left is what a zip file tells besides its content, such as when a part was written.
        assert compare(sent(folder), book, "svar.xlsx").same
    assert unreadable > 15
    data = bytearray(sent(folder))
    data[len(data) // 3] ^= 1
    file.write_bytes(data)
    with pytest.raises(Faults, match="Arbeidsboka er skadet"):
        receive(folder, file, None, NOW)
    assert standing(folder).lines == 2


@pytest.mark.slow
def test_the_version_must_be_as_it_was_saved(folder: Path) -> None:
    book = opened(folder)
    filled(book, agreed="enig")
    path = folder / "versjoner" / "0001" / "turnus.xlsx"
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("ekstra", "x")
    with pytest.raises(Faults, match="ingen arbeidsbok som er slik den ble lagret"):
        answer(folder, book)


def test_the_command_tells_of_the_answer(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(days=7))
    file = folder.parent / "svar.xlsx"
    book = opened(folder)
    filled(book, agreed="uenig", discussed="28.12.2026", name="TV1", comment="Nei")
    book.save(file)
    said = typed(capsys, "return", folder, file)
    assert said.code == 1
    assert "uenig, 1 kommentar." in said.out
    assert "- Nei" in said.out
    assert "Loven krever minst 14 dager" in said.out
    content = json.loads(typed(capsys, "status", folder, "--json").out)
    assert content["steps"][-1]["about"]["discussion"]["on"] == "2026-12-28"
    assert "kladd igjen" in typed(capsys, "return", folder, "--because", "Vi må snakke mer").out
    assert "mangler hvorfor" in typed(capsys, "return", folder).err


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_workbook_saved_by_libreoffice_says_what_ours_says(folder: Path, tmp_path: Path) -> None:
    ours = tmp_path / "turnus.xlsx"
    ours.write_bytes(sent(folder))
    command = [
        "soffice",
        f"-env:UserInstallation=file://{tmp_path}/profil",
        "--headless",
        "--convert-to",
        "xlsx",
        "--outdir",
        str(tmp_path / "ut"),
        str(ours),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    back = read_returned((tmp_path / "ut" / "turnus.xlsx").read_bytes(), "turnus.xlsx")
    found = compare(sent(folder), back, "turnus.xlsx")
    assert found.changes == ()
    assert found.same
