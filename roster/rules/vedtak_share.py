"""What a plan may draw from the vedtak: the weeks of a grunnturnus, or its days' part of what is left of each year.

D30: grunnturnus: average granted per week at most the vedtak per week. Dates: what is left of each vedtak year
times days planned by days left, where a day of a season weighs its percent and by setting each day its need; already
overspent counts as nothing left. D31: hours a week are days / 7 of the actual year (or times 52 by setting). A week
that New Year parts counts whole in both years, as far as there are days left: its working days may all lie in one of
them. A week that a line begins or ends in is no whole week of it: by itself it has its own days' part, and more of that
week only as far as the need of the other days leaves what is given for them. The hours of a night over New Year fall in
the year they are worked.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from fractions import Fraction

from roster.domain.brief import Brief
from roster.domain.clock import nominal
from roster.domain.dated import dated_frame
from roster.domain.days import DateSpan, every_day
from roster.domain.frame import Frame
from roster.domain.kinds import Purpose, Sort
from roster.domain.settings import Settings
from roster.domain.shift import Shift, granted
from roster.domain.vedtak import Season, VedtakLine

_ANY = (Purpose.ALL, Purpose.EXTRA, Purpose.TWO_AT_ONCE)


@dataclass(frozen=True, slots=True)
class YearShare:
    """What the plan may draw in a calendar year, in minutes; ``year`` None for a grunnturnus as a whole."""

    year: int | None
    minutes: Fraction


def granted_for(frame: Frame) -> int | None:
    """All that the plan may draw, in whole minutes; None where there is no vedtak."""
    if not frame.brief.vedtak.lines:
        return None
    return int(sum(share.minutes for share in shares(frame)))


def shares(frame: Frame) -> tuple[YearShare, ...]:
    """The shares of the plan, in order of years."""
    return granted_by(frame, frame.brief.vedtak.lines)


def granted_by(frame: Frame, lines: tuple[VedtakLine, ...], alone: bool = False) -> tuple[YearShare, ...]:
    """The plan's shares of some lines of the vedtak; ``alone``: of those by themselves, which others follow."""
    settings = frame.brief.settings
    if frame.cyclic:
        per_week = sum((_per_week(one, settings, frame.first_day) for one in lines), Fraction(0))
        return (YearShare(None, per_week * frame.weeks),)
    last = frame.first_day + timedelta(days=7 * frame.weeks - 1)
    plan = DateSpan(frame.first_day, last)
    return tuple(
        YearShare(year, _by_themselves(frame, lines, year, plan) if alone else _together(frame, lines, year, plan))
        for year in range(plan.first.year, plan.last.year + 1)
    )


def _together(frame: Frame, lines: Iterable[VedtakLine], year: int, dates: DateSpan) -> Fraction:
    return sum((_of_year(one, frame, year, dates, _new_year(year)) for one in lines), Fraction(0))


def _by_themselves(frame: Frame, lines: tuple[VedtakLine, ...], year: int, plan: DateSpan) -> Fraction:
    own = _together(frame, lines, year, plan)
    here = _common(plan, _new_year(year))
    if here is None:
        return own
    more = sum((_of_year(one, frame, year, plan, one.dates) for one in lines), Fraction(0)) - own
    return own + min(more, _beside(frame, lines, here)) if more > 0 else own


def _beside(frame: Frame, lines: tuple[VedtakLine, ...], plan: DateSpan) -> Fraction:
    """What other days of the weeks that the lines begin and end in have over, both in the week and on all that side."""
    total = Fraction(0)
    day = timedelta(days=1)
    ending = {one.dates.last: DateSpan(one.dates.last + day, plan.last) for one in lines if one.dates.last < plan.last}
    beginning = {
        one.dates.first: DateSpan(plan.first, one.dates.first - day) for one in lines if plan.first < one.dates.first
    }
    for edges, ends in ((ending, True), (beginning, False)):
        for edge, side in edges.items():
            within = _common(_week_of(frame, edge), side) if edge in plan else None
            if within is not None:
                there = within.first if ends else within.last
                gone = {one for one in lines if (one.dates.last if ends else one.dates.first) == edge}
                meant = {one.purpose for one in gone}
                others = tuple(
                    one
                    for one in frame.brief.vedtak.lines
                    if one not in gone and there in one.dates and (one.purpose in _ANY or one.purpose in meant)
                )
                over = min(_over(frame, others, within), _over(frame, others, side))
                total += max(Fraction(0), over)
    return total


