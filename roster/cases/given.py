"""What a case gives, as a brief and a roster of just its shifts."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction

from roster.cases.case import Given, Outside
from roster.cases.format import AgreementRow, CaseRow, GivenRow, PersonRow, ShiftRow
from roster.checking.coverage import not_covered
from roster.domain.assistant import Assistant
from roster.domain.brief import Agreement, Arrangement, Balances, Brief, Period
from roster.domain.clock import OSLO, PLAIN, Clock
from roster.domain.days import DateSpan
from roster.domain.kinds import Elsewhere, Form, Tariff, WorkSort
from roster.domain.recorded import recorded
from roster.domain.settings import Cut, Settings
from roster.domain.shift import Shift
from roster.domain.spans import HOUR
from roster.domain.vedtak import Vedtak
from roster.domain.written import MONDAY, ImpossibleError, bare_period, somebody, weeks_around, written_shift
from roster.rules import standby
from roster.rules.agreements import STANDBY_PARTS
from roster.rules.profiles import Profile, profile

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WEEK = timedelta(weeks=1)
MOST_WEEKS = 520
LONGEST = timedelta(days=92)
"""A trip or a standby may go on for weeks; what is longer is a year written wrong."""
STANDBY_SHARE = "standby_share"


class InputFaultError(ValueError):
    """What is given cannot be."""


def given(row: CaseRow) -> Given:
    """The roster of the case; or that the law is not covered, or what is wrong with the input."""
    try:
        return _given(row.given, tuple(_repeated(row)))
    except (InputFaultError, ImpossibleError, OverflowError) as fault:
        return Given(None, Outside.INPUT_FAULT, str(fault))


def _repeated(row: CaseRow) -> Iterator[ShiftRow]:
    """The shifts of one week, copied a week apart by the clock."""
    times = row.repeat.weeks if row.repeat else 1
    if not 1 <= times <= MOST_WEEKS:
        raise InputFaultError(f"repeated {times} times")
    for number in range(times):
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
    alone = next(iter(row.people)) if len(row.people) == 1 else "P"
    rows = tuple(_with_who(one, alone) for one in rows)
    row = row.model_copy(update={"history": [_with_who(one, alone) for one in row.history]})
    period = _period(row, rows, cuts)
    brief = _brief(row, rows, period, cuts)
    first = min((one.start.date() for one in rows), default=None) if row.period is None else None
    if why := not_covered(brief, first):
        return Given(None, Outside.NOT_COVERED, why)
    clock = PLAIN if period.form is Form.CYCLE else OSLO

    def each(of: Clock, written: Iterable[ShiftRow], name: str) -> list[tuple[str, Shift]]:
        numbered = enumerate(written, start=1)
        return [((who := one.who or alone), _shift(brief, of, who, one, f"{name}{number}")) for number, one in numbered]

    return Given(recorded(brief, each(clock, rows, ""), each(OSLO, row.history, "før ")))


def _with_who(row: ShiftRow, alone: str) -> ShiftRow:
    """A shift of nobody in particular is that of the one person there is."""
    return row if row.who is not None else row.model_copy(update={"who": alone})


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
    if not words or len(words) > 2 or words[0][:3] not in WEEKDAYS:
        raise InputFaultError(f"week_cut: {text}")
    return Cut(since, WEEKDAYS.index(words[0][:3]), _minutes(words[1] if len(words) == 2 else "0"))


def _minutes(clock: str) -> int:
    hour, _, minute = clock.partition(":")
    return int(hour) * 60 + int(minute or 0)


def _period(row: GivenRow, rows: tuple[ShiftRow, ...], cuts: tuple[Cut, ...]) -> Period:
    begins = row.period.start if row.period else min((one.start.date() for one in rows), default=date.min)
    cut = next((one for one in reversed(cuts) if one.since <= begins), cuts[0] if cuts else MONDAY)
    day_cut = _minutes(str(row.settings.get("day_cut", "00:00")))
    form = Form.CALENDAR if row.cycle_weeks is None else Form.CYCLE
    if row.period is not None:
        start, weeks = row.period.start, row.period.weeks
        if not weeks and row.cycle_weeks is None and row.period.to is not None:
            weeks = -(-((row.period.to - start).days + 1) // 7)
        weeks = weeks or row.cycle_weeks or 0
        if start.weekday() != cut.weekday:
            raise InputFaultError(f"{start} is not on the week cut (D24)")
    elif rows:
        start, weeks = weeks_around((one.start for one in rows), cut)
    else:
        raise InputFaultError("neither a period nor shifts")
    chosen = row.cycle_weeks or weeks
    if not 1 <= chosen <= MOST_WEEKS:
        raise InputFaultError(f"{chosen} weeks")
    return bare_period(start, chosen, cut, day_cut, form)


# -- who and what --------------------------------------------------------------------------------------


def _brief(row: GivenRow, rows: tuple[ShiftRow, ...], period: Period, cuts: tuple[Cut, ...]) -> Brief:
    named = (one.who for one in (*rows, *row.history) if one.who is not None)
    names = dict.fromkeys([*row.people, *named, *row.balances])
    unknown = names.keys() - row.people.keys()
    if row.people and unknown:
        raise InputFaultError(f"not among the people: {', '.join(sorted(unknown))}")
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
        settings=_settings(row.settings, cuts, standard),
        discussed=row.discussed,
    )


def _settings(said: Mapping[str, object], cuts: tuple[Cut, ...], standard: Profile) -> Settings:
    usual = Settings()

    def per_hour(name: str, usual: int) -> int:
        """Minutes for an hour: a factor up to 1, or the minutes themselves."""
        value = Decimal(str(said.get(name, usual)))
        return round(value * HOUR if value <= 1 else value)

    return Settings(
        split_days_per_week=7,
        resting_paid=per_hour("resting_paid", standard.resting_paid),
        resting_granted=per_hour("resting_granted", HOUR),
        eve_of_may_from=_minutes(str(said["eve_of_may_from"])) if "eve_of_may_from" in said else usual.eve_of_may_from,
        stricter_readings=_is_yes(said.get("stricter_readings")) or str(said.get("day_mode")).upper() == "FROM_START",
        activations=standard.activations,
        cuts=cuts,
        standby_parts=_parts(said["standby_share"]) if "standby_share" in said else 0,
    )


def _parts(share: object) -> int:
    """One part in so many, of a share such as 1/7 or 0.2; a number over 1 is the parts themselves."""
    over, _, under = str(share).partition("/")
    written = Fraction(over) / Fraction(under or 1)
    if written <= 0:
        raise InputFaultError(f"standby_share: {share}")
    return max(1, round(1 / written if written <= 1 else written))


def _is_yes(said: object) -> bool:
    return said is True or str(said).lower() in ("true", "yes", "ja", "1")


def _person(row: GivenRow, name: str, said: PersonRow | None) -> Assistant:
    one = said or PersonRow()
    if one.percent is not None and one.percent < 0:
        raise InputFaultError(f"{name}: {one.percent} percent")
    full_time = (
        profile(row.tariff).full_time_week if one.full_time_week_h is None else round(one.full_time_week_h * HOUR)
    )
    bare = somebody(name, full_time)
    known = one.percent is not None
    return replace(
        bare,
        percent=bare.percent if one.percent is None else one.percent,
        wants_up_to=one.wants_up_to if known else bare.wants_up_to,
        position=one.position,
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
    """Yes and no may stand among the values or beside them."""
    values = dict(row.values)
    rest = values.pop("compensating_rest", row.compensating_rest)
    weeks = values.pop("averaging_weeks", row.averaging_weeks)
    if STANDBY_SHARE in values:
        values[STANDBY_PARTS] = Decimal(_parts(values.pop(STANDBY_SHARE)))
    if row.majority_bound is not None:
        values["majority_bound"] = Decimal(row.majority_bound)
    return Agreement(
        id=row.id or f"avtale {number}",
        paragraph=row.paragraph,
        party=row.party,
        values=values,
        covers=None if row.covers in (None, "all") else tuple(row.covers),
        averaging_weeks=None if weeks is None else int(weeks),
        signed=row.signed,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        notice=row.notice,
        compensating_rest=None if rest is None else bool(rest),
        document=row.document,
        use_unsigned=row.use_unsigned,
    )


# -- shifts ----------------------------------------------------------------------------------------------

_ELSEWHERE = {"elsewhere_same": Elsewhere.SAME, "elsewhere_other": Elsewhere.OTHER}
_WORK = {"overtime": WorkSort.OVERTIME, "standby": WorkSort.STANDBY}


def _shift(brief: Brief, clock: Clock, who: str, row: ShiftRow, name: str) -> Shift:
    if row.end - row.start > LONGEST:
        raise InputFaultError(f"{row.start} ends {row.end}")
    return written_shift(
        clock,
        name,
        row.start,
        row.end,
        resting=row.passive,
        passive_because="oppgitt" if row.essentially_passive else None,
        breaks=None if row.breaks is None else [(one[:2], len(one) == 2) for one in row.breaks],
        active=row.active,
        work=_WORK.get(row.work, WorkSort.ORDINARY),
        standby_parts=standby.parts(brief, who, row.start.date()),
        elsewhere=_ELSEWHERE.get(row.work),
        unforeseen=row.unforeseen,
        strain=row.strain,
        overtime_consent=row.overtime_consent,
        travel=row.travel or row.reise,
    )
