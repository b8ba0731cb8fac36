"""The set ``red_days``: red days shared over 2026 to 2030 by teams of 4 to 12 with positions of unlike size.

Each feast of a year is planned with its weeks, from the grunnturnus and with the red days worked so far. ``cost`` is how
many differ by more than one from the share by position of their year's red days, and its bound is 0; ``first_cost`` is
the same of the grunnturnus itself. ``out_of_time``: some feast had no lawful roster, or need was left open.
``team-12:10-6-4-3-2`` is twelve with positions by these parts, one after the other and round again.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from time import monotonic

from roster.domain.assistant import Assistant
from roster.domain.brief import Agreement, Arrangement, Balances, Brief, Period
from roster.domain.days import DateSpan, When, is_red, red_dates
from roster.domain.help_needed import Need, ShiftKind
from roster.domain.kinds import Employer, Form, Party, Position, Sort, Tariff
from roster.domain.plan import Plan
from roster.domain.roster import Roster
from roster.domain.vedtak import Vedtak, VedtakLine
from roster.exports.two_lines import whole_weeks
from roster.planning.asked import Asked as Asking
from roster.planning.search import Search
from roster.planning.special_weeks import plan_weeks
from roster.planning.weeks_asked import Weeks
from roster.rules.series import red_series
from solver.result import Made
from tests.bench.outcome import Asked, Outcome

DATA = Path()
TEAMS, YEARS = range(4, 13), range(2026, 2031)
PARTS = (4, 3, 2)
NEAR = timedelta(days=14)
CYCLE = 6
WEEK_MINUTES, FEW = 2130, 5
KINDS = (ShiftKind("D", "Dagvakt", 450, 450, Sort.DAY), ShiftKind("K", "Kveldsvakt", 900, 450, Sort.EVENING))


def instances(data: Path) -> list[str]:
    """Every size there is."""
    return [f"team-{size}" for size in TEAMS]


def has(data: Path, name: str) -> bool:
    """A team with positions of other sizes."""
    return re.fullmatch(r"team-\d+:[1-9]\d*(-[1-9]\d*)*", name) is not None


def run(asked: Asked) -> Outcome:
    """All feasts of the years, each with its part of the time."""
    began = monotonic()
    size, _, parts = asked.instance.removeprefix("team-").partition(":")
    search = Search(asked.seed, 1)
    brief = team(int(size), tuple(map(int, parts.split("-"))) if parts else PARTS)
    plan = grunnturnus(brief, search, asked.seconds / 5)
    if plan is None:
        return Outcome("out_of_time", total_seconds=monotonic() - began)
    feasts = sum(len(feasts_of(year)) for year in YEARS)
    off, usual, whole = 0, 0, True
    for year in YEARS:
        shared = year_of(plan, year, search, asked.seconds * 4 / 5 / feasts)
        off, usual, whole = off + shared.off(shared.worked), usual + shared.off(shared.usual), whole and shared.whole
    return Outcome("made" if whole else "out_of_time", off, 0, None, usual, monotonic() - began)


@dataclass(frozen=True)
class Shared:
    """The red days that each has worked in a year, with the grunnturnus's, and whether all need was filled."""

    plan: Plan
    worked: dict[str, int]
    usual: dict[str, int]
    whole: bool

    def off(self, worked: dict[str, int]) -> int:
        """How many differ by more than one from the share by position."""
        people = self.plan.brief.assistants
        every = sum(one.contract_week for one in people)
        total = sum(worked.values())
        return sum(abs(worked[one.id] - Fraction(total) * one.contract_week / every) > 1 for one in people)


