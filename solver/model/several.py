"""Limits on several people at once."""

from solver.model.has import Has
from solver.model.logic import FALSE, Lit, Logic, Term
from solver.problem import Balance, Company, Cover, places_of


def cover(logic: Logic, has: Has, limit: Cover) -> None:
    """Enough places are worked and not too many; one place that may stand empty is one more way to fill it."""
    places: list[Lit] = [has.works(person, one) for person, one in places_of(has.shift_of, limit)]
    counted: list[Term] = [(one, 1) for one in places]
    _, high = logic.range(counted)
    missing: list[Term] = []
    if limit.least > 0 and limit.cost is not None:
        missing = [(logic.whole(0, limit.least, f"{limit.because}: {limit.id} missing"), 1)]
        has.pay(limit.because, missing, limit.cost)
    surplus: list[Term] = []
    if limit.most is not None and high > limit.most and limit.over_cost is not None:
        surplus = [(logic.whole(0, high - limit.most, f"{limit.because}: {limit.id} too many"), 1)]
        has.pay(limit.because, surplus, limit.over_cost)
    if limit.least == limit.most == 1 and not surplus and len(set(places)) == len(places):
        logic.exactly_one([*places, *(one for one, _ in missing)])
        return
    if limit.least > 0:
        logic.between([*counted, *missing], limit.least, None)
    if limit.most is not None:
        logic.between([*counted, *((one, -1) for one, _ in surplus)], None, limit.most)


def company(logic: Logic, has: Has, limit: Company) -> None:
    """Both or neither is two implications; at most one of two is one clause."""
    for one in limit.occasions:
        if has.is_past(one):
            continue
        first, second = has.any(limit.first, one), has.any(limit.second, one)
        wrong = FALSE
        if limit.cost is not None:
            wrong = logic.literal(f"{limit.because}: {limit.first} and {limit.second} on {' '.join(one)}")
            has.pay(limit.because, [(wrong, 1)], limit.cost)
        if limit.together:
            logic.clause([~first, second, wrong])
            logic.clause([first, ~second, wrong])
        else:
            logic.clause([~first, ~second, wrong])


def balance(logic: Logic, has: Has, limit: Balance) -> None:
    """Nobody's count is more than ``under`` below the fair share rounded down or ``over`` above it rounded up.

    With whole numbers, count + under >= floor(fair) is count + under > fair - 1, and with all weights W
    multiplied in, W (count + under) >= weight * total - W + 1. Rounding up likewise.
    """
    counts: list[tuple[list[Term], int]] = [
        ([(has.any(one.person, day), 1) for day in one.occasions], one.base) for one in limit.shares
    ]
    whole = sum(one.weight for one in limit.shares)
    low = sum(logic.range(counted)[0] + base for counted, base in counts)
    high = sum(logic.range(counted)[1] + base for counted, base in counts)
    total = logic.whole(low, max(low, high), f"{limit.because}: all together")
    logic.between(
        [*(term for counted, _ in counts for term in counted), (total, -1)],
        -sum(base for _, base in counts),
        -sum(base for _, base in counts),
    )
    for share, (counted, base) in zip(limit.shares, counts, strict=True):
        least, most = logic.range(counted)
        least, most = least + base, most + base
        deepest, highest = share.weight * high // whole - least, most + -share.weight * low // whole
        scaled = [*((one, whole) for one, _ in counted), (total, -share.weight)]
        if deepest > 0:
            under = logic.whole(0, deepest, f"{limit.because}: {share.person} under")
            logic.between([*scaled, (under, whole)], 1 - whole - whole * base, None)
            has.pay(limit.because, [(under, 1)], limit.cost)
        if highest > 0:
            over = logic.whole(0, highest, f"{limit.because}: {share.person} over")
            logic.between([*scaled, (over, -whole)], None, whole - 1 - whole * base)
            has.pay(limit.because, [(over, 1)], limit.cost)
