"""What a shift costs with each who can take it, where rates are known, and why not where they are not."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from roster.domain.rates import Amount, PayRates
from roster.domain.taking import Kind
from roster.wording.cost_words import shift_cost_said
from tests.approval.arrangement import brief_of, plan_of
from tests.change.test_who import FIRST, asked

RATES = PayRates(date(2027, 1, 1), Decimal(200), extra=Amount(Decimal(10)))


def costs(*rates: PayRates, full: bool = False) -> dict[str, tuple[Kind | None, str]]:
    """By who can take the first shift; with ``full`` the second has all the others."""
    brief = replace(brief_of(), rates=rates)
    others = [one.id for one in plan_of(brief).roster.frame.shifts]
    found = asked(brief, works=frozenset(("A2", one) for one in others if one != FIRST) if full else None)
    return {
        one.taking.who: (one.taking.kind, "" if one.cost is None else shift_cost_said(one.cost)) for one in found.able
    }


def test_a_shift_costs_what_it_is_to_each_who_can_take_it() -> None:
    """7.5 hours of 200 kroner; what is beyond the position carries 10 more, and who is on call has none."""
    assert costs(RATES)["A2"] == (Kind.CONTRACT, "Vakta koster 1\u00a0500,00 kr.")
    found = costs(RATES, full=True)
    assert found["A2"] == (Kind.EXTRA, "Vakta koster 1\u00a0575,00 kr.")
    assert found["A3"] == (Kind.EXTRA, "Vakta koster 1\u00a0500,00 kr.")


def test_without_rates_nothing_is_said_and_without_one_for_the_day_it_is_named() -> None:
    assert set(costs().values()) == {(kind, "") for kind, _ in costs().values()}
    ended = replace(RATES, first=date(2026, 1, 1), last=date(2026, 12, 31))
    assert all("Ingen sats gjelder for" in said for _, said in costs(ended).values())
