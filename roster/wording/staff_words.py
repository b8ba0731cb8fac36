"""Positions that are proposed, in sentences and rows: how big, which weekends, how many nights, how much vikar."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Protocol

from roster.domain.assistant import Assistant
from roster.domain.brief import Brief
from roster.domain.kinds import Position
from roster.domain.statistics import Statistics
from roster.wording.numbers import counted, hours_decimal, hours_said, listed, percent

_EVERY = {2: "annenhver helg", 3: "hver tredje helg", 4: "hver fjerde helg"}
_ALMOST_NOTHING = 1


class Answer(Protocol):
    """Positions with the turnus behind them; ``substitute`` minutes a week."""

    @property
    def brief(self) -> Brief: ...
    @property
    def new(self) -> Sequence[str]: ...
    @property
    def every(self) -> int: ...
    @property
    def substitute(self) -> Fraction: ...
    @property
    def statistics(self) -> Statistics: ...
    @property
    def positions(self) -> Sequence[Assistant]: ...
    @property
    def mean(self) -> Fraction: ...


class Buffer(Protocol):
    @property
    def hours(self) -> Fraction: ...
    @property
    def vacation(self) -> Fraction: ...
    @property
    def sick(self) -> Fraction | None: ...
    @property
    def older(self) -> Sequence[str]: ...
    @property
    def away(self) -> Fraction: ...
    @property
    def week(self) -> Fraction: ...


HEADINGS = ("Forslag", "Faste stillinger", "Prosent", "Helger", "Netter hver", "Til vikar i uka")
PEOPLE_NOTE = "Stillinger foreslått av «roster staff». Bytt ut dekknavnet når noen er ansatt, og skriv «født»."
PROVEN = "Det er laget en lovlig turnus bak hvert forslag, der alle vakter er dekket."
ALSO_ON_DATES = "Det samme gjelder på datoene turnusen rulles ut til."


def not_on_dates(numbers: Sequence[int]) -> str:
    """Of these proposals nothing lawful was found on the dates in time."""
    which = listed([str(number) for number in numbers])
    return (
        f"På datoene turnusen rulles ut til, fant vi ikke det samme i tide for forslag {which}. "
        "«roster plan» sier hva som mangler der, om noe gjør det."
    )


AGREEMENTS_TOO = "Forutsetning: Avtalene i grunnlaget gjelder også for dem som blir ansatt."


def skills_said(names: Sequence[str]) -> str:
    """What everybody who is hired is taken to be able to."""
    return f"Forutsetning: Alle som blir ansatt, har kompetansen vaktene trenger: {listed(names)}."


NO_SICK = "Sykefravær er ikke regnet med. Skriv for eksempel «--sick 7» for å regne med 7 prosent."


def every_said(every: int) -> str:
    """«annenhver helg»; nothing where there are no weekends."""
    if not every:
        return ""
    return _EVERY.get(every, f"hver {every}. helg")


def sizes_said(positions: Sequence[Assistant]) -> str:
    """«79,6 til 90,8 prosent», or one number where all are alike."""
    each = [one.percent for one in positions]
    least, most = min(each), max(each)
    if round(least) == round(most):
        return f"{_rounded(least)} prosent" if least == most else f"om lag {round(most)} prosent"
    return f"{_rounded(least)} til {_rounded(most)} prosent"


def answer_said(number: int, answer: Answer) -> str:
    """The proposal in a sentence or three."""
    new = answer.positions
    said = f"Forslag {number}: {counted(len(new), 'fast stilling', 'faste stillinger')}"
    if new:
        said += f" på {sizes_said(new)}"
    if answer.every and new:
        said += f". {_whose_weekends(answer)} oftere enn {every_said(answer.every)}"
    stay = _stay(answer)
    if stay:
        said += f". {listed(stay)} blir i {'stillingen sin' if len(stay) == 1 else 'stillingene sine'}"
    return f"{said}. {_left_said(answer)}"


def _stay(answer: Answer) -> list[str]:
    return [
        one.id for one in answer.brief.assistants if one.position is Position.PERMANENT and one.id not in answer.new
    ]


def _whose_weekends(answer: Answer) -> str:
    """Who works weekends no more often: vikar and those who stay may."""
    if len(answer.new) == len(answer.brief.assistants):
        return "Ingen arbeider"
    return f"I de {'nye' if _stay(answer) else 'faste'} stillingene arbeider ingen"


def _left_said(answer: Answer) -> str:
    if answer.substitute < _ALMOST_NOTHING:
        return "Ingen timer går til vikar."
    share = answer.substitute * 100 * answer.statistics.weeks / answer.statistics.paid
    people = sum(one.position in (Position.ON_CALL, Position.SUBSTITUTE) for one in answer.brief.assistants)
    return (
        f"{hours_said(answer.substitute)} i uka går til {counted(people, 'vikar', 'vikarer')}, "
        f"{_rounded(Decimal(round(share)))} prosent av timene."
    )


def position_lines(answer: Answer) -> Iterator[str]:
    """A line for each position, and for each vikar."""
    weeks = answer.statistics.weeks
    ids = [one.id for one in answer.positions]
    nights = any(one.nights for one in answer.statistics.people)
    others = [one for one in answer.brief.assistants if one.id not in ids]
    for one in (*answer.positions, *others):
        figures = answer.statistics.of(one.id)
        hours = f"{hours_decimal(Fraction(figures.paid, weeks))} timer i uka"
        size = "vikar" if not one.percent else f"{percent(one.percent)} av {hours_decimal(one.full_time_week)} timer"
        yield (
            f"{one.id}: {size}, {hours}, {_weekends(figures.weekends, weeks)}"
            + (f", {counted(figures.nights, 'natt', 'netter')}" if nights else "")
        )


def _weekends(number: int, weeks: int) -> str:
    return f"{number} av {counted(weeks, 'helg', 'helger')}"


def answers_rows(answers: Sequence[Answer]) -> Iterator[tuple[str, ...]]:
    for number, one in enumerate(answers, start=1):
        nights = [one.statistics.of(each.id).nights for each in one.positions]
        least, most = min(nights, default=0), max(nights, default=0)
        yield (
            str(number),
            str(len(one.positions)),
            sizes_said(one.positions).removesuffix(" prosent") if one.positions else "",
            every_said(one.every) or "ingen",
            str(least) if least == most else f"{least}–{most} på {one.statistics.weeks} uker",
            hours_decimal(one.substitute),
        )


def compared(answers: Sequence[Answer]) -> Iterator[str]:
    """Which of the proposals has the most of each thing that one may want."""
    if len(answers) < 2:
        return
    yield _which(answers, "Størst stillinger", [-one.mean for one in answers])
    if any(one.every for one in answers):
        yield _which(answers, "Færrest helger for hver", [Fraction(-one.every) for one in answers])
    yield _which(answers, "Færrest timer til vikar", [one.substitute for one in answers])


def _which(answers: Sequence[Answer], what: str, marks: Sequence[Fraction]) -> str:
    best = min(marks)
    numbers = [str(number) for number, mark in enumerate(marks, start=1) if mark == best]
    return f"{what}: forslag {listed(numbers)}." if len(numbers) < len(answers) else f"{what}: alle er like."


def cost_line(kroner: Decimal) -> str:
    """What the turnus behind a proposal costs by the rates of the brief."""
    whole = f"{round(kroner):,}".replace(",", " ")
    return f"Det koster {whole} kroner i uka, uten ferie og sykefravær."


def buffer_line(known: Buffer, full_time: int) -> str:
    """How much vikar is to be expected over the year besides; ``full_time`` minutes a week."""
    why = f"ferien er {_whole_hours(known.vacation)}"
    if known.sick is not None:
        why += f" og sykefraværet {_whole_hours(known.sick)}"
    week = hours_said(Fraction(round(known.week / 6) * 6))
    share = round(known.week * 100 / full_time)
    return f"I tillegg trengs vikar i {week} i uka i snitt, som en stilling på {share} prosent: {why} i året."


def vacation_said(older: Sequence[str], sick: bool) -> Iterator[str]:
    """What the year's absence is reckoned from."""
    said = "Ferien er regnet som 25 virkedager i året for hver fast ansatt"
    yield f"{said}, og én uke mer for {listed(older)}, som fyller 60 år eller er eldre." if older else f"{said}."
    if not sick:
        yield NO_SICK


