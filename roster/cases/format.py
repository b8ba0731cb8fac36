"""The shape of a case in YAML (interfaces.md section 2), as pydantic reads it; keys that are not known are ignored."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from roster.cases import forms
from roster.domain.finding import Verdict
from roster.domain.kinds import Employer, Party, Position, Tariff

Moment = Annotated[datetime, BeforeValidator(forms.moment)]
Day = Annotated[date | None, BeforeValidator(forms.day)]
Stretch = tuple[Moment, Moment]
Hours = Annotated[Decimal, BeforeValidator(forms.hours)]
Number = Annotated[Decimal, BeforeValidator(forms.minutes)]
Rows = BeforeValidator(forms.several)
ByName = BeforeValidator(forms.by_name)
_VERDICTS = {"i orden": "ok", "bør vurderes": "vurder", "krever avtale": "krever_avtale", "mangler": "mangel"}


def _verdicts(value: object) -> object:
    """The verdicts, also in the words of the screen."""
    said = [word for one in forms.several(value) for word in forms.words(one)]
    return [_VERDICTS.get(one, one) if isinstance(one, str) else one for one in said]


class _Row(BaseModel):
    """A row of a case; a key that stands empty is as if it were left out."""

    model_config = ConfigDict(extra="ignore", frozen=True, coerce_numbers_to_str=True, populate_by_name=True)

    @model_validator(mode="before")
    @classmethod
    def _without_what_is_empty(cls, value: Any) -> Any:
        return forms.row(value)


class AgreementRow(_Row):
    paragraph: str
    party: Party
    id: str | None = None
    covers: Annotated[list[str] | Literal["all"] | None, BeforeValidator(forms.covers)] = None
    values: dict[str, Hours] = {}
    averaging_weeks: int | None = None
    signed: Annotated[Day, BeforeValidator(forms.signed)] = None
    valid_from: Day = None
    valid_to: Day = None
    notice: str | None = None
    compensating_rest: bool | None = None
    majority_bound: bool | None = None
    document: str | None = None
    use_unsigned: bool = True


class PersonRow(_Row):
    born: int | Day = None
    position: Position = Position.PERMANENT
    percent: Decimal | None = None
    full_time_week_h: Hours | None = None
    wants_up_to: Decimal | None = None
    employed_from: Day = None
    employed_to: Day = None
    may_work_from: Day = None


class BalanceRow(_Row):
    averaging_minutes: int | None = None
    averaging_weeks: int | None = None
    sundays_worked: int | None = None
    sundays_of: int | None = None
    sunday_run: int | None = None
    nights: int = 0
    evenings: int = 0
    weekends: int = 0
    red_days: int = 0
    overtime_4_weeks: int | None = None
    overtime_52_weeks: int | None = None
    saldo: int = 0

    @model_validator(mode="before")
    @classmethod
    def _by_full_names(cls, value: Any) -> Any:
        return forms.balances(value)


class PeriodRow(_Row):
    start: Annotated[date, BeforeValidator(forms.day)] = Field(alias="from")
    weeks: int = 0
    to: Day = None


class ShiftRow(_Row):
    who: str | None = None
    start: Moment
    end: Moment
    passive: list[Stretch] = []
    essentially_passive: bool = False
    active: list[Stretch] = []
    breaks: list[tuple[Moment, Moment] | tuple[Moment, Moment, Literal["free"]]] | None = None
    work: Literal["ordinary", "overtime", "standby", "elsewhere_same", "elsewhere_other"] = "ordinary"
    travel: bool = False
    reise: bool = False
    unforeseen: bool = False
    strain: bool = False
    overtime_consent: bool = False

    @model_validator(mode="before")
    @classmethod
    def _with_whole_times(cls, value: Any) -> Any:
        return forms.whole_shift(value)


Shifts = Annotated[list[ShiftRow], BeforeValidator(forms.one_each)]


DayPair = tuple[Annotated[date, BeforeValidator(forms.day)], Annotated[date, BeforeValidator(forms.day)]]


class GivenRow(_Row):
    employer: Employer = Employer.PRIVAT
    tariff: Tariff = Tariff.NONE
    agreements: Annotated[list[AgreementRow], Rows] = []
    people: Annotated[dict[str, PersonRow], ByName] = {}
    settings: dict[str, object] = {}
    period: PeriodRow | None = None
    cycle_weeks: int | None = None
    history: Shifts = []
    balances: Annotated[dict[str, BalanceRow], ByName] = {}
    discussed: Day = None
    vacation: dict[str, Annotated[list[DayPair], BeforeValidator(forms.pairs)]] = {}


class RepeatRow(_Row):
    weeks: int = 1

    @model_validator(mode="before")
    @classmethod
    def _weeks_alone(cls, value: Any) -> Any:
        return {"weeks": value} if isinstance(value, int) else value


class ExpectRow(_Row):
    """What a rule must say; a row that names no rule says only that nothing else may fail."""

    rule: str | None = None
    verdict: Annotated[list[Verdict], BeforeValidator(_verdicts)] = []
    who: str | None = None
    measured: Number | None = None
    limit: Number | None = None
    unit: str | None = None
    only: bool = False


def _expect(value: object) -> object:
    """Words that stand for no verdict, also where they are the one thing in a list; else a list of rows."""
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], str):
        return value[0]
    return value if isinstance(value, str) else forms.one_each(value)


class CaseRow(_Row):
    id: str
    given: GivenRow = GivenRow()
    shifts: Shifts = []
    repeat: RepeatRow | None = None
    expect: Annotated[list[ExpectRow] | Literal["not_covered", "input_fault"], BeforeValidator(_expect)] = []
    only: bool = False
    ask: dict[str, object] | None = None
    answer: Annotated[Decimal | Literal["not_covered"] | None, BeforeValidator(forms.minutes)] = None
