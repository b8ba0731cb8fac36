"""Everything a brief can say arrives in the brief as it was said."""

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from roster.domain.assistant import Ceiling, HeldSkill, WeekendRhythm
from roster.domain.brief import Balances, Brief, PastShift
from roster.domain.days import DateSpan, WeekRule, When
from roster.domain.help_needed import Break, NeedChange, Part, SkillNeed
from roster.domain.kinds import (
    Covers,
    Elsewhere,
    EventSort,
    Lines,
    Party,
    Purpose,
    RedAs,
    Sort,
    Tariff,
    WhenShort,
    WishSort,
    Worth,
)
from roster.domain.settings import Activations, Charging, Cut, Settings
from roster.reading import schema
from roster.wording.brief_words import PARTS, WHEN_SHORT
from tests.reading.small import SMALL, brief_of, changed, notices_of

FULL = """\
ordning: {alias: Rype, arbeidsgiver: Eget foretak, tariffavtale: virke-bpa, tillitsvalgte: ja}
periode:
  start: 03.01.2027
  slutt: 2027-01-30
  form: kalenderplan
  uka starter: søndag 22:00
  døgnet starter: 06:00
  røde_dager: egne
  drøftet: 15.12.2026
innstillinger:
  delt dagsverk per uke: 2
  vedtaksminutter per hvilende time: 30
  kvelden før 1. og 17. mai fra: 24:00
  vedtaksår er 52 uker: ja
  strengere lesninger: ja
  ukeskiller: [søndag 22:00 fra 2027-01-01, mandag 00:00 fra 25.1.2027]
  møter på vedtaket: ja
  opplæring på vedtaket: ja
  overlapp på vedtaket: nei
  reise på vedtaket: nei
  sykefravær på vedtaket: ja
  avlyste vakter på vedtaket: nei
  fordel timene etter behovet: ja
  kalendertekst: "<navn> <tid>"
vedtak:
  når timene ikke rekker: overskrid og varsle
  linjer:
    - {id: V1, fra: 2027-01-01, til: 2027-12-31, timer per uke: 35,5, brukt: 10:30, ført til og med: 2.1.2027, dekker: [våken natt, 2:1]}
    - {id: V2, fra: 2027-01-01, til: 2027-06-30, timer per år: 1 250,5, gjelder: avlastning}
vakter:
  - {kode: D, navn: Dag, tid: 8–16, slag: dag, pauser: "11–11.30 fri, 14–14.15 arbeidstid", kompetanse: Førerkort}
  - {kode: HN, navn: Hvilende, tid: 22–9, slag: hvilende natt, hvile: [23–02, 03–06.30], passiv fordi: Sover, pauser: ingen}
behov:
  - {vakt: D, dager: [lør, søn], uker: partall, antall: 1, inntil: 2, kompetanse: [1 førerkort, to sårstell]}
  - {vakt: D, dager: man–fre, antall: 1, datoer: 2027-01-04–2027-01-10, på vedtaket: nei}
  - {vakt: HN, antall: 1, røde dager: ja, vedtakslinje: V2, bare i: skolefri, ikke i: [sfo, planleggingsdag]}
unntak:
  - {datoer: 2027-01-11–2027-01-13, gjelder: borte, hvorfor: sykehus}
  - {datoer: 2027-01-14, gjelder: i tillegg, vakt: D, antall: 1}
kalender:
  - {slag: Skolefri, datoer: 2027-01-18–2027-01-24, prosent: 130, hvorfor: ferie}
  - {slag: sfo, datoer: 2027-01-20, tid: 7–23}
  - {slag: planleggingsdag, datoer: 2027-01-21}
hendelser:
  - {id: H1, navn: Møte, slag: personalmøte, datoer: 2027-01-20, tid: 15–17, hvem: alle, teller mot vedtaket: nei}
  - {id: H2, navn: Lære, slag: opplæring, dager: tir, uker: 2-3, tid: 8–16, hvem: A2, fadder: A1, vakt: D, teller mot vedtaket: ja}
assistenter:
  - id: A1
    alias: Kari
    stilling: fast
    prosent: 71,5
    heltidsuke: 33,6
    ønsker inntil: 80 %
    ansatt fra: 2020-01-01
    ansatt til: 2027-06-30
    kan gå vakt fra: 2020-02-01
    født: 1990-05-17
    kompetanse: Førerkort, sårstell til 2027-09-01
    helgerytme: hver 3. helg, uke 2
    høyst netter: 2 per 4 uker
    høyst helger: 2 per 4 uker
    høyst timer: 40 per uke
  - {id: A2, alias: Ola, stilling: tilkallingsvikar, prosent: 0, alene etter: 3, født: 2009}
tilgjengelighet:
  - {hvem: A1, gjelder: kan, dager: man–fre, tid: 7–23}
  - {hvem: A1, gjelder: kan ikke, dager: ons, uker: oddetall}
  - {hvem: A1, gjelder: ferie, datoer: 2027-01-18–2027-01-19}
  - {hvem: A1, gjelder: fast vakt, vakt: D, datoer: 2027-01-05}
  - {hvem: A2, gjelder: annet arbeid, dager: fre, tid: 22–06, hvor: samme arbeidsgiver}
avtaler:
  - {id: AV1, paragraf: § 10-5 (2), part: tillitsvalgte, timer per dag: 12,5, timer i enkeltuke: 54, snitt uker: 8, signert: tiltenkt, bruk før signering: ja}
  - {id: AV2, paragraf: 10-11 (1), part: tillitsvalgte, gjelder: [A1], natt fra: 22:30, hvile under grensen: nei, signert: 2026-12-01, kompenserende hvile: ja, dokument: a.pdf, oppsigelse: 1 måned}
ønsker:
  - {hvem: A1, ønske: lange perioder, vekt: ønske}
  - {hvem: A1, ønske: ikke sammen med, vekt: krav, med: A2, dager: fre}
  - {hvem: A2, ønske: høyst netter på rad, vekt: viktig ønske, antall: 3}
tidligere vakter:
  - {hvem: A1, dato: 2027-01-01, vakt: HN}
  - {hvem: A2, dato: 2027-01-02, tid: 9–12}
saldoer:
  - {hvem: A1, timer i snittperioden: 100, uker i snittperioden: 3, søndager arbeidet: 2, søndager av: 5, netter: 7, saldo: -2,5}
"""


