"""What must hold between the rows: ids are unique, what is referred to exists, and dates, times and amounts agree."""

from collections.abc import Iterable
from itertools import pairwise

from roster.domain.kinds import Sort
from roster.reading.crosscheck_leave import check_leaves
from roster.reading.crosscheck_money import check_money
from roster.reading.crosscheck_needs import check_needs
from roster.reading.crosscheck_people import check_people
from roster.reading.crosscheck_period import check_period
from roster.reading.fields import ALL
from roster.reading.structure import Rows
from roster.reading.suggest import nearest
from roster.reading.times import DAY


def crosscheck(rows: Rows) -> None:
    """Adds a fault for each thing that does not hold."""
    check_period(rows)
    _unique(rows)
    _references(rows)
    check_vedtak(rows)
    _kinds(rows)
    check_needs(rows)
    check_people(rows)
    check_leaves(rows)
    check_money(rows)


def _unique(rows: Rows) -> None:
    def ids(part: str, what: str) -> None:
        first: dict[str, str] = {}
        for name, place in rows.ids.get(part, ()):
            if name.casefold() == ALL:
                rows.fault(place, f"«{name}» kan ikke være en id.", "Velg en annen id, for eksempel A1.")
            elif name in first:
                rows.fault(
                    place,
                    f"{what} har samme id, «{name}» (også på {first[name]}).",
                    "Gi hver sin id, for eksempel A1 og A2.",
                )
            else:
                first[name] = place

    ids("assistenter", "To assistenter")
    _alike(rows, "assistenter", "Id-ene", "Gi hver sin id, for eksempel A1 og A2.")
    ids("vedtak", "To vedtakslinjer")
    ids("avtaler", "To avtaler")
    ids("hendelser", "To hendelser")
    codes: dict[str, str] = {}
    for code, place in rows.ids.get("vakter", ()):
        if code in codes:
            rows.fault(place, f"To vakter har samme kode, «{code}» (også på {codes[code]}).", "Gi hver vakt sin kode.")
        codes.setdefault(code, place)
    _alike(rows, "vakter", "Kodene", "Gi hver vakt sin kode, for eksempel D og DL.")


def _alike(rows: Rows, what: str, said: str, instead: str) -> None:
    """Commands know people by what is typed, ``a1`` or ``A1``; and sums in a workbook take ``d`` for ``D``."""
    first: dict[str, str] = {}
    for name, place in rows.ids.get(what, ()):
        other = first.setdefault(name.casefold(), name)
        if other != name:
            rows.fault(place, f"{said} «{other}» og «{name}» skiller seg bare på store og små bokstaver.", instead)


def _references(rows: Rows) -> None:
    codes, people = rows.named("vakter"), rows.named("assistenter")

    def kind(code: str | None, place: str) -> None:
        if code is not None and codes and code not in codes:
            near = nearest(code, codes)
            hint = f"Mente du «{near}»? " if near else ""
            rows.fault(
                place, f"Vakta «{code}» er ikke beskrevet i «vakter».", f"{hint}Vaktene er {', '.join(sorted(codes))}."
            )

    def persons(ids: Iterable[str | None], place: str, all_too: bool = False) -> None:
        for who in ids:
            if who is None or not people or who in people or (all_too and tuple(ids) == (ALL,)):
                continue
            by_alias = [one.id for one in rows.assistenter if one.alias.casefold() == who.casefold()]
            if len(by_alias) == 1:
                rows.fault(place, f"«{who}» er et navn. Her skal id-en stå.", f"{who} har id {by_alias[0]}. Skriv den.")
                continue
            near = nearest(who, people)
            hint = f"Mente du «{near}»? " if near else ""
            rows.fault(
                place, f"Assistenten «{who}» finnes ikke.", f"{hint}Assistentene er {', '.join(sorted(people))}."
            )

    for need in rows.behov:
        kind(need.kind, need.at("vakt"))
    _lines(rows)
    for change in rows.unntak:
        kind(change.kind, change.at("vakt"))
    for event in rows.hendelser:
        kind(event.kind, event.at("vakt"))
        persons(event.who, event.at("hvem"), all_too=True)
        persons((event.mentor,), event.at("fadder"))
    for hours in rows.tilgjengelighet:
        kind(hours.kind, hours.at("vakt"))
        persons((hours.who,), hours.at("hvem"))
    for leave in rows.leaves:
        persons((leave.who,), leave.at("hvem"))
        persons(leave.covered_by, leave.at("dekkes av"))
    for agreement in rows.avtaler:
        persons(agreement.covers, agreement.at("gjelder"), all_too=True)
    for rates in rows.satser:
        persons((one for one in rates.covers if one != ALL), rates.at("gjelder"))
    for wish in rows.wishes:
        kind(wish.kind, wish.at("vakt"))
        persons((wish.who,), wish.at("hvem"))
        persons((wish.other,), wish.at("med"))
    for past in rows.past:
        kind(past.kind, past.at("vakt"))
        persons((past.who,), past.at("hvem"))
    for balance in rows.saldoer:
        persons((balance.who,), balance.at("hvem"))
    for one in rows.unread:
        if one.key == "vakt":
            kind(one.names[0], one.place)
        else:
            persons(one.names, one.place, all_too=one.key in ("hvem", "gjelder"))


