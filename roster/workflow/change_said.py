"""What the user says has happened, as they type it: «A3 i morgen–3 uker», «A1:2027-01-11 D», «A9 vikar 40 %»."""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from roster.domain.assistant import Assistant, HeldSkill
from roster.domain.brief import Brief
from roster.domain.days import DateSpan, When
from roster.domain.events import Events, Work
from roster.domain.frame import Frame
from roster.domain.help_needed import NeedChange
from roster.domain.kinds import Position
from roster.domain.leave import WHOLE
from roster.domain.plan import Plan
from roster.reading.daywords import weekdays
from roster.reading.faults import Unreadable
from roster.reading.numbers import tidy
from roster.reading.said_days import DAY, SaidDays
from roster.wording import replan_words as words
from roster.workflow.naming import assistant_named, shift_named
from roster.workflow.troubles import refuse

Pair = tuple[str, str]

_PART = re.compile(
    r"(?P<days>.+?),?\s(?:med\s)?(?P<percent>\d{1,3}(?:[.,]\d+)?)\s?(?:%|prosent)(?:\ssyk)?", re.IGNORECASE
)

_NEW = re.compile(
    r"(?P<who>\S+)\s+(?P<position>\S+)\s+(?P<percent>\d{1,3}(?:[.,]\d+)?)\s*%?"
    rf"(?:\s+fra\s+(?P<first>{DAY}))?(?:\s+til\s+(?P<last>{DAY}))?"
    r"(?:\s+ønsker\s+(?P<wants>\d{1,3}(?:[.,]\d+)?)\s*%?)?(?:\s+med\s+(?P<skills>.+))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Said:
    """What was typed, each option as often as it was."""

    sick: tuple[Pair, ...] = ()
    swap: tuple[Pair, ...] = ()
    give: tuple[Pair, ...] = ()
    away: tuple[str, ...] = ()
    left: tuple[Pair, ...] = ()
    new: tuple[str, ...] = ()
    need: tuple[str, ...] = ()
    well: tuple[Pair, ...] = ()

    @property
    def nothing(self) -> bool:
        people = self.sick or self.left or self.new or self.well
        return not (people or self.swap or self.give or self.away or self.need)


def events_of(said: Said, plan: Plan, today: date, path: Path) -> Events:
    """What has happened, with people and shifts by id; raises ``Faults``."""
    reader = _Reader(plan, today, path)
    sick = tuple((reader.person(who), *reader.part(dates)) for who, dates in said.sick)
    return Events(
        sick=tuple((who, reader.span(dates)) for who, dates, _ in sick),
        part=tuple((who, percent) for who, _, percent in sick if percent != WHOLE),
        well=tuple((reader.person(who), reader.day(day)) for who, day in said.well),
        away=tuple(map(reader.span, said.away)),
        left=tuple((reader.person(who), reader.day(day)) for who, day in said.left),
        new=tuple(map(reader.new, said.new)),
        need=tuple(map(reader.need, said.need)),
        swap=tuple((reader.work(one), reader.work(other)) for one, other in said.swap),
        give=tuple((reader.person(who), reader.shift(shift)) for shift, who in said.give),
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    plan: Plan
    today: date
    path: Path

    @property
    def brief(self) -> Brief:
        return self.plan.brief

    @property
    def frame(self) -> Frame:
        return self.plan.dated.frame

    def person(self, name: str) -> str:
        return assistant_named(self.brief, name, self.path).id

    def shift(self, text: str) -> str:
        named = shift_named(self.plan, text, self.path, self.today)
        if named.roster.frame.cyclic:
            raise refuse(self.path, *words.NO_DATES)
        return named.shift.id

    def work(self, text: str) -> Work:
        """«A3:2027-01-11 D»: who has which shift now."""
        who, colon, shift = text.partition(":")
        if not colon:
            raise refuse(self.path, *words.not_a_work(text))
        found = self.person(who.strip()), self.shift(shift.strip())
        if found not in self.plan.dated.works:
            raise refuse(self.path, *words.not_theirs(self.frame, *found))
        return found

    @property
    def days(self) -> SaidDays:
        return SaidDays(self.today, DateSpan(self.frame.dates[0], self.frame.dates[-1]))

    def day(self, text: str) -> date:
        """Without a year the nearest that the plan has."""
        try:
            return self.days.day(text)
        except Unreadable as unreadable:
            raise refuse(self.path, unreadable.what, unreadable.way_out) from None

    def span(self, text: str) -> DateSpan:
        """Both days are part of it; it must touch the plan."""
        try:
            found = self.days.span(text)
        except Unreadable as unreadable:
            raise refuse(self.path, unreadable.what, unreadable.way_out) from None
        if found.last < self.frame.dates[0] or found.first > self.frame.dates[-1]:
            raise refuse(self.path, *words.outside(self.frame, found.first, found.last))
        return found

    def part(self, text: str) -> tuple[str, Decimal]:
        """«i morgen i 3 uker 50 %»: the days, and how much of the position."""
        found = _PART.fullmatch(tidy(text))
        if found is None:
            return text, WHOLE
        percent = _decimal(found["percent"])
        if not 0 < percent <= WHOLE:
            raise refuse(self.path, *words.not_a_part(text))
        return found["days"], percent

    def need(self, text: str) -> NeedChange:
        """«2027-02-01–2027-02-14 hverdager N 2»; +1 comes on top of what is needed, 0 is nobody."""
        parts = tidy(text).rsplit(" ", 2)
        count = re.fullmatch(r"(\+?)(\d{1,2})", parts[-1])
        codes = {one.code.casefold(): one.code for one in self.brief.kinds}
        if len(parts) != 3 or count is None or parts[1].casefold() not in codes:
            raise refuse(self.path, *words.not_a_need(text, list(codes.values())))
        dates, days = parts[0], None
        if not self._is_span(dates) and " " in dates:
            dates, _, named = dates.rpartition(" ")
            try:
                days = weekdays(named)
            except Unreadable:
                raise refuse(self.path, *words.not_a_need(text, list(codes.values()))) from None
        span = self.span(dates)
        when = When(dates=span) if days is None else When(days, dates=span)
        return NeedChange(when, codes[parts[1].casefold()], int(count[2]), added=bool(count[1]))

    def _is_span(self, text: str) -> bool:
        try:
            self.days.span(text)
        except Unreadable:
            return False
        return True

    def new(self, text: str) -> Assistant:
        """«A9 vikar 40 % fra 2027-02-01 til 2027-03-01 ønsker 60 % med sonde»."""
        found = _NEW.fullmatch(tidy(text.replace("–", "-")))
        positions = [one.value for one in Position]
        if found is None or found["position"].lower() not in positions:
            raise refuse(self.path, *words.not_an_assistant(text, positions))
        if any(one.id.casefold() == found["who"].casefold() for one in self.brief.assistants):
            raise refuse(self.path, *words.taken_id(found["who"]))
        weeks = Counter(one.full_time_week for one in self.brief.assistants)
        skills = tuple(one.strip() for one in (found["skills"] or "").split(",") if one.strip())
        return Assistant(
            id=found["who"],
            alias=found["who"],
            position=Position(found["position"].lower()),
            percent=_decimal(found["percent"]),
            full_time_week=weeks.most_common(1)[0][0],
            wants_up_to=None if found["wants"] is None else _decimal(found["wants"]),
            employed_from=None if found["first"] is None else self.day(found["first"]),
            employed_to=None if found["last"] is None else self.day(found["last"]),
            skills=tuple(HeldSkill(one) for one in skills),
        )


def _decimal(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))
