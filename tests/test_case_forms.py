"""Cases by other hands: the same written otherwise is read as what it means, and no case hides the rest."""

import re
from pathlib import Path

import pytest

from roster.cases.case import Broken, Case
from roster.cases.format import (
    AgreementRow,
    BalanceRow,
    CaseRow,
    ExpectRow,
    GivenRow,
    PeriodRow,
    PersonRow,
    ShiftRow,
)
from roster.cases.judge import judge
from roster.cases.read import read_cases
from roster.rules.agreements import MATRIX

FOLDER = Path(__file__).parent / "cases"
PROSE = re.compile(r" *(#|(- )?(id|sentence|source|note):)")
KEY = re.compile(r"(?:^ *(?:- )?|[{,] *)([a-z_0-9]+):(?= |$)")
OTHER = {
    *("sentence", "source", "note", "confidence", "week_cut", "day_cut", "stricter_readings"),
    *("resting_paid", "resting_granted", "eve_of_may_from", "standby_share"),
    *("account", "red_minutes", "sunday_minutes", "night_minutes", "supplement", "full_time_week", "hourly"),
    *("overtime_26w_h", *(name for one in MATRIX.values() for name in (*one.most, *one.least, *one.any_value))),
}
FOREIGN = """
- id: 1
  given:
  shifts:
    - {start: 2027-01-11T14:00:00, end: "2027-01-11T22:00"}
    - start: 2027-01-12 08:59:00
      end: 16:00
  expect: {rule: daily-rest, verdict: brudd, measured: "10:59", limit: 660, unit: min}
- id: empty keys, offsets, hours with a dot or alone, hours as a unit, only on its own
  given: {people: {Kari: }, agreements: , tariff: none, settings: , unheard_of: 3}
  shifts:
    - {start: 2027-01-11T14:00+01:00, end: 2027-01-11T21:00Z, note: x}
    - {start: 2027-01-12 8.59, end: 2027-01-12 16}
  expect:
    - {rule: daily-rest, verdict: [brudd, vurder], measured: 10.9833, unit: hours}
    - only: true
- id: people by name alone, several on one shift, one agreement, verdicts as on the screen
  given:
    employer: kommune
    tariff: ks-hta
    people: [Kari, Ola]
    agreements: {paragraph: "§ 10-8(3)", party: tillitsvalgte, covers: Kari, values: {daily_rest_h: "9:00"},
                 compensating_rest: yes, signed: true}
  shifts:
    - {who: [Kari, Ola], start: 2027-01-11 14:00, end: 22:00}
    - {who: Kari, start: 2027-01-12 07:00, end: 2027-01-12 15:00}
    - {who: Ola, start: 2027-01-12 07:00, end: 2027-01-12 15:00, breaks: ["11:00", "11:30", free]}
  expect:
    - {rule: daily-rest, who: Kari, verdict: OK}
    - {rule: daily-rest, who: Ola, verdict: krever avtale}
- id: a date that does not exist
  given: {period: {from: 2027-02-30, weeks: 1}}
  shifts: [{start: 2027-01-11 14:00, end: 22:00}]
  expect: input_fault
- id: not covered in a list
  shifts: [{start: 2016-01-11 14:00, end: 22:00}]
  expect: [not_covered]
- id: the whole shift passive, weeks as a number
  shifts: [{start: 2027-01-11 22:00, end: "08:00", passive: true, essentially_passive: true}]
  repeat: 2
  ask: {account: worked}
  answer: 1200
- id: balances in hours, one stretch of vacation, midnight as 24
  given:
    balances: {P: {overtime_4w_h: 20, overtime_52w_min: 600, averaging_h: 300, averaging_weeks: 8}}
    vacation: {P: [2027-01-20, 2027-01-22]}
    discussed: 2026-12-01
  shifts: [{start: 2027-01-20 14:00, end: "2027-01-20 24:00"}]
  expect: [{rule: vacation, verdict: brudd, measured: 600}]
- id: verdicts in one word, the same of several, hours a week with a colon
  given: {employer: kommune, tariff: ks-hta, people: [Kari, Ola], cycle_weeks: 1, period: {from: 2027-01-04}}
  shifts: [{who: [Kari, Ola], start: 2027-01-05 08:00, end: 2027-01-05 16:00}]
  expect: [{rule: daily-rest, who: [Kari, Ola], verdict: "ok | vurder"}]
  ask: {full_time_week: true, who: Ola}
  answer: "37:30"
"""


def cases_of(text: str, folder: Path) -> list[Case | Broken]:
    file = folder / "cases.yaml"
    file.write_text(text, encoding="utf-8")
    return list(read_cases(file))


def test_what_is_written_otherwise_is_read_as_it_is_meant(tmp_path: Path):
    cases = cases_of(FOREIGN, tmp_path)
    assert len(cases) == 8
    assert [str(outcome) for one in cases if not (outcome := judge(one)).holds] == []


