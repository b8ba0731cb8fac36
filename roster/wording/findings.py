"""The sentence of a kontrollpunkt: who, when, what was measured, the limit and where it stands, and the way out."""

from collections.abc import Iterable, Iterator, Sequence

from roster.domain.finding import Finding, Verdict
from roster.domain.frame import Frame
from roster.wording.finding_clauses import CLAUSES
from roster.wording.finding_said import Said, SaidOfMany, SaidWithoutTime
from roster.wording.finding_words import ASSUMPTIONS, NAMES, VERDICTS, WAYS_OUT, WHY
from roster.wording.numbers import inside, listed

__all__ = ["NAMES", "VERDICTS", "alike_but_when", "assumption", "sentence", "text", "text_of_many"]


def text(frame: Frame, finding: Finding, by_id: bool = False) -> str:
    """The whole sentence with the word of its verdict first."""
    return f"{VERDICTS[finding.verdict]}: {sentence(frame, finding, by_id)}"


def sentence(frame: Frame, finding: Finding, by_id: bool = False) -> str:
    """What was found, in klarspråk; assistants by alias, or by id."""
    return _sentence(Said(frame, finding, by_id))


def alike_but_when(frame: Frame, findings: Iterable[Finding]) -> Iterator[tuple[Finding, ...]]:
    """The findings in their order, those together whose sentences differ in nothing but the time."""
    together: dict[tuple[Verdict, str], list[Finding]] = {}
    for one in findings:
        together.setdefault((one.verdict, _sentence(SaidWithoutTime(frame, one, by_id=False))), []).append(one)
    yield from map(tuple, together.values())


def text_of_many(frame: Frame, alike: Sequence[Finding]) -> str:
    """One sentence for findings that differ in nothing but the time, with every time in it."""
    if len(alike) == 1:
        return text(frame, alike[0])
    return f"{VERDICTS[alike[0].verdict]}, {len(alike)} ganger: {_sentence(SaidOfMany(frame, alike))}"


def _sentence(said: Said) -> str:
    frame, finding = said.frame, said.finding
    parts = [CLAUSES[finding.rule](said)]
    parts += [WHY[one] for one in str(finding.facts.get("why", "")).split(",") if one in WHY]
    unsigned = finding.facts.get("why") == "unsigned"
    if unsigned:
        parts.append(f"Det forutsetter signert avtale {finding.facts.get('agreement', '')}.")
    if finding.verdict.fails and finding.rule in WAYS_OUT:
        way = WAYS_OUT[finding.rule]
        parts.append(f"Få den signert, eller {way[0].lower()}{way[1:]}" if unsigned else way)
    if finding.could:
        could = "Bare mulig med" if finding.verdict is Verdict.BREACH else "Kan bli lovlig med"
        parts.append(f"{could}: {listed(finding.could, 'eller')}.")
    if finding.rule != "agreement-valid" and finding.source.url:
        parts.append(f"Hjemmel: {listed(finding.basis or (finding.source.paragraph,))}.")
    elif finding.verdict.fails and finding.rule != "agreement-valid":
        parts.append(f"Sted: {_place(frame, finding)}.")
    return " ".join(parts)


def _place(frame: Frame, finding: Finding) -> str:
    """Where in the brief it stands; without needs the roster was made elsewhere, and its own rows are the place."""
    shifts = (frame.shift.get(str(finding.facts.get(key))) for key in ("shift", "other"))
    rows = [one.place for one in shifts if one is not None and one.place]
    return where(frame, finding) if frame.brief.needs or not rows else listed(rows)


def where(frame: Frame, finding: Finding) -> str:
    """The paragraph, or the place in the brief; of a need with its name, since nobody counts lines."""
    kind = finding.facts.get("kind") if finding.rule == "need-filled" else None
    known = next((one for one in frame.brief.kinds if one.code == kind), None)
    paragraph = finding.source.paragraph
    return paragraph if known is None else f"{paragraph} (behovet for {inside(known.name)}, {known.code})"


def assumption(key: str, time: str = "22.00", parts: int = 0) -> str:
    return ASSUMPTIONS.get(key, key).format(time=time, parts=parts)
