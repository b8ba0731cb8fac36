"""What is reckoned once for a brief, a frame or a roster: these are told apart by identity, not by their contents."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

T = TypeVar("T")


class Kept(Generic[T]):
    """A few owners with what was reckoned for each; the owner used longest ago is forgotten first."""

    def __init__(self, owners: int = 8) -> None:
        self._owners = owners
        self._by_owner: OrderedDict[int, tuple[object, dict[Hashable, T]]] = OrderedDict()

    def of(self, owner: object, key: Hashable, reckon: Callable[[], T]) -> T:
        """The value for the owner under the key, reckoned the first time it is asked for."""
        kept = self._by_owner.get(id(owner))
        if kept is None or kept[0] is not owner:
            kept = self._by_owner[id(owner)] = (owner, {})
            while len(self._by_owner) > self._owners:
                self._by_owner.popitem(last=False)
        values = kept[1]
        if key not in values:
            values[key] = reckon()
        return values[key]
