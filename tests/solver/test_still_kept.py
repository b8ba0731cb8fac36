"""What is left of the hard limits that a roster passes: it passes none of it, and nothing is refused that was not."""

import pytest
from drawn import LIMITS, every_roster, problems
from edges import DAY, H, asked
from hypothesis import HealthCheck, given, settings

from solver.judge import broken
from solver.problem import Balance, Company, Cover, Minutes, Off, Problem, Succession
from solver.rest import RestInWindow
from solver.still_kept import still_kept

DEAR = 1000


@pytest.mark.parametrize("kind", sorted(LIMITS.keys() - {Cover, Balance}, key=str), ids=lambda kind: kind.__name__)
def test_no_more_is_dropped_than_what_is_broken(kind: type) -> None:
    @settings(max_examples=6, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), database=None)
    @given(problems(kind, people=2 if kind is Company else 1, shifts=3 if kind is not Company else 2))
    def holds(problem: Problem) -> None:
        rosters = every_roster(problem)
        refused = {works: bool(broken(problem, works)) for works in rosters}
        for works in rosters[::5]:
            kept = Problem(
                problem.people, problem.shifts, still_kept(problem, works, DEAR, "old"), problem.horizon, problem.cycle
            )
            assert not broken(kept, works)
            assert all(refused[other] for other in rosters if broken(kept, other))
            if not refused[works]:
                assert kept.limits == problem.limits

    holds()


SHORT = {
    f"{name}{day}": (day * DAY + start, day * DAY + start + 8 * H)
    for name, start in (("l", 14 * H), ("e", 7 * H))
    for day in range(4)
}


def test_who_has_one_short_rest_still_gets_the_others_and_no_shorter_one() -> None:
    sooner = {"sooner": (DAY + 7 * H - 1, DAY + 15 * H)}
    problem = asked(RestInWindow("kari", 11 * H, DAY, "rest"), SHORT | sooner)
    works = frozenset({("kari", "l0"), ("kari", "e1"), ("kari", "e3")})
    kept = Problem(problem.people, problem.shifts, still_kept(problem, works, DEAR, "old"), problem.horizon)
    assert not broken(kept, works)
    assert broken(kept, works | {("kari", "l2")})
    assert not broken(kept, works | {("kari", "e2")})
    assert broken(kept, works - {("kari", "e1")} | {("kari", "sooner")})


def test_who_has_too_many_pairs_gets_no_more_of_them() -> None:
    problem = asked(Succession("kari", (("e0", "e1"), ("e1", "e2"), ("e2", "e3")), "pairs", most=1), SHORT)
    works = frozenset(("kari", one) for one in ("e0", "e1", "e2"))
    kept = Problem(problem.people, problem.shifts, still_kept(problem, works, DEAR, "old"), problem.horizon)
    assert not broken(kept, works)
    assert broken(kept, works | {("kari", "e3")})


def test_who_has_too_many_hours_gets_no_more_and_who_works_while_away_no_other_shift() -> None:
    for limit in (
        Minutes("kari", tuple((one, 480) for one in SHORT), "week", most=480),
        Off("kari", ("e0", "e1", "e2"), "away"),
    ):
        problem = asked(limit, SHORT)
        works = frozenset({("kari", "e0"), ("kari", "e1")})
        kept = Problem(problem.people, problem.shifts, still_kept(problem, works, DEAR, "old"), problem.horizon)
        assert not broken(kept, works)
        assert broken(kept, works | {("kari", "e2")})
