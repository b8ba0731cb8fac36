"""When something changes: a new version with least change, its cause and its messages, or several to choose between."""

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from roster import __version__
from roster.checking.check import Report
from roster.checking.worse import worse
from roster.domain.answer import Answer
from roster.domain.causes import cause_of
from roster.domain.events import Events
from roster.domain.finding import Finding, Verdict
from roster.domain.fingerprint import FINGERPRINT
from roster.domain.frame import Frame
from roster.domain.kinds import Cause
from roster.domain.leave import WHOLE
from roster.domain.plan import Origin, Plan
from roster.domain.replies import Said as Replied
from roster.planning.carried import carried
from roster.planning.happened import Happened, happened
from roster.planning.replan import answers, as_it_is
from roster.planning.result import Stop
from roster.planning.search import Search
from roster.wording import replan_words as words
from roster.wording.message_words import message_to
from roster.workflow.change_said import Said, events_of
from roster.workflow.contradictions import refuse_contradictions
from roster.workflow.current import Current, meant
from roster.workflow.diff import Compared, compared
from roster.workflow.files import Checked, all_files, checked, fingerprint_in
from roster.workflow.folder import PLAN, Folder, opened_again, safe_names
from roster.workflow.goes_back import blamed, goes_back
from roster.workflow.in_force import InForce
from roster.workflow.line import FROM
from roster.workflow.replies import replies_of
from roster.workflow.timesheets import on_account
from roster.workflow.to_use import ToUse, to_use
from roster.workflow.troubles import refuse
from solver.problem import Works

PROGRAM = f"bpa-roster {__version__}"
CHANGE, MESSAGES = "endring.txt", "meldinger"
TRIES = 4
"""How often it is planned again without what the checker would not have, with half of the seconds or what is left."""


@dataclass(frozen=True, slots=True)
class ChangeWanted:
    """``told``: the day on which the assistants are told, None: today."""

    path: Path
    said: Said
    seconds: float
    told: date | None
    by: str


@dataclass(frozen=True, slots=True)
class Option:
    """A way to go on, as it was saved. ``messages``: the text to each whose shifts are otherwise, by id.

    ``cause`` is that of what is changed now; ``use`` how all that is not in use yet is taken into use.
    """

    answer: Answer
    compared: Compared
    cause: Cause
    version: Path
    messages: Mapping[str, str]
    use: ToUse

    @property
    def number(self) -> str:
        return self.version.name


@dataclass(frozen=True, slots=True)
class Change:
    """``options``: the recommended first. ``base``: the number of the version changed. ``what``: what happened.

    ``stopped``: the user asked for an end before all was looked for. ``elsewhere``: what runs on other days of it, of
    which nothing is changed.
    """

    base: Current
    happened: Happened
    options: tuple[Option, ...]
    what: tuple[str, ...]
    told: date
    stopped: bool = False
    elsewhere: tuple[InForce, ...] = ()


@dataclass(frozen=True, slots=True)
class Unlawful:
    """What was asked for breaks this, so nothing was saved."""

    frame: Frame
    broken: tuple[Finding, ...]


def change(wanted: ChangeWanted, now: datetime, stop: Stop) -> Change | Unlawful:
    """The new version or versions; raises ``Faults``."""
    if wanted.said.nothing:
        raise refuse(wanted.path, *words.NOTHING_SAID)
    today = now.date()
    base = meant(wanted.path, today, lambda plan: _first_day(wanted, plan, today))
    if base.folder is None or base.version is None:
        raise refuse(wanted.path, *words.NO_FOLDER)
    plan, told = base.plan, wanted.told or now.date()
    if plan.dated.frame.cyclic:
        raise refuse(wanted.path, *words.NO_DATES)
    events = events_of(wanted.said, plan, now.date(), wanted.path)
    minute = plan.dated.frame.clock.minute(now.replace(tzinfo=None, second=0, microsecond=0))
    refuse_contradictions(events, plan.dated, minute, wanted.path)
    before = checked(plan)
    back = goes_back(base, events, told, minute)
    what = happened(plan.dated, events, told, minute, back)
    found = lawful(base, before, what, Search(stop=stop), wanted.seconds)
    while isinstance(found, Unlawful) and back.backs:
        back = back.without(blamed(back, found.broken, plan.dated.frame))
        what = happened(plan.dated, events, told, minute, back)
        found = lawful(base, before, what, Search(stop=stop), wanted.seconds)
    stopped = stop()
    if isinstance(found, Unlawful):
        return found
    with opened_again(base.folder) as folder:
        told_of = (
            base.plan.dated.frame,
            events,
            what.lost,
            what.called_off,
            back.taken,
            back.kept_by_others,
            still_theirs(events, what),
        )
        said, kept = (tuple(words.happened_lines(*told_of, one, what.changed.since)) for one in (False, True))
        saving = _Saving(folder, base, before, kept, told, now, wanted.by)
        options = [saving.save(*one) for one in reversed(found)]
        elsewhere = tuple(_elsewhere(base, events))
        return Change(base, what, tuple(reversed(options)), said, told, stopped, elsewhere)


