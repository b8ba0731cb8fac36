"""What differs between two versions, as JSON for other programs; amounts are minutes, notice is days."""

from datetime import date

from roster.domain.difference import Difference, PersonDifference, ShiftChange
from roster.domain.fingerprint import Json
from roster.domain.shift import Shift
from roster.exports.plain import plain


def difference_json(found: Difference, told: date) -> dict[str, Json]:
    """The whole difference; of a grunnturnus there is no notice, and dates tell only the week and the day."""
    return {
        "from": plain(found.first),
        "to": plain(found.last),
        "cycle": found.cyclic,
        "told": None if found.cyclic else plain(told),
        "changes": len(found.changes),
        "brief": list(found.brief),
        "people": [_person(found, one, told) for one in found.people],
    }


def _person(found: Difference, one: PersonDifference, told: date) -> dict[str, Json]:
    return {
        "who": one.who,
        "only_before": one.only_before,
        "only_after": one.only_after,
        "paid_before": one.paid_before,
        "paid_after": one.paid_after,
        "weekends_before": one.weekends_before,
        "weekends_after": one.weekends_after,
        "notice": None if found.cyclic else one.shortest_notice(told),
        "changes": [_change(found, change, told) for change in one.changes],
    }


def _change(found: Difference, one: ShiftChange, told: date) -> dict[str, Json]:
    return {
        "sort": one.sort.value,
        "before": _shift(one.before),
        "after": _shift(one.after),
        "notice": None if found.cyclic else one.notice(told),
    }


def _shift(one: Shift | None) -> Json:
    return None if one is None else {"kind": one.kind, "start": plain(one.start), "end": plain(one.end)}
