"""Where the dates differ from the grunnturnus, and what lies behind each cell (D27).

A shift is gone because of vacation, another need or a rule that keeping it would break; a shift has come because it
was somebody else's, and then that person's reason is told. What nothing of this explains follows from other changes.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from roster.domain.days import is_red
from roster.domain.frame import Frame
from roster.domain.plan import Change
from roster.domain.reason import Reason
from roster.domain.roster import Roster
from roster.planning.problem import fixed_works
from roster.rules.sundays import ID as SUNDAYS
from solver.judge import passed_by_more
from solver.problem import Limit, Problem, Works

RED_DAY, NEED, VACATION, EMPLOYMENT = "red-day", "need-changed", "vacation", "employment"
KEPT, COVERS, WAS_OPEN, FOLLOWS = "kept", "covers", "was-open", "changed"
"""Rules of reasons: what keeping the shift would break, whose shift it was, nobody's, or nothing of all this."""


def changes(
    cycle: Roster, dated: Roster, copied: Works, problem: Problem, known: Iterable[Change] = ()
) -> Iterator[Change]:
    """The cells, person by date, that differ; ``copied`` is the grunnturnus repeated over the dates.

    ``problem`` is what the solver was asked for the dates. ``known``: cells that have a reason already, and keep it
    while they stand as they did.
    """
    told = {(one.who, one.day): one for one in known}
    behind = _Behind(cycle, dated, copied, problem)
    for assistant in dated.frame.people:
        who = assistant.id
        usual, now = _kinds(cycle, who), _kinds(dated, who)
        for day in dated.frame.dates:
            before, after = usual.get(behind.in_cycle(day), ()), now.get(day, ())
            one = told.get((who, day))
            if one is not None and (one.before, one.after) == (before, after):
                yield one
            elif before != after:
                yield Change(who, day, before, after, tuple(behind.cell(who, day, before, after)))


def _kinds(roster: Roster, who: str) -> Mapping[date, tuple[str, ...]]:
    """The codes of the assistant's shifts by the date on which they start."""
    found: dict[date, list[str]] = defaultdict(list)
    for one in roster.of(who):
        found[one.start.date()].append(one.kind)
    return {day: tuple(sorted(kinds)) for day, kinds in found.items()}


@dataclass(frozen=True)
class _Behind:
    cycle: Roster
    dated: Roster
    copied: Works
    problem: Problem
    _known: dict[tuple[str, str], Reason] = field(default_factory=dict)

    @property
    def frame(self) -> Frame:
        return self.dated.frame

    def in_cycle(self, day: date) -> date:
        """The day of the grunnturnus that repeats on this date."""
        return self.frame.first_day + timedelta(days=(day - self.frame.first_day).days % (self.cycle.frame.weeks * 7))

    def cell(self, who: str, day: date, before: tuple[str, ...], after: tuple[str, ...]) -> Iterator[str]:
        """The reasons of one cell, each once; what only follows from others is said where there is nothing better."""
        reasons = [self._gone(who, day, kind) for kind in before if kind not in after]
        reasons += [self._come(who, day, kind) for kind in after if kind not in before]
        telling = [one for one in dict.fromkeys(reasons) if one.rule != FOLLOWS]
        yield from (one.key for one in telling or [Reason(FOLLOWS, who)])

    def _gone(self, who: str, day: date, kind: str) -> Reason:
        """Why a shift of the grunnturnus is not this person's on the date."""
        known = (who, f"{day} {kind}")
        if known not in self._known:
            self._known[known] = self._why_gone(who, day, kind)
        return self._known[known]

    def _why_gone(self, who: str, day: date, kind: str) -> Reason:
        assistant, shift = self.frame.brief.assistant(who), f"{day} {kind}"
        if any(day in vacation for vacation in assistant.vacation):
            return Reason(VACATION, who, f"{day}")
        early = any(first is not None and day < first for first in (assistant.employed_from, assistant.may_work_from))
        if early or (assistant.employed_to is not None and day > assistant.employed_to):
            return Reason(EMPLOYMENT, who)
        if self._wanted(day, kind) < self._usually_wanted(day, kind):
            return self._need(day, kind)
        if shift in self.frame.shift and (broken := self._broken_by(who, day, shift)):
            return Reason(KEPT, who, broken)
        return Reason(FOLLOWS, who)

    def _come(self, who: str, day: date, kind: str) -> Reason:
        """Why a shift that is not this person's in the grunnturnus is so on the date."""
        shift = f"{day} {kind}"
        if self._wanted(day, kind) > self._usually_wanted(day, kind):
            return self._need(day, kind)
        left = [one.id for one in self.frame.people if (one.id, shift) in self.copied - self.dated.works]
        if not left:
            open_then = f"{self.in_cycle(day)} {kind}" in {one.id for one, _ in self.cycle.open}
            return Reason(WAS_OPEN, "", shift) if open_then else Reason(FOLLOWS, who)
        reasons = [(one, self._gone(one, day, kind)) for one in left]
        before, why = min(reasons, key=lambda one: _TELLING.index(one[1].rule))
        return Reason(COVERS, before, why.what if why.rule == KEPT else why.rule)

    def _wanted(self, day: date, kind: str) -> int:
        shift = self.frame.shift.get(f"{day} {kind}")
        return 0 if shift is None else shift.wanted

    def _usually_wanted(self, day: date, kind: str) -> int:
        shift = self.cycle.frame.shift.get(f"{self.in_cycle(day)} {kind}")
        return 0 if shift is None else shift.wanted

    def _need(self, day: date, kind: str) -> Reason:
        """Another need than in the grunnturnus: of a red day, or as the brief changes it."""
        by_brief = any(
            self.frame.meets(one.when, day) and one.kind in (None, "", kind) for one in self.frame.brief.changes
        )
        return Reason(RED_DAY if is_red(day) and not by_brief else NEED, "", f"{day} {kind}")

    def _broken_by(self, who: str, day: date, shift: str) -> str:
        """The rule that the shift would break first in the roster on dates, in place of what stands in its cell."""
        there = frozenset(one for one in self._works if one[0] != who or not one[1].startswith(f"{day} "))
        with_it = there | {(who, shift)}
        limits = self._hard.get(who, ())
        first = next(passed_by_more(self.problem, limits, self._works, with_it), None)
        if first is None:
            return ""
        because = Reason.of(first.because)
        return f"{SUNDAYS}:{because.what}" if because.rule == SUNDAYS else because.rule

    @cached_property
    def _works(self) -> Works:
        return self.dated.works | fixed_works(self.frame)

    @cached_property
    def _hard(self) -> Mapping[str, tuple[Limit, ...]]:
        """The limits of each person that nothing can buy."""
        found: dict[str, list[Limit]] = defaultdict(list)
        for limit in self.problem.limits:
            who = getattr(limit, "person", None)
            if who is not None and limit.cost is None:
                found[who].append(limit)
        return {who: tuple(limits) for who, limits in found.items()}


_TELLING = (VACATION, EMPLOYMENT, NEED, RED_DAY, KEPT, FOLLOWS)
"""Reasons why somebody leaves a shift, the most telling first."""
