"""The timekonto in the workbook and as a picture: the same numbers, a native chart, and a text for who does not see."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

from openpyxl import load_workbook
from xlsxwriter.workbook import Workbook

from roster.domain.days import DateSpan
from roster.domain.frame import calendar_frame
from roster.domain.plan import Plan
from roster.domain.roster import Roster
from roster.domain.timekonto import Timekonto, timekonto
from roster.domain.vedtak import VedtakLine
from roster.exports.sheets import vedtak
from roster.exports.sheets.style import Book
from roster.exports.timekonto_svg import picture
from roster.wording.hours_bars import EXPECTED, GRANTED, PLANNED, USED, WIDTH, bars
from tests.support.plans import brief_of

TWO_YEARS = DateSpan(date(2027, 1, 1), date(2028, 12, 31))


def a_plan() -> Plan:
    """Four weeks in which one works every day shift; the need is 24 hours a day and more, the vedtak 100 a week."""
    brief = brief_of(start=date(2027, 1, 4))
    line = VedtakLine("V1", TWO_YEARS, per_week=6000, used=600, through=date(2027, 1, 3))
    brief = replace(brief, vedtak=replace(brief.vedtak, lines=(line,)), period=replace(brief.period, weeks=4))
    frame = calendar_frame(brief, 4)
    works = frozenset(("A1", shift.id) for shift in frame.shifts if shift.kind == "D")
    return Plan(brief, Roster(frame, works))


def konto_of(plan: Plan) -> Timekonto:
    return timekonto(plan.brief, 2027, plan.dated)


def test_the_sheet_has_the_account_month_by_month_with_a_native_chart() -> None:
    plan, held = a_plan(), io.BytesIO()
    with Workbook(held, {"in_memory": True}) as file:
        vedtak.write(Book(file, "merke"), plan)
    sheet = load_workbook(io.BytesIO(held.getvalue())).worksheets[0]
    rows = [row for row in sheet.iter_rows(values_only=True) if row[0] in ("januar", "desember", "I alt")]
    months = konto_of(plan).months
    assert rows[0][1:5] == tuple(round(amount / 60, 6) for amount in (months[0].granted, 600, months[0].planned, 0))
    assert str(rows[0][5]).startswith("=ROUND(SUM(")
    shown = load_workbook(io.BytesIO(held.getvalue()), data_only=True).worksheets[0]
    (december,) = (row for row in shown.iter_rows(values_only=True) if row[0] == "desember")
    assert december[5] == round(months[11].left / 60, 4)
    with zipfile.ZipFile(io.BytesIO(held.getvalue())) as inside:
        chart = inside.read("xl/charts/chart1.xml").decode()
        drawing = inside.read("xl/drawings/drawing1.xml").decode()
    assert chart.count("<c:ser>") == 4
    assert "barChart" in chart
    assert "lineChart" in chart
    assert "januar innvilget" in drawing


def test_the_picture_says_in_words_what_it_shows() -> None:
    konto = konto_of(a_plan())
    svg = picture(konto, "Timekonto 2027 & <mer>")
    root = ElementTree.fromstring(svg)
    names = {one.tag.split("}")[1]: one for one in root}
    assert root.get("role") == "img"
    assert names["title"].text == "Timekonto 2027 & <mer>"
    said = str(names["desc"].text)
    assert "januar innvilget 442,85, brukt 10, planlagt 210" in said
    assert len(re.findall(r"innvilget", said)) >= 12
    assert picture(konto, "Timekonto 2027 & <mer>") == svg


def test_the_bars_of_a_terminal_are_as_long_as_the_hours() -> None:
    konto = konto_of(a_plan())
    *lines, legend = bars(konto)
    assert len(lines) == 12
    assert all(sign in legend for sign in (USED, PLANNED, EXPECTED, GRANTED))
    january, july = lines[0], lines[6]
    assert (january.count(USED), january.count(PLANNED)) == (1, 13)
    assert july.count(EXPECTED) == WIDTH
    assert january.endswith("220 av 442,85")
    assert {line.count(GRANTED) for line in lines} == {1}


def test_bars_stand_on_each_other_within_the_picture() -> None:
    root = ElementTree.fromstring(picture(konto_of(a_plan()), "x"))
    bars = [one for one in root.iter() if one.tag.endswith("rect") and one.get("stroke") and one.get("height") != "16"]
    assert len(bars) == 2 + 11
    assert all(90 <= int(one.get("y", "")) <= int(one.get("y", "")) + int(one.get("height", "")) <= 420 for one in bars)
