"""Rosters written as people write them: ``roster_of(kari="D D N - - D -")``, a token a day, Monday first.

A token is a code of ``CODES``, times such as ``08-15.30``, several joined by ``+``, or ``-`` for a free day.
Weeks may be set apart by ``|``. Nothing is asked for but what is worked, so that a rule is seen alone.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from roster.domain.assistant import Assistant
from roster.domain.brief import Agreement, Arrangement, Balances, Brief, PastShift, Period
from roster.domain.days import DateSpan
from roster.domain.finding import Finding, Verdict
from roster.domain.frame import Frame, frame_of
from roster.domain.help_needed import Part, ShiftKind
from roster.domain.kinds import Employer, Form, Party, Position, Sort, Tariff
from roster.domain.roster import Roster
from roster.domain.settings import Settings
from roster.domain.shift import Shift
from roster.domain.shift_of_kind import shift_of_kind
from roster.domain.vedtak import Vedtak, VedtakLine

MONDAY = date(2027, 1, 11)
"""An ordinary week: no red day, no change of clock."""

CODES = {
    "D": ("08-16", Sort.DAY),
    "T": ("07-15", Sort.DAY),
    "E": ("15-23", Sort.EVENING),
    "N": ("23-07", Sort.NIGHT),
    "L": ("08-20", Sort.DAY),
    "H": ("22-08", Sort.RESTING_NIGHT),
}
Check = Callable[[Roster], Iterator[Finding]]


def kind_of(token: str) -> ShiftKind:
    """The kind of shift that a token stands for."""
    times, sort = CODES.get(token, (token, Sort.DAY))
    start, end = (_minutes(one) for one in times.split("-"))
    length = end - start if end > start else end - start + 1440
    if token not in CODES and start + length > 1440 + 120:
        sort = Sort.NIGHT
    if sort is Sort.RESTING_NIGHT:
        return ShiftKind(token, token, start, length, sort, (Part(60, 540),), "Brukeren sover")
    return ShiftKind(token, token, start, length, sort)


def _minutes(clock: str) -> int:
    hours, _, minutes = clock.replace(":", ".").partition(".")
    return int(hours) * 60 + int(minutes or 0)


def person(who: str, **given: Any) -> Assistant:
    return Assistant(
        **{
            "id": who,
            "alias": who.capitalize(),
            "position": Position.PERMANENT,
            "percent": Decimal(100),
            "full_time_week": 2130,
            **given,
        }
    )


def agreement(paragraph: str, party: Party, *, hours: Mapping[str, float] | None = None, **given: Any) -> Agreement:
    """A signed agreement; ``hours`` are its values."""
    values = {name: Decimal(str(value)) for name, value in (hours or {}).items()}
    facts: dict[str, Any] = {"id": "A1", "paragraph": paragraph, "party": party, "values": values}
    return Agreement(**{**facts, "signed": date(2026, 12, 1), **given})


def individual(**given: Any) -> Agreement:
    """§ 10-5 (1) to the full."""
    full = {"day_h": 10, "week_h": 48, "single_week_h": 50}
    return _with("10-5 (1)", Party.INDIVIDUAL, {"hours": full, "averaging_weeks": 52, **given})


def with_reps(**given: Any) -> Agreement:
    """§ 10-5 (2) to the full."""
    full = {"day_h": 12.5, "week_h": 48, "single_week_h": 54}
    return _with("10-5 (2)", Party.REPS, {"hours": full, "averaging_weeks": 52, **given})


def short_rest(**given: Any) -> Agreement:
    """§ 10-8 (3): 9 hours a day, 28 a week."""
    return _with("10-8 (3)", Party.REPS, {"hours": {"daily_rest_h": 9, "weekly_rest_h": 28}, **given})


def every_other_sunday(**given: Any) -> Agreement:
    """§ 10-8 (4)."""
    return _with("10-8 (4)", Party.INDIVIDUAL, given)


def _with(paragraph: str, party: Party, given: dict[str, Any]) -> Agreement:
    return agreement(paragraph, given.pop("party", party), **given)


def roster_of(
    *,
    start: date = MONDAY,
    cycle: bool = False,
    employer: Employer = Employer.PRIVAT,
    tariff: Tariff = Tariff.NONE,
    agreements: tuple[Agreement, ...] = (),
    before: Mapping[str, str] | None = None,
    balances: tuple[Balances, ...] = (),
    settings: Settings | None = None,
    people: Mapping[str, Mapping[str, Any]] | None = None,
    kinds: tuple[ShiftKind, ...] = (),
    week_cut: int = 0,
    brief: Mapping[str, Any] | None = None,
    **lines: str,
) -> Roster:
    """Who works what from ``start`` on. ``before``: the days up to the plan, the last token the day before it."""
    tokens = {who: line.replace("|", " ").split() for who, line in lines.items()}
    weeks = -(-max(map(len, tokens.values())) // 7)
    own = {kind.code: kind for kind in kinds}
    past = {who: line.replace("|", " ").split() for who, line in (before or {}).items()}
    codes = {code for line in (*tokens.values(), *past.values()) for day in line for code in day.split("+")} - {"-"}
    all_kinds = tuple(own.get(code) or kind_of(code) for code in sorted(codes | own.keys()))
    by_code = {kind.code: kind for kind in all_kinds}
    made = Brief(
        **{
            "arrangement": Arrangement("Ordning", employer, tariff, tariff is not Tariff.NONE),
            "vedtak": Vedtak((VedtakLine("V", DateSpan(date(2020, 1, 1), date(2039, 12, 31)), per_week=168 * 60),)),
            "period": Period(start, weeks, Form.CYCLE if cycle else Form.CALENDAR, week_cut=week_cut),
            "kinds": all_kinds,
            "needs": (),
            "assistants": tuple(person(who, **(people or {}).get(who, {})) for who in lines),
            "agreements": agreements,
            "history": tuple(_past(by_code, start, past)),
            "balances": balances,
            "settings": settings or Settings(),
            **(brief or {}),
        }
    )
    frame = frame_of(made)
    shifts, works = _worked(frame, by_code, tokens)
    return Roster(replace(frame, shifts=tuple(sorted(shifts, key=lambda one: (one.span, one.id)))), frozenset(works))


def _past(kinds: Mapping[str, ShiftKind], start: date, past: Mapping[str, list[str]]) -> Iterator[PastShift]:
    for who, days in past.items():
        for back, token in enumerate(reversed(days), start=1):
            for code in () if token == "-" else token.split("+"):
                kind = kinds[code]
                first = datetime.combine(start - timedelta(days=back), datetime.min.time())
                begins = first + timedelta(minutes=kind.start)
                yield PastShift(who, begins, begins + timedelta(minutes=kind.length), code)


def _worked(
    frame: Frame, kinds: Mapping[str, ShiftKind], tokens: Mapping[str, list[str]]
) -> tuple[list[Shift], set[tuple[str, str]]]:
    worked: dict[tuple[int, str], list[str]] = {}
    for who, days in tokens.items():
        for number, token in enumerate(days):
            for code in () if token == "-" else token.split("+"):
                worked.setdefault((number, code), []).append(who)
    shifts: list[Shift] = []
    works: set[tuple[str, str]] = set()
    for (number, code), people in worked.items():
        day = frame.first_day + timedelta(days=number)
        asked = len(people)
        one = shift_of_kind(frame.clock, kinds[code], day, f"{day:%Y-%m-%d} {code}", wanted=asked, up_to=asked)
        shifts.append(one)
        works |= {(who, one.id) for who in people}
    return shifts, works


def seen(check: Check, roster: Roster) -> list[tuple[Verdict, int | None, int | None]]:
    """Verdict, measured and limit of all findings of the rule but those in order."""
    return [(one.verdict, one.measured, one.limit) for one in check(roster) if one.verdict is not Verdict.OK]


def fine(check: Check, roster: Roster) -> list[tuple[int | None, int | None]]:
    """Measured and limit of what is in order; empty when anything else was found."""
    found = list(check(roster))
    assert all(one.verdict is Verdict.OK for one in found), found
    return [(one.measured, one.limit) for one in found]
