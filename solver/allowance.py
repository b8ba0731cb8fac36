"""How much time there is for something: seconds by the clock, or effort that nothing but work takes from."""

import time

from solver.result import Stop


class Allowance:
    """So many seconds from now on; ``steady``: so much deterministic effort, of which the clock takes nothing."""

    def __init__(self, seconds: float, *, steady: bool = False, stop: Stop | None = None) -> None:
        self.seconds = seconds
        self.steady = steady
        self.stop = stop
        self._spent = 0.0
        self._began = time.monotonic()

    def spend(self, effort: float) -> None:
        """Work that is done, in the measure of CP-SAT's deterministic time."""
        self._spent += effort

    def elapsed(self) -> float:
        return self._spent if self.steady else time.monotonic() - self._began

    def left(self) -> float:
        return max(0.0, self.seconds - self.elapsed())

    def part(self, share: float) -> "Allowance":
        """So much of it from now on, as far as there is so much left; what is spent of that is spent of all."""
        return _Part(self, share)

    def over(self) -> bool:
        """Nothing is left, or somebody outside asks for an end."""
        return self.elapsed() >= self.seconds or (self.stop is not None and self.stop())


class _Part(Allowance):
    def __init__(self, whole: Allowance, share: float) -> None:
        super().__init__(min(whole.left(), share * whole.seconds), steady=whole.steady, stop=whole.stop)
        self._whole = whole

    def spend(self, effort: float) -> None:
        super().spend(effort)
        self._whole.spend(effort)
