"""Amounts of money as people write them: ``215,40``, ``57 kr``, ``50 %``, ``133 1/3 %``; and codes of payroll."""

import re
from decimal import Decimal

from roster.domain.rates import Amount
from roster.reading.faults import Unreadable
from roster.reading.numbers import number, short, tidy

_KRONER = re.compile(r"\s*(?:kr\.?|kroner|,-)(?:\s*(?:per|/|i)\s*time?n?)?$", re.IGNORECASE)
_PERCENT = re.compile(r"(?P<whole>.*?)(?:\s+(?P<thirds>[12])/3)?\s*(?:%|prosent)", re.IGNORECASE)
_CODE = re.compile(r"[^\W_][\w .+/-]{0,19}")
_ADDED = "57, 57 kr, 50 % eller 133 1/3 %"
_MOST_AN_HOUR, _MOST_PERCENT = 10_000, 1_000


def kroner(text: str) -> Decimal:
    """Kroner an hour, exact; more than none."""
    amount = _not_negative(_KRONER.sub("", tidy(text)), text, "215,40")
    if not 0 < amount <= _MOST_AN_HOUR:
        raise Unreadable(f"«{short(text)}» kan ikke være en timelønn.", "Skriv kroner per time, for eksempel 215,40.")
    return amount


def added(text: str) -> Amount:
    """What an hour carries on top: kroner, or a percentage of the hourly pay."""
    clean = tidy(text)
    if (found := _PERCENT.fullmatch(clean)) is not None:
        share = _not_negative(found["whole"], text, _ADDED)
        if share > _MOST_PERCENT:
            raise Unreadable(f"«{short(text)}» er for mye.", f"Skriv høyst {_MOST_PERCENT} %.")
        return Amount(share, True, int(found["thirds"] or 0))
    amount = _not_negative(_KRONER.sub("", clean), text, _ADDED)
    if amount > _MOST_AN_HOUR:
        raise Unreadable(f"«{short(text)}» er for mye.", "Skriv kroner per time, for eksempel 57.")
    return Amount(amount)


def on_top(text: str) -> Decimal:
    """A percentage of the pay."""
    bare = re.sub(r"\s*(%|prosent)$", "", tidy(text), flags=re.IGNORECASE)
    share = _not_negative(bare, text, "32,5 %")
    if 0 < share < 1 and bare == tidy(text):
        raise Unreadable(
            f"«{short(text)}» kan leses på to måter.",
            f"Skriv {short(text)} %, eller det hundredobbelte med prosenttegn.",
        )
    if share > 100:
        raise Unreadable(f"«{short(text)}» er mer enn 100 prosent.", "Skriv for eksempel 32,5 %.")
    return share


def wage_code(text: str) -> str:
    """A code of the payroll system, as it is."""
    clean = tidy(text)
    if not _CODE.fullmatch(clean):
        raise Unreadable(
            f"«{short(text)}» kan ikke være en lønnsart.", "Bruk 1 til 20 bokstaver og tall, for eksempel 1250."
        )
    return clean


def _not_negative(part: str, whole: str, example: str) -> Decimal:
    try:
        amount = number(part)
    except Unreadable as unreadable:
        if "to måter" in unreadable.what:
            raise
        raise Unreadable(f"«{short(whole)}» er ikke et beløp her.", f"Skriv for eksempel {example}.") from None
    if amount < 0:
        raise Unreadable(f"«{short(whole)}» er mindre enn 0.", "Skriv 0 eller mer.")
    return amount
