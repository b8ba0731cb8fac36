"""Every command has help with an example and is documented; what is typed wrong gets a Norwegian sentence."""

import json
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from roster.cli.app import app
from roster.wording.help import COMMAND_HELP
from roster.wording.help_groups import COMMAND_GROUPS
from tests.cli.typed import typed
from tests.readme import README, roster_lines

COMMANDS = typer.main.get_command(app).commands  # type: ignore[attr-defined]
NAMES = sorted(COMMANDS)


def test_the_help_has_each_command_under_one_heading() -> None:
    assert sorted(name for names in COMMAND_GROUPS.values() for name in names) == NAMES


def test_the_commands_are_those_with_help() -> None:
    assert sorted(COMMAND_HELP) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_each_command_has_help_with_an_example(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    answer = typed(capsys, name, "--help")
    assert answer.code == 0
    assert answer.out.startswith(f"Bruk: roster {name} ")
    assert COMMAND_HELP[name].examples
    assert all(example.line in answer.out for example in COMMAND_HELP[name].examples)
    assert all(param.help for param in COMMANDS[name].params)
    said = " ".join(answer.out.split())
    assert "Vanlig verdi: ." not in said
    options = said.partition(" Valg: ")[2].partition(" Eksempler: ")[0]
    assert all(spelt in options for param in COMMANDS[name].params for spelt in getattr(param, "secondary_opts", ()))


@pytest.mark.parametrize("name", NAMES)
def test_each_command_is_in_the_readme(name: str) -> None:
    assert any(line.split()[1] == name for line in roster_lines())
    assert f"`roster {name}`" in README.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "line", [*roster_lines(), *(one.line for told in COMMAND_HELP.values() for one in told.examples)]
)
def test_each_line_we_show_is_understood(line: str) -> None:
    _, name, *words = shlex.split(line)
    COMMANDS[name].make_context(f"roster {name}", words)


@pytest.mark.parametrize("words", [(), ("--help",), *((name, "--help") for name in NAMES)])
def test_help_speaks_norwegian_without_boxes(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    out = typed(capsys, *words).out
    assert "Bruk: roster" in out
    for english in ("Usage", "Options", "Commands", "Arguments", "Show this", "default", "required", "<"):
        assert english not in out
    assert not set(out) & set("│─╭╮╰╯━┃")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("plan",), "Det mangler noe: GRUNNLAG."),
        (("plna", "x.yaml"), "Kommandoen «plna» finnes ikke. Mente du plan?"),
        (("plan", "x.yaml", "--secnds", "3"), "Valget «--secnds» finnes ikke. Mente du --seconds"),
        (("plan", "x.yaml", "--seconds"), "Valget «--seconds» trenger en verdi"),
        (("plan", "x.yaml", "--seconds", "ti"), "--seconds: «ti» er ikke et tall"),
        (("plan", "x.yaml", "--seconds", "0"), "--seconds: «0» er ikke et tall"),
        (("plan", "x.yaml", "--seconds", "nan"), "--seconds: «nan» er ikke et tall"),
        (("plan", "x.yaml", "--seed", "1,5"), "--seed: «1,5» er ikke et tall"),
        (("plan", "x.yaml", "y.yaml"), "Det står mer enn kommandoen kan bruke: y.yaml"),
        (("export", "x", "--format", "pdf"), "--format: «pdf» er ikke et format"),
        (("show", "x", "--week", "0"), "--week: «0» er ikke et tall"),
        (("--nei",), "Valget «--nei» finnes ikke."),
    ],
)
def test_what_is_typed_wrong_is_said_in_norwegian(
    words: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = typed(capsys, *words)
    assert answer.code == 2
    assert answer.err.startswith(said)
    assert "--help»" in answer.err
    assert answer.out == ""


def test_what_is_typed_wrong_is_one_json_object_where_that_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    answer = typed(capsys, "sign", "mappe", "--json")
    (fault,) = json.loads(answer.out)["faults"]
    assert (answer.code, answer.err, fault["what"]) == (2, "", "Det mangler noe: AVTALE.")


@pytest.mark.parametrize("name", NAMES)
def test_each_command_can_be_plain_quiet_or_json(name: str) -> None:
    options = {option for param in COMMANDS[name].params for option in param.opts}
    assert options >= {"--plain", "--quiet", "--json"}


def test_numbers_may_have_a_comma() -> None:
    context = COMMANDS["plan"].make_context("roster plan", ["x.yaml", "--seconds", "7,5"])
    assert context.params["seconds"] == 7.5


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert typed(capsys, "--version").out.startswith("bpa-roster ")


def test_help_loads_nothing_heavy() -> None:
    heavy = (
        "ortools",
        "pandas",
        "openpyxl",
        "xlsxwriter",
        "icalendar",
        "pydantic",
        "ruamel.yaml",
        "rich.table",
        "roster.domain.brief",
    )
    look = f"""
import sys
from roster.cli import main
try:
    main(["--help"])
except SystemExit:
    print([name for name in {heavy!r} if name in sys.modules], file=sys.stderr)
"""
    ran = subprocess.run(
        [sys.executable, "-c", look], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2]
    )
    assert ran.stderr.strip() == "[]"


def test_tab_completes_commands_and_options() -> None:
    for shell_line, expected in (("roster pl", "plan"), ("roster plan --sec", "--seconds")):
        ran = subprocess.run(
            [sys.executable, "-c", "from roster.cli import main; main()"],
            env={
                "_ROSTER_COMPLETE": "complete_bash",
                "COMP_WORDS": shell_line,
                "COMP_CWORD": str(len(shell_line.split()) - 1),
                "PATH": "",
            },
            capture_output=True,
            text=True,
            check=False,
            cwd=Path(__file__).parents[2],
        )
        assert expected in ran.stdout.split()
