"""The vedtak is not overspent and is used for what it is for (D30, D31; pbrl § 2-1 d on nights and two at once).

Read as: in a grunnturnus the hours charged a week on average are at most those granted a week on its first day; in a
calendar, for each year, those charged are at most the plan's part of what is left of that year (``vedtak_hours``).
Waking nights, resting nights, and two assistants at once for more than an hour on end need a line that covers them,
and use no more than such lines give. Hours for one thing alone are no use to other shifts, nor those of a line to
days that it is not valid on: what may only be drawn from some of the lines keeps within those. So no line is overdrawn
on its own dates where another follows it in the year, which D30 leaves open; a week parted by the change is some days
of one and some of the other, and neither takes there what the other needs: hours that one leaves unused lapse with it,
and the year's lines together bind all the same. What is drawn on a day on which no line is valid is held against all
of them. With «overskrid og varsle» hours over are to be considered, else missing. Nights and two at once that no line
valid then is for are missing all the same: the setting speaks of hours that do not suffice (D30), and no hours are
granted for those (pbrl § 2-1 d).
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from math import floor

from roster.domain.finding import Finding, Source, Unit, Verdict
from roster.domain.frame import Frame, cycle_frame
from roster.domain.kept import Kept
from roster.domain.kinds import Covers, WhenShort
from roster.domain.roster import Roster
from roster.domain.rotation import places
from roster.domain.shift import Shift
from roster.domain.spans import HOUR, Span
from roster.domain.vedtak import VedtakLine
from roster.rules.asking import because
from roster.rules.numbers import BPA_URL, READ
from roster.rules.rule import Rule
from roster.rules.vedtak_hours import Allowance, allowances, per_week, purposes
from roster.rules.vedtak_share import drawn, granted_by, open_on, yet_to_use
from roster.rules.vedtak_weeks import SORTS, Drawn, Draws
from solver.problem import Cover, Limit, Minutes

ID = "vedtak"
SOURCE = Source("vedtaket; pasient- og brukerrettighetsloven § 2-1 d", BPA_URL, READ)

LINES = "linje "
"""Before the ids of the lines, in the reason of a limit that is about some of them."""


def check(roster: Roster) -> Iterator[Finding]:
    lines = roster.frame.brief.vedtak.lines
    if not lines:  # a roster made elsewhere, whose vedtak nobody has told us of
        return
    draws = Draws(roster)
    yield from _weighed(roster.frame, lines, draws.by_all(), None)
    for covers in Covers:
        able = [line for line in lines if covers in purposes(line)]
        drawn = draws.by_second(able) if covers is Covers.TWO_AT_ONCE else draws.by_sort(covers, able)
        if drawn.shifts:
            yield from _weighed(roster.frame, able, drawn, covers)
    for group in draws.groups():
        yield from _weighed(
            roster.frame, [line for line in lines if line.id in group], draws.by_group(group), None, group
        )


def _weighed(
    frame: Frame,
    lines: Sequence[VedtakLine],
    drawn: Drawn,
    covers: Covers | None,
    only: frozenset[str] | None = None,
) -> Iterator[Finding]:
    """``covers``: what of it; ``only``: the lines that it is about, where not all."""
    if frame.cyclic:
        used = drawn.by_year[0]
        granted = any(frame.first_day in one.dates for one in lines)
        most = per_week(lines, frame.first_day, frame.brief.settings) * frame.weeks
        average = -(-used // frame.weeks)
        limit = int(most / frame.weeks)
        yield _finding(frame, used <= most, frame.span, average, limit, covers, Unit.MINUTES_A_WEEK, only, granted)
        return
    every = frame.brief.vedtak.lines
    for part in _allowed(frame, lines, only is not None):
        span = Span(frame.whole_day(part.first).start, frame.whole_day(part.last).end)
        minutes = drawn.by_year.get(part.year, 0)
        if (covers is not None or only is not None) and not minutes:
            continue
        if only is not None and only >= {one.id for one in every if _valid_in(one, part.first, part.last)}:
            continue  # all that there is then, which is weighed already
        granted = any(_valid_in(one, part.first, part.last) for one in lines)
        fine, whole = minutes <= part.minutes, int(part.minutes)
        yield _finding(frame, fine, span, minutes, whole, covers, Unit.MINUTES, only, granted)


def _allowed(frame: Frame, lines: Sequence[VedtakLine], alone: bool) -> tuple[Allowance, ...]:
    key = (*(one.id for one in lines), alone)
    return _ALLOWED.of(frame, key, lambda: tuple(allowances(frame, lines, alone)))


_ALLOWED: Kept[tuple[Allowance, ...]] = Kept()


def _valid_in(line: VedtakLine, first: date, last: date) -> bool:
    return line.dates.first <= last and first <= line.dates.last


def _finding(
    frame: Frame,
    fine: bool,
    span: Span,
    used: int,
    most: int,
    covers: Covers | None,
    unit: Unit,
    only: frozenset[str] | None,
    granted: bool,
) -> Finding:
    """``granted``: some line that is for it is valid then, however many hours it has left."""
    warned = frame.brief.vedtak.when_short is WhenShort.EXCEED and (covers is None or granted)
    verdict = Verdict.OK if fine else (Verdict.CONSIDER if warned else Verdict.MISSING)
    facts = {"covers": covers.value} if covers is not None else {}
    if only is not None:
        facts["lines"] = ", ".join(sorted(only))
    return Finding(ID, verdict, None, span, used, most, unit, SOURCE, ("vedtaket",), facts=facts)


def limits(frame: Frame) -> Iterator[Limit]:
    """What all shifts draw keeps within the plan's share, and what nights draw within the lines that cover them.

    Where no line valid then covers nights, none is worked that is charged, however the brief would have hours exceeded;
    where none covers two at once, no shift has two and no two overlap by more than a handover.
    """
    lines = frame.brief.vedtak.lines
    yield from _within(frame, lines, frame.shifts, "", _beforehand(frame))
    for covers in SORTS.values():
        of_sort = tuple(one for one in frame.shifts if SORTS.get(one.sort) is covers)
        if of_sort:
            yield from _within(frame, tuple(one for one in lines if _is_for(one, covers)), of_sort, covers.value)
    if not _some_valid(frame, (one for one in lines if _is_for(one, Covers.TWO_AT_ONCE)), None):
        yield from _one_at_a_time(frame)
    yield from _within_their_lines(frame, lines)


def _is_for(line: VedtakLine, use: Covers) -> bool:
    return use in line.covers or line.purpose == use.value


def _some_valid(frame: Frame, lines: Iterable[VedtakLine], year: int | None) -> bool:
    """Some of the lines is valid on a day of the plan, or of the plan's part of a year; in a cycle on its first day."""
    first, last = frame.first_day, frame.first_day if frame.cyclic else frame.dates[-1]
    if year is not None:
        first, last = max(first, date(year, 1, 1)), min(last, date(year, 12, 31))
    return any(_valid_in(one, first, last) for one in lines)


