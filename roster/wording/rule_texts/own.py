"""Our own rules and the brief's: that every need is met, by people who can and may."""

from roster.domain.finding import Source, Unit
from roster.rules.numbers import BPA_URL, READ, brief_place
from roster.rules.vedtak_hours import per_week
from roster.wording.rule_texts.text import Assumed, Basis, RuleText, Shown, in_brief

_NO_LAW = "Dette er ikke en lov, men det grunnlaget ber om. Du kan endre grunnlaget."

BEFORE_THE_LAW = (
    RuleText(
        "need-filled",
        "Behovet er dekket",
        brief_place("behov"),
        "hvor mange som er på hver vakt, mot hvor mange som trengs.",
        "Hver vakt skal ha så mange assistenter som grunnlaget sier, verken færre eller flere.",
        "En vakt som står åpen, er en dag uten hjelp.",
        "Grunnlaget sier én dagvakt kl. 07.30–15.00 hver dag, og Kari går den.",
        "Ingen går dagvakta kl. 07.30–15.00 lørdag.",
        ("Skriv «inntil» i behovet når flere er velkomne.", _NO_LAW),
        (
            Assumed(
                "D30",
                "Rekker ikke timene i vedtaket, gjør vi det grunnlaget sier: stopper, lar vakter stå åpne, eller "
                "varsler.",
            ),
        ),
        (),
        "Sett flere på vakta, eller endre behovet.",
    ),
    RuleText(
        "two-places",
        "Ingen to steder samtidig",
        brief_place(""),
        "vakter og hendelser som overlapper for samme assistent.",
        "Ingen kan ha to vakter, eller en vakt og et møte, på samme tid.",
        "Det er ikke mulig å være to steder på en gang, og da står noen uten hjelp.",
        "Kari går dagvakt kl. 07.30–15.00, og personalmøte kl. 15.00–16.00.",
        "Kari går dagvakt kl. 07.30–15.00, og personalmøte kl. 14.30–15.30.",
        ("Flytt vakta eller møtet.",),
        (Assumed("D18", "Arbeid et annet sted, som står i grunnlaget, er med."),),
        (),
        "Ta bort eller flytt den ene vakta.",
    ),
    RuleText(
        "skills",
        "Kompetanse",
        brief_place("assistenter"),
        "om de som går vakta, har den kompetansen den krever.",
        "Krever vakta kompetanse, skal den som går den ha den den dagen. Den som er ny, skal ha så mange "
        "opplæringsvakter som grunnlaget sier, med fadderen til stede.",
        "Noe hjelp er farlig å gi uten opplæring.",
        "Vakta kl. 15.00–22.00 krever sondemat, og Kari har det i grunnlaget.",
        "Ola går vakta kl. 15.00–22.00, og kurset hans gikk ut i går.",
        ("Gi opplæring, og skriv kompetansen på assistenten i grunnlaget.", _NO_LAW),
        (Assumed("D25", "I en grunnturnus uten datoer blir opplæringsvakter ikke telt."),),
        (),
        "Sett på en som har kompetansen eller opplæringen, eller før den opp i grunnlaget.",
    ),
    RuleText(
        "availability",
        "Tilgjengelighet",
        brief_place("tilgjengelighet"),
        "vakter i tider da assistenten ikke kan.",
        "Ingen skal settes på vakt når de har sagt at de ikke kan, eller utenfor tida som passer. Den som arbeider "
        "helg etter en rytme, arbeider bare de helgene. Den som er borte fra en del av stillingen, arbeider høyst "
        "resten.",
        "En plan som går ut over det folk har sagt, blir ikke holdt.",
        "Kari kan ikke onsdag etter kl. 16.00, og går vakt kl. 07.30–15.00.",
        "Kari kan ikke onsdag etter kl. 16.00, og går vakt kl. 15.00–22.00.",
        ("Spør assistenten, og endre tida i grunnlaget.", _NO_LAW),
        (Assumed("D24", "En dato uten klokkeslett er hele døgnet, og all overlapp teller."),),
        (),
        "Gi vakta til en annen, eller endre tida som passer.",
    ),
    RuleText(
        "employment",
        "Ansettelse",
        brief_place("assistenter"),
        "vakter før og etter ansettelsen.",
        "Ingen går vakt før første dag i ansettelsen, før politiattesten er vist, eller etter siste dag.",
        "Den som ikke er ansatt, har verken kontrakt, lønn eller forsikring.",
        "Kari er ansatt til og med 31. mars, og går nattevakt kl. 22.00–07.00 den kvelden.",
        "Kari er ansatt fra 1. april, og går vakt kl. 07.30–15.00 den 31. mars.",
        ("Rett datoene i grunnlaget når kontrakten er endret.",),
        (Assumed("D10", "En natt hører til dagen den begynner."),),
        (),
        "Gi vakta til en annen, eller endre datoene.",
    ),
)

