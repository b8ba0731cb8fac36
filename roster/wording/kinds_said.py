"""Kinds of shift that are proposed for a need: few kinds or little waste, in rows and sentences."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Protocol

from roster.domain.help_needed import Need, ShiftKind
from roster.domain.kinds import Sort
from roster.wording.needs_said import time_said, weekdays_said
from roster.wording.numbers import counted, hours_decimal, hours_said, listed


class Proposal(Protocol):
    """Kinds with the days they are needed on; minutes a week on average."""

    @property
    def number(self) -> int: ...
    @property
    def kinds(self) -> Sequence[ShiftKind]: ...
    @property
    def needs(self) -> Sequence[Need]: ...
    @property
    def covered(self) -> Fraction: ...
    @property
    def bound(self) -> Fraction: ...
    @property
    def charged(self) -> Fraction: ...
    @property
    def shifts(self) -> Fraction: ...
    @property
    def split(self) -> Sequence[tuple[str, str]]: ...


KINDS_CAPTION = "Forslag til vakter: færre vaktkoder eller mindre til overs"
KINDS_HEADINGS = ("Vaktkoder", "Vakter", "Timer i uka", "Mer enn behovet", "Bevist minst", "Vakter i uka")


def kinds_rows(found: Sequence[Proposal], needed: Fraction) -> Iterator[tuple[str, ...]]:
    for one in found:
        yield (
            str(one.number),
            "; ".join(_kind(one, kind) for kind in one.kinds),
            hours_decimal(one.covered),
            hours_decimal(one.covered - needed),
            hours_decimal(one.bound),
            _count(one.shifts),
        )


def kinds_sentences(found: Sequence[Proposal], needed: Fraction) -> Iterator[str]:
    for one in found:
        over = one.covered - needed
        waste = "ingen timer til overs" if not over else f"{hours_said(over)} mer enn behovet"
        yield (
            f"{counted(one.number, 'vaktkode', 'vaktkoder')}: {hours_said(one.covered)} i uka, {waste}, "
            f"{_count(one.shifts)} vakter i uka. Med så få koder går det ikke på mindre enn {hours_decimal(one.bound)}."
        )
        for kind in one.kinds:
            yield f"- {_kind(one, kind)}"


def _kind(of: Proposal, kind: ShiftKind) -> str:
    days = listed(
        [
            weekdays_said(need.when.weekdays, need.when.weeks) + (f" ({need.count} på vakt)" if need.count > 1 else "")
            for need in of.needs
            if need.kind == kind.code
        ]
    )
    rest = ""
    if kind.sort is Sort.RESTING_NIGHT:
        part = kind.resting[0]
        rest = f", hvile {time_said((kind.start + part.start) % 1440, part.end - part.start)}"
    return f"{kind.code} {time_said(kind.start, kind.length)} ({hours_decimal(kind.length)} t{rest}) {days}"


def _count(shifts: Fraction) -> str:
    return f"{float(shifts):.1f}".replace(".", ",").removesuffix(",0")


def best_lines(best: Proposal, needed: Fraction, to_use: Fraction | None) -> Iterator[str]:
    """Which one is chosen, and whether what the vedtak has a week from here on has room for it."""
    yield f"Vi foreslår {counted(best.number, 'vaktkode', 'vaktkoder')}: {listed([one.code for one in best.kinds])}."
    if to_use is None:
        over = best.covered - needed
        more = f"{hours_said(over)} mer enn behovet" if over else "like mye som behovet"
        yield f"De er {hours_said(best.covered)} i uka, {more}."
    else:
        left = to_use - best.charged
        if left < 0:
            yield f"De trekker {hours_said(best.charged)} i uka av vedtaket. Det er {hours_said(-left)} for mye."
        elif left == 0:
            yield f"De trekker {hours_said(best.charged)} i uka av vedtaket. Det går akkurat opp."
        else:
            yield f"De trekker {hours_said(best.charged)} i uka av vedtaket, og {hours_said(left)} blir igjen."
    for one, other in best.split:
        yield f"{one} og {other} kan gå til samme assistent samme dag (delt dagsverk)."


# -- what bounds the lengths, and what could not be done -----------------------------------------------


def lengths_line(least: int, most: int, basis: Sequence[str]) -> str:
    return f"Vaktene er fra {hours_said(least)} til {hours_said(most)}. Grensen for en lang vakt er {listed(basis)}."


def wished_line(wished: int, most: int, could: Sequence[str]) -> str:
    """The user asked for longer shifts than the agreements allow."""
    way = f" Det kan avtales etter {listed(could, 'eller')}." if could else ""
    return f"Du har skrevet vakter på inntil {hours_said(wished)}, men avtalene gir {hours_said(most)}.{way}"


ROUNDED = "Noen klokkeslett er ikke hele kvarter. Vaktene starter og slutter på hele kvarter, så behovet er rundet opp."
BREAKS = (
    "Vakter på mer enn 5:30 timer har en pause på 30 minutter som arbeidstid (aml § 10-9). "
    "Forutsetning: Assistenten er alene og kan ikke gå fra."
)
ALIKE = "Grensen er bevist for vaktkoder der dager med likt behov får like vakter."


def too_few_line(number: int) -> str:
    return f"{counted(number, 'vaktkode', 'vaktkoder')} er for lite til å dekke behovet."


def unsettled_line(numbers: Sequence[int]) -> str:
    said = listed([str(one) for one in numbers], "eller")
    return f"Vi fant ikke noe forslag med {said} vaktkoder på den tida vi hadde. Prøv lenger med --seconds."


def gains_nothing(asked: int, used: int) -> str:
    return f"{asked} vaktkoder gir ikke mindre til overs enn {used}, så vi bruker {used}."


def too_long_line(minutes: int, most: int, could: Sequence[str]) -> str:
    way = f" Lengre vakter kan avtales etter {listed(could, 'eller')}." if could else ""
    return (
        f"Den hvilende natta er på {hours_said(minutes)}, men en vakt med så mye hvile kan være på høyst "
        f"{hours_said(most)}.{way} Del ellers natta i to rader."
    )


def looking_for_kinds(seconds: float, number: int) -> str:
    return f"{int(seconds)} s: Leter etter de beste vaktene med {counted(number, 'vaktkode', 'vaktkoder')}."


def brief_written(path: str, proposal: Proposal) -> tuple[str, ...]:
    return (
        f"Laget {path} med {counted(proposal.number, 'vakt', 'vakter')} og behovet for dem.",
        f"Skriv inn assistentene i {path}, og lag turnusen med «roster plan {path}».",
        f"Er ingen ansatt ennå? «roster staff {path}» foreslår stillinger.",
    )
