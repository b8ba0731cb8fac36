"""The arguments and options of the commands for when something changes."""

from pathlib import Path
from typing import Annotated, TypeAlias

from roster.cli.options import _option

Instead: TypeAlias = Annotated[str | None, _option("--instead", "instead")]
AskMessage: TypeAlias = Annotated[Path | None, _option("--message", "ask_message")]
ShiftAsked: TypeAlias = Annotated[str, _option("--shift", "shift_asked")]
