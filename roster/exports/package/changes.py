"""What is changed since the version in use: the old line with the new one under it, and what the checker says anew."""

from collections.abc import Iterator
from datetime import date, timedelta

from roster.domain.difference import Difference, HandedOver, PersonDifference, Sort, handed_over
from roster.domain.plan import Plan
from roster.exports.changed_lines import Cells, cells_of, days_of, in_week, rosters_of
from roster.exports.package.group import resting
from roster.exports.package.known import Known, Since
from roster.exports.package.on_dates import rollout_changes
from roster.exports.package.paper import Block, Heading, Points, Section, Table, Text
from roster.wording import difference_words as words
from roster.wording import package_first as first
from roster.wording import package_words
from roster.wording.numbers import from_to, listed
from roster.wording.numbers import hours_decimal as hours
from roster.wording.sheets import LETTERS


def changes_section(known: Known) -> Section:
    """Since the version in use, and from the grunnturnus to its dates."""
    return Section(package_words.CHANGED, tuple(_blocks(known)), package_words.SHEETS[package_words.CHANGED])


def _blocks(known: Known) -> Iterator[Block]:
    if known.since is not None:
        yield from _since(known.since, known)
    elif known.in_use is None:
        yield Text(first.NOTHING_RUNS)
    elif known.in_use.version == known.standing.version:
        yield Text(first.THIS_RUNS)
    else:
        yield Text(first.NOT_COMPARED)
    if known.plan.rollout is not None:
        yield from rollout_changes(known.plan)


def _since(one: Since, known: Known) -> Iterator[Block]:
    found, told = one.difference, known.day
    yield Text(words.since_in_use(one.version, found), bold=True)
    yield Points(tuple(words.about(found, told)))
    rows = tuple(_person(found, person, told) for person in found.people)
    yield Table(words.PER_PERSON, words.PERSON_HEADINGS, rows, (2, 4, *(2,) * 9), middle=2)
    handed = tuple(_handed(found, shift, known.plan) for shift in handed_over(found))
    if handed:
        yield Table(words.HANDED_TITLE, words.HANDED_HEADINGS, handed, (2, 6, 3, 3, 6), middle=99)
    if found.changes:
        yield Text(words.HOW_TO_READ)
        before, after = rosters_of((one.plan, known.plan), found)
        cells = cells_of(before, found), cells_of(after, found)
        for start in range(0, (found.last - found.first).days + 1, 7):
            week = found.first + timedelta(days=start)
            if any(in_week(change, week) for change in found.changes):
                yield from _week(found, week, cells, told)
    said = (*(f"Nytt. {line}" for line in one.new), *(f"Borte. {line}" for line in one.gone))
    if said:
        yield Heading(package_words.FINDINGS_CHANGED)
        yield Points(said)


def _handed(found: Difference, one: HandedOver, plan: Plan) -> tuple[str, ...]:
    """The shift, whose it was and is, and the vacation of the one whose it was, where that is why."""
    aliases = {person.who: person.alias for person in found.people}
    day = one.shift.start.date()
    vacation = next((person.vacation for person in plan.brief.assistants if person.id == one.before), ())
    during = () if found.cyclic else tuple(span for span in vacation if day in span)
    said = [f"{aliases[one.before]}: {from_to(span.first, span.last)}" for span in during]
    when = f"{words.day_words(found, day)} kl. {words.times(one.shift)}"
    return one.shift.kind, when, aliases[one.before], aliases[one.after], listed(said)


def _person(found: Difference, one: PersonDifference, told: date) -> tuple[str, ...]:
    notice = None if found.cyclic else one.shortest_notice(told)
    return (
        one.who,
        one.alias,
        *(str(one.number(sort)) for sort in Sort),
        hours(one.paid_before),
        hours(one.paid_after),
        hours(one.paid_after - one.paid_before),
        str(one.weekends_before),
        str(one.weekends_after),
        "" if notice is None else str(notice),
    )


def _week(found: Difference, week: date, cells: tuple[Cells, Cells], told: date) -> Iterator[Block]:
    days = [week + timedelta(days=number) for number in range(7)]
    here = [one for one in found.people if any(in_week(change, week) for change in one.changes)]
    rows: list[tuple[str, ...]] = []
    marked: set[tuple[int, int]] = set()
    said = []
    for one in here:
        changed = {day for change in one.changes for day in days_of(change)}
        old, new = ([side.get((one.who, day), "") for day in days] for side in cells)
        rows.append((one.alias, words.OLD_LINE, *old))
        for number, day in enumerate(days):
            if day in changed:
                marked.add((len(rows), 2 + number))
                new[number] = f"{words.CHANGED} {new[number] or words.FREE}"
        rows.append((one.alias, words.NEW_LINE, *new))
        said += [
            f"{one.alias}: {words.change_line(found, change, told)}" for change in one.changes if in_week(change, week)
        ]
    shaded = frozenset(2 + number for number, day in enumerate(days) if resting(day, found.cyclic))
    headings = [LETTERS[day.weekday()] + ("" if found.cyclic else f" {day.day}.{day.month}.") for day in days]
    yield Table(
        words.week_title(found, week),
        ("Navn", "Linje", *headings),
        tuple(rows),
        (4, 2, *(3,) * 7),
        shaded=shaded,
        marked=frozenset(marked),
        middle=2,
    )
    yield Points(tuple(said))
