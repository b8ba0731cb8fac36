"""A need by the clock (døgnklokke) from a YAML file: the need, or every fault at once with its place and way out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Annotated

from pydantic import Field

from roster.domain.brief import Arrangement
from roster.domain.days import ALL_WEEKDAYS, WeekRule
from roster.domain.needs import Applicant, Application, ClockNeed, Help, Lengths, Needs, Outside
from roster.domain.spans import DAY, WEEK, Span
from roster.reading import numbers, schema
from roster.reading.build import agreement, settings, vedtak_line
from roster.reading.crosscheck import check_vedtak
from roster.reading.crosscheck_people import check_agreements
from roster.reading.daywords import weekday_name
from roster.reading.faults import Fault, Faults
from roster.reading.fields import ALL_WEEKS, Day, Minutes, Weekdays, Weeks, Words, Yes, one_of, read
from roster.reading.fields import Span as ClockSpan
from roster.reading.read import content_of, text_of
from roster.reading.schema import Placed
from roster.reading.structure import Rows, read_list, read_part, read_row, unknown
from roster.reading.suffixes import WORKBOOK_SUFFIX
from roster.reading.suggest import nearest
from roster.reading.tree import PLACE, Items, Node, Row, Source, is_empty, plain
from roster.reading.yaml_source import read_yaml
from roster.wording.brief_words import VEDTAK_LINES
from roster.wording.needs_fields import CLOCK, NEEDS_PARTS

_ONLY_IN_A_BRIEF = ("periode", "vakter", "assistenter")
_KEPT = ("ordning", "innstillinger", "vedtak", "avtaler")
_MOST_OUTSIDE = 168 * 60


class ApplicationRow(Placed):
    applicant: Annotated[Applicant, one_of(Applicant)] = Field(alias="gjelder")
    since: Day = Field(alias="fra")
    under_67: Yes = Field(alias="under 67 år")
    kept: Yes = Field(False, alias="hadde bpa før 67 år")
    lasting: Yes = Field(alias="varer over to år")
    continuous: Yes = Field(False, alias="kontinuerlig")
    hourly_cost: Annotated[Decimal, read(numbers.number)] | None = Field(None, alias="lønnskostnad per time")


class ClockRow(Placed):
    time: ClockSpan = Field(alias="tid")
    dager: Weekdays = ALL_WEEKDAYS
    uker: Weeks = ALL_WEEKS
    help: Annotated[Help, one_of(Help)] = Field(alias="kategori")
    what: Words = Field("", alias="gjøremål")
    same_age: Minutes = Field(0, alias="jevnaldrende")


class OutsideRow(Placed):
    name: Words = Field(alias="tjeneste")
    week: Minutes = Field(alias="timer per uke")


class LengthsRow(Placed):
    least: Minutes | None = Field(None, alias="korteste")
    most: Minutes | None = Field(None, alias="lengste")


@dataclass(frozen=True)
class ReadNeeds:
    """The need, and what the file says in the parts that a brief has too, as it was written."""

    needs: Needs
    written: Mapping[str, object]


@dataclass
class _Own:
    """The rows of the parts that only a need has."""

    application: ApplicationRow | None = None
    lengths: LengthsRow | None = None
    clock: tuple[ClockRow, ...] = ()
    outside: tuple[OutsideRow, ...] = ()


def read_needs(path: Path) -> ReadNeeds:
    """The need in the file; raises ``Faults`` with all that is wrong with it."""
    content = content_of(path)
    source = _source(content, path)
    rows, own = Rows(path.name, list(source.faults)), _Own()
    tree = source.tree
    if not isinstance(tree, Row):
        what = "Fila er tom." if is_empty(tree) else "Fila er ikke en døgnklokke."
        rows.fault(tree.place, what, "Lag en å begynne med: «roster needs --new behov.yaml».")
        raise Faults(rows.faults)
    if CLOCK not in tree.values and any(key in tree.values for key in _ONLY_IN_A_BRIEF):
        what = "Dette er et turnusgrunnlag, ikke en døgnklokke."
        raise Faults([Fault(path.name, "", what, f"Se om timene rekker med «roster check {path}».")])
    _read(rows, own, tree, source.absent)
    if rows.ordning is not None:
        check_agreements(rows)
    check_vedtak(rows)
    _check(rows, own)
    if rows.faults:
        raise Faults(dict.fromkeys(rows.faults))
    kept = [key for key in _KEPT if key in tree.values and not _says_nothing(tree.values[key])]
    return ReadNeeds(_built(rows, own), {key: _said(plain(tree.values[key])) for key in kept})


def _source(content: bytes, path: Path) -> Source:
    if path.suffix.lower() == WORKBOOK_SUFFIX:
        from roster.reading.workbook_source import read_workbook  # noqa: PLC0415 - openpyxl is slow to load

        return read_workbook(content, path.name, NEEDS_PARTS, "roster needs --new behov.xlsx")
    return read_yaml(text_of(content, path.name), path.name)


def _says_nothing(node: Node) -> bool:
    """Nothing is written there; a workbook has an empty sheet, and a setting beside it, for what nobody filled in."""
    match node:
        case Items(items=items):
            return not items
        case Row(values=values) if VEDTAK_LINES in values:
            return _says_nothing(values[VEDTAK_LINES])
        case Row(values=values):
            return all(map(_says_nothing, values.values()))
        case _:
            return is_empty(node)


def _read(rows: Rows, own: _Own, tree: Row, absent: frozenset[str]) -> None:
    known = [one.key for one in NEEDS_PARTS]
    meant = {nearest(key, known) for key in tree.values if key not in known}
    for key, said in tree.values.items():
        if key not in known:
            rows.fault(said.place, *unknown("Ukjent del", tree.written.get(key, key), known))
    for one in NEEDS_PARTS:
        node = tree.values.get(one.key)
        if node is None or _says_nothing(node):
            if one.needed and one.key not in absent | meant:
                rows.fault("" if node is None else node.place, f"Delen «{one.key}» mangler.", one.help)
            continue
        match one.key:
            case "søknad":
                own.application = read_row(rows, one, ApplicationRow, node)
            case "døgnklokke":
                own.clock = tuple(read_list(rows, one, ClockRow, node))
            case "utenfor bpa":
                own.outside = tuple(read_list(rows, one, OutsideRow, node))
            case "vaktlengde":
                own.lengths = read_row(rows, one, LengthsRow, node)
            case _:
                read_part(rows, one, node)


# -- what must hold between the rows -------------------------------------------------------------------


def _check(rows: Rows, own: _Own) -> None:
    for one in own.clock:
        if one.uker[0] is WeekRule.NAMED:
            way_out = "Skriv alle, oddetall eller partall. Behovet skal være slik det er i en vanlig uke."
            rows.fault(one.at("uker"), "En døgnklokke har ikke uker med nummer.", way_out)
        if one.same_age and own.application is not None and own.application.applicant is Applicant.ADULT:
            rows.fault(one.at("jevnaldrende"), "«jevnaldrende» er bare for barn.", "Ta det bort.")
        if one.same_age > one.time.length:
            way_out = "Skriv høyst så mye som hele tida."
            rows.fault(one.at("jevnaldrende"), "Jevnaldrende kan ikke trenge mer enn tida på raden.", way_out)
    for service in own.outside:
        if service.week > _MOST_OUTSIDE:
            rows.fault(service.at("timer per uke"), "En uke har bare 168 timer.", "Sjekk tallet.")
    cost = own.application.hourly_cost if own.application is not None else None
    if own.application is not None and cost is not None and cost <= 0:
        way_out = "Skriv kroner per time, eller ta det bort."
        rows.fault(
            own.application.at("lønnskostnad per time"), "En time kan ikke koste 0 kroner eller mindre.", way_out
        )
    _check_lengths(rows, own.lengths)
    if len(own.clock) and not any(one.uker[0] is WeekRule.NAMED for one in own.clock):
        _check_overlaps(rows, own.clock)


def _check_lengths(rows: Rows, lengths: LengthsRow | None) -> None:
    if lengths is None:
        return
    for key, amount in (("korteste", lengths.least), ("lengste", lengths.most)):
        if amount is not None and (amount % 15 or not 15 <= amount <= DAY):
            way_out = "Skriv hele kvarter fra 0:15 til 24 timer, for eksempel 3 eller 7,5."
            rows.fault(lengths.at(key), f"Vaktlengden «{key}» kan ikke brukes.", way_out)
    if lengths.least is not None and lengths.most is not None and lengths.most < lengths.least:
        rows.fault(lengths.at("lengste"), "Den lengste vakta er kortere enn den korteste.", "Bytt om tallene.")


def _check_overlaps(rows: Rows, clock: tuple[ClockRow, ...]) -> None:
    """One assistant at a time, but for the second of two; and no second where there is no first."""
    weeks = 1 if all(one.uker[0] is WeekRule.ALL for one in clock) else 2
    spans_of = [(number, span) for number, one in enumerate(clock) for span in _unrolled(weeks, one)]
    first = sorted((span, n) for n, span in spans_of if clock[n].help is not Help.TWO_AT_ONCE)
    second = sorted((span, n) for n, span in spans_of if clock[n].help is Help.TWO_AT_ONCE)
    told: set[tuple[int, int]] = set()
    for spans in (first, second):
        for (early, one), (late, other) in pairwise(spans):
            if late.start < early.end and (one, other) not in told:
                told.add((one, other))
                at, before = clock[other].place, clock[one].place
                what = f"Tida overlapper raden på {before} ({_day_said(late.start)})."
                rows.fault(at, what, _OVERLAP if spans is first else _THREE)
    awake = [one for one, n in first if clock[n].help is not Help.RESTING_NIGHT]
    for span, number in second:
        if _uncovered(span, awake) and (number, number) not in told:
            told.add((number, number))
            what = f"Her er det ingen første assistent hele tida ({_day_said(span.start)})."
            rows.fault(clock[number].place, what, _FIRST)


_OVERLAP = (
    "Del tida, så den bare står ett sted. Trengs det to samtidig, gir du raden for den andre "
    "kategorien «to assistenter samtidig»."
)
_FIRST = "Skriv også en rad med det den første assistenten gjør. Den må være våken når det trengs to."
_THREE = "Skriv tida for den andre assistenten ett sted. Tre samtidig kan vi ikke regne på her."


def _unrolled(weeks: int, one: ClockRow) -> Iterator[Span]:
    """The whole time of the row on each day; what runs past the last week begins the first."""
    end, rule = weeks * WEEK, one.uker[0]
    for week in range(weeks):
        if rule is not WeekRule.ALL and (rule is WeekRule.ODD) != (week == 0):
            continue
        for day in one.dager:
            start = week * WEEK + day * DAY + one.time.start
            last = start + one.time.length
            yield Span(start, min(last, end))
            if last > end:
                yield Span(0, last - end)


def _uncovered(span: Span, covering: list[Span]) -> bool:
    at = span.start
    for one in covering:
        if one.start <= at < one.end:
            at = one.end
    return at < span.end


def _day_said(minute: int) -> str:
    return f"{weekday_name(minute // DAY % 7)} kl. {minute % DAY // 60:02d}.{minute % 60:02d}"


# -- to the need ---------------------------------------------------------------------------------------


def _built(rows: Rows, own: _Own) -> Needs:
    assert rows.ordning is not None
    assert own.application is not None
    order, asks = rows.ordning, own.application
    lengths = own.lengths or LengthsRow.model_validate({})
    return Needs(
        Arrangement(order.alias, order.employer, order.tariff, order.elected_reps),
        Application(
            asks.applicant, asks.since, asks.under_67, asks.kept, asks.lasting, asks.continuous, asks.hourly_cost
        ),
        tuple(
            ClockNeed(
                one.help, one.time.start, one.time.length, one.dager, one.uker[0], one.what, one.same_age, one.place
            )
            for one in own.clock
        ),
        tuple(Outside(one.name, one.week) for one in own.outside),
        tuple(map(vedtak_line, rows.vedtak)),
        tuple(map(agreement, rows.avtaler)),
        settings(rows.innstillinger or schema.SettingsRow.model_validate({}), order.tariff),
        Lengths(lengths.least, lengths.most),
    )


def _said(value: object) -> object:
    """The value without the places of its rows."""
    if isinstance(value, dict):
        return {key: _said(one) for key, one in value.items() if key != PLACE}
    return [_said(one) for one in value] if isinstance(value, list) else value
