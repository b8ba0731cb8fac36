"""The commands for when something changes: who can come, who was asked, and the new version."""

import typer

from roster.cli.change_options import AskMessage, Instead, ShiftAsked
from roster.cli.options import Json, Plain, Quiet, RosterFile
from roster.cli.program import command
from roster.cli.voice import Voice


@command("who")
def who(
    roster: RosterFile,
    shift: ShiftAsked,
    instead: Instead = None,
    message: AskMessage = None,
    json: Json = False,
    quiet: Quiet = False,
    plain: Plain = False,
) -> None:
    from roster.cli.who import run  # noqa: PLC0415 - see roster/cli/program.py

    raise typer.Exit(run(roster, shift, instead, message, Voice(json=json, quiet=quiet, plain=plain)))
