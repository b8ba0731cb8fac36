"""A roster as headings and whole sentences, to be read aloud: day by day who works, who is free and what is missing."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property

from roster.domain.finding import WORST_FIRST, Finding, Verdict
from roster.domain.free_days import FreeDay, free_days
from roster.domain.roster import Roster
from roster.domain.shift import Shift, paid
from roster.domain.spans import WEEK
from roster.rules.terms import terms
from roster.wording.findings import text
from roster.wording.legend import period_title, week_title
from roster.wording.numbers import MONTHS, WEEKDAYS, counted, hours_said, inside, listed
from roster.wording.plan_words import person

_FREE = {
    FreeDay.WEEKLY: "ukefri (F1)",
    FreeDay.OTHER: "fri (F2)",
    FreeDay.VACATION: "ferie",
    FreeDay.RED_DAY: "fri med lønn (F3)",
    FreeDay.SUPPLEMENT: "fri med lønn (F4)",
    FreeDay.REPLACED: "fri med lønn (F5)",
    FreeDay.LEAVE: "fravær",
}
_SAID_WITH_THE_DAY = "need-filled"
"""Open shifts are told with their day, so their finding would say the same again."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, 1 for the whole and 2 for a week, with the sentences under it."""

    level: int
    heading: str
    sentences: tuple[str, ...]


def show(
    roster: Roster, findings: Iterable[Finding] = (), who: str | None = None, week: int | None = None
) -> tuple[Section, ...]:
    """The roster in words; ``who`` an assistant's id, ``week`` from 1; both None: all of it."""
    return tuple(_Told(roster, tuple(findings), who).sections(week))


def show_lines(
    roster: Roster, findings: Iterable[Finding] = (), who: str | None = None, week: int | None = None
) -> tuple[str, ...]:
    """The same as lines of text, an empty line before each heading but the first."""
    lines: list[str] = []
    for section in show(roster, findings, who, week):
        lines += [*([""] if lines else []), section.heading, *section.sentences]
    return tuple(lines)


