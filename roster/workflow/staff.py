"""Propose permanent positions, keep the turnus behind each, and write the one that is chosen as a brief."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from roster.checking.check import check
from roster.domain.brief import Brief
from roster.domain.plan import Plan
from roster.domain.roster import Roster
from roster.exports.plan_json import plan_json
from roster.exports.positions_yaml import with_people
from roster.planning.buffer import Buffer, buffer_of
from roster.planning.position_proof import Answer
from roster.planning.position_sizes import Bounds
from roster.planning.positions import Staffing, positions
from roster.planning.result import Stop
from roster.reading.faults import Fault, Faults
from roster.reading.rates_file import read_money
from roster.reading.read import read_brief, text_of
from roster.reading.suffixes import YAML_SUFFIXES
from roster.rules.cost import cost_of
from roster.wording.staff_words import PEOPLE_NOTE, unknown_people
from roster.workflow.disk import replace_file, write_new
from roster.workflow.journal import digest
from roster.workflow.opening import open_brief, read_plan
from roster.workflow.troubles import disk_trouble_as_fault, refuse, unreadable_as_fault

PEOPLE = frozenset({"assistenter"})
INDEX = "forslag.json"


@dataclass(frozen=True, slots=True)
class StaffAsked:
    """``count`` answers in about so many seconds. ``sick``: the rate of sick leave in percent, None: not told.

    ``rates``: a file with what an hour is paid, where the brief does not say it.
    """

    source: Path
    bounds: Bounds
    count: int = 5
    seconds: float = 120
    seed: int = 0
    workers: int | None = None
    sick: Decimal | None = None
    rates: Path | None = None


@dataclass(frozen=True, slots=True)
class StaffFound:
    """The answers with what absence adds to each, and kroner a week where rates are known.

    ``folder`` holds their rosters; None without any.
    """

    brief: Brief
    staffing: Staffing
    buffers: tuple[Buffer, ...]
    costs: tuple[Decimal | None, ...]
    folder: Path | None


def staff(asked: StaffAsked, stop: Stop, tell: Callable[[int], None]) -> StaffFound:
    """The proposals, each proven; raises ``Faults``, and then nothing is written."""
    brief = with_rates(open_brief(asked.source, PEOPLE).brief, asked.rates)
    _must_be_possible(asked, brief)
    found = positions(
        brief,
        asked.bounds,
        _lawful,
        count=asked.count,
        seconds=asked.seconds,
        seed=asked.seed,
        workers=asked.workers,
        on_answer=tell,
        stop=stop,
    )
    buffers = tuple(buffer_of(one.brief.assistants, brief.period.start, asked.sick) for one in found.answers)
    folder = _keep(asked, found.answers) if found.answers else None
    costs = tuple(cost_a_week(one.roster) for one in found.answers)
    return StaffFound(brief, found, buffers, costs, folder)


def cost_a_week(roster: Roster) -> Decimal | None:
    """Kroner a week by the rates of its brief; None where there are none, or one is missing."""
    kroner = cost_of(roster).kroner if roster.frame.brief.rates else None
    return None if kroner is None else kroner / roster.frame.weeks


def with_rates(brief: Brief, rates: Path | None) -> Brief:
    """The brief with the rates of a file of their own, where one is named."""
    return brief if rates is None else replace(brief, rates=read_money(rates).rates or brief.rates)


def folder_of(source: Path) -> Path:
    """Where the rosters behind the proposals lie: beside the brief."""
    return source.with_name(f"{source.stem}-stillinger")


def save(asked: StaffAsked, number: int, target: Path) -> Path:
    """Writes the proposal as a brief, and answers where its roster lies; raises ``Faults``.

    The proposals are those made last of the brief as it is now.
    """
    source, folder = asked.source, folder_of(asked.source)
    if source.suffix.lower() not in YAML_SUFFIXES or target.suffix.lower() not in YAML_SUFFIXES:
        where = target if source.suffix.lower() in YAML_SUFFIXES else source
        raise refuse(where, "Forslag kan bare lagres fra og til YAML.", "Bruk et grunnlag som slutter på .yaml.")
    index = _index(folder)
    with unreadable_as_fault(source):
        content = source.read_bytes()
    if index is None or index.of != digest(content):
        what = "Det finnes ingen forslag for dette grunnlaget slik det er nå."
        raise refuse(source, what, f"Lag dem først med «roster staff {source}».")
    if not 1 <= number <= len(index.answers):
        what = f"Forslag {number} finnes ikke."
        raise refuse(folder, what, f"Velg et tall fra 1 til {len(index.answers)}.")
    roster = folder / _file(number)
    brief = read_plan(roster).plan.brief
    text = with_people(text_of(content, source.name), brief.assistants, frozenset(index.keep), PEOPLE_NOTE)
    with disk_trouble_as_fault(target, elsewhere=""):
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            write_new(target, text.encode())
        except FileExistsError:
            what = "Fila finnes fra før, og vi skriver ikke over den."
            raise refuse(target, what, "Velg et annet navn, eller flytt den gamle.") from None
    try:
        if not _same_people(brief, read_brief(target).brief, read_brief(source, PEOPLE).brief, index.keep):
            what = "Assistentene står slik at vi ikke kan bytte dem ut uten å miste noe."
            raise refuse(source, what, "Skriv dem på hver sin linje, som «- {id: A1, alias: Bjørk}».")
    except Faults:
        target.unlink()
        raise
    return roster


def _same_people(proposed: Brief, written: Brief, source: Brief, keep: Sequence[str]) -> bool:
    """Everybody proposed is in the brief written, and of those who stay nothing was lost."""
    ids = {one.id for one in written.assistants}
    return ids == {one.id for one in proposed.assistants} and all(
        written.assistant(who) == source.assistant(who) for who in keep
    )


def _lawful(roster: Roster) -> bool:
    return not check(roster).fails


def _must_be_possible(asked: StaffAsked, brief: Brief) -> None:
    bounds = asked.bounds
    known = [one.id for one in brief.assistants]
    unknown = [who for who in bounds.keep if who not in known]
    if unknown:
        raise Faults([Fault("--keep", "", *unknown_people(unknown, known))])
    if bounds.fewest is not None and bounds.most is not None and bounds.fewest > bounds.most:
        what = f"Færrest assistenter ({bounds.fewest}) er mer enn flest ({bounds.most})."
        raise Faults([Fault("--fewest", "", what, "Bytt om tallene, eller ta bort det ene.")])


# -- the rosters behind the proposals ---------------------------------------------------------------


def _file(number: int) -> str:
    return f"forslag-{number}.json"


def _keep(asked: StaffAsked, answers: Sequence[Answer]) -> Path:
    """The rosters in a folder of their own, in place of those of the last run."""
    folder = folder_of(asked.source)
    if folder.exists() and _index(folder) is None and (not folder.is_dir() or any(folder.iterdir())):
        what = "Her skulle forslagene ligge, men mappa brukes til noe annet."
        raise refuse(folder, what, "Flytt eller gi mappa et annet navn.")
    files = [_file(number) for number in range(1, len(answers) + 1)]
    index = {
        "schema": 1,
        "of": digest(asked.source.read_bytes()),
        "keep": list(asked.bounds.keep),
        "answers": files,
    }
    with disk_trouble_as_fault(folder, elsewhere=""):
        folder.mkdir(exist_ok=True)
        for number, one in enumerate(answers, start=1):
            content = plan_json(Plan(one.brief, one.roster), check(one.roster), None)
            replace_file(folder / _file(number), content)
        replace_file(folder / INDEX, (json.dumps(index, ensure_ascii=False, indent=1) + "\n").encode())
        for old in folder.glob("forslag-*.json"):
            if old.name not in files:
                old.unlink()
    return folder


@dataclass(frozen=True, slots=True)
class _Index:
    """What the folder says of itself: the digest of the brief, who stayed, and the files of the answers."""

    of: str
    keep: tuple[str, ...]
    answers: tuple[str, ...]


def _index(folder: Path) -> _Index | None:
    """None where the folder is not one of ours."""
    try:
        found = json.loads((folder / INDEX).read_bytes())
        return _Index(found["of"], tuple(found["keep"]), tuple(found["answers"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
