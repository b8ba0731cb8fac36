"""What fails in one roster and did not in another, or not as much."""

from collections.abc import Iterable

from roster.domain.finding import WORST_FIRST, Finding


def worse(before: Iterable[Finding], after: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings of ``after`` that are new beside those of ``before``, or further from the limit; the worst first."""
    known = {(one.rule, one.who, one.span): one for one in before if one.verdict.fails}
    found = [one for one in after if one.verdict.fails and _is_worse(known.get((one.rule, one.who, one.span)), one)]
    return tuple(sorted(found, key=lambda one: WORST_FIRST.index(one.verdict)))


def _is_worse(before: Finding | None, after: Finding) -> bool:
    """The finding was not there, was milder, or was less far from the limit."""
    if before is None:
        return True
    if before.verdict is not after.verdict:
        return WORST_FIRST.index(after.verdict) < WORST_FIRST.index(before.verdict)
    return _past(after) > _past(before)


def _past(one: Finding) -> int:
    return abs(one.measured - one.limit) if one.measured is not None and one.limit is not None else 0
