"""How red days are counted and shared in a høytidsturnus, and which F3 each way of counting gives, with dates."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from roster.domain.contract import is_employed
from roster.domain.days import DateSpan, every_day
from roster.domain.fairness import Share
from roster.domain.frame import Frame
from roster.domain.kinds import OffCode
from roster.rules.red_days_off import Earned, RedCount
from roster.wording.fairness_words import number, signed
from roster.wording.numbers import counted, hours_said, listed, percent

ZONE = (
    "En rød dag varer fra kl. 18 dagen før til kl. 22 (aml § 10-10). Påskeaften, pinseaften og julaften begynner den "
    "kl. 15. Dagen før 1. og 17. mai begynner den kl. 22 når den dagen ellers er en vanlig hverdag."
)
COUNT_TITLE = "Røde dager: telling"
COUNT_SHEET = "Telling"
COUNT_HEADINGS = (
    "Navn",
    "Stilling",
    "Arbeider i grunnturnusen",
    "Arbeider i planen",
    "Skal ha etter stilling",
    "Forskjell",
    "Fri i planen",
    "Helligdager og 1. og 17. mai: arbeider",
    "Helligdager i hele planen: arbeider (etter stilling)",
    "Flest uker på rad med arbeid",
    "F3 gitt",
    "F3 etter hovedregelen: røde dager i grunnturnusen",
    "F3 etter snitt",
    "F4 og F5",
)
COUNT_WIDTHS = (13.0, 9.0, 14.0, 10.0, 10.0, 10.0, 8.0, 13.0, 13.0, 15.0, 8.0, 22.0, 32.0, 18.0)


@dataclass(frozen=True, slots=True)
class Counted:
    """The count of one assistant, with a share of all red days worked by position and days employed.

    ``whole``: holidays of the whole plan, and what the position gives of them.
    """

    count: RedCount
    fair: Fraction
    given: int
    owed: Earned | None
    within: DateSpan
    whole: Share | None = None


def counted_rows(
    frame: Frame,
    counts: Sequence[RedCount],
    given: Mapping[str, int],
    owed: Mapping[str, Earned],
    within: DateSpan,
    shares: Mapping[str, Share] | None = None,
) -> tuple[Counted, ...]:
    """The counts with the shares that they come to together."""
    days = every_day(within.first, (within.last - within.first).days + 1)
    weights = {
        one.id: Fraction(one.percent) * sum(is_employed(one, day) for day in days) for one in frame.brief.assistants
    }
    whole = sum(weights[one.who] for one in counts)
    # What those without a position take is nobody's share.
    total = sum(one.worked for one in counts if weights[one.who])
    return tuple(
        Counted(
            one,
            total * weights[one.who] / whole if whole else Fraction(0),
            given.get(one.who, 0),
            owed.get(one.who),
            within,
            None if shares is None else shares.get(one.who),
        )
        for one in counts
    )


def about_counts(counts: Sequence[RedCount]) -> tuple[str, ...]:
    """What is counted and how; the numbers of the period that are alike for everybody stand here."""
    one = counts[0]
    return (
        f"Perioden har {counted(one.days, 'rød dag', 'røde dager')}: søndager, helligdager og 1. og 17. mai. "
        f"{one.holidays} av dem er helligdager eller 1. og 17. mai. {ZONE}",
        "En vakt hører til den røde dagen der det meste av den ligger, så ei natt hører ofte til dagen etter. Alle "
        "tallene her er telt slik.",
        "«Skal ha etter stilling» er alle røde dager med arbeid i perioden, delt etter stillingsprosent. Helligdagene "
        "blir fordelt over hele året, så det kan bli en forskjell i perioden. Kolonnen «i hele planen» har alle.",
        "Uker på rad: uker etter hverandre med arbeid på en søndag eller rød dag, fra den første av dem til den siste. "
        "Ukene før og etter perioden er med, og røde dager etter hverandre er med i uka de begynner i.",
        "F3 etter hovedregelen: Den som arbeider en rød dag, har den neste fri (aml § 10-8 (4)). Datoene er de røde "
        "dagene som da skulle vært fri i grunnturnusen, med den arbeidede dagen før i parentes.",
        average_said(counts),
    )


def average_said(counts: Sequence[RedCount]) -> str:
    """The number that unions want seen before anybody agrees to average red days."""
    if not counts:
        return ""
    each = listed(
        [f"{one.most} av {counted(one.of, 'rød dag', 'røde dager')} {_dates(one.dates)}" for one in counts[0].blocks]
    )
    return (
        f"F3 etter snitt: Med avtale om snitt over 26 uker kan {each} arbeides. Da kan en assistent arbeide på alle "
        "helligdagene, når bare nok søndager er fri. Tallet gjelder grunnturnusen, før F3. Har planen flere enn høyst, "
        "skal de som er over, bli fri i andre uker av de 26."
    )


def count_row(frame: Frame, one: Counted) -> tuple[str, ...]:
    person, count = frame.brief.assistant(one.count.who), one.count
    return (
        person.alias,
        percent(person.percent),
        str(count.usual),
        str(count.worked),
        number(one.fair),
        signed(count.worked - one.fair),
        str(count.free),
        str(count.holidays_worked),
        "" if one.whole is None else f"{one.whole.had} ({number(one.whole.fair)})",
        run_said(count),
        str(one.given),
        main_rule_said(count),
        average_owed(count),
        _in_return(frame, one) or "ingen",
    )


def run_said(count: RedCount) -> str:
    """«3 (19.12.–2.1.)»."""
    if count.run is None:
        return "0"
    first, last = count.run.dates.first, count.run.dates.last
    return f"{count.run.weeks} ({_short(first)}{'' if first == last else f'–{_short(last)}'})"


def average_owed(count: RedCount) -> str:
    """«2. Fra 4.7. til 26.12.: 15 av 27 i grunnturnusen, 12 i planen, høyst 13»."""
    each = (
        f"F{_dates(one.dates)[1:]}: {one.had} av {one.of} i grunnturnusen, {one.has} i planen, høyst {one.most}"
        for one in count.blocks
    )
    return ". ".join((str(count.by_average), *each))


def _dates(dates: DateSpan) -> str:
    return f"fra {_short(dates.first)} til {_short(dates.last)}"


def main_rule_said(count: RedCount) -> str:
    """«2: 26.3. (25.3.) og 29.3. (28.3.)»."""
    days = [f"{_short(day)} ({_short(worked)})" for day, worked in count.main_rule]
    return f"{count.by_main_rule}: {listed(days)}" if days else "0"


def _short(day: date) -> str:
    return f"{day.day}.{day.month}."


def _in_return(frame: Frame, one: Counted) -> str:
    """What red days gave in F4 and F5, what of it is taken here and when, and what is owed still."""
    if one.owed is None:
        return ""
    taken = [off for off in frame.brief.assistant(one.count.who).paid_off if off.day in one.within]
    said = []
    if one.owed.supplement:
        minutes = sum(off.minutes for off in taken if off.code is OffCode.SUPPLEMENT)
        left = max(0, one.owed.supplement_minutes - minutes)
        said.append(f"F4: {hours_said(minutes)} gitt, {hours_said(left)} til gode")
    if one.owed.replaced:
        # Each is given for the first red day that none is given for yet.
        days = [off.day for off in taken if off.code is OffCode.REPLACED]
        pairs = [f"{_short(day)} for {_short(red)}" for day, red in zip(days, one.owed.replaced, strict=False)]
        rest = [_short(red) for red in one.owed.replaced[len(days) :]]
        given, owed = f" ({listed(pairs)})" if pairs else "", f" (for {listed(rest)})" if rest else ""
        said.append(f"F5, fordi F1 falt på en rød dag: {len(days)} gitt{given}, {len(rest)} til gode{owed}")
    return ". ".join(said)


def count_sentence(frame: Frame, one: Counted) -> str:
    """The same row in a sentence."""
    person, count = frame.brief.assistant(one.count.who), one.count
    more = _in_return(frame, one)
    whole = "" if one.whole is None else f"I hele planen {one.whole.had} (etter stilling {number(one.whole.fair)}). "
    return (
        f"{person.alias} ({percent(person.percent)}): arbeider {count.worked} av {count.days} røde dager og har "
        f"{count.free} fri. Etter stilling: {number(one.fair)}. I grunnturnusen: {count.usual}. "
        f"{count.holidays_worked} av {count.holidays} helligdager arbeidet. {whole}"
        f"Uker på rad med arbeid: {run_said(count)}. F3 gitt: {one.given}; etter hovedregelen "
        f"{main_rule_said(count)}, etter snitt {count.by_average}.{f' {more}.' if more else ''}"
    )
