"""«What if» in words, as a user types it: ``A3 slutter``, ``en til 60 %``, ``vedtak -10 %``, ``annenhver helg``."""

import re
from decimal import Decimal
from fractions import Fraction

from roster.domain.brief import Brief
from roster.domain.kinds import Tariff
from roster.domain.supposed import Grant, Lapses, Leaves, LongerShifts, OneMore, Signed, Supposed, Weekends
from roster.reading.faults import Unreadable
from roster.reading.numbers import minutes, number, percent, short, tidy
from roster.reading.pieces import paragraph
from roster.reading.suggest import nearest
from roster.rules.agreements import MATRIX
from roster.wording.supposed_words import EXAMPLES

_ORDINALS = {"annenhver": 2, "annen hver": 2, "hver tredje": 3, "hver fjerde": 4, "hver femte": 5, "hver sjette": 6}
_EN_TIL = re.compile(r"(?:en|én|ett|ei) til(?:\s+(?:på\s+)?(?P<percent>.+))?")
_LEAVES = re.compile(r"(?P<who>.+?) slutter\.?", re.IGNORECASE)
_GRANT = re.compile(r"vedtak(?:et)?\s+(?P<sign>[+−-]?)\s*(?P<amount>[\d.,: ]+?)\s*(?P<unit>%|prosent|timer|time|t)?")
_SIGNED = re.compile(r"(?P<what>.+?) (?:blir )?signert")
_AGREED = re.compile(r"avtale(?:\s+etter)?\s+(?P<paragraph>.+)")
_LAPSES = re.compile(r"(?:uten (?P<without>.+)|(?P<what>.+?) faller bort)")
_EVERY = re.compile(r"helg\s+hver\s+(?P<every>\d+)\.?|hver\s+(?P<other>\d+)\.?\s+helg")
_LONGER = re.compile(r"(?:vakter\s+(?:på\s+)?(?:inntil\s+)?|inntil\s+)(?P<hours>[\d.,: ]+?)\s*(?:timer|t)?")

MOST_A_WEEK = 3 * 168 * 60
"""Minutes of vedtak a week; more are hours a year."""


def supposed(text: str, brief: Brief) -> Supposed:
    """What is supposed of the arrangement; raises ``Unreadable``."""
    said = tidy(text)
    low = said.lower()
    if found := _EN_TIL.fullmatch(low):
        return OneMore(_size(found["percent"]) if found["percent"] else None)
    if found := _LEAVES.fullmatch(said):
        return Leaves(_who(found["who"], brief))
    if found := _GRANT.fullmatch(low):
        return _grant(found, brief)
    if found := _AGREED.fullmatch(low):
        return Signed(paragraph=_paragraph(found["paragraph"], brief))
    if found := _SIGNED.fullmatch(said):
        return Signed(agreement=_agreement(found["what"], brief))
    if found := _LAPSES.fullmatch(said):
        return Lapses(_agreement(found["without"] or found["what"], brief))
    every = next((weeks for word, weeks in _ORDINALS.items() if low in (f"{word} helg", f"helg {word}")), None)
    if every is not None:
        return Weekends(every)
    if found := _EVERY.fullmatch(low):
        return _weekends(int(found["every"] or found["other"]))
    if found := _LONGER.fullmatch(low):
        return _longer(minutes(found["hours"]))
    raise Unreadable(f"Vi forstår ikke «{short(text)}».", f"Skriv for eksempel {EXAMPLES}.")


def _size(text: str) -> Decimal:
    """Percent of a position; 0,6 is hardly meant as less than one percent, and none is no position."""
    size = percent(text if text.endswith(("%", "prosent")) else f"{text} %")
    if size < 1:
        raise Unreadable(f"«{short(text)}» er mindre enn 1 prosent.", "Skriv stillingen i prosent: «en til 60 %».")
    return size


