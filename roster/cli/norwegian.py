"""typer's commands with help in Norwegian, one layout for all of them, and examples at the end."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.exceptions import TyperException

from roster.wording import help as words
from roster.wording.help_groups import COMMAND_GROUPS

_TRANSLATED = {
    "--help": words.HELP_OPTION,
    "--install-completion": words.INSTALL_COMPLETION,
    "--show-completion": words.SHOW_COMPLETION,
}


class Misused(TyperException):
    """What was typed cannot be understood; the message is a Norwegian sentence, ``command`` what it was said to."""

    exit_code = 2

    def __init__(self, message: str, command: str) -> None:
        super().__init__(message)
        self.command = command


class NorwegianCommand(TyperCommand):
    """A command whose help is laid out by ``_write_help``."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        _write_help(self, ctx, formatter)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        ctx.allow_extra_args = True
        try:
            rest = super().parse_args(ctx, args)
        except TyperException as error:
            raise _misused(error, ctx.command_path) from error
        if rest and not ctx.resilient_parsing:
            raise Misused(words.too_much(rest), ctx.command_path)
        return rest


class NorwegianGroup(TyperGroup):
    """The program itself: its commands in the order in which a user meets them."""

    def list_commands(self, ctx: Any) -> list[str]:
        return [name for names in COMMAND_GROUPS.values() for name in names]

    def format_help(self, ctx: Any, formatter: Any) -> None:
        _write_help(self, ctx, formatter)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except TyperException as error:
            raise _misused(error, ctx.command_path) from error

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        name = args[0]
        if name not in self.commands and not ctx.resilient_parsing:
            near = get_close_matches(name, self.commands)
            raise Misused(words.unknown_command(name, near), ctx.command_path)
        return super().resolve_command(ctx, args)


def _misused(error: TyperException, command: str) -> Misused:
    """The same fault in Norwegian; typer tells its kinds apart by what they carry."""
    option, param = getattr(error, "option_name", None), getattr(error, "param", None)
    if option is not None and hasattr(error, "possibilities"):
        text = words.unknown_option(option, sorted(error.possibilities or ()))
    elif option is not None:
        text = words.needs_value(option)
    elif param is not None and not error.message:
        text = words.missing(_name(param))
    elif isinstance(error, typer.BadParameter) and param is not None:
        text = words.bad_value(_name(param), error.message)
    else:
        text = words.not_understood()
    return Misused(text, command)


def _name(param: Any) -> str:
    """What the user knows the parameter by."""
    return str(param.metavar if param.param_type_name == "argument" else param.opts[0])


# -- help -------------------------------------------------------------------------------------------


def _write_help(command: Any, ctx: Any, formatter: Any) -> None:
    params = [param for param in command.get_params(ctx) if not param.hidden]
    arguments = [param for param in params if param.param_type_name == "argument"]
    options = [param for param in params if param.param_type_name == "option"]
    usage = [words.OPTIONS_WORD, *(_name(param) for param in arguments)]
    commands = getattr(command, "commands", {})
    if commands:
        usage.append(words.COMMAND_WORD)
    formatter.write_usage(ctx.command_path, " ".join(usage), prefix=words.USAGE)
    for paragraph in (command.help or "").split("\n\n"):
        formatter.write_paragraph()
        formatter.write_text(paragraph)
    for title, names in COMMAND_GROUPS.items() if commands else ():
        _write_list(formatter, title, [(name, commands[name].short_help) for name in names])
    _write_list(formatter, words.ARGUMENTS, [(_name(param), param.help) for param in arguments])
    _write_list(formatter, words.OPTIONS, [(_spelt(param), _explained(param)) for param in options])
    known = words.COMMAND_HELP.get(command.name or "")
    if known:
        with formatter.section(words.EXAMPLES):
            for example in known.examples:
                formatter.write(f"  {example.line}\n      {example.does}\n")


def _write_list(formatter: Any, title: str, rows: Sequence[tuple[str, str]]) -> None:
    if rows:
        with formatter.section(title):
            formatter.write_dl(rows)


def _spelt(param: Any) -> str:
    spelt = ", ".join([*param.opts, *param.secondary_opts])
    return f"{spelt} {param.metavar}" if param.metavar else spelt


def _explained(param: Any) -> str:
    text = _TRANSLATED.get(param.opts[0]) or param.help or ""
    if param.metavar and param.default not in (None, ""):
        default = words.HERE if str(param.default) == "." else param.default
        text = f"{text} {words.DEFAULT.format(default)}"
    return text
