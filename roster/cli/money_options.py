"""The arguments and options of the commands that speak of money."""

import re
from datetime import date
from pathlib import Path
from typing import Annotated, Any, TypeAlias

import typer

from roster.cli.options import _argument, _number, _option, _switch
from roster.wording.help_money import not_a_month

_MONTH = re.compile(r"(20\d{2}|21\d{2})-(0[1-9]|1[0-2])")


def _month(value: Any) -> date:
    """The first day of the month."""
    if isinstance(value, date):
        return value
    if found := _MONTH.fullmatch(str(value).strip()):
        return date(int(found[1]), int(found[2]), 1)
    from roster.cli import clock  # noqa: PLC0415 - see roster/cli/program.py
    from roster.reading.said_days import said_month  # noqa: PLC0415

    month = said_month(str(value), clock.today())
    if month is None:
        raise typer.BadParameter(not_a_month(str(value)))
    return month


CostedPaths: TypeAlias = Annotated[list[Path], _argument("costed")]
PayrollOf: TypeAlias = Annotated[Path, _argument("payroll_of")]
MoneyFile: TypeAlias = Annotated[Path | None, _option("--rates", "rates")]
MoneyBrief: TypeAlias = Annotated[Path | None, _option("--brief", "money_brief")]
Month: TypeAlias = Annotated[date, _option("--month", "month", parser=_month)]
Correction: TypeAlias = Annotated[
    int | None,
    _option("--correction", "payroll_correction", parser=_number(int, lambda number: 0 <= number <= 999, "1")),
]
WholeMonth: TypeAlias = Annotated[bool, _switch("--whole", "payroll_whole")]
PayrollOut: TypeAlias = Annotated[Path, _option("--out", "payroll_out")]
