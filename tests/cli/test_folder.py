"""The arrangement's folder: versions that never change, nothing lost, and trouble said so that one can act on it."""

import errno
import json
import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from roster.reading.faults import Faults
from roster.workflow import folder as folders
from roster.workflow.course import read_log
from roster.workflow.folder import Source, default_folder, newest, opened, safe_names
from roster.workflow.journal import Entry, Journal, digest

NOW = datetime(2027, 1, 4, 12, 0, tzinfo=UTC)
FILES = {"turnus.json": b"{}", "turnus.xlsx": b"PK", "kalender/A1.ics": b"BEGIN:VCALENDAR"}


def source_in(place: Path, content: bytes = b"periode:\n", name: str = "familie.yaml") -> Source:
    path = place / name
    path.write_bytes(content)
    return Source(path, content)


def everything_in(path: Path) -> dict[str, bytes]:
    found = {str(one.relative_to(path)): one.read_bytes() for one in path.rglob("*") if one.is_file()}
    return {name: content for name, content in found.items() if name != ".lock"}


def test_a_version_holds_its_files_and_what_they_were_made_from(tmp_path: Path) -> None:
    source = source_in(tmp_path)
    with opened(tmp_path / "turnus", source) as folder:
        version = folder.add_version(FILES, source, NOW)
    assert version == tmp_path / "turnus" / "versjoner" / "0001"
    assert everything_in(version) == {**FILES, "grunnlag.yaml": source.content}
    assert (tmp_path / "turnus" / "grunnlag.yaml").read_bytes() == source.content
    assert sorted(one.name for one in (tmp_path / "turnus").iterdir() if one.is_dir()) == [
        "versjoner",
    ]
    assert newest(tmp_path / "turnus") == version / "turnus.json"


def test_a_new_run_changes_no_older_version(tmp_path: Path) -> None:
    first, second = source_in(tmp_path), source_in(tmp_path, b"periode: ny\n", "familie.xlsx")
    with opened(tmp_path / "t", first) as folder:
        before = everything_in(folder.add_version(FILES, first, NOW))
    with opened(tmp_path / "t", second) as folder:
        later = folder.add_version({**FILES, "turnus.json": b"[]"}, second, NOW)
    assert later.name == "0002"
    assert everything_in(tmp_path / "t" / "versjoner" / "0001") == before
    assert (tmp_path / "t" / "grunnlag.xlsx").read_bytes() == second.content
    assert not (tmp_path / "t" / "grunnlag.yaml").exists()


def test_the_number_of_a_version_that_is_gone_is_not_given_again(tmp_path: Path) -> None:
    source = source_in(tmp_path)
    for _ in range(2):
        with opened(tmp_path / "t", source) as folder:
            version = folder.add_version(FILES, source, NOW)
    shutil.rmtree(version)
    with opened(tmp_path / "t", source) as folder:
        assert folder.next_version() == "0003"
        assert folder.add_version(FILES, source, NOW).name == "0003"


def test_a_brief_changed_in_the_folder_is_not_lost(tmp_path: Path) -> None:
    source = source_in(tmp_path)
    with opened(tmp_path / "t", source) as folder:
        folder.add_version(FILES, source, NOW)
    mine = tmp_path / "t" / "grunnlag.yaml"
    mine.write_bytes(b"min endring")
    with pytest.raises(Faults, match="ville gått tapt"), opened(tmp_path / "t", source):
        pass
    assert mine.read_bytes() == b"min endring"
    with opened(tmp_path / "t", Source(mine, b"min endring")) as folder:
        folder.add_version(FILES, Source(mine, b"min endring"), NOW)
    assert mine.read_bytes() == b"min endring"


def test_a_brief_in_its_folder_belongs_to_that_folder(tmp_path: Path) -> None:
    source = source_in(tmp_path)
    assert default_folder(Path("a/familie.yaml")) == Path("familie")
    with opened(tmp_path / "t", source) as folder:
        folder.add_version(FILES, source, NOW)
    assert default_folder(tmp_path / "t" / "grunnlag.yaml") == tmp_path / "t"


def test_two_runs_are_kept_apart(tmp_path: Path) -> None:
    source = source_in(tmp_path)
    with opened(tmp_path / "t", source) as folder:
        folder.add_version(FILES, source, NOW)
        with pytest.raises(Faults, match="En annen kjøring"), opened(tmp_path / "t", source):
            pass
    with opened(tmp_path / "t", source):
        pass


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "Disken er full"),
        (errno.EROFS, "kan bare leses"),
        (errno.EACCES, "ikke lov"),
        (errno.EIO, "feil 5"),
    ],
)
def test_a_disk_that_refuses_leaves_no_half_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, said: str
) -> None:
    source = source_in(tmp_path)
    with opened(tmp_path / "t", source) as folder:
        folder.add_version(FILES, source, NOW)
    before = everything_in(tmp_path / "t")
    real, calls = os.fsync, []

    for fails_at in range(1, 7):

        def refuse(descriptor: int, fails_at: int = fails_at) -> None:
            calls.append(descriptor)
            if len(calls) == fails_at:
                raise OSError(number, os.strerror(number))
            real(descriptor)

        calls.clear()
        monkeypatch.setattr(os, "fsync", refuse)
        with pytest.raises(Faults, match=said), opened(tmp_path / "t", source) as folder:
            folder.add_version(FILES, source, NOW)
        monkeypatch.setattr(os, "fsync", real)
        assert everything_in(tmp_path / "t") == before
        assert sorted(one.name for one in (tmp_path / "t" / "versjoner").iterdir()) == ["0001"]


