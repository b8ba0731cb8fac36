"""The shape of a case in YAML (interfaces.md section 2), as pydantic reads it; what is not known is a fault."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from roster.domain.finding import Verdict
from roster.domain.kinds import Employer, Party, Position, Tariff


def _moment(value: object) -> object:
    """``2027-01-11 14:00`` is a text in YAML 1.2; ``24:00`` is the midnight that ends the day."""
    if not isinstance(value, str):
        return value
    if value.endswith("24:00"):
        return datetime.strptime(value, "%Y-%m-%d 24:00") + timedelta(days=1)
    return datetime.strptime(value, "%Y-%m-%d %H:%M")


def _hours(value: object) -> object:
    """Hours as a number, a time of day such as ``22:00``, or yes and no as 1 and 0."""
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, str) and ":" in value:
        hour, minute = value.split(":")
        return Decimal(int(hour) * 60 + int(minute)) / 60
    return value


def _several(value: object) -> object:
    return value if isinstance(value, list) else [value]


Moment = Annotated[datetime, BeforeValidator(_moment)]
Stretch = tuple[Moment, Moment]
Hours = Annotated[Decimal, BeforeValidator(_hours)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class AgreementRow(_Strict):
    paragraph: str
    party: Party
    id: str | None = None
    covers: list[str] | Literal["all"] | None = None
    values: dict[str, Hours] = {}
    averaging_weeks: int | None = None
    signed: date | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    notice: str | None = None
    compensating_rest: bool | None = None
    majority_bound: bool | None = None
    document: str | None = None
    use_unsigned: bool = True


class PersonRow(_Strict):
    born: date | int | None = None
    position: Position = Position.PERMANENT
    percent: Decimal | None = None
    full_time_week_h: Decimal | None = None
    wants_up_to: Decimal | None = None
    employed_from: date | None = None
    employed_to: date | None = None
    may_work_from: date | None = None


class BalanceRow(_Strict):
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


class PeriodRow(_Strict):
    start: date = Field(alias="from")
    weeks: int


class ShiftRow(_Strict):
    who: str = "P"
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


class GivenRow(_Strict):
    employer: Employer = Employer.PRIVAT
    tariff: Tariff = Tariff.NONE
    agreements: list[AgreementRow] = []
    people: dict[str, PersonRow] = {}
    settings: dict[str, object] = {}
    period: PeriodRow | None = None
    cycle_weeks: int | None = None
    history: list[ShiftRow] = []
    balances: dict[str, BalanceRow] = {}
    discussed: date | None = None
    vacation: dict[str, list[tuple[date, date]]] = {}


class RepeatRow(_Strict):
    weeks: int


class ExpectRow(_Strict):
    rule: str
    verdict: Annotated[list[Verdict], BeforeValidator(_several)]
    who: str | None = None
    measured: Decimal | None = None
    limit: Decimal | None = None
    unit: str | None = None
    only: bool = False


class CaseRow(BaseModel):
    """Unknown keys on a case are ignored, as promised."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    id: str
    given: GivenRow = GivenRow()
    shifts: list[ShiftRow] = []
    repeat: RepeatRow | None = None
    expect: list[ExpectRow] | Literal["not_covered", "input_fault"] = []
    only: bool = False
    ask: dict[str, object] | None = None
    answer: Decimal | Literal["not_covered"] | None = None
