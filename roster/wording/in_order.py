"""What is in order, a line for each rule: the tightest that was measured, against its limit."""

from collections.abc import Callable, Iterable, Mapping

from roster.domain.finding import Finding, Verdict
from roster.domain.frame import Frame
from roster.wording.finding_clauses import CLAUSES
from roster.wording.finding_said import Said
from roster.wording.finding_words import NAMES
from roster.wording.numbers import hours_clock

TITLE = "I orden:"


def in_order(frame: Frame, findings: Iterable[Finding]) -> tuple[str, ...]:
    """A line for each rule that is kept by somebody: «Daglig hvile: korteste hvile 11:00 av 11:00 (Kari)»."""
    by_rule: dict[str, list[Finding]] = {}
    for one in findings:
        if one.verdict is Verdict.OK:
            by_rule.setdefault(one.rule, []).append(one)
    return tuple(f"- {NAMES.get(rule, rule)}: {_tightest(frame, kept)}" for rule, kept in by_rule.items())


def _tightest(frame: Frame, kept: list[Finding]) -> str:
    one = min(kept, key=_to_spare)
    said = Said(frame, one, by_id=False)
    lead = LEADS.get(one.rule)
    if lead is None or one.measured is None or one.limit is None:
        return CLAUSES[one.rule](said) if one.rule in CLAUSES else said.who
    who = f" ({said.who})" if one.who is not None else ""
    return f"{lead(one)}{who}."


def _to_spare(one: Finding) -> int:
    """What is left to the limit; nothing measured comes last."""
    return 1 << 40 if one.measured is None or one.limit is None else abs(one.measured - one.limit)


def _hours(lead: str, tail: str = "") -> Callable[[Finding], str]:
    return lambda one: f"{lead} {hours_clock(one.measured or 0)} av {hours_clock(one.limit or 0)}{tail}"


LEADS: Mapping[str, Callable[[Finding], str]] = {
    "daily-rest": _hours("korteste hvile"),
    "compensating-rest": _hours("korteste hvile etter en kort hvile"),
    "weekly-rest": _hours("korteste ukehvile"),
    "hours-day": _hours("lengste døgn"),
    "hours-week": _hours("lengste uke"),
    "single-week": _hours("lengste enkeltuke"),
    "average-8-weeks": _hours("høyeste snitt", " i uka"),
    "hours-average": _hours("høyeste snitt", " i uka"),
    "total-hours": _hours("lengste samlede tid"),
    "night-average": _hours("høyeste snitt", " i uka"),
}
"""Of rules that measure time against a limit; the others have their own sentence."""
