"""Files that the user asked for: all of them or none, and none written over."""

import errno
from pathlib import Path

import pytest

from roster.reading.faults import Faults
from roster.workflow import saving
from roster.workflow.disk import write_new
from roster.workflow.saving import save_all, save_files


def everything_in(path: Path) -> list[str]:
    return sorted(str(one.relative_to(path)) for one in path.rglob("*"))


def full_from(second: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk is full when that file is written."""

    def write(path: Path, content: bytes) -> None:
        if path == second:
            raise OSError(errno.ENOSPC, "full")
        write_new(path, content)

    monkeypatch.setattr(saving, "write_new", write)


def test_a_disk_that_is_full_at_the_second_file_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "there").mkdir()
    files = [(tmp_path / "there" / "a.svg", b"a"), (tmp_path / "new" / "deep" / "b.xlsx", b"b")]
    full_from(files[1][0], monkeypatch)
    with pytest.raises(Faults, match=r"Disken er full\. Ingenting er endret(?s:.)*annen disk\.$"):
        save_all(files, elsewhere="")
    assert everything_in(tmp_path) == ["there"]


def test_a_folder_that_was_there_stays_when_its_second_file_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mine").write_bytes(b"")
    full_from(tmp_path / "kalender" / "b", monkeypatch)
    with pytest.raises(Faults, match="med --out"):
        save_files(tmp_path, {"a": b"a", "kalender/b": b"b"})
    assert everything_in(tmp_path) == ["mine"]


@pytest.mark.parametrize(("elsewhere", "says"), [(" med --out", "annet sted med --out"), ("", "annet navn")])
def test_one_that_is_there_stops_all_with_the_option_that_the_command_has(
    tmp_path: Path, elsewhere: str, says: str
) -> None:
    (tmp_path / "b").write_bytes(b"mine")
    with pytest.raises(Faults, match=f"aldri over(?s:.)*{says}"):
        save_all([(tmp_path / "a", b"a"), (tmp_path / "b", b"b")], elsewhere)
    assert everything_in(tmp_path) == ["b"]
    assert (tmp_path / "b").read_bytes() == b"mine"


def test_two_files_by_one_name_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Faults, match="samme navnet"):
        save_all([(tmp_path / "a", b"a"), (tmp_path / "a", b"b")], elsewhere="")
    assert everything_in(tmp_path) == []
