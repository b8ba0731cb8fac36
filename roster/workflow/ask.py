"""Asking about open shifts: whom next, who has answered what, and the shift to the first lawful yes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from roster.checking.check import check
from roster.domain.replies import Reply, Said, of_shift, times
from roster.domain.roster import Roster
from roster.domain.shift import Shift
from roster.domain.taking import Kind, Taking
from roster.planning.result import Stop
from roster.wording import ask_words as words
from roster.workflow.change import Change, ChangeWanted, Unlawful, change
from roster.workflow.change_said import Said as Told
from roster.workflow.current import Current, current, meant, run_later
from roster.workflow.folder import PLAN, VERSIONS, is_arrangement, opened_again
from roster.workflow.naming import assistant_named, shift_named
from roster.workflow.opening import read_plan
from roster.workflow.replies import replies_of, write_reply
from roster.workflow.troubles import refuse
from roster.workflow.who import WhoCan, day_of, who_can

MOST = 12
"""Open shifts that are told with whom to ask; the nearest first."""
SECONDS = 2.0
"""To give a shift to somebody needs no search."""


@dataclass(frozen=True, slots=True)
class Asking:
    """An open shift: who can take it in the order in which they are asked, and what each has said of it."""

    who: WhoCan
    said: tuple[Reply, ...]

    @property
    def shift(self) -> Shift:
        return self.who.shift


@dataclass(frozen=True, slots=True)
class Proposed:
    """A shift that a change which is not in use yet gives somebody, and what they have said of it."""

    change: Current
    shift: Shift
    who: str
    said: Said | None


@dataclass(frozen=True, slots=True)
class Open:
    """The open shifts from now on, the nearest first; ``more``: so many are not told here.

    ``current``: what runs today; each shift is of the version that runs on its day.
    """

    current: Current
    shifts: tuple[Asking, ...]
    more: int
    proposed: tuple[Proposed, ...] = ()


@dataclass(frozen=True, slots=True)
class Answered:
    """What was written down. ``given``: the version in which the shift is theirs. ``cannot``: why it is not.

    ``taken``: somebody else has it. ``proposed``: a change that is not in use yet gives it to them.
    """

    reply: Reply
    shift: Shift
    current: Current
    given: Change | None = None
    cannot: Taking | Unlawful | None = None
    taken: bool = False
    proposed: bool = False


def open_shifts(path: Path, now: datetime) -> Open:
    """Raises ``Faults``."""
    found = current(path, now.date())
    if found.folder is None or found.plan.dated.frame.cyclic:
        raise refuse(path, *words.NO_FOLDER)
    every = tuple(one for one in _later(found, path, now.date()) if not one.plan.dated.frame.cyclic)
    asked = times(replies_of(found.entries))
    lacking = sorted(
        ((shift, one) for one in every for shift in _lacking(one, _minute(one, now))),
        key=lambda pair: pair[0].span,
    )
    nearest = lacking[:MOST]
    reports = {one.version: check(one.plan.dated) for one in every if any(each is one for _, each in nearest)}
    replies = replies_of(found.entries)
    shifts = tuple(
        Asking(who_can(reports[one.version], shift, None, asked, now), tuple(of_shift(replies, shift.id).values()))
        for shift, one in nearest
    )
    proposed = tuple(each for one in every for each in _proposed(one, _minute(one, now)))
    return Open(found, shifts, max(0, len(lacking) - MOST), proposed)


def _later(found: Current, path: Path, today: date) -> tuple[Current, ...]:
    """What runs from today on, each with its own days; the version alone that the user names."""
    return run_later(found, today) if is_arrangement(path) else (found,)


def _minute(found: Current, now: datetime) -> int:
    return found.plan.dated.frame.clock.minute(now.replace(tzinfo=None, second=0, microsecond=0))


def _lacking(found: Current, minute: int) -> Iterator[Shift]:
    """The open shifts from the minute on, on the days that the version runs."""
    roster = found.plan.dated
    taken = _as_overtime(replies_of(found.entries), roster)
    for one, _ in roster.open:
        if one.span.start >= minute and one.id not in taken and found.has(one.start.date()):
            yield one


def _as_overtime(replies: Iterable[Reply], roster: Roster) -> frozenset[str]:
    """The shifts that somebody has taken as overtime, has not said no to since, and is not away from."""
    last = {(one.who, one.shift): one for one in replies if one.said is not Said.ASKED}
    away = {one.id: one.absences for one in roster.frame.people}
    return frozenset(
        one.shift
        for one in last.values()
        if one.overtime
        and one.shift in roster.frame.shift
        and not any(roster.frame.shift[one.shift].start.date() in gone.dates for gone in away.get(one.who, ()))
    )


def _proposed(found: Current, minute: int) -> Iterator[Proposed]:
    """What the change gives that was not theirs in the version that runs, or in the one that was changed."""
    before = found.in_use or found.changed_from
    if before is None or before == found.version or found.folder is None:
        return
    roster = found.plan.dated
    had = read_plan(found.folder / VERSIONS / before / PLAN).plan.dated.works
    replies = replies_of(found.entries)
    gained = ((roster.frame.shift[shift], who) for who, shift in roster.works - had)
    for shift, who in sorted(gained, key=lambda one: (one[0].span, one[1])):
        if shift.span.start >= minute and found.has(shift.start.date()):
            said = of_shift(replies, shift.id).get(who)
            yield Proposed(found, shift, who, None if said is None else said.said)


def answer(path: Path, shift: str, who: str, said: Said, by: str, now: datetime, stop: Stop) -> Answered:
    """Write down what somebody said; the first lawful yes gives them the shift in a new version. Raises ``Faults``."""
    found = meant(path, now.date(), lambda plan: day_of(plan, shift, path, now.date()))
    if found.folder is None or found.version is None:
        raise refuse(path, *words.NO_FOLDER)
    named = shift_named(found.plan, shift, path, now.date())
    if named.roster.frame.cyclic:
        raise refuse(path, *words.NO_FOLDER)
    person = assistant_named(found.plan.brief, who, path).id
    has = person in named.roster.on(named.shift.id)
    if has and not any(one.who == person and one.shift.id == named.shift.id for one in _proposed(found, 0)):
        raise refuse(path, *words.has_it(named.roster.frame, named.shift, person))
    reply = Reply(named.shift.id, person, said, now)
    answered = Answered(reply, named.shift, found, proposed=has)
    if said is Said.YES and not has:
        answered = _yes(answered, path, by, now, stop)
    with opened_again(found.folder) as folder:
        version = answered.given.options[0].number if answered.given is not None else found.version
        write_reply(folder, version, answered.reply, by, now)
    return answered


def _yes(answered: Answered, path: Path, by: str, now: datetime, stop: Stop) -> Answered:
    found, reply, shift = answered.current, answered.reply, answered.shift
    roster = found.plan.dated
    if shift.id in _as_overtime(replies_of(found.entries), roster) or len(roster.filling(shift.id)) >= max(
        1, shift.wanted
    ):
        return Answered(reply, shift, found, taken=True)
    can = who_can(check(roster), shift, None, {}, now)
    theirs = next((one.taking for one in can.able if one.taking.who == reply.who), None)
    if theirs is None or theirs.kind is Kind.MOVED:
        why = theirs or next(one for one in can.unable if one.who == reply.who)
        return Answered(reply, shift, found, cannot=why)
    if theirs.kind is Kind.OVERTIME:
        return Answered(replace(reply, overtime=True), shift, found)
    wanted = ChangeWanted(path, Told(give=((shift.id, reply.who),)), SECONDS, None, by)
    given = change(wanted, now, stop)
    if isinstance(given, Unlawful):
        return Answered(reply, shift, found, cannot=given)
    return Answered(reply, shift, found, given=given)
