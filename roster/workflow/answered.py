"""What somebody said of a shift they were asked about: it is written down, and the first lawful yes gets the shift."""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from roster.checking.check import check
from roster.domain.replies import Reply, Said
from roster.domain.shift import Shift
from roster.domain.taking import Kind, Taking
from roster.planning.result import Stop
from roster.wording import ask_words as words
from roster.workflow.ask import proposed_by, taken_as_overtime
from roster.workflow.change import Change, ChangeWanted, Unlawful, change
from roster.workflow.change_said import Said as Told
from roster.workflow.current import Current, meant
from roster.workflow.folder import opened_again
from roster.workflow.naming import assistant_named, shift_named
from roster.workflow.replies import replies_of, write_reply
from roster.workflow.troubles import refuse
from roster.workflow.who import day_of, who_can

SECONDS = 2.0
"""To give a shift to somebody needs no search."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What was written down. ``given``: the version in which the shift is theirs. ``cannot``: why it is not.

    ``taken``: somebody else has it. ``proposed``: a change that is not in use yet gives it to them.
    """

    reply: Reply
    shift: Shift
    current: Current
    given: Change | None = None
    cannot: Taking | Unlawful | None = None
    taken: bool = False
    proposed: bool = False


def answer(path: Path, shift: str, who: str, said: Said, by: str, now: datetime, stop: Stop) -> Answered:
    """Write down what somebody said; the first lawful yes gives them the shift in a new version. Raises ``Faults``."""
    found = meant(path, now.date(), lambda plan: day_of(plan, shift, path, now.date()))
    if found.folder is None or found.version is None:
        raise refuse(path, *words.NO_FOLDER)
    named = shift_named(found.plan, shift, path, now.date())
    if named.roster.frame.cyclic:
        raise refuse(path, *words.NO_FOLDER)
    person = assistant_named(found.plan.brief, who, path).id
    has = person in named.roster.on(named.shift.id)
    if has and not any(one.who == person and one.shift.id == named.shift.id for one in proposed_by(found, 0)):
        raise refuse(path, *words.has_it(named.roster.frame, named.shift, person))
    reply = Reply(named.shift.id, person, said, now)
    answered = Answered(reply, named.shift, found, proposed=has)
    if said is Said.YES and not has:
        answered = _yes(answered, path, by, now, stop)
    with opened_again(found.folder) as folder:
        version = answered.given.options[0].number if answered.given is not None else found.version
        write_reply(folder, version, answered.reply, by, now)
    return answered


def _yes(answered: Answered, path: Path, by: str, now: datetime, stop: Stop) -> Answered:
    found, reply, shift = answered.current, answered.reply, answered.shift
    roster = found.plan.dated
    if shift.id in taken_as_overtime(replies_of(found.entries), roster) or len(roster.filling(shift.id)) >= max(
        1, shift.wanted
    ):
        return Answered(reply, shift, found, taken=True)
    can = who_can(check(roster), shift, None, {}, now)
    theirs = next((one.taking for one in can.able if one.taking.who == reply.who), None)
    if theirs is None or theirs.kind is Kind.MOVED:
        why = theirs or next(one for one in can.unable if one.who == reply.who)
        return Answered(reply, shift, found, cannot=why)
    if theirs.kind is Kind.OVERTIME:
        return Answered(replace(reply, overtime=True), shift, found)
    wanted = ChangeWanted(path, Told(give=((shift.id, reply.who),)), SECONDS, None, by)
    given = change(wanted, now, stop)
    if isinstance(given, Unlawful):
        return Answered(reply, shift, found, cannot=given)
    return Answered(reply, shift, found, given=given)
