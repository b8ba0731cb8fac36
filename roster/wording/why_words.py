"""Why this, in sentences: what giving a shift to somebody breaks and costs, the swap that would do, and the others."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from roster.domain.finding import Finding
from roster.domain.frame import Frame
from roster.domain.reason import Reason
from roster.domain.roster import Roster
from roster.domain.shift import Shift
from roster.wording.costs import COST_WORDS
from roster.wording.findings import text
from roster.wording.numbers import counted, inside, listed
from roster.wording.plan_words import person, shift_name
from roster.wording.why_not import why_not

MOST_BROKEN = 6
"""Findings said one by one."""

MOST_COSTS = 4
"""Things that cost more or less, said of one change."""

COMMON = "Flere går samme linje i denne turnusen. Byttes vakta for bare én av dem, er linja ikke lenger felles."
NO_SWAP_FOUND = "Vi rakk ikke å finne et bytte som gjør at det går. Prøv med mer tid, for eksempel --seconds 120."
NO_SWAP_STOPPED = "Du stoppet før vi fant et bytte som gjør at det går."
NEVER = "Det går ikke, uansett hvem som bytter:"
NEVER_SHOWN = "Det går ikke, uansett hvem som bytter."
SWAP = "Det går med dette byttet, som er det minste vi fant:"
OTHERS = "De andre:"


def has_it(frame: Frame, shift: Shift, who: str) -> str:
    return f"{person(frame.brief, who)} har vakta {shift_name(frame, shift)}."


def goes(frame: Frame, shift: Shift, who: str, instead_of: str | None) -> str:
    """Nothing stands in the way."""
    return f"{_could(frame, shift, who, instead_of)} Ingen regel blir brutt."


def breaks(frame: Frame, shift: Shift, who: str, instead_of: str | None) -> str:
    """What stands above the findings."""
    beside = "" if instead_of is None else f" i stedet for {person(frame.brief, instead_of)}"
    name = person(frame.brief, who)
    return f"{name} kan ikke få vakta {shift_name(frame, shift)}{beside} uten at noe annet endres. Da blir dette galt:"


def _could(frame: Frame, shift: Shift, who: str, instead_of: str | None) -> str:
    beside = ", som er åpen" if instead_of is None else f" i stedet for {person(frame.brief, instead_of)}"
    return f"{person(frame.brief, who)} kan få vakta {shift_name(frame, shift)}{beside}."


def broken_lines(frame: Frame, broken: Sequence[Finding]) -> Iterator[str]:
    """The findings, a line each."""
    for one in broken[:MOST_BROKEN]:
        yield f"- {text(frame, one)}"
    if len(broken) > MOST_BROKEN:
        yield f"- Og {counted(len(broken) - MOST_BROKEN, 'kontrollpunkt', 'kontrollpunkter')} til."


def cost_lines(frame: Frame, now: Mapping[str, int], then: Mapping[str, int]) -> Iterator[str]:
    """What there is more of and less of than now, and whether all in all it is better or worse."""
    difference = sum(then.values()) - sum(now.values())
    more, less = _differs(frame, now, then, 1), _differs(frame, now, then, -1)
    if more:
        yield f"Da blir det mer av dette: {more}."
    if less:
        yield f"Og mindre av dette: {less}." if more else f"Da blir det mindre av dette: {less}."
    if difference == 0:
        yield "Regnet etter ønskene er det like godt som nå."
    else:
        yield f"Regnet etter ønskene er turnusen {'svakere' if difference > 0 else 'bedre'} enn nå."


def _differs(frame: Frame, now: Mapping[str, int], then: Mapping[str, int], sign: int) -> str:
    """The things of which there is more (1) or less (-1), the dearest first, with whom they concern."""
    points: dict[str, int] = defaultdict(int)
    people: dict[str, set[str]] = defaultdict(set)
    for key in {*now, *then}:
        change = sign * (then.get(key, 0) - now.get(key, 0))
        reason = Reason.of(key)
        if change > 0:
            points[reason.rule] += change
            people[reason.rule] |= {reason.who} - {""}
    order = sorted(points, key=lambda rule: (-points[rule], rule))[:MOST_COSTS]
    return "; ".join(_named(frame, rule, people[rule]) for rule in order)


def _named(frame: Frame, rule: str, people: set[str]) -> str:
    names = listed([person(frame.brief, one.id) for one in frame.people if one.id in people])
    said = inside(COST_WORDS.get(rule, f"regelen «{rule}»"))
    return f"{said} ({names})" if names else said


def change_lines(before: Roster, after: Roster) -> Iterator[str]:
    """Who gets which shift instead of whom, in the order of time."""
    frame = after.frame
    changed = {shift for _, shift in before.works ^ after.works}
    for shift in sorted((frame.shift[one] for one in changed), key=lambda one: (one.span, one.id)):
        got = [one for one in after.on(shift.id) if one not in before.on(shift.id)]
        lost = [one for one in before.on(shift.id) if one not in after.on(shift.id)]
        gets = listed([person(frame.brief, one) for one in got])
        loses = listed([person(frame.brief, one) for one in lost])
        if got and lost:
            yield f"- {gets} får {shift_name(frame, shift)} i stedet for {loses}."
        elif got:
            yield f"- {gets} får {shift_name(frame, shift)}."
        else:
            yield f"- {loses} går ikke {shift_name(frame, shift)}, og vakta blir stående åpen."


def other_line(
    frame: Frame, who: str, broken: Sequence[Finding], now: Mapping[str, int], then: Mapping[str, int]
) -> str:
    """Why the shift is not this person's: what it would break, else what it would cost."""
    if broken:
        own = [one.rule for one in broken if one.who in (who, None)] or [one.rule for one in broken]
        return next(iter(why_not(frame, {who: tuple(dict.fromkeys(own))}, proven=False)))
    difference = sum(then.values()) - sum(now.values())
    more = _differs(frame, now, then, 1)
    name = person(frame.brief, who)
    if difference > 0 and more:
        return f"{name}: kan ha den etter reglene, men da blir det mer av dette: {more}."
    return f"{name}: kan ha den, og turnusen blir like god{' eller bedre' if difference < 0 else ''}."
