"""Findings that differ only in time are one line with every time, and are still counted one by one."""

import pytest

from roster.domain.finding import Finding
from roster.domain.roster import Roster
from roster.rules import daily_rest, hours_day, total_hours, weekly_rest
from roster.wording.finding_said import all_times
from roster.wording.findings import sentence
from roster.wording.findings_list import finding_lines
from tests.rules.builders import Check, roster_of


def failing(check: Check, roster: Roster) -> list[Finding]:
    return [one for one in check(roster) if one.verdict.value != "ok"]


def lines(check: Check, roster: Roster) -> tuple[str, ...]:
    return finding_lines(roster.frame, failing(check, roster))


def test_five_long_days_alike_are_one_line_with_their_dates():
    heading, line = lines(hours_day.check, roster_of(kari="08-19 08-19 08-19 08-19 08-19 - -"))
    assert heading == "Kontrollpunkter: brudd 5."
    assert line.startswith(
        "- Brudd, 5 ganger: Kari arbeider 11 timer mandag 11., tirsdag 12., onsdag 13., torsdag 14. og "
        "fredag 15. januar 2027 kl. 08.00–19.00. Grensen er 9 timer."
    )


def test_days_that_differ_in_more_than_the_time_have_a_line_each():
    found = lines(hours_day.check, roster_of(kari="08-19 - 08-18.30 - - - -", ola="08-19 - - - - - -"))
    assert len(found) == 4
    assert not any("ganger" in one for one in found)


def test_nights_are_said_from_start_to_end():
    line = lines(hours_day.check, roster_of(kari="21-07 21-07 - - - - -"))[1]
    assert (
        "2 ganger: Kari arbeider 10 timer fra mandag 11. januar 2027 kl. 21.00 til tirsdag 12. januar 2027 kl. 07.00 "
        "og fra tirsdag 12. januar 2027 kl. 21.00 til onsdag 13. januar 2027 kl. 07.00."
    ) in line


def test_of_very_many_times_the_first_are_said_and_the_rest_counted():
    line = lines(hours_day.check, roster_of(kari=" | ".join(["08-19 08-19 08-19 08-19 08-19 08-19 08-19"] * 3)))[1]
    assert line.startswith("- Brudd, 21 ganger: Kari arbeider 11 timer mandag 11., ")
    assert "onsdag 20. januar 2027 kl. 08.00–19.00 (og 11 ganger til). Grensen" in line
    assert "21. januar" not in line


def test_what_is_left_out_is_counted_one_by_one():
    roster = roster_of(kari="08-19 08-19 - - - - -", ola="08-20 08-20 08-20 - - - -")
    found = finding_lines(roster.frame, failing(hours_day.check, roster), most_alike=1)
    assert found[2].startswith("- 3 kontrollpunkter til av samme slag")


@pytest.mark.parametrize("check", [hours_day.check, total_hours.check])
def test_two_shifts_at_once_are_said_to_be_counted_each(check: Check):
    twice = failing(check, at_once := roster_of(kari="08-15.30+15-22.30 - - - - - -"))
    assert "Vakter som overlapper, er regnet med hver for seg." in sentence(at_once.frame, twice[0])
    apart = failing(check, after := roster_of(kari="08-15.30+15.30-22.30 - - - - - -"))
    assert "overlapper" not in sentence(after.frame, apart[0])


def test_a_rest_over_the_cut_of_the_week_is_said_to_be_long_enough():
    """Free from Thursday night to Monday afternoon, and then work every day of the week after."""
    roster = roster_of(kari="15-22 15-22 15-22 15-22 - - - | 15-22 15-22 15-22 15-22 15-22 15-22 15-22")
    said = [sentence(roster.frame, one) for one in failing(weekly_rest.check, roster)]
    assert any("ligger over ukeskillet: den er 89 timer" in one and "Den er lang nok, men" in one for one in said)


@pytest.mark.parametrize(("line", "told"), [("08-22.30 - - - - - -", True), ("08-22.30 08-12 - - - - -", False)])
def test_free_time_that_goes_on_after_24_hours_is_said_to_be_counted_in_them(line: str, told: bool):
    roster = roster_of(kari=line)
    (short,) = failing(daily_rest.check, roster)
    assert short.measured == 570
    assert ("Bare hvile i de 24 timene fra arbeidet begynner, er med." in sentence(roster.frame, short)) == told


@pytest.mark.parametrize(
    ("times", "said"),
    [
        (["i uka fra mandag 4. januar 2027", "i uka fra mandag 11. januar 2027"], "i uka fra mandag 4. og 11. januar 2027"),
        (["mandag 4. januar 2027 kl. 08.00–19.00"], "mandag 4. januar 2027 kl. 08.00–19.00"),
        (
            ["uke 1, mandag kl. 08.00–19.00", "uke 2, mandag kl. 08.00–19.00", "uke 2, tirsdag kl. 08.00–19.00"],
            "uke 1 mandag, uke 2 mandag og uke 2 tirsdag kl. 08.00–19.00",
        ),
        (["i uke 1", "i uke 3"], "i uke 1 og 3"),
        (["fredag 5. mars 2027", "fredag 5. november 2027"], "fredag 5. mars og 5. november 2027"),
    ],
)  # fmt: skip
def test_what_all_times_begin_and_end_with_is_said_once(times: list[str], said: str):
    assert all_times(times) == said
