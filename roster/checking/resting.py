"""What rests on an agreement: the findings that would fail if it were not there."""

from dataclasses import replace
from datetime import date

from roster.domain.brief import Agreement, Brief
from roster.domain.finding import Finding
from roster.domain.roster import Roster
from roster.rules.agreement_valid import RESTS_ON
from roster.rules.agreements import covers, paragraph_of


def falls_without(roster: Roster, agreement: Agreement) -> tuple[Finding, ...]:
    """What fails without the agreement and does not with it, were it signed; of those whom it covers."""
    rules = RESTS_ON.get(paragraph_of(agreement), ())
    signed = _on(roster, _signed(roster.frame.brief, agreement))
    without = _on(roster, _without(roster.frame.brief, agreement))
    kept = {_key(one) for rule in rules for one in rule.check(signed) if one.verdict.fails}
    return tuple(
        one
        for rule in rules
        for one in rule.check(without)
        if one.verdict.fails and _key(one) not in kept and (one.who is None or covers(agreement, one.who))
    )


def _on(roster: Roster, brief: Brief) -> Roster:
    return replace(roster, frame=replace(roster.frame, brief=brief))


def _signed(brief: Brief, agreement: Agreement) -> Brief:
    """The brief with the agreement signed, so that what only waits for the signature is not counted against it."""
    day = agreement.valid_from or date.min
    others = (replace(one, signed=one.signed or day) if one.id == agreement.id else one for one in brief.agreements)
    return replace(brief, agreements=tuple(others))


def _without(brief: Brief, agreement: Agreement) -> Brief:
    return replace(brief, agreements=tuple(one for one in brief.agreements if one.id != agreement.id))


def _key(one: Finding) -> tuple[object, ...]:
    return one.rule, one.who, one.span
