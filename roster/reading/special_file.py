"""What a hjelpeturnus needs: kinds of shift, exceptions, who cannot and who wishes what, in a file of their own."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from roster.domain.assistant import Hours
from roster.domain.brief import Brief, Wish
from roster.domain.days import DateSpan, When
from roster.domain.help_needed import NeedChange, ShiftKind
from roster.reading.build import availability_hours, change, kind, wish
from roster.reading.crosscheck_people import check_wishes
from roster.reading.faults import Fault, Faults
from roster.reading.read import content_of, text_of
from roster.reading.structure import Rows, read_part, unknown
from roster.reading.suffixes import YAML_SUFFIXES
from roster.reading.suggest import nearest
from roster.reading.tree import Row, is_empty
from roster.reading.yaml_source import read_yaml
from roster.wording.brief_choices import Absence
from roster.wording.brief_words import part

PARTS = ("vakter", "unntak", "tilgjengelighet", "ønsker")
_NEW = "Lag en å begynne med: «roster special --new hjelp.yaml --template reise»."


@dataclass(frozen=True, slots=True)
class OtherNeed:
    """``cannot``: when who cannot work; ``dates`` hold all that is changed, and the wishes are for these only."""

    kinds: tuple[ShiftKind, ...]
    changes: tuple[NeedChange, ...]
    cannot: tuple[tuple[str, Hours], ...]
    dates: DateSpan
    wishes: tuple[Wish, ...] = ()


def read_other_need(path: Path, brief: Brief) -> OtherNeed:
    """The need in the file, for the arrangement of the brief; raises ``Faults`` with all that is wrong."""
    content = content_of(path)
    if path.suffix.lower() not in YAML_SUFFIXES:
        raise Faults([Fault(path.name, "", "En hjelpeturnus skrives i en YAML-fil.", _NEW)])
    source = read_yaml(text_of(content, path.name), path.name)
    rows = Rows(path.name, list(source.faults))
    tree = source.tree
    if not isinstance(tree, Row):
        if not rows.faults:
            rows.fault("", "Fila er ingen hjelpeturnus.", _NEW)
        raise Faults(rows.faults)
    for key, node in tree.values.items():
        if key not in PARTS:
            rows.fault(node.place, *unknown("Ukjent del", tree.written.get(key, key), list(PARTS)))
        elif not is_empty(node):
            read_part(rows, part(key), node)
    _must_be_known(rows, brief)
    if not rows.unntak and not rows.faults:
        rows.fault("", "Fila har ingen unntak, så ukene er som ellers.", _NEW)
    if rows.faults:
        raise Faults(dict.fromkeys(rows.faults))
    changes = tuple(map(change, rows.unntak))
    days = [one.when.dates for one in changes if one.when.dates is not None]
    dates = DateSpan(min(one.first for one in days), max(one.last for one in days))
    return OtherNeed(
        tuple(map(kind, rows.vakter)),
        changes,
        tuple((row.who, availability_hours(row)) for row in rows.tilgjengelighet),
        dates,
        tuple(_for_the_weeks(wish(row), dates) for row in rows.wishes),
    )


def _for_the_weeks(one: Wish, dates: DateSpan) -> Wish:
    """A wish without dates of its own is for those that are changed."""
    pattern = one.when or When()
    return one if pattern.dates is not None else replace(one, when=replace(pattern, dates=dates))


def _must_be_known(rows: Rows, brief: Brief) -> None:
    """Every code and everybody named is there; a new code is not one that means something else already."""
    known = {one.code for one in brief.kinds}
    for row in rows.vakter:
        if row.code in known:
            rows.fault(row.place, f"Vaktkoden {row.code} finnes fra før.", "Gi den nye vakta en annen kode.")
    codes = known | rows.named("vakter")
    named = [(one.kind, one.place) for one in rows.unntak] + [(one.kind, one.place) for one in rows.wishes]
    for code, place in named:
        if code is not None and code not in codes:
            near = nearest(code, codes)
            hint = f" Mente du «{near}»?" if near else ""
            rows.fault(place, f"Vakta «{code}» finnes ikke.{hint}", f"Vaktene er {', '.join(sorted(codes))}.")
    for one in rows.unntak:
        if one.kind is None and (one.count or one.up_to):
            rows.fault(one.place, "Raden sier et antall, men ikke hvilken vakt.", "Skriv «vakt».")
    people = [one.id for one in brief.assistants]
    for able in rows.tilgjengelighet:
        _must_be_one_of(rows, (able.who,), able.place, people)
        if able.sort != Absence.CANNOT:
            rows.fault(able.place, "Her kan det bare stå hvem som «kan ikke».", "Ferie fører du i grunnlaget.")
    for asked in rows.wishes:
        _must_be_one_of(rows, (asked.who, *([asked.other] if asked.other else ())), asked.place, people)
    check_wishes(rows)


def _must_be_one_of(rows: Rows, named: Iterable[str], place: str, people: list[str]) -> None:
    for one in named:
        if one not in people:
            rows.fault(place, f"{one} er ikke i turnusen.", f"Assistentene er {', '.join(people)}.")
