"""The program ``roster`` that commands are added to. What a command does loads only when it runs."""

from collections.abc import Callable
from typing import Annotated, Any, TypeVar

import typer

from roster import __version__
from roster.cli.norwegian import NorwegianCommand, NorwegianGroup
from roster.wording import help as words

F = TypeVar("F", bound=Callable[..., Any])

app = typer.Typer(
    cls=NorwegianGroup,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help=f"{words.PROGRAM}\n\n{words.START}",
)


def command(name: str) -> Callable[[F], F]:
    """What makes a function the command ``name``, with the help that is written for it."""
    told = words.COMMAND_HELP[name]
    return app.command(name, cls=NorwegianCommand, help=f"{told.short}\n\n{told.more}", short_help=told.short)


def _show_version(wanted: bool) -> None:
    if wanted:
        print(f"bpa-roster {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", help=words.VERSION_OPTION, callback=_show_version, is_eager=True)
    ] = False,
) -> None:
    """Show the help when no command is given."""
    if context.invoked_subcommand is None:
        print(context.get_help())