@pytest.fixture(name="full")
def _full(tmp_path: Path) -> Brief:
    return brief_of(FULL, tmp_path)


def test_arrangement_period_and_settings(full: Brief) -> None:
    assert full.arrangement.tariff == Tariff.VIRKE_BPA
    assert (full.period.start, full.period.weeks, full.period.lines) == (date(2027, 1, 3), 4, Lines.OWN)
    assert (full.period.week_cut, full.period.day_cut, full.period.red_days) == (1320, 360, RedAs.OWN)
    cuts = (Cut(date(2027, 1, 1), 6, 1320), Cut(date(2027, 1, 25), 0, 0))
    assert full.settings == Settings(
        2,
        20,
        30,
        1440,
        True,
        True,
        cuts,
        Activations(30, (1, 3)),
        Charging(True, True, False, False, True, False),
        spread_by_need=True,
        calendar_text="<navn> <tid>",
    )
    assert full.discussed == date(2026, 12, 15)


def test_vedtak(full: Brief) -> None:
    one, two = full.vedtak.lines
    assert full.vedtak.when_short == WhenShort.EXCEED
    assert (one.per_week, one.used, one.through) == (2130, 630, date(2027, 1, 2))
    assert one.covers == {Covers.WAKING_NIGHT, Covers.TWO_AT_ONCE}
    assert (two.per_week, two.per_year, two.dates.last) == (None, 75030, date(2027, 6, 30))
    assert (one.purpose, two.purpose) == (Purpose.ALL, Purpose.RESPITE)


def test_the_calendar_gives_needs_their_days_and_the_year_its_seasons(full: Brief) -> None:
    """SFO ends before the resting night does, so it is not within its hours."""
    need = full.needs[2]
    assert need.line == "V2"
    assert need.when.among == (DateSpan(date(2027, 1, 18), date(2027, 1, 24)),)
    assert need.when.outside == (DateSpan(date(2027, 1, 21), date(2027, 1, 21)),)
    (season,) = full.seasons
    assert (season.dates, season.percent, season.name) == (need.when.among[0], 130, "ferie")


def test_kinds_have_parts_and_breaks_in_minutes_from_their_start(full: Brief) -> None:
    day, night = full.kinds
    assert day.breaks == (Break(180, 210, False), Break(360, 375, True))
    assert day.skills == {"førerkort"}
    assert (night.start, night.length, night.sort) == (1320, 660, Sort.RESTING_NIGHT)
    assert night.resting == (Part(60, 240), Part(300, 510))
    assert (night.passive_because, night.breaks) == ("Sover", ())


