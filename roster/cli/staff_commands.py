"""The commands of positions: how many of which percent, and what comes of a change."""

import typer

from roster.cli.money_options import MoneyFile
from roster.cli.norwegian import Misused
from roster.cli.options import Json, Plain, Quiet, Seed, Workers
from roster.cli.program import command
from roster.cli.staff_options import (
    Fewest,
    Keep,
    Most,
    OfPeople,
    Proposals,
    Save,
    Sick,
    Smallest,
    StaffBrief,
    StaffSeconds,
    Weekends,
    WhatIf,
    WorkedSheets,
)
from roster.cli.voice import Voice
from roster.wording.help_staff import NOT_A_WAY_TO_SAVE


@command("staff")
def staff(
    brief: StaffBrief,
    proposals: Proposals = 5,
    fewest: Fewest = None,
    most: Most = None,
    smallest: Smallest = None,
    weekends: Weekends = None,
    keep: Keep = None,
    sick: Sick = None,
    save: Save = None,
    what_if: WhatIf = None,
    people: OfPeople = False,
    timesheet: WorkedSheets = None,
    rates: MoneyFile = None,
    seconds: StaffSeconds = 120,
    seed: Seed = 0,
    workers: Workers = None,
    json: Json = False,
    quiet: Quiet = False,
    plain: Plain = False,
) -> None:
    voice = Voice(json=json, quiet=quiet, plain=plain)
    if what_if:
        from roster.cli.what_if import run as ask  # noqa: PLC0415 - see roster/cli/program.py

        raise typer.Exit(ask(brief, tuple(what_if), rates, seconds, seed, workers, voice))
    if people:
        from roster.cli.people import run as look  # noqa: PLC0415

        raise typer.Exit(look(brief, tuple(timesheet or ()), seconds, seed, workers, voice))
    from roster.cli.staff import choose, run  # noqa: PLC0415
    from roster.planning.position_sizes import Bounds  # noqa: PLC0415
    from roster.workflow.staff import StaffAsked  # noqa: PLC0415

    bounds = Bounds(fewest, most, smallest, weekends, tuple(keep or ()))
    asked = StaffAsked(brief, bounds, proposals, seconds, seed, workers, sick, rates)
    if save is None:
        raise typer.Exit(run(asked, voice))
    number, target = save
    if not number.isdecimal():
        raise Misused(NOT_A_WAY_TO_SAVE, "roster staff")
    raise typer.Exit(choose(asked, (int(number), target), voice))
