"""The arguments and options of what looks back: dates as they were known, and what was really worked."""

from datetime import date
from typing import Annotated, TypeAlias

from roster.cli.options import _day, _option

OnDay: TypeAlias = Annotated[date | None, _option("--on", "on", parser=_day)]
KnownOn: TypeAlias = Annotated[date | None, _option("--known", "known", parser=_day)]
