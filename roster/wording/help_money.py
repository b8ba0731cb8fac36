"""The help of the commands that speak of money: what a turnus costs, and what payroll is told."""

from collections.abc import Mapping

from roster.wording.help_parts import CommandHelp, Example

MONEY_HELP: Mapping[str, CommandHelp] = {
    "cost": CommandHelp(
        "Se hva en turnus koster, eller sammenlign flere.",
        "Du får timer og kroner for hver slags lønn, måned og assistent, nøyaktig i øre. Satsene står i delen «satser» "
        "i grunnlaget, med datoer, eller i en egen fil. Mangler en sats for noen av dagene, får du vite hvilken, og "
        "ingen sum. Med flere turnuser får du vite hva hver av de andre koster mer eller mindre enn den første.",
        (
            Example("roster cost turnus", "regner ut hva den nyeste versjonen koster"),
            Example("roster cost turnus --rates satser.yaml", "bruker satsene i en annen fil"),
            Example("roster cost turnus/versjoner/0001 turnus/versjoner/0002", "sammenligner hva to versjoner koster"),
        ),
    ),
    "payroll": CommandHelp(
        "Lag lønnsgrunnlaget for en måned, som CSV og Excel.",
        "Fila har en linje for hver assistent, dato og lønnsart, med timer og minutter. Uten tillegg og fravær er "
        "summen de betalte timene i vaktene. Hva lønnsartene heter, skriver du i delen «lønnsarter» i grunnlaget. "
        "Av mappa til en turnus brukes versjonene som var i bruk, hver på sine dager. Har dere ført timene i en "
        "vaktliste, kan du bruke den i stedet. Er en avsluttet måned rettet etterpå, får du bare forskjellen, så ingen "
        "får betalt to ganger.",
        (
            Example("roster payroll turnus --month 2027-01", "lager lonn-2027-01.csv og lonn-2027-01.xlsx"),
            Example("roster payroll turnus --month 2027-01 --out lonn", "legger filene i mappa «lonn»"),
            Example("roster payroll turnus --month 2027-01 --whole", "hele måneden, med rettelsene i"),
            Example("roster payroll timer/januar.csv --brief turnus.yaml --month 2027-01", "bruker timene som er ført"),
        ),
    ),
}

MONEY_OPTIONS: Mapping[str, str] = {
    "costed": "En eller flere turnuser (turnus.xlsx eller turnus.json), eller mappene de ligger i. Også en vaktliste.",
    "payroll_of": "En turnus (turnus.xlsx eller turnus.json), mappa den ligger i, eller en vaktliste.",
    "rates": "En fil med delene «satser» og «lønnsarter», for eksempel et grunnlag. Går foran det i turnusen.",
    "money_brief": "Grunnlaget, når du bruker en vaktliste.",
    "month": "Måneden, for eksempel 2027-01.",
    "payroll_out": "Mappa filene skal ligge i.",
    "payroll_correction": "Hvilken rettelse av måneden. 0 er måneden slik den først ble avsluttet. Ellers den siste.",
    "payroll_whole": "Hele måneden slik den står, også når den er rettet.",
}

MONEY_METAVARS: Mapping[str, str] = {
    "costed": "TURNUS …",
    "payroll_of": "TURNUS",
    "rates": "FIL",
    "money_brief": "GRUNNLAG",
    "month": "ÅÅÅÅ-MM",
    "payroll_out": "MAPPE",
    "payroll_correction": "TALL",
}


def not_a_month(text: str) -> str:
    return f"«{text}» er ikke en måned. Skriv for eksempel 2027-01 eller «januar 2027»."
