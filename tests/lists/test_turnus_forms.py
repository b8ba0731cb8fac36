"""A turnus made elsewhere, in lines and weeks with codes and legend, is read as the forms have it (form 1)."""

import io
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from roster.domain.plan import Plan
from roster.exports.workbook import workbook
from roster.planning.asked import Asked
from roster.reading.faults import Faults
from roster.reading.grid_workbook import workbook_grids
from roster.reading.list_roster import Conditions
from roster.reading.turnus_lines import turnus_in
from roster.reading.turnus_roster import turnus_on_brief, turnus_without_brief
from roster.workflow.files import checked
from tests.lists.grids import FORM_1, LEGEND, LETTERS, Rows, shifts, turnus, unread
from tests.support.plans import RESTING, calendar_plan, cycle_plan

# -- as the forms have it -----------------------------------------------------------------------------


def test_a_group_turnus_is_read_line_by_line() -> None:
    found = turnus([*FORM_1, *LEGEND])
    assert (found.start, found.weeks, found.dated, found.people) == (
        date(2027, 1, 11),
        2,
        False,
        ("Linje 1", "Linje 2"),
    )
    assert found.unread == ()
    assert shifts(found) == [
        *(("Linje 1", said) for said in (
            "01-11 15:00–22:30", "01-12 15:00–22:30", "01-13 07:30–15:00", "01-15 15:00–22:30", "01-16 07:30–15:00",
            "01-17 07:30–15:00", "01-20 07:30–15:00", "01-21 07:30–15:00",
        )),
        *(("Linje 2", said) for said in (
            "01-11 07:30–15:00", "01-12 07:30–15:00", "01-14 22:15–08:00", "01-15 22:15–08:00", "01-19 07:30–15:00",
            "01-20 07:30–15:00", "01-20 15:00–22:30", "01-22 07:00–15:00",
        )),
    ]  # fmt: skip


def test_what_cannot_be_read_is_listed_cell_by_cell() -> None:
    rows = [list(row) for row in (*FORM_1, *LEGEND)]
    rows[3][3], rows[3][4], rows[4][2], rows[4][12] = "X", "K", "=1+1", "D*"
    rows.insert(5, [None, None, None, "D"])
    found = turnus(rows)
    assert unread(found) == [
        ("D4", "«X» er ikke i tegnforklaringen."),
        ("E4", "«K» (Kurs) står uten klokkeslett i tegnforklaringen."),
        ("C5", "Cellen har en formel."),
        ("M5", "«D*» er ikke i tegnforklaringen."),
        ("D6", "Linja har koder, men ikke noe navn eller nummer foran."),
    ]
    assert len(found.entries) == 16 - 2 - 1 - 2


@pytest.mark.parametrize("plan", [cycle_plan(weeks=2, rollout_weeks=2), calendar_plan(weeks=2, night=RESTING)])
def test_our_own_print_without_what_is_behind_it_is_the_same_roster(plan: Plan) -> None:
    done = checked(plan)
    book = openpyxl.load_workbook(io.BytesIO(workbook(plan, done.report, done.rollout_report)))
    for name in book.sheetnames:
        if name not in ("Turnus", "Tegnforklaring"):
            del book[name]
    content = io.BytesIO()
    book.save(content)
    found = turnus_in(workbook_grids(content.getvalue(), "t.xlsx", values=True), "t.xlsx")
    assert found is not None
    assert (found.unread, found.dated, found.weeks) == ((), not plan.roster.frame.cyclic, 2)
    alias = {one.id: one.alias for one in plan.brief.assistants}
    ours = Counter(
        (alias[one.id], shift.start, shift.end) for one in plan.brief.assistants for shift in plan.roster.duties(one.id)
    )
    assert Counter((one.who, one.start, one.end) for one in found.entries) == ours
    bare = turnus_without_brief(found, Conditions()).roster
    assert Counter(worth(bare, alias.values())) == Counter(worth(plan.roster, alias))
    on = turnus_on_brief(found, plan.brief)
    assert on.roster.works == plan.roster.works
    assert Asked.of(plan.brief).given(on.roster) == plan.roster.works


