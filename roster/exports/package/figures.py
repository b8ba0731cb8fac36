"""What each assistant's hours are like: rests, lengths and runs, the arithmetic of § 10-4 (6), and more than agreed."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from math import ceil

from roster.domain.assistant import Assistant
from roster.domain.finding import Finding, Verdict
from roster.domain.kinds import Position
from roster.domain.roster import Roster
from roster.domain.runs import Days
from roster.domain.shift import worked
from roster.exports.package.known import Known
from roster.exports.package.paper import Block, Section, Table, Text
from roster.exports.package.reckoned import counted_of
from roster.rules import position_actual, position_extra, weekly_rest
from roster.rules.ordinary import Hours, ordinary_week, pattern, red_and_night
from roster.rules.series import red_series
from roster.wording import package_words as words
from roster.wording.finding_words import VERDICTS
from roster.wording.legend import of_all
from roster.wording.numbers import hours_clock, percent, short_date
from roster.wording.numbers import hours_decimal as hours

_UNKNOWN = "–"


def figures_section(known: Known) -> Section:
    """Of the roster with dates, where there is one."""
    roster = known.plan.dated
    return Section(words.FIGURES, tuple(_figures(roster, known)), words.SHEETS[words.FIGURES])


def _figures(roster: Roster, known: Known) -> Iterator[Block]:
    found = known.report if known.rollout_report is None else known.rollout_report
    rests = weekly_rest.shortest(roster, found.findings)
    people = roster.frame.people
    counted = counted_of(roster)
    rows = []
    for person in people:
        mine = counted.of(person.id)
        series = red_series(roster, person.id)
        rows.append(
            (
                person.alias,
                _hours(mine.shortest_rest),
                _hours(rests.get(person.id)),
                hours(mine.longest_shift),
                f"{hours(mine.longest_week)} (uke {mine.longest_week_number})",
                str(mine.longest_run),
                str(nights_in_a_row(roster, person.id)),
                of_all(len(series.worked_days), len(series.days)),
                str(mine.split_weekends),
                str(mine.lone_work_days),
                str(mine.lone_free_days),
                str(mine.quick_returns),
            )
        )
    yield Table(words.REST_TITLE, words.REST_HEADINGS, tuple(rows), (3, *(2,) * 11))
    arithmetic = tuple(_arithmetic(roster, person) for person in people)
    yield Table(words.HOURS_TITLE, words.HOURS_HEADINGS, arithmetic, (3, 6, 2, 2, 2, 5, 2, 2), middle=2)
    yield Text(words.HOURS_HINT)


def _hours(minutes: int | None) -> str:
    return _UNKNOWN if minutes is None else hours(minutes)


def nights_in_a_row(roster: Roster, who: str) -> int:
    """The most days on end on which a night begins."""
    days = Days.of(roster, who)
    longest = run = 0
    for day in days.plan:
        run = run + 1 if day in days.nights else 0
        longest = max(longest, run)
    return longest


def _arithmetic(roster: Roster, person: Assistant) -> tuple[str, ...]:
    found, limit = pattern(roster, person.id), ordinary_week(roster, person.id)
    red, night = red_and_night(roster, person.id)
    off = ceil(found.off)
    three = found.sort is Hours.THREE_PARTS
    average = Fraction(sum(map(worked, roster.duties(person.id))), roster.frame.weeks)
    return (
        person.alias,
        words.SORTS[found.sort],
        hours(red),
        hours(night),
        hours_clock(off),
        words.arithmetic(off, limit.owed.amount) if three else words.NOT_THREE_PARTS,
        hours_clock(limit.owed.amount),
        hours_clock(int(average)),
    )


def extra_section(known: Known) -> Section:
    """Hours beyond what is agreed in the last 12 months, and who wants more (§ 14-3, § 14-4 a)."""
    rows = tuple(_extra(known, one) for one in known.plan.brief.assistants)
    table = Table("", words.EXTRA_HEADINGS, rows, (3, 4, 2, 2, 4, 2, 2, 2, 3, 3), middle=2)
    return Section(words.EXTRA, (Text(words.EXTRA_HINT), table), words.SHEETS[words.EXTRA], follows=True)


def _extra(known: Known, one: Assistant) -> tuple[str, ...]:
    found = known.report if known.rollout_report is None else known.rollout_report
    mine = [finding for finding in found.findings if finding.who == one.id]
    actual = next(
        (finding for finding in mine if finding.rule == position_actual.ID and "weeks" in finding.facts), None
    )
    before = [finding for finding in mine if finding.rule == position_extra.ID]
    part_time = one.position is Position.PERMANENT and 0 < one.percent < position_actual.FULL
    wish = words.NO_WISH if one.wants_up_to is None else percent(one.wants_up_to)
    return (
        one.alias,
        words.position(one),
        wish,
        *(("", "", "", "", "") if actual is None else _actual(actual)),
        VERDICTS[actual.verdict] if actual is not None and part_time else words.FULL_POSITION,
        VERDICTS[_worst(before)] if before else words.NOT_JUDGED,
    )


def _actual(one: Finding) -> tuple[str, ...]:
    first, last = (str(one.facts[key]) for key in ("first", "last"))
    return (
        hours(int(one.facts["extra"])),
        f"{_day(first)}–{_day(last)}",
        str(one.facts["weeks"]),
        _hours(one.measured),
        _hours(one.limit),
    )


def _day(said: str) -> str:
    return short_date(date.fromisoformat(said))


def _worst(findings: list[Finding]) -> Verdict:
    return min((one.verdict for one in findings), key=tuple(Verdict).index)
