"""The first part of the sentences on rest: daily, weekly, in return, of the young; and where the week is cut."""

from collections.abc import Callable, Mapping

from roster.wording.finding_said import Said
from roster.wording.numbers import counted, hours_clock


def _rest(said: Said, word: str) -> str:
    if said.fine and said.finding.measured is None:
        return f"{said.who} har ingen {word} å måle."
    if said.fine:
        return f"{said.who}: korteste {word} er {said.measured}, {said.when}. Grensen er minst {said.limit}."
    return f"{said.who} har {said.measured} {word} {said.when}. Grensen er minst {said.limit}."


def _compensating(said: Said) -> str:
    short = f" på {hours_clock(int(said.fact('short')))} timer" if said.fact("short") else ""
    word = "ukehvile etter en kort ukehvile" if said.fact("why") == "weekly" else "hvile etter en kort hvile"
    return _rest(said, f"{word}{short}")


def _weekly_rest(said: Said) -> str:
    if said.fine:
        return _rest(said, "ukehvile")
    if said.fact("about") == "week_before":
        free = f"{said.measured} fri etter siste vakt før planen, {said.when}"
        return f"{said.who} har {free}. Uka før planen trenger det til ukehvile. Grensen er minst {said.limit}."
    if said.fact("why") == "seven_days":
        within = f"i de sju dagene etter at arbeidet begynner, {said.when}"
        return f"{said.who} har ingen ukehvile på minst {said.limit} {within}."
    if said.fact("why") == "taken":
        free = f"den lengste frie tida er {said.measured}, {said.when}"
        return f"{said.who} har ingen ukehvile for seg selv {said.week}: {free}."
    if said.fact("why") == "loose":
        free = f"den er {said.measured}, {said.when}"
        return f"Ukehvila til {said.who} {said.week} ligger over ukeskillet: {free}. Grensen er minst {said.limit}."
    longest = ", det lengste" if said.finding.verdict.fails else ""
    rest = f"{said.measured} ukehvile {said.week}{longest} {said.when}"
    return f"{said.who} har {rest}. Grensen er minst {said.limit}."


def _young(said: Said) -> str:
    if said.fact("about") in ("week", "week_before"):
        return _weekly_rest(said)
    return _rest(said, "hvile")


def _cut(said: Said) -> str:
    moves = counted(said.finding.measured or 0, "gang", "ganger")
    if said.fine:
        return "Ukeskillet ligger fast i planen."
    if said.fact("why") == "within_plan":
        return f"Ukeskillet flyttes {moves} inne i planen."
    return f"Ukeskillet er flyttet {moves} det siste året."


def _daily_rest(said: Said) -> str:
    """Free time that goes on past the hours in which the rest must lie is said to be counted in them alone."""
    cut = int(said.fact("cut") or 0)
    within = f" Bare hvile i de {cut // 60} timene fra arbeidet begynner, er med." if cut else ""
    return f"{_rest(said, 'hvile')}{within}"


REST_CLAUSES: Mapping[str, Callable[[Said], str]] = {
    "daily-rest": _daily_rest,
    "compensating-rest": _compensating,
    "weekly-rest": _weekly_rest,
    "young-rest": _young,
    "setting-valid": _cut,
}