def worth(roster: object, people: Iterable[str]) -> list[tuple[object, ...]]:
    """The times of each shift with breaks and resting parts, as the rules see them."""
    return [
        (one.span, one.breaks, one.resting, one.off_duty)
        for who in people
        for one in roster.duties(who)  # type: ignore[attr-defined]
        if one.event is None and one.clock_minutes > 60
    ]


# -- dates --------------------------------------------------------------------------------------------


DAYS = [date(2026, 12, 28 + day) if day < 4 else date(2027, 1, day - 3) for day in range(7)]


def with_dates(*heads: Sequence[object]) -> Rows:
    return [["Plan 2026"], *heads, ["Kari", "D", None, "A", None, None, None, "N"], *LEGEND]


@pytest.mark.parametrize(
    "heads",
    [
        [["Navn", *DAYS]],
        [["Navn", *(datetime(one.year, one.month, one.day) for one in DAYS)]],
        [["Navn", *LETTERS], [None, *(f"{one.day}.{one.month}." for one in DAYS)]],
        [[None, *(f"{one.day}/{one.month}" for one in DAYS)], ["Navn", "ma", "ti", "on", "to", "fr", "lø", "sø"]],
        [
            [
                "Navn",
                *(
                    f"{name} {one:%d.%m.%Y}"
                    for name, one in zip(("Man", "Tir", "Ons", "Tor", "Fre", "Lør", "Søn"), DAYS, strict=True)
                ),
            ]
        ],
    ],
)
def test_dates_over_the_days_make_it_a_kalenderplan(heads: Sequence[Sequence[object]]) -> None:
    found = turnus(with_dates(*heads))
    assert (found.dated, found.start) == (True, date(2026, 12, 28))
    assert shifts(found) == [
        ("Kari", "12-28 07:30–15:00"),
        ("Kari", "12-30 15:00–22:30"),
        ("Kari", "01-03 22:15–08:00"),
    ]


def test_weeks_go_on_into_the_next_year_and_in_a_grid_below() -> None:
    first = [["Turnus 2026"], ["Navn", *LETTERS], [None, "28.12.", *[None] * 6], ["Kari", "D"], ["Ola", "A"]]
    second = [["Navn", *LETTERS], [None, "4.1.2027"], ["Kari", "N"], ["Ola", None, "D"]]
    found = turnus([*first, [], *second, *LEGEND])
    assert (found.weeks, found.dated) == (2, True)
    assert sorted(shifts(found)) == [
        ("Kari", "01-04 22:15–08:00"), ("Kari", "12-28 07:30–15:00"), ("Ola", "01-05 07:30–15:00"), ("Ola", "12-28 15:00–22:30"),
    ]  # fmt: skip


MONTH = [date.fromordinal(date(2027, 1, 1).toordinal() + number) for number in range(31)]


@pytest.mark.parametrize("title", [["Januar 2027"], ["Vaktplan", None, "januar", 2027]])
def test_a_sheet_for_a_month_is_read_to_its_last_day(title: Sequence[object]) -> None:
    letters = [LETTERS[one.weekday()] for one in MONTH]
    rows = [title, ["Navn", *letters], [None, *(one.day for one in MONTH)], ["Kari", "D", *[None] * 29, "A"], *LEGEND]
    found = turnus(rows)
    assert (found.dated, found.start, found.weeks) == (True, date(2027, 1, 1), 5)
    assert shifts(found) == [("Kari", "01-01 07:30–15:00"), ("Kari", "01-31 15:00–22:30")]
    with pytest.raises(Faults, match="ikke hele uker"):
        turnus([["Plan"], *rows[1:]])
    with pytest.raises(Faults, match="januar» i 2026 er ikke"):
        turnus([["Januar 2026"], *rows[1:]])


