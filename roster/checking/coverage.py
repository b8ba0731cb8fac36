"""From when the law is covered (D20): before that there is an answer, but no verdict."""

from datetime import date

from roster.domain.brief import Brief
from roster.domain.kinds import Employer
from roster.rules import numbers


def not_covered(brief: Brief, first: date | None = None) -> str | None:
    """Why the period of the brief lies before the law that is covered, in words; None where it does not.

    ``first`` is the first day that is asked about, where the period is only the weeks around what was worked.
    """
    start = first or brief.period.start
    if start < numbers.KNOWN_FROM:
        return f"Reglene er kjent fra {numbers.KNOWN_FROM:%d.%m.%Y}. Planen starter {start:%d.%m.%Y} og er ikke dekket."
    private = brief.arrangement.employer is Employer.PRIVATPERSON
    if private and start < numbers.HOUSEHOLD_FROM:
        since = f"{numbers.HOUSEHOLD_FROM:%d.%m.%Y}"
        return f"Forskriften for arbeid i arbeidsgivers hjem er kjent fra {since}. Tidligere planer er ikke dekket."
    return None