def _within_their_lines(frame: Frame, lines: tuple[VedtakLine, ...]) -> Iterator[Limit]:
    """Shifts that some line is closed to keep, with all that have no more lines to go to, within the lines open."""
    fixed = _beforehand(frame)
    for share in granted_by(frame, ()):
        open_lines = {
            shift.id: open_on(lines, shift, share.year)
            for shift in (*frame.shifts, *fixed)
            if share.year is None or share.year in (shift.start.year, shift.end.year)
        }
        plan = [day for day in frame.dates if day.year == share.year]
        there = {one for one in lines if not plan or (one.dates.first <= plan[-1] and plan[0] <= one.dates.last)}
        for some in sorted(set(open_lines.values()), key=lambda every: [one.id for one in every]):
            if there - set(some):
                inside = {shift for shift, theirs in open_lines.items() if set(theirs) <= set(some)}
                of_these = tuple(one for one in frame.shifts if one.id in inside and one.charged)
                if of_these:
                    beside = tuple(one for one in fixed if one.id in inside)
                    what = LINES + ", ".join(one.id for one in some)
                    yield from _within(frame, some, of_these, what, beside, share.year)


def _within(
    frame: Frame,
    lines: tuple[VedtakLine, ...],
    shifts: tuple[Shift, ...],
    what: str,
    fixed: tuple[Shift, ...] = (),
    only: int | None = None,
) -> Iterator[Limit]:
    """On common lines every shift of a line is walked by all of its group, and counts as often.

    ``fixed`` is drawn beforehand. ``only``: the year that it is about, where the lines are not all.
    """
    walkers = {who: len(starts) for who, starts in frame.rotations.items()}
    times = max(walkers.values(), default=1)
    alike = all(one == times for one in walkers.values())
    counted = [one for one in shifts if yet_to_use(frame, lines, one)]
    alone = what.startswith(LINES)
    for share in granted_by(frame, lines, alone):
        if alone and share.year != only:
            continue
        amounts = tuple((one.id, drawn(frame, one, share.year) * times) for one in counted)
        base = sum(drawn(frame, one, share.year) for one in fixed if yet_to_use(frame, lines, one))
        why = because(ID, "", what or ("" if share.year is None else str(share.year)))
        if what in tuple(Covers) and not _some_valid(frame, lines, share.year):
            for one, (name, minutes) in zip(counted, amounts, strict=True):
                if minutes:
                    none = f"{name} uten linje {share.year or ''}".rstrip()
                    yield Cover(none, (name,), why, most=0, works=_places(frame, one))
        elif alike:
            yield Minutes(None, tuple(one for one in amounts if one[1]), why, most=floor(share.minutes), base=base)


def _beforehand(frame: Frame) -> tuple[Shift, ...]:
    """What is fixed for everybody; a line has each event wherever one who walks it comes to it, in more weeks."""
    fixed = cycle_frame(frame.brief).fixed if frame.rotations else frame.fixed
    return tuple(one for _, one in fixed)


def _one_at_a_time(frame: Frame) -> Iterator[Limit]:
    why = because(ID, "", Covers.TWO_AT_ONCE.value)
    charged = [one for one in frame.shifts if one.charged and one.up_to]
    for at, one in enumerate(charged):
        if one.up_to > 1:
            yield Cover(f"{one.id} alene", (one.id,), why, most=1, works=_places(frame, one))
        for other in charged[at + 1 :]:
            if other.span.start >= one.span.end:
                break
            if one.span.overlap(other.span) > HOUR:
                works = _places(frame, one, other)
                yield Cover(f"{one.id} eller {other.id}", (one.id, other.id), why, most=1, works=works)


def _places(frame: Frame, *shifts: Shift) -> tuple[tuple[str, str], ...] | None:
    """Where on common lines the shifts are worked by somebody; None where everybody has an own line."""
    return tuple(place for one in shifts for place in places(frame, one)) if frame.rotations else None


RULE = Rule(ID, SOURCE, check, limits, counts_only=True)
