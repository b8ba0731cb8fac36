"""Rest between shifts and in the week: aml § 10-8 (1) to (3)."""

from roster.rules import numbers
from roster.rules.numbers import aml
from roster.wording.rule_texts.text import Assumed, RuleText, Shown, of_terms

_NEVER_ALONE = "Den enkelte assistenten kan ikke avtale kortere hvile, heller ikke frivillig."
_UNION = (
    "En fagforening med innstillingsrett kan avtale noe annet (aml § 10-12 (4)), og Arbeidstilsynet kan samtykke når "
    "omsorgsarbeidet er helt eller delvis passivt (aml § 10-12 (7)). Begge krever kompenserende hvile."
)

TEXTS = (
    RuleText(
        "daily-rest",
        "Daglig hvile",
        aml("10-8 (1) og (3)"),
        "den lengste sammenhengende fritida i døgnet etter at arbeidet begynner.",
        "Fra hver gang arbeidet begynner, skal assistenten ha minst {DAILY_REST} fri på rad i løpet av de neste "
        "{DAILY_REST_WINDOW}. En pause midt i vakta er ikke hvile.",
        "Den som ikke får sove nok, blir syk og gjør feil. Det går ut over både assistenten og den som får hjelp.",
        "Kari slutter kl. 22.00 og begynner kl. {DAILY_REST:from 22.00} neste dag. Hun får {DAILY_REST} fri. Delt "
        "dagsverk går også: kl. 08.00–11.00 og 18.30–{DAILY_REST:to 08.00} hver dag.",
        "Kari slutter kl. 22.00 og begynner kl. {DAILY_REST:less 30 from 22.00} neste dag. Hun får bare "
        "{DAILY_REST:less 30} fri. Det samme gjelder delt dagsverk kl. 08.00–11.00 og 18.30–{DAILY_REST:less 15 to "
        "08.00} hver dag.",
        (
            "En skriftlig avtale med de tillitsvalgte kan gi kortere hvile, ned til {DAILY_REST_FLOOR}, når "
            "arbeidsgiveren er bundet av tariffavtale og det tapte blir gitt igjen som kompenserende hvile (aml § "
            "10-8 (3)).",
            _UNION,
            _NEVER_ALONE,
        ),
        (
            Assumed("D12", "Døgnet regnes fra hver gang arbeidet begynner, ikke fra midnatt."),
            Assumed(
                "D9",
                "Hvilen er den tida som faktisk går. Er det bare klokkestillinga som gjør den kort, er det noe å "
                "vurdere.",
            ),
        ),
        (Shown("minst {} fri på rad", numbers.DAILY_REST, of_terms(lambda terms: terms.daily_rest)),),
        "Flytt den ene vakta, eller gi den til en annen.",
    ),
    RuleText(
        "compensating-rest",
        "Kompenserende hvile",
        aml("10-8 (3)"),
        "hvilen etter en avtalt kort hvile.",
        "Når en avtale gjør den daglige hvilen kortere enn {DAILY_REST}, skal den tapte tida gis igjen, time for "
        "time, i den aller neste hvilen.",
        "En kort natt kan tas igjen, men bare hvis det skjer med en gang.",
        "Kari har {DAILY_REST:less 120} fri mellom to vakter, og {DAILY_REST:plus 120} fri etter den neste: Hun "
        "slutter kl. 21.00 og begynner kl. {DAILY_REST:plus 120 from 21.00}.",
        "Kari har {DAILY_REST:less 120} fri mellom to vakter, og {DAILY_REST} fri etter den neste. Da mangler 2 timer.",
        (
            "Avtalen om kort hvile gjelder bare når den gir tilsvarende kompenserende hvile. Er det ikke mulig, må "
            "avtalen gi et annet passende vern (aml § 10-8 (3)).",
        ),
        (
            Assumed(
                "D1", "Regelen prøves der en avtale om kortere hvile er i bruk, eller uforutsett arbeid bryter hvilen."
            ),
            Assumed("D13", "En kort ukehvile gis igjen med den neste. Loven sier ikke når, så det er noe å vurdere."),
            Assumed("D22", "Hvilen etter den siste vakta i planen er ikke kjent, og blir ikke prøvd."),
        ),
        (
            Shown(
                "hvilen etterpå er minst {}, og like mye mer som den forrige var for kort",
                numbers.DAILY_REST,
            ),
        ),
        "Start neste vakt senere, eller gi den til en annen.",
    ),
    RuleText(
        "weekly-rest",
        "Ukentlig hvile",
        aml("10-8 (2) og (3)"),
        "den lengste sammenhengende fritida i hver uke, som ikke er brukt til en annen uke.",
        "Hver uke skal ha en sammenhengende fritid på minst {WEEKLY_REST}. Den samme fritida kan ikke telle for to "
        "uker.",
        "Kroppen trenger mer enn en natts søvn, og alle trenger en hel dag til familie og venner.",
        "Kari slutter lørdag kl. 20.00 og begynner mandag kl. {WEEKLY_REST:from 20.00}. Det er {WEEKLY_REST}, og hele "
        "søndagen er fri.",
        "Kari slutter lørdag kl. 22.00 og begynner mandag kl. {WEEKLY_REST:less 120 from 22.00}. Det er bare "
        "{WEEKLY_REST:less 120}, og hun har ingen annen lang fritid den uka.",
        (
            "En skriftlig avtale med de tillitsvalgte kan gi kortere ukehvile, ned til {WEEKLY_REST_FLOOR}, når "
            "arbeidsgiveren er bundet av tariffavtale og assistenten får kompenserende hvile (aml § 10-8 (3)).",
            _UNION,
            _NEVER_ALONE,
        ),
        (
            Assumed("D13", "Fritida hører til uka som har det hele frie kalenderdøgnet (F1), søndag når det går."),
            Assumed(
                "D13", "Fritid over et ukeskifte uten et helt fritt døgn i uka den skal telle for, er noe å vurdere."
            ),
        ),
        (Shown("minst {} fri på rad hver uke", numbers.WEEKLY_REST, of_terms(lambda terms: terms.weekly_rest)),),
        "Gi fri en dag til i denne uka.",
    ),
)
