"""Why something cannot be done is said with people, days, numbers and paragraph, and with a way out."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from roster.cli.voice import Voice
from roster.cli.why_not import say_open
from roster.domain.assistant import Ceiling, Hours
from roster.domain.brief import Wish
from roster.domain.days import DateSpan, When
from roster.domain.frame import Frame, frame_of
from roster.domain.help_needed import Event
from roster.domain.kinds import EventSort, Form, Position, WhenShort, WishSort, Worth
from roster.domain.reason import Reason
from roster.domain.vedtak import Vedtak
from roster.planning.forecast import forecast
from roster.planning.result import StillOpen, WayOut
from roster.planning.ways_out import ways_out
from roster.rules import RULES
from roster.wording.costs import COST_WORDS, cost_lines
from roster.wording.forecast import forecast_lines
from roster.wording.numbers import clock_said, hours_said
from roster.wording.plan_words import days, hours, listed, when_words
from roster.wording.reasons import grouped, reason
from roster.wording.ways_out import way_out
from roster.wording.ways_out import ways_out as said_together
from roster.wording.why_not import SHORTLY, why_not
from tests.support.plans import brief_of

MONDAY = date(2027, 1, 4)


@pytest.fixture(scope="module")
def frame() -> Frame:
    brief = brief_of(Form.CALENDAR)
    kari = replace(
        brief.assistants[0],
        alias="Kari",
        percent=Decimal("71.5"),
        wants_up_to=None,
        cannot=(Hours(When(weekdays=frozenset({1, 3})), 8 * 60, 15 * 60),),
        can=(),
        weekends=None,
        most_nights=Ceiling(2, 4),
    )
    wishes = (Wish("A1", WishSort.WEEKEND_OFF, Worth.DEMAND),)
    return frame_of(replace(brief, assistants=(kari, *brief.assistants[1:]), wishes=wishes))


def test_need_of_one_kind_is_said_once_with_its_days(frame: Frame) -> None:
    nights = [one for one in frame.shifts if one.kind == "N"][:4]
    [group] = grouped(frame, [Reason("need-filled", "", one.id) for one in nights])
    assert group.sentence == (
        "Våken nattevakt (N) kl. 22.30–07.30 trenger 1 assistent på 4 dager: "
        "mandag 4. januar 2027–torsdag 7. januar 2027."
    )
    assert len(group.reasons) == 4


def test_what_is_the_same_of_several_people_is_said_once(frame: Frame) -> None:
    rests = [Reason("daily-rest", one) for one in ("A3", "A1", "A2")]
    [group] = grouped(frame, rests)
    assert group.sentence == (
        "Hver av Kari (A1), Ola (A2) og Nora (A3) skal ha 11 timer fri på rad i hvert døgn (aml § 10-8 (1))."
    )
    assert group.reasons == tuple(rests)
    everybody = [Reason("daily-rest", one.id) for one in frame.brief.assistants]
    [group] = grouped(frame, everybody)
    assert group.sentence.startswith(f"Hver av de {len(everybody)} assistentene skal ha 11 timer fri")
    other = Reason("krav", "A1", "nights")
    assert [one.reasons for one in grouped(frame, [rests[0], other, rests[1]])] == [(rests[0], rests[1]), (other,)]


def test_what_any_one_of_several_can_do_is_one_way_out(frame: Frame) -> None:
    paragraph = "aml § 10-8 (3) med tillitsvalgte"
    ways = [
        WayOut("agreement", "A1", paragraph),
        WayOut("agreement", "A2", paragraph, tried=True, to="540"),
        WayOut("more-nights", "A1", "nights", to="3"),
        WayOut("more-nights", "A2", "nights"),
        WayOut("more-nights", "A3", "nights"),
    ]
    assert said_together(frame, ways) == (
        f"med avtale etter {paragraph} om 9 timer for én av dem (prøvd: da går det)",
        "hvis Kari (A1) tar inntil 3 netter på 4 uker",
        "hvis Ola (A2) eller Nora (A3) tar én natt til",
    )
    assert said_together(frame, ways[:1]) == (f"med avtale etter {paragraph}",)


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (Reason("daily-rest", "A1"), "Kari (A1) skal ha 11 timer fri på rad i hvert døgn (aml § 10-8 (1))."),
        (Reason("two-places", "A1"), "Kari (A1) kan ikke være på to vakter samtidig."),
        (Reason("availability", "A1"), "Kari (A1) kan ikke arbeide tirsdag og torsdag kl. 08.00–15.00."),
        (Reason("krav", "A1", "nights"), "Kari (A1) tar høyst 2 netter på 4 uker."),
        (Reason("krav", "A1", "wish:0"), "Kari (A1) har et krav: helgefri."),
        (Reason("krav", "A1", "split"), "Kari (A1) kan ha delt dagsverk høyst 0 dager i uka."),
        (Reason("vedtak", "", "2:1"), "Vedtaket dekker ikke to assistenter samtidig (2:1)."),
        (
            Reason("young-rest", "A3"),
            "Nora (A3) er under 18 år og skal ha 12 timer fri på rad i hvert døgn og 48 timer hver uke "
            "(aml § 11-5 (2) og (3)).",
        ),
        (Reason("young-night", "A3"), "Nora (A3) er under 18 år og kan ikke arbeide mellom kl. 23 og 06 (aml § 11-3)."),
        (Reason("standby", "A1", "hva som helst"), "Regelen «Beredskapsvakt» gjelder for Kari (A1)."),
        (Reason("ny-regel"), "Regelen «ny-regel» gjelder for alle."),
    ],
)
def test_a_reason_has_a_sentence(frame: Frame, one: Reason, said: str) -> None:
    assert reason(frame, one) == said


def test_the_contract_is_said_with_its_hours(frame: Frame) -> None:
    said = reason(frame, Reason("agreed-hours", "A1", "0"))
    assert said.startswith(f"Kari (A1) har 71,5 % stilling, {hours(frame.people[0].contract_week)} timer i uka")


@pytest.mark.parametrize("rule", sorted({*SHORTLY, "need-filled", "event", "hours-week", "open"}))
def test_every_reason_of_planning_is_said_without_its_code(frame: Frame, rule: str) -> None:
    for what in ("", "0", frame.shifts[0].id, "wish:7", "nights"):
        for who in ("A1", ""):
            if who or rule in ("need-filled", "open", "skills", "vedtak"):
                said = reason(frame, Reason(rule, who, what))
                assert said.endswith(".")
                assert "-" not in rule or rule not in said
                assert "Regelen" not in said


@pytest.mark.parametrize(
    ("way", "said"),
    [
        (
            WayOut("agreement", "A1", "aml § 10-8 (3) med tillitsvalgte"),
            "med avtale etter aml § 10-8 (3) med tillitsvalgte",
        ),
        (WayOut("bigger-position", "A1", "0.40"), "med 0,4 stilling mer, til Kari (A1) eller en ny assistent"),
        (WayOut("more-weekends", "A1", tried=True), "hvis Kari (A1) tar én helg til (prøvd: da går det)"),
        (WayOut("noe-nytt", "A1"), "hvis noe endres for Kari (A1)"),
    ],
)
def test_a_way_out_is_a_clause(frame: Frame, way: WayOut, said: str) -> None:
    assert way_out(frame, way) == said


def test_training_is_said_with_its_mentor_and_who_is_new_with_the_shifts_before(frame: Frame) -> None:
    beside = Event(
        "H3", "Opplæring", EventSort.TRAINING, When(dates=DateSpan(MONDAY, MONDAY)), 480, 360, ("A2",), False, "A1", "D"
    )
    new = replace(frame.brief.assistants[1], alias="Ola", alone_after=3)
    told = frame_of(replace(frame.brief, assistants=(frame.people[0], new, *frame.people[2:]), events=(beside,)))
    at = Reason("skills", "A2", "2027-01-04 H3")
    assert reason(told, at) == (
        "Ola (A2) har opplæring mandag 4. januar 2027, og da må fadderen Kari (A1) være på vakt D."
    )
    assert [one.kind for one in ways_out(told, at)] == ["move-event"]
    assert reason(told, Reason("skills", "A2")) == "Ola (A2) skal ha 3 opplæringsvakter før vakter uten fadder."
    assert way_out(told, WayOut("train", "A2")) == "hvis Ola (A2) får opplæringsvaktene før"


def test_a_night_without_a_break_is_said_with_the_break_it_needs_and_a_way_out(frame: Frame) -> None:
    kinds = tuple(replace(one, breaks=()) if one.code == "N" else one for one in frame.brief.kinds)
    told = frame_of(replace(frame.brief, kinds=kinds))
    assert reason(told, Reason("breaks", "A1")) == (
        "Kari (A1) skal ha minst 30 minutter pause på Våken nattevakt (N) (aml § 10-9 (1)), "
        "og så lange pauser har ikke vaktene."
    )
    [way] = ways_out(told, Reason("breaks", "A1"))
    assert way_out(told, way) == "hvis vaktene får lengre «pauser» i grunnlaget, eller blir kortere"
    assert reason(frame, Reason("breaks", "A1")).startswith("Kari (A1) skal ha pause når vakter uten fri mellom")


def test_every_rule_that_can_stand_in_the_way_of_a_shift_is_said_without_its_name() -> None:
    never = {
        *("passive-extension", "standby", "full-time-week", "overtime", "plan-notice", "setting-valid"),
        *("agreement-valid", "position-extra", "position-actual", "position-temporary"),
    }
    assert {rule.id for rule in RULES} - never - {"need-filled"} <= set(SHORTLY)


def test_who_lacks_training_and_who_would_split_a_day_is_told_so(frame: Frame) -> None:
    new = replace(frame.brief.assistants[1], alias="Ola", alone_after=3, most_nights=None, pins=())
    told = frame_of(replace(frame.brief, assistants=(frame.people[0], new, *frame.people[2:]), wishes=()))
    lines = list(why_not(told, {"A2": ("skills",)}, proven=True))
    assert lines == ["Ola (A2): har ikke hatt opplæringsvaktene først."]
    assert list(why_not(told, {"A2": ("krav",)}, proven=True)) == [
        "Ola (A2): ville fått delt dagsverk oftere enn grunnlaget åpner for."
    ]
    assert list(why_not(told, {"A1": ("krav",)}, proven=True)) == ["Kari (A1): har et krav som hindrer det."]


def test_dates_are_not_said_to_be_all_days() -> None:
    assert when_words(When(dates=DateSpan(MONDAY, MONDAY))) == "04.01.2027"
    assert when_words(When(frozenset({0}), dates=DateSpan(MONDAY, MONDAY))) == "mandag 04.01.2027"


def test_every_way_out_of_planning_has_words(frame: Frame) -> None:
    from roster.planning.ways_out import WAYS  # noqa: PLC0415

    for kind in WAYS:
        for what in ("", frame.shifts[0].id):
            said = way_out(frame, WayOut(kind, "A1", what))
            assert said.startswith(("hvis ", "med "))
            assert "noe endres" not in said


def test_every_reason_has_a_way_out(frame: Frame) -> None:
    for rule in ("night-strain", "compensating-rest", "hours-average"):
        [way] = ways_out(frame, Reason(rule, "A1"))
        assert way_out(frame, way) == "hvis det blir flere å dele vaktene på"


def test_people_with_the_same_reasons_are_named_together(frame: Frame) -> None:
    because = {"A1": ("vacation",), "A2": ("daily-rest", "hours-day", "agreed-hours"), "A3": ("vacation",), "A4": ()}
    lines = list(why_not(frame, because, proven=True))
    assert lines[0].startswith("Kari (A1) og ")
    assert lines[0].endswith(": har ferie.")
    assert lines[1].endswith(": ville fått for kort hvile mellom vaktene og ville fått mer enn avtalt tid.")
    assert "kunne hatt den" in lines[2]


def test_what_nobody_proved_is_blamed_on_the_time_and_not_on_the_plan(
    frame: Frame, capsys: pytest.CaptureFixture[str]
) -> None:
    still = [StillOpen(frame.shifts[0].id, 1, {"A1": ()})]
    say_open(Voice(plain=True), frame, still, proven=False, some_must=False)
    heading, _, why = capsys.readouterr().out.strip().splitlines()
    assert "da tiden var ute" in heading
    assert "--seconds 600" in heading
    assert "tiden var ute" in why
    say_open(Voice(plain=True), frame, still, proven=False, some_must=True)
    assert "Noen må stå åpne" in capsys.readouterr().out
    say_open(Voice(plain=True), frame, still, proven=True, some_must=True)
    said = capsys.readouterr().out
    assert "den beste turnusen" in said
    assert "tiden var ute" not in said


def test_one_hour_is_one_and_minutes_are_kept_where_they_count() -> None:
    assert [hours_said(minutes) for minutes in (60, 90, 2130, -60)] == ["1 time", "1,5 timer", "35,5 timer", "−1 time"]
    assert [clock_said(minutes) for minutes in (60, 660, 659, 30)] == [
        "1 time",
        "11 timer",
        "10:59 timer",
        "30 minutter",
    ]


def test_costs_are_said_in_words_the_dearest_first(frame: Frame) -> None:
    lines = cost_lines(frame, {"split-weekend|A1|": 800, "wish|A1|0": 900, "short|A2|0": 0, "balance-nights||": 5})
    assert lines == (
        "Ønsker som ikke er innfridd: Kari (A1).",
        "Delte helger: Kari (A1).",
        "Ujevn deling av netter.",
    )
    assert all(words[0].isupper() for words in COST_WORDS.values())


def test_the_forecast_compares_need_with_vedtak_and_positions(frame: Frame) -> None:
    known = forecast(frame.brief)
    lines = forecast_lines(frame.brief, known)
    assert lines[0] == "Kalenderplan på 4 uker for 7 assistenter."
    assert lines[1].startswith(f"Behovet trekker {hours(known.granted_need)} timer i uka av vedtaket.")
    assert lines[2].startswith(f"Stillingene er til sammen {hours(known.positions)} timer i uka")


def test_less_vedtak_later_is_said_with_the_day(frame: Frame) -> None:
    def lines(until: date) -> list[str]:
        whole = frame.brief.vedtak.lines[0]
        after = DateSpan(until + timedelta(days=1), whole.dates.last)
        parts = (
            replace(whole, dates=DateSpan(whole.dates.first, until)),
            replace(whole, id="V2", dates=after, per_week=100 * 60),
        )
        brief = replace(frame.brief, vedtak=Vedtak(parts))
        return [one for one in forecast_lines(brief, forecast(brief)) if one.startswith("Fra ")]

    (later,) = lines(date(2027, 6, 30))
    assert later.startswith("Fra torsdag 1. juli 2027 gir vedtaket 100 timer i uka. Det er ")
    assert later.endswith(" mindre enn behovet.")
    assert lines(date(2027, 12, 31)) == []


def test_what_the_dates_of_a_grunnturnus_lack_is_said_before_it_is_made() -> None:
    def dated(used: int, when_short: WhenShort = WhenShort.STOP) -> list[str]:
        brief = brief_of(Form.CYCLE, start=date(2027, 3, 1), weeks=2, rollout_weeks=4)
        line = replace(brief.vedtak.lines[0], used=used, through=date(2027, 2, 28))
        brief = replace(brief, vedtak=Vedtak((line,), when_short))
        return [one for one in forecast_lines(brief, forecast(brief)) if one.startswith("På datoene")]

    spent = 80 * 10320 // 7
    assert dated(0) == []
    (short,) = dated(6 * spent)
    assert short.startswith("På datoene (4 uker) er behovet ")
    assert short.endswith(" er for mye, og minst så mye blir stående åpent.")
    (told,) = dated(6 * spent, WhenShort.EXCEED)
    assert told.endswith(" er for mye.")


def test_more_need_than_hours_is_said_to_stay_open_unless_somebody_may_be_called(frame: Frame) -> None:
    def lines(**more: object) -> str:
        people = tuple(replace(one, percent=Decimal(20), **more) for one in frame.brief.assistants)
        brief = replace(frame.brief, assistants=people)
        return " ".join(forecast_lines(brief, forecast(brief)))

    assert "blir stående åpne" in lines()
    assert "roster explain" in lines()
    assert "blir stående åpne" not in lines(position=Position.ON_CALL)
    assert "blir stående åpne" not in lines(wants_up_to=Decimal(100))


def test_days_in_a_row_become_a_stretch(frame: Frame) -> None:
    first = frame.dates[:2]
    assert days(frame, [*first, frame.dates[4]]) == (
        "mandag 4. januar 2027–tirsdag 5. januar 2027 og fredag 8. januar 2027"
    )
    assert days(frame, frame.dates[::2], most=2).endswith(" og 12 dager til")


def test_amounts_and_lists_are_written_as_norwegians_do() -> None:
    assert [hours(minutes) for minutes in (2130, 2120, 60, 0, -210)] == ["35,5", "35,33", "1", "0", "−3,5"]
    assert [listed(parts) for parts in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a og b", "a, b og c"]
    assert when_words(When(weekdays=frozenset({0, 1, 2}))) == "mandag–onsdag"


def test_meetings_are_paid_and_count_in_the_forecast(frame: Frame) -> None:
    people = tuple(one.id for one in frame.brief.assistants)
    meeting = Event("M", "Personalmøte", EventSort.MEETING, When(frozenset({1})), 17 * 60, 120, people, charged=False)
    before, after = forecast(frame.brief), forecast(replace(frame.brief, events=(*frame.brief.events, meeting)))
    assert after.need - before.need == len(people) * 120
    assert after.granted_need == before.granted_need
    line = forecast_lines(replace(frame.brief, events=(meeting,)), after)[2]
    assert f"møter og opplæring er {hours(after.need)}" in line
