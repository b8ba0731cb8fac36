"""A finding as a row of words for tables: rule, verdict, whom, when, measured and limit."""

from collections import Counter
from collections.abc import Iterable, Mapping

from roster.domain.finding import WORST_FIRST, Finding, Unit, Verdict
from roster.domain.frame import Frame
from roster.rules.vacation import ID as VACATION
from roster.rules.vacation import SUMMER, TOLD, YEAR
from roster.wording.finding_words import NAMES, VERDICTS, WAYS_OUT
from roster.wording.findings import sentence, where
from roster.wording.numbers import counted, hours_clock, hours_decimal, listed, short_date, time_of_day, weekday

CONTROL_TITLE = "Kontroll: hver regel med dom, grense og utvei"
CONTROL_HEADINGS = (
    "Dom",
    "Plan",
    "Regel",
    "Person-id",
    "Navn",
    "Fra",
    "Til",
    "Målt",
    "Grense",
    "Paragraf",
    "Bygger på",
    "Kontrollpunkt",
    "Utvei",
)
_NOT_WORK = {
    TOLD: "Avtal ferien med assistenten, eller flytt den.",
    YEAR: "Før opp resten av ferien i grunnlaget når den er avtalt.",
    SUMMER: "Før opp resten av ferien i grunnlaget når den er avtalt.",
}
"""What to do about vacation where nobody is at work in it."""
ASSUMPTIONS_TITLE = "Forutsetninger"


def control_summary(findings: Iterable[Finding]) -> str:
    """«0 brudd, 0 krever avtale, …», every verdict with its number."""
    number = Counter(one.verdict for one in findings)
    said = ", ".join(f"{VERDICTS[one].lower()} {number[one]}" for one in WORST_FIRST)
    return f"{said[0].upper()}{said[1:]}."


def control_row(frame: Frame, finding: Finding) -> tuple[str, ...]:
    """The cells of ``CONTROL_HEADINGS``."""
    aliases = {one.id: one.alias for one in frame.people}
    verdict = VERDICTS[finding.verdict]
    return (
        f"{verdict} (før planen)" if finding.before else verdict,
        "grunnturnus" if frame.cyclic else "datoer",
        NAMES.get(finding.rule, finding.rule),
        finding.who or "alle",
        aliases.get(finding.who or "", ""),
        "hele planen" if finding.span is None else moment(frame, finding.span.start),
        "" if finding.span is None else moment(frame, finding.span.end),
        amount_of(finding, finding.measured),
        amount_of(finding, finding.limit),
        where(frame, finding),
        listed(finding.basis),
        sentence(frame, finding),
        "" if finding.verdict is Verdict.OK else _way_out(finding),
    )


def _way_out(finding: Finding) -> str:
    """What to do about it, and what else could make it lawful."""
    way = _NOT_WORK.get(str(finding.facts.get("about", ""))) if finding.rule == VACATION else None
    way = WAYS_OUT.get(finding.rule, "") if way is None else way
    return " ".join((way, f"Eller: {listed(finding.could, 'eller')}.") if finding.could else (way,)).strip()


def moment(frame: Frame, minute: int) -> str:
    """«onsdag 13.01.2027 kl. 07.30», or «uke 2 onsdag kl. 07.30» in a grunnturnus."""
    wall = frame.clock.wall(minute)
    day, time = weekday(wall), time_of_day(wall)
    if frame.cyclic:
        week = (wall.date() - frame.first_day).days // 7 + 1
        return f"uke {week} {day} kl. {time}"
    return f"{day} {short_date(wall)} kl. {time}"


def amount_of(finding: Finding, number: int | None) -> str:
    """What was measured or the limit of it, with what is counted: «14 dager», «72 plasser»."""
    about = str(finding.facts.get("about", ""))
    words = _COUNTED.get((finding.rule, about)) or _COUNTED.get((finding.rule, ""))
    if finding.unit is Unit.PEOPLE and finding.span is None:
        words = _PLACES
    if number is None or words is None or finding.unit not in (Unit.COUNT, Unit.PEOPLE):
        return amount(number, finding.unit)
    return counted(number, *words)


_PLACES = ("plass", "plasser")
"""What is filled in the whole plan: the same person fills many."""
_COUNTED: Mapping[tuple[str, str], tuple[str, str]] = {
    ("agreement-valid", ""): ("avtale", "avtaler"),
    ("plan-notice", ""): ("dag", "dager"),
    ("position-temporary", ""): ("år", "år"),
    ("split-days", ""): ("delt dagsverk", "delte dagsverk"),
    ("sundays", ""): ("søndag eller rød dag", "søndager eller røde dager"),
    ("sundays", "in_a_row"): ("uke på rad", "uker på rad"),
    ("sundays", "rest"): ("ukehvile", "ukehviler"),
    ("vacation", ""): ("dag", "dager"),
}
"""What the rules count, by rule and what the finding is about."""


def amount(measured: int | None, unit: Unit) -> str:
    """«10,98 t (10:59)», «35,5 t per uke (35:30)», «3», «2 personer»."""
    if measured is None:
        return ""
    match unit:
        case Unit.MINUTES:
            return f"{hours_decimal(measured)} t ({hours_clock(measured)})"
        case Unit.MINUTES_A_WEEK:
            return f"{hours_decimal(measured)} t per uke ({hours_clock(measured)})"
        case Unit.PEOPLE:
            return f"{measured} {'person' if measured == 1 else 'personer'}"
        case Unit.COUNT:
            return str(measured)
