"""What is known of a brief before it is planned, as several commands tell it."""

from collections.abc import Sequence
from typing import Any

from roster.cli.voice import Voice
from roster.domain.brief import Brief
from roster.planning.result import Forecast
from roster.wording.forecast import forecast_lines


def say_known(voice: Voice, brief: Brief, notices: Sequence[str], known: Forecast) -> None:
    """Need against vedtak and positions, and what is presumed."""
    voice.aside(*forecast_lines(brief, known), *notices)


def forecast_json(known: Forecast) -> dict[str, Any]:
    """Minutes a week; parts of a minute are rounded."""
    return {
        "need": round(known.need),
        "granted_need": round(known.granted_need),
        "granted": None if known.granted is None else round(known.granted),
        "positions": round(known.positions),
        "welcome": round(known.welcome),
        "people": [
            {"who": one.who, "contract": round(one.contract_week), "wanted": round(one.wanted_week)}
            for one in known.people
        ],
        "weeks": [{"need": need, "granted_need": drawn} for need, drawn in known.weeks],
    }
