"""The commands of what was really worked: a month closed and corrected, and the saldo of hours."""

import typer

from roster.cli.money_options import Month
from roster.cli.options import AssistantName, By, Json, Plain, Quiet
from roster.cli.program import command
from roster.cli.voice import Voice
from roster.cli.worked_options import Excepted, OnlyTry, SaldoThrough, WorkedOf, WorkedSheets, WorkedWhy
from roster.domain.kinds import DRAFTER


@command("worked")
def worked(
    folder: WorkedOf,
    month: Month,
    said: Excepted = None,
    timesheet: WorkedSheets = None,
    because: WorkedWhy = "",
    only_try: OnlyTry = False,
    by: By = None,
    json: Json = False,
    quiet: Quiet = False,
    plain: Plain = False,
) -> None:
    from roster.cli.worked import run  # noqa: PLC0415 - see roster/cli/program.py
    from roster.workflow.worked import WorkedAsked  # noqa: PLC0415

    asked = WorkedAsked(
        folder, month, tuple(said or ()), tuple(timesheet or ()), because, by or DRAFTER, only_try=only_try
    )
    raise typer.Exit(run(asked, Voice(json=json, quiet=quiet, plain=plain)))


@command("saldo")
def saldo(
    folder: WorkedOf,
    through: SaldoThrough = None,
    assistant: AssistantName = None,
    json: Json = False,
    quiet: Quiet = False,
    plain: Plain = False,
) -> None:
    from roster.cli.saldo import run  # noqa: PLC0415 - see roster/cli/program.py
    from roster.workflow.saldo import SaldoAsked  # noqa: PLC0415

    raise typer.Exit(run(SaldoAsked(folder, through, assistant), Voice(json=json, quiet=quiet, plain=plain)))
