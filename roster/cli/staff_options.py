"""The arguments and options of ``roster staff``."""

from decimal import Decimal
from pathlib import Path
from typing import Annotated, TypeAlias

from roster.cli.options import _argument, _few, _number, _option, _seconds, _switch

_people = _number(int, lambda number: 1 <= number <= 80, "5")
_rhythm = _number(int, lambda number: 2 <= number <= 12, "3")
_size = _number(Decimal, lambda number: number.is_finite() and 0 < number <= 100, "40")
_rate = _number(Decimal, lambda number: number.is_finite() and 0 <= number < 100, "7")

StaffBrief: TypeAlias = Annotated[Path, _argument("staff_brief")]
Proposals: TypeAlias = Annotated[int, _option("--proposals", "proposals", parser=_few)]
Fewest: TypeAlias = Annotated[int | None, _option("--fewest", "fewest", parser=_people)]
Most: TypeAlias = Annotated[int | None, _option("--most", "most", parser=_people)]
Smallest: TypeAlias = Annotated[Decimal | None, _option("--smallest", "smallest", parser=_size)]
Weekends: TypeAlias = Annotated[int | None, _option("--weekends", "weekends", parser=_rhythm)]
Keep: TypeAlias = Annotated[list[str] | None, _option("--keep", "keep")]
Sick: TypeAlias = Annotated[Decimal | None, _option("--sick", "sick", parser=_rate)]
Save: TypeAlias = Annotated[tuple[str, Path] | None, _option("--save", "save")]
WhatIf: TypeAlias = Annotated[list[str] | None, _option("--what-if", "what_if")]
OfPeople: TypeAlias = Annotated[bool, _switch("--people", "of_people")]
WorkedSheets: TypeAlias = Annotated[list[Path] | None, _option("--timesheet", "worked_sheets")]
StaffSeconds: TypeAlias = Annotated[float, _option("--seconds", "staff_seconds", parser=_seconds)]
