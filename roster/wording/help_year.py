"""The help of the commands for red days, vacation, other weeks, and fairness over the year."""

from collections.abc import Mapping

from roster.wording.help_parts import CommandHelp, Example

YEAR_HELP: Mapping[str, CommandHelp] = {
    "holidays": CommandHelp(
        "Lag en høytidsturnus: røde dager delt etter stilling, med F3, F4 og F5.",
        "Turnusen endres så lite som mulig i ukene, og alt utenfor dem blir som det er. Du får grunnturnusen og den "
        "endrede planen linje for linje, en setning for hver endring, og hvor mange røde dager hver assistent har. "
        "Resultatet blir en ny versjon i mappa. F3, F4 og F5 slår du av og på under «innstillinger» i grunnlaget.",
        (
            Example("roster holidays turnus", "de neste helligdagene i planen, og uka etter"),
            Example("roster holidays turnus --from 2027-03-22 --to 2027-04-04", "påska 2027"),
        ),
    ),
}

YEAR_OPTIONS: Mapping[str, str] = {
    "weeks_from": "Første dag. Hele uka blir med.",
    "weeks_to": "Siste dag. Hele uka blir med.",
    "vacation_wishes": "Ferieønsker: et regneark eller en CSV-fil med hvem, fra, til og prioritet.",
}

YEAR_METAVARS: Mapping[str, str] = {
    "weeks_from": "ÅÅÅÅ-MM-DD",
    "weeks_to": "ÅÅÅÅ-MM-DD",
    "vacation_wishes": "FIL",
}
