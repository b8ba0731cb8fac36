"""A roster again after something has changed: as little as can be is otherwise, and nothing before the change (D38).

What nobody can work any longer is taken out, and stands open. First it is sought given to others with all else as it
was: then every open shift is one that somebody gets, and fewer changes there cannot be. Where some of it stays open,
shifts may be moved too, near the change first. In that order it is dear to leave a shift open that was filled, to
change a shift (more so within the notice), to pass by who has the first right to more (§ 14-3, D29), to trouble one
more person, and to go against a wish.
"""

import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import ceil
from typing import TypeGuard

from roster.domain.answer import Aim, Answer
from roster.domain.assistant import Assistant
from roster.domain.contract import Block, blocks, half_a_shift
from roster.domain.frame import Frame
from roster.domain.kinds import Position
from roster.domain.reason import Reason
from roster.domain.roster import Roster
from roster.domain.rotation import places
from roster.domain.shift import paid, worked
from roster.domain.spans import DAY
from roster.planning.better import wishes
from roster.planning.changed import Changed
from roster.planning.former import CHANGED_FROM
from roster.planning.problem import BACKGROUND, fixed_works, priced_problem, roster_of
from roster.planning.search import Search
from roster.rules.asking import mine
from roster.rules.position_extra import has_priority
from solver import judge
from solver.least_change import least_change
from solver.problem import Cover, Fixed, Limit, Minutes, Off, Problem, Works, places_of
from solver.result import Made
from solver.still_kept import still_kept

OPEN_MINUTE, SHORT_MINUTE = 5_000_000, 1_000_000
"""A minute left open that was filled; a minute short of contract by more than half a shift, who was not so before."""

SHIFT = 50_000_000
"""A shift that somebody gets or loses: dearer than all below together, so that fewest are fewest whatever else."""

NOTICE, RIGHT, PERSON = 300_000, 100_000, 10_000
"""A change within the notice; each step down from who has the first right to a shift; a person for whom anything is

otherwise. Wishes cost what they cost in any plan."""

PROMISE = 900_000
"""A shift that goes to another than who has said yes to it: dearer than who has the first right."""

FEW_PERSONS = 20_000_000
"""A person where as few as possible are to be troubled: dearer than any order of rights."""

BROKEN, ALREADY = 10**13, "already-broken"
"""What is broken already and cannot be told apart from what would be: dearer than all that any change could gain."""

NEAR = (3 * DAY, None)
"""Minutes before and after what is open within which others are moved: first what people can agree on between them."""


def answers(
    changed: Changed, search: Search, seconds: float, refused: Works = frozenset(), promised: Works = frozenset()
) -> tuple[Answer, ...]:
    """The answer to recommend, and others where there is a choice.

    ``refused``: who cannot be given which shift; ``promised``: who has said yes to which, and gets it before others.
    """
    asked = _Asked(changed, refused, promised)
    ends = time.monotonic() + seconds
    if changed.seeks_hours:
        return (asked.with_hours(search, seconds),)
    if not changed.open:
        nothing = as_it_is(changed)
        return (replace(nothing, least=nothing.changes, proven=True),)
    first = asked.unmoved(Aim.RIGHTS, search, seconds / 4)
    found = [first]
    if first.open:
        moving = asked.moved(first, search, ends - time.monotonic())
        if asked.left_open(moving.works) < asked.left_open(first.works):
            found = [moving, replace(first, aim=Aim.NOBODY_MOVED)]
    best = found[0]
    gets = {who for who, _ in best.works - changed.start}
    if not best.open and not best.moved and len(gets) > 1:
        fewer = asked.unmoved(Aim.FEW_PEOPLE, search, seconds / 8)
        if not fewer.open and len(fewer.people) < len(best.people):
            found.append(fewer)
    if not best.open and gets & asked.substitutes:
        own = asked.unmoved(Aim.NO_SUBSTITUTES, search, seconds / 8)
        if own.open:
            own = asked.moved(own, search, min(seconds / 2, ends - time.monotonic()))
        if not own.open:
            found.append(own)
    return tuple(one for at, one in enumerate(found) if all(one.works != other.works for other in found[:at]))


def as_it_is(changed: Changed) -> Answer:
    """Nothing done about it: what is open stays so."""
    return _Asked(changed, frozenset()).answer(Aim.NOBODY_MOVED, changed.start)


