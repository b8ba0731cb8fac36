"""The help of what looks back: the roster of any date as it was known, and what was really worked."""

from collections.abc import Mapping

from roster.wording.help_parts import CommandHelp, Example

WORKED_HELP: Mapping[str, CommandHelp] = {
    "worked": CommandHelp(
        "Avslutt en måned med det som ble arbeidet, og rett den uten å skrive over.",
        "Måneden lages av planen som var i bruk, eller av timelista i mappa «timer» når den har rader i måneden. Det "
        "som ble annerledes, skriver du med --except: hvem, vakta og hva som skjedde. En rettelse etterpå er en ny "
        "linje i loggen med forskjellen, så det som sto før, aldri blir borte. Timekontoen, lønna, saldoen og "
        "kontrollen av det som ble arbeidet, følger med.",
        (
            Example(
                "roster worked turnus --month 2027-01", "avslutter januar slik planen var, eller viser hvordan den står"
            ),
            Example(
                'roster worked turnus --month 2027-01 --except "A3:2027-01-11 D syk, av A5"',
                "A3 var syk, og A5 tok vakta",
            ),
            Example(
                'roster worked turnus --month 2027-01 --except "A5:2027-01-13 12.00–16.00 ekstra"',
                "A5 arbeidet fire timer som ikke var planlagt",
            ),
            Example(
                'roster worked turnus --month 2027-01 --except "A2:2027-01-12 HN aktiv 01.00–01.40"',
                "A2 var aktiv i en hvilende natt",
            ),
            Example(
                "roster worked turnus --month 2027-01 --except januar.txt", "leser en hendelse fra hver linje i fila"
            ),
            Example("roster worked turnus --month 2027-01 --try", "viser hvordan måneden blir, og lagrer ingenting"),
        ),
    ),
    "saldo": CommandHelp(
        "Se hva hver assistent har til gode eller er skyldig av timer.",
        "Saldoen er det som er arbeidet og godskrevet mot det som er avtalt, til minuttet, med kilden til hvert tall: "
        "avsluttede måneder, versjonen som gjaldt, eller grunnlaget. Når snittperioden er slutt, eller noen slutter, "
        "gjøres den opp slik innstillingene sier. Da ser du også timer som er betalt, men ikke brukt.",
        (
            Example("roster saldo turnus", "viser saldoen til alle ved siste avsluttede måned"),
            Example("roster saldo turnus --assistant A3 --through 2027-02-14", "viser saldoen til A3 en bestemt dag"),
            Example("roster saldo turnus --json", "skriver alle postene som JSON"),
        ),
    ),
}

WORKED_OPTIONS: Mapping[str, str] = {
    "saldo_through": "Siste dag som er med. Vanlig: slutten av den siste avsluttede måneden, ellers i går.",
    "worked_of": "Mappa til turnusen.",
    "except": "Noe som ble annerledes: HVEM:DATO KODE og syk (eller «syk 50 %»), avlyst, avspasering, permisjon, "
    "av HVEM, andre tider, ekstra, slett, overtid, avspaseres, samtykke eller aktiv FRA–TIL. Eller en fil med en "
    "hendelse på hver linje. Kan skrives flere ganger.",
    "worked_sheet": "En timeliste med alt som ble arbeidet i måneden. Kan skrives flere ganger.",
    "worked_why": "Hvorfor måneden rettes.",
    "try": "Vis hvordan det blir, uten å lagre.",
    "on": "En dato. Da leses uka den ligger i, av versjonen som gjaldt.",
    "known": "Sammen med --on: slik det var kjent denne dagen. Uten: slik det er kjent nå.",
}

WORKED_METAVARS: Mapping[str, str] = {
    "saldo_through": "ÅÅÅÅ-MM-DD",
    "worked_of": "MAPPE",
    "except": "HENDELSE",
    "worked_sheet": "FIL",
    "worked_why": "TEKST",
    "on": "ÅÅÅÅ-MM-DD",
    "known": "ÅÅÅÅ-MM-DD",
}

KNOWN_OF_WHAT = "--known trenger --on, som sier hvilken dato turnusen skal leses for."
ON_OR_WEEK = "Velg enten --on eller --week, for begge sier hvilken uke som leses."
