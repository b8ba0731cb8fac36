"""The help of the commands by which a version is approved, signed, taken into use and proven."""

from collections.abc import Mapping

from roster.wording.help_parts import CommandHelp, Example

COURSE_HELP: Mapping[str, CommandHelp] = {
    "submit": CommandHelp(
        "Send en versjon til arbeidsgiveren.",
        "Arbeidsgiveren svarer for drøftingen og avtalene. Har du endret turnusen i Excel, blir den en ny versjon med "
        "--into. En ny versjon er det ingen som har godkjent.",
        (
            Example("roster submit turnus", "sender den nyeste versjonen i mappa «turnus»"),
            Example("roster submit turnus/versjoner/0001", "sender versjon 0001"),
            Example("roster submit endret.xlsx --into turnus", "lagrer den som ny versjon, og sender den"),
        ),
    ),
    "discuss": CommandHelp(
        "Skriv ned at en versjon er drøftet.",
        "Planen skal drøftes med de tillitsvalgte senest to uker før den tas i bruk (aml § 10-3). Er ingen valgt, "
        "drøftes den med assistentene. Drøfting er ikke en avtale: de kan være uenige.",
        (
            Example("roster discuss turnus --agree --date 2026-12-10", "drøftet 10. desember, og de er enige"),
            Example('roster discuss turnus --disagree --note "Vil ha færre helger"', "drøftet i dag, og de er uenige"),
            Example(
                'roster discuss turnus --agree --note "Assistentene syns helgene er greie"',
                "ingen er valgt: skriv hva assistentene sa",
            ),
            Example(
                'roster discuss turnus --agree --present "tillitsvalgt, verneombud" --minutes protokoll.pdf',
                "skriver hvem som var til stede, og tar vare på protokollen",
            ),
        ),
    ),
    "sign": CommandHelp(
        "Skriv ned at en avtale er signert.",
        "En avtale signeres for seg. Signaturen gjelder det avtalen sier nå. Endres avtalen, må den signeres på nytt.",
        (
            Example("roster sign turnus snitt --date 2026-12-01", "avtalen «snitt» er signert 1. desember"),
            Example("roster sign turnus snitt --document avtale.pdf", "tar vare på den signerte avtalen"),
        ),
    ),
    "return": CommandHelp(
        "Ta imot et svar i arbeidsboka, eller send planen tilbake.",
        "Med en fil: svaret i arket Godkjenning blir lest. Alt annet i arbeidsboka må være som i versjonen. "
        "Uten fil: planen er kladd igjen, og du skriver hvorfor.",
        (
            Example("roster return turnus svar.xlsx", "leser svaret fra den tillitsvalgte"),
            Example('roster return turnus --because "Kari har ferie i uke 7"', "sender planen tilbake til kladd"),
        ),
    ),
    "use": CommandHelp(
        "Ta en versjon i bruk.",
        "Den må være drøftet i tide, og avtalene den bygger på må være signert. Kalenderne i mappa «kalender» blir den "
        "versjonens. Et bytte eller en ekstravakt drøftes ikke på nytt.",
        (
            Example("roster use turnus", "tar den nyeste versjonen i bruk fra den første dagen i planen"),
            Example("roster use turnus --from 2027-01-18", "tar den i bruk senere enn planens første dag"),
            Example("roster use turnus --because bytte", "to assistenter har byttet vakter"),
        ),
    ),
    "status": CommandHelp(
        "Se hvor langt en versjon er kommet.",
        "Du får hva som er gjort og av hvem, hvilken versjon som er i bruk, og hva som gjenstår.",
        (
            Example("roster status turnus", "viser den nyeste versjonen"),
            Example("roster status turnus/versjoner/0001", "viser versjon 0001"),
        ),
    ),
    "agreements": CommandHelp(
        "Se avtalene en versjon bygger på, og lag dem klare til signering.",
        "Du får hvem avtalen er med, hvem den gjelder for, hvor lenge den varer, og hva som faller når den går ut. Med "
        "--out får du tekstene fylt ut fra planen, en fil for hver som skal signere.",
        (
            Example("roster agreements turnus", "viser avtalene, og hvilke som snart går ut"),
            Example("roster agreements turnus --out avtaler", "lager avtalene som filer i mappa «avtaler»"),
        ),
    ),
    "package": CommandHelp(
        "Lag pakka som de tillitsvalgte ser, drøfter og signerer.",
        "Du får en arbeidsbok og en PDF med samme innhold: turnusen, hver assistent, avtaler, avvik, regler, vedtak, "
        "endringer, sjekkliste og felter for underskrift. Fingeravtrykket står på hver side. Samme versjon og samme "
        "logg gir de samme filene. Bare alias og roller er med, ikke fødselsdatoer, ønsker eller aktiviteter.",
        (
            Example("roster package turnus --out til-drofting", "legger begge filene i mappa «til-drofting»"),
            Example("roster package turnus/versjoner/0001", "lager pakka for versjon 0001 der du står"),
            Example(
                'roster package turnus --employer "Fjellvik kommune"', "skriver navnet på arbeidsgiveren på forsida"
            ),
        ),
    ),
    "verify": CommandHelp(
        "Bevis at versjonene og loggen er de som ble skrevet ut.",
        "Hver fil prøves mot loggen, og loggen mot seg selv. Med et fingeravtrykk fra papiret er det også bevist at "
        "ingen har skrevet om begge deler. På hver side står de første 16 tegnene, og de er nok.",
        (
            Example("roster verify turnus", "ser om noe er endret, og sier hva som ikke er bevist"),
            Example('roster verify turnus --against "015c cdf2 0614 1368"', "prøver mot et fingeravtrykk fra papiret"),
        ),
    ),
}

