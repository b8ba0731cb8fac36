"""A roster held to the full-time weeks it gives (D17): nights and red days change hands, their sum hardly changes."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from random import Random
from typing import Any

import pytest

from roster.domain.brief import Brief
from roster.domain.days import When
from roster.domain.finding import Verdict
from roster.domain.frame import frame_of
from roster.domain.help_needed import Need
from roster.domain.kinds import Form, Lines, Tariff
from roster.domain.reason import Reason
from roster.domain.roster import Roster
from roster.planning.asked import Asked
from roster.planning.own_weeks import with_own_weeks
from roster.planning.plan import make_plan
from roster.planning.problem import fixed_works, problem_of
from roster.planning.result import Planned
from roster.planning.run_parts import Part
from roster.planning.search import Search
from roster.planning.weeks_held import HELD, weeks_held
from roster.rules.full_time_week import by_hours, check_of
from roster.rules.ordinary import pattern
from solver import judge
from solver.problem import Limit, Minutes, Problem, Works
from solver.result import Answer, Made, OutOfTime, Progress
from tests.planning.loads import THREE
from tests.rules.builders import roster_of
from tests.support.plans import brief_of, given_out

USUAL, DAYS_ALONE = 35 * 60 + 30, 37 * 60 + 30


def held_in(roster: Roster) -> Problem:
    return weeks_held(problem_of(roster.frame, ()), roster)


def off(roster: Roster, who: str) -> Fraction:
    """What the checker takes off the full-time week of a full position, in minutes a week."""
    percent = roster.frame.brief.assistant(who).percent
    return pattern(roster, who, Fraction(percent) / 100).off


def with_weeks(roster: Roster, week: Callable[[str], int]) -> Roster:
    brief = roster.frame.brief
    people = tuple(replace(one, full_time_week=week(one.id)) for one in brief.assistants)
    return Roster(replace(roster.frame, brief=replace(brief, assistants=people)), roster.works)


def held_of(roster: Roster) -> tuple[Limit, ...]:
    return tuple(one for one in held_in(roster).limits if Reason.of(one.because).rule == HELD)


@pytest.mark.parametrize("form", [Form.CALENDAR, Form.CYCLE])
@pytest.mark.parametrize("seed", range(6))
def test_a_roster_is_held_just_where_the_checker_gives_the_same_week_within_its_tolerance(
    form: Form, seed: int
) -> None:
    random = Random(f"{form} {seed}")
    brief = brief_of(form, weeks=6)
    on_sundays = tuple(replace(one, when=replace(one.when, weekdays=frozenset({6}))) for one in brief.events)
    given = given_out(frame_of(replace(brief, events=on_sundays)))
    roster = with_weeks(given, lambda who: int(by_hours(given, who)) + random.randint(-5, 6))
    asked, seen = replace(held_in(roster), limits=held_of(roster)), set[bool]()
    people, works = [one.id for one in roster.frame.people], set(roster.works)
    assert not judge.broken(asked, roster.works | fixed_works(roster.frame))
    for _ in range(12):
        who, shift = random.choice(sorted(works))
        works ^= {(who, shift), (random.choice([one for one in people if (one, shift) not in works]), shift)}
        other = Roster(roster.frame, frozenset(works))
        broken = {Reason.of(one.because).who for one in judge.broken(asked, other.works | fixed_works(roster.frame))}
        for person in roster.frame.people:
            gives = by_hours(roster, person.id) - (off(other, person.id) - off(roster, person.id))
            same = abs(person.full_time_week - gives) <= 6
            assert (person.id not in broken) is same
            seen.add(same)
            if same and pattern(other, person.id).sort == pattern(roster, person.id).sort:
                assert all(one.verdict is Verdict.OK for one in check_of(other, person))
    assert seen == {True, False}


@pytest.mark.parametrize(
    ("week", "least", "most"),
    [(USUAL, -360, 360), (USUAL - 6, 0, 720), (USUAL + 6, -720, 0), (USUAL + 7, -360, 360)],
)
@pytest.mark.parametrize("percent", ["100", "50", "33.34"])
def test_how_much_more_or_less_may_be_taken_off_follows_the_week_and_the_position(
    week: int, least: int, most: int, percent: str
) -> None:
    """An evening from 15 to 22 gives the usual week and takes one hour at night off; a minute of a week is 60."""
    kari = {"percent": Decimal(percent), "full_time_week": week}
    roster = roster_of(kari="- - K - - - -", kinds=THREE, people={"kari": kari})
    brief = roster.frame.brief
    arrangement = replace(brief.arrangement, tariff=Tariff.VIRKE_BPA)
    roster = Roster(replace(roster.frame, brief=replace(brief, arrangement=arrangement)), roster.works)
    (limit,) = held_of(roster)
    assert isinstance(limit, Minutes)
    part = Fraction(percent) / 100
    assert (limit.least, limit.most) == (60 * 15 + ceil(least * part), 60 * 15 + floor(most * part))
    assert limit.cost is None


def two() -> Brief:
    """Days and evenings for two: days alone give 37.5 hours by KS, evenings 35.5."""
    brief = brief_of(weeks=1)
    workdays = When(frozenset({0, 1, 2, 3, 4}))
    needs = (Need("D", workdays, 1), Need("K", workdays, 1))
    return replace(brief, needs=needs, events=(), history=(), wishes=(), assistants=brief.assistants[1:3])


def works_of(**kinds: str) -> Works:
    """Who has all shifts of each kind."""
    shifts = Asked.of(two()).frame.shifts
    return frozenset((kinds[one.kind], one.id) for one in shifts)


def weeks(brief: Brief) -> list[int]:
    return [one.full_time_week for one in brief.assistants]


def answers(monkeypatch: pytest.MonkeyPatch, *made: Answer) -> list[tuple[Problem, Works]]:
    """What is asked for and from which roster, where the searches end with these."""
    asked = list[tuple[Problem, Works]]()

    def run(self: Search, problem: Problem, seconds: float, **more: Any) -> Answer:
        asked.append((problem, more["start"]))
        return made[min(len(asked), len(made)) - 1]

    monkeypatch.setattr(Search, "run", run)
    return asked


def made(works: Works, cost: int = 10, rule: str = "wish", first: float = 1.0) -> Made:
    return Made(works, cost, {Reason(rule, "A2", "0").key: cost}, 5, first, first)


FIRST, OTHER = works_of(D="A2", K="A3"), works_of(D="A3", K="A2")


@pytest.mark.parametrize("workers", [None, 1])
def test_the_plan_is_of_the_weeks_that_the_roster_with_its_own_weeks_gives(
    workers: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    last = frozenset(one for one in OTHER if one != ("A2", "2027-01-08 K"))
    asked = answers(monkeypatch, made(FIRST), made(OTHER, first=60.0), made(last, 7, first=60.0))
    answer = make_plan(two(), seconds=5, workers=workers)
    assert isinstance(answer, Planned)
    assert weeks(answer.plan.brief) == [USUAL, DAYS_ALONE]
    assert answer.plan.roster.works == last
    assert answer.plan.roster.frame.brief == answer.plan.brief
    assert with_own_weeks(two(), answer.plan.roster) is None
    assert answer.first_seconds < 60
    assert answer.plan.bound == 0, "what is proven of the roster that is held says nothing of others"
    rules = [{Reason.of(one.because).rule for one in problem.limits} for problem, _ in asked]
    assert [HELD in one for one in rules] == [False, False, True]
    assert [start for _, start in asked] == [None, FIRST, OTHER]


@pytest.mark.parametrize(
    "last",
    [
        made(OTHER, rule="open"),
        made(OTHER, rule="short"),
        made(FIRST),
    ],
    ids=["open", "short", "others again"],
)
def test_but_not_at_the_price_of_help_or_hours_nor_for_weeks_that_are_not_its_own(
    last: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers(monkeypatch, made(FIRST), made(OTHER), last, made(OTHER))
    answer = make_plan(two(), seconds=5)
    assert isinstance(answer, Planned)
    assert weeks(answer.plan.brief) == [DAYS_ALONE, USUAL]
    assert answer.plan.roster.works == OTHER


def test_the_first_roster_is_that_of_the_agreements_weeks_where_none_is_held(monkeypatch: pytest.MonkeyPatch) -> None:
    answers(monkeypatch, made(FIRST), made(FIRST, first=60.0))
    answer = make_plan(two(), seconds=5)
    assert isinstance(answer, Planned)
    assert answer.first_seconds < 60


def test_a_roster_that_gives_the_weeks_it_is_made_with_is_not_held(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = answers(monkeypatch, made(FIRST), made(FIRST))
    answer = make_plan(two(), seconds=5)
    assert isinstance(answer, Planned)
    assert weeks(answer.plan.brief) == [DAYS_ALONE, USUAL]
    assert len(asked) == 2


@pytest.mark.parametrize(("seconds", "held"), [(0.9, False), (1.0, True)])
def test_nor_where_the_time_is_too_short_for_a_roster_of_so_many_places(
    seconds: float, held: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ten places have a second."""
    asked = answers(monkeypatch, made(FIRST), made(OTHER), made(OTHER))
    answer = make_plan(two(), seconds=seconds)
    assert isinstance(answer, Planned)
    assert len(asked) == 2 + held
    assert weeks(answer.plan.brief) == ([USUAL, DAYS_ALONE] if held else [DAYS_ALONE, USUAL])


