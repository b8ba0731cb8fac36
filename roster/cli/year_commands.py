"""The commands for red days, vacation and other weeks that are not as the grunnturnus has them."""

import typer

from roster.cli.norwegian import Misused
from roster.cli.options import Json, Plain, Quiet, RosterFile, Seconds, Seed, Workers
from roster.cli.program import command
from roster.cli.voice import Voice
from roster.cli.year_options import (
    Away,
    BalancesFile,
    FairSvg,
    FairXlsx,
    FromDay,
    LastDay,
    NeedFile,
    NewSpecial,
    ReplaceAgreed,
    SpecialRoster,
    SpecialTemplate,
    ToDay,
    WishFile,
)
from roster.wording import help_year


@command("holidays")
def holidays(
    roster: RosterFile,
    first: FromDay = None,
    last: ToDay = None,
    seconds: Seconds = 60,
    seed: Seed = 0,
    workers: Workers = None,
    json: Json = False,
    quiet: Quiet = False,
    plain: Plain = False,
) -> None:
    from roster.cli.holidays import run  # noqa: PLC0415 - see roster/cli/program.py
    from roster.workflow.special import SpecialAsked  # noqa: PLC0415

    asked = SpecialAsked(roster, first, last, seconds, seed, workers)
    raise typer.Exit(run(asked, Voice(json=json, quiet=quiet, plain=plain)))


@command("vacation")
def vacation(
    roster: RosterFile,
    wishes: WishFile = None,
    away: Away = None,
    replace: ReplaceAgreed = False,
    first: FromDay = None,
    last: ToDay = None,
    seconds: Seconds = 60,
    seed: Seed = 0,
    workers: Workers = None,
    json: Json = False,
    quiet: Quiet = False,
    plain: Plain = False,
) -> None:
    from roster.cli.vacation import run  # noqa: PLC0415 - see roster/cli/program.py
    from roster.workflow.special import SpecialAsked  # noqa: PLC0415
    from roster.workflow.vacation import VacationAsked  # noqa: PLC0415

    asked = VacationAsked(SpecialAsked(roster, first, last, seconds, seed, workers), wishes, away, replace)
    raise typer.Exit(run(asked, Voice(json=json, quiet=quiet, plain=plain)))


@command("special")
def special(
    roster: SpecialRoster = None,
    weeks: NeedFile = None,
    new_file: NewSpecial = None,
    template: SpecialTemplate = "reise",
    seconds: Seconds = 60,
    seed: Seed = 0,
    workers: Workers = None,
    json: Json = False,
    quiet: Quiet = False,
    plain: Plain = False,
) -> None:
    voice = Voice(json=json, quiet=quiet, plain=plain)
    if (roster is None) == (new_file is None) or (roster is None) != (weeks is None):
        raise Misused(help_year.EITHER_PLAN_OR_FILE, "roster special")
    if template not in help_year.SPECIAL_TEMPLATES:
        raise Misused(help_year.NOT_A_SPECIAL_TEMPLATE, "roster special")
    from roster.cli.special import make, run  # noqa: PLC0415 - see roster/cli/program.py
    from roster.workflow.special import SpecialAsked  # noqa: PLC0415

    if new_file is not None:
        raise typer.Exit(make(new_file, template, voice))
    assert roster is not None
    assert weeks is not None
    asked = SpecialAsked(roster, seconds=seconds, seed=seed, workers=workers)
    raise typer.Exit(run(asked, weeks, voice))


@command("fairness")
def fairness(
    roster: RosterFile,
    last: LastDay = None,
    svg: FairSvg = None,
    xlsx: FairXlsx = None,
    balances: BalancesFile = None,
    json: Json = False,
    quiet: Quiet = False,
    plain: Plain = False,
) -> None:
    from roster.cli.fairness import run  # noqa: PLC0415 - see roster/cli/program.py
    from roster.workflow.fairness import FairnessAsked  # noqa: PLC0415

    asked = FairnessAsked(roster, last, svg, xlsx, balances)
    raise typer.Exit(run(asked, Voice(json=json, quiet=quiet, plain=plain)))