COURSE_OPTIONS: Mapping[str, str] = {
    "arrangement": "Mappa til turnusen, eller mappa til en versjon i den.",
    "submitted": "Mappa til turnusen eller en versjon. Med --into: en turnus du har endret.",
    "into": "Mappa den endrede turnusen skal bli en ny versjon i.",
    "by": "Hvem som gjør det: rolle eller navn.",
    "happened_on": "Dagen det skjedde. Uten dette valget: i dag.",
    "agree": "Om de er enige eller uenige.",
    "present": "Hvem som var til stede, med komma mellom. Roller er nok.",
    "discuss_note": "Det som skal stå i protokollen.",
    "minutes": "Protokollen som fil. Den blir kopiert til mappa «papirer».",
    "agreement": "Id-en til avtalen, slik den står i grunnlaget, eller samtykke- og id-en til en assistent.",
    "document": "Den signerte avtalen som fil. Den blir kopiert til mappa «papirer».",
    "answer_file": "Arbeidsboka som kom tilbake.",
    "against": "Et fingeravtrykk fra utskriften, av en versjon eller av loggen. Kan gjentas.",
    "counted_from": "Dagen det regnes fra hvor lenge avtalene varer. Uten dette valget: i dag.",
    "agreements_out": "Mappa avtaletekstene skal ligge i.",
    "package_out": "Mappa pakka skal ligge i.",
    "employer_shown": "Navnet på arbeidsgiveren. Uten dette står det bare hva slags arbeidsgiver det er.",
    "why": "Hvorfor planen sendes tilbake.",
    "use_from": "Dagen planen tas i bruk. Uten dette valget: planens første dag, eller den første uka den endrer.",
    "cause": "Hva det er: ny plan, bytte, ekstravakt, forskyvning eller fravær.",
    "use_note": "Noe som skal stå sammen med det, for eksempel den lokale avtalen om forskyvning.",
    "notice_by": "Det i tariffavtalen som gir kortere frist enn 14 dager.",
}

COURSE_METAVARS: Mapping[str, str] = {
    "arrangement": "MAPPE",
    "submitted": "MAPPE-ELLER-TURNUS",
    "into": "MAPPE",
    "by": "HVEM",
    "happened_on": "ÅÅÅÅ-MM-DD",
    "present": "HVEM",
    "discuss_note": "TEKST",
    "minutes": "FIL",
    "agreement": "AVTALE",
    "document": "FIL",
    "answer_file": "SVAR",
    "against": "FINGERAVTRYKK",
    "counted_from": "ÅÅÅÅ-MM-DD",
    "agreements_out": "MAPPE",
    "package_out": "MAPPE",
    "employer_shown": "NAVN",
    "why": "TEKST",
    "use_from": "ÅÅÅÅ-MM-DD",
    "cause": "ÅRSAK",
    "use_note": "TEKST",
    "notice_by": "TEKST",
}
