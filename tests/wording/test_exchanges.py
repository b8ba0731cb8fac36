"""A change that only follows names who takes the shift, and what the exchange began with."""

from datetime import date, timedelta

from roster.domain.days import DateSpan
from roster.domain.plan import Change
from roster.wording.change_words import CHOSEN, exchanges, why
from tests.rules.builders import MONDAY, every_other_sunday, roster_of

TUESDAY, NEXT = MONDAY + timedelta(days=1), MONDAY + timedelta(days=8)


def said(*changes: Change) -> list[str]:
    away = {"ola": {"vacation": (DateSpan(TUESDAY, TUESDAY),)}}
    frame = roster_of(
        people=away, kari="D - - - - - - | - D", ola="- D - - - - - | - -", nora="- - - - - - - | - -"
    ).frame
    among = exchanges(changes)
    return [why(frame, one, among) for one in changes]


def test_it_names_the_vacation_that_began_the_exchange_two_steps_away() -> None:
    """Ola is on vacation on Tuesday; Kari takes it, and Nora takes what Kari then must leave."""
    assert said(
        Change("ola", TUESDAY, ("D",), (), (f"vacation|ola|{TUESDAY}",)),
        Change("kari", TUESDAY, (), ("D",), ("covers|ola|vacation",)),
        Change("kari", MONDAY, ("D",), (), ("changed|kari|",)),
        Change("nora", MONDAY, (), ("D",), ("covers|kari|changed",)),
    ) == [
        "Har ferie 12.1. Kari tar vakta.",
        "Tar vakta til Ola, som har ferie 12.1.",
        "Nora tar vakta. Henger sammen med at Ola har ferie 12.1.",
        "Tar vakta til Kari. Henger sammen med at Ola har ferie 12.1.",
    ]


def test_what_somebody_young_may_not_do_is_said_in_both_orders_of_words() -> None:
    assert said(
        Change("ola", NEXT, ("D",), (), ("kept|ola|young-night",)),
        Change("kari", NEXT, (), ("D",), ("covers|ola|young-night",)),
    ) == [
        "Er under 18 år og kan ikke arbeide så seint (aml § 11-3). Kari tar vakta.",
        "Tar vakta til Ola, som er under 18 år og ikke kan arbeide så seint.",
    ]


def test_what_no_rule_asks_for_is_said_to_be_chosen() -> None:
    other = Change("ola", TUESDAY, ("D",), (), (f"vacation|ola|{TUESDAY}",))
    alone = Change("kari", NEXT, ("D",), (), ("changed|kari|",))
    taken = Change("nora", NEXT, (), ("D",), ("covers|kari|changed",))
    assert said(other, alone, taken)[1:] == [f"Nora tar vakta. {CHOSEN}", f"Tar vakta til Kari. {CHOSEN}"]


def test_a_rule_in_the_way_has_its_paragraph() -> None:
    (told,) = said(Change("kari", MONDAY, ("D",), (), ("kept|kari|daily-rest",)))
    assert told == "Ville fått for kort hvile mellom to vakter (aml § 10-8 (1)). Ingen tar vakta."


def test_a_shift_that_is_left_open_has_nobody_and_one_that_is_not_needed_says_why() -> None:
    (left,) = said(Change("ola", TUESDAY, ("D",), (), (f"vacation|ola|{TUESDAY}",)))
    assert left == "Har ferie 12.1. Ingen tar vakta."
    (gone,) = said(Change("ola", TUESDAY, ("D",), (), (f"need-changed||{TUESDAY} D",)))
    assert "Ingen tar" not in gone


def test_weeks_in_a_row_have_their_number() -> None:
    agreed = (every_other_sunday(valid_from=MONDAY),)
    frame = roster_of(agreements=agreed, kari="D - - - - - -").frame
    told = why(frame, Change("kari", MONDAY, ("D",), (), ("kept|kari|sundays:in_a_row",)))
    assert "mer enn 3 uker på rad (aml § 10-8 (4))" in told


def test_one_shift_left_and_another_taken_are_told_by_their_codes() -> None:
    """Kari leaves the evening and takes Ola's day."""
    other = Change("ola", MONDAY, ("D",), (), ("kept|ola|krav",))
    both = Change("kari", MONDAY, ("E",), ("D",), ("covers|ola|krav",))
    taken = Change("nora", MONDAY, (), ("E",), ("covers|kari|changed",))
    left, own, _ = said(other, both, taken)
    assert left == "Har et krav i grunnlaget som vakta ville brutt. Kari tar vakta."
    assert own == "Tar D fra Ola, som har et krav i grunnlaget som vakta ville brutt. Nora tar E."
    assert said(both)[0].endswith("Ingen tar E.")


def test_shifts_of_two_red_days_are_each_told_with_theirs() -> None:
    """The night of Easter Sunday belongs to the Monday, the day shift to the Sunday itself."""
    easter, sunday = date(2027, 3, 22), date(2027, 3, 28)
    frame = roster_of(start=easter, kari="- - - - - - N | - - - - - - -", ola="- - - - - - D | - - - - - - -").frame
    told = why(frame, Change("kari", sunday, ("N",), ("D",), ("red-share|kari|",)))
    assert told.startswith("N teller på andre påskedag 29.3. D teller på første påskedag 28.3. ")
