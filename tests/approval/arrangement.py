"""A small arrangement whose plan is lawful: Kari and Ola by day on weekdays, and a folder with versions of it."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

from roster.domain.assistant import Assistant
from roster.domain.brief import Agreement, Arrangement, Brief, Period
from roster.domain.days import DateSpan, When
from roster.domain.fingerprint import FINGERPRINT
from roster.domain.frame import frame_of
from roster.domain.help_needed import Break, Need, ShiftKind
from roster.domain.kinds import Employer, Form, Party, Position, Sort, Tariff
from roster.domain.plan import Plan
from roster.domain.roster import Roster
from roster.domain.vedtak import Vedtak, VedtakLine
from roster.workflow.files import all_files, checked, fingerprint_in, plan_file
from roster.workflow.folder import Source, opened
from roster.workflow.line import FROM

START = date(2027, 1, 4)
NOW = datetime(2026, 12, 21, 12, 0, tzinfo=UTC)
DAY = ShiftKind("D", "Dagvakt", 480, 450, Sort.DAY, breaks=(Break(210, 240, True),))
LONG = ShiftKind("L", "Langvakt", 480, 660, Sort.DAY, breaks=(Break(210, 240, True),))
LONGER_DAY = Agreement(
    "langvakt",
    "10-5 (2)",
    Party.REPS,
    {"day_h": Decimal("12.5"), "week_h": Decimal(48)},
    averaging_weeks=12,
    valid_from=date(2027, 1, 1),
    valid_to=date(2027, 12, 31),
    use_unsigned=True,
)


def brief_of(*agreements: Agreement, kind: ShiftKind = DAY, tariff: Tariff = Tariff.KS_HTA, reps: bool = True) -> Brief:
    """Two weeks of day shifts on weekdays, shared by two in half positions, and one more who has none."""
    people = tuple(
        Assistant(who, alias, Position.PERMANENT, Decimal(50), 2250, wants_up_to=Decimal(100), born=date(1990, 1, 1))
        for who, alias in (("A1", "Kari"), ("A2", "Ola"))
    )
    helper = replace(people[0], id="A3", alias="Nora", position=Position.ON_CALL, percent=Decimal(0))
    return Brief(
        Arrangement("Fjellrev", Employer.KOMMUNE, tariff, reps),
        Vedtak((VedtakLine("V1", DateSpan(date(2026, 1, 1), date(2028, 12, 31)), per_week=6000),)),
        Period(START, 2, Form.CALENDAR),
        (kind,),
        (Need(kind.code, When(frozenset(range(5))), 1),),
        (*people, helper),
        agreements=agreements,
    )


def plan_of(brief: Brief) -> Plan:
    """Kari and Ola by turns."""
    frame = frame_of(brief)
    return Plan(
        brief, Roster(frame, frozenset((f"A{1 + number % 2}", one.id) for number, one in enumerate(frame.shifts)))
    )


def swapped(plan: Plan) -> Plan:
    """Kari and Ola have exchanged their first shifts."""
    first, second = (one.id for one in plan.roster.frame.shifts[:2])
    works = plan.roster.works - {("A1", first), ("A2", second)} | {("A2", first), ("A1", second)}
    return Plan(plan.brief, Roster(plan.roster.frame, works))


def saved(folder: Path, plan: Plan, workbook: bool = False, of: str = "") -> Path:
    """The plan as a new version of the folder; with its workbook and calendars where a test asks for them.

    ``of``: the version that it is a change of.
    """
    source = folder.parent / "familie.yaml"
    source.write_bytes(b"# " + str(plan.brief).encode())
    files = _files_of(plan, workbook)
    with opened(folder, Source(source, source.read_bytes())) as inside:
        facts = {FINGERPRINT: fingerprint_in(files), **({FROM: of} if of else {})}
        return inside.add_version(files, Source(source, source.read_bytes()), NOW, "arbeidsleder", facts)


def _files_of(plan: Plan, workbook: bool) -> dict[str, bytes]:
    """The files of a version; the same plan is checked but once, since many tests begin with it."""
    key = f"{workbook} {plan.brief} {sorted(plan.roster.works)} {plan.origin}"
    if key not in _MADE:
        done = checked(plan)
        _MADE[key] = all_files(done, NOW) if workbook else plan_file(done)
    return _MADE[key]


_MADE: dict[str, dict[str, bytes]] = {}
