"""What a rep asks of a høytidsturnus: who works on each red day, who is off, and by which rule F3 is given."""

from dataclasses import replace
from datetime import date

from roster.domain.days import DateSpan
from roster.domain.kinds import OffCode
from roster.domain.settings import Settings
from roster.wording.special_words import basis_said, day_lines
from tests.rules.builders import every_other_sunday, roster_of

EASTER = DateSpan(date(2027, 3, 22), date(2027, 4, 4))
F3 = Settings(off_codes=frozenset({OffCode.RED_DAY}))


def test_each_red_day_tells_who_works_and_who_is_off() -> None:
    """The night that begins on the Saturday is most of it on the Sunday, and is told there with its date."""
    now = roster_of(start=EASTER.first, kari="- - - D - N - | - - - - - - -", ola="- - - - D - - | D - - - - - -")
    alias = {one.id: one.alias for one in now.frame.people}
    kari, ola = alias["kari"], alias["ola"]
    assert list(day_lines(now, EASTER)) == [
        f"skjærtorsdag 25.3.: {kari} (D). Fri: {ola}.",
        f"langfredag 26.3.: {ola} (D). Fri: {kari}.",
        f"første påskedag 28.3.: {kari} (N fra 27.3.). Fri: {ola}.",
        f"andre påskedag 29.3.: {ola} (D). Fri: {kari}.",
        f"søndag 4.4.: ingen. Fri: {kari}, {ola}.",
    ]


def test_who_is_off_is_told_with_a_late_night_or_a_vacation() -> None:
    """The night from 23 on Easter Monday counts on no red day."""
    away = {"ola": {"vacation": (EASTER,)}}
    now = roster_of(
        start=EASTER.first, people=away, kari="- - - - - - - | N - - - - - -", ola="- - - - - - - | - - - - - - -"
    )
    assert "andre påskedag 29.3.: ingen. Fri: Kari (N fra kl. 23.00), Ola (ferie)." in list(day_lines(now, EASTER))


def test_it_is_said_by_which_rule_f3_is_given() -> None:
    line = "- - - D D - - | - - - - - - -"
    by_rule = roster_of(start=EASTER.first, settings=F3, kari=line).frame
    assert "hovedregelen" in basis_said(by_rule, EASTER)
    agreed = (every_other_sunday(valid_from=date(2027, 1, 1)),)
    averaged = roster_of(start=EASTER.first, settings=F3, agreements=agreed, kari=line).frame
    assert "F3 etter snitt" in basis_said(averaged, EASTER)
    none = replace(by_rule, brief=replace(by_rule.brief, settings=Settings(off_codes=frozenset())))
    assert basis_said(none, EASTER) == "Avtalen her har ikke F3."
