"""A YAML file as a tree of texts with line numbers; every scalar is the text that the user wrote."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from roster.reading.faults import Fault, Faults
from roster.reading.numbers import short
from roster.reading.tree import Items, Node, Row, Source, Text, name_of

_DEEPEST = 8
_NULLS = {"", "~", "null", "Null", "NULL"}
_HINTS = (
    ("\\t", "Bruk mellomrom til innrykk, ikke tabulator."),
    ("mapping values are not allowed", "Er det et kolon for mye? Sett teksten i anførselstegn, eller sjekk innrykket."),
    ("could not find expected ':'", "Mangler det et kolon etter feltet?"),
    ("expected <block end>", "Sjekk innrykket: felt som hører sammen, må starte like langt inn."),
    ("while scanning a quoted scalar", "Mangler det et anførselstegn?"),
    ("expected ',' or", "Mangler det et komma eller en avsluttende parentes?"),
)


def read_yaml(text: str, file: str) -> Source:
    """What the text says; ``Faults`` when the YAML is broken."""
    reader = _Reader(file, _events(text, file))
    return Source(reader.document(), tuple(reader.faults))


def _events(text: str, file: str) -> Iterator[Event]:
    try:
        yield from YAML(typ="safe", pure=True).parse(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        said = f"{error.context} {error.problem}"
        hint = next(
            (hint for sign, hint in _HINTS if sign in said),
            "Sjekk innrykk, kolon og anførselstegn her og på linja over.",
        )
        raise Faults([Fault(file, _line(mark.line) if mark else "", "Fila er ikke gyldig YAML her.", hint)]) from None
    except (YAMLError, ValueError):
        raise Faults(
            [Fault(file, "", "Fila har tegn som ikke kan leses som YAML.", "Lagre den som ren tekst i UTF-8.")]
        ) from None


def _line(line: int) -> str:
    return f"linje {line + 1}"


@dataclass(frozen=True)
class _Last:
    """The field read last, where its value ended: between braces, YAML parts ``35,5`` in two at the comma."""

    name: str = ""
    text: str = ""
    end: int = -2

    def goes_on(self, event: Event, key: Text, value: Node) -> bool:
        """What comes now is the decimals of the number that stands before it."""
        whole = re.fullmatch(r"[+−-]?\d[\d ]*", self.text)
        decimals = re.fullmatch(r"\d+( ?%)?", key.text) and isinstance(value, Text) and not value.text
        return bool(whole and decimals) and bool(event.start_mark.index == self.end + 1)


class _Reader:
    """Builds the tree from events, one after the other; holds the faults met."""

    def __init__(self, file: str, events: Iterator[Event]) -> None:
        self.file = file
        self.events = events
        self.faults: list[Fault] = []

    def document(self) -> Node:
        root: Node | None = None
        for event in self.events:
            if isinstance(event, DocumentStartEvent) and root is not None:
                self.stop(
                    event,
                    "Fila inneholder mer enn ett dokument.",
                    "Ta bort linja med «---», og behold ett grunnlag i fila.",
                )
            if isinstance(event, NodeEvent):
                root = self.node(event, 0)
        return Text("", _line(0)) if root is None else root

    def node(self, event: Event, depth: int) -> Node:
        if isinstance(event, AliasEvent) or getattr(event, "anchor", None):
            self.stop(
                event,
                "Fila bruker «&» eller «*» for å vise til andre steder i fila.",
                "Skriv verdien helt ut, eller sett den i anførselstegn.",
            )
        if depth > _DEEPEST:
            self.stop(
                event, "Fila har for mange nivåer inni hverandre.", "Sammenlign med et eksempel: «roster new» lager et."
            )
        tag = getattr(event, "tag", None)
        if tag and str(tag) not in {"!", "None"}:
            self.stop(
                event, "Fila bruker «!» foran en verdi.", "Ta bort utropstegnet, eller sett verdien i anførselstegn."
            )
        place = _line(event.start_mark.line)
        match event:
            case ScalarEvent():
                return Text("" if event.style is None and event.value in _NULLS else str(event.value), place)
            case SequenceStartEvent():
                items = []
                while not isinstance(inner := next(self.events), SequenceEndEvent):
                    items.append(self.node(inner, depth + 1))
                return Items(tuple(items), place)
            case MappingStartEvent():
                return self.row(place, depth)
        raise AssertionError(event)

    def row(self, place: str, depth: int) -> Row:
        values: dict[str, Node] = {}
        written: dict[str, str] = {}
        last = _Last()
        while not isinstance(event := next(self.events), MappingEndEvent):
            line = _line(event.start_mark.line)
            key = self.node(event, depth + 1)
            after = next(self.events)
            value = self.node(after, depth + 1)
            if isinstance(key, Text) and last.goes_on(event, key, value):
                values[last.name] = Text(f"{last.text},{key.text}", line)
                continue
            if not isinstance(key, Text):
                self.fault(line, "Et felt må ha et navn.", "Skriv «felt: verdi».")
                continue
            name = name_of(key.text)
            if name in values:
                self.fault(
                    line,
                    f"Feltet «{short(key.text)}» står to ganger (også på {values[name].place}).",
                    "Behold ett av dem.",
                )
                continue
            values[name] = Text(value.text, line) if isinstance(value, Text) and not value.text else value
            written[name] = key.text
            last = _Last(name, value.text if isinstance(value, Text) else "", after.end_mark.index)
        return Row(values, place, written)

    def fault(self, place: str, what: str, way_out: str) -> None:
        self.faults.append(Fault(self.file, place, what, way_out))

    def stop(self, event: Event, what: str, way_out: str) -> None:
        raise Faults([*self.faults, Fault(self.file, _line(event.start_mark.line), what, way_out)])
