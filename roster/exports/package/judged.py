"""What the checker says: what departs from the rules or rests on an agreement, and every rule with its verdict."""

from collections.abc import Iterator

from roster.domain.finding import Finding, Verdict
from roster.domain.frame import Frame
from roster.exports.package.known import Known
from roster.exports.package.paper import Block, Heading, Points, Section, Table, Text
from roster.rules import RULES, compensating_rest, daily_rest, weekly_rest
from roster.wording import package_words as words
from roster.wording.control import amount_of, moment
from roster.wording.finding_words import NAMES, VERDICTS
from roster.wording.findings import sentence
from roster.wording.numbers import listed

_AGREED = "avtale "
"""How a basis begins that is an agreement on record."""
_RESTS = frozenset({daily_rest.ID, weekly_rest.ID, compensating_rest.ID})


def deviations_section(known: Known) -> Section:
    """All that is not in order, and what is in order by an agreement."""
    rows = tuple(_deviation(known, frame, one) for frame, one in _to_tell(known))
    blocks: tuple[Block, ...] = (Text(words.NO_DEVIATIONS),)
    if rows:
        blocks = (
            Text(words.DEVIATIONS_HINT),
            Table("", words.DEVIATION_HEADINGS, rows, (3, 2, 4, 12, 4, 4, 4), middle=99),
        )
    return Section(words.DEVIATIONS, blocks, words.SHEETS[words.DEVIATIONS], follows=True)


def _to_tell(known: Known) -> list[tuple[Frame, Finding]]:
    found = [(frame, one) for frame, one in known.points if one.verdict is not Verdict.OK or _agreed(one)]
    return sorted(found, key=lambda pair: tuple(Verdict).index(pair[1].verdict))


def _agreed(one: Finding) -> bool:
    return any(basis.startswith(_AGREED) for basis in one.basis)


def _deviation(known: Known, frame: Frame, one: Finding) -> tuple[str, ...]:
    return (
        VERDICTS[one.verdict],
        _alias(frame, one.who),
        "hele planen" if one.span is None else moment(frame, one.span.start),
        f"{NAMES[one.rule]}: {sentence(frame, one)}",
        one.source.paragraph,
        listed(one.basis),
        _compensated(known, one),
    )


def _alias(frame: Frame, who: str | None) -> str:
    return words.EVERYBODY if who is None else frame.brief.assistant(who).alias


def _compensated(known: Known, one: Finding) -> str:
    """Whether a rest that is shorter by agreement is given back."""
    if one.rule not in _RESTS or not _agreed(one):
        return words.NOT_OWED
    theirs = [other for _, other in known.judged if other.rule == compensating_rest.ID and other.who == one.who]
    if not theirs:
        return words.NOT_OWED
    return words.GIVEN if all(other.verdict is Verdict.OK for other in theirs) else words.NOT_GIVEN


def rules_section(known: Known) -> Section:
    """A row for each rule that is checked, and what the verdicts assume."""
    by_rule: dict[str, list[tuple[Frame, Finding]]] = {}
    for frame, one in known.judged:
        by_rule.setdefault(one.rule, []).append((frame, one))
    rows = tuple(_rule(rule.id, rule.source.paragraph, by_rule.get(rule.id, [])) for rule in RULES)
    return Section(words.RULES, tuple(_rules(rows, known)), words.SHEETS[words.RULES], follows=True)


def _rules(rows: tuple[tuple[str, ...], ...], known: Known) -> Iterator[Block]:
    yield Text(words.RULES_HINT)
    yield Table("", words.RULE_HEADINGS, rows, (5, 7, 3, 5, 4, 4, 4), middle=99)
    if known.assumptions:
        yield Heading(words.ASSUMED)
        yield Points(known.assumptions)


def _rule(rule: str, paragraph: str, found: list[tuple[Frame, Finding]]) -> tuple[str, ...]:
    if not found:
        return (NAMES[rule], paragraph, words.NOT_JUDGED, "", "", "", "")
    worst = min((one.verdict for _, one in found), key=tuple(Verdict).index)
    those = [(frame, one) for frame, one in found if one.verdict is worst]
    frame, one = min(those, key=lambda pair: _room(pair[1]))
    return (
        NAMES[rule],
        paragraph,
        VERDICTS[worst],
        words.counts([finding for _, finding in found]),
        "" if one.measured is None else _alias(frame, one.who),
        amount_of(one, one.measured),
        amount_of(one, one.limit),
    )


def _room(one: Finding) -> tuple[bool, float]:
    """How near the limit it is, as a share of it; findings without numbers come last."""
    if one.measured is None or not one.limit:
        return True, 0.0
    return False, abs(one.measured - one.limit) / one.limit
