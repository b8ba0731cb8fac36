"""That the turnus gives another full-time week than was taken for granted, and is planned once more with it (D17)."""

from collections.abc import Iterable

from roster.domain.assistant import Assistant
from roster.wording.numbers import hours_decimal


def planned_again(people: Iterable[Assistant], usual: int) -> str:
    each = ", ".join(f"{one.alias} {hours_decimal(one.full_time_week)} timer" for one in people)
    return (
        f"Forutsetning: nettene og søndagene i turnusen gir en annen heltidsuke enn {hours_decimal(usual)} timer: "
        f"{each}. Turnusen er planlagt én gang til med de tallene."
    )
