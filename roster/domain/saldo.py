"""The saldo of an assistant: hours had against hours agreed, period by period, and what is settled when one ends.

Every figure is whole minutes with its source. What a period begins with and all its posts come to what it ends with.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction
from math import floor
from types import MappingProxyType

from roster.domain.assistant import Assistant
from roster.domain.contract import is_employed, weeks_of
from roster.domain.days import DateSpan
from roster.domain.kinds import MinusSettled, PlusSettled
from roster.domain.settings import Settings

NO_SHARES: Mapping[date, Fraction] = MappingProxyType({})


class PostSort(StrEnum):
    """What a post of the account is; all but ``AGREED`` and settlements are hours had."""

    AGREED = "avtalt"
    WORKED = "arbeidet"
    PLANNED = "planlagt"
    SICK = "syk"
    CALLED_OFF = "avlyst"
    OFF = "fri med lønn"
    UNPAID = "permisjon uten lønn"
    TIME_OFF_EARNED = "overtid som avspaseres"
    PAID_OUT = "utbetalt ved oppgjør"
    FORGIVEN = "falt bort ved oppgjør"


@dataclass(frozen=True, slots=True)
class Post:
    """Minutes of a sort in a period, added up by where they come from."""

    sort: PostSort
    minutes: int
    source: str


@dataclass(frozen=True, slots=True)
class Had:
    """Minutes that somebody had on a day."""

    day: date
    sort: PostSort
    minutes: int
    source: str


@dataclass(frozen=True, slots=True)
class Period:
    """The days from ``first`` through ``last`` of a settlement period; ``ends``: the period is over with the last."""

    first: date
    last: date
    ends: bool


@dataclass(frozen=True, slots=True)
class Account:
    """One period of one assistant. ``weeks`` of the position in thousandths: what the agreed minutes are for.

    ``left``: it ended because the employment did. ``settled``: it is over, so what it came to is paid, carried or gone.
    """

    who: str
    period: Period
    opening: int
    posts: tuple[Post, ...]
    left: bool = False

    @property
    def closing(self) -> int:
        """What goes on into the next period; what somebody has to their credit, or owes where it is negative."""
        return self.opening + sum(one.minutes for one in self.posts)

    def of(self, *sorts: PostSort) -> int:
        return sum(one.minutes for one in self.posts if one.sort in sorts)

    @property
    def saldo(self) -> int:
        """What it came to before anything was settled."""
        return self.closing - self.of(PostSort.PAID_OUT, PostSort.FORGIVEN)

    @property
    def paid_not_used(self) -> int:
        """Hours that are paid though no work came of them: called off, and those that fell away when it was settled."""
        return self.of(PostSort.CALLED_OFF, PostSort.FORGIVEN)


def periods(start: date, through: date, weeks: int, brought: int = 0) -> Iterator[Period]:
    """The settlement periods from ``start`` as far as ``through``; the first is shorter by the weeks brought along."""
    length = weeks - brought % weeks
    while start <= through:
        last = start + timedelta(days=7 * length - 1)
        yield Period(start, min(last, through), last <= through)
        start, length = last + timedelta(days=1), weeks


def accounts(
    person: Assistant,
    settings: Callable[[date], Settings],
    over: Sequence[Period],
    had: Iterable[Had],
    opening: int,
    then: Callable[[date], Assistant] | None = None,
    outside: Iterable[DateSpan] = (),
) -> tuple[Account, ...]:
    """The account of each period in order, the first with ``opening``; none after the employment has ended.

    ``settings``: those in force on a day. ``then``: what was agreed with the person on a day, where it was not always
    what it is. ``outside``: days that are in no plan, of which nothing is agreed.
    """
    every = tuple(had)
    found: list[Account] = []
    start = over[0].first if over else date.min
    agreed = _Agreed(then or (lambda _: person), start, tuple(outside))
    for period in over:
        if person.employed_to is not None and person.employed_to < period.first:
            break
        leaves = person.employed_to is not None and person.employed_to <= period.last
        posts = [agreed.post(period), *_had(every, period)]
        before = Account(person.id, period, opening, tuple(posts), leaves)
        settled = _settled(before, settings(period.last)) if period.ends or leaves else ()
        found.append(Account(person.id, period, opening, (*posts, *settled), leaves))
        opening = found[-1].closing
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Agreed:
    """What the position comes to, rounded down from the start of the account, so that no part of a minute is lost."""

    then: Callable[[date], Assistant]
    start: date
    outside: tuple[DateSpan, ...]

    def post(self, period: Period) -> Post:
        before = self._through(period.first - timedelta(days=1))
        return Post(PostSort.AGREED, before - self._through(period.last), "")

    def _through(self, last: date) -> int:
        every = (self.start + timedelta(days=n) for n in range((last - self.start).days + 1))
        return _agreed_on(self.then, (day for day in every if not any(day in one for one in self.outside)))


def average_credit(
    then: Callable[[date], Assistant], days: Iterable[date], shares: Mapping[date, Fraction] = NO_SHARES
) -> Iterator[tuple[date, int]]:
    """What each of these days has of the position: as much as is agreed for it, so none on vacation.

    ``shares``: of days of which only a part was away, how much; the others wholly.
    """
    upto: list[date] = []
    done = 0
    for day in days:
        upto.append(day)
        whole = _agreed_on(then, upto, shares)
        yield day, whole - done
        done = whole


def _agreed_on(
    then: Callable[[date], Assistant], every: Iterable[date], shares: Mapping[date, Fraction] = NO_SHARES
) -> int:
    days: dict[tuple[Assistant, Fraction], list[date]] = defaultdict(list)
    for day in every:
        days[then(day), shares.get(day, Fraction(1))].append(day)
    amounts = (one.contract_week * weeks_of(one, theirs) * share for (one, share), theirs in days.items())
    return floor(sum(amounts, Fraction(0)))


def _had(every: Iterable[Had], period: Period) -> Iterator[Post]:
    sums: dict[tuple[PostSort, str], int] = {}
    for one in every:
        if period.first <= one.day <= period.last:
            key = one.sort, one.source
            sums[key] = sums.get(key, 0) + one.minutes
    order = list(PostSort)
    for (sort, source), minutes in sorted(sums.items(), key=lambda item: (order.index(item[0][0]), item[0][1])):
        yield Post(sort, minutes, source)


def _settled(account: Account, settings: Settings) -> tuple[Post, ...]:
    """Plus is paid, always to who leaves; minus falls away, unless it is agreed that it is owed."""
    saldo = account.closing
    if saldo > 0 and (account.left or settings.plus_settled is PlusSettled.PAID):
        return (Post(PostSort.PAID_OUT, -saldo, ""),)
    if saldo < 0 and settings.minus_settled is MinusSettled.FORGIVEN:
        return (Post(PostSort.FORGIVEN, -saldo, ""),)
    return ()


def sick_days(person: Assistant, sick: Iterable[date], worked: Iterable[date]) -> tuple[date, ...]:
    """The days from a first to a last day of sickness with no work between, where the person is employed."""
    days, busy = sorted(set(sick)), frozenset(worked)
    found: list[date] = []
    for number, day in enumerate(days):
        found.append(day)
        if number + 1 < len(days):
            between = [day + timedelta(days=n) for n in range(1, (days[number + 1] - day).days)]
            if not busy.intersection(between):
                found += between
    return tuple(day for day in found if is_employed(person, day))
