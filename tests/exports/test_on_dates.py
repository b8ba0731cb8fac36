"""What the package tells of the dates: the weeks with a change at a glance, and a sentence for each changed cell."""

from dataclasses import replace
from datetime import date, timedelta

from roster.domain.brief import Period
from roster.domain.frame import calendar_frame, cycle_frame
from roster.domain.kinds import Form
from roster.domain.plan import Change, Plan
from roster.domain.roster import Roster
from roster.exports.package.on_dates import rollout_changes
from roster.exports.package.paper import Heading, Points, Table, Text
from roster.planning.rollout import copy_of
from tests.approval.arrangement import START, brief_of

THIRD, FOURTH = START + timedelta(days=14), START + timedelta(days=21)


def rolled_out(*changes: Change) -> Plan:
    """Kari and Ola by turns in two weeks, on the dates of four."""
    brief = replace(brief_of(), period=Period(START, 2, Form.CYCLE, rollout_weeks=4))
    cycle = cycle_frame(brief)
    grunnturnus = Roster(cycle, frozenset((f"A{1 + at % 2}", one.id) for at, one in enumerate(cycle.shifts)))
    dates = calendar_frame(brief, 4)
    works = set(copy_of(grunnturnus, dates))
    for one in changes:
        works -= {(one.who, f"{one.day} {code}") for code in one.before}
        works |= {(one.who, f"{one.day} {code}") for code in one.after}
    return Plan(brief, grunnturnus, Roster(dates, frozenset(works)), changes)


def test_each_week_with_a_change_is_a_row_and_has_a_sentence_for_each_cell() -> None:
    changes = (
        Change("A1", THIRD, ("D",), (), ("kept|A1|availability",)),
        Change("A2", THIRD, (), ("D",), ("covers|A1|availability",)),
        Change("A2", FOURTH, ("D",), (), ("vacation|A2|",)),
    )
    blocks = list(rollout_changes(rolled_out(*changes)))
    (table,) = (one for one in blocks if isinstance(one, Table))
    assert [row[2:] for row in table.rows] == [("2", "Kari 1, Ola 1", "noen kan ikke"), ("1", "Ola 1", "ferie")]
    assert [one.text for one in blocks if isinstance(one, Heading)][1:] == [
        "Uke 3 (18.01.2027–24.01.2027)",
        "Uke 4 (25.01.2027–31.01.2027)",
    ]
    first, second = (one.items for one in blocks if isinstance(one, Points))
    assert said_of(first, "Kari", THIRD) == "D → fri. Kan ikke da. Ola tar vakta."
    assert said_of(first, "Ola", THIRD) == "fri → D. Tar vakta til Kari, som ikke kan da."
    assert said_of(second, "Ola", FOURTH).startswith("D → fri. Har ferie")


def test_dates_like_the_grunnturnus_have_no_table() -> None:
    _, said = rollout_changes(rolled_out())
    assert said == Text("Turnusen med datoer er lik grunnturnusen hver dag.")


def said_of(items: tuple[str, ...], who: str, day: date) -> str:
    begins = f"{who}, mandag {day.day}.{day.month}.: "
    (said,) = (one for one in items if one.startswith(begins))
    return said.removeprefix(begins)
