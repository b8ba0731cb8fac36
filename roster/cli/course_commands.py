"""The commands by which a version is approved, signed, taken into use and proven."""

from pathlib import Path

import typer

from roster.cli.options import (
    Against,
    Agree,
    AgreementName,
    AgreementsOut,
    AnswerFile,
    ArrangementFolder,
    By,
    CauseName,
    CountedFrom,
    DiscussNote,
    Document,
    EmployerShown,
    HappenedOn,
    IntoFolder,
    Json,
    Minutes,
    NoticeBy,
    PackageOut,
    Plain,
    Present,
    Quiet,
    SubmittedPath,
    UseFrom,
    UseNote,
    Why,
)
from roster.cli.program import command
from roster.cli.voice import Voice
from roster.domain.kinds import DRAFTER, EMPLOYER, Cause


@command("submit")
def submit(
    folder: SubmittedPath,
    into: IntoFolder = None,
    by: By = None,
    json: Json = False,
    quiet: Quiet = False,
    plain: Plain = False,
) -> None:
    from roster.cli.course import run_submit  # noqa: PLC0415 - see roster/cli/program.py

    raise typer.Exit(run_submit(folder, into, by or DRAFTER, Voice(json=json, quiet=quiet, plain=plain)))


@command("discuss")
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
    from roster.cli.course import run_discuss  # noqa: PLC0415 - see roster/cli/program.py
    from roster.workflow.discuss import Told  # noqa: PLC0415

    people = tuple(one.strip() for one in present.split(",") if one.strip())
    told = Told(date or clock.today(), agree, people, note, minutes)
    raise typer.Exit(run_discuss(folder, told, by or EMPLOYER, Voice(json=json, quiet=quiet, plain=plain)))


@command("sign")
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
    from roster.cli.course import run_sign  # noqa: PLC0415 - see roster/cli/program.py

    voice = Voice(json=json, quiet=quiet, plain=plain)
    raise typer.Exit(run_sign(folder, agreement, date or clock.today(), document, by or EMPLOYER, voice))


@command("return")
def return_(
    folder: ArrangementFolder,
    answer: AnswerFile = None,
    because: Why = None,
    by: By = None,
    json: Json = False,
    quiet: Quiet = False,
    plain: Plain = False,
) -> None:
    from roster.cli.returned import run  # noqa: PLC0415 - see roster/cli/program.py

    raise typer.Exit(run(folder, answer, because, by, Voice(json=json, quiet=quiet, plain=plain)))


@command("use")
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
    from roster.cli.use import run  # noqa: PLC0415 - see roster/cli/program.py
    from roster.workflow.use import Wish  # noqa: PLC0415

    wish = Wish(since, because, note, notice_by)
    raise typer.Exit(run(folder, wish, by or EMPLOYER, Voice(json=json, quiet=quiet, plain=plain)))


@command("status")
def status(folder: ArrangementFolder, json: Json = False, quiet: Quiet = False, plain: Plain = False) -> None:
    from roster.cli.status import run  # noqa: PLC0415 - see roster/cli/program.py

    raise typer.Exit(run(folder, Voice(json=json, quiet=quiet, plain=plain)))


@command("verify")
def verify(
    folder: ArrangementFolder, against: Against = None, json: Json = False, quiet: Quiet = False, plain: Plain = False
) -> None:
    from roster.cli.verify import run  # noqa: PLC0415 - see roster/cli/program.py

    raise typer.Exit(run(folder, tuple(against or ()), Voice(json=json, quiet=quiet, plain=plain)))


@command("agreements")
def agreements(
    folder: ArrangementFolder,
    date: CountedFrom = None,
    out: AgreementsOut = None,
    json: Json = False,
    quiet: Quiet = False,
    plain: Plain = False,
) -> None:
    from roster.cli import clock  # noqa: PLC0415
    from roster.cli.agreements import run  # noqa: PLC0415 - see roster/cli/program.py

    raise typer.Exit(run(folder, date or clock.today(), out, Voice(json=json, quiet=quiet, plain=plain)))


@command("package")
def package(
    folder: ArrangementFolder,
    out: PackageOut = Path(),
    employer: EmployerShown = "",
    json: Json = False,
    quiet: Quiet = False,
    plain: Plain = False,
) -> None:
    from roster.cli.package import run  # noqa: PLC0415 - see roster/cli/program.py

    raise typer.Exit(run(folder, out, employer, Voice(json=json, quiet=quiet, plain=plain)))
