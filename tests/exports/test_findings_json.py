"""Findings as JSON, in the shape that others build on."""

import json

from roster.checking.check import check
from roster.domain.fingerprint import Json
from roster.domain.roster import Roster
from roster.exports.findings_json import report_json
from tests.rules.builders import roster_of


def as_json(roster: Roster) -> dict[str, Json]:
    report = check(roster)
    return report_json(roster.frame, report.findings, report.assumptions)


def test_the_json_is_what_others_build_on() -> None:
    made = json.loads(json.dumps(as_json(roster_of(kari="14-22 08.59-16 - - - - -")), ensure_ascii=False))
    assert made["schema"] == 1
    assert made["verdict"] == "brudd"
    assert set(made["counts"]) == {"brudd", "krever_avtale", "vurder", "ok", "mangel"}
    one = next(found for found in made["findings"] if found["rule"] == "daily-rest")
    assert one["who"] == "kari"
    assert (one["from"], one["to"]) == ("2027-01-11T22:00+01:00", "2027-01-12T08:59+01:00")
    assert (one["measured"], one["limit"], one["unit"]) == (659, 660, "min")
    assert one["paragraph"] == "aml § 10-8 (1)"
    assert one["source"].startswith("https://")


def test_a_grunnturnus_has_no_offset() -> None:
    made = as_json(roster_of(cycle=True, kari="08.59-16 - - - - - 14-22"))
    one = next(found for found in made["findings"] if found["rule"] == "daily-rest")
    assert one["from"] == "2027-01-17T22:00"
