"""The counts of a høytidsturnus can be gone after: dates of F3, shares by position in one way of counting, F5 by day."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from roster.domain.assistant import PaidOff
from roster.domain.days import DateSpan
from roster.domain.fairness import Measure, Share
from roster.domain.kinds import OffCode
from roster.domain.roster import Roster
from roster.rules.red_days_off import Earned, red_count
from roster.wording.red_counts import (
    COUNT_HEADINGS,
    about_counts,
    average_owed,
    average_said,
    count_row,
    count_sentence,
    counted_rows,
    run_said,
)
from tests.rules.builders import every_other_sunday, roster_of

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
    assert kari["F4 og F5"] == "F5, fordi F1 falt på en rød dag: 1 gitt (31.3. for 26.3.), 1 til gode (for 29.3.)"


def test_each_26_weeks_have_their_own_half() -> None:
    """One of three is too many in the first, though of both together no more than half are worked."""
    agreed = every_other_sunday(valid_from=date(2026, 9, 28))
    usual = roster_of(start=EASTER.first, agreements=(agreed,), kari="- - - D D - D | - - - - - - -")
    count = red_count(usual, usual, "kari", EASTER)
    said = (
        "1. Fra 25.3. til 28.3.: 3 av 3 i grunnturnusen, {} i planen, høyst 2. "
        "Fra 29.3. til 4.4.: 0 av 2 i grunnturnusen, 0 i planen, høyst 1"
    )
    assert average_owed(count) == said.format(3)
    changed = Roster(usual.frame, usual.works - {("kari", "2027-03-26 D")})
    assert average_owed(red_count(usual, changed, "kari", EASTER)) == said.format(2)
    assert "kan 2 av 3 røde dager fra 25.3. til 28.3. og 1 av 2 røde dager fra 29.3. til 4.4. arbeides" in (
        average_said([count])
    )


def test_weeks_in_a_row_are_told_with_their_dates() -> None:
    usual = roster_of(start=EASTER.first, kari="- - - D - - - | - - - - - - D | - - - - - - -")
    (kari,) = [red_count(usual, usual, "kari", DateSpan(EASTER.first, date(2027, 4, 11)))]
    assert run_said(kari) == "2 (25.3.–4.4.)"
    nobody = Roster(usual.frame, frozenset())
    assert run_said(red_count(usual, nobody, "kari", EASTER)) == "0"


def test_what_evens_out_over_the_year_is_shown() -> None:
    usual = roster_of(start=EASTER.first, kari="- - - D D - D | D - - - - - -")
    count = red_count(usual, usual, "kari", EASTER)
    shares = {"kari": Share("kari", Measure.RED_DAYS, 9, Fraction(17, 2))}
    (kari,) = counted_rows(usual.frame, [count], {}, {}, EASTER, shares)
    cells = dict(zip(COUNT_HEADINGS, count_row(usual.frame, kari), strict=True))
    assert cells["Helligdager i hele planen: arbeider (etter stilling)"] == "9 (8,5)"
    assert "I hele planen 9 (etter stilling 8,5). Uker på rad" in count_sentence(usual.frame, kari)
