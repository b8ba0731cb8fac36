"""What a change of a plan in use is: bytte, ekstravakt, forskyvning, fravær, or a new plan (D38)."""

from collections import Counter
from datetime import date

from roster.domain.brief import Brief
from roster.domain.difference import Difference, ShiftChange, Sort
from roster.domain.kinds import Because, Cause
from roster.domain.plan import Plan

CHANGES = (Cause.SWAP, Cause.EXTRA, Cause.MOVED, Cause.ABSENCE)
"""The causes that ask for no new drøfting, in the order in which they are tried."""
_NOT_WORKED = (Because.SICK, Because.CALLED_OFF)


def is_only(cause: Cause, found: Difference, new: Plan, old: Plan) -> bool:
    """The changes are what the cause says, and nothing else.

    A bytte lets others work the same shifts, and each has as many as before; an ekstravakt takes none away. In a
    forskyvning each has the shifts they had, at other times (HTA kap. 1 § 6.8). In a fravær somebody is away, or back
    before they were to be, or nobody is needed, and others get the shifts.
    """
    match cause:
        case Cause.SWAP:
            return hands_over(found) and all(one.number(Sort.GAINED) == one.number(Sort.LOST) for one in found.people)
        case Cause.EXTRA | Cause.MOVED:
            only = Sort.GAINED if cause is Cause.EXTRA else Sort.MOVED
            return all(one.sort is only for one in found.changes)
        case Cause.ABSENCE:
            return any(fell_away(one, new) or is_back(one, new, old) for one in found.changes)
        case Cause.NEW_PLAN:
            return True


def hands_over(found: Difference) -> bool:
    """Others work the very same shifts."""
    had = Counter((one.before.kind, one.before.start, one.before.end) for one in found.changes if one.before)
    has = Counter((one.after.kind, one.after.start, one.after.end) for one in found.changes if one.after)
    return had == has


def takes_from_others(found: Difference, new: Plan) -> bool:
    """Somebody loses a shift, or has it at another time, who is not away and whose shift is still needed."""
    return any(one.sort is not Sort.GAINED and not fell_away(one, new) for one in found.changes)


def fell_away(one: ShiftChange, new: Plan) -> bool:
    """The shift was lost because the assistant is away or has left, or because nobody is needed on it any more."""
    if one.before is None:
        return False
    shift = new.dated.frame.shift.get(one.before.id)
    if shift is None:
        return True
    person = next((each for each in new.brief.assistants if each.id == one.who), None)
    day = one.before.start.date()
    if person is None or (person.employed_to is not None and day > person.employed_to):
        return True
    return any(day in away.dates for away in person.absences) or called_off(one, new)


def is_back(one: ShiftChange, new: Plan, old: Plan) -> bool:
    """The shift was gained because the assistant is well before they were to be."""
    person, was = (next((each for each in plan.brief.assistants if each.id == one.who), None) for plan in (new, old))
    if one.after is None or person is None:
        return False
    day = one.after.start.date()
    if was is not None and any(day in away.dates for away in was.absences):
        return not any(day in away.dates for away in person.absences)
    return any(away.was_to is not None and away.dates.last < day <= away.was_to for away in person.absences)


def called_off(one: ShiftChange, new: Plan) -> bool:
    """The shift was lost because fewer are needed, and is paid for."""
    if one.before is None:
        return False
    day = one.before.start.date()
    person = next((each for each in new.brief.assistants if each.id == one.who), None)
    had = () if person is None else person.credits
    return any(each.because is Because.CALLED_OFF and each.day == day for each in had)


def cause_of(found: Difference, new: Plan, old: Plan) -> Cause:
    """The cause that asks least of those that the changes are; a shift that somebody gives away is a bytte."""
    if not found.changes:
        return Cause.NEW_PLAN
    if any(is_back(one, new, old) for one in found.changes):
        return Cause.ABSENCE
    only = next((one for one in CHANGES if is_only(one, found, new, old)), None)
    return only or (Cause.SWAP if hands_over(found) else Cause.NEW_PLAN)


def paid_otherwise(old: Brief, new: Brief) -> date | None:
    """The first day of which somebody who has no shift is paid for another cause, or for as much more or less.

    Who is well while others keep the shifts is paid, and is not sick any longer.
    """
    had = {one.id: Counter(each for each in one.credits if each.because in _NOT_WORKED) for one in old.assistants}
    days = []
    for one in new.assistants:
        has = Counter(each for each in one.credits if each.because in _NOT_WORKED)
        before = had.get(one.id, Counter())
        days += [each.day for each in ((has - before) + (before - has))]
    return min(days, default=None)


def needs_word(cause: Cause, found: Difference, new: Plan, old: Plan) -> bool:
    """Somebody who is not away loses a shift and gets none for it, so they must have said yes to it."""
    if cause is Cause.SWAP:
        return not is_only(cause, found, new, old)
    return cause is Cause.ABSENCE and takes_from_others(found, new)
