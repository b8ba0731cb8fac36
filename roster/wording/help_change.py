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
}

CHANGE_OPTIONS: Mapping[str, str] = {
    "shift_asked": "Vakta, for eksempel «2027-01-11 D» eller «man 11.1. D».",
    "instead": "Den som har vakta, og ikke kan. Trengs bare når flere har den.",
    "ask_message": "Skriv meldingen i denne fila.",
}

CHANGE_METAVARS: Mapping[str, str] = {
    "shift_asked": "VAKT",
    "instead": "ASSISTENT",
    "ask_message": "FIL",
}
