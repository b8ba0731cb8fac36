"""Weeks of a turnus that are changed for red days, vacation or another need: planned, checked, kept as a version."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

from roster import __version__
from roster.domain.brief import Brief
from roster.domain.days import DateSpan, is_red
from roster.domain.fairness import Held, Measure, Share
from roster.domain.fingerprint import FINGERPRINT, Json
from roster.domain.frame import Frame
from roster.domain.kinds import DRAFTER
from roster.domain.plan import Origin, Plan
from roster.exports.form3 import Table, form3
from roster.exports.two_lines import TwoLines, whole_weeks
from roster.planning.result import Stop, Why
from roster.planning.search import Search
from roster.planning.special_weeks import Special, plan_weeks, why_no_weeks
from roster.planning.weeks_asked import Weeks
from roster.rules.fair_year import fair_year
from roster.rules.red_days_off import RedCount, red_count
from roster.wording import special_words as words
from roster.workflow.as_logged import as_signed
from roster.workflow.begins import change_would_begin
from roster.workflow.codes_now import with_codes_now
from roster.workflow.course import Version, located, read_log, version_at
from roster.workflow.current import current
from roster.workflow.files import Checked, all_files, as_begun, checked, fingerprint_in
from roster.workflow.folder import opened_again
from roster.workflow.line import FROM
from roster.workflow.special_sheets import Beside
from roster.workflow.troubles import refuse

NEAR = timedelta(days=14)
"""Red days no farther apart are one time of feast: Easter, May, Christmas and New Year."""


@dataclass(frozen=True, slots=True)
class SpecialAsked:
    """``path``: the arrangement's folder or one of its versions. First and last day None: the next time of feast."""

    path: Path
    first: date | None = None
    last: date | None = None
    seconds: float = 60
    seed: int = 0
    workers: int | None = None
    by: str = DRAFTER


@dataclass(frozen=True, slots=True)
class SpecialRun:
    """The weeks as they were made and kept. ``special`` None: no lawful roster was found in time; nothing is kept.

    ``why``: what shows then that there is none, and the dates it speaks of. ``about``: what there is to say of what was
    asked.
    """

    kind: words.Kind
    within: DateSpan
    before: Version
    special: Special | None
    counts: tuple[RedCount, ...] = ()
    given: Mapping[str, int] | None = None
    shares: Mapping[str, Share] | None = None
    checked: Checked | None = None
    version: Path | None = None
    files: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    why: tuple[Frame, Why] | None = None


MoreSheets = Callable[[Special, DateSpan], tuple[Table, ...]]
OnSearch = Callable[[], None]
"""Told when all that was asked could be read, and the search begins."""


def no_sheets(special: Special, within: DateSpan) -> tuple[Table, ...]:
    """Nothing besides what form 3 has."""
    return ()


def tell_nobody() -> None:
    """The search is told of elsewhere, or not at all."""


def holidays(asked: SpecialAsked, now: datetime, stop: Stop, on_search: OnSearch = tell_nobody) -> SpecialRun:
    """A høytidsturnus: red days shared by position, with F3, F4 and F5. Raises ``Faults``."""
    version = version_to_change(asked.path, asked.first or now.date())
    within = _asked_days(asked, version.plan, now.date())
    if asked.first is None:
        # On the next red days another version may run than today.
        version = version_to_change(asked.path, within.first)
    brief, about = with_codes_now(located(asked.path)[0], version.number, version.plan.brief)
    kind, weeks = words.Kind.HOLIDAYS, Weeks(within)
    return planned(kind, asked, version, brief, weeks, now, stop, about=about, on_search=on_search)


def version_to_change(path: Path, day: date) -> Version:
    """The version named, or of a folder the newest change of what runs on the day; raises ``Faults``."""
    located(path)
    found = current(path, day)
    assert found.folder is not None
    assert found.version is not None
    return version_at(found.folder, found.version, read_log(found.folder))


