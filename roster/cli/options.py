"""The arguments and options that commands share, and how their values are read."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Annotated, Any, TypeAlias, TypeVar

import typer

from roster.domain.kinds import Cause, Employer, Tariff
from roster.wording import help as words

T = TypeVar("T")
FORMATS = ("xlsx", "ics", "json", "csv", "parquet", "alle")


def _argument(name: str, **more: Any) -> Any:
    return typer.Argument(help=words.OPTION_HELP[name], metavar=words.METAVARS[name], show_default=False, **more)


def _option(flag: str, name: str, **more: Any) -> Any:
    """An option with a value."""
    return typer.Option(flag, help=words.OPTION_HELP[name], metavar=words.METAVARS[name], show_default=False, **more)


def _switch(flag: str, name: str) -> Any:
    return typer.Option(flag, help=words.OPTION_HELP[name], show_default=False)


def _number(of: Callable[[str], T], allowed: Callable[[T], bool], example: str) -> Callable[[Any], T]:
    """A reader of numbers as Norwegians write them; typer hands it the default too, which is no text."""

    def read(value: Any) -> T:
        try:
            number = of(str(value).strip().replace(",", "."))
        except (ValueError, OverflowError, InvalidOperation):
            number = None
        if number is None or not allowed(number):
            raise typer.BadParameter(words.not_a_number(str(value), example))
        return number

    return read


def _format(value: Any) -> str:
    name = str(value).strip().lower()
    if name not in FORMATS:
        raise typer.BadParameter(words.not_a_format(name, FORMATS))
    return name


def _day(value: Any) -> date:
    """A date, or a day as people say it («mandag», «i morgen»), read from today."""
    try:
        return date.fromisoformat(str(value).strip())
    except ValueError:
        pass
    from roster.cli import clock  # noqa: PLC0415 - see roster/cli/program.py
    from roster.reading.faults import Unreadable  # noqa: PLC0415
    from roster.reading.said_days import SaidDays  # noqa: PLC0415

    try:
        return SaidDays(clock.today()).day(str(value))
    except Unreadable as error:
        raise typer.BadParameter(words.not_a_date(str(value))) from error


def _tariff(value: Any) -> Tariff:
    try:
        return value if isinstance(value, Tariff) else Tariff(str(value).strip().lower())
    except ValueError as error:
        raise typer.BadParameter(words.not_a_choice(str(value), [one.value for one in Tariff])) from error


def _employer(value: Any) -> Employer:
    try:
        return value if isinstance(value, Employer) else Employer(str(value).strip().lower().replace(" ", "_"))
    except ValueError as error:
        raise typer.BadParameter(words.not_a_choice(str(value), [one.value for one in Employer])) from error


def _cause(value: Any) -> Cause:
    try:
        return value if isinstance(value, Cause) else Cause(str(value).strip().lower())
    except ValueError as error:
        raise typer.BadParameter(words.not_a_choice(str(value), [one.value for one in Cause])) from error


_DAY_OF_SECONDS = 24 * 60 * 60
_seconds = _number(float, lambda number: 0 < number <= _DAY_OF_SECONDS, "60")
_seed = _number(int, lambda number: 0 <= number < 2**31, "7")
_percent = _number(float, lambda number: 0 <= number <= 100, "5")
_few = _number(int, lambda number: 1 <= number <= 9, "3")
_count = _number(int, lambda number: 1 <= number <= 520, "4")

_year = _number(int, lambda number: 2017 <= number <= 2199, "2027")
_kroner = _number(Decimal, lambda number: number.is_finite() and 0 <= number < 10**9, "420000")

HoursOf: TypeAlias = Annotated[Path, _argument("hours_of")]
Timesheets: TypeAlias = Annotated[list[Path] | None, _option("--timesheet", "timesheet")]
Through: TypeAlias = Annotated[date | None, _option("--through", "through", parser=_day)]
Year: TypeAlias = Annotated[int | None, _option("--year", "year", parser=_year)]
SvgFile: TypeAlias = Annotated[Path | None, _option("--svg", "svg")]
XlsxFile: TypeAlias = Annotated[Path | None, _option("--xlsx", "hours_xlsx")]
MessageFile: TypeAlias = Annotated[Path | None, _option("--message", "message")]
RatesFile: TypeAlias = Annotated[Path | None, _option("--egenandel", "egenandel")]
Income: TypeAlias = Annotated[Decimal | None, _option("--income", "income", parser=_kroner)]
BaseAmount: TypeAlias = Annotated[Decimal | None, _option("--base", "base", parser=_kroner)]
NewFile: TypeAlias = Annotated[Path, _argument("file")]
BriefFile: TypeAlias = Annotated[Path, _argument("brief")]
AnyFile: TypeAlias = Annotated[Path | None, _argument("brief_or_roster")]
ListBrief: TypeAlias = Annotated[Path | None, _option("--brief", "list_brief")]
ProfileName: TypeAlias = Annotated[Tariff | None, _option("--profile", "profile", parser=_tariff)]
EmployerName: TypeAlias = Annotated[Employer | None, _option("--employer", "employer", parser=_employer)]
AgreementsFile: TypeAlias = Annotated[Path | None, _option("--agreements", "agreements")]
HistoryFile: TypeAlias = Annotated[Path | None, _option("--history", "history")]
PersonColumn: TypeAlias = Annotated[str | None, _option("--person", "person_column")]
StartColumn: TypeAlias = Annotated[str | None, _option("--start", "start_column")]
EndColumn: TypeAlias = Annotated[str | None, _option("--end", "end_column")]
DateColumn: TypeAlias = Annotated[str | None, _option("--date", "date_column")]
CasesFile: TypeAlias = Annotated[Path | None, _option("--cases", "cases")]
RosterFile: TypeAlias = Annotated[Path, _argument("roster")]
OldRoster: TypeAlias = Annotated[Path, _argument("old_roster")]
NewRoster: TypeAlias = Annotated[Path, _argument("new_roster")]
ToldOn: TypeAlias = Annotated[date | None, _option("--date", "told_on", parser=_day)]
DiffOut: TypeAlias = Annotated[Path | None, _option("--out", "diff_out")]
ArrangementFolder: TypeAlias = Annotated[Path, _argument("arrangement")]
SubmittedPath: TypeAlias = Annotated[Path, _argument("submitted")]
IntoFolder: TypeAlias = Annotated[Path | None, _option("--into", "into")]
By: TypeAlias = Annotated[str | None, _option("--by", "by")]
HappenedOn: TypeAlias = Annotated[date | None, _option("--date", "happened_on", parser=_day)]
Agree: TypeAlias = Annotated[bool | None, _switch("--agree/--disagree", "agree")]
Present: TypeAlias = Annotated[str, _option("--present", "present")]
DiscussNote: TypeAlias = Annotated[str, _option("--note", "discuss_note")]
Minutes: TypeAlias = Annotated[Path | None, _option("--minutes", "minutes")]
AgreementName: TypeAlias = Annotated[str, _argument("agreement")]
Document: TypeAlias = Annotated[Path | None, _option("--document", "document")]
AnswerFile: TypeAlias = Annotated[Path | None, _argument("answer_file")]
Why: TypeAlias = Annotated[str | None, _option("--because", "why")]
UseFrom: TypeAlias = Annotated[date | None, _option("--from", "use_from", parser=_day)]
CauseName: TypeAlias = Annotated[Cause, _option("--because", "cause", parser=_cause)]
UseNote: TypeAlias = Annotated[str, _option("--note", "use_note")]
NoticeBy: TypeAlias = Annotated[str, _option("--notice-by", "notice_by")]
Against: TypeAlias = Annotated[list[str] | None, _option("--against", "against")]
CountedFrom: TypeAlias = Annotated[date | None, _option("--date", "counted_from", parser=_day)]
AgreementsOut: TypeAlias = Annotated[Path | None, _option("--out", "agreements_out")]
PackageOut: TypeAlias = Annotated[Path, _option("--out", "package_out")]
EmployerShown: TypeAlias = Annotated[str, _option("--employer", "employer_shown")]
RuleOrBrief: TypeAlias = Annotated[str | None, _argument("rule_or_brief")]
OnDate: TypeAlias = Annotated[date | None, _option("--date", "date", parser=_day)]
Template: TypeAlias = Annotated[str | None, _option("--template", "template")]
Seconds: TypeAlias = Annotated[float, _option("--seconds", "seconds", parser=_seconds)]
Seed: TypeAlias = Annotated[int, _option("--seed", "seed", parser=_seed)]
Workers: TypeAlias = Annotated[int | None, _option("--workers", "workers", parser=_count)]
Gap: TypeAlias = Annotated[float, _option("--gap", "gap", parser=_percent)]
Alternatives: TypeAlias = Annotated[int, _option("--alternatives", "alternatives", parser=_few)]
Former: TypeAlias = Annotated[Path | None, _option("--from", "former")]
NoEvenOut: TypeAlias = Annotated[bool, _switch("--no-even-out", "no_even_out")]
LeastChange: TypeAlias = Annotated[bool, _switch("--least-change", "least_change")]
WeeksOut: TypeAlias = Annotated[int | None, _option("--weeks-out", "weeks_out", parser=_count)]
PlanOut: TypeAlias = Annotated[Path | None, _option("--out", "plan_out")]
ExportOut: TypeAlias = Annotated[Path, _option("--out", "export_out")]
Format: TypeAlias = Annotated[str, _option("--format", "format", parser=_format)]
AssistantName: TypeAlias = Annotated[str | None, _option("--assistant", "assistant")]
AssistantWanted: TypeAlias = Annotated[str, _option("--assistant", "assistant")]
ShiftName: TypeAlias = Annotated[str, _option("--shift", "shift")]
WeekNumber: TypeAlias = Annotated[int | None, _option("--week", "week", parser=_count)]
Dates: TypeAlias = Annotated[bool, _switch("--dates", "dates")]
Json: TypeAlias = Annotated[bool, _switch("--json", "json")]
Quiet: TypeAlias = Annotated[bool, _switch("--quiet", "quiet")]
Plain: TypeAlias = Annotated[bool, _switch("--plain", "plain")]
