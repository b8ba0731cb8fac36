"""What counts as hours: passive duty, standby, and the full-time week (aml § 10-4 (2) to (6))."""

from roster.domain.finding import Unit
from roster.rules import numbers
from roster.rules.numbers import aml
from roster.wording.rule_texts.text import Assumed, Basis, RuleText, Shown, in_brief

TEXTS = (
    RuleText(
        "passive-extension",
        "Passivt arbeid",
        aml("10-4 (2)"),
        "hvor mye passive vakter forlenger den alminnelige arbeidstida.",
        "Er arbeidet helt eller for det meste passivt, som en natt da assistenten sover hos brukeren, kan den "
        "alminnelige arbeidstida forlenges med halvparten av den passive tida: høyst {PASSIVE_DAY} i døgnet og "
        "{PASSIVE_WEEK} i uka. Uka blir aldri lengre enn {PASSIVE_WEEK_CAP}.",
        "Å sove på jobb er mindre slitsomt enn å arbeide, men assistenten er likevel ikke fri. Derfor teller hele "
        "tida, og bare litt mer er lov.",
        "Kari har hvilende natt kl. 22.00–08.00 og hviler kl. 23.00–07.00. Halvparten av hvilen er 4 timer, så "
        "grensen i døgnet går opp med {PASSIVE_DAY}, til {ORDINARY_DAY:plus 120}.",
        "Kari har dagvakt kl. 08.00–18.00 med en hvil på en time. Vakta er ikke for det meste passiv, så den kan ikke "
        "forlenges.",
        (
            "Arbeidstilsynet kan samtykke i mer når arbeidet er særlig passivt, opptil {CONSENT_DAY} i døgnet (aml § "
            "10-4 (2)).",
            "Med avtale med de tillitsvalgte etter aml § 10-5 (2) kommer forlengelsen i tillegg. Blir døgnet lengre "
            "enn {TOTAL_DAY}, trengs også avtaler etter §§ 10-6 (9) og 10-8 (3).",
        ),
        (
            Assumed(
                "D14",
                "Grunnlaget sier hvilke vakter som er passive, og hvorfor. Er under to tredeler av vakta hvile, er "
                "det noe å vurdere.",
            ),
            Assumed("D8", "Hviletid teller fullt i alle grenser. Omregning gjelder bare lønn og vedtak."),
        ),
        (
            Shown("halve den passive tida, høyst {} i døgnet", numbers.PASSIVE_DAY),
            Shown("høyst {} i uka", numbers.PASSIVE_WEEK),
            Shown("uka blir høyst {}", numbers.PASSIVE_WEEK_CAP),
        ),
        "Ta bort det som er sagt om passivt arbeid, eller gjør vakta kortere.",
    ),
    RuleText(
        "standby",
        "Beredskapsvakt",
        aml("10-4 (3)"),
        "hvor mye av en beredskapsvakt hjemme som er arbeidstid.",
        "Når assistenten er hjemme, men må kunne rykke ut, er minst en sjudel av tida arbeidstid: 1 time for hver "
        "{STANDBY_PARTS:words} timer. Rykker assistenten ut, teller hele den tida.",
        "Den som kan bli ringt, er ikke helt fri.",
        "Kari har beredskapsvakt fredag kl. 16.00 til søndag kl. 24.00. Det er 56 timer, og 8 av dem er arbeidstid.",
        "Den samme vakta blir ført med 4 timer arbeidstid, eller en utrykning søndag blir regnet som fritid. En "
        "utrykning bryter ukehvilen.",
        (
            "En skriftlig avtale med de tillitsvalgte kan gi en annen omregning, når arbeidsgiveren er bundet av "
            "tariffavtale (aml § 10-4 (3)).",
            "Arbeidstilsynet kan fastsette en annen måte å regne på (aml § 10-4 (3)).",
        ),
        (
            Assumed("D8", "Delen er avrundet oppover til hele minutter, og teller i alle grenser for arbeidstid."),
            Assumed("D15", "Beredskap uten utrykning er ikke arbeid på en søndag eller om natta."),
        ),
        (
            Shown("minst én av {} timer er arbeidstid", numbers.STANDBY_PARTS, spec="words"),
            Shown(
                "grunnlaget regner med én av {} timer",
                None,
                in_brief("innstillinger", lambda brief, _: brief.settings.standby_parts or None),
                Basis.SETTING,
                "words",
                unit=Unit.COUNT,
            ),
        ),
        "Gi beredskapsvakta til en annen, eller gjør den kortere.",
    ),
    RuleText(
        "full-time-week",
        "Heltidsuka",
        aml("10-4 (4)–(6)"),
        "timene i full stilling, slik netter og søndager i turnusen gir dem.",
        "Jo flere netter og søndager en assistent arbeider, jo kortere er full stilling. Er heltidsuka i grunnlaget "
        "en annen enn den turnusen gir, blir stillingsprosent og lønn feil.",
        "Arbeid på ubekvemme tider skal gi kortere uke. Det skal synes i stillingen, ikke bare i tillegget.",
        "Kari har turnus med arbeid minst hver {EVERY_SUNDAYS:ordinal} søndag, og heltidsuka er "
        "{FULL_TIME_WEEK_TURNUS} etter tariffavtalen.",
        "Kari arbeider kl. 22.00–07.00 hver vakt, men heltidsuka i grunnlaget er {FULL_TIME_WEEK}, som for den som "
        "bare arbeider om dagen.",
        (
            "Tariffavtalen sier hva heltidsuka er. Uten tariffavtale er loven det minste: {ORDINARY_WEEK}, "
            "{ORDINARY_WEEK_SUNDAYS} eller {ORDINARY_WEEK_ROUND}.",
        ),
        (
            Assumed(
                "D17",
                "Hver assistent har sin heltidsuke i grunnlaget. Uten den gjelder tallet fra tariffavtalen.",
            ),
            Assumed("D17", "For deltid regnes netter og søndager om til full stilling."),
        ),
        (
            Shown("{} i uka om dagen", numbers.FULL_TIME_WEEK, basis=Basis.AGREEMENT, law_only=True),
            Shown("{} i uka i turnus", numbers.FULL_TIME_WEEK_TURNUS, basis=Basis.AGREEMENT, law_only=True),
            Shown(
                "{} i uka i helkontinuerlig turnus", numbers.FULL_TIME_WEEK_ROUND, basis=Basis.AGREEMENT, law_only=True
            ),
            Shown("{} i uka", None, in_brief("assistenter", lambda _, one: one.full_time_week), Basis.BRIEF),
        ),
        "Rett heltidsuka i grunnlaget, og lag turnusen på nytt.",
    ),
)
