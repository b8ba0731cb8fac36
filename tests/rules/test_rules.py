"""What every rule owes: an id of the closed list, a whole source, findings of its own, and something for everyone."""

from collections.abc import Iterator
from datetime import date

import pytest

from roster.domain.finding import Finding, Verdict
from roster.domain.kinds import Tariff
from roster.domain.roster import Roster
from roster.rules import RULES, numbers
from roster.rules.numbers import KNOWN_FROM, Number
from roster.rules.rule import Rule
from roster.wording.findings import NAMES
from tests.rules.builders import every_other_sunday, individual, roster_of, short_rest, with_reps

CLOSED = frozenset(
    [
        "daily-rest",
        "compensating-rest",
        "weekly-rest",
        "sundays",
        "hours-day",
        "hours-week",
        "hours-average",
        "average-8-weeks",
        "single-week",
        "passive-extension",
        "standby",
        "full-time-week",
        "agreed-hours",
        "overtime",
        "total-hours",
        "breaks",
        "night-average",
        "night-strain",
        "plan-notice",
        "agreement-valid",
        "setting-valid",
        "young-hours",
        "young-rest",
        "young-night",
        "young-breaks",
        "position-extra",
        "position-actual",
        "position-temporary",
        "vacation",
        "need-filled",
        "two-places",
        "availability",
        "skills",
        "employment",
        "contract-hours",
        "vedtak",
        "krav",
    ]
)
OWN = frozenset(["need-filled", "two-places", "availability", "skills", "employment", "contract-hours", "krav"])
LINE = "D D E - N N - | - - D E E - - | T T - D D D D | - N N N - - -"
SILENT_WITHOUT_AGREEMENT = frozenset({"compensating-rest", "single-week", "hours-average"})
OF_THE_YOUNG = frozenset({"young-hours", "young-rest", "young-night", "young-breaks"})


def rosters() -> Iterator[Roster]:
    yield roster_of(kari=LINE, ola="- " * 28)
    yield roster_of(cycle=True, kari=LINE, ola="- D " * 14)
    yield roster_of(start=date(2027, 3, 15), before={"kari": "D D N - E"}, kari=LINE, ola="L L L L L L L")
    agreed = (with_reps(id="A"), short_rest(id="B"), every_other_sunday(id="C"), individual(id="D", signed=None))
    yield roster_of(tariff=Tariff.KS_HTA, agreements=agreed, kari=LINE, ola="14-22 07-15 07-12+16-22 - N N")


def test_every_id_is_in_the_closed_list_and_used_once() -> None:
    ids = [rule.id for rule in RULES]
    assert len(set(ids)) == len(ids)
    assert set(ids) <= CLOSED
    assert set(ids) <= set(NAMES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_source_is_complete(rule: Rule) -> None:
    assert rule.source.paragraph
    assert rule.source.read >= date(2026, 11, 21)
    assert rule.id in OWN or rule.source.url.startswith("https://")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_speaks_for_itself_and_for_everyone(rule: Rule) -> None:
    for roster in rosters():
        found = list(rule.check(roster))
        assert {one.rule for one in found} <= {rule.id}
        assert all(_whole(one, rule) for one in found)
        if rule.id not in SILENT_WITHOUT_AGREEMENT | OF_THE_YOUNG:
            people = {one.who for one in found}
            assert people == {None} or people >= {"kari", "ola"} or _averaged(rule, roster)


def _whole(one: Finding, rule: Rule) -> bool:
    if one.verdict.fails and rule.id not in OWN and rule.id != "vedtak":
        return bool(one.source.paragraph and one.source.url and (one.basis or rule.id == "agreement-valid"))
    return bool(one.source.paragraph)


def _averaged(rule: Rule, roster: Roster) -> bool:
    return rule.id == "hours-week" and any(one.signed for one in roster.frame.brief.agreements)


def test_a_roster_in_which_nobody_works_breaks_no_law() -> None:
    for rule in RULES:
        for one in rule.check(roster_of(kari="- - - - - - -")):
            assert not one.verdict.fails or rule.id == "contract-hours"


def test_every_number_of_law_has_a_source_and_a_date() -> None:
    # What a source only claims, and no rule rests on, is shown as its claim: there is no law to link to.
    claims = {"REFUND_OVER", "REFUND_PERCENT"}
    known = [value for name, value in vars(numbers).items() if isinstance(value, Number) and name not in claims]
    assert len(known) > 30
    for number in known:
        days = [since.day for since in number.values]
        assert days == sorted(days)
        assert all(day >= KNOWN_FROM for day in days)
        assert all(one.source.paragraph and one.source.url.startswith("https://") for one in number.values)


def test_a_number_is_what_it_was_on_the_day() -> None:
    old, new = numbers.ORDINARY_DAY.values[0], numbers.Since(date(2030, 1, 1), 480, numbers.aml("10-4 (1)"))
    changed = Number(numbers.ORDINARY_DAY.unit, (old, new))
    assert changed.on(date(2029, 12, 31)) == 540
    assert changed.on(date(2030, 1, 1)) == 480
    assert [one.verdict for one in RULES[6].check(roster_of(kari="D"))] == [Verdict.OK]
