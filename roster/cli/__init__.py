"""The command line: what is typed, what is printed, and nothing of how a roster is made."""

from roster.cli.app import main

__all__ = ["main"]
