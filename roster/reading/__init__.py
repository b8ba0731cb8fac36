"""Reads a turnusgrunnlag from YAML or Excel: the brief, or every fault at once with its place and the way out."""

from roster.reading.faults import Fault, Faults
from roster.reading.read import Read, read_brief

__all__ = ["Fault", "Faults", "Read", "read_brief"]