AFTER_THE_LAW = (
    RuleText(
        "contract-hours",
        "Timer i stillingen",
        brief_place("assistenter"),
        "betalte timer i planen mot timene i stillingen.",
        "Alle skal få timene i stillingen sin, og ikke mangle mer enn en halv vakt over hele planen.",
        "Den som har en stilling, har rett til lønna den gir. Timer som ikke blir planlagt, må tas igjen senere.",
        "Kari skal ha 100 timer i planen, og får tretten vakter kl. 07.30–15.00. Det er 97,5 timer, og halve vakta er "
        "3,75.",
        "Kari skal ha 100 timer i planen, og får tolv vakter kl. 07.30–15.00. Det er 90 timer.",
        ("Er stillingen for stor for behovet, må den endres sammen med assistenten.", _NO_LAW),
        (
            Assumed("D28", "En halv vakt er halvparten av gjennomsnittet av vaktene assistenten kan gå."),
            Assumed("D33", "Ferie og tid før og etter ansettelsen blir trukket fra."),
            Assumed(
                "D38", "Vakter som var planlagt da noen ble syk eller sluttet, eller som er avlyst, er regnet som hatt."
            ),
        ),
        (
            Shown(
                "{} betalt i uka i snitt",
                None,
                in_brief("assistenter", lambda _, one: round(one.contract_week)),
                Basis.BRIEF,
            ),
        ),
        "Gi flere vakter, eller endre stillingsprosenten.",
    ),
    RuleText(
        "vedtak",
        "Vedtaket",
        Source("vedtaket; pasient- og brukerrettighetsloven § 2-1 d", BPA_URL, READ),
        "vedtakstimene planen bruker, mot dem vedtaket gir.",
        "Planen kan ikke bruke flere timer enn vedtaket gir. Netter, og to assistenter samtidig, må stå i vedtaket.",
        "Timer som ikke er innvilget, blir ikke betalt av kommunen.",
        "Vedtaket gir 35 timer i uka. Planen har fem vakter kl. 15.00–22.00 i uka, altså 35 timer.",
        "Vedtaket gir 35 timer i uka. Planen har fem vakter kl. 14.00–22.00 i uka, altså 40 timer.",
        (
            "Kommunen kan innvilge flere timer. Søk om det.",
            "Skriv i grunnlaget hva som skal skje når timene ikke rekker.",
        ),
        (
            Assumed(
                "D31",
                "Vedtaket er timer i uka ganger dagene i året, delt på sju, om ikke en innstilling gjør alle år like "
                "lange.",
            ),
            Assumed("D30", "Planen får sin del av det som er igjen av året, etter dagene, sesongene eller behovet."),
            Assumed("D8", "Hviletid, møter, opplæring og overlapp trekker av vedtaket slik grunnlaget sier."),
        ),
        (
            Shown(
                "{} i uka til sammen, på planens første dag",
                None,
                in_brief(
                    "vedtak",
                    lambda brief, _: round(per_week(brief.vedtak.lines, brief.period.start, brief.settings)),
                ),
                Basis.BRIEF,
            ),
        ),
        "Ta bort vakter, søk om flere timer, eller velg hva som skjer når timene ikke rekker.",
    ),
    RuleText(
        "krav",
        "Krav",
        brief_place("ønsker"),
        "alt i grunnlaget som er et krav («må»).",
        "Et krav skal alltid være oppfylt: faste vakter, fri, hvem som går sammen, hvor mye noen kan ha, og hvor ofte "
        "dagen kan deles i to. Et viktig ønske eller et ønske kan vike.",
        "Noe kan ikke vike, og det skal planen holde.",
        "Kari har krav om fri fredag. Hun slutter torsdag kl. 22.00 og begynner lørdag kl. 07.30.",
        "Kari har krav om fri fredag, og går nattevakt torsdag kl. 22.00 til fredag kl. 07.00.",
        ("Gjør kravet til et «viktig ønske» i grunnlaget, etter å ha snakket med den det gjelder.", _NO_LAW),
        (
            Assumed("D32", "Helgefri er fri fra fredag kl. 22 til mandag kl. 06."),
            Assumed("D12", "Delt dagsverk brukes bare når grunnlaget åpner for det."),
        ),
        (
            Shown(
                "delt dagsverk høyst {} ganger i uka",
                None,
                in_brief("innstillinger", lambda brief, _: brief.settings.split_days_per_week),
                Basis.SETTING,
                unit=Unit.COUNT,
            ),
        ),
        "Bytt vakter, eller endre det i grunnlaget.",
    ),
)
