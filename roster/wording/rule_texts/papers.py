"""Papers that a plan rests on: its notice, its agreements and its settings."""

from roster.rules import numbers
from roster.rules.numbers import aml
from roster.wording.rule_texts.text import Assumed, RuleText, Shown, amls

TEXTS = (
    RuleText(
        "plan-notice",
        "Drøfting av planen",
        aml("10-3"),
        "dagene fra planen ble drøftet til den begynner.",
        "Arbeidsplanen skal lages sammen med de tillitsvalgte, og være drøftet med dem senest {PLAN_NOTICE_DAYS} "
        "dager før den begynner. Den skal vise hvilke uker, dager og tider hver assistent arbeider.",
        "Assistentene skal kunne planlegge livet sitt, og få si fra i tide.",
        "Planen begynner mandag 18. januar kl. 07.00, og ble drøftet mandag 4. januar.",
        "Planen begynner mandag 18. januar kl. 07.00, og ble drøftet torsdag 7. januar.",
        (
            "Drøfting er ikke samtykke. Planen kan tas i bruk også når de tillitsvalgte er uenige, om den ikke bygger "
            "på en avtale.",
            "En tariffavtale kan ha en annen frist (aml § 10-3).",
        ),
        (
            Assumed("D36", "Er det ingen valgte tillitsvalgte, blir planen drøftet med assistentene."),
            Assumed("D38", "Fristen regnes for hver vakt som blir endret."),
        ),
        (Shown("minst {} dager før", numbers.PLAN_NOTICE_DAYS),),
        "Drøft planen nå, og la den begynne senere.",
    ),
    RuleText(
        "agreement-valid",
        "Avtalene",
        amls("10-5, 10-6, 10-8, 10-11 og 10-12"),
        "om hver avtale i grunnlaget gir det den sier.",
        "En avtale gjelder bare når rett part har signert, når arbeidsgiveren har tariffavtale der det kreves, mens "
        "den varer, og så langt paragrafen går. Ellers utvider den ingenting.",
        "De tillitsvalgte skal kunne stole på at planen ikke bygger på en avtale som ikke finnes.",
        "En avtale etter aml § 10-5 (1) med Kari, signert 20. november, gir {INDIVIDUAL_DAY} i døgnet fra 1. januar. "
        "Hun går vakt kl. 08.00–{INDIVIDUAL_DAY:from 08.00}.",
        "Den samme avtalen sier {REPS_DAY} i døgnet, og Kari går vakt kl. 08.00–{REPS_DAY:from 08.00}. Så mye kan "
        "bare de tillitsvalgte avtale, og bare med tariffavtale.",
        (
            "Den enkelte signerer etter aml §§ 10-5 (1) og 10-8 (4).",
            "De tillitsvalgte signerer etter aml §§ 10-5 (2), 10-6 (5) og (9), 10-8 (3) og 10-11 (9), når det er "
            "tariffavtale.",
            "En fagforening med innstillingsrett signerer etter aml § 10-12 (4), og Arbeidstilsynet samtykker etter "
            "aml §§ 10-5 (3), 10-6 (6) og 10-12 (7).",
        ),
        (
            Assumed(
                "D5",
                "En avtale som ikke er signert, kan planen bygge på når grunnlaget sier det. Da kan den ikke tas i "
                "bruk før avtalen er signert.",
            ),
            Assumed(
                "D4",
                "Et tall som mangler i avtalen, blir spurt om. Vi regner aldri med det meste loven tillater.",
            ),
            Assumed("D7", "Hvem som er medlem av en fagforening, blir ikke lagret."),
        ),
        (),
        "Rett avtalen i grunnlaget, eller lag turnusen uten den.",
    ),
    RuleText(
        "setting-valid",
        "Innstillingene",
        amls("10-4 og 10-8"),
        "om innstillingene i grunnlaget er brukt slik loven tillater.",
        "Noe kan arbeidsgiveren velge, som hvilken dag og tid uka begynner. Valget skal stå fast. Det kan ikke "
        "flyttes fra uke til uke for at en turnus skal gå opp.",
        "Et skille som flytter seg, kan få enhver turnus til å se lovlig ut.",
        "Uka begynner søndag kl. 00.00 hele året, og det var bestemt før planen ble laget.",
        "Uka begynner mandag kl. 00.00, men flyttes til søndag kl. 00.00 en uke da ukehvilen ellers ville vært for "
        "kort.",
        ("Uka kan begynne et annet sted når det er bestemt for hele gruppa, og varer.",),
        (Assumed("D10", "Sier ikke grunnlaget noe annet, begynner uka mandag kl. 00 og døgnet kl. 00."),),
        (),
        "La innstillingen være den samme i hele planen.",
    ),
)
