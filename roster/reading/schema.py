"""The shape of a brief: which fields each part has, which must be there, and how each is read."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, PlainValidator

from roster.domain import kinds
from roster.domain.brief import Ceiling, HeldSkill, SkillNeed, WeekendRhythm
from roster.domain.days import ALL_WEEKDAYS, DateSpan, WeekRule
from roster.reading import daywords, numbers, pieces, times
from roster.reading.choices import choice
from roster.reading.faults import Unreadable
from roster.reading.times import TimeSpan
from roster.wording.brief_words import Absence, ChangeSort

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise Unreadable(
            "Her skal det stå én verdi, ikke en liste eller flere felt.", "Skriv verdien på samme linje som feltet."
        )
    return numbers.tidy(value)


def _read(reader: Callable[[str], T]) -> PlainValidator:
    return PlainValidator(lambda value: reader(_text(value)))


def _one_of(kind: type[E]) -> PlainValidator:
    return _read(lambda text: choice(kind, text))


def _each(reader: Callable[[str], T], none: str | None = None) -> PlainValidator:
    """A list, or one text with commas; the word ``none`` says that there are none."""

    def read(value: Any) -> tuple[T, ...]:
        texts = [_text(one) for one in value] if isinstance(value, list) else pieces.split(_text(value))
        return () if texts == [none] else tuple(reader(text) for text in texts)

    return PlainValidator(read)


def _joined(reader: Callable[[str], T]) -> PlainValidator:
    """One text, or a list that means the same as its parts with commas between."""

    def read(value: Any) -> T:
        return reader(", ".join(_text(one) for one in value) if isinstance(value, list) else _text(value))

    return PlainValidator(read)


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


def _words(text: str) -> str:
    if len(text) > 200:
        raise Unreadable("Teksten er lengre enn 200 tegn.", "Skriv den kortere.")
    if any(ord(sign) < 32 for sign in text):
        raise Unreadable("Teksten har tegn som ikke kan vises.", "Skriv teksten på nytt uten spesialtegn.")
    return text


Words = Annotated[str, _read(_words)]
Id = Annotated[str, _read(_id)]
Code = Annotated[str, _read(_code)]
Day = Annotated[date, _read(times.a_date)]
Clock = Annotated[int, _read(times.time_of_day)]
Span = Annotated[TimeSpan, _read(times.time_span)]
Dates = Annotated[DateSpan, _read(times.date_span)]
Minutes = Annotated[int, _read(numbers.minutes)]
SignedMinutes = Annotated[int, _read(numbers.signed_minutes)]
HoursNumber = Annotated[Decimal, _read(numbers.hours)]
Count = Annotated[int, _read(numbers.count)]
Positive = Annotated[int, _read(numbers.positive)]
Percent = Annotated[Decimal, _read(numbers.percent)]
Yes = Annotated[bool, _read(numbers.yes_or_no)]
Weekdays = Annotated[frozenset[int], _joined(daywords.weekdays)]
Weeks = Annotated[tuple[WeekRule, frozenset[int]], _joined(daywords.weeks)]
Names = Annotated[tuple[str, ...], _each(_words)]
Who = Annotated[tuple[str, ...], _each(_id)]
SkillNeeds = Annotated[tuple[SkillNeed, ...], _each(pieces.skill_need)]
HeldSkills = Annotated[tuple[HeldSkill, ...], _each(pieces.held_skill)]
Rests = Annotated[tuple[TimeSpan, ...], _each(times.time_span)]
Breaks = Annotated[tuple[tuple[TimeSpan, bool], ...], _each(pieces.a_break, none="ingen")]
ALL_WEEKS = (WeekRule.ALL, frozenset[int]())


class Placed(BaseModel):
    """Any row: it knows where it stands, and accepts no fields but its own."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)
    places: dict[str, str] = Field({}, alias="\0sted")

    @property
    def place(self) -> str:
        return self.places.get("", "")

    def at(self, key: str) -> str:
        """Where the field stands; the row itself when it is not given."""
        return self.places.get(key) or self.place

    def gives(self, name: str) -> bool:
        return name in self.model_fields_set


class Days(Placed):
    """Rows that are about days."""

    dager: Weekdays = ALL_WEEKDAYS
    uker: Weeks = ALL_WEEKS
    datoer: Dates | None = None


class ArrangementRow(Placed):
    alias: Words
    employer: Annotated[kinds.Employer, _one_of(kinds.Employer)] = Field(alias="arbeidsgiver")
    tariff: Annotated[kinds.Tariff, _one_of(kinds.Tariff)] = Field(alias="tariffavtale")
    elected_reps: Yes = Field(alias="tillitsvalgte")


