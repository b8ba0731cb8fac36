"""Heltidsuke: the arithmetic of aml § 10-4 (6) and of the agreements that have 37,5, 33,6 and 35,5 in its place (D17).

Read as: full time is 40 hours less 10 minutes for every red hour and 15 for every night hour, between 36 and 38; by
agreement 37,5 less the same, between 33,6 and 35,5. What a part-timer works is scaled to full time first, R / p.
"""

from fractions import Fraction

from roster.domain.kinds import Tariff
from roster.domain.roster import Roster
from roster.rules import numbers
from roster.rules.ordinary import compensated
from roster.rules.profiles import DAY_WEEK, ROUND_WEEK, TURNUS_WEEK


def by_hours(roster: Roster, who: str) -> Fraction:
    """Minutes of the full-time week that the assistant's night and red hours give."""
    frame = roster.frame
    on = frame.first_day
    percent = Fraction(frame.brief.assistant(who).percent) / 100
    off = compensated(frame, [one for one in roster.of(who) if one.counts_in_limits]) / (percent or 1)
    if frame.brief.arrangement.tariff is Tariff.NONE:
        base, least, most = (
            numbers.ORDINARY_WEEK.on(on),
            numbers.ORDINARY_WEEK_ROUND.on(on),
            numbers.ORDINARY_WEEK_SUNDAYS.on(on),
        )
    else:
        base, least, most = DAY_WEEK, ROUND_WEEK, TURNUS_WEEK
    return min(max(base - off, Fraction(least)), Fraction(most))
