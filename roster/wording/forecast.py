"""What is known before planning, in sentences: need against vedtak, positions against need, per week."""

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from itertools import groupby
from typing import Protocol

from roster.domain.brief import Brief
from roster.domain.kinds import WhenShort
from roster.domain.statistics import TEMPORARY_HELP
from roster.wording.numbers import hours_said, long_date
from roster.wording.plan_words import counted, hours, listed


class Forecast(Protocol):
    """Minutes a week on average; ``weeks`` are (need, need drawn from the vedtak) of each."""

    @property
    def need(self) -> Fraction: ...
    @property
    def granted_need(self) -> Fraction: ...
    @property
    def granted(self) -> Fraction | None: ...
    @property
    def positions(self) -> Fraction: ...
    @property
    def later(self) -> Sequence[tuple[date, Fraction]]: ...
    @property
    def dates(self) -> tuple[int, int] | None: ...
    @property
    def weeks(self) -> Sequence[tuple[int, int]]: ...
    @property
    def welcome(self) -> Fraction: ...


def forecast_lines(brief: Brief, known: Forecast) -> tuple[str, ...]:
    """A line for each thing that is good to know before planning."""
    return (
        _size(brief),
        *_against_vedtak(known),
        *_vedtak_later(brief, known),
        *_against_positions(brief, known),
        *_by_week(known),
    )


def _size(brief: Brief) -> str:
    people = counted(len(brief.assistants), "assistent", "assistenter")
    weeks = counted(brief.period.weeks, "uke", "uker")
    return f"{brief.period.form.value.capitalize()} på {weeks} for {people}."


def _against_vedtak(known: Forecast) -> Iterator[str]:
    if known.granted is None:
        yield f"Behovet er {hours(known.need)} timer i uka. Ingen linje i vedtaket gjelder for perioden."
        return
    left = known.granted - known.granted_need
    if left < 0:
        compared = f"{hours_said(-left)} mer enn vedtaket gir ({hours(known.granted)})"
    elif left == 0:
        compared = f"like mye som vedtaket gir ({hours(known.granted)})"
    else:
        compared = f"{hours_said(left)} mindre enn vedtaket gir ({hours(known.granted)})"
    yield f"Behovet trekker {hours(known.granted_need)} timer i uka av vedtaket. Det er {compared}."


def _vedtak_later(brief: Brief, known: Forecast) -> Iterator[str]:
    """Only where the vedtak comes to give less than the need, or has less left for the dates of a roll-out."""
    for day, granted in known.later:
        short = known.granted_need - granted
        if short <= 0:
            continue
        yield less_later(day, granted, short)
    if known.dates is not None and known.dates[0] > known.dates[1]:
        drawn, left = known.dates
        weeks = counted(brief.period.rollout_weeks, "uke", "uker")
        said = f"På datoene ({weeks}) er behovet {hours_said(drawn)}, og vedtaket har {hours_said(left)} til dem."
        over = f"{hours_said(drawn - left)} er for mye"
        exceeds = brief.vedtak.when_short is WhenShort.EXCEED
        yield f"{said} {over}." if exceeds else f"{said} {over}, og minst så mye blir stående åpent."


def less_later(day: date, granted: Fraction, short: Fraction) -> str:
    """The day from which the vedtak gives less than the need, how much it gives, and how much less that is."""
    return (
        f"Fra {long_date(day)} gir vedtaket {hours_said(granted)} i uka. Det er {hours_said(short)} mindre enn behovet."
    )


A_MINUTE = 1


def _against_positions(brief: Brief, known: Forecast) -> Iterator[str]:
    beyond = known.need - known.positions
    if abs(beyond) < A_MINUTE:
        # A percent has two decimals, so positions that fit to the minute may be a little off together.
        beyond = Fraction(0)
    work = "vaktene med møter og opplæring" if brief.events else "vaktene"
    said = f"Stillingene er til sammen {hours(known.positions)} timer i uka, og {work} er {hours(known.need)}"
    if beyond > 0:
        yield f"{said}: {hours_said(beyond)} må gå til dem som ønsker mer, eller til vikarer."
    elif beyond < 0:
        yield f"{said}: {hours_said(-beyond)} for lite til at alle kan få avtalt tid."
        if known.welcome:
            yield f"Der flere er velkomne («inntil»), er det plass til inntil {hours_said(known.welcome)} til i uka."
    else:
        yield f"{said}. Det går akkurat opp."
    wants = [one.id for one in brief.assistants if one.wanted_week > one.contract_week]
    if beyond > 0 and wants:
        extra = sum((one.wanted_week - one.contract_week for one in brief.assistants), Fraction(0))
        yield f"{listed(wants)} ønsker til sammen inntil {hours_said(extra)} mer i uka."
    else:
        extra = Fraction(0)
    if beyond > extra and not any(one.position in TEMPORARY_HELP for one in brief.assistants):
        short = beyond - extra
        yield (
            f"{hours_said(short)} i uka blir stående åpne, om ikke noen ønsker mer, får større stilling eller du får"
            " flere assistenter. «roster explain» viser hva som står i veien."
        )


def _by_week(known: Forecast) -> Iterator[str]:
    """Only where the weeks differ; weeks in a row that are alike are said together."""
    if len({need for need, _ in known.weeks}) < 2:
        return
    said = []
    for need, alike in groupby(enumerate(known.weeks, start=1), key=lambda one: one[1][0]):
        numbers = [number for number, _ in alike]
        name = f"uke {numbers[0]}" if len(numbers) == 1 else f"uke {numbers[0]}–{numbers[-1]}"
        said.append(f"{name}: {hours(need)}")
    yield f"Timer per uke i planen: {', '.join(said)}."
