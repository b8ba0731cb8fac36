"""The first part of the sentences on overtime, all hours, passive duty, standby and the full-time week."""

from collections.abc import Callable, Mapping

from roster.domain.finding import Unit
from roster.wording.finding_said import Said
from roster.wording.numbers import counted


def _total(said: Said) -> str:
    does = "arbeider det meste" if said.fine else "arbeider i alt"
    where = said.a_week if said.fact("weeks") else said.weeks if said.finding.unit is Unit.MINUTES_A_WEEK else said.when
    return f"{said.who} {does} {said.measured} {where}. Grensen er {said.limit}.{said.twice}"


def _overtime(said: Said) -> str:
    if said.fact("why") == "planned":
        return f"{said.who} har {said.measured} overtid i grunnturnusen. Overtid kan ikke legges inn fast."
    weeks = int(said.fact("weeks") or 1)
    stretch = "i uka" if weeks == 1 else f"i {counted(weeks, 'uke', 'uker')} på rad"
    where = stretch if said.fine and not said.finding.measured else f"{stretch}, {said.days}"
    if said.fact("why") == "no_consent":
        return f"{said.who} har {said.measured} overtid uten samtykke {where}. Uten samtykke er grensen {said.limit}."
    return f"{said.who} har {said.measured} overtid {where}. Grensen er {said.limit}."


def _passive(said: Said) -> str:
    why = said.fact("why")
    if why == "little_rest":
        rests = f"{said.who} har {said.measured} hvile på vakta {said.when}"
        return f"{rests}. Den er oppgitt som passiv, og da er minst {said.limit} hvile."
    if why == "much_active":
        active = f"{said.who} hadde {said.measured} aktivt arbeid i hviletida {said.when}"
        return f"{active}. Fra {said.limit} regnes alt som aktivt."
    if said.fine and said.finding.span is None:
        return f"{said.who} har ingen vakter som er oppgitt som passive."
    return f"{said.who} bruker {said.measured} av forlengelsen for passivt arbeid {said.when}. Grensen er {said.limit}."


def _standby(said: Said) -> str:
    if said.fine and not said.finding.measured:
        return f"{said.who} har ingen beredskapsvakter."
    return f"{said.who} får {said.measured} av beredskapsvaktene regnet som arbeidstid. Grensen er minst {said.limit}."


def _full_time(said: Said) -> str:
    if not said.frame.brief.needs and not said.fine:
        unknown = f"Heltidsuka til {said.who} er ikke oppgitt"
        return f"{unknown}. Vi har regnet med {said.measured}, men vaktene gir {said.limit}."
    says = f"Heltidsuka til {said.who} er regnet som {said.measured}"
    return f"{says}. Turnusen gir {said.limit}." if said.fine else f"{says}, men turnusen gir {said.limit}."


HOURS_CLAUSES: Mapping[str, Callable[[Said], str]] = {
    "total-hours": _total,
    "overtime": _overtime,
    "passive-extension": _passive,
    "standby": _standby,
    "full-time-week": _full_time,
}