class PeriodRow(Placed):
    start: Day
    weeks: Positive | None = Field(None, alias="uker")
    form: Annotated[kinds.Form, _one_of(kinds.Form)]
    lines: Annotated[kinds.Lines, _one_of(kinds.Lines)] = Field(kinds.Lines.OWN, alias="linjer")
    week_cut: Annotated[tuple[int, int], _read(daywords.week_cut)] = Field((0, 0), alias="uka starter")
    day_cut: Clock = Field(0, alias="døgnet starter")
    red_days: Annotated[kinds.RedAs, _one_of(kinds.RedAs)] = Field(alias="røde dager")
    rollout_weeks: Positive = Field(26, alias="utrulling uker")
    end: Day | None = Field(None, alias="slutt")


class SettingsRow(Placed):
    split_days: Count = Field(0, alias="delt dagsverk per uke")
    resting_paid: Count | None = Field(None, alias="betalte minutter per hvilende time")
    resting_granted: Count | None = Field(None, alias="vedtaksminutter per hvilende time")
    eve_of_may: Clock | None = Field(None, alias="kvelden før 1. og 17. mai fra")
    year_52_weeks: Yes = Field(False, alias="vedtaksår er 52 uker")


class VedtakRow(Placed):
    id: Id
    first: Day = Field(alias="fra")
    last: Day = Field(alias="til")
    per_week: Minutes | None = Field(None, alias="timer per uke")
    per_year: Minutes | None = Field(None, alias="timer per år")
    used: Minutes = Field(0, alias="brukt")
    through: Day | None = Field(None, alias="ført til og med")
    covers: Annotated[tuple[kinds.Covers, ...], _each(lambda text: choice(kinds.Covers, text))] = Field(
        (), alias="dekker"
    )


class VedtakRule(Placed):
    when_short: Annotated[kinds.WhenShort, _one_of(kinds.WhenShort)] = Field(
        kinds.WhenShort.STOP, alias="når timene ikke rekker"
    )


class KindRow(Placed):
    code: Code = Field(alias="kode")
    name: Words = Field(alias="navn")
    time: Span = Field(alias="tid")
    sort: Annotated[kinds.Sort, _one_of(kinds.Sort)] = Field(alias="slag")
    resting: Rests = Field((), alias="hvile")
    passive_because: Words | None = Field(None, alias="passiv fordi")
    breaks: Breaks | None = Field(None, alias="pauser")
    skills: Names = Field((), alias="kompetanse")


class NeedRow(Days):
    kind: Code = Field(alias="vakt")
    count: Count = Field(alias="antall")
    up_to: Count | None = Field(None, alias="inntil")
    skills: SkillNeeds = Field((), alias="kompetanse")
    red: Yes = Field(False, alias="røde dager")
    charged: Yes = Field(True, alias="på vedtaket")


class ChangeRow(Days):
    datoer: Dates
    sort: Annotated[ChangeSort, _one_of(ChangeSort)] = Field(alias="gjelder")
    kind: Code | None = Field(None, alias="vakt")
    count: Count | None = Field(None, alias="antall")
    up_to: Count | None = Field(None, alias="inntil")
    skills: SkillNeeds = Field((), alias="kompetanse")
    note: Words = Field("", alias="hvorfor")


class EventRow(Days):
    id: Id
    name: Words = Field(alias="navn")
    sort: Annotated[kinds.EventSort, _one_of(kinds.EventSort)] = Field(alias="slag")
    time: Span = Field(alias="tid")
    who: Who = Field(alias="hvem")
    mentor: Id | None = Field(None, alias="fadder")
    kind: Code | None = Field(None, alias="vakt")
    charged: Yes = Field(alias="teller mot vedtaket")


class AssistantRow(Placed):
    id: Id
    alias: Words
    position: Annotated[kinds.Position, _one_of(kinds.Position)] = Field(alias="stilling")
    percent: Percent = Field(alias="prosent")
    full_time_week: Minutes | None = Field(None, alias="heltidsuke")
    wants_up_to: Percent | None = Field(None, alias="ønsker inntil")
    employed_from: Day | None = Field(None, alias="ansatt fra")
    employed_to: Day | None = Field(None, alias="ansatt til")
    may_work_from: Day | None = Field(None, alias="kan gå vakt fra")
    born: Annotated[date | int, _read(times.birth)] | None = Field(None, alias="født")
    skills: HeldSkills = Field((), alias="kompetanse")
    weekends: Annotated[WeekendRhythm, _read(numbers.rhythm)] | None = Field(None, alias="helgerytme")
    most_nights: Annotated[Ceiling, _read(numbers.ceiling)] | None = Field(None, alias="høyst netter")
    most_weekends: Annotated[Ceiling, _read(numbers.ceiling)] | None = Field(None, alias="høyst helger")
    most_minutes: Annotated[Ceiling, _read(numbers.minutes_ceiling)] | None = Field(None, alias="høyst timer")
    alone_after: Count = Field(0, alias="alene etter")


