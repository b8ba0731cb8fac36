"""The package that reps discuss and sign: what it tells, how it is built for screen readers, and what comes back."""

import io
import itertools
import os
import shutil
import subprocess
from copy import copy
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import openpyxl
import pikepdf
import pypdf
import pytest

from roster.domain.assistant import HeldSkill
from roster.domain.brief import Agreement
from roster.domain.course import Stage
from roster.domain.days import DateSpan, When
from roster.domain.finding import Verdict
from roster.domain.help_needed import NeedChange, SkillNeed
from roster.domain.kinds import Party, Tariff
from roster.domain.plan import Plan
from roster.domain.roster import Roster
from roster.domain.vedtak import Season
from roster.exports.package.content import paper_of
from roster.exports.package.group import group_section, open_section
from roster.exports.package.paper import Paper, Section, Table
from roster.exports.package.pdf import pdf
from roster.reading.faults import Faults
from roster.rules import plan_notice
from roster.wording import approval_sheet
from roster.wording import package_words as words
from roster.workflow.course import read_log, version_at
from roster.workflow.discuss import Told, discuss
from roster.workflow.known import known_of
from roster.workflow.package import package
from roster.workflow.receive import receive
from roster.workflow.submit import submit
from roster.workflow.use import Wish, use
from tests.approval.arrangement import LONG, LONGER_DAY, NOW, START, brief_of, plan_of, saved, swapped
from tests.cli.typed import typed


def secret() -> Plan:
    """A plan whose brief holds all that a print must not tell."""
    brief = brief_of(LONGER_DAY, _of_members(), kind=LONG)
    sonde = "stell av SONDE"
    kind = replace(brief.kinds[0], skills=frozenset({sonde}), passive_because="EPILEPSI om natta")
    people = tuple(replace(one, skills=(HeldSkill(sonde),)) for one in brief.assistants[:1])
    return plan_of(
        replace(
            brief,
            kinds=(kind,),
            needs=tuple(replace(one, skills=(SkillNeed(sonde, 1),)) for one in brief.needs),
            assistants=(*people, *brief.assistants[1:]),
            changes=(NeedChange(When(dates=DateSpan(date(2027, 1, 9), date(2027, 1, 9))), "L", 0, note="SYKEHUS"),),
            seasons=(Season(DateSpan(date(2027, 1, 4), date(2027, 1, 10)), 100, "OPERASJON"),),
        )
    )


