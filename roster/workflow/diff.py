"""Compare two versions: what each assistant gains and loses, and what the checker says before and after."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

from roster.domain.difference import Difference, NothingInCommonError, difference
from roster.domain.finding import Finding, Verdict
from roster.domain.frame import Frame
from roster.wording.difference_words import NOTHING_IN_COMMON
from roster.wording.findings import text
from roster.workflow.files import Checked, checked
from roster.workflow.folder import is_arrangement, is_version, newest, plainly
from roster.workflow.opening import read_plan
from roster.workflow.troubles import refuse


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: its name in words, the frame of what is compared, and all that the checker says of it."""

    name: str
    checked: Checked
    frame: Frame
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """``gone`` and ``new``: kontrollpunkter to look at, in words, that only the old or only the new one has.

    ``told``: the day from which notice is counted. ``rules``: of which rule each of them is.
    """

    old: Side
    new: Side
    difference: Difference
    told: date
    gone: tuple[str, ...]
    added: tuple[str, ...]
    rules: Mapping[str, str]

    def but(self, rule: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Those that are gone and those added, of other rules."""
        gone, added = (tuple(one for one in every if self.rules[one] != rule) for every in (self.gone, self.added))
        return gone, added


def diff(old: Path, new: Path, told: date) -> Compared:
    """Raises ``Faults`` for what is no turnus, or has no days in common with the other."""
    before, after = (checked(read_plan(path).plan) for path in (old, new))
    return compared(before, after, (_name(old), _name(new)), told, new)


def compared(before: Checked, after: Checked, names: tuple[str, str], told: date, place: Path) -> Compared:
    """The two side by side; ``place`` is named when they have nothing in common."""
    try:
        found = difference(before.plan, after.plan)
    except NothingInCommonError:
        raise refuse(place, *NOTHING_IN_COMMON) from None
    old, new = (_side(name, one, found.cyclic) for name, one in zip(names, (before, after), strict=True))
    had, has = _to_look_at(old), _to_look_at(new)
    rules = {said: str(key[0]) for key, said in (*had.items(), *has.items())}
    return Compared(old, new, found, told, _only(had, has), _only(has, had), rules)


def _side(name: str, one: Checked, cyclic: bool) -> Side:
    if cyclic or one.rollout_report is None:
        return Side(name, one, one.plan.roster.frame, one.report.findings)
    return Side(name, one, one.plan.dated.frame, one.rollout_report.findings)


def _to_look_at(side: Side) -> Mapping[tuple[object, ...], str]:
    """The kontrollpunkter that are not in order, in words, by what makes them the same in two versions."""
    return {_key(side.frame, one): text(side.frame, one) for one in side.findings if one.verdict is not Verdict.OK}


def _key(frame: Frame, one: Finding) -> tuple[object, ...]:
    start = None if one.span is None else frame.clock.wall(one.span.start)
    # A grunnturnus has no dates: its first week is the same one, whenever it begins.
    when = (start - datetime.combine(frame.first_day, time())) if start is not None and frame.cyclic else start
    return one.rule, one.verdict, one.who, when, one.measured, one.limit


def _only(these: Mapping[tuple[object, ...], str], others: Iterable[tuple[object, ...]]) -> tuple[str, ...]:
    not_in = frozenset(others)
    return tuple(said for key, said in these.items() if key not in not_in)


def _name(path: Path) -> str:
    """«versjon 0001», or the name of the file."""
    if is_arrangement(path):
        return f"versjon {newest(path).parent.name}"
    for one in (path, path.parent):
        if is_version(one):
            return f"versjon {plainly(one).name}"
    return path.name