def _over(frame: Frame, lines: tuple[VedtakLine, ...], dates: DateSpan) -> Fraction:
    """What the lines give for the dates beyond the need of those dates that no other line is open to."""
    year = dates.first.year
    given = _together(frame, lines, year, dates)
    needed = 0
    asked = [(one, one.wanted) for one in frame.shifts]
    for shift, people in (*asked, *((one, 1) for _, one in frame.fixed)):
        on = shift.start.date() if shift.start.year == year else date(year, 1, 1)
        if on in dates and set(open_on(frame.brief.vedtak.lines, shift, year)) <= set(lines):
            needed += drawn(frame, shift, year) * people if yet_to_use(frame, lines, shift) else 0
    return given - needed


def _week_of(frame: Frame, day: date) -> DateSpan:
    first = day - timedelta(days=(day - frame.first_day).days % 7)
    return DateSpan(first, first + timedelta(days=6))


def _new_year(year: int) -> DateSpan:
    return DateSpan(date(year, 1, 1), date(year, 12, 31))


def drawn(frame: Frame, shift: Shift, year: int | None) -> int:
    """Minutes that one person on the shift draws in the year; a shift over New Year is parted by the clock."""
    whole = granted(shift, frame.brief.settings.resting_granted)
    if year is None or (shift.start.year == shift.end.year == year):
        return whole
    new_year = datetime.combine(date(shift.start.year + 1, 1, 1), time())
    after = whole * max(0, nominal(new_year, shift.end)) // shift.clock_minutes
    if shift.start.year == year:
        return whole - after
    return after if shift.end.year == year else 0


def open_to(line: VedtakLine, shift: Shift) -> bool:
    """The shift may draw on the line: it says so itself, or the line is not for something else (D8)."""
    if shift.line is not None:
        return line.id == shift.line
    match line.purpose:
        case Purpose.ALL | Purpose.EXTRA | Purpose.TWO_AT_ONCE:
            return True
        case _ if shift.event is not None:
            return False
        case Purpose.DAY:
            return shift.sort in (Sort.DAY, Sort.ROUND, Sort.TRAVEL)
        case Purpose.EVENING:
            return shift.sort is Sort.EVENING
        case Purpose.WAKING_NIGHT:
            return shift.sort is Sort.NIGHT
        case Purpose.RESTING_NIGHT:
            return shift.sort is Sort.RESTING_NIGHT
        case _:
            return False


def open_on(lines: tuple[VedtakLine, ...], shift: Shift, year: int | None) -> tuple[VedtakLine, ...]:
    """The lines open to what the shift draws in the year: those valid on the day, else any; a cycle has no days."""
    some = tuple(line for line in lines if open_to(line, shift))
    if year is None or shift.line is not None:
        return some
    day = shift.start.date() if shift.start.year == year else date(year, 1, 1)
    return tuple(line for line in some if day in line.dates) or some


def yet_to_use(frame: Frame, lines: tuple[VedtakLine, ...], shift: Shift) -> bool:
    """The shift starts after the last day on which hours used are on record for every line."""
    recorded = [one.through for one in lines if one.through is not None]
    if frame.cyclic or not recorded or len(recorded) < len(lines):
        return True
    return shift.start.date() > min(recorded)


def _per_week(line: VedtakLine, settings: Settings, on: date) -> Fraction:
    if on not in line.dates:
        return Fraction(0)
    if line.per_week is not None:
        return Fraction(line.per_week)
    return Fraction(line.per_year or 0) / _weeks_of_year(settings, on.year)


