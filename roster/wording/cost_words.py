"""What work costs, in sentences and tables: by kind of pay, month and assistant, and what it rests on."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from roster.domain.days import is_red
from roster.domain.kinds import OffCode
from roster.domain.rates import SUPPLEMENTS, PayKind
from roster.domain.roster import Roster
from roster.domain.shift import paid
from roster.domain.spans import HOUR
from roster.rules.cost import Cost, Missing
from roster.rules.pay import averaged_over
from roster.rules.profiles import profile
from roster.rules.red_days_off import off_codes
from roster.wording.numbers import MONTHS, counted, from_to, hours_decimal, hours_said, listed, short_date

KIND_NAMES = {
    PayKind.ORDINARY: "Ordinær tid",
    PayKind.EXTRA: "Merarbeid",
    PayKind.OVERTIME_50: "Overtid 50",
    PayKind.OVERTIME_100: "Overtid 100",
    PayKind.RESTING: "Hvilende tid",
    PayKind.STANDBY: "Beredskap",
    PayKind.OFF: "Fri med lønn",
    PayKind.CALLED_OFF: "Avlyst, betalt",
    PayKind.SICK: "Syk",
    PayKind.EVENING_NIGHT: "Tillegg kveld og natt",
    PayKind.WEEKEND: "Tillegg lørdag og søndag",
    PayKind.HOLIDAY: "Tillegg helligdag",
}
ON_TOP, IN_ALL = "Påslag", "I alt"
ONLY_WORK = (
    "det som er med, er arbeid som står i turnusen, F3 til F5 og avlyste vakter, ikke lønn for ferie, sykdom og andre "
    "fridager"
)
KIND_HEADING, MONTH_HEADING, PERSON_HEADING, HOURS_HEADING, KRONER_HEADING = (
    "Slag", "Måned", "Assistent", "Timer", "Kroner",
)  # fmt: skip
NO_RATES = (
    "Turnusen er laget uten satser, så vi vet ikke hva den koster.",
    "Skriv delen «satser» i grunnlaget, og bruk den slik: --rates grunnlag.yaml.",
)
LIST_NEEDS_BRIEF = (
    "Vi trenger grunnlaget for å vite hva vaktene i lista koster og heter.",
    "Skriv det også: --brief grunnlag.yaml.",
)
ONLY_LISTS_HAVE_BRIEF = (
    "Turnusen har sitt eget grunnlag, så --brief brukes bare sammen med en vaktliste.",
    "Ta bort --brief. Vil du bruke andre satser, skriver du --rates grunnlag.yaml.",
)
NOTHING_IN_RATES = (
    "Fila har ingen satser og ingen lønnsarter.",
    "Skriv delen «satser» eller «lønnsarter» slik som i et grunnlag. «roster new» lager et eksempel.",
)


def kroner(amount: Decimal) -> str:
    """Kroner and øre with spaces that do not break: 12 345,60."""
    text = f"{abs(amount):,.2f}".replace(",", "\u00a0").replace(".", ",")
    return f"−{text}" if amount < 0 else text


def kroner_said(amount: Decimal) -> str:
    return f"{kroner(amount)} kr"


def month_said(month: date) -> str:
    """«januar 2027»."""
    return f"{MONTHS[month.month - 1]} {month.year}"


def missing_lines(missing: Sequence[Missing]) -> tuple[tuple[str, str], ...]:
    """What is wrong and the way out, for each rate that is missing; those of the same days together."""
    people: dict[tuple[PayKind | None, date, date], list[str]] = {}
    for one in missing:
        people.setdefault((one.kind, one.first, one.last), []).append(one.who)
    return tuple(_missing(kind, first, last, who) for (kind, first, last), who in people.items())


def _missing(kind: PayKind | None, first: date, last: date, who: Iterable[str]) -> tuple[str, str]:
    days = from_to(first, last) if first != last else short_date(first)
    if kind is None:
        return (
            f"Ingen sats gjelder for {listed(list(who))} {days}.",
            f"Skriv en rad i «satser» med «fra: {first.isoformat()}» (eller tidligere) og timelønn.",
        )
    return (
        f"Satsene sier ikke hva tillegget for {kind} er for {listed(list(who))} {days}.",
        f"Skriv «{kind}» i raden i «satser», i kroner eller prosent. Skriv 0 hvis det ikke gis.",
    )


def shift_cost_said(cost: Cost) -> str:
    """What one shift costs, or why that is not known."""
    amount = cost.kroner
    if amount is not None:
        return f"Vakta koster {kroner_said(amount)}."
    return f"Hva vakta koster, er ikke kjent: {missing_lines(cost.missing)[0][0]}"


# -- one plan -----------------------------------------------------------------------------------------


def headline(roster: Roster, cost: Cost) -> tuple[str, ...]:
    """What it costs in all and a week, and what of it is pay."""
    frame = roster.frame
    total = cost.of()
    a_week = kroner_said((total / frame.weeks).quantize(Decimal("0.01")))
    if frame.cyclic:
        said = f"Grunnturnusen koster {kroner_said(total)} på {counted(frame.weeks, 'uke', 'uker')}, {a_week} i uka."
    else:
        days = from_to(frame.dates[0], frame.dates[-1])
        said = f"Turnusen {days} koster {kroner_said(total)}, {a_week} i uka."
    if not cost.on_top:
        return (said,)
    return said, f"Av det er {kroner_said(cost.pay())} lønn og {kroner_said(cost.on_top)} påslag."


def kind_sentences(cost: Cost) -> tuple[str, ...]:
    """Hours and kroner of each kind of pay; what is on top is told apart."""
    lines = [
        f"{KIND_NAMES[kind]}: {hours_said(cost.minutes(kind=kind))}, {kroner_said(cost.pay(kind))}."
        for kind in cost.kinds
    ]
    return (*lines, f"{ON_TOP}: {kroner_said(cost.on_top)}.") if cost.on_top else tuple(lines)


def kind_rows(cost: Cost) -> tuple[tuple[str, str, str], ...]:
    rows = [(KIND_NAMES[kind], _hours(cost.minutes(kind=kind)), kroner(cost.pay(kind))) for kind in cost.kinds]
    if cost.on_top:
        rows.append((ON_TOP, "", kroner(cost.on_top)))
    return (*rows, (IN_ALL, _hours(cost.minutes()), kroner(cost.of())))


def month_rows(cost: Cost) -> tuple[tuple[str, str, str], ...]:
    return tuple((month_said(one), _hours(cost.minutes(month=one)), kroner(cost.of(month=one))) for one in cost.months)


def person_rows(roster: Roster, cost: Cost) -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (f"{one.id} {one.alias}", _hours(cost.minutes(one.id)), kroner(cost.of(one.id)))
        for one in roster.frame.people
        if cost.minutes(one.id)
    )


def row_sentences(rows: Iterable[tuple[str, str, str]]) -> tuple[str, ...]:
    """The rows of a table as they are read by ear."""
    return tuple(f"{name[:1].upper()}{name[1:]}: {hours} timer, {amount} kr." for name, hours, amount in rows)


def _hours(minutes: int) -> str:
    return hours_decimal(minutes)


# -- side by side -------------------------------------------------------------------------------------


def side_by_side(costs: Sequence[Cost]) -> tuple[tuple[str, ...], ...]:
    """A row for each kind of pay, what is on top, and all of it, with kroner for each plan."""
    kinds = [kind for kind in PayKind if any(kind in one.kinds for one in costs)]
    rows = [(KIND_NAMES[kind], *(kroner(one.pay(kind)) for one in costs)) for kind in kinds]
    if any(one.on_top for one in costs):
        rows.append((ON_TOP, *(kroner(one.on_top) for one in costs)))
    return (*rows, (IN_ALL, *(kroner(one.of()) for one in costs)))


def months_side_by_side(costs: Sequence[Cost]) -> tuple[tuple[str, ...], ...]:
    months = sorted({month for one in costs for month in one.months})
    return tuple((month_said(month), *(kroner(one.of(month=month)) for one in costs)) for month in months)


def compared(names: Sequence[str], costs: Sequence[Cost]) -> tuple[str, ...]:
    """What each of the others costs more or less than the first."""
    first, *others = zip(names, costs, strict=True)
    return tuple(_against(first[0], first[1], name, cost) for name, cost in others)


def _against(old: str, before: Cost, new: str, cost: Cost) -> str:
    more = cost.of() - before.of()
    if not more:
        return f"{new} koster det samme som {old}."
    kinds = [kind for kind in PayKind if kind in (*before.kinds, *cost.kinds)]
    apart = [(kind, cost.pay(kind) - before.pay(kind)) for kind in kinds]
    said = listed([f"{KIND_NAMES[kind].lower()} {_signed(by)}" for kind, by in apart if by])
    because = f" Det er {said}" + (f", og påslag {_signed(cost.on_top - before.on_top)}." if cost.on_top else ".")
    return f"{new} koster {kroner_said(abs(more))} {'mer' if more > 0 else 'mindre'} enn {old}.{because}"


def _signed(amount: Decimal) -> str:
    return f"+{kroner(amount)}" if amount > 0 else kroner(amount)


def not_the_same_days(rosters: Sequence[Roster]) -> tuple[str, ...]:
    """Plans of other days are no alternatives to one another."""
    spans = {(one.frame.first_day, one.frame.weeks, one.frame.cyclic) for one in rosters}
    if len(spans) == 1:
        return ()
    return ("Turnusene gjelder ikke de samme dagene. Sammenlign heller det de koster i uka.",)


# -- what it rests on ---------------------------------------------------------------------------------


def assumptions(roster: Roster, cost: Cost) -> tuple[str, ...]:
    """What the amounts leave out and take for granted, each where it matters."""
    brief = roster.frame.brief
    said = [ONLY_WORK]
    sources = list(dict.fromkeys(one.source for one in brief.rates if one.source))
    if sources:
        said.append(f"satsene er de som grunnlaget sier (kilde: {listed(sources)})")
    known = {one.id for one in brief.assistants}
    if unknown := sorted({who for one in brief.rates for who in one.covers or () if who not in known}):
        said.append(f"satsene nevner også {listed(unknown)}, som ikke er i turnusen")
    missing = sum(count for _, count in roster.open)
    if missing:
        minutes = sum(paid(shift, brief.settings.resting_paid) * count for shift, count in roster.open)
        said.append(f"{counted(missing, 'åpen vakt', 'åpne vakter')} ({hours_said(minutes)}) er ikke med")
    if cost.unsaid_on_top:
        said.append("feriepenger, pensjon og arbeidsgiveravgift er ikke med, for satsene sier ikke noe om «påslag»")
    if roster.frame.cyclic:
        said.append("en grunnturnus har ingen røde dager, og satsene er de som gjelder den første dagen og ukene etter")
    elif any(
        one.start.month != one.end.month or (one.start.date() != one.end.date() and len(brief.rates) > 1)
        for who in brief.assistants
        for one in roster.duties(who.id)
    ):
        said.append(
            "en vakt som går over midnatt, regnes til dagen og måneden den starter i, med satsene som gjelder da"
        )
    said += about_kinds(roster, cost.kinds)
    said.append("hver assistents timer i måneden av samme slag og sats rundes av til hele øre, som på en lønnsslipp")
    return tuple(f"Forutsetning: {one}." for one in said)


def about_kinds(roster: Roster, kinds: Iterable[PayKind]) -> list[str]:
    """How kinds of pay that have been met are told from others."""
    brief, found, said = roster.frame.brief, set(kinds), []
    by_agreement, per_hour = profile(brief.arrangement.tariff), brief.settings.resting_paid
    if PayKind.EXTRA in found:
        first, last = next(averaged_over(roster.frame))
        weeks = counted(last - first, "uke", "uker")
        said.append(
            f"merarbeid er det deltidsansatte har ut over stillingen i snitt over {weeks}, og føres på de siste vaktene"
        )
    if found & {PayKind.OVERTIME_50, PayKind.OVERTIME_100}:
        said.append("overtid kl. 21–06, lørdag, søndag og røde dager har det høye tillegget, og overtid har ikke andre")
    if PayKind.HOLIDAY in found and not by_agreement.holidays:
        said.append(
            "helligdagstillegget gis som i KS HTA: røde dager og påskeaften hele døgnet, og fra kl. 12 "
            "onsdag før skjærtorsdag, pinse-, jul- og nyttårsaften"
        )
    elif not brief.rates and not by_agreement.holidays and _on_red_days(roster):
        said.append("vi vet ikke hva tariffavtalen gir på helligdager, så det er ikke ført noe helligdagstillegg")
    if PayKind.HOLIDAY in found and OffCode.SUPPLEMENT in off_codes(brief):
        said.append("helligdagstillegg som turnusen gir som fri (F4), er ikke regnet i penger, men alt annet er det")
    if PayKind.RESTING in found and found & {*SUPPLEMENTS} and per_hour < HOUR:
        said.append(
            f"hvilende tid har tillegg for det som betales av den, {per_hour} minutter i timen"
            if by_agreement.converted
            else f"hvilende tid har tillegg for hele timen, selv om den betales som {per_hour} minutter"
        )
    if PayKind.EVENING_NIGHT in found and not any(one.evening_from is not None for one in brief.rates):
        said.append("kveld og natt er kl. 17–06")
    return said


def _on_red_days(roster: Roster) -> bool:
    return not roster.frame.cyclic and any(
        is_red(shift.start.date()) or is_red(shift.end.date())
        for person in roster.frame.people
        for shift in roster.duties(person.id)
    )
