"""From a list of shifts to a roster: on a brief, or on what is presumed where there is none."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from roster.domain.brief import Agreement, Arrangement, Brief, PastShift, Period
from roster.domain.clock import OSLO, Clock
from roster.domain.frame import Frame, calendar_frame
from roster.domain.help_needed import ShiftKind
from roster.domain.kinds import Employer, Form, Tariff, WorkSort
from roster.domain.moved import moved_shift, with_moved
from roster.domain.recorded import recorded
from roster.domain.roster import Roster
from roster.domain.settings import Settings
from roster.domain.shift import Shift
from roster.domain.vedtak import Vedtak
from roster.domain.written import MONDAY, bare_period, cut_before, somebody, weeks_around
from roster.reading.entry_shifts import as_written, kind_called
from roster.reading.faults import Fault, Faults
from roster.reading.list_rows import Entry
from roster.reading.shift_list import ShiftList
from roster.reading.suggest import nearest
from roster.rules import standby
from roster.rules.profiles import profile
from roster.wording.list_words import Role
from roster.wording.presumed_words import Presumed, presumed_of_list
from roster.wording.recorded_words import after_plan, before_list, in_plan, past_of_others

MOST_WEEKS = 265
SPLIT_DAYS = 7


@dataclass(frozen=True, slots=True)
class Conditions:
    """What the user says by options instead of in a brief; None where nothing is said."""

    employer: Employer | None = None
    tariff: Tariff | None = None
    agreements: tuple[Agreement, ...] | None = None
    history: ShiftList | None = None

    @property
    def any(self) -> bool:
        return self != Conditions()


@dataclass(frozen=True, slots=True)
class Written:
    """A roster of the shifts of a list, what it rests on that nobody has said, and what was passed over."""

    roster: Roster
    presumed: tuple[str, ...]
    about: tuple[str, ...]


def without_brief(found: ShiftList, said: Conditions) -> Written:
    """The roster of the weeks that the list touches; raises ``Faults``."""
    start, weeks = weeks_around((entry.start for entry in found.entries), MONDAY)
    _not_too_long(found, weeks)
    agreements = covering(said.agreements or (), found.people, found.file)
    past, about = _past_of(said.history, {name.casefold(): name for name in found.people}, OSLO.at(start, 0))
    brief = replace(
        bare_brief(found.file, found.people, bare_period(start, weeks), said),
        agreements=agreements,
        history=_as_history(past),
    )
    rows = [(entry.who, _shift(brief, entry, f"{number + 1}")) for number, entry in enumerate(found.entries)]
    before = [(who, _shift(brief, entry, f"før {number + 1}")) for number, (who, entry) in enumerate(past)]
    return Written(recorded(brief, rows, before), presumed_without_brief(found.roles, said), tuple(about))


def bare_brief(file: str, people: Iterable[str], period: Period, said: Conditions) -> Brief:
    """What is known where there is no brief: who works, when, and what the user says; no needs and no agreements."""
    tariff = said.tariff or Tariff.NONE
    standard = profile(tariff)
    return Brief(
        arrangement=Arrangement(Path(file).stem, said.employer or Employer.PRIVAT, tariff, tariff is not Tariff.NONE),
        vedtak=Vedtak(()),
        period=period,
        kinds=(),
        needs=(),
        assistants=tuple(somebody(name, standard.full_time_week) for name in people),
        settings=Settings(
            split_days_per_week=SPLIT_DAYS, resting_paid=standard.resting_paid, activations=standard.activations
        ),
    )


def presumed_without_brief(roles: frozenset[Role], said: Conditions) -> tuple[str, ...]:
    """What nobody has said, in words; ``roles`` are what there are columns for."""
    return presumed_of_list(
        Presumed(
            employer=said.employer is None,
            tariff=said.tariff is None,
            agreements=not said.agreements,
            breaks=not roles & {Role.BREAK, Role.PAID_BREAK},
            unpaid=Role.BREAK in roles,
            resting=Role.PASSIVE in roles,
        )
    )


def on_brief(found: ShiftList, brief: Brief, on: Frame | None = None) -> Written:
    """The roster of the brief's period, in which shifts of its kinds fill its needs; raises ``Faults``.

    ``on``: the brief's frame, where the list is not of dates as the brief has them.
    """
    people = _people(found, brief)
    frame = on or calendar_frame(brief, _weeks(found, brief))
    works: set[tuple[str, str]] = set()
    added: dict[str, Shift] = {}
    past = {who: list(shifts) for who, shifts in frame.past.items()}
    later = 0
    for number, entry in enumerate(found.entries):
        who = people[entry.who]
        minute = frame.clock.minute(entry.start)
        if minute >= frame.span.end:
            later += 1
            continue
        kind = _kind(brief, entry)
        if minute < frame.span.start:
            known = {one.span for one in past.get(who, ())}
            shift = _shift(brief, entry, f"før rad {number + 1}") if kind is None else _of_kind(frame, kind, entry)
            if shift.span not in known:
                past.setdefault(who, []).append(shift)
            continue
        own = _shift(brief, entry, f"{number + 1}", frame.clock)
        shift = own if kind is None else _of_kind(frame, kind, entry)
        if (who, shift.id) in works:
            # The same shift twice is a double booking, which is for the rules to find.
            shift = own
        if shift.id not in frame.shift:
            added[shift.id] = replace(shift, up_to=len(brief.assistants))
        works.add((who, shift.id))
    if not works:
        first, last = frame.dates[0], frame.dates[-1]
        what = f"Ingen av vaktene i lista ligger i perioden til grunnlaget ({first:%d.%m.%Y}–{last:%d.%m.%Y})."
        raise Faults([Fault(found.file, "", what, "Sjekk datoene, eller bruk grunnlaget som hører til.")])
    sorted_past = {who: tuple(sorted(shifts, key=lambda one: one.span)) for who, shifts in past.items()}
    frame = replace(with_moved(frame, added.values(), works), past=sorted_past)
    return Written(Roster(frame, frozenset(works)), (), (after_plan(later),) if later else ())


def with_conditions(brief: Brief, said: Conditions, file: str) -> tuple[Brief, tuple[str, ...]]:
    """The brief with what the user says instead, and what was passed over; raises ``Faults``."""
    arrangement = brief.arrangement
    arrangement = replace(
        arrangement, employer=said.employer or arrangement.employer, tariff=said.tariff or arrangement.tariff
    )
    agreements = brief.agreements
    if said.agreements is not None:
        agreements = covering(said.agreements, [one.id for one in brief.assistants], file)
    start = OSLO.at(brief.period.start, brief.period.week_cut)
    history = brief.history
    about: tuple[str, ...] = ()
    if said.history is not None:
        names = names_of(brief)
        past, told = _past_of(said.history, names, start)
        history, about = _as_history(past), tuple(told)
    return replace(brief, arrangement=arrangement, agreements=agreements, history=history), about


# -- people ------------------------------------------------------------------------------------------


def names_of(brief: Brief) -> Mapping[str, str]:
    """The id that each id, and each alias that only one has, stands for; in small letters."""
    aliases = [one.alias.casefold() for one in brief.assistants]
    by_alias = {one.alias.casefold(): one.id for one in brief.assistants if aliases.count(one.alias.casefold()) == 1}
    return {**by_alias, **{one.id.casefold(): one.id for one in brief.assistants}}


def _people(found: ShiftList, brief: Brief) -> Mapping[str, str]:
    """The id of each name in the list; raises ``Faults`` with every name that is nobody's."""
    names = names_of(brief)
    faults = []
    known = ", ".join(f"{one.id} ({one.alias})" for one in brief.assistants)
    for name in found.people:
        if name.casefold() not in names:
            place = next(entry.place for entry in found.entries if entry.who == name)
            near = nearest(name, names)
            hint = f" Mente du «{names[near]}»?" if near else ""
            what = f"«{name}» er ikke i grunnlaget.{hint}"
            faults.append(Fault(found.file, place, what, f"Bruk id eller dekknavn fra grunnlaget: {known}."))
    if faults:
        raise Faults(faults)
    return {name: names[name.casefold()] for name in found.people}