def planned(
    kind: words.Kind,
    asked: SpecialAsked,
    version: Version,
    brief: Brief,
    weeks: Weeks,
    now: datetime,
    stop: Stop,
    more: MoreSheets = no_sheets,
    about: tuple[str, ...] = (),
    beside: Mapping[str, bytes] | None = None,
    on_search: OnSearch = tell_nobody,
) -> SpecialRun:
    """The weeks planned and kept as a new version of the folder, with form 3 beside the turnus."""
    within = weeks.within
    must_be_in_plan(asked.path, version.plan, within)
    folder_path, _ = located(asked.path)
    with opened_again(folder_path) as folder:
        on_search()
        search = Search(asked.seed, asked.workers, stop)
        special = plan_weeks(version.plan, brief, weeks, seconds=asked.seconds, search=search)
        if special is None:
            allowance = search.allowance(asked.seconds / 2)
            why = None if search.stopped() else why_no_weeks(version.plan, brief, weeks, allowance)
            return SpecialRun(kind, within, version, None, why=why)
        people = special.now.frame.people
        counts = tuple(red_count(special.usual, special.now, one.id, within) for one in people)
        given = {one.id: sum(day.code.value == "F3" and day.day in within for day in one.paid_off) for one in people}
        program = f"bpa-roster {__version__}"
        shares = _red_shares(special)
        origin = replace(special.plan.origin or Origin(), by=asked.by, program=program, seed=asked.seed)
        log = read_log(folder_path)
        begins = change_would_begin(folder_path, special.plan, version, log).day
        result = replace(checked(replace(special.plan, origin=origin)), begins=begins)
        made = all_files(result, now)
        mark = fingerprint_in(made)
        lines = TwoLines(special.plan, special.usual, within, special.changes, special.back)
        red = counts if kind is words.Kind.HOLIDAYS else ()
        told = replace(special, plan=as_signed(special.plan, log, now.date()))
        judged = result if _signed(told) == _signed(special) else checked(told.plan)
        report = judged.rollout_report or judged.report
        more_of_it = Beside(told, within, begins, report, mark, now.date(), red, given, shares)
        said = (*more_of_it.about(), *about)
        sheets = (*more_of_it.first_tables(), *more(special, within), *more_of_it.last_tables())
        files = {**made, words.FILES[kind]: form3(kind, lines, said, sheets), **(beside or {})}
        facts: dict[str, Json] = {FINGERPRINT: mark, FROM: version.number}
        kept = folder.add_version(files, None, now, asked.by, facts)
        return SpecialRun(
            kind, within, version, told, counts, given, shares, as_begun(result), kept, tuple(files), about
        )


def _signed(special: Special) -> tuple[bool, ...]:
    """Which of the agreements are signed."""
    return tuple(one.signed is not None for one in special.plan.brief.agreements)


def _red_shares(special: Special) -> Mapping[str, Share]:
    """Red days worked in the whole plan and, as the brief tells it, before it, beside a share by position."""
    dates = special.now.frame.dates
    whole = Held(special.now, DateSpan(dates[0], dates[-1]))
    found = fair_year((whole,), DateSpan(dates[0] - timedelta(days=1), dates[-1]))
    return {one.who: one for one in found.among(Measure.RED_DAYS)}


def must_be_in_plan(path: Path, plan: Plan, within: DateSpan) -> None:
    """The weeks begin in the plan; a grunnturnus goes on after its dates, a kalenderplan does not."""
    frame = plan.dated.frame
    first = plan.brief.period.start
    last = date.max if plan.roster.frame.cyclic else frame.dates[-1]
    if within.first < first or within.last > last:
        until = "" if last == date.max else f" til {last.isoformat()}"
        raise refuse(path, words.NOT_IN_PLAN, f"Velg uker fra {first.isoformat()}{until}.")


def weeks_named(asked: SpecialAsked, plan: Plan) -> DateSpan | None:
    """The weeks from the first day asked for to the last; None where one of them is not said. Raises ``Faults``."""
    if asked.first is None or asked.last is None:
        return None
    if asked.last < asked.first:
        raise refuse(asked.path, "Den siste dagen er før den første.", "Bytt om --from og --to.")
    return within_plan(plan, whole_weeks(asked.first, asked.last))


def _asked_days(asked: SpecialAsked, plan: Plan, today: date) -> DateSpan:
    """The weeks asked for; without any, those of the next red days and the week after them."""
    named = weeks_named(asked, plan)
    if named is not None:
        return named
    dates = plan.dated.frame.dates if not plan.dated.frame.cyclic else ()
    since = asked.first or max(today, plan.brief.period.start)
    red = [day for day in dates if is_red(day) and since <= day <= (asked.last or day)]
    if not red:
        raise refuse(asked.path, words.NO_HOLIDAY, "Velg uker med --from og --to.")
    last = red[0]
    for day in red:
        if day - last <= NEAR:
            last = day
    return within_plan(plan, whole_weeks(red[0], asked.last or last + timedelta(days=7)))


def within_plan(plan: Plan, weeks: DateSpan) -> DateSpan:
    """No more than the plan has at its beginning, and at the end of a kalenderplan."""
    first = max(weeks.first, plan.brief.period.start)
    last = weeks.last if plan.roster.frame.cyclic else min(weeks.last, plan.dated.frame.dates[-1])
    return DateSpan(first, last) if first <= last else weeks