def team(size: int, of: tuple[int, ...] = PARTS) -> Brief:
    """A shift a day, or two for more than five, and positions by those parts that fill them; Sundays are averaged.

    With two shifts a day for four, half of the red days each is all that the law allows, whatever the position.
    """
    parts = [of[number % len(of)] for number in range(size)]
    kinds = KINDS if size > FEW else KINDS[:1]
    need = 7 * 450 * len(kinds)
    # A little more than the need, so that somebody can take what another cannot.
    whole = need * 108 // 100
    people = tuple(
        Assistant(
            f"A{number}", f"A{number}", Position.PERMANENT, Decimal(whole * part * 100 // (sum(parts) * WEEK_MINUTES)), WEEK_MINUTES,
            wants_up_to=Decimal(100),
        )
        for number, part in enumerate(parts, start=1)
    )  # fmt: skip
    signed, since = date(2025, 12, 1), date(2025, 12, 1)
    hours = {"day_h": Decimal(10), "week_h": Decimal(48), "single_week_h": Decimal(50)}
    return Brief(
        Arrangement("Bench", Employer.KOMMUNE, Tariff.KS_HTA, True),
        Vedtak((VedtakLine("V", DateSpan(date(2025, 1, 1), date(2031, 12, 31)), per_week=need),)),
        Period(date(2026, 1, 5), CYCLE, Form.CYCLE),
        kinds,
        tuple(Need(one.code, When(), 1) for one in kinds),
        people,
        agreements=(
            Agreement("G", "10-5 (1)", Party.INDIVIDUAL, hours, averaging_weeks=52, signed=signed, valid_from=since),
            Agreement("S", "10-8 (4)", Party.INDIVIDUAL, signed=signed, valid_from=since),
        ),
    )


def grunnturnus(brief: Brief, search: Search, seconds: float) -> Plan | None:
    asked = Asking.of(brief)
    answer = search.run(asked.problem, seconds)
    return Plan(brief, asked.roster(answer.works)) if isinstance(answer, Made) else None


def feasts_of(year: int) -> list[DateSpan]:
    """Red days no more than two weeks apart, with the weeks that they lie in and the one after."""
    found: list[DateSpan] = []
    for day in sorted(red_dates(year)):
        if found and day - found[-1].last <= NEAR:
            found[-1] = DateSpan(found[-1].first, day)
        else:
            found.append(DateSpan(day, day))
    return [whole_weeks(one.first, one.last + timedelta(days=7)) for one in found]


def year_of(plan: Plan, year: int, search: Search, seconds: float) -> Shared:
    """The feasts of the year one after the other, each with what came before it in the year."""
    who = [one.id for one in plan.brief.assistants]
    worked, usual, whole = dict.fromkeys(who, 0), dict.fromkeys(who, 0), True
    for weeks in feasts_of(year):
        there = _starting(plan, weeks, worked)
        found = plan_weeks(there, there.brief, Weeks(weeks), seconds=seconds, search=search)
        if found is None:
            return Shared(plan, worked, usual, False)
        whole = whole and not found.now.open
        for one in who:
            worked[one] += _red(found.now, one, year)
            usual[one] += _red(found.usual, one, year)
    return Shared(plan, worked, usual, whole)


def _starting(plan: Plan, weeks: DateSpan, worked: dict[str, int]) -> Plan:
    """The grunnturnus that begins with the weeks, and knows the red days that each has worked."""
    later = weeks.first - plan.brief.period.start
    count = ((weeks.last - weeks.first).days + 1) // 7
    balances = tuple(Balances(who, red_days=number) for who, number in worked.items())
    period = replace(plan.brief.period, start=weeks.first, rollout_weeks=count)
    brief = replace(plan.brief, period=period, balances=balances)
    works = frozenset(
        (who, f"{date.fromisoformat(shift[:10]) + later} {shift[11:]}") for who, shift in plan.roster.works
    )
    return Plan(brief, Roster(Asking.of(brief).whole, works))


def _red(roster: Roster, who: str, year: int) -> int:
    """Counted as the rules and form 3 do: an evening before a red day may be work on it."""
    return sum(is_red(one.day) and one.day.year == year for one in red_series(roster, who).worked_days)
