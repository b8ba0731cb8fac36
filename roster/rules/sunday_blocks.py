"""The blocks of 26 weeks over which Sundays and red days are averaged (aml § 10-8 (4), D15, D23, D25)."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from roster.domain.frame import Frame
from roster.domain.spans import Span
from roster.rules import numbers
from roster.rules.agreements import paragraph_of
from roster.rules.in_force import Ground, changing, in_force, turning
from roster.rules.series import Series
from roster.rules.terms import terms
from roster.rules.zones import RedDay


@dataclass(frozen=True, slots=True)
class Block:
    """Red døgn that are averaged together, how many of them are worked, and how many may be at most.

    ``days`` are those of the plan; ``count`` and ``worked`` hold what is known from before it too.
    """

    days: tuple[RedDay, ...]
    count: int
    worked: int
    worked_before: int
    whole: bool

    @property
    def most(self) -> int:
        """Half of them; rounded up where the block reaches beyond what is known."""
        return self.count // 2 if self.whole else (self.count + 1) // 2

    @property
    def span(self) -> Span:
        return Span(self.days[0].span.start, self.days[-1].span.end)


def sunday_blocks(frame: Frame, who: str, series: Series) -> Iterator[Block]:
    """The fixed blocks that the plan touches; in a cycle every 26 weeks in a row, or the cycle itself."""
    length = numbers.SUNDAY_BLOCK_WEEKS.on(frame.first_day)
    if frame.cyclic:
        yield from _of_cycle(frame, series, length)
        return
    averaged = averaged_on(frame, who)
    days = [red for red in series.days if averaged(red.day)]
    if not days:
        return
    yield from fixed_blocks(frame, series, days, _agreed_on(frame, who, days[0].day))


def fixed_blocks(frame: Frame, series: Series, days: Sequence[RedDay], anchor: date) -> Iterator[Block]:
    """The blocks of those days of the plan, counted from a date."""
    length = numbers.SUNDAY_BLOCK_WEEKS.on(frame.first_day)
    by_block: dict[int, list[RedDay]] = {}
    for red in days:
        by_block.setdefault((red.day - anchor).days // (7 * length), []).append(red)
    for number, reds in by_block.items():
        begins = anchor + timedelta(days=7 * length * number)
        ends = begins + timedelta(days=7 * length)
        first = begins < frame.first_day
        count, worked = _before(series, begins) if first else (0, 0)
        known = not first or count > 0
        whole = known and ends <= frame.dates[-1] + timedelta(days=1)
        done = sum(red.day in series.worked for red in reds)
        yield Block(tuple(reds), len(reds) + count, done + worked, worked, whole)


def averaged_on(frame: Frame, who: str, ground: Ground = Ground.IN_USE) -> Callable[[date], bool]:
    """Whether it is agreed to average Sundays on the day: an agreement holds on its own days."""
    if frame.cyclic or not turning(frame.brief):
        always = terms(frame.brief, who, ground).sunday_average
        return lambda _: always
    return lambda day: terms(frame.brief, who, ground, day).sunday_average


def _agreed_on(frame: Frame, who: str, day: date) -> date:
    """The date from which the blocks are counted: the agreement's, or the plan's start where it has none."""
    on = day if changing(frame.brief) else None
    agreement = next(one for one in in_force(frame.brief, who, Ground.IN_USE, on) if paragraph_of(one) == "10-8 (4)")
    return agreement.valid_from or agreement.signed or frame.first_day


def _before(series: Series, begins: date) -> tuple[int, int]:
    """Red døgn of the running block before the plan, and those worked: the balances, else what history shows."""
    known = series.balances
    if known is not None and known.sundays_of is not None:
        return known.sundays_of, known.sundays_worked or 0
    past = [red for red in series.before if red.day >= begins]
    return len(past), sum(red.day in series.worked for red in past)


def _of_cycle(frame: Frame, series: Series, length: int) -> Iterator[Block]:
    if frame.weeks <= length:
        yield _whole(series, series.days)
        return
    doubled = (*series.days, *series.days)
    for at in range(len(series.days)):
        yield _whole(series, doubled[at : at + length])


def rolling_blocks(frame: Frame, series: Series) -> Iterator[Block]:
    """Every 26 weeks in a row of a calendar, from each red day that has so many weeks after it."""
    length = timedelta(weeks=numbers.SUNDAY_BLOCK_WEEKS.on(frame.first_day))
    end = frame.dates[-1] + timedelta(days=1)
    for at, first in enumerate(series.days):
        if first.day + length > end:
            return
        yield _whole(series, [red for red in series.days[at:] if red.day < first.day + length])


def _whole(series: Series, reds: Sequence[RedDay]) -> Block:
    return Block(tuple(reds), len(reds), sum(red.day in series.worked for red in reds), 0, True)
