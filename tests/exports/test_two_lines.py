"""The second line of form 3 is the changed plan's own: its F1, its red days, and a sentence for each moved rest."""

from datetime import date, timedelta

from roster.domain.assistant import PaidOff
from roster.domain.days import DateSpan
from roster.domain.free_days import FreeDay, free_days
from roster.domain.kinds import OffCode
from roster.domain.plan import Change, Plan
from roster.domain.roster import Roster
from roster.exports.two_lines import TwoLines
from roster.wording.change_words import why
from roster.wording.form3_changes import change_sentences
from tests.rules.builders import MONDAY, roster_of

SATURDAY, SUNDAY = MONDAY + timedelta(days=5), MONDAY + timedelta(days=6)
EASTER = date(2027, 3, 22)


def ola_gives_sunday_to_kari() -> TwoLines:
    usual = roster_of(kari="D D D D D - -", ola="D D D - - - D")
    now = Roster(usual.frame, usual.works - {("ola", f"{SUNDAY} D")} | {("kari", f"{SUNDAY} D")})
    by_choice = ("covers|ola|agreed-hours",)
    changes = (
        Change("kari", SUNDAY, (), ("D",), by_choice),
        Change("ola", SUNDAY, ("D",), (), ("kept|ola|agreed-hours",)),
    )
    return TwoLines(Plan(now.frame.brief, now), usual, DateSpan(MONDAY, SUNDAY), changes)


def test_f1_of_the_changed_plan_is_reckoned_anew_where_no_shift_is_changed() -> None:
    lines = ola_gives_sunday_to_kari()
    assert [lines.before("kari", day) for day in (SATURDAY, SUNDAY)] == ["F2", "F1"]
    assert [lines.after("kari", day) for day in (SATURDAY, SUNDAY)] == ["F1", "D"]
    assert lines.differs("kari", SATURDAY)
    assert not lines.is_changed("kari", SATURDAY)


def test_a_moved_weekly_rest_is_told_in_words() -> None:
    lines = ola_gives_sunday_to_kari()
    assert list(change_sentences(lines.plan.dated.frame, lines.changes, lines)) == [
        "Kari, søndag 17.1.: F1 → D. Tar vakta til Ola, som ville fått mer enn avtalt tid. "
        "Ukefridagen (F1) flyttes til lørdag 16.1.",
        "Ola, lørdag 16.1.: F1 → F2. Ukefridagen (F1) flyttes til søndag 17.1.",
        "Ola, søndag 17.1.: D → F1. Ville fått mer enn avtalt tid (aml § 10-6 (1)). Kari tar vakta.",
        "Ola, bare fridagskoden er ny: fredag 15.1. F2 → fri.",
    ]


def test_a_vacation_is_told_also_on_days_without_a_shift() -> None:
    away = {"kari": {"vacation": (DateSpan(MONDAY, SUNDAY),)}}
    roster = roster_of(people=away, kari="- - - - - - -")
    lines = TwoLines(Plan(roster.frame.brief, roster), roster, DateSpan(MONDAY, SUNDAY), ())
    assert list(change_sentences(roster.frame, (), lines)) == ["Kari: ferie (FE) 11.1.–17.1."]


def test_a_day_that_a_red_day_gave_is_f1_where_no_other_is_long_enough() -> None:
    """Friday is free for 32 hours, Wednesday for 48."""
    wednesday, friday = MONDAY + timedelta(days=2), MONDAY + timedelta(days=4)
    off = {"kari": {"paid_off": (PaidOff(wednesday, OffCode.REPLACED, 450),)}}
    found = free_days(roster_of(kari="T T - E - T D", people=off), "kari")
    assert found == {wednesday: FreeDay.WEEKLY, friday: FreeDay.OTHER}


def test_a_change_names_the_red_day_on_which_its_shift_counts() -> None:
    frame = roster_of(start=EASTER, kari="- - E D N - -").frame

    def said(number: int, code: str) -> str:
        return why(frame, Change("kari", EASTER + timedelta(days=number), (code,), (), ("kept|kari|agreed-hours",)))

    assert said(2, "E").startswith("Vakta teller på skjærtorsdag 25.3. Ville fått")
    assert said(3, "D").startswith("Skjærtorsdag. Ville fått")
    assert said(4, "N").startswith("Vakta begynner 23.00 og teller ikke på en rød dag. Ville fått")
