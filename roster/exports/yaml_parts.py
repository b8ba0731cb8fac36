"""Parts of a YAML file in which every value is a text, as briefs are read: whatever the text, it is read as it was."""

import io
from collections.abc import Mapping, Sequence

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import SingleQuotedScalarString

_TEXT = "tag:yaml.org,2002:str"
_NULL = "tag:yaml.org,2002:null"
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
"""What a brief takes for nothing where it stands without quotes."""
_WIDE = 1 << 20
"""Longer than any line, so that none is broken."""


class OneLine(dict[str, str]):
    """Fields that are written on one line, between braces."""


class _Texts(VersionedResolver):
    """Dates, numbers and «ja» are texts, too, and need no quotes."""

    def resolve(self, kind: type, value: object, implicit: Sequence[bool]) -> object:
        if kind is not ScalarNode:
            return super().resolve(kind, value, implicit)
        unquoted = implicit[0]
        return _NULL if unquoted and value in _NULLS else _TEXT


def part(name: str, value: object) -> str:
    """The part with its name, and an empty line after it."""
    yaml = YAML()
    yaml.Resolver = _Texts
    yaml.width = _WIDE
    yaml.indent(mapping=2, sequence=4, offset=2)
    out = io.StringIO()
    yaml.dump({name: _laid_out(value)}, out)
    return out.getvalue()


def _laid_out(value: object) -> object:
    """Rows as blocks; lists of texts, and what is to be on one line, on one."""
    if isinstance(value, Mapping):
        row = CommentedMap({key: _laid_out(one) for key, one in value.items()})
        if isinstance(value, OneLine):
            row.fa.set_flow_style()
        return row
    if isinstance(value, list):
        items = CommentedSeq([_laid_out(one) for one in value])
        if all(isinstance(one, str) for one in value):
            items.fa.set_flow_style()
        return items
    text = str(value)
    # Between braces what begins so would be read as a key of its own, which the library that writes it does not see.
    return SingleQuotedScalarString(text) if text.startswith(("?", ":")) else text
