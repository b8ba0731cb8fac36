"""What is known before solving, events counted in: need against vedtak, positions against need, per week."""

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction

from roster.domain.brief import Brief
from roster.domain.dated import dated_frame
from roster.domain.frame import Frame, frame_of
from roster.domain.kinds import Position
from roster.domain.shift import Shift, granted, paid
from roster.planning.result import Forecast, PersonForecast
from roster.rules.vedtak_hours import later_grants
from roster.rules.vedtak_share import granted_for

CONTRACTS = frozenset({Position.PERMANENT, Position.TEMPORARY})


def forecast(brief: Brief) -> Forecast:
    """Need, vedtak and positions in minutes a week, from the brief alone."""
    frame = frame_of(brief)
    settings = brief.settings
    need = _by_week(frame, lambda one: paid(one, settings.resting_paid))
    drawn = _by_week(frame, lambda one: granted(one, settings.resting_granted))
    beyond = sum(paid(one, settings.resting_paid) * (one.up_to - one.wanted) for one in frame.shifts)
    given = granted_for(frame)
    first = brief.period.start
    last = first + timedelta(days=7 * (brief.period.rollout_weeks if frame.cyclic else frame.weeks) - 1)
    return Forecast(
        need=Fraction(sum(need), frame.weeks),
        granted_need=Fraction(sum(drawn), frame.weeks),
        granted=None if given is None else Fraction(given, frame.weeks),
        positions=sum((one.contract_week for one in brief.assistants if one.position in CONTRACTS), Fraction(0)),
        people=tuple(PersonForecast(one.id, one.contract_week, one.wanted_week) for one in brief.assistants),
        weeks=tuple(zip(need, drawn, strict=True)),
        later=later_grants(brief.vedtak.lines, first, date(last.year, 12, 31), settings),
        dates=on_dates(brief) if frame.cyclic else None,
        welcome=Fraction(beyond, frame.weeks),
    )


def on_dates(brief: Brief) -> tuple[int, int] | None:
    """Minutes drawn and granted on the dates of a roll-out: the vedtak may change there, or be used beforehand."""
    frame = dated_frame(brief, brief.period.rollout_weeks)
    given = granted_for(frame)
    if given is None:
        return None
    return sum(_by_week(frame, lambda one: granted(one, brief.settings.resting_granted))), given


def _by_week(frame: Frame, minutes: Callable[[Shift], int]) -> list[int]:
    """What the shifts to fill come to, and the events, which those who attend are paid for as well."""
    weeks = [sum(minutes(one) * one.wanted for one in week) for week in frame.by_week]
    for _, event in frame.fixed:
        if event.here:
            weeks[frame.week_of(event)] += minutes(event)
    return weeks
