"""Rest in a window: a free stretch soon after every start of work."""

from solver.model.around import Around, Placed
from solver.model.has import Has
from solver.model.logic import FALSE, TRUE, Logic
from solver.problem import RestInWindow


def rest_in_window(logic: Logic, has: Has, limit: RestInWindow) -> None:
    """Whoever starts a shift is free for ``rest`` minutes on end before ``window`` is over.

    A free stretch inside the window can be moved back until it begins where a worked shift ends, at the
    latest where the first one does, so only the ends of shifts are tried. Of two places that one needs
    fewer shifts off the other is not tried. Shifts that must be off at every place left exclude the first
    one pair by pair; where places remain that differ, one of them is free.
    """
    mine = has.shift_of[limit.person]
    shifts = Around(has.problem, (one for one in has.problem.shifts if mine[one.id] != FALSE))
    for one in shifts:
        if one.start < 0 and not _history_rests(has, limit, one.start):
            continue
        places = _places(has, limit, shifts, one)
        if frozenset() in places:
            continue
        worked = mine[one.id]
        always = frozenset.intersection(*places) if places else frozenset()
        rests = [place - always for place in places]
        free = [] if not places or frozenset() in rests else [_free(logic, has, limit, place) for place in rests]
        settled = bool(places) and not free
        if limit.cost is None:
            for other in sorted(always):
                has.never_both(limit.person, one.id, other)
            if not settled:
                logic.clause([~worked, *free])
            continue
        broken = logic.literal(f"{limit.because}: {limit.person} does not rest from {one.id}")
        for other in sorted(always):
            logic.clause([~worked, ~mine[other], broken])
        if not settled:
            logic.clause([~worked, *free, broken])
        has.pay(limit.because, [(broken, 1)], limit.cost)


def _places(has: Has, limit: RestInWindow, shifts: Around, shift: Placed) -> list[frozenset[str]]:
    """What must be off for each place of the free stretch; no place whose shifts include another's."""
    mine = has.shift_of[limit.person]
    found: set[frozenset[str]] = set()
    for begin in sorted({one.end for one in shifts.ending(shift.end, shift.start + limit.window - limit.rest)}):
        blocks = frozenset(one.id for one in shifts.overlapping(begin, begin + limit.rest))
        if shift.id not in blocks and all(mine[one] != TRUE for one in blocks):
            found.add(blocks)
    return sorted((one for one in found if not any(other < one for other in found)), key=sorted)


def _free(logic: Logic, has: Has, limit: RestInWindow, blocks: frozenset[str]) -> int:
    mine = has.shift_of[limit.person]
    if len(blocks) == 1:
        return ~mine[next(iter(blocks))]
    return has.all_off(limit.person, blocks)


def _history_rests(has: Has, limit: RestInWindow, start: int) -> bool:
    """History alone has not spoilt the window."""
    past = sorted((has.problem.shift[one].start, has.problem.shift[one].end) for one in has.past_of(limit.person))
    free_from = start
    for begin, end in past:
        if end > start:
            if min(begin, start + limit.window) - free_from >= limit.rest:
                return True
            free_from = max(free_from, end)
    return start + limit.window - free_from >= limit.rest
