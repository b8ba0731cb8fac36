"""«What if» in words: what is supposed, and how it differs from today."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Protocol

from roster.domain.brief import Brief
from roster.domain.supposed import Grant, Lapses, Leaves, LongerShifts, OneMore, Signed, Supposed, Weekends
from roster.wording.numbers import counted, hours_decimal, hours_said, listed, percent
from roster.wording.plan_words import person
from roster.wording.staff_words import every_said

EXAMPLES = "«A3 slutter», «en til 60 %», «vedtak -10 %», «uten G1», «hver tredje helg» eller «vakter inntil 12 timer»"


class Figures(Protocol):
    """Minutes a week; weekends and nights are the most that one in a position has in ``weeks``."""

    @property
    def weeks(self) -> int: ...
    @property
    def permanent(self) -> Fraction: ...
    @property
    def substitute(self) -> Fraction: ...
    @property
    def open(self) -> Fraction: ...
    @property
    def short(self) -> Fraction: ...
    @property
    def unused(self) -> Fraction | None: ...
    @property
    def positions(self) -> int: ...
    @property
    def percent(self) -> Decimal: ...
    @property
    def weekends(self) -> int: ...
    @property
    def nights(self) -> int: ...
    @property
    def wishes(self) -> int: ...
    @property
    def wishes_unmet(self) -> int: ...


class Made(Protocol):
    @property
    def figures(self) -> Figures: ...


class Advice(Protocol):
    @property
    def bigger(self) -> Sequence[tuple[str, Decimal, Decimal]]: ...
    @property
    def vacant(self) -> Decimal | None: ...
    @property
    def room(self) -> Fraction: ...
    @property
    def over(self) -> Fraction: ...
    @property
    def short(self) -> Fraction: ...
    @property
    def then(self) -> Made | None: ...


def supposed_said(brief: Brief, one: Supposed) -> str:
    """What is supposed, as a heading: «Hvis Osp (A2) slutter»."""
    match one:
        case OneMore(percent=size):
            return "Hvis dere ansetter én til" + (f" i {percent(size)} stilling" if size else "")
        case Leaves(who=who):
            return f"Hvis {person(brief, who)} slutter"
        case Grant(times=times, more=more):
            return f"Hvis vedtaket {_granted(times, more)}"
        case Signed(agreement=agreement, paragraph=paragraph):
            return (
                f"Hvis avtalen {agreement} blir signert" if agreement else f"Hvis dere avtaler etter aml § {paragraph}"
            )
        case Lapses(agreement=agreement):
            return f"Hvis avtalen {agreement} faller bort"
        case Weekends(every=every):
            return f"Hvis alle arbeider {every_said(every)}"
        case LongerShifts(most=most):
            return f"Hvis vaktene blir lengre, inntil {hours_said(most)}"


def _granted(times: Fraction, more: int) -> str:
    if not times:
        return f"blir {hours_said(more)} i uka"
    if more:
        return f"blir {hours_said(abs(more))} {'større' if more > 0 else 'mindre'} i uka"
    share = Decimal((abs(times - 1) * 100).numerator) / Decimal((abs(times - 1) * 100).denominator)
    return f"blir {percent(round(share, 1))} {'større' if times > 1 else 'mindre'}"


TODAY = "I dag"
A_LITTLE = 6
"""Minutes a week that are not worth a word."""


def too_long_said(most: int, could: Sequence[str]) -> str:
    """The day that is agreed is shorter than the shifts would be; what could give a longer one."""
    said = f"Det går ikke med avtalene dere har: En vakt kan være høyst {hours_said(most)}."
    return f"{said} Lengre kan avtales etter {listed(could, 'eller')}." if could else said


NOTHING_CHANGES = "Det endrer ingenting i dette grunnlaget."
NO_LONGER = "Ingen vakter kan slås sammen til lengre innenfor den grensen."
NOT_FOUND = "Vi fant ingen turnus i tide. Bruk mer tid med --seconds."
NOT_TODAY = "Vi fant ingen turnus for grunnlaget slik det er i dag. Bruk mer tid med --seconds."
NO_COST = "Lønna er ikke regnet, for satsene mangler noe. «roster cost» sier hva."
UNNAMED = "Forutsetning: Timer som ingen stilling rekker til, går til vikarer med avtalene og kompetansen som trengs."
WAY_OUT = "Dette kan dere gjøre:"
SAME = "Tallene er som i dag."
ASK_FIRST = (
    "Ingen har skrevet at de ønsker mer. Spør dem først: Den som har deltid og er kvalifisert, har fortrinnsrett til "
    "større stilling, når det ikke er til vesentlig ulempe (aml § 14-3)."
)


def figures_said(one: Figures, cost: Decimal | None) -> Iterator[str]:
    """Today, in sentences."""
    yield (
        f"{_positions(one)} har {hours_said(one.permanent)} i uka. "
        + (f"{hours_said(one.substitute)} går til vikar" if one.substitute else "Ingen timer går til vikar")
        + (f", og {hours_said(one.open)} står åpne." if one.open else ".")
    )
    yield f"Den som har flest helger, har {_of_weeks(one.weekends, one.weeks)}. {_most_nights(one)}"
    if one.wishes:
        yield f"{one.wishes - one.wishes_unmet} av {counted(one.wishes, 'ønske', 'ønsker')} er oppfylt."
    if cost is not None:
        yield f"Det koster {_kroner(cost)} i uka{', uten det som står åpent' if one.open else ''}."


def _positions(one: Figures) -> str:
    return f"{counted(one.positions, 'stilling', 'stillinger')} på til sammen {percent(one.percent)}"


def _of_weeks(number: int, weeks: int) -> str:
    return f"{number} av {counted(weeks, 'helg', 'helger')}"


def _most_nights(one: Figures) -> str:
    return f"Den som har flest netter, har {one.nights}." if one.nights else "Ingen har netter."


def difference_said(now: Figures, then: Figures, costs: tuple[Decimal | None, Decimal | None]) -> Iterator[str]:
    """What is otherwise than today, a line for each thing."""
    if (now.positions, now.percent) != (then.positions, then.percent):
        yield f"Stillinger: {_size(then)}, mot {_size(now)} i dag."
    yield from _hours("Timer til vikar", now.substitute, then.substitute)
    yield from _hours("Timer som står åpne", now.open, then.open)
    yield from _hours("Timer som mangler i stillingene", now.short, then.short)
    if now.unused is not None and then.unused is not None:
        yield from _hours("Timer i vedtaket som ikke er brukt", now.unused, then.unused)
    yield from _number("Flest helger hos én", now.weekends, then.weekends, f"på {then.weeks} uker")
    yield from _number("Flest netter hos én", now.nights, then.nights, f"på {then.weeks} uker")
    if now.wishes or then.wishes:
        yield from _number("Ønsker som ikke er oppfylt", now.wishes_unmet, then.wishes_unmet, f"av {then.wishes}")
    before, after = costs
    if before is not None and after is not None and round(before) != round(after):
        more = round(after) - round(before)
        without = ", uten det som står åpent" if now.open or then.open else ""
        change = f"{_kroner(Decimal(abs(more)))} {'mer' if more > 0 else 'mindre'}"
        yield f"Lønn{without}: {_kroner(after)} i uka, mot {_kroner(before)} i dag. Det er {change}."


def _size(one: Figures) -> str:
    return f"{one.positions} på til sammen {percent(one.percent)}"


def _hours(what: str, now: Fraction, then: Fraction) -> Iterator[str]:
    if round(now) == round(then):
        return
    change = f"{hours_said(abs(then - now))} {'mer' if then > now else 'mindre'}"
    yield f"{what}: {hours_decimal(then)} i uka, mot {hours_decimal(now)} i dag. Det er {change}."


def _number(what: str, now: int, then: int, of: str) -> Iterator[str]:
    if now != then:
        yield f"{what}: {then} {of}, mot {now} i dag."


def _kroner(amount: Decimal) -> str:
    whole = f"{round(amount):,}".replace(",", " ")
    return f"{whole} kroner"


def to_consider_said(now: int, then: int) -> Iterator[str]:
    """How many are to be considered; what fails is told one by one."""
    if now != then:
        yield f"Kontrollpunkter som bør vurderes: {then}, mot {now} i dag."


def findings_said(gone: Sequence[str], added: Sequence[str]) -> Iterator[str]:
    """Kontrollpunkter that only one of the two has."""
    if added:
        yield f"{counted(len(added), 'nytt kontrollpunkt', 'nye kontrollpunkter')}:"
        yield from (f"  {one}" for one in added)
    if gone:
        yield f"{counted(len(gone), 'kontrollpunkt', 'kontrollpunkter')} faller bort:"
        yield from (f"  {one}" for one in gone)


def advice_said(brief: Brief, advice: Advice, leaving: bool) -> Iterator[str]:
    """What can be done, in the order of the law: those who have a position first."""
    for who, now, then in advice.bigger:
        yield f"Tilby {person(brief, who)} større stilling (aml § 14-3): fra {percent(now)} til {percent(then)}."
    if not advice.bigger and leaving and any(0 < one.percent < 100 for one in brief.assistants):
        yield ASK_FIRST
    if advice.vacant is not None:
        rest = "resten" if advice.bigger else "timene"
        yield f"Lys ut en fast stilling på {percent(advice.vacant)} for {rest}, og bruk vikar til den er besatt."
    if advice.room >= A_LITTLE:
        yield (
            f"{hours_said(advice.room)} i uka er ikke i bruk. Legg inn mer i behovet, og finn stillinger til det med "
            "«roster staff»."
        )
    if advice.over >= A_LITTLE:
        yield (
            f"Stillingene er {hours_said(advice.over)} mer i uka enn vedtaket gir. Avtalt stilling gjelder til den er "
            "endret: Ta det opp med arbeidsgiveren før dere lager ny turnus, og klag på vedtaket om dere er uenige."
        )
    if advice.short >= A_LITTLE:
        yield (
            f"Det mangler vakter for {hours_said(advice.short)} i uka. La noen som ønsker det, få mindre stilling, "
            "eller legg inn mer i behovet. «roster staff» regner ut hvor store stillingene kan være."
        )
    if advice.then is not None:
        after = advice.then.figures
        left = after.substitute + after.open
        rest = "ingen timer til vikar" if round(left) == 0 else f"{hours_said(left)} i uka til vikar"
        yield f"Med dette blir det {rest}, og den som har flest helger, har {_of_weeks(after.weekends, after.weeks)}."


def going_on(spent: float, name: str) -> str:
    return f"{spent:.0f} s: lager turnusen for «{name}»."
