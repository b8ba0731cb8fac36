"""Small briefs with times at the edges where rules bite, and every roster of one person in them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import chain, combinations

from hypothesis import strategies as st

from roster.domain.assistant import Assistant
from roster.domain.brief import Agreement, Arrangement, Balances, Brief, PastShift, Period
from roster.domain.days import DateSpan, WeekRule, When
from roster.domain.frame import Frame
from roster.domain.help_needed import Need, ShiftKind
from roster.domain.kinds import Covers, Employer, Form, Party, Position, Sort, Tariff
from roster.domain.roster import Roster
from roster.domain.settings import Settings
from roster.domain.vedtak import Vedtak, VedtakLine

HOUR = 60
START = date(2027, 1, 4)
ALWAYS = DateSpan(date(2026, 1, 1), date(2029, 12, 31))

LENGTHS = tuple(
    minutes + by for minutes in (3 * HOUR, 8 * HOUR, 9 * HOUR, 10 * HOUR, 12 * HOUR + 30, 13 * HOUR) for by in (0, 0, 1)
)
GAPS = tuple(
    minutes + by for minutes in (0, 8 * HOUR, 11 * HOUR, 13 * HOUR, 35 * HOUR) for by in (-1, 0, 1) if minutes + by >= 0
)

AGREEMENTS = (
    Agreement("A", "10-5 (1)", Party.INDIVIDUAL, {"day_h": Decimal(10), "week_h": Decimal(48), "single_week_h": Decimal(50)},
              averaging_weeks=26, signed=date(2026, 11, 1)),
    Agreement("B", "10-5 (2)", Party.REPS, {"day_h": Decimal("12.5"), "week_h": Decimal(48), "single_week_h": Decimal(54)},
              averaging_weeks=52, signed=date(2026, 11, 1)),
    Agreement("C", "10-8 (3)", Party.REPS, {"daily_rest_h": Decimal(8), "weekly_rest_h": Decimal(28)},
              signed=date(2026, 11, 1), compensating_rest=True),
    Agreement("D", "10-8 (4)", Party.INDIVIDUAL, {}, signed=date(2026, 11, 1)),
)  # fmt: skip


def brief(form: Form, weeks: int, kinds: tuple[ShiftKind, ...], needs: tuple[Need, ...], **more: object) -> Brief:
    kari = Assistant("kari", "Kari", Position.PERMANENT, Decimal(100), 40 * HOUR, wants_up_to=Decimal(100))
    one = Brief(
        Arrangement("Rev", Employer.KOMMUNE, Tariff.KS_HTA, True),
        Vedtak((VedtakLine("V", ALWAYS, per_week=168 * HOUR, covers=frozenset(Covers)),)),
        Period(START, weeks, form),
        kinds,
        needs,
        (kari,),
        settings=Settings(split_days_per_week=7),
    )
    return replace(one, **more)  # type: ignore[arg-type]


def sort_of(start: int, length: int) -> Sort:
    if start % 1440 >= 20 * HOUR or start % 1440 < 4 * HOUR:
        return Sort.NIGHT
    return Sort.EVENING if start % 1440 >= 14 * HOUR else Sort.DAY


def on_day(form: Form, number: int) -> When:
    """The day so many days after the start."""
    if form is Form.CYCLE:
        return When(frozenset({number % 7}), WeekRule.NAMED, frozenset({number // 7 + 1}))
    day = START + timedelta(days=number)
    return When(dates=DateSpan(day, day))


agreements = st.lists(st.sampled_from(AGREEMENTS), unique_by=lambda one: one.id).map(tuple)
forms = st.sampled_from((Form.CYCLE, Form.CALENDAR))


@st.composite
def placed(draw: st.DrawFn, form: Form, weeks: int, starts: list[int], lengths: list[int], **more: object) -> Brief:
    """Shifts that start so many minutes after the first midnight, each a kind of its own."""
    kinds, needs = [], []
    for number, (start, length) in enumerate(zip(starts, lengths, strict=True)):
        code = f"S{number}"
        kinds.append(ShiftKind(code, code, start % 1440, length, sort_of(start, length)))
        needs.append(Need(code, on_day(form, start // 1440 % (7 * weeks)), 1))
    return brief(form, weeks, tuple(kinds), tuple(needs), agreements=draw(agreements), **more)


@st.composite
def chains(draw: st.DrawFn) -> Brief:
    """A few shifts, each after another's end by a limit, a minute less, a minute more."""
    form = draw(forms)
    count = draw(st.integers(2, 5))
    at = draw(st.sampled_from((0, 7 * HOUR, 15 * HOUR, 22 * HOUR))) + 1440 * draw(st.integers(0, 2))
    starts, lengths = [], []
    for _ in range(count):
        length = draw(st.sampled_from(LENGTHS))
        starts.append(at)
        lengths.append(length)
        at += length + draw(st.sampled_from(GAPS))
    return draw(placed(form, 1, starts, lengths))


