"""Where the dates differ from the grunnturnus: how much in each week at a glance, then a sentence for each change."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from roster.domain.days import DateSpan
from roster.domain.plan import Change, Plan
from roster.exports.package.paper import Block, Heading, Points, Table, Text
from roster.exports.two_lines import TwoLines
from roster.wording import rollout_words as words
from roster.wording.form3_changes import change_sentences
from roster.wording.package_words import OF_THE_ROLLOUT


@dataclass(frozen=True, slots=True)
class _Week:
    """One week of the two lines."""

    lines: TwoLines
    days: tuple[date, ...]

    @property
    def weeks(self) -> Sequence[Sequence[date]]:
        return (self.days,)

    def before(self, who: str, day: date) -> str:
        return self.lines.before(who, day)

    def after(self, who: str, day: date) -> str:
        return self.lines.after(who, day)

    def weekly_rest(self, who: str, week: Sequence[date]) -> tuple[date | None, date | None]:
        return self.lines.weekly_rest(who, week)


def rollout_changes(plan: Plan) -> Iterator[Block]:
    """The weeks with a change in a table, and under it the sentences of form 3, week by week."""
    frame = plan.dated.frame
    changes = tuple(sorted(plan.changes, key=lambda one: (one.day, one.who)))
    yield Heading(OF_THE_ROLLOUT)
    yield Text(words.summary(len(changes)))
    if not changes:
        return
    dates = frame.dates
    lines = TwoLines(plan, plan.dated, DateSpan(dates[0], dates[-1]), changes)
    weeks = [(week, tuple(one for one in changes if one.day in week)) for week in lines.weeks]
    rows = tuple(words.week_row(frame, week, own) for week, own in weeks if own)
    yield Table(words.WEEKS_TITLE, words.WEEK_HEADINGS, rows, (3, 4, 3, 9, 12), middle=99)
    for week, own in weeks:
        said = _sentences(lines, week, own) if own else ()
        if said:
            yield Heading(words.week_title(week))
            yield Points(said)


def _sentences(lines: TwoLines, week: tuple[date, ...], own: tuple[Change, ...]) -> tuple[str, ...]:
    return tuple(change_sentences(lines.plan.dated.frame, own, _Week(lines, week)))
