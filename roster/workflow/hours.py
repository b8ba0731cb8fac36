"""Keep the timekonto of an arrangement: what is granted, used, planned and left, and what it comes to at New Year."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from roster.checking.check import Report, check
from roster.domain.brief import Brief
from roster.domain.egenandel import Estimate, Rates, estimate
from roster.domain.kinds import Covers
from roster.domain.plan import Plan
from roster.domain.roster import Roster
from roster.domain.spans import Span
from roster.domain.timekonto import Timekonto, timekonto
from roster.exports.timekonto_svg import picture
from roster.exports.timekonto_workbook import timekonto_workbook
from roster.planning.spare import Place, Spare, spare, with_places
from roster.reading.faults import Fault, Faults
from roster.reading.income_bands import read_rates
from roster.reading.timesheet import Worked, read_timesheets, timesheets_in
from roster.rules.vedtak import ID as VEDTAK
from roster.wording.egenandel_text import INCOME_MISSING
from roster.wording.hours_text import leaves, no_grant, title
from roster.wording.message_text import message
from roster.workflow.closed_hours import worked_in
from roster.workflow.folder import default_folder, is_version
from roster.workflow.opening import is_roster, open_brief, read_plan
from roster.workflow.saving import save_all
from roster.workflow.timesheets import TIMESHEETS
from roster.workflow.troubles import refuse

_SPARE_FROM = 60


@dataclass(frozen=True, slots=True)
class HoursAsked:
    """``path``: a brief, a turnus or its folder. ``timesheets`` empty: those in ``timer``, and closed months."""

    path: Path
    timesheets: tuple[Path, ...] = ()
    through: date | None = None
    year: int | None = None
    svg: Path | None = None
    xlsx: Path | None = None
    message: Path | None = None
    egenandel: Path | None = None
    income: Decimal | None = None
    base: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Hours:
    """The account with what it rests on. ``sheets``: used hours come from timesheets. ``written``: files made."""

    brief: Brief
    konto: Timekonto
    spare: Spare | None
    sheets: bool
    about: tuple[str, ...]
    egenandel: tuple[Rates, Estimate] | None
    written: tuple[Path, ...]


def hours(asked: HoursAsked, today: date) -> Hours:
    """The account of the year, and the files asked for; raises ``Faults``."""
    brief, roster, about = _opened(asked.path)
    folder = _folder(asked.path)
    if asked.timesheets:
        worked: Worked | None = read_timesheets(asked.timesheets, brief)
    else:
        worked = worked_in(folder, timesheets_in(folder / TIMESHEETS), brief)
    year = asked.year or _year(brief, roster)
    if not any(line.dates.first.year <= year <= line.dates.last.year for line in brief.vedtak.lines):
        raise refuse(asked.path, *no_grant(year))
    through = asked.through or _yesterday(roster, worked, today)
    konto = timekonto(
        brief,
        year,
        roster,
        None if worked is None else worked.shifts,
        through,
        () if worked is None else worked.absent,
    )
    rates = _egenandel(asked, konto)
    over = _spare(roster, konto) if roster is not None and konto.surplus >= _SPARE_FROM else None
    files: list[tuple[Path, Callable[[], bytes]]] = []
    if asked.svg is not None:
        files.append((asked.svg, lambda: picture(konto, title(konto, brief))))
    if asked.xlsx is not None:
        files.append((asked.xlsx, lambda: timekonto_workbook(brief, konto)))
    if asked.message is not None:
        files.append((asked.message, lambda: message(brief, konto, today).encode()))
    save_all([(path, content()) for path, content in files], elsewhere="")
    told = () if worked is None else worked.about
    return Hours(brief, konto, over, worked is not None, (*about, *told), rates, tuple(path for path, _ in files))


def rest_of_year(plan: Plan) -> str:
    """What the plan leaves of the vedtak year in which it ends, in a sentence; empty where it leaves nothing."""
    if plan.dated.frame.cyclic or not plan.brief.vedtak.lines:
        return ""
    return leaves(timekonto(plan.brief, plan.dated.frame.dates[-1].year, plan.dated))


def _opened(path: Path) -> tuple[Brief, Roster | None, tuple[str, ...]]:
    if path.is_dir() or is_roster(path):
        plan = read_plan(path).plan
        return plan.brief, None if plan.dated.frame.cyclic else plan.dated, ()
    read = open_brief(path)
    return read.brief, None, read.notices


def _folder(path: Path) -> Path:
    """The arrangement's folder: the one named, the one that a version lies in, or the one that belongs to a brief."""
    whole = path.resolve()
    for one in (whole, whole.parent):
        if is_version(one):
            return one.parent.parent
    if path.is_dir():
        return path
    if (path.parent / TIMESHEETS).is_dir():
        return path.parent
    return default_folder(path)


def _year(brief: Brief, roster: Roster | None) -> int:
    """The year that the first week mostly lies in."""
    start = brief.period.start if roster is None else roster.frame.first_day
    return (start + timedelta(days=3)).year


def _yesterday(roster: Roster | None, worked: Worked | None, today: date) -> date | None:
    """Without timesheets the turnus counts as worked up to today; closed months reach to their last date."""
    yesterday = today - timedelta(days=1)
    if worked is not None:
        return worked.through
    if roster is None or yesterday < roster.frame.first_day:
        return None
    return yesterday


def _spare(roster: Roster, konto: Timekonto) -> Spare | None:
    """The hours left as shifts, at places where no rule finds anything that it did not find before."""
    found = spare(roster, konto.surplus, konto.through)
    if found is None or not found.places:
        return found
    places, before = found.places, _failing(check(roster))
    while places:
        new = _failing(check(with_places(roster, found.kind, places))) - before
        if not new:
            break
        named = {who for _, who, _ in new}
        fewer = tuple(one for one in places if one.who not in named and not _within(roster, one, new))
        # What is nobody's alone, and lies elsewhere, none of the places can be cleared of.
        places = fewer if len(fewer) < len(places) else ()
    return replace(found, places=places)


def _failing(report: Report) -> frozenset[tuple[str, str | None, Span | None]]:
    """What is a breach or missing, but for the hours themselves: these are hours that the plan did not have."""
    return frozenset(
        (one.rule, one.who, one.span)
        for one in report.findings
        if one.verdict.fails and not (one.rule == VEDTAK and one.facts.get("covers") != Covers.TWO_AT_ONCE.value)
    )


def _within(roster: Roster, place: Place, found: frozenset[tuple[str, str | None, Span | None]]) -> bool:
    """Something found of nobody alone is about that day."""
    day = roster.frame.whole_day(place.day)
    return any(who is None and span is not None and span.overlap(day) for _, who, span in found)


def _egenandel(asked: HoursAsked, konto: Timekonto) -> tuple[Rates, Estimate] | None:
    if asked.egenandel is None:
        return None
    if asked.income is None:
        raise Faults([Fault(str(asked.egenandel), "--income", *INCOME_MISSING)])
    rates = read_rates(asked.egenandel, asked.base)
    return rates, estimate(rates, asked.income, konto)
