"""Check a brief for faults and what it adds up to, or any roster against every rule."""

from dataclasses import replace
from pathlib import Path

from roster.checking.coverage import not_covered
from roster.wording.check_words import BRIEF_HAS_ITS_OWN, ONLY_LISTS_HAVE_COLUMNS, ROSTER_HAS_ITS_BRIEF
from roster.workflow.as_logged import checked_as_logged
from roster.workflow.check_asked import NOTHING, Asked, BriefChecked, NotCovered
from roster.workflow.course import located
from roster.workflow.files import Checked, checked
from roster.workflow.folder import JOURNAL, is_arrangement, is_version
from roster.workflow.joint import at_joints_of
from roster.workflow.opening import Opened, is_list, is_roster, read_plan
from roster.workflow.troubles import refuse


def check_file(path: Path, asked: Asked = NOTHING) -> BriefChecked | Checked | NotCovered:
    """What the checker says of a roster, or what is known of a brief; raises ``Faults``."""
    if is_list(path):
        from roster.workflow.check_written import check_list  # noqa: PLC0415 - slow to load

        return check_list(path, asked)
    if asked.columns:
        raise refuse(path, *ONLY_LISTS_HAVE_COLUMNS)
    if is_roster(path):
        return _plan(path, asked)
    if asked.conditions or asked.brief is not None:
        raise refuse(path, *BRIEF_HAS_ITS_OWN)
    from roster.workflow.check_written import check_brief  # noqa: PLC0415 - slow to load

    return check_brief(path)


def _plan(path: Path, asked: Asked) -> Checked | NotCovered:
    if asked.brief is not None:
        raise refuse(path, *ROSTER_HAS_ITS_BRIEF)
    opened = read_plan(path)
    about: tuple[str, ...] = ()
    if asked.conditions:
        from roster.workflow.check_written import on_said  # noqa: PLC0415 - slow to load

        plan, about = on_said(opened.plan, asked, path)
        opened = Opened(plan, opened.notices)
    if why := not_covered(opened.plan.brief):
        return NotCovered(why)
    if asked.conditions:
        return replace(checked(opened.plan, opened.notices), about=about)
    return _with_joints(path, checked_as_logged(path, opened.plan, opened.notices))


def _with_joints(path: Path, done: Checked) -> Checked:
    """With what breaks where a version of an arrangement meets those that run before and after it."""
    place = path if path.is_dir() else path.parent
    if not (is_arrangement(place) or is_version(place)):
        return done
    folder, number = located(place)
    if not (folder / JOURNAL).exists():
        return done
    return replace(done, joints=at_joints_of(folder, number, done.plan))
