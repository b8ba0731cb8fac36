"""What the command line says about itself: the help of each command with examples, and what was typed wrong."""

from collections.abc import Mapping, Sequence

from roster.wording.help_change import CHANGE_HELP, CHANGE_METAVARS, CHANGE_OPTIONS
from roster.wording.help_course import COURSE_HELP, COURSE_METAVARS, COURSE_OPTIONS
from roster.wording.help_money import MONEY_HELP, MONEY_METAVARS, MONEY_OPTIONS
from roster.wording.help_needs import NEEDS_HELP, NEEDS_METAVARS, NEEDS_OPTIONS
from roster.wording.help_parts import CommandHelp, Example
from roster.wording.help_staff import STAFF_HELP, STAFF_METAVARS, STAFF_OPTIONS
from roster.wording.help_worked import WORKED_HELP, WORKED_METAVARS, WORKED_OPTIONS
from roster.wording.help_year import YEAR_HELP, YEAR_METAVARS, YEAR_OPTIONS

PROGRAM = "Turnusplanlegger for brukerstyrt personlig assistanse (BPA)."
START = "Begynn med «roster new». Skriv «roster plan --help» for å lese mer om en kommando."

USAGE = "Bruk: "
OPTIONS_WORD = "[VALG]"
COMMAND_WORD = "KOMMANDO …"
ARGUMENTS = "Dette skriver du"
OPTIONS = "Valg"
EXAMPLES = "Eksempler"
DEFAULT = "Vanlig verdi: {}."
HERE = "der du står"
"""The folder that a command works in when none is named."""

HELP_OPTION = "Vis denne hjelpen."
VERSION_OPTION = "Vis hvilken utgave dette er."
INSTALL_COMPLETION = "La skallet fullføre kommandoene når du trykker Tab."
SHOW_COMPLETION = "Vis teksten som får skallet til å fullføre kommandoene."


