"""Workbooks of plans, written once for all tests that look at them."""

from functools import cache

from openpyxl.workbook import Workbook

from roster.checking.check import check
from roster.domain.plan import Plan
from roster.exports.workbook import workbook
from roster.reading.workbook import opened
from tests.support.plans import calendar_plan, cycle_plan


def written(plan: Plan) -> bytes:
    return workbook(plan, check(plan.roster), None if plan.rollout is None else check(plan.rollout))


CALENDAR = calendar_plan()
CYCLE = cycle_plan()


@cache
def calendar_bytes() -> bytes:
    return written(CALENDAR)


@cache
def cycle_bytes() -> bytes:
    return written(CYCLE)


def values_of(data: bytes, *names: str) -> Workbook:
    """What the cells of these sheets say."""
    return opened(data, "turnus.xlsx", values_only=True, only=names)
