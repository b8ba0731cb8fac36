"""The døgnklokke as a picture and a page: well formed, with all of it in text, and told apart without colour."""

import re
from pathlib import Path
from xml.etree import ElementTree

from roster.exports.clock_svg import LETTERS, picture
from roster.exports.needs_page import page
from roster.planning.needs import account
from tests.support.clocks import AV, HN, PA, PB, SK, TWO, VN, needs

ROWS = (
    f"07–09 alle {PA}, gjøremål: stå opp & frokost",
    f"07–08 alle {TWO}",
    f"15–16 hverdager {PB}",
    f"12–16 lør {SK}",
    f"10–17 søn {AV}, uker: oddetall",
    f"22–07 hverdager {HN}",
    f"22–07 helg {VN}",
)
NS = "{http://www.w3.org/2000/svg}"


def test_the_picture_says_in_text_what_it_shows(tmp_path: Path) -> None:
    root = ElementTree.fromstring(picture(needs(tmp_path, *ROWS)))
    assert root.get("role") == "img"
    ids = (root.get("aria-labelledby") or "").split()
    told = {one.get("id"): one.text for one in root if one.get("id")}
    assert told[ids[0]] == "Døgnklokke for Lerke"
    text = told[ids[1]] or ""
    assert "22.00–07.00, man–fre: hvilende nattevakt, 9 timer." in text
    assert "stå opp & frokost" in text


def test_each_sort_of_help_has_its_own_pattern_and_letters(tmp_path: Path) -> None:
    root = ElementTree.fromstring(picture(needs(tmp_path, *ROWS)))
    patterns = [ElementTree.tostring(one)[60:] for one in root.iter(f"{NS}pattern")]
    assert len(patterns) == len(set(patterns)) == len(LETTERS)
    shown = [one.text or "" for one in root.iter(f"{NS}text")]
    for kind, letters in LETTERS.items():
        assert any(one.startswith(f"{letters}: {kind.value}") for one in shown)


def test_days_that_are_alike_share_a_clock(tmp_path: Path) -> None:
    root = ElementTree.fromstring(picture(needs(tmp_path, f"07–09 alle {PA}", f"15–16 lør {PB}")))
    shown = [one.text for one in root.iter(f"{NS}text")]
    assert "man–fre og søn" in shown
    assert "lør" in shown
    assert "3 timer" in shown


def test_a_night_is_parted_at_midnight(tmp_path: Path) -> None:
    root = ElementTree.fromstring(picture(needs(tmp_path, f"22–07 alle {VN}")))
    arcs = [one.find(f"{NS}title") for one in root.iter(f"{NS}path") if one.find(f"{NS}title") is not None]
    assert sorted(one.text or "" for one in arcs if one is not None) == [
        "00.00–07.00 våken nattevakt",
        "22.00–24.00 våken nattevakt",
    ]


def test_the_page_has_language_headings_and_tables_that_can_be_read_by_ear(tmp_path: Path) -> None:
    need = needs(tmp_path, *ROWS)
    html = page(need, account(need), [("1", "D", "2", "0", "2", "1")]).decode()
    assert '<html lang="nb">' in html
    assert html.count("<h1>") == 1
    tables = html.count("<table>")
    assert tables == 3
    assert html.count("<caption>") == tables
    assert len(re.findall(r'<th scope="(?:col|row)">', html)) == html.count("<th ")
    assert "stå opp &amp; frokost" in html
    assert "<svg" in html


def test_the_same_need_gives_the_same_picture(tmp_path: Path) -> None:
    need = needs(tmp_path, *ROWS)
    assert picture(need) == picture(need)
