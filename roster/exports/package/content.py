"""The whole package in the order in which reps read it."""

from collections.abc import Iterator
from datetime import UTC, datetime

from roster.exports.package.account import account_section
from roster.exports.package.changes import changes_section
from roster.exports.package.figures import extra_section, figures_section
from roster.exports.package.front import front
from roster.exports.package.group import group_section, legend_section, open_section
from roster.exports.package.judged import deviations_section, rules_section
from roster.exports.package.known import Known
from roster.exports.package.paper import Paper, Section
from roster.exports.package.person import people_section
from roster.exports.package.signing import checklist_section, signing_section
from roster.wording import package_words as words


def paper_of(known: Known) -> Paper:
    """The package of what is known; the same is always told in the same way."""
    stands = known.standing
    day = datetime(known.day.year, known.day.month, known.day.day, tzinfo=UTC)
    return Paper(
        words.title(known.plan.brief.arrangement.alias, stands.version),
        words.page_mark(stands.version, stands.fingerprint),
        int(day.timestamp()),
        tuple(_sections(known)),
    )


def _sections(known: Known) -> Iterator[Section]:
    plan = known.plan
    yield front(known)
    yield legend_section(known)
    yield open_section(plan)
    yield group_section(plan.roster, words.GROUP, None)
    if plan.rollout is not None:
        yield group_section(plan.rollout, words.DATED, words.SHEETS[words.DATED])
    yield people_section(plan.roster)
    yield figures_section(known)
    yield deviations_section(known)
    yield extra_section(known)
    yield rules_section(known)
    yield account_section(plan)
    yield changes_section(known)
    yield checklist_section(known)
    yield signing_section(known)
