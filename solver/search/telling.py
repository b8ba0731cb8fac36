"""Rosters found are judged and told of, in no more than a part of the time."""

import threading

from solver.search.course import Course
from solver.search.parts import Parts, Values

REST = 9.0
"""How many times as long as the last one took to judge nothing is told of after it."""


class Telling:
    """The cheapest roster that a search has found, and whether its course knows; several threads share it.

    To judge a roster of many weeks takes as long as to find one, while many are to be found. One that a cheaper one
    follows so soon is not told of. Where the clock decides nothing, ``always`` is every one.
    """

    def __init__(self, course: Course, parts: Parts, *, always: bool) -> None:
        self._course = course
        self._parts = parts
        self._rest = 0.0 if always else REST
        self._waiting: Values | None = None
        self._next = 0.0
        self._lock = threading.Lock()

    def take(self, values: Values) -> None:
        """A cheaper roster than before."""
        with self._lock:
            self._waiting = values

    def tell(self, *, at_once: bool = False) -> None:
        """The course knows of the cheapest if it is time, or ``at_once``."""
        with self._lock:
            values, began = self._waiting, self._course.elapsed()
            if values is None or (began < self._next and not at_once):
                return
            self._waiting, self._next = None, float("inf")
        try:
            self._course.found(self._parts.model.works(values))
        finally:
            with self._lock:
                ended = self._course.elapsed()
                self._next = ended + self._rest * (ended - began)
