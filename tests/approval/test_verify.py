"""One byte changed in a version, the log or a paper is found, and said in words."""

import json
import shutil
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from roster.domain.course import Standing
from roster.domain.fingerprint import fingerprint
from roster.reading.faults import Faults
from roster.workflow.discuss import Told, discuss
from roster.workflow.folder import JOURNAL
from roster.workflow.submit import submit
from roster.workflow.use import Wish, use
from roster.workflow.verify import Verified, verify
from tests.approval.arrangement import NOW, START, brief_of, plan_of, saved, swapped
from tests.approval.steps import standing
from tests.cli.typed import typed


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a version in use, its minutes, and a later version."""
    place = tmp_path_factory.mktemp("made")
    folder = place / "t"
    saved(folder, plan_of(brief_of()))
    submit(folder, None, "arbeidsleder", NOW)
    minutes = place / "protokoll.txt"
    minutes.write_bytes(b"Vi er enige.")
    discuss(folder, Told(START - timedelta(days=14), True, minutes=minutes), "arbeidsgiver", NOW)
    use(folder, Wish(), "arbeidsgiver", NOW)
    saved(folder, swapped(plan_of(brief_of())))
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "t"))


@pytest.fixture(scope="module")
def printed(made: Path) -> Standing:
    """What stood on the paper."""
    return standing(made)


def test_an_untouched_folder_is_proven_by_what_was_printed(folder: Path, printed: Standing) -> None:
    found = verify(folder, (printed.fingerprint, printed.head))
    assert found.holds
    assert (found.proofs[0].version, found.proofs[1].line, found.proofs[1].later) == ("0002", 5, 0)
    assert dict(found.versions)["0002"] == printed.fingerprint


def test_a_fingerprint_is_known_by_what_stands_on_every_page(folder: Path, printed: Standing) -> None:
    typed_from_paper = " ".join(printed.fingerprint[start : start + 4] for start in range(0, 16, 4)).upper()
    assert verify(folder, (typed_from_paper,)).proofs[0].version == "0002"
    with pytest.raises(Faults, match="ikke et fingeravtrykk"):
        verify(folder, (printed.fingerprint[:15],))
    assert not verify(folder, ("0" * 64,)).holds


def test_what_is_done_later_does_not_undo_what_was_printed(folder: Path, printed: Standing) -> None:
    submit(folder, None, "arbeidsleder", NOW)
    (proof,) = verify(folder, (printed.head,)).proofs
    assert (proof.line, proof.later) == (5, 1)


def files(folder: Path) -> list[Path]:
    return sorted(
        one for top in ("versjoner", "papirer", "kalender") for one in (folder / top).rglob("*") if one.is_file()
    )


def test_one_byte_changed_in_any_file_is_found_and_named(folder: Path, printed: Standing) -> None:
    random = Random(1)
    for file in files(folder):
        whole = file.read_bytes()
        changed = bytearray(whole)
        changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
        file.write_bytes(changed)
        found = verify(folder, (printed.fingerprint, printed.head))
        assert not found.holds
        assert any(file.relative_to(folder).as_posix() in one for one in found.wrong)
        file.write_bytes(whole)
    assert len(files(folder)) >= 9


def test_one_byte_changed_anywhere_in_the_log_is_found_against_the_print(folder: Path, printed: Standing) -> None:
    path = folder / JOURNAL
    whole = path.read_bytes()
    random = Random(2)
    last = len(whole) - len(whole.splitlines()[-1]) - 1
    places = {
        *(random.randrange(len(whole)) for _ in range(25)),
        *(random.randrange(last, len(whole)) for _ in range(8)),
        len(whole) - 1,
    }
    for place in places:
        changed = bytearray(whole)
        changed[place] ^= 1 << random.randrange(8)
        path.write_bytes(changed)
        assert not verify(folder, (printed.head,)).holds
    path.write_bytes(whole)
    assert verify(folder, (printed.head,)).holds


def test_lines_taken_from_the_end_of_the_log_are_missed_only_without_the_print(folder: Path, printed: Standing) -> None:
    path = folder / JOURNAL
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:-1]))
    assert not verify(folder, (printed.head,)).holds
    shutil.rmtree(folder / "versjoner" / "0002")
    assert verify(folder, ()).holds


def test_files_that_are_gone_or_came_from_elsewhere_are_named(folder: Path) -> None:
    (folder / "versjoner" / "0001" / "turnus.json").unlink()
    (folder / "papirer" / "ny.txt").write_bytes(b"x")
    shutil.rmtree(folder / "kalender")
    wrong = " ".join(verify(folder, ()).wrong)
    assert "versjoner/0001/turnus.json mangler" in wrong
    assert "papirer/ny.txt er det ingen linje om" in wrong
    # Calendars are made anew from the version, so it is no loss that they are away.
    assert "kalender" not in wrong


def test_a_version_rewritten_with_a_fingerprint_of_its_own_is_found(folder: Path) -> None:
    path = folder / "versjoner" / "0002" / "turnus.json"
    content = json.loads(path.read_bytes())
    content["bound"] = 7
    content["fingerprint"] = fingerprint(content)
    path.write_bytes(json.dumps(content).encode())
    found: Verified = verify(folder, ())
    assert "versjoner/0002/turnus.json er endret etter at den ble lagret." in found.wrong
    assert "Versjon 0002 har et annet fingeravtrykk enn loggen sier." in found.wrong
    with pytest.raises(Faults, match="ikke som loggen sier"):
        submit(folder, None, "arbeidsleder", NOW)


def test_the_command_says_plainly_what_is_not_proven(
    folder: Path, printed: Standing, capsys: pytest.CaptureFixture[str]
) -> None:
    said = typed(capsys, "verify", folder)
    assert said.code == 0
    assert "Dette er ikke bevist uten et fingeravtrykk fra papiret" in said.out
    proved = typed(capsys, "verify", folder, "--against", printed.fingerprint)
    assert (proved.code, "beviser versjonen, men ikke loggen" in proved.out) == (0, True)
    both = typed(capsys, "verify", folder, "--against", printed.fingerprint, "--against", printed.head, "--json")
    assert [one["version"] for one in json.loads(both.out)["proofs"]] == ["0002", None]
    (folder / "papirer" / "0003-protokoll.txt").write_bytes(b"Vi er uenige.")
    changed = typed(capsys, "verify", folder, "--against", printed.head)
    assert changed.code == 1
    assert "papirer/0003-protokoll.txt er endret etter at den ble lagret." in changed.out
    assert typed(capsys, "verify", folder, "--against", "hei").code == 2
