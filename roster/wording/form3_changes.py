"""The sentences of form 3: each changed cell as it stands in the two lines, and where the weekly rest has moved."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Protocol

from roster.domain.exchanges import Exchanges
from roster.domain.frame import Frame
from roster.domain.plan import Change
from roster.domain.swaps import Swap, swaps
from roster.wording.change_words import dates_said, exchanges, may_be_swapped, why, why_swapped
from roster.wording.numbers import listed, weekday

WHY_TITLE = "Endringene, en setning for hver"
NOTHING_CHANGED = "Ingen ruter er endret fra grunnturnusen i disse ukene."
FREE = "fri"
CODE_ONLY = "bare fridagskoden er ny"
NO_WEEKLY_REST = "Uka har ikke F1: den lange fritida har ikke et helt kalenderdøgn."


class Cells(Protocol):
    """What stands in the cells of the two lines."""

    @property
    def weeks(self) -> Sequence[Sequence[date]]: ...

    def before(self, who: str, day: date) -> str: ...

    def after(self, who: str, day: date) -> str: ...

    def weekly_rest(self, who: str, week: Sequence[date]) -> tuple[date | None, date | None]: ...


def change_sentences(frame: Frame, changes: Iterable[Change], cells: Cells) -> Iterator[str]:
    """Each change in a line, person by person: «Osp, tirsdag 11.5.: F1 → N. …».

    A swap is told once for all in it, where the first of them comes. Free days that only have another code come last.
    """
    among = exchanges(changes)
    swapped = swaps(among.changes, may_be_swapped)
    told = {(one.who, one.day) for swap in swapped for one in swap.changes}
    by_cell = {(one.who, one.day): one for one in among.changes}
    shown = [day for week in cells.weeks for day in week]
    for person in frame.people:
        for one in person.vacation:
            if shown and one.first <= shown[-1] and one.last >= shown[0]:
                yield f"{person.alias}: ferie (FE) {dates_said(one)}"
        moved = dict(_moved(frame, person.id, cells))
        yield from (_swap(frame, one, among, cells) for one in swapped if one.people[0] == person.id)
        days = {day for who, day in by_cell if who == person.id} | moved.keys()
        for day in sorted(days):
            if (person.id, day) in told:
                continue
            change = by_cell.get((person.id, day))
            said = [] if change is None else [why(frame, change, among)]
            said += [moved[day]] if day in moved else []
            yield f"{person.alias}, {day_said(day)}: {_cell(cells, person.id, day)}. {' '.join(said)}"
        named = {*days, *(cells.weekly_rest(person.id, week)[1] for week in cells.weeks)}
        recoded = [
            f"{day_said(day)} {_cell(cells, person.id, day)}"
            for day in shown
            if cells.before(person.id, day) != cells.after(person.id, day)
            and not (day in named or any(day in away for away in person.vacation))
        ]
        if recoded:
            yield f"{person.alias}, {CODE_ONLY}: {listed(recoded)}."


def back_sentences(frame: Frame, back: Iterable[Change]) -> Iterator[str]:
    """«Bjørk, torsdag 10.6.: fri, som i grunnturnusen igjen. Var K i turnusen før.»: the two lines are alike there."""
    for one in back:
        now, was = (listed(list(codes)) or FREE for codes in (one.after, one.before))
        name = frame.brief.assistant(one.who).alias
        yield f"{name}, {day_said(one.day)}: {now}, som i grunnturnusen igjen. Var {was} i turnusen før."


def _cell(cells: Cells, who: str, day: date) -> str:
    """«F1 → N»."""
    return f"{cells.before(who, day) or FREE} → {cells.after(who, day) or FREE}"


def _swap(frame: Frame, swap: Swap, among: Exchanges, cells: Cells) -> str:
    """«Bjørk og Lønn bytter: Bjørk lørdag 22.5. D → N; Lønn lørdag 22.5. N → D. …»."""
    names = {who: frame.brief.assistant(who).alias for who in swap.people}
    own = (
        f"{name} {listed([f'{day_said(one.day)} {_cell(cells, who, one.day)}' for one in swap.of(who)])}"
        for who, name in names.items()
    )
    moved = (
        said.replace("(F1)", f"(F1) til {name}").replace("Uka ", f"Uka til {name} ")
        for who, name in names.items()
        for day, said in _moved(frame, who, cells)
        if any(day == one.day for one in swap.of(who))
    )
    all_of_them = listed(list(names.values()))
    return f"{all_of_them} bytter: {'; '.join(own)}. {' '.join((why_swapped(frame, swap, among), *moved))}"


def day_said(day: date) -> str:
    """«tirsdag 11.5.»: the year stands in the title."""
    return f"{weekday(day)} {day.day}.{day.month}."


def _moved(frame: Frame, who: str, cells: Cells) -> Iterator[tuple[date, str]]:
    """The days on which F1 was, or came where none was, with where it is now."""
    vacation = frame.brief.assistant(who).vacation
    for week in cells.weeks:
        before, after = cells.weekly_rest(who, week)
        if before == after:
            continue
        if before is None:
            assert after is not None
            yield after, "Uka får F1, som den ikke hadde i grunnturnusen."
        elif after is not None:
            yield before, f"Ukefridagen (F1) flyttes til {day_said(after)}"
        elif not any(before in dates for dates in vacation):
            yield before, NO_WEEKLY_REST
