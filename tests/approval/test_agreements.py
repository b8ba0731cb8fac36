"""The register of agreements: what rests on each, when it lapses and what then falls, and texts to sign."""

import json
import re
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from roster.domain.brief import Agreement
from roster.domain.days import When
from roster.domain.help_needed import Need
from roster.domain.kinds import Employer, Party
from roster.domain.plan import Plan
from roster.wording.agreement_texts import texts
from roster.wording.agreement_words import WARN_DAYS, warnings
from roster.workflow.register import Register, Resting, register
from roster.workflow.sign import sign
from tests.approval.arrangement import DAY, LONG, LONGER_DAY, NOW, START, brief_of, plan_of, saved
from tests.cli.typed import typed

SUNDAYS = Agreement("sondag", "10-8 (4)", Party.INDIVIDUAL, averaging_weeks=26, signed=date(2026, 12, 1))
REST = Agreement(
    "hvile",
    "10-8 (3)",
    Party.REPS,
    {"daily_rest_h": Decimal(9)},
    signed=date(2026, 12, 1),
    compensating_rest=True,
    notice="3 måneder",
)
ALONE = Agreement(
    "snitt",
    "10-5 (1)",
    Party.INDIVIDUAL,
    {"day_h": Decimal(10), "week_h": Decimal(48)},
    averaging_weeks=8,
    covers=("A1", "A2"),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    saved(tmp_path / "t", plan_of(brief_of(LONGER_DAY, REST, kind=LONG)))
    return tmp_path / "t"


def said(found: Register) -> list[str]:
    return list(warnings(found.version.plan.brief, found.agreements))


def test_what_rests_on_an_agreement_is_what_would_fail_without_it(folder: Path) -> None:
    longer, rest = register(folder, START).agreements
    assert longer.rests == (Resting("hours-day", "A1", 5), Resting("hours-day", "A2", 5))
    assert longer.covered == ("A1", "A2", "A3")
    assert rest.rests == ()
    assert (longer.signed, rest.signed) == (None, date(2026, 12, 1))


def test_nothing_rests_on_an_agreement_that_the_shifts_do_not_need(tmp_path: Path) -> None:
    saved(tmp_path / "t", plan_of(brief_of(LONGER_DAY, kind=DAY)))
    (only,) = register(tmp_path / "t", START).agreements
    assert only.rests == ()


@pytest.mark.parametrize(("left", "warned"), [(WARN_DAYS, False), (WARN_DAYS - 1, True), (0, True), (-1, True)])
def test_an_agreement_is_warned_of_before_it_lapses(folder: Path, left: int, warned: bool) -> None:
    last = LONGER_DAY.valid_to
    assert last is not None
    found = said(register(folder, last - timedelta(days=left)))
    assert bool(found) is warned
    if warned:
        assert "Da faller: timer i døgnet for Kari (5) og Ola (5)." in found[0]
        assert ("gikk ut" in found[0]) is (left < 0)


def test_one_that_lapses_inside_the_plan_is_warned_of_however_far_away_that_is(tmp_path: Path) -> None:
    short = replace(LONGER_DAY, valid_to=date(2027, 1, 12))
    saved(tmp_path / "t", plan_of(brief_of(short, kind=LONG)))
    (line,) = said(register(tmp_path / "t", START - timedelta(days=300)))
    assert ", før planen er slutt." in line


def test_one_without_an_end_is_not_warned_of(folder: Path) -> None:
    assert not [one for one in said(register(folder, date(2099, 1, 1))) if "hvile" in one]


def test_each_with_long_shifts_consents_for_themselves(folder: Path) -> None:
    before = register(folder, START).consents
    assert [(one.who, one.shifts, one.longest, one.since) for one in before] == [
        ("A1", 5, 660, None),
        ("A2", 5, 660, None),
    ]
    sign(folder, "samtykke-A2", date(2026, 12, 2), None, "Ola", NOW)
    assert [one.since for one in register(folder, START).consents] == [None, date(2026, 12, 2)]


# -- texts ----------------------------------------------------------------------------------------------


def all_said(plan: Plan) -> dict[str, str]:
    return {
        one.name: " ".join(
            [one.title, *(line for part in one.parts for line in (*part.said, *part.points)), *one.signers]
        )
        for one in texts(plan)
    }


def test_texts_are_filled_from_the_plan_and_one_for_each_who_signs_alone() -> None:
    brief = brief_of(ALONE, LONGER_DAY, REST, SUNDAYS, kind=LONG)
    found = all_said(plan_of(brief))
    assert sorted(found) == ["hvile", "langvakt", "snitt-A1", "snitt-A2", "sondag-A1", "sondag-A2", "sondag-A3"]
    assert "Kari: snitt 27,5 timer i uka, lengste vakt 11 timer" in found["snitt-A1"]
    assert "Ola" not in found["snitt-A1"]
    assert "snitt over 8 uker" in found["snitt-A1"].lower()
    assert "Avtalen gjelder fra 01.01.2027 til 31.12.2027." in found["langvakt"]
    assert "helse og velferd" in found["langvakt"]
    assert "korteste daglige arbeidsfri 13 timer" in found["hvile"]
    assert "oppsigelse 3 måneder" in found["hvile"]
    assert "Kari: arbeider 0 av 2 søndager og helligdager" in found["sondag-A1"]
    assert found["hvile"].endswith("Arbeidsgiver Tillitsvalgte")


def test_at_a_private_persons_home_averaging_is_by_the_regulation() -> None:
    brief = brief_of(ALONE)
    private = replace(brief, arrangement=replace(brief.arrangement, employer=Employer.PRIVATPERSON))
    assert "forskriften om arbeid i arbeidsgivers hjem og husholdning § 9" in all_said(plan_of(private))["snitt-A1"]


def test_a_signature_on_a_day_that_has_not_come_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = "Dagen den skal være signert, er ikke kommet."
    assert told in typed(capsys, "agreements", folder, "--date", "2020-01-01").out
    assert told not in typed(capsys, "agreements", folder, "--date", "2027-12-01").out


def test_the_command_lists_warns_and_writes_the_texts(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "avtaler"
    found = typed(capsys, "agreements", folder, "--date", "2027-12-01", "--out", out)
    assert found.code == 1
    assert "Avtalen «langvakt» går ut fredag 31. desember 2027, om 30 dager." in found.out
    assert "påtenkt, ikke signert" in found.out
    assert "Samtykke er ikke ført" in found.out
    html = (out / "langvakt.html").read_text(encoding="utf-8")
    assert sorted(one.name for one in out.iterdir()) == [
        "hvile.html",
        "langvakt.html",
        "samtykke-A1.html",
        "samtykke-A2.html",
    ]
    assert '<html lang="nb">' in html
    assert [html.count(f"<{tag}") for tag in ("h1", "title")] == [1, 1]
    assert not re.search(r"fagforening|medlem", html)
    assert "finnes fra før" in typed(capsys, "agreements", folder, "--out", out).err
    content = json.loads(typed(capsys, "agreements", folder, "--date", "2027-01-04", "--json").out)
    assert content["agreements"][0]["rests"][0] == {"rule": "hours-day", "who": "A1", "number": 5}
    assert content["warnings"] == []


def test_a_plan_without_agreements_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    brief = brief_of()
    saved(tmp_path / "t", plan_of(replace(brief, needs=(Need("D", When(frozenset({0})), 1),))))
    assert "ikke på noen avtaler" in typed(capsys, "agreements", tmp_path / "t").out
