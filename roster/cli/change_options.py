"""The arguments and options of the commands for when something changes."""

from pathlib import Path
from typing import Annotated, TypeAlias

from roster.cli.options import _option, _seconds

Instead: TypeAlias = Annotated[str | None, _option("--instead", "instead")]
AskMessage: TypeAlias = Annotated[Path | None, _option("--message", "ask_message")]
ShiftAsked: TypeAlias = Annotated[str, _option("--shift", "shift_asked")]
Sick: TypeAlias = Annotated[tuple[str, str] | None, _option("--sick", "sick")]
Well: TypeAlias = Annotated[tuple[str, str] | None, _option("--well", "well")]
Swap: TypeAlias = Annotated[tuple[str, str] | None, _option("--swap", "swap")]
Give: TypeAlias = Annotated[tuple[str, str] | None, _option("--give", "give")]
Away: TypeAlias = Annotated[str | None, _option("--away", "away")]
Left: TypeAlias = Annotated[tuple[str, str] | None, _option("--left", "left")]
NewPerson: TypeAlias = Annotated[str | None, _option("--new", "new_person")]
NewNeed: TypeAlias = Annotated[str | None, _option("--need", "new_need")]
ChangeSeconds: TypeAlias = Annotated[float, _option("--seconds", "change_seconds", parser=_seconds)]
ShiftAnswered: TypeAlias = Annotated[str | None, _option("--shift", "shift_asked")]
Asked: TypeAlias = Annotated[str | None, _option("--asked", "asked")]
Yes: TypeAlias = Annotated[str | None, _option("--yes", "yes")]
No: TypeAlias = Annotated[str | None, _option("--no", "no")]
