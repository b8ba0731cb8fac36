"""The arguments and options of the commands for red days, vacation and other weeks of the year."""

from datetime import date
from pathlib import Path
from typing import Annotated, TypeAlias

from roster.cli.options import _argument, _day, _number, _option, _switch

FromDay: TypeAlias = Annotated[date | None, _option("--from", "weeks_from", parser=_day)]
ToDay: TypeAlias = Annotated[date | None, _option("--to", "weeks_to", parser=_day)]
LastDay: TypeAlias = Annotated[date | None, _option("--to", "fair_last", parser=_day)]
FairSvg: TypeAlias = Annotated[Path | None, _option("--svg", "fair_svg")]
FairXlsx: TypeAlias = Annotated[Path | None, _option("--xlsx", "fair_xlsx")]
BalancesFile: TypeAlias = Annotated[Path | None, _option("--balances", "fair_balances")]
Away: TypeAlias = Annotated[
    int | None, _option("--away", "vacation_away", parser=_number(int, lambda number: 1 <= number <= 99, "2"))
]
ReplaceAgreed: TypeAlias = Annotated[bool, _switch("--replace", "vacation_replace")]
SpecialRoster: TypeAlias = Annotated[Path | None, _argument("roster")]
NeedFile: TypeAlias = Annotated[Path | None, _option("--weeks", "special_weeks")]
NewSpecial: TypeAlias = Annotated[Path | None, _option("--new", "new_special")]
SpecialTemplate: TypeAlias = Annotated[str, _option("--template", "special_template")]
WishFile: TypeAlias = Annotated[Path | None, _option("--wishes", "vacation_wishes")]
"""The wishes for vacation."""
