"""Ukentlig arbeidsfri: aml § 10-8 (2), (3).

Read as: every week has a free block of the length in force, 35 hours unless agreed shorter, that serves no other week
(D13). A long stretch may be cut into several. A block serves the week of a whole calendar day in it; one that only
overlaps its week is to be considered. Of the time around the plan, of which nothing is known, no block takes more than
half of itself; what the week before needs of the time that is known serves no week of the plan, and no work of the plan
begins in it (``rest_before``). An agreement that begins or ends inside the plan holds on its own days
(``rest_lengths``). Measured is the whole stretch that serves the week; where none is left for it, the longest that
touches it. Too short by elapsed time but not by the clock is to be considered (D9). With stricter readings, seven days
from a start of work without a rest of that length are to be considered.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise

from roster.domain.assistant import Assistant
from roster.domain.finding import Finding, Verdict
from roster.domain.frame import Frame
from roster.domain.kept import Kept
from roster.domain.roster import Roster
from roster.domain.spans import WEEK, Span
from roster.rules import numbers
from roster.rules.asking import asked_span, because
from roster.rules.at_work import jumps, work_asked
from roster.rules.averting import UNFORESEEN, averting_rest
from roster.rules.block_choices import Length
from roster.rules.block_walk import Served
from roster.rules.free_blocks import assigned, assigned_by_clock, lacking, longest_touching, stretches, stretches_from
from roster.rules.in_force import Ground
from roster.rules.numbers import aml
from roster.rules.rest_before import begun_before, off_for_week_before, rested, rested_from
from roster.rules.rest_lengths import rest_lengths, rest_owed, rest_shortest
from roster.rules.rule import Rule, each
from roster.rules.verdicts import BY_CLOCK, UNSIGNED, Judged, at_least, found
from roster.rules.zones import red_days
from solver import rest as ask_rest
from solver import stretches as ask
from solver.problem import Limit
from solver.rest import FreeBlocks, Week

ID = "weekly-rest"
SOURCE = aml("10-8 (2)")
TAKEN, LOOSE, SEVEN_DAYS = "taken", "loose", "seven_days"
WEEK_BEFORE = "week_before"


def check_of(roster: Roster, person: Assistant) -> Iterator[Finding]:
    """What is found of one assistant."""
    who, frame = person.id, roster.frame
    free, served = _served(roster, who)
    short = list(_into_week_before(roster, who))
    yield from short
    wrong = [one for one in served if one.stretch is None]
    tightest: tuple[int, Served] | None = None
    fine = not wrong and not short
    known = _told(frame, who)
    for one in served:
        if one.stretch is None:
            continue
        if one.day is None:
            fine = False
            judged = Judged(Verdict.CONSIDER, rest_owed(frame, who, one.week).signed, LOOSE)
            yield found(ID, SOURCE, judged, who, one.stretch, measured=one.stretch.minutes, week=one.week + 1)
        else:
            minutes = _known(frame, known, one)
            if tightest is None or minutes < tightest[0]:
                tightest = (minutes, one)
    yield from _unserved(roster, who, free, wrong)
    strictly = (
        _rolling(roster, who, stretches(roster, who)) if fine and frame.brief.settings.stricter_readings else None
    )
    if strictly is not None:
        yield strictly
    elif fine and tightest is not None:
        minutes, one = tightest
        ok = Judged(Verdict.OK, rest_owed(frame, who, one.week).signed)
        yield found(ID, SOURCE, ok, who, one.stretch, measured=minutes, week=one.week + 1)


def _served(roster: Roster, who: str) -> tuple[Sequence[Span], tuple[Served, ...]]:
    """The free stretches, and which serves which week.

    What the weeks before need is left out only where it makes a difference, so that a stretch is shown whole.
    """
    length = rest_lengths(roster.frame, who, Ground.SIGNED)
    free, left = stretches(roster, who), _left(roster, who)
    served = assigned(roster, free, length)
    if left is free:
        return free, served
    lawful = assigned(roster, left, length)
    return (left, lawful) if lacking(lawful) > lacking(served) else (free, served)


def _left(roster: Roster, who: str, ground: Ground = Ground.IN_USE) -> tuple[Span, ...]:
    """The free stretches without what the weeks before the plan need of them."""
    length = rest_shortest(roster.frame, who, ground).amount
    return stretches_from(roster, who, rested_from(roster.frame, who, length))


def _into_week_before(roster: Roster, who: str) -> Iterator[Finding]:
    """Work of the plan that begins in what the week before needs to be a weekly rest."""
    frame = roster.frame
    signed, in_use, reach = (_rested_from(frame, who, ground) for ground in Ground)
    begins = frame.span.start
    if signed is None or in_use is None or reach is None or signed <= begins:
        return
    begun = begun_before(roster, who, signed)
    if begun is None:
        return
    owed = rest_shortest(frame, who)
    work, free = begun
    if work.start >= in_use:
        judged = Judged(Verdict.NEEDS_AGREEMENT, owed, UNSIGNED)
    else:
        judged = Judged(Verdict.NEEDS_AGREEMENT if work.start >= reach else Verdict.BREACH, owed)
    yield found(ID, SOURCE, judged, who, free or work, measured=free.minutes if free else 0, about=WEEK_BEFORE)


def _rested_from(frame: Frame, who: str, ground: Ground) -> int | None:
    return rested_from(frame, who, rest_shortest(frame, who, ground).amount)


def shortest(roster: Roster, findings: Iterable[Finding]) -> Mapping[str, int]:
    """Minutes of the shortest rest that serves a week, of each who works; of a week without one, what was found.

    A finding to be considered tells of its own week alone, which need not be the one with the shortest.
    """
    had: dict[str, list[int]] = {}
    for one in findings:
        if one.rule == ID and one.who is not None and one.measured is not None:
            had.setdefault(one.who, []).append(one.measured)
    frame = roster.frame
    for person in frame.people:
        known = _told(frame, person.id)
        _, served = _served(roster, person.id)
        weeks = (_known(frame, known, one) for one in served if one.stretch is not None and one.day is not None)
        had.setdefault(person.id, []).extend(weeks)
    return {who: min(minutes) for who, minutes in had.items() if minutes and roster.duties(who)}


def _told(frame: Frame, who: str) -> Span:
    """The plan and the history."""
    past = frame.past.get(who, ())
    return Span(past[0].span.start if past else frame.span.start, frame.span.end)


def _known(frame: Frame, known: Span, one: Served) -> int:
    """Minutes of the stretch in the plan and the history that is known, and never less than its block."""
    assert one.stretch is not None
    assert one.block is not None
    if frame.cyclic:
        return one.stretch.minutes
    return max(known.overlap(one.stretch), one.block.minutes)


def _rolling(roster: Roster, who: str, free: Sequence[Span]) -> Finding | None:
    """Seven days from a start of work that do not hold a rest of the length in force: the stricter reading."""
    owed = rest_shortest(roster.frame, who)
    apart = WEEK - owed.amount
    rests = [one for one in free if one.minutes >= owed.amount]
    between = [
        Span(before.end, after.start)
        for before, after in pairwise(rests)
        if after.start - before.end > apart and Span(before.end, after.start).overlap(roster.frame.span)
    ]
    if not between:
        return None
    worst = max(between, key=lambda one: one.minutes)
    measured = max((one.minutes for one in free if worst.holds(one)), default=0)
    return found(
        ID, SOURCE, Judged(Verdict.CONSIDER, owed, SEVEN_DAYS), who, worst, measured=measured, about=SEVEN_DAYS
    )


def _unserved(roster: Roster, who: str, free: Sequence[Span], weeks: Sequence[Served]) -> Iterator[Finding]:
    """The weeks without a block of the length signed: whether a shorter one that is or could be agreed would do."""
    if not weeks:
        return
    frame = roster.frame
    signed, in_use, reach = (rest_lengths(frame, who, ground) for ground in Ground)
    refused = _refused_by_clock(roster, free, in_use, {one.week for one in weeks})
    averting = _averting(roster, who, in_use)
    by_intended = _without(roster, free, in_use) if in_use != signed else {one.week for one in weeks}
    by_any = _without(roster, _left(roster, who, Ground.REACH), reach)
    whole = stretches(roster, who)
    for one in weeks:
        week = frame.week_spans[one.week]
        owed = rest_owed(frame, who, one.week)
        stretch = longest_touching(roster.frame, whole, one.week, owed.in_use.amount)
        measured = stretch.minutes if stretch else 0
        if one.week not in by_intended:
            judged = Judged(Verdict.NEEDS_AGREEMENT, owed.in_use, UNSIGNED)
        elif one.week not in refused:
            judged = Judged(Verdict.CONSIDER, owed.in_use, BY_CLOCK)
        elif averting is not None and one.week not in averting.still_short:
            judged = Judged(averting.verdict, owed.in_use, averting.why)
        else:
            verdict = Verdict.BREACH if one.week in by_any else Verdict.NEEDS_AGREEMENT
            judged = Judged(verdict, owed.in_use, TAKEN if measured >= owed.in_use.amount else "")
        yield found(ID, SOURCE, judged, who, stretch or week, measured=measured, week=one.week + 1)


def _without(roster: Roster, free: Sequence[Span], length: Length) -> set[int]:
    return {one.week for one in assigned(roster, free, length) if one.stretch is None}


def _refused_by_clock(roster: Roster, free: Sequence[Span], length: Length, weeks: set[int]) -> set[int]:
    """Those of the weeks that have no block by the clock either (D9)."""
    served = assigned_by_clock(roster, free, length)
    if served is None:
        return weeks
    without = {one.week for one in served if one.stretch is None}
    return (without & weeks or weeks) if without else set()


@dataclass(frozen=True, slots=True)
class _Averting:
    """The weeks that are short even without the work that nobody could foresee, and how such work is judged."""

    still_short: set[int]
    verdict: Verdict
    why: str


def _averting(roster: Roster, who: str, length: Length) -> _Averting | None:
    """None where all work was foreseen; other work breaks the weekly rest by agreement with the reps alone."""
    if not any(one.shift.unforeseen for one in roster.timeline(who)):
        return None
    daily = at_least(0, averting_rest(roster.frame.brief, who))
    verdict = Verdict.CONSIDER if daily.verdict is Verdict.OK else daily.verdict
    foreseen = stretches(roster, who, unforeseen_too=False)
    return _Averting(_without(roster, foreseen, length), verdict, daily.why or UNFORESEEN)


def limits(frame: Frame) -> Iterator[Limit]:
    """A free block of its own for every week, and in any four weeks one that covers a Sunday or red day.

    Where an agreement begins or ends inside the plan, the weeks of each length have blocks of that length besides,
    those that meet weeks of another length inside these weeks: so no block is counted twice. Over the cut between
    them the solver is stricter than the checker, which takes a block as long as what is in force on the day that it
    covers: a rest from Saturday 20 to Monday 08 before such a Monday is none to the solver. Blocks of the solver are of
    one length for all their weeks, and with two sorts that reach over the cut one rest would serve two weeks. Of four
    weeks that such a cut parts, the one on a Sunday may be of the shorter length.
    """
    every = numbers.SUNDAY_FREE_EVERY.on(frame.first_day)
    for assistant in frame.people:
        who = assistant.id
        yield from off_for_week_before(frame, who, rest_shortest(frame, who).amount, because(ID, who))
        yield _blocks(frame, who, rest_shortest(frame, who).amount, (0, frame.weeks), every)
        lengths = rest_lengths(frame, who)
        if not isinstance(lengths, int):
            by_week = [(max(lengths[at : at + 7]), at // 7) for at in range(0, len(lengths), 7)]
            for length, alike in groupby(by_week, key=lambda one: one[0]):
                weeks = [week for _, week in alike]
                yield _blocks(frame, who, length, (weeks[0], weeks[-1] + 1), every)


def _blocks(frame: Frame, who: str, length: int, weeks: tuple[int, int], every: int) -> FreeBlocks:
    """Blocks of that length for the weeks (first, and the one after the last).

    In any ``every`` weeks one covers a Sunday or red day, those before the plan counted with them.
    """
    asked = weeks_asked(frame)[weeks[0] : weeks[1]]
    first = asked[0].span.start - (length // 2 if weeks[0] == 0 else 0)
    before = rested(frame, who, rest_shortest(frame, who).amount) if weeks[0] == 0 else ()
    since = _rested_from(frame, who, Ground.IN_USE)
    if since is not None:
        first = max(first, since - frame.span.start)
    end = asked[-1].span.end + (length // 2 if weeks[1] == frame.weeks else 0)
    return FreeBlocks(
        who,
        length,
        asked,
        because(ID, who),
        every=every,
        within=None if frame.cyclic else ask.Span(first, end),
        jumps=tuple(one for one in jumps(frame) if one.by > 0),
        work=work_asked(frame, who),
        before=tuple(ask_rest.Rested(one.until - frame.span.start, one.run) for one in before),
    )


def weeks_asked(frame: Frame) -> tuple[Week, ...]:
    """The weeks of the plan as the solver is asked for their blocks."""
    return _WEEKS.of(frame, None, lambda: _weeks_asked(frame))


_WEEKS: Kept[tuple[Week, ...]] = Kept()


def _weeks_asked(frame: Frame) -> tuple[Week, ...]:
    days = [(day, frame.whole_day(day)) for day in frame.dates]
    red = {one.day: one.span for one in red_days(frame)}
    return tuple(_week(frame, week, days, red) for week in frame.week_spans)


def _week(frame: Frame, week: Span, dates: list[tuple[date, Span]], red: Mapping[date, Span]) -> Week:
    """The week with the calendar days that lie whole in it, Sundays and red days marked, and so their red døgn."""
    days = [(day, span) for day, span in dates if week.holds(span)]
    marked = [span for day, span in days if day in red]
    marked += [red[day] for day in _dates(frame, week) if day in red]
    return Week(
        asked_span(frame, week),
        tuple(asked_span(frame, span) for span in sorted({*marked, *(span for _, span in days)})),
        tuple(asked_span(frame, span) for span in marked),
    )


def _dates(frame: Frame, week: Span) -> tuple[date, ...]:
    number = frame.week_spans.index(week)
    return frame.dates[7 * number : 7 * number + 7]


check = each(check_of)
RULE = Rule(ID, SOURCE, check, limits, check_of)
