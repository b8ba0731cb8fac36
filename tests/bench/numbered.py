"""Instances that are files named by a word and a number: ``Instance7.txt`` is asked for as 7 or as Instance7."""

from pathlib import Path


def numbered(data: Path, word: str) -> list[str]:
    """What follows the word in the names of the files, numbers first and in their order."""
    found = (path.stem.removeprefix(word) for path in data.glob(f"{word}*.txt"))
    return sorted(found, key=lambda name: (not name.isdecimal(), len(name), name))


def file_of(data: Path, word: str, name: str) -> Path:
    """The file that the name asks for, whether or not it is there."""
    return data / f"{word}{name.removeprefix(word)}.txt"
