"""What came of a case: the worst finding of each rule that it names, held against what is expected."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from roster.cases.ask import asked
from roster.cases.case import Ask, Broken, Case, Expected, Outcome
from roster.checking.check import Report, check
from roster.domain.finding import Finding, Verdict
from roster.domain.roster import Roster

WORST_FIRST = (Verdict.BREACH, Verdict.NEEDS_AGREEMENT, Verdict.MISSING, Verdict.CONSIDER, Verdict.OK)
NEAR = {"full_time_week": Decimal("0.01"), "hourly": Decimal("0.01")}
"""How far an answer may lie from the amount; the others are whole minutes."""


def judge(case: Case | Broken) -> Outcome:
    """Whether the checker says what the case expects; never raises for what a case can hold."""
    if isinstance(case, Broken):
        return Outcome(case.id, False, "a case", case.why)
    try:
        wrong = next(_wrong(case), None)
    except (ValueError, ArithmeticError) as error:
        return Outcome(case.id, False, "a case", f"unreadable: {error}")
    return Outcome(case.id, True) if wrong is None else Outcome(case.id, False, *wrong)


def _wrong(case: Case) -> Iterator[tuple[str, str]]:
    """Each thing that is otherwise than expected: what was expected, and what came."""
    roster = case.given.roster
    if roster is None:
        got = "" if case.given.outside is None else case.given.outside.value
        if case.outside is not case.given.outside:
            expected = case.outside.value if case.outside else "a verdict"
            yield expected, f"{got} ({case.given.why})"
        return
    if case.outside is not None and case.ask is None:
        yield case.outside.value, "a roster to check"
        return
    if case.ask is not None:
        yield from _answer(roster, case.ask)
    if case.expected or case.only:
        people = {one.id for one in roster.frame.people}
        if unknown := next((one.who for one in case.expected if one.who is not None and one.who not in people), None):
            raise ValueError(f"{unknown} is nobody in the case")
        report = check(roster)
        for one in case.expected:
            yield from _finding(report, one)
        if case.only:
            yield from _besides(report, case.expected)


def _answer(roster: Roster, ask: Ask) -> Iterator[tuple[str, str]]:
    amount = asked(roster, ask)
    known = "not_covered" if ask.answer is None else str(ask.answer)
    if amount is None or ask.answer is None:
        if amount is not None or ask.answer is not None:
            yield f"{ask.kind} {known}", "not_covered" if amount is None else str(amount)
    elif abs(amount - ask.answer) > NEAR.get(ask.kind, Decimal(0)):
        yield f"{ask.kind} {known}", str(amount)


def _finding(report: Report, expected: Expected) -> Iterator[tuple[str, str]]:
    worst = _worst(_meant(report.findings, expected))
    verdict = Verdict.OK if worst is None else worst.verdict
    measured = None if worst is None else worst.measured
    limit = None if worst is None else worst.limit
    wrong = verdict not in expected.verdicts
    if worst is not None:
        wrong = wrong or (expected.measured is not None and expected.measured != measured)
        wrong = wrong or (expected.limit is not None and expected.limit != limit)
    if wrong:
        said = "|".join(expected.verdicts)
        yield (
            f"{expected.rule} {said} {_numbers(expected.measured, expected.limit)}".strip(),
            f"{verdict.value} {_numbers(measured, limit)}".strip(),
        )


def _meant(findings: Iterable[Finding], expected: Expected) -> list[Finding]:
    return [one for one in findings if _is_meant(one, expected)]


def _is_meant(one: Finding, expected: Expected) -> bool:
    of_them = expected.who is None or one.who is None or one.who == expected.who
    return of_them and one.rule == expected.rule


def _worst(findings: list[Finding]) -> Finding | None:
    """The first by verdict, then the tightest: furthest past its limit, or nearest to it where it is kept."""
    return min(findings, key=lambda one: (WORST_FIRST.index(one.verdict), _slack(one)), default=None)


def _slack(one: Finding) -> int:
    if one.measured is None or one.limit is None:
        return 1 << 40
    apart = abs(one.measured - one.limit)
    return apart if one.verdict is Verdict.OK else -apart


def _besides(report: Report, expected: tuple[Expected, ...]) -> Iterator[tuple[str, str]]:
    for one in report.findings:
        if one.verdict.fails and not any(_is_meant(one, other) for other in expected):
            yield "nothing else", f"{one.rule} {one.verdict.value} {_numbers(one.measured, one.limit)} {one.who or ''}"
            return


def _numbers(measured: int | None, limit: int | None) -> str:
    return " ".join(
        f"{name} {value}" for name, value in (("measured", measured), ("limit", limit)) if value is not None
    )
