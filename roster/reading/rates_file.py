"""Rates and wage types in a file of their own: those parts of a brief, in YAML or as the sheets of a workbook."""

from dataclasses import dataclass
from pathlib import Path

from roster.domain.rates import PayRates, WageType
from roster.reading.build_money import pay_rates, wage_type
from roster.reading.crosscheck_money import check_money
from roster.reading.faults import Fault, Faults
from roster.reading.read import content_of, text_of
from roster.reading.structure import Rows, read_part
from roster.reading.suffixes import WORKBOOK_SUFFIX, YAML_SUFFIXES
from roster.reading.tree import Row, Source, is_empty
from roster.reading.yaml_source import read_yaml
from roster.wording.brief_words import part
from roster.wording.cost_words import NOTHING_IN_RATES
from roster.wording.money_fields import RATES, WAGE_TYPES

_PARTS = (part(RATES), part(WAGE_TYPES))


@dataclass(frozen=True, slots=True)
class Money:
    """What the file says; empty where it lacks the part."""

    rates: tuple[PayRates, ...]
    wage_types: tuple[WageType, ...]


def read_money(path: Path) -> Money:
    """The parts of the file, which may be a whole brief; raises ``Faults`` with all that is wrong with them."""
    content = content_of(path)
    source = _source(content, path)
    rows = Rows(path.name, list(source.faults))
    if isinstance(source.tree, Row):
        for one in _PARTS:
            node = source.tree.values.get(one.key)
            if node is not None and not is_empty(node):
                read_part(rows, one, node)
    check_money(rows)
    if not (rows.faults or rows.satser or rows.wage_types):
        raise Faults([Fault(path.name, "", *NOTHING_IN_RATES)])
    if rows.faults:
        raise Faults(dict.fromkeys(rows.faults))
    return Money(tuple(map(pay_rates, rows.satser)), tuple(map(wage_type, rows.wage_types)))


def _source(content: bytes, path: Path) -> Source:
    if path.suffix.lower() == WORKBOOK_SUFFIX:
        from roster.reading.workbook_source import read_sheets  # noqa: PLC0415 - openpyxl is slow to load

        return read_sheets(content, path.name, _PARTS)
    assert path.suffix.lower() in YAML_SUFFIXES
    return read_yaml(text_of(content, path.name), path.name)
