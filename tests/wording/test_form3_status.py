"""What form 3 says before it can be signed: how far it has come, what is left to do, hours, and what rules rest on."""

from dataclasses import replace
from datetime import date

import pytest

from roster.checking.check import check
from roster.domain.assistant import PaidOff
from roster.domain.brief import Arrangement
from roster.domain.days import DateSpan
from roster.domain.finding import Verdict
from roster.domain.kinds import Employer, OffCode, Tariff
from roster.domain.plan import Change
from roster.domain.roster import Roster
from roster.rules.red_days_off import Earned
from roster.wording.form3_status import sign_rows, signed_for, status, to_do
from roster.wording.form3_tables import hours_rows, rule_rows, week_rows
from roster.wording.package_by_hand import roles
from tests.rules.builders import every_other_sunday, roster_of

EASTER = DateSpan(date(2027, 3, 22), date(2027, 3, 28))
MONDAY, THURSDAY, FRIDAY = (date(2027, 3, day) for day in (22, 25, 26))
ENTRIES = {"kari": {"paid_off": (PaidOff(FRIDAY, OffCode.RED_DAY, 480),)}}


def done(
    *changes: Change,
    owed: dict[str, Earned] | None = None,
    today: date = date(2027, 1, 4),
    begins: date = EASTER.first,
) -> list[str]:
    frame = roster_of(start=MONDAY, kari="D D D D - - -").frame
    return list(to_do(frame, EASTER, begins, changes, owed or {}, (), today))


def test_it_is_discussed_two_weeks_before_the_weeks_that_are_changed() -> None:
    assert done() == [
        "1. Drøft planen med assistentene senest mandag 8. mars 2027. Det er to uker før den starter "
        "mandag 22. mars 2027 (aml § 10-3)."
    ]
    assert "Fristen er ute" in done(today=date(2027, 3, 9))[0]


@pytest.mark.parametrize(
    ("begins", "last", "why"),
    [
        (date(2027, 1, 4), "mandag 21. desember 2026", "er ny før"),
        (date(2027, 3, 29), "mandag 15. mars 2027", "før det"),
    ],
)
def test_it_is_discussed_two_weeks_before_the_first_week_that_it_changes(begins: date, last: str, why: str) -> None:
    (said,) = done(begins=begins, today=date(2026, 12, 1))
    assert f"senest {last}. Det er to uker før den starter" in said
    assert why in said


def test_more_than_f3_asks_for_a_new_agreement() -> None:
    f3 = Change("kari", FRIDAY, ("D",), (), (f"F3|kari|{FRIDAY}",))
    assert len(done(f3)) == 1
    moved = Change("kari", MONDAY, ("D",), (), ("kept|kari|agreed-hours",))
    assert done(f3, moved)[1].startswith("2. 1 rute er endret av annet enn F3. Da må den nye turnusen avtales")


def test_f5_without_room_tells_what_gave_it() -> None:
    (_, said) = done(owed={"kari": Earned({}, (THURSDAY,))})
    assert "F5 til Kari: 1 dag til gode, fordi F1 i grunnturnusen falt på skjærtorsdag 25.3. Det" in said


def test_it_says_that_it_is_a_proposal_and_has_lines_for_those_who_sign() -> None:
    brief = roster_of(start=MONDAY, kari="D - - - - - -").frame.brief
    assert status(brief, "abcd1234ef", MONDAY).startswith("Forslag (kladd), laget mandag 22. mars 2027.")
    first = [row[0] for row in sign_rows(brief)]
    assert first[:4] == ["Drøftet", "Godkjent", "Gjelder fra", "Arbeidsgiver"]
    assert any("illitsvalgt" in one or "assistentene" in one for one in first[4:])


