"""Turnus planning for brukerstyrt personlig assistanse (BPA)."""

__version__ = "0.1.0"
