"""What is said of the rules: one text for every id of the closed list, with the numbers of the table in it."""

import re
from collections.abc import Iterator
from datetime import date

import pytest

from roster.domain.finding import Unit
from roster.rules import RULES, numbers
from roster.rules.numbers import Number, Since, aml
from roster.rules.rule import Rule
from roster.wording.finding_words import NAMES, WAYS_OUT
from roster.wording.rule_texts import TEXTS
from roster.wording.rule_texts.filled import filled, in_words
from roster.wording.rule_texts.text import RuleText
from tests.rules.test_rules import CLOSED

DAY = date(2027, 1, 4)
EVERY = list(TEXTS.values())
BARE = re.compile(r"\d (timer|minutter|uker|måneder|dager|år)\b")
"""An amount typed in instead of taken from the table; in an example the sum of its own times may be one."""


def sentences(text: RuleText) -> Iterator[str]:
    yield from (text.measures, text.asks, text.why, text.lawful, text.unlawful, *text.unless)
    yield from (one.says for one in text.assumes)


def by_id(text: RuleText) -> str:
    return text.id


def test_there_is_a_text_for_every_id_of_the_closed_list_and_no_other() -> None:
    assert set(TEXTS) == CLOSED
    assert {rule.id for rule in RULES} <= set(TEXTS)


def test_titles_tell_the_rules_apart() -> None:
    titles = [one.title for one in EVERY]
    assert len(set(titles)) == len(titles)


def test_findings_and_the_sheet_kontroll_take_their_words_from_the_texts() -> None:
    assert {one.id: one.title for one in EVERY} == NAMES
    assert {one.id: one.way_out for one in EVERY if one.way_out} == WAYS_OUT


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_text_stands_where_its_rule_does(rule: Rule) -> None:
    source = TEXTS[rule.id].source
    place = rule.source.paragraph.split(" (")[0].removeprefix("aml §").strip("§ ")
    assert place in source.paragraph
    assert bool(source.url) == bool(rule.source.url)


@pytest.mark.parametrize("text", EVERY, ids=by_id)
def test_every_text_is_whole(text: RuleText) -> None:
    said = [filled(one, DAY) for one in sentences(text)]
    assert text.unless
    assert text.assumes
    assert all(one.endswith(".") and "{" not in one and "  " not in one for one in said)
    assert all(re.fullmatch(r"D\d+", one.decision) for one in text.assumes)
    assert not text.title[0].islower()
    assert not text.way_out or text.way_out.endswith(".")


@pytest.mark.parametrize("text", [one for one in EVERY if one.source.url and one.id != "setting-valid"], ids=by_id)
def test_a_rule_of_law_has_examples_with_times_or_dates(text: RuleText) -> None:
    for example in (text.lawful, text.unlawful):
        assert re.search(r"\d\d\.\d\d|\d+ timer", filled(example, DAY))


@pytest.mark.parametrize("text", EVERY, ids=by_id)
def test_limits_of_law_are_never_typed_in(text: RuleText) -> None:
    shown = (one.form for one in text.numbers)
    for said in (text.measures, text.asks, *text.unless, *(one.says for one in text.assumes), *shown):
        assert not BARE.search(said)


@pytest.mark.parametrize("text", EVERY, ids=by_id)
def test_every_number_shown_has_a_law_or_a_brief_behind_it(text: RuleText) -> None:
    for shown in text.numbers:
        assert shown.form.count("{}") == 1
        assert shown.number is not None or shown.owed is not None


def test_a_number_that_changes_changes_the_sentences(monkeypatch: pytest.MonkeyPatch) -> None:
    later = Since(date(2030, 1, 1), 12 * 60, aml("10-8 (1)"))
    monkeypatch.setattr(numbers, "DAILY_REST", Number(Unit.MINUTES, (*numbers.DAILY_REST.values, later)))
    lawful = TEXTS["daily-rest"].lawful
    assert "begynner kl. 09.00 neste dag. Hun får 11 timer fri" in filled(lawful, date(2029, 12, 31))
    assert "begynner kl. 10.00 neste dag. Hun får 12 timer fri" in filled(lawful, date(2030, 1, 1))


@pytest.mark.parametrize(
    ("spec", "said"),
    [
        ("{DAILY_REST}", "11 timer"),
        ("{REPS_DAY}", "12,5 timer"),
        ("{BREAK_WHOLE}", "30 minutter"),
        ("{NIGHT_TOTAL}", "177 timer og 20 minutter"),
        ("{DAILY_REST:less 30}", "10,5 timer"),
        ("{DAILY_REST:from 22.00}", "09.00"),
        ("{DAILY_REST:less 15 to 08.00}", "21.15"),
        ("{SUNDAY_FROM:clock}", "18.00"),
        ("{SUNDAY_FREE_EVERY:less 1 words}", "tre"),
        ("{EVERY_SUNDAYS:ordinal}", "tredje"),
        ("{AVERAGED_OVER}", "8"),
    ],
)
def test_a_number_is_written_as_its_place_asks(spec: str, said: str) -> None:
    assert filled(spec, DAY) == said


def test_a_name_that_is_no_number_of_the_table_is_refused() -> None:
    with pytest.raises(KeyError):
        filled("{DAILY_RST}", DAY)
    with pytest.raises(ValueError, match="unknown word"):
        in_words(60, Unit.MINUTES, "about")


def test_one_hour_is_said_as_one() -> None:
    assert in_words(60, Unit.MINUTES) == "1 time"
    assert in_words(61, Unit.MINUTES) == "1 time og 1 minutt"