@pytest.mark.parametrize(("tariff", "reps", "number"), [("ks-hta", True, 2), ("none", True, 1), ("none", False, 0)])
def test_each_union_has_a_line_for_its_rep_and_no_role_stands_twice(tariff: str, reps: bool, number: int) -> None:
    found = roles(Arrangement("Sol", Employer.KOMMUNE, Tariff(tariff), reps))
    assert sum(one.startswith("Tillitsvalgt") for one in found) == number
    assert len(set(found)) == len(found)


def test_hours_that_are_off_with_pay_are_told_beside_those_worked() -> None:
    """40 hours by the grunnturnus, 32 worked and 8 off with pay."""
    usual = roster_of(start=MONDAY, people=ENTRIES, kari="D D D D D - -")
    now = Roster(usual.frame, usual.works - {("kari", f"{FRIDAY} D")})
    assert list(hours_rows(usual, now, EASTER)) == [
        ("Kari", "100 %", "35,5", "35,5", "40", "32", "8", "0", "0"),
    ]


def test_hours_of_each_week_come_to_those_of_the_period() -> None:
    usual = roster_of(
        start=MONDAY, people=ENTRIES, kari="D D D D D - - | D - - - - - -", ola="- - - - - - - | - D - - - - -"
    )
    now = Roster(usual.frame, usual.works - {("kari", f"{FRIDAY} D")} | {("kari", "2027-03-30 D")})
    assert list(week_rows(usual, now, DateSpan(MONDAY, date(2027, 4, 4))))[:3] == [
        ("Kari", "uke 12", "40", "32", "8", "0", "0"),
        ("Kari", "uke 13", "8", "16", "0", "0", "+8"),
        ("Kari", "i alt", "48", "48", "8", "0", "+8"),
    ]


def test_a_rule_names_the_agreement_that_it_rests_on() -> None:
    now = roster_of(start=MONDAY, agreements=(every_other_sunday(valid_from=date(2027, 1, 1)),), kari="- - - D D - -")
    rows = {row[0]: row for row in rule_rows(now.frame, check(now).findings, EASTER, EASTER.first)}
    assert "avtale A1 (aml § 10-8 (4)) med den ansatte, signert 01.12.2026" in rows["Søndager og røde dager"][4]
    assert "8. mars 2027" in rows["Drøfting av planen"][3]


def test_what_is_wrong_in_other_weeks_does_not_hide_what_is_of_these() -> None:
    """Three shifts that nobody is on: one in the weeks, two the week after them."""
    frame = roster_of(start=MONDAY, kari="D - - - - - - | D D - - - - -").frame
    findings = check(Roster(frame, frozenset())).findings
    rows = {row[0]: row for row in rule_rows(frame, findings, EASTER, EASTER.first)}
    here, away = rows["Behovet er dekket"][3].split("\n")
    assert "mandag 22. mars 2027" in here
    assert away.startswith("I andre uker: 2. Det første: D mandag 29. mars 2027")
    said = list(
        to_do(frame, EASTER, EASTER.first, (), {}, [one for one in findings if one.rule == "need-filled"], MONDAY)
    )
    assert said[1] == "2. Se på 1 ting som mangler, i «Regler og avtaler». Det hindrer ikke at planen tas i bruk."
    broken = [replace(one, verdict=Verdict.BREACH) for one in findings if one.rule == "need-filled"]
    assert list(to_do(frame, EASTER, EASTER.first, (), {}, broken, MONDAY))[1].startswith(
        "2. Rett 1 brudd på en regel: se «Regler"
    )
    assert said[2].startswith("3. Resten av planen har 2 punkter som er brudd eller mangler")


def test_the_lines_to_sign_on_name_the_plan_and_the_last_day_to_discuss_it() -> None:
    brief = roster_of(start=MONDAY, kari="D - - - - - -").frame.brief
    said = signed_for(brief, EASTER, EASTER.first, "abcd1234ef")
    assert "22.03.2027–28.03.2027 i planen der fingeravtrykket begynner med abcd1234." in said
    assert "senest mandag 8. mars 2027" in said
