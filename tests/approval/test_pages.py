"""How a package is set on pages."""

import io

import pypdf

from roster.exports.package.paper import Paper, Section, Text
from roster.exports.package.pdf import pdf


def pages(*sections: Section) -> list[str]:
    made = pdf(Paper("Rype", "Versjon 0001", 0, sections))
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made)).pages]


def test_a_short_part_that_follows_begins_no_page() -> None:
    first, second = (Section(name, (Text(f"Om {name}"),), None, wide=True) for name in ("Regler", "Avvik"))
    below = Section("Merarbeid", (Text("Om Merarbeid"),), None, wide=True, follows=True)
    standing = Section("Underskrifter", (Text("Om Underskrifter"),), None, wide=False, follows=True)
    found = pages(first, second, below, standing)
    assert [[name for name in ("Regler", "Avvik", "Merarbeid", "Underskrifter") if name in page] for page in found] == [
        ["Regler"],
        ["Avvik", "Merarbeid"],
        ["Underskrifter"],
    ]
