"""What must hold between rows of rates, and between rows of wage types: no two say the same thing of the same day."""

from collections.abc import Sequence

from roster.reading import schema
from roster.reading.fields import ALL
from roster.reading.structure import Rows
from roster.reading.times import DAY


def check_money(rows: Rows) -> None:
    for row in rows.satser:
        if row.last is not None and row.last < row.first:
            rows.fault(row.at("til"), "Satsene slutter før de begynner.", "Rett «fra» eller «til».")
        if ALL in row.covers and len(row.covers) > 1:
            rows.fault(
                row.at("gjelder"), f"«{ALL}» kan ikke stå sammen med id-er.", f"Skriv bare «{ALL}», eller bare id-ene."
            )
        if row.evening is not None and row.evening.end < DAY:
            rows.fault(
                row.at("kveldstid"),
                "Tida for kveld og natt slutter før midnatt.",
                "Skriv fra kvelden til morgenen, for eksempel 17–06. Til midnatt er 17–24.",
            )
    for number, row in enumerate(rows.satser):
        other = _same(rows.satser[:number], row)
        if other is not None:
            rows.fault(
                row.at("fra"),
                f"To rader med satser gjelder samme dag, avtale og personer (også på {other.place}).",
                "Skriv «til» i den gamle raden, eller en senere «fra» i den nye.",
            )
    first: dict[object, str] = {}
    for kind in rows.wage_types:
        key = kind.kind, kind.position
        if key in first:
            rows.fault(
                kind.at("slag"), f"To rader gir «{kind.kind}» en lønnsart (også på {first[key]}).", "Behold en av dem."
            )
        first.setdefault(key, kind.at("slag"))


def _same(before: Sequence[schema.RatesRow], row: schema.RatesRow) -> schema.RatesRow | None:
    """A row above that says something else of the same day; one without an end gives way to a later beginning."""
    alike = (one for one in before if one.tariff == row.tariff and set(one.covers) & set(row.covers))
    return next((one for one in alike if _overlap(*sorted((one, row), key=lambda each: each.first))), None)


def _overlap(early: schema.RatesRow, late: schema.RatesRow) -> bool:
    return early.first == late.first or (early.last is not None and late.first <= early.last)
