"""Amounts as people write them: ``35,5``, ``1 250,5``, ``71 %``, ``ja``, ``2 per 4 uker``."""

import re
from decimal import Decimal

from roster.domain.assistant import Ceiling, WeekendRhythm
from roster.reading.faults import Unreadable

_SPACES = re.compile(r"[\s\u00a0\u202f]+")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(?: \d{3})+(?:[.,]\d+)?")
_UNCLEAR = re.compile(r"[+-]?[1-9]\d{0,2}\.\d{3}")
_CEILING = re.compile(
    r"(?P<most>[\d., ]+?)\s*(?:timer|netter|natt|helger|helg|t)?\s*(?:per|i|på|/)\s*(?P<weeks>\d+)?\s*uk(?:er?|a)"
)
_RHYTHM = re.compile(r"hver\s+(?P<every>\d+)\.?\s*(?:helg|uke)\s*,?\s*(?:fra\s+|i\s+)?uke\s+(?P<first>\d+)")
_LONGEST = 20
"""More digits than any amount here can have."""
_HIGHEST = 1_000_000
"""More than any count or any hours here can be; the solver has no room for numbers without end."""
_MOST_PEOPLE, _MOST_WEEKS = 99, 104

YES = frozenset({"ja", "j", "yes", "true", "sann", "x"})
NO = frozenset({"nei", "n", "no", "false", "usann"})


def tidy(text: str) -> str:
    """The text without spaces at its ends, and with one ordinary space where it has more."""
    return _SPACES.sub(" ", text).strip()


def number(text: str, example: str = "35,5") -> Decimal:
    """The number, exact, of either sign; where it is refused, ``example`` shows what could stand."""
    clean = tidy(text).replace("−", "-")
    if len(clean) > _LONGEST:
        raise Unreadable(
            f"«{short(text)}» er ikke et tall vi kan bruke.", f"Skriv et kortere tall, for eksempel {example}."
        )
    if _UNCLEAR.fullmatch(clean):
        whole = clean.replace(".", "")
        raise Unreadable(
            f"«{clean}» kan leses på to måter.",
            f"Skriv {whole} eller {clean.replace('.', ',').rstrip('0').rstrip(',')}.",
        )
    if not (_NUMBER.fullmatch(clean) or _THOUSANDS.fullmatch(clean)):
        raise Unreadable(f"«{short(text)}» er ikke et tall.", f"Skriv bare tallet, for eksempel {example}.")
    return Decimal(clean.replace(" ", "").replace(",", "."))


def count(text: str) -> int:
    """A whole number that is not negative."""
    amount = number(text, "4")
    if amount != amount.to_integral_value():
        raise Unreadable(f"«{short(text)}» er ikke et helt tall.", "Skriv et helt tall, for eksempel 2.")
    if amount < 0:
        raise Unreadable(f"«{short(text)}» er mindre enn 0.", "Skriv 0 eller et høyere tall.")
    return int(_not_above(amount, _HIGHEST, text))


def people(text: str) -> int:
    """How many can be on one shift."""
    return int(_not_above(Decimal(count(text)), _MOST_PEOPLE, text))


def minutes_of_an_hour(text: str) -> int:
    """What an hour counts as, at most as itself."""
    return int(_not_above(Decimal(count(text)), 60, text))


def weeks(text: str) -> int:
    """A number of weeks, from 1 to two years of them."""
    return int(_not_above(Decimal(positive(text)), _MOST_WEEKS, text))


def positive(text: str) -> int:
    """A whole number from 1 up."""
    amount = count(text)
    if amount == 0:
        raise Unreadable("Tallet kan ikke være 0.", "Skriv 1 eller et høyere tall.")
    return amount


def signed_minutes(text: str) -> int:
    """Hours of either sign as whole minutes: ``35,5`` or ``35:30``."""
    clean = re.sub(r"\s*(timer|time|t)$", "", tidy(text).replace("−", "-"), flags=re.IGNORECASE)
    if clock := re.fullmatch(r"([+-]?)(\d{1,5}):([0-5]\d)", clean):
        size = int(clock[2]) * 60 + int(clock[3])
        return -size if clock[1] == "-" else size
    amount = _not_above(number(clean), _HIGHEST, text) * 60
    if amount != amount.to_integral_value():
        raise Unreadable(
            f"«{short(text)}» timer er ikke et helt antall minutter.", "Skriv timer og minutter, for eksempel 35:20."
        )
    return int(amount)


