"""Hours that red days or time away take from the need are no shortage of anybody's contract."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from roster.domain.assistant import Assistant, Credit
from roster.domain.brief import Arrangement, Brief, Period
from roster.domain.contract import blocks
from roster.domain.days import DateSpan, When
from roster.domain.fallen import fallen_share
from roster.domain.finding import Verdict
from roster.domain.frame import calendar_frame
from roster.domain.help_needed import Need, NeedChange, ShiftKind
from roster.domain.kinds import Because, Employer, Form, Position, Sort, Tariff
from roster.domain.roster import Roster
from roster.domain.vedtak import Vedtak, VedtakLine
from roster.rules import contract_hours

EASTER = date(2027, 3, 22)
"""Four weekdays of need, Thursday and Friday of them red; no need on Sundays."""


def brief(start: date = EASTER, **given) -> Brief:
    people = tuple(
        Assistant(who, who, Position.PERMANENT, Decimal(percent), 40 * 60) for who, percent in (("A1", 60), ("A2", 20))
    )
    made = Brief(
        Arrangement("Ordning", Employer.PRIVAT, Tariff.NONE, False),
        Vedtak((VedtakLine("V", DateSpan(date(2027, 1, 1), date(2027, 12, 31)), per_week=40 * 60),)),
        Period(start, 1, Form.CALENDAR),
        (ShiftKind("D", "Dag", 480, 480, Sort.DAY),),
        (Need("D", When(frozenset(range(4))), 1),),
        people,
    )
    return replace(made, **given)


def test_a_red_day_without_need_takes_its_hours_out_of_all_contracts_by_their_size():
    frame = calendar_frame(brief(), 1)
    shares = [fallen_share(frame, one, 0, 1) for one in frame.people]
    assert shares == [Fraction(360), Fraction(120)]
    assert [next(iter(blocks(frame, one))).due for one in frame.people] == [1440 - 360, 480 - 120]


def test_an_ordinary_week_takes_nothing():
    frame = calendar_frame(brief(date(2027, 1, 11)), 1)
    assert fallen_share(frame, frame.people[0], 0, 1) == 0


def test_time_away_is_like_a_red_day_and_another_need_is_not():
    away = When(dates=DateSpan(date(2027, 1, 12), date(2027, 1, 12)))
    gone = calendar_frame(brief(date(2027, 1, 11), changes=(NeedChange(away, None, 0),)), 1)
    assert fallen_share(gone, gone.people[0], 0, 1) == 360
    less = calendar_frame(brief(date(2027, 1, 11), changes=(NeedChange(away, "D", 0),)), 1)
    assert fallen_share(less, less.people[0], 0, 1) == 0


def test_only_what_was_called_off_on_the_red_day_is_a_part_of_what_fell_away():
    """Who is paid because somebody else keeps the shift of another day has their share of the red day besides."""
    for day, due in ((EASTER, 1440 - 300 - 360), (date(2027, 3, 25), 1440 - 360)):
        own = brief()
        paid = replace(own.assistants[0], credits=(Credit(day, 300, Because.CALLED_OFF),))
        frame = calendar_frame(replace(own, assistants=(paid, own.assistants[1])), 1)
        assert next(iter(blocks(frame, paid))).due == due


def test_who_works_all_there_is_lacks_nothing():
    frame = calendar_frame(brief(), 1)
    days = [one.id for one in frame.shifts]
    assert len(days) == 3
    roster = Roster(frame, frozenset((("A1", days[0]), ("A1", days[1]), ("A2", days[2]))))
    assert all(one.verdict is Verdict.OK for one in contract_hours.check(roster))
    fewer = Roster(frame, frozenset((("A1", days[0]), ("A2", days[2]))))
    assert [one.verdict for one in contract_hours.check(fewer)] == [Verdict.MISSING, Verdict.OK]
