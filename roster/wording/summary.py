"""The sentence that says it all about a roster, and then a row for each assistant."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from roster.domain.assistant import Assistant
from roster.domain.contract import half_a_shift
from roster.domain.fallen import fallen_share
from roster.domain.finding import Finding, Verdict
from roster.domain.frame import Frame, training_days
from roster.domain.roster import Roster
from roster.domain.statistics import PersonStatistics, Statistics, statistics
from roster.rules.vedtak_share import granted_for
from roster.wording.numbers import counted, hours_said, listed
from roster.wording.numbers import hours_decimal as hours
from roster.wording.plan_words import person


def summary(roster: Roster, findings: Iterable[Finding] | None = None, counts: Statistics | None = None) -> str:
    """«12 uker, 7 assistenter: alle vakter dekket, 0 brudd, 98 % av timene i faste stillinger, …».

    A roster without a brief behind it is «1 uke, 2 assistenter: 7 vakter, 3 brudd». ``counts`` are the roster's
    statistics where they are at hand.
    """
    counts = counts or statistics(roster)
    frame = roster.frame
    if frame.brief.needs:
        said = [_cover(counts), *_verdicts(findings), *_permanent(counts), *_vedtak(frame, counts)]
    else:
        # Made elsewhere: what is needed is not known, nor who has a permanent position.
        said = [counted(len(roster.works), "vakt", "vakter"), *_verdicts(findings)]
    weeks = counted(frame.weeks, "uke", "uker")
    people = counted(len(frame.people), "assistent", "assistenter")
    return f"{weeks}, {people}: {', '.join(said)}."


def _cover(counts: Statistics) -> str:
    if counts.open == 0:
        return "alle vakter dekket"
    return f"{counts.open} av {counted(counts.wanted, 'vakt', 'vakter')} åpne ({hours_said(counts.open_minutes)})"


def _verdicts(findings: Iterable[Finding] | None) -> Iterable[str]:
    if findings is None:
        return
    number = Counter(one.verdict for one in findings)
    yield f"{number[Verdict.BREACH]} brudd"
    if number[Verdict.NEEDS_AGREEMENT]:
        yield f"{number[Verdict.NEEDS_AGREEMENT]} krever avtale"
    if number[Verdict.MISSING]:
        yield f"{number[Verdict.MISSING]} mangler"
    if number[Verdict.CONSIDER]:
        yield f"{number[Verdict.CONSIDER]} bør vurderes"


def _permanent(counts: Statistics) -> Iterable[str]:
    share = counts.permanent_share
    if share is not None:
        # Never rounded up to all while something is left.
        percent = int(share * 100)
        yield f"{percent} % av timene i faste stillinger"
    if counts.substitute:
        yield f"{hours_said(counts.substitute)} hos vikarer"


def _vedtak(frame: Frame, counts: Statistics) -> Iterable[str]:
    may = granted_for(frame)
    if may is None:
        return
    left = may - counts.granted
    yield f"{hours_said(left)} igjen av vedtaket" if left >= 0 else f"{hours_said(-left)} mer enn vedtaket gir"


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One assistant in the words of the table; ``sentence`` says the same for those who listen."""

    who: str
    name: str
    hours: str
    difference: str
    why: str
    weekends: str
    nights: str
    longest_run: str
    shortest_rest: str

    @property
    def cells(self) -> tuple[str, ...]:
        return (
            self.name,
            self.hours,
            self.difference,
            self.weekends,
            self.nights,
            self.longest_run,
            self.shortest_rest,
        )

    @property
    def reason(self) -> str:
        """Below the table, since a narrow terminal would break it over many lines; empty where there is none."""
        return f"{self.name}, {self.difference}: {self.why}." if self.why else ""

    @property
    def sentence(self) -> str:
        because = f" ({self.why})" if self.why else ""
        return (
            f"{self.name}: {self.hours} timer, {self.difference}{because}. Helger: {self.weekends}."
            f" Netter: {self.nights}. Lengste rekke: {self.longest_run}. Korteste hvile: {self.shortest_rest}."
        )


HEADINGS = (
    "Assistent",
    "Timer",
    "Mot stillingen",
    "Helger",
    "Netter",
    "Lengste rekke",
    "Korteste hvile",
)


def person_rows(roster: Roster) -> tuple[PersonRow, ...]:
    """The assistants in the order of the brief."""
    counts = statistics(roster)
    return tuple(_row(roster, one, counts) for one in roster.frame.people)


def _row(roster: Roster, assistant: Assistant, counts: Statistics) -> PersonRow:
    one = counts.of(assistant.id)
    return PersonRow(
        who=one.who,
        name=person(roster.frame.brief, one.who),
        hours=hours(one.paid),
        difference=difference(one.short),
        why=_why(roster, assistant, one, counts),
        weekends=f"{one.weekends} av {one.weekends_of}",
        nights=str(one.nights),
        longest_run=counted(one.longest_run, "dag", "dager"),
        shortest_rest="ingen" if one.shortest_rest is None else hours_said(one.shortest_rest),
    )


def difference(short: Fraction) -> str:
    """«3,5 timer for lite», «som avtalt», «2 timer mer enn avtalt»."""
    if abs(short) < 3:
        return "som avtalt"
    return f"{hours_said(abs(short))} {'for lite' if short > 0 else 'mer enn avtalt'}"


def _why(roster: Roster, assistant: Assistant, one: PersonStatistics, counts: Statistics) -> str:
    """Why the position is not filled, as far as the numbers alone show it."""
    if one.short < 3:
        return "ønsker mer" if one.short <= -3 and assistant.wants_up_to is not None else ""
    frame = roster.frame
    reasons = []
    if one.short <= half_a_shift(frame, assistant):
        reasons.append("under en halv vakt")
    elif one.short - fallen_share(frame, assistant, 0, frame.weeks) <= half_a_shift(frame, assistant):
        reasons.append("timer har falt bort på røde dager eller mens brukeren er borte")
    elif not frame.cyclic and len(training_days(frame, assistant.id)) < assistant.alone_after:
        reasons.append("har for få opplæringsvakter til å få andre vakter")
    elif sum(each.contract for each in counts.people) - counts.paid - counts.open_minutes >= one.short:
        reasons.append("stillingene er til sammen større enn behovet")
    if counts.open and one.short > half_a_shift(frame, assistant):
        reasons.append("vakter står ennå åpne")
    return listed(reasons)