def _of_members() -> Agreement:
    return Agreement("egen", "10-12 (4)", Party.UNION, {"day_h": Decimal(13)}, covers=("A2",), signed=date(2026, 12, 1))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A version in use, and a later one that lies with the employer."""
    place = tmp_path_factory.mktemp("made") / "t"
    saved(place, plan_of(brief_of()))
    submit(place, None, "arbeidsleder", NOW)
    discuss(place, Told(START - timedelta(days=14), True, present=("Per Hansen",)), "arbeidsgiver", NOW)
    use(place, Wish(), "arbeidsgiver", NOW)
    saved(place, swapped(plan_of(brief_of())))
    submit(place, None, "arbeidsleder", NOW)
    return place


@pytest.fixture(scope="module")
def packed(folder: Path) -> tuple[bytes, bytes]:
    """The workbook and the PDF of the later one."""
    out = folder.parent / "ut"
    made = package(folder, out, "")
    book, pdf = (out / name for name in made.written)
    return book.read_bytes(), pdf.read_bytes()


def told(folder: Path) -> Paper:
    log = read_log(folder)
    return paper_of(known_of(folder, version_at(folder, "0002", log), log))


def said_in(book: bytes) -> str:
    """Every text of every sheet."""
    sheets = openpyxl.load_workbook(io.BytesIO(book)).worksheets
    return "\n".join(str(cell) for one in sheets for row in one.iter_rows(values_only=True) for cell in row if cell)


# -- what it tells --------------------------------------------------------------------------------------


def test_the_same_version_and_log_give_the_same_bytes(
    folder: Path, packed: tuple[bytes, bytes], tmp_path: Path
) -> None:
    made = package(folder, tmp_path / "igjen", "")
    assert tuple((tmp_path / "igjen" / name).read_bytes() for name in made.written) == packed


def test_the_five_questions_of_a_rep_are_answered_first(folder: Path) -> None:
    first = told(folder).sections[0].blocks[0]
    said = str(first)
    for question in ("Er planen lovlig? Ja", "Hvilke avtaler", "Hvem jobber flest helger", "Hva skal du signere"):
        assert question in said
    assert "som er i bruk: 2 vakter er endret for 2 assistenter, og alle har byttet assistent." in said


def test_the_workbook_tells_all_that_the_pdf_does(folder: Path, packed: tuple[bytes, bytes]) -> None:
    said = said_in(packed[0])
    for section in told(folder).sections:
        for one in section.blocks:
            if section.sheet is not None and isinstance(one, Table):
                for cell in (cell for row in one.rows for cell in row if cell):
                    assert cell in said, (section.title, cell)


def test_the_group_turnus_has_the_codes_sums_and_cover_of_each_day() -> None:
    grid, cover, totals = (
        one for one in group_section(plan_of(brief_of()).roster, "x", None).blocks if isinstance(one, Table)
    )
    assert grid.rows[0][:12] == ("A1", "Kari", "50 %", "D", "", "D", "", "D", "F2", "F1", "22,5", "")
    assert cover.rows[0][3:10] == ("1/1", "1/1", "1/1", "1/1", "1/1", "", "")
    assert totals.rows[0][:6] == ("A1", "Kari", "50 %", "37,5", "18,75", "18,75")


def test_what_needs_an_agreement_that_nobody_wrote_is_said_where_the_reader_signs(tmp_path: Path) -> None:
    saved(tmp_path / "t", plan_of(brief_of(kind=LONG)))
    log = read_log(tmp_path / "t")
    known = known_of(tmp_path / "t", version_at(tmp_path / "t", "0001", log), log)
    said = str(paper_of(known).sections[0].blocks[0])
    assert "krever en avtale som ikke er skrevet" in said
    assert "Ingen avtaler mangler" not in said


def test_a_shift_that_nobody_has_is_told_with_its_hours_and_who_has_none() -> None:
    plan = plan_of(brief_of())
    works = plan.roster.works - {("A1", plan.roster.frame.shifts[0].id)}
    said = str(open_section(Plan(plan.brief, Roster(plan.roster.frame, works))).blocks)
    assert "1 vakt mangler folk, i alt 7,5 timer." in said
    assert "Ingen vakter i denne planen: Nora." in said
    assert "('mandag 04.01.2027 kl. 08.00', 'D 08.00–15.30', '1', '7,5')" in said


@pytest.mark.parametrize(
    ("off", "limit", "said"),
    [
        (107, 2280, "40:00 − 1:47 = 38:13, høyst 38:00"),
        (150, 2250, "40:00 − 2:30 = 37:30"),
        (297, 2160, "40:00 − 4:57 = 35:03, minst 36:00"),
    ],
)
def test_the_arithmetic_of_a_tredelt_turnus_is_written_out(off: int, limit: int, said: str) -> None:
    assert words.arithmetic(off, limit) == said


def test_nothing_is_told_of_health_activities_or_who_is_a_member(tmp_path: Path) -> None:
    saved(tmp_path / "t", secret())
    made = package(tmp_path / "t", tmp_path / "ut", "")
    said = said_in((tmp_path / "ut" / made.written[0]).read_bytes())
    for word in ("SONDE", "EPILEPSI", "SYKEHUS", "OPERASJON", "1990"):
        assert word not in said
    assert "kompetanse 1" in said
    rows = [line for line in said.splitlines() if line == words.UNION_COVERS]
    assert len(rows) == 1


def test_who_was_at_the_drofting_is_not_printed(folder: Path, tmp_path: Path) -> None:
    made = package(folder / "versjoner" / "0001", tmp_path, "")
    said = said_in((tmp_path / made.written[0]).read_bytes())
    assert "Hansen" not in said
    assert "Drøftet 21.12.2026 med de tillitsvalgte: enige." in said


def test_an_agreement_that_is_not_signed_is_named_on_the_front_and_to_be_signed_apart(tmp_path: Path) -> None:
    saved(tmp_path / "t", plan_of(brief_of(LONGER_DAY, kind=LONG)))
    log = read_log(tmp_path / "t")
    paper = paper_of(known_of(tmp_path / "t", version_at(tmp_path / "t", "0001", log), log))
    front, signing = str(paper.sections[0]), str(paper.sections[-1])
    assert "«langvakt» (aml § 10-5 (2), ikke signert)" in front
    assert "disse mangler: «langvakt»" in front
    assert "'langvakt', 'aml § 10-5 (2)', 'nei, påtenkt'" in signing


def test_a_signature_on_a_day_to_come_is_not_told_as_signed(tmp_path: Path) -> None:
    later = replace(LONGER_DAY, signed=START - timedelta(days=1))
    saved(tmp_path / "t", plan_of(brief_of(later, kind=LONG)))
    log = read_log(tmp_path / "t")
    front = str(paper_of(known_of(tmp_path / "t", version_at(tmp_path / "t", "0001", log), log)).sections[0])
    assert "«langvakt» (aml § 10-5 (2), skal signeres " in front
    assert "Avtaler som skal signeres senere: «langvakt»." in front
    assert "Ingen avtaler mangler signatur" not in front


@pytest.mark.parametrize(
    ("tariff", "weeks"),
    [
        (Tariff.VIRKE_BPA, "i tariff 37,5 for dagarbeid, 35,5 for turnus, og ned til 33,6 for"),
        (Tariff.NONE, "etter loven 40 for dagarbeid, 38 for turnus, og ned til 36 for"),
    ],
)
def test_the_front_says_where_full_time_weeks_are_from(tariff: Tariff, weeks: str, tmp_path: Path) -> None:
    """They may be computed from nights and red days (D17), and no contract then says 34,12."""
    saved(tmp_path / "t", plan_of(brief_of(LONGER_DAY, kind=LONG, tariff=tariff)))
    log = read_log(tmp_path / "t")
    front = str(paper_of(known_of(tmp_path / "t", version_at(tmp_path / "t", "0001", log), log)).sections[0])
    assert "Der grunnlaget ikke gir noen en egen, følger den av nettene og de røde dagene" in front
    assert weeks in front


def test_what_the_grunnturnus_and_its_dates_share_is_one_point(folder: Path) -> None:
    log = read_log(folder)
    known = known_of(folder, version_at(folder, "0002", log), log)
    dated = Roster(copy(known.plan.roster.frame), known.plan.roster.works)
    both = replace(known, plan=replace(known.plan, rollout=dated), rollout_report=known.report)
    asks = [one for _, one in known.judged if one.rule == plan_notice.ID]
    assert [one.verdict for one in asks] == [Verdict.CONSIDER]
    assert [one for _, one in both.points if one.rule == plan_notice.ID] == asks
    assert len([one for _, one in both.judged if one.rule == plan_notice.ID]) == 2


# -- how it is built ------------------------------------------------------------------------------------


def read_pages(pdf: bytes) -> list[str]:
    """What each page says, without spaces."""
    return ["".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]


def tags(opened: pikepdf.Pdf) -> list[str]:
    """The tags of the structure tree in the order in which they are read."""
    found: list[str] = []

    def walk(one: pikepdf.Object) -> None:
        if isinstance(one, pikepdf.Array):
            for child in one:
                walk(child)
        elif isinstance(one, pikepdf.Dictionary):
            if "/S" in one:
                found.append(str(one.S))
            if "/K" in one:
                walk(one.K)

    walk(opened.Root.StructTreeRoot.K)
    return found


def test_the_pdf_is_tagged_for_screen_readers(packed: tuple[bytes, bytes]) -> None:
    with pikepdf.open(io.BytesIO(packed[1])) as opened:
        assert opened.Root.MarkInfo.Marked
        assert str(opened.Root.Lang).startswith("nb")
        assert opened.Root.ViewerPreferences.DisplayDocTitle
        with opened.open_metadata() as about:
            assert about["pdfuaid:part"] == "1"
            assert about["dc:title"] == "Fjellrev: turnus til drøfting og godkjenning, versjon 0002"
        found = tags(opened)
    assert found.count("/H1") == 13
    headings = [int(one[2:]) for one in found if one[:2] == "/H" and one[2:].isdigit()]
    assert headings[0] == 1
    assert all(later <= earlier + 1 for earlier, later in itertools.pairwise(headings))
    assert found.count("/TH") > 50
    assert found.count("/THead") == found.count("/Table") > 10
    # Reading order: every table comes after the heading of its section.
    assert found.index("/H1") < found.index("/Table")


def test_the_fingerprint_stands_on_every_page_and_nothing_needs_colour(
    packed: tuple[bytes, bytes], folder: Path
) -> None:
    log = read_log(folder)
    mark = version_at(folder, "0002", log).fingerprint
    with pikepdf.open(io.BytesIO(packed[1])) as opened:
        pages = len(opened.pages)
        for page in opened.pages:
            for operands, operator in pikepdf.parse_content_stream(page):
                if str(operator) in ("rg", "RG"):
                    assert len({float(one) for one in operands}) == 1
    texts = read_pages(packed[1])
    assert len(texts) == pages
    spaced = " ".join(mark[start : start + 4] for start in range(0, 64, 4))
    assert all(mark in one for one in texts)
    book = openpyxl.load_workbook(io.BytesIO(packed[0]))
    assert all(spaced[:19] in str(sheet.oddFooter.left.text) for sheet in book.worksheets)


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ('=1+1 #panic() "x" <b> \\ $x$ @ref', '=1+1 #panic() "x" <b> \\ $x$ @ref'),
        ("Łukasz Ахмед Çağla", "Łukasz Ахмед Çağla"),
        ("李 محمد 😀 a\tb\x07", "? ???? ? a?b?"),
    ],
)
def test_any_name_can_be_printed_and_is_never_read_as_code(text: str, there: str) -> None:
    table = Table("", ("Navn",), ((text,),), (1,))
    made = pdf(Paper("Prøve", "merke", 0, (Section("Navn", (table,), None),)))
    assert "".join(there.split()) in read_pages(made)[0]


# -- what comes back ------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def answer(packed: tuple[bytes, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workbook with «enig» in it."""
    return answered(packed[0], tmp_path_factory.mktemp("svar") / "svar.xlsx")


