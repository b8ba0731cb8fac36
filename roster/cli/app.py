"""The whole program: all its commands, and how it starts and ends."""

import gc
import io
import sys
from collections.abc import Callable, Sequence
from functools import cache

from typer.main import get_command

from roster.cli import (
    change_commands,
    course_commands,
    hours_commands,
    money_commands,
    plan_commands,
    staff_commands,
    worked_commands,
    year_commands,
)
from roster.cli.answers import fault_json
from roster.cli.exits import Exit
from roster.cli.norwegian import Misused
from roster.cli.program import app
from roster.cli.voice import Voice
from roster.reading.faults import Fault
from roster.wording import help as words

COMMANDS = (
    plan_commands,
    staff_commands,
    change_commands,
    year_commands,
    hours_commands,
    worked_commands,
    money_commands,
    course_commands,
)
"""Each adds its commands when it is loaded."""

LOOK_FOR_RUBBISH = 500_000
"""Objects made before it is looked for: what a short run loads and reads stays, and looking takes a sixth of it."""


@cache
def _program() -> Callable[..., int | None]:
    """All the commands put together: once for each process, however many it runs."""
    return get_command(app)


def main(argv: Sequence[str] | None = None) -> None:
    """Run the command typed (``argv``, else the process's own) and end with its exit code."""
    gc.set_threshold(LOOK_FOR_RUBBISH)
    for stream in (sys.stdout, sys.stderr):
        # Redirected on Windows a stream takes the old code pages, which lack some of the signs we write.
        if isinstance(stream, io.TextIOWrapper) and not stream.isatty():
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        code = _program()(args=argv, prog_name="roster", standalone_mode=False)
    except Misused as misused:
        voice = Voice(json="--json" in (sys.argv[1:] if argv is None else argv))
        way_out = words.see_help(misused.command)
        voice.answer({"status": "faults", "faults": [fault_json(Fault("", "", misused.message, way_out))]})
        if not voice.json:
            print(misused.message, way_out, sep="\n", file=sys.stderr)
        code = Exit.FAULTS
    sys.exit(code or Exit.FINE)
