"""The command line: what is typed, what is printed, and nothing of how a roster is made."""

import sys
from collections.abc import Sequence

from roster.cli.exits import Exit

__all__ = ["main"]


def main(argv: Sequence[str] | None = None) -> None:
    """Run the command typed (``argv``, else the process's own) and end with its exit code.

    The program loads and puts its commands together here, so that a Ctrl-C meanwhile ends it as quietly as later.
    """
    try:
        from roster.cli.app import main as run  # noqa: PLC0415

        run(argv)
    except KeyboardInterrupt:
        sys.exit(Exit.STOPPED)