def _lines(rows: Rows) -> None:
    """Vedtak lines and sorts of days that needs name."""
    lines, sorts = rows.named("vedtak"), {one.sort for one in rows.stretches}
    for need in rows.behov:
        if need.line is not None and lines and need.line not in lines:
            near = nearest(need.line, lines)
            hint = f"Mente du «{near}»? " if near else ""
            what = f"Vedtakslinja «{need.line}» finnes ikke."
            rows.fault(need.at("vedtakslinje"), what, f"{hint}Linjene er {', '.join(sorted(lines))}.")
        for key, names in (("bare i", need.among), ("ikke i", need.outside)):
            for name in names:
                if name.casefold() in sorts:
                    continue
                known = ", ".join(sorted(sorts)) or "ingen"
                near = nearest(name.casefold(), sorts)
                hint = f"Mente du «{near}»? " if near else ""
                what = f"{key}: «{name}» står ikke i kalenderen."
                rows.fault(need.at(key), what, f"{hint}Slagene i «kalender» er {known}.")


def check_vedtak(rows: Rows) -> None:
    for line in rows.vedtak:
        if line.last < line.first:
            rows.fault(line.at("til"), "Vedtaket slutter før det starter.", "Rett «fra» eller «til».")
        if line.per_week is not None and line.per_year is not None:
            rows.fault(
                line.at("timer per år"),
                "Vedtaket har både timer per uke og timer per år.",
                "Skriv det som står i vedtaket, og ta bort det andre.",
            )
        if line.per_week is None and line.per_year is None:
            rows.fault(
                line.place, "Vedtaket sier ikke hvor mange timer det er.", "Skriv «timer per uke» eller «timer per år»."
            )
        for key, amount, most in (("timer per uke", line.per_week, 3 * 168), ("timer per år", line.per_year, 3 * 8784)):
            if amount == 0:
                rows.fault(
                    line.at(key), "Vedtaket er på 0 timer.", "Skriv timene som er innvilget, eller ta bort linja."
                )
            if amount is not None and amount > most * 60:
                rows.fault(
                    line.at(key),
                    f"{key}: Tallet er høyere enn {most} timer.",
                    "Sjekk om timene er per uke eller per år.",
                )
        if line.used and line.through is None:
            rows.fault(
                line.at("brukt"),
                "Vi vet ikke når de brukte timene er talt opp til.",
                "Skriv datoen i «ført til og med».",
            )
        if line.through is not None and not line.first <= line.through <= line.last and line.first <= line.last:
            rows.fault(
                line.at("ført til og med"),
                "«ført til og med» er utenfor vedtaket.",
                f"Skriv en dato fra {line.first} til {line.last}.",
            )


def _kinds(rows: Rows) -> None:
    for kind in rows.vakter:
        parts = [("hvile", span) for span in kind.resting] + [("pauser", span) for span, _ in kind.breaks or ()]
        for key, span in parts:
            if (span.start - kind.time.start) % DAY + span.length > kind.time.length:
                rows.fault(
                    kind.at(key), f"{key}: Tiden er utenfor vakta «{kind.code}».", "Skriv en tid som ligger inni vakta."
                )
        for key in ("hvile", "pauser"):
            offsets = sorted(((span.start - kind.time.start) % DAY, span.length) for own, span in parts if own == key)
            if any(start + length > after for (start, length), (after, _) in pairwise(offsets)):
                rows.fault(kind.at(key), f"{key}: To av tidene overlapper.", "Skriv tidene etter hverandre.")
        if sum(span.length for span, working in kind.breaks or () if not working) >= kind.time.length:
            rows.fault(kind.at("pauser"), f"Vakta «{kind.code}» er bare fri.", "Skriv en kortere pause.")
        if kind.sort == Sort.RESTING_NIGHT and not kind.resting:
            rows.fault(
                kind.place,
                f"Vakta «{kind.code}» er en hvilende natt, men sier ikke når det er hvile.",
                "Skriv «hvile», for eksempel 23–06.",
            )
        if kind.passive_because and not kind.resting:
            rows.fault(
                kind.at("passiv fordi"),
                f"Vakta «{kind.code}» er passiv, men har ingen hvilende tid.",
                "Skriv «hvile», for eksempel 23–06.",
            )
