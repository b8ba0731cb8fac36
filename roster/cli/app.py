"""The program ``roster``: its commands and their options. What a command does loads only when it runs."""

import io
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer

from roster import __version__
from roster.cli.exits import Exit
from roster.cli.needs_options import Kinds, NeedsBrief, NeedsFile, NeedsOut, NeedsSeconds, NeedsTemplate, NewNeeds
from roster.cli.norwegian import Misused, NorwegianCommand, NorwegianGroup
from roster.cli.options import (
    Against,
    Agree,
    AgreementName,
    AgreementsFile,
    AgreementsOut,
    Alternatives,
    AnswerFile,
    AnyFile,
    ArrangementFolder,
    AssistantName,
    AssistantWanted,
    BaseAmount,
    BriefFile,
    By,
    CasesFile,
    CauseName,
    CountedFrom,
    DateColumn,
    Dates,
    DiffOut,
    DiscussNote,
    Document,
    EmployerName,
    EmployerShown,
    EndColumn,
    ExportOut,
    Format,
    Former,
    Gap,
    HappenedOn,
    HistoryFile,
    HoursOf,
    Income,
    IntoFolder,
    Json,
    LeastChange,
    ListBrief,
    MessageFile,
    Minutes,
    NewFile,
    NewRoster,
    NoticeBy,
    OldRoster,
    OnDate,
    PackageOut,
    PersonColumn,
    Plain,
    PlanOut,
    Present,
    ProfileName,
    Quiet,
    RatesFile,
    RosterFile,
    RuleOrBrief,
    Seconds,
    Seed,
    ShiftName,
    StartColumn,
    SubmittedPath,
    SvgFile,
    Template,
    Through,
    Timesheets,
    ToldOn,
    UseFrom,
    UseNote,
    WeekNumber,
    WeeksOut,
    Why,
    Workers,
    XlsxFile,
    Year,
)
from roster.cli.voice import Voice
from roster.domain.kinds import DRAFTER, EMPLOYER, Cause
from roster.wording import help as words
from roster.wording import help_needs

F = TypeVar("F", bound=Callable[..., Any])

app = typer.Typer(
    cls=NorwegianGroup,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help=f"{words.PROGRAM}\n\n{words.START}",
)


