"""What turnuses cost by the rates of their briefs, one or several side by side."""

from dataclasses import dataclass
from pathlib import Path

from roster.reading.faults import Fault, Faults
from roster.rules.cost import Cost, cost_of
from roster.wording.cost_words import NO_RATES, missing_lines
from roster.workflow.priced import Priced, priced


@dataclass(frozen=True, slots=True)
class Costed:
    """A turnus with what it costs; no rate is missing."""

    priced: Priced
    cost: Cost


def costs(paths: tuple[Path, ...], rates: Path | None = None, brief: Path | None = None) -> tuple[Costed, ...]:
    """Each with its cost; raises ``Faults`` that name every rate that is missing."""
    found = [priced(path, rates, brief) for path in paths]
    faults: list[Fault] = []
    made = []
    for one in found:
        if not one.roster.frame.brief.rates:
            faults.append(Fault(one.name, "", *NO_RATES))
            continue
        cost = cost_of(one.roster)
        faults += (Fault(one.name, "", *said) for said in missing_lines(cost.missing))
        made.append(Costed(one, cost))
    if faults:
        raise Faults(faults)
    return tuple(made)
