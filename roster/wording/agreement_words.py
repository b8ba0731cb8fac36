"""The register of agreements in words: with whom, for whom, how long, what rests on each, and what falls with it."""

from roster.domain.brief import Agreement
from roster.rules.agreements import Flaw
from roster.wording.finding_words import FLAWS


def flaw_line(agreement: Agreement, flaw: Flaw) -> str:
    """Why the agreement does not do what it says."""
    return f"Avtalen «{agreement.id}» (aml § {agreement.paragraph}) gir ikke det den sier: {FLAWS[flaw]}."
