"""Take a version into use: from then on it is what runs, and the calendars are its."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from roster.domain.causes import hands_over, is_only, paid_otherwise, takes_from_others
from roster.domain.course import Act, Stage, Use
from roster.domain.difference import Difference, NothingInCommonError, difference
from roster.domain.finding import Finding, Verdict
from roster.domain.frame import Frame
from roster.domain.kinds import Cause, Tariff
from roster.domain.plan import Plan
from roster.rules.agreements import last_day
from roster.wording import course_words as words
from roster.workflow.begins import would_begin
from roster.workflow.course import (
    Log,
    Ready,
    Version,
    faults_of,
    located,
    must_be_allowed,
    read_log,
    ready,
    record_step,
    version_at,
)
from roster.workflow.edited import must_be_unedited
from roster.workflow.feeds import EVENTS, calendars_in_use
from roster.workflow.folder import opened_again
from roster.workflow.in_force import (
    InForce,
    before_it,
    in_force,
    laid_over,
    left_alone,
    since_in_force,
    unchanged_later,
)
from roster.workflow.joint import at_joints, worse_at_joints
from roster.workflow.troubles import refuse


@dataclass(frozen=True, slots=True)
class Wish:
    """What the user asks; ``since`` None: from the first day of the version, or of the first week that it changes."""

    since: date | None = None
    cause: Cause = Cause.NEW_PLAN
    note: str = ""
    notice_by: str = ""


@dataclass(frozen=True, slots=True)
class Used:
    """``feeds``: the calendars that are there now. ``missing``: how many demands of the brief are not met.

    ``changes``: since the version that ran until now, if one did. ``then``: what goes on to run after its last day, or
    on later days that it leaves as they are.
    """

    version: Version
    use: Use
    notice: Finding
    feeds: tuple[str, ...]
    missing: int
    before: str | None
    changes: Difference | None
    then: InForce | None


def use(path: Path, wish: Wish, by: str, now: datetime) -> Used:
    """Raises ``Faults`` with all that stands in the way."""
    folder_path, number = located(path)
    with opened_again(folder_path) as folder:
        log = read_log(folder_path)
        version = version_at(folder_path, number, log)
        since = max(wish.since or _since(folder_path, version, log, wish), version.plan.brief.period.start)
        last = last_day(version.plan.brief)
        if since > last:
            raise refuse(folder_path, *words.after_last_day(since, last))
        _must_be_far_enough(version, wish, log, folder_path, since)
        must_be_unedited(folder_path, version, log)
        found = ready(version, log, now.date(), since)
        again = log.stages.get(number) is Stage.REPLACED
        used = in_force(folder_path)
        leaves = unchanged_later(folder_path, version, log, since) if wish.cause is Cause.NEW_PLAN else ()
        said = Use(since, wish.cause, wish.note, wish.notice_by, leaves)
        aside = left_alone(used, log, number, said)
        joints = _joints(used, InForce(number, version.plan.dated, since, version.plan.until), aside, wish)
        in_the_way = (
            *_in_the_way(version, found, wish, since, again),
            *(words.joint_reason(frame, one) for frame, one in joints),
        )
        if in_the_way:
            raise faults_of(folder_path, in_the_way)
        held = since_in_force(folder_path, version, log, since)
        written = calendars_in_use(folder_path, version.plan, since, now, log, aside)
        record_step(folder, version, Act.USED, by, now, said, written=written)
        names = tuple(name for name in written.files if name != EVENTS)
        before, changes = (None, None) if held is None else (held.version, held.changes)
        until = version.plan.until or date.max
        runs = in_force(folder_path)
        then = next((one for one in runs if one.first > (since if one.version in leaves else until)), None)
        return Used(version, said, found.notice, names, len(found.missing), before, changes, then)


def _since(folder: Path, version: Version, log: Log, wish: Wish) -> date:
    """A change of what runs with a cause of its own stands on all days, as nothing is discussed of any of them."""
    return would_begin(folder, version, log).day if wish.cause is Cause.NEW_PLAN else date.min


# -- what stands in the way -----------------------------------------------------------------------------


def _joints(
    used: tuple[InForce, ...], new: InForce, aside: tuple[InForce, ...], wish: Wish
) -> tuple[tuple[Frame, Finding], ...]:
    """What breaks where the version meets what runs before and after it; of a change, what was not broken already."""
    found = tuple(at_joints(laid_over(used, new, aside), new.version))
    if wish.cause is Cause.NEW_PLAN or not found:
        return found
    before = (pair for one in {one.version for one in used} for pair in at_joints(used, one))
    return worse_at_joints(before, found)


def _must_be_far_enough(version: Version, wish: Wish, log: Log, folder: Path, since: date) -> None:
    """A new plan is discussed first; a change of the one in use with a cause of its own need not be (D38)."""
    if wish.cause is Cause.NEW_PLAN:
        must_be_allowed(Act.USED, version, log, folder)
        return
    used = in_force(folder)
    if not used:
        raise refuse(folder, *words.NOTHING_IN_USE)
    number = before_it(used, log, version.number, since)
    if number is None:
        raise refuse(folder, *words.not_now(Act.USED, version.number, Stage.IN_USE))
    before = version_at(folder, number, log).plan
    if before.roster.frame.cyclic and before.roster.works != version.plan.roster.works:
        raise refuse(folder, *words.OTHER_GRUNNTURNUS)
    if reason := _not_what_it_is_called(before, version.plan, wish):
        raise refuse(folder, *reason)


def _not_what_it_is_called(old: Plan, new: Plan, wish: Wish) -> tuple[str, str] | None:
    """Why the version is a new plan and no change of the one that runs; None when it is what it is said to be.

    Only days that both have can be compared, so with other dates nobody knows what the change is.
    """
    try:
        found = difference(old, new)
    except NothingInCommonError:
        return words.OTHER_DATES
    if old.dated.frame.dates != new.dated.frame.dates:
        return words.OTHER_DATES
    if not found.changes:
        paid = paid_otherwise(old.brief, new.brief) is not None
        return None if paid and wish.cause is Cause.ABSENCE else words.NOTHING_CHANGED
    given = wish.cause is Cause.SWAP and hands_over(found) and bool(wish.note.strip())
    if not (given or is_only(wish.cause, found, new, old)):
        return words.not_that_cause(wish.cause)
    if wish.cause is Cause.ABSENCE and not wish.note.strip() and takes_from_others(found, new):
        return words.ABSENCE_TAKES_FROM_OTHERS
    if wish.cause is Cause.MOVED and new.brief.arrangement.tariff is Tariff.NONE:
        return words.MOVED_NEEDS_TARIFF
    if wish.cause is Cause.MOVED and not wish.note.strip():
        return words.MOVED_NEEDS_GROUND
    return None


def _in_the_way(version: Version, found: Ready, wish: Wish, since: date, again: bool) -> Iterator[tuple[str, str]]:
    paragraphs = {one.id: one.paragraph for one in version.plan.brief.agreements}
    yield from (words.unsigned_reason(one, paragraphs.get(one, "")) for one in found.unsigned)
    yield from (words.against_reason(frame, one) for frame, one in found.against)
    # Going back to a plan that has been in force asks no new notice, and the causes of D38 have rules of their own.
    if again or wish.cause is not Cause.NEW_PLAN or not found.notice.verdict.fails:
        return
    bound = found.notice.verdict is Verdict.NEEDS_AGREEMENT
    if wish.notice_by and not bound:
        yield words.SHORTER_NOTICE_NEEDS_TARIFF
    elif not wish.notice_by:
        yield words.notice_reason(found.notice, found.checked.plan.brief.discussed, since)
