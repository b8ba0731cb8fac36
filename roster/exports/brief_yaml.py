"""A turnusgrunnlag as a YAML file made of a need by the clock and the kinds of shift chosen for it.

All but the people is there; what the user wrote of the ordning, the vedtak and the agreements is kept as it was.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from math import ceil
from typing import Protocol

from roster.domain.days import ALL_WEEKDAYS, WeekRule
from roster.domain.help_needed import Need, ShiftKind
from roster.domain.kinds import Covers, Sort
from roster.domain.needs import Needs
from roster.exports.yaml_parts import OneLine, part
from roster.wording.needs_said import time_said, weekdays_said
from roster.wording.numbers import hours_clock, hours_decimal

_COVERS = {Sort.NIGHT: Covers.WAKING_NIGHT, Sort.RESTING_NIGHT: Covers.RESTING_NIGHT}
_WEEKS = {WeekRule.ODD: "oddetall", WeekRule.EVEN: "partall"}
_PERIOD = {
    "start": "",
    "uker": "12",
    "form": "grunnturnus",
    "linjer": "egne linjer",
    "røde dager": "som ukedagen",
    "utrulling uker": "26",
}
_LEAST_PEOPLE, _MOST_PERCENT = 4, 80
"""The positions that are shown: so many at least, and none larger, so that somebody can be away."""


class Chosen(Protocol):
    """Kinds of shift with the days they are needed on; minutes a week charged to the vedtak."""

    @property
    def kinds(self) -> Sequence[ShiftKind]: ...
    @property
    def needs(self) -> Sequence[Need]: ...
    @property
    def charged(self) -> Fraction: ...


def brief_yaml(
    needs: Needs, written: Mapping[str, object], chosen: Chosen, start: date, paid: Fraction, full_time: int
) -> bytes:
    """The file; ``paid`` minutes a week are what positions of ``full_time`` minutes should come to together."""
    return "\n".join(_lines(needs, written, chosen, start, paid, full_time)).encode() + b"\n"


def people_for(paid: Fraction, full_time: int) -> int:
    """How many equal positions of ``full_time`` minutes are shown for the paid minutes a week."""
    return max(_LEAST_PEOPLE, ceil(paid / full_time * 100 / _MOST_PERCENT))


def _lines(
    needs: Needs, written: Mapping[str, object], chosen: Chosen, start: date, paid: Fraction, full_time: int
) -> Iterator[str]:
    yield "# Turnusgrunnlag laget av en døgnklokke med «roster needs». Vaktene dekker behovet i døgnklokka."
    yield "# Skriv inn assistentene nederst, og lag turnusen med «roster plan»."
    yield ""
    yield part("ordning", written.get("ordning"))
    yield "# Tiden turnusen gjelder for. form: grunnturnus gjentar seg, kalenderplan har datoer."
    yield "# røde dager: som ukedagen (likt behov hver uke), som søndag, eller egne (egne rader i behov)."
    yield part("periode", _PERIOD | {"start": start.isoformat()})
    if "innstillinger" in written:
        yield part("innstillinger", written["innstillinger"])
    if "vedtak" not in written:
        yield "# Det er ikke noe vedtak ennå: Dette er timene vaktene kommer på. Rett dem når vedtaket kommer."
    yield part("vedtak", written.get("vedtak", _asked(needs, chosen)))
    yield "# Vaktene. En pause som er arbeidstid, er med i timene."
    yield part("vakter", [_kind(kind) for kind in chosen.kinds])
    yield "# Hvor mange som trengs på hver vakt, og når."
    yield part("behov", [_need(need) for need in chosen.needs])
    if "avtaler" in written:
        yield part("avtaler", written["avtaler"])
    yield from _people(paid, full_time)
    if "avtaler" not in written:
        yield from _sundays()


def _asked(needs: Needs, chosen: Chosen) -> Mapping[str, object]:
    """No vedtak yet: what is asked for, or what the shifts come to where that is more."""
    since = needs.application.since
    covers = [_COVERS[kind.sort].value for kind in chosen.kinds if kind.sort in _COVERS]
    covers += [Covers.TWO_AT_ONCE.value] if _two_at_once(chosen) else []
    line = {
        "id": "V1",
        "fra": min(since, date(since.year, 1, 1)).isoformat(),
        "til": f"{since.year + 1}-12-31",
        "timer per uke": _up(chosen.charged),
    }
    if covers:
        line["dekker"] = ", ".join(dict.fromkeys(covers))
    return {"når timene ikke rekker": "stopp", "linjer": [line]}


def _two_at_once(chosen: Chosen) -> bool:
    """Some day has two on a shift, or two shifts that overlap."""
    day = 24 * 60
    busy = []
    for need in chosen.needs:
        kind = next(one for one in chosen.kinds if one.code == need.kind)
        if need.count > 1:
            return True
        busy += [(on * day + kind.start, on * day + kind.start + kind.length) for on in need.when.weekdays]
    busy += [(start + 7 * day, end + 7 * day) for start, end in busy]
    busy.sort()
    return any(after < end for (_, end), (after, _) in pairwise(busy))


def _up(minutes: Fraction) -> str:
    """Whole minutes, none too few."""
    whole = -(-minutes.numerator // minutes.denominator)
    return hours_decimal(whole) if whole % 3 == 0 else hours_clock(whole)


def _kind(kind: ShiftKind) -> Mapping[str, str]:
    said = {"kode": kind.code, "navn": kind.name, "tid": time_said(kind.start, kind.length), "slag": kind.sort.value}
    if kind.resting:
        parts = (time_said((kind.start + one.start) % 1440, one.end - one.start) for one in kind.resting)
        said |= {"hvile": ", ".join(parts), "passiv fordi": kind.passive_because or ""}
    pauses = [
        f"{time_said((kind.start + one.start) % 1440, one.end - one.start)} arbeidstid" for one in kind.breaks or ()
    ]
    return said | {"pauser": ", ".join(pauses) or "ingen"}


def _need(need: Need) -> OneLine:
    days = "alle dager" if need.when.weekdays == ALL_WEEKDAYS else weekdays_said(need.when.weekdays)
    said = {"vakt": need.kind, "dager": days}
    if need.when.weeks in _WEEKS:
        said["uker"] = _WEEKS[need.when.weeks]
    said["antall"] = str(need.count)
    if need.line is not None:
        said["vedtakslinje"] = need.line
    return OneLine(said)


def _people(paid: Fraction, full_time: int) -> Iterator[str]:
    percent = paid / full_time * 100
    people = people_for(paid, full_time)
    each = int(percent / people)
    yield "# De som arbeider her. Skriv dekknavn, ikke fulle navn."
    yield (
        f"# Vaktene er {hours_decimal(paid)} betalte timer i uka. Det er stillinger på til sammen {_percent(percent)}, "
        f"når full stilling er {hours_decimal(full_time)} timer."
    )
    yield f"# Slik ser det ut med {people} like stillinger, der alle gjerne tar noe mer."
    yield "# Ta bort «#» foran, og rett det som ikke stemmer:"
    yield "assistenter:"
    for number in range(1, people + 1):
        yield (
            f"#  - {{id: A{number}, alias: Dekknavn {number}, stilling: fast, prosent: {each} %, "
            f"ønsker inntil: {min(100, each + 8)} %, heltidsuke: {hours_decimal(full_time)}, født: 1990}}"
        )


def _sundays() -> Iterator[str]:
    yield ""
    yield "# Den som har arbeidet en søndag, skal ha fri den neste, om ikke dere har avtalt at det regnes i snitt."
    yield "# Avtalen er skriftlig, med hver assistent. Når den er signert, tar du bort «#» og skriver datoen:"
    yield "# avtaler:"
    yield "#  - {id: S1, paragraf: 10-8 (4), part: den ansatte, gjelder: alle, signert: 2026-12-14}"


def _percent(value: Fraction) -> str:
    rounded = round(Decimal(value.numerator) / Decimal(value.denominator), 2)
    return f"{rounded.normalize():f} %".replace(".", ",")
