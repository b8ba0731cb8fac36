"""How the text of each kind of field is read: the types that the rows of a brief are made of."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, TypeVar

from pydantic import PlainValidator

from roster.domain.assistant import HeldSkill
from roster.domain.days import DateSpan, WeekRule
from roster.domain.help_needed import SkillNeed
from roster.reading import daywords, numbers, pieces, times
from roster.reading.choices import choice
from roster.reading.faults import Unreadable
from roster.reading.times import TimeSpan

ALL = "alle"
"""Everybody, where ids could stand."""

_HIDDEN = frozenset({"Cc", "Cf", "Cs"})
"""Signs that steer a screen, turn the text about, are not seen, or cannot be written in a file."""
_JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise Unreadable(
            "Her skal det stå én verdi, ikke en liste eller flere felt.", "Skriv verdien på samme linje som feltet."
        )
    if any(unicodedata.category(sign) in _HIDDEN and sign not in _JOINERS for sign in value if not sign.isspace()):
        raise Unreadable("Teksten har tegn som ikke kan vises.", "Skriv teksten på nytt uten spesialtegn.")
    return numbers.tidy(value)


def read(reader: Callable[[str], T]) -> PlainValidator:
    return PlainValidator(lambda value: reader(_text(value)))


def one_of(kind: type[E]) -> PlainValidator:
    return read(lambda text: choice(kind, text))


def each(reader: Callable[[str], T], none: str | None = None) -> PlainValidator:
    """A list, or one text with commas; the word ``none`` says that there are none."""

    def parts(value: Any) -> tuple[T, ...]:
        texts = [_text(one) for one in value] if isinstance(value, list) else pieces.split(_text(value))
        return () if texts == [none] else tuple(reader(text) for text in texts)

    return PlainValidator(parts)


def joined(reader: Callable[[str], T]) -> PlainValidator:
    """One text, or a list that means the same as its parts with commas between."""

    def parts(value: Any) -> T:
        return reader(", ".join(_text(one) for one in value) if isinstance(value, list) else _text(value))

    return PlainValidator(parts)


def _code(text: str) -> str:
    if not re.fullmatch(r"[^\W_][\w+/.-]{0,5}", text):
        raise Unreadable(
            f"«{numbers.short(text)}» kan ikke være en vaktkode.", "Bruk 1 til 6 bokstaver og tall, for eksempel D1."
        )
    return text


def _id(text: str) -> str:
    if not re.fullmatch(r"[^\W_][\w.-]{0,19}", text):
        raise Unreadable(
            f"«{numbers.short(text)}» kan ikke være en id.",
            "Bruk 1 til 20 bokstaver og tall uten mellomrom, for eksempel A1.",
        )
    return text


def _who(text: str) -> str:
    return ALL if text.casefold() == ALL else _id(text)


def _words(text: str) -> str:
    if len(text) > 200:
        raise Unreadable("Teksten er lengre enn 200 tegn.", "Skriv den kortere.")
    return text


Words = Annotated[str, read(_words)]
Id = Annotated[str, read(_id)]
Code = Annotated[str, read(_code)]
Day = Annotated[date, read(times.a_date)]
Clock = Annotated[int, read(times.time_of_day)]
Span = Annotated[TimeSpan, read(times.time_span)]
Dates = Annotated[DateSpan, read(times.date_span)]
Minutes = Annotated[int, read(numbers.minutes)]
SignedMinutes = Annotated[int, read(numbers.signed_minutes)]
HoursNumber = Annotated[Decimal, read(numbers.hours)]
Count = Annotated[int, read(numbers.count)]
Positive = Annotated[int, read(numbers.positive)]
People = Annotated[int, read(numbers.people)]
OfAnHour = Annotated[int, read(numbers.minutes_of_an_hour)]
Weekly = Annotated[int, read(numbers.weeks)]
Percent = Annotated[Decimal, read(numbers.percent)]
Yes = Annotated[bool, read(numbers.yes_or_no)]
Weekdays = Annotated[frozenset[int], joined(daywords.weekdays)]
Weeks = Annotated[tuple[WeekRule, frozenset[int]], joined(daywords.weeks)]
Names = Annotated[tuple[str, ...], each(_words)]
Who = Annotated[tuple[str, ...], each(_who)]
SkillNeeds = Annotated[tuple[SkillNeed, ...], each(pieces.skill_need)]
HeldSkills = Annotated[tuple[HeldSkill, ...], each(pieces.held_skill)]
Rests = Annotated[tuple[TimeSpan, ...], each(times.time_span)]
Breaks = Annotated[tuple[tuple[TimeSpan, bool], ...], each(pieces.a_break, none="ingen")]
ALL_WEEKS = (WeekRule.ALL, frozenset[int]())
