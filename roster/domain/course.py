"""The course of a version: kladd, hos arbeidsgiver, drøftet, tatt i bruk (D36, D37), as the log tells of it.

Drøfting is not an agreement: agreements are signed apart, and a signature holds for the terms that were signed,
whatever version rests on them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from roster.domain.brief import Agreement, Brief
from roster.domain.kinds import Cause


class Stage(StrEnum):
    """How far a version has come."""

    DRAFT = "kladd"
    EMPLOYER = "hos arbeidsgiver"
    DISCUSSED = "drøftet"
    IN_USE = "tatt i bruk"
    REPLACED = "avløst"


class Act(StrEnum):
    """What was done, as it stands in the log."""

    MADE = "ny versjon"
    SUBMITTED = "sendt til arbeidsgiver"
    DISCUSSED = "drøftet"
    ANSWERED = "svar mottatt"
    RETURNED = "sendt tilbake"
    SIGNED = "avtale signert"
    USED = "tatt i bruk"


@dataclass(frozen=True, slots=True)
class Discussion:
    """A drøfting: with the reps or, where none are elected, the assistants; ``agreed``: enig, else uenig."""

    on: date
    agreed: bool
    with_reps: bool
    present: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Comment:
    """What a rep wrote about a place in the workbook; ``place`` empty: about the plan as a whole."""

    place: str
    text: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back in the workbook. ``agreed`` None: neither enig nor uenig is said.

    ``discussion``: the drøfting that the answer tells of, if it has its date.
    """

    agreed: bool | None
    name: str = ""
    on: date | None = None
    comments: tuple[Comment, ...] = ()
    discussion: Discussion | None = None


@dataclass(frozen=True, slots=True)
class Signature:
    """An agreement signed. ``terms`` is the fingerprint of what it says, so that other terms are not signed by it."""

    agreement: str
    terms: str
    on: date


@dataclass(frozen=True, slots=True)
class Use:
    """The version runs from this day on. ``notice_by``: what in the tariffavtale gives less notice than the law.

    ``aside``: versions that run on days of their own later and go on doing so, since nothing is changed there.
    """

    since: date
    cause: Cause
    note: str = ""
    notice_by: str = ""
    aside: tuple[str, ...] = ()


What = Discussion | Answer | Signature | Use | str | None
"""What there is to know of an act; a text: why a version was sent back."""


@dataclass(frozen=True, slots=True)
class Step:
    """A line of the log, from 1: who did what when, to which version. ``papers`` lie in the folder by these names."""

    line: int
    act: Act
    version: str
    by: str
    when: datetime
    what: What = None
    papers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """All that the course knows of one version, for screen and print; ``steps`` are those of this version, in order.

    ``signatures`` are all of the folder. ``head``: what vouches for the log up to ``lines``, its last line.
    """

    version: str
    fingerprint: str
    stage: Stage
    steps: tuple[Step, ...]
    signatures: tuple[Step, ...] = ()
    head: str = ""
    lines: int = 0

    @property
    def discussion(self) -> Discussion | None:
        """The first drøfting: what § 10-3 counts from."""
        return min(self.discussions, key=lambda one: one.on, default=None)

    @property
    def discussions(self) -> tuple[Discussion, ...]:
        """Those since the version was last sent to the employer, by the log or told of in an answer."""
        found = (_discussion_in(one.what) for one in self._since(Act.SUBMITTED))
        return tuple(one for one in found if one is not None)

    @property
    def discussed_unseen(self) -> bool:
        """The day that it was discussed lies before the day that it was made, so it was another version they saw."""
        made = next((one for one in self.steps if one.act is Act.MADE), None)
        return made is not None and self.discussion is not None and self.discussion.on < made.when.date()

    @property
    def answers(self) -> tuple[Answer, ...]:
        """What came back in workbooks, also before it was last sent."""
        return tuple(one.what for one in self.steps if isinstance(one.what, Answer))

    @property
    def sent_back(self) -> str | None:
        """Why it was sent back, when it lies as kladd because of that."""
        last = next((one for one in reversed(self.steps) if one.act in _MOVES), None)
        return last.what if last is not None and isinstance(last.what, str) else None

    @property
    def use(self) -> Use | None:
        """The last time that it was taken into use."""
        return next((one.what for one in reversed(self.steps) if isinstance(one.what, Use)), None)

    def _since(self, act: Act) -> tuple[Step, ...]:
        first = max((number for number, one in enumerate(self.steps) if one.act is act), default=0)
        return self.steps[first:]


def _discussion_in(what: What) -> Discussion | None:
    if isinstance(what, Answer):
        return what.discussion
    return what if isinstance(what, Discussion) else None


_MOVES = {
    Act.MADE: Stage.DRAFT,
    Act.SUBMITTED: Stage.EMPLOYER,
    Act.DISCUSSED: Stage.DISCUSSED,
    Act.RETURNED: Stage.DRAFT,
    Act.USED: Stage.IN_USE,
}

ALLOWED: Mapping[Act, frozenset[Stage]] = {
    Act.SUBMITTED: frozenset({Stage.DRAFT}),
    Act.DISCUSSED: frozenset({Stage.EMPLOYER, Stage.DISCUSSED}),
    Act.ANSWERED: frozenset({Stage.EMPLOYER, Stage.DISCUSSED}),
    Act.RETURNED: frozenset({Stage.EMPLOYER, Stage.DISCUSSED}),
    Act.USED: frozenset({Stage.DISCUSSED, Stage.REPLACED}),
}
"""The stages from which each act can be done; agreements are signed at any. What has once been in use may be again
(aml § 10-3 asks no more)."""


def stages(steps: Iterable[Step]) -> Mapping[str, Stage]:
    """How far each version has come after these steps; one at a time is in use."""
    found: dict[str, Stage] = {}
    for one in steps:
        if one.act is Act.USED:
            found = {version: Stage.REPLACED if stage is Stage.IN_USE else stage for version, stage in found.items()}
        if one.act in _MOVES:
            found[one.version] = _MOVES[one.act]
        elif _discussion_in(one.what) is not None:
            found[one.version] = Stage.DISCUSSED
    return found


def in_use(steps: Iterable[Step]) -> Step | None:
    """The step that took into use the version which runs."""
    return next((one for one in reversed(tuple(steps)) if one.act is Act.USED), None)


def as_it_stands(brief: Brief, discussed: date | None, signed: Mapping[str, date], day: date | None = None) -> Brief:
    """The brief with the day it was discussed and the days its agreements (by id) were signed, by the log if it knows.

    ``day``: what the brief expects to be signed after it is not signed yet; None: it is taken at its word.
    """
    agreements = tuple(_as_signed(one, signed.get(one.id, one.signed), day) for one in brief.agreements)
    return replace(brief, agreements=agreements, discussed=discussed or brief.discussed)


def _as_signed(agreement: Agreement, on: date | None, day: date | None) -> Agreement:
    if on is not None and day is not None and on > day:
        return replace(agreement, signed=None, use_unsigned=True)
    return replace(agreement, signed=on)
