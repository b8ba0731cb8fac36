"""Values as plain JSON: whole numbers, texts, lists and objects, the same each time for the same value."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import cast

from roster.domain.clock import OSLO
from roster.domain.fingerprint import Json, canonical


def plain(value: object) -> Json:
    """The value as JSON; sets are sorted, decimals are texts, and a wall time has an offset where it needs one."""
    match value:
        case Enum():
            return plain(value.value)
        case None | bool() | int() | str():
            return value
        case Decimal():
            return str(value)
        case datetime():
            return _wall(value)
        case date():
            return value.isoformat()
        case Mapping():
            return {str(key): plain(item) for key, item in value.items()}
        case set() | frozenset():
            return sorted((plain(item) for item in value), key=canonical)
        case tuple() | list():
            return [plain(item) for item in value]
        case _ if is_dataclass(value):
            return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    raise ValueError(f"{value!r} has no place in a saved version")


def _wall(wall: datetime) -> str:
    """The second of two equal wall times of an autumn night is told apart by its offset (PEP 495)."""
    if wall.fold:
        return OSLO.aware(OSLO.minute(wall)).isoformat(timespec="minutes")
    return wall.isoformat(timespec="minutes")


def objects(value: object) -> dict[str, Json]:
    """A value whose JSON is an object."""
    return dict(cast(Mapping[str, Json], plain(value)))
