"""The commands that make a turnus, check it, explain it and show it."""

from pathlib import Path

import typer

from roster.cli.norwegian import Misused
from roster.cli.options import (
    AgreementsFile,
    Alternatives,
    AnyFile,
    AssistantName,
    AssistantWanted,
    BriefFile,
    By,
    CasesFile,
    DateColumn,
    Dates,
    DiffOut,
    EmployerName,
    EndColumn,
    ExportOut,
    Format,
    Former,
    Gap,
    HistoryFile,
    Json,
    LeastChange,
    ListBrief,
    NewFile,
    NewRoster,
    NoEvenOut,
    OldRoster,
    OnDate,
    PersonColumn,
    Plain,
    PlanOut,
    ProfileName,
    Quiet,
    RosterFile,
    RuleOrBrief,
    Seconds,
    Seed,
    ShiftName,
    StartColumn,
    Template,
    ToldOn,
    WeekNumber,
    WeeksOut,
    Workers,
)
from roster.cli.program import command
from roster.cli.voice import Voice
from roster.cli.worked_options import KnownOn, OnDay
from roster.domain.kinds import DRAFTER
from roster.wording import help as words
from roster.wording.help_worked import KNOWN_OF_WHAT, ON_OR_WEEK


@command("new")
def new(
    file: NewFile, template: Template = None, json: Json = False, quiet: Quiet = False, plain: Plain = False
) -> None:
    from roster.cli.new import run  # noqa: PLC0415 - see roster/cli/program.py

    raise typer.Exit(run(file, template, Voice(json=json, quiet=quiet, plain=plain)))


@command("plan")
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
    no_even_out: NoEvenOut = False,
    by: By = None,
    json: Json = False,
    quiet: Quiet = False,
    plain: Plain = False,
) -> None:
    if least_change and former is None:
        raise Misused(words.LEAST_CHANGE_OF_WHAT, "plan")
    from roster.cli.plan import run  # noqa: PLC0415 - see roster/cli/program.py
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
        even_out=not no_even_out,
    )
    raise typer.Exit(run(wanted, Voice(json=json, quiet=quiet, plain=plain)))


@command("check")
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
        from roster.cli.cases import run as try_all  # noqa: PLC0415 - see roster/cli/program.py

        raise typer.Exit(try_all(cases, Voice(json, quiet, plain)))
    if brief_or_roster is None:
        raise Misused(words.NO_FILE, "check")
    from roster.cli.check import run  # noqa: PLC0415
    from roster.wording.list_words import Role  # noqa: PLC0415
    from roster.workflow.check_asked import Asked  # noqa: PLC0415

    named = {Role.PERSON: person, Role.START: start, Role.END: end, Role.DATE: date}
    columns = {role: heading for role, heading in named.items() if heading is not None}
    asked = Asked(brief, columns, employer, profile, agreements, history)
    raise typer.Exit(run(brief_or_roster, asked, Voice(json=json, quiet=quiet, plain=plain)))


@command("explain")
def explain(
    brief: BriefFile, seconds: Seconds = 60, json: Json = False, quiet: Quiet = False, plain: Plain = False
) -> None:
    from roster.cli.explain import run  # noqa: PLC0415 - see roster/cli/program.py

    raise typer.Exit(run(brief, seconds, Voice(json=json, quiet=quiet, plain=plain)))


@command("why")
def why(
    roster: RosterFile,
    shift: ShiftName,
    assistant: AssistantWanted,
    seconds: Seconds = 20,
    json: Json = False,
    quiet: Quiet = False,
    plain: Plain = False,
) -> None:
    from roster.cli.why import run  # noqa: PLC0415 - see roster/cli/program.py

    raise typer.Exit(run(roster, shift, assistant, seconds, Voice(json=json, quiet=quiet, plain=plain)))


@command("rules")
def rules(
    rule_or_brief: RuleOrBrief = None,
    date: OnDate = None,
    json: Json = False,
    quiet: Quiet = False,
    plain: Plain = False,
) -> None:
    from roster.cli.rules import run  # noqa: PLC0415 - see roster/cli/program.py

    raise typer.Exit(run(rule_or_brief, date, Voice(json=json, quiet=quiet, plain=plain)))


@command("show")
def show(
    roster: RosterFile,
    assistant: AssistantName = None,
    week: WeekNumber = None,
    dates: Dates = False,
    on: OnDay = None,
    known: KnownOn = None,
    json: Json = False,
    quiet: Quiet = False,
    plain: Plain = False,
) -> None:
    if known is not None and on is None:
        raise Misused(KNOWN_OF_WHAT, "roster show")
    if on is not None and week is not None:
        raise Misused(ON_OR_WEEK, "roster show")
    voice = Voice(json=json, quiet=quiet, plain=plain)
    if on is not None:
        from roster.cli.show_known import run_known  # noqa: PLC0415 - see roster/cli/program.py

        raise typer.Exit(run_known(roster, on, known, assistant, voice))
    from roster.cli.show import run  # noqa: PLC0415 - see roster/cli/program.py

    raise typer.Exit(run(roster, assistant, week, dates, voice))


@command("export")
def export(
    roster: RosterFile,
    out: ExportOut = Path(),
    format: Format = "alle",  # noqa: A002 - the name of the option
    json: Json = False,
    quiet: Quiet = False,
    plain: Plain = False,
) -> None:
    from roster.cli.export import run  # noqa: PLC0415 - see roster/cli/program.py

    raise typer.Exit(run(roster, out, format, Voice(json=json, quiet=quiet, plain=plain)))


@command("diff")
def diff(
    old: OldRoster,
    new: NewRoster,
    date: ToldOn = None,
    out: DiffOut = None,
    json: Json = False,
    quiet: Quiet = False,
    plain: Plain = False,
) -> None:
    from roster.cli.diff import run  # noqa: PLC0415 - see roster/cli/program.py

    raise typer.Exit(run(old, new, date, out, Voice(json=json, quiet=quiet, plain=plain)))
