"""What the command answers the shell (interfaces.md, Commands)."""

from enum import IntEnum


class Exit(IntEnum):
    FINE = 0
    FINDINGS = 1
    FAULTS = 2
    IMPOSSIBLE = 3
    OUT_OF_TIME = 4
    STOPPED = 130
