"""A new brief to fill in: a YAML file with explanations or a workbook with drop-downs; either can be planned."""

import os
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from roster.exports.starter_workbook import starter_workbook
from roster.reading.faults import Fault, Faults
from roster.reading.suggest import nearest
from roster.reading.tree import Items, Node, Row, Text
from roster.reading.yaml_source import read_yaml
from roster.wording.brief_words import PARTS, VEDTAK_LINES
from roster.wording.fields import Part
from roster.workflow.troubles import disk_trouble_as_fault, refuse

SIMPLE = "enkel"
_PACKAGE = Path(__file__).parents[1]
_SIMPLE_FILE = _PACKAGE / "exports" / "starter.yaml"
_EXAMPLES = (_PACKAGE / "examples", _PACKAGE.parent / "examples")
"""Inside an installed package, and beside it in a checkout."""
_YAML = (".yaml", ".yml")


def templates() -> dict[str, Path]:
    """The stories one may begin with, by name; the simple one first."""
    folder = next((folder for folder in _EXAMPLES if folder.is_dir()), None)
    examples = sorted(folder.glob("*.yaml")) if folder else []
    return {SIMPLE: _SIMPLE_FILE, **{path.stem: path for path in examples}}


def new_brief(path: Path, template: str | None = None) -> None:
    """Writes a brief to begin with, of the kind the name ends with; ``Faults`` when it cannot, and nothing is lost."""
    suffix = path.suffix.lower()
    if suffix not in (*_YAML, ".xlsx"):
        raise refuse(path, "Vi vet ikke hva slags fil du vil ha.", "La navnet slutte på .yaml eller .xlsx.")
    if path.exists() or path.is_symlink():
        raise refuse(
            path, "Fila finnes fra før, og vi skriver ikke over den.", "Velg et annet navn, eller flytt den gamle."
        )
    text = _template(path, template or SIMPLE).read_text(encoding="utf-8")
    content = text.encode() if suffix in _YAML else as_workbook(text)
    with disk_trouble_as_fault(path, elsewhere=""):
        _write_new(path, content)


def as_workbook(text: str, parts: Sequence[Part] = PARTS, title: str = "Turnusgrunnlag") -> bytes:
    """A YAML brief, or another file of such parts, as the workbook that says the same."""
    tree = read_yaml(text, "").tree
    assert isinstance(tree, Row)
    setup: dict[str, Mapping[str, str]] = {}
    tables: dict[str, list[Mapping[str, str]]] = {}
    for part in parts:
        node = tree.values.get(part.key)
        if part.key == "vedtak" and isinstance(node, Row):
            setup[part.key] = _texts(node)
            node = node.values.get(VEDTAK_LINES)
        if isinstance(node, Row):
            setup[part.key] = _texts(node)
        if isinstance(node, Items):
            tables[part.key] = [_texts(item) for item in node.items if isinstance(item, Row)]
    return starter_workbook(setup, tables, parts, title)


def _texts(row: Row) -> dict[str, str]:
    return {key: text for key, value in row.values.items() if (text := _text(value))}


def _text(node: Node) -> str:
    """One cell's text: a list becomes its parts with commas between."""
    match node:
        case Text(text=text):
            return text
        case Items(items=items) if all(isinstance(item, Text) for item in items):
            return ", ".join(_text(item) for item in items)
        case _:
            return ""


def _template(path: Path, name: str) -> Path:
    known = templates()
    if name in known:
        return known[name]
    near = nearest(name, known)
    hint = f" Mente du «{near}»?" if near else ""
    raise Faults([Fault(str(path), "", f"Eksempelet «{name}» finnes ikke.{hint}", f"Velg {', '.join(known)}.")])


def _write_new(path: Path, content: bytes) -> None:
    """The whole file under its name, or nothing; one that came there in the meantime stays."""
    handle, aside = tempfile.mkstemp(prefix=".ny-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(aside).chmod(0o666 & ~_umask())
        try:
            os.link(aside, path)  # unlike a rename, a link never replaces
        except FileExistsError:
            raise refuse(path, "Fila finnes fra før, og vi skriver ikke over den.", "Velg et annet navn.") from None
        except (OSError, NotImplementedError):
            # Some disks know no links.
            if path.exists():
                raise refuse(path, "Fila finnes fra før, og vi skriver ikke over den.", "Velg et annet navn.") from None
            Path(aside).replace(path)
    finally:
        Path(aside).unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
