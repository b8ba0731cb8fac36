"""The shape of a brief: which fields each part has, and which must be there."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from roster.domain import kinds
from roster.domain.assistant import Ceiling, WeekendRhythm
from roster.domain.days import ALL_WEEKDAYS
from roster.domain.leave import WHOLE
from roster.domain.rates import Amount, PayKind
from roster.domain.settings import Cut
from roster.reading import daywords, money, numbers, pieces, times
from roster.reading.choices import choice
from roster.reading.fields import (
    ALL_WEEKS,
    Breaks,
    Clock,
    Code,
    Count,
    Dates,
    Day,
    HeldSkills,
    HoursNumber,
    Id,
    Minutes,
    Names,
    OfAnHour,
    People,
    Percent,
    Positive,
    Rests,
    SignedMinutes,
    SkillNeeds,
    Span,
    Weekdays,
    Weekly,
    Weeks,
    Who,
    Words,
    Yes,
    each,
    one_of,
    read,
)
from roster.wording.brief_choices import Absence, ChangeSort


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
    employer: Annotated[kinds.Employer, one_of(kinds.Employer)] = Field(alias="arbeidsgiver")
    tariff: Annotated[kinds.Tariff, one_of(kinds.Tariff)] = Field(alias="tariffavtale")
    elected_reps: Yes = Field(alias="tillitsvalgte")


class PeriodRow(Placed):
    start: Day
    weeks: Positive | None = Field(None, alias="uker")
    form: Annotated[kinds.Form, one_of(kinds.Form)]
    lines: Annotated[kinds.Lines, one_of(kinds.Lines)] = Field(kinds.Lines.OWN, alias="linjer")
    week_cut: Annotated[tuple[int, int], read(daywords.week_cut)] = Field((0, 0), alias="uka starter")
    day_cut: Clock = Field(0, alias="døgnet starter")
    red_days: Annotated[kinds.RedAs, one_of(kinds.RedAs)] = Field(alias="røde dager")
    rollout_weeks: Positive = Field(26, alias="utrulling uker")
    end: Day | None = Field(None, alias="slutt")
    discussed: Day | None = Field(None, alias="drøftet")


class SettingsRow(Placed):
    split_days: Count = Field(0, alias="delt dagsverk per uke")
    resting_paid: OfAnHour | None = Field(None, alias="betalte minutter per hvilende time")
    resting_granted: OfAnHour | None = Field(None, alias="vedtaksminutter per hvilende time")
    eve_of_may: Clock | None = Field(None, alias="kvelden før 1. og 17. mai fra")
    year_52_weeks: Yes = Field(False, alias="vedtaksår er 52 uker")
    stricter_readings: Yes = Field(False, alias="strengere lesninger")
    cuts: Annotated[tuple[Cut, ...], each(daywords.dated_cut)] = Field((), alias="ukeskiller")
    standby_parts: Count = Field(0, alias="beredskapstimer per arbeidstime")
    meetings: Yes = Field(False, alias="møter på vedtaket")
    training: Yes = Field(False, alias="opplæring på vedtaket")
    overlap: Yes = Field(True, alias="overlapp på vedtaket")
    travel: Yes = Field(True, alias="reise på vedtaket")
    sick: Yes = Field(False, alias="sykefravær på vedtaket")
    cancelled: Yes = Field(True, alias="avlyste vakter på vedtaket")
    spread_by_need: Yes = Field(False, alias="fordel timene etter behovet")
    calendar_text: Annotated[str, read(pieces.calendar_text)] = Field("Vakt <kode>", alias="kalendertekst")
    off_red_day: Yes | None = Field(None, alias="helgedagsfri")
    off_supplement: Yes | None = Field(None, alias="godtgjøringsfri")
    off_replaced: Yes | None = Field(None, alias="erstatningsfridag")
    sick_credit: Annotated[kinds.SickCredit, one_of(kinds.SickCredit)] = Field(
        kinds.SickCredit.PLANNED, alias="sykefravær godskrives"
    )
    plus_settled: Annotated[kinds.PlusSettled, one_of(kinds.PlusSettled)] = Field(
        kinds.PlusSettled.PAID, alias="pluss ved oppgjør"
    )
    minus_settled: Annotated[kinds.MinusSettled, one_of(kinds.MinusSettled)] = Field(
        kinds.MinusSettled.FORGIVEN, alias="minus ved oppgjør"
    )


class VedtakRow(Placed):
    id: Id
    first: Day = Field(alias="fra")
    last: Day = Field(alias="til")
    per_week: Minutes | None = Field(None, alias="timer per uke")
    per_year: Minutes | None = Field(None, alias="timer per år")
    used: Minutes = Field(0, alias="brukt")
    through: Day | None = Field(None, alias="ført til og med")
    covers: Annotated[tuple[kinds.Covers, ...], each(lambda text: choice(kinds.Covers, text))] = Field(
        (), alias="dekker"
    )
    purpose: Annotated[kinds.Purpose, one_of(kinds.Purpose)] = Field(kinds.Purpose.ALL, alias="gjelder")


class VedtakRule(Placed):
    when_short: Annotated[kinds.WhenShort, one_of(kinds.WhenShort)] = Field(
        kinds.WhenShort.STOP, alias="når timene ikke rekker"
    )


class KindRow(Placed):
    code: Code = Field(alias="kode")
    name: Words = Field(alias="navn")
    time: Span = Field(alias="tid")
    sort: Annotated[kinds.Sort, one_of(kinds.Sort)] = Field(alias="slag")
    resting: Rests = Field((), alias="hvile")
    passive_because: Words | None = Field(None, alias="passiv fordi")
    breaks: Breaks | None = Field(None, alias="pauser")
    skills: Names = Field((), alias="kompetanse")
    strain: Yes = Field(False, alias="belastende")


class NeedRow(Days):
    kind: Code = Field(alias="vakt")
    count: People = Field(alias="antall")
    up_to: People | None = Field(None, alias="inntil")
    skills: SkillNeeds = Field((), alias="kompetanse")
    red: Yes = Field(False, alias="røde dager")
    charged: Yes = Field(True, alias="på vedtaket")
    line: Id | None = Field(None, alias="vedtakslinje")
    among: Names = Field((), alias="bare i")
    outside: Names = Field((), alias="ikke i")


class ChangeRow(Days):
    datoer: Dates
    sort: Annotated[ChangeSort, one_of(ChangeSort)] = Field(alias="gjelder")
    kind: Code | None = Field(None, alias="vakt")
    count: People | None = Field(None, alias="antall")
    up_to: People | None = Field(None, alias="inntil")
    skills: SkillNeeds = Field((), alias="kompetanse")
    note: Words = Field("", alias="hvorfor")


class CalendarRow(Placed):
    sort: Words | None = Field(None, alias="slag")
    dates: Dates | None = Field(None, alias="datoer")
    file: Words | None = Field(None, alias="fil")
    time: Span | None = Field(None, alias="tid")
    percent: Count | None = Field(None, alias="prosent")
    why: Words = Field("", alias="hvorfor")


class EventRow(Days):
    id: Id
    name: Words = Field(alias="navn")
    sort: Annotated[kinds.EventSort, one_of(kinds.EventSort)] = Field(alias="slag")
    time: Span = Field(alias="tid")
    who: Who = Field(alias="hvem")
    mentor: Id | None = Field(None, alias="fadder")
    kind: Code | None = Field(None, alias="vakt")
    charged: Yes | None = Field(None, alias="teller mot vedtaket")


class AssistantRow(Placed):
    id: Id
    alias: Words
    position: Annotated[kinds.Position, one_of(kinds.Position)] = Field(alias="stilling")
    percent: Percent = Field(alias="prosent")
    full_time_week: Minutes | None = Field(None, alias="heltidsuke")
    wants_up_to: Percent | None = Field(None, alias="ønsker inntil")
    employed_from: Day | None = Field(None, alias="ansatt fra")
    employed_to: Day | None = Field(None, alias="ansatt til")
    may_work_from: Day | None = Field(None, alias="kan gå vakt fra")
    born: Annotated[date | int, read(times.birth)] | None = Field(None, alias="født")
    skills: HeldSkills = Field((), alias="kompetanse")
    weekends: Annotated[WeekendRhythm, read(numbers.rhythm)] | None = Field(None, alias="helgerytme")
    most_nights: Annotated[Ceiling, read(numbers.ceiling)] | None = Field(None, alias="høyst netter")
    most_weekends: Annotated[Ceiling, read(numbers.ceiling)] | None = Field(None, alias="høyst helger")
    most_minutes: Annotated[Ceiling, read(numbers.minutes_ceiling)] | None = Field(None, alias="høyst timer")
    alone_after: Count = Field(0, alias="alene etter")
    temporary_because: Words | None = Field(None, alias="midlertidig fordi")


class AvailabilityRow(Days):
    who: Id = Field(alias="hvem")
    sort: Annotated[Absence, one_of(Absence)] = Field(alias="gjelder")
    time: Span | None = Field(None, alias="tid")
    kind: Code | None = Field(None, alias="vakt")
    where: Annotated[kinds.Elsewhere, one_of(kinds.Elsewhere)] | None = Field(None, alias="hvor")


class LeaveRow(Placed):
    who: Id = Field(alias="hvem")
    dates: Dates = Field(alias="datoer")
    percent: Percent = Field(WHOLE, alias="grad")
    sort: Annotated[kinds.LeaveSort, one_of(kinds.LeaveSort)] = Field(kinds.LeaveSort.SICK, alias="gjelder")
    covered_by: Who = Field((), alias="dekkes av")
    consent: Yes = Field(False, alias="samtykke")


class AgreementRow(Placed):
    id: Id
    paragraph: Annotated[str, read(pieces.paragraph)] = Field(alias="paragraf")
    party: Annotated[kinds.Party, one_of(kinds.Party)] = Field(alias="part")
    covers: Who = Field(("alle",), alias="gjelder")
    day_h: HoursNumber | None = Field(None, alias="timer per dag")
    week_h: HoursNumber | None = Field(None, alias="timer per uke")
    single_week_h: HoursNumber | None = Field(None, alias="timer i enkeltuke")
    daily_rest_h: HoursNumber | None = Field(None, alias="daglig hvile")
    weekly_rest_h: HoursNumber | None = Field(None, alias="ukentlig hvile")
    below_floor: Yes | None = Field(None, alias="hvile under grensen")
    other_protection: Yes | None = Field(None, alias="annet vern")
    overtime_7d_h: HoursNumber | None = Field(None, alias="overtid per uke")
    overtime_4w_h: HoursNumber | None = Field(None, alias="overtid per 4 uker")
    overtime_52w_h: HoursNumber | None = Field(None, alias="overtid per år")
    overtime_26w_h: HoursNumber | None = Field(None, alias="overtid per 26 uker")
    total_day_h: HoursNumber | None = Field(None, alias="samlet per dag")
    night_from: Clock | None = Field(None, alias="natt fra")
    night_to: Clock | None = Field(None, alias="natt til")
    night_day_h: HoursNumber | None = Field(None, alias="timer per natt")
    majority_bound: Yes | None = Field(None, alias="flertallet er bundet")
    averaging_weeks: Weekly | None = Field(None, alias="snitt uker")
    signed: Annotated[date | None, read(pieces.signed)] = Field(alias="signert")
    use_unsigned: Yes = Field(False, alias="bruk før signering")
    valid_from: Day | None = Field(None, alias="gyldig fra")
    valid_to: Day | None = Field(None, alias="gyldig til")
    notice: Words | None = Field(None, alias="oppsigelse")
    compensating_rest: Yes | None = Field(None, alias="kompenserende hvile")
    document: Words | None = Field(None, alias="dokument")


class WishRow(Days):
    who: Id = Field(alias="hvem")
    sort: Annotated[kinds.WishSort, one_of(kinds.WishSort)] = Field(alias="ønske")
    worth: Annotated[kinds.Worth, one_of(kinds.Worth)] = Field(alias="vekt")
    kind: Code | None = Field(None, alias="vakt")
    number: Positive | None = Field(None, alias="antall")
    other: Id | None = Field(None, alias="med")


OnTop = Annotated[Amount, read(money.added)]


class RatesRow(Placed):
    first: Day = Field(alias="fra")
    last: Day | None = Field(None, alias="til")
    tariff: Annotated[kinds.Tariff, one_of(kinds.Tariff)] | None = Field(None, alias="tariffavtale")
    covers: Who = Field(("alle",), alias="gjelder")
    hourly: Annotated[Decimal, read(money.kroner)] = Field(alias="timelønn")
    evening_night: OnTop | None = Field(None, alias="kveld og natt")
    weekend: OnTop | None = Field(None, alias="lørdag og søndag")
    holiday: OnTop | None = Field(None, alias="helligdag")
    extra: OnTop | None = Field(None, alias="merarbeid")
    overtime_50: OnTop | None = Field(None, alias="overtid 50")
    overtime_100: OnTop | None = Field(None, alias="overtid 100")
    on_top: Annotated[Decimal, read(money.on_top)] | None = Field(None, alias="påslag")
    evening: Span | None = Field(None, alias="kveldstid")
    source: Words = Field("", alias="kilde")


class WageTypeRow(Placed):
    kind: Annotated[PayKind, one_of(PayKind)] = Field(alias="slag")
    position: Annotated[kinds.Position, one_of(kinds.Position)] | None = Field(None, alias="stilling")
    code: Annotated[str, read(money.wage_code)] = Field(alias="lønnsart")
    name: Words = Field("", alias="navn")


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
