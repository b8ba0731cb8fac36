"""The help of the command that reckons a need by the clock."""

from collections.abc import Mapping

from roster.wording.help_parts import CommandHelp, Example

NEEDS_HELP: Mapping[str, CommandHelp] = {
    "needs": CommandHelp(
        "Regn ut en døgnklokke, og få forslag til vakter som dekker den.",
        "Døgnklokka sier når på døgnet hjelpen trengs, slik den skrives i en søknad. Du får timene i uka og året for "
        "hver kategori, hva de er mot vedtaket og retten til BPA, og for hvert antall vaktkoder vaktene med minst til "
        "overs. Du velger antallet, og får et grunnlag der bare assistentene mangler.",
        (
            Example("roster needs --new behov.yaml", "lager en døgnklokke til en søknad, med forklaringer"),
            Example("roster needs --new behov.yaml --template vedtak", "lager en der det alt er et vedtak"),
            Example("roster needs --new behov.xlsx --template barn", "lager en for et barn, som arbeidsbok"),
            Example("roster needs behov.yaml", "regner ut timene, og foreslår vakter"),
            Example(
                "roster needs behov.yaml --kinds 0 --out soknad", "lager bildet og siden til søknaden, uten vakter"
            ),
            Example("roster needs behov.yaml --kinds 3 --brief grunnlag.yaml", "skriver et grunnlag med tre vaktkoder"),
        ),
    )
}

NEEDS_OPTIONS: Mapping[str, str] = {
    "needs": "Døgnklokka: en YAML-fil eller en Excel-arbeidsbok.",
    "new_needs": "Lag en ny døgnklokke med dette navnet.",
    "needs_template": "Malen for en ny døgnklokke: soknad (den første søknaden), vedtak (når det er et) eller barn.",
    "kinds": "Hvor mange vaktkoder du vil ha, høyst 12. Uten dette valget: så mange som passer best. 0: ingen vakter.",
    "needs_brief": "Skriv et grunnlag med vaktene i denne fila (.yaml).",
    "needs_out": "Mappa for døgnklokka som bilde (dognklokke.svg) og side til utskrift (dognklokke.html).",
    "needs_seconds": "Hvor mange sekunder vi kan bruke på hvert antall vaktkoder.",
}

NEEDS_METAVARS: Mapping[str, str] = {
    "needs": "DØGNKLOKKE",
    "new_needs": "FIL",
    "needs_template": "MAL",
    "kinds": "TALL",
    "needs_brief": "GRUNNLAG",
    "needs_out": "MAPPE",
    "needs_seconds": "SEKUNDER",
}

NO_NEEDS = "Kommandoen trenger navnet på en døgnklokke, eller «--new FIL»."
"""Nothing was named."""
EITHER = "Skriv enten navnet på en døgnklokke eller «--new FIL», ikke begge."
"""Both were named."""
