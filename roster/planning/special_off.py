"""Days off with pay in weeks that are changed: F3, F4 and F5 as the brief knows them, and as the changes tell them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from roster.domain.assistant import PaidOff
from roster.domain.brief import Brief
from roster.domain.days import DateSpan
from roster.domain.kinds import OffCode
from roster.domain.plan import Change
from roster.domain.reason import Reason
from roster.domain.roster import Roster
from roster.domain.shift import Shift
from roster.planning.changes import COVERS
from roster.rules import agreed_hours
from roster.rules.red_days_off import GivenOff, month_after


def with_off(brief: Brief, off: Mapping[str, Iterable[PaidOff]], within: DateSpan) -> Brief:
    """The brief with just these days off with pay inside the weeks."""
    people = tuple(
        replace(
            one,
            paid_off=tuple(
                sorted(
                    (
                        *(day for day in one.paid_off if day.day not in within),
                        *(day for day in off.get(one.id, ()) if day.day in within),
                    ),
                    key=lambda day: day.day,
                )
            ),
        )
        for one in brief.assistants
    )
    return replace(brief, assistants=people)


def still_off(brief: Brief) -> Mapping[str, Iterable[PaidOff]]:
    """The days off with pay that red days gave before, but for those in a vacation, which goes before them."""
    return {
        one.id: [off for off in one.paid_off if not any(off.day in dates for dates in one.vacation)]
        for one in brief.assistants
    }


def paying(now: Roster, brief: Brief, off: Mapping[str, Iterable[GivenOff]], within: DateSpan) -> Roster:
    """The roster under the brief with just those days off inside the weeks, which it pays for."""
    days = {who: [one.off for one in found] for who, found in off.items()}
    return Roster(replace(now.frame, brief=with_off(brief, days, within)), now.works)


def in_return_on(owed: Iterable[tuple[date, OffCode]], ordinary: Sequence[Shift]) -> Iterator[tuple[date, OffCode]]:
    """The days on which F4 and F5 can be taken: shifts of the grunnturnus after the red days that gave them.

    What has no such shift in the weeks is owed after them: it pays for no hours here.
    """
    left = list(dict.fromkeys(one.start.date() for one in ordinary))
    for red, code in owed:
        last = date.max if code is OffCode.REPLACED else month_after(red)
        day = next((one for one in left if red < one <= last), None)
        if day is not None:
            left.remove(day)
            yield day, code


def off_within_hours(
    now: Roster, brief: Brief, who: str, found: Sequence[GivenOff], within: DateSpan
) -> tuple[GivenOff, ...]:
    """The days off of the assistant, but for those in return (F4, F5) that the time was too short to find room for.

    Whoever works the hours of the position besides has had no day off: it is owed still, and pays for nothing here.
    """

    def is_too_much(those: Iterable[GivenOff]) -> bool:
        paid = paying(now, brief, {who: those}, within)
        return any(one.verdict.fails for one in agreed_hours.check_of(paid, paid.frame.brief.assistant(who)))

    left = list(found)
    while is_too_much(left):
        last = next((one for one in reversed(left) if one.off.code is not OffCode.RED_DAY), None)
        if last is None:
            return tuple(found)
        left.remove(last)
    return tuple(left)


def with_codes(change: Change, off: Mapping[str, tuple[GivenOff, ...]]) -> Change:
    """A shift off with pay has no reason but the red day that gives it; who takes it covers for that."""

    def given(who: str) -> GivenOff | None:
        return next((one for one in off.get(who, ()) if change.day in one.dates), None)

    own = given(change.who)
    if own is not None:
        days = f"{own.red} {own.worked or ''}".strip()
        return replace(change, because=(Reason(own.off.code.value, change.who, days).key,))
    told = [Reason.of(key) for key in change.because]
    known = [
        replace(one, what=taken.off.code.value) if one.rule == COVERS and (taken := given(one.who)) else one
        for one in told
    ]
    return replace(change, because=tuple(one.key for one in known))
