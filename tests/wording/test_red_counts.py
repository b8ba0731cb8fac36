"""The counts of a høytidsturnus can be gone after: dates of F3, shares by position in one way of counting, F5 by day."""

from datetime import date
from decimal import Decimal

from roster.domain.assistant import PaidOff
from roster.domain.days import DateSpan
from roster.domain.kinds import OffCode
from roster.domain.roster import Roster
from roster.rules.red_days_off import Earned, red_count
from roster.wording.red_counts import COUNT_HEADINGS, about_counts, count_row, counted_rows
from tests.rules.builders import roster_of

EASTER = DateSpan(date(2027, 3, 22), date(2027, 4, 4))
WEDNESDAY = date(2027, 3, 31)


def rows(owed: dict[str, Earned] | None = None) -> list[dict[str, str]]:
    """Kari has three of the five red days by the grunnturnus and two as changed; Ola none and one, in half a position."""
    people = {
        "kari": {"percent": Decimal(100), "paid_off": (PaidOff(WEDNESDAY, OffCode.REPLACED, 480),)},
        "ola": {"percent": Decimal(50)},
    }
    usual = roster_of(
        start=EASTER.first, people=people, kari="- - - D D - - | D - - - - - -", ola="D - - - - - - | - - - - - - -"
    )
    friday = ("kari", "2027-03-26 D")
    now = Roster(usual.frame, usual.works - {friday} | {("ola", friday[1])})
    counts = [red_count(usual, now, one.id, EASTER) for one in now.frame.people]
    found = counted_rows(now.frame, counts, {}, owed or {}, EASTER)
    assert "5 røde dager" in about_counts(counts)[0]
    return [dict(zip(COUNT_HEADINGS, count_row(now.frame, one), strict=True)) for one in found]


def test_a_share_by_position_stands_beside_what_each_has() -> None:
    kari, ola = rows()
    assert [one["Arbeider i planen"] for one in (kari, ola)] == ["2", "1"]
    assert [one["Skal ha etter stilling"] for one in (kari, ola)] == ["2", "1"]
    assert [one["Forskjell"] for one in (kari, ola)] == ["0", "0"]


def test_f3_by_the_main_rule_has_its_dates() -> None:
    assert [one["F3 etter hovedregelen: røde dager i grunnturnusen"] for one in rows()] == ["1: 26.3. (25.3.)", "0"]


def test_f5_tells_what_is_given_and_what_is_owed() -> None:
    (kari, _) = rows({"kari": Earned({}, (date(2027, 3, 26), date(2027, 3, 29)))})
    assert kari["F4 og F5"] == "F5: 1 gitt (31.3.), 1 til gode"
