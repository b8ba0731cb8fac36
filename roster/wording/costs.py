"""What a roster has that one would rather be without: a sentence for each thing that costs points."""

from collections import defaultdict
from collections.abc import Mapping

from roster.domain.frame import Frame
from roster.domain.reason import Reason
from roster.wording.plan_words import listed, person

COST_WORDS: Mapping[str, str] = {
    "open": "Vakter uten folk",
    "exceeded": "Flere timer enn vedtaket gir",
    "vedtak": "Flere timer enn vedtaket gir",
    "short": "Timer under avtalt tid",
    "hours-lost": "Timer i vedtaket som faste stillinger kunne brukt",
    "vikar": "Timer til vikarer",
    "beyond-contract": "Timer utover stillingen",
    "wish": "Ønsker som ikke er innfridd",
    "split-weekend": "Delte helger",
    "single-night": "Enkeltnetter",
    "long-nights": "Mange netter på rad",
    "lone-day": "Enkeltdager med arbeid",
    "lone-free-day": "Enkeltdager med fri",
    "long-run": "Mange dager på rad",
    "rotation": "Vakter som begynner tidligere enn dagen før",
    "quick-return": "Under 14 timer mellom vakter",
    "balance-weekends": "Ujevn deling av helger",
    "balance-evenings": "Ujevn deling av kvelder",
    "balance-nights": "Ujevn deling av netter",
    "balance-red": "Ujevn deling av røde dager",
    "weekly-rest-loose": "Ukefri uten en hel fridag",
    "seven-days": "Sju dager fra arbeidets start uten ukefri",
    "changed": "Endringer fra grunnturnusen",
    "changed-from": "Endringer fra den forrige turnusen",
}


def cost_lines(frame: Frame, costs: Mapping[str, int]) -> tuple[str, ...]:
    """A line for each thing that costs, the dearest first, with whom it concerns."""
    points: dict[str, int] = defaultdict(int)
    people: dict[str, set[str]] = defaultdict(set)
    for key, amount in costs.items():
        if amount:
            reason = Reason.of(key)
            points[reason.rule] += amount
            people[reason.rule] |= {reason.who} - {""}
    order = sorted(points, key=lambda rule: (-points[rule], rule))
    return tuple(_line(frame, rule, people[rule]) for rule in order)


def _line(frame: Frame, rule: str, people: set[str]) -> str:
    names = listed([person(frame.brief, one.id) for one in frame.people if one.id in people])
    whom = f": {names}" if names else ""
    return f"{COST_WORDS.get(rule, f'Regelen «{rule}»')}{whom}."
