"""Rosters made without the solver, for those who read a roster: seven people round the clock, given out in turn."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from roster.domain.assistant import Assistant, HeldSkill, Hours, OtherWork
from roster.domain.brief import Agreement, Arrangement, Brief, PastShift, Period, Wish
from roster.domain.days import DateSpan, When
from roster.domain.frame import Frame, calendar_frame, frame_of
from roster.domain.help_needed import Break, Event, Need, Part, ShiftKind
from roster.domain.kinds import (
    Covers,
    Elsewhere,
    Employer,
    EventSort,
    Form,
    Party,
    Position,
    Sort,
    Tariff,
    WishSort,
    Worth,
)
from roster.domain.plan import Change, Plan
from roster.domain.roster import Roster
from roster.domain.shift import Shift
from roster.domain.vedtak import Vedtak, VedtakLine

DAY = ShiftKind("D", "Dagvakt", 450, 450, Sort.DAY, breaks=(Break(210, 240, True),))
EVENING = ShiftKind("K", "Kveldsvakt", 900, 450, Sort.EVENING)
NIGHT = ShiftKind("N", "Våken nattevakt", 1350, 540, Sort.NIGHT)
RESTING = ShiftKind(
    "HN", "Hvilende nattevakt", 1260, 720, Sort.RESTING_NIGHT, resting=(Part(120, 600),), passive_because="sover"
)
LONG = ShiftKind("L", "Langvakt", 480, 600, Sort.DAY, breaks=(Break(240, 270, False),))

WEEKEND = frozenset({5, 6})
WORKDAYS = frozenset(range(5))


def brief_of(
    form: Form = Form.CALENDAR,
    start: date = date(2027, 1, 4),
    weeks: int = 4,
    night: ShiftKind = NIGHT,
    rollout_weeks: int = 6,
) -> Brief:
    """Seven assistants round the clock: day, evening and night every day, with a meeting in the second week."""
    percents = (("A1", "Kari", "100"), ("A2", "Ola", "80"), ("A3", "Nora", "75"), ("A4", "Ali", "60"))
    fewer = (("A5", "Eva", "60"), ("A6", "Per", "50"), ("A7", "Liv", "50"))
    people = tuple(
        Assistant(one, alias, Position.PERMANENT, Decimal(percent), 2130) for one, alias, percent in (*percents, *fewer)
    )
    people = (
        replace(people[0], born=date(1990, 5, 17), skills=(HeldSkill("førerkort", date(2030, 1, 1)),)),
        *people[1:6],
        replace(
            people[6],
            born=1985,
            vacation=(DateSpan(start, start),),
            elsewhere=(OtherWork(Hours(When(frozenset({2})), 540, 600), Elsewhere.OTHER),),
        ),
    )
    every_second = When(frozenset({2}))
    return Brief(
        Arrangement("Fjellrev", Employer.KOMMUNE, Tariff.KS_HTA, True),
        Vedtak((VedtakLine("V1", DateSpan(date(2026, 1, 1), date(2028, 12, 31)), per_week=10320, covers=frozenset(Covers)),)),
        Period(start, weeks, form, rollout_weeks=rollout_weeks),
        (DAY, EVENING, night),
        (Need("D", When(), 1), Need("K", When(), 1), Need(night.code, When(), 1)),
        people,
        events=(
            Event("møte", "Personalmøte", EventSort.MEETING, replace(every_second, weekdays=frozenset({3})), 720, 60, ("A1", "A2"), False),
        ),
        agreements=(
            Agreement(
                "snitt", "10-5 (2)", Party.REPS, {"day_h": Decimal("10"), "week_h": Decimal("48")},
                averaging_weeks=12, signed=date(2026, 12, 1), valid_from=date(2027, 1, 1),
            ),
        ),
        wishes=(Wish("A1", WishSort.DAY_OFF, Worth.WISH, When(frozenset({4}))),),
        history=(PastShift("A1", *_yesterday(start), "D"),) if form is Form.CALENDAR else (),
    )  # fmt: skip


def _yesterday(start: date) -> tuple:
    from datetime import datetime, time, timedelta  # noqa: PLC0415

    day = datetime.combine(start - timedelta(days=2), time(7, 30))
    return day, day + timedelta(minutes=450)


def given_out(frame: Frame, leave_open: int = 0) -> Roster:
    """A roster that gives shifts to whoever is rested and has least of the contract; the last so many stay open."""
    works: set[tuple[str, str]] = set()
    had = {one.id: 0 for one in frame.people}
    last: dict[str, list[Shift]] = {one.id: [] for one in frame.people}
    for who, shift in frame.fixed:
        last[who].append(shift)
    for shift in frame.shifts[: len(frame.shifts) - leave_open]:
        able = [one for one in frame.people if _rested(last[one.id], shift)]
        able.sort(key=lambda one: (had[one.id] / one.contract_week, one.id))
        for one in able[: shift.wanted]:
            works.add((one.id, shift.id))
            had[one.id] += shift.clock_minutes
            last[one.id].append(shift)
    return Roster(frame, frozenset(works))


def _rested(others: list[Shift], shift: Shift) -> bool:
    return all(other.span.end + 660 <= shift.span.start or shift.span.end + 660 <= other.span.start for other in others)


def calendar_plan(leave_open: int = 0, **asked: object) -> Plan:
    """A kalenderplan."""
    brief = brief_of(Form.CALENDAR, **asked)  # type: ignore[arg-type]
    return Plan(brief, given_out(frame_of(brief), leave_open), costs={"wish|A1|1": 30, "short||": 12}, bound=20)


def cycle_plan(**asked: object) -> Plan:
    """A grunnturnus rolled out to dates, where a shift of the first day was given to somebody else."""
    brief = brief_of(Form.CYCLE, **asked)  # type: ignore[arg-type]
    roster = given_out(frame_of(brief))
    frame = calendar_frame(brief, brief.period.rollout_weeks)
    works = set()
    for shift in frame.shifts:
        week, day = divmod((shift.start.date() - frame.first_day).days, 7)
        of_cycle = frame.first_day.toordinal() + week % brief.period.weeks * 7 + day
        works |= {(who, shift.id) for who in roster.on(f"{date.fromordinal(of_cycle)} {shift.kind}")}
    first = frame.shifts[0]
    before = next(who for who, shift in sorted(works) if shift == first.id)
    after = "A7" if before != "A7" else "A6"
    works = works - {(before, first.id)} | {(after, first.id)}
    changes = (
        Change(before, first.start.date(), (first.kind,), (), ("vacation|A1|2027-01-04",)),
        Change(after, first.start.date(), (), (first.kind,), ("vacation|A1|2027-01-04",)),
    )
    return Plan(brief, roster, Roster(frame, frozenset(works)), changes, {"fair|nights|": 4}, 0)


@dataclass(frozen=True)
class Said:
    """A checker's report, made by hand."""

    findings: tuple = ()
    assumptions: tuple[str, ...] = ("ingen tidligere vakter",)