def test_a_case_that_is_no_yaml_does_not_hide_the_rest(tmp_path: Path):
    broken = "- id: x\n  shifts: [\n"
    fine = "- id: y\n  shifts: [{start: 2027-01-11 14:00, end: 22:00}]\n  expect: [{rule: daily-rest, verdict: ok}]\n"
    first, second = (judge(one) for one in cases_of(broken + fine, tmp_path))
    assert str(first).startswith("not x: expected a case")
    assert str(second) == "ok y"


@pytest.mark.parametrize(
    "case",
    [
        "- {id: 1, shifts: [{start: 0, end: 2027-01-11 22:00}], expect: [{rule: sundays, verdict: ok}]}",
        "- {id: 1, shifts: [{start: 2027-01-11 22:00, end: 9999-12-31 23:00}], expect: [{rule: sundays, verdict: ok}]}",
        "- {id: 1, given: {cycle_weeks: 1000000000}, shifts: [{start: 2027-01-11 14:00, end: 22:00}], only: true}",
        "- {id: 1, shifts: [{start: 2027-01-11 14:00, end: 22:00}], repeat: {weeks: 0}, only: true}",
        "- {id: 1, shifts: [{start: 2027-01-11 14:00, end: 22:00}], ask: {account: true}, answer: 480}",
        "- {id: 1, given: {tariff: virke-bpa}, shifts: [{start: 2027-01-11 14:00, end: 22:00}], ask: {hourly: x}, answer: 1}",
        "- {id: 1, given: {settings: {week_cut: 7}}, shifts: [{start: 2027-01-11 14:00, end: 22:00}], expect: [{rule: x}]}",
        "- {id: 1, shifts: [{start: 2027-01-11 14:00, end: 22:00}], expect: [{rule: daily-rests, verdict: ok}]}",
        "- {id: 1, shifts: [{start: 2027-01-11 14:00, end: 22:00}], expect: [{rule: sundays, who: Ola, verdict: ok}]}",
        "- {id: 1, shifts: [{start: 2027-01-11 14:00, end: 22:00}], expect: [{rule: hours-day, measured: 481}]}",
        "- {id: 1, shifts: [{start: 2027-01-11 14:00, end: 22:00}], expect: [{verdict: brudd}]}",
        "- {id: 1, shifts: [{start: 2027-01-11 14:00, end: 22:00}], expect: [{rul: daily-rest, verdict: ok}]}",
        "- {id: 1, shifts: [{start: 2027-01-11 14:00, end: 22:00}], expect: [{rule: , measured: 1}]}",
        "- {id: 1, shifts: [{start: 2027-01-11 14:00, end: 22:00}], expect: [{only: true, verdict: ok}]}",
        "- {id: 1, shifts: [{start: 2027-01-11 14:00, end: 22:00}], expect: [{}]}",
        "- {id: 1, shifts: [{start: 2027-01-11 14:00, end: 22:00}], expect: [{rule: sundays, verdict: ok}, {who: P}]}",
        "- {id: 1, shifts: [{start: 2027-01-11 14:00, end: 22:00}]}",
        "- {id: 1, shifts: [{start: 2027-01-11 14:00, end: 22:00}], expects: [{rule: sundays, verdict: brudd}]}",
        "- {id: 1, shifts: [{start: 2027-01-11 14:00, end: 22:00}], ask: {account: worked}}",
        "- {id: 1, shifts: [{start: 2027-01-11 14:00, end: 22:00}], answer: 480, only: true}",
        "- 7",
    ],
)
def test_what_cannot_be_is_said_of_its_case_alone(case: str, tmp_path: Path):
    after = "\n- {id: 2, shifts: [{start: 2027-01-11 14:00, end: 22:00}], expect: [{rule: sundays, verdict: ok}]}"
    first, second = (judge(one) for one in cases_of(case + after, tmp_path))
    assert not first.holds
    assert str(second) == "ok 2"


@pytest.mark.parametrize(("who", "holds"), [("Ola", True), ("Kari", False)])
def test_nothing_but_what_is_expected_of_that_person_may_fail(who: str, holds: bool, tmp_path: Path):
    case = f"""
- id: 1
  given: {{people: {{Kari: {{}}, Ola: {{}}}}}}
  shifts:
    - {{who: Kari, start: 2027-01-11 14:00, end: 22:00}}
    - {{who: Ola, start: 2027-01-11 14:00, end: 22:00}}
    - {{who: Ola, start: 2027-01-12 08:00, end: 15:00}}
  expect: [{{rule: daily-rest, who: {who}, verdict: [ok, brudd]}}]
  only: true
"""
    (one,) = cases_of(case, tmp_path)
    assert judge(one).holds is holds


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.yaml")), ids=lambda one: one.stem)
def test_our_own_cases_have_no_key_that_nobody_reads(file: Path):
    rows = (CaseRow, GivenRow, ShiftRow, AgreementRow, PersonRow, BalanceRow, PeriodRow, ExpectRow)
    known = OTHER | {field.alias or name for row in rows for name, field in row.model_fields.items()}
    lines = (line for line in file.read_text(encoding="utf-8").splitlines() if not PROSE.match(line))
    used = {key for line in lines for key in KEY.findall(line)}
    assert sorted(used - known) == []
