"""Standby outside the workplace by day and week: aml § 10-4 (3).

Its share is working time in each day and week in which it lies, so 56 hours of a weekend are not 8 hours of Friday.
A call-out is work of its own and stands on the timeline (``Roster.timeline``).
"""

from collections.abc import Sequence

from roster.domain.shift import Shift
from roster.domain.spans import Span


def share_within(shift: Shift, span: Span) -> int:
    """Minutes of the standby in the span that are working time, rounded up; call-outs left out."""
    called = sum(one.overlap(span) for one in shift.active)
    return -(-(shift.span.overlap(span) - called) // shift.standby_parts)


def shares(shift: Shift, spans: Sequence[Span]) -> dict[int, int]:
    """The same for each of the spans in which some of the standby lies, by its number."""
    return {number: share_within(shift, span) for number, span in enumerate(spans) if shift.span.overlap(span)}
