"""Amounts, people, days and shifts as they are named in sentences about a plan."""

from collections.abc import Iterable
from datetime import date

from roster.domain.assistant import Hours
from roster.domain.brief import Brief
from roster.domain.days import ALL_WEEKDAYS, WeekRule, When
from roster.domain.frame import Frame
from roster.domain.shift import Shift
from roster.wording.numbers import WEEKDAYS, counted, listed, long_date, short_date
from roster.wording.numbers import hours_decimal as hours

__all__ = [
    "clock",
    "counted",
    "day",
    "days",
    "hours",
    "hours_words",
    "listed",
    "person",
    "seconds",
    "shift_name",
    "weekdays",
    "when_words",
]


def seconds(amount: float) -> str:
    return f"{amount:.1f}".replace(".", ",")


def person(brief: Brief, who: str) -> str:
    """The alias with the id behind it, or the one that there is."""
    alias = next((one.alias for one in brief.assistants if one.id == who), "")
    return f"{alias} ({who})" if alias and alias != who else who


def day(frame: Frame, on: date) -> str:
    """«onsdag 6. januar 2027», or «onsdag i uke 2» in a grunnturnus."""
    if frame.cyclic:
        return f"{WEEKDAYS[on.weekday()]} i uke {(on - frame.first_day).days // 7 + 1}"
    return long_date(on)


def shift_name(frame: Frame, shift: Shift) -> str:
    """Code, day and time of the clock: «N onsdag 6. januar 2027 kl. 22.30–07.30»."""
    return f"{shift.kind} {day(frame, shift.start.date())} kl. {shift.start:%H.%M}–{shift.end:%H.%M}"


def days(frame: Frame, dates: Iterable[date], most: int = 8) -> str:
    """Days in a row as from–to; so many stretches, then how many days are left."""
    stretches: list[list[date]] = []
    for one in sorted(set(dates)):
        if stretches and (one - stretches[-1][-1]).days == 1:
            stretches[-1].append(one)
        else:
            stretches.append([one])
    said = [
        day(frame, one[0]) if len(one) == 1 else f"{day(frame, one[0])}–{day(frame, one[-1])}"
        for one in stretches[:most]
    ]
    rest = sum(map(len, stretches[most:]))
    return listed([*said, counted(rest, "dag til", "dager til")] if rest else said)


def hours_words(times: Hours) -> str:
    """«tirsdag og torsdag kl. 08.00–15.00», «alle dager 21.06.2027–15.08.2027»."""
    said = when_words(times.when)
    if (times.start, times.end) == (0, 24 * 60):
        return said
    return f"{said} kl. {clock(times.start)}–{clock(times.end)}"


def when_words(when: When) -> str:
    """Which days are meant: weekdays, then weeks, then dates; dates alone where they are all that is said."""
    said = "røde dager" if when.red else weekdays(when.weekdays)
    match when.weeks:
        case WeekRule.ODD:
            said += " i oddetallsuker"
        case WeekRule.EVEN:
            said += " i partallsuker"
        case WeekRule.NAMED:
            said += f" i uke {listed([str(number) for number in sorted(when.named)])}"
        case WeekRule.ALL:
            pass
    if when.dates is None:
        return said
    first, last = short_date(when.dates.first), short_date(when.dates.last)
    dates = first if first == last else f"{first}–{last}"
    return dates if said == weekdays(ALL_WEEKDAYS) else f"{said} {dates}"


def weekdays(numbers: frozenset[int]) -> str:
    """«mandag–fredag», «lørdag og søndag», «alle dager»."""
    in_order = sorted(numbers)
    if len(in_order) == 7:
        return "alle dager"
    if len(in_order) > 2 and in_order[-1] - in_order[0] == len(in_order) - 1:
        return f"{WEEKDAYS[in_order[0]]}–{WEEKDAYS[in_order[-1]]}"
    return listed([WEEKDAYS[number] for number in in_order])


def clock(minute: int) -> str:
    """A minute of the day as 07.30; the end of it as 24.00."""
    return f"{minute // 60 % 24 if minute != 24 * 60 else 24:02d}.{minute % 60:02d}"