def test_a_month_with_german_names_is_read_and_f_is_the_shift_that_its_legend_says() -> None:
    """F is Frühdienst there, though it is a day off where no legend says otherwise."""
    first = date(2027, 3, 1)
    names = ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"] * 4
    rows = [
        ["Dienstplan März 2027"],
        ["Mitarbeiter", "%", *names, "Soll", "Ist"],
        [None, None, *range(1, 29)],
        ["Meise", 75, "F", "F", "N", "-", "U", *[None] * 22, "S", 115.5, 120],
        ["Besetzung F", None, 1, 1],
        ["Legende"],
        ["F", "Frühdienst", None, "06:00–14:00"],
        ["S", "Spätdienst", None, "13:30–21:30"],
        ["N", "Nachtdienst", None, "21:15–06:15"],
        ["U", "Urlaub"],
    ]
    found = turnus(rows)
    assert (found.dated, found.start, found.weeks, unread(found)) == (True, first, 4, [])
    assert shifts(found) == [
        ("Meise", "03-01 06:00–14:00"), ("Meise", "03-02 06:00–14:00"), ("Meise", "03-03 21:15–06:15"),
        ("Meise", "03-28 13:30–21:30"),
    ]  # fmt: skip


def test_pages_of_a_print_with_hard_spaces_and_empty_columns_are_one_turnus() -> None:
    def page(number: int, *cells: Sequence[str]) -> Rows:
        heads = [f"Uke {number}", *[None] * 8, f"Uke {number + 1}"]
        week = [*(f"{letter} " for letter in LETTERS), "Timer", None]
        return [
            [f"Turnusplan   Side {number // 2 + 1} av 2"],
            [None, None, *heads],
            ["Linje  ", None, *week, *week],
            *([f"{at}\u00a0Linje", None, *(f"{one}\u00a0" for one in line)] for at, line in enumerate(cells, start=1)),
            ["Forklaring: D = 07:30 - 15:00, K = 15:00 - 22:30, F1 = ukefri"],
            [],
        ]

    blank = ["-"] * 6 + ["37,50", ""]
    first = page(1, ["D", *blank, "K", *blank], ["F1", *blank, "D", *blank])
    found = turnus([*first, *page(3, ["K", *blank, "F1", *blank], ["D", *blank, "K", *blank])])
    assert (found.weeks, unread(found)) == (4, [])
    assert sorted(shifts(found)) == [
        ("1 Linje", "01-04 07:30–15:00"), ("1 Linje", "01-11 15:00–22:30"), ("1 Linje", "01-18 15:00–22:30"),
        ("2 Linje", "01-11 07:30–15:00"), ("2 Linje", "01-18 07:30–15:00"), ("2 Linje", "01-25 15:00–22:30"),
    ]  # fmt: skip


def test_a_turnus_without_codes_says_that_it_has_times_in_its_cells() -> None:
    found = turnus([["Navn", *LETTERS], ["Kari", "07.30–15.00", None, "15–22"]])
    assert found.about[0].endswith("1 linje og 1 uke, med klokkeslett i cellene.")


def test_letters_of_codes_are_no_heading_and_a_code_may_stand_over_its_times() -> None:
    codes = ["F", "L", "S", "M", "T", None, "T"]
    rows = [
        ["Navn", *LETTERS],
        ["Kari", *codes],
        ["Ola", "D\n08:00–14:00", "Q 07–15"],
        [],
        ["Koder: L 08-20, S 14-22; M 10-18, T 07-15", "D 07–15"],
    ]
    found = turnus(rows)
    assert (found.people, found.unread) == (("Kari", "Ola"), ())
    assert [said for who, said in shifts(found) if who == "Ola"] == ["01-04 08:00–14:00", "01-05 07:00–15:00"]
    assert Counter(one.code for one in found.entries if one.who == "Kari") == {"L": 1, "S": 1, "M": 1, "T": 2}
    spread = ["M", "T", None, "O", "T", "F", None, "L", "S", *[None] * 5]
    legend = ["Koder: L 08-20, S 14-22; M 10-18, T 07-15, O 08-16"]
    found = turnus([["Navn", *LETTERS, *LETTERS], ["Kari", *spread], [], legend])
    assert (found.people, len(found.entries), found.unread) == (("Kari",), 6, ())


