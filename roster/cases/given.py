"""What a case gives, as a brief and a roster of just its shifts."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from roster.cases.case import Given, Outside
from roster.cases.format import AgreementRow, CaseRow, GivenRow, PersonRow, ShiftRow
from roster.checking.coverage import not_covered
from roster.domain.brief import (
    Agreement,
    Arrangement,
    Assistant,
    Balances,
    Brief,
    Cut,
    Period,
    Settings,
    Vedtak,
)
from roster.domain.clock import OSLO, PLAIN, Clock
from roster.domain.days import DateSpan
from roster.domain.kinds import Elsewhere, Form, Sort, Tariff, WorkSort
from roster.domain.recorded import recorded
from roster.domain.shift import Pause, Shift
from roster.domain.spans import HOUR, Span
from roster.rules import numbers
from roster.rules.profiles import profile

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WEEK = timedelta(weeks=1)
ANY_HOURS = Decimal(1_000_000)
"""Percent wanted by one whose contract is not known: nothing is then too much or too little."""


class InputFaultError(ValueError):
    """What is given cannot be."""


def given(row: CaseRow) -> Given:
    """The roster of the case; or that the law is not covered, or what is wrong with the input."""
    try:
        return _given(row.given, tuple(_repeated(row)))
    except InputFaultError as fault:
        return Given(None, Outside.INPUT_FAULT, str(fault))


def _repeated(row: CaseRow) -> Iterator[ShiftRow]:
    """The shifts of one week, copied a week apart by the clock."""
    for number in range(row.repeat.weeks if row.repeat else 1):
        for one in row.shifts:
            yield one if number == 0 else _moved(one, number * WEEK)


def _moved(one: ShiftRow, by: timedelta) -> ShiftRow:
    def moved(stretches: list[tuple[datetime, datetime]]) -> list[tuple[datetime, datetime]]:
        return [(first + by, last + by) for first, last in stretches]

    breaks = None if one.breaks is None else [(part[0] + by, part[1] + by, *part[2:]) for part in one.breaks]
    changed: dict[str, object] = {
        "start": one.start + by,
        "end": one.end + by,
        "passive": moved(one.passive),
        "active": moved(one.active),
        "breaks": breaks,
    }
    return one.model_copy(update=changed)


def _given(row: GivenRow, rows: tuple[ShiftRow, ...]) -> Given:
    cuts = _cuts(row.settings)
    period = _period(row, rows, cuts)
    brief = _brief(row, rows, period, cuts)
    if why := not_covered(brief):
        return Given(None, Outside.NOT_COVERED, why)
    clock = PLAIN if period.form is Form.CYCLE else OSLO
    shifts = [(one.who, _shift(clock, one, f"{number + 1}")) for number, one in enumerate(rows)]
    past = [(one.who, _shift(OSLO, one, f"før {number + 1}")) for number, one in enumerate(row.history)]
    return Given(recorded(brief, shifts, past))


# -- when --------------------------------------------------------------------------------------------


def _cuts(settings: Mapping[str, object]) -> tuple[Cut, ...]:
    said = settings.get("week_cut")
    if said is None:
        return ()
    by_day = said if isinstance(said, Mapping) else {date.min: said}
    return tuple(_cut(since, text) for since, text in sorted(by_day.items(), key=lambda one: str(one[0])))


def _cut(since: object, text: object) -> Cut:
    words = str(text).lower().split()
    if not isinstance(since, date):
        since = date.fromisoformat(str(since))
    if len(words) != 2 or words[0][:3] not in WEEKDAYS:
        raise InputFaultError(f"week_cut: {text}")
    return Cut(since, WEEKDAYS.index(words[0][:3]), _minutes(words[1]))


def _minutes(clock: str) -> int:
    at = time.fromisoformat(clock)
    return at.hour * 60 + at.minute


def _period(row: GivenRow, rows: tuple[ShiftRow, ...], cuts: tuple[Cut, ...]) -> Period:
    cut = cuts[0] if cuts else Cut(date.min, 0, 0)
    day_cut = _minutes(str(row.settings.get("day_cut", "00:00")))
    form = Form.CALENDAR if row.cycle_weeks is None else Form.CYCLE
    if row.period is not None:
        weeks = row.cycle_weeks or row.period.weeks
        start = row.period.start
        if start.weekday() != cut.weekday:
            raise InputFaultError(f"{start} is not on the week cut (D24)")
        if weeks < 1:
            raise InputFaultError("no weeks")
        return Period(start, weeks, form, week_cut=cut.minute, day_cut=day_cut, rollout_weeks=weeks)
    if not rows:
        raise InputFaultError("neither a period nor shifts")
    first = min(one.start for one in rows)
    last = max(one.start for one in rows)
    start = _cut_before(first, cut)
    weeks = row.cycle_weeks or (_cut_before(last, cut) - start).days // 7 + 1
    return Period(start, weeks, form, week_cut=cut.minute, day_cut=day_cut, rollout_weeks=weeks)


def _cut_before(moment: datetime, cut: Cut) -> date:
    """The date of the last week cut at or before the moment."""
    since = moment - timedelta(minutes=cut.minute)
    return since.date() - timedelta(days=(since.weekday() - cut.weekday) % 7)


# -- who and what --------------------------------------------------------------------------------------


def _brief(row: GivenRow, rows: tuple[ShiftRow, ...], period: Period, cuts: tuple[Cut, ...]) -> Brief:
    names = dict.fromkeys([*row.people, *(one.who for one in (*rows, *row.history)), *row.balances])
    people = tuple(_person(row, name, row.people.get(name)) for name in names or ["P"])
    standard = profile(row.tariff)
    return Brief(
        arrangement=Arrangement("Ordningen", row.employer, row.tariff, row.tariff is not Tariff.NONE),
        vedtak=Vedtak(()),
        period=period,
        kinds=(),
        needs=(),
        assistants=people,
        agreements=tuple(_agreement(one, number + 1) for number, one in enumerate(row.agreements)),
        balances=tuple(Balances(who, **one.model_dump()) for who, one in row.balances.items()),
        settings=_settings(row.settings, cuts, standard.resting_paid),
        discussed=row.discussed,
    )


def _settings(said: Mapping[str, object], cuts: tuple[Cut, ...], resting_paid: int) -> Settings:
    unknown = said.keys() - {"week_cut", "day_cut", "stricter_readings", "resting_paid", "resting_granted"}
    if unknown:
        raise InputFaultError(f"unknown settings: {', '.join(sorted(unknown))}")

    def per_hour(name: str, usual: int) -> int:
        """Minutes for an hour: a factor up to 1, or the minutes themselves."""
        value = Decimal(str(said.get(name, usual)))
        return round(value * HOUR if value <= 1 else value)

    return Settings(
        split_days_per_week=7,
        resting_paid=per_hour("resting_paid", resting_paid),
        resting_granted=per_hour("resting_granted", HOUR),
        stricter_readings=bool(said.get("stricter_readings", False)),
        cuts=cuts,
    )


def _person(row: GivenRow, name: str, said: PersonRow | None) -> Assistant:
    one = said or PersonRow()
    if one.percent is not None and one.percent < 0:
        raise InputFaultError(f"{name}: {one.percent} percent")
    full_time = (
        profile(row.tariff).full_time_week if one.full_time_week_h is None else round(one.full_time_week_h * HOUR)
    )
    known = one.percent is not None
    return Assistant(
        id=name,
        alias=name,
        position=one.position,
        percent=one.percent if one.percent is not None else Decimal(0),
        full_time_week=full_time,
        wants_up_to=one.wants_up_to if known else ANY_HOURS,
        employed_from=one.employed_from,
        employed_to=one.employed_to,
        may_work_from=one.may_work_from,
        born=one.born,
        vacation=tuple(_dates(first, last) for first, last in row.vacation.get(name, ())),
    )


def _dates(first: date, last: date) -> DateSpan:
    if last < first:
        raise InputFaultError(f"vacation ends {last}, before it begins")
    return DateSpan(first, last)


def _agreement(row: AgreementRow, number: int) -> Agreement:
    return Agreement(
        id=row.id or f"avtale {number}",
        paragraph=row.paragraph,
        party=row.party,
        values=dict(row.values),
        covers=None if row.covers in (None, "all") else tuple(row.covers),
        averaging_weeks=row.averaging_weeks,
        signed=row.signed,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        notice=row.notice,
        compensating_rest=row.compensating_rest,
        document=row.document,
        use_unsigned=row.use_unsigned,
    )


# -- shifts ----------------------------------------------------------------------------------------------

_ELSEWHERE = {"elsewhere_same": Elsewhere.SAME, "elsewhere_other": Elsewhere.OTHER}
_WORK = {"overtime": WorkSort.OVERTIME, "standby": WorkSort.STANDBY}


def _shift(clock: Clock, row: ShiftRow, name: str) -> Shift:
    if row.end <= row.start:
        raise InputFaultError(f"{row.who}: {row.start} ends {row.end}")
    span = _span(clock, (row.start, row.end))
    passive = tuple(_within(clock, one, span) for one in row.passive)
    breaks = (
        None if row.breaks is None else tuple(Pause(_within(clock, one[:2], span), len(one) == 2) for one in row.breaks)
    )
    standby = row.work == "standby"
    return Shift(
        id=f"{row.start:%Y-%m-%d %H%M} {name}",
        kind=f"{row.start:%H.%M}–{row.end:%H.%M}",
        sort=_sort(row),
        start=row.start,
        end=row.end,
        span=span,
        resting=passive,
        resting_nominal=sum(round((last - first).total_seconds()) // 60 for first, last in row.passive),
        off_duty=sum(one.span.minutes for one in breaks or () if not one.working),
        passive_because="oppgitt" if row.essentially_passive else None,
        charged=row.work not in _ELSEWHERE,
        elsewhere=_ELSEWHERE.get(row.work),
        breaks=breaks,
        active=tuple(_within(clock, one, span) for one in row.active),
        work=_WORK.get(row.work, WorkSort.ORDINARY),
        standby_parts=numbers.STANDBY_PARTS.on(row.start.date()) if standby else 1,
        unforeseen=row.unforeseen,
        strain=row.strain,
        overtime_consent=row.overtime_consent,
        travel=row.travel or row.reise,
    )


def _span(clock: Clock, stretch: tuple[datetime, datetime]) -> Span:
    first, last = clock.minute(stretch[0]), clock.minute(stretch[1])
    if last <= first:
        raise InputFaultError(f"{stretch[0]} ends {stretch[1]}")
    return Span(first, last)


def _within(clock: Clock, stretch: tuple[datetime, datetime], whole: Span) -> Span:
    part = _span(clock, stretch)
    if not whole.holds(part):
        raise InputFaultError(f"{stretch[0]}–{stretch[1]} lies outside its shift")
    return part


def _sort(row: ShiftRow) -> Sort:
    """Slag by the times alone: what runs past two at night is a night; an evening starts after 12 or ends after 20."""
    if row.travel or row.reise:
        return Sort.TRAVEL
    if row.end - row.start > timedelta(hours=16):
        return Sort.ROUND
    over = row.end.date() > row.start.date()
    if (over and row.end.time() > time(2)) or row.start.time() < time(4):
        return Sort.RESTING_NIGHT if row.passive else Sort.NIGHT
    return Sort.EVENING if over or row.start.time() >= time(12) or row.end.time() > time(20) else Sort.DAY
