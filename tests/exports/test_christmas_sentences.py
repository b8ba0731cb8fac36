"""From Christmas Eve to the second of January every cell that is changed has one sentence, with its codes and a reason."""

from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest

from roster.domain.days import DateSpan
from roster.domain.frame import frame_of
from roster.domain.plan import Plan
from roster.domain.roster import Roster
from roster.exports.two_lines import TwoLines
from roster.planning.changes import changes
from roster.planning.problem import priced_problem
from roster.wording.form3_changes import change_sentences, day_said
from tests.support.plans import brief_of, given_out

FIRST = date(2027, 12, 20)
CHRISTMAS = DateSpan(date(2027, 12, 24), date(2028, 1, 2))


def given_to_others(roster: Roster, random: Random) -> frozenset[tuple[str, str]]:
    """The same shifts; on most days of Christmas all who work that day and one more draw lots."""
    by_day = defaultdict(list)
    for who, shift in sorted(roster.works):
        by_day[roster.frame.shift[shift].start.date()].append((who, shift))
    works = set(roster.works)
    for day, there in by_day.items():
        if day in CHRISTMAS and random.random() < 0.8:
            people = [one.id for one in roster.frame.people]
            for (who, shift), other in zip(there, random.sample(people, len(there)), strict=True):
                works.discard((who, shift))
                works.add((other, shift))
    return frozenset(works)


@pytest.mark.parametrize("seed", range(3))
def test_every_changed_cell_of_christmas_has_its_sentence(seed: int) -> None:
    brief = replace(brief_of(start=FIRST, weeks=2), history=(), events=())
    frame = frame_of(brief)
    usual = given_out(frame)
    now = Roster(frame, given_to_others(usual, Random(seed)))
    told = tuple(changes(usual, now, usual.works, priced_problem(frame, ())))
    lines = TwoLines(Plan(brief, now), usual, DateSpan(FIRST, FIRST + timedelta(days=13)), told)
    said = list(change_sentences(frame, told, lines))
    days = [day for day in frame.dates if day in CHRISTMAS]
    cells = [(one, day) for one in frame.people for day in days if kinds(usual, one.id, day) != kinds(now, one.id, day)]
    assert len(cells) > 20
    assert {(who.id, day) for who, day in cells} == {(one.who, one.day) for one in told}
    for person, day in cells:
        cell = f"{lines.before(person.id, day) or 'fri'} → {lines.after(person.id, day) or 'fri'}"
        alone, both = f"{person.alias}, {day_said(day)}: {cell}. ", f"{day_said(day)} {cell}"
        own = [one for one in said if one.startswith(alone)]
        swapped = [
            one for one in said if any(part.startswith(f"{person.alias} ") and both in part for part in halves(one))
        ]
        (sentence,) = (*own, *swapped)
        because = sentence.removeprefix(alone) if own else sentence.rpartition(both)[2].partition(". ")[2]
        assert because.strip().endswith(".")


def halves(sentence: str) -> list[str]:
    """«Kari … D → N» and «Ola … N → D» of a swap; nothing of another sentence."""
    return sentence.partition(" bytter: ")[2].split("; ")


def kinds(roster: Roster, who: str, day: date) -> list[str]:
    return sorted(one.kind for one in roster.duties(who) if one.start.date() == day)
