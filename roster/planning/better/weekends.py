"""Whole weekends: who works on Saturday or Sunday works both, so that other weekends stay free (D32)."""

from collections.abc import Iterator

from roster.domain.frame import Frame
from roster.domain.reason import Reason
from roster.domain.rhythm import weekends
from roster.planning.worth import SPLIT_WEEKEND
from roster.rules.asking import ids
from solver.problem import AllOrNone, Limit


def limits(frame: Frame) -> Iterator[Limit]:
    """A weekend with need on both days is worked on both or on none; its Friday evening belongs to it.

    A late Friday shift makes the weekend a worked one, so it goes with the two days.
    """
    whole = [weekend for weekend in weekends(frame.shifts) if all(weekend.days)]
    for assistant in frame.people:
        because = Reason("split-weekend", assistant.id).key
        groups = tuple((ids(one.days[0]), ids(one.days[1])) for one in whole)
        if groups:
            yield AllOrNone(assistant.id, groups, because, SPLIT_WEEKEND)
        fridays = tuple((ids(one.friday), ids((*one.days[0], *one.days[1]))) for one in whole if one.friday)
        if fridays:
            yield AllOrNone(assistant.id, _only_with(fridays), because, SPLIT_WEEKEND)


def _only_with(
    fridays: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...],
) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """Groups that are broken just when the Friday is worked and the two days are not."""
    return tuple(((*friday, *days), days) for friday, days in fridays)
