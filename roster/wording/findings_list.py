"""The kontrollpunkter of a roster as lines: what somebody must look at, the worst first; the rest is counted."""

from collections import Counter
from collections.abc import Iterable

from roster.domain.finding import WORST_FIRST, Finding, Verdict
from roster.domain.frame import Frame
from roster.domain.kinds import Form
from roster.wording.findings import VERDICTS, alike_but_when, text, text_of_many
from roster.wording.numbers import counted

MOST_TO_CONSIDER = 12
"""Kontrollpunkter that only should be considered are many and alike; the workbook has them all."""

JOINTS = "Der turnusen møter det som gjelder før og etter den:"
MEND_JOINT = (
    "Gi en vakt nær skjøten til en annen, på en av sidene: med «roster change --give», eller i bladet Vakter i"
    " turnus.xlsx."
)


def at_joints(joints: Iterable[tuple[Frame, Finding]]) -> tuple[str, ...]:
    """What breaks where two turnuser meet, and what can be done; each finding speaks of a frame of both."""
    return (JOINTS, *(f"- {text(frame, one)}" for frame, one in joints), MEND_JOINT)


def finding_lines(frame: Frame, findings: Iterable[Finding], most_alike: int | None = None) -> tuple[str, ...]:
    """A heading with what was found, then a line each, or one for all that differ only in time.

    With ``most_alike``, no more lines of one verdict.
    """
    every = tuple(findings)
    number = Counter(one.verdict for one in every)
    of_what = ""
    if frame.brief.period.form is Form.CYCLE:
        of_what = " for grunnturnusen" if frame.cyclic else " for datoene"
    counts = ", ".join(f"{VERDICTS[verdict].lower()} {number[verdict]}" for verdict in WORST_FIRST if number[verdict])
    lines = [f"Kontrollpunkter{of_what}: {counts}."]
    for verdict in WORST_FIRST:
        if verdict is Verdict.OK:
            continue
        mine = list(alike_but_when(frame, (one for one in every if one.verdict is verdict)))
        most = MOST_TO_CONSIDER if verdict is Verdict.CONSIDER else most_alike or len(mine)
        lines += [f"- {text_of_many(frame, one)}" for one in mine[:most]]
        if len(mine) > most:
            rest = counted(sum(map(len, mine[most:])), "kontrollpunkt", "kontrollpunkter")
            lines.append(f"- {rest} til av samme slag står i arket Kontroll i arbeidsboka.")
    return tuple(lines)