@dataclass(frozen=True)
class _Asked:
    """The change as the solver is asked it."""

    changed: Changed
    refused: Works
    promised: Works = frozenset()

    @cached_property
    def frame(self) -> Frame:
        return self.changed.frame

    @cached_property
    def start(self) -> Works:
        return self.changed.start | fixed_works(self.frame)

    @cached_property
    def substitutes(self) -> frozenset[str]:
        """Those who are called in, and have no position that the shifts are part of."""
        few = (Position.SUBSTITUTE, Position.ON_CALL)
        return frozenset(one.id for one in self.frame.people if one.position in few)

    @cached_property
    def lawful(self) -> Problem:
        """Every rule but for what is broken of it already, which is nobody's hindrance.

        Need has a price where it was filled; where it was open before, it may stay so.
        """
        every = priced_problem(self.frame, wishes.limits(self.frame))
        covers = [one for one in every.limits if _is_cover(one)]
        others = replace(every, limits=tuple(one for one in every.limits if not _is_cover(one)))
        kept = still_kept(others, self.start, BROKEN, Reason(ALREADY).key)
        return replace(every, limits=(*kept, *self._covers(every, covers), *self._hours(), *self._before()))

    def _covers(self, every: Problem, covers: Iterable[Cover]) -> Iterator[Limit]:
        """What is filled stays so; what the change has left open has a price, and what was open before none."""
        firm = []
        for one in covers:
            shift = self.frame.shift[Reason.of(one.because).what]
            there = sum(place in self.start for place in places_of(self._ids, one))
            if shift.span.start < self.changed.since:
                continue
            if shift.id not in self.changed.open:
                firm.append(replace(one, least=min(one.least, there), cost=None))
            elif one.id == shift.id:
                before = self.changed.open_before.get(shift.id, 0)
                yield replace(one, least=max(0, one.least - before), cost=OPEN_MINUTE * worked(shift))
            else:
                firm += self._others(one)
        lacking = {id(one) for one in judge.broken(replace(every, limits=tuple(firm)), self.start)}
        yield from (one for one in firm if id(one) not in lacking)

    def _others(self, able: Cover) -> Iterator[Cover]:
        """Those without the skill leave so many places on the shift to who has it, though these then stay open."""
        shift = self.frame.shift[able.shifts[0]]
        have = {who for who, _ in places_of(self._ids, able)}
        others = tuple(one for one in self._ids if one not in have)
        works = tuple(one for one in places(self.frame, shift) if one[0] not in have)
        yield Cover(
            f"{able.id} others",
            able.shifts,
            able.because,
            most=max(0, shift.up_to - able.least),
            people=others,
            works=works if able.works is not None else None,
        )

    @cached_property
    def _ids(self) -> tuple[str, ...]:
        return tuple(one.id for one in self.frame.people)

    def _hours(self) -> Iterator[Limit]:
        """Nobody falls shorter of their contract than they do as it is; who is new gets the hours of theirs."""
        per_hour = self.frame.brief.settings.resting_paid
        for person in self.frame.people:
            slack = half_a_shift(self.frame, person)
            for number, block in enumerate(blocks(self.frame, person)):
                amounts = {
                    one.id: paid(one, per_hour)
                    for one in mine(self.frame, person.id)
                    if one.here and block.first <= self.frame.week_of(one) < block.last
                }
                least = ceil(block.due) - slack
                if person.id not in self.changed.seeks_hours:
                    least = min(least, sum(amounts.get(shift, 0) for who, shift in self.start if who == person.id))
                if amounts and least > 0:
                    why = Reason("short", person.id, str(number)).key
                    yield Minutes(person.id, tuple(amounts.items()), why, least=least, cost=SHORT_MINUTE)

    def _before(self) -> Iterator[Limit]:
        """What has begun is as it was."""
        begun = [one.id for one in self.frame.shifts if one.span.start < self.changed.since]
        yield from self._as_it_was(begun, frozenset(), self.frame.people)
        later = (one.id for one in self.frame.shifts if one.span.start >= self.changed.since)
        away = [one for one in self.frame.people if one.id in self.changed.away]
        yield from self._as_it_was(later, frozenset(), away)

    def _as_it_was(self, shifts: Iterable[str], free: frozenset[str], people: Iterable[Assistant]) -> Iterator[Limit]:
        """Of these shifts each has those that they have now, and others only where they are ``free``."""
        every = tuple(shifts)
        for person in people:
            off = tuple(one for one in every if one not in free and (person.id, one) not in self.start)
            if off:
                yield Off(person.id, off, BACKGROUND)
            own = tuple(one for one in every if (person.id, one) in self.start)
            if own:
                yield _kept(person.id, own)

    def _given(self) -> Iterator[Limit]:
        """What was asked for stays, and what cannot be is not tried again."""
        theirs: dict[str, list[str]] = defaultdict(list)
        for who, shift in sorted(self.changed.taken):
            theirs[who].append(shift)
        for who, own in theirs.items():
            yield _kept(who, tuple(own))
        for who, shift in sorted(self.refused):
            yield Off(who, (shift,), BACKGROUND)

    def _promises(self) -> Iterator[Limit]:
        """Who has said yes to a shift gets it rather than anybody else who could."""
        for who, shift in sorted(self.promised):
            if shift in self.frame.shift:
                for person in self.frame.people:
                    if person.id != who and (person.id, shift) not in self.start:
                        yield Off(person.id, (shift,), Reason("promised", who, shift).key, PROMISE)

    def _rights(self, aim: Aim) -> Iterator[Limit]:
        """Each shift that somebody gets costs more, the further down in the order of § 14-3 and D29 they stand."""
        for person in self.frame.people:
            other = tuple(
                one.id
                for one in self.frame.shifts
                if one.span.start >= self.changed.since and (person.id, one.id) not in self.start
            )
            if aim is Aim.NO_SUBSTITUTES and person.id in self.substitutes:
                yield Off(person.id, other, BACKGROUND)
            elif other and (step := self._step(person)):
                yield Off(person.id, other, Reason("beyond-contract", person.id).key, step * RIGHT)

    def _step(self, person: Assistant) -> int:
        """How far down in the order somebody stands: 0 for the first right to more, or own hours they lack."""
        own = self._paid_to(person)
        lacks = any(had < block.contract - half_a_shift(self.frame, person) for block, had in own)
        return 0 if has_priority(person) or lacks else 1 + list(Position).index(person.position)

    def _paid_to(self, person: Assistant) -> list[tuple[Block, int]]:
        """What each stretch of the contract amounts to, with the paid minutes that they have of it as it is."""
        per_hour = self.frame.brief.settings.resting_paid
        duties = Roster(self.frame, self.changed.start).duties(person.id)
        return [
            (
                block,
                sum(paid(one, per_hour) for one in duties if block.first <= self.frame.week_of(one) < block.last),
            )
            for block in blocks(self.frame, person)
        ]

    def _late(self) -> Iterator[Limit]:
        """What is changed within the notice costs more; the open shifts there must be given in any case."""
        soon = [
            one.id
            for one in self.frame.shifts
            if self.changed.since <= one.span.start < self.changed.notice and one.id not in self.changed.open
        ]
        for person in self.frame.people:
            own = tuple(one for one in soon if (person.id, one) in self.start)
            other = tuple(one for one in soon if (person.id, one) not in self.start)
            because = Reason("late", person.id).key
            if own:
                yield replace(_kept(person.id, own), because=because, cost=NOTICE)
            if other:
                yield Off(person.id, other, because, NOTICE)

    def problem(self, aim: Aim, far: Sequence[str], free: frozenset[str]) -> Problem:
        """``far``: shifts that stay as they are, where they are not ``free`` for who has none of them."""
        limits = (
            *self.lawful.limits,
            *self._given(),
            *self._promises(),
            *self._rights(aim),
            *self._late(),
            *self._as_it_was(far, free, self.frame.people),
        )
        return least_change(
            replace(self.lawful, limits=limits),
            self.start,
            shift=SHIFT,
            person=FEW_PERSONS if aim is Aim.FEW_PEOPLE else PERSON,
            because=lambda who: Reason(CHANGED_FROM, who).key,
        )

    def unmoved(self, aim: Aim, search: Search, seconds: float) -> Answer:
        """The open shifts given to others, as far as they can be with nothing else otherwise."""
        after = [one.id for one in self.frame.shifts if one.span.start >= self.changed.since]
        problem = self.problem(aim, after, frozenset(self.changed.open))
        made = search.closely(problem, seconds, self.start)
        answer = self.answer(aim, made.works if isinstance(made, Made) else self.start)
        # Each open shift is one that somebody gets, so where all are given and nothing else is done, none can be fewer.
        proven = (isinstance(made, Made) and made.proven) or not answer.open
        return replace(answer, least=answer.changes if proven else 0, proven=proven)

    def moved(self, first: Answer, search: Search, seconds: float) -> Answer:
        """Others moved too, nearest to what is open first; ``first``: what there is with nobody moved."""
        ends = time.monotonic() + seconds
        # That nothing better is found with nobody moved says nothing of when others are.
        best = replace(first, least=0, proven=False)
        for near in NEAR:
            left = ends - time.monotonic()
            if left <= 0 or search.stopped():
                break
            problem = self.problem(first.aim, self._far(first.open, near), frozenset(self.changed.open))
            start = best.works | fixed_works(self.frame)
            made = search.closely(problem, left if near is None else left / 2, start)
            if isinstance(made, Made):
                found = self.answer(first.aim, made.works)
                if (self.left_open(found.works), found.changes) <= (self.left_open(best.works), best.changes):
                    whole = near is None
                    least = self._least(found, first, made, whole)
                    proven = least >= found.changes and (not found.open or (whole and made.proven))
                    best = replace(found, least=least, proven=proven)
            if best.proven:
                break
        return best

    def with_hours(self, search: Search, seconds: float) -> Answer:
        """Where somebody new is to have hours, everything may move for it."""
        made = search.closely(self.problem(Aim.RIGHTS, (), frozenset()), seconds, self.start)
        found = self.answer(Aim.RIGHTS, made.works if isinstance(made, Made) else self.start)
        proven = isinstance(made, Made) and made.proven
        return replace(found, least=found.changes if proven else 0, proven=proven)

    def _far(self, opened: Iterable[str], near: int | None) -> list[str]:
        """The shifts that stay as they are: further away than that from all that is open."""
        if near is None:
            return []
        starts = [self.frame.shift[one].span.start for one in opened]
        return [
            one.id
            for one in self.frame.shifts
            if one.span.start >= self.changed.since and all(abs(one.span.start - at) > near for at in starts)
        ]

    def _least(self, found: Answer, first: Answer, made: Made, whole: bool) -> int:
        """How few changes a roster that leaves as little open can have, as far as it is known.

        A shift that is not open changes hands from one to another, so beyond the open ones changes come in pairs; and
        that none is enough is known when it was proven that they cannot all be given with nobody moved.
        """
        if whole and made.proven:
            return found.changes
        told = 0
        if whole:
            # Whatever else a roster costs is less than one shift, but for what it leaves open and whom it leaves short.
            costs = ((Reason.of(key).rule, points) for key, points in made.cost_by_reason.items())
            told = (made.bound - sum(points for rule, points in costs if rule in ("open", "short", ALREADY))) // SHIFT
        if found.open:
            return max(0, told)
        asked = sum(self.changed.open.values()) + len(self.changed.taken - self.changed.kept)
        return max(told, asked + (2 if first.proven and first.open else 0))

    def answer(self, aim: Aim, works: Works) -> Answer:
        roster = roster_of(self.frame, works)
        differs = roster.works ^ self.changed.kept
        gains = roster.works - self.changed.kept
        people = {who for who, _ in differs - self.changed.back}
        return Answer(
            aim,
            roster.works,
            len(differs),
            tuple(one.id for one in self.frame.people if one.id in people),
            len(self.changed.kept - roster.works),
            sum(self.frame.shift[shift].span.start < self.changed.notice for _, shift in gains - self.changed.back),
            tuple(self.changed.newly_open(roster.works)),
            back=len(gains & self.changed.back),
        )

    def left_open(self, works: Works) -> int:
        """Minutes of it."""
        return sum(
            worked(self.frame.shift[shift]) * lacking for shift, lacking in self.changed.newly_open(works).items()
        )


def _kept(who: str, shifts: tuple[str, ...]) -> Fixed:
    return Fixed(who, shifts, BACKGROUND)


def _is_cover(limit: Limit) -> TypeGuard[Cover]:
    """It asks for people on a shift, at the price of leaving it open."""
    return isinstance(limit, Cover) and Reason.of(limit.because).rule == "open"
