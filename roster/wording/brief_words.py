"""The Norwegian words of a brief: its parts and sheets, with their fields and headings.

Reading, the starter files and the help sheet all use this table, so that they name things alike.
"""

from roster.domain.kinds import WhenShort
from roster.wording.brief_choices import choices
from roster.wording.fields import Field, Part
from roster.wording.money_fields import MONEY_PARTS
from roster.wording.setup_fields import SETUP_PARTS
from roster.wording.shift_fields import SHIFT_PARTS
from roster.wording.staff_fields import STAFF_PARTS

SETUP = "Oppsett"
HELP = "Hjelp"
SETUP_HEADINGS = ("Del", "Felt", "Verdi", "Forklaring")
"""The sheet for what is said once: which part, which field, its value; the explanation is for people."""

PARTS: tuple[Part, ...] = (*SETUP_PARTS, *SHIFT_PARTS, *STAFF_PARTS, *MONEY_PARTS)

WHEN_SHORT = Field(
    "når timene ikke rekker",
    "stopp: vi forklarer hvorfor. åpne vakter: noen vakter står ledige. overskrid og varsle: bruk flere timer.",
    "stopp",
    choices(WhenShort),
)
"""Stands beside the lines of the vedtak in YAML, and under ``vedtak`` on the sheet ``SETUP``."""

VEDTAK_LINES = "linjer"


def part(key: str) -> Part:
    return next(one for one in PARTS if one.key == key)
