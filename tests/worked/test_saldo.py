"""The saldo adds up to the minute, whatever happens, and is settled when a period ends or somebody leaves."""

import itertools
import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roster.cli import clock
from roster.domain.assistant import Assistant
from roster.domain.brief import Balances
from roster.domain.days import DateSpan
from roster.domain.kinds import MinusSettled, PlusSettled, SickCredit
from roster.domain.leave import Leave
from roster.domain.saldo import Account, Had, PostSort, accounts, average_credit, periods, sick_days
from roster.domain.settings import Settings
from tests.approval.arrangement import START, brief_of, plan_of
from tests.cli.typed import typed
from tests.worked.arrangement import AFTER, into_use

KARI = brief_of().assistants[0]
WEEK = 1125
"""Kari's minutes a week."""
Run = Callable[..., dict[str, Any]]


def kept(had: list[Had], through: int, weeks: int = 2, opening: int = 0, **said: Any) -> tuple[Account, ...]:
    over = tuple(periods(START, START + timedelta(days=through), weeks))
    return accounts(KARI, lambda _: Settings(**said), over, had, opening)


def worked(day: int, minutes: int) -> Had:
    return Had(START + timedelta(days=day), PostSort.WORKED, minutes, "")


sorts = st.sampled_from([one for one in PostSort if one not in (PostSort.AGREED, PostSort.PAID_OUT, PostSort.FORGIVEN)])
amounts = st.lists(
    st.builds(
        lambda day, sort, minutes: Had(START + timedelta(days=day), sort, minutes, ""),
        st.integers(0, 69),
        sorts,
        st.integers(0, 900),
    ),
    max_size=12,
)