COMMAND_HELP: Mapping[str, CommandHelp] = {
    "new": CommandHelp(
        "Lag et grunnlag du kan fylle ut.",
        "Fila blir en YAML-fil med forklaringer hvis navnet slutter på .yaml, og en Excel-arbeidsbok med "
        "nedtrekkslister hvis det slutter på .xlsx. En fil som finnes fra før, blir aldri skrevet over.",
        (
            Example("roster new turnus.yaml", "lager en tekstfil med forklaring til hver del"),
            Example("roster new turnus.xlsx", "lager en arbeidsbok med nedtrekkslister og hjelp"),
            Example("roster new turnus.yaml --template hele-dognet", "begynner med et ferdig eksempel"),
        ),
    ),
    "plan": CommandHelp(
        "Lag en turnus av et grunnlag.",
        "Turnusen legges i en mappe som en ny versjon: arbeidsbok, kalendere og turnus.json. Ingenting skrives over. "
        "Trykk Ctrl-C når turnusen er god nok, så blir den beste tatt vare på.",
        (
            Example("roster plan turnus.yaml", "lager en turnus på 60 sekunder, i mappa «turnus»"),
            Example("roster plan turnus.xlsx --seconds 600", "bruker ti minutter på å finne en bedre turnus"),
            Example("roster plan turnus.yaml --out familien", "legger turnusen i mappa «familien»"),
            Example("roster plan turnus.yaml --alternatives 3", "lager tre forslag du kan velge mellom"),
            Example("roster plan turnus.yaml --from turnus", "begynner med den forrige turnusen og gjør den bedre"),
            Example("roster plan turnus.yaml --from turnus --least-change", "endrer så lite som mulig fra den forrige"),
            Example("roster plan turnus.yaml --json", "skriver svaret som JSON, for andre programmer"),
        ),
    ),
    "check": CommandHelp(
        "Kontroller et grunnlag, en turnus eller en vaktliste.",
        "Et grunnlag kontrolleres for feil, og du får vite om timene og stillingene rekker. En turnus kontrolleres mot "
        "arbeidsmiljøloven, avtalene og vedtaket, også når noen har endret den for hånd. "
        "En vaktliste fra et annet program trenger person, dato og klokkeslett. En turnus i linjer og uker leses med "
        "kodene i tegnforklaringen, og det som ikke kunne leses, står celle for celle.",
        (
            Example("roster check turnus.yaml", "ser etter feil i grunnlaget"),
            Example("roster check turnus/versjoner/0001/turnus.xlsx", "kontrollerer en turnus i Excel"),
            Example("roster check vaktliste.csv --profile ks-hta", "kontrollerer en liste fra et annet program"),
            Example("roster check vaktliste.xlsx --brief turnus.yaml", "kontrollerer lista mot grunnlaget"),
            Example("roster check fra-laget.xlsx", "kontrollerer en turnus i linjer og uker, laget av andre"),
            Example("roster check .", "kontrollerer alle turnusene i mappa, en linje for hver"),
            Example("roster check turnus --json", "skriver kontrollpunktene i den nyeste versjonen som JSON"),
        ),
    ),
    "explain": CommandHelp(
        "Forklar hvorfor en turnus ikke går opp.",
        "Svaret er de grunnene som ikke kan gjelde samtidig, og hva som kan gjøres med hver av dem.",
        (
            Example("roster explain turnus.yaml", "forklarer hva som ikke går sammen"),
            Example("roster explain turnus.yaml --seconds 300", "leter lenger etter den korteste forklaringen"),
        ),
    ),
    "why": CommandHelp(
        "Se hva som skjer hvis en assistent får en vakt, og hvorfor andre ikke har den.",
        "Du får vite hvilke regler som blir brutt, og hva det blir mer og mindre av. Går det ikke uten videre, leter "
        "vi etter det minste byttet som gjør at det går. Vakta skrives som dato og kode, eller som uke og dag i en "
        "grunnturnus.",
        (
            Example('roster why turnus --shift "2027-01-11 D" --assistant A3', "hva om A3 tar dagvakta 11. januar?"),
            Example('roster why turnus --shift "man 11.1. D" --assistant Kari', "det samme, skrevet kortere"),
            Example('roster why turnus --shift "uke 2 man D" --assistant A3', "ser på grunnturnusen, ikke datoene"),
        ),
    ),
    "rules": CommandHelp(
        "Se reglene og tallene, eller få en regel forklart.",
        "Du får hver regel med paragraf, hva den måler, tallet som gjelder, og hva det bygger på. Med et grunnlag "
        "får du tallene for assistentene der, etter avtalene. Skriver du id-en til en regel, blir den forklart med "
        "eksempler.",
        (
            Example("roster rules", "viser alle reglene med tallene som gjelder i dag"),
            Example("roster rules turnus.yaml", "viser tallene for assistentene i grunnlaget"),
            Example("roster rules daily-rest", "forklarer regelen om daglig hvile"),
            Example("roster rules --date 2027-01-04", "viser tallene som gjelder den datoen"),
        ),
    ),
    "hours": CommandHelp(
        "Se hva som er brukt og igjen av vedtaket, og hva som blir til overs.",
        "Du får timekontoen for året: innvilget, brukt, planlagt og igjen, for hver vedtakslinje og måned, og hva det "
        "blir 31. desember. Brukte timer leses fra timelister i mappa «timer», ellers gjelder turnusen slik den er "
        "gått. En timeliste er en rad for hver vakt, i .csv eller .xlsx, med kolonnene assistent, dato, fra og til. Du "
        "kan også ha vakt (koden, eller møte, opplæring, reise, syk, avlyst), pause, hvilende, aktiv tid og "
        "vedtakslinje.",
        (
            Example("roster hours turnus", "viser timekontoen for turnusen i mappa"),
            Example("roster hours turnus.yaml", "viser hva behovet i grunnlaget bruker av vedtaket"),
            Example("roster hours turnus --svg timekonto.svg", "lager også et bilde, med tekst for skjermleser"),
            Example("roster hours turnus --message melding.txt", "skriver en melding til kommunen"),
            Example("roster hours turnus --egenandel satser.csv --income 420000", "anslår egenandelen"),
        ),
    ),
    "show": CommandHelp(
        "Les turnusen som overskrifter og hele setninger.",
        "Teksten er laget for å bli lest opp av skjermleser.",
        (
            Example("roster show turnus", "leser den nyeste versjonen i mappa «turnus»"),
            Example("roster show turnus --assistant A3", "leser bare vaktene til A3"),
            Example("roster show turnus --week 2", "leser bare uke 2"),
            Example("roster show turnus --dates", "leser datoene en grunnturnus er rullet ut til"),
            Example("roster show turnus --on 2027-02-03", "leser uka av versjonen som gjelder den dagen"),
            Example(
                "roster show turnus --on 2027-02-03 --known 2027-02-01", "leser uka slik den var kjent to dager før"
            ),
        ),
    ),
    "export": CommandHelp(
        "Lag arbeidsbok, kalendere, tabeller eller JSON av en turnus.",
        "Filene legges i mappa du velger. En fil som finnes fra før, blir aldri skrevet over.",
        (
            Example("roster export turnus --out til-assistentene --format ics", "lager en kalender for hver assistent"),
            Example("roster export turnus --out tall --format csv", "lager vakter og statistikk som tabeller"),
            Example("roster export turnus/versjoner/0001/turnus.json --out kopi", "lager alle filene på nytt"),
        ),
    ),
    "diff": CommandHelp(
        "Se hva som er endret fra en versjon til en annen.",
        "Du får vaktene hver assistent får, mister og får flyttet, timer og helger før og etter, hvor mange dagers "
        "varsel det er, og hva kontrollen sier om begge. Med --out får du en arbeidsbok med gammel linje over ny.",
        (
            Example("roster diff turnus/versjoner/0001 turnus/versjoner/0002", "sammenligner to versjoner"),
            Example("roster diff turnus/versjoner/0001 turnus --out endringer.xlsx", "lager endringene som arbeidsbok"),
            Example("roster diff turnus endret.xlsx --date 2027-01-04", "regner varselet fra 4. januar"),
        ),
    ),
    **CHANGE_HELP,
    **COURSE_HELP,
    **MONEY_HELP,
    **NEEDS_HELP,
    **STAFF_HELP,
    **WORKED_HELP,
    **YEAR_HELP,
}

