"""A hjelpeturnus: weeks with another need, as a trip, a stay in hospital or a camp."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from fractions import Fraction
from importlib.resources import files
from pathlib import Path

from roster.domain.brief import Brief
from roster.domain.days import DateSpan
from roster.domain.fallen import fallen_share
from roster.domain.travel_plan import TravelDay, travel_days
from roster.exports.form3 import Table
from roster.exports.two_lines import whole_weeks
from roster.planning.result import Stop
from roster.planning.special_weeks import Special
from roster.planning.weeks_asked import Weeks
from roster.reading.special_file import OtherNeed, read_other_need
from roster.wording import special_need_words as words
from roster.wording.special_words import Kind
from roster.workflow.saving import save_all
from roster.workflow.special import (
    OnSearch,
    SpecialAsked,
    SpecialRun,
    planned,
    tell_nobody,
    version_to_change,
    within_plan,
)


@dataclass(frozen=True, slots=True)
class NeedRun:
    """The weeks as they were planned, the trip day by day, and what each has of hours that fall away."""

    run: SpecialRun
    travel: tuple[TravelDay, ...] = ()
    fallen: Mapping[str, Fraction] | None = None


def new_special(path: Path, template: str) -> None:
    """The file is there, to be filled in; raises ``Faults``."""
    content = files("roster.exports").joinpath(f"hjelp_{template}.yaml").read_bytes()
    save_all([(path, content)], "")


def special_need(
    asked: SpecialAsked, need_file: Path, now: datetime, stop: Stop, on_search: OnSearch = tell_nobody
) -> NeedRun:
    """Raises ``Faults``."""
    version = version_to_change(asked.path, now.date())
    need = read_other_need(need_file, version.plan.brief)
    if need.dates.first != now.date():
        version = version_to_change(asked.path, need.dates.first)
    brief = with_need(version.plan.brief, need)
    within = within_plan(version.plan, whole_weeks(need.dates.first, need.dates.last))

    def more(special: Special, weeks: DateSpan) -> tuple[Table, ...]:
        days = tuple(travel_days(special.now, weeks))
        if not days:
            return ()
        rows = tuple(words.travel_row(brief, one) for one in days)
        widths = (18.0, 12.0, 14.0, 13.0, 13.0, 13.0)
        title = words.travel_title(days)
        return (Table(words.TRAVEL_SHEET, title, words.ABOUT_TRAVEL, words.TRAVEL_HEADINGS, rows, widths),)

    run = planned(Kind.HELP, asked, version, brief, Weeks(within, red_days=False), now, stop, more, on_search=on_search)
    if run.special is None:
        return NeedRun(run)
    return NeedRun(run, tuple(travel_days(run.special.now, within)), fallen_in(run.special, within))


def with_need(brief: Brief, need: OtherNeed) -> Brief:
    """The brief with the new kinds, exceptions and wishes after its own, and who cannot work then."""
    people = tuple(
        replace(one, cannot=(*one.cannot, *(hours for who, hours in need.cannot if who == one.id)))
        for one in brief.assistants
    )
    return replace(
        brief,
        kinds=(*brief.kinds, *need.kinds),
        changes=(*brief.changes, *need.changes),
        wishes=(*brief.wishes, *need.wishes),
        assistants=people,
    )


def fallen_in(special: Special, within: DateSpan) -> Mapping[str, Fraction]:
    """Paid minutes in those weeks that nobody is needed for, each person's share."""
    frame = special.now.frame
    first = (within.first - frame.first_day).days // 7
    last = -(-((within.last - frame.first_day).days + 1) // 7)
    return {one.id: fallen_share(frame, one, first, last) for one in frame.people}