def _whole_hours(minutes: Fraction) -> str:
    return hours_said(Fraction(round(minutes / 60) * 60))


def _rounded(value: Decimal) -> str:
    """A percentage with one decimal at the most: «79,6»."""
    return percent(Decimal(round(value, 1))).removesuffix(" %")


# -- what stands in the way, and what is written ------------------------------------------------------


def looking(spent: float, found: int, wanted: int) -> str:
    """How far the search for positions has come."""
    seconds = f"{spent:.0f}"
    return f"{seconds} s: {found} av {wanted} forslag er klare. Lager turnusen til det neste."


def need_said(need: Fraction, weekend: Fraction, night: Fraction, full_time: int) -> str:
    """What the positions are to cover."""
    share = Decimal(round(need * 1000 / full_time)) / 10
    parts = [f"{hours_decimal(weekend)} i helgene"] if weekend else []
    parts += [f"{hours_decimal(night)} om natta"] if night else []
    of_which = f", {' og '.join(parts)}" if parts else ""
    return (
        f"Vaktene er {hours_said(need)} i uka{of_which}. "
        f"Det er stillinger på til sammen {_rounded(share)} prosent når full stilling er {hours_said(full_time)}."
    )


def over_said(over: Fraction) -> tuple[str, str]:
    return (
        f"Vaktene trekker {hours_said(over)} mer i uka enn vedtaket gir, så stillingene kan ikke dekke dem alle.",
        "Rett behovet eller vedtaket, eller velg «når timene ikke rekker: overskrid og varsle» i grunnlaget.",
    )


