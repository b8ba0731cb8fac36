"""Work that nobody could foresee, in the time that should be free: aml § 10-8 (3), third and fourth sentence.

Read as: where an agreement with the reps lets rest be shorter, it may also go below 8 hours, if it says so, for work
beyond the agreed hours or a call-out that is needed to avert serious disruption. Reps of an employer without a
collective agreement may agree on such work, too, and on nothing else of rest. The rest lost is given back. A plan
never has such work: it is recorded.
"""

from datetime import date

from roster.domain.brief import Agreement, Brief
from roster.domain.finding import Owed
from roster.domain.kinds import Employer
from roster.rules.agreements import BELOW_FLOOR, OTHER_PROTECTION, Flaw, covers, flaws, paragraph_of, whole_minutes
from roster.rules.in_force import Ground, in_force
from roster.rules.terms import terms
from roster.rules.verdicts import Three

PARAGRAPH = "10-8 (3)"
UNFORESEEN = "unforeseen"
"""Why: only work that nobody could foresee is in the way."""


def averting_rest(brief: Brief, who: str, day: date | None = None) -> Three:
    """The daily rest that work of this sort must leave, on each of the three grounds."""
    return Three(*(_on(brief, who, ground, day) for ground in (Ground.SIGNED, Ground.IN_USE, Ground.REACH)))


def _on(brief: Brief, who: str, ground: Ground, day: date | None) -> Owed:
    plain = terms(brief, who, ground, day).daily_rest
    if ground is Ground.REACH:
        private = brief.arrangement.employer is Employer.PRIVATPERSON
        return plain if private else Owed(0, plain.basis, plain.could, (), plain.assumes)
    plain = Owed(plain.amount, plain.basis, (f"aml § {PARAGRAPH} med tillitsvalgte",), plain.unsigned, plain.assumes)
    for one in brief.agreements:
        if _allows(brief, one, day) and covers(one, who) and (one.signed is not None or ground is not Ground.SIGNED):
            hours = one.values.get("daily_rest_h")
            least = 0 if one.values.get(BELOW_FLOOR) else plain.amount if hours is None else whole_minutes(hours)
            if least < plain.amount:
                unsigned = () if one.signed is not None else (one.id,)
                plain = Owed(least, (f"aml § {PARAGRAPH}", f"avtale {one.id}"), plain.could, unsigned, plain.assumes)
    return plain


def _allows(brief: Brief, one: Agreement, day: date | None) -> bool:
    """An agreement with reps that holds, but for a collective agreement that this work does not ask for."""
    usable = one.signed is not None or one.use_unsigned
    return usable and paragraph_of(one) == PARAGRAPH and set(flaws(brief, one, day)) <= {Flaw.TARIFF}


def other_protection(brief: Brief, who: str) -> bool:
    """An agreement in use says that rest in return is not possible, and gives other suitable protection."""
    return any(one.values.get(OTHER_PROTECTION) for one in in_force(brief, who, Ground.IN_USE))