@dataclass(frozen=True)
class _Told:
    """One roster being told, for all or for one assistant."""

    roster: Roster
    findings: tuple[Finding, ...]
    who: str | None

    def sections(self, only: int | None) -> Iterator[Section]:
        frame = self.roster.frame
        title = period_title(frame)
        if self.who is not None:
            title = f"{person(frame.brief, self.who)}. {title}"
        yield Section(1, title, tuple(self._whole()) if only is None else ())
        for number in range(frame.weeks):
            if only in (None, number + 1):
                days = frame.dates[number * 7 : number * 7 + 7]
                around = self._around(number) if only is not None else ()
                told = [sentence for day in days if (sentence := self._day(day))]
                yield Section(2, f"{week_title(frame, number)}.", (*around, *told, self._sum(number)))

    def _whole(self) -> Iterator[str]:
        """What the checker says of the plan as a whole, or of more than a week of it."""
        for one in self._mine:
            if one.span is None or one.span.minutes > WEEK:
                yield text(self.roster.frame, one)

    @cached_property
    def _mine(self) -> tuple[Finding, ...]:
        """What somebody must look at, the worst first."""
        every = [
            one
            for one in self.findings
            if one.verdict is not Verdict.OK
            and one.rule != _SAID_WITH_THE_DAY
            and (self.who is None or one.who in (self.who, None))
        ]
        return tuple(sorted(every, key=lambda one: WORST_FIRST.index(one.verdict)))

    @cached_property
    def _by_day(self) -> Mapping[date, list[Finding]]:
        """The findings by the day of the plan on which they begin."""
        frame = self.roster.frame
        found: dict[date, list[Finding]] = {}
        for one in self._mine:
            if one.span is not None and one.span.minutes <= WEEK:
                day = frame.clock.wall(one.span.start).date()
                found.setdefault(min(max(day, frame.dates[0]), frame.dates[-1]), []).append(one)
        return found

    def _around(self, week: int) -> Iterator[str]:
        """What reaches into the week from before it, or is about more than the week."""
        frame = self.roster.frame
        span = frame.week_spans[week]
        for one in self._mine:
            if one.span is None or not one.span.overlap(span):
                continue
            if one.span.start < span.start or one.span.minutes > WEEK:
                yield text(frame, one)

    def _day(self, day: date) -> str:
        told = [*self._works(day), *self._open(day), *self._free(day)]
        told += [text(self.roster.frame, one) for one in self._by_day.get(day, ())]
        return f"{self._named(day)}: {' '.join(told)}" if told else ""

    def _named(self, day: date) -> str:
        """«Onsdag 13. januar», in a grunnturnus «Onsdag»."""
        weekday = WEEKDAYS[day.weekday()].capitalize()
        return weekday if self.roster.frame.cyclic else f"{weekday} {day.day}. {MONTHS[day.month - 1]}"

    @property
    def _people(self) -> tuple[str, ...]:
        every = tuple(one.id for one in self.roster.frame.people)
        return every if self.who is None else (self.who,)

    def _works(self, day: date) -> Iterator[str]:
        told = [(shift, who) for who in self._people for shift in self._on(who).get(day, ())]
        for shift, who in sorted(told, key=lambda one: (one[0].span, one[0].id, one[1])):
            minutes = paid(shift, self.roster.frame.brief.settings.resting_paid)
            name = self.roster.frame.brief.assistant(who).alias
            yield f"{name} har {self._what(shift)} {_times(shift)}, {_hours(minutes)}."

    def _on(self, who: str) -> Mapping[date, list[Shift]]:
        return self._shifts[who]

    @cached_property
    def _shifts(self) -> Mapping[str, Mapping[date, list[Shift]]]:
        found: dict[str, dict[date, list[Shift]]] = {who: {} for who in self._people}
        for who, days in found.items():
            for shift in self.roster.duties(who):
                days.setdefault(shift.start.date(), []).append(shift)
        return found

    def _what(self, shift: Shift) -> str:
        """«dagvakt», or the name of a meeting."""
        known = {one.code: one.name for one in self.roster.frame.brief.kinds}
        name = known.get(shift.kind, shift.kind)
        if shift.event is not None:
            name = shift.event.value
        return inside(name)

    def _open(self, day: date) -> Iterator[str]:
        if self.who is not None:
            return
        for shift, missing in self.roster.open:
            if shift.start.date() == day:
                people = counted(missing, "person", "personer")
                yield f"Åpen vakt: {self._what(shift)} {_times(shift)} mangler {people}."

    def _free(self, day: date) -> Iterator[str]:
        names: dict[FreeDay, list[str]] = {}
        for who in self._people:
            if day in self._on(who):
                continue
            code = self._codes[who].get(day)
            if code is not None:
                names.setdefault(code, []).append(self.roster.frame.brief.assistant(who).alias)
            elif self.who is not None:
                yield self._no_shift(who, day)
        for code, people in names.items():
            yield f"{listed(people)} har {_FREE[code]}."

    def _no_shift(self, who: str, day: date) -> str:
        """A day without a code of its own: free, or with the end of the night before in it."""
        frame = self.roster.frame
        before = frame.dates[-1] if frame.cyclic and day == frame.first_day else day - timedelta(days=1)
        if any((shift.end - timedelta(minutes=1)).date() > before for shift in self._on(who).get(before, ())):
            return "Ingen vakt begynner denne dagen."
        return f"{frame.brief.assistant(who).alias} har ingen vakt."

    @cached_property
    def _codes(self) -> Mapping[str, Mapping[date, FreeDay]]:
        brief = self.roster.frame.brief
        return {who: free_days(self.roster, who, terms(brief, who).weekly_rest.amount) for who in self._people}

    def _sum(self, week: int) -> str:
        """The hours of the week."""
        frame = self.roster.frame
        minutes = sum(
            paid(shift, frame.brief.settings.resting_paid)
            for who in self._people
            for shift in self.roster.duties(who)
            if frame.week_of(shift) == week
        )
        whose = "alle" if self.who is None else frame.brief.assistant(self.who).alias
        return f"Sum for {whose} denne uka: {_hours(minutes)}."


def _times(shift: Shift) -> str:
    """«fra 7.30 til 15.00», with the day where the shift ends on another."""
    after = (shift.end.date() - shift.start.date()).days
    if after == 0 or (after == 1 and shift.end == datetime.combine(shift.end.date(), datetime.min.time())):
        return f"fra {_clock(shift.start)} til {_clock(shift.end) if after == 0 else '24.00'}"
    ends = "neste dag" if after == 1 else f"{after} dager senere"
    return f"fra {_clock(shift.start)} til {_clock(shift.end)} {ends}"


def _hours(minutes: int) -> str:
    return hours_said(minutes)


def _clock(moment: datetime) -> str:
    return f"{moment.hour}.{moment:%M}"