def still_theirs(events: Events, what: Happened) -> Works:
    """The shifts that who is partly sick keeps on those days."""
    return frozenset(
        (who, shift)
        for one, dates in events.sick
        if events.percent_sick(one) != WHOLE
        for who, shift in what.changed.start
        if who == one and what.changed.frame.shift[shift].start.date() in dates
    )


def _elsewhere(base: Current, events: Events) -> Iterator[InForce]:
    """What another version has of the days that the change is about."""
    spans = events.days(base.plan.dated.frame)
    for one in base.runs:
        if one.version != base.in_use and any(
            span.first <= (one.last or span.first) and one.first <= span.last for span in spans
        ):
            yield one


def _first_day(wanted: ChangeWanted, plan: Plan, today: date) -> date:
    """The day of the first change that is told of; today where the plan has no dates to tell it by."""
    if plan.dated.frame.cyclic:
        return today
    return events_of(wanted.said, plan, today, wanted.path).first_day(plan.dated.frame) or today


# -- what can be ----------------------------------------------------------------------------------------


def lawful(
    base: Current, before: Checked, what: Happened, search: Search, seconds: float
) -> list[tuple[Answer, Checked]] | Unlawful:
    """The answers in which the checker finds no breach that was not there; or what the change itself breaks.

    What the checker would not have is not tried again, nor what might be why; then nothing is proven any longer.
    """
    changed, plan = what.changed, base.plan
    ends = time.monotonic() + seconds
    last = {(one.who, one.shift): one.said for one in replies_of(base.entries)}
    refused = frozenset(one for one, said in last.items() if said is Replied.NO) - changed.taken
    promised = frozenset(one for one, said in last.items() if said is Replied.YES and one[1] in changed.open)
    for left in range(TRIES, -1, -1):
        for_this = seconds if search.steady else max(seconds / 2, ends - time.monotonic())
        every = answers(changed, search, for_this, refused, promised) if left else (as_it_is(changed),)
        if left < TRIES:
            every = tuple(replace(one, least=0, proven=False) for one in every)
        done = [(one, checked(carried(plan, what.brief, changed.frame, one.works))) for one in every]
        fine = [(one, after) for one, after in done if not new_breaches(before, after)]
        if done[0] in fine:
            return fine
        broken = new_breaches(before, done[0][1])
        gains = done[0][0].works - changed.start
        blamed = {one.who for one in broken}
        more = frozenset(one for one in gains if one[0] in blamed) or gains
        if not gains:
            return Unlawful(changed.frame, broken)
        refused |= more
    return Unlawful(changed.frame, broken)


def new_breaches(before: Checked, after: Checked) -> tuple[Finding, ...]:
    """What breaks the law, or needs an agreement for it, in the second and not in the first, or not as much."""
    law = (Verdict.BREACH, Verdict.NEEDS_AGREEMENT)
    found = worse(_of_dates(before).findings, _of_dates(after).findings)
    return tuple(one for one in found if one.verdict in law)


def _of_dates(one: Checked) -> Report:
    return one.rollout_report or one.report


# -- what is saved --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Saving:
    folder: Folder
    base: Current
    before: Checked
    what: tuple[str, ...]
    told: date
    now: datetime
    by: str

    def save(self, answer: Answer, done: Checked) -> Option:
        """The answer as a version with its change in words and the messages to send."""
        after = replace(done, plan=replace(done.plan, origin=self._origin()))
        number = self.folder.next_version()
        names = f"versjon {self.base.version}", f"versjon {number}"
        found = compared(self.before, after, names, self.told, self.base.path)
        use = to_use(self.base, after.plan, found.difference)
        cause = cause_of(found.difference, after.plan, self.base.plan) if found.difference.changes else use.cause
        messages = dict(self._messages(found, after.plan))
        text = (*self.what, "", *words.option_lines(answer, after.plan.dated.frame, found.difference, self.told, cause))
        files = all_files(on_account(after, self.folder.path), self.now)
        files[CHANGE] = ("\n".join(text) + "\n").encode()
        files |= {f"{MESSAGES}/{name}.txt": messages[who].encode() for who, name in safe_names(tuple(messages)).items()}
        facts = {
            FINGERPRINT: fingerprint_in({PLAN: files[PLAN]}),
            FROM: self.base.version,
            "cause": cause.value,
        }
        version = self.folder.add_version(files, None, self.now, self.by, facts)
        return Option(answer, found, cause, version, messages, use)

    def _origin(self) -> Origin:
        mark = next((one.facts.get(FINGERPRINT) for one in self.base.entries if one.version == self.base.version), None)
        old = self.base.plan.origin or Origin()
        return replace(old, by=self.by, program=PROGRAM, changed_from=str(mark) if mark else None)

    def _messages(self, found: Compared, plan: Plan) -> Iterator[tuple[str, str]]:
        for one in found.difference.people:
            if one.changes and (text := message_to(one, found.difference, plan)):
                yield one.who, text
