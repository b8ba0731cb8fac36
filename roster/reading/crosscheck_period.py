"""The period: starts on the week cut, ends after its start, and goes up in the groups that share a line."""

from collections.abc import Hashable
from datetime import date, timedelta

from roster.domain.kinds import Form, Lines
from roster.domain.rotation import likeness
from roster.reading import schema
from roster.reading.build import agreement, assistant, period_of
from roster.reading.daywords import weekday_name
from roster.reading.structure import Rows

MOST_WEEKS = 52
MOST_ROLLOUT = 104


def weeks_of(rows: Rows) -> int | None:
    """The weeks of the plan, by number or by its last day; None when it does not say or does not go up."""
    period = rows.periode
    if period is None:
        return None
    if period.weeks is not None:
        return period.weeks
    days = 0 if period.end is None else (period.end - period.start).days + 1
    return days // 7 if days > 0 and days % 7 == 0 else None


def check_period(rows: Rows) -> None:
    period = rows.periode
    if period is None:
        return
    weekday, _ = period.week_cut
    if period.start.weekday() != weekday:
        before = period.start - timedelta(days=(period.start.weekday() - weekday) % 7)
        rows.fault(
            period.at("start"),
            f"Planen starter en {weekday_name(period.start.weekday())}, men uka starter {weekday_name(weekday)}.",
            f"Velg {before} eller {before + timedelta(days=7)}.",
        )
    _cuts(rows, period)
    _end(rows, period)
    weeks = weeks_of(rows)
    if weeks is not None and weeks > MOST_WEEKS:
        rows.fault(period.at("uker"), f"Planen er på {weeks} uker.", f"Lag den på høyst {MOST_WEEKS} uker.")
    if period.rollout_weeks > MOST_ROLLOUT:
        rows.fault(
            period.at("utrulling uker"),
            f"Utrullingen er på {period.rollout_weeks} uker.",
            f"Velg høyst {MOST_ROLLOUT} uker.",
        )
    if period.form == Form.CALENDAR and period.lines == Lines.COMMON:
        rows.fault(
            period.at("linjer"),
            "En kalenderplan har ikke rullerende linjer.",
            "Velg «egne linjer», eller «form: grunnturnus».",
        )
    if weeks is not None and period.lines == Lines.COMMON and period.form == Form.CYCLE:
        _groups(rows, period, weeks)


def _cuts(rows: Rows, period: schema.PeriodRow) -> None:
    """The decided week cut that holds when the plan starts is the one that the plan is made with."""
    settings = rows.innstillinger
    if settings is None or not settings.cuts:
        return
    since = [one.since for one in settings.cuts]
    for day in sorted({one for one in since if since.count(one) > 1}):
        rows.fault(settings.at("ukeskiller"), f"To ukeskiller gjelder fra {day}.", "Behold ett av dem.")
    in_force = max((one for one in settings.cuts if one.since <= period.start), key=lambda one: one.since, default=None)
    if in_force is not None and (in_force.weekday, in_force.minute) != period.week_cut:
        said = f"{weekday_name(in_force.weekday)} {in_force.minute // 60:02d}:{in_force.minute % 60:02d}"
        rows.fault(
            settings.at("ukeskiller"),
            f"Ukeskillet er {said} når planen starter, men «uka starter» sier noe annet.",
            f"Skriv «uka starter: {said}» i periode, eller rett ukeskillet.",
        )


def _end(rows: Rows, period: schema.PeriodRow) -> None:
    if period.end is None:
        if period.weeks is None:
            rows.fault(
                period.place,
                "Perioden sier ikke hvor lang den er.",
                "Skriv «uker», for eksempel 12, eller «slutt» med en dato.",
            )
        return
    days = (period.end - period.start).days + 1
    if days <= 0:
        rows.fault(
            period.at("slutt"),
            f"Perioden slutter ({period.end}) før den starter ({period.start}).",
            "Rett «start» eller «slutt», eller skriv «uker» i stedet.",
        )
        return
    if days % 7:
        whole = period.start + timedelta(days=days // 7 * 7 - 1)
        nearest = [day for day in (whole, whole + timedelta(days=7)) if day > period.start]
        rows.fault(period.at("slutt"), "Perioden er ikke et helt antall uker.", f"La den slutte {_or(nearest)}.")
    elif period.weeks is not None and period.weeks != days // 7:
        rows.fault(
            period.at("uker"),
            f"Perioden er på {days // 7} uker etter datoene, men «uker» er {period.weeks}.",
            "Behold bare ett av feltene «uker» og «slutt».",
        )


def _groups(rows: Rows, period: schema.PeriodRow, weeks: int) -> None:
    """One line for all who are alike: its weeks must be a whole number for each (D26).

    Who is alike cannot be told while a row of somebody's cannot be read.
    """
    if rows.ordning is None or rows.partly & {"assistenter", "tilgjengelighet", "avtaler"}:
        return
    agreed = [agreement(one) for one in rows.avtaler]
    groups: dict[Hashable, list[schema.AssistantRow]] = {}
    for one in rows.assistenter:
        key = likeness(assistant(one, rows, rows.ordning.tariff), period_of(period, weeks), agreed)
        groups.setdefault(key, []).append(one)
    for group in groups.values():
        if weeks % len(group) == 0:
            continue
        others = [f"{one.id} ({_percent(one)})" for one in rows.assistenter if one not in group]
        differ = (
            f" I andre grupper, fordi stilling, kompetanse, tilgjengelighet eller avtaler er ulik: {', '.join(others)}."
            if others
            else ""
        )
        fits = sorted({max(len(group), weeks // len(group) * len(group)), -(-weeks // len(group)) * len(group)})
        rows.fault(
            period.at("linjer"),
            f"{weeks} uker går ikke opp i de {len(group)} som skal gå samme linje: "
            f"{', '.join(f'{one.id} ({_percent(one)})' for one in group)}.{differ}",
            f"Velg {' eller '.join(map(str, fits))} uker, eller skriv «linjer: egne linjer».",
        )


def _percent(one: schema.AssistantRow) -> str:
    return f"{one.percent.normalize():f} %".replace(".", ",")


def _or(days: list[date]) -> str:
    return " eller ".join(map(str, days))