def answered(book: bytes, path: Path, change: tuple[str, str, object] | None = None) -> Path:
    sheets = openpyxl.load_workbook(io.BytesIO(book))
    for row in sheets[approval_sheet.APPROVAL].iter_rows():
        if row[0].value == approval_sheet.AGREED:
            row[1].value = approval_sheet.YES
    if change is not None:
        sheets[change[0]][change[1]] = change[2]
    sheets.save(path)
    return path


def test_an_answer_in_the_package_is_read_also_after_the_log_has_grown(
    folder: Path, answer: Path, tmp_path: Path
) -> None:
    place = Path(shutil.copytree(folder, tmp_path / "t"))
    discuss(place, Told(START - timedelta(days=14), False), "arbeidsgiver", NOW)
    found = receive(place, answer, None, NOW)
    assert found.answer.agreed
    assert found.standing.stage is Stage.DISCUSSED


def test_a_changed_cell_of_the_package_is_named(folder: Path, packed: tuple[bytes, bytes], tmp_path: Path) -> None:
    place = Path(shutil.copytree(folder, tmp_path / "t"))
    file = answered(packed[0], tmp_path / "svar.xlsx", ("Nøkkeltall", "B5", "11"))
    with pytest.raises(Faults, match="Nøkkeltall!B5"):
        receive(place, file, None, NOW)


