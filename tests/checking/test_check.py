"""A whole report: what it counts, what it takes for granted, and its sentences."""

import time
from datetime import date

from roster.checking.check import check
from roster.domain.finding import Verdict
from roster.domain.kinds import Employer, Tariff
from roster.domain.roster import Roster
from roster.wording.findings import VERDICTS, sentence, text
from tests.rules.builders import every_other_sunday, individual, roster_of, short_rest, with_reps

LINE = "D D E - N N - | - - D E E - - | T T - D D D D | - N N N - - - |"


def short() -> Roster:
    return roster_of(kari="14-22 08.59-16 - - - - -")


def test_the_report_has_the_worst_verdict_and_counts_all() -> None:
    report = check(short())
    assert report.verdict is Verdict.BREACH
    assert report.fails
    assert sum(report.counts.values()) == len(report.findings)
    assert next(one.verdict for one in report.worst_first) is Verdict.BREACH


def test_assumptions_are_said() -> None:
    assert "ingen tidligere vakter" in check(short()).assumptions
    assert "ingen tidligere vakter" not in check(roster_of(before={"kari": "D"}, kari="-")).assumptions
    may = check(roster_of(start=date(2027, 4, 26), kari="- - - - - - -")).assumptions
    assert "kvelden før 1. og 17. mai er fri fra 22.00" in may
    private = check(roster_of(employer=Employer.PRIVATPERSON, kari="-")).assumptions
    assert any("privatperson" in one for one in private)


def test_a_breach_is_understood_from_its_sentence() -> None:
    roster = short()
    one = next(found for found in check(roster).findings if found.rule == "daily-rest")
    assert text(roster.frame, one) == (
        "Brudd: Kari har 10:59 timer hvile fra mandag 11. januar 2027 kl. 22.00 til tirsdag 12. januar 2027 kl. 08.59. "
        "Grensen er minst 11 timer. Flytt den ene vakta, eller gi den til en annen. "
        "Bare mulig med: aml § 10-8 (3) med tillitsvalgte (krever tariffavtale), "
        "aml § 10-12 (4) med fagforening med innstillingsrett eller aml § 10-12 (7) fra Arbeidstilsynet. "
        "Hjemmel: aml § 10-8 (1)."
    )
    assert sentence(roster.frame, one, by_id=True).startswith("kari har 10:59 timer")


def test_a_cycle_speaks_of_turnus_weeks() -> None:
    roster = roster_of(cycle=True, kari="08.59-16 - - - - - 14-22")
    one = next(found for found in check(roster).findings if found.rule == "daily-rest")
    assert "fra uke 1, søndag kl. 22.00 til uke 1, mandag kl. 08.59" in sentence(roster.frame, one)


def test_every_finding_has_a_sentence_without_codes() -> None:
    agreed = (with_reps(id="A"), short_rest(id="B"), every_other_sunday(id="C"), individual(id="D", signed=None))
    rosters = (
        roster_of(kari=LINE, ola="L L L L L L L | L L L L L L L"),
        roster_of(cycle=True, kari=LINE, ola="14-22 07-15 07-12+16-22 - N N D"),
        roster_of(start=date(2027, 3, 15), before={"kari": "D D N - E"}, kari=LINE, ola="N " * 14),
        roster_of(tariff=Tariff.KS_HTA, agreements=agreed, kari=LINE, ola="14-22 07-15 04-12+11-22 - N N"),
        roster_of(agreements=(with_reps(),), kari=LINE, ola="08-21.30 N N N N N N"),
    )
    for roster in rosters:
        for one in check(roster).findings:
            said = text(roster.frame, one)
            assert said.startswith(VERDICTS[one.verdict])
            assert said.endswith(".")
            assert "_" not in said
            assert "None" not in said
            assert "  " not in said


def test_twenty_assistants_over_a_year_are_checked_in_a_second() -> None:
    people = {f"p{number}": LINE * 13 for number in range(20)}
    roster = roster_of(agreements=(individual(), every_other_sunday()), **people)
    started = time.process_time()
    check(roster)
    assert time.process_time() - started < 2
