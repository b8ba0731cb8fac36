"""What a plan takes over from the versions in use before and after it, a line for each sort."""

from collections.abc import Sequence
from datetime import date

from roster.domain.brief import Balances, Brief
from roster.domain.kinds import Form
from roster.wording.numbers import counted, listed, short_date

NOTHING_BEFORE = "Forutsetning: ingen tidligere vakter."


def before_said(shifts: int, first: date) -> str:
    return (
        f"Hviletid og ukefri regnes fra {counted(shifts, 'vakt', 'vakter')} i bruk fra {short_date(first)} og fram til "
        "planen."
    )


def after_said(version: str, first: date) -> str:
    return (
        f"Fra {short_date(first)} gjelder versjon {version}: ingen arbeider så seint før det at hvila blir for kort."
        " Ukehvile og søndager over den skjøten planlegges ikke: se dem med «roster check» når turnusen er laget."
    )


def shares_said(brief: Brief, balances: Sequence[Balances], last: date, some_by_hand: bool) -> str:
    """«Jevner ut etter året til og med 04.04.2027: Kari 12/8/3/2, …»; of a grunnturnus the red days alone count."""
    cycle = brief.period.form is Form.CYCLE
    said = [f"{brief.assistant(one.who).alias} {_counts(one, cycle)}" for one in balances]
    hand = " Saldoene i grunnlaget går foran." if some_by_hand else ""
    what = "røde dager, til høytidsturnusen" if cycle else "netter/kvelder/helger/røde dager"
    return f"Jevner ut etter året til og med {short_date(last)} ({what}): {listed(said)}.{hand} Uten: --no-even-out."


def _counts(one: Balances, cycle: bool) -> str:
    return f"{one.red_days}" if cycle else f"{one.nights}/{one.evenings}/{one.weekends}/{one.red_days}"
