"""A swap is told once for all in it in form 3, with every cell of it and why."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from roster.domain import swaps as domain_swaps
from roster.domain.assistant import PaidOff
from roster.domain.days import DateSpan
from roster.domain.kinds import OffCode
from roster.domain.plan import Change, Plan
from roster.domain.roster import Roster
from roster.domain.swaps import swaps
from roster.exports.two_lines import TwoLines
from roster.wording.change_words import CHOSEN, why
from roster.wording.form3_changes import change_sentences
from tests.rules.builders import MONDAY, roster_of

TUESDAY, WEDNESDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)


def told(usual: Roster, now: Roster, *changes: Change) -> list[str]:
    lines = TwoLines(Plan(now.frame.brief, now), usual, DateSpan(MONDAY, MONDAY + timedelta(days=6)), changes)
    return [one for one in change_sentences(now.frame, changes, lines) if "flyttes" not in one]


def rosters(usual: dict[str, str], now: dict[str, str]) -> tuple[Roster, Roster]:
    before, after = roster_of(**usual), roster_of(**now)
    return before, Roster(before.frame, after.works)


def test_two_who_have_each_others_shifts_of_a_day_have_one_sentence() -> None:
    usual, now = rosters(
        {"kari": "D D N N - - -", "ola": "E E D D - - -"}, {"kari": "D D D N - - -", "ola": "E E N D - - -"}
    )
    said = told(
        usual,
        now,
        Change("kari", WEDNESDAY, ("N",), ("D",), ("kept|kari|daily-rest",)),
        Change("ola", WEDNESDAY, ("D",), ("N",), ("covers|kari|daily-rest",)),
    )
    assert said == [
        "Kari og Ola bytter: Kari onsdag 13.1. N → D; Ola onsdag 13.1. D → N. "
        "Kari ville fått for kort hvile mellom to vakter (aml § 10-8 (1))."
    ]


def test_so_have_two_who_give_each_other_a_day_of_the_week() -> None:
    usual, now = rosters(
        {"kari": "D - D D - - -", "ola": "- D E E - - -"}, {"kari": "- D D D - - -", "ola": "D - E E - - -"}
    )
    (said,) = told(
        usual,
        now,
        Change("kari", MONDAY, ("D",), (), ("changed|kari|",)),
        Change("kari", TUESDAY, (), ("D",), ("covers|ola|changed",)),
        Change("ola", MONDAY, (), ("D",), ("covers|kari|changed",)),
        Change("ola", TUESDAY, ("D",), (), ("changed|ola|",)),
    )
    assert said.startswith("Kari og Ola bytter: Kari mandag 11.1. D → ")
    assert " og tirsdag 12.1. " in said.partition(";")[0]
    assert said.count("→") == 4
    assert CHOSEN in said


def test_three_who_give_each_other_shifts_round_have_one_sentence() -> None:
    """Kari's Monday goes to Ola, his Tuesday to Nora, and her Wednesday to Kari."""
    usual, now = rosters(
        {"kari": "D - - - - - -", "ola": "- D - - - - -", "nora": "- - D - - - -"},
        {"kari": "- - D - - - -", "ola": "D - - - - - -", "nora": "- D - - - - -"},
    )
    (said,) = told(
        usual,
        now,
        Change("kari", MONDAY, ("D",), (), ("kept|kari|availability",)),
        Change("kari", WEDNESDAY, (), ("D",), ("covers|nora|changed",)),
        Change("ola", MONDAY, (), ("D",), ("covers|kari|availability",)),
        Change("ola", TUESDAY, ("D",), (), ("changed|ola|",)),
        Change("nora", TUESDAY, (), ("D",), ("covers|ola|changed",)),
        Change("nora", WEDNESDAY, ("D",), (), ("changed|nora|",)),
    )
    assert said.startswith("Kari, Ola og Nora bytter: Kari mandag 11.1. D → ")
    assert [part.partition(" ")[0] for part in said.partition(" bytter: ")[2].split("; ")] == ["Kari", "Ola", "Nora"]
    assert said.count("→") == 6
    assert said.endswith("Kari kan ikke da.")


