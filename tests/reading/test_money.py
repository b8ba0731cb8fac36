"""Rates and wage types say the same in YAML and in a workbook, and what cannot be is refused in words."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from roster.domain.kinds import Position, Tariff
from roster.domain.rates import Amount, PayKind, PayRates, WageType
from roster.exports.positions_yaml import with_people
from roster.reading.faults import Faults
from roster.reading.rates_file import read_money
from roster.reading.read import read_brief
from roster.workflow.new import as_workbook
from tests.reading.small import SMALL, brief_of, faults_of, only

MONEY = """\
satser:
  - {fra: 2026-05-01, til: 2026-12-31, timelønn: 210}
  - fra: 2027-01-01
    tariffavtale: KS HTA
    timelønn: 215,40 kr
    kveld og natt: 60
    lørdag og søndag: 57,50 kr
    helligdag: 133 1/3 %
    merarbeid: 5 %
    overtid 50: 40 %
    overtid 100: 200
    påslag: 32,5 %
    kveldstid: 20–06
    kilde: Avtalen pkt. 5
  - {fra: 2027-01-01, gjelder: "A1, A2", timelønn: 230}
lønnsarter:
  - {slag: kveld og natt, lønnsart: 1250, navn: Kveldstillegg}
  - {slag: hvilende, stilling: fast, lønnsart: ingen}
"""
PLAIN, FULL, OWN = (
    PayRates(date(2026, 5, 1), Decimal(210), date(2026, 12, 31)),
    PayRates(
        first=date(2027, 1, 1),
        hourly=Decimal("215.40"),
        tariff=Tariff.KS_HTA,
        evening_night=Amount(Decimal(60)),
        weekend=Amount(Decimal("57.50")),
        holiday=Amount(Decimal(133), True, 1),
        extra=Amount(Decimal(5), True),
        overtime_50=Amount(Decimal(40), True),
        overtime_100=Amount(Decimal(200)),
        on_top=Decimal("32.5"),
        evening_from=20 * 60,
        night_to=6 * 60,
        source="Avtalen pkt. 5",
    ),
    PayRates(date(2027, 1, 1), Decimal(230), covers=("A1", "A2")),
)
TYPES = (
    WageType(PayKind.EVENING_NIGHT, "1250", "Kveldstillegg"),
    WageType(PayKind.RESTING, None, "", Position.PERMANENT),
)


def test_rates_and_wage_types_are_read_as_they_are_written(tmp_path: Path) -> None:
    brief = brief_of(SMALL + MONEY, tmp_path)
    assert brief.rates == (PLAIN, FULL, OWN)
    assert brief.wage_types == TYPES


def test_the_workbook_says_the_same(tmp_path: Path) -> None:
    path = tmp_path / "grunnlag.xlsx"
    path.write_bytes(as_workbook(SMALL + MONEY))
    assert read_brief(path).brief == brief_of(SMALL + MONEY, tmp_path)


@pytest.mark.parametrize("suffix", [".yaml", ".xlsx"])
@pytest.mark.parametrize("text", [MONEY, SMALL + MONEY])
def test_they_may_stand_in_a_file_of_their_own_or_in_another_brief(text: str, suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"satser{suffix}"
    path.write_bytes(as_workbook(text) if suffix == ".xlsx" else text.encode())
    money = read_money(path)
    assert (money.rates, money.wage_types) == ((PLAIN, FULL, OWN), TYPES)


def test_a_file_without_them_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "satser.yaml"
    path.write_text(SMALL, encoding="utf-8")
    with pytest.raises(Faults, match="ingen satser"):
        read_money(path)


def row(text: str) -> str:
    return f"{SMALL}satser:\n  - {{{text}}}\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (row("fra: 2027-01-01"), "timelønn"),
        (row("timelønn: 200"), "fra"),
        (row("fra: 2027-01-01, timelønn: 0"), "timelønn"),
        (row("fra: 2027-01-01, timelønn: -5"), "mindre enn 0"),
        (row("fra: 2027-01-01, timelønn: 210.500"), "to måter"),
        (row("fra: 2027-01-01, timelønn: 20 %"), "beløp"),
        (row("fra: 2027-01-01, timelønn: 200, helligdag: mye"), "beløp"),
        (row("fra: 2027-01-01, timelønn: 200, helligdag: 2000 %"), "for mye"),
        (row("fra: 2027-01-01, timelønn: 200, påslag: 120 %"), "100 prosent"),
        (row("fra: 2027-01-01, timelønn: 200, påslag: 0,314"), "to måter"),
        (row("fra: 2027-01-01, timelønn: 200, gjelder: [alle, A1]"), "bare id-ene"),
        (row("fra: 2027-01-01, til: 2026-01-01, timelønn: 200"), "slutter før"),
        (row("fra: 2027-01-01, timelønn: 200, kveldstid: 15–22"), "før midnatt"),
        (row("fra: 2027-01-01, timelønn: 200, gjelder: A9"), "«A9» finnes ikke"),
        (f"{row('fra: 2027-01-01, timelønn: 200')}  - {{fra: 2027-01-01, timelønn: 210}}\n", "samme dag"),
        (f"{row('fra: 2027-01-01, til: 2027-06-30, timelønn: 200')}  - {{fra: 2027-05-01, timelønn: 210}}\n", "samme dag"),
        (f"{SMALL}lønnsarter:\n  - {{slag: kveld og natt, lønnsart: 1}}\n  - {{slag: kveld og natt, lønnsart: 2}}\n", "To rader"),
        (f"{SMALL}lønnsarter:\n  - {{slag: bonus, lønnsart: 1}}\n", "bonus"),
        (f"{SMALL}lønnsarter:\n  - {{slag: ordinær, lønnsart: \"=1+1\"}}\n", "lønnsart"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_with_its_place(text: str, said: str, tmp_path: Path) -> None:
    fault = only(faults_of(text, tmp_path))
    assert said in f"{fault.what} {fault.way_out}"
    assert fault.place


def test_all_is_everybody_however_it_is_written(tmp_path: Path) -> None:
    (rates,) = brief_of(row("fra: 2027-01-01, timelønn: 200, gjelder: Alle"), tmp_path).rates
    assert rates.covers is None


def test_later_rates_take_over_from_those_without_an_end(tmp_path: Path) -> None:
    brief = brief_of(f"{row('fra: 2026-05-01, timelønn: 200')}  - {{fra: 2027-05-01, timelønn: 210}}\n", tmp_path)
    assert [one.hourly for one in brief.rates] == [200, 210]


def test_rates_of_people_who_are_gone_go_with_them_and_the_rest_stay(tmp_path: Path) -> None:
    of_one = MONEY.replace('gjelder: "A1, A2"', "gjelder: A1")
    brief = brief_of(with_people(SMALL + of_one, brief_of(SMALL, tmp_path).assistants[1:], {"A2"}, "ny"), tmp_path)
    assert brief.rates == (PLAIN, FULL)
    assert brief.wage_types == TYPES
