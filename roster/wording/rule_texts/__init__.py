"""What is said of every rule, one small file for each group, in the order in which a reader meets them."""

from collections.abc import Mapping

from roster.wording.rule_texts import counting, hours, night, own, papers, positions, rest, sundays, total, young
from roster.wording.rule_texts.text import RuleText

TEXTS: Mapping[str, RuleText] = {
    one.id: one
    for one in (
        *own.BEFORE_THE_LAW,
        *rest.TEXTS,
        *sundays.TEXTS,
        *hours.TEXTS,
        *counting.TEXTS,
        *total.TEXTS,
        *night.TEXTS,
        *young.TEXTS,
        *positions.TEXTS,
        *own.AFTER_THE_LAW,
        *papers.TEXTS,
    )
}
