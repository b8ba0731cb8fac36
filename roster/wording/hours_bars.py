"""The timekonto as bars of signs for a terminal: used, planned and expected in a row, and where the grant ends."""

from roster.domain.timekonto import Month, Timekonto
from roster.wording.numbers import MONTHS
from roster.wording.numbers import hours_decimal as hours

WIDTH = 48
"""Signs for the longest month."""
USED, PLANNED, EXPECTED, GRANTED, NOTHING = "█", "▒", "·", "|", " "
LEGEND = f"{USED} brukt   {PLANNED} planlagt   {EXPECTED} ventet   {GRANTED} innvilget"
_NAME = max(map(len, MONTHS))


def bars(konto: Timekonto) -> tuple[str, ...]:
    """A line for each month with its hours at the end, and what the signs mean."""
    most = max(max(one.granted, one.used + one.planned + one.expected) for one in konto.months)
    return (*(_bar(one, max(1, most)) for one in konto.months), LEGEND)


def _bar(month: Month, most: int) -> str:
    parts = ((USED, month.used), (PLANNED, month.planned), (EXPECTED, month.expected))
    drawn, row = 0, ""
    for sign, minutes in parts:
        drawn += minutes
        row += sign * max(0, _signs(drawn, most) - len(row))
    row = row.ljust(WIDTH + 1, NOTHING)
    at = _signs(month.granted, most)
    name = MONTHS[month.first.month - 1].ljust(_NAME)
    return f"{name} {row[:at]}{GRANTED}{row[at:]} {hours(drawn)} av {hours(month.granted)}"


def _signs(minutes: int, most: int) -> int:
    return (minutes * WIDTH + most // 2) // most
