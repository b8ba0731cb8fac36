"""Who can take a shift: everyone who lawfully can, in the order in which they are asked, and why others cannot."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from roster.checking.check import Report, check, check_again
from roster.checking.taking import takings
from roster.domain.brief import Wish
from roster.domain.kinds import WorkSort, Worth
from roster.domain.plan import Plan
from roster.domain.replies import Times, times
from roster.domain.roster import Roster
from roster.domain.shift import Shift
from roster.domain.taking import Kind, Taking
from roster.rules.cost import Cost, cost_of_shift
from roster.rules.wish_met import broken
from roster.wording import who_words as words
from roster.workflow.current import Current, meant
from roster.workflow.naming import assistant_named, shift_named
from roster.workflow.replies import replies_of
from roster.workflow.troubles import refuse

NEVER = Times()


@dataclass(frozen=True, slots=True)
class Candidate:
    """``wishes``: those that having the shift goes against. ``asked``: how often before.

    ``cost``: of the shift as what it is to them; None where the brief has no rates.
    """

    taking: Taking
    wishes: tuple[Wish, ...]
    asked: Times
    cost: Cost | None = None


@dataclass(frozen=True, slots=True)
class WhoCan:
    """``roster``: in which there is room on the shift. ``holder``: who has it now, None where it is open.

    ``able`` in the order in which they are asked. ``now``: the moment notice is counted from.
    """

    roster: Roster
    shift: Shift
    holder: str | None
    able: tuple[Candidate, ...]
    unable: tuple[Taking, ...]
    now: datetime

    @property
    def notice(self) -> int:
        """Minutes by the clock from now to the shift; negative when it has begun."""
        return int((self.shift.start - self.now.replace(tzinfo=None)).total_seconds()) // 60


def who(path: Path, shift: str, instead_of: str | None, now: datetime) -> WhoCan:
    """Raises ``Faults``."""
    found = meant(path, now.date(), lambda plan: day_of(plan, shift, path, now.date()))
    named = shift_named(found.plan, shift, path, now.date())
    if named.roster.frame.cyclic:
        raise refuse(path, *words.NO_DATES)
    roster, holder = _with_room(found, named.roster, named.shift, instead_of, path)
    report = check(named.roster)
    if holder is not None:
        report = check_again(report, roster)
    asked = times(replies_of(found.entries))
    return who_can(report, named.shift, holder, asked, now)


def day_of(plan: Plan, shift: str, path: Path, today: date) -> date:
    """The day of the shift that the user names; a shift of a grunnturnus has none, and is of what runs today."""
    named = shift_named(plan, shift, path, today)
    return today if named.roster.frame.cyclic else named.shift.start.date()


def who_can(report: Report, shift: Shift, holder: str | None, asked: Mapping[str, Times], now: datetime) -> WhoCan:
    """The same of a roster in which there is room on the shift; ``report`` is of that roster."""
    roster = report.roster
    since = roster.frame.clock.minute(now.replace(tzinfo=None, second=0, microsecond=0))
    every = tuple(takings(report, shift, since, () if holder is None else (holder,)))
    able = [
        Candidate(one, tuple(_against_wishes(roster, one)), asked.get(one.who, NEVER), _cost(roster, shift, one))
        for one in every
        if one.kind is not None
    ]
    able.sort(key=_order)
    return WhoCan(roster, shift, holder, tuple(able), tuple(one for one in every if one.kind is None), now)


def _cost(roster: Roster, shift: Shift, taken: Taking) -> Cost | None:
    """What the shift costs as ordinary work, merarbeid or overtime, by the rates of the brief."""
    if not roster.frame.brief.rates:
        return None
    as_work = replace(shift, work=WorkSort.OVERTIME) if taken.kind is Kind.OVERTIME else shift
    beyond = taken.kind in (Kind.EXTRA, Kind.BEYOND_WISH)
    return cost_of_shift(roster.frame, taken.who, as_work, beyond)


def _order(one: Candidate) -> tuple[object, ...]:
    """By law first; then whoever it suits, who was asked least, and who has least of their hours."""
    taken = one.taking
    full = taken.paid / taken.contract if taken.contract else 1.0
    return (*taken.order, len(one.wishes), one.asked.asked, full, taken.who)


def _with_room(
    found: Current, roster: Roster, shift: Shift, instead_of: str | None, path: Path
) -> tuple[Roster, str | None]:
    """The roster in which one more can be on the shift, and who has left it for that."""
    if instead_of is None and len(roster.filling(shift.id)) < max(shift.wanted, 1):
        return roster, None
    on = roster.on(shift.id)
    holder = on[0] if on else None
    if instead_of is not None:
        holder = assistant_named(found.plan.brief, instead_of, path).id
        if holder not in on:
            raise refuse(path, *words.not_on_it(roster.frame, shift, holder))
    if holder is None:
        return roster, None
    return replace(roster, works=roster.works - {(holder, shift.id)}), holder


def _against_wishes(before: Roster, taken: Taking) -> list[Wish]:
    """The wishes of the assistant that are less met when they have the shift."""
    own = (one for one in before.frame.brief.wishes if one.who == taken.who and one.worth is not Worth.DEMAND)
    return [one for one in own if len(tuple(broken(taken.roster, one))) > len(tuple(broken(before, one)))]