OPTION_HELP: Mapping[str, str] = {
    "file": "Fila som skal lages, for eksempel turnus.yaml eller turnus.xlsx.",
    "brief": "Grunnlaget: en YAML-fil eller en Excel-arbeidsbok.",
    "brief_or_roster": "Et grunnlag, en turnus (turnus.xlsx eller turnus.json), "
    "en vaktliste fra et annet program (.xlsx eller .csv), eller en mappe med en eller flere turnuser.",
    "list_brief": "Grunnlaget en vaktliste kontrolleres mot. Navnene i lista må være id-er eller dekknavn derfra.",
    "profile": "Tariffavtalen: none, ks-hta, virke-bpa, nho-bpa, uloba, oslo eller own.",
    "employer": "Arbeidsgiveren: kommune, privat, privatperson eller eget_foretak.",
    "agreements": "Avtaler om arbeidstid: en YAML-fil eller arbeidsbok med delen «avtaler» fra et grunnlag.",
    "history": "Vakter før planen, som en vaktliste.",
    "person_column": "Overskriften over navnene i en vaktliste.",
    "start_column": "Overskriften over når vaktene starter.",
    "end_column": "Overskriften over når vaktene slutter.",
    "date_column": "Overskriften over datoene.",
    "cases": "Prøv kontrollen på en fil med tilfeller fra loven (YAML), én linje for hvert.",
    "roster": "En turnus (turnus.xlsx eller turnus.json), eller mappa den ligger i.",
    "old_roster": "Det som gjaldt før: en turnus, eller mappa til en versjon.",
    "new_roster": "Det nye: en turnus, eller mappa til en versjon.",
    "told_on": "Dagen assistentene får vite om endringene. Uten dette valget: i dag.",
    "diff_out": "Arbeidsboka endringene skal skrives i, for eksempel endringer.xlsx.",
    "hours_of": "Et grunnlag, en turnus (turnus.xlsx eller turnus.json), eller mappa den ligger i.",
    "timesheet": "En timeliste (.csv eller .xlsx). Kan gjentas. Uten dette valget: alle i mappa «timer».",
    "through": "Siste dag som er ført. Turnusen til og med den dagen regnes som brukt når det ikke er timelister.",
    "year": "Vedtaksåret. Uten dette valget: året turnusen begynner i.",
    "svg": "Lag et bilde av timekontoen (SVG) i denne fila.",
    "hours_xlsx": "Lag en arbeidsbok av timekontoen (Excel), med diagram, i denne fila.",
    "message": "Skriv en melding til kommunen i denne fila.",
    "egenandel": "Kommunens tabell over egenandel (.csv eller .xlsx), med rader som «2–3 G;868» og «G;118620».",
    "income": "Mottakerens egen inntekt i året, i kroner. Den blir ikke lagret.",
    "base": "Grunnbeløpet (G) i kroner, når tabellen ikke har det.",
    "rule_or_brief": "Id-en til en regel, eller et grunnlag (eller en turnus). Uten noe av dette: alle reglene.",
    "date": "Datoen tallene skal gjelde for. Uten dette valget: i dag.",
    "template": "Eksempelet du vil begynne med.",
    "seconds": "Hvor mange sekunder vi kan bruke.",
    "seed": "Et helt tall. Ulike tall kan gi ulike turnuser som er like gode.",
    "workers": "Hvor mange tråder som regner samtidig. Med 1 blir turnusen den samme hver gang.",
    "gap": "Stopp når turnusen er bevist å være høyst så mange prosent fra den beste som finnes.",
    "alternatives": "Hvor mange forslag du vil ha, fra 1 til 9. De er nesten like gode, og hvert blir en egen versjon.",
    "former": "En turnus å begynne med: fila, eller mappa den ligger i. Den kan være laget av andre (.xlsx, .csv).",
    "no_even_out": "Jevn ikke ut etter det som er arbeidet før, slik mappa til ordningen forteller.",
    "least_change": "Sammen med --from: endre så få vakter, og for så få, som mulig.",
    "weeks_out": "Hvor mange uker grunnturnusen rulles ut til datoer. Uten dette valget: så mange som i grunnlaget.",
    "plan_out": "Mappa til turnusen. Uten dette valget: en mappe med navn etter grunnlaget, der du står.",
    "export_out": "Mappa filene skal ligge i.",
    "format": "xlsx, ics, json, csv, parquet eller alle. Parquet trenger et tillegg, og er ikke med i alle.",
    "assistant": "Id-en eller dekknavnet til assistenten.",
    "shift": "Vakta, for eksempel «2027-01-11 D», «man 11.1. D» eller «uke 2 man D».",
    "week": "Nummeret på uka i turnusen. Den første er 1.",
    "dates": "Les en grunnturnus slik den er rullet ut til datoer.",
    "json": "Skriv ett JSON-objekt og ikke noe annet.",
    "quiet": "Skriv bare svaret, ikke hvordan det går underveis.",
    "plain": "Skriv hele setninger uten tabeller og farger, for skjermleser.",
    **CHANGE_OPTIONS,
    **COURSE_OPTIONS,
    **MONEY_OPTIONS,
    **NEEDS_OPTIONS,
    **STAFF_OPTIONS,
    **WORKED_OPTIONS,
    **YEAR_OPTIONS,
}

