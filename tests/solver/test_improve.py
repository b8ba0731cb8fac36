"""Parts take little effort while they lead to cheaper rosters, and more the longer they do not."""

from random import Random

import pytest
from drawn_lines import drawn

from solver.model import model_of
from solver.search.course import Course
from solver.search.detour import Detour
from solver.search.improve import EFFORT, LONGER, LONGEST, Improving
from solver.search.parts import Values
from solver.search.run import Outcome, run
from solver.search.whole import whole


def test_parts_take_longer_while_nothing_cheaper_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    course = Course(
        model_of(drawn(Random(13), people=6, days=8, kinds=3)), seconds=None, gap=0.0, on_better=None, stop=None
    )
    parts = course.parts

    def valued(any_will_do: bool) -> Values:
        whole(course, seconds=60, workers=1, seed=0, any_will_do=any_will_do)
        assert course.best is not None
        values = run(course.model, parts.only(course.best.works), {"num_workers": 1}, over=lambda: False).values
        assert values is not None
        return values

    begun, best = valued(any_will_do=True), valued(any_will_do=False)
    improving = Improving(course, parts, begun, 0, asks=True, mends=False)
    assert sum(best[at] * cost for at, cost in parts.costs) < improving.cost
    monkeypatch.setattr(Detour, "is_due", False)
    found = [None, None, None, best, None]
    efforts = list[float]()

    def ended(*about: object, **more: object) -> Outcome:
        asked = about[2]
        assert isinstance(asked, dict)
        efforts.append(asked["max_deterministic_time"])
        values = found[len(efforts) - 1]
        return Outcome(values, None, None, impossible=False, optimal=False, deterministic=60.0)

    monkeypatch.setattr("solver.search.improve.run", ended)
    while len(efforts) < len(found):
        improving.step()
    assert efforts[0] == EFFORT
    assert efforts[1] == pytest.approx(LONGER * 60, rel=0.01)
    assert efforts[2:] == [LONGEST, LONGEST, EFFORT]