def main(argv: Sequence[str] | None = None) -> None:
    """Run the command typed (``argv``, else the process's own) and end with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        # Redirected on Windows a stream takes the old code pages, which lack some of the signs we write.
        if isinstance(stream, io.TextIOWrapper) and not stream.isatty():
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        code = app(args=argv, prog_name="roster", standalone_mode=False)
    except Misused as misused:
        print(misused.message, words.see_help(misused.command), sep="\n", file=sys.stderr)
        code = Exit.FAULTS
    sys.exit(code or Exit.FINE)


def _command(name: str) -> Callable[[F], F]:
    told = words.COMMAND_HELP[name]
    return app.command(name, cls=NorwegianCommand, help=f"{told.short}\n\n{told.more}", short_help=told.short)


def _show_version(wanted: bool) -> None:
    if wanted:
        print(f"bpa-roster {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", help=words.VERSION_OPTION, callback=_show_version, is_eager=True)
    ] = False,
) -> None:
    """Show the help when no command is given."""
    if context.invoked_subcommand is None:
        print(context.get_help())


@_command("new")
def new(
    file: NewFile, template: Template = None, json: Json = False, quiet: Quiet = False, plain: Plain = False
) -> None:
    from roster.cli.new import run  # noqa: PLC0415 - see the first line of this file

    raise typer.Exit(run(file, template, Voice(json=json, quiet=quiet, plain=plain)))


@_command("plan")
def plan(
    brief: BriefFile,
    seconds: Seconds = 60,
    seed: Seed = 0,
    out: PlanOut = None,
    weeks_out: WeeksOut = None,
    workers: Workers = None,
    gap: Gap = 0,
    alternatives: Alternatives = 1,
    former: Former = None,
    least_change: LeastChange = False,
    by: By = None,
    json: Json = False,
    quiet: Quiet = False,
    plain: Plain = False,
) -> None:
    if least_change and former is None:
        raise Misused(words.LEAST_CHANGE_OF_WHAT, "plan")
    from roster.cli.plan import run  # noqa: PLC0415 - see the first line of this file
    from roster.workflow.plan import Wanted  # noqa: PLC0415

    wanted = Wanted(
        brief,
        seconds,
        seed,
        workers,
        weeks_out,
        out,
        gap=gap / 100,
        former=former,
        keep=least_change,
        proposals=alternatives,
        by=by or DRAFTER,
    )
    raise typer.Exit(run(wanted, Voice(json=json, quiet=quiet, plain=plain)))


@_command("check")
def check(
    brief_or_roster: AnyFile = None,
    brief: ListBrief = None,
    profile: ProfileName = None,
    employer: EmployerName = None,
    agreements: AgreementsFile = None,
    history: HistoryFile = None,
    person: PersonColumn = None,
    start: StartColumn = None,
    end: EndColumn = None,
    date: DateColumn = None,
    cases: CasesFile = None,
    json: Json = False,
    quiet: Quiet = False,
    plain: Plain = False,
) -> None:
    if cases is not None:
        from roster.cli.cases import run as try_all  # noqa: PLC0415 - see the first line of this file

        raise typer.Exit(try_all(cases, Voice(json, quiet, plain)))
    if brief_or_roster is None:
        raise Misused(words.NO_FILE, "check")
    from roster.cli.check import run  # noqa: PLC0415
    from roster.wording.list_words import Role  # noqa: PLC0415
    from roster.workflow.check import Asked  # noqa: PLC0415

    named = {Role.PERSON: person, Role.START: start, Role.END: end, Role.DATE: date}
    columns = {role: heading for role, heading in named.items() if heading is not None}
    asked = Asked(brief, columns, employer, profile, agreements, history)
    raise typer.Exit(run(brief_or_roster, asked, Voice(json=json, quiet=quiet, plain=plain)))


@_command("explain")
def explain(
    brief: BriefFile, seconds: Seconds = 60, json: Json = False, quiet: Quiet = False, plain: Plain = False
) -> None:
    from roster.cli.explain import run  # noqa: PLC0415 - see the first line of this file

    raise typer.Exit(run(brief, seconds, Voice(json=json, quiet=quiet, plain=plain)))


@_command("why")
def why(
    roster: RosterFile,
    shift: ShiftName,
    assistant: AssistantWanted,
    seconds: Seconds = 20,
    json: Json = False,
    quiet: Quiet = False,
    plain: Plain = False,
) -> None:
    from roster.cli.why import run  # noqa: PLC0415 - see the first line of this file

    raise typer.Exit(run(roster, shift, assistant, seconds, Voice(json=json, quiet=quiet, plain=plain)))


@_command("rules")
def rules(
    rule_or_brief: RuleOrBrief = None,
    date: OnDate = None,
    json: Json = False,
    quiet: Quiet = False,
    plain: Plain = False,
) -> None:
    from roster.cli.rules import run  # noqa: PLC0415 - see the first line of this file

    raise typer.Exit(run(rule_or_brief, date, Voice(json=json, quiet=quiet, plain=plain)))


@_command("needs")
def needs(
    needs_file: NeedsFile = None,
    new_file: NewNeeds = None,
    template: NeedsTemplate = None,
    kinds: Kinds = None,
    brief: NeedsBrief = None,
    out: NeedsOut = None,
    seconds: NeedsSeconds = 30,
    seed: Seed = 0,
    workers: Workers = None,
    json: Json = False,
    quiet: Quiet = False,
    plain: Plain = False,
) -> None:
    voice = Voice(json=json, quiet=quiet, plain=plain)
    if (needs_file is None) == (new_file is None):
        raise Misused(help_needs.NO_NEEDS if needs_file is None else help_needs.EITHER, "roster needs")
    from roster.cli.needs import make, run  # noqa: PLC0415 - see the first line of this file
    from roster.workflow.needs import NeedsAsked  # noqa: PLC0415

    if needs_file is None:
        assert new_file is not None
        raise typer.Exit(make(new_file, template, voice))
    raise typer.Exit(run(NeedsAsked(needs_file, kinds, brief, out, seconds, seed, workers), voice))


@_command("hours")
def hours(
    hours_of: HoursOf,
    timesheet: Timesheets = None,
    through: Through = None,
    year: Year = None,
    svg: SvgFile = None,
    xlsx: XlsxFile = None,
    message: MessageFile = None,
    egenandel: RatesFile = None,
    income: Income = None,
    base: BaseAmount = None,
    json: Json = False,
    quiet: Quiet = False,
    plain: Plain = False,
) -> None:
    from roster.cli.hours import run  # noqa: PLC0415 - see the first line of this file
    from roster.workflow.hours import HoursAsked  # noqa: PLC0415

    asked = HoursAsked(hours_of, tuple(timesheet or ()), through, year, svg, xlsx, message, egenandel, income, base)
    raise typer.Exit(run(asked, Voice(json=json, quiet=quiet, plain=plain)))


@_command("show")
def show(
    roster: RosterFile,
    assistant: AssistantName = None,
    week: WeekNumber = None,
    dates: Dates = False,
    json: Json = False,
    quiet: Quiet = False,
    plain: Plain = False,
) -> None:
    from roster.cli.show import run  # noqa: PLC0415 - see the first line of this file

    raise typer.Exit(run(roster, assistant, week, dates, Voice(json=json, quiet=quiet, plain=plain)))


@_command("export")
def export(
    roster: RosterFile,
    out: ExportOut = Path(),
    format: Format = "alle",  # noqa: A002 - the name of the option
    json: Json = False,
    quiet: Quiet = False,
    plain: Plain = False,
) -> None:
    from roster.cli.export import run  # noqa: PLC0415 - see the first line of this file

    raise typer.Exit(run(roster, out, format, Voice(json=json, quiet=quiet, plain=plain)))


@_command("diff")
def diff(
    old: OldRoster,
    new: NewRoster,
    date: ToldOn = None,
    out: DiffOut = None,
    json: Json = False,
    quiet: Quiet = False,
    plain: Plain = False,
) -> None:
    from roster.cli.diff import run  # noqa: PLC0415 - see the first line of this file

    raise typer.Exit(run(old, new, date, out, Voice(json=json, quiet=quiet, plain=plain)))


# -- the course of a version ----------------------------------------------------------------------------


@_command("submit")
def submit(
    folder: SubmittedPath,
    into: IntoFolder = None,
    by: By = None,
    json: Json = False,
    quiet: Quiet = False,
    plain: Plain = False,
) -> None:
    from roster.cli.course import run_submit  # noqa: PLC0415 - see the first line of this file

    raise typer.Exit(run_submit(folder, into, by or DRAFTER, Voice(json=json, quiet=quiet, plain=plain)))


@_command("discuss")
def discuss(
    folder: ArrangementFolder,
    agree: Agree = None,
    date: HappenedOn = None,
    present: Present = "",
    note: DiscussNote = "",
    minutes: Minutes = None,
    by: By = None,
    json: Json = False,
    quiet: Quiet = False,
    plain: Plain = False,
) -> None:
    from roster.cli import clock  # noqa: PLC0415
    from roster.cli.course import run_discuss  # noqa: PLC0415 - see the first line of this file
    from roster.workflow.discuss import Told  # noqa: PLC0415

    people = tuple(one.strip() for one in present.split(",") if one.strip())
    told = Told(date or clock.today(), agree, people, note, minutes)
    raise typer.Exit(run_discuss(folder, told, by or EMPLOYER, Voice(json=json, quiet=quiet, plain=plain)))


@_command("sign")
def sign(
    folder: ArrangementFolder,
    agreement: AgreementName,
    date: HappenedOn = None,
    document: Document = None,
    by: By = None,
    json: Json = False,
    quiet: Quiet = False,
    plain: Plain = False,
) -> None:
    from roster.cli import clock  # noqa: PLC0415
    from roster.cli.course import run_sign  # noqa: PLC0415 - see the first line of this file

    voice = Voice(json=json, quiet=quiet, plain=plain)
    raise typer.Exit(run_sign(folder, agreement, date or clock.today(), document, by or EMPLOYER, voice))


@_command("return")
def return_(
    folder: ArrangementFolder,
    answer: AnswerFile = None,
    because: Why = None,
    by: By = None,
    json: Json = False,
    quiet: Quiet = False,
    plain: Plain = False,
) -> None:
    from roster.cli.course import run_return  # noqa: PLC0415 - see the first line of this file

    raise typer.Exit(run_return(folder, answer, because, by, Voice(json=json, quiet=quiet, plain=plain)))


@_command("use")
def use(
    folder: ArrangementFolder,
    since: UseFrom = None,
    because: CauseName = Cause.NEW_PLAN,
    note: UseNote = "",
    notice_by: NoticeBy = "",
    by: By = None,
    json: Json = False,
    quiet: Quiet = False,
    plain: Plain = False,
) -> None:
    from roster.cli.course import run_use  # noqa: PLC0415 - see the first line of this file
    from roster.workflow.use import Wish  # noqa: PLC0415

    wish = Wish(since, because, note, notice_by)
    raise typer.Exit(run_use(folder, wish, by or EMPLOYER, Voice(json=json, quiet=quiet, plain=plain)))


@_command("status")
def status(folder: ArrangementFolder, json: Json = False, quiet: Quiet = False, plain: Plain = False) -> None:
    from roster.cli.course import run_status  # noqa: PLC0415 - see the first line of this file

    raise typer.Exit(run_status(folder, Voice(json=json, quiet=quiet, plain=plain)))


@_command("verify")
def verify(
    folder: ArrangementFolder, against: Against = None, json: Json = False, quiet: Quiet = False, plain: Plain = False
) -> None:
    from roster.cli.verify import run  # noqa: PLC0415 - see the first line of this file

    raise typer.Exit(run(folder, tuple(against or ()), Voice(json=json, quiet=quiet, plain=plain)))


@_command("agreements")
def agreements(
    folder: ArrangementFolder,
    date: CountedFrom = None,
    out: AgreementsOut = None,
    json: Json = False,
    quiet: Quiet = False,
    plain: Plain = False,
) -> None:
    from roster.cli import clock  # noqa: PLC0415
    from roster.cli.agreements import run  # noqa: PLC0415 - see the first line of this file

    raise typer.Exit(run(folder, date or clock.today(), out, Voice(json=json, quiet=quiet, plain=plain)))


@_command("package")
def package(
    folder: ArrangementFolder,
    out: PackageOut = Path(),
    employer: EmployerShown = "",
    json: Json = False,
    quiet: Quiet = False,
    plain: Plain = False,
) -> None:
    from roster.cli.package import run  # noqa: PLC0415 - see the first line of this file

    raise typer.Exit(run(folder, out, employer, Voice(json=json, quiet=quiet, plain=plain)))
