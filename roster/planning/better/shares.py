"""Even shares of weekends, nights, evenings and red days by stillingsprosent, counted with what came before (D32).

Shared among those who may do that kind: nobody with a rhythm or a ceiling of their own takes part in it. Of weekends
nobody's share is more than every other one, for more Sundays are not lawful (aml § 10-8 (4)): what a large position
cannot take is shared by the others. A red day is worked as the rules count it, by the red døgn in which most of a
shift's red minutes lie (D15).
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction

from roster.domain.assistant import Assistant
from roster.domain.brief import Balances
from roster.domain.days import is_red
from roster.domain.frame import Frame
from roster.domain.leave import share_present
from roster.domain.reason import Reason
from roster.domain.rhythm import Weekend, holds_skills, is_evening, is_night, weekends
from roster.domain.shift import Shift
from roster.planning.worth import UNEVEN
from roster.rules.asking import ids, with_past
from roster.rules.red_occasions import shifts_by_red_day
from solver.problem import Balance, Limit, Occasion, Share


def limits(frame: Frame) -> Iterator[Limit]:
    every = weekends(frame.shifts)
    most = _most_weekends(every, sum(not _shares_weekends(one) for one in frame.people))
    yield from _balance(frame, "weekends", tuple(one.shifts for one in every), _shares_weekends, most)
    yield from _balance(frame, "nights", _each(frame, is_night), lambda one: one.most_nights is None)
    yield from _balance(frame, "evenings", _each(frame, is_evening), lambda one: True)
    yield from red_days(frame)


def red_days(frame: Frame) -> Iterator[Limit]:
    """Red days by position; a grunnturnus has none."""
    if not frame.cyclic:
        yield from _red(frame, frozenset(frame.dates))


def red_days_by_year(frame: Frame) -> Iterator[Limit]:
    """The same for each calendar year by itself; what came before is of the year that most of the dates lie in."""
    days = Counter(day.year for day in frame.dates)
    for year in sorted(days):
        counted = year == max(days, key=lambda one: days[one])
        yield from _red(frame, frozenset(day for day in frame.dates if day.year == year), f"{year}", counted)


def _red(frame: Frame, days: frozenset[date], within: str = "", counted: bool = True) -> Iterator[Limit]:
    """Of the red days among the dates, each worked as the rules have it: a night belongs where most of it is red."""
    groups = {one.id: tuple(_red_of(frame, one, days)) for one in frame.people}
    yield from _shared(frame, "red", groups, within, counted)


def _red_of(frame: Frame, one: Assistant, days: frozenset[date]) -> Iterator[Occasion]:
    """The shifts that make the assistant have worked, with a night before the plan into its first day."""
    every = with_past(frame, one.id)
    able = frozenset(shift.id for shift in every if holds_skills(one, shift))
    for day, shifts in sorted(shifts_by_red_day(frame, every).items()):
        if day in days and is_red(day) and (own := tuple(shift for shift in shifts if shift in able)):
            yield own


def _each(frame: Frame, counts: Callable[[Shift], bool]) -> tuple[tuple[Shift, ...], ...]:
    return tuple((one,) for one in frame.shifts if counts(one))


def _shares_weekends(one: Assistant) -> bool:
    return one.weekends is None and not one.most_weekends


def _most_weekends(every: Sequence[Weekend], others: int) -> Fraction:
    """The largest part of the weekends shared that one may have: every other one that has a Sunday.

    ``others``, who share with nobody, may have as many each.
    """
    asked = sum(max(_wanted(one.friday), *(_wanted(day) for day in one.days)) for one in every)
    most = len(every) - Fraction(sum(1 for one in every if all(one.days)), 2)
    shared = asked - others * most
    return most / shared if shared > 0 else Fraction(1)


def _wanted(shifts: Iterable[Shift]) -> int:
    return sum(one.wanted for one in shifts)


def _balance(
    frame: Frame,
    what: str,
    groups: tuple[tuple[Shift, ...], ...],
    takes_part: Callable[[Assistant], bool],
    most: Fraction = Fraction(1),
) -> Iterator[Limit]:
    able = {one.id: _able(one, groups) for one in frame.people if takes_part(one)}
    yield from _shared(frame, what, able, most=most)


def _shared(
    frame: Frame,
    what: str,
    occasions: Mapping[str, tuple[Occasion, ...]],
    within: str = "",
    counted: bool = True,
    most: Fraction = Fraction(1),
) -> Iterator[Limit]:
    """``within``: what of the plan it is for; ``counted``: with what came before; ``most``: the largest part."""
    own = {one.id: _weight(frame, one) for one in frame.people if occasions.get(one.id)}
    weights = _at_most({who: weight for who, weight in own.items() if weight > 0}, most)
    shares = tuple(
        Share(who, weight, occasions[who], _before(frame, who, what) if counted else 0)
        for who, weight in weights.items()
    )
    if len(shares) > 1:
        yield Balance(shares, Reason(f"balance-{what}", "", within).key, UNEVEN[what])


def _at_most(weights: Mapping[str, int], most: Fraction) -> Mapping[str, int]:
    """The same, but nobody has a larger part of all than ``most``; as they are where that leaves work for nobody."""
    falling = sorted(weights.values(), reverse=True)
    for capped, largest in enumerate(falling):
        left = 1 - capped * most
        rest = sum(falling[capped:])
        if left > 0 and largest <= most * rest / left:
            most_weight = int(most * rest / left) if capped else largest
            return {who: min(weight, most_weight) for who, weight in weights.items()}
    return weights


def _weight(frame: Frame, one: Assistant) -> int:
    """The position, less what is away of it for long."""
    return round(one.contract_week * (1 if frame.cyclic else share_present(one.leaves, frame.dates)))


def _able(assistant: Assistant, groups: tuple[tuple[Shift, ...], ...]) -> tuple[Occasion, ...]:
    able = (ids(one for one in group if holds_skills(assistant, one)) for group in groups)
    return tuple(occasion for occasion in able if occasion)


def _before(frame: Frame, who: str, what: str) -> int:
    if frame.cyclic:
        return 0
    known: Balances | None = next((one for one in frame.brief.balances if one.who == who), None)
    if known is None:
        return 0
    return {
        "weekends": known.weekends,
        "nights": known.nights,
        "evenings": known.evenings,
        "red": known.red_days,
    }[what]