@pytest.mark.parametrize(("dearer", "taken"), [(2999, True), (3000, False)])
def test_the_weeks_of_each_who_has_others_are_worth_a_split_weekend(
    dearer: int, taken: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two have others before; held, nobody has: one works all, and the other nothing that tells."""
    evenings = works_of(D="A2", K="A2")
    answers(monkeypatch, made(FIRST), made(OTHER), made(evenings, 10 + dearer))
    answer = make_plan(two(), seconds=5)
    assert isinstance(answer, Planned)
    assert (answer.plan.roster.works == evenings) is taken
    assert answer.plan.brief == replace(two(), assistants=answer.plan.brief.assistants)


@pytest.mark.parametrize(("lines", "ends"), [(Lines.OWN, True), (Lines.COMMON, False)])
def test_a_line_that_all_walk_has_its_own_weeks_to_the_end(
    lines: Lines, ends: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second search finds other weeks than it is made with: own lines end it for one that is held to these."""
    brief = two()
    alike = tuple(replace(one, percent=Decimal(50), vacation=(), skills=()) for one in brief.assistants)
    brief = replace(brief, assistants=alike, period=replace(brief.period, weeks=2, form=Form.CYCLE, lines=lines))
    frame = Asked.of(brief).frame
    who = frame.people[0].id
    days = frozenset((who, one.id) for one in frame.shifts if one.kind == "D" and frame.week_of(one) == 0)
    late = days | {(who, one.id) for one in frame.shifts if one.kind == "K" and frame.week_of(one) == 1}
    ended = list[bool]()

    def run(self: Search, problem: Problem, seconds: float, **more: Any) -> Answer:
        if len(ended) == 1:
            more["on_better"](Progress(1.0, 10, 0, {}, late))
        stop = more["stop"]
        ended.append(stop is not None and stop())
        return made(days if len(ended) == 1 else late) if len(ended) <= 2 else OutOfTime(0.1)

    monkeypatch.setattr("roster.planning.plan.AGAIN", Part(0.0, 0.0))
    monkeypatch.setattr("roster.planning.plan._Run._dates", lambda *_: None)
    monkeypatch.setattr(Search, "run", run)
    assert isinstance(make_plan(brief, seconds=20), Planned)
    assert ended[:2] == [False, ends]


@pytest.mark.parametrize(("seconds", "ends"), [(0.9, False), (1.0, True)])
def test_a_search_with_the_weeks_of_a_turnus_ends_in_time_for_one_that_is_held(
    seconds: float, ends: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The turnus has told the weeks of ``FIRST``, and the search finds ``OTHER``."""
    told = with_own_weeks(two(), Roster(Asked.of(two()).frame, FIRST))
    assert told is not None
    turnus = Roster(Asked.of(told).frame, FIRST)
    ended = list[bool]()

    def run(self: Search, problem: Problem, seconds: float, **more: Any) -> Answer:
        more["on_better"](Progress(1.0, 10, 0, {}, OTHER))
        ended.append(more["stop"]())
        return made(OTHER)

    monkeypatch.setattr("roster.planning.plan.turnuses_for", lambda *_, **__: [turnus])
    monkeypatch.setattr("roster.planning.plan.repeated", lambda *_: FIRST)
    monkeypatch.setattr("roster.planning.plan.REPEATED", Part(0.0, 0.0))
    monkeypatch.setattr(Search, "run", run)
    assert isinstance(make_plan(two(), seconds=seconds), Planned)
    assert ended == ([True, False] if ends else [False])
