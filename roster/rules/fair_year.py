"""Shares over a year: by position and days employed, with the reasons that the brief has for a difference (D32).

A night and an evening is a shift of that kind, a weekend is worked as in D32, a red day when a shift belongs to the red
døgn of a public holiday, 1 or 17 May (D15). A wish is met in each week it speaks of and in which nothing is against it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from roster.domain.assistant import Assistant
from roster.domain.brief import Balances
from roster.domain.contract import is_employed
from roster.domain.days import DateSpan, When, every_day, is_red
from roster.domain.fairness import Because, Fairness, Held, Measure, Notice, Share
from roster.domain.frame import Frame
from roster.domain.kinds import Sort, WishSort
from roster.domain.leave import share_present
from roster.domain.rhythm import NIGHTS, holds_skills, is_evening, is_night, weekend_of
from roster.domain.roster import in_limits
from roster.domain.shared_out import shared_out
from roster.domain.shift import Shift
from roster.rules.wish_met import broken
from roster.rules.zones import red_days, red_of

_Occasion = Callable[[Frame, Shift], date | None]
"""The date of what a shift is an occasion of, or None."""


def _red_day(frame: Frame, shift: Shift) -> date | None:
    """As `series` has it: standby in free time is no work, but a call-out of it is."""
    reds = red_days(frame)
    days = (red.day for one in in_limits(frame.clock, (shift,)) if (red := red_of(one, reds)) is not None)
    return next((day for day in days if is_red(day)), None)


_OCCASIONS: dict[Measure, _Occasion] = {
    Measure.NIGHTS: lambda _, one: one.start.date() if is_night(one) else None,
    Measure.EVENINGS: lambda _, one: one.start.date() if is_evening(one) else None,
    Measure.WEEKENDS: lambda _, one: weekend_of(one),
    Measure.RED_DAYS: _red_day,
}
_SORTS = {Measure.NIGHTS: NIGHTS, Measure.EVENINGS: frozenset({Sort.EVENING})}


def fair_year(held: Sequence[Held], within: DateSpan, notices: Iterable[Notice] = ()) -> Fairness:
    """Everybody's shares within the dates; what lies before the first roster is as its brief told it."""
    first, last = held[0], held[-1]
    brought = first.dates.first > within.first and any(map(_counts, first.roster.frame.brief.balances))
    people = {one.id: one for part in held for one in part.roster.frame.people}
    counted = _Counted(tuple(held), within, tuple(notices), people, brought)
    shares = tuple(share for measure in Measure for share in counted.shares(measure))
    known = DateSpan(max(first.dates.first, within.first), min(last.dates.last, within.last))
    named = tuple((who, one.alias) for who, one in people.items())
    return Fairness(within.first, within.last, known, named, shares, brought)


def _counts(one: Balances) -> bool:
    return bool(one.nights or one.evenings or one.weekends or one.red_days)


