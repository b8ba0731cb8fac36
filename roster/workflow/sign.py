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
from roster.workflow.troubles import refuse


@dataclass(frozen=True, slots=True)
class Signed:
    """``left``: ids of agreements that the plan rests on and that are still to be signed.

    ``flaws``: why the agreement does not do what it says in this plan, though it is signed.
    """

    version: Version
    agreement: Agreement
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
        agreement = _meant(version, name, folder_path)
        record_step(folder, version, Act.SIGNED, by, now, Signature(agreement.id, terms_of(agreement), on), papers)
        left = ready(version, read_log(folder_path)).unsigned
        return Signed(version, agreement, on, left, tuple(flaws(version.plan.brief, agreement)))


def _meant(version: Version, name: str, folder: Path) -> Agreement:
    agreements = {one.id: one for one in version.plan.brief.agreements}
    if name in agreements:
        return agreements[name]
    near = nearest(name, agreements)
    hint = f" Mente du «{near}»?" if near else ""
    known = f"Avtalene i versjonen er {', '.join(agreements)}." if agreements else "Versjonen har ingen avtaler."
    raise refuse(folder, f"Avtalen «{name}» står ikke i grunnlaget.{hint}", known)