def test_a_full_disk_is_found_before_planning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = source_in(tmp_path)
    monkeypatch.setattr(folders, "_ROOM", 1 << 62)
    with pytest.raises(Faults, match="Disken er full"), opened(tmp_path / "t", source):
        pass
    assert not (tmp_path / "t").exists()


def test_a_file_in_place_of_the_folder_is_a_fault(tmp_path: Path) -> None:
    source = source_in(tmp_path)
    with pytest.raises(Faults, match="en fil, ikke en mappe"), opened(source.path, source):
        pass
    with pytest.raises(Faults, match="en fil, ikke en mappe"), opened(source.path / "under", source):
        pass


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_a_fault(tmp_path: Path) -> None:
    source = source_in(tmp_path)
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)
    with pytest.raises(Faults, match="ikke lov"), opened(locked / "t", source):
        pass


def test_a_folder_made_for_nothing_is_taken_away(tmp_path: Path) -> None:
    source = source_in(tmp_path)
    with opened(tmp_path / "t", source):
        assert (tmp_path / "t").is_dir()
    assert not (tmp_path / "t").exists()


def test_what_a_run_cut_off_left_aside_is_taken_away(tmp_path: Path) -> None:
    source = source_in(tmp_path)
    with opened(tmp_path / "t", source) as folder:
        folder.add_version(FILES, source, NOW)
    left = tmp_path / "t" / ".ny"
    (left / "filer" / "versjoner" / "0002").mkdir(parents=True)
    (left / "filer" / "versjoner" / "0002" / "turnus.json").write_bytes(b"halv")
    with opened(tmp_path / "t", source) as folder:
        assert folder.add_version(FILES, source, NOW).name == "0002"
    assert not left.exists()


def test_others_may_read_a_version_as_any_file_of_mine(tmp_path: Path) -> None:
    source = source_in(tmp_path)
    with opened(tmp_path / "t", source) as folder:
        version = folder.add_version(FILES, source, NOW)
    (tmp_path / "mine").mkdir()
    assert version.stat().st_mode == (tmp_path / "mine").stat().st_mode
    assert (version / "turnus.xlsx").stat().st_mode == source.path.stat().st_mode


def test_file_names_from_ids_stay_in_their_folder() -> None:
    names = safe_names(("A1", "../../x", "a1", "Åse K", "", "..", "Con"))
    assert (names["A1"], names["Con"]) == ("A1", "Con_2")
    assert len({name.casefold() for name in names.values()}) == 7
    assert not any(set(name) & set("./\\ ") for name in names.values())


def test_each_line_of_the_journal_names_the_one_before(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "logg.jsonl")
    for number in ("0001", "0002", "0003"):
        journal.append(Entry(NOW, "ny versjon", number, {"turnus.json": digest(number.encode())}))
    lines = journal.lines()
    assert [json.loads(line)["before"] for line in lines] == ["", digest(lines[0]), digest(lines[1])]
    assert len(set(journal.digests())) == 3


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("when", 20270104),
        ("when", "2027-01-04T12:00:00"),
        ("what", ["ny versjon"]),
        ("version", 1),
        ("by", {"navn": "Kari"}),
        ("files", {"turnus.json": ["0"]}),
        ("files", ["turnus.json"]),
        ("facts", "drøftet"),
    ],
)
def test_a_line_that_another_program_wrote_is_a_fault_and_no_entry(tmp_path: Path, name: str, value: object) -> None:
    journal = Journal(tmp_path / "logg.jsonl")
    journal.append(Entry(NOW, "ny versjon", "0001", {}))
    line = json.loads(journal.lines()[0]) | {name: value}
    journal.path.write_text(json.dumps(line) + "\n", encoding="utf-8")
    with pytest.raises(Faults, match="Loggen er endret: linje 1"):
        journal.entries()


def test_the_log_is_read_from_the_disk_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = source_in(tmp_path)
    with opened(tmp_path / "t", source) as folder:
        folder.add_version(FILES, source, NOW)
    read: list[Path] = []
    whole = Path.read_bytes

    def once(path: Path) -> bytes:
        read.append(path)
        return whole(path)

    monkeypatch.setattr(Path, "read_bytes", once)
    log = read_log(tmp_path / "t")
    assert [one.name for one in read] == ["logg.jsonl"]
    assert log.head == digest(Journal(tmp_path / "t" / "logg.jsonl").lines()[-1])


@pytest.mark.parametrize("spoil", [b'"0002"', b'"before"'])
def test_a_changed_journal_is_a_fault(tmp_path: Path, spoil: bytes) -> None:
    journal = Journal(tmp_path / "logg.jsonl")
    for number in ("0001", "0002", "0003"):
        journal.append(Entry(NOW, "ny versjon", number, {}))
    journal.path.write_bytes(journal.path.read_bytes().replace(spoil, b'"x"', 1))
    with pytest.raises(Faults, match="Loggen er endret"):
        journal.append(Entry(NOW, "ny versjon", "0004", {}))
