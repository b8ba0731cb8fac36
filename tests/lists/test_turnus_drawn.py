"""A turnus drawn at random is read as it stands, and whatever a grid says is read or refused."""

from collections import Counter
from contextlib import suppress
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from roster.reading.faults import Faults
from roster.reading.grid_text import text_grid
from roster.reading.list_roster import Conditions
from roster.reading.turnus_lines import turnus_in
from roster.reading.turnus_roster import turnus_on_brief, turnus_without_brief
from tests.lists.grids import LETTERS, turnus
from tests.support.plans import cycle_plan

CODES = {"D": "07:30–15:00", "A1": "15:00–22:30", "HN": "21:00–09:00"}
cells = st.sampled_from([None, "F1", "F", "", *CODES, "D+A1"])


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 4), st.integers(2, 3), st.booleans(), st.booleans(), st.data())
def test_any_grid_is_read_as_it_stands(people: int, weeks: int, sums: bool, apart: bool, data: st.DataObject) -> None:
    between = [None] if sums else []
    head: list[object] = ["Nr", "Navn", "Stilling"]
    for _ in range(weeks):
        head += [*LETTERS, *(["Sum"] if sums else [])]
    rows: list[list[object]] = [["Turnus"], head]
    wanted: Counter[tuple[str, date, str]] = Counter()
    for number in range(people):
        row: list[object] = [number + 1, f"Person{number}", "71 %"]
        for week in range(weeks):
            said = data.draw(st.lists(cells, min_size=7, max_size=7))
            for day, text in enumerate(said):
                for code in (text or "").split("+"):
                    if code in CODES:
                        wanted[
                            f"Person{number}", date.fromordinal(date(2027, 1, 4).toordinal() + 7 * week + day), code
                        ] += 1
            row += [*said, *([32.5] if sums else between)]
        rows += [row, *([[]] if apart else [])]
    legend = [[], *([code, times] for code, times in CODES.items())]
    if not wanted:
        return
    found = turnus([*rows, *legend])
    assert Counter((one.who, one.start.date(), one.code) for one in found.entries) == wanted
    assert found.unread == ()


BRIEF = cycle_plan(weeks=2, rollout_weeks=2).brief
SAID = (
    "D",
    "N",
    "F1",
    "",
    "07–15",
    "7-7",
    "D+N",
    "D/",
    "=",
    "04.01.2027",
    "4.1",
    "99.99.2027",
    "Uke 1",
    "M",
    "x" * 90,
    "\x0b",
    "æ",
    "12",
    "24:00–24:00",
    "0,5",
)
TOLD = (
    "D 07–15, N 99–88, A 30–31",
    "D 07–15",
    "N = 22–07",
    "N 22–22",
    "D 07–15, pause 16–17",
    "N 22–07 hviler 08–09",
    "Kode;Fra;Til;Pause\nD;7:00;15:00;tull",
    "02:00–02:30",
    "Gjelder fra 99.99.9999",
)
words_in = st.one_of(st.sampled_from(SAID), st.text(max_size=6))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.lists(words_in, max_size=9), max_size=5),
    st.lists(st.sampled_from(TOLD), max_size=3),
    st.sampled_from(["", "22.3.;23.3.", "2027-03-22"]),
)
def test_whatever_stands_there_it_is_read_or_refused(said: list[list[str]], told: list[str], dates: str) -> None:
    rows = ["sep=;", "2027", "Nr;M;T;O;T;F;L;S", f";{dates}", "Kari;D;D", *(";".join(row) for row in said), "", *told]
    with suppress(Faults):
        found = turnus_in((text_grid("\n".join(rows).encode(), "t.csv"),), "t.csv")
        assert found is not None
        assert found.entries or found.unread
        turnus_without_brief(found, Conditions())
        turnus_on_brief(found, BRIEF)
