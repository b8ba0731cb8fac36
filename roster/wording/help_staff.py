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
            Example(
                'roster staff turnus --what-if "A3 slutter"', "sier hva som skjer om A3 slutter, og hva dere kan gjøre"
            ),
            Example('roster staff turnus --what-if "vedtak -10 %" --what-if "en til"', "ser på to endringer"),
            Example("roster staff turnus --people", "sier hvem som kan få, eller har rett til, en annen stilling"),
            Example("roster staff grunnlag.yaml --save 2 valgt.yaml", "skriver forslag 2 som et grunnlag"),
        ),
    )
}

STAFF_OPTIONS: Mapping[str, str] = {
    "staff_brief": "Grunnlaget. Det trenger ingen assistenter. Til --what-if og --people: en turnus, mappa eller fila.",
    "proposals": "Hvor mange forslag du vil ha, høyst 9.",
    "fewest": "Færrest assistenter, de som blir i stillingen sin medregnet.",
    "most": "Flest assistenter, de som blir i stillingen sin medregnet.",
    "smallest": "Den minste stillingen, i prosent.",
    "weekends": "Hvor ofte hver arbeider helg: 2 er annenhver, 3 er hver tredje.",
    "keep": "En assistent som blir i stillingen sin (id). Kan skrives flere ganger.",
    "sick": "Sykefraværet du regner med, i prosent.",
    "save": "Skriv forslaget med dette nummeret som et grunnlag i denne fila (.yaml).",
    "what_if": "Se hva som blir annerledes enn i dag om noe endrer seg: «A3 slutter», «en til 60 %», «vedtak -10 %», "
    "«vedtak 150», «uten G1», «G1 signert», «avtale 10-5 (1)», «hver tredje helg» eller «vakter inntil 12 timer». "
    "Kan skrives flere ganger.",
    "of_people": "Se hvem i turnusen som kan få større stilling (§ 14-3), har rett til stilling etter faktisk "
    "arbeidstid (§ 14-4 a), eller er midlertidig der loven krever fast (§ 14-9).",
    "worked_sheets": "Timelister til --people (.csv eller .xlsx). Ellers brukes de i mappa «timer».",
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
    "what_if": "ENDRING",
    "worked_sheets": "TIMELISTE",
    "staff_seconds": "SEKUNDER",
}

NOT_A_WAY_TO_SAVE = "Skriv nummeret på forslaget og navnet på fila, for eksempel «--save 2 valgt.yaml»."
