"""The letter to the kommune about the hours of the year: those that will not be used, or a need beyond the vedtak."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from roster.domain.brief import Brief
from roster.domain.charges import State
from roster.domain.timekonto import Timekonto
from roster.wording.hours_text import account, line_sentences, month_sentences, on, purpose
from roster.wording.hours_warnings import LITTLE, over
from roster.wording.numbers import MONTHS, hours_said
from roster.wording.numbers import hours_decimal as hours


def message(brief: Brief, konto: Timekonto, today: date) -> str:
    """A letter ready to send: hours that will not be used, or a need that the hours do not cover."""
    book = konto.ledger
    subject = "ubrukte timer" if konto.surplus >= LITTLE else "timene rekker ikke" if over(konto) else "bruk av timer"
    lines = [
        "Til kommunen",
        "",
        f"Dato: {today.day}. {MONTHS[today.month - 1]} {today.year}",
        f"Gjelder: BPA-ordningen «{brief.arrangement.alias}», {subject} i {book.year}",
        "",
        account(konto),
        "",
        *_asked_for(konto),
        *_changed_need(konto),
        "Måned for måned:",
        *(f"  {one}" for one in month_sentences(konto)),
        "",
        "Linje for linje i vedtaket:",
        *(f"  {one}" for one in line_sentences(konto)),
        "",
        "«Ventet» er behovet de dagene det ennå ikke er laget turnus for.",
        "",
        "Vennlig hilsen",
        f"arbeidslederen i BPA-ordningen «{brief.arrangement.alias}»",
    ]
    return "\n".join(lines) + "\n"


def _asked_for(konto: Timekonto) -> Iterator[str]:
    book = konto.ledger
    if konto.surplus >= LITTLE:
        yield (
            f"Etter det vi vet nå, blir {hours_said(konto.surplus)} ikke brukt innen 31. desember {book.year}."
            " Vi melder fra nå, så kommunen kan ta hensyn til det. At timene ikke blir brukt i år, betyr ikke at"
            " behovet er mindre."
        )
        yield ""
    out = book.runs_out()
    if konto.surplus <= -LITTLE and out is not None:
        yield (
            f"Etter det vi vet nå, er timene brukt opp {on(out)}, og {hours_said(-konto.surplus)} mangler fram til"
            " nyttår. Vi ber kommunen vurdere behovet på nytt, og gi svar i god tid før timene er brukt opp."
        )
        yield ""
    for one in book.lines:
        short = -book.left(line=one.id)
        if short >= LITTLE and konto.surplus > -LITTLE:
            said = f"På vedtakslinja {one.id} ({purpose(one)}) mangler {hours_said(short)}."
            yield f"{said} Andre timer kan ikke brukes til det."
            yield ""


def _changed_need(konto: Timekonto) -> Iterator[str]:
    """The need a week where nothing is planned yet, when it is another than the vedtak grants there."""
    begins = max((one for one in (konto.planned_to, konto.through) if one is not None), default=None)
    expected = konto.ledger.drawn(State.EXPECTED)
    if begins is None or not expected or begins >= konto.ledger.last:
        return
    days = (konto.ledger.last - begins).days
    need = round(Fraction(expected * 7, days))
    gives = round(Fraction((konto.ledger.granted() - konto.ledger.granted(begins)) * 7, days))
    if abs(need - gives) >= LITTLE:
        yield (
            f"Endret behov: etter {on(begins)} er behovet {hours_said(need)} i uka i snitt, og vedtaket gir"
            f" {hours(gives)}."
        )
        yield ""


NAME_IN_MESSAGE = "Meldingen bruker dekknavnet. Skriv saksnummeret i emnet når du sender den."
