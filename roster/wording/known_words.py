"""What is said of a date's roster as it was known on a day."""

from collections.abc import Sequence
from datetime import date

from roster.wording.cost_words import month_said
from roster.wording.numbers import listed, long_date, short_date

_TAKE_INTO_USE = "Ta en versjon i bruk med «roster use». Den nyeste versjonen leser du uten --on."


def nothing_ran(day: date, known: date | None, used: Sequence[tuple[str, date]]) -> tuple[str, str]:
    """No version ran that day, and which ones ran at all."""
    what = f"Ingen versjon gjaldt {long_date(day)}{_known(known)}."
    if not used:
        return what, _TAKE_INTO_USE
    said = [f"{number} fra {short_date(first)}" for number, first in used]
    return what, f"I bruk var {listed(said)}. Velg en dato som en av dem har."


def ran_line(version: str, first: date, last: date | None, day: date, known: date | None) -> str:
    """Which version held the date, and from when until when it was in use."""
    until = "" if last is None else f" til {short_date(last)}"
    return f"Versjon {version} gjelder {long_date(day)}{_known(known)}. Den er i bruk fra {short_date(first)}{until}."


def later_line(version: str, day: date) -> str:
    return f"Nå er det versjon {version} som gjelder {short_date(day)}."


def closed_lines(months: Sequence[date], otherwise: bool) -> tuple[str, ...]:
    """The week lies in months that are closed, so it is known how it went."""
    said = f"{listed([month_said(one) for one in months])} er avsluttet."
    tail = "Dette ble annerledes enn planlagt:" if otherwise else "Uka ble som planlagt."
    return (f"{said[:1].upper()}{said[1:]} {tail}",)


def _known(known: date | None) -> str:
    return "" if known is None else f", slik det var kjent {short_date(known)}"
