"""The commands for when something changes: who can come, who was asked, and the new version."""

import typer

from roster.cli.change_options import (
    Asked,
    AskMessage,
    Away,
    ChangeSeconds,
    Give,
    Instead,
    Left,
    NewNeed,
    NewPerson,
    No,
    ShiftAnswered,
    ShiftAsked,
    Sick,
    Swap,
    Well,
    Yes,
)
from roster.cli.norwegian import Misused
from roster.cli.options import ArrangementFolder, By, Json, Plain, Quiet, RosterFile, ToldOn
from roster.cli.program import command
from roster.cli.voice import Voice
from roster.domain.kinds import DRAFTER
from roster.domain.replies import Said as Replied
from roster.wording import help_change


@command("who")
def who(
    roster: RosterFile,
    shift: ShiftAsked,
    instead: Instead = None,
    message: AskMessage = None,
    json: Json = False,
    quiet: Quiet = False,
    plain: Plain = False,
) -> None:
    from roster.cli.who import run  # noqa: PLC0415 - see roster/cli/program.py

    raise typer.Exit(run(roster, shift, instead, message, Voice(json=json, quiet=quiet, plain=plain)))


@command("change")
def change(
    folder: ArrangementFolder,
    sick: Sick = None,
    well: Well = None,
    swap: Swap = None,
    give: Give = None,
    away: Away = None,
    left: Left = None,
    new: NewPerson = None,
    need: NewNeed = None,
    told: ToldOn = None,
    seconds: ChangeSeconds = 10,
    by: By = None,
    json: Json = False,
    quiet: Quiet = False,
    plain: Plain = False,
) -> None:
    from roster.cli.change import run  # noqa: PLC0415 - see roster/cli/program.py
    from roster.workflow.change import ChangeWanted  # noqa: PLC0415
    from roster.workflow.change_said import Said  # noqa: PLC0415

    said = Said(
        sick=() if sick is None else (sick,),
        swap=() if swap is None else (swap,),
        give=() if give is None else (give,),
        away=() if away is None else (away,),
        left=() if left is None else (left,),
        new=() if new is None else (new,),
        need=() if need is None else (need,),
        well=() if well is None else (well,),
    )
    wanted = ChangeWanted(folder, said, seconds, told, by or DRAFTER)
    raise typer.Exit(run(wanted, Voice(json=json, quiet=quiet, plain=plain)))


@command("ask")
def ask(
    folder: ArrangementFolder,
    shift: ShiftAnswered = None,
    asked: Asked = None,
    yes: Yes = None,
    no: No = None,
    by: By = None,
    json: Json = False,
    quiet: Quiet = False,
    plain: Plain = False,
) -> None:
    voice = Voice(json=json, quiet=quiet, plain=plain)
    said = [(who, what) for who, what in ((asked, Replied.ASKED), (yes, Replied.YES), (no, Replied.NO)) if who]
    if (shift is None) == bool(said) or len(said) > 1:
        raise Misused(help_change.BOTH_OR_NEITHER, "roster ask")
    if shift is None:
        from roster.cli.ask import run_list  # noqa: PLC0415 - see roster/cli/program.py

        raise typer.Exit(run_list(folder, voice))
    from roster.cli.answered import run  # noqa: PLC0415 - see roster/cli/program.py

    ((who, what),) = said
    raise typer.Exit(run(folder, shift, who, what, by or DRAFTER, voice))
