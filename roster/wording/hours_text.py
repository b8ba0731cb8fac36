"""The timekonto in sentences and tables: what is granted, used, planned and left, and what it rests on."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from roster.domain.brief import Brief
from roster.domain.charges import State
from roster.domain.kinds import Purpose
from roster.domain.ledger import OUTSIDE
from roster.domain.timekonto import Timekonto, UsedBy
from roster.domain.vedtak import VedtakLine
from roster.wording.numbers import MONTHS, hours_clock, hours_said, listed
from roster.wording.numbers import hours_decimal as hours

PURPOSES = {
    Purpose.ALL: "vanlig hjelp",
    Purpose.EXTRA: "ekstra timer",
    Purpose.RESPITE: "avlastning",
    Purpose.CONTACT: "støttekontakt",
}
LINE_HEADINGS = ("Vedtakslinje", "Gjelder", "Innvilget", "Brukt", "Planlagt", "Ventet", "Igjen 31.12")
MONTH_HEADINGS = ("Måned", "Innvilget", "Brukt", "Planlagt", "Ventet", "Igjen så langt")
USED_BY_HEADING = "Brukt ifølge"
USED_BY: Mapping[UsedBy, str] = {
    UsedBy.BRIEF: "grunnlaget",
    UsedBy.RECORD: "timene som er ført",
    UsedBy.TURNUS: "turnusen",
}
IN_ALL = "I alt"
NO_LINE = "utenfor vedtaket"
ABOUT_HEADINGS = (
    "Ventet er behovet de dagene det ikke er laget turnus for. Igjen så langt er innvilget fra nyttår, minus resten."
)


def on(day: date) -> str:
    """«4. desember»."""
    return f"{day.day}. {MONTHS[day.month - 1]}"


def title(konto: Timekonto, brief: Brief) -> str:
    return f"Timekonto {konto.ledger.year} for {brief.arrangement.alias}"


def purpose(line: VedtakLine) -> str:
    """What the line is for, with what else it may be used for."""
    also = sorted(one.value for one in line.covers)
    said = PURPOSES.get(line.purpose, line.purpose.value)
    return f"{said}, også {listed(also)}" if also else said


def account(konto: Timekonto) -> str:
    """The year in one sentence."""
    book = konto.ledger
    used, planned, expected = (book.drawn(state) for state in State)
    until = f" til og med {on(konto.through)}" if konto.through is not None and konto.through.year == book.year else ""
    said = [f"{hours_said(used)} er brukt{until}", f"{hours(planned)} er planlagt"]
    if expected:
        said.append(f"{hours(expected)} ventes etter behovet der det ikke er laget turnus")
    end = f"{hours(konto.surplus)} er igjen" if konto.surplus >= 0 else f"det er {hours(-konto.surplus)} for mye"
    if konto.lapsed:
        said.append(f"{hours(konto.lapsed)} faller bort med linjer som slutter")
    return f"Vedtaket gir {hours_said(book.granted())} i {book.year}: {', '.join(said)}, og {end} 31. desember."


def line_rows(konto: Timekonto) -> tuple[tuple[str, ...], ...]:
    """A row for each line, what stands outside, and all of it; several lines only have the last."""
    book = konto.ledger
    rows = []
    valid = [one for one in book.lines if book.granted(line=one.id) or any(p.line == one.id for p in book.postings)]
    for one in valid:
        amounts = (
            book.granted(line=one.id),
            *(book.drawn(state, line=one.id) for state in State),
            book.left(line=one.id),
        )
        rows.append((one.id, purpose(one), *map(hours, amounts)))
    outside = [book.drawn(state, line=OUTSIDE) for state in State]
    if any(outside):
        rows.append((NO_LINE, "", "0", *map(hours, outside), hours(-sum(outside))))
    amounts = (book.granted(), *(book.drawn(state) for state in State), book.left())
    rows.append((IN_ALL, "", *map(hours, amounts)))
    return tuple(rows)


def month_rows(konto: Timekonto) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (MONTHS[one.first.month - 1], *map(hours, (one.granted, one.used, one.planned, one.expected, one.left)))
        for one in konto.months
    )


def line_sentences(konto: Timekonto) -> tuple[str, ...]:
    """The rows of the lines, for those who listen."""
    return tuple(
        f"{row[0]}{f' ({row[1]})' if row[1] else ''}: innvilget {row[2]}, brukt {row[3]}, planlagt {row[4]},"
        f" ventet {row[5]}, igjen {row[6]} timer."
        for row in line_rows(konto)
    )


def month_sentences(konto: Timekonto) -> tuple[str, ...]:
    return tuple(
        f"{row[0].capitalize()}: innvilget {row[1]}, brukt {row[2]}, planlagt {row[3]}, ventet {row[4]},"
        f" igjen så langt {row[5]} timer."
        for row in month_rows(konto)
    )


def picture_text(konto: Timekonto) -> str:
    """What the picture shows, in words."""
    parts = [
        f"{MONTHS[one.first.month - 1]} innvilget {hours(one.granted)}, brukt {hours(one.used)},"
        f" planlagt {hours(one.planned)}, ventet {hours(one.expected)}"
        for one in konto.months
    ]
    return f"{account(konto)} Timer per måned: {'; '.join(parts)}."


def assumptions(brief: Brief, sheets: bool) -> tuple[str, ...]:
    """How the hours are counted (D8, D31), each a setting of the arrangement."""
    settings, charging = brief.settings, brief.settings.charging
    year = "52 uker" if settings.vedtak_year_52_weeks else "dagene i året delt på 7"
    said = [
        f"vedtaksåret er {year}, og timer som er igjen 31. desember, faller bort",
        "en vakt trekkes den dagen den starter; over nyttår deles den",
    ]
    drawn = {
        "møter": charging.meetings,
        "opplæring": charging.training,
        "overlapp for begge": charging.overlap,
        "reise": charging.travel,
        "avlyste vakter": charging.cancelled,
    }
    if sheets:
        drawn["timene til den som er syk"] = charging.sick
    if any(one.used for one in brief.vedtak.lines):
        said.append("det som står i «brukt», er fordelt likt på dagene til og med «ført til og med»")
    yes, no = ([name for name, charged in drawn.items() if charged is wanted] for wanted in (True, False))
    if yes:
        said.append(f"{listed(yes)} trekkes av vedtaket")
    if no:
        said.append(f"{listed(no)} trekkes ikke av vedtaket")
    if brief.events:
        said.append("en hendelse som selv sier om den teller mot vedtaket, følger det")
    if any(kind.resting for kind in brief.kinds):
        said.append(f"en hvilende time trekkes som {settings.resting_granted} minutter")
    return tuple(f"Forutsetning: {one}." for one in said)


def for_next_plan(konto: Timekonto) -> tuple[str, ...]:
    """What to write in the vedtak so that the next plan knows what is used; nothing where it stands there already."""
    book, through = konto.ledger, konto.through
    if through is None or through.year != book.year:
        return ()
    rows = [
        f"  {one.id}: brukt {hours_clock(book.drawn(State.USED, line=one.id))}, ført til og med {through}"
        for one in book.lines
        if through in one.dates and one.through != through
    ]
    return ("Skriv dette i vedtaket før du lager neste turnus:", *rows) if rows else ()


def leaves(konto: Timekonto) -> str:
    """What a plan leaves of the year; empty where it reaches the year's end or no vedtak is left after it."""
    last, book = konto.planned_to, konto.ledger
    if last is None or last >= book.last or last.year != book.year:
        return ""
    expected = book.drawn(State.EXPECTED)
    left = konto.surplus + expected
    days = (book.last - last).days
    week = round(Fraction(left * 7, days))
    said = f"Etter planen er {hours_said(left)} igjen til {on(book.last)}, {hours_said(week)} i uka"
    if not expected:
        return f"{said}."
    need = round(Fraction(expected * 7, days))
    word = "det rekker" if left >= expected else f"det er {hours_said(expected - left)} for lite"
    return f"{said}. Behovet er {hours_said(need)} i uka, så {word}."


def no_grant(year: int) -> tuple[str, str]:
    """No line of the vedtak is valid in the year."""
    return f"Ingen linje i vedtaket gjelder i {year}.", "Velg et annet år med --year, eller rett datoene i vedtaket."
