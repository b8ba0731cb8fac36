"""What would loosen a reason: an agreement, a bigger position, a weekend more, another need."""

from collections.abc import Iterator
from fractions import Fraction
from math import ceil

from roster.domain.brief import Brief
from roster.domain.contract import blocks
from roster.domain.frame import Frame
from roster.domain.kinds import Covers, WhenShort
from roster.domain.reason import Reason
from roster.domain.shift import paid
from roster.planning.result import WayOut
from roster.rules.terms import Terms, terms

LESS_NEED = "less-need"
FULL = 100
"""Percent of a whole position."""
WAYS = (
    "agreement",
    "bigger-position",
    "wants-more",
    "more-nights",
    "more-weekends",
    "more-hours",
    "more-available",
    "employed-then",
    "move-vacation",
    "drop-demand",
    "drop-pin",
    "train",
    LESS_NEED,
    "more-vedtak",
    "open-shifts",
    "move-event",
    "less-elsewhere",
    "add-break",
    "someone-of-age",
    "more-people",
)
"""Every ``WayOut.kind``; ``what`` is a paragraph, a part of a position, a place in the brief, or a shift."""

ABOUT = {
    "daily-rest": "daily_rest",
    "weekly-rest": "weekly_rest",
    "hours-day": "day",
    "single-week": "week",
    "hours-week": "average",
    "average-8-weeks": "week_average",
    "total-hours": "total_day",
    "sundays": "sunday_basis",
    "night-average": "night_day",
}
"""Where the number of a rule stands among the terms in force."""


def ways_out(frame: Frame, reason: Reason) -> Iterator[WayOut]:
    """What could be done about the reason, the nearest first; never nothing."""
    nearest = tuple(_nearest(frame, reason))
    yield from nearest or (WayOut("more-people"),)


def _nearest(frame: Frame, reason: Reason) -> Iterator[WayOut]:
    brief, who = frame.brief, reason.who
    match reason.rule:
        case "agreed-hours" | "contract-hours":
            yield from _of_position(frame, who)
        case "krav":
            yield _about_krav(reason)
        case "availability":
            yield WayOut("more-available", who)
        case "employment":
            yield WayOut("employed-then", who)
        case "vacation":
            yield WayOut("move-vacation", who)
        case "skills":
            of_event = reason.what in frame.shift and frame.shift[reason.what].event is not None
            yield WayOut("move-event" if of_event else "train", who, reason.what)
        case "event" | "two-places":
            yield from _of_fixed(frame, who, reason.what)
        case "breaks" | "young-breaks":
            yield WayOut("add-break", who)
        case "young-hours" | "young-night" | "young-rest":
            yield WayOut("someone-of-age", who)
        case "need-filled":
            yield WayOut(LESS_NEED, "", reason.what)
            if any(one.wanted > len(frame.people) for one in frame.shifts if reason.what in (one.id, one.kind)):
                yield WayOut("more-people")
        case "vedtak":
            covers = reason.what in tuple(Covers)
            yield WayOut("more-vedtak", what=reason.what if covers else "")
            if brief.vedtak.when_short is WhenShort.STOP and not covers:
                yield WayOut("open-shifts")
        case rule if rule in ABOUT and who:
            yield from _agreements(brief, who, rule)


def _about_krav(reason: Reason) -> WayOut:
    what, _, _ = reason.what.partition(":")
    kinds = {"nights": "more-nights", "weekends": "more-weekends", "minutes": "more-hours", "pin": "drop-pin"}
    return WayOut(kinds.get(what, "drop-demand"), reason.who, reason.what)


def _agreements(brief: Brief, who: str, rule: str) -> Iterator[WayOut]:
    in_force: Terms = terms(brief, who)
    owed = getattr(in_force, ABOUT[rule])
    for could in owed.could if owed is not None else ():
        yield WayOut("agreement", who, could)


def _of_position(frame: Frame, who: str) -> Iterator[WayOut]:
    """Who has a full position takes no bigger one."""
    one, missing = frame.brief.assistant(who), _missing_position(frame, who)
    if max(one.percent, one.wants_up_to or 0) < FULL:
        yield WayOut("bigger-position", who, missing)
        yield WayOut("wants-more", who)
    elif missing:
        yield WayOut("bigger-position", "", missing)


def _of_fixed(frame: Frame, who: str, what: str) -> Iterator[WayOut]:
    """What is fixed beforehand for the assistant, or that one thing of it, may lie at another time."""
    fixed = [one for one in frame.fixed_of(who) if what in ("", one.id)]
    if any(one.event is not None for one in fixed):
        yield WayOut("move-event", who, what)
    if any(one.elsewhere is not None for one in fixed):
        yield WayOut("less-elsewhere", who, what)


def _missing_position(frame: Frame, who: str) -> str:
    """How much of a full position the need exceeds all positions by, two decimals and never less; empty if none."""
    per_hour = frame.brief.settings.resting_paid
    need = sum(paid(one, per_hour) * one.wanted for one in frame.shifts)
    held = sum((block.wanted or 0 for one in frame.people for block in blocks(frame, one)), Fraction(0))
    lacking = (need - held) / frame.weeks / frame.brief.assistant(who).full_time_week
    return f"{ceil(100 * lacking) / 100:.2f}" if lacking > 0 else ""
