"""Where in the user's file a thing of the brief stands (``linje 12`` or ``Behov!B4``): no part of its meaning."""

from dataclasses import field


def written_at() -> str:
    """A field for the place that two things may differ in and be the same."""
    return field(default="", compare=False, kw_only=True)
