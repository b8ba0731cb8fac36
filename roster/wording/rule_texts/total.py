"""Hours in all, more than agreed, overtime and breaks: aml §§ 10-6 and 10-9."""

from roster.rules import numbers
from roster.rules.numbers import aml
from roster.wording.rule_texts.text import Assumed, Basis, RuleText, Shown, in_brief, of_terms

_UNION = "En fagforening med innstillingsrett kan avtale noe annet (aml § 10-12 (4))."

TEXTS = (
    RuleText(
        "agreed-hours",
        "Avtalt arbeidstid",
        aml("10-6 (1)"),
        "betalte timer i planen mot det stillingen gir.",
        "En plan kan ikke gi noen mer arbeid enn det som er avtalt. Arbeid ut over det krever et særlig og "
        "tidsavgrenset behov, og kan ikke legges inn fast.",
        "Stillingen skal være til å stole på, både for lønna og for fritida.",
        "Kari har 50 prosent stilling av {FULL_TIME_WEEK_TURNUS}. Planen gir henne 17,75 timer i uka i snitt.",
        "Den samme planen gir Kari tre vakter kl. 15.00–22.00 hver uke. Det er 21 timer, og hun har ikke bedt om mer.",
        (
            "Assistenten kan ønske seg mer. Skriv «ønsker inntil» i grunnlaget.",
            "Stillingen kan økes. Da gjelder fortrinnsretten til dem som har deltid (aml § 14-3).",
        ),
        (
            Assumed("D33", "Ferie og tid før og etter ansettelsen blir trukket fra det stillingen gir."),
            Assumed("D38", "En vakt noen har sagt ja til etter at planen var i bruk, kan komme i tillegg til ønsket."),
            Assumed("D8", "Betalte timer følger klokka, og hviletid teller med den faktoren avtalen har."),
        ),
        (
            Shown(
                "høyst {} betalt i uka i snitt",
                None,
                in_brief(
                    "assistenter",
                    lambda _, one: round(one.wanted_week) if one.percent or one.wants_up_to is not None else None,
                ),
                Basis.BRIEF,
                absent="ingen avtalt arbeidstid",
            ),
        ),
    ),
    RuleText(
        "overtime",
        "Overtid",
        aml("10-6 (1) og (4)–(7)"),
        "overtid i uka, i fire uker på rad og i {OVERTIME_YEAR_WEEKS} uker.",
        "Overtid er arbeid ut over lovens alminnelige arbeidstid. Den skal ha en særlig grunn, og er høyst "
        "{OVERTIME_WEEK} i uka, {OVERTIME_4_WEEKS} i fire uker på rad og {OVERTIME_YEAR} i {OVERTIME_YEAR_WEEKS} "
        "uker. Tillegget er minst {OVERTIME_PERCENT} prosent.",
        "Overtid er for det uventede. Blir den vanlig, mangler det folk.",
        "En kollega blir syk, og Kari blir kl. 15.00–20.00 to dager. Det er 10 timer overtid den uka.",
        "Kari blir kl. 15.00–20.00 tre dager samme uke. Det er 15 timer, og det finnes ingen avtale om mer enn "
        "{OVERTIME_WEEK}.",
        (
            "En skriftlig avtale med de tillitsvalgte gir opptil {OVERTIME_WEEK_REPS} i uka, {OVERTIME_4_WEEKS_REPS} "
            "i fire uker og {OVERTIME_YEAR_REPS} i {OVERTIME_YEAR_WEEKS} uker, når arbeidsgiveren er bundet av "
            "tariffavtale (aml § 10-6 (5)).",
            "Arbeidstilsynet kan samtykke i {OVERTIME_WEEK_CONSENT} i uka og {OVERTIME_26_WEEKS_CONSENT} i "
            "{OVERTIME_CONSENT_WEEKS} uker (aml § 10-6 (6)).",
            "Ut over {OVERTIME_WEEK}, {OVERTIME_4_WEEKS} og {OVERTIME_YEAR} må assistenten selv si ja hver gang (aml "
            "§ 10-6 (7)).",
        ),
        (
            Assumed(
                "D29",
                "Mer arbeid enn stillingen er merarbeid, ikke overtid, så lenge det er innenfor lovens alminnelige "
                "arbeidstid.",
            ),
            Assumed("D28", "En turnus vi lager, har aldri overtid."),
        ),
        (
            Shown("høyst {} i uka", numbers.OVERTIME_WEEK),
            Shown("høyst {} i fire uker på rad", numbers.OVERTIME_4_WEEKS),
            Shown("høyst {} i {OVERTIME_YEAR_WEEKS} uker", numbers.OVERTIME_YEAR),
        ),
        "Gi overtida til en annen, eller ta den ut av planen.",
    ),
    RuleText(
        "total-hours",
        "Samlet arbeidstid",
        aml("10-6 (8) og (9)"),
        "alt arbeid i døgnet og i uka, også overtid og hvilende vakter.",
        "Alt i alt er arbeidstida høyst {TOTAL_DAY} i døgnet og {TOTAL_WEEK} i en uke. I snitt er den høyst "
        "{AVERAGED_WEEK}: se regelen average-8-weeks.",
        "Her går grensen for hva en kropp tåler, uansett hva slags arbeid det er og hva som er betalt.",
        "Kari går vakt kl. 08.00–{REPS_DAY:from 08.00} etter avtale med de tillitsvalgte, og blir til kl. "
        "{TOTAL_DAY:from 08.00} en dag avløseren er forsinket. Det er {TOTAL_DAY}.",
        "Kari går vakt kl. 08.00–{TOTAL_DAY:plus 60 from 08.00}. Det er {TOTAL_DAY:plus 60}, også om noe av tida er "
        "hvile.",
        (
            "En skriftlig avtale med de tillitsvalgte kan gi opptil {TOTAL_DAY_REPS} i døgnet, når arbeidsgiveren er "
            "bundet av tariffavtale og assistenten får kompenserende hvile (aml § 10-6 (9)). Som regel må også hvilen "
            "avtales (aml § 10-8 (3)).",
            "Arbeidstilsynet kan samtykke i mer når omsorgsarbeidet er helt eller delvis passivt (aml § 10-12 (7)).",
            _UNION,
        ),
        (
            Assumed("D8", "Hvilende tid teller time for time."),
            Assumed(
                "D18",
                "Arbeid for samme arbeidsgiver et annet sted er med. Arbeid for en annen arbeidsgiver er noe å "
                "vurdere.",
            ),
        ),
        (
            Shown("høyst {} i døgnet", numbers.TOTAL_DAY, of_terms(lambda terms: terms.total_day)),
            Shown("høyst {} i en uke", numbers.TOTAL_WEEK, of_terms(lambda terms: terms.total_week)),
        ),
        "Del vaktene mellom flere.",
    ),
    RuleText(
        "breaks",
        "Pauser",
        aml("10-9"),
        "pausene i hver vakt.",
        "En vakt på mer enn {BREAK_OVER} skal ha minst én pause. Er den {BREAK_WHOLE_FROM} eller mer, skal pausene "
        "være minst {BREAK_WHOLE} til sammen. Kan ikke assistenten gå fra, er pausa arbeidstid.",
        "Alle må få spise og hente seg inn.",
        "Kari går vakt kl. 08.00–{BREAK_WHOLE_FROM:from 08.00} og har pause kl. 11.30–{BREAK_WHOLE:from 11.30}. Hun "
        "er alene hos brukeren, så pausa er arbeidstid.",
        "Kari går vakt kl. 08.00–{BREAK_WHOLE_FROM:from 08.00}, og grunnlaget sier at vakta ikke har noen pause.",
        (
            "En fagforening med innstillingsrett kan avtale andre pauser (aml § 10-12 (4)).",
            "Pausa kan legges når det passer, også delt i flere.",
        ),
        (
            Assumed("D8", "Bare pauser som grunnlaget sier ikke er arbeidstid, blir trukket fra."),
            Assumed("D1", "Sier ikke grunnlaget noe om pauser, er det noe å vurdere, ikke et brudd."),
        ),
        (
            Shown("en pause når vakta er lengre enn {}", numbers.BREAK_OVER),
            Shown("minst {} pause til sammen", numbers.BREAK_WHOLE),
            Shown("det siste gjelder når vakta er minst {}", numbers.BREAK_WHOLE_FROM),
        ),
        "Legg inn en pause i vakta.",
    ),
)