NO_FILE = "Kommandoen trenger navnet på et grunnlag eller en turnus, eller «--cases FIL»."

LEAST_CHANGE_OF_WHAT = "--least-change trenger --from, som sier hvilken turnus som skal endres minst mulig."

METAVARS: Mapping[str, str] = {
    "file": "FIL",
    "brief": "GRUNNLAG",
    "brief_or_roster": "GRUNNLAG-ELLER-TURNUS",
    "list_brief": "GRUNNLAG",
    "profile": "TARIFF",
    "employer": "ARBEIDSGIVER",
    "agreements": "FIL",
    "history": "FIL",
    "person_column": "OVERSKRIFT",
    "start_column": "OVERSKRIFT",
    "end_column": "OVERSKRIFT",
    "date_column": "OVERSKRIFT",
    "cases": "FIL",
    "roster": "TURNUS",
    "old_roster": "GAMMEL",
    "new_roster": "NY",
    "told_on": "ÅÅÅÅ-MM-DD",
    "diff_out": "FIL",
    "hours_of": "GRUNNLAG-ELLER-TURNUS",
    "timesheet": "FIL",
    "through": "ÅÅÅÅ-MM-DD",
    "year": "ÅR",
    "svg": "FIL",
    "hours_xlsx": "FIL",
    "message": "FIL",
    "egenandel": "FIL",
    "income": "KRONER",
    "base": "KRONER",
    "rule_or_brief": "REGEL-ELLER-GRUNNLAG",
    "date": "ÅÅÅÅ-MM-DD",
    "template": "NAVN",
    "seconds": "SEKUNDER",
    "seed": "TALL",
    "workers": "TALL",
    "gap": "PROSENT",
    "alternatives": "TALL",
    "former": "TURNUS",
    "weeks_out": "UKER",
    "plan_out": "MAPPE",
    "export_out": "MAPPE",
    "format": "FORMAT",
    "assistant": "ASSISTENT",
    "shift": "VAKT",
    "week": "UKE",
    **CHANGE_METAVARS,
    **COURSE_METAVARS,
    **MONEY_METAVARS,
    **NEEDS_METAVARS,
    **STAFF_METAVARS,
    **WORKED_METAVARS,
    **YEAR_METAVARS,
}


