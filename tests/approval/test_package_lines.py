"""Lines to sign on, sums, and what a rep reads of changes in a package."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from roster.domain.assistant import PaidOff
from roster.domain.brief import Agreement
from roster.domain.days import DateSpan
from roster.domain.difference import difference
from roster.domain.finding import Finding, Source, Unit, Verdict
from roster.domain.kinds import OffCode, Party
from roster.domain.plan import Change, Plan
from roster.domain.roster import Roster
from roster.exports.changed_lines import cells_of, of_rollout, rosters_of
from roster.exports.package.content import paper_of
from roster.exports.package.group import group_section
from roster.exports.package.paper import Paper, Table
from roster.wording import package_by_hand as by_hand
from roster.wording.control import amount_of
from roster.wording.difference_words import HANDED_TITLE
from roster.wording.legend import short_mark
from roster.wording.package_words import CHANGED
from roster.workflow.course import read_log, version_at
from roster.workflow.discuss import Told, discuss
from roster.workflow.known import known_of
from roster.workflow.submit import submit
from roster.workflow.use import Wish, use
from tests.approval.arrangement import LONG, LONGER_DAY, NOW, START, brief_of, plan_of, saved

ALONE = Agreement("snitt", "10-8 (4)", Party.INDIVIDUAL, {}, averaging_weeks=26, use_unsigned=True)


def paper_in(folder: Path, number: str = "0001") -> Paper:
    log = read_log(folder)
    return paper_of(known_of(folder, version_at(folder, number, log), log))


def test_each_who_must_sign_an_agreement_has_a_line(tmp_path: Path) -> None:
    there = replace(LONGER_DAY, id="signert", signed=date(2026, 12, 1), use_unsigned=False)
    saved(tmp_path / "t", plan_of(brief_of(ALONE, replace(LONGER_DAY), there, kind=LONG)))
    table = next(
        one
        for one in paper_in(tmp_path / "t").sections[-1].blocks
        if isinstance(one, Table) and one.headings == by_hand.APART_HEADINGS
    )
    assert [(row[0], row[3], row[-1]) for row in table.rows] == [
        ("snitt", "arbeidsgiver", ""),
        ("snitt", "Kari", ""),
        ("snitt", "Ola", ""),
        ("snitt", "Nora", ""),
        ("langvakt", "arbeidsgiver", ""),
        ("langvakt", "tillitsvalgte", ""),
        ("signert", "tillitsvalgte", "er signert"),
    ]


def test_the_cover_of_a_week_is_summed() -> None:
    _, cover, _ = (one for one in group_section(plan_of(brief_of()).roster, "x", None).blocks if isinstance(one, Table))
    assert [(heading, row) for heading, row in zip(cover.headings, cover.rows[0], strict=True) if "Sum" in heading] == [
        ("Sum", "5/5"),
        ("Sum", "5/5"),
    ]


def test_the_foot_of_a_sheet_says_that_it_has_the_start_of_the_fingerprint() -> None:
    assert short_mark("0123456789abcdef" * 4) == "Fingeravtrykket begynner med 0123 4567 89ab cdef"


def test_a_day_that_became_vacation_is_shown_as_vacation() -> None:
    old, brief = plan_of(brief_of()), brief_of()
    who, shift = min(old.roster.works)
    day = old.roster.frame.shift[shift].start.date()
    people = tuple(replace(one, vacation=(DateSpan(day, day),)) if one.id == who else one for one in brief.assistants)
    new = plan_of(replace(brief, assistants=people))
    new = Plan(new.brief, Roster(new.roster.frame, new.roster.works - {(who, shift)}))
    found = difference(old, new)
    before, after = (cells_of(one, found) for one in rosters_of((old, new), found))
    assert (before[who, day], after[who, day]) == ("D", "FE")
    assert of_rollout(new, Change(who, day, ("D",), (), ()), after=True) == "FE"
    assert of_rollout(new, Change(who, day + timedelta(days=1), ("D",), (), ()), after=True) == "fri"


def test_a_day_off_with_pay_is_shown_by_its_code() -> None:
    brief = brief_of()
    first = replace(brief.assistants[0], paid_off=(PaidOff(START, OffCode.RED_DAY, 480),))
    plan = plan_of(replace(brief, assistants=(first, *brief.assistants[1:])))
    change = Change(first.id, START, ("D",), (), ())
    assert [of_rollout(plan, change, after=after) for after in (False, True)] == ["D", "F3"]


def test_a_shift_that_changes_hands_is_one_shift_and_says_whose_it_was(tmp_path: Path) -> None:
    folder, brief = tmp_path / "t", brief_of()
    old = plan_of(brief)
    saved(folder, old)
    submit(folder, None, "arbeidsleder", NOW)
    discuss(folder, Told(START - timedelta(days=14), True), "arbeidsgiver", NOW)
    use(folder, Wish(), "arbeidsgiver", NOW)
    people = (replace(brief.assistants[0], vacation=(DateSpan(START, START),)), *brief.assistants[1:])
    # Kari's first shift goes to Nora while she is away, and her next to nobody.
    first, _, third = (one.id for one in old.roster.frame.shifts[:3])
    works = old.roster.works - {("A1", first), ("A1", third)} | {("A3", first)}
    new = plan_of(replace(brief, assistants=people))
    saved(folder, Plan(new.brief, Roster(new.roster.frame, works)))
    blocks = paper_in(folder, "0002").sections
    changed = next(one for one in blocks if one.title == CHANGED).blocks
    assert "2 vakter er endret for 2 assistenter, og 1 av dem har byttet assistent." in str(changed[0])
    table = next(one for one in changed if isinstance(one, Table) and one.title == HANDED_TITLE)
    assert table.rows == (
        ("D", "mandag 4. januar 2027 kl. 08.00–15.30", "Kari", "Nora", "Kari: 04.01.2027–04.01.2027"),
    )


@pytest.mark.parametrize(
    ("rule", "about", "unit", "said"),
    [
        ("plan-notice", "", Unit.COUNT, "14 dager"),
        ("sundays", "in_a_row", Unit.COUNT, "14 uker på rad"),
        ("sundays", "half", Unit.COUNT, "14 søndager eller røde dager"),
        ("need-filled", "", Unit.PEOPLE, "14 plasser"),
        ("daily-rest", "", Unit.MINUTES, "0,23 t (0:14)"),
    ],
)
def test_a_number_says_what_it_counts(rule: str, about: str, unit: Unit, said: str) -> None:
    found = Finding(rule, Verdict.OK, None, None, 14, 14, unit, Source("aml", "", START), facts={"about": about})
    assert amount_of(found, found.limit) == said
