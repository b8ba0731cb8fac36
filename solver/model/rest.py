"""Rest in a window: a free stretch soon after every start of work."""

from collections.abc import Iterable, Iterator, Mapping

from solver.model.around import Around, Placed
from solver.model.has import Has
from solver.model.logic import TRUE, Lit, Logic
from solver.rest import RestInWindow
from solver.stretches import Jump, Shift, shown


def rest_in_window(logic: Logic, has: Has, limit: RestInWindow) -> None:
    """Whoever starts a shift is free for ``rest`` minutes on end before ``window`` is over.

    A free stretch inside the window can be moved back until it begins where a worked shift ends, at the
    latest where the first one does, so only the ends of shifts are tried. Of two places that one needs
    fewer shifts off the other is not tried. Shifts that must be off at every place left exclude the first
    one pair by pair; where places remain that differ, one of them is free. Where the clock changes within the
    window, the places by the clock on the wall, found likewise, are as good as the others.
    """
    line, mine = has.line(limit.person, limit.work)
    past = [one for one in line if one.start < 0 and mine[one.id] == TRUE]
    clocks = {jumps: Around(has.problem, _moved(line, jumps)) for jumps in {(), limit.jumps}}
    for one in clocks[()]:
        if limit.starts is not None and one.id not in limit.starts:
            continue
        readings = [(), *({limit.jumps} if _jumps(limit, one.start) else ())]
        if one.start < 0 and not any(_may_rest(past, limit, one.start, jumps) for jumps in readings):
            continue
        places = _least(
            place for jumps in readings for place in _places(limit, clocks[jumps], mine, _shown(one, jumps))
        )
        if frozenset() in places:
            continue
        worked = mine[one.id]
        always = frozenset.intersection(*places) if places else frozenset()
        rests = [place - always for place in places]
        free = [] if not places or frozenset() in rests else [_free(has, limit, mine, place) for place in rests]
        settled = bool(places) and not free
        if limit.cost is None:
            for other in sorted(always):
                if one.id in has.problem.shift:
                    has.never_both(limit.person, one.id, other)
                else:
                    logic.clause([~mine[other]])
            if not settled:
                logic.clause([~worked, *free])
            continue
        broken = logic.literal(f"{limit.because}: {limit.person} does not rest from {one.id}")
        for other in sorted(always):
            logic.clause([~worked, ~mine[other], broken])
        if not settled:
            logic.clause([~worked, *free, broken])
        has.pay(limit.because, [(broken, 1)], limit.cost)


def _jumps(limit: RestInWindow, start: int) -> bool:
    """The clock on the wall shows something else than the window at its end."""
    return shown(limit.jumps, start + limit.window) != shown(limit.jumps, start) + limit.window


def _moved(line: Iterable[Shift], jumps: tuple[Jump, ...]) -> Iterator[Shift]:
    return (Shift(one.id, shown(jumps, one.start), shown(jumps, one.end)) for one in line)


def _shown(one: Placed, jumps: tuple[Jump, ...]) -> Placed:
    return Placed(shown(jumps, one.start), shown(jumps, one.end), one.id)


def _places(limit: RestInWindow, shifts: Around, mine: Mapping[str, Lit], shift: Placed) -> Iterator[frozenset[str]]:
    """What must be off for each place of the free stretch."""
    for begin in sorted({one.end for one in shifts.ending(shift.end, shift.start + limit.window - limit.rest)}):
        blocks = frozenset(one.id for one in shifts.overlapping(begin, begin + limit.rest))
        if all(mine[one] != TRUE for one in blocks):
            yield blocks


def _least(places: Iterable[frozenset[str]]) -> list[frozenset[str]]:
    """No place whose shifts include another's."""
    found = set(places)
    return sorted((one for one in found if not any(other < one for other in found)), key=sorted)


def _free(has: Has, limit: RestInWindow, mine: Mapping[str, Lit], blocks: frozenset[str]) -> Lit:
    if len(blocks) == 1:
        return ~mine[next(iter(blocks))]
    return has.all_off(limit.person, blocks)


def _may_rest(past: Iterable[Shift], limit: RestInWindow, start: int, jumps: tuple[Jump, ...]) -> bool:
    """History leaves enough of the window's end for the rest; where there was rest before that, nothing is asked."""
    begins = shown(jumps, start)
    free_from = max([begins, *(shown(jumps, one.end) for one in past)])
    return begins + limit.window - free_from >= limit.rest
