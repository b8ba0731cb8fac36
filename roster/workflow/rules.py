"""List the rules with the numbers in force on a day or in a brief, or find the one that is meant."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from roster.domain.brief import Brief
from roster.reading.faults import Fault, Faults
from roster.reading.suffixes import WORKBOOK_SUFFIX, YAML_SUFFIXES
from roster.reading.suggest import nearest
from roster.rules import RULES
from roster.rules.numbers import KNOWN_FROM
from roster.wording.numbers import short_date
from roster.wording.rule_numbers import InForce, in_brief, on_day
from roster.wording.rule_texts import TEXTS
from roster.wording.rule_texts.text import RuleText
from roster.workflow.opening import is_roster, open_brief, read_plan

CHECKED = frozenset(one.id for one in RULES)
"""Rules that the checker has; the others are explained only."""


@dataclass(frozen=True, slots=True)
class Listed:
    """Every rule with its numbers on ``day``; with a ``brief``, those of its assistants."""

    day: date
    brief: Brief | None
    numbers: Mapping[str, tuple[InForce, ...]]


def meant(words: str) -> RuleText | None:
    """The rule of that id, or None where a file is meant; raises ``Faults`` for what is neither."""
    if words in TEXTS:
        return TEXTS[words]
    path = Path(words)
    if path.exists() or path.suffix.lower() in (*YAML_SUFFIXES, WORKBOOK_SUFFIX, ".json"):
        return None
    near = nearest(words, TEXTS)
    what = f"Det finnes ingen regel og ingen fil som heter «{words}»."
    way_out = f"Mente du {near}?" if near else "Skriv «roster rules» for å se alle reglene."
    raise Faults([Fault(words, "", what, way_out)])


def rules_on(day: date) -> Listed:
    """The numbers of the law on the day; raises ``Faults`` for a day before the law we know."""
    if day < KNOWN_FROM:
        what = f"Loven er ikke dekket før {short_date(KNOWN_FROM)}."
        raise Faults([Fault("--date", "", what, "Velg en senere dato.")])
    return Listed(day, None, {one.id: on_day(one, day) for one in TEXTS.values()})


def rules_of(path: Path) -> Listed:
    """The numbers for each assistant of the brief, or of the brief that a turnus was made from; raises ``Faults``."""
    brief = read_plan(path).plan.brief if is_roster(path) else open_brief(path).brief
    return Listed(brief.period.start, brief, {one.id: in_brief(one, brief) for one in TEXTS.values()})
