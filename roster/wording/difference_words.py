"""What differs between two versions, in words: on screen as sentences, in sheets as headings and rows."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from roster.domain.difference import (
    Difference,
    PersonDifference,
    ShiftChange,
    Sort,
    handed_over,
    shifts_changed,
)
from roster.domain.finding import WORST_FIRST, Finding
from roster.domain.shift import Shift
from roster.wording.findings import VERDICTS
from roster.wording.numbers import WEEKDAYS, counted, hours_said, listed, long_date, short_date
from roster.wording.numbers import hours_decimal as hours

CHANGED = "→"
"""Before what is changed in the new line, so that the mark is also heard."""
FREE = "fri"
LEGEND = "Tegnforklaring"
OLD_LINE, NEW_LINE = "før", "etter"
TITLE = "Endringer"
PER_PERSON = "Per assistent"
LIST = "Liste"
CONTROL = "Kontroll"
NOTHING_CHANGED = "Ingen vakter er endret."
HOW_TO_READ = (
    "Den første linja er det som gjaldt, linja under er det nye. En endret rute har tykk ramme, fet skrift og pil (→)."
)
NO_DATES = "Grunnturnusen har ingen datoer, så varselet kan ikke regnes."
PERSON_HEADINGS = (
    "Person-id",
    "Navn",
    "Nye vakter",
    "Vakter borte",
    "Flyttet",
    "Timer før",
    "Timer etter",
    "Forskjell timer",
    "Helger før",
    "Helger etter",
    "Korteste varsel, dager",
)
LIST_HEADINGS = ("Dato", "Ukedag", "Person-id", "Navn", "Endring", "Før", "Etter", "Varsel, dager")
FINDING_HEADINGS = ("Når", "Kontrollpunkt")
ONLY_BEFORE, ONLY_AFTER = "gjaldt før", "er nytt"
NOTHING_IN_COMMON = (
    "Versjonene har ingen felles dager å sammenligne.",
    "Velg to versjoner av den samme perioden, enten begge med datoer eller begge grunnturnuser.",
)

_SORTS: Mapping[Sort, str] = {Sort.GAINED: "Ny", Sort.LOST: "Borte", Sort.MOVED: "Flyttet"}
_PARTS: Mapping[str, str] = {
    "arrangement": "ordningen",
    "vedtak": "vedtaket",
    "period": "perioden",
    "kinds": "vaktkodene",
    "needs": "behovet",
    "assistants": "assistentene",
    "changes": "unntakene fra behovet",
    "events": "hendelsene",
    "agreements": "avtalene",
    "wishes": "ønskene",
    "history": "vaktene før planen",
    "balances": "det assistentene har med seg",
    "settings": "innstillingene",
    "discussed": "når planen er drøftet",
    "rates": "satsene",
    "wage_types": "lønnsartene",
}


def part_name(part: str) -> str:
    """A part of the brief by its name in code, else a part that has come since."""
    return _PARTS.get(part, "annet i grunnlaget")


def sort_name(change: ShiftChange) -> str:
    return _SORTS[change.sort]


def title(old: str, new: str) -> str:
    return f"Endringer fra {old} til {new}"


def legend_line(label: str, name: str, moved: bool, shift: Shift) -> str:
    """«D: Dagvakt, kl. 07.30–15.00»."""
    said = f"{name}, flyttet for hånd" if moved else name
    return f"{label}: {said}, kl. {times(shift)}"


def about(found: Difference, told: date) -> tuple[str, ...]:
    """What is compared, how much is changed, and from when notice is counted."""
    weeks = (found.last - found.first).days // 7 + 1
    what = f"{weeks} uker av grunnturnusen" if found.cyclic else f"{long_date(found.first)}–{long_date(found.last)}"
    lines = [f"Sammenlignet: {what}."]
    changes = found.changes
    if not changes:
        lines.append(NOTHING_CHANGED)
    else:
        numbers = _numbers(Counter(one.sort for one in changes))
        whose = " i linjene" if handed_over(found) else ""
        lines.append(f"{_how_many(found)}: {numbers}{whose}.")
        if found.cyclic:
            lines.append(NO_DATES)
        else:
            shortest = min(one.notice(told) for one in changes)
            lines.append(f"Korteste varsel er {days_said(shortest)}, regnet fra {long_date(told)}.")
    if found.brief:
        parts = dict.fromkeys(map(part_name, found.brief))
        lines.append(f"I grunnlaget er også dette endret: {listed(list(parts))}.")
    return tuple(lines)


def people_lines(found: Difference, told: date) -> Iterator[str]:
    """A sentence for each whose shifts, hours or place in the plan are changed, with the changes below."""
    for one in found.people:
        if one.changes or one.only_before or one.only_after:
            yield ""
            yield person_line(found, one, told)
            yield from (f"- {change_line(found, change, told)}" for change in one.changes)


def person_line(found: Difference, one: PersonDifference, told: date) -> str:
    name = f"{one.alias} ({one.who})" if one.alias != one.who else one.who
    sorts = Counter(change.sort for change in one.changes)
    more = one.paid_after - one.paid_before
    parts = [
        f"{name}{_place_in(one)}: {_numbers(sorts)}." if sorts else f"{name}{_place_in(one)}: ingen vakter endret."
    ]
    same = "like mange" if not more else f"{hours_said(abs(more))} {'mer' if more > 0 else 'mindre'}"
    parts.append(f"{hours_said(one.paid_before)} før, {hours(one.paid_after)} etter ({same}).")
    parts.append(f"{counted(one.weekends_before, 'helg', 'helger')} før, {one.weekends_after} etter.")
    notice = one.shortest_notice(told)
    if notice is not None and not found.cyclic:
        parts.append(f"Korteste varsel {days_said(notice)}.")
    return " ".join(parts)


def _place_in(one: PersonDifference) -> str:
    if one.only_after:
        return " (ny i planen)"
    return " (ikke med lenger)" if one.only_before else ""


def change_line(found: Difference, change: ShiftChange, told: date) -> str:
    """«Flyttet: fra D onsdag 6. januar 2027 kl. 07.30–15.00 til K kl. 15.00–22.30. Varsel 45 dager.»"""
    before = None if change.before is None else shift_words(found, change.before)
    if change.before is not None and change.after is not None:
        said = f"fra {before} til {code_and_times(change.after)}"
    else:
        said = before or shift_words(found, _given(change.after))
    notice = "" if found.cyclic else f" Varsel {days_said(change.notice(told))}."
    return f"{sort_name(change)}: {said}.{notice}"


def _given(shift: Shift | None) -> Shift:
    assert shift is not None
    return shift


def shift_words(found: Difference, shift: Shift) -> str:
    return f"{shift.kind} {day_words(found, shift.start.date())} kl. {times(shift)}"


def code_and_times(shift: Shift) -> str:
    return f"{shift.kind} kl. {times(shift)}"


def times(shift: Shift) -> str:
    return f"{shift.start:%H.%M}–{shift.end:%H.%M}"


def day_words(found: Difference, day: date) -> str:
    if found.cyclic:
        return f"{WEEKDAYS[day.weekday()]} i uke {week_number(found, day)}"
    return long_date(day)


def week_number(found: Difference, day: date) -> int:
    """Of a grunnturnus the week from 1, of dates the week of the year."""
    return (day - found.first).days // 7 + 1 if found.cyclic else day.isocalendar().week


def week_title(found: Difference, first: date) -> str:
    """«Uke 1 (04.01.–10.01.2027)»."""
    if found.cyclic:
        return f"Uke {week_number(found, first)}"
    return f"Uke {week_number(found, first)} ({first:%d.%m.}–{short_date(first + timedelta(days=6))})"


def days_said(days: int) -> str:
    if days < 0:
        return f"ingen (vakta var for {counted(-days, 'dag', 'dager')} siden)"
    return counted(days, "dag", "dager")


def _numbers(sorts: Mapping[Sort, int]) -> str:
    """«2 nye, 1 borte og 3 flyttet»."""
    words = {Sort.GAINED: ("ny", "nye"), Sort.LOST: ("borte", "borte"), Sort.MOVED: ("flyttet", "flyttet")}
    return listed([counted(sorts[one], *words[one]) for one in Sort if sorts.get(one)])


def _how_many(found: Difference) -> str:
    """«12 vakter er endret for 3 assistenter, 11 av dem har byttet assistent»."""
    people = sum(bool(one.changes) for one in found.people)
    number = shifts_changed(found)
    said = f"{counted(number, 'vakt', 'vakter')} er endret for {counted(people, 'assistent', 'assistenter')}"
    handed = len(handed_over(found))
    if not handed:
        return said
    which = f"{handed} av dem" if handed < number else "alle" if number > 1 else "den"
    return f"{said}, og {which} har byttet assistent"


HANDED_TITLE = "Vakter som har byttet assistent"
HANDED_HEADINGS = ("Vakt", "Når", "Fra", "Til", "Ferie")


def since_in_use(version: str, found: Difference) -> str:
    """How much is changed since the version that runs, in a sentence."""
    changes = found.changes
    if not changes:
        return f"Vaktene er de samme som i versjon {version}, som er i bruk."
    return f"Siden versjon {version}, som er i bruk: {_how_many(found)}."


def new_dates(found: Difference, last: date) -> Iterator[str]:
    """The dates after the last that both have, up to the last of the new version, which the other says nothing of."""
    if not found.cyclic and last > found.last:
        first = found.last + timedelta(days=1)
        yield f"{long_date(first).capitalize()}–{long_date(last)} er nye datoer."


def taken_over(version: str, found: Difference, told: date) -> str:
    """What taking another version into use changes, and how soon for whoever has least notice (D38)."""
    if not found.changes or found.cyclic:
        return f"Vaktene er de samme som i versjon {version}." if not found.changes else NO_DATES
    shortest = min(found.changes, key=lambda one: one.notice(told))
    number = counted(shifts_changed(found), "vakt", "vakter")
    return (
        f"{number} er endret fra versjon {version}. Den første er om {days_said(shortest.notice(told))}:"
        " si fra til dem det gjelder nå. Se hvem med «roster diff»."
    )


def counts_line(when: str, findings: Iterable[Finding]) -> str:
    """«Kontrollpunkter før: brudd 1, i orden 40.»"""
    number = Counter(one.verdict for one in findings)
    said = ", ".join(f"{VERDICTS[verdict].lower()} {number[verdict]}" for verdict in WORST_FIRST if number[verdict])
    return f"Kontrollpunkter {when}: {said or 'ingen'}."


def finding_lines(gone: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    """Each kontrollpunkt that is there on one side only."""
    if not gone and not new:
        yield "Ingen kontrollpunkter som noen må se på, er endret."
    yield from (f"- Nytt. {one}" for one in new)
    yield from (f"- Borte. {one}" for one in gone)


def weeks_without(found: Difference, weeks: Sequence[date]) -> str:
    """The weeks that are as before, by number."""
    numbers = [str(week_number(found, one)) for one in weeks]
    return f"Disse ukene er uendret: {listed(numbers)}." if numbers else ""
