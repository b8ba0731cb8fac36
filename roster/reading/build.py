"""From rows that have passed every check to the brief."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from decimal import Decimal

from roster.domain.assistant import Assistant, Hours, OtherWork, Pin
from roster.domain.brief import Agreement, Arrangement, Balances, Brief, PastShift, Period, Wish
from roster.domain.days import DateSpan, When
from roster.domain.help_needed import Break, Event, Need, NeedChange, Part, ShiftKind
from roster.domain.kinds import EventSort, OffCode, Position, Tariff, WhenShort
from roster.domain.leave import Leave
from roster.domain.settings import Charging, Settings
from roster.domain.vedtak import Season, Vedtak, VedtakLine
from roster.reading import schema
from roster.reading.build_money import pay_rates, wage_type
from roster.reading.fields import ALL
from roster.reading.structure import Rows
from roster.reading.times import DAY, TimeSpan
from roster.rules.profiles import profile
from roster.wording.brief_choices import Absence, ChangeSort
from roster.wording.leave_fields import vikar_for

_DECIMALS = (
    "day_h",
    "week_h",
    "single_week_h",
    "daily_rest_h",
    "weekly_rest_h",
    "overtime_7d_h",
    "overtime_4w_h",
    "overtime_52w_h",
    "overtime_26w_h",
    "total_day_h",
    "night_day_h",
)
_YES_NO = ("below_floor", "other_protection", "majority_bound")
_CLOCKS = ("night_from", "night_to")


def build(rows: Rows, weeks: int) -> Brief:
    """The brief that the rows say."""
    assert rows.ordning is not None
    assert rows.periode is not None
    tariff = rows.ordning.tariff
    return Brief(
        arrangement=Arrangement(rows.ordning.alias, rows.ordning.employer, tariff, rows.ordning.elected_reps),
        vedtak=Vedtak(
            tuple(map(vedtak_line, rows.vedtak)), rows.when_short.when_short if rows.when_short else WhenShort.STOP
        ),
        period=period_of(rows.periode, weeks),
        kinds=tuple(map(kind, rows.vakter)),
        needs=tuple(_need(row, rows) for row in rows.behov),
        assistants=tuple(assistant(row, rows, tariff) for row in rows.assistenter),
        changes=tuple(map(change, rows.unntak)),
        events=tuple(_event(row, rows) for row in rows.hendelser),
        agreements=tuple(map(agreement, rows.avtaler)),
        wishes=tuple(map(wish, rows.wishes)),
        history=tuple(_past(row, rows) for row in rows.past),
        balances=tuple(map(_balances, rows.saldoer)),
        settings=settings(rows.innstillinger or schema.SettingsRow.model_validate({}), tariff),
        discussed=rows.periode.discussed,
        seasons=tuple(
            Season(one.dates, one.percent, one.name, place=one.place)
            for one in rows.stretches
            if one.percent is not None
        ),
        rates=tuple(map(pay_rates, rows.satser)),
        wage_types=tuple(map(wage_type, rows.wage_types)),
    )


def when(row: schema.Days, red: bool = False) -> When:
    rule, named = row.uker
    return When(row.dager, rule, named, row.datoer, red)


def vedtak_line(row: schema.VedtakRow) -> VedtakLine:
    return VedtakLine(
        row.id, DateSpan(row.first, row.last), row.per_week, row.per_year, row.used, row.through, frozenset(row.covers),
        row.purpose, place=row.place,
    )  # fmt: skip


def period_of(row: schema.PeriodRow, weeks: int) -> Period:
    """The period, of so many weeks."""
    return Period(row.start, weeks, row.form, row.lines, row.week_cut[1], row.day_cut, row.rollout_weeks, row.red_days)


def kind(row: schema.KindRow) -> ShiftKind:
    """The kind of shift, its parts counted from its start."""

    def inside(start: int, length: int) -> tuple[int, int]:
        offset = (start - row.time.start) % DAY
        return offset, offset + length

    return ShiftKind(
        row.code,
        row.name,
        row.time.start,
        row.time.length,
        row.sort,
        tuple(Part(*inside(span.start, span.length)) for span in row.resting),
        row.passive_because,
        None if row.breaks is None else tuple(Break(*inside(b.start, b.length), working) for b, working in row.breaks),
        frozenset(skill.lower() for skill in row.skills),
        row.strain,
        place=row.place,
    )


def _need(row: schema.NeedRow, rows: Rows) -> Need:
    dated = when(row, row.red)
    if row.among or row.outside:
        time = next((one.time for one in rows.vakter if one.code == row.kind), None)
        among = stretches_of(rows, row.among, time) if row.among else None
        dated = replace(dated, among=among, outside=stretches_of(rows, row.outside, time))
    return Need(row.kind, dated, row.count, row.up_to, row.skills, row.charged, row.line, place=row.place)


def stretches_of(rows: Rows, sorts: tuple[str, ...], time: TimeSpan | None) -> tuple[DateSpan, ...]:
    """The dates of these sorts in the calendar; of one with a time, where a shift at ``time`` lies within it."""
    wanted = {one.casefold() for one in sorts}
    return tuple(
        one.dates
        for one in rows.stretches
        if one.sort in wanted
        and (one.time is None or (time is not None and one.time.start <= time.start and time.end <= one.time.end))
    )


def change(row: schema.ChangeRow) -> NeedChange:
    """The exception."""
    return NeedChange(
        when(row), row.kind, row.count or 0, row.up_to, row.skills, row.sort == ChangeSort.ADDED, row.note,
        place=row.place,
    )  # fmt: skip


def _event(row: schema.EventRow, rows: Rows) -> Event:
    everybody = tuple(one.id for one in rows.assistenter)
    return Event(
        row.id,
        row.name,
        row.sort,
        when(row),
        row.time.start,
        row.time.length,
        everybody if row.who == (ALL,) else row.who,
        _event_charged(row, rows) if row.charged is None else row.charged,
        row.mentor,
        row.kind,
        place=row.place,
    )


def _event_charged(row: schema.EventRow, rows: Rows) -> bool:
    """What the arrangement has for events of the sort, where the row itself does not say."""
    charging = _charging(rows.innstillinger)
    return charging.training if row.sort == EventSort.TRAINING else charging.meetings


def _charging(row: schema.SettingsRow | None) -> Charging:
    if row is None:
        return Charging()
    return Charging(row.meetings, row.training, row.overlap, row.travel, row.sick, row.cancelled)


def availability_hours(row: schema.AvailabilityRow) -> Hours:
    """The hours that the row speaks of; whole days where it has no time."""
    return (
        Hours(when(row), row.time.start, row.time.end, place=row.place)
        if row.time
        else Hours(when(row), place=row.place)
    )


def assistant(row: schema.AssistantRow, rows: Rows, tariff: Tariff) -> Assistant:
    """The assistant with all that other rows say of when they work."""
    ordinary_week = profile(tariff).full_time_week
    own = [one for one in rows.tilgjengelighet if one.who == row.id]
    return Assistant(
        id=row.id,
        alias=row.alias,
        position=row.position,
        percent=row.percent,
        full_time_week=ordinary_week if row.full_time_week is None else row.full_time_week,
        wants_up_to=row.wants_up_to,
        employed_from=row.employed_from,
        employed_to=row.employed_to,
        may_work_from=row.may_work_from,
        born=row.born,
        skills=row.skills,
        can=tuple(availability_hours(one) for one in own if one.sort == Absence.CAN),
        cannot=tuple(availability_hours(one) for one in own if one.sort == Absence.CANNOT),
        vacation=tuple(one.datoer for one in own if one.sort == Absence.VACATION and one.datoer),
        weekends=row.weekends,
        most_nights=row.most_nights,
        most_weekends=row.most_weekends,
        most_minutes=row.most_minutes,
        pins=tuple(
            Pin(one.kind, when(one), place=one.place)
            for one in own
            if one.sort == Absence.PINNED and one.kind is not None
        ),
        elsewhere=tuple(
            OtherWork(availability_hours(one), one.where)
            for one in own
            if one.sort == Absence.ELSEWHERE and one.where is not None
        ),
        alone_after=row.alone_after,
        temporary_because=row.temporary_because or _substitutes_for(row, rows),
        leaves=tuple(
            Leave(one.dates, one.percent, one.sort, one.covered_by, one.consent, place=one.place)
            for one in rows.leaves
            if one.who == row.id
        ),
        place=row.place,
    )


def _substitutes_for(row: schema.AssistantRow, rows: Rows) -> str | None:
    """The ground of § 14-9 (2) b for who is a vikar for somebody away; None where they are for nobody."""
    if row.position not in (Position.SUBSTITUTE, Position.TEMPORARY):
        return None
    return next((vikar_for(one.who) for one in rows.leaves if row.id in one.covered_by), None)


def agreement(row: schema.AgreementRow) -> Agreement:
    """The agreement with the values that it gives."""
    values: dict[str, Decimal] = {}
    for name in _DECIMALS:
        if (hours := getattr(row, name)) is not None:
            values[name] = hours
    for name in _YES_NO:
        if (said := getattr(row, name)) is not None:
            values[name] = Decimal(said)
    for name in _CLOCKS:
        if (clock := getattr(row, name)) is not None:
            values[name] = Decimal(clock) / 60
    return Agreement(
        id=row.id,
        paragraph=row.paragraph,
        party=row.party,
        values=values,
        covers=None if row.covers == (ALL,) else row.covers,
        averaging_weeks=row.averaging_weeks,
        signed=row.signed,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        notice=row.notice,
        compensating_rest=row.compensating_rest,
        document=row.document,
        use_unsigned=row.use_unsigned,
        place=row.place,
    )


def wish(row: schema.WishRow) -> Wish:
    said = row.gives("dager") or row.gives("uker") or row.gives("datoer")
    return Wish(
        row.who, row.sort, row.worth, when(row) if said else None, row.kind, row.number, row.other, place=row.place
    )


def _past(row: schema.PastRow, rows: Rows) -> PastShift:
    span = row.time or next(one.time for one in rows.vakter if one.code == row.kind)
    start = datetime.combine(row.day, time()) + timedelta(minutes=span.start)
    return PastShift(row.who, start, start + timedelta(minutes=span.length), row.kind, place=row.place)


def _balances(row: schema.BalanceRow) -> Balances:
    return Balances(**{name: getattr(row, name) for name in Balances.__dataclass_fields__})


def settings(row: schema.SettingsRow, tariff: Tariff) -> Settings:
    ordinary = Settings()
    return Settings(
        row.split_days,
        profile(tariff).resting_paid if row.resting_paid is None else row.resting_paid,
        ordinary.resting_granted if row.resting_granted is None else row.resting_granted,
        ordinary.eve_of_may_from if row.eve_of_may is None else row.eve_of_may,
        row.year_52_weeks,
        row.stricter_readings,
        tuple(sorted(row.cuts, key=lambda one: one.since)),
        profile(tariff).activations,
        _charging(row),
        row.standby_parts,
        row.spread_by_need,
        row.calendar_text,
        _off_codes(row, tariff),
        row.sick_credit,
        row.plus_settled,
        row.minus_settled,
    )


def _off_codes(row: schema.SettingsRow, tariff: Tariff) -> frozenset[OffCode] | None:
    """Those of the tariffavtale, but where the brief says yes or no itself; None where it says nothing."""
    said = {
        OffCode.RED_DAY: row.off_red_day,
        OffCode.SUPPLEMENT: row.off_supplement,
        OffCode.REPLACED: row.off_replaced,
    }
    if all(one is None for one in said.values()):
        return None
    usual = profile(tariff).off_codes
    return frozenset(code for code, yes in said.items() if (code in usual if yes is None else yes))