@st.composite
def full_weeks(draw: st.DrawFn) -> Brief:
    """A week with a shift on every day, long enough for the limits on the week and its average."""
    form = draw(forms)
    start = draw(st.sampled_from((7 * HOUR, 14 * HOUR, 22 * HOUR)))
    lengths = [draw(st.sampled_from((6 * HOUR, 8 * HOUR, 8 * HOUR + 1, 9 * HOUR, 10 * HOUR))) for _ in range(6)]
    days = draw(st.lists(st.integers(0, 6), min_size=6, max_size=6, unique=True))
    return draw(placed(form, 1, [day * 1440 + start for day in sorted(days)], lengths))


@st.composite
def sundays(draw: st.DrawFn) -> Brief:
    """Shifts on Saturdays and Sundays, at the edges of the zone of § 10-10, over some weeks."""
    form = draw(forms)
    weeks = draw(st.integers(1, 6))
    starts = []
    for _ in range(draw(st.integers(2, 6))):
        week = draw(st.integers(0, weeks - 1))
        day, minute = draw(
            st.sampled_from(
                ((5, 10 * HOUR), (5, 10 * HOUR + 1), (5, 16 * HOUR), (6, 8 * HOUR), (6, 21 * HOUR + 59), (6, 22 * HOUR))
            )
        )
        starts.append(week * 7 * 1440 + day * 1440 + minute)
    starts = sorted(set(starts))
    return draw(placed(form, weeks, starts, [8 * HOUR] * len(starts)))


@st.composite
def after_history(draw: st.DrawFn) -> Brief:
    """Shifts of the days before the plan, and some of its first days."""
    first = datetime(2027, 1, 4)
    past = []
    at = -draw(st.sampled_from((10, 11, 24, 35, 72))) * HOUR
    for _ in range(draw(st.integers(1, 3))):
        length = draw(st.sampled_from((8 * HOUR, 9 * HOUR, 13 * HOUR)))
        past.append(PastShift("kari", first + timedelta(minutes=at - length), first + timedelta(minutes=at)))
        at -= length + draw(st.sampled_from((8 * HOUR, 11 * HOUR, 11 * HOUR - 1, 40 * HOUR)))
    starts = sorted(
        {
            draw(st.sampled_from((0, 1, HOUR, 3 * HOUR, 24 * HOUR, 30 * HOUR))) + day * 1440
            for day in range(draw(st.integers(1, 3)))
        }
    )
    known = draw(st.sampled_from(((), (Balances("kari", sundays_worked=3, sundays_of=4, sunday_run=2),))))
    return draw(placed(Form.CALENDAR, 1, starts, [8 * HOUR] * len(starts), history=tuple(past), balances=known))


def every_roster(frame: Frame) -> Iterator[Roster]:
    """Every choice of shifts for the one person there is."""
    ids = [one.id for one in frame.shifts]
    for chosen in chain.from_iterable(combinations(ids, count) for count in range(len(ids) + 1)):
        yield Roster(frame, frozenset(("kari", one) for one in chosen))
