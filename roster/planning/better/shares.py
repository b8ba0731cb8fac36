"""Even shares of weekends, nights, evenings and red days by stillingsprosent, counted with what came before (D32).

Shared among those who may do that kind: nobody with a rhythm or a ceiling of their own takes part in it.
"""

from collections import Counter
from collections.abc import Callable, Iterator

from roster.domain.assistant import Assistant
from roster.domain.brief import Balances
from roster.domain.days import is_red
from roster.domain.frame import Frame
from roster.domain.leave import share_present
from roster.domain.reason import Reason
from roster.domain.rhythm import holds_skills, is_evening, is_night, weekends
from roster.domain.shift import Shift
from roster.planning.worth import UNEVEN
from roster.rules.asking import ids
from solver.problem import Balance, Limit, Occasion, Share


def limits(frame: Frame) -> Iterator[Limit]:
    weekend_groups = tuple(one.shifts for one in weekends(frame.shifts))
    yield from _balance(frame, "weekends", weekend_groups, lambda one: one.weekends is None and not one.most_weekends)
    yield from _balance(frame, "nights", _each(frame, is_night), lambda one: one.most_nights is None)
    yield from _balance(frame, "evenings", _each(frame, is_evening), lambda one: True)
    yield from red_days(frame)


def red_days(frame: Frame) -> Iterator[Limit]:
    """Red days by position; a grunnturnus has none."""
    if not frame.cyclic:
        yield from _balance(frame, "red", _red(frame), lambda one: True)


def red_days_by_year(frame: Frame) -> Iterator[Limit]:
    """The same for each calendar year by itself; what came before is of the year that most of the dates lie in."""
    days = Counter(day.year for day in frame.dates)
    for year in sorted(days):
        groups = tuple(all_of for day, all_of in sorted(frame.by_date.items()) if is_red(day) and day.year == year)
        counted = year == max(days, key=lambda one: days[one])
        yield from _balance(frame, "red", groups, lambda one: True, f"{year}", counted)


def _each(frame: Frame, counts: Callable[[Shift], bool]) -> tuple[tuple[Shift, ...], ...]:
    return tuple((one,) for one in frame.shifts if counts(one))


def _red(frame: Frame) -> tuple[tuple[Shift, ...], ...]:
    return tuple(all_of for day, all_of in sorted(frame.by_date.items()) if is_red(day))


def _balance(
    frame: Frame,
    what: str,
    groups: tuple[tuple[Shift, ...], ...],
    takes_part: Callable[[Assistant], bool],
    within: str = "",
    counted: bool = True,
) -> Iterator[Limit]:
    """``within``: what of the plan it is for; ``counted``: with what came before."""
    shares = tuple(
        Share(one.id, weight, occasions, _before(frame, one.id, what) if counted else 0)
        for one in frame.people
        if takes_part(one) and (weight := _weight(frame, one)) > 0 and (occasions := _able(one, groups))
    )
    if len(shares) > 1:
        yield Balance(shares, Reason(f"balance-{what}", "", within).key, UNEVEN[what])


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
