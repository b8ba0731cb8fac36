"""An attribute that is reckoned the first time it is asked for; a ``cached_property`` without the lock it takes."""

from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar, overload

T = TypeVar("T")


class once(Generic[T]):  # noqa: N801 - it stands where ``property`` would
    """Reckoned once for each object, also a frozen one, and then as quick to read as any other attribute."""

    def __init__(self, reckon: Callable[[Any], T]) -> None:
        self._reckon = reckon
        self._name = reckon.__name__
        self.__doc__ = reckon.__doc__

    @overload
    def __get__(self, one: None, owner: type) -> Self: ...

    @overload
    def __get__(self, one: object, owner: type) -> T: ...

    def __get__(self, one: object | None, owner: type) -> Self | T:
        if one is None:
            return self
        value = vars(one)[self._name] = self._reckon(one)
        return value
