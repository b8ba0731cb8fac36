"""The arguments and options of what looks back: dates as they were known, and what was really worked."""

from datetime import date
from pathlib import Path
from typing import Annotated, TypeAlias

from roster.cli.options import _argument, _day, _option, _switch

OnDay: TypeAlias = Annotated[date | None, _option("--on", "on", parser=_day)]
KnownOn: TypeAlias = Annotated[date | None, _option("--known", "known", parser=_day)]
WorkedOf: TypeAlias = Annotated[Path, _argument("worked_of")]
Excepted: TypeAlias = Annotated[list[str] | None, _option("--except", "except")]
WorkedSheets: TypeAlias = Annotated[list[Path] | None, _option("--timesheet", "worked_sheet")]
WorkedWhy: TypeAlias = Annotated[str, _option("--because", "worked_why")]
OnlyTry: TypeAlias = Annotated[bool, _switch("--try", "try")]
SaldoThrough: TypeAlias = Annotated[date | None, _option("--through", "saldo_through", parser=_day)]
