"""What must hold for long absence: a share, no two at once, and somebody who can cover it."""

from roster.domain.kinds import Position
from roster.reading import schema
from roster.reading.structure import Rows

WHOLE = 100


def check_leaves(rows: Rows) -> None:
    for number, row in enumerate(rows.leaves):
        _leave(rows, row)
        for other in rows.leaves[:number]:
            if other.who == row.who and other.dates.first <= row.dates.last and row.dates.first <= other.dates.last:
                rows.fault(
                    row.at("datoer"),
                    f"{row.who} har to fravær samtidig.",
                    "Skriv datoene etter hverandre, eller én grad.",
                )


def _leave(rows: Rows, row: schema.LeaveRow) -> None:
    if not 0 < row.percent <= WHOLE:
        rows.fault(
            row.at("grad"), "Graden er ikke mellom 1 og 100 prosent.", "Skriv hvor mye av stillingen som er borte."
        )
    if row.who in row.covered_by:
        rows.fault(row.at("dekkes av"), f"{row.who} kan ikke dekke sitt eget fravær.", "Skriv id-en til en annen.")
    for one in rows.assistenter:
        if one.id not in row.covered_by:
            continue
        if one.position is Position.PERMANENT and not row.consent:
            rows.fault(
                row.at("dekkes av"),
                f"{one.id} har fast stilling, og kan bare dekke timene til {row.who} med samtykke.",
                "Skriv «samtykke: ja» når de som deler timene, har sagt ja (aml § 10-6 (1)).",
            )
        gone = one.employed_to is not None and one.employed_to < row.dates.first
        if gone or (one.employed_from is not None and one.employed_from > row.dates.last):
            rows.fault(
                row.at("dekkes av"),
                f"{one.id} er ikke ansatt mens {row.who} er borte.",
                "Rett «ansatt fra» og «ansatt til», eller velg en annen.",
            )
