"""Rows of form 3 beside the grid: hours of each assistant, and every rule with what it rests on and who signs."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction

from roster.domain.brief import Agreement, Brief
from roster.domain.days import DateSpan, every_day
from roster.domain.finding import WORST_FIRST, Finding, Verdict
from roster.domain.frame import Frame
from roster.domain.roster import Roster
from roster.domain.shift import paid
from roster.rules import RULES, plan_notice
from roster.wording.brief_choices import PARTIES
from roster.wording.control import amount_of
from roster.wording.facts import word
from roster.wording.finding_words import NAMES, VERDICTS
from roster.wording.findings import sentence
from roster.wording.numbers import hours_decimal, long_date, percent, short_date

HOURS_SHEET = "Timer"
HOURS_TITLE = "Timer i ukene"
HOURS_HEADINGS = (
    "Navn",
    "Stilling",
    "Heltidsuke, timer",
    "Avtalt, timer i uka",
    "Grunnturnus, timer i uka",
    "Endret plan, timer i uka",
    "Fri med lønn (F3–F5), timer",
    "Vakter borte i ferie, timer",
    "Forskjell fra grunnturnusen i perioden, timer",
)
ABOUT_HOURS = (
    "Timene er betalte timer i ukene som er endret. Hvileperioder er regnet om slik avtalen sier.",
    "Heltidsuka er timene i uka i full stilling: de i grunnlaget, eller de færre timene som nettene og søndagene i "
    "turnusen gir (aml § 10-4 (6) og tariffavtalen). «Heltidsuka» i «Regler og avtaler» sier om de stemmer.",
    "Forskjellen er timene i endret plan, fri med lønn og vakter borte i ferie, minus timene i grunnturnusen. Pluss er "
    "mer enn i grunnturnusen, minus er mindre. Timene i stillingen gjelder hele planen, ikke disse ukene alene: «Timer "
    "i stillingen» i «Regler og avtaler» sier om alle får dem.",
)
WEEKS_SHEET = "Uke for uke"
WEEKS_TITLE = "Timer uke for uke"
WEEKS_HEADINGS = (
    "Navn",
    "Uke",
    "Grunnturnus, timer",
    "Endret plan, timer",
    "Fri med lønn (F3–F5), timer",
    "Vakter borte i ferie, timer",
    "Forskjell, timer",
)
ABOUT_WEEKS = (
    "De samme timene for hver uke. En vakt hører til uka den begynner i. Fri med lønn hører til uka der F3, F4 eller "
    "F5 står, også når den gjelder to vakter.",
)
IN_ALL = "i alt"
RULES_SHEET = "Regler og avtaler"
RULES_TITLE = "Regler og avtaler"
RULES_HEADINGS = ("Regel", "Paragraf", "Resultat", "Hvem og når", "Bygger på, og hvem som skriver under")
ABOUT_RULES = (
    "Hver regel er kontrollert på datoene i hele planen. Regler som ikke er aktuelle, er utelatt.",
    "Det som gjelder disse ukene, står først. Av det som gjelder andre uker, står antallet og det første punktet her. "
    "Alle punktene står i pakka til drøfting.",
    "Der alt er i orden, står den som er nærmest grensen.",
)
_AGREED = "avtale "
"""How a basis begins that is an agreement on record."""


def hours_rows(usual: Roster, now: Roster, within: DateSpan) -> Iterator[tuple[str, ...]]:
    """Each assistant's paid hours in the weeks, by the grunnturnus and as changed."""
    weeks = Fraction((within.last - within.first).days + 1, 7)
    for person in now.frame.people:
        before, after = (_paid(one, person.id, within) for one in (usual, now))
        off = sum(one.minutes for one in person.paid_off if one.day in within)
        away = DateSpan(within.first, within.last)
        vacation = sum(_paid(usual, person.id, one, away) for one in person.vacation)
        yield (
            person.alias,
            percent(person.percent),
            hours_decimal(person.full_time_week, 1),
            hours_decimal(person.contract_week, 1),
            hours_decimal(before / weeks, 1),
            hours_decimal(after / weeks, 1),
            hours_decimal(off),
            hours_decimal(vacation),
            _signed(after + off + vacation - before),
        )