def test_how_many_there_are_on_each_shift_is_no_line() -> None:
    found = turnus([["Navn", *LETTERS], ["Kari", "D"], ["Ola", None, "A"], ["D", 1, 0, 0], ["A", 0, 1], *LEGEND])
    assert (found.people, found.unread, len(found.entries)) == (("Kari", "Ola"), (), 2)


@pytest.mark.parametrize(
    ("rows", "what"),
    [
        ([["Turnus"], ["Navn", *LETTERS], [None, "28.12."], ["Kari", "D"]], "noe årstall"),
        ([["2027"], ["Navn", *LETTERS], [None, "28.12."], ["Kari", "D"]], "ikke den ukedagen"),
        ([["2027"], ["Navn", *LETTERS, *LETTERS], [None, "4.1.", *[None] * 6, "18.1."], ["Kari", "D"]], "«18.1.» står der mandag 11. januar 2027 skulle"),
        ([["Navn", *LETTERS]], "ingen linjer"),
        ([["Navn", *LETTERS], ["Kari", "D"], [], ["Navn", *LETTERS], ["Ola", "D"], *LEGEND], "ikke de samme linjene"),
        ([["Navn", *LETTERS], ["Kari", "Q", "R"]], "ingen tegnforklaring"),
    ],
)  # fmt: skip
def test_what_cannot_be_one_turnus_is_a_fault(rows: Rows, what: str) -> None:
    with pytest.raises(Faults, match=what):
        turnus(rows)


# -- other forms --------------------------------------------------------------------------------------


def test_lines_that_are_weeks_are_one_persons_turnus() -> None:
    found = turnus([["Turnus for Kari"], ["Uke", *LETTERS, "Sum"], [1, "D", "D"], [2, None, None, "A"], *LEGEND])
    assert (found.people, found.weeks) == (("Kari",), 2)
    assert shifts(found) == [
        ("Kari", "01-04 07:30–15:00"),
        ("Kari", "01-05 07:30–15:00"),
        ("Kari", "01-13 15:00–22:30"),
    ]


def test_lines_of_one_week_with_numbers_are_walked_by_all() -> None:
    found = turnus([["Linje", *LETTERS], [1, "D"], [2, None, "A"], [3], *LEGEND])
    assert (found.people, found.weeks) == (("Linje 1", "Linje 2", "Linje 3"), 3)
    theirs = Counter(who for who, _ in shifts(found))
    assert theirs == {"Linje 1": 2, "Linje 2": 2, "Linje 3": 2}
    assert ("Linje 1", "01-12 15:00–22:30") in shifts(found)
    assert ("Linje 3", "01-11 07:30–15:00") in shifts(found)
    assert any("rullerende" in one for one in found.about)


def test_open_lines_are_nobodys_and_merged_days_and_weekdays_from_sunday_are_understood() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["Navn", *list("SMTOTFL")],
        ["Kari", "D", None, None, "FE"],
        ["Ola", "A"],
        ["Ledig", "D", "D"],
        *LEGEND,
    ):
        sheet.append(row)
    sheet.merge_cells("B3:D3")
    sheet.merge_cells("E2:G2")
    content = io.BytesIO()
    book.save(content)
    found = turnus_in(workbook_grids(content.getvalue(), "t.xlsx", values=True), "t.xlsx")
    assert found is not None
    assert (found.people, found.start.weekday()) == (("Kari", "Ola"), 6)
    assert shifts(found) == [("Kari", "01-03 07:30–15:00")]
    assert unread(found) == [("B3:D3", "Cellene er slått sammen over flere dager.")]
    assert "2 åpne vakter er ikke med i kontrollen." in found.about