@settings(max_examples=50, deadline=None)
@given(
    amounts,
    st.integers(0, 69),
    st.integers(1, 6),
    st.integers(-900, 900),
    st.sampled_from(PlusSettled),
    st.sampled_from(MinusSettled),
)
def test_every_period_and_all_of_them_add_up(
    had: list[Had], through: int, weeks: int, opening: int, plus: PlusSettled, minus: MinusSettled
) -> None:
    found = kept(had, through, weeks, opening, plus_settled=plus, minus_settled=minus)
    last = START + timedelta(days=through)
    assert found[0].opening == opening
    for one, after in itertools.pairwise(found):
        assert one.closing == after.opening
        assert one.period.last + timedelta(days=1) == after.period.first
    every = [post.minutes for one in found for post in one.posts]
    assert found[-1].closing == opening + sum(every)
    counted = sum(one.minutes for one in had if one.day <= last)
    settled = sum(one.of(PostSort.PAID_OUT, PostSort.FORGIVEN) for one in found)
    agreed = sum(one.of(PostSort.AGREED) for one in found)
    assert sum(every) == counted + settled + agreed
    # The periods together have agreed what the days have, rounded once.
    assert agreed == -(WEEK * (through + 1) // 7)
    for one in found:
        if one.period.ends and (plus, minus) == (PlusSettled.PAID, MinusSettled.FORGIVEN):
            assert one.closing == 0
        if (plus, minus) == (PlusSettled.TIME_OFF, MinusSettled.OWED):
            assert not one.of(PostSort.PAID_OUT, PostSort.FORGIVEN)


def test_plus_is_paid_and_minus_falls_away_when_a_period_ends() -> None:
    (first, second) = kept([worked(3, 2 * WEEK + 61), worked(20, WEEK)], 27)
    assert (first.saldo, first.closing, first.of(PostSort.PAID_OUT)) == (61, 0, -61)
    assert (second.saldo, second.closing, second.paid_not_used) == (-WEEK, 0, WEEK)


def test_what_is_agreed_to_be_owed_or_taken_off_goes_on() -> None:
    (first, second) = kept(
        [worked(3, 2 * WEEK + 61)], 20, plus_settled=PlusSettled.TIME_OFF, minus_settled=MinusSettled.OWED
    )
    assert (first.closing, second.opening) == (61, 61)
    assert second.closing == 61 - WEEK
    assert not second.period.ends


def test_who_leaves_is_settled_on_their_last_day() -> None:
    gone = replace(KARI, employed_to=START + timedelta(days=6))
    over = tuple(periods(START, START + timedelta(days=40), 2))
    (only,) = accounts(gone, lambda _: Settings(plus_settled=PlusSettled.TIME_OFF), over, [worked(2, WEEK + 30)], 0)
    assert only.left
    assert (only.saldo, only.of(PostSort.PAID_OUT), only.closing) == (30, -30, 0)


def test_leave_and_vacation_are_neither_owed_nor_had() -> None:
    away = replace(KARI, leaves=(Leave(DateSpan(START, START + timedelta(days=6))),))
    off = replace(KARI, vacation=(DateSpan(START, START + timedelta(days=6)),))
    over = tuple(periods(START, START + timedelta(days=13), 2))
    for one in (away, off):
        (only,) = accounts(one, lambda _: Settings(), over, [worked(8, WEEK)], 0)
        assert only.saldo == 0


def test_a_spell_of_sickness_has_its_free_days_but_not_those_after_work() -> None:
    days = [START + timedelta(days=n) for n in (0, 3, 6)]
    assert len(sick_days(KARI, days, [START + timedelta(days=5)])) == 4 + 1
    assert len(sick_days(KARI, days, [])) == 7


def test_vacation_and_leave_between_sick_days_are_not_credited_as_sickness() -> None:
    week = DateSpan(START + timedelta(days=7), START + timedelta(days=13))
    half = replace(KARI, leaves=(Leave(week, Decimal(50)),))
    gone = replace(KARI, vacation=(week,))
    ends = (*(START + timedelta(days=n) for n in (0, 3, 6)), *(START + timedelta(days=n) for n in (14, 20)))
    over = tuple(periods(START, START + timedelta(days=20), 3))
    for one, minutes in ((KARI, 3 * WEEK), (half, 5 * WEEK // 2), (gone, 2 * WEEK)):

        def then(_: date, one: Assistant = one) -> Assistant:
            return one

        credit = [Had(day, PostSort.SICK, had, "") for day, had in average_credit(then, sick_days(one, ends, ()))]
        (only,) = accounts(one, lambda _: Settings(), over, credit, 0)
        assert (only.of(PostSort.SICK), only.saldo) == (minutes, 0)


# -- the command ------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    brief = brief_of()
    brief = replace(brief, balances=(Balances("A2", saldo=-90),))
    return into_use(tmp_path_factory.mktemp("made") / "t", plan_of(brief))


@pytest.fixture
def folder(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(clock, "now", lambda: AFTER)
    shutil.copytree(made, tmp_path / "t")
    return tmp_path / "t"


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def answer(name: str, *words: str) -> dict[str, Any]:
        said = typed(capsys, name, folder, *words, "--json")
        assert said.code in (0, 1), said.all
        found: dict[str, Any] = json.loads(said.out)
        return found

    return answer


def of(found: dict[str, Any], who: str) -> dict[str, Any]:
    (own,) = [one for one in found["people"] if one["who"] == who]
    return dict(own)


def posts(own: dict[str, Any]) -> dict[str, int]:
    return {one["sort"]: one["minutes"] for period in own["periods"] for one in period["posts"]}


def test_each_correction_moves_the_saldo_by_just_its_minutes(run: Run) -> None:
    before = of(run("saldo"), "A1")
    assert (before["planned"], before["worked"], posts(before)["planlagt"]) == (2250, 2250, 2250)
    shorter = ("A1:2027-01-04 D 08.00–15.01", "A1:2027-01-06 D syk, av A2", "A1:2027-01-12 D avlyst")
    run("worked", "--month", "2027-01", *(word for one in shorter for word in ("--except", one)))
    first = of(run("saldo"), "A1")
    assert first["periods"][0]["saldo"] == -29
    assert first["paid_not_used"] == 450 + 29
    assert (posts(first)["syk"], posts(first)["avlyst"]) == (450, 450)
    more = ("A1:2027-01-05 16.00–18.00 ekstra, overtid, avspaseres", "A1:2027-01-08 D avspasering")
    run("worked", "--month", "2027-01", *(word for one in more for word in ("--except", one)))
    after = run("saldo")
    assert of(after, "A1")["periods"][0]["saldo"] == -29 + 120 - 450
    ola = of(after, "A2")["periods"][0]
    assert (ola["opening"], ola["saldo"]) == (-90, 360)


def test_each_figure_is_told_with_its_source(folder: Path, run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    run("worked", "--month", "2027-01")
    said = typed(capsys, "saldo", folder, "--assistant", "Ola", "--plain").out
    assert "Ola (A2) har ingenting til gode og er ikke skyldig noe. 1:30 timer er betalt, men ikke brukt." in said
    assert "- Avtalt: 37:30 timer. Kilde: 50 % av 37,5 timer i uka, uten ferie og fravær." in said
    assert "- Arbeidet: 37:30 timer. Kilde: januar 2027, avsluttet (linje 5 i loggen)." in said
    assert "Kari" not in said
    part = typed(capsys, "saldo", folder, "--through", "2027-01-08", "--plain").out
    assert "Kari (A1) har 9:07 timer i pluss så langt i perioden, som ikke er slutt." in part
    assert "Ingen plan gjaldt 01.01.2027." in typed(capsys, "saldo", folder, "--through", "2027-01-01").err
    later = typed(capsys, "saldo", folder, "--through", "2027-03-01", "--plain").out
    assert "Det er ingen plan etter 17.01.2027" in later


def test_sick_days_can_count_as_the_average_of_the_position(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(clock, "now", lambda: AFTER)
    brief = brief_of()
    folder = into_use(
        tmp_path / "t", plan_of(replace(brief, settings=replace(brief.settings, sick_credit=SickCredit.AVERAGE)))
    )
    sick = [word for day in ("04", "06", "08") for word in ("--except", f"A1:2027-01-{day} D syk")]
    typed(capsys, "worked", folder, "--month", "2027-01", *sick)
    own = of(json.loads(typed(capsys, "saldo", folder, "--json").out), "A1")
    # Monday to Friday is five sevenths of a week.
    assert posts(own)["syk"] == WEEK * 5 // 7
    assert date.fromisoformat(own["periods"][0]["from"]) == START
