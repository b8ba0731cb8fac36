"""What cannot be together, and a shift that has begun, are refused before anything is saved."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from roster.cli import clock
from tests.approval.arrangement import NOW, brief_of, plan_of, saved
from tests.cli.typed import Typed, typed

D = "2027-01-{:02} D".format
"""A day shift of the arrangement by its day in January; Kari has those of even days."""


@pytest.fixture
def change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Typed]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(clock, "now", lambda: NOW)
    saved(tmp_path / "familie", plan_of(brief_of()))
    return lambda *words: typed(capsys, "change", "familie", *words)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--sick", "A3", "2027-01-05–2027-01-06", "--give", D(6), "A3"), "Nora (A3) er borte den dagen"),
        (("--left", "A3", "2027-01-05", "--give", D(6), "A3"), "Nora (A3) er borte den dagen"),
        (("--sick", "A1", "2027-01-05", "--swap", f"A1:{D(4)}", f"A2:{D(5)}"), "Kari (A1) er borte den dagen"),
        (("--away", "2027-01-06", "--give", D(6), "A3"), "Ingen trengs på vakta D onsdag 6."),
        (("--need", "2027-01-06 D 0", "--give", D(6), "A3"), "Ingen trengs på vakta D onsdag 6."),
        (("--give", D(4), "A3", "--swap", f"A1:{D(4)}", f"A2:{D(5)}"), "er nevnt to ganger"),
        (("--give", D(4), "A1"), "Kari (A1) har alt vakta"),
        (("--swap", f"A1:{D(4)}", f"A1:{D(6)}"), "Kari (A1) har alt vakta"),
    ],
)
def test_what_contradicts_itself_is_told_and_nothing_is_saved(
    change: Callable[..., Typed], words: tuple[str, ...], said: str
) -> None:
    told = change(*words, "--plain")
    assert told.code == 2, told.all
    assert said in told.err
    assert not Path("familie/versjoner/0002").exists()


def test_who_is_away_by_an_earlier_change_is_given_nothing(change: Callable[..., Typed]) -> None:
    assert change("--sick", "A3", "2027-01-06").code == 0
    assert "Nora (A3) er borte den dagen" in change("--give", D(6), "A3").err
    assert not Path("familie/versjoner/0003").exists()


@pytest.mark.parametrize("words", [("--give", D(4), "A3"), ("--swap", f"A1:{D(4)}", f"A2:{D(7)}")])
def test_a_shift_that_has_begun_is_not_given_to_others(
    change: Callable[..., Typed], monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.setattr(clock, "now", lambda: datetime(2027, 1, 4, 9, 0, tzinfo=NOW.tzinfo))
    told = change(*words)
    assert told.code == 2
    assert "mandag 4. januar 2027 kl. 08.00–15.30 har alt begynt." in told.err
    assert not Path("familie/versjoner/0002").exists()
