"""The commands of the vedtak: the need in hours, and where its hours went."""

import typer

from roster.cli.needs_options import Kinds, NeedsBrief, NeedsFile, NeedsOut, NeedsSeconds, NeedsTemplate, NewNeeds
from roster.cli.norwegian import Misused
from roster.cli.options import (
    BaseAmount,
    HoursOf,
    Income,
    Json,
    MessageFile,
    Plain,
    Quiet,
    RatesFile,
    Seed,
    SvgFile,
    Through,
    Timesheets,
    Workers,
    XlsxFile,
    Year,
)
from roster.cli.program import command
from roster.cli.voice import Voice
from roster.wording import help_needs


@command("needs")
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
    from roster.cli.needs import make, run  # noqa: PLC0415 - see roster/cli/program.py
    from roster.workflow.needs import NeedsAsked  # noqa: PLC0415

    if needs_file is None:
        assert new_file is not None
        raise typer.Exit(make(new_file, template, voice))
    raise typer.Exit(run(NeedsAsked(needs_file, kinds, brief, out, seconds, seed, workers), voice))


@command("hours")
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
    from roster.cli.hours import run  # noqa: PLC0415 - see roster/cli/program.py
    from roster.workflow.hours import HoursAsked  # noqa: PLC0415

    asked = HoursAsked(hours_of, tuple(timesheet or ()), through, year, svg, xlsx, message, egenandel, income, base)
    raise typer.Exit(run(asked, Voice(json=json, quiet=quiet, plain=plain)))
