"""``turnus.json`` back to the plan it was made from, or every fault that keeps it from being one."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import datetime, timedelta
from functools import lru_cache
from itertools import islice
from zoneinfo import ZoneInfo

from roster.domain.brief import Brief
from roster.domain.clock import OSLO
from roster.domain.fingerprint import FINGERPRINT, Json, fingerprint
from roster.domain.frame import Frame, calendar_frame, frame_of
from roster.domain.kinds import Form
from roster.domain.moved import moved_shift, with_moved
from roster.domain.plan import Change, Origin, Plan
from roster.domain.roster import Roster
from roster.reading.by_type import Misfit, Misfits, passed_over, read_as
from roster.reading.faults import Fault, Faults
from roster.reading.plan_ranges import LONGEST, MOST_WEEKS, YEARS, out_of_range
from roster.reading.plan_references import loose_ends

SCHEMA = 1
_MOST_BYTES = 50_000_000
_UPDATE = "Oppdater roster, eller lag turnusen på nytt."
_AGAIN = "Bruk fila slik roster skrev den, eller lag turnusen på nytt med «roster plan»."
_MOST_SHOWN = 20


@dataclass(frozen=True)
class Moved:
    """A shift moved by hand."""

    kind: str
    start: datetime
    end: datetime


@dataclass(frozen=True)
class Works:
    """A roster as it is saved."""

    weeks: int
    works: tuple[tuple[str, str], ...]
    moved: tuple[Moved, ...] = ()
    rotations: Mapping[str, tuple[int, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Version:
    """A saved version; the reports in it are made anew by the checker and not read."""

    brief: Brief
    roster: Works
    rollout: Works | None = None
    changes: tuple[Change, ...] = ()
    costs: Mapping[str, int] = field(default_factory=dict)
    bound: int = 0
    made: Origin | None = None


@dataclass(frozen=True, slots=True)
class Saved:
    """A saved version that is as its fingerprint says."""

    plan: Plan
    fingerprint: str


@dataclass(frozen=True, slots=True)
class _Bytes:
    """What is in a file; which file it is has no say in what it means."""

    data: bytes
    file: str = field(compare=False)


def read_plan_json(data: bytes, file: str = "turnus.json") -> Plan:
    """The plan, without loss; raises ``Faults`` when the bytes are no version, or are not as they were saved."""
    return read_saved(data, file).plan


def read_saved(data: bytes, file: str = "turnus.json") -> Saved:
    """The plan with its fingerprint; raises ``Faults`` as ``read_plan_json`` does. The same bytes are read but once."""
    return _read(_Bytes(data, file))


@lru_cache(maxsize=4)
def _read(one: _Bytes) -> Saved:
    file = one.file
    content = _content(one.data, file)
    if content.get("schema") != SCHEMA:
        raise _fault(
            file,
            "schema",
            f"Fila har format {_short(content.get('schema'))}, og dette programmet kan format {SCHEMA}.",
            _UPDATE,
        )
    _same_fingerprint(content, file)
    try:
        version = read_as(Version, content)
    except Misfits as error:
        raise Faults(_misfit_faults(error.misfits, file)) from None
    if unknown := tuple(_unknown(version, content)):
        raise Faults(Fault(file, place, "Dette feltet kjenner ikke programmet.", _UPDATE) for place in unknown)
    return Saved(_plan(version, file), str(content[FINGERPRINT]))


def _unknown(version: Version, content: Mapping[str, Json]) -> Iterator[str]:
    """The first places that say something of the brief or of who works what that we would pass over."""
    told = {one.name: content.get(one.name) for one in fields(version)}
    return islice(passed_over(version, told), _MOST_SHOWN)


def _misfit_faults(misfits: Iterable[Misfit], file: str) -> list[Fault]:
    said = (Fault(file, one.place, f"Verdien kan ikke brukes: {_short(one.value)}.", _AGAIN) for one in misfits)
    return list(islice(said, _MOST_SHOWN))


def _content(data: bytes, file: str) -> Mapping[str, Json]:
    if len(data) > _MOST_BYTES:
        raise _fault(file, "", f"Fila er for stor ({len(data) // 1_000_000} MB).", "Er det riktig fil?")
    try:
        content = json.loads(data.decode("utf-8-sig"), parse_float=_no_float, parse_constant=_no_float)
    except json.JSONDecodeError as error:
        raise _fault(
            file, f"linje {error.lineno}", "Fila er skadet: det som står her, er ikke gyldig JSON.", _AGAIN
        ) from None
    except (ValueError, RecursionError):
        raise _fault(file, "", "Fila er ikke en turnus i JSON.", _AGAIN) from None
    if not isinstance(content, dict) or "brief" not in content or "roster" not in content:
        raise _fault(file, "", "Fila er JSON, men ikke en turnus fra roster.", "Velg turnus.json eller turnus.xlsx.")
    return content


def _no_float(text: str) -> Json:
    raise ValueError(f"{text} is no whole number")


def _same_fingerprint(content: Mapping[str, Json], file: str) -> None:
    """A version is what its fingerprint says, or nobody can have approved it."""
    try:
        found = fingerprint(content)
    except ValueError:
        raise _fault(file, "", "Fila har verdier som en turnus ikke kan ha.", _AGAIN) from None
    said = content.get(FINGERPRINT)
    if said != found:
        raise _fault(
            file,
            FINGERPRINT,
            "Fingeravtrykket stemmer ikke: innholdet er endret etter at fila ble skrevet"
            f" (fila sier {_short(said)[:20]}, innholdet gir {found[:16]}).",
            "Hent fila på nytt fra mappa «versjoner». Vil du endre en vakt, gjør det i bladet «Vakter» i turnus.xlsx.",
        )


def _plan(version: Version, file: str) -> Plan:
    faults = [
        Fault(file, f"brief.{place}", f"«{_short(name)}» finnes ikke, eller står to ganger.", _AGAIN)
        for place, name in loose_ends(version.brief)
    ]
    faults += _misfit_faults(out_of_range(version.brief), file)
    if faults:
        raise Faults(faults[:_MOST_SHOWN])
    brief = replace(
        version.brief,
        history=tuple(replace(one, start=_wall(one.start), end=_wall(one.end)) for one in version.brief.history),
    )
    try:
        roster = _roster(frame_of(brief), version.roster, file, "roster", faults)
        rollout = None
        if version.rollout is not None:
            if not 0 < version.rollout.weeks <= MOST_WEEKS or brief.period.form is not Form.CYCLE:
                raise _fault(file, "rollout.weeks", "Utrullingen har et ugyldig antall uker.", _AGAIN)
            frame = calendar_frame(brief, version.rollout.weeks)
            rollout = _roster(frame, version.rollout, file, "rollout", faults)
    except (ValueError, StopIteration, KeyError, OverflowError):
        raise _fault(file, "brief", "Turnusgrunnlaget i fila henger ikke sammen.", _AGAIN) from None
    if faults:
        raise Faults(faults[:_MOST_SHOWN])
    return Plan(brief, roster, rollout, version.changes, version.costs, version.bound, version.made)


def _roster(frame: Frame, saved: Works, file: str, place: str, faults: list[Fault]) -> Roster:
    kinds = {kind.code: kind for kind in frame.brief.kinds}
    people = {one.id for one in frame.people}
    moved = []
    for one in saved.moved:
        start, end = _wall(one.start), _wall(one.end)
        if one.kind not in kinds or start.year not in YEARS or not timedelta() < end - start <= LONGEST:
            faults.append(Fault(file, place, f"En flyttet vakt «{_short(one.kind)}» kan ikke brukes.", _AGAIN))
        else:
            moved.append(moved_shift(frame, kinds[one.kind], start, end))
    frame = with_moved(replace(frame, rotations=saved.rotations) if saved.rotations else frame, moved, saved.works)
    given = {shift.id for shift in frame.shifts}
    for who, shift in saved.works:
        if who not in people:
            faults.append(Fault(file, place, f"Vakta {shift} er gitt til «{who}», som ikke er i grunnlaget.", _AGAIN))
        if shift not in given:
            faults.append(Fault(file, place, f"{who} er satt på «{shift}», som ikke er en vakt i grunnlaget.", _AGAIN))
    return Roster(frame, frozenset(saved.works))


def _wall(moment: datetime) -> datetime:
    """A wall time; one with an offset becomes the wall time in Oslo that it means."""
    if moment.tzinfo is None:
        return moment
    return moment.astimezone(ZoneInfo(str(OSLO.zone))).replace(tzinfo=None)


def _short(value: object) -> str:
    shown = "ingenting" if value is None else str(value)
    return shown if len(shown) <= 60 else f"{shown[:57]}…"


def _fault(file: str, place: str, what: str, way_out: str) -> Faults:
    return Faults([Fault(file, place, what, way_out)])