def test_needs_changes_and_events(full: Brief) -> None:
    weekend, week, red = full.needs
    assert weekend.when == When(frozenset({5, 6}), WeekRule.EVEN)
    assert (weekend.up_to, weekend.skills) == (2, (SkillNeed("førerkort", 1), SkillNeed("sårstell", 2)))
    assert week.when.dates == DateSpan(date(2027, 1, 4), date(2027, 1, 10))
    assert (week.charged, red.when.red) == (False, True)
    away, added = full.changes
    assert away == NeedChange(When(dates=DateSpan(date(2027, 1, 11), date(2027, 1, 13))), None, 0, note="sykehus")
    assert (added.kind, added.count, added.added) == ("D", 1, True)
    meeting, training = full.events
    assert (meeting.who, meeting.charged, meeting.start, meeting.length) == (("A1", "A2"), False, 900, 120)
    assert (training.sort, training.mentor, training.kind) == (EventSort.TRAINING, "A1", "D")
    assert training.when == When(frozenset({1}), WeekRule.NAMED, frozenset({2, 3}))


def test_assistants(full: Brief) -> None:
    kari, ola = full.assistants
    assert (kari.percent, kari.full_time_week, kari.wants_up_to) == (Decimal("71.5"), 2016, Decimal(80))
    assert kari.contract_week == Fraction(715, 1000) * 2016
    assert kari.skills == (HeldSkill("førerkort"), HeldSkill("sårstell", date(2027, 9, 1)))
    assert (kari.weekends, kari.most_nights, kari.most_minutes) == (
        WeekendRhythm(3, 2),
        Ceiling(2, 4),
        Ceiling(2400, 1),
    )
    assert (kari.can[0].start, kari.can[0].end, kari.cannot[0].end) == (420, 1380, 1440)
    assert kari.vacation == (DateSpan(date(2027, 1, 18), date(2027, 1, 19)),)
    assert (kari.pins[0].kind, kari.pins[0].when.dates) == ("D", DateSpan(date(2027, 1, 5), date(2027, 1, 5)))
    assert ola.born == 2009
    assert (ola.alone_after, ola.percent, ola.full_time_week) == (3, Decimal(0), 2130)
    assert (ola.elsewhere[0].where, ola.elsewhere[0].hours.start, ola.elsewhere[0].hours.end) == (
        Elsewhere.SAME,
        1320,
        1800,
    )


def test_agreements_wishes_and_what_came_before(full: Brief) -> None:
    one, two = full.agreements
    assert (one.paragraph, one.party, one.covers) == ("10-5 (2)", Party.REPS, None)
    assert one.values == {"day_h": Decimal("12.5"), "single_week_h": Decimal(54)}
    assert (one.averaging_weeks, one.signed, one.use_unsigned) == (8, None, True)
    assert (two.covers, two.values) == (("A1",), {"night_from": Decimal("22.5"), "below_floor": Decimal(0)})
    long_runs, apart, nights = full.wishes
    assert (long_runs.sort, long_runs.when) == (WishSort.LONG_RUNS, None)
    assert (apart.worth, apart.other, apart.when) == (Worth.DEMAND, "A2", When(frozenset({4})))
    assert nights.number == 3
    assert full.history == (
        PastShift("A1", datetime(2027, 1, 1, 22), datetime(2027, 1, 2, 9), "HN"),
        PastShift("A2", datetime(2027, 1, 2, 9), datetime(2027, 1, 2, 12)),
    )
    assert full.balances == (Balances("A1", 6000, 3, 2, 5, nights=7, saldo=-150),)


def test_every_value_that_an_agreement_can_give_is_read(tmp_path: Path) -> None:
    row = (
        "{id: AV1, paragraf: 10-12 (4), part: fagforening, signert: 2026-12-01, timer per dag: 13, timer per uke: 48,"
        " timer i enkeltuke: 60, daglig hvile: 7, ukentlig hvile: 24, hvile under grensen: ja, overtid per uke: 20,"
        " overtid per 4 uker: 50, overtid per år: 300, overtid per 26 uker: 200, samlet per dag: 16, natt fra: 22:00, natt til: 06:30,"
        " timer per natt: 10, flertallet er bundet: ja}"
    )
    (one,) = brief_of(f"{SMALL}avtaler:\n  - {row}\n", tmp_path).agreements
    hours = {name: str(value) for name, value in one.values.items()}
    assert hours == {
        "day_h": "13",
        "week_h": "48",
        "single_week_h": "60",
        "daily_rest_h": "7",
        "weekly_rest_h": "24",
        "below_floor": "1",
        "overtime_7d_h": "20",
        "overtime_4w_h": "50",
        "overtime_52w_h": "300",
        "overtime_26w_h": "200",
        "total_day_h": "16",
        "night_from": "22",
        "night_to": "6.5",
        "night_day_h": "10",
        "majority_bound": "1",
    }


