"""What the program wrote is read back by the types of its values, and what does not fit them is told with its place."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from roster.domain.brief import Brief
from roster.domain.days import DateSpan
from roster.domain.kinds import Sort
from roster.exports.plain import objects
from roster.reading.by_type import Misfits, read_as
from roster.reading.read import read_brief

EXAMPLES = Path(__file__).parents[2] / "examples"


@dataclass(frozen=True)
class Told:
    """One of each sort of value."""

    number: int
    sort: Sort = Sort.DAY
    hours: Decimal = Decimal(0)
    yes: bool | None = None
    born: date | int | None = None
    at: datetime | None = None
    names: frozenset[str] = frozenset()
    pair: tuple[int, str] = (0, "")
    dates: tuple[DateSpan, ...] = ()


def told(**said: Any) -> Told:
    return read_as(Told, {"number": 1, **said})


@pytest.mark.parametrize("name", ["hele-dognet", "barn-25-timer", "privatperson"])
def test_a_brief_is_read_as_pydantic_reads_it(name: str) -> None:
    brief = replace(read_brief(EXAMPLES / f"{name}.yaml").brief, history=())
    written = objects(brief)
    assert read_as(Brief, written) == TypeAdapter(Brief).validate_python(written) == brief


def test_each_sort_of_value_is_read() -> None:
    assert told(
        sort=Sort.NIGHT.value, hours="7.5", yes=False, born="1990-02-03", at="2027-01-04T07:30", names=["b", "a"],
        pair=[1, "x"], dates=[{"first": "2027-01-04", "last": "2027-01-05"}], something_newer=1,
    ) == Told(
        1, Sort.NIGHT, Decimal("7.5"), False, date(1990, 2, 3), datetime(2027, 1, 4, 7, 30), frozenset("ab"), (1, "x"),
        (DateSpan(date(2027, 1, 4), date(2027, 1, 5)),),
    )  # fmt: skip
    assert told(born=1990).born == 1990
    assert told(born=None).born is None


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ({"number": True}, "number"),
        ({"number": "1"}, "number"),
        ({"number": None}, "number"),
        ({"sort": "morgen"}, "sort"),
        ({"sort": ["natt"]}, "sort"),
        ({"hours": "NaN"}, "hours"),
        ({"hours": "mange"}, "hours"),
        ({"hours": "1e40"}, "hours"),
        ({"hours": True}, "hours"),
        ({"yes": 1}, "yes"),
        ({"born": "i fjor"}, "born"),
        ({"at": 5}, "at"),
        ({"names": "Kari"}, "names"),
        ({"names": ["Kari", 7]}, "names.1"),
        ({"pair": [1]}, "pair"),
        ({"pair": [1, 2]}, "pair.1"),
        ({"dates": [{"first": "2027-01-04"}]}, "dates.0.last"),
        ({"dates": [{"first": "2027-01-04", "last": "2027-01-03"}]}, "dates.0"),
        ({"dates": [[]]}, "dates.0"),
    ],
)
def test_a_value_that_does_not_fit_is_told_with_its_place(said: dict[str, Any], place: str) -> None:
    with pytest.raises(Misfits) as caught:
        told(**said)
    assert [one.place for one in caught.value.misfits] == [place]


def test_all_that_does_not_fit_is_told_at_once() -> None:
    with pytest.raises(Misfits) as caught:
        read_as(Told, {"sort": "morgen", "dates": [{"last": 5}]})
    assert {one.place for one in caught.value.misfits} == {"number", "sort", "dates.0.first", "dates.0.last"}
