"""Corrections add up: what stands is the sum of the entries, and a closed month is never another."""

from collections import Counter
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roster.domain.closing import Closing
from roster.domain.worked import Difference, How, Row, applied, difference, in_order, standing
from roster.exports.closing_json import closing_json
from roster.reading.worked_rows import paid_of_row, read_closing
from tests.approval.arrangement import START, brief_of
from tests.worked.arrangement import JANUARY

BRIEF = brief_of()
FIRST = datetime(START.year, START.month, START.day)
moments = st.integers(0, 27 * 24 * 4).map(lambda quarter: FIRST + timedelta(minutes=15 * quarter))


@st.composite
def rows(draw: st.DrawFn) -> Row:
    start = draw(moments)
    end = start + timedelta(minutes=draw(st.integers(15, 900)))
    how = draw(st.sampled_from(How))
    planned = draw(st.sampled_from(("", f"{start:%Y-%m-%d} D")))
    return Row(draw(st.sampled_from(("A1", "A2", "A3"))), start, end, draw(st.sampled_from(("", "D"))), how, planned)


months = st.lists(rows(), max_size=8).map(in_order)


@settings(max_examples=25, deadline=None)
@given(st.lists(months, min_size=1, max_size=5))
def test_what_stands_is_the_sum_of_the_entries(versions: list[tuple[Row, ...]]) -> None:
    entries: list[Difference] = []
    for wanted in versions:
        entries.append(difference(standing(entries), wanted))
        assert standing(entries) == wanted
        # The entries before are untouched, so what stood at each of them can still be told.
        for number, before in enumerate(versions[: len(entries)], start=1):
            assert standing(entries[:number]) == before
    minutes = sum(
        sum(paid_of_row(BRIEF, row) for row in one.come) - sum(paid_of_row(BRIEF, row) for row in one.gone)
        for one in entries
    )
    assert minutes == sum(paid_of_row(BRIEF, row) for row in versions[-1])


@settings(max_examples=25, deadline=None)
@given(months, months)
def test_a_difference_taken_back_leaves_what_was(before: tuple[Row, ...], after: tuple[Row, ...]) -> None:
    found = difference(before, after)
    assert applied(applied(before, found), found.reversed) == before
    assert difference(before, before).nothing
    assert not Counter(found.gone) & Counter(found.come)


@settings(max_examples=25, deadline=None)
@given(months)
def test_an_entry_is_read_as_it_was_written(month: tuple[Row, ...]) -> None:
    closing = Closing(JANUARY, Difference((), month), said=("A1:2027-01-04 D syk",), why="Æ")
    assert read_closing(closing_json(closing), "") == closing


def test_what_does_not_stand_cannot_go() -> None:
    row = Row("A1", FIRST, FIRST + timedelta(hours=8))
    with pytest.raises(ValueError, match="not there"):
        applied((), Difference(gone=(row,)))


def test_the_second_hour_of_an_autumn_night_stays_the_second() -> None:
    start = datetime(2027, 10, 31, 2, 30, fold=1)
    row = Row("A1", start, datetime(2027, 10, 31, 9), "", active=((start, datetime(2027, 10, 31, 4)),))
    back = read_closing(closing_json(Closing(JANUARY, Difference((), (row,)))), "").found.come[0]
    assert (back.start.fold, back.active[0][0].fold) == (1, 1)
    assert paid_of_row(BRIEF, back) == paid_of_row(BRIEF, row)