def covering(agreements: Iterable[Agreement], people: Iterable[str], file: str) -> tuple[Agreement, ...]:
    """The agreements with each person by id; raises ``Faults`` for those who are not in the roster."""
    known = {one.casefold(): one for one in people}
    every = tuple(agreements)
    faults = [
        Fault(
            file,
            one.place,
            f"Avtalen «{one.id}» gjelder «{who}», som ikke er med her.",
            f"Skriv «alle», eller noen av disse: {', '.join(known.values())}.",
        )
        for one in every
        for who in one.covers or ()
        if who.casefold() not in known
    ]
    if faults:
        raise Faults(faults)
    return tuple(
        one if one.covers is None else replace(one, covers=tuple(known[who.casefold()] for who in one.covers))
        for one in every
    )


def _past_of(
    history: ShiftList | None, names: Mapping[str, str], start: datetime
) -> tuple[list[tuple[str, Entry]], list[str]]:
    """The shifts before the plan of those who are in it, and how many were passed over."""
    if history is None:
        return [], []
    known = [(names[one.who.casefold()], one) for one in history.entries if one.who.casefold() in names]
    past = [(who, one) for who, one in known if one.start < start]
    about = [before_list(len(past))]
    if others := len(history.entries) - len(known):
        about.append(past_of_others(others))
    if inside := len(known) - len(past):
        about.append(in_plan(inside))
    return past, about


