"""From tree to rows: every part of the brief in its shape, with every fault of shape along the way."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from roster.domain.days import DateSpan
from roster.reading import schema
from roster.reading.belongs import belongs
from roster.reading.faults import Fault, Unreadable
from roster.reading.numbers import short, tidy
from roster.reading.pieces import split
from roster.reading.schema import Placed
from roster.reading.suggest import nearest
from roster.reading.times import TimeSpan
from roster.reading.tree import Items, Node, Row, Source, Text, is_empty, plain
from roster.wording.brief_words import PARTS, VEDTAK_LINES, WHEN_SHORT
from roster.wording.fields import Part
from roster.wording.needs_fields import CLOCK

R = TypeVar("R", bound=Placed)
MOST_ROWS = 2000


REFERS: Mapping[str, tuple[str, ...]] = {
    "behov": ("vakt",),
    "unntak": ("vakt",),
    "hendelser": ("vakt", "hvem", "fadder"),
    "tilgjengelighet": ("vakt", "hvem"),
    "fravær": ("hvem", "dekkes av"),
    "avtaler": ("gjelder",),
    "ønsker": ("vakt", "hvem", "med"),
    "tidligere vakter": ("vakt", "hvem"),
    "saldoer": ("hvem",),
    "satser": ("gjelder",),
}
"""The fields of each part that name a shift or assistants."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A field of a row that another field kept from being read; what it names is looked up all the same."""

    key: str
    names: tuple[str, ...]
    place: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days of a sort in the calendar; ``time``: just what lies within it. ``percent`` of the usual use of the hours."""

    sort: str
    dates: DateSpan
    time: TimeSpan | None
    percent: int | None
    name: str
    place: str


@dataclass
class Rows:
    """What could be read of each part; a part with faults of shape lacks just the rows that have them."""

    file: str
    faults: list[Fault] = field(default_factory=list)
    places: dict[str, str] = field(default_factory=dict)
    ids: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    """The ids (or codes) of each part in the order of its rows, of those with faults too, each with its place."""
    unread: list[Reference] = field(default_factory=list)
    partly: set[str] = field(default_factory=set)
    """The parts that have a row which could not be read: nothing can be said of all their rows."""
    ordning: schema.ArrangementRow | None = None
    periode: schema.PeriodRow | None = None
    innstillinger: schema.SettingsRow | None = None
    when_short: schema.VedtakRule | None = None
    vedtak: list[schema.VedtakRow] = field(default_factory=list)
    vakter: list[schema.KindRow] = field(default_factory=list)
    behov: list[schema.NeedRow] = field(default_factory=list)
    unntak: list[schema.ChangeRow] = field(default_factory=list)
    kalender: list[schema.CalendarRow] = field(default_factory=list)
    hendelser: list[schema.EventRow] = field(default_factory=list)
    assistenter: list[schema.AssistantRow] = field(default_factory=list)
    tilgjengelighet: list[schema.AvailabilityRow] = field(default_factory=list)
    leaves: list[schema.LeaveRow] = field(default_factory=list)
    avtaler: list[schema.AgreementRow] = field(default_factory=list)
    wishes: list[schema.WishRow] = field(default_factory=list)
    past: list[schema.PastRow] = field(default_factory=list)
    saldoer: list[schema.BalanceRow] = field(default_factory=list)
    satser: list[schema.RatesRow] = field(default_factory=list)
    wage_types: list[schema.WageTypeRow] = field(default_factory=list)
    stretches: list[Stretch] = field(default_factory=list)
    """The calendar with the dates that its files say, in the order of the rows."""
    notices: list[str] = field(default_factory=list)
    """How its files were understood."""
    beside: dict[str, bytes] = field(default_factory=dict)
    """The content of its files by name."""

    def fault(self, place: str, what: str, way_out: str) -> None:
        self.faults.append(Fault(self.file, place, what, way_out))

    def named(self, key: str) -> set[str]:
        """Ids (or codes) of a part, those of rows with faults too, so that one fault does not beget others."""
        return {name for name, _ in self.ids.get(key, ())}


def read_rows(source: Source, file: str) -> Rows:
    """All rows that have the right shape, and the faults of those that have not."""
    rows = Rows(file, list(source.faults))
    tree = source.tree
    if is_empty(tree):
        rows.fault("", "Fila er tom.", "Lag et grunnlag å begynne med: «roster new grunnlag.yaml».")
        return rows
    if not isinstance(tree, Row):
        rows.fault(
            tree.place, "Fila er ikke et turnusgrunnlag.", "Den skal ha deler som «ordning:», «periode:» og «vakter:»."
        )
        return rows
    if CLOCK in tree.values:
        way_out = f"Lag et grunnlag av den: «roster needs {file} --brief grunnlag.yaml»."
        rows.fault(tree.values[CLOCK].place, "Dette er en døgnklokke, ikke et turnusgrunnlag.", way_out)
        return rows
    known = [one.key for one in PARTS]
    meant = {nearest(key, known) for key in tree.values if key not in known}
    for key in tree.values:
        if key not in known:
            written = tree.written.get(key, key)
            rows.fault(tree.values[key].place, *_unknown_here("Ukjent del", written, known))
    for one in PARTS:
        node = tree.values.get(one.key)
        if node is None or is_empty(node) or (isinstance(node, Items) and not node.items):
            if one.needed and one.key not in source.absent | meant:
                rows.fault("" if node is None else node.place, f"Delen «{one.key}» mangler.", one.help)
            continue
        rows.places[one.key] = node.place
        read_part(rows, one, node)
    return rows


def read_agreement_rows(source: Source, file: str) -> Rows:
    """The rows of agreements alone, from a tree that is a list of them."""
    rows = Rows(file, list(source.faults))
    (one,) = (part for part in PARTS if part.key == "avtaler")
    if not is_empty(source.tree):
        read_part(rows, one, source.tree)
    elif not rows.faults:
        rows.fault("", "Fila har ingen avtaler.", one.help)
    return rows


def read_part(rows: Rows, one: Part, node: Node) -> None:
    match one.key:
        case "ordning":
            rows.ordning = read_row(rows, one, schema.ArrangementRow, node)
        case "periode":
            rows.periode = read_row(rows, one, schema.PeriodRow, node)
        case "innstillinger":
            rows.innstillinger = read_row(rows, one, schema.SettingsRow, node)
        case "vedtak":
            _read_vedtak(rows, one, node)
        case "vakter":
            rows.vakter = read_list(rows, one, schema.KindRow, node)
        case "behov":
            rows.behov = read_list(rows, one, schema.NeedRow, node)
        case "unntak":
            rows.unntak = read_list(rows, one, schema.ChangeRow, node)
        case "kalender":
            rows.kalender = read_list(rows, one, schema.CalendarRow, node)
        case "hendelser":
            rows.hendelser = read_list(rows, one, schema.EventRow, node)
        case "assistenter":
            rows.assistenter = read_list(rows, one, schema.AssistantRow, node)
        case "tilgjengelighet":
            rows.tilgjengelighet = read_list(rows, one, schema.AvailabilityRow, node)
        case "fravær":
            rows.leaves = read_list(rows, one, schema.LeaveRow, node)
        case "avtaler":
            rows.avtaler = read_list(rows, one, schema.AgreementRow, node)
        case "ønsker":
            rows.wishes = read_list(rows, one, schema.WishRow, node)
        case "tidligere vakter":
            rows.past = read_list(rows, one, schema.PastRow, node)
        case "saldoer":
            rows.saldoer = read_list(rows, one, schema.BalanceRow, node)
        case "satser":
            rows.satser = read_list(rows, one, schema.RatesRow, node)
        case "lønnsarter":
            rows.wage_types = read_list(rows, one, schema.WageTypeRow, node)


def _read_vedtak(rows: Rows, one: Part, node: Node) -> None:
    """The lines alone as a list, or beside what happens when the hours do not suffice."""
    if not isinstance(node, Row):
        rows.vedtak = read_list(rows, one, schema.VedtakRow, node)
        return
    lines = node.values.get(VEDTAK_LINES)
    rest = Row({key: value for key, value in node.values.items() if key != VEDTAK_LINES}, node.place, node.written)
    rule = Part(one.key, "", one.help, (WHEN_SHORT,))
    if not all(map(is_empty, rest.values.values())):
        rows.when_short = read_row(rows, rule, schema.VedtakRule, rest, also=(VEDTAK_LINES,))
    if lines is None or is_empty(lines) or (isinstance(lines, Items) and not lines.items):
        rows.fault(
            node.place, "Vedtaket har ingen linjer.", "Skriv minst én linje med fra, til og timer per uke eller per år."
        )
    else:
        rows.vedtak = read_list(rows, one, schema.VedtakRow, lines)


def read_list(rows: Rows, one: Part, model: type[R], node: Node) -> list[R]:
    if not isinstance(node, Items):
        rows.fault(node.place, f"«{one.key}» skal være en liste.", "Start hver rad med en bindestrek: «- ».")
        return []
    if len(node.items) > MOST_ROWS:
        rows.fault(
            node.place,
            f"«{one.key}» har {len(node.items)} rader. Det er flere enn vi kan lese.",
            f"Bruk høyst {MOST_ROWS} rader.",
        )
        return []
    name = "kode" if one.key == "vakter" else "id"
    found = rows.ids.setdefault(one.key, [])
    read = []
    for item in node.items:
        if isinstance(item, Row) and isinstance(own := item.values.get(name), Text) and not is_empty(own):
            found.append((tidy(own.text), own.place))
        row = read_row(rows, one, model, item)
        if row is None:
            rows.partly.add(one.key)
        else:
            read.append(row)
    return read


def read_row(rows: Rows, one: Part, model: type[R], node: Node, also: tuple[str, ...] = ()) -> R | None:
    if not isinstance(node, Row):
        example = ", ".join(f"{field.key}: {field.example}" for field in one.fields[:2])
        rows.fault(
            node.place, f"Her venter vi felt i «{one.key}», ikke bare en verdi.", f"Skriv for eksempel «{example}»."
        )
        return None
    known = {field.key for field in one.fields} | set(also)
    empty = [key for key, value in node.values.items() if key not in known and is_empty(value)]
    for key in empty:
        rows.faults.append(_empty_unknown(rows.file, one, node, key))
    told = node.unread | {nearest(key, known) for key in node.values if key not in known}
    try:
        return None if empty else model.model_validate(plain(node))
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            if not (detail["type"] == "missing" and detail["loc"][0] in told):
                rows.faults.append(_as_fault(rows.file, one, node, detail, also))
        wrong = {str(detail["loc"][0]) for detail in error.errors(include_url=False) if detail["loc"]}
        rows.unread += _references(one, node, wrong)
        return None


def _references(one: Part, row: Row, wrong: set[str]) -> Iterator[Reference]:
    for key in REFERS.get(one.key, ()):
        value = row.values.get(key)
        texts = value.items if isinstance(value, Items) else (value,)
        names = [name for text in texts if isinstance(text, Text) for name in split(text.text)]
        if value is not None and key not in wrong and names:
            yield Reference(key, tuple(names), value.place)


def _empty_unknown(file: str, one: Part, row: Row, key: str) -> Fault:
    """Often the end of a value that a comma between braces has cut in two: ``{dager: lør, søn}``."""
    what, way_out = unknown("Ukjent felt", row.written.get(key, key), [field.key for field in one.fields])
    hint = "Hører det til verdien foran? Sett hele verdien i anførselstegn."
    return Fault(file, row.values[key].place, what, f"{hint} {way_out}")


def _as_fault(file: str, one: Part, row: Row, detail: ErrorDetails, also: tuple[str, ...]) -> Fault:
    path = detail["loc"]
    key = str(path[0]) if path else ""
    node = row.values.get(key)
    place = row.place if node is None else node.place
    kind = detail["type"]
    if kind == "missing":
        return Fault(file, row.place, f"Feltet «{key}» mangler i «{one.key}».", _what_it_is(one, key))
    if kind == "extra_forbidden":
        known = [field.key for field in one.fields] + list(also)
        return Fault(file, place, *_unknown_here("Ukjent felt", row.written.get(key, key), known, one))
    problem: Any = detail.get("ctx", {}).get("error")
    if isinstance(problem, Unreadable):
        return Fault(file, place, f"{key}: {problem.what}", problem.way_out)
    return Fault(file, place, f"Vi forstår ikke feltet «{key}».", _what_it_is(one, key))


def _what_it_is(one: Part, key: str) -> str:
    for own in one.fields:
        if own.key == key:
            return f"{own.help} Skriv for eksempel «{key}: {own.example}»."
    return f"Sammenlign med et eksempel: «roster new» lager et med «{one.key}» fylt ut."


def _unknown_here(what: str, written: str, known: list[str], one: Part | None = None) -> tuple[str, str]:
    """Parts of other files than a brief have none of its parts beside them."""
    elsewhere = belongs(written) if one is None or one in PARTS else None
    return unknown(what, written, known) if elsewhere is None else (f"{what} «{short(written)}».", elsewhere)


def unknown(what: str, written: str, known: list[str]) -> tuple[str, str]:
    near = nearest(written, known)
    said = f"{what} «{short(written)}»." + (f" Mente du «{near}»?" if near else "")
    return said, f"Her kan det stå {', '.join(known)}."