def test_three_with_more_cells_than_one_sentence_holds_are_told_one_by_one() -> None:
    """Two of Kari's shifts to Ola, two of his to Nora, and one of hers to Kari: ten cells, and of four shifts eight."""
    moved = (("kari", "ola", 0), ("ola", "nora", 1), ("nora", "kari", 2), ("kari", "ola", 3), ("ola", "nora", 4))
    for many, number in ((5, 0), (4, 1)):
        changes = [
            Change(who, MONDAY + timedelta(days=day), before, after, ())
            for giver, taker, day in moved[:many]
            for who, before, after in ((giver, ("D",), ()), (taker, (), ("D",)))
        ]
        assert len(swaps(changes, lambda _: True)) == number


def test_only_people_who_give_and_take_among_themselves_are_tried_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fifty of whom each gives a shift to the next: four of them could be chosen in 230 300 ways."""
    tried: list[int] = []
    among = domain_swaps._among_themselves
    monkeypatch.setattr(domain_swaps, "_among_themselves", lambda cells: tried.append(len(cells)) or among(cells))
    people = [f"a{number}" for number in range(50)]
    handed_on = [
        Change(who, MONDAY, before, after, ())
        for number, (giver, taker) in enumerate(pairwise(people))
        for who, before, after in ((giver, (f"D{number}",), ()), (taker, (), (f"D{number}",)))
    ]
    assert swaps(handed_on, lambda _: True) == ()
    assert tried == []


def test_a_shift_that_is_only_handed_over_is_told_of_each() -> None:
    usual, now = rosters(
        {"kari": "D - D D - - -", "ola": "- D E E - - -"}, {"kari": "- - D D - - -", "ola": "D D E E - - -"}
    )
    said = told(
        usual,
        now,
        Change("kari", MONDAY, ("D",), (), ("kept|kari|weekly-rest",)),
        Change("ola", MONDAY, (), ("D",), ("covers|kari|weekly-rest",)),
    )
    assert [one.partition(",")[0] for one in said] == ["Kari", "Ola"]


def test_a_day_off_tells_the_shift_that_it_stands_for_and_its_hours() -> None:
    friday = date(2027, 3, 26)
    off = {"kari": {"paid_off": (PaidOff(friday, OffCode.RED_DAY, 480),)}}
    frame = roster_of(start=date(2027, 3, 22), people=off, kari="- - - D D - -").frame
    said = why(frame, Change("kari", friday, ("D",), (), ("F3|kari|2027-03-26 2027-03-25",)))
    assert said.endswith("→ F3, fri med lønn. I stedet for D 08.00–16.00, 8 timer.")


def test_another_shift_of_the_same_red_day_is_off_with_pay_too() -> None:
    saturday, sunday = date(2027, 3, 27), date(2027, 3, 28)
    off = {"kari": {"paid_off": (PaidOff(saturday, OffCode.RED_DAY, 960),)}}
    frame = roster_of(start=date(2027, 3, 22), people=off, kari="- - - - - E D").frame
    said = why(frame, Change("kari", sunday, ("D",), (), ("F3|kari|2027-03-28",)))
    assert said == "Samme røde dag som F3 lørdag 27.3., fri med lønn. I stedet for D 08.00–16.00, 8 timer."


def test_a_shift_that_is_not_needed_and_one_that_is_are_told_in_one_sentence() -> None:
    frame = roster_of(kari="D E - - - - -").frame
    because = tuple(f"need-changed||{MONDAY} {code}" for code in ("D", "E"))
    said = why(frame, Change("kari", MONDAY, ("D",), ("E",), because))
    assert said.startswith("Behovet er endret i grunnlaget: ikke behov for ")
    assert " og behov for " in said
    assert said.count("Behovet") == 1
