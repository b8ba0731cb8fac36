"""What comes of a change, read from words, planned and set beside today."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from roster.checking.check import check
from roster.domain.assistant import Assistant, WeekendRhythm
from roster.domain.brief import Agreement, Brief, Wish
from roster.domain.days import ALL_WEEKDAYS, When
from roster.domain.frame import frame_of
from roster.domain.help_needed import Need, ShiftKind
from roster.domain.kinds import Form, Party, Position, Sort, Tariff, WishSort, Worth
from roster.domain.roster import Roster
from roster.domain.statistics import statistics
from roster.domain.supposed import Grant, Lapses, Leaves, LongerShifts, OneMore, Signed, Supposed, Weekends
from roster.domain.vedtak import VedtakLine
from roster.planning.longer_shifts import with_longer_shifts
from roster.planning.search import Search
from roster.planning.supposed_brief import suppose
from roster.planning.what_if import Made, of_roster, outcome
from roster.reading.faults import Unreadable
from roster.reading.supposed import supposed
from tests.planning.cases import ALWAYS, brief

DAY = ShiftKind("D", "Dag", 8 * 60, 7 * 60, Sort.DAY)
SUNDAYS = Agreement("S1", "10-8 (4)", Party.INDIVIDUAL, {}, signed=date(2026, 12, 1))


def kari_and_ola(**more: object) -> Brief:
    """49 hours a week, every other week each: 24.5 hours, 69.02 percent of 35.5."""
    one = brief(Form.CYCLE, 2, (DAY,), (Need("D", When(ALL_WEEKDAYS), 1),))
    people = tuple(
        Assistant(name, name.title(), Position.PERMANENT, Decimal("69.02"), 2130, weekends=WeekendRhythm(2, first))
        for name, first in (("kari", 1), ("ola", 2))
    )
    given = replace(one.vedtak, lines=(VedtakLine("V", ALWAYS, per_week=49 * 60),))
    return replace(one, **{"assistants": people, "vedtak": given, "agreements": (SUNDAYS,), **more})  # type: ignore[arg-type]


def lines(of: Brief) -> Made:
    """By hand: Kari Thursday to Sunday in week 1 and Monday to Wednesday in week 2, Ola the rest."""
    frame = frame_of(of)
    hers = {3, 4, 5, 6, 7, 8, 9}
    works = {("kari" if (one.start.date() - frame.first_day).days in hers else "ola", one.id) for one in frame.shifts}
    return of_roster(Roster(frame, frozenset(works)))


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("kari slutter", Leaves("kari")),
        ("Ola slutter", Leaves("ola")),
        ("Ola Slutter.", Leaves("ola")),
        ("en til", OneMore()),
        ("én til på 60 %", OneMore(Decimal(60))),
        ("vedtak 40", Grant(Fraction(0), 40 * 60)),
        ("vedtaket +2,5 timer", Grant(Fraction(1), 150)),
        ("vedtak -10 %", Grant(Fraction(9, 10))),
        ("vedtak −10 prosent", Grant(Fraction(9, 10))),
        ("avtale 10-5 (1)", Signed(paragraph="10-5 (1)")),
        ("S1 signert", Signed("S1")),
        ("uten s1", Lapses("S1")),
        ("S1 faller bort", Lapses("S1")),
        ("annenhver helg", Weekends(2)),
        ("helg hver 3.", Weekends(3)),
        ("hver fjerde helg", Weekends(4)),
        ("vakter inntil 12 timer", LongerShifts(720)),
        ("vakter 12", LongerShifts(720)),
    ],
)
def test_a_change_is_understood_as_people_say_it(text: str, means: Supposed) -> None:
    assert supposed(text, kari_and_ola()) == means


@pytest.mark.parametrize(
    ("text", "way_out"),
    [
        ("nora slutter", "Assistentene er kari (Kari), ola (Ola)."),
        ("uten G7", "Avtalene er S1 (§ 10-8 (4))."),
        ("hver 1. helg", "«hver 3. helg»"),
        ("avtale 11-1", "Skriv en av disse"),
        ("vedtak -110 %", "høyst 100 prosent"),
        ("mer penger", "«A3 slutter»"),
        ("vedtak 10 %", "«vedtak -10 %» eller «vedtak +10 %»"),
        ("en til 0 %", "«en til 60 %»"),
        ("en til 0,6", "«en til 60 %»"),
    ],
)
def test_what_cannot_be_understood_is_refused_with_a_way_out(text: str, way_out: str) -> None:
    with pytest.raises(Unreadable) as refused:
        supposed(text, kari_and_ola())
    assert way_out in refused.value.way_out


def test_of_several_with_one_name_nobody_is_picked_and_an_id_is_before_a_name() -> None:
    of = kari_and_ola()
    alike = replace(of, assistants=tuple(replace(one, alias="Kari") for one in of.assistants))
    assert supposed("ola slutter", alike) == Leaves("ola")
    assert supposed("kari slutter", alike) == Leaves("kari")
    other = replace(of, assistants=tuple(replace(one, alias="Nora") for one in of.assistants))
    with pytest.raises(Unreadable) as refused:
        supposed("Nora slutter", other)
    assert refused.value.way_out == "Skriv id-en: kari eller ola."
    crossed = replace(of, assistants=tuple(replace(one, alias="ola") for one in of.assistants))
    assert supposed("ola slutter", crossed) == Leaves("ola")


def test_an_agreement_that_would_give_nothing_is_not_supposed() -> None:
    of = kari_and_ola()
    unbound = replace(of, arrangement=replace(of.arrangement, tariff=Tariff.NONE))
    assert supposed("avtale 10-5 (2)", of) == Signed(paragraph="10-5 (2)")
    assert supposed("avtale 10-5 (1)", unbound) == Signed(paragraph="10-5 (1)")
    with pytest.raises(Unreadable) as refused:
        supposed("avtale 10-5 (2)", unbound)
    assert "bundet av en tariffavtale" in refused.value.what
    with pytest.raises(Unreadable) as open_ended:
        supposed("avtale 10-12 (4)", of)
    assert "«G2 signert»" in open_ended.value.way_out


def test_a_vedtak_in_hours_a_year_is_not_read_as_hours_a_week() -> None:
    with pytest.raises(Unreadable) as refused:
        supposed("vedtak 1820", kari_and_ola())
    assert "timer i uka" in refused.value.way_out


def test_the_turnus_of_today_is_counted_as_it_is() -> None:
    now = lines(kari_and_ola())
    assert not check(now.roster).fails
    assert (now.figures.permanent, now.figures.substitute, now.figures.open) == (49 * 60, 0, 0)
    assert (now.figures.positions, now.figures.percent, now.figures.weekends) == (2, Decimal("138.04"), 1)
    assert now.figures.unused == 0


def test_one_resigns_and_the_answer_is_a_vikar_now_and_the_same_position_afterwards() -> None:
    now = lines(kari_and_ola())
    found = outcome(now.brief, now, Leaves("ola"), seconds=60, search=Search(workers=1), first=True)
    assert found.made is not None
    assert not check(found.made.roster).fails
    assert found.made.figures.substitute == 49 * 30
    assert found.advice is not None
    assert found.advice.vacant == Decimal("69.02")
    assert found.advice.then is not None
    assert not check(found.advice.then.roster).fails
    assert found.advice.then.figures.substitute == 0


def test_who_wants_more_is_offered_it_before_a_vikar() -> None:
    of = kari_and_ola()
    wanting = tuple(
        replace(one, wants_up_to=Decimal(90), weekends=None) if one.id == "kari" else one for one in of.assistants
    )
    now = lines(replace(of, assistants=wanting))
    found = outcome(now.brief, now, Leaves("ola"), seconds=30, search=Search(workers=1))
    assert found.advice is not None
    ((who, percent, to),) = found.advice.bigger
    assert (who, percent) == ("kari", Decimal("69.02"))
    assert Decimal("69.02") < to <= 90


def test_a_smaller_vedtak_leaves_shifts_open_and_positions_beyond_it() -> None:
    now = lines(kari_and_ola())
    found = outcome(now.brief, now, Grant(more=-7 * 60), seconds=6, search=Search(workers=1))
    assert found.made is not None
    assert found.made.figures.open == 7 * 60
    assert found.made.figures.unused == 0
    assert found.advice is not None
    assert found.advice.vacant is None
    assert 0 <= found.advice.over - 7 * 60 < 2


def test_one_more_without_hours_for_them_is_told_what_is_lacking() -> None:
    now = lines(kari_and_ola())
    found = outcome(now.brief, now, OneMore(Decimal(40)), seconds=4, search=Search(workers=1))
    assert found.made is not None
    assert found.advice is not None
    assert found.advice.vacant is None
    assert found.advice.short > 10 * 60


def changed(of: Brief, one: Supposed) -> Brief | None:
    return suppose(of, one, statistics(lines(of).roster))


def test_each_change_is_in_the_brief() -> None:
    of = kari_and_ola()
    more = changed(of, OneMore(Decimal(30)))
    assert more is not None
    assert [one.percent for one in more.assistants] == [Decimal("69.02"), Decimal("69.02"), Decimal(30)]
    lapsed = changed(of, Lapses("S1"))
    assert lapsed is not None
    assert lapsed.agreements == ()
    assert changed(of, Signed("S1")) is None
    unsigned = replace(of, agreements=(replace(SUNDAYS, signed=None),))
    signed = changed(unsigned, Signed("S1"))
    assert signed is not None
    assert signed.agreements[0].signed == of.period.start
    agreed = changed(of, Signed(paragraph="10-5 (1)"))
    assert agreed is not None
    assert agreed.agreements[1].values["day_h"] == 10
    rhythm = changed(of, Weekends(2))
    assert rhythm is not None
    assert [one.weekends for one in rhythm.assistants] == [WeekendRhythm(2, 1), WeekendRhythm(2, 2)]
    uneven = changed(of, Weekends(3))
    assert uneven is not None
    assert [one.most_weekends and one.most_weekends.weeks for one in uneven.assistants] == [3, 3]
    assert changed(of, Grant()) is None


def test_nothing_is_left_of_who_resigned() -> None:
    wish = Wish("kari", WishSort.APART, Worth.WISH, other="ola")
    covers_ola = replace(SUNDAYS, id="S2", covers=("ola",))
    both = replace(SUNDAYS, id="S3", covers=("kari", "ola"))
    of = kari_and_ola(wishes=(wish,), agreements=(SUNDAYS, covers_ola, both))
    left = changed(of, Leaves("ola"))
    assert left is not None
    assert [one.id for one in left.assistants] == ["kari"]
    assert left.wishes == ()
    assert [(one.id, one.covers) for one in left.agreements] == [("S1", None), ("S3", ("kari",))]


def test_shifts_round_the_clock_become_two_long_ones() -> None:
    kinds = (
        ShiftKind("D", "Dag", 450, 450, Sort.DAY),
        ShiftKind("K", "Kveld", 900, 450, Sort.EVENING),
        ShiftKind("N", "Natt", 1350, 540, Sort.NIGHT),
    )
    needs = tuple(Need(one.code, When(ALL_WEEKDAYS), 1) for one in kinds)
    of = replace(kari_and_ola(), kinds=kinds, needs=needs)
    asked = outcome(of, of_roster(Roster(frame_of(of), frozenset())), LongerShifts(720), seconds=5, search=Search())
    assert asked.made is None
    assert asked.too_long is not None
    assert asked.too_long.amount == 9 * 60
    longer = with_longer_shifts(of, 12 * 60)
    assert longer is not None
    assert [(one.start, one.length, one.sort) for one in longer.kinds] == [
        (450, 720, Sort.DAY),
        (1170, 720, Sort.NIGHT),
    ]
    assert {one.kind for one in longer.needs} == {one.code for one in longer.kinds}
    assert sum(one.length for one in longer.kinds) == sum(one.length for one in kinds)
    assert with_longer_shifts(of, 9 * 60) is None
    apart = replace(of, needs=(*needs[:2], replace(needs[2], count=2)))
    only_days = with_longer_shifts(apart, 15 * 60)
    assert only_days is not None
    assert [one.code for one in only_days.kinds] == ["N", "L1"]
