"""What of somebody's work is overtime: aml § 10-6 (2), week by week.

Overtime is work beyond the law's ordinary hours: of a day or of a week, whichever is more. What a part-timer works
beyond the position but within them is merarbeid, whatever it is called. Where hours are averaged, the plan says what
is ordinary: what is called overtime is overtime then, and so is ordinary work beyond the day or the single week agreed.
"""

from dataclasses import dataclass

from roster.domain.roster import Roster
from roster.domain.shift import worked
from roster.rules.averaged import averaged_spells, terms_by_week
from roster.rules.ordinary import ordinary_week
from roster.rules.periods import days_of_work
from roster.rules.verdicts import by_day
from roster.rules.windows import week_sums


@dataclass(frozen=True, slots=True)
class OvertimeWeeks:
    """Minutes of overtime a week: in the plan, of it those the employee did not consent to, and before the plan.

    ``before`` has the oldest week first, and its last is the week before the plan.
    """

    minutes: tuple[int, ...]
    without_consent: tuple[int, ...]
    before: tuple[int, ...]


def overtime_weeks(roster: Roster, who: str) -> OvertimeWeeks:
    """The overtime of the assistant, week by week."""
    frame = roster.frame
    called = _called(roster, who, consented=False)
    consented = _called(roster, who, consented=True)
    averaged = bool(averaged_spells(frame, who))
    part_time = 0 < frame.brief.assistant(who).percent < 100
    if averaged and not part_time:
        minutes = [one + more for one, more in zip(called, _beyond(roster, who, overtime_too=False), strict=True)]
    else:
        minutes = _beyond(roster, who, overtime_too=True)
    return OvertimeWeeks(
        tuple(minutes),
        tuple(max(0, one - agreed) for one, agreed in zip(minutes, consented, strict=True)),
        _before(roster, who),
    )


def _called(roster: Roster, who: str, consented: bool) -> list[int]:
    """Minutes a week of what is called overtime; with ``consented`` only what the employee said yes to."""
    frame = roster.frame
    weeks = [0] * frame.weeks
    for one in roster.of(who) if roster.has_overtime(who) else ():
        if one.is_overtime and one.counts_in_limits and (one.overtime_consent or not consented):
            weeks[frame.week_of(one)] += worked(one)
    return weeks


def _beyond(roster: Roster, who: str, overtime_too: bool) -> list[int]:
    """Minutes a week beyond the ordinary hours of its days, or of itself where that is more."""
    frame = roster.frame
    of_days = [0] * frame.weeks
    owed_on = by_day(frame.brief, who, lambda force: force.day)
    for day in days_of_work(roster, who, overtime_too=overtime_too):
        over = day.minutes - owed_on(None if frame.cyclic else day.starts_on).in_use.amount - day.longer
        if over > 0 and day.clock < day.minutes:
            over -= day.minutes - day.clock
        week = frame.week_of(day.shifts[0]) if over > 0 else -1
        if week >= 0:
            of_days[week] += over
    sums = week_sums(roster, who, overtime_too=overtime_too)
    ordinary = ordinary_week(roster, who).minutes
    force = terms_by_week(frame, who)

    def beyond(week: int) -> int:
        single = force[week].week
        whole = ordinary if single is None else single.amount
        return int(min(sums.worked[week], sums.clock[week]) - whole) - sums.longer[week]

    return [max(of_days[week], beyond(week)) for week in range(frame.weeks)]


def _before(roster: Roster, who: str) -> tuple[int, ...]:
    """What is known to be called overtime in the weeks before the plan."""
    frame = roster.frame
    past = [one for one in frame.past.get(who, ()) if one.is_overtime and one.counts_in_limits]
    back = [frame.weeks_ago(one) for one in past]
    weeks = [0] * (max(back, default=-1) + 1)
    for one, ago in zip(past, back, strict=True):
        weeks[-1 - ago] += worked(one)
    return tuple(weeks)
