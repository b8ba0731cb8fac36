"""The help of the commands for red days, vacation, other weeks, and fairness over the year."""

from collections.abc import Mapping

from roster.wording.help_parts import CommandHelp, Example

SPECIAL_TEMPLATES = ("reise", "sykehus", "leir", "behov")
EITHER_PLAN_OR_FILE = "Skriv enten navnet på en turnus med «--weeks FIL», eller «--new FIL»."
NOT_A_SPECIAL_TEMPLATE = "Velg reise, sykehus, leir eller behov."

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
    "vacation": CommandHelp(
        "Lag ferieliste av ønskene, og en ferieturnus med så få endringer som mulig.",
        "Ønskene er et regneark eller en CSV-fil med kolonnene hvem, fra, til og prioritet. Den som ikke har ønsker, "
        "får et forslag. Ferielista viser virkedagene om sommeren og i året, når ferien må være varslet, "
        "og hvem som dekker vaktene. Timene i stillingen minker med ferien. Uten --wishes brukes ferien i grunnlaget.",
        (
            Example("roster vacation turnus --wishes ferieonsker.csv", "deler ut ferien, og lager turnusen for ukene"),
            Example("roster vacation turnus", "lager ferieturnus av ferien som står i grunnlaget"),
            Example("roster vacation turnus --wishes ferieonsker.csv --away 2", "lar to ha ferie samtidig"),
        ),
    ),
    "special": CommandHelp(
        "Lag en hjelpeturnus for uker med et annet behov: reise, sykehus, leir.",
        "En egen fil sier hva som trengs i ukene: nye vakter, unntak fra behovet, og hvem som ikke kan. Turnusen "
        "endres så lite som mulig der, og alt annet blir som det er. For reiser får du aktiv, hvilende og fri tid for "
        "hver dag. Faller behovet bort, får du vite hvilke timer som er betalt, men ikke brukt.",
        (
            Example("roster special --new hjelp.yaml --template sykehus", "lager en fil du kan fylle ut"),
            Example("roster special turnus --weeks hjelp.yaml", "lager turnusen for ukene i fila"),
        ),
    ),
    "fairness": CommandHelp(
        "Se hvordan netter, helger, røde dager og annet er fordelt over året.",
        "For hver assistent står netter, kvelder, helger, røde dager, endringer med kort varsel og oppfylte "
        "ønsker, mot delen etter stillingsprosent. Der delene er ulike, står grunnen: avtale, ønske, ferie. Det som "
        "ingen grunn forklarer, kan neste plan jevne ut.",
        (
            Example("roster fairness turnus", "fordelingen til og med den siste dagen som er planlagt"),
            Example("roster fairness turnus --xlsx fordeling.xlsx --svg fordeling.svg", "lager også ark og bilde"),
            Example("roster fairness turnus --balances saldoer.yaml", "skriver saldoene til det neste grunnlaget"),
        ),
    ),
}

YEAR_OPTIONS: Mapping[str, str] = {
    "weeks_from": "Første dag. Hele uka blir med.",
    "weeks_to": "Siste dag. Hele uka blir med.",
    "fair_last": "Siste dag i året som regnes, 52 uker. Uten dette valget: den siste som er planlagt.",
    "fair_svg": "Lag et bilde av fordelingen i denne fila, med tekst for dem som ikke ser det.",
    "fair_xlsx": "Lag et ark med fordelingen i denne fila.",
    "fair_balances": "Skriv saldoene som neste grunnlag trenger for å jevne ut, i denne fila.",
    "special_weeks": "Hva som trengs i ukene: en YAML-fil med vakter, unntak, tilgjengelighet og ønsker.",
    "new_special": "Lag en slik fil med dette navnet.",
    "special_template": "Malen for fila: reise, sykehus, leir eller behov.",
    "vacation_away": "Hvor mange som kan ha ferie samtidig. Uten dette valget: så mange som timene rekker til.",
    "vacation_replace": "Bytt ut avtalt ferie med ønskene. Uten dette valget står det som er avtalt.",
    "vacation_wishes": "Ferieønsker: et regneark eller en CSV-fil med hvem, fra, til og prioritet.",
}

YEAR_METAVARS: Mapping[str, str] = {
    "weeks_from": "ÅÅÅÅ-MM-DD",
    "weeks_to": "ÅÅÅÅ-MM-DD",
    "fair_last": "ÅÅÅÅ-MM-DD",
    "fair_svg": "FIL",
    "fair_xlsx": "FIL",
    "fair_balances": "FIL",
    "special_weeks": "FIL",
    "new_special": "FIL",
    "special_template": "MAL",
    "vacation_away": "TALL",
    "vacation_wishes": "FIL",
}
