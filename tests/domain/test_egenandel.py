"""The egenandel by the kommune's bands of income; G is 118 620."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from roster.domain.charges import Charge, State
from roster.domain.days import DateSpan
from roster.domain.egenandel import Rates, estimate
from roster.domain.kinds import Purpose
from roster.domain.ledger import ledger
from roster.domain.settings import Settings
from roster.domain.timekonto import Timekonto
from roster.domain.vedtak import VedtakLine
from roster.reading.faults import Faults
from roster.reading.income_bands import read_rates
from tests.lists.lists import text_file, workbook_file

G = 118_620
TABLE = (
    "Inntekt;Kroner per måned\nunder 2 G;220\n2–3 G;868\n3-4 G;1400\n4 G til 5 G;1 900 kr\nover 5 G;2495\nG;118 620\n"
)


def konto(*charges: Charge) -> Timekonto:
    lines = (
        VedtakLine("V1", DateSpan(date(2027, 1, 1), date(2027, 12, 31)), per_week=600),
        VedtakLine("A", DateSpan(date(2027, 1, 1), date(2027, 12, 31)), per_week=600, purpose=Purpose.RESPITE),
    )
    return Timekonto(ledger(2027, lines, Settings(), charges), None, None, None, 0)


def charge(month: int, minutes: int = 600, line: str = "V1") -> Charge:
    return Charge(date(2027, month, 5), minutes, Purpose.DAY, line, State.USED)


@pytest.fixture(name="rates")
def _rates(tmp_path: Path) -> Rates:
    return read_rates(text_file(tmp_path, TABLE, "satser.csv"), None)


@pytest.mark.parametrize(
    ("income", "most"),
    [
        (0, 220), (2 * G - 1, 220), (2 * G, 868), (3 * G - 1, 868), (3 * G, 1400), (4 * G - 1, 1400),
        (4 * G, 1900), (5 * G - 1, 1900), (5 * G, 2495), (12 * G, 2495),
    ],
)  # fmt: skip
def test_the_five_bands(rates: Rates, income: int, most: int) -> None:
    assert rates.band(Decimal(income)).most == most
    assert estimate(rates, Decimal(income), konto(charge(3))).months[2] == most


def test_avlastning_is_left_out(rates: Rates) -> None:
    found = estimate(rates, Decimal(420_000), konto(charge(1), charge(2, line="A")))
    assert found.months == (1400, *[0] * 11)
    assert found.year == 1400


def test_a_price_an_hour_is_paid_up_to_the_most(tmp_path: Path) -> None:
    rates = read_rates(text_file(tmp_path, TABLE + "timepris;100,5\n", "satser.csv"), None)
    found = estimate(rates, Decimal(420_000), konto(charge(1, 90), charge(2, 6000)))
    assert found.months[:2] == (151, 1400)


def test_g_may_be_said_apart_and_a_workbook_reads_the_same(tmp_path: Path) -> None:
    rows = [("under 2 G", 220), ("over 2 G", 868)]
    assert read_rates(workbook_file(tmp_path, rows), Decimal(G)).band(Decimal(2 * G)).most == 868


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("under 2 G;220\nover 5 G;900\nG;118620\n", "henger ikke sammen"),
        ("2–3 G;220\nover 3 G;900\nG;118620\n", "laveste"),
        ("under 2 G;220\n2–3 G;900\nG;118620\n", "høyeste"),
        ("under 2 G;220\nover 2 G;900\n", "hva G er"),
        ("under 2 G;mye\nover 2 G;900\nG;118620\n", "ikke et tall"),
        ("under 2 G;220\nmiddels;500\nover 2 G;900\nG;118620\n", "middels"),
        ("navn;kroner\n", "ingen inntektsgrenser"),
    ],
)
def test_a_table_that_leaves_an_income_out_is_refused(tmp_path: Path, table: str, said: str) -> None:
    with pytest.raises(Faults) as refused:
        read_rates(text_file(tmp_path, table, "satser.csv"), None)
    assert said in refused.value.faults[0].what
