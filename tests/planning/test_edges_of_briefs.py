"""What a brief asks of several people and of the vedtak is told to the solver as the checker reads it."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from roster.domain.assistant import Absence, Ceiling, HeldSkill, Hours, OtherWork, Pin, WeekendRhythm
from roster.domain.brief import Wish
from roster.domain.days import DateSpan, WeekRule, When
from roster.domain.help_needed import Event, ShiftKind, SkillNeed
from roster.domain.kinds import Because, Covers, Elsewhere, EventSort, Sort, WishSort, Worth
from roster.domain.leave import Leave
from roster.domain.roster import Roster
from roster.domain.settings import Settings
from roster.domain.vedtak import Vedtak, VedtakLine
from tests.planning.readings import agree_on, at_the_edge, refused
from tests.rules.builders import MONDAY, roster_of

HOUR = 60
FORMS = pytest.mark.parametrize("cycle", [False, True], ids=["calendar", "cycle"])
NIGHTS = (Covers.WAKING_NIGHT, Covers.RESTING_NIGHT)
BOTH_YEARS = DateSpan(date(2026, 1, 1), date(2027, 12, 31))


def on(*weekdays: int, weeks: int | None = None) -> When:
    return When(frozenset(weekdays), *((WeekRule.NAMED, frozenset({weeks})) if weeks else ()))


def event(sort: EventSort, when: When, *who: str, **more: object) -> Event:
    return Event(**{"id": "E1", "name": "Møte", "sort": sort, "when": when, "start": 600, "length": 120, "who": who,
                    "charged": True, **more})  # type: ignore[arg-type]  # fmt: skip


# -- the vedtak --------------------------------------------------------------------------------------------


def vedtak(*lines: VedtakLine, **more: object) -> dict[str, object]:
    return {"brief": {"vedtak": Vedtak(lines), **more}}


def line(per_week: int | None, **more: object) -> VedtakLine:
    return VedtakLine(**{"id": "V", "dates": BOTH_YEARS, "per_week": per_week, "covers": frozenset(Covers), **more})  # type: ignore[arg-type]


@FORMS
@pytest.mark.parametrize("fifty_two", [False, True])
@pytest.mark.parametrize(
    "lines",
    [
        lambda minutes: (line(4000 - minutes),),
        lambda minutes: (line(2000 - minutes, id="V1"), line(500, id="V2")),
        lambda minutes: (line(None, per_year=52 * (4000 - minutes)),),
        lambda minutes: (line(4000 - minutes, used=9000, through=date(2027, 1, 10)),),
        lambda minutes: (line(4000 - minutes, used=9000, through=date(2027, 1, 13)),),
        lambda minutes: (line(2000 - minutes, used=9000, through=date(2027, 1, 13), id="V1"), line(900, id="V2")),
        lambda minutes: (line(4000 - minutes, dates=DateSpan(date(2027, 1, 1), date(2027, 1, 20))),),
        lambda minutes: (line(4000, dates=DateSpan(date(2027, 1, 15), date(2027, 12, 20))), line(4000 - minutes)),
    ],
)
def test_hours_charged_stay_within_the_plans_part_of_the_vedtak(lines, fifty_two, cycle):
    """The vedtak is made smaller minute by minute; a meeting is charged too."""

    def make(minutes: int) -> Roster:
        meeting = event(EventSort.MEETING, on(3), "kari", "ola")
        given = vedtak(*lines(minutes), events=(meeting,))
        return roster_of(
            kari="D D D - - - - D D - - - - -", ola="- D - - D - - D - - - - - -", cycle=cycle,
            settings=Settings(vedtak_year_52_weeks=fifty_two), **given,
        )  # fmt: skip

    verdicts = {refused("vedtak", make(minutes)) for minutes in range(0, 2000, 397)}
    if verdicts == {False, True} and not refused("vedtak", make(0)):
        at_the_edge("vedtak", make, 0, 1940)


@pytest.mark.parametrize("start", [date(2026, 12, 28), date(2026, 12, 21)])
@pytest.mark.parametrize("used", [None, date(2026, 12, 20), date(2026, 12, 30)])
def test_a_week_over_new_year_draws_on_both_years(start, used):
    weeks = (date(2027, 1, 3) - start).days // 7 + 1

    def make(minutes: int) -> Roster:
        given = line(
            3000 - minutes, **({} if used is None else {"used": 90000, "through": used}), covers=frozenset(Covers)
        )
        days = ["-"] * (7 * weeks)
        last = (date(2026, 12, 31) - start).days
        days[last - 1], days[last], days[last + 1], days[last + 2] = "D", "22-07", "-", "D"
        return roster_of(kari=" ".join(days), start=start, **vedtak(given))

    for minutes in range(0, 3000, 203):
        refused("vedtak", make(minutes))
    if refused("vedtak", make(2990)) and not refused("vedtak", make(0)):
        at_the_edge("vedtak", make, 0, 2990)


@FORMS
@pytest.mark.parametrize("covers", [(), (Covers.TWO_AT_ONCE,), (Covers.WAKING_NIGHT,), (Covers.RESTING_NIGHT,), NIGHTS])
@pytest.mark.parametrize("other", ["08-16", "15-19", "14.59-19", "15.01-19", "09-09.30", "N", "22-23", "H"])
def test_two_at_once_and_nights_need_a_line_that_covers_them(other, covers, cycle):
    given = vedtak(line(9000, covers=frozenset(covers)))
    agree_on(("vedtak",), roster_of(kari="08-16 - N H", ola=f"{other} - {other} -", cycle=cycle, **given))


@FORMS
def test_nights_draw_no_more_than_the_lines_that_cover_them(cycle):
    def make(minutes: int) -> Roster:
        night = line(900 - minutes, id="V2", covers=frozenset({Covers.WAKING_NIGHT}))
        return roster_of(kari="D N N D", cycle=cycle, **vedtak(line(4000, id="V1", covers=frozenset()), night))

    assert not refused("vedtak", make(-900))
    at_the_edge("vedtak", make, -900, 800)


# -- krav --------------------------------------------------------------------------------------------------


def krav(sort: WishSort, when: When | None = None, **more: object) -> dict[str, object]:
    return {"brief": {"wishes": (Wish("kari", sort, Worth.DEMAND, when, **more),)}}  # type: ignore[arg-type]


@FORMS
@pytest.mark.parametrize("days", [(0,), (1,), (5,), (6,), (0, 1, 2)])
@pytest.mark.parametrize("line", ["- 22-06 - - - 08-16", "08-16 - - - - 22-06", "- - - - 15-23 - -", "- - - - 22-06 -"])
def test_a_day_off_is_free_from_midnight_to_midnight(line, days, cycle):
    refused("krav", roster_of(kari=line, cycle=cycle, **krav(WishSort.DAY_OFF, on(*days))))


@FORMS
@pytest.mark.parametrize("days", [None, (5,), (6,), (0,)])
@pytest.mark.parametrize("week", [None, 1, 2])
@pytest.mark.parametrize("friday", ["14-22", "14-22.01", "-", "22-06"])
@pytest.mark.parametrize("monday", ["-", "06-07", "05.59-07"])
def test_a_weekend_off_is_free_from_friday_night_to_monday_morning(monday, friday, week, days, cycle):
    when = When() if days is None and week is None else on(*(days or range(7)), **({"weeks": week} if week else {}))
    lines = {"kari": f"- - - - {friday} - - {monday}", "ola": "- - - - - 10-12 - - - - - - 10-12 -"}
    refused("krav", roster_of(**lines, cycle=cycle, **krav(WishSort.WEEKEND_OFF, when)))


@FORMS
@pytest.mark.parametrize("number", [None, 1, 2, 3, 4])
@pytest.mark.parametrize(
    "sort",
    [WishSort.LONG_RUNS, WishSort.MOST_DAYS_IN_A_ROW, WishSort.NO_SINGLE_NIGHTS, WishSort.MOST_NIGHTS_IN_A_ROW],
)
def test_runs_are_as_long_or_short_as_demanded(sort, number, cycle):
    if number is None and sort in (WishSort.MOST_DAYS_IN_A_ROW, WishSort.MOST_NIGHTS_IN_A_ROW):
        return
    for days in ("DDD-NN-", "-DD-NNN", "N-DD--N", "-N-DDDD", "NND--DD", "-D-NDN-", "DDDDDDD"):
        refused("krav", roster_of(kari=" ".join(days), cycle=cycle, **krav(sort, number=number)))


@FORMS
@pytest.mark.parametrize("sort", [WishSort.TOGETHER, WishSort.APART, WishSort.THIS_SHIFT, WishSort.NOT_THIS_SHIFT])
@pytest.mark.parametrize("kind", [None, "D", "E"])
def test_who_works_with_whom_and_what_is_as_demanded(kind, sort, cycle):
    for kari, ola in (("D E -", "D - E"), ("D E", "D E"), ("D -", "- D"), ("- E", "- -"), ("- -", "D E")):
        for when in (None, on(0), on(1)):
            company = krav(sort, when, kind=kind, other="ola")
            refused("krav", roster_of(kari=kari, ola=ola, eva="D E E", cycle=cycle, **company))


@FORMS
@pytest.mark.parametrize("weeks", [1, 2, 4, 7])
@pytest.mark.parametrize("most", [1, 2])
@pytest.mark.parametrize("sort", ["most_nights", "most_weekends", "most_minutes"])
def test_a_ceiling_holds_in_every_so_many_weeks(sort, most, weeks, cycle):
    meeting = event(EventSort.MEETING, on(3, weeks=1), "kari")
    ceiling = Ceiling(most if sort != "most_minutes" else most * 8 * HOUR, weeks)
    other = (OtherWork(Hours(on(4), 600, 660), Elsewhere.SAME),)
    for pattern in ("a-a", "--aa", "a--a", "-a-a-", "aa", "a", "-b--b", "ab"):
        days = {"a": "N - - - - N -", "b": "- - - - 19-23 - -", "-": "- - - - - - -"}
        line = " ".join(days[one] for one in pattern)
        for events in ((), (meeting,)) if sort == "most_minutes" else ((),):
            given = {"kari": {sort: ceiling, "elsewhere": other if most == 1 else ()}}
            refused("krav", roster_of(kari=line, cycle=cycle, people=given, brief={"events": events}))


@FORMS
def test_a_ceiling_of_minutes_holds_to_the_minute(cycle):
    def make(minutes: int) -> Roster:
        meeting = event(EventSort.MEETING, on(3), "kari")
        given = {"kari": {"most_minutes": Ceiling(20 * HOUR, 2)}}
        line = f"D - - - - - - 08-{12 + minutes // 60}.{minutes % 60:02}"
        return roster_of(kari=line, cycle=cycle, people=given, brief={"events": (meeting,)})

    assert at_the_edge("krav", make, 1, 400) == 4 * HOUR + 1


@FORMS
def test_fixed_shifts_are_worked(cycle):
    for kari, ola in (("D D", "- -"), ("D -", "- D"), ("- -", "D D"), ("E D", "D -")):
        for when in (on(0), on(1), on(0, 1)):
            given = {"kari": {"pins": (Pin("D", when),)}}
            refused("krav", roster_of(kari=kari, ola=ola, cycle=cycle, people=given))


@FORMS
@pytest.mark.parametrize("most", [0, 1, 2])
def test_days_are_split_only_as_often_as_allowed(most, cycle):
    for day in (
        "06-08+10-12",
        "06-08+08-12",
        "06-08+08.01-12",
        "06-08+10-12+14-16",
        "06-08+22-06",
        "23-07 07-08+10-11",
    ):
        for line in (day, f"{day} - {day}", "06-08 10-12", f"06-08 {day}", f"- - - - - - {day} - {day}"):
            refused("krav", roster_of(kari=line, cycle=cycle, settings=Settings(split_days_per_week=most)))


# -- who can, may and is able ---------------------------------------------------------------------------


@FORMS
@pytest.mark.parametrize("where", list(Elsewhere))
@pytest.mark.parametrize("who", ["kari", "ola"])
def test_nobody_is_in_two_places(who, where, cycle):
    """Work for the same employer counts in every limit; work for another only takes its time."""
    for token in ("08-10", "08-10.01", "12-14", "11.59-14", "09-15", "10.30-11"):
        elsewhere = (OtherWork(Hours(on(0), 600, 720), where),)
        roster = roster_of(kari=token, cycle=cycle, people={who: {"elsewhere": elsewhere}}, ola="-")
        agree_on(("two-places",), roster)
        agree_on(("hours-day", "total-hours", "daily-rest"), roster)


@FORMS
@pytest.mark.parametrize("percent", [60, 300])
@pytest.mark.parametrize("minutes", range(4 * HOUR, 9 * HOUR, 59))
def test_work_for_the_same_employer_counts_in_the_hours(minutes, percent, cycle):
    for where in Elsewhere:
        elsewhere = (OtherWork(Hours(on(0, 1, 2, 3, 4), 600, 840), where),)
        token = f"14-{14 + minutes // 60}.{minutes % 60:02}"
        given = {"kari": {"elsewhere": elsewhere, "percent": Decimal(percent), "wants_up_to": None}}
        for line in (token, " ".join([token] * 5)):
            roster = roster_of(kari=line, cycle=cycle, people=given)
            for rule in ("agreed-hours", "average-8-weeks", "krav"):
                refused(rule, roster)
            agree_on(("agreed-hours", "hours-week"), roster)


@FORMS
@pytest.mark.parametrize("percent", [Decimal(20), Decimal("22.5"), Decimal("33.3")])
@pytest.mark.parametrize("wants", [None, Decimal(25)])
def test_what_is_paid_stays_within_what_is_agreed(wants, percent, cycle):
    """An hour of rest is paid 20 minutes, work elsewhere by somebody else."""
    watch = ShiftKind("W", "W", 22 * HOUR, 4 * HOUR, Sort.RESTING_NIGHT)

    def make(minutes: int) -> Roster:
        given = {"kari": {"percent": percent, "wants_up_to": wants,
                          "elsewhere": (OtherWork(Hours(on(2), 600, 660), Elsewhere.SAME),)}}  # fmt: skip
        line = f"08-{9 + minutes // 60}.{minutes % 60:02} - - W"
        return roster_of(kari=line, cycle=cycle, people=given, kinds=(watch,), settings=Settings(resting_paid=20))

    at_the_edge("agreed-hours", make, 0, 14 * HOUR)


@FORMS
@pytest.mark.parametrize("able", [(), ("kari",), ("kari", "ola"), ("eva",)])
@pytest.mark.parametrize("asked", [1, 2])
def test_of_those_on_a_shift_enough_are_able(asked, able, cycle):
    people = {who: {"skills": (HeldSkill("lift", MONDAY + timedelta(days=2)),)} for who in able}
    for kari, ola, eva in (("D D D D", "D - D D", "- - - D"), ("D - - -", "D - - -", "D - - -"), ("- D", "D -", "D D")):
        made = roster_of(kari=kari, ola=ola, eva=eva, people=people, cycle=cycle)
        shifts = tuple(replace(one, skill_needs=(SkillNeed("lift", asked),)) for one in made.frame.shifts)
        roster = Roster(replace(made.frame, shifts=shifts), made.works)
        agree_on(("skills",), roster)
        shifts = tuple(replace(one, skills=frozenset({"lift"})) for one in made.frame.shifts)
        agree_on(("skills",), Roster(replace(made.frame, shifts=shifts), made.works))


@FORMS
@pytest.mark.parametrize("after", [0, 1, 2, 3])
def test_who_is_new_works_alone_only_after_training_beside_a_mentor(after, cycle):
    for mentor in (None, "ola"):
        training = event(EventSort.TRAINING, on(0, 2), "kari", mentor=mentor, kind="D")
        meeting = event(EventSort.MEETING, on(1), "kari", id="E2")
        for kari, ola in (("- - - E", "D - D"), ("12-14", "D - E"), ("- 09-10", "D - D"), ("- - 12-13", "E - D")):
            given = {"kari": {"alone_after": after}}
            roster = roster_of(kari=kari, ola=ola, cycle=cycle, people=given, brief={"events": (training, meeting)})
            agree_on(("skills",), roster)


@FORMS
def test_a_shift_has_the_people_it_asks_for_and_no_more_than_are_welcome(cycle):
    made = roster_of(kari="D D D -", ola="D D - -", eva="D - - -", cycle=cycle)
    for wanted, up_to in ((1, 1), (1, 2), (2, 2), (0, 1), (2, 3)):
        shifts = tuple(replace(one, wanted=wanted, up_to=up_to) for one in made.frame.shifts)
        for one in made.frame.shifts:
            frame = replace(made.frame, shifts=tuple(each for each in shifts if each.id == one.id))
            works = frozenset(work for work in made.works if work[1] == one.id)
            refused("need-filled", Roster(frame, works))


@pytest.mark.parametrize("days", range(4))
@FORMS
def test_work_lies_within_employment_and_outside_vacation(days, cycle):
    day = MONDAY + timedelta(days=days)
    asked = (
        {"employed_from": day},
        {"employed_to": day},
        {"may_work_from": day},
        {"employed_from": day, "may_work_from": day + timedelta(days=1)},
        {"vacation": (DateSpan(day, day + timedelta(days=1)),)},
        {"vacation": (DateSpan(MONDAY - timedelta(days=9), MONDAY - timedelta(days=8)), DateSpan(day, day))},
    )
    for given in asked:
        for line in ("- 22-06 - -", "- 16-24 - -", "- - 00-08", "- - - 22-06", "D - - -"):
            roster = roster_of(kari=line, cycle=cycle, people={"kari": given})
            for rule in ("employment", "vacation"):
                refused(rule, roster)


@pytest.mark.parametrize("percent", [40, 50, 70, 99])
def test_what_is_left_of_a_position_is_worked_while_part_of_it_is_away(percent):
    """Days before, within and after the leave, and one that it has in common with the plan alone."""
    first, last = MONDAY + timedelta(days=2), MONDAY + timedelta(days=5)
    leaves = (Leave(DateSpan(first, last), Decimal(percent)), Leave(DateSpan(MONDAY - timedelta(days=9), MONDAY)))

    def make(minutes: int) -> Roster:
        end = f"{8 + minutes // 60:02d}.{minutes % 60:02d}"
        return roster_of(kari=f"- D 08-{end} - - - D", people={"kari": {"full_time_week": 2251, "leaves": leaves}})

    left = 2251 * (100 - percent) * 4 // 700
    assert at_the_edge("availability", make, 1, 900) == min(left + 1, 900)


@pytest.mark.parametrize("left", [299, 300])
def test_what_is_left_while_sick_in_part_is_worked(left):
    away = Absence(DateSpan(MONDAY, MONDAY + timedelta(days=2)), Because.SICK, Decimal(40), left)
    roster = roster_of(kari="08-11 - 08-10 D - - -", people={"kari": {"absences": (away,)}})
    assert refused("availability", roster) == (left < 300)


@FORMS
@pytest.mark.parametrize("where", ["can", "cannot"])
def test_work_lies_where_somebody_can(where, cycle):
    asked = (
        (Hours(on(1), 480, 960),),
        (Hours(on(1), 480, 720), Hours(on(1), 720, 960)),
        (Hours(on(0), 1320, 1800), Hours(on(1), 360, 1440)),
        (Hours(on(6), 0, 1800),),
    )
    for hours in asked:
        for line in ("- 08-16", "- 07.59-16", "- 08-16.01", "22-06", "- 00-08", "- - - - - - 22-06", "- 09-10"):
            refused("availability", roster_of(kari=line, cycle=cycle, people={"kari": {where: hours}}))


@FORMS
@pytest.mark.parametrize("rhythm", [(2, 1), (2, 2), (3, 1), (3, 3)])
def test_weekends_are_worked_in_their_rhythm(rhythm, cycle):
    for line in ("- - - - - D", "- - - - - - D", "- - - - 18-22", "- - - - 18.01-22"):
        for week in range(3):
            full = " ".join(["-"] * 7 * week + [line] + ["-"] * (7 * (3 - week) - len(line.split())))
            given = {"kari": {"weekends": WeekendRhythm(*rhythm)}}
            refused("availability", roster_of(kari=full, cycle=cycle, people=given))
