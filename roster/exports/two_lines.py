"""What form 3 prints: for each assistant and date the code of the grunnturnus, and under it the one that holds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from roster.domain.days import DateSpan, every_day
from roster.domain.free_days import FreeDay
from roster.domain.plan import Change, Plan
from roster.domain.roster import Roster
from roster.exports.sheets.labels import Labels


@dataclass(frozen=True)
class TwoLines:
    """The dates of some weeks, Monday first. ``usual``: the grunnturnus on the dates of the plan.

    ``back``: cells that are as in the grunnturnus again, from what they were in the plan before.
    """

    plan: Plan
    usual: Roster
    within: DateSpan
    changes: tuple[Change, ...]
    back: tuple[Change, ...] = ()

    @cached_property
    def weeks(self) -> tuple[tuple[date, ...], ...]:
        """The weeks of the plan that the dates touch."""
        dates = self.plan.dated.frame.dates
        weeks = (dates[start : start + 7] for start in range(0, len(dates), 7))
        return tuple(week for week in weeks if week[0] <= self.within.last and week[-1] >= self.within.first)

    @cached_property
    def _changed(self) -> frozenset[tuple[str, date]]:
        return frozenset((one.who, one.day) for one in self.changes)

    def is_changed(self, who: str, day: date) -> bool:
        return (who, day) in self._changed

    def before(self, who: str, day: date) -> str:
        """The code of the grunnturnus; empty where it has a free day without one."""
        grunnturnus = self.plan.roster
        if not grunnturnus.frame.cyclic:
            return self._of(self._usual_labels, who).get(day, "")
        first = grunnturnus.frame.first_day
        in_cycle = first + timedelta(days=(day - first).days % (7 * grunnturnus.frame.weeks))
        return self._of(self._cycle_labels, who).get(in_cycle, "")

    def after(self, who: str, day: date) -> str:
        """The code that holds. F1 and F2 are those of the changed plan: a changed shift may move the weekly rest."""
        return self._of(self.labels, who).get(day, "")

    def differs(self, who: str, day: date) -> bool:
        """Another shift, or the same free day with another code."""
        return self.is_changed(who, day) or self.before(who, day) != self.after(who, day)

    def weekly_rest(self, who: str, week: Sequence[date]) -> tuple[date | None, date | None]:
        """The day of F1 in that week by the grunnturnus, and as it is now."""
        code = self.labels.free(FreeDay.WEEKLY)
        before = next((day for day in week if self.before(who, day) == code), None)
        return before, next((day for day in week if self.after(who, day) == code), None)

    @staticmethod
    def _of(labels: Labels, who: str) -> Mapping[date, str]:
        return labels.cells(who)

    @cached_property
    def labels(self) -> Labels:
        return Labels(self.plan.dated)

    @cached_property
    def _usual_labels(self) -> Labels:
        return Labels(self.usual)

    @cached_property
    def _cycle_labels(self) -> Labels:
        return Labels(self.plan.roster)


def whole_weeks(first: date, last: date) -> DateSpan:
    """From the Monday of the first to the Sunday of the last."""
    return DateSpan(first - timedelta(days=first.weekday()), every_day(last, 7)[6 - last.weekday()])