def _who(name: str, brief: Brief) -> str:
    by_id = [one.id for one in brief.assistants if name.casefold() == one.id.casefold()]
    called = by_id or [one.id for one in brief.assistants if name.casefold() == one.alias.casefold()]
    if len(called) == 1:
        return called[0]
    if called:
        raise Unreadable(f"Flere heter «{short(name)}».", f"Skriv id-en: {' eller '.join(called)}.")
    known = [f"{one.id} ({one.alias})" for one in brief.assistants]
    near = nearest(name, [part for one in brief.assistants for part in (one.id, one.alias)])
    hint = f"Mente du «{near}»? " if near else ""
    there = f"Assistentene er {', '.join(known)}." if known else "Grunnlaget har ingen assistenter ennå."
    raise Unreadable(f"Ingen assistent heter «{short(name)}».", f"{hint}{there}")


def _grant(found: "re.Match[str]", brief: Brief) -> Grant:
    if not brief.vedtak.lines:
        raise Unreadable("Grunnlaget har ikke noe vedtak.", "Skriv vedtaket i grunnlaget først.")
    sign = -1 if found["sign"] in ("-", "−") else 1
    if found["unit"] in ("%", "prosent"):
        share = Fraction(number(found["amount"])) / 100
        if not found["sign"]:
            said = f"{tidy(found['amount'])} %"
            raise Unreadable(
                f"«vedtak {said}» kan leses på to måter.", f"Skriv «vedtak -{said}» eller «vedtak +{said}»."
            )
        if sign < 0 and share > 1:
            raise Unreadable("Vedtaket kan ikke bli mindre enn 0 timer.", "Skriv høyst 100 prosent.")
        return Grant(times=1 + sign * share)
    amount = minutes(found["amount"])
    if amount > MOST_A_WEEK:
        what = f"{found['amount']} timer i uka er mer enn tre på jobb hele døgnet."
        raise Unreadable(what, "Skriv timer i uka, ikke i året, for eksempel «vedtak 35».")
    return Grant(more=sign * amount) if found["sign"] else Grant(times=Fraction(0), more=amount)


def _paragraph(text: str, brief: Brief) -> str:
    found = paragraph(text)
    if found not in MATRIX:
        raise Unreadable(f"Vi kjenner ikke avtaler etter § {found}.", f"Skriv en av disse: {', '.join(MATRIX)}.")
    allowed = MATRIX[found]
    if allowed.tariff and allowed.or_party is None and brief.arrangement.tariff is Tariff.NONE:
        raise Unreadable(
            f"Avtaler etter § {found} krever at arbeidsgiveren er bundet av en tariffavtale.",
            "Skriv «tariffavtale» under «ordning» først, eller prøv en avtale med den enkelte: «avtale 10-5 (1)».",
        )
    if allowed.any_value and not (allowed.most or allowed.least):
        raise Unreadable(
            f"Loven sier ikke hvor langt en avtale etter § {found} kan gå, så den må si det selv.",
            "Skriv avtalen i grunnlaget med «signert: tiltenkt», og spør etter id-en, for eksempel «G2 signert».",
        )
    return found


def _agreement(name: str, brief: Brief) -> str:
    for one in brief.agreements:
        if name.casefold() == one.id.casefold():
            return one.id
    known = ", ".join(f"{one.id} (§ {one.paragraph})" for one in brief.agreements)
    there = f"Avtalene er {known}." if known else "Grunnlaget har ingen avtaler. Skriv «avtale 10-5 (1)» for en ny."
    raise Unreadable(f"Ingen avtale heter «{short(name)}».", there)


def _weekends(every: int) -> Weekends:
    if every < 2 or every > 12:
        raise Unreadable(f"Hver {every}. helg går ikke.", "Skriv et tall fra 2 til 12, for eksempel «hver 3. helg».")
    return Weekends(every)


def _longer(most: int) -> LongerShifts:
    if not 0 < most <= 24 * 60:
        raise Unreadable(
            "En vakt må være lengre enn 0 og høyst 24 timer.", "Skriv for eksempel «vakter inntil 12 timer»."
        )
    return LongerShifts(most)
