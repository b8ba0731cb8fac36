"""The register of agreements of a version: parties, validity, what rests on each, and who consents to long shifts."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from roster.checking.resting import falls_without
from roster.domain.brief import Agreement, Brief
from roster.domain.course import Signature, as_it_stands
from roster.domain.fingerprint import fingerprint
from roster.domain.plan import Plan
from roster.domain.shift import worked
from roster.rules import numbers
from roster.rules.agreements import Flaw, covers, flaws, last_day, paragraph_of
from roster.workflow.course import Log, Version, located, read_log, signed_days, terms_of, version_at

LONG_SHIFTS = "10-5 (2)"
"""The paragraph under which a shift over 10 hours asks who consents (D6)."""
CONSENT = "samtykke-"
"""The consent of an assistant is signed by this with their id after it."""


@dataclass(frozen=True, slots=True)
class Resting:
    """So many findings of a rule would fail for somebody if the agreement were not there; None: for the plan."""

    rule: str
    who: str | None
    number: int


@dataclass(frozen=True, slots=True)
class Registered:
    """An agreement on record. ``signed`` by the brief or the log; None: only intended.

    ``covered``: ids of those whom it covers. ``flaws``: why it does not do what it says in this plan. ``lapses_in``:
    days until its last day; None: it runs until notice is given. ``within_plan``: it ends before the plan does.
    """

    agreement: Agreement
    signed: date | None
    papers: tuple[str, ...]
    covered: tuple[str, ...]
    rests: tuple[Resting, ...]
    flaws: tuple[Flaw, ...]
    lapses_in: int | None
    within_plan: bool


@dataclass(frozen=True, slots=True)
class Consent:
    """Somebody whose shifts are over 10 hours: how many, the longest in minutes, and since when they consent."""

    who: str
    shifts: int
    longest: int
    since: date | None

    @property
    def id(self) -> str:
        return f"{CONSENT}{self.who}"


@dataclass(frozen=True, slots=True)
class Register:
    """``day``: the one from which it is counted how long agreements last."""

    version: Version
    day: date
    agreements: tuple[Registered, ...]
    consents: tuple[Consent, ...]


def register(path: Path, day: date) -> Register:
    """Raises ``Faults``."""
    folder, number = located(path)
    log = read_log(folder)
    return register_of(version_at(folder, number, log), log, day)


def register_of(version: Version, log: Log, day: date) -> Register:
    """The agreements of the version as they stand on the day."""
    signed = signed_days(version.plan.brief.agreements, log)
    brief = as_it_stands(version.plan.brief, None, signed)
    rows = tuple(_registered(version.plan, brief, one, log, day) for one in brief.agreements)
    return Register(version, day, rows, tuple(_consents(version.plan, log)))


def consent_terms(who: str) -> str:
    """The fingerprint of what a consent says."""
    return fingerprint({"consent": who, "over": numbers.INDIVIDUAL_DAY.on(numbers.KNOWN_FROM)})


def _registered(plan: Plan, brief: Brief, one: Agreement, log: Log, day: date) -> Registered:
    counted = Counter((found.rule, found.who) for found in falls_without(plan.dated, one))
    terms = terms_of(one)
    papers = (
        name
        for step in log.signatures
        if isinstance(step.what, Signature) and step.what.terms == terms
        for name in step.papers
    )
    return Registered(
        one,
        one.signed,
        tuple(papers),
        tuple(person.id for person in brief.assistants if covers(one, person.id)),
        tuple(Resting(rule, who, number) for (rule, who), number in counted.items()),
        tuple(flaws(brief, one)),
        None if one.valid_to is None else (one.valid_to - day).days,
        one.valid_to is not None and one.valid_to < last_day(brief),
    )


def _consents(plan: Plan, log: Log) -> Iterator[Consent]:
    """Those covered by an agreement of § 10-5 (2) who have shifts over what one can agree to alone."""
    given = {one.what.agreement: one.what for one in log.signatures if isinstance(one.what, Signature)}
    agreed = [one for one in plan.brief.agreements if paragraph_of(one) == LONG_SHIFTS]
    over = numbers.INDIVIDUAL_DAY.on(plan.brief.period.start)
    for person in plan.brief.assistants:
        if not any(covers(one, person.id) for one in agreed):
            continue
        long = [worked(one) for one in plan.dated.duties(person.id) if worked(one) > over]
        if long:
            said = given.get(f"{CONSENT}{person.id}")
            since = said.on if said is not None and said.terms == consent_terms(person.id) else None
            yield Consent(person.id, len(long), max(long), since)