def _as_history(past: Iterable[tuple[str, Entry]]) -> tuple[PastShift, ...]:
    return tuple(PastShift(who, one.start, one.end, one.code or None, place=one.place) for who, one in past)


# -- weeks -------------------------------------------------------------------------------------------


def _not_too_long(found: ShiftList, weeks: int) -> None:
    if weeks <= MOST_WEEKS:
        return
    first = min(found.entries, key=lambda entry: entry.start)
    last = max(found.entries, key=lambda entry: entry.start)
    what = f"Lista går over {weeks} uker, fra {first.start:%d.%m.%Y} ({first.place}) til {last.start:%d.%m.%Y}."
    raise Faults([Fault(found.file, last.place, what, "Er et årstall galt? Ellers deler du lista, for eksempel i år.")])


def _weeks(found: ShiftList, brief: Brief) -> int:
    """The weeks of the plan; of a grunnturnus as many as the list has, up to what it is rolled out to."""
    period = brief.period
    if period.form is Form.CALENDAR:
        return period.weeks
    cut = replace(MONDAY, weekday=period.start.weekday(), minute=period.week_cut)
    last = cut_before(max(entry.start for entry in found.entries), cut)
    return min(max((last - period.start).days // 7 + 1, 1), max(period.weeks, period.rollout_weeks))


# -- shifts ------------------------------------------------------------------------------------------


def _shift(brief: Brief, entry: Entry, name: str, clock: Clock = OSLO) -> Shift:
    """The shift as the list has it."""
    parts = standby.parts(brief, entry.who, entry.start.date()) if entry.work is WorkSort.STANDBY else 1
    return as_written(entry, name, work=entry.work, standby_parts=parts, clock=clock)


def _kind(brief: Brief, entry: Entry) -> ShiftKind | None:
    """The kind in the brief that the row has; None for other work."""
    if entry.work is not WorkSort.ORDINARY or entry.travel:
        return None
    return kind_called(brief, entry.code, entry)


def _of_kind(frame: Frame, kind: ShiftKind, entry: Entry) -> Shift:
    """The shift of the brief that the row is, or one of its kind at other times."""
    day = entry.start.date() - timedelta(days=kind.start // (24 * 60))
    usual = frame.shift.get(f"{day:%Y-%m-%d} {kind.code}")
    if usual is not None and (usual.start, usual.end) == (entry.start, entry.end):
        return usual
    return moved_shift(frame, kind, entry.start, entry.end)
