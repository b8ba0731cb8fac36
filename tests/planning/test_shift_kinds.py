"""Kinds of shift for a need: they cover it, keep to the lengths there are agreements for, and fit the vedtak."""

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roster.domain.days import WeekRule
from roster.domain.kinds import Sort
from roster.domain.needs import Help, Needs
from roster.domain.spans import DAY, WEEK
from roster.planning.need_layers import TooLong
from roster.planning.shift_kinds import Proposal, Proposals, proposals
from roster.planning.shift_lengths import lawful
from tests.support.clocks import AV, HN, PA, TWO, VN, needs

HOUR = 60
REPS = (
    "avtaler: [{{id: A1, paragraf: 10-5 (2), part: tillitsvalgte, timer per dag: {}, snitt uker: 12, "
    "signert: 2026-12-14, gyldig fra: 2027-01-01}}]"
)


def proposed(need: Needs, most_kinds: int = 5, to_use: Fraction | None = None) -> Proposals:
    found = proposals(need, seconds=20, most_kinds=most_kinds, workers=1, stop=lambda: False, to_use=to_use)
    assert isinstance(found, Proposals)
    return found


def at_work(need: Needs, of: Proposal) -> list[int]:
    """How many are at work in each minute."""
    there = [0] * (need.weeks * WEEK)
    for row in of.needs:
        kind = next(one for one in of.kinds if one.code == row.kind)
        for week in range(need.weeks):
            if row.when.weeks is WeekRule.ALL or (row.when.weeks is WeekRule.ODD) == (week == 0):
                for day in row.when.weekdays:
                    start = week * WEEK + day * DAY + kind.start
                    for minute in range(start, start + kind.length):
                        there[minute % len(there)] += row.count
    return there


def assert_covers(need: Needs, of: Proposal) -> None:
    there = at_work(need, of)
    asked = [0] * len(there)
    for row in need.clock:
        for span in need.spans(row):
            for minute in range(span.start, span.end):
                asked[minute % len(asked)] += 1
    assert all(has >= wants for has, wants in zip(there, asked, strict=True))
    assert sum(there) == of.covered * need.weeks
    assert of.bound <= of.covered


def test_60_hours_a_week_are_covered_to_the_minute(tmp_path: Path) -> None:
    need = needs(tmp_path, f"07–10 hverdager {PA}", f"15–21 hverdager {PA}", f"09–16.30 helg {PA}")
    found = proposed(need, to_use=Fraction(60 * HOUR))
    for one in found.found:
        assert_covers(need, one)
    assert found.too_few == 1
    assert [one.number for one in found.found] == [2, 3]
    assert found.best is not None
    assert (found.best.number, found.best.covered, found.best.bound) == (3, 60 * HOUR, 60 * HOUR)


@settings(max_examples=10, deadline=None, derandomize=True)
@given(st.lists(st.tuples(st.integers(6, 14), st.integers(2, 9)), min_size=1, max_size=2), st.booleans())
def test_each_proposal_covers_the_need_and_more_kinds_waste_less(
    tmp_path_factory: pytest.TempPathFactory, drawn: list[tuple[int, int]], weekend: bool
) -> None:
    rows = []
    for days, (start, length) in zip(("hverdager", "helg" if weekend else "lør"), drawn, strict=False):
        rows.append(f"{start:02d}–{start + length:02d} {days} {PA}")
    need = needs(tmp_path_factory.mktemp("behov"), *rows)
    found = proposed(need, most_kinds=2)
    totals = [one.covered for one in found.found]
    assert totals == sorted(totals, reverse=True)
    for one in found.found:
        assert_covers(need, one)
        assert one.covered <= one.bound * Fraction(102, 100)
        assert all(found.lengths.least <= kind.length <= found.lengths.most for kind in one.kinds)


@pytest.mark.parametrize(("agreed", "most"), [("", 9 * HOUR), ("10", 10 * HOUR), ("12,5", 12 * HOUR + 30)])
def test_a_shift_is_as_long_as_the_agreements_let_it_be(tmp_path: Path, agreed: str, most: int) -> None:
    need = needs(tmp_path, f"08–20.30 alle {PA}", more=REPS.format(f'"{agreed}"') if agreed else "")
    assert lawful(need, DAY).most == most
    found = proposed(need, most_kinds=2)
    assert max(kind.length for one in found.found for kind in one.kinds) <= most
    assert found.found[0].number == (1 if most == 12 * HOUR + 30 else 2)


def test_a_longer_wish_than_the_law_is_said(tmp_path: Path) -> None:
    need = needs(tmp_path, f"08–20 alle {PA}", more="vaktlengde: {lengste: 12}")
    lengths = lawful(need, DAY)
    assert (lengths.most, lengths.wished) == (9 * HOUR, 12 * HOUR)
    assert any("10-5 (2)" in one for one in lengths.day.could)


