"""What stands in a package for approval, apart from how it is set: sections of headings, sentences and tables."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a section; ``page``: it begins a new page."""

    text: str
    page: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Points:
    """Sentences in a list."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings, all of one length; ``title`` is its heading, empty where one stands just above.

    ``over``: headings above the headings, each with how many columns it spans. ``widths`` are weights. ``shaded`` and
    ``thick``: columns with a grey ground, and with a thick line before them. ``bold``: rows of sums. ``marked``: cells
    (row, column) in a thick frame. ``middle``: the columns from this one on stand in the middle. ``small``: it is so
    wide that its print is small. ``room``: rows to be filled in by hand.
    """

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    over: tuple[tuple[str, int], ...] = ()
    shaded: frozenset[int] = frozenset()
    thick: frozenset[int] = frozenset()
    bold: frozenset[int] = frozenset()
    marked: frozenset[tuple[int, int]] = frozenset()
    middle: int = 1
    small: bool = False
    room: bool = False


Block = Heading | Text | Points | Table


@dataclass(frozen=True, slots=True)
class Section:
    """A part with a name of its own; ``sheet``: its name in the workbook, None: it is in the sheets of the version.

    ``follows``: in print it goes on below the part before, so that no page is nearly empty.
    """

    title: str
    blocks: tuple[Block, ...]
    sheet: str | None
    wide: bool = True
    follows: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """``mark`` stands on every page. ``stamp``: seconds since 1970, of what it tells, never of when it is printed."""

    title: str
    mark: str
    stamp: int
    sections: tuple[Section, ...]
