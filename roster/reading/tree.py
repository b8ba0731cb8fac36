"""The plain tree that both kinds of file become: texts, lists and rows that know where they stand."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from roster.reading.faults import Fault

PLACE = "\0sted"
"""Key under which a row carries its places to the models; nobody can write it in a file."""


@dataclass(frozen=True)
class Text:
    """A value as the user wrote it; empty where nothing is written."""

    text: str
    place: str


@dataclass(frozen=True)
class Items:
    items: tuple["Node", ...]
    place: str


@dataclass(frozen=True)
class Row:
    """Named values; ``written`` holds each name as the user wrote it, ``unread`` those whose fault is told already."""

    values: Mapping[str, "Node"]
    place: str
    written: Mapping[str, str] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()


Node = Text | Items | Row


@dataclass(frozen=True)
class Source:
    """A file as a tree, the faults that did not stop it from being read, and the parts whose sheet is missing."""

    tree: Node
    faults: tuple[Fault, ...] = ()
    absent: frozenset[str] = frozenset()


def name_of(key: str) -> str:
    """The key as we compare it: small letters, single spaces, ``_`` as space, without ``*`` and colon at its end."""
    return re.sub(r"[\s_\u00a0]+", " ", unicodedata.normalize("NFC", key)).strip(" :*").lower()


def is_empty(node: Node) -> bool:
    return isinstance(node, Text) and not node.text.strip()


def plain(node: Node) -> object:
    """Dicts, lists and strings; fields left empty are left out, and a row's places stand under ``PLACE``."""
    match node:
        case Text(text=text):
            return text
        case Items(items=items):
            return [plain(item) for item in items]
        case Row(values=values, place=place):
            given = {key: value for key, value in values.items() if not is_empty(value)}
            places = {"": place} | {key: value.place for key, value in given.items()}
            return {PLACE: places} | {key: plain(value) for key, value in given.items()}
