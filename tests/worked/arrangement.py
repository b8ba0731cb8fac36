"""The small arrangement with its plan in use, for what comes after."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from roster.domain.kinds import Cause
from roster.domain.plan import Plan
from roster.workflow.discuss import Told, discuss
from roster.workflow.submit import submit
from roster.workflow.use import Wish, use
from tests.approval.arrangement import NOW, START, saved

AFTER = datetime(2027, 2, 3, 9, 0, tzinfo=UTC)
"""A day in the month after."""
JANUARY = date(2027, 1, 1)
D = "2027-01-{:02} D".format
"""A day shift of the arrangement by its day in January."""


def into_use(folder: Path, plan: Plan) -> Path:
    """The plan is a version, discussed and in use from its first day."""
    saved(folder, plan)
    submit(folder, None, "arbeidsleder", NOW)
    discuss(folder, Told(START - timedelta(days=14), True), "arbeidsgiver", NOW)
    use(folder, Wish(since=START, cause=Cause.NEW_PLAN), "arbeidsgiver", NOW)
    return folder
