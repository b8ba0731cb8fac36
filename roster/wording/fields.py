"""What a part of a file for people consists of: its fields, each with its help and an example."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Field:
    """A key in YAML and a heading in the workbook; ``example`` is a valid value, ``choices`` all there are."""

    key: str
    help: str
    example: str = ""
    choices: tuple[str, ...] = ()
    needed: bool = False


@dataclass(frozen=True)
class Part:
    """A part of the brief. ``sheet`` is empty where its fields stand as lines of the sheet for what is said once."""

    key: str
    sheet: str
    help: str
    fields: tuple[Field, ...]
    needed: bool = False
