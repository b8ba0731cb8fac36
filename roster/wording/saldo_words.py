"""The saldo of hours in words: each figure with where it comes from, and what is to one's credit or owed."""

from collections.abc import Iterable, Sequence
from datetime import date

from roster.domain.assistant import Assistant
from roster.domain.brief import Brief
from roster.domain.days import DateSpan
from roster.domain.kinds import MinusSettled, PlusSettled, SickCredit
from roster.domain.saldo import Account, Post, PostSort
from roster.wording.cost_words import month_said
from roster.wording.numbers import clock_said, from_to, hours_clock, hours_decimal, listed, percent, short_date
from roster.wording.plan_words import person

NO_DATES = (
    "Turnusen har ingen datoer, så den har ingen saldo.",
    "Lag den på nytt med «roster plan», som ruller grunnturnusen ut til datoer.",
)
VERSION = "versjon"
AVERAGE = "stillingens snitt per dag"
HEADINGS = ("Assistent", "Fra", "Til", "Med fra før", "Avtalt", "Arbeidet", "Annet", "Oppgjort", "Saldo")
_OTHER = (
    PostSort.SICK,
    PostSort.CALLED_OFF,
    PostSort.OFF,
    PostSort.UNPAID,
    PostSort.TIME_OFF_EARNED,
)


def before_first(through: date, first: date) -> tuple[str, str]:
    return f"Ingen plan gjaldt {short_date(through)}.", f"Velg en dag fra {short_date(first)}."


def no_plan_after(last: date) -> str:
    return f"Det er ingen plan etter {short_date(last)}, så saldoen er regnet til og med den dagen."


def outside_plans(spans: Iterable[DateSpan]) -> str:
    """Days that no plan has, so that nobody owes them."""
    said = listed([_days(one) for one in spans])
    return f"Ingen plan gjelder {said}. Der er ingenting avtalt, og ingen er skyldig timer for de dagene."


def _days(one: DateSpan) -> str:
    return short_date(one.first) if one.first == one.last else from_to(one.first, one.last)


def closed_source(month: date, lines: Sequence[int]) -> str:
    """The closed month, with the lines of the log that it is the sum of."""
    word = "linje" if len(lines) == 1 else "linjene"
    return f"{month_said(month)}, avsluttet ({word} {listed([str(one) for one in lines])} i loggen)"


def planned_source(version: str) -> str:
    return f"{VERSION} {version}, ikke avsluttet"


def title(brief: Brief, first: date, through: date) -> str:
    return f"Saldo for {brief.arrangement.alias} {from_to(first, through)}, i betalte timer."


def rows(brief: Brief, accounts: Iterable[Account]) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (
            person(brief, one.who),
            short_date(one.period.first),
            short_date(one.period.last),
            hours_clock(one.opening),
            hours_clock(-one.of(PostSort.AGREED)),
            hours_clock(one.of(PostSort.WORKED, PostSort.PLANNED)),
            hours_clock(one.of(*_OTHER)),
            hours_clock(one.of(PostSort.PAID_OUT, PostSort.FORGIVEN)),
            hours_clock(one.closing),
        )
        for one in accounts
    )


def sentences(one: Account, who: Assistant) -> tuple[str, ...]:
    """The period with each of its figures and its source, and what it comes to."""
    begins, ends = short_date(one.period.first), short_date(one.period.last)
    lines = [f"{begins}–{ends}{'' if one.period.ends or one.left else ', perioden er ikke slutt'}:"]
    if one.opening:
        lines.append(f"- Med fra før: {clock_said(one.opening)}.")
    lines += [f"- {_post(post, who)}" for post in one.posts]
    lines.append(_comes_to(one))
    return tuple(lines)


def _post(post: Post, who: Assistant) -> str:
    amount = clock_said(abs(post.minutes))
    match post.sort:
        case PostSort.AGREED:
            position = f"{percent(who.percent)} av {hours_decimal(who.full_time_week)} timer i uka"
            return f"Avtalt: {amount}. Kilde: {position}, uten ferie og fravær."
        case PostSort.PAID_OUT:
            return f"Utbetales ved oppgjør: {amount}."
        case PostSort.FORGIVEN:
            return f"Faller bort ved oppgjør, betalt, men ikke brukt: {amount}."
        case PostSort.CALLED_OFF:
            return f"Avlyst, betalt, men ikke brukt: {amount}. Kilde: {post.source}."
        case _:
            return f"{post.sort.value.capitalize()}: {amount}. Kilde: {post.source}."


def _comes_to(one: Account) -> str:
    amount = clock_said(abs(one.saldo))
    said = "Saldoen er 0" if not one.saldo else f"Saldoen er {amount} {'pluss' if one.saldo > 0 else 'minus'}"
    if one.closing == one.saldo:
        return f"{said}{_left(one)}."
    return f"{said}{_left(one)}, og er gjort opp."


def _left(one: Account) -> str:
    return " når ansettelsen slutter" if one.left else ""


def summary(brief: Brief, who: str, last: Account, unused: int) -> str:
    """«Kari (A1) har 2 timer til gode. 7:30 timer er betalt, men ikke brukt.»"""
    name = person(brief, who)
    if last.closing and not (last.period.ends or last.left):
        sign = "pluss" if last.closing > 0 else "minus"
        said = f"{name} har {clock_said(abs(last.closing))} i {sign} så langt i perioden, som ikke er slutt."
    elif last.closing > 0:
        said = f"{name} har {clock_said(last.closing)} til gode."
    elif last.closing < 0:
        said = f"{name} er skyldig {clock_said(-last.closing)}."
    else:
        said = f"{name} har ingenting til gode og er ikke skyldig noe."
    return f"{said} {clock_said(unused)} er betalt, men ikke brukt." if unused else said


def hours_line(planned: int, worked: int, overtime: int) -> str:
    """What was planned and worked in all of it."""
    extra = f" {clock_said(overtime)} av dem er overtid som er betalt, og er ikke i saldoen." if overtime else ""
    return f"Planlagt {clock_said(planned)}, arbeidet {clock_said(worked)}.{extra}"


def without_position(brief: Brief, people: Sequence[Assistant]) -> str:
    names = listed([person(brief, one.id) for one in people])
    return f"{names} har ingen stillingsprosent, så timene betales etter hvert og har ingen saldo."


def assumptions(brief: Brief) -> tuple[str, ...]:
    """What the settings have, and what is reckoned where they say nothing."""
    settings = brief.settings
    said = ["en vakt hører til dagen den starter", "ferie, fravær og tid utenfor ansettelsen er tatt ut av det avtalte"]
    if settings.sick_credit is SickCredit.PLANNED:
        said.append(
            "en dag som syk godskrives med de planlagte timene («sykefravær godskrives»), og for den som"
            " er delvis syk, de som falt bort"
        )
    else:
        said.append(
            "en dag som syk godskrives med en sjuendedel av stillingen («sykefravær godskrives»), og for den som"
            " er delvis syk, sin del av den"
        )
    plus = "utbetales" if settings.plus_settled is PlusSettled.PAID else "tas med videre og avspaseres"
    minus = "faller bort" if settings.minus_settled is MinusSettled.FORGIVEN else "tas med videre som skyldige timer"
    said.append(f"ved oppgjør: pluss {plus} («pluss ved oppgjør»), minus {minus} («minus ved oppgjør»)")
    said.append("perioden for oppgjør er snittperioden i avtalen, eller hele planen der det ikke er noen")
    return tuple(f"Forutsetning: {one}." for one in said)
