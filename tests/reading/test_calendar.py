"""The calendar of a brief: rows, and a skolerute as an .ics file beside it."""

from datetime import date
from pathlib import Path

import pytest

from roster.domain.days import DateSpan
from roster.domain.frame import calendar_frame
from roster.reading.calendar_file import days_in
from roster.reading.faults import Unreadable
from roster.wording.facts import when
from tests.reading.small import brief_of, changed, faults_of, notices_of, only

RUTE = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//skole//NO
BEGIN:VEVENT
UID:1
DTSTART;VALUE=DATE:20270111
DTEND;VALUE=DATE:20270116
SUMMARY:Vinterferie
END:VEVENT
BEGIN:VEVENT
UID:2
DTSTART;VALUE=DATE:20270120
SUMMARY:Planleggingsdag for lærerne
END:VEVENT
BEGIN:VEVENT
UID:3
DTSTART;TZID=Europe/Oslo:20270104T070000
DTEND;TZID=Europe/Oslo:20270104T163000
RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20270131T230000Z
EXDATE;TZID=Europe/Oslo:20270118T070000
SUMMARY:SFO
END:VEVENT
BEGIN:VEVENT
UID:4
DTSTART;VALUE=DATE:20270816
SUMMARY:Første skoledag
END:VEVENT
END:VCALENDAR
"""
DATED = changed("form: grunnturnus", "form: kalenderplan")


def with_calendar(calendar: str, need: str) -> str:
    return changed(
        "behov:\n  - {vakt: D, dager: man–fre, antall: 1}", f"kalender:\n{calendar}\nbehov:\n  - {{{need}}}", DATED
    )


def days_with_need(text: str, folder: Path, weeks: int = 4) -> list[int]:
    frame = calendar_frame(brief_of(text, folder), weeks)
    return [one.start.day for one in frame.shifts if one.start.month == 1]


def test_a_file_gives_school_holidays_planning_days_and_the_hours_of_sfo(tmp_path: Path) -> None:
    (tmp_path / "rute.ics").write_text(RUTE, encoding="utf-8")
    text = with_calendar("  - {fil: rute.ics}", "vakt: D, dager: man–fre, antall: 1, bare i: skolefri")
    assert days_with_need(text, tmp_path) == [11, 12, 13, 14, 15]
    assert notices_of(text, tmp_path)[:2] == (
        "Lest fra rute.ics: 1 planleggingsdag, 3 sfo og 1 skolefri.",
        "Ikke brukt fra rute.ics: «Første skoledag».",
    )
    planning = with_calendar("  - {fil: rute.ics}", "vakt: D, dager: man–fre, antall: 1, bare i: planleggingsdag")
    assert days_with_need(planning, tmp_path) == [20]


def test_the_days_of_a_need_are_said_where_reps_read_them(tmp_path: Path) -> None:
    rows = "  - {slag: fri, datoer: 2027-01-11–2027-01-15}\n  - {slag: sfo, datoer: 2027-01-20}"
    brief = brief_of(with_calendar(rows, "vakt: D, dager: man–fre, antall: 1, bare i: fri, ikke i: sfo"), tmp_path)
    assert when(brief.needs[0].when) == (
        "mandag–fredag", "alle", "bare 11.01.2027–15.01.2027, ikke 20.01.2027–20.01.2027",
    )  # fmt: skip


def test_a_repeated_entry_is_on_all_its_days_but_those_left_out(tmp_path: Path) -> None:
    (tmp_path / "rute.ics").write_text(RUTE, encoding="utf-8")
    text = with_calendar("  - {fil: rute.ics}", "vakt: D, dager: man, antall: 1, ikke i: sfo")
    assert days_with_need(text, tmp_path) == [18]


def test_a_shift_that_sfo_does_not_hold_is_needed_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "rute.ics").write_text(RUTE.replace("T163000", "T120000"), encoding="utf-8")
    text = with_calendar("  - {fil: rute.ics}", "vakt: D, dager: man, antall: 1, ikke i: sfo")
    assert days_with_need(text, tmp_path) == [4, 11, 18, 25]


def test_all_of_a_file_may_be_of_one_sort_and_weigh_more(tmp_path: Path) -> None:
    (tmp_path / "rute.ics").write_text(RUTE, encoding="utf-8")
    one = "  - {fil: rute.ics, slag: sykehus, prosent: 40}"
    brief = brief_of(with_calendar(one, "vakt: D, dager: man, antall: 1, ikke i: sykehus"), tmp_path)
    assert {season.percent for season in brief.seasons} == {40}
    assert DateSpan(date(2027, 1, 11), date(2027, 1, 15)) in [season.dates for season in brief.seasons]


def test_each_thing_that_cannot_be_used_is_a_fault_with_its_place(tmp_path: Path) -> None:
    need = "vakt: D, dager: man, antall: 1"
    (tmp_path / "tull.ics").write_text("ikke en kalender", encoding="utf-8")

    def fault(calendar: str, more: str = "") -> str:
        return only(faults_of(with_calendar(f"  - {{{calendar}}}", need + more), tmp_path)).what

    assert "finnes ikke" in fault("fil: borte.ics")
    assert "ikke navnet" in fault("fil: ../rute.ics")
    assert "hel kalenderfil" in fault("fil: tull.ics")
    assert "både datoer og fil" in fault("fil: rute.ics, datoer: 2027-01-04")
    assert "hva slags dager" in fault("datoer: 2027-01-04")
    assert "for mye" in fault("slag: fri, datoer: 2027-01-04, prosent: 500")
    assert "står ikke i kalenderen" in fault("slag: fri, datoer: 2027-01-04", ", ikke i: ferie")
    assert "finnes ikke" in fault("slag: fri, datoer: 2027-01-04", ", vedtakslinje: V9")
    two = "  - {slag: a, datoer: 2027-01-04, prosent: 50}\n  - {slag: b, datoer: 2027-01-04, prosent: 60}"
    assert "ulik prosent" in only(faults_of(with_calendar(two, need), tmp_path)).what


# -- lengths, repeats and dates left out -------------------------------------------------------------


def entry(*lines: str) -> bytes:
    """A calendar with one entry of these lines."""
    head = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//skole//NO", "BEGIN:VEVENT", "UID:1", "SUMMARY:Skolefri")
    return "\r\n".join((*head, *lines, "END:VEVENT", "END:VCALENDAR", "")).encode()


def first_days(*lines: str) -> list[str]:
    found, _ = days_in(entry(*lines), None, DateSpan(date(2026, 1, 1), date(2029, 12, 31)))
    return [f"{one.dates.first:%d.%m.%y}" for one in found]


def test_an_entry_with_two_lengths_is_refused_in_words() -> None:
    with pytest.raises(Unreadable, match="når «Skolefri» er"):
        first_days("DTSTART;VALUE=DATE:20270111", "DURATION:P1D", "DURATION:P2D")


def test_what_is_repeated_without_end_is_on_every_day_of_the_plan_however_long_ago_it_began() -> None:
    every = first_days("DTSTART;VALUE=DATE:20100104", "RRULE:FREQ=WEEKLY")
    assert (every[0], every[-1], len(every)) == ("05.01.26", "31.12.29", 209)
    assert first_days("DTSTART;VALUE=DATE:20100517", "RRULE:FREQ=YEARLY;UNTIL=20270517")[-1:] == ["17.05.27"]


def test_what_is_repeated_more_often_than_by_days_is_refused_in_words() -> None:
    for rule in ("FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;BYSECOND=0,1,2", "FREQ=HOURLY"):
        with pytest.raises(Unreadable, match="flere ganger om dagen"):
            first_days("DTSTART;VALUE=DATE:20270111", f"RRULE:{rule}")
    with pytest.raises(Unreadable, match="når «Skolefri» er"):
        first_days("DTSTART;VALUE=DATE:20270111", "RRULE:FREQ=DAILY;INTERVAL=0")


def test_dates_listed_besides_count_once() -> None:
    listed = ("RDATE;VALUE=DATE:20270118,20270119", "RDATE;VALUE=DATE:20270125")
    assert first_days("DTSTART;VALUE=DATE:20270111", *listed) == ["11.01.27", "18.01.27", "19.01.27", "25.01.27"]
    repeated = first_days("DTSTART;VALUE=DATE:20270111", "RRULE:FREQ=WEEKLY;COUNT=2", *listed)
    assert repeated == ["11.01.27", "18.01.27", "19.01.27", "25.01.27"]
    with pytest.raises(Unreadable, match="når «Skolefri» er"):
        first_days("DTSTART:20270111T080000", "RDATE;VALUE=PERIOD:20270118T080000Z/PT1H")


def test_a_day_is_left_out_whether_it_is_written_with_a_time_or_not() -> None:
    weekly = "RRULE:FREQ=WEEKLY;COUNT=3"
    assert first_days("DTSTART;VALUE=DATE:20270111", weekly, "EXDATE:20270118T000000") == ["11.01.27", "25.01.27"]
    assert first_days("DTSTART;VALUE=DATE:20270111", weekly, "EXDATE:20270117T230000Z") == ["11.01.27", "25.01.27"]
    assert first_days("DTSTART:20270111T080000", weekly, "EXDATE;VALUE=DATE:20270118") == ["11.01.27", "25.01.27"]
    assert len(first_days("DTSTART:20270111T080000", weekly, "EXDATE:20270118T090000")) == 3
