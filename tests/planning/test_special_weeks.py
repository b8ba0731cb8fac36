"""Weeks of a turnus changed for vacation and red days: what is outside stays, hours fall by the vacation, red days even out."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from roster.domain.assistant import Assistant, PaidOff
from roster.domain.brief import Arrangement, Balances, Brief, Period
from roster.domain.days import DateSpan, When, is_red
from roster.domain.frame import calendar_frame, cycle_frame, frame_of
from roster.domain.help_needed import Need, ShiftKind
from roster.domain.kinds import Employer, Form, OffCode, Position, Sort, Tariff
from roster.domain.plan import Change, Plan
from roster.domain.roster import Roster
from roster.domain.vacation_list import VacationWish, days_of, virkedager, with_vacations
from roster.domain.vedtak import Vedtak, VedtakLine
from roster.planning.better.shares import red_days_by_year
from roster.planning.rollout import copy_of
from roster.planning.search import Search
from roster.planning.special_weeks import Special, plan_weeks
from roster.planning.vacations import grant, main_season
from roster.planning.weeks_asked import Weeks
from roster.rules import agreed_hours, contract_hours, vacation
from solver.problem import Balance, Problem
from solver.result import Answer, Impossible, Made, OutOfTime

HOUR = 60
DAY = ShiftKind("D", "Dagvakt", 8 * HOUR, 7 * HOUR, Sort.DAY)
EVENING = ShiftKind("K", "Kveldsvakt", 15 * HOUR, 7 * HOUR, Sort.EVENING)
EARLY, LATE = (0, 1, 5, 6), (2, 3, 4)
"""The days of two weeks that a line works: four in the one, three in the other."""
LINES = {"A1": ("D", EARLY, LATE), "A2": ("K", EARLY, LATE), "A3": ("D", LATE, EARLY), "A4": ("K", LATE, EARLY)}


def four(start: date, percent: str = "69.0", weeks: int = 2) -> Plan:
    """Two shifts of seven hours a day, by four of 69.0 % (24.5 hours of 35.5) in two weeks, and a vikar on call."""
    people = [Assistant(who, who, Position.PERMANENT, Decimal(percent), 2130) for who in LINES]
    people.append(Assistant("V", "Vikar", Position.ON_CALL, Decimal(0), 2130))
    brief = Brief(
        Arrangement("Sol", Employer.KOMMUNE, Tariff.KS_HTA, True),
        Vedtak((VedtakLine("V1", DateSpan(date(2027, 1, 1), date(2027, 12, 31)), per_week=98 * HOUR),)),
        Period(start, weeks, Form.CYCLE, rollout_weeks=2),
        (DAY, EVENING),
        (Need("D", When(), 1), Need("K", When(), 1)),
        tuple(people),
    )
    works = {
        (who, f"{start + timedelta(days=7 * week + day)} {code}")
        for who, (code, *of_weeks) in LINES.items()
        for week, days in enumerate(of_weeks)
        for day in days
    }
    return Plan(brief, Roster(cycle_frame(brief), frozenset(works)))


def planned(plan: Plan, brief: Brief, weeks: Weeks, seconds: float = 2.0) -> Special:
    found = plan_weeks(plan, brief, weeks, seconds=seconds, search=Search(workers=1))
    assert found is not None
    return found


def on_dates(plan: Plan, weeks: int) -> Plan:
    """A kalenderplan that is the grunnturnus so many weeks."""
    brief = replace(plan.brief, period=replace(plan.brief.period, form=Form.CALENDAR, weeks=weeks))
    frame = frame_of(brief)
    return Plan(brief, Roster(frame, copy_of(plan.roster, frame)))


SUMMER = date(2027, 6, 7)
FIFTEEN = DateSpan(SUMMER, SUMMER + timedelta(days=7 * 15 - 1))


def three_weeks(number: int) -> DateSpan:
    first = SUMMER + timedelta(days=21 * number)
    return DateSpan(first, first + timedelta(days=20))


@pytest.mark.slow
def test_fifteen_weeks_with_three_of_vacation_are_42_shifts_of_210_for_each_of_69_percent():
    """12 weeks of 24.5 hours: nobody works the hours of the vacation back. The grunnturnus on dates has 52 or 53 for each."""
    plan = on_dates(four(SUMMER), 15)
    wishes = [VacationWish(who, three_weeks(number)) for number, who in enumerate(LINES)]
    brief = with_vacations(plan.brief, grant(plan.brief, wishes, 2027, 1), FIFTEEN)
    found = planned(plan, brief, Weeks(FIFTEEN, red_days=False), seconds=4)
    frame = found.now.frame
    assert (len(frame.shifts), {one.worked for one in frame.shifts}) == (210, {7 * HOUR})
    assert {who: len(found.now.duties(who)) for who in LINES} == dict.fromkeys(LINES, 42)
    assert len(found.now.duties("V")) == 42
    assert not found.now.open
    for rule in (agreed_hours, contract_hours, vacation):
        assert not any(one.verdict.fails for one in rule.check(found.now))
    usual = {who: len(found.usual.duties(who)) for who in LINES}
    assert set(usual.values()) == {52, 53}


def test_what_lies_outside_the_weeks_stays_as_it_is():
    plan = four(date(2027, 5, 31), weeks=2)
    off = DateSpan(date(2027, 6, 7), date(2027, 6, 13))
    people = tuple(replace(one, vacation=(off,)) if one.id == "A3" else one for one in plan.brief.assistants)
    brief = replace(plan.brief, assistants=people, period=replace(plan.brief.period, rollout_weeks=4))
    rolled = plan_weeks(plan, replace(brief, assistants=plan.brief.assistants), Weeks(off, red_days=False), seconds=2)
    assert rolled is not None
    found = planned(rolled.plan, brief, Weeks(off, red_days=False))
    assert {one.day for one in found.changes} <= days_of([off])
    assert len(found.now.works) == len(found.now.frame.shifts)
    far = {one for one in found.now.works if date.fromisoformat(one[1][:10]) not in off}
    assert far == {one for one in rolled.now.works if date.fromisoformat(one[1][:10]) not in off}
    gone = [one for one in found.changes if one.who == "A3"]
    assert {one.because[0].split("|")[0] for one in gone if not one.after} == {"vacation"}


def test_who_has_vacation_is_off_in_the_weeks_also_when_it_goes_on_outside_them():
    """The second week of the vacation is not for these weeks to change; the first is."""
    plan = on_dates(four(SUMMER), 4)
    off, week = DateSpan(SUMMER, SUMMER + timedelta(days=13)), DateSpan(SUMMER, SUMMER + timedelta(days=6))
    people = tuple(replace(one, vacation=(off,)) if one.id == "A1" else one for one in plan.brief.assistants)
    found = planned(plan, replace(plan.brief, assistants=people), Weeks(week, red_days=False))
    worked = {one.start.date() for one in found.now.duties("A1")} & days_of([off])
    assert worked == {one.start.date() for one in found.usual.duties("A1")} & days_of([off]) - days_of([week])


def test_days_off_that_red_days_gave_stay_when_the_weeks_are_changed_for_something_else():
    """A1 has F3 on the first Monday and F5 on the Tuesday, which becomes vacation: that goes before F5."""
    plan = on_dates(four(SUMMER), 2)
    monday, tuesday = SUMMER, SUMMER + timedelta(days=1)
    f3, f5 = PaidOff(monday, OffCode.RED_DAY, 7 * HOUR), PaidOff(tuesday, OffCode.REPLACED, 7 * HOUR)
    gone = DateSpan(tuesday, tuesday)
    people = tuple(
        replace(one, paid_off=(f3, f5), vacation=(gone,)) if one.id == "A1" else one for one in plan.brief.assistants
    )
    brief = replace(plan.brief, assistants=people)
    works = frozenset(
        one for one in plan.roster.works if one[0] != "A1" or one[1][:10] not in (f"{monday}", f"{tuesday}")
    )
    plan = Plan(brief, Roster(replace(plan.roster.frame, brief=brief), works))
    found = planned(plan, brief, Weeks(DateSpan(SUMMER, SUMMER + timedelta(days=6)), red_days=False), seconds=1)
    assert found.now.frame.brief.assistant("A1").paid_off == (f3,)
    assert not any(one.start.date() in (monday, tuesday) for one in found.now.duties("A1"))


@dataclass(frozen=True)
class Asked(Search):
    """A search that always has the same answer, and notes the seconds that it was given."""

    answer: Answer = field(default=Impossible(0.0))
    given: list[float] = field(default_factory=list)

    def run(self, *asked: Any, **_: Any) -> Answer:
        self.given.append(asked[1])
        return self.answer

    def until(self, *_: Any, **given: Any) -> Answer:
        self.given.append(given["seconds"])
        return self.answer


@pytest.mark.parametrize(("answer", "times"), [(Impossible(0.0), 1), (OutOfTime(0.0), 2)])
def test_the_time_that_the_user_gave_holds_and_none_is_spent_on_the_impossible(answer: Answer, times: int):
    """Six seconds in three passes; where the first finds nothing in its two, the rest is for a first roster."""
    search = Asked(answer=answer)
    weeks = Weeks(DateSpan(SUMMER, SUMMER + timedelta(days=6)))
    assert plan_weeks(four(SUMMER), four(SUMMER).brief, weeks, seconds=6, search=search) is None
    assert len(search.given) == times
    assert 1 <= search.given[0] <= 2
    assert all(one <= 6 for one in search.given)


def test_what_is_not_proven_is_searched_on_for_all_of_the_time():
    """No day off is owed in a summer week, so that there is no second question; the first stopped at a third."""
    plan = four(SUMMER)
    first = frozenset(copy_of(plan.roster, calendar_frame(plan.brief, 1)))
    for bound, times in ((0, 3), (1, 1)):
        search = Asked(answer=Made(first, 1, {}, bound, 0.0, 0.0))
        weeks = Weeks(DateSpan(SUMMER, SUMMER + timedelta(days=6)))
        brief = replace(plan.brief, period=replace(plan.brief.period, rollout_weeks=1))
        assert plan_weeks(plan, brief, weeks, seconds=6, search=search) is not None
        assert len(search.given) == times


@dataclass(frozen=True)
class InTurn(Search):
    """A search that has one answer after the other."""

    answers: list[Answer] = field(default_factory=list)

    def run(self, *_: Any, **__: Any) -> Answer:
        return self.answers.pop(0)


def test_a_dearer_roster_that_is_found_later_is_not_taken():
    plan = four(SUMMER)
    first = frozenset(copy_of(plan.roster, calendar_frame(plan.brief, 1)))
    dearer = first - {min(first)}
    search = InTurn(
        answers=[Made(works, cost, {}, 0, 0.0, 0.0) for works, cost in ((first, 1), (dearer, 2), (dearer, 2))]
    )
    brief = replace(plan.brief, period=replace(plan.brief.period, rollout_weeks=1))
    found = plan_weeks(plan, brief, Weeks(DateSpan(SUMMER, SUMMER + timedelta(days=6))), seconds=6, search=search)
    assert found is not None
    assert found.now.works == first
    assert not search.answers


def test_weeks_after_the_dates_of_the_plan_follow_the_grunnturnus():
    """Two weeks are known; the vacation lies in the fourth, and the third has to be rolled out to come there."""
    start = date(2027, 5, 31)
    plan = four(start)
    frame = calendar_frame(plan.brief, 2)
    known = replace(plan, rollout=Roster(frame, copy_of(plan.roster, frame)))
    off = DateSpan(start + timedelta(days=21), start + timedelta(days=27))
    people = tuple(replace(one, vacation=(off,)) if one.id == "A4" else one for one in plan.brief.assistants)
    found = planned(known, replace(plan.brief, assistants=people), Weeks(off, red_days=False))
    assert (found.now.frame.weeks, found.plan.brief.period.rollout_weeks) == (4, 4)
    assert known.rollout is not None
    assert known.rollout.works <= found.now.works
    assert not found.now.open
    assert not any(one.start.date() in off for one in found.now.duties("A4"))


def test_each_cell_that_differs_from_the_plan_before_is_a_change_or_back_as_it_was():
    """A3 has vacation in the first plan and none in the second."""
    plan = four(date(2027, 5, 31), weeks=2)
    week = DateSpan(date(2027, 6, 7), date(2027, 6, 13))
    people = tuple(replace(one, vacation=(week,)) if one.id == "A3" else one for one in plan.brief.assistants)
    first = planned(plan, replace(plan.brief, assistants=people), Weeks(week, red_days=False))
    second = planned(first.plan, plan.brief, Weeks(week, red_days=False))
    cells = {(who, date.fromisoformat(shift[:10])) for who, shift in first.now.works ^ second.now.works}
    told = {(one.who, one.day) for one in second.changes}
    back = {(one.who, one.day) for one in second.back}
    assert back == cells - told
    assert any(one.who == "A3" and one.after and not one.before for one in second.back)
    assert not first.back


def test_what_was_said_of_other_weeks_stays_while_they_stand_as_they_did():
    """A cell of the first week that has F3 behind it, and one that is told of but is no longer so."""
    start = date(2027, 5, 31)
    plan = four(start)
    frame = calendar_frame(plan.brief, 2)
    copied = copy_of(plan.roster, frame)
    who, shift = min(one for one in copied if one[1][:10] == f"{start}")
    known = Change(who, start, (shift[11:],), (), ("F3|A1|2027-05-31",))
    past = Change("A2", start + timedelta(days=1), ("X",), ("Y",), ("F3|A2|2027-06-01",))
    dated = replace(plan, rollout=Roster(frame, copied - {(who, shift)}), changes=(known, past))
    week = Weeks(DateSpan(start + timedelta(days=7), start + timedelta(days=13)), red_days=False)
    search = Asked(answer=Made(copied - {(who, shift)}, 0, {}, 0, 0.0, 0.0))
    brief = replace(plan.brief, period=replace(plan.brief.period, rollout_weeks=2))
    found = plan_weeks(dated, brief, week, seconds=1, search=search)
    assert found is not None
    assert found.plan.changes == (known,)


def test_dates_up_to_the_weeks_are_rolled_out_by_themselves_first():
    """Of two weeks known and the fifth asked for, the third and fourth are settled before the fifth is asked."""
    start = date(2027, 5, 31)
    plan = four(start)
    frame = calendar_frame(plan.brief, 2)
    known = replace(plan, rollout=Roster(frame, copy_of(plan.roster, frame)))
    fifth = DateSpan(start + timedelta(days=28), start + timedelta(days=34))
    found = plan_weeks(known, plan.brief, Weeks(fifth), seconds=3, search=(search := Counted(workers=1)))
    assert found is not None
    assert (search.weeks[0], set(search.weeks[1:])) == (4, {5})
    assert found.now.frame.weeks == 5
    assert not found.now.open


def test_what_the_dates_before_the_weeks_took_in_vain_is_not_given_once_more():
    start = date(2027, 5, 31)
    plan = four(start)
    frame = calendar_frame(plan.brief, 1)
    known = replace(plan, rollout=Roster(frame, copy_of(plan.roster, frame)))
    third = Weeks(DateSpan(start + timedelta(days=14), start + timedelta(days=20)))
    assert plan_weeks(known, plan.brief, third, seconds=9, search=(search := Asked(workers=1))) is None
    assert search.given == [3, 2]


@dataclass(frozen=True)
class Counted(Search):
    """Notes how many weeks each question has."""

    weeks: list[int] = field(default_factory=list)

    def run(self, problem: Problem, *asked: Any, **given: Any) -> Answer:
        self.weeks.append(1 + max(one.start for one in problem.shifts) // (7 * 24 * HOUR))
        return super().run(problem, *asked, **given)


def test_what_came_before_counts_in_the_year_that_most_of_the_dates_lie_in():
    """20 December to 9 January: two red days of the old year besides Sundays, and one of the new."""
    brief = four(date(2027, 12, 20), weeks=3).brief
    frame = calendar_frame(replace(brief, balances=(Balances("A1", red_days=3),)), 3)
    limits = {one.because.split("|")[2]: one for one in red_days_by_year(frame) if isinstance(one, Balance)}
    assert {year: len(one.shares[0].occasions) for year, one in limits.items()} == {"2027": 2, "2028": 1}
    assert {year: one.shares[0].base for year, one in limits.items()} == {"2027": 3, "2028": 0}


def test_red_days_are_shared_by_what_each_has_and_pay_f3():
    """Easter 2027: by the grunnturnus A1 and A2 work both Thursday to Friday, A3 and A4 the weekend; main rule, no average."""
    plan = four(date(2027, 3, 15))
    easter = DateSpan(date(2027, 3, 22), date(2027, 4, 4))
    found = planned(
        plan, replace(plan.brief, period=replace(plan.brief.period, rollout_weeks=3)), Weeks(easter), seconds=3
    )
    now = found.now
    assert not now.open
    red = {who: {one.start.date() for one in now.duties(who) if is_red(one.start.date())} for who in LINES}
    assert max(map(len, red.values())) - min(map(len, red.values())) <= 1
    off = [(one.id, day) for one in now.frame.people for day in one.paid_off]
    assert {day.code.value for _, day in off} <= {"F3", "F5"}
    for who, day in off:
        assert not any(one.start.date() == day.day for one in now.duties(who))
        assert (who, f"{day.day} {LINES[who][0]}") in found.usual.works
    assert not any(one.verdict.fails for one in agreed_hours.check(now))


def test_a_first_choice_goes_before_a_second_and_two_seconds_before_a_third():
    brief = four(SUMMER).brief
    first, second, third = (three_weeks(number) for number in range(3))
    wishes = [
        VacationWish(who, dates, choice) for who in ("A1", "A2") for choice, dates in enumerate((first, second), 1)
    ]
    wishes += [VacationWish("A3", third), VacationWish("A4", three_weeks(3))]
    given = grant(brief, wishes, 2027, 1)
    assert sorted(given[who].choice for who in LINES) == [1, 1, 1, 2]
    assert len(set().union(*(days_of(given[who].dates) for who in LINES))) == 84


def test_who_has_no_wish_is_given_three_weeks_of_the_summer_when_others_are_there():
    brief = four(SUMMER).brief
    given = grant(brief, [VacationWish("A1", three_weeks(0))], 2027, 1)
    assert set(given) == set(LINES)
    for who in ("A2", "A3", "A4"):
        assert given[who].choice == 0
        assert virkedager(day for day in days_of(given[who].dates) if day in main_season(2027)) == 18
    assert sum(len(days_of(one.dates)) for one in given.values()) == len(
        set().union(*(days_of(one.dates) for one in given.values()))
    )


def test_who_has_some_days_already_keeps_them_and_is_given_the_rest():
    brief = four(SUMMER).brief
    own = DateSpan(date(2027, 8, 2), date(2027, 8, 8))
    brief = replace(brief, assistants=(replace(brief.assistants[0], vacation=(own,)), *brief.assistants[1:]))
    days = days_of(grant(brief, (), 2027, 2)["A1"].dates)
    assert days_of([own]) <= days
    assert virkedager(days) == 18
