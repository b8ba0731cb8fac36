"""The amount that a case asks for: an account, zone, supplement, full-time week or hourly pay."""

from decimal import Decimal

from roster.cases.case import Ask
from roster.domain.roster import Roster
from roster.domain.shift import Shift, granted, paid, worked
from roster.rules.full_time_week import by_hours
from roster.rules.profiles import profile
from roster.rules.supplements import supplement
from roster.rules.zones import night_minutes, red_days, red_minutes, sunday_minutes

PLACES = Decimal("0.01")


def asked(roster: Roster, ask: Ask) -> Decimal | None:
    """The amount, in the unit of interfaces.md section 2; None where nothing is known of it."""
    brief = roster.frame.brief
    who = ask.who or brief.assistants[0].id
    match ask.kind:
        case "full_time_week":
            hours = by_hours(roster, who) / 60
            return (Decimal(hours.numerator) / hours.denominator).quantize(PLACES)
        case "hourly":
            first = next(iter(roster.of(who)), None)
            if roster.frame.cyclic or first is None:
                return None
            return profile(brief.arrangement.tariff).hourly(round(Decimal(ask.value) * 60), first.start.date())
        case _:
            people = [who] if ask.who else [one.id for one in brief.assistants]
            amounts = [_minutes(roster, one, shift, ask) for one in people for shift in roster.of(one)]
            return None if None in amounts else Decimal(sum(filter(None, amounts)))


def _minutes(roster: Roster, who: str, shift: Shift, ask: Ask) -> int | None:
    frame = roster.frame
    settings = frame.brief.settings
    match ask.kind, ask.value:
        case "account", "worked":
            return worked(shift)
        case "account", "paid":
            return paid(shift, settings.resting_paid)
        case "account", "granted":
            return granted(shift, settings.resting_granted)
        case "red_minutes", _:
            return red_minutes(shift, red_days(frame))
        case "sunday_minutes", _:
            return sunday_minutes(shift, red_days(frame))
        case "night_minutes", _:
            return night_minutes(frame, shift, who)
        case "supplement", name:
            return supplement(frame, shift, name)
        case _:
            raise ValueError(f"ask: {ask.kind} {ask.value}")
