"""Which minutes of a shift carry a supplement by the agreement: evening and night, weekend, holiday (4.2)."""

from roster.domain.clock_parts import clock_parts
from roster.domain.frame import Frame
from roster.domain.shift import Shift


def supplement(frame: Frame, shift: Shift, name: str) -> int:
    """Minutes by the clock with the supplement: ``evening_night``, ``weekend`` or ``holiday``."""
    parts = clock_parts(shift, dated=not frame.cyclic)
    match name:
        case "evening_night":
            return parts.evening + parts.night
        case "weekend":
            return parts.weekend
        case "holiday":
            return parts.red
        case _:
            raise ValueError(f"supplement: {name}")
