"""Vacations that the hours suffice for, and what is said where they do not: 98 hours a week, four of 24.5 and a vikar."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from roster.domain.brief import Brief
from roster.domain.days import DateSpan
from roster.domain.frame import Frame, calendar_frame
from roster.domain.vacation_list import Granted, VacationWish, days_of, with_vacations
from roster.planning.vacation_cover import cover, lacking, need_by_week, unmet
from roster.planning.vacations import Covered, grant, main_season
from roster.wording.vacation_cover_words import agreed_said, cover_said, open_said, other_weeks, unmet_said
from tests.planning.test_special_weeks import FIFTEEN, LINES, SUMMER, four, three_weeks

HOUR = 60
YEAR = DateSpan(date(2027, 1, 1), date(2027, 12, 31))
ALONE = three_weeks(0)


def brief_of(**vacation: DateSpan) -> Brief:
    brief = four(SUMMER).brief
    people = (replace(one, vacation=(vacation[one.id],)) if one.id in vacation else one for one in brief.assistants)
    return replace(brief, assistants=tuple(people))


def frame(brief: Brief) -> Frame:
    return calendar_frame(brief, 15)


def given(brief: Brief, *wishes: VacationWish, replace: bool = False) -> dict[str, Granted]:
    covered = Covered(need_by_week(frame(brief), main_season(2027)))
    return dict(grant(brief, wishes, 2027, covered, replace=replace))


def test_a_week_lacks_the_hours_that_those_who_are_there_cannot_work() -> None:
    """One away: three of 24:29 and the vikar of 35:30 are 108:57. Two away: 84:28 of 98, so 13:32 lack each week."""
    one = cover(frame(brief_of()), brief_of(A1=ALONE), FIFTEEN)
    assert lacking(one) == 0
    assert (one[0].need, one[0].can) == (98 * HOUR, 108 * HOUR + 57)
    two = cover(frame(brief_of()), brief_of(A1=ALONE, A2=ALONE), FIFTEEN)
    assert [each.lacks for each in two[:4]] == [13 * HOUR + 32] * 3 + [0]
    assert two[0].away == ("A1", "A2")


def test_it_is_said_how_many_hours_lack_in_which_week_and_how_big_a_vikar_would_be() -> None:
    brief = brief_of(A1=ALONE, A2=ALONE)
    said = " ".join(cover_said(brief, cover(frame(brief), brief, FIFTEEN)))
    assert "Det mangler 40,6 timer i 3 uker" in said
    assert "uke 23–25 mangler 13,53 timer hver (A1 og A2 borte; de andre kan arbeide 84,47 timer, og behovet" in said
    assert "en vikar på 40,6 timer i disse ukene, høyst 13,53 timer i uka (39 % stilling)" in said
    fine = brief_of(A1=ALONE)
    assert "Timene rekker i alle ukene" in " ".join(cover_said(fine, cover(frame(fine), fine, FIFTEEN)))


def test_vacations_are_laid_where_the_hours_suffice() -> None:
    brief = brief_of()
    best = with_vacations(brief, given(brief), YEAR)
    assert all(one.vacation for one in best.assistants if one.id in LINES)
    assert lacking(cover(frame(brief), best, FIFTEEN)) == 0


def test_two_are_away_at_once_where_one_wants_to_work_more() -> None:
    """Two who want 100 % have 71 hours, and the vikar 35.5: with the others away that is enough."""
    brief = brief_of()
    people = tuple(
        replace(one, wants_up_to=Decimal(100)) if one.id in ("A3", "A4") else one for one in brief.assistants
    )
    brief = replace(brief, assistants=people)
    found = given(brief, VacationWish("A1", ALONE), VacationWish("A2", ALONE))
    assert [found[who].choice for who in ("A1", "A2")] == [1, 1]


def test_a_wish_that_the_hours_do_not_suffice_for_is_not_met() -> None:
    brief = brief_of()
    found = given(brief, *(VacationWish(who, ALONE) for who in ("A1", "A2")))
    assert sorted(found[who].choice for who in ("A1", "A2")) == [0, 1]


def test_it_is_said_why_a_wish_was_not_met() -> None:
    """Both wish for the same weeks, where the hours suffice for one to be away."""
    brief = brief_of()
    wishes = [VacationWish(who, ALONE) for who in ("A1", "A2")]
    found = given(brief, *wishes)
    late, first = sorted(("A1", "A2"), key=lambda who: found[who].choice)
    with_all = with_vacations(brief, found, YEAR)
    (one,) = unmet(frame(brief), with_all, wishes, found, FIFTEEN, brief)
    assert (one.who, one.choice, one.dates, one.away) == (late, 1, (ALONE,), (first,))
    assert one.lacks > one.instead
    said = unmet_said(with_all, one)
    assert said.startswith(
        f"1. ønske til {late}, 07.06.2027–27.06.2027, gikk ikke. Da har {first} ferie, og da ville det mangle "
    )
    assert unmet_said(with_all, replace(one, lacks=one.instead)).endswith("og ønskene gikk ikke opp sammen.")


def test_a_wish_not_met_is_weighed_beside_what_is_agreed() -> None:
    """Both are away in a week of August whatever comes of the wish, and are not told of as in their own way."""
    august = DateSpan(date(2027, 8, 2), date(2027, 8, 8))
    two = DateSpan(SUMMER, date(2027, 6, 20))
    overlaps = DateSpan(date(2027, 6, 14), date(2027, 6, 27))
    brief = brief_of(A1=august, A2=august)
    wishes = [VacationWish("A1", two, 1), VacationWish("A1", overlaps, 2), VacationWish("A2", two, 1)]
    found = {"A1": Granted("A1", (overlaps, august), 2, 2), "A2": Granted("A2", (two, august), 1, 1)}
    with_all = with_vacations(brief, found, YEAR)
    week = 13 * HOUR + 32
    (one,) = unmet(frame(brief), with_all, wishes, found, FIFTEEN, brief)
    assert (one.who, one.choice, one.away) == ("A1", 1, ("A2",))
    assert (one.lacks, one.instead) == (3 * week, 2 * week)
    (alone,) = unmet(frame(brief), with_all, wishes, found, FIFTEEN, None)
    assert alone.lacks == 2 * week, "a wish that comes in the place of what is agreed"


def test_what_is_agreed_stays_and_it_is_said_what_was_wished_for() -> None:
    brief = brief_of(A1=ALONE)
    wish = VacationWish("A1", three_weeks(2))
    found = given(brief, wish)
    assert "A1" not in found
    (said,) = agreed_said(brief, [wish], found, YEAR, replaced=False)
    assert "A1 har alt avtalt ferie 07.06.2027–27.06.2027, og den står." in said
    assert "19.07.2027–08.08.2027 er ikke lagt inn" in said
    assert "--replace" in said


def test_what_is_agreed_is_replaced_where_the_user_says_so() -> None:
    brief = brief_of(A1=ALONE)
    wish = VacationWish("A1", three_weeks(2))
    found = given(brief, wish, replace=True)
    assert days_of(found["A1"].dates) == days_of([three_weeks(2)])
    (said,) = agreed_said(brief, [wish], found, YEAR, replaced=True)
    assert "Den er byttet ut med" in said


def test_a_week_wished_for_comes_beside_the_days_agreed_while_the_summer_is_not_full() -> None:
    agreed = DateSpan(SUMMER, date(2027, 6, 13))
    brief = brief_of(A1=agreed)
    wish = VacationWish("A1", DateSpan(date(2027, 7, 5), date(2027, 7, 18)))
    found = given(brief, wish)
    assert days_of(found["A1"].dates) == days_of([agreed, wish.dates])
    (said,) = agreed_said(brief, [wish], found, YEAR, replaced=False)
    assert "05.07.2027–18.07.2027 kommer i tillegg" in said


def test_other_weeks_are_named_and_open_shifts_have_their_cause() -> None:
    (said,) = other_weeks(brief_of(), {"A1": (ALONE,)}, 0, 100)
    assert said == "Utvei 2: Med disse ferieukene rekker timene i alle ukene: A1 07.06.2027–27.06.2027."
    (said,) = other_weeks(brief_of(), {"A1": (ALONE,)}, HOUR, 6 * HOUR)
    assert "mangler 1 time i stedet for 6 timer fra 1. juni til 30. september:" in said
    (said,) = other_weeks(brief_of(), {"A1": (ALONE,)}, 6 * HOUR, 6 * HOUR)
    assert "finnes ikke" in said
    assert "6 timer" in said
    assert list(open_said(0, 0, 0)) == []
    assert "Timene rekker" in next(open_said(2, 14 * HOUR, 0))
    assert "timene ikke rekker" in next(open_said(2, 14 * HOUR, 20 * HOUR))
    assert "10 timer av dem" in next(open_said(2, 14 * HOUR, 10 * HOUR))
