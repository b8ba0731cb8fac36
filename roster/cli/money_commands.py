"""The commands that speak of money: what turnuses cost, and what payroll is told."""

from pathlib import Path

import typer

from roster.cli.money_options import (
    Correction,
    CostedPaths,
    MoneyBrief,
    MoneyFile,
    Month,
    PayrollOf,
    PayrollOut,
    WholeMonth,
)
from roster.cli.options import Json, Plain, Quiet
from roster.cli.program import command
from roster.cli.voice import Voice


@command("cost")
def cost(
    rosters: CostedPaths,
    rates: MoneyFile = None,
    brief: MoneyBrief = None,
    json: Json = False,
    quiet: Quiet = False,
    plain: Plain = False,
) -> None:
    from roster.cli.cost import run  # noqa: PLC0415 - see roster/cli/program.py

    raise typer.Exit(run(tuple(rosters), rates, brief, Voice(json=json, quiet=quiet, plain=plain)))


@command("payroll")
def payroll(
    roster: PayrollOf,
    month: Month,
    out: PayrollOut = Path(),
    rates: MoneyFile = None,
    brief: MoneyBrief = None,
    correction: Correction = None,
    whole: WholeMonth = False,
    json: Json = False,
    quiet: Quiet = False,
    plain: Plain = False,
) -> None:
    from roster.cli.payroll import run  # noqa: PLC0415 - see roster/cli/program.py
    from roster.workflow.payroll import PayrollAsked  # noqa: PLC0415

    asked = PayrollAsked(roster, month, out, rates, brief, correction, whole)
    raise typer.Exit(run(asked, Voice(json=json, quiet=quiet, plain=plain)))
