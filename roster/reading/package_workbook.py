"""What a package that came back says it was made of: the version, the log as it was then, and the employer's name."""

import re
from dataclasses import dataclass

from openpyxl.workbook import Workbook

from roster.wording import package_words as words

_MARK = re.compile(r"[0-9a-f ]{64,}")


@dataclass(frozen=True, slots=True)
class Printed:
    """What stands on the front page, whether that is true or not."""

    fingerprint: str
    head: str
    employer: str


def printed_in(book: Workbook) -> Printed | None:
    """None for a workbook that is no package."""
    name = words.SHEETS[words.FRONT]
    front = next((sheet for sheet in book.worksheets if sheet.title == name), None)
    if front is None:
        return None
    said: dict[str, str] = {}
    for row in front.iter_rows(values_only=True):
        told = [str(one) for one in row if one is not None]
        if len(told) >= 2:
            said.setdefault(told[0], told[1])
    marks = [_MARK.match(said.get(label, "")) for label in (words.MARK_LABEL, words.LOG_LABEL)]
    version, head = ("" if one is None else one.group().replace(" ", "") for one in marks)
    return Printed(version, head, said.get(words.EMPLOYER_LABEL, ""))
