"""Everyone on a shift can do what it asks: skills of all, skills of some, and not alone before training.

Read as: each who works a shift has every skill asked of all, valid on the day it starts; of those on it, as many
as the brief says have each skill asked of some; who is to be trained first has had that many training shifts
before; and the mentor of a training shift is at work then. In a cycle training is not counted (D25).
"""

from bisect import bisect_right
from collections.abc import Iterator

from roster.domain.assistant import Assistant
from roster.domain.finding import Finding, Unit, Verdict
from roster.domain.frame import Frame, training_days
from roster.domain.kinds import EventSort
from roster.domain.rhythm import holds_skills, skills_on
from roster.domain.roster import Roster
from roster.domain.rotation import places
from roster.domain.shift import Shift
from roster.domain.spans import Span
from roster.rules.asking import because, ids
from roster.rules.numbers import brief_place
from roster.rules.rule import FoundBy, Rule
from solver.problem import Cover, Limit, Occasions, Off

ID = "skills"
SOURCE = brief_place("assistenter")


def check(roster: Roster) -> Iterator[Finding]:
    for person in roster.frame.people:
        yield from check_of(roster, person)
    yield from _some(roster)


def check_of(roster: Roster, person: Assistant) -> Iterator[Finding]:
    """What is found of one assistant."""
    lacking = [*_own(roster, person), *_untrained(roster, person), *_without_mentor(roster, person)]
    yield from lacking
    if not lacking:
        yield Finding(ID, Verdict.OK, person.id, None, None, None, Unit.COUNT, SOURCE)


def _across(roster: Roster, _: FoundBy) -> Iterator[Finding]:
    return _some(roster)


def _trained_by(frame: Frame, who: str) -> Iterator[str]:
    """Those whom the assistant trains."""
    return (one for event in frame.brief.events if event.mentor == who for one in event.who)


def _missing(who: str | None, span: Span, place: str, measured: int, limit: int, **facts: str | int) -> Finding:
    source = brief_place(place) if place else SOURCE
    return Finding(ID, Verdict.MISSING, who, span, measured, limit, Unit.COUNT, source, facts=facts)


def _own(roster: Roster, person: Assistant) -> Iterator[Finding]:
    for shift in roster.duties(person.id):
        if shift.skills:
            lacks = shift.skills - skills_on(person, shift.start.date())
            for skill in sorted(lacks):
                yield _missing(
                    person.id, shift.span, person.place, 0, 1, why="lacks", skill=skill, shift=shift.id, kind=shift.kind
                )


def _some(roster: Roster) -> Iterator[Finding]:
    """The skills asked of some on a shift; people who are not there are the business of another rule."""
    for shift in roster.frame.asking_skills:
        for need in shift.skill_needs:
            on = roster.filling(shift.id)
            able = sum(need.skill in skills_on(roster.frame.brief.assistant(who), shift.start.date()) for who in on)
            if able < need.count and on:
                yield _missing(
                    None,
                    shift.span,
                    shift.place,
                    able,
                    need.count,
                    why="few",
                    skill=need.skill,
                    shift=shift.id,
                    kind=shift.kind,
                )


def _untrained(roster: Roster, person: Assistant) -> Iterator[Finding]:
    if not person.alone_after or roster.frame.cyclic:
        return
    trained = training_days(roster.frame, person.id)
    for shift in roster.duties(person.id):
        if shift.event is None:
            had = bisect_right(trained, shift.start)
            if had < person.alone_after:
                yield _missing(
                    person.id,
                    shift.span,
                    person.place,
                    had,
                    person.alone_after,
                    why="untrained",
                    shift=shift.id,
                    kind=shift.kind,
                )


def _without_mentor(roster: Roster, person: Assistant) -> Iterator[Finding]:
    mentors = {
        event.id: (event.mentor, event.kind)
        for event in roster.frame.brief.events
        if event.mentor is not None and event.sort is EventSort.TRAINING and person.id in event.who
    }
    if not mentors:
        return
    for shift in roster.duties(person.id):
        mentor, kind = mentors.get(shift.id[11:], (None, None)) if shift.event else (None, None)
        if mentor and not any(_beside(one, shift, kind) for one in roster.duties(mentor)):
            yield _missing(
                person.id, shift.span, shift.place, 0, 1, why="mentor", mentor=mentor, shift=shift.id, kind=shift.kind
            )


def _beside(shift: Shift, training: Shift, kind: str | None) -> bool:
    return shift.event is None and shift.span.overlap(training.span) > 0 and kind in (None, shift.kind)


def limits(frame: Frame) -> Iterator[Limit]:
    """Who lacks a skill the kind asks of all is off it; where a place asks for one, enough of the able are on it."""
    for assistant in frame.people:
        lacking = ids(one for one in frame.shifts if not holds_skills(assistant, one))
        if lacking:
            yield Off(assistant.id, lacking, because(ID, assistant.id))
        yield from _training(frame, assistant)
    yield from _mentors(frame)
    for shift in frame.shifts:
        for asked in shift.skill_needs:
            day = shift.start.date()
            able = tuple(one.id for one in frame.people if asked.skill in skills_on(one, day))
            works = tuple(one for one in places(frame, shift) if one[0] in able) if frame.rotations else None
            yield Cover(
                f"{shift.id} {asked.skill}",
                (shift.id,),
                because(ID, "", shift.id),
                least=asked.count,
                people=able,
                works=works,
            )


def _training(frame: Frame, assistant: Assistant) -> Iterator[Limit]:
    """Off what comes before enough training is had."""
    who = assistant.id
    if assistant.alone_after and not frame.cyclic:
        trained = training_days(frame, who)
        early = ids(one for one in frame.shifts if bisect_right(trained, one.start) < assistant.alone_after)
        if early:
            yield Off(who, early, because(ID, who))


def _mentors(frame: Frame) -> Iterator[Limit]:
    """On each training shift the mentor works a shift beside it."""
    training = {one.id: one for one in frame.brief.events if one.sort is EventSort.TRAINING}
    for who, shift in frame.fixed:
        event = training.get(shift.id[11:]) if shift.event else None
        if event is not None and event.mentor is not None:
            beside = ids(other for other in frame.shifts if _beside(other, shift, event.kind))
            yield Occasions(event.mentor, (beside,), because(ID, who, shift.id), least=1)


RULE = Rule(ID, SOURCE, check, limits, check_of, _across, _trained_by)
