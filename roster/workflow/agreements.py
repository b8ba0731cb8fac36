"""The register of agreements of a version, and their texts as files ready to sign."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from roster.exports.agreement_html import agreement_html
from roster.wording.agreement_texts import AgreementText, consent, texts
from roster.wording.course_words import in_fours
from roster.workflow.folder import safe_names
from roster.workflow.register import Register, register
from roster.workflow.saving import save_files


@dataclass(frozen=True, slots=True)
class Agreements:
    """``written``: the names of the texts that were saved."""

    register: Register
    written: tuple[str, ...]


def agreements(path: Path, day: date, out: Path | None) -> Agreements:
    """With ``out`` the texts lie there, all of them; raises ``Faults``."""
    found = register(path, day)
    if out is None:
        return Agreements(found, ())
    every = tuple(all_texts(found))
    mark = in_fours(found.version.fingerprint)
    names = safe_names(tuple(one.name for one in every))
    files = {f"{names[one.name]}.html": agreement_html(one, mark) for one in every}
    save_files(out, files)
    return Agreements(found, tuple(files))


def all_texts(found: Register) -> Iterator[AgreementText]:
    """The text of every agreement and of every consent that the plan asks for."""
    plan = found.version.plan
    yield from texts(plan)
    for one in found.consents:
        yield consent(plan, plan.brief.assistant(one.who), one.shifts, one.longest)
