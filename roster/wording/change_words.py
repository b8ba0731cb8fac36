"""Why a date differs from the grunnturnus, in a sentence that somebody can check."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from roster.domain.brief import Brief
from roster.domain.days import DateSpan, is_sunday_or_red, red_names
from roster.domain.exchanges import Exchanges
from roster.domain.frame import Frame
from roster.domain.plan import Change
from roster.domain.reason import Reason
from roster.domain.shift import paid
from roster.domain.swaps import Swap
from roster.rules import RULES
from roster.rules.terms import terms
from roster.rules.zones import red_days, red_of
from roster.wording.numbers import counted, hours_said, inside, listed, weekday
from roster.wording.plan_words import person
from roster.wording.red_day_words import day_off, red_day

BY_HAND = "Endret for hånd i Vakter."
FOLLOWS = "Følger av de andre endringene i ukene rundt."
CHOSEN = "Ingen regel krever dette byttet. Det er valgt for å fordele timer, røde dager og ønsker jevnere."
TAKES = "Tar vakta til"
CANNOT = "ville brutt en regel"
_NEED_CHANGED = "Behovet er endret i grunnlaget: "
RED_SHARE = "Røde dager er delt etter stillingsprosent"

_RATHER: Mapping[str, str] = {
    "agreed-hours": "ville fått mer enn avtalt tid",
    "availability": "ikke kan da",
    "average-8-weeks": "ville fått for mange timer på åtte uker",
    "breaks": "ville fått for lite pause",
    "compensating-rest": "skal ha kompenserende hvile",
    "daily-rest": "ville fått for kort hvile mellom to vakter",
    "employment": "ikke er ansatt eller ikke kan gå vakt da",
    "event": "skal være på noe annet",
    "hours-average": "ville fått for mange timer i snitt",
    "hours-day": "ville fått for mange timer i døgnet",
    "hours-week": "ville fått for mange timer i uka",
    "krav": "har et krav i grunnlaget som vakta ville brutt",
    "night-average": "ville fått for mange timer som nattarbeider",
    "night-strain": "ikke kan ha så lang nattevakt",
    "position-extra": "ville fått mer enn avtalt tid",
    "single-week": "ville fått for mange timer i uka",
    "skills": "mangler kompetansen",
    "sundays:half": "ellers ville arbeidet over halvparten av søndagene og de røde dagene",
    "sundays:in_a_row": "ellers ville arbeidet for mange søndager og røde dager på rad",
    "sundays:next": "skal ha fri fordi søndagen eller den røde dagen før eller etter er med arbeid",
    "total-hours": "ville fått for mange timer i alt",
    "two-places": "er på en annen vakt",
    "vacation": "har ferie",
    "weekly-rest": "skal ha ukefri",
    "young-breaks": "er under 18 år og ville fått for lite pause",
    "young-hours": "er under 18 år og ville fått for mange timer",
    "young-night": "er under 18 år og ikke kan arbeide så seint",
    "young-rest": "er under 18 år og ville fått for lite fri",
}
"""Why somebody does not keep a shift, said of the person after «som»."""

_IN_A_MAIN_CLAUSE: Mapping[str, str] = {
    "availability": "kan ikke da",
    "employment": "er ikke ansatt eller kan ikke gå vakt da",
    "night-strain": "kan ikke ha så lang nattevakt",
    "young-night": "er under 18 år og kan ikke arbeide så seint",
    "sundays:half": "ville ellers arbeidet over halvparten av søndagene og de røde dagene",
    "sundays:in_a_row": "ville ellers arbeidet for mange søndager og røde dager på rad",
}
"""Those of them that have another order of words when they stand alone."""


_PARAGRAPHS: Mapping[str, str] = {
    one.id: f" ({one.source.paragraph})" for one in RULES if one.source.paragraph.startswith("aml")
}
"""Where the rule that is in the way stands."""


_REST = frozenset({"daily-rest", "weekly-rest", "two-places", "single-week", "hours-day", "hours-week"})
"""Rules that are most often in the way because of another change."""


def exchanges(changes: Iterable[Change]) -> Exchanges:
    """The changes, with how much the reason of each tells of the others."""
    every = tuple(changes)
    told = {
        (one.who, one.day): min(ranks)
        for one in every
        if (ranks := [rank for key in one.because if (rank := _telling(Reason.of(key))) is not None])
    }
    return Exchanges(every, told)


def _telling(one: Reason) -> int | None:
    """What nobody could choose first, then shares of red days, then rules that a change may have brought about."""
    if one.rule in ("covers", "changed", "was-open"):
        return None
    if one.rule == "red-share":
        return 1
    if one.rule != "kept" or one.what == "vacation":
        return 0
    return 3 if one.what in _REST else 2


def why(frame: Frame, change: Change, among: Exchanges | None = None) -> str:
    """The reasons of a change in their order, after the red days on which its shifts count.

    ``among``: the changes that it is one of. With them it is said who takes a shift that is left, and what began an
    exchange that has no reason of its own here.
    """
    if not change.because:
        return BY_HAND
    reasons = [Reason.of(key) for key in change.because]
    # Those name the red day themselves.
    reds = () if any(one.rule in ("F3", "red-day") for one in reasons) else _red_days(frame, change)
    left, got = ([code for code in one if code not in other] for one, other in _both_ways(change))
    both = bool(left and got)
    said = list(_needs_together(_one(frame, change, one) for one in reasons))
    if both:
        # One shift is left and another taken: «vakta» could be either.
        said = [one.replace(f"{TAKES} ", f"Tar {listed(got)} fra ") for one in said]
    if among is not None:
        takers = among.takers(change)
        what = listed(left) if both else "vakta"
        taken = f"{listed([_name(frame.brief, who) for who in takers])} tar {what}." if takers else ""
        needed = not any(one.rule in ("need-changed", "red-day") for one in reasons)
        if not takers and needed and any(code not in change.after for code in change.before):
            taken = f"Ingen tar {what}."
        first = among.began(change)
        began = "" if first is None else _began(frame, first)
        if not any(_only_follows(one) or _brought_about(one) for one in reasons):
            began = ""
        elif first is None and all(map(_only_follows, reasons)):
            began = CHOSEN
        said = [*(one.replace(_AND_FOLLOWS, "").replace(FOLLOWS, "") for one in said), taken, began]
    return " ".join(one for one in dict.fromkeys((*reds, *said)) if one)


def _needs_together(said: Iterable[str]) -> Iterator[str]:
    """The reasons, with all that is otherwise needed in one sentence, where the first of them stands."""
    every = tuple(said)
    needs = [one.removeprefix(_NEED_CHANGED).removesuffix(".") for one in every if one.startswith(_NEED_CHANGED)]
    yield from dict.fromkeys(
        f"{_NEED_CHANGED}{listed(needs)}." if one.startswith(_NEED_CHANGED) else one for one in every
    )


def _both_ways(change: Change) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """What was and what is, and the other way round."""
    return (change.before, change.after), (change.after, change.before)


def may_be_swapped(change: Change) -> bool:
    """Nobody swaps what is off with pay, or what somebody is away from."""
    alone = ("vacation", "employment", "F3", "F4", "F5", "red-day", "need-changed", "was-open")
    reasons = [Reason.of(key) for key in change.because]
    return bool(reasons) and not any(one.rule in alone or one.what in alone for one in reasons)


def why_swapped(frame: Frame, swap: Swap, among: Exchanges) -> str:
    """The reasons of all once: whom a rule stood in the way of, or what the swap hangs together with."""
    reds = dict.fromkeys(
        said if len(swap.days) == 1 else f"{weekday(one.day).capitalize()} {one.day.day}.{one.day.month}.: {said}"
        for one in swap.changes
        for said in _red_days(frame, one, by_code=True)
        if said
    )
    reasons = [(one, Reason.of(key)) for one in swap.changes for key in one.because]
    own: dict[str, None] = {}
    for change, one in reasons:
        if one.rule == "kept":
            said = _kept(frame, change, one)
            own[f"{_name(frame.brief, change.who)} {said}{_paragraph(one)}."] = None
        elif one.rule == "red-share" or (one.rule == "covers" and one.what == "red-share"):
            own[f"{RED_SHARE}."] = None
    began = [first for one in swap.changes if (first := among.began(one)) is not None and first not in swap.changes]
    if began and all(_only_follows(one) or _brought_about(one) or one.rule == "covers" for _, one in reasons):
        own[_began(frame, began[0])] = None
    return " ".join((*reds, *(own or (CHOSEN,))))


def _paragraph(one: Reason) -> str:
    return _PARAGRAPHS.get(one.what.partition(":")[0], "")


_AND_FOLLOWS = ", som følge av de andre endringene i ukene rundt"


def _only_follows(one: Reason) -> bool:
    return one.rule == "changed" or (one.rule == "covers" and one.what == "changed")


def _brought_about(one: Reason) -> bool:
    return one.rule == "kept" and one.what in _REST


def _began(frame: Frame, first: Change) -> str:
    """What the exchange began with: «Henger sammen med at Bjørk har F3 torsdag 25.3.»."""
    name, day = _name(frame.brief, first.who), f"{weekday(first.day)} {first.day.day}.{first.day.month}."
    those = [told for key in first.because if _telling(told := Reason.of(key)) is not None]
    one = min(those, key=lambda one: _telling(one) or 0)
    match one.rule:
        case "vacation":
            what = f"{name} har {_which(frame.brief, first.who, first)}"
        case "F3" | "F4" | "F5":
            off = _off_on(frame, first, one.rule) or first.day
            what = f"{name} har {one.rule} {weekday(off)} {off.day}.{off.month}."
        case "kept" if one.what == "vacation":
            what = f"{name} har {_which(frame.brief, first.who, first)}"
        case "kept":
            what = f"{name} {_RATHER.get(one.what, CANNOT)} {day}"
        case "employment":
            what = f"{name} {_RATHER['employment']} {day}"
        case "red-share":
            what = f"røde dager er delt etter stillingsprosent ({name}, {day})"
        case _:
            what = f"behovet er et annet {day}"
    return f"Henger sammen med at {what}".removesuffix(".") + "."


def _red(change: Change) -> str:
    return red_names(change.day.year).get(change.day, "")


def _red_days(frame: Frame, change: Change, by_code: bool = False) -> Iterator[str]:
    """The red day by name where all shifts of the change count there; else on which each of them does (D15).

    ``by_code``: a shift that counts elsewhere is named also where it is the only one.
    """
    reds, own = red_days(frame), _red(change)
    found: dict[str, str] = {}
    for code in dict.fromkeys((*change.before, *change.after)):
        shift = frame.shift.get(f"{change.day} {code}")
        if shift is not None:
            red = red_of(shift, reds)
            if red is not None and red.day != change.day:
                found[code] = f"teller på {red_day(red.day)}"
            elif red is None and is_sunday_or_red(change.day):
                found[code] = f"begynner {shift.start:%H.%M} og teller ikke på en rød dag."
            else:
                found[code] = f"{own}." if own else ""
    if not found:
        yield f"{own}." if own else ""
        return
    alike = len(set(found.values())) == 1
    for code, said in found.items():
        if said == f"{own}." and not alike:
            yield f"{code} teller på {red_day(change.day)}"
        else:
            yield said if said == f"{own}." or not said else f"{'Vakta' if alike and not by_code else code} {said}"


def _one(frame: Frame, change: Change, one: Reason) -> str:
    brief = frame.brief
    match one.rule:
        case "vacation":
            return f"Har {_which(brief, one.who, change)}"
        case "employment":
            return "Er ikke ansatt eller kan ikke gå vakt da."
        case "red-day":
            return f"{_red(change)}: {_need(brief, change, one)}."
        case "need-changed":
            return f"{_NEED_CHANGED}{_need(brief, change, one)}."
        case "kept" if one.what == "vacation":
            return f"Har {_which(brief, one.who, change)}"
        case "kept":
            said = _kept(frame, change, one)
            return f"{said[:1].upper()}{said[1:]}{_paragraph(one)}."
        case "covers":
            return f"{_covers(brief, change, one).removesuffix('.')}."
        case "was-open":
            return "Vakta står åpen i grunnturnusen."
        case "F3" | "F4" | "F5":
            off = _off_on(frame, change, one.rule)
            if off is not None:
                said = f"Samme røde dag som {one.rule} {weekday(off)} {off.day}.{off.month}., fri med lønn."
            else:
                said = day_off(one.rule, *(date.fromisoformat(day) for day in one.what.split()))
            return said + _instead_of(frame, change)
        case "red-share":
            return f"{RED_SHARE}."
        case _:
            return FOLLOWS


def _off_on(frame: Frame, change: Change, code: str) -> date | None:
    """The other date on which the day off stands that pays for this shift too: two shifts may be of one red day."""
    days = [off.day for off in frame.brief.assistant(change.who).paid_off if off.code.value == code]
    if change.day in days:
        return None
    return next((day for day in days if abs(day - change.day) == timedelta(days=1)), None)


def _instead_of(frame: Frame, change: Change) -> str:
    """« I stedet for N 22.30–07.30, 9 timer.»: the shift of the grunnturnus that is off, and what is paid for it."""
    gone = [shift for code in change.before if (shift := frame.shift.get(f"{change.day} {code}")) is not None]
    if not gone:
        return ""
    minutes = sum(paid(one, frame.brief.settings.resting_paid) for one in gone)
    shifts = listed([f"{one.kind} {one.start:%H.%M}–{one.end:%H.%M}" for one in gone])
    return f" I stedet for {shifts}, {hours_said(minutes)}."


def _kept(frame: Frame, change: Change, one: Reason) -> str:
    if one.what == "sundays:in_a_row":
        most = terms(frame.brief, one.who, on=None if frame.cyclic else change.day).sunday_basis.amount
        return f"ville ellers arbeidet søndager eller røde dager mer enn {counted(most, 'uke', 'uker')} på rad"
    return _IN_A_MAIN_CLAUSE.get(one.what) or _RATHER.get(one.what, CANNOT)


def _which(brief: Brief, who: str, change: Change) -> str:
    """«ferie 18.1.–24.1.»."""
    # A night that begins on the eve of a vacation is not worked either.
    touched = (change.day, change.day + timedelta(days=1))
    vacation = brief.assistant(who).vacation
    spans = [one for one in vacation if touched[0] in one] or [one for one in vacation if touched[1] in one]
    dates = listed([dates_said(one) for one in spans])
    return f"ferie {dates}".strip()


def dates_said(span: DateSpan) -> str:
    """«18.1.–24.1.», of one day «18.1.»."""
    first, last = (f"{day.day}.{day.month}." for day in (span.first, span.last))
    return first if first == last else f"{first}–{last}"


def _need(brief: Brief, change: Change, one: Reason) -> str:
    """«ikke behov for kveldsvakt», or that more is needed."""
    code = one.what.partition(" ")[2]
    name = next((inside(kind.name) for kind in brief.kinds if kind.code == code), "")
    if not name:
        return "behovet er et annet enn i grunnturnusen"
    return f"behov for {name}" if code in change.after else f"ikke behov for {name}"


def _covers(brief: Brief, change: Change, one: Reason) -> str:
    name = _name(brief, one.who)
    match one.what:
        case "vacation":
            return f"{TAKES} {name}, som har {_which(brief, one.who, change)}"
        case "red-day" | "need-changed":
            return f"{TAKES} {name}, fordi behovet er et annet den dagen"
        case "F3" | "F4" | "F5":
            return f"{TAKES} {name}, som har {one.what}"
        case "red-share":
            return f"{TAKES} {name}. {RED_SHARE}"
        case "changed":
            return f"{TAKES} {name}{_AND_FOLLOWS}"
        case rule:
            return f"{TAKES} {name}, som {_RATHER.get(rule, CANNOT)}"


def _name(brief: Brief, who: str) -> str:
    """The alias, with the id where two have the same."""
    alias = brief.assistant(who).alias
    return alias if sum(one.alias == alias for one in brief.assistants) == 1 else person(brief, who)
