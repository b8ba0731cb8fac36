"""The need of some weeks in a file of its own: what it may hold, and what is wrong with it."""

from datetime import date
from fractions import Fraction
from importlib.resources import files
from pathlib import Path

import pytest

from roster.domain.days import DateSpan
from roster.domain.fallen import fallen_share
from roster.domain.frame import calendar_frame
from roster.domain.roster import Roster
from roster.domain.travel_plan import TravelDay, travel_days
from roster.reading.faults import Faults
from roster.reading.special_file import OtherNeed, read_other_need
from roster.wording.help_year import SPECIAL_TEMPLATES
from roster.workflow.special_need import with_need
from tests.support.plans import brief_of

WEEK = DateSpan(date(2027, 6, 14), date(2027, 6, 18))


def read(tmp_path: Path, text: str) -> OtherNeed:
    file = tmp_path / "hjelp.yaml"
    file.write_text(text, encoding="utf-8")
    return read_other_need(file, brief_of(start=date(2027, 6, 14), weeks=1))


@pytest.mark.parametrize("template", SPECIAL_TEMPLATES)
def test_each_template_can_be_used_as_it_is(tmp_path: Path, template: str):
    need = read(tmp_path, files("roster.exports").joinpath(f"hjelp_{template}.yaml").read_text(encoding="utf-8"))
    assert need.dates.first == WEEK.first
    frame = calendar_frame(with_need(brief_of(start=WEEK.first, weeks=1), need), 1)
    wanted = [one.kind for one in frame.shifts if one.start.date() in WEEK for _ in range(one.wanted)]
    expected = {"reise": ["RD", "RK"], "sykehus": [], "leir": ["D", "D"], "behov": ["D", "D", "K", "N"]}
    assert wanted == expected[template] * 5


def trip(tmp_path: Path) -> tuple[Roster, DateSpan]:
    """One day and the night after it on a trip, both by Kari; the need at home falls away."""
    need = read(
        tmp_path,
        """
vakter:
  - {kode: RD, navn: Reise, tid: 09.00–22.00, slag: reise}
  - {kode: RN, navn: Reisenatt, tid: 22.00–09.00, slag: reise, hvile: 23.00–07.00, passiv fordi: sover}
unntak:
  - {datoer: 2027-06-14, gjelder: borte}
  - {datoer: 2027-06-14, gjelder: i tillegg, vakt: RD, antall: 1}
  - {datoer: 2027-06-14, gjelder: i tillegg, vakt: RN, antall: 1}
tilgjengelighet:
  - {hvem: A2, gjelder: kan ikke, datoer: 2027-06-14–2027-06-15}
""",
    )
    brief = with_need(brief_of(start=WEEK.first, weeks=1), need)
    works = frozenset({("A1", "2027-06-14 RD"), ("A1", "2027-06-14 RN")})
    return Roster(calendar_frame(brief, 1), works), WEEK


def test_a_trip_is_active_resting_and_free_time_day_by_day(tmp_path: Path):
    roster, within = trip(tmp_path)
    first, second = date(2027, 6, 14), date(2027, 6, 15)
    assert [*travel_days(roster, within)] == [
        TravelDay("A1", first, 14 * 60, 60, 9 * 60),
        TravelDay("A1", second, 2 * 60, 7 * 60, 15 * 60),
    ]


def test_who_cannot_come_is_not_rostered(tmp_path: Path):
    roster, _ = trip(tmp_path)
    assert [one.id for one in roster.frame.people if one.cannot] == ["A2"]


def test_a_wish_without_dates_is_for_the_weeks_that_are_changed(tmp_path: Path):
    rows = (
        "{hvem: A1, ønske: denne vakta, vakt: D, vekt: krav}",
        "{hvem: A2, ønske: fri, datoer: 2027-06-15, vekt: ønske}",
    )
    need = read(tmp_path, f"unntak: [{{datoer: 2027-06-14–2027-06-16, gjelder: borte}}]\nønsker: [{', '.join(rows)}]")
    day = date(2027, 6, 15)
    assert [one.when and one.when.dates for one in need.wishes] == [need.dates, DateSpan(day, day)]
    assert with_need(brief_of(), need).wishes[-2:] == need.wishes


def test_only_what_no_other_shift_replaces_falls_away(tmp_path: Path):
    """24 hours at home (less none) are 24 on the trip, of which resting time is paid in full."""
    roster, _ = trip(tmp_path)
    assert sum(fallen_share(roster.frame, one, 0, 1) for one in roster.frame.people) == 0
    need = read(tmp_path, "unntak: [{datoer: 2027-06-14, gjelder: borte}]")
    frame = calendar_frame(with_need(brief_of(start=WEEK.first, weeks=1), need), 1)
    fallen = {one.id: fallen_share(frame, one, 0, 1) for one in frame.people}
    assert sum(fallen.values()) == 24 * 60
    assert fallen["A1"] / fallen["A6"] == Fraction(2)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("unntak: [{datoer: 2027-06-14, gjelder: i tillegg, vakt: X, antall: 1}]", "Vakta «X» finnes ikke"),
        ("vakter: [{kode: D, navn: Reise, tid: 8–16, slag: reise}]", "finnes fra før"),
        ("unntak: [{datoer: 2027-06-14, gjelder: borte}]\nbehov: []", "Ukjent del «behov»"),
        ("tilgjengelighet: [{hvem: A9, gjelder: kan ikke, datoer: 2027-06-14}]", "A9 er ikke i turnusen"),
        ("tilgjengelighet: [{hvem: A1, gjelder: ferie, datoer: 2027-06-14}]", "kan ikke"),
        ("ønsker: [{hvem: A9, ønske: denne vakta, vakt: D, vekt: krav}]", "A9 er ikke i turnusen"),
        ("ønsker: [{hvem: A1, ønske: denne vakta, vakt: X, vekt: krav}]", "Vakta «X» finnes ikke"),
        ("ønsker: [{hvem: A1, ønske: denne vakta, vekt: krav}]", "sier ikke hvilken vakt"),
        ("unntak: []", "ingen unntak"),
        ("", "ingen hjelpeturnus"),
        ("- 1", "ingen hjelpeturnus"),
    ],
)
def test_each_fault_is_told(tmp_path: Path, text: str, said: str):
    with pytest.raises(Faults) as raised:
        read(tmp_path, text)
    assert said in " ".join(map(str, raised.value.faults))
