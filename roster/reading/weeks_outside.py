"""Rows of a kalenderplan that name weeks of the calendar, none of which the plan has."""

from datetime import timedelta

from roster.domain.brief import Period
from roster.domain.kinds import Form
from roster.reading.structure import Rows
from roster.wording.numbers import counted, listed


def weeks_outside(rows: Rows, period: Period) -> list[str]:
    """A sentence for each such row: whoever counts the weeks from the start of the plan would never see it used."""
    if period.form is not Form.CALENDAR:
        return []
    weeks = [(period.start + timedelta(weeks=week)).isocalendar().week for week in range(period.weeks)]
    # A week that is cut on another day than Monday has days of two weeks of the calendar.
    weeks.append((period.start + timedelta(weeks=period.weeks, days=-1)).isocalendar().week)
    dated = (*rows.behov, *rows.hendelser, *rows.tilgjengelighet, *rows.wishes)
    plan = f"planen på {counted(period.weeks, 'uke', 'uker')} går fra uke {weeks[0]} til uke {weeks[-1]}"
    return [
        f"uke {listed(list(map(str, sorted(row.uker[1]))))} ({row.at('uker')}) er etter kalenderen, og {plan}, så raden"
        " gjelder ingen dager."
        for row in dated
        if row.uker[1] and not row.uker[1] & set(weeks)
    ]