class AvailabilityRow(Days):
    who: Id = Field(alias="hvem")
    sort: Annotated[Absence, _one_of(Absence)] = Field(alias="gjelder")
    time: Span | None = Field(None, alias="tid")
    kind: Code | None = Field(None, alias="vakt")
    where: Annotated[kinds.Elsewhere, _one_of(kinds.Elsewhere)] | None = Field(None, alias="hvor")


class AgreementRow(Placed):
    id: Id
    paragraph: Annotated[str, _read(pieces.paragraph)] = Field(alias="paragraf")
    party: Annotated[kinds.Party, _one_of(kinds.Party)] = Field(alias="part")
    covers: Who = Field(("alle",), alias="gjelder")
    day_h: HoursNumber | None = Field(None, alias="timer per dag")
    week_h: HoursNumber | None = Field(None, alias="timer per uke")
    single_week_h: HoursNumber | None = Field(None, alias="timer i enkeltuke")
    daily_rest_h: HoursNumber | None = Field(None, alias="daglig hvile")
    weekly_rest_h: HoursNumber | None = Field(None, alias="ukentlig hvile")
    below_floor: Yes | None = Field(None, alias="hvile under grensen")
    overtime_7d_h: HoursNumber | None = Field(None, alias="overtid per uke")
    overtime_4w_h: HoursNumber | None = Field(None, alias="overtid per 4 uker")
    overtime_52w_h: HoursNumber | None = Field(None, alias="overtid per år")
    total_day_h: HoursNumber | None = Field(None, alias="samlet per dag")
    night_from: Clock | None = Field(None, alias="natt fra")
    night_to: Clock | None = Field(None, alias="natt til")
    night_day_h: HoursNumber | None = Field(None, alias="timer per natt")
    majority_bound: Yes | None = Field(None, alias="flertallet er bundet")
    averaging_weeks: Positive | None = Field(None, alias="snitt uker")
    signed: Annotated[date | None, _read(pieces.signed)] = Field(alias="signert")
    use_unsigned: Yes = Field(False, alias="bruk før signering")
    valid_from: Day | None = Field(None, alias="gyldig fra")
    valid_to: Day | None = Field(None, alias="gyldig til")
    notice: Words | None = Field(None, alias="oppsigelse")
    compensating_rest: Yes | None = Field(None, alias="kompenserende hvile")
    document: Words | None = Field(None, alias="dokument")


class WishRow(Days):
    who: Id = Field(alias="hvem")
    sort: Annotated[kinds.WishSort, _one_of(kinds.WishSort)] = Field(alias="ønske")
    worth: Annotated[kinds.Worth, _one_of(kinds.Worth)] = Field(alias="vekt")
    kind: Code | None = Field(None, alias="vakt")
    number: Positive | None = Field(None, alias="antall")
    other: Id | None = Field(None, alias="med")


class PastRow(Placed):
    who: Id = Field(alias="hvem")
    day: Day = Field(alias="dato")
    kind: Code | None = Field(None, alias="vakt")
    time: Span | None = Field(None, alias="tid")


class BalanceRow(Placed):
    who: Id = Field(alias="hvem")
    averaging_minutes: Minutes | None = Field(None, alias="timer i snittperioden")
    averaging_weeks: Count | None = Field(None, alias="uker i snittperioden")
    sundays_worked: Count | None = Field(None, alias="søndager arbeidet")
    sundays_of: Count | None = Field(None, alias="søndager av")
    sunday_run: Count | None = Field(None, alias="søndager på rad")
    nights: Count = Field(0, alias="netter")
    evenings: Count = Field(0, alias="kvelder")
    weekends: Count = Field(0, alias="helger")
    red_days: Count = Field(0, alias="røde dager")
    overtime_4_weeks: Minutes | None = Field(None, alias="overtid 4 uker")
    overtime_52_weeks: Minutes | None = Field(None, alias="overtid 52 uker")
    saldo: SignedMinutes = 0