def test_a_formula_says_what_it_came_to(tmp_path: Path) -> None:
    path = tmp_path / "f.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate([["Navn", *LETTERS], ["Kari", None, "D"], *LEGEND]):
            sheet.write_row(number, 0, [None if isinstance(one, time) else one for one in row])
        sheet.write_formula(1, 1, '="A"', None, "A")
    found = turnus_in(workbook_grids(path.read_bytes(), "f.xlsx", values=True), "f.xlsx")
    assert found is not None
    assert (shifts(found), found.unread) == ([("Kari", "01-04 15:00–22:30"), ("Kari", "01-05 07:30–15:00")], ())


@pytest.mark.parametrize(
    "told",
    [
        ["X = 07:30–15:00"], ["X: 07.30 - 15.00 Dagvakt"], ["X 0730-1500"], ["X=Dagvakt (07:30–15:00)"],
        ["X", "07:30", "15:00"], ["X", "Dagvakt", time(7, 30), time(15, 0)], ["X", "07:30–15:00", "Dagvakt"],
        ["X", "Dagvakt", "kl. 07.30–15.00"], ["A", "15–22", "X", "7.30–15"], ["X", "Dagvakt", "7:30 til 15:00"],
    ],
)  # fmt: skip
def test_a_legend_may_be_written_in_many_ways(told: Sequence[object]) -> None:
    found = turnus([["Navn", *LETTERS], ["Kari", "X"], [], ["Tegnforklaring"], told])
    assert shifts(found) == [("Kari", "01-04 07:30–15:00")]


def test_breaks_and_resting_parts_stand_in_the_legend() -> None:
    told = [
        ["Kode", "Navn", "Fra", "Til", "Pause"],
        ["X", "Dag", "07:30", "15:00", "30"],
        ["H", "Hvilende natt", "21:00", "09:00", None, "hviler 23–07"],
    ]
    found = turnus([["Navn", *LETTERS], ["Kari", "X", "H"], [], *told])
    day, night = found.entries
    assert day.breaks == (((datetime(2027, 1, 4, 11), datetime(2027, 1, 4, 11, 30)), False),)
    assert night.resting == ((datetime(2027, 1, 5, 23), datetime(2027, 1, 6, 7)),)
    assert (night.breaks, found.unread) == (None, ())


@pytest.mark.parametrize(
    "told",
    [
        ["HN", "Hvilende natt", "21-23 aktiv, 23-07 passiv, 07-09 aktiv"],
        ["HN = 21–23 aktiv 23–07 passiv 07–09 aktiv"],
        ["HN", "aktiv 21-23, passiv 23-07, aktiv 07-09"],
        ["HN: 21.00–09.00, hvilende 23.00–07.00"],
        ["HN", "21-09 (23-07 sovende)"],
    ],
)
def test_a_night_in_parts_is_one_shift_with_its_resting_part(told: Sequence[object]) -> None:
    found = turnus([["Navn", *LETTERS], ["Kari", "HN"], [], told])
    (night,) = found.entries
    assert (night.start, night.end) == (datetime(2027, 1, 4, 21), datetime(2027, 1, 5, 9))
    assert night.resting == ((datetime(2027, 1, 4, 23), datetime(2027, 1, 5, 7)),)


def test_a_split_day_under_one_code_is_not_guessed_at() -> None:
    found = turnus([["Navn", *LETTERS], ["Kari", "X", "D"], [], ["X", "08–12 og 15–20"], ["D", "07-15"]])
    assert unread(found) == [("B2", "«X» har flere tider i tegnforklaringen som ikke følger etter hverandre.")]
    assert shifts(found) == [("Kari", "01-05 07:00–15:00")]