def _weeks_of_year(settings: Settings, year: int) -> Fraction:
    return Fraction(52) if settings.vedtak_year_52_weeks else Fraction(_days_of_year(year), 7)


def _days_of_year(year: int) -> int:
    return (date(year + 1, 1, 1) - date(year, 1, 1)).days


def _of_year(line: VedtakLine, frame: Frame, year: int, plan: DateSpan, parting: DateSpan) -> Fraction:
    """What the line gives for the plan's days; weeks that New Year or an end of ``parting`` parts are whole."""
    brief = frame.brief
    active = _common(line.dates, DateSpan(date(year, 1, 1), date(year, 12, 31)))
    if active is None:
        return Fraction(0)
    if line.per_year is not None:
        whole_year = Fraction(line.per_year)
    else:
        whole_year = (line.per_week or 0) * _weeks_of_year(brief.settings, year)
    left = whole_year * _days(active) / _days_of_year(year)
    ahead = active
    if line.through is not None and line.through >= active.first:
        if line.through >= active.last:
            return Fraction(0)
        ahead = DateSpan(line.through + timedelta(days=1), active.last)
        left = max(Fraction(0), left - line.used)
    planned = _common(ahead, plan)
    if planned is None:
        return Fraction(0)
    new_year = _new_year(year)
    first = _week_of(frame, planned.first).first if planned.first in (new_year.first, parting.first) else planned.first
    last = _week_of(frame, planned.last).last if planned.last in (new_year.last, parting.last) else planned.last
    days = _days(DateSpan(first, last))
    if brief.settings.spread_by_need:
        ours, every = _need(brief, line, planned), _need(brief, line, ahead)
        if every:
            return left * min(Fraction(1), ours / every)
    ours, every = _weight(planned, brief.seasons), _weight(ahead, brief.seasons)
    if every == 0:
        return left * min(days, _days(ahead)) / _days(ahead)
    return left * min(Fraction(1), ours / _days(planned) * days / every)


def _need(brief: Brief, line: VedtakLine, span: DateSpan) -> Fraction:
    """What the need open to the line draws on the days, in its seasons; a day before the plan is as those after."""
    last = date(span.last.year, 12, 31)
    known = DateSpan(brief.period.start, last)
    drawn_by = _drawn_by_date(brief, line, known)
    mean = Fraction(sum(drawn_by.values()), _days(known))
    return sum(
        (
            (Fraction(drawn_by.get(day, 0)) if day in known else mean) * _percent(brief, day) / 100
            for day in every_day(span.first, _days(span))
        ),
        Fraction(0),
    )


def _drawn_by_date(brief: Brief, line: VedtakLine, known: DateSpan) -> Counter[date]:
    weeks = -(-_days(known) // 7)
    year = dated_frame(brief, weeks)
    drawn_by: Counter[date] = Counter()
    for day, shifts in year.by_date.items():
        if day in known:
            drawn_by[day] += sum(
                granted(one, brief.settings.resting_granted) * one.wanted for one in shifts if open_to(line, one)
            )
    return drawn_by


def _percent(brief: Brief, day: date) -> int:
    return next((one.percent for one in brief.seasons if day in one.dates), 100)


def _weight(span: DateSpan, seasons: tuple[Season, ...]) -> Fraction:
    """How many ordinary days the days count as; where seasons overlap the first says it."""
    total = Fraction(_days(span))
    taken: list[DateSpan] = []
    for season in seasons:
        inside = _common(season.dates, span)
        if inside is not None:
            fresh = sum(not any(day in one for one in taken) for day in every_day(inside.first, _days(inside)))
            total += Fraction(fresh * (season.percent - 100), 100)
            taken.append(season.dates)
    return total


def _days(span: DateSpan) -> int:
    return (span.last - span.first).days + 1


def _common(one: DateSpan, other: DateSpan) -> DateSpan | None:
    first, last = max(one.first, other.first), min(one.last, other.last)
    return DateSpan(first, last) if first <= last else None
