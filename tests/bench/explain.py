"""The set ``explain``: briefs of ``ours`` that cannot be filled, each for a cause of its own, to be told why.

``weekends-10-12c-1`` is help round the clock by ten people in a grunnturnus of 12 weeks, drawn with seed 1, where the
weekends do not suffice. An answer is ``impossible`` when its reasons are proven irreducible; the cost is their number.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from time import monotonic

from roster.domain.assistant import Ceiling, Hours
from roster.domain.brief import Brief
from roster.domain.days import DateSpan, When
from roster.domain.help_needed import NeedChange
from roster.planning.explain import explain_brief
from tests.bench import ours
from tests.bench.outcome import Asked, Outcome

DATA = Path()
NAMES = (
    "hours-10-12c-1", "weekends-10-12c-2", "nights-10-12k-3", "away-10-12k-4", "rest-10-12c-5",
    "busy-10-12k-6", "long-10-12c-7",
)  # fmt: skip
NIGHTS = frozenset({0, 1, 2, 3, 4, 5, 6})


def instances(data: Path) -> list[str]:
    return list(NAMES)


def run(asked: Asked) -> Outcome:
    brief = brief_of(asked.instance)
    began = monotonic()
    why = explain_brief(brief, seconds=asked.seconds)
    total = monotonic() - began
    if why is None:
        return Outcome("made", total_seconds=total)
    if not (why.reasons and why.proven):
        return Outcome("out_of_time", total_seconds=total)
    return Outcome("impossible", cost=len(why.reasons), total_seconds=total)


def brief_of(name: str) -> Brief:
    """The brief that the name stands for; the same every time."""
    cause, _, rest = name.partition("-")
    if cause not in CAUSES or not re.fullmatch(r"\d+-\d+[ck]-\d+", rest):
        raise SystemExit(f"{name} is no instance: it should look like weekends-10-12c-1")
    drawn = ours.brief_of(f"round-{rest}")
    lines = tuple(replace(one, per_week=(one.per_week or 0) * 2) for one in drawn.vedtak.lines)
    return CAUSES[cause](replace(drawn, vedtak=replace(drawn.vedtak, lines=lines)))


def _hours(brief: Brief) -> Brief:
    """Nobody wants more than the position, and the positions are a quarter too small."""
    people = tuple(replace(one, percent=one.percent * 3 / 4, wants_up_to=None) for one in brief.assistants)
    return replace(brief, assistants=people)


def _weekends(brief: Brief) -> Brief:
    """Nobody takes more than one weekend in six."""
    return replace(brief, assistants=tuple(replace(one, most_weekends=Ceiling(1, 6)) for one in brief.assistants))


def _nights(brief: Brief) -> Brief:
    """Nobody takes more than two nights in four weeks."""
    return replace(brief, assistants=tuple(replace(one, most_nights=Ceiling(2, 4)) for one in brief.assistants))


def _away(brief: Brief) -> Brief:
    """All but two have vacation in the same week."""
    first = brief.period.start + timedelta(days=35)
    week = (DateSpan(first, first + timedelta(days=6)),)
    people = tuple(replace(one, vacation=week if number > 1 else ()) for number, one in enumerate(brief.assistants))
    return replace(brief, assistants=people)


def _rest(brief: Brief) -> Brief:
    """On Wednesdays only two can work at all, and three shifts must be filled."""
    wednesday = Hours(When(frozenset({2})), 0, 24 * 60)
    people = tuple(
        replace(one, cannot=(*one.cannot, wednesday) if number > 1 else ())
        for number, one in enumerate(brief.assistants)
    )
    return replace(brief, assistants=people)


def _busy(brief: Brief) -> Brief:
    """For one weekend four are needed by night."""
    first = brief.period.start + timedelta(days=47)
    when = When(NIGHTS, dates=DateSpan(first, first + timedelta(days=1)))
    change = NeedChange(when, kind="N", count=9, added=False)
    return replace(brief, changes=(*brief.changes, change))


def _long(brief: Brief) -> Brief:
    """Nights of eleven hours, which no agreement at hand allows."""
    kinds = tuple(replace(one, length=660) if one.code == "N" else one for one in brief.kinds)
    return replace(brief, kinds=kinds)


CAUSES: Mapping[str, Callable[[Brief], Brief]] = {
    "hours": _hours,
    "weekends": _weekends,
    "nights": _nights,
    "away": _away,
    "rest": _rest,
    "busy": _busy,
    "long": _long,
}