# -- what was typed wrong ---------------------------------------------------------------------------


def unknown_command(name: str, near: Sequence[str]) -> str:
    """No such command, and those that look like it."""
    return f"Kommandoen «{name}» finnes ikke.{_did_you_mean(near)}"


def unknown_option(name: str, near: Sequence[str]) -> str:
    """No such option, and those that look like it."""
    return f"Valget «{name}» finnes ikke.{_did_you_mean(near)}"


def needs_value(option: str) -> str:
    return f"Valget «{option}» trenger en verdi etter seg."


def missing(name: str) -> str:
    return f"Det mangler noe: {name}."


def bad_value(name: str, why: str) -> str:
    return f"{name}: {why}"


def not_understood() -> str:
    return "Vi forstår ikke det du skrev."


def too_much(words: Sequence[str]) -> str:
    """More words than the command takes."""
    return f"Det står mer enn kommandoen kan bruke: {' '.join(words)}"


def see_help(command: str) -> str:
    return f"Skriv «{command} --help» for å se hvordan kommandoen brukes."


def not_a_number(text: str, example: str) -> str:
    return f"«{text}» er ikke et tall som kan brukes her. Skriv for eksempel {example}."


def not_a_date(text: str) -> str:
    return f"«{text}» er ikke en dato. Skriv for eksempel 2027-01-04 eller «mandag»."


def not_a_choice(text: str, known: Sequence[str]) -> str:
    return f"«{text}» er ikke et valg her. Velg {', '.join(known[:-1])} eller {known[-1]}."


def not_a_format(text: str, known: Sequence[str]) -> str:
    return f"«{text}» er ikke et format vi kan lage. Velg {', '.join(known[:-1])} eller {known[-1]}."


def _did_you_mean(near: Sequence[str]) -> str:
    return f" Mente du {' eller '.join(near)}?" if near else ""
