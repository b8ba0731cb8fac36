"""Hours that nobody can be given, because a red day or time away takes the need of an ordinary week with it (D34).

They stay part of the position, paid but not worked: each has a share of them by the hours of the contract.
"""

from collections import Counter
from datetime import date
from fractions import Fraction

from roster.domain.assistant import Assistant
from roster.domain.days import is_red
from roster.domain.frame import Frame
from roster.domain.kept import Kept
from roster.domain.shift import less_paid


def fallen_share(frame: Frame, person: Assistant, first: int, last: int) -> Fraction:
    """The person's share, in paid minutes, of what has fallen away in those weeks (the last not part of them)."""
    whole = sum(one.contract_week for one in frame.people)
    if frame.cyclic or not whole:
        return Fraction(0)
    fallen = _FALLEN.of(frame, (first, last), lambda: _fallen_between(frame, first, last))
    return fallen * person.contract_week / whole


def has_fallen(frame: Frame, day: date) -> bool:
    """Less is needed on that date than on an ordinary one of its weekday, because of a red day or time away."""
    return _fallen(frame, day) > 0


_FALLEN: Kept[Fraction] = Kept()


def _fallen_between(frame: Frame, first: int, last: int) -> Fraction:
    return sum((_fallen(frame, day) for day in frame.dates[first * 7 : last * 7]), Fraction(0))


def _fallen(frame: Frame, day: date) -> Fraction:
    """Paid minutes by which the need of the date is less than that of an ordinary weekday."""
    brief = frame.brief
    away = any(
        one.kind is None and not (one.count or one.added) and frame.meets(one.when, day) for one in brief.changes
    )
    if not (away or is_red(day)):
        return Fraction(0)
    usual: Counter[str] = Counter()
    for need in brief.needs:
        if not need.when.red and frame.meets(need.when, day):
            usual[need.kind] += need.count
    ours = {one.code for one in brief.kinds}
    now: Counter[str] = Counter()
    for shift in frame.by_date.get(day, ()):
        if shift.kind in ours:  # the shifts of a list have kinds of their own
            now[shift.kind] += shift.wanted
    # What comes in its place, as the shifts of a trip, can be given.
    lost = sum((usual[kind] - now[kind]) * _paid(frame, kind) for kind in usual.keys() | now.keys())
    return Fraction(max(0, lost))


def _paid(frame: Frame, kind: str) -> int:
    """Paid minutes of the kind on an ordinary day."""
    known = frame.brief.kind(kind)
    resting = sum(part.end - part.start for part in known.resting)
    off = sum(one.end - one.start for one in known.breaks or () if not one.working)
    return known.length - off - less_paid(resting, frame.brief.settings.resting_paid)