def minutes(text: str) -> int:
    """Hours that are not negative, as whole minutes."""
    size = signed_minutes(text)
    if size < 0:
        raise Unreadable(f"«{short(text)}» er færre enn 0 timer.", "Skriv 0 eller flere timer.")
    return size


def hours(text: str) -> Decimal:
    """Hours that are not negative, as a decimal number."""
    size = _not_above(number(re.sub(r"\s*(timer|time|t)$", "", tidy(text), flags=re.IGNORECASE)), _HIGHEST, text)
    if size < 0:
        raise Unreadable(f"«{short(text)}» er færre enn 0 timer.", "Skriv 0 eller flere timer.")
    return size


def percent(text: str) -> Decimal:
    """A share of a full position, from 0 to 100; 0,3 and 1 without a sign may be shares of one, so they are refused."""
    bare = re.sub(r"\s*(%|prosent)$", "", tidy(text), flags=re.IGNORECASE)
    amount = number(bare)
    if bare == tidy(text) and 0 < amount <= 1:
        of_hundred = f"{amount * 100:f}".replace(".", ",")
        whole = of_hundred.rstrip("0").rstrip(",") if "," in of_hundred else of_hundred
        raise Unreadable(f"«{short(text)}» kan leses på to måter.", f"Skriv {whole} % eller {bare} %.")
    if amount < 0:
        raise Unreadable(
            f"«{short(text)}» er mindre enn 0 prosent.",
            "Skriv en stillingsprosent mellom 0 og 100, for eksempel 71,5 %.",
        )
    if amount > 100:
        raise Unreadable(
            f"«{short(text)}» er mer enn 100 prosent.", "Skriv høyst 100 %. Ekstra arbeid skrives i «ønsker inntil»."
        )
    return amount


def yes_or_no(text: str) -> bool:
    word = tidy(text).lower()
    if word in YES:
        return True
    if word in NO:
        return False
    raise Unreadable(f"«{short(text)}» er verken ja eller nei.", "Skriv ja eller nei.")


def ceiling(text: str) -> Ceiling:
    """At most so many in any so many weeks: ``2 per 4 uker``."""
    most, weeks = _ceiling(text)
    return Ceiling(count(most), weeks)


def minutes_ceiling(text: str) -> Ceiling:
    """At most so many hours in any so many weeks, as minutes: ``30 per uke``."""
    most, weeks = _ceiling(text)
    return Ceiling(minutes(most), weeks)


def rhythm(text: str) -> WeekendRhythm:
    """``hver 3. helg, uke 2``."""
    clean = tidy(text).lower()
    clean = re.sub(r"\bannenhver\b|\bannen hver\b|\bhver annen\b", "hver 2.", clean)
    found = _RHYTHM.fullmatch(clean)
    if not found or int(found["every"]) < 1:
        raise Unreadable(f"Vi forstår ikke helgerytmen «{short(text)}».", "Skriv for eksempel «hver 3. helg, uke 2».")
    every, first = int(found["every"]), int(found["first"])
    if not 1 <= first <= every:
        raise Unreadable(
            f"Første arbeidshelg er uke {first}, men rytmen er hver {every}. helg.", f"Skriv en uke fra 1 til {every}."
        )
    return WeekendRhythm(every, first)


def short(text: str) -> str:
    """The text as a message can repeat it: cut where it is too long, and without signs that would steer the screen."""
    clean = "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in tidy(text))
    return clean if len(clean) <= 60 else clean[:57] + "…"


def _ceiling(text: str) -> tuple[str, int]:
    found = _CEILING.fullmatch(tidy(text).lower())
    if not found or found["weeks"] == "0":
        raise Unreadable(f"Vi forstår ikke grensen «{short(text)}».", "Skriv for eksempel «2 per 4 uker».")
    return found["most"], weeks(found["weeks"] or "1")


def _not_above(amount: Decimal, most: int, text: str) -> Decimal:
    if abs(amount) > most:
        raise Unreadable(f"«{short(text)}» er for høyt.", f"Sjekk tallet. Her er {most} det høyeste.")
    return amount
