"""Small briefs whose own demands bite: presence, skills, krav, ceilings, vedtak, contract."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from roster.domain.assistant import Assistant, Ceiling, HeldSkill, Hours, OtherWork, Pin, WeekendRhythm
from roster.domain.brief import Brief, Wish
from roster.domain.days import DateSpan, WeekRule, When
from roster.domain.help_needed import Need, ShiftKind, SkillNeed
from roster.domain.kinds import Covers, Elsewhere, Form, Position, Sort, WishSort, Worth
from roster.domain.vedtak import Vedtak, VedtakLine
from tests.planning.cases import ALWAYS, HOUR, START, brief

DAY = ShiftKind("D", "Dag", 8 * HOUR, 7 * HOUR, Sort.DAY)
EVENING = ShiftKind("K", "Kveld", 15 * HOUR, 7 * HOUR, Sort.EVENING)
NIGHT = ShiftKind("N", "Natt", 22 * HOUR, 8 * HOUR, Sort.NIGHT)
SHORT = ShiftKind("S", "Kort", 16 * HOUR, 2 * HOUR, Sort.EVENING)
WHENS = (
    When(),
    When(frozenset({1, 2})),
    When(frozenset({5, 6})),
    When(weeks=WeekRule.ODD),
    When(weeks=WeekRule.NAMED, named=frozenset({1})),
    When(dates=DateSpan(START + timedelta(days=2), START + timedelta(days=3))),
    When(frozenset({5}), dates=DateSpan(START, START + timedelta(days=9))),
)
whens = st.sampled_from(WHENS)
forms = st.sampled_from((Form.CYCLE, Form.CALENDAR))


@st.composite
def few_shifts(
    draw: st.DrawFn, weeks: int, kinds: tuple[ShiftKind, ...] = (DAY, EVENING, NIGHT, SHORT)
) -> tuple[Need, ...]:
    """One to six shifts on chosen days, for one or two people each."""
    days = [(kind, week, day) for kind in kinds for week in range(1, weeks + 1) for day in range(7)]
    chosen = draw(st.lists(st.sampled_from(days), min_size=1, max_size=6, unique=True))
    return tuple(
        Need(kind.code, When(frozenset({day}), WeekRule.NAMED, frozenset({week})), draw(st.integers(1, 2)))
        for kind, week, day in chosen
    )  # fmt: skip


@st.composite
def presence(draw: st.DrawFn) -> Brief:
    """When she can and cannot, her vacation, employment, skills, and work elsewhere."""
    form, weeks = draw(forms), draw(st.integers(1, 2))
    hours = st.builds(
        Hours,
        whens,
        st.sampled_from((0, 7 * HOUR, 15 * HOUR)),
        st.sampled_from((16 * HOUR, 22 * HOUR, 24 * HOUR, 31 * HOUR)),
    )
    other = st.builds(Hours, whens, st.sampled_from((0, 7 * HOUR)), st.sampled_from((16 * HOUR, 24 * HOUR)))
    some_days = st.builds(
        lambda first, more: DateSpan(START + timedelta(days=first), START + timedelta(days=first + more)),
        st.integers(0, 9),
        st.integers(0, 3),
    )
    kari = Assistant(
        "kari", "Kari", Position.PERMANENT, Decimal(100), 40 * HOUR,
        employed_from=draw(st.sampled_from((None, START + timedelta(days=1)))),
        employed_to=draw(st.sampled_from((None, START + timedelta(days=8)))),
        may_work_from=draw(st.sampled_from((None, START + timedelta(days=2)))),
        skills=draw(st.sampled_from(((), (HeldSkill("lift"),), (HeldSkill("lift", START + timedelta(days=3)),)))),
        can=draw(st.lists(hours, max_size=2).map(tuple)),
        cannot=draw(st.lists(hours, max_size=1).map(tuple)),
        vacation=draw(st.lists(some_days, max_size=1).map(tuple)),
        weekends=draw(st.sampled_from((None, WeekendRhythm(2, 2)))),
        elsewhere=draw(st.lists(st.builds(OtherWork, other, st.sampled_from(Elsewhere)), max_size=1).map(tuple)),
    )  # fmt: skip
    needs = draw(few_shifts(weeks))
    asks = draw(st.sampled_from(("", "of all", "of some")))
    kinds = [DAY, EVENING, NIGHT, SHORT]
    if asks == "of all":
        kinds[0] = replace(DAY, skills=frozenset({"lift"}))
    if asks == "of some":
        needs = (replace(needs[0], skills=(SkillNeed("lift", 1),)), *needs[1:])
    return brief(form, weeks, tuple(kinds), needs, assistants=(kari,))


@st.composite
def demands(draw: st.DrawFn) -> Brief:
    """Krav in words, fixed shifts, ceilings, and days split in two."""
    form, weeks = draw(forms), draw(st.integers(1, 2))
    sort = draw(st.sampled_from([one for one in WishSort if one not in (WishSort.TOGETHER, WishSort.APART)]))
    wish = Wish(
        "kari", sort, Worth.DEMAND, draw(st.one_of(st.none(), whens)), draw(st.sampled_from((None, "D", "N"))),
        draw(st.integers(1, 3)),
    )  # fmt: skip
    kari = Assistant(
        "kari", "Kari", Position.PERMANENT, Decimal(100), 40 * HOUR,
        most_nights=draw(st.sampled_from((None, Ceiling(1, 1), Ceiling(1, 4)))),
        most_weekends=draw(st.sampled_from((None, Ceiling(0, 2), Ceiling(1, 2)))),
        most_minutes=draw(st.sampled_from((None, Ceiling(14 * HOUR, 1), Ceiling(14 * HOUR - 1, 2)))),
        pins=draw(st.lists(st.builds(Pin, st.sampled_from(("D", "N")), whens), max_size=1).map(tuple)),
    )  # fmt: skip
    made = brief(form, weeks, (DAY, EVENING, NIGHT, SHORT), draw(few_shifts(weeks)), assistants=(kari,), wishes=(wish,))
    return replace(made, settings=replace(made.settings, split_days_per_week=draw(st.integers(0, 1))))


@st.composite
def accounts(draw: st.DrawFn) -> Brief:
    """A vedtak and a contract that a few shifts fill to the minute, or a minute past."""
    form, weeks = draw(forms), draw(st.integers(1, 2))
    by = draw(st.sampled_from((-1, 0, 1)))
    shifts = draw(st.integers(1, 4))
    line = VedtakLine(
        "V", ALWAYS, per_week=max(1, shifts * 7 * HOUR // weeks + by),
        covers=draw(st.sampled_from((frozenset(), frozenset(Covers), frozenset({Covers.WAKING_NIGHT})))),
    )  # fmt: skip
    lines = draw(st.sampled_from(((line,), *(cut_on(line, START + timedelta(days=days)) for days in (2, 7)))))
    kari = Assistant(
        "kari", "Kari", Position.PERMANENT, Decimal(draw(st.sampled_from((10, 20, 50)))), 35 * HOUR + by,
        wants_up_to=draw(st.sampled_from((None, Decimal(40)))),
        vacation=draw(st.sampled_from(((), (DateSpan(START, START + timedelta(days=3)),)))),
    )  # fmt: skip
    return brief(
        form, weeks, (DAY, EVENING, NIGHT, SHORT), draw(few_shifts(weeks)), assistants=(kari,), vedtak=Vedtak(lines)
    )


def cut_on(line: VedtakLine, day: date) -> tuple[VedtakLine, VedtakLine]:
    """The line to the day before, and one that follows it with half of its hours."""
    before = replace(line, dates=DateSpan(line.dates.first, day - timedelta(days=1)))
    after = replace(line, id="W", dates=DateSpan(day, line.dates.last), per_week=max(1, (line.per_week or 0) // 2))
    return before, after
