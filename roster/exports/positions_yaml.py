"""The user's own turnusgrunnlag with other people in it: positions proposed in place of those who are not to be there.

Everything else stays as it was written, comments too. Rows that speak of nobody who is left go with them.
"""

import re
from collections.abc import Collection, Iterator, Sequence

from roster.domain.assistant import Assistant
from roster.wording.numbers import hours_clock, hours_decimal, percent

_PEOPLE = "assistenter"
_NAMES = {
    "tilgjengelighet": "hvem",
    "fravær": "hvem",
    "ønsker": "hvem",
    "tidligere vakter": "hvem",
    "saldoer": "hvem",
    "hendelser": "hvem",
    "avtaler": "gjelder",
    "satser": "gjelder",
}
"""The parts whose rows speak of people, and in which field."""

_EVERYBODY = "alle"
_PART = re.compile(r"^(?P<key>[^\s#\-][^:]*):")
_ROW = re.compile(r"^(?P<margin>\s*)- ")
MARGIN = "  "


def with_people(text: str, people: Sequence[Assistant], stay: Collection[str], note: str) -> str:
    """The brief with just these people: of those who ``stay`` the rows are as they were, of the others they are new.

    ``note`` stands above the people, a comment; where nobody stays it takes the place of what stood there.
    """
    written: list[str] = []
    there = False
    # The turnus behind the positions has own lines, and theirs are seldom so alike that all could walk one.
    own = re.sub(r"(?m)(\blinjer:\s*)(\"rullerende[^\"]*\"|rullerende[^,}\n]*)", r"\1egne linjer", text)
    for key, lines in _parts(own.splitlines()):
        if key == _PEOPLE:
            there = True
            new = [one for one in people if one.id not in stay]
            if not stay:
                while written and written[-1].startswith("#"):
                    written.pop()
            rows = [row for row in _rows(lines[1:]) if _field("\n".join(row), "id") in stay]
            margin = _margin(lines) if rows else MARGIN
            written += [f"# {note}", f"{_PEOPLE}:", *(line for row in rows for line in row)]
            written += [f"{margin}{_person(one)}" for one in new]
            written += ["", *_after(lines)]
        elif key in _NAMES:
            written += _without(lines, _NAMES[key], stay)
        else:
            written += lines
    if not there:
        written += ["", f"# {note}", f"{_PEOPLE}:", *(f"{MARGIN}{_person(one)}" for one in people)]
    return "\n".join(written).rstrip("\n") + "\n"


def _parts(lines: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """The parts of the file, each with its key; what stands before the first has none."""
    key, part = "", list[str]()
    for line in lines:
        found = _PART.match(line)
        if found:
            yield key, part
            key, part = found["key"].strip().lower(), []
        part.append(line)
    yield key, part


def _after(lines: Sequence[str]) -> list[str]:
    """The comments at the end of a part that belong to what comes after it."""
    at = len(lines)
    while at > 1 and lines[at - 1].startswith("#") and not _looks_like_row(lines[at - 1]):
        at -= 1
    return list(lines[at:])


def _looks_like_row(comment: str) -> bool:
    return comment.lstrip("# ").startswith(("- ", "{"))


def _margin(lines: Sequence[str]) -> str:
    """What stands before each row of the part; lists within a row stand further in."""
    found = next((one for one in map(_ROW.match, lines) if one), None)
    return found["margin"] if found else MARGIN


def _rows(lines: Sequence[str]) -> Iterator[list[str]]:
    """The rows of a list, each with the lines that it goes over; comments between them are left out."""
    row: list[str] = []
    begins = f"{_margin(lines)}- "
    for line in lines:
        if line.startswith(begins):
            if row:
                yield row
            row = [line]
        elif row and line.strip() and not line.lstrip().startswith("#"):
            row.append(line)
    if row:
        yield row


def _without(lines: Sequence[str], field: str, stay: Collection[str]) -> list[str]:
    """The part with the rows that still speak of somebody; nothing at all where none does."""
    kept: list[str] = []
    rows = 0
    row: list[str] = []

    def close() -> None:
        nonlocal rows
        left = None if not row else _of_those(row, field, stay)
        if left is not None:
            rows += 1
            kept.extend(left)
        row.clear()

    begins = f"{_margin(lines)}- "
    for line in lines:
        inside = bool(row) and bool(line.strip()) and not line.lstrip().startswith("#") and not line.startswith(begins)
        if line.startswith(begins):
            close()
            row.append(line)
        elif inside:
            row.append(line)
        else:
            close()
            kept.append(line)
    close()
    return kept if rows else _after(lines)


def _of_those(row: Sequence[str], field: str, stay: Collection[str]) -> list[str] | None:
    """The row, with the names that are left; None where it spoke of others alone."""
    text = "\n".join(row)
    if listed := re.search(rf"(?m)^\s*(?:- )?{field}:[ \t]*(?:#.*)?\n(?P<names>(?:\s+- .*(?:\n|\Z))+)", text):
        return _of_list(text, listed, stay)
    names = _field(text, field)
    if names is None or names.lower() == _EVERYBODY:
        return list(row)
    each = [name.strip() for name in names.strip("[]").split(",")]
    left = [name for name in each if name in stay]
    other = _field(text, "med")
    if not left or (other is not None and other not in stay):
        return None
    if len(left) == len(each):
        return list(row)
    some = ", ".join(left)
    return text.replace(names, f"[{some}]" if names.startswith("[") else some).splitlines()


def _of_list(text: str, listed: "re.Match[str]", stay: Collection[str]) -> list[str] | None:
    """The row with those left of the names that stand below each other."""
    lines = listed["names"].splitlines()
    names = [line.strip().removeprefix("- ").split("#")[0].strip().strip("\"'") for line in lines]
    left = [line for line, name in zip(lines, names, strict=True) if name in stay or name.lower() == _EVERYBODY]
    if not left:
        return None
    return [*text[: listed.start("names")].splitlines(), *left, *text[listed.end("names") :].splitlines()]


def _field(row: str, name: str) -> str | None:
    """What the row says in the field; a list with its brackets."""
    ends = r"[^,}\n]+" if "{" in row else r"[^\n#]+"
    found = re.search(rf"(?:^|[{{,\s])[\"']?{name}[\"']?:\s*(?P<value>\[[^\]]*\]|\"[^\"]*\"|'[^']*'|{ends})", row)
    return found["value"].strip().strip("\"'") if found else None


def _person(one: Assistant) -> str:
    parts = [
        f"id: {one.id}",
        f"alias: {one.alias}",
        f"stilling: {one.position.value}",
        f'prosent: "{percent(one.percent)}"',
        f'heltidsuke: "{_exact(one.full_time_week)}"',
    ]
    if one.skills:
        parts.append(f'kompetanse: "{", ".join(skill.name for skill in one.skills)}"')
    if one.weekends is not None:
        parts.append(f'helgerytme: "hver {one.weekends.every}. helg, uke {one.weekends.first}"')
    if one.most_weekends is not None:
        parts.append(f"høyst helger: {one.most_weekends.most} per {one.most_weekends.weeks} uker")
    return f"- {{{', '.join(parts)}}}"


def _exact(minutes: int) -> str:
    """Hours that are read as so many minutes again: 35,5 or 34:55."""
    return hours_clock(minutes) if minutes % 3 else hours_decimal(minutes)
