"""A ferieturnus: wishes in, a vacation list out, and the weeks planned with least change."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

from roster.domain.assistant import Assistant
from roster.domain.brief import Brief
from roster.domain.course import Act
from roster.domain.days import DateSpan
from roster.domain.frame import Frame, calendar_frame
from roster.domain.kinds import Position
from roster.domain.plan import Plan
from roster.domain.shift import paid
from roster.domain.vacation_list import Granted, days_of, joined, virkedager, with_vacations
from roster.exports.form3 import Table
from roster.exports.two_lines import whole_weeks
from roster.planning.result import Stop
from roster.planning.search import Search
from roster.planning.special_weeks import Special
from roster.planning.vacation_cover import WeekCover, cover, lacking, need_by_week, unmet
from roster.planning.vacations import Covered, grant, main_season
from roster.planning.weeks_asked import Weeks
from roster.reading.vacation_wishes import read_vacation_wishes
from roster.rules import numbers
from roster.rules.contract import paid_minutes
from roster.rules.series import red_series
from roster.rules.vacation import is_older, months_before
from roster.wording import vacation_cover_words as cover_words
from roster.wording import vacation_words as words
from roster.wording.special_words import Kind
from roster.workflow.course import Version, read_log, version_at
from roster.workflow.folder import is_arrangement
from roster.workflow.journal import NEW_VERSION
from roster.workflow.line import made_from
from roster.workflow.special import (
    OnSearch,
    SpecialAsked,
    SpecialRun,
    planned,
    tell_nobody,
    version_to_change,
    weeks_named,
    within_plan,
)
from roster.workflow.troubles import refuse

ROWS = "ferierader.yaml"


@dataclass(frozen=True, slots=True)
class VacationAsked:
    """``wishes`` None: as the brief has vacations. ``away``: how many at once, None: as the hours suffice.

    ``replace``: a wish comes in the place of vacation that is agreed.
    """

    special: SpecialAsked
    wishes: Path | None = None
    away: int | None = None
    replace: bool = False


@dataclass(frozen=True, slots=True)
class VacationRun:
    """The list, and the weeks as they were planned; ``asked_first``: who has room for open shifts, in minutes.

    ``granted``: who was given which dates, also where no turnus was found. ``cover``: whether the hours suffice.
    """

    run: SpecialRun
    brief: Brief
    listed: tuple[words.Listed, ...]
    about: tuple[str, ...]
    asked_first: tuple[tuple[str, int], ...]
    granted: Mapping[str, Granted]
    cover: tuple[WeekCover, ...]


def vacation(asked: VacationAsked, now: datetime, stop: Stop, on_search: OnSearch = tell_nobody) -> VacationRun:
    """Raises ``Faults``."""
    today = now.date()
    version = version_to_change(asked.special.path, asked.special.first or today)
    wishes = () if asked.wishes is None else read_vacation_wishes(asked.wishes, version.plan.brief)
    year = _year(asked.special, version.plan, [one.dates for one in wishes], today)
    season = main_season(year)
    if asked.special.first is None:
        # In the summer another version may run than today.
        version = version_to_change(asked.special.path, max(today, season.first))
    version, anew = (version, "") if asked.wishes is None else _before_drafts(asked.special.path, version)
    plan = version.plan
    named = weeks_named(asked.special, plan)
    frame = (
        calendar_frame(plan.brief, _weeks_until(plan, season.last)) if plan.roster.frame.cyclic else plan.dated.frame
    )
    on_search()
    search = Search(workers=1, stop=stop)
    need = Covered(need_by_week(frame, season))
    granted: Mapping[str, Granted] = {}
    if asked.wishes is not None:
        granted = grant(plan.brief, wishes, year, asked.away or need, search, asked.replace)
    of_year = DateSpan(date(year, 1, 1), date(year, 12, 31))
    brief = with_vacations(plan.brief, granted, of_year)
    within, into = _from_night_before(named or _within(asked.special, plan, brief, season), plan, brief)
    weeks = cover(frame, brief, within)
    agreed = None if asked.replace else plan.brief
    about = (
        anew,
        words.week_before_said(within, into) if into else "",
        *(cover_words.agreed_said(plan.brief, wishes, granted, of_year, asked.replace)),
        *(cover_words.unmet_said(brief, one) for one in unmet(frame, brief, wishes, granted, season, agreed)),
        *((words.away_said(asked.away), words.crowded_said(_crowded(brief, asked.away, season))) if asked.away else ()),
        *cover_words.cover_said(brief, weeks),
        *(_other_weeks(frame, brief, year, search) if lacking(weeks) else ()),
    )
    about = tuple(filter(None, about))

    def more(special: Special, weeks: DateSpan) -> tuple[Table, ...]:
        rows = tuple(words.row(brief, one) for one in vacation_list(special, brief, granted, year, today))
        widths = (14.0, 9.0, 26.0, 12.0, 12.0, 22.0, 16.0, 18.0, 9.0, 28.0)
        return (Table(words.SHEET, f"{words.TITLE} {year}", (*words.ABOUT, *about), words.HEADINGS, rows, widths),)

    run = planned(Kind.VACATION, asked.special, version, brief, Weeks(within, red_days=False), now, stop, more, about,
                  {ROWS: words.brief_rows(brief).encode()})  # fmt: skip
    if run.special is None:
        return VacationRun(run, brief, (), about, (), granted, weeks)
    listed = tuple(vacation_list(run.special, brief, granted, year, today))
    lost = _open_minutes(run.special, within)
    about = (*about, *_outside(run.special, within), *cover_words.open_said(lost[0], lost[1], lacking(weeks)))
    asked_first = tuple(_room(run.special, within)) if lost[0] else ()
    return VacationRun(run, brief, listed, about, asked_first, granted, weeks)


def _before_drafts(path: Path, version: Version) -> tuple[Version, str]:
    """What a ferieturnus that nobody has taken into use was made from, and that it is so; else the version itself.

    Nobody has agreed on the vacations of a draft, so wishes are shared out as if it were not there.
    """
    if not is_arrangement(path):
        return version, ""
    log = read_log(path)
    made = {one.version: one.files for one in log.entries if one.what == NEW_VERSION}
    used = {one.version for one in log.steps if one.act is Act.USED}
    number = version.number
    while ROWS in made[number] and number not in used and (before := made_from(log.entries, number)) is not None:
        number = before
    if number == version.number:
        return version, ""
    return version_at(path, number, log), words.made_anew(version.number, number)


def _open_minutes(special: Special, within: DateSpan) -> tuple[int, int]:
    """How many places stand open in the weeks, and their paid minutes."""
    rest = special.now.frame.brief.settings.resting_paid
    places = [(missing, paid(one, rest)) for one, missing in special.now.open if one.start.date() in within]
    return sum(number for number, _ in places), sum(number * minutes for number, minutes in places)


def _other_weeks(frame: Frame, brief: Brief, year: int, search: Search) -> tuple[str, ...]:
    """The vacation weeks for which most hours suffice, where those of the brief lack some."""
    season = main_season(year)
    bare = tuple(
        replace(one, vacation=joined(day for day in days_of(one.vacation) if day not in season))
        for one in brief.assistants
    )
    free = replace(brief, assistants=bare)
    found = grant(free, (), year, Covered(need_by_week(frame, season)), search)
    best = with_vacations(free, found, DateSpan(date(year, 1, 1), date(year, 12, 31)))
    least = lacking(cover(frame, best, season))
    had = lacking(cover(frame, brief, season))
    spans = {
        one.id: tuple(span for span in one.vacation if span.first in season)
        for one in best.assistants
        if one.id in found
    }
    return tuple(cover_words.other_weeks(brief, spans, least, had))


def _year(asked: SpecialAsked, plan: Plan, wished: list[DateSpan], today: date) -> int:
    """The year of the weeks asked for, else of the wishes, else of the first summer that is not over."""
    if asked.first is not None:
        return asked.first.year
    if wished:
        return wished[0].first.year
    start = max(today, plan.brief.period.start)
    return start.year if start <= main_season(start.year).last else start.year + 1


def _weeks_until(plan: Plan, day: date) -> int:
    needed = -(-((day - plan.brief.period.start).days + 1) // 7)
    return max(needed, plan.brief.period.rollout_weeks)


def _within(asked: SpecialAsked, plan: Plan, brief: Brief, season: DateSpan) -> DateSpan:
    """All weeks of the main season in which somebody has vacation."""
    begins = plan.brief.period.start
    days = sorted(day for one in brief.assistants for day in days_of(one.vacation) if day in season and day >= begins)
    if not days:
        raise refuse(asked.path, *words.NO_VACATION)
    return within_plan(plan, whole_weeks(days[0], days[-1]))


def _from_night_before(weeks: DateSpan, plan: Plan, brief: Brief) -> tuple[DateSpan, tuple[str, ...]]:
    """The weeks, and the one before them where a shift of it goes on into a vacation; and the aliases of those."""
    dated, before = plan.dated, weeks.first - timedelta(days=1)
    if dated.frame.cyclic or not dated.frame.dates[0] <= before <= dated.frame.dates[-1]:
        return weeks, ()
    midnight = datetime.combine(weeks.first, time())
    away = [one for one in brief.assistants if weeks.first in days_of(one.vacation)]
    into = [
        one.alias
        for one in away
        if any(shift.start.date() == before and shift.end > midnight for shift in dated.duties(one.id))
    ]
    return (within_plan(plan, whole_weeks(before, weeks.last)) if into else weeks), tuple(into)


def _outside(special: Special, within: DateSpan) -> Iterator[str]:
    """Whose vacation goes on outside the weeks, where they have shifts still."""
    for person in special.now.frame.people:
        gone = days_of(person.vacation)
        still = [shift.start.date() for shift in special.now.duties(person.id) if shift.event is None]
        days = sorted(day for day in still if day in gone and day not in within)
        if days:
            yield words.outside_said(person.alias, days, whole_weeks(days[0], days[-1]))


def _crowded(brief: Brief, away: int, season: DateSpan) -> list[date]:
    gone = Counter(day for one in brief.assistants for day in days_of(one.vacation) if day in season)
    return sorted(day for day, number in gone.items() if number > away)


def vacation_list(
    special: Special, brief: Brief, granted: Mapping[str, Granted], year: int, today: date
) -> Iterator[words.Listed]:
    """A line for each with a position or a vacation; a vacation over New Year is in the lists of both years."""
    season = main_season(year)
    of_year = DateSpan(date(year, 1, 1), date(year, 12, 31))
    for person in brief.assistants:
        if person.position is Position.ON_CALL and not person.vacation:
            continue
        days = frozenset(day for day in days_of(person.vacation) if day in of_year)
        spans = tuple(
            sorted(
                (one for one in person.vacation if any(day in of_year for day in (one.first, one.last))),
                key=lambda one: one.first,
            )
        )
        # What has begun was told in its time.
        ahead = tuple(one for one in spans if one.first > today)
        first = ahead[0].first if ahead else None
        owed = numbers.VACATION_DAYS.on(of_year.first)
        owed += numbers.VACATION_MORE_DAYS.on(of_year.first) if is_older(person, of_year.first) else 0
        told_by = [months_before(one.first, numbers.VACATION_NOTICE_MONTHS.on(one.first)) for one in ahead]
        covered = _covered(special, person.id, days)
        worked = red_series(special.now, person.id).worked
        yield words.Listed(
            person.id,
            spans,
            virkedager(day for day in days if day in season),
            numbers.VACATION_MAIN_DAYS.on(of_year.first),
            virkedager(days),
            owed,
            granted.get(person.id),
            told_by[0] if told_by else None,
            bool(told_by) and today <= told_by[0],
            first is not None and _sunday(first, -1) not in worked,
            first is not None and _sunday(ahead[0].last, 1) not in worked,
            sum(covered.values()),
            covered,
            tuple((day, today <= day) for day in told_by[1:]),
        )


def _sunday(day: date, way: int) -> date:
    """The nearest Sunday before the day, or after it."""
    day += timedelta(days=way)
    while day.weekday() != 6:
        day += timedelta(days=way)
    return day


def _covered(special: Special, who: str, days: frozenset[date]) -> Mapping[str, int]:
    """How many of the shifts that the assistant would have had each of the others has now; "" those that are open.

    Those that the assistant has still, since they lie outside the weeks, count by themselves.
    """
    frame = special.now.frame
    aliases = {one.id: one.alias for one in frame.people}
    found: Counter[str] = Counter()
    for one in special.usual.duties(who):
        if one.start.date() not in days or one.event is not None:
            continue
        new = [other for other in special.now.on(one.id) if other not in special.usual.on(one.id)]
        still = who in special.now.on(one.id)
        found[words.NOT_PLANNED if still else aliases[new[0]] if new else ""] += 1
    return dict(sorted(found.items(), key=lambda one: (one[0] in ("", words.NOT_PLANNED), -one[1], one[0])))


def _room(special: Special, within: DateSpan) -> Iterator[tuple[str, int]]:
    """Who has room in those weeks for more than is planned, in the order in which extra work is offered (D29)."""
    frame = special.now.frame
    first = (within.first - frame.first_day).days // 7
    last = min(frame.weeks, -(-((within.last - frame.first_day).days + 1) // 7))
    order = list(Position)

    def turn(one: Assistant) -> tuple[int, int]:
        return order.index(one.position), -int(one.wanted_week - one.contract_week)

    for one in sorted(frame.people, key=turn):
        week = one.wanted_week or (one.full_time_week if one.position in (Position.SUBSTITUTE, Position.ON_CALL) else 0)
        away = sum(day in within and day.weekday() < 6 for day in days_of(one.vacation))
        room = int(week * (last - first) - week * away / 6) - paid_minutes(special.now, one.id, (first, last))
        wants = one.wanted_week > one.contract_week or one.position is not Position.PERMANENT
        if wants and room >= 60:
            yield one.id, room