def test_long_shifts_have_a_break_that_is_working_time(tmp_path: Path) -> None:
    (one,) = proposed(needs(tmp_path, f"08–16 alle {PA}"), most_kinds=1).found
    ((pause,),) = [kind.breaks for kind in one.kinds]
    assert (pause.end - pause.start, pause.working) == (30, True)
    (short,) = proposed(needs(tmp_path, f"08–13.30 alle {PA}"), most_kinds=1).found
    assert short.kinds[0].breaks == ()


def test_a_resting_night_is_one_shift_with_what_is_needed_about_it(tmp_path: Path) -> None:
    need = needs(tmp_path, f"22–23 alle {PA}", f"23–07 alle {HN}", f"07–09 alle {PA}")
    found = proposed(need, most_kinds=1)
    assert found.too_few == 0
    (one,) = found.found
    (kind,) = one.kinds
    assert (kind.sort, kind.start, kind.length) == (Sort.RESTING_NIGHT, 22 * HOUR, 11 * HOUR)
    assert [(part.start, part.end) for part in kind.resting] == [(HOUR, 9 * HOUR)]
    assert kind.passive_because
    assert_covers(need, one)


def test_a_resting_night_that_cannot_reach_the_rest_is_too_few(tmp_path: Path) -> None:
    found = proposed(needs(tmp_path, f"14–16 alle {PA}", f"23–07 alle {HN}"), most_kinds=2)
    assert found.too_few == 1
    assert [one.number for one in found.found] == [2]


def test_a_resting_night_that_is_too_long_says_who_could_allow_it(tmp_path: Path) -> None:
    found = proposals(needs(tmp_path, f"20–08 alle {HN}"), seconds=5, stop=lambda: False)
    assert isinstance(found, TooLong)
    assert (found.minutes, found.most) == (12 * HOUR, 11 * HOUR)
    assert any("10-5 (1)" in one for one in found.could)


def test_two_at_once_are_two_on_a_shift_or_two_shifts(tmp_path: Path) -> None:
    need = needs(tmp_path, f"08–16 alle {PA}", f"10–13 alle {TWO}")
    found = proposed(need)
    assert found.best is not None
    assert_covers(need, found.best)
    assert found.best.covered == 77 * HOUR


def test_hours_granted_for_one_thing_have_kinds_of_their_own_on_that_line(tmp_path: Path) -> None:
    lines = (
        "vedtak:\n  - {id: V1, fra: 2027-01-01, til: 2028-12-31, timer per uke: 56}\n"
        "  - {id: V2, fra: 2027-01-01, til: 2028-12-31, timer per uke: 56, gjelder: våken natt}\n"
        "  - {id: V3, fra: 2027-01-01, til: 2028-12-31, timer per uke: 5, gjelder: avlastning}"
    )
    rows = (f"14–22 hverdager {PA}", f"22–06 alle {VN}", f"14–19 lør {AV}")
    need = needs(tmp_path, *rows, more=lines)
    found = proposed(need)
    assert found.best is not None
    assert_covers(need, found.best)
    charged = {row.line: 0 for row in found.best.needs}
    for row in found.best.needs:
        charged[row.line] += len(row.when.weekdays) * next(
            kind.length for kind in found.best.kinds if kind.code == row.kind
        )
    assert charged == {None: 40 * HOUR, "V2": 56 * HOUR, "V3": 5 * HOUR}
    assert {kind.sort for kind in found.best.kinds} == {Sort.EVENING, Sort.NIGHT}
    assert need.week_minutes(Help.WAKING_NIGHT) == 56 * HOUR


def test_every_other_week_gives_rows_for_odd_and_even_weeks(tmp_path: Path) -> None:
    need = needs(tmp_path, f"10–17 helg {AV}, uker: oddetall", f"15–19 hverdager {PA}")
    found = proposed(need)
    assert found.best is not None
    assert_covers(need, found.best)
    assert {row.when.weeks for row in found.best.needs} == {WeekRule.ODD, WeekRule.ALL}
    assert found.best.covered == 27 * HOUR


@pytest.mark.parametrize(("evening", "may"), [("18.30–21", True), ("18.45–21.15", False)])
def test_a_split_day_is_told_of_where_it_leaves_the_rest(tmp_path: Path, evening: str, may: bool) -> None:
    """D12: 08–11 and 18:30–21 leave 11:00 from 21 to 08."""
    split = "innstillinger: {delt dagsverk per uke: 3}"
    need = needs(tmp_path, f"08–11 alle {PA}", f"{evening} alle {PA}", more=split)
    found = proposed(need)
    assert found.best is not None
    assert bool(found.best.split) is may


def test_times_off_the_quarter_are_rounded_out(tmp_path: Path) -> None:
    need = needs(tmp_path, f"08.10–12.05 alle {PA}")
    found = proposed(need, most_kinds=1)
    assert found.rounded
    assert found.needed == 7 * 4 * HOUR + 7 * 15
    assert_covers(need, found.found[0])
