"""Reckon a need by the clock, propose kinds of shift for it, and write what the user asks for: page, picture, brief."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from roster.domain.days import WeekRule
from roster.domain.needs import Needs
from roster.domain.shift import less_paid
from roster.exports.brief_yaml import brief_yaml, people_for
from roster.exports.clock_svg import picture
from roster.exports.needs_page import page
from roster.planning.need_layers import TooLong
from roster.planning.needs import Account, account
from roster.planning.result import Stop
from roster.planning.shift_kinds import MOST_KINDS, Proposal, Proposals, proposals
from roster.planning.shift_lengths import first_monday
from roster.reading.faults import Fault, Faults
from roster.reading.needs_file import ReadNeeds, read_needs
from roster.reading.suffixes import WORKBOOK_SUFFIX
from roster.reading.suggest import nearest
from roster.rules.full_time_week import TURNUS_FROM, TURNUS_TO
from roster.rules.profiles import DAY_WEEK, TURNUS_WEEK, profile
from roster.wording.kinds_said import kinds_rows
from roster.wording.needs_fields import NEEDS_PARTS
from roster.workflow.disk import write_new
from roster.workflow.new import as_workbook
from roster.workflow.saving import save_all
from roster.workflow.troubles import disk_trouble_as_fault, refuse

PICTURE, PAGE = "dognklokke.svg", "dognklokke.html"
_FOLDER = Path(__file__).parents[1] / "exports"
TEMPLATES: Mapping[str, Path] = {name: _FOLDER / f"needs_{name}.yaml" for name in ("soknad", "vedtak", "barn")}
_SPELT = {"søknad": "soknad"}
_YAML = (".yaml", ".yml")
_SUNDAY = 6


@dataclass(frozen=True, slots=True)
class NeedsAsked:
    """``kinds``: how many kinds of shift; None: as many as seem best, 0: none. ``seconds`` for each number of kinds.

    ``brief`` is the file to write with the kinds that were chosen, ``out`` the folder for the page and the picture.
    """

    source: Path
    kinds: int | None = None
    brief: Path | None = None
    out: Path | None = None
    seconds: float = 30
    seed: int = 0
    workers: int | None = None


@dataclass(frozen=True, slots=True)
class NeedsFound:
    """What the need comes to, the kinds proposed and the one chosen, and what was written.

    ``to_use``: charged minutes a week that the vedtak has from here on.
    """

    needs: Needs
    account: Account
    proposed: Proposals | TooLong | None
    chosen: Proposal | None
    to_use: Fraction | None
    written: tuple[Path, ...]


def new_needs(path: Path, template: str | None = None) -> None:
    """Writes a need to begin with; ``Faults`` when it cannot, and nothing is lost."""
    name = (template or "soknad").lower()
    name = _SPELT.get(name, name)
    if name not in TEMPLATES:
        near = nearest(name, TEMPLATES)
        hint = f" Mente du «{near}»?" if near else ""
        raise refuse(path, f"Malen «{template}» finnes ikke.{hint}", f"Velg {', '.join(TEMPLATES)}.")
    suffix = path.suffix.lower()
    if suffix not in (*_YAML, WORKBOOK_SUFFIX):
        raise refuse(path, "Vi vet ikke hva slags fil du vil ha.", "La navnet slutte på .yaml eller .xlsx.")
    _must_be_new(path, yaml=False)
    content = TEMPLATES[name].read_bytes()
    if suffix == WORKBOOK_SUFFIX:
        content = as_workbook(content.decode(), NEEDS_PARTS, "Døgnklokke")
    with disk_trouble_as_fault(path, elsewhere=""):
        write_new(path, content)


def needs(asked: NeedsAsked, stop: Stop, tell: Callable[[int], None]) -> NeedsFound:
    """Everything that was asked for; raises ``Faults``, and then nothing is written."""
    for path in (asked.brief, *(() if asked.out is None else (asked.out / PICTURE, asked.out / PAGE))):
        if path is not None:
            _must_be_new(path, yaml=path == asked.brief)
    if asked.brief is not None and asked.kinds == 0:
        raise Faults([Fault("--brief", "", "Et grunnlag trenger vakter.", "Ta bort «--kinds 0».")])
    read = read_needs(asked.source)
    known = account(read.needs)
    to_use = sum((one.to_use for one in known.against), Fraction(0)) if known.against else None
    proposed = None if asked.kinds == 0 or not known.helps else _proposed(asked, read.needs, to_use, stop, tell)
    chosen = _chosen(proposed, asked.kinds) if isinstance(proposed, Proposals) else None
    files = dict(_files(asked, read, known, proposed, chosen))
    save_all(tuple(files.items()), elsewhere="")
    return NeedsFound(read.needs, known, proposed, chosen, to_use, tuple(files))


def _proposed(
    asked: NeedsAsked, need: Needs, to_use: Fraction | None, stop: Stop, tell: Callable[[int], None]
) -> Proposals | TooLong:
    return proposals(
        need,
        seconds=asked.seconds,
        most_kinds=asked.kinds or MOST_KINDS,
        workers=asked.workers or 8,
        seed=asked.seed,
        stop=stop,
        to_use=to_use,
        tell=tell,
    )


def _chosen(proposed: Proposals, kinds: int | None) -> Proposal | None:
    """As many kinds as were asked for, or the most that gain something."""
    if kinds is None:
        return proposed.best
    return proposed.found[-1] if proposed.found and proposed.found[-1].number <= kinds else None


def _files(
    asked: NeedsAsked, read: ReadNeeds, known: Account, proposed: Proposals | TooLong | None, chosen: Proposal | None
) -> Mapping[Path, bytes]:
    files: dict[Path, bytes] = {}
    if asked.out is not None:
        found = proposed if isinstance(proposed, Proposals) else None
        rows = tuple(kinds_rows(found.found, found.needed)) if found is not None else ()
        files[asked.out / PICTURE] = picture(read.needs)
        files[asked.out / PAGE] = page(read.needs, known, rows)
    if asked.brief is not None and chosen is not None:
        tariff = read.needs.arrangement.tariff
        paid = sum((_paid(chosen, code, read.needs) for code in {one.code for one in chosen.kinds}), Fraction(0))
        start = first_monday(read.needs.application.since)
        full_time = _full_time(chosen, paid, profile(tariff).full_time_week)
        files[asked.brief] = brief_yaml(read.needs, read.written, chosen, start, paid, full_time)
    return files


def _full_time(chosen: Proposal, paid: Fraction, usual: int) -> int:
    """Minutes of the full-time week that the kinds give who share them evenly: by day where they make no turnus.

    By agreement that is work between 20 and 06, or at least every third Sunday.
    """
    late = any(one.start < TURNUS_TO or one.start + one.length > TURNUS_FROM for one in chosen.kinds)
    sundays = sum(
        Fraction(one.count, 1 if one.when.weeks is WeekRule.ALL else 2)
        for one in chosen.needs
        if _SUNDAY in one.when.weekdays
    )
    if usual != TURNUS_WEEK or late or sundays * 3 >= people_for(paid, DAY_WEEK):
        return usual
    return DAY_WEEK


def _paid(chosen: Proposal, code: str, need: Needs) -> Fraction:
    """Paid minutes a week of the kind: by the clock, resting time by its share (D8)."""
    kind = next(one for one in chosen.kinds if one.code == code)
    each = kind.length - less_paid(sum(one.end - one.start for one in kind.resting), need.settings.resting_paid)
    return sum(
        (
            Fraction(each * len(one.when.weekdays) * one.count, 1 if one.when.weeks is WeekRule.ALL else 2)
            for one in chosen.needs
            if one.kind == code
        ),
        Fraction(0),
    )


def _must_be_new(path: Path, yaml: bool = True) -> None:
    if yaml and path.suffix.lower() not in _YAML:
        raise refuse(path, "Denne fila må være en YAML-fil.", "La navnet slutte på .yaml.")
    if path.exists() or path.is_symlink():
        what = "Fila finnes fra før, og vi skriver ikke over den."
        raise refuse(path, what, "Velg et annet navn, eller flytt den gamle.")
