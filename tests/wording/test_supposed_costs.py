"""What a change costs is told to the krone, and without shifts that nobody has, which cost nothing only because of it."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from roster.planning.what_if import Figures
from roster.wording.supposed_words import difference_said, figures_said

NONE = Fraction(0)
NOW = Figures(4, NONE, NONE, NONE, NONE, None, 2, Decimal(120), 2, 3, 0, 0)
OPEN = replace(NOW, open=Fraction(480))


def said(then: Figures, before: str, after: str) -> list[str]:
    return list(difference_said(NOW, then, (Decimal(before), Decimal(after))))


def test_a_plan_with_open_shifts_is_not_called_cheaper_without_saying_why() -> None:
    assert said(NOW, "9800", "8400") == [
        "Lønn: 8 400 kroner i uka, mot 9 800 kroner i dag. Det er 1 400 kroner mindre."
    ]
    assert said(OPEN, "9800", "8400")[-1].startswith("Lønn, uten det som står åpent: 8 400 kroner i uka")
    assert "uten det som står åpent" in list(figures_said(OPEN, Decimal(9800)))[-1]
    assert "åpent" not in list(figures_said(NOW, Decimal(9800)))[-1]


def test_kroner_that_are_told_are_those_that_are_subtracted() -> None:
    assert said(NOW, "9800.10", "9800.30") == []
    assert said(NOW, "9800.40", "9801.60")[0].endswith(
        "9 802 kroner i uka, mot 9 800 kroner i dag. Det er 2 kroner mer."
    )
