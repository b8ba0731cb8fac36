"""Hours left over as shifts on dates that fit: nobody gets what they cannot, will not or may not have."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from roster.checking.check import check
from roster.domain.assistant import Assistant, Hours
from roster.domain.brief import Agreement
from roster.domain.days import DateSpan, When
from roster.domain.kinds import Covers, Tariff
from roster.domain.roster import Roster
from roster.domain.vedtak import Vedtak, VedtakLine
from roster.planning.spare import Place, spare, with_places
from tests.rules.builders import roster_of, short_rest

LINE = VedtakLine("V", DateSpan(date(2027, 1, 1), date(2027, 12, 31)), per_week=168 * 60)


def a_roster(
    covers: frozenset[Covers] = frozenset(),
    week: str = "D D D - - - -",
    agreements: tuple[Agreement, ...] = (),
    tariff: Tariff = Tariff.NONE,
    **kari: Any,
) -> Roster:
    """Four weeks in which Kari works Monday to Wednesday and Ola Thursday; Kari would like to work twice as much."""
    made = roster_of(
        kari=" | ".join([week] * 4),
        ola=" | ".join(["- - - D - - -"] * 4),
        tariff=tariff,
        agreements=agreements,
        brief={"vedtak": Vedtak((replace(LINE, covers=covers),))},
    )

    def as_said(one: Assistant) -> Assistant:
        if one.id == "kari":
            return replace(one, percent=Decimal(60), full_time_week=2400, wants_up_to=Decimal(100), **kari)
        return replace(one, percent=Decimal(20), full_time_week=2400, wants_up_to=None)

    frame = made.frame
    brief = replace(frame.brief, assistants=tuple(map(as_said, frame.people)))
    shifts = tuple(replace(one, wanted=1) for one in frame.shifts)
    return Roster(replace(frame, brief=brief, shifts=shifts), made.works)


def places(roster: Roster, minutes: int = 3 * 480, after: date | None = None) -> tuple[Place, ...]:
    found = spare(roster, minutes, after)
    return () if found is None else found.places


def test_the_hours_are_so_many_of_the_usual_day_shift() -> None:
    found = spare(a_roster(), 5 * 480 + 479, None)
    assert found is not None
    assert (found.kind.code, found.count, len(found.places)) == ("D", 5, 5)
    assert spare(a_roster(), 479, None) is None


def test_only_who_wants_more_gets_more_on_days_when_nobody_works() -> None:
    found = places(a_roster())
    assert {one.who for one in found} == {"kari"}
    assert {one.day.weekday() for one in found} <= {4, 5, 6}


def test_where_two_at_once_are_granted_a_day_may_have_two() -> None:
    days = {one.day.weekday() for one in places(a_roster(frozenset({Covers.TWO_AT_ONCE})), 12 * 480)}
    assert 3 in days


def test_nothing_on_what_is_past_on_vacation_or_when_somebody_cannot() -> None:
    after = date(2027, 1, 24)
    away = DateSpan(date(2027, 1, 25), date(2027, 1, 31))
    cannot = (Hours(When(frozenset({4, 5}))),)
    found = places(a_roster(vacation=(away,), cannot=cannot), after=after)
    assert found
    assert {one.day for one in found} == {date(2027, 2, 7)}


def test_the_rest_is_the_one_in_force() -> None:
    """Nine hours lie between the evening of Thursday and the day of Friday."""

    def days(*agreements: Agreement) -> set[int]:
        roster = a_roster(week="D D - E - - -", agreements=agreements, tariff=Tariff.KS_HTA)
        return {one.day.weekday() for one in places(roster, 12 * 480) if one.who == "kari"}

    assert 4 not in days()
    assert 4 in days(short_rest(compensating_rest=True))


def test_with_the_places_the_roster_breaks_no_rule_that_it_kept() -> None:
    roster = a_roster()
    found = places(roster)
    more = with_places(roster, roster.frame.brief.kinds[0], found)
    assert len(more.works) == len(roster.works) + len(found)
    before = {(one.rule, one.who) for one in check(roster).findings if one.verdict.fails}
    assert {(one.rule, one.who) for one in check(more).findings if one.verdict.fails} <= before
