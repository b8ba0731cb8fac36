"""Agreements in a file of their own: the part «avtaler» of a brief, in YAML or as the sheet of a workbook."""

from pathlib import Path

from roster.domain.brief import Agreement
from roster.reading.build import agreement
from roster.reading.crosscheck_people import check_agreements
from roster.reading.faults import Faults
from roster.reading.read import content_of, text_of
from roster.reading.structure import read_agreement_rows
from roster.reading.suffixes import WORKBOOK_SUFFIX, YAML_SUFFIXES
from roster.reading.tree import Row, Source
from roster.reading.yaml_source import read_yaml
from roster.wording.brief_words import part

_PART = part("avtaler")


def read_agreements(path: Path) -> tuple[Agreement, ...]:
    """The agreements in the file, which may be a whole brief; raises ``Faults`` with all that is wrong with them."""
    content = content_of(path)
    rows = read_agreement_rows(_source(content, path), path.name)
    check_agreements(rows)
    if rows.faults:
        raise Faults(dict.fromkeys(rows.faults))
    return tuple(map(agreement, rows.avtaler))


def _source(content: bytes, path: Path) -> Source:
    if path.suffix.lower() == WORKBOOK_SUFFIX:
        from roster.reading.workbook_source import read_sheet  # noqa: PLC0415 - openpyxl is slow to load

        return read_sheet(content, path.name, _PART)
    assert path.suffix.lower() in YAML_SUFFIXES
    source = read_yaml(text_of(content, path.name), path.name)
    if isinstance(source.tree, Row) and _PART.key in source.tree.values:
        return Source(source.tree.values[_PART.key], source.faults)
    return source
