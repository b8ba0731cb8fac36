"""What payroll is told: the headings of its files, and what is in them, left out and taken for granted."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from roster.domain.rates import AWAY, SUPPLEMENTS
from roster.domain.roster import Roster
from roster.rules.payroll import PayLine, Payroll
from roster.wording.cost_words import about_kinds, month_said
from roster.wording.numbers import counted, from_to, hours_clock, hours_said, listed, short_date

SHEET, TOTALS = "Lønn", "Sum"
CORRECTS = "Retter"
HEADINGS = ("Assistent", "Dekknavn", "Dato", "Lønnsart", "Navn", "Slag", "Timer", "Minutter")
TOTAL_HEADINGS = ("Assistent", "Dekknavn", "Lønnsart", "Navn", "Slag", "Timer", "Minutter")
TYPE_HEADINGS = ("Lønnsart", "Navn", "Timer")
PAID, ON_TOP = "Betalte timer i vaktene", "Tillegg og fravær er ikke med i summen."
NOT_IN_USE = ("Ingen versjon er i bruk i måneden, så lønnsgrunnlaget er laget av den nyeste.",)
CLOSED = "Laget av det som ble arbeidet, slik måneden er avsluttet."
WHOLE_OR_CORRECTION = (
    "--whole er hele måneden, og --correction er bare en av rettelsene.",
    "Velg ett av dem.",
)
NO_DATES = (
    "Turnusen har ingen datoer, så den har ingen måneder.",
    "Lag den på nytt med «roster plan», som ruller grunnturnusen ut til datoer.",
)


def not_in_plan(month: date, first: date, last: date) -> tuple[str, str]:
    """The month has no day of the plan."""
    what = f"Turnusen gjelder {from_to(first, last)}, og har ingen dag i {month_said(month)}."
    return what, f"Velg en annen måned, for eksempel --month {first:%Y-%m}."


def versions(used: Sequence[tuple[str, date]]) -> tuple[str, ...]:
    """Which versions were in use on which days of the month."""
    said = [f"{number} fra {short_date(first)}" for number, first in used]
    return (f"Laget av det som var i bruk: {'versjon' if len(said) == 1 else 'versjonene'} {listed(said)}.",)


def nothing_worked(month: date) -> tuple[str, str]:
    return f"Ingen har arbeid i {month_said(month)}.", "Velg en annen måned, eller en annen turnus."


def no_correction(month: date, last: int) -> tuple[str, str]:
    if not last:
        return f"{month_said(month).capitalize()} er ikke rettet.", "Ta bort --correction."
    way_out = f"Velg et tall fra 0 til {last}. 0 er måneden slik den først ble avsluttet."
    return f"{month_said(month).capitalize()} er rettet {counted(last, 'gang', 'ganger')}.", way_out


def nothing_corrected(month: date, number: int) -> tuple[str, str]:
    return (
        f"Rettelse {number} av {month_said(month)} endrer ingenting av lønna.",
        "Det er ingenting å sende. Hele måneden får du med --whole.",
    )


def file_name(month: date, corrects: int | None = None) -> str:
    return f"lonn-{month:%Y-%m}{f'-rettelse-{corrects}' if corrects else ''}"


def corrects(month: date, number: int) -> str:
    """«rettelse 1 av januar 2027»"""
    return f"rettelse {number} av {month_said(month)}"


def first_closed(month: date, day: date) -> str:
    return f"Dette er {month_said(month)} slik måneden først ble avsluttet, {short_date(day)}, uten rettelser."


def correction_of(month: date, number: int, last: int, day: date, why: str) -> tuple[str, ...]:
    """What the lines correct, and how the rest of the month is had."""
    said = f"{corrects(month, number).capitalize()}, skrevet {short_date(day)}{f': {why}' if why else ''}."
    before = "det som ble avsluttet først" if number == 1 else f"rettelse {number - 1}"
    rest = [f"Her er bare forskjellen fra {before}. Timer med minus er betalt før, og skal trekkes."]
    if last > 1:
        rest.append(f"Måneden er rettet {last} ganger. Velg en annen rettelse med --correction 1 til {last}.")
    rest.append("Har lønn ikke fått måneden før, bruk --whole: da kommer hele måneden med rettelsene.")
    return (said, *rest)


def moved_in(found: Payroll) -> str:
    """What a correction makes otherwise in another month that was closed."""
    rows = type_rows((*found.lines, *found.left_out))
    changed = [f"{name} {clock}" for _, name, clock in rows if not clock.startswith("0:00")]
    what = f": {listed(changed)}" if changed else " fra en dag til en annen"
    return (
        f"Rettelsen flytter også timer i {month_said(found.month)}, som var avsluttet{what}. Det er ikke med her."
        f" Måneden slik den nå står: --month {found.month:%Y-%m} --whole."
    )


def title(roster: Roster, month: date) -> str:
    return f"Lønnsgrunnlag {month_said(month)} for {roster.frame.brief.arrangement.alias}"


def headline(roster: Roster, found: Payroll, number: int | None = None) -> tuple[str, ...]:
    """What is paid in the month, and whether the whole of it is in the plan; what a correction pays more or less."""
    if number:
        more = (
            f"{_exactly(abs(found.paid))} {'mer' if found.paid > 0 else 'mindre'} enn før"
            if found.paid
            else "like mye som før"
        )
        return (f"{title(roster, found.month)}, rettelse {number}: {more} er betalt.",)
    said = [f"{title(roster, found.month)}: {_exactly(found.paid)} er betalt."]
    after = (found.month + timedelta(days=31)).replace(day=1)
    if len(found.days) < (after - found.month).days:
        said.append(f"Turnusen har bare {from_to(found.days[0], found.days[-1])} av måneden.")
    return tuple(said)


def left_out(lines: Sequence[PayLine]) -> tuple[str, ...]:
    """What the user has given no wage type."""
    if not lines:
        return ()
    minutes: dict[str, int] = {}
    for one in lines:
        minutes[one.kind.value] = minutes.get(one.kind.value, 0) + one.minutes
    said = listed([f"{kind} ({_exactly(amount)})" for kind, amount in minutes.items()])
    return (f"Ikke med i fila, fordi lønnsarten er «ingen»: {said}.",)


def type_rows(lines: Iterable[PayLine]) -> tuple[tuple[str, str, str], ...]:
    """Hours of each wage type, to the minute."""
    minutes: dict[tuple[str, str], int] = {}
    for one in lines:
        key = one.code or "", one.name
        minutes[key] = minutes.get(key, 0) + one.minutes
    return tuple((code, name, hours_clock(amount)) for (code, name), amount in minutes.items())


def type_sentences(rows: Iterable[tuple[str, str, str]]) -> tuple[str, ...]:
    return tuple(f"Lønnsart {code}{f' ({name})' if name != code else ''}: {clock} timer." for code, name, clock in rows)


def assumptions(roster: Roster, found: Payroll) -> tuple[str, ...]:
    kinds = [one.kind for one in (*found.lines, *found.left_out)]
    said = ["en vakt hører til dagen og måneden den starter i", *about_kinds(roster, kinds)]
    if any(one in AWAY for one in kinds):
        said.append(
            "fri med lønn, avlyst og syk er timer som var planlagt. De er ikke med i summen, og har ikke tillegg"
        )
    said.append("lønn for ferie og annet fravær er ikke med")
    if any(one in SUPPLEMENTS for one in kinds):
        said.append("tillegg står på egne linjer for de samme timene, og er ikke med i summen")
    return tuple(f"Forutsetning: {one}." for one in said)


def _exactly(minutes: int) -> str:
    return hours_said(minutes) if minutes % 30 == 0 else f"{hours_clock(minutes)} timer"
