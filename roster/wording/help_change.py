"""The help of the commands for when something changes."""

from collections.abc import Mapping

from roster.wording.help_parts import CommandHelp, Example

CHANGE_HELP: Mapping[str, CommandHelp] = {
    "who": CommandHelp(
        "Se hvem som kan ta en vakt, og hvem du bør spørre først.",
        "Du får alle som kan etter reglene, i den rekkefølgen de bør spørres: deltidsansatte som ønsker mer, først "
        "(aml § 14-3). For hver står det om vakta er innenfor stillingen, merarbeid, overtid eller forskjøvet, timene "
        "de da får, og hvor ofte de er spurt før. De som ikke kan, står med paragraf og tall. Nederst er en melding "
        "du kan sende. Vi sender ingenting.",
        (
            Example('roster who turnus --shift "2027-01-11 D"', "hvem kan ta dagvakta 11. januar?"),
            Example('roster who turnus --shift "man 11.1. D" --instead A3', "hvem kan ta den i stedet for A3?"),
            Example('roster who turnus --shift "2027-01-11 D" --message melding.txt', "skriver meldingen i en fil"),
        ),
    ),
    "ask": CommandHelp(
        "Se de åpne vaktene og hvem du skal spørre, og skriv hva de svarer.",
        "Vi sender ingenting. Svarene står i loggen i mappa. Den første som sier ja, og som kan etter reglene, får "
        "vakta i en ny versjon. Den som har sagt nei til en vakt, blir ikke foreslått til den av «roster change».",
        (
            Example("roster ask turnus", "viser de åpne vaktene og hvem du skal spørre"),
            Example('roster ask turnus --shift "2027-01-11 D" --asked A2', "A2 er spurt, og har ikke svart"),
            Example('roster ask turnus --shift "2027-01-11 D" --no A2', "A2 har sagt nei"),
            Example('roster ask turnus --shift "2027-01-11 D" --yes A4', "A4 har sagt ja, og får vakta"),
        ),
    ),
    "change": CommandHelp(
        "Lag en ny versjon når noe har skjedd, med minst mulig endring.",
        "Noen er syk, to bytter, en slutter eller er ny, eller behovet er et annet. Alt før endringen blir som det "
        "var, færrest mulig vakter og personer blir berørt, og loven holdes. Er det flere måter, får du hver som en "
        "versjon. I versjonen ligger endringen i ord (endring.txt) og en melding til hver det gjelder (meldinger).",
        (
            Example('roster change turnus --sick A3 "i morgen i 3 uker"', "A3 er syk fra i morgen i tre uker"),
            Example("roster change turnus --sick A3 2027-01-11–2027-01-31", "det samme med datoer"),
            Example('roster change turnus --sick A3 "uke 2 og 3 50 %"', "A3 er halvt sykmeldt, og går annenhver vakt"),
            Example('roster change turnus --well A3 "mandag 18. januar"', "A3 er frisk igjen tidligere enn meldt"),
            Example('roster change turnus --swap "A1:2027-01-11 D" "A2:2027-01-12 D"', "A1 og A2 bytter disse vaktene"),
            Example('roster change turnus --give "2027-01-11 D" A2', "A2 har sagt ja til vakta"),
            Example("roster change turnus --away 2027-02-01–2027-02-07", "ingen trenger assistent den uka"),
            Example("roster change turnus --left A3 2027-02-28", "A3 slutter, siste dag 28. februar"),
            Example('roster change turnus --new "A9 vikar 40 fra 2027-03-01"', "A9 er ny i 40 prosent"),
            Example('roster change turnus --need "2027-02-01–2027-02-14 N 2"', "to på natta i to uker"),
        ),
    ),
}

CHANGE_OPTIONS: Mapping[str, str] = {
    "shift_asked": "Vakta, for eksempel «2027-01-11 D» eller «man 11.1. D».",
    "instead": "Den som har vakta, og ikke kan. Trengs bare når flere har den.",
    "ask_message": "Skriv meldingen i denne fila.",
    "asked": "Den som er spurt om vakta.",
    "yes": "Den som har sagt ja til vakta.",
    "no": "Den som har sagt nei til vakta.",
    "sick": "Hvem som er syk, og hvilke dager, for eksempel «2027-01-11–2027-01-31» eller «i morgen i 3 uker». "
    "Med «50 %» etter er de sykmeldt bare for den delen av stillingen.",
    "well": "Hvem som er frisk igjen før tida, og den første dagen de kan arbeide.",
    "swap": "To vakter som bytter eier, hver som ASSISTENT:VAKT.",
    "give": "En vakt, og hvem som har sagt ja til den.",
    "away": "Dager da ingen trenger assistent, for eksempel ved sykehus eller reise.",
    "left": "Hvem som slutter, og siste dag.",
    "new_person": "En ny assistent: id, stilling og prosent, og gjerne «fra», «til», «ønsker» og «med» (kompetanse).",
    "new_need": "Et annet behov: dager, vaktkode og hvor mange. +1 er én mer enn ellers, 0 er ingen.",
    "change_seconds": "Hvor mange sekunder vi kan bruke på å lete etter færrest endringer.",
}

CHANGE_METAVARS: Mapping[str, str] = {
    "shift_asked": "VAKT",
    "instead": "ASSISTENT",
    "ask_message": "FIL",
    "asked": "ASSISTENT",
    "yes": "ASSISTENT",
    "no": "ASSISTENT",
    "sick": "ASSISTENT DAGER",
    "well": "ASSISTENT DAG",
    "swap": "A:VAKT B:VAKT",
    "give": "VAKT ASSISTENT",
    "away": "DAGER",
    "left": "ASSISTENT DATO",
    "new_person": "ASSISTENT",
    "new_need": "BEHOV",
    "change_seconds": "SEKUNDER",
}

BOTH_OR_NEITHER = "Skriv --shift sammen med --asked, --yes eller --no, og bare ett av dem."
"""A shift was named and no answer, or an answer and no shift."""