def test_a_package_of_another_version_or_log_is_refused(folder: Path, answer: Path, tmp_path: Path) -> None:
    place = Path(shutil.copytree(folder, tmp_path / "t"))
    with pytest.raises(Faults, match="versjon 0002, ikke versjon 0001"):
        receive(place / "versjoner" / "0001", answer, None, NOW)
    other = tmp_path / "annen"
    saved(other, swapped(plan_of(brief_of())))
    with pytest.raises(Faults, match="Loggens fingeravtrykk på forsida"):
        receive(other, answer, None, NOW)


def test_the_command_tells_what_the_package_is_known_by(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ("package", folder, "--out", tmp_path, "--employer", "Fjellvik kommune")
    said = typed(capsys, *asked)
    assert (said.code, "Loggens fingeravtrykk" in said.out) == (0, True)
    front = openpyxl.load_workbook(tmp_path / "godkjenning-0002.xlsx", read_only=True)["Forside"]
    assert any("Fjellvik kommune" in row for row in front.iter_rows(values_only=True))
    again = typed(capsys, *asked)
    assert again.code == 2
    assert "finnes fra før" in again.out + again.err


@pytest.mark.slow
def test_a_spreadsheet_reckons_the_same_and_needs_no_repair(packed: tuple[bytes, bytes], tmp_path: Path) -> None:
    if shutil.which("soffice") is None:
        if os.environ.get("CI"):
            pytest.fail("LibreOffice (soffice) is not installed")
        pytest.skip("LibreOffice (soffice) is not installed")
    # Written without values, so that every number read is one that LibreOffice has reckoned.
    formulas = openpyxl.load_workbook(io.BytesIO(packed[0]))
    formulas.save(tmp_path / "pakke.xlsx")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir"]
    subprocess.run([*command, str(tmp_path / "ut"), str(tmp_path / "pakke.xlsx")], check=True, capture_output=True)
    ours = openpyxl.load_workbook(io.BytesIO(packed[0]), data_only=True)
    theirs = openpyxl.load_workbook(tmp_path / "ut" / "pakke.xlsx", data_only=True)
    assert ours.sheetnames == theirs.sheetnames
    compared = 0
    for sheet in formulas.worksheets:
        for cell in (one for row in sheet.iter_rows() for one in row if one.data_type == "f"):
            mine, other = (one[sheet.title][cell.coordinate].value for one in (ours, theirs))
            compared += 1
            if isinstance(mine, int | float):
                assert other == pytest.approx(mine, abs=1e-4), (sheet.title, cell.coordinate)
    assert compared > 50
