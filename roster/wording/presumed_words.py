"""What the check of a list without a brief takes for granted, in words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Presumed:
    """What nobody has said: the ``employer``, ``tariff`` and ``agreements``, and ``breaks``.

    ``unpaid``: the list has breaks that are not said to be paid. ``resting``: it has resting parts.
    """

    employer: bool
    tariff: bool
    agreements: bool
    breaks: bool
    unpaid: bool
    resting: bool


def presumed_of_list(said: Presumed) -> tuple[str, ...]:
    """Each thing that is presumed."""
    lines = ["alle er over 18 år"]
    if said.employer:
        lines.append("arbeidsgiveren er privat (ikke kommune, privatperson eller eget foretak)")
    if said.tariff:
        lines.append("arbeidsgiveren har ingen tariffavtale")
    if said.agreements:
        lines.append("det er ingen avtaler om arbeidstid")
    lines += [
        "kontraktene er ikke kjent: timer mot stillingen er ikke prøvd",
        "vedtaket og behovet er ikke kjent: de er ikke prøvd",
        "uka starter mandag kl. 00.00, og døgnet kl. 00.00",
        "delt dagsverk er tillatt",
    ]
    if said.breaks:
        lines.append("pauser er ikke oppgitt: all tid i vaktene er arbeidstid")
    elif said.unpaid:
        lines.append("pauser er ikke arbeidstid; en pause uten klokkeslett ligger midt i vakta")
    if said.resting:
        lines.append("ingen vakt er erklært i det vesentlige passiv: hvilende tid teller fullt i grensene")
    return tuple(lines)
