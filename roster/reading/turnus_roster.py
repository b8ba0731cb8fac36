"""From a turnus made elsewhere to a roster: on a brief, or on what is presumed where there is none."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from roster.domain.brief import Brief
from roster.domain.clock import PLAIN
from roster.domain.frame import Frame, calendar_frame, cycle_frame
from roster.domain.kinds import Form
from roster.domain.recorded import recorded
from roster.domain.written import bare_period
from roster.reading.entry_shifts import as_written, kind_called
from roster.reading.faults import Fault, Faults
from roster.reading.list_roster import (
    Conditions,
    Written,
    bare_brief,
    covering,
    names_of,
    on_brief,
    presumed_without_brief,
    without_brief,
)
from roster.reading.list_rows import Entry
from roster.reading.shift_list import ShiftList
from roster.reading.turnus_header import WEEK
from roster.reading.turnus_lines import Turnus
from roster.wording import turnus_words as words
from roster.wording.numbers import WEEKDAYS


@dataclass(frozen=True, slots=True)
class _Same:
    """The turnus with the names of the brief, and how they were found."""

    turnus: Turnus
    about: tuple[str, ...]


def turnus_without_brief(turnus: Turnus, said: Conditions) -> Written:
    """The roster that the turnus is, by the law alone; one without dates repeats. Raises ``Faults``."""
    if turnus.dated:
        return without_brief(_as_list(turnus), said)
    period = bare_period(turnus.start, turnus.weeks, form=Form.CYCLE)
    agreements = covering(said.agreements or (), turnus.people, turnus.file)
    brief = replace(bare_brief(turnus.file, turnus.people, period, said), agreements=agreements)
    rows = [(one.who, as_written(one, f"{number + 1}", clock=PLAIN)) for number, one in enumerate(turnus.entries)]
    presumed = (*presumed_without_brief(turnus.roles, said), *turnus.presumed)
    return Written(recorded(brief, rows), presumed, ())


def turnus_on_brief(turnus: Turnus, brief: Brief) -> Written:
    """The roster in the brief's weeks, in which shifts of its kinds fill its needs; raises ``Faults``.

    One without dates is laid on the weeks of the brief again and again.
    """
    same = _with_names_of(turnus, brief)
    if turnus.dated:
        made = on_brief(_as_list(_less_meetings(same.turnus, _frame(brief))), brief)
    else:
        _must_fit(turnus, brief)
        frame = _frame(brief)
        entries = tuple(_repeated(same.turnus, frame))
        made = on_brief(_as_list(_less_meetings(replace(same.turnus, entries=entries), frame)), brief, frame)
    return replace(made, about=(*same.about, *made.about))


def _frame(brief: Brief) -> Frame:
    if brief.period.form is Form.CYCLE:
        return cycle_frame(brief)
    return calendar_frame(brief, brief.period.weeks)


def _as_list(turnus: Turnus) -> ShiftList:
    if not turnus.entries:
        raise Faults(turnus.unread or [Fault(turnus.file, "", *words.NO_LINES)])
    return ShiftList(turnus.file, turnus.entries, turnus.roles, turnus.about)


def _less_meetings(turnus: Turnus, frame: Frame) -> Turnus:
    """Without what the brief has as a meeting of that person, which stands in the roster already."""
    known = {(who, one.start, one.end) for who, one in frame.fixed}
    kept = tuple(
        one
        for one in turnus.entries
        if (one.who, one.start, one.end) not in known or kind_called(frame.brief, one.code, one) is not None
    )
    return replace(turnus, entries=kept)


# -- weeks --------------------------------------------------------------------------------------------


def _must_fit(turnus: Turnus, brief: Brief) -> None:
    """Raises ``Faults`` where the weeks of the turnus cannot be those of the brief."""
    theirs, ours = turnus.start.weekday(), brief.period.start.weekday()
    if theirs != ours:
        raise Faults([Fault(turnus.file, "", *words.other_first_day(WEEKDAYS[theirs], WEEKDAYS[ours]))])
    if brief.period.form is Form.CYCLE and brief.period.weeks % turnus.weeks:
        raise Faults([Fault(turnus.file, "", *words.other_number_of_weeks(turnus.weeks, brief.period.weeks))])


def _repeated(turnus: Turnus, frame: Frame) -> Iterator[Entry]:
    """The shifts in every turn of the turnus that begins within the weeks of the frame."""
    for first in range(0, frame.weeks, turnus.weeks):
        by = frame.first_day - turnus.start + timedelta(days=WEEK * first)
        for one in turnus.entries:
            if (one.start.date() - turnus.start).days // WEEK + first < frame.weeks:
                yield _later(one, by)


def _later(one: Entry, by: timedelta) -> Entry:
    breaks = one.breaks and tuple(((start + by, end + by), working) for (start, end), working in one.breaks)
    resting = tuple((start + by, end + by) for start, end in one.resting)
    return replace(one, start=one.start + by, end=one.end + by, breaks=breaks, resting=resting)


# -- people -------------------------------------------------------------------------------------------


def _with_names_of(turnus: Turnus, brief: Brief) -> _Same:
    """Each line by the id of the assistant whose id or alias stands before it; lines with but numbers in order."""
    known = names_of(brief)
    found = {who: _named((who, *labels), known) for who, labels in turnus.names.items()}
    about: tuple[str, ...] = ()
    if not any(found.values()) and len(found) == len(brief.assistants) and _only_numbers(turnus):
        found = {who: one.id for who, one in zip(turnus.names, brief.assistants, strict=True)}
        about = (words.in_order([(who, brief.assistant(one).alias) for who, one in found.items() if one]),)
    # A name that is nobody's stays as it is, and is then told with all others.
    ids = {who: one or who for who, one in found.items()}
    entries = tuple(replace(one, who=ids[one.who]) for one in turnus.entries)
    return _Same(replace(turnus, entries=entries), about)


def _named(labels: Sequence[str], known: Mapping[str, str]) -> str | None:
    return next((known[one.casefold()] for one in labels if one.casefold() in known), None)


def _only_numbers(turnus: Turnus) -> bool:
    return all(who.removeprefix("Linje ").strip(". ").isdigit() for who in turnus.names)