@dataclass(frozen=True)
class _Counted:
    held: tuple[Held, ...]
    within: DateSpan
    notices: tuple[Notice, ...]
    people: dict[str, Assistant]
    brought: bool

    def shares(self, measure: Measure) -> Iterator[Share]:
        had = {who: self._had(measure, who) for who in self.people}
        of = {who: len(self._wishes(who)) for who in self.people} if measure is Measure.WISHES else {}
        weights = {who: Fraction(of[who]) if of else self._weight(who) for who in self.people}
        # What those without a position take is nobody's share.
        total = Fraction(sum(number for who, number in had.items() if weights[who]))
        fair = shared_out(total, weights, self._most(measure))
        for who, person in self.people.items():
            share = Share(who, measure, had[who], fair[who], of.get(who, 0))
            yield replace(share, reasons=tuple(self._reasons(measure, person, share))) if share.differs else share

    def _most(self, measure: Measure) -> Fraction | None:
        """Nobody's share of the weekends is more than every other one: more Sundays are not lawful (aml § 10-8 (4))."""
        if measure is not Measure.WEEKENDS or self.brought:
            return None
        days = (self._day(measure, one, part) for part in self.held for one in part.roster.frame.shifts)
        return Fraction(len({day for day in days if day is not None}), 2)

    def _weight(self, who: str) -> Fraction:
        """The position over the days employed, less what is away of it for long, as each roster had it on its dates."""
        return sum((self._weight_in(part, who) for part in self.held), Fraction(0))

    def _weight_in(self, part: Held, who: str) -> Fraction:
        person = next((one for one in part.roster.frame.people if one.id == who), None)
        if person is None:
            return Fraction(0)
        first, last = max(part.dates.first, self.within.first), min(part.dates.last, self.within.last)
        days = [day for day in every_day(first, max(0, (last - first).days + 1)) if is_employed(person, day)]
        return person.contract_week * len(days) * share_present(person.leaves, days)

    def _had(self, measure: Measure, who: str) -> int:
        match measure:
            case Measure.SHORT_NOTICE:
                return sum(one.who == who and one.shift in self.within for one in self.notices)
            case Measure.WISHES:
                return sum(met for _, met in self._wishes(who))
            case _:
                return len(self._occasions(measure, who)) + self._before(measure, who)

    def _occasions(self, measure: Measure, who: str) -> set[date]:
        """The dates of what was worked. Weekends and red days are one however many shifts there are on them."""
        found: set[date] = set()
        for part in self.held:
            shifts = part.roster.duties(who)
            if part is self.held[0] and measure is Measure.RED_DAYS:
                # A night before the plan may be most of its first red day, which the balances do not count.
                shifts = (*part.roster.frame.past.get(who, ()), *shifts)
            for shift in shifts:
                day = self._day(measure, shift, part)
                if day is not None:
                    found.add(day)
        return found

    def _day(self, measure: Measure, shift: Shift, part: Held) -> date | None:
        """Of what the shift is an occasion, in the year and in what the roster holds for."""
        night_before = measure is Measure.RED_DAYS and part is self.held[0] and shift.start.date() < part.dates.first
        if not night_before and shift.start.date() not in part.dates:
            return None
        day = _OCCASIONS[measure](part.roster.frame, shift)
        if day is None or day not in self.within or (night_before and day < part.dates.first):
            return None
        return day

    def _before(self, measure: Measure, who: str) -> int:
        if not self.brought:
            return 0
        known = next((one for one in self.held[0].roster.frame.brief.balances if one.who == who), Balances(who))
        match measure:
            case Measure.NIGHTS:
                return known.nights
            case Measure.EVENINGS:
                return known.evenings
            case Measure.WEEKENDS:
                return known.weekends
            case _:
                return known.red_days

    def _wishes(self, who: str) -> list[tuple[WishSort, bool]]:
        """For each wish of the assistant and each week that it speaks of, whether nothing is against it there."""
        met: list[tuple[WishSort, bool]] = []
        for part in self.held:
            frame = part.roster.frame
            weeks = [
                [day for day in frame.dates[start : start + 7] if day in part.dates and day in self.within]
                for start in range(0, len(frame.dates), 7)
            ]
            for wish in frame.brief.wishes:
                if wish.who == who:
                    against = {frame.clock.wall(span.start).date() for span, _, _ in broken(part.roster, wish)}
                    met += [
                        (wish.sort, not any(day in against for day in week))
                        for week in weeks
                        if any(frame.meets(wish.when or When(), day) for day in week)
                    ]
        return met

    # -- why ----------------------------------------------------------------------------------------------

    def _reasons(self, measure: Measure, person: Assistant, share: Share) -> Iterator[tuple[Because, str]]:
        """What the brief has of this person that gives more, or less."""
        if not person.contract_week:
            yield Because.NO_POSITION, ""
            return
        less = share.difference < 0
        if measure is Measure.WISHES and less:
            every = self._wishes(person.id)
            for sort in dict.fromkeys(sort for sort, met in every if not met):
                of = [met for one, met in every if one is sort]
                yield Because.NOT_MET, f"{sort.value}, {of.count(False)} av {len(of)} uker"
        if measure in (Measure.SHORT_NOTICE, Measure.WISHES):
            return
        if less:
            yield from self._fewer(measure, person)
        wished = self._wished(measure, person, less)
        if wished:
            yield Because.WISH, wished
        if not less and person.wanted_week > person.contract_week:
            yield Because.WANTS_MORE, ""

    def _fewer(self, measure: Measure, person: Assistant) -> Iterator[tuple[Because, str]]:
        limited = {
            Measure.NIGHTS: person.most_nights,
            Measure.WEEKENDS: person.weekends or person.most_weekends,
        }.get(measure)
        if limited is not None:
            yield Because.AGREED_LIMIT, ""
        every = ((one, self._day(measure, one, part)) for part in self.held for one in part.roster.frame.shifts)
        shifts = [(one, day) for one, day in every if day is not None]
        if shifts and not any(holds_skills(person, one) for one, _ in shifts):
            yield Because.SKILL, ""
        if person.can or any(not one.when.dated for one in person.cannot):
            yield Because.CANNOT, ""
        away = {day for _, day in shifts if any(day in off for off in person.vacation)}
        if away:
            yield Because.VACATION, str(len(away))

    def _wished(self, measure: Measure, person: Assistant, less: bool) -> str:
        """The words of a wish that speaks of this measure, and goes the way in which the share differs."""
        brief = self.held[-1].roster.frame.brief
        sorts: dict[str, Sort] = {one.code: one.sort for one in brief.kinds}
        found: dict[WishSort, None] = {}
        for wish in brief.wishes:
            if wish.who != person.id:
                continue
            about = measure in _SORTS and wish.kind is not None and sorts.get(wish.kind) in _SORTS[measure]
            match wish.sort:
                case WishSort.NOT_THIS_SHIFT if less and about:
                    found[wish.sort] = None
                case WishSort.THIS_SHIFT if not less and about:
                    found[wish.sort] = None
                case WishSort.WEEKEND_OFF if less and measure is Measure.WEEKENDS:
                    found[wish.sort] = None
                case WishSort.DAY_OFF if less and measure is Measure.RED_DAYS:
                    found[wish.sort] = None
                case WishSort.MOST_NIGHTS_IN_A_ROW if less and measure is Measure.NIGHTS:
                    found[wish.sort] = None
                case _:
                    pass
        return ", ".join(one.value for one in found)
