"""Limits on several people at the edge and a unit past it: covers, company, fair shares."""

from edges import DAYS, FIVE, asked, units

from solver.problem import Balance, Company, Cover, Share


def test_cover_has_room_for_so_many_and_no_more():
    limit = Cover("need", ("d0", "d1"), "need", 2, 3)
    assert units(asked(limit, FIVE), "d0", "d1") == 0
    assert units(asked(limit, FIVE), "d0") == 1
    assert units(asked(limit, FIVE), "d0 d1", "d0 d1") == 1
    assert units(asked(Cover("need", ("d0",), "need", 1, 1, cost=5, over_cost=3), FIVE), "d0", "d0") == 1
    assert units(asked(Cover("need", ("d0",), "need", 1, people=("ola",)), FIVE), "d0") == 1
    assert units(asked(Cover("need", ("d0", "d1"), "need", 3, cost=5), FIVE), "d0") == 2
    assert units(asked(Cover("need", ("d0", "d1"), "need", 0, 1, over_cost=5), FIVE), "d0 d1", "d0 d1") == 3
    twice = Cover("need", ("d0",), "need", 1, 1, works=(("kari", "d0"), ("kari", "d0")))
    assert units(asked(twice, FIVE), "d0") == 1


def test_company_is_kept_or_avoided():
    occasions = (("d0",), ("d1",))
    assert units(asked(Company("kari", "ola", occasions, True, "together"), FIVE), "d0", "d0") == 0
    assert units(asked(Company("kari", "ola", occasions, True, "together"), FIVE), "d0", "d1") == 2
    assert units(asked(Company("kari", "ola", occasions, False, "apart"), FIVE), "d0", "d1") == 0
    assert units(asked(Company("kari", "ola", occasions, False, "apart"), FIVE), "d0", "d0") == 1


def test_a_fair_share_is_rounded_down_or_up():
    shares = (Share("kari", 3, DAYS), Share("ola", 1, DAYS, base=1))
    problem = asked(Balance(shares, "fair", 1), FIVE)
    assert units(problem, "d0 d1 d2") == 0
    assert units(problem, "d0 d1 d2 d3") == 0
    assert units(problem, "d0 d1 d2 d3 d4") == 0
    assert units(problem, "d0", "d1 d2") == 4
