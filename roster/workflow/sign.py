"""Write down that an agreement is signed; drøfting is not an agreement, so it is done apart (D36)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from roster.domain.brief import Agreement
from roster.domain.course import Act, Signature
from roster.reading.suggest import nearest
from roster.rules.agreements import Flaw, flaws
from roster.wording.course_words import NOT_BEFORE_TODAY
from roster.workflow.course import (
    Log,
    Version,
    located,
    read_log,
    read_paper,
    ready,
    record_step,
    terms_of,
    version_at,
)
from roster.workflow.folder import opened_again
from roster.workflow.register import consent_terms, register_of
from roster.workflow.troubles import refuse


@dataclass(frozen=True, slots=True)
class Signed:
    """``agreement`` None: it is somebody's consent to long shifts.

    ``left``: ids of agreements that the plan rests on and that are still to be signed.
    ``flaws``: why the agreement does not do what it says in this plan, though it is signed.
    """

    version: Version
    name: str
    agreement: Agreement | None
    on: date
    left: tuple[str, ...]
    flaws: tuple[Flaw, ...]


def sign(path: Path, name: str, on: date, document: Path | None, by: str, now: datetime) -> Signed:
    """Raises ``Faults``."""
    folder_path, number = located(path)
    if on > now.date():
        raise refuse(folder_path, NOT_BEFORE_TODAY.format(on.isoformat()), "Rett --date.")
    papers: Mapping[str, bytes] = {} if document is None else read_paper(document)
    with opened_again(folder_path) as folder:
        log = read_log(folder_path)
        version = version_at(folder_path, number, log)
        agreement, terms = _meant(version, name, log, folder_path)
        record_step(folder, version, Act.SIGNED, by, now, Signature(name, terms, on), papers)
        left = ready(version, read_log(folder_path), now.date()).unsigned
        wrong = () if agreement is None else tuple(flaws(version.plan.brief, agreement))
        return Signed(version, name, agreement, on, left, wrong)


def _meant(version: Version, name: str, log: Log, folder: Path) -> tuple[Agreement | None, str]:
    """The agreement of that id, or None for a consent, and the fingerprint of what is signed."""
    agreements = {one.id: one for one in version.plan.brief.agreements}
    if name in agreements:
        return agreements[name], terms_of(agreements[name])
    consents = {one.id: one.who for one in register_of(version, log, version.plan.brief.period.start).consents}
    if name in consents:
        return None, consent_terms(consents[name])
    known = [*agreements, *consents]
    near = nearest(name, known)
    hint = f" Mente du «{near}»?" if near else ""
    all_known = f"Her kan disse signeres: {', '.join(known)}." if known else "Versjonen har ingen avtaler."
    raise refuse(folder, f"Avtalen «{name}» står ikke i grunnlaget.{hint}", all_known)
