"""What a package tells of a version: the plan, what the checker says of it, and how far it has come."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from roster.domain.course import Standing, Step
from roster.domain.difference import Difference
from roster.domain.finding import Finding, Verdict
from roster.domain.frame import Frame
from roster.domain.plan import Plan
from roster.exports.plan_json import Report
from roster.wording.agreement_words import Consent, Registered


@dataclass(frozen=True, slots=True)
class Since:
    """The version that runs beside this one: its number and plan, and the kontrollpunkter gone and new, in words."""

    version: str
    plan: Plan
    difference: Difference
    gone: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """``plan`` holds no texts that are nobody's business, and its agreements are signed as the log says.

    ``employer``: its name, where the user says so. ``starts``: the day it is to run from, and ``as_before`` the version
    in use that it is like on the days before; "" where that is not so. ``day``: the last of the log. ``unsigned``: ids
    of agreements that something rests on. ``in_use``: the step of the version that runs, and ``since`` what differs
    from it; None when that is this one, there is none, or the two have no days in common.
    """

    plan: Plan
    report: Report
    rollout_report: Report | None
    standing: Standing
    notice: Finding
    starts: date
    as_before: str
    day: date
    agreements: Sequence[Registered]
    consents: Sequence[Consent]
    unsigned: tuple[str, ...]
    in_use: Step | None
    since: Since | None
    employer: str = ""

    @property
    def judged(self) -> tuple[tuple[Frame, Finding], ...]:
        """Every finding with the frame it speaks of."""
        found = [(self.plan.roster.frame, one) for one in self.report.findings]
        if self.rollout_report is not None:
            found += [(self.plan.dated.frame, one) for one in self.rollout_report.findings]
        return tuple(found)

    @property
    def points(self) -> tuple[tuple[Frame, Finding], ...]:
        """What is judged, and once where the grunnturnus and its dates are judged alike as a whole."""
        whole = [one for one in self.report.findings if one.span is None and one.verdict is not Verdict.OK]
        frame = self.plan.roster.frame
        return tuple(pair for pair in self.judged if pair[0] is frame or pair[1] not in whole)

    @property
    def assumptions(self) -> tuple[str, ...]:
        """What the verdicts rest on that nobody has told."""
        reports = [one for one in (self.report, self.rollout_report) if one is not None]
        return tuple(dict.fromkeys(said for one in reports for said in one.assumptions))
