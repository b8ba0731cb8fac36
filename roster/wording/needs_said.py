"""What a need by the clock comes to, in sentences and rows: hours, vedtak and the right to BPA."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Protocol

from roster.domain.days import ALL_WEEKDAYS, WeekRule
from roster.domain.kinds import Sort
from roster.domain.needs import Applicant, ClockNeed, Help, Needs
from roster.domain.spans import DAY, HOUR
from roster.rules import numbers
from roster.wording.forecast import less_later
from roster.wording.hours_text import on
from roster.wording.numbers import hours_decimal, hours_said, listed

CODES = {
    Sort.DAY: ("D", "Dagvakt"),
    Sort.EVENING: ("K", "Kveldsvakt"),
    Sort.NIGHT: ("N", "Nattevakt"),
    Sort.RESTING_NIGHT: ("HN", "Hvilende natt"),
    Sort.ROUND: ("DØ", "Døgnvakt"),
}
"""The letter and the name of each sort of kind that is proposed."""

PASSIVE_BECAUSE = "Assistenten kan i hovedsak sove"

_SHORT_DAYS = ("man", "tir", "ons", "tor", "fre", "lør", "søn")


class _Amount(Protocol):
    @property
    def week(self) -> Fraction: ...
    @property
    def charged(self) -> Fraction: ...
    @property
    def year(self) -> Fraction: ...


class _Left(Protocol):
    @property
    def used(self) -> int: ...
    @property
    def through(self) -> date: ...
    @property
    def last(self) -> date: ...
    @property
    def minutes(self) -> int: ...
    @property
    def needed(self) -> int: ...
    @property
    def week(self) -> Fraction | None: ...


class _Against(Protocol):
    @property
    def help(self) -> Help | None: ...
    @property
    def asked(self) -> Fraction: ...
    @property
    def granted(self) -> Fraction: ...
    @property
    def left(self) -> _Left | None: ...


class _Explicit(Protocol):
    @property
    def help(self) -> Help: ...
    @property
    def asked(self) -> Fraction: ...
    @property
    def granted(self) -> Fraction | None: ...


class _Right(Protocol):
    @property
    def counted(self) -> Fraction: ...
    @property
    def outside(self) -> int: ...
    @property
    def left_out(self) -> Fraction: ...
    @property
    def level(self) -> str: ...
    @property
    def with_all(self) -> str: ...
    @property
    def age(self) -> bool: ...
    @property
    def lasting(self) -> bool: ...


class _Beyond(Protocol):
    @property
    def week(self) -> Fraction: ...
    @property
    def year(self) -> Fraction: ...
    @property
    def cost(self) -> Decimal | None: ...


class Account(Protocol):
    """What the planner found of the need, in minutes."""

    @property
    def helps(self) -> Mapping[Help, _Amount]: ...
    @property
    def total(self) -> _Amount: ...
    @property
    def against(self) -> Sequence[_Against]: ...
    @property
    def later(self) -> Sequence[tuple[date, Fraction]]: ...
    @property
    def right(self) -> _Right: ...
    @property
    def explicit(self) -> Sequence[_Explicit]: ...
    @property
    def beyond(self) -> _Beyond: ...


# -- the clock ------------------------------------------------------------------------------------------

CLOCK_HEADINGS = ("Klokka", "Dager", "Kategori", "Gjøremål", "Timer per gang")
CLOCK_CAPTION = "Døgnklokka, rad for rad"


def title(needs: Needs) -> str:
    return f"Døgnklokke for {needs.arrangement.alias}"


def clock_rows(needs: Needs) -> Iterator[tuple[str, ...]]:
    """A row for each row of the file, by the clock."""
    for one in _by_clock(needs):
        yield time_said(one.start, one.length), days_said(one), one.help.value, one.what, _counted(one)


def clock_sentences(needs: Needs) -> Iterator[str]:
    for one in _by_clock(needs):
        what = f" ({one.what})" if one.what else ""
        yield f"{time_said(one.start, one.length)}, {days_said(one)}: {one.help.value}{what}, {_counted(one)}."


def _by_clock(needs: Needs) -> list[ClockNeed]:
    return sorted(needs.clock, key=lambda one: (one.start, min(one.weekdays), one.length))


def _counted(one: ClockNeed) -> str:
    if one.same_age:
        return f"{hours_said(one.counted)} av {hours_decimal(one.length)} (resten trenger jevnaldrende også)"
    return hours_said(one.counted)


def time_said(start: int, length: int) -> str:
    """07.00–09.30; the end of a day is 24.00, and what ends later has its time on the next."""
    end = start + length
    end = end if end <= DAY else end - DAY
    return f"{start // HOUR:02d}.{start % HOUR:02d}–{end // HOUR:02d}.{end % HOUR:02d}"


def days_said(one: ClockNeed) -> str:
    return weekdays_said(one.weekdays, one.weeks)


def weekdays_said(days: frozenset[int], weeks: WeekRule = WeekRule.ALL) -> str:
    """«alle dager», «man–fre», «man, ons og fre», with odd or even weeks where they are meant."""
    after = {WeekRule.ODD: " i oddetallsuker", WeekRule.EVEN: " i partallsuker"}.get(weeks, "")
    if days == ALL_WEEKDAYS:
        return f"alle dager{after}"
    runs: list[list[int]] = []
    for day in sorted(days):
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    words = []
    for run in runs:
        names = [_SHORT_DAYS[day] for day in run]
        words += [f"{names[0]}–{names[-1]}"] if len(run) > 2 else names
    return f"{listed(words)}{after}"


# -- hours ----------------------------------------------------------------------------------------------


def hours_headings(needs: Needs) -> tuple[str, ...]:
    year = needs.application.since.year
    if _factor(needs):
        return ("Kategori", "Timer i uka", "Trekkes av vedtaket i uka", f"Trekkes av vedtaket i {year}")
    return ("Kategori", "Timer i uka", f"Timer i {year}")


HOURS_CAPTION = "Timer i uka og i året"
TOTAL = "Til sammen"


def hours_rows(needs: Needs, known: Account) -> Iterator[tuple[str, ...]]:
    """A row for each category, and one for all."""
    for name, amount in (*((one.value, amount) for one, amount in known.helps.items()), (TOTAL, known.total)):
        charged = (hours_decimal(amount.charged),) if _factor(needs) else ()
        yield name, hours_decimal(amount.week), *charged, hours_decimal(amount.year)


def hours_sentences(needs: Needs, known: Account) -> Iterator[str]:
    for name, amount in (*((one.value, amount) for one, amount in known.helps.items()), (TOTAL, known.total)):
        charged = f", {hours_said(amount.charged)} av vedtaket" if _factor(needs) else ""
        year = needs.application.since.year
        said = f"{name[:1].upper()}{name[1:]}: {hours_said(amount.week)} i uka"
        yield f"{said}{charged}, {hours_said(amount.year)} i {year}."


def _factor(needs: Needs) -> bool:
    """Resting time is charged otherwise than by the clock."""
    return needs.settings.resting_granted != HOUR and any(one.help is Help.RESTING_NIGHT for one in needs.clock)


# -- what it means --------------------------------------------------------------------------------------


def account_lines(needs: Needs, known: Account) -> tuple[str, ...]:
    """Sentences on vedtak, right, nights and cost."""
    return (
        *_same_age(needs),
        *_outside(needs),
        *_against(needs, known),
        *_right(needs, known.right),
        *_explicit(known),
        *_beyond(known.beyond),
    )


def _same_age(needs: Needs) -> Iterator[str]:
    if needs.application.applicant is Applicant.CHILD:
        weeks = needs.weeks
        taken = Fraction(
            sum(one.same_age * len(one.weekdays) * (weeks if one.weeks is WeekRule.ALL else 1) for one in needs.clock),
            weeks,
        )
        yield (
            "For barn regnes bare hjelp ut over det barn på samme alder trenger: "
            f"{hours_said(taken)} i uka er holdt utenfor."
        )


def _outside(needs: Needs) -> Iterator[str]:
    if needs.outside:
        said = listed([f"{one.name} {hours_said(one.week)}" for one in needs.outside])
        yield f"Utenfor BPA i uka: {said}. Det er ikke med i timene over."


def _against(needs: Needs, known: Account) -> Iterator[str]:
    if not needs.vedtak:
        yield f"Det er ikke noe vedtak ennå. Behovet er {hours_said(known.total.charged)} i uka å søke om."
    for one in known.against:
        if one.help is None and not one.asked and not one.granted:
            continue
        to = "" if one.help is None else f" til {one.help.value}"
        left = one.granted - one.asked
        if left == 0:
            compared = "like mye som behovet"
        elif left > 0:
            compared = f"{hours_said(left)} mer enn behovet ({hours_decimal(one.asked)})"
        else:
            compared = f"{hours_said(-left)} mindre enn behovet ({hours_decimal(one.asked)})"
        yield f"Vedtaket gir {hours_said(one.granted)} i uka{to}. Det er {compared}."
        if one.left is not None:
            yield _left(one.left)
    for day, granted in known.later:
        if granted < known.total.charged:
            yield less_later(day, granted, known.total.charged - granted)


def _left(left: _Left) -> str:
    """What was used so far leaves other hours a week than the vedtak says."""
    used = f"Til og med {on(left.through)} er {hours_said(left.used)} brukt"
    if left.minutes <= 0:
        over = f", {hours_said(-left.minutes)} mer enn det" if left.minutes else ", og det er alt"
        return f"{used}{over} vedtaket gir til {on(left.last)}. Det er ingen timer igjen."
    a_week = "" if left.week is None else f": {hours_said(left.week)} i uka"
    said = f"{used}, og {hours_said(left.minutes)} er igjen til {on(left.last)}{a_week}."
    short = left.needed - left.minutes
    if short <= 0:
        return f"{said} Det rekker til behovet."
    return f"{said} Behovet er {hours_said(left.needed)} på de dagene, så {hours_said(short)} mangler."


_LEVELS = {
    "right": "minst {full}: Det gir rett til BPA",
    "unless dear": "minst {some}, men under {full}: Det gir rett til BPA, hvis ikke kommunen dokumenterer at BPA blir "
    "vesentlig dyrere",
    "no right": "under {some}: Det gir ikke rett til BPA, men kommunen kan gi BPA etter eget skjønn",
}


def _level(level: str, needs: Needs) -> str:
    on = needs.application.since
    full, some = (hours_said(one.on(on)) for one in (numbers.BPA_RIGHT, numbers.BPA_RIGHT_UNLESS_DEAR))
    return _LEVELS[level].format(full=full, some=some)


def _right(needs: Needs, right: _Right) -> Iterator[str]:
    source = numbers.BPA_RIGHT.source(needs.application.since).paragraph
    outside = ", tjenester utenfor BPA medregnet," if right.outside else ""
    yield (f"Etter {source} regnes {hours_said(right.counted)} i uka{outside} og det er {_level(right.level, needs)}.")
    if right.left_out:
        more = (
            "Utfallet er det samme om de regnes med."
            if right.with_all == right.level
            else f"Regnes de med, er det {_level(right.with_all, needs)}."
        )
        yield (
            f"Natt og to assistenter samtidig ({hours_said(right.left_out)}) er ikke regnet med, for de er bare med i "
            f"retten når behovet er kontinuerlig. {more}"
        )
    if not right.age:
        age = numbers.BPA_AGE.on(needs.application.since)
        yield f"Retten gjelder dem som er under {age} år, eller som hadde BPA før de fylte {age}. Det er ikke oppfylt."
    if not right.lasting:
        yield "Retten gjelder når behovet varer i mer enn to år. Det er ikke oppfylt."


def _explicit(known: Account) -> Iterator[str]:
    for one in known.explicit:
        name = one.help.value
        if one.granted is None:
            asked = hours_said(one.asked)
            yield f"Be om en egen linje i vedtaket for {name}: {asked} i uka. Det følger ikke av seg selv."
        elif one.granted < one.asked:
            yield (
                f"Linjene i vedtaket som nevner {name}, gir {hours_said(one.granted)} i uka. "
                f"Behovet er {hours_decimal(one.asked)}."
            )
        else:
            yield f"Vedtaket har en linje som dekker {name} ({hours_said(one.asked)} i uka)."


def _beyond(beyond: _Beyond) -> Iterator[str]:
    over = numbers.REFUND_OVER.on(numbers.READ)
    if not beyond.week:
        return
    said = f"{hours_said(beyond.week)} i uka er over {hours_decimal(over)}, {hours_said(beyond.year)} i året. "
    percent = numbers.REFUND_PERCENT.on(numbers.READ)
    if beyond.cost is None:
        said += "Skriv «lønnskostnad per time» i søknaden for å se hva det koster. "
    else:
        back = beyond.cost * percent / 100
        said += f"Det koster {kroner(beyond.cost)} i året, og {percent} prosent av det er {kroner(back)}. "
    yield said + (
        f"En kilde oppgir at kommunen kan få dekket inntil {percent} prosent av lønnskostnaden fra time "
        f"{over // HOUR + 1}. Det er kildens påstand: Vi har ikke funnet regelen, og bygger ikke noe på den."
    )


def kroner(amount: Decimal) -> str:
    """Whole kroner with spaces between the thousands."""
    whole = amount.quantize(Decimal(1), rounding=ROUND_HALF_UP)
    return f"{whole:,} kroner".replace(",", " ")


def made_needs(path: str) -> tuple[str, ...]:
    return (
        f"Laget {path}. Åpne fila, og bytt ut eksempelet med ditt eget.",
        f"Skriv «roster needs {path}» for å regne den ut.",
    )
