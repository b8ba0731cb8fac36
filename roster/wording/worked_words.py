"""What is said of a month that was worked: as planned, what was otherwise, and what can not be understood."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from roster.domain.brief import Brief
from roster.domain.closing import Closing
from roster.domain.kinds import WorkSort
from roster.domain.worked import Difference, How, Row
from roster.wording.cost_words import month_said
from roster.wording.numbers import clock_said, counted, from_to, hours_clock, listed, long_date, short_date
from roster.wording.plan_words import person

CHANGED_FILE = (
    "Fila er endret etter at måneden ble avsluttet, og er ikke slik loggen sier.",
    "Hent den fra en sikkerhetskopi. Skal noe rettes, bruker du «roster worked» med --except.",
)
NO_DATES = (
    "Turnusen har ingen datoer, så den har ingen måneder å avslutte.",
    "Lag den på nytt med «roster plan», som ruller grunnturnusen ut til datoer.",
)
UNREADABLE_LIST = ("Lista kan ikke leses.", "Lagre den som ren tekst, med én hendelse på hver linje.")
TIME_OFF_OF_OVERTIME = ("Bare overtid kan avspaseres slik.", "Skriv «overtid, avspaseres».")
_EXAMPLE = (
    "Skriv for eksempel «A3:2027-01-11 D syk», «A3:2027-01-11 D syk, av A5», «A3:2027-01-11 D 08.00–16.30» "
    "eller «A5:2027-01-13 12.00–16.00 ekstra»."
)
HEADINGS = ("Assistent", "Planlagt", "Arbeidet", "Syk", "Avlyst", "Annet")
OTHERWISE = "Dette ble annerledes enn planlagt:"
CORRECTED = "Dette er rettet nå:"
ALL_KEPT = "Kontrollen av det som ble arbeidet: alle reglene er holdt."
ABOUT = "Timene er betalte timer. Arbeidet er med overtid."

_HOW = {
    How.SICK: "syk",
    How.CALLED_OFF: "avlyst, betalt, men ikke brukt",
    How.OFF: "fri med lønn",
    How.TIME_OFF: "avspasering",
    How.UNPAID: "permisjon uten lønn",
}


# -- what cannot be ---------------------------------------------------------------------------------------


def not_an_exception(text: str) -> tuple[str, str]:
    return f"«{text}» sier ikke hvem, hvilken vakt og hva som skjedde.", _EXAMPLE


def not_understood(part: str, text: str) -> tuple[str, str]:
    return (
        f"Vi forstår ikke «{part}» i «{text}».",
        "Skriv syk, syk 50 %, avlyst, avspasering, permisjon, av HVEM, ekstra, slett, overtid, avspaseres, samtykke, "
        "aktiv 01.00–01.40, eller tida som ble arbeidet.",
    )


def not_in_month(day: date, month: date) -> tuple[str, str]:
    return f"{long_date(day).capitalize()} er ikke i {month_said(month)}.", "Rett datoen eller --month."


def which_row(text: str, who: str, day: date, theirs: Sequence[Row]) -> tuple[str, str]:
    """None or several of their rows may be meant."""
    if not theirs:
        return (
            f"{who} har ingenting {short_date(day)}, så «{text}» kan ikke føres.",
            "Er det en ekstra vakt, skriver du «ekstra» etter koden eller tida.",
        )
    there = listed([f"{one.code or 'uten kode'} {_times(one)}" for one in theirs])
    return f"«{text}» sier ikke hvilken vakt det er.", f"{who} har {there} den dagen."


def two_places(one: Row, other: Row) -> tuple[str, str]:
    day = short_date(other.day)
    if not (one.is_worked and other.is_worked):
        return (
            f"{one.who} ville være syk og stå på vakt samtidig {day}: {_times(one)} og {_times(other)}.",
            "Rett tidene, så den syke tida begynner der arbeidet slutter, eller velg en annen til å ta vakta.",
        )
    return (
        f"{one.who} ville arbeidet to steder {day}: {_times(one)} og {_times(other)}.",
        "Rett tidene, eller ta bort den ene med «slett».",
    )


def not_resting(text: str) -> tuple[str, str]:
    return (
        f"Vakta i «{text}» har ingen hvilende tid å være aktiv i.",
        "Skriv den som en ekstra vakt, eller rett vaktkoden.",
    )


def outside_shift(text: str) -> tuple[str, str]:
    return f"Tida i «{text}» ligger utenfor vakta.", "Skriv en tid som ligger inni vakta."


def nothing_there(month: date, first: date | None, last: date | None) -> tuple[str, str]:
    """No version in use, and no timesheet, has a day of the month."""
    what = f"Ingenting er planlagt eller ført i {month_said(month)}."
    if first is None or last is None:
        return what, "Velg en annen måned."
    return what, f"Planen har datoer fra {short_date(first)} til {short_date(last)}. Velg en måned der."


def unknown_name(name: str, brief: Brief) -> tuple[str, str]:
    known = ", ".join(f"{one.id} ({one.alias})" for one in brief.assistants)
    return f"«{name}» er ikke i grunnlaget.", f"Bruk id eller dekknavn fra grunnlaget: {known}."


# -- what was done ----------------------------------------------------------------------------------------


def headline(month: date, closed_now: bool, corrections: int, found: Difference) -> str:
    """What the command did: closed the month, corrected it, or only tells of it."""
    name = month_said(month).capitalize()
    if closed_now and not corrections:
        return f"{name} er avsluttet."
    if closed_now:
        rows = counted(len(found.gone) + len(found.come), "linje", "linjer")
        return f"{name} er rettet med en forskjell på {rows}. Det som sto før, er tatt vare på."
    said = "" if not corrections else f" og rettet {counted(corrections, 'gang', 'ganger')}"
    return f"{name} er avsluttet{said}. Ingenting er endret nå."


def tried_line(month: date) -> str:
    return f"Slik ville {month_said(month)} bli. Ingenting er lagret."


def source_lines(one: Closing) -> tuple[str, ...]:
    """What the month was made of."""
    said = []
    if one.made_of:
        each = [f"versjon {of.version} for {from_to(of.first, of.last)}" for of in one.made_of]
        said.append(f"Planen som gjaldt: {listed(each)}.")
    if one.sheets:
        said.append(f"Timene er fra {listed(one.sheets)}, ikke fra planen.")
    return tuple(said)


NOT_IN_USE = "Ingen versjon er i bruk i måneden, så den nyeste er brukt som plan."


def not_over(last: date) -> str:
    return (
        f"Måneden er ikke over før {short_date(last)}. Dagene som er igjen, er ført som planlagt: skjer det noe, "
        "retter du med --except."
    )


def assumed_active() -> str:
    return (
        "Forutsetning: aktive minutter uten klokkeslett er lagt først i den hvilende tida. Skriv tida der den betyr "
        "noe for hviletid og tillegg."
    )


def unsheeted(names: Sequence[str]) -> str:
    return f"Timelista har ingen rader for {listed(names)}, som har vakter i planen. De er ført som ikke arbeidet."


# -- rows -------------------------------------------------------------------------------------------------


def difference_lines(brief: Brief, found: Difference) -> tuple[str, ...]:
    """What was otherwise, a sentence for each shift: what was to be, and what became of it."""
    lines: list[tuple[datetime, str]] = []
    come = list(found.come)
    for old in found.gone:
        same = [one for one in come if one.planned == old.planned and one.who == old.who] if old.planned else []
        others = [one for one in come if one.planned == old.planned and one.who != old.who] if old.planned else []
        for one in (*same, *others):
            come.remove(one)
        became = [_became(old, one) for one in same] or ["arbeidet den ikke"]
        became += [f"{person(brief, one.who)} tok den{_times_if_other(old, one)}{_marks(one)}" for one in others]
        lines.append((old.start, f"{_day(old)}, {old.code} {_times(old)}: {person(brief, old.who)} {listed(became)}."))
    for one in come:
        did = "arbeidet i tillegg" if one.is_worked else _HOW[one.how]
        lines.append(
            (one.start, f"{_day(one)}: {person(brief, one.who)} {did} {_code(one)}{_times(one)}{_marks(one)}.")
        )
    return tuple(text for _, text in sorted(lines))


def _became(old: Row, one: Row) -> str:
    if not one.is_worked:
        return f"var borte ({_HOW[one.how]})"
    if not old.is_worked:
        return f"arbeidet den{_times_if_other(old, one)}{_marks(one)}"
    if (one.start, one.end) != (old.start, old.end):
        return f"arbeidet {_times(one)}{_marks(one)}"
    return f"arbeidet den{_marks(one)}"


def _marks(one: Row) -> str:
    said = []
    if one.work is WorkSort.OVERTIME:
        said.append("som overtid" + (", som avspaseres" if one.time_off else ""))
    if one.active:
        minutes = sum(round((last - first).total_seconds()) // 60 for first, last in one.active)
        said.append(f"med {clock_said(minutes)} aktiv tid")
    return f" {listed(said)}" if said else ""


def _times_if_other(old: Row, one: Row) -> str:
    return "" if (one.start, one.end) == (old.start, old.end) else f" {_times(one)}"


def _code(one: Row) -> str:
    return f"{one.code} " if one.code else ""


def _day(one: Row) -> str:
    return long_date(one.day).capitalize()


def _times(one: Row) -> str:
    return f"{one.start:%H.%M}–{one.end:%H.%M}"


def log_lines(told: Iterable[tuple[date, str, Closing]]) -> tuple[str, ...]:
    """Each entry of the month: when, by whom, and what it changed."""
    said = []
    for number, (day, by, closing) in enumerate(told):
        did = "avsluttet" if number == 0 else "rettet"
        why = f" {closing.why}" if closing.why else ""
        what = f" {'; '.join(closing.said)}." if closing.said else ""
        said.append(f"{short_date(day)}, {by or 'ukjent'}: {did}.{what}{why}")
    return tuple(said)


def hours_row(name: str, planned: int, worked: int, had: Iterable[tuple[How, int]]) -> tuple[str, ...]:
    amounts = dict(had)
    other = sum(amounts.get(one, 0) for one in (How.OFF, How.TIME_OFF, How.UNPAID))
    sick, off = amounts.get(How.SICK, 0), amounts.get(How.CALLED_OFF, 0)
    return (name, *(hours_clock(one) for one in (planned, worked, sick, off, other)))


def hours_sentence(name: str, planned: int, worked: int, had: Iterable[tuple[How, int]]) -> str:
    """«Kari (A1): planlagt 75 timer, arbeidet 67:30 timer, syk 7:30 timer.»"""
    rest = [f"{_HOW[how]} {clock_said(minutes)}" for how, minutes in had if minutes]
    return f"{name}: planlagt {clock_said(planned)}, {listed([f'arbeidet {clock_said(worked)}', *rest])}."


def difference_said(planned: int, worked: int) -> str:
    """All together against the plan."""
    more = worked - planned
    if not more:
        return f"I alt er det arbeidet {clock_said(worked)}, like mye som planlagt."
    word = "mer" if more > 0 else "mindre"
    return f"I alt er det arbeidet {clock_said(worked)}, {clock_said(abs(more))} {word} enn planlagt."
