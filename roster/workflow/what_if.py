"""Set the turnus of today beside what comes of a change: figures, cost where rates are known, and findings."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from roster.checking.check import Report, check
from roster.domain.brief import Brief
from roster.domain.finding import Verdict
from roster.domain.supposed import Supposed
from roster.planning.search import Search
from roster.planning.what_if import Made, Outcome, of_roster, outcome, today
from roster.reading.faults import Fault, Faults, Unreadable
from roster.reading.supposed import supposed
from roster.wording.findings import text
from roster.workflow.opening import is_roster, open_brief, read_plan
from roster.workflow.staff import cost_a_week, with_rates


@dataclass(frozen=True, slots=True)
class Side:
    """A turnus with what the checker says of it, and what a week of it costs; None where rates are missing."""

    made: Made
    verdicts: Mapping[Verdict, int]
    cost: Decimal | None
    to_look_at: Mapping[tuple[object, ...], str]


@dataclass(frozen=True, slots=True)
class Compared:
    """One change. ``side`` None: there is no turnus to show. ``gone`` and ``added``: findings only one of them has."""

    asked: str
    outcome: Outcome
    side: Side | None
    gone: tuple[str, ...]
    added: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WhatIf:
    """``today`` None: no turnus of today was found in time, so nothing is compared."""

    brief: Brief
    today: Side | None
    compared: tuple[Compared, ...]


def what_if(
    source: Path,
    asked: tuple[str, ...],
    rates: Path | None,
    seconds: float,
    search: Search,
    tell: Callable[[str], None],
) -> WhatIf:
    """Each change beside today's turnus: that of the file, or one made of the brief; ``rates``: what an hour is paid.

    Raises ``Faults``.
    """
    roster = read_plan(source).plan.roster if is_roster(source) else None
    brief = with_rates(open_brief(source).brief if roster is None else roster.frame.brief, rates)
    if roster is not None:
        roster = replace(roster, frame=replace(roster.frame, brief=brief))
    changes = _understood(asked, brief)
    each = seconds / (len(changes) + (roster is None))
    tell("")
    made = of_roster(roster) if roster is not None else today(brief, seconds=each, search=search)
    if made is None:
        return WhatIf(brief, None, ())
    now = _side(made)
    compared = []
    for words, change in zip(asked, changes, strict=True):
        if search.stopped():
            break
        tell(words)
        found = outcome(brief, made, change, seconds=each, search=search)
        side = None if found.made is None else _side(found.made)
        compared.append(_compared(words, found, now, side))
    return WhatIf(brief, now, tuple(compared))


def _understood(asked: tuple[str, ...], brief: Brief) -> tuple[Supposed, ...]:
    found, faults = [], []
    for words in asked:
        try:
            found.append(supposed(words, brief))
        except Unreadable as unreadable:
            faults.append(Fault("--what-if", f"«{words}»", unreadable.what, unreadable.way_out))
    if faults:
        raise Faults(faults)
    return tuple(found)


def _side(made: Made) -> Side:
    report = check(made.roster)
    return Side(made, report.counts, cost_a_week(made.roster), _to_look_at(report))


def _to_look_at(report: Report) -> Mapping[tuple[object, ...], str]:
    """One finding that fails for each rule, verdict and person; open shifts are in the figures."""
    found: dict[tuple[object, ...], str] = {}
    for one in report.worst_first:
        if one.verdict.fails and one.rule != "need-filled":
            found.setdefault((one.rule, one.verdict, one.who), text(report.roster.frame, one))
    return found


def _compared(words: str, found: Outcome, now: Side, then: Side | None) -> Compared:
    if then is None:
        return Compared(words, found, None, (), ())
    there = {one.id for one in then.made.brief.assistants} | {None}
    gone = tuple(said for key, said in now.to_look_at.items() if key not in then.to_look_at and key[2] in there)
    added = tuple(said for key, said in then.to_look_at.items() if key not in now.to_look_at)
    return Compared(words, found, then, gone, added)