def test_each_thing_knows_its_line(full: Brief) -> None:
    assert full.assistants[0].place == "linje 48"
    assert full.needs[2].place == f"linje {1 + FULL[: FULL.index('- {vakt: HN')].count(chr(10))}"


def test_weeks_counted_from_the_start_of_a_kalenderplan_are_said_to_be_those_of_the_calendar(tmp_path: Path) -> None:
    summer = SMALL.replace("start: 2027-01-04", "start: 2027-05-31")
    asked = summer.replace("antall: 1}", "antall: 1, uker: 1 og 2}")
    dated = asked.replace("form: grunnturnus", "form: kalenderplan")
    said = (
        "Forutsetning: uke 1 og 2 (linje 14) er etter kalenderen, og planen på 4 uker går fra uke 22 til uke 25, "
        "så raden gjelder ingen dager."
    )
    assert said in notices_of(dated, tmp_path)
    assert not any("kalenderen" in one for one in notices_of(asked, tmp_path))
    assert not any("kalenderen" in one for one in notices_of(dated.replace("1 og 2", "1 og 22"), tmp_path))
    from_wednesday = dated.replace("2027-05-31", "2027-06-02\n  uka starter: onsdag 00:00")
    assert not any("kalenderen" in one for one in notices_of(from_wednesday.replace("1 og 2", "26"), tmp_path))
    assert any("til uke 26" in one for one in notices_of(from_wednesday.replace("1 og 2", "27"), tmp_path))


def test_what_is_presumed_is_said(tmp_path: Path) -> None:
    said = notices_of(FULL, tmp_path)
    assert said == (
        "Forutsetning: heltidsuka er 35,5 timer for A2, fordi grunnlaget ikke sier noe annet.",
        "Forutsetning: bare fødselsåret er oppgitt for A2; vi regner dem som under 18 til og med 31.12 det året de fyller 18.",
        "Forutsetning: en hvilende time betales som 20 minutter.",
        "Forutsetning: A2 skal ha 3 opplæringsvakter først, og grunnlaget har 2, så A2 får ingen vakter. "
        "Skriv dem i «hendelser».",
    )


def test_without_an_agreement_the_full_time_week_is_that_of_day_work(tmp_path: Path) -> None:
    text = changed("KS HTA", "ingen").replace(", heltidsuke: 35,5", "")
    assert brief_of(text, tmp_path).assistants[0].full_time_week == 2250
    assert any("37,5" in sentence for sentence in notices_of(text, tmp_path))


def test_places_are_no_part_of_what_a_brief_says(tmp_path: Path) -> None:
    assert brief_of("# en linje til\n" + SMALL, tmp_path) == brief_of(SMALL, tmp_path)


def test_decimals_between_braces_need_no_quotes(tmp_path: Path) -> None:
    assert brief_of(changed("60 %", "60,5 %"), tmp_path).assistants[0].percent == Decimal("60.5")


def test_the_words_of_the_starters_are_the_fields_that_reading_knows() -> None:
    rows: dict[str, type[schema.Placed]] = {
        "ordning": schema.ArrangementRow,
        "periode": schema.PeriodRow,
        "innstillinger": schema.SettingsRow,
        "vedtak": schema.VedtakRow,
        "vakter": schema.KindRow,
        "behov": schema.NeedRow,
        "unntak": schema.ChangeRow,
        "kalender": schema.CalendarRow,
        "hendelser": schema.EventRow,
        "assistenter": schema.AssistantRow,
        "tilgjengelighet": schema.AvailabilityRow,
        "fravær": schema.LeaveRow,
        "avtaler": schema.AgreementRow,
        "ønsker": schema.WishRow,
        "tidligere vakter": schema.PastRow,
        "saldoer": schema.BalanceRow,
        "satser": schema.RatesRow,
        "lønnsarter": schema.WageTypeRow,
    }
    assert [part.key for part in PARTS] == list(rows)
    for part in PARTS:
        known = {field.alias or name for name, field in rows[part.key].model_fields.items()} - {"\0sted"}
        assert {field.key for field in part.fields} == known
        needed = {field.alias or name for name, field in rows[part.key].model_fields.items() if field.is_required()}
        assert {field.key for field in part.fields if field.needed} == needed
    assert WHEN_SHORT.key in {field.alias for field in schema.VedtakRule.model_fields.values()}
