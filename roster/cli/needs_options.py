"""The arguments and options of ``roster needs``."""

from pathlib import Path
from typing import Annotated, TypeAlias

from roster.cli.options import _argument, _number, _option, _seconds

_kinds = _number(int, lambda number: 0 <= number <= 12, "3")

NeedsFile: TypeAlias = Annotated[Path | None, _argument("needs")]
NewNeeds: TypeAlias = Annotated[Path | None, _option("--new", "new_needs")]
NeedsTemplate: TypeAlias = Annotated[str | None, _option("--template", "needs_template")]
Kinds: TypeAlias = Annotated[int | None, _option("--kinds", "kinds", parser=_kinds)]
NeedsBrief: TypeAlias = Annotated[Path | None, _option("--brief", "needs_brief")]
NeedsOut: TypeAlias = Annotated[Path | None, _option("--out", "needs_out")]
NeedsSeconds: TypeAlias = Annotated[float, _option("--seconds", "needs_seconds", parser=_seconds)]
