"""A weekly rest within seven days of every start of work, where the brief reads the law strictly (D13)."""

from collections.abc import Iterator

from roster.domain.frame import Frame
from roster.domain.reason import Reason
from roster.domain.spans import WEEK
from roster.planning import worth
from roster.rules.at_work import work_asked
from roster.rules.rest_lengths import rest_shortest
from solver.problem import Limit
from solver.rest import RestInWindow


def limits(frame: Frame) -> Iterator[Limit]:
    """A price for each start of work that the checker would have somebody consider."""
    if not frame.brief.settings.stricter_readings:
        return
    for assistant in frame.people:
        who = assistant.id
        rest = rest_shortest(frame, who).amount
        why = Reason("seven-days", who).key
        yield RestInWindow(who, rest, WEEK, why, cost=worth.SEVEN_DAYS, work=work_asked(frame, who))
