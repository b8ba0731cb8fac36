"""The help of the command that proposes positions."""

from collections.abc import Mapping

from roster.wording.help_parts import CommandHelp, Example

STAFF_HELP: Mapping[str, CommandHelp] = {
    "staff": CommandHelp(
        "Få forslag til faste stillinger som dekker behovet.",
        "Du trenger ikke vite hvem som skal arbeide. Du får flere forslag, for større stillinger, færre helger og "
        "færre timer til vikar kan sjelden nås samtidig. Bak hvert forslag ligger en lovlig turnus der alle vakter er "
        "dekket. Velg et forslag, så blir det et grunnlag du kan lage turnus av.",
        (
            Example("roster staff grunnlag.yaml", "gir fem forslag til stillinger"),
            Example(
                "roster staff grunnlag.yaml --proposals 3 --smallest 40", "gir tre, uten stillinger under 40 prosent"
            ),
            Example(
                "roster staff grunnlag.yaml --most 5 --weekends 3", "gir høyst fem assistenter og hver tredje helg"
            ),
            Example("roster staff grunnlag.yaml --keep A1 --keep A2", "lar A1 og A2 ha stillingen de har"),
            Example("roster staff grunnlag.yaml --sick 7", "regner med 7 prosent sykefravær"),
            Example("roster staff grunnlag.yaml --save 2 valgt.yaml", "skriver forslag 2 som et grunnlag"),
        ),
    )
}

STAFF_OPTIONS: Mapping[str, str] = {
    "staff_brief": "Grunnlaget. Det trenger ingen assistenter.",
    "proposals": "Hvor mange forslag du vil ha, høyst 9.",
    "fewest": "Færrest assistenter, de som blir i stillingen sin medregnet.",
    "most": "Flest assistenter, de som blir i stillingen sin medregnet.",
    "smallest": "Den minste stillingen, i prosent.",
    "weekends": "Hvor ofte hver arbeider helg: 2 er annenhver, 3 er hver tredje.",
    "keep": "En assistent som blir i stillingen sin (id). Kan skrives flere ganger.",
    "sick": "Sykefraværet du regner med, i prosent.",
    "save": "Skriv forslaget med dette nummeret som et grunnlag i denne fila (.yaml).",
    "staff_seconds": "Hvor mange sekunder vi kan bruke på alle forslagene.",
}

STAFF_METAVARS: Mapping[str, str] = {
    "staff_brief": "GRUNNLAG",
    "proposals": "TALL",
    "fewest": "TALL",
    "most": "TALL",
    "smallest": "PROSENT",
    "weekends": "TALL",
    "keep": "ID",
    "sick": "PROSENT",
    "save": "NUMMER FIL",
    "staff_seconds": "SEKUNDER",
}

NOT_A_WAY_TO_SAVE = "Skriv nummeret på forslaget og navnet på fila, for eksempel «--save 2 valgt.yaml»."
