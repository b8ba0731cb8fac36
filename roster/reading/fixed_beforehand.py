"""What is fixed beforehand and cannot come true: shifts nobody needs, two things at once, too little training."""

from collections.abc import Iterator
from datetime import date

from roster.domain.assistant import Assistant
from roster.domain.brief import Brief
from roster.domain.dated import dated_frame
from roster.domain.days import When
from roster.domain.frame import Frame, frame_of, training_days
from roster.domain.kinds import Form, WishSort
from roster.wording.numbers import counted
from roster.wording.plan_words import days, when_words


def nowhere(brief: Brief) -> list[str]:
    """Shifts that somebody has for sure, or asks for, on days when none is needed: nobody is set on them."""
    asked = [(one.id, "har fast vakt", pin.kind, pin.when) for one in brief.assistants for pin in one.pins]
    asked += [
        (one.who, "ønsker", one.kind, one.when or When())
        for one in brief.wishes
        if one.sort is WishSort.THIS_SHIFT and one.kind is not None
    ]
    for frame in _frames(brief):
        if not asked:
            break
        needed = [(one.kind, one.start.date()) for one in frame.shifts]
        first, last = frame.dates[0], frame.dates[-1]
        asked = [
            (who, has, kind, when)
            for who, has, kind, when in asked
            if not any(code == kind and frame.meets(when, day) for code, day in needed)
            and (frame.cyclic or when.dates is None or (when.dates.first <= last and when.dates.last >= first))
        ]
    return [
        f"{who} {has} {kind} {when_words(when)}, men {kind} trengs ikke da, så den blir ikke satt."
        for who, has, kind, when in asked
    ]


def at_once(brief: Brief) -> list[str]:
    """Fixed shifts, meetings and work elsewhere of one assistant at the same time: no planner can mend that.

    Work for others is no matter of ours, so that shifts are planned and changed beside a meeting in it, and the check
    tells of it. Between all else no turnus is possible.
    """
    people = [one for one in brief.assistants if len(_fixed(brief, one)) > 1]
    found: dict[tuple[str, str, str, bool], tuple[Frame, list[date]]] = {}
    dated = any(when.dated for one in people for when in _fixed(brief, one))
    for frame in _frames(brief) if people else ():
        if not (dated or frame.form is brief.period.form):
            break  # the dates have nothing that the cycle has not
        for one in people:
            for this, other, ours, day in _clashes(frame, one):
                known, dates = found.setdefault((one.id, this, other, ours), (frame, []))
                if known is frame:
                    dates.append(day)
    return [
        f"{who} har {this} og {other} samtidig {days(frame, on)}. "
        + ("Da finnes ingen turnus." if ours else "Vaktene legges utenom begge, og kontrollen sier fra.")
        for (who, this, other, ours), (frame, on) in found.items()
    ]


def untrained(brief: Brief) -> list[str]:
    """Those who get no shift at all, for the plan has not so many training shifts as they are to have first."""
    asked = [one for one in brief.assistants if one.alone_after]
    if not asked:
        return []
    *_, dates = _frames(brief)
    there = " på datoene" if brief.period.form is Form.CYCLE else ""
    had = {one.id: len(training_days(dates, one.id)) for one in asked}
    return [
        f"{one.id} skal ha {counted(one.alone_after, 'opplæringsvakt', 'opplæringsvakter')} først, og grunnlaget har"
        f" {had[one.id] or 'ingen'}, så {one.id} får ingen vakter{there}. Skriv dem i «hendelser»."
        for one in asked
        if had[one.id] < one.alone_after
    ]


def _frames(brief: Brief) -> Iterator[Frame]:
    """The plan itself, then the dates to which a grunnturnus is rolled out."""
    yield frame_of(brief)
    if brief.period.form is Form.CYCLE:
        yield dated_frame(brief, brief.period.rollout_weeks)


def _fixed(brief: Brief, one: Assistant) -> list[When]:
    events = [event.when for event in brief.events if one.id in event.who]
    return [*events, *(pin.when for pin in one.pins), *(work.hours.when for work in one.elsewhere)]


def _clashes(frame: Frame, one: Assistant) -> Iterator[tuple[str, str, bool, date]]:
    """Two things that overlap, in order of time, whether both bind the plan, and the day on which the later begins."""
    there = {shift.id: (shift, shift.kind) for shift in frame.fixed_of(one.id) if not shift.is_standby}
    pinned = {
        shift.id: (shift, f"fast vakt {pin.kind}")
        for pin in one.pins
        for shift in frame.by_kind.get(pin.kind, ())
        if frame.meets(pin.when, shift.start.date())
    }
    ordered = sorted((there | pinned).values(), key=lambda pair: (pair[0].span, pair[1]))
    for number, (shift, name) in enumerate(ordered, start=1):
        for later, other in ordered[number:]:
            if later.span.start >= shift.span.end:
                break
            ours = bool({shift.id, later.id} & pinned.keys()) or (shift.counts_in_limits and later.counts_in_limits)
            yield name, other, ours, later.start.date()