def week_rows(usual: Roster, now: Roster, within: DateSpan) -> Iterator[tuple[str, ...]]:
    """The same hours of each assistant in each week, with what they come to under them."""
    monday = within.first - timedelta(days=within.first.weekday())
    weeks = [
        DateSpan(max(first, within.first), min(first + timedelta(days=6), within.last))
        for first in every_day(monday, (within.last - monday).days + 1)[::7]
    ]
    for person in now.frame.people:
        for named, dates in (*((f"uke {one.first.isocalendar().week}", one) for one in weeks), (IN_ALL, within)):
            before, after = (_paid(one, person.id, dates) for one in (usual, now))
            off = sum(one.minutes for one in person.paid_off if one.day in dates)
            vacation = sum(_paid(usual, person.id, one, dates) for one in person.vacation)
            told = (hours_decimal(one) for one in (before, after, off, vacation))
            yield person.alias, named, *told, _signed(after + off + vacation - before)


def _paid(roster: Roster, who: str, *within: DateSpan) -> int:
    resting = roster.frame.brief.settings.resting_paid
    return sum(paid(one, resting) for one in roster.duties(who) if all(one.start.date() in dates for dates in within))


def _signed(minutes: int) -> str:
    return f"+{hours_decimal(minutes)}" if minutes > 0 else hours_decimal(minutes)


def rule_rows(frame: Frame, findings: Sequence[Finding], within: DateSpan, begins: date) -> Iterator[tuple[str, ...]]:
    """A row for each rule that was judged, the worst verdicts first, those of the weeks before those of other weeks.

    The plan is discussed before the day on which it ``begins``.
    """
    rows = []
    notice = plan_notice.notice(frame.brief, None, begins)
    told = [notice if one.rule == plan_notice.ID else one for one in findings]
    for rule in RULES:
        found = [one for one in told if one.rule == rule.id]
        if found:
            worst = min((one.verdict for one in found), key=WORST_FIRST.index)
            here = any(one.verdict is not Verdict.OK and is_of(frame, one, within) for one in found)
            rank = (worst is Verdict.OK, not here, WORST_FIRST.index(worst))
            rows.append((rank, _row(frame, worst, found, within)))
    yield from (row for _, row in sorted(rows, key=lambda one: one[0]))


def is_of(frame: Frame, one: Finding, within: DateSpan) -> bool:
    """The finding touches the dates, or is of the plan as a whole."""
    if one.span is None:
        return True
    first, last = (frame.clock.wall(at).date() for at in (one.span.start, max(one.span.start, one.span.end - 1)))
    return first <= within.last and last >= within.first


def _row(frame: Frame, worst: Verdict, found: Sequence[Finding], within: DateSpan) -> tuple[str, ...]:
    wrong = [one for one in found if one.verdict is not Verdict.OK]
    here = dict.fromkeys(sentence(frame, one) for one in wrong if is_of(frame, one, within))
    others = [said for one in wrong if (said := sentence(frame, one)) not in here]
    away = [f"I andre uker: {len(others)}. {'Det første: ' if others[1:] else ''}{others[0]}"] if others else []
    said = "\n".join((*here, *away)) or _nearest(frame, found)
    rests = dict.fromkeys(line for one in found for line in _rests(frame.brief, one))
    paragraphs = dict.fromkeys(one.source.paragraph for one in wrong or found)
    by_brief = all(one.startswith("turnusgrunnlaget") for one in paragraphs)
    known = "\n".join(rests) or ("grunnlaget" if by_brief else "loven")
    return NAMES[found[0].rule], ", ".join(paragraphs), VERDICTS[worst], said, known


def _nearest(frame: Frame, found: Sequence[Finding]) -> str:
    """Who of those in order is nearest the limit."""
    told = [one for one in found if one.measured is not None and one.limit]
    if not told:
        return "alle, hele planen"
    one = min(told, key=lambda one: abs((one.measured or 0) - (one.limit or 0)) / (one.limit or 1))
    who = "alle" if one.who is None else frame.brief.assistant(one.who).alias
    when = "" if one.span is None else f", {long_date(frame.clock.wall(one.span.start))}"
    return f"{who}{when}: {amount_of(one, one.measured)}, grense {amount_of(one, one.limit)}"


def _rests(brief: Brief, one: Finding) -> Iterator[str]:
    by_id = {agreement.id: agreement for agreement in brief.agreements}
    for basis in one.basis:
        if basis.startswith(_AGREED) and (agreement := by_id.get(basis.removeprefix(_AGREED))) is not None:
            yield agreement_said(agreement)
    if one.verdict is Verdict.NEEDS_AGREEMENT:
        yield from (f"Mangler: {could}" for could in one.could)


def agreement_said(one: Agreement) -> str:
    """«avtale S1 (aml § 10-8 (4)) med den ansatte, signert 30.11.2026»."""
    signed = "ikke signert" if one.signed is None else f"signert {short_date(one.signed)}"
    return f"avtale {one.id} (aml § {one.paragraph}) med {word(PARTIES, one.party)}, {signed}"
