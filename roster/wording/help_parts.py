"""What the help of a command consists of."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Example:
    """A command line, and what it does."""

    line: str
    does: str


@dataclass(frozen=True)
class CommandHelp:
    """``short`` stands in the list of commands, ``more`` in the command's own help."""

    short: str
    more: str
    examples: tuple[Example, ...]