NONE_POSSIBLE = (
    "Med disse grensene finnes det ingen stillinger som dekker behovet.",
    "Tillat flere eller færre assistenter, mindre stillinger eller en annen helgerytme.",
)
NONE_PROVEN = (
    "Vi fant ingen lovlig turnus for stillingene i tide.",
    "Bruk mer tid med --seconds, tillat flere assistenter, eller se med «roster explain» hva som står i veien.",
)
STOPPED_EARLY = "Avbrutt. Forslagene over er de som ble klare."


def fewer_said(found: int, wanted: int) -> str:
    """Not as many as asked for: there are no more that differ, or time was out."""
    return f"Du ba om {wanted} forslag, og vi fant {found}. Flere krever mer tid, eller andre grenser."


def unproven_said(tried: Sequence[tuple[int, int]]) -> str:
    """What was tried in vain: so many people, weekends every so many weeks."""
    each = [
        counted(people, "stilling", "stillinger") + (f" med {every_said(every)}" if every else "")
        for people, every in tried
    ]
    return f"Vi prøvde også {listed(each)}, men fant ingen lovlig turnus med slike stillinger i tide."


def where_kept(folder: str, brief: str) -> tuple[str, ...]:
    return (
        f"Turnusene bak forslagene ligger i {folder}. Se på en med «roster show {folder}/forslag-1.json».",
        f"Velg et forslag med «roster staff {brief} --save 1 valgt.yaml».",
    )


def saved_said(number: int, brief: str, roster: str) -> tuple[str, ...]:
    return (
        f"Forslag {number} er lagret som grunnlag i {brief}.",
        f"Lag turnusen med «roster plan {brief} --from {roster} --least-change».",
        "Da passer timene til de foreslåtte stillingene på minuttet.",
    )


def unknown_people(names: Sequence[str], known: Sequence[str]) -> tuple[str, str]:
    there = f"Assistentene er {listed(known)}." if known else "Grunnlaget har ingen assistenter ennå."
    return f"{listed(names)} finnes ikke blant assistentene.", there
