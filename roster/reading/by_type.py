"""JSON back to the values that it was written from, by their types: ``exports.plain`` the other way.

What our own values are made of is known here, and nothing else. What people write is read by ``schema``, which tells
them in words what is wrong; it is slow to load, and what the program wrote itself is read without it.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeAlias, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Misfit:
    """A value that its type cannot hold, and where it stands, with dots between; None where one is missing."""

    place: str
    value: object


Reader: TypeAlias = Callable[[object, str, list[Misfit]], Any]
"""What a value is at that place; one that cannot be that is added to the misfits, and None comes back."""


class Misfits(ValueError):  # noqa: N818 - what is raised is what was found, as with ``Faults``
    """All values that do not fit."""

    def __init__(self, misfits: list[Misfit]) -> None:
        super().__init__(misfits)
        self.misfits = tuple(misfits)


def read_as(kind: type[T], value: object) -> T:
    """The value of that type; fields that it does not have are ``passed_over``. Raises ``Misfits``."""
    misfits: list[Misfit] = []
    whole: Any = kind
    read: T = _reader(whole)(value, "", misfits)
    if misfits:
        raise Misfits(misfits)
    return read


def passed_over(read: object, said: object, place: str = "") -> Iterator[str]:
    """The places of fields that stand in what was said, and that what was read of it does not have."""
    if is_dataclass(read) and isinstance(said, dict):
        known = {one.name for one in fields(read)}
        yield from (_at(place, name) for name in said if name not in known)
        for name in sorted(known & said.keys()):
            yield from passed_over(getattr(read, name), said[name], _at(place, name))
    elif isinstance(read, tuple) and isinstance(said, list):
        for number, pair in enumerate(zip(read, said, strict=True)):
            yield from passed_over(*pair, _at(place, number))


@cache
def _reader(kind: Any) -> Reader:
    parts = get_args(kind)
    match get_origin(kind):
        case origin if origin is Union or origin is UnionType:
            return _one_of(tuple(_reader(one) for one in parts if one is not NoneType), NoneType in parts)
        case origin if origin is tuple and parts[-1] is not Ellipsis:
            return _row(tuple(map(_reader, parts)))
        case origin if origin in (tuple, frozenset):
            return _many(origin, _reader(parts[0]))
        case origin if origin in (Mapping, dict):
            return _by_name(_reader(parts[1]))
    if is_dataclass(kind):
        return _whole(kind)
    return _single(_SINGLE.get(kind) or kind)


def _single(made: Callable[[Any], object]) -> Reader:
    def read(value: object, place: str, misfits: list[Misfit]) -> object:
        try:
            return made(value)
        except (ValueError, TypeError, OverflowError, InvalidOperation):
            misfits.append(Misfit(place, value))
            return None

    return read


def _of_type(kind: type[T]) -> Callable[[object], T]:
    """The very type: True is no number."""

    def same(value: object) -> T:
        if type(value) is not kind:
            raise TypeError(f"{value!r} is no {kind.__name__}")
        return value

    return same


_MOST_DIGITS = 12
"""More than any hours, percent or kroner have; one of a million digits takes all time there is."""


def _decimal(value: object) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise TypeError(f"{value!r} is no decimal number")
    number = Decimal(value)
    if not number.is_finite() or abs(number.adjusted()) > _MOST_DIGITS:
        raise ValueError(f"{value} is no number to reckon with")
    return number


_SINGLE: Mapping[type, Callable[[Any], object]] = {
    str: _of_type(str),
    int: _of_type(int),
    bool: _of_type(bool),
    date: date.fromisoformat,
    datetime: datetime.fromisoformat,
    Decimal: _decimal,
}
"""What is made of a value that has no parts; any other type is an ``Enum``, which is asked by its value."""


def _one_of(readers: tuple[Reader, ...], may_lack: bool) -> Reader:
    def read(value: object, place: str, misfits: list[Misfit]) -> object:
        if value is None and may_lack:
            return None
        if len(readers) == 1:
            return readers[0](value, place, misfits)
        for one in readers:
            own: list[Misfit] = []
            found = one(value, place, own)
            if not own:
                return found
        misfits.append(Misfit(place, value))
        return None

    return read


def _many(made: type, item: Reader) -> Reader:
    def read(value: object, place: str, misfits: list[Misfit]) -> object:
        if not isinstance(value, list):
            misfits.append(Misfit(place, value))
            return None
        found = [item(one, _at(place, number), misfits) for number, one in enumerate(value)]
        return made(found)

    return read


def _row(items: tuple[Reader, ...]) -> Reader:
    def read(value: object, place: str, misfits: list[Misfit]) -> object:
        if not isinstance(value, list) or len(value) != len(items):
            misfits.append(Misfit(place, value))
            return None
        return tuple(
            [item(one, _at(place, at), misfits) for at, (item, one) in enumerate(zip(items, value, strict=True))]
        )

    return read


def _by_name(item: Reader) -> Reader:
    def read(value: object, place: str, misfits: list[Misfit]) -> object:
        if not isinstance(value, dict):
            misfits.append(Misfit(place, value))
            return None
        return {name: item(one, _at(place, name), misfits) for name, one in value.items()}

    return read


def _whole(kind: Any) -> Reader:
    types = get_type_hints(kind)
    readers = {one.name: _reader(types[one.name]) for one in fields(kind) if one.init}
    needed = [
        one.name for one in fields(kind) if one.init and one.default is MISSING and one.default_factory is MISSING
    ]

    def read(value: object, place: str, misfits: list[Misfit]) -> object:
        if not isinstance(value, dict):
            misfits.append(Misfit(place, value))
            return None
        known = len(misfits)
        misfits += [Misfit(_at(place, name), None) for name in needed if name not in value]
        given = {name: item(value[name], _at(place, name), misfits) for name, item in readers.items() if name in value}
        if len(misfits) > known:
            return None
        try:
            return kind(**given)
        except ValueError:
            misfits.append(Misfit(place, value))
            return None

    return read


def _at(place: str, part: str | int) -> str:
    return f"{place}.{part}" if place else str(part)
