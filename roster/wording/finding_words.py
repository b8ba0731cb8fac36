"""The fixed words around findings: verdicts, assumptions, why. Names and ways out are those of the rules' texts."""

from collections.abc import Mapping

from roster.domain.finding import Verdict
from roster.rules.agreements import Flaw
from roster.wording.rule_texts import TEXTS

VERDICTS: Mapping[Verdict, str] = {
    Verdict.BREACH: "Brudd",
    Verdict.NEEDS_AGREEMENT: "Krever avtale",
    Verdict.MISSING: "Mangler",
    Verdict.CONSIDER: "Bør vurderes",
    Verdict.OK: "I orden",
}

NAMES: Mapping[str, str] = {one.id: one.title for one in TEXTS.values()}

ASSUMPTIONS: Mapping[str, str] = {
    "no-history": "ingen tidligere vakter",
    "household-provisional": (
        "arbeidsgiver er privatperson: forskriften fra 2022 er lest for §§ 9, 10 og 14. Hvile, søndager, pauser, "
        "overtid og samlet arbeidstid er foreløpig satt som i aml kap. 10"
    ),
    "eve-of-may": "kvelden før 1. og 17. mai er fri fra {time}",
    "cycle": "grunnturnusen har ikke datoer: røde dager og tidligere vakter er ikke med",
    "standby": "av beredskap hjemme er én av {parts} timer arbeidstid",
    "beyond-plan": "snittperioden er lengre enn planen: planen er prøvd alene",
}

WHY: Mapping[str, str] = {
    "clock": "Det skyldes bare at klokka stilles.",
    "week_cut": "Det holder når hver vakt regnes der den starter, men ikke om den deles ved ukeskillet.",
    "from_start": "Det er i de 24 timene fra vakta begynner; i det faste døgnet er det i orden.",
    "no_consent": "Mer enn loven ellers tillater, krever at den enkelte sier ja i hvert tilfelle.",
    "much_active": "Er det ofte slik, må ordningen endres.",
    "rolling": "De faste periodene holder, men disse ukene på rad gjør det ikke.",
    "before": "Årsaken ligger før planen.",
    "loose": (
        "Den er lang nok, men har ikke et helt fritt kalenderdøgn i denne uka, "
        "og da er det uklart om den er ukehvile her."
    ),
    "taken": "Den er alt brukt som ukehvile for en annen uke.",
    "few_nights": "Under fire netter på fire uker: det er uklart om dette er nattarbeid i lovens forstand.",
    "few_sundays": "Med så få uker er det uklart om uka er 40 eller 38 timer.",
    "little_rest": "Under to tredeler av den passive vakta er hvile.",
    "passive": "Det er den passive tida som gjør døgnet så langt.",
    "elsewhere": "Det er med arbeid hos en annen arbeidsgiver.",
    "no_break": "Ingen pause er ført.",
    "unrecorded": "Det trenger ikke være feil, men pausene skal kunne vises.",
    "after_ordinary": "Pausa kan kortes eller flyttes når det er nødvendig.",
    "school": "Vi vet ikke når skolen har fri.",
    "young_evening": "Arbeid mellom kl. 21 og 23 må være nødvendig.",
    "not_discussed": "Et utkast er ikke i strid med loven.",
    "active_work": "Samtykket gjelder arbeid som er helt eller delvis passivt, og ingen av vaktene har hvilende tid.",
    "unforeseen": "Det er bare arbeid som ingen kunne forutse, som gjør hvilen så kort.",
    "other_protection": "Avtalen gir et annet vern i stedet for kompenserende hvile.",
    "weekly": "Loven sier ikke når en kort ukehvile skal gis igjen.",
    "seven_days": "Hver uke har sin ukehvile, men regnet fra arbeidets start er det sju dager uten.",
    "touched": "Det gjelder bare om en vakt regnes til alle de røde dagene den berører.",
}

FLAWS: Mapping[str, str] = {
    Flaw.UNKNOWN: "paragrafen brukes ikke i denne kontrollen ennå",
    Flaw.HOUSEHOLD: "forskriften for arbeid i privat hjem åpner ikke for den",
    Flaw.PARTY: "den er inngått med feil part",
    Flaw.TARIFF: "den krever tariffavtale, og arbeidsgiveren har ingen",
    Flaw.NOT_YET: "den gjelder ikke fra planens første dag",
    Flaw.EXPIRED: "den går ut før planen er slutt",
    Flaw.NO_VALUE: "den mangler tallene den skal gi",
    Flaw.NO_WEEKS: "den sier ikke hvor mange uker snittet regnes over",
    Flaw.WEEKS: "snittperioden er lengre enn loven tillater",
    Flaw.ABOVE: "tallene er utenfor det paragrafen tillater",
    Flaw.NO_COMPENSATION: "den gir ikke kompenserende hvile",
    Flaw.NIGHT: "natta den gir er ikke minst åtte timer med hele tida fra kl. 00 til 06",
    Flaw.NO_MAJORITY: "den kan ikke gjelde alle når flertallet ikke er bundet",
    "intended": "den er ikke signert, og grunnlaget lar ikke planen bygge på den",
}

WAYS_OUT: Mapping[str, str] = {one.id: one.way_out for one in TEXTS.values() if one.way_out}
