"""Ordinary hours a day and a week, alone and on average: aml §§ 10-4 and 10-5."""

from collections.abc import Callable

from roster.domain.assistant import Assistant
from roster.domain.brief import Brief
from roster.domain.finding import Owed, Unit
from roster.rules import numbers
from roster.rules.numbers import aml
from roster.rules.terms import Terms
from roster.wording.rule_texts.text import Assumed, RuleText, Shown, amls, of_terms

_STRAIN = "Lange dager og uker gir slitne folk. Loven setter en grense for hvor mye som er vanlig arbeid."
_WHOLE = Assumed("D10", "En vakt hører hel til dagen og uka den begynner i.")
_BLOCKS = Assumed(
    "D23", "Snittet regnes i faste perioder fra planens første dag. En kort siste periode regnes for seg."
)
_CLOCK = Assumed("D9", "Er det bare klokkestillinga som gir for mange timer, er det noe å vurdere.")

_INDIVIDUAL = (
    "En skriftlig avtale med den enkelte gir opptil {INDIVIDUAL_DAY} i døgnet og {INDIVIDUAL_SINGLE_WEEK} i en enkelt "
    "uke (aml § 10-5 (1))."
)
_REPS = (
    "En skriftlig avtale med de tillitsvalgte gir opptil {REPS_DAY} i døgnet og {REPS_SINGLE_WEEK} i en enkelt uke, "
    "når arbeidsgiveren er bundet av tariffavtale (aml § 10-5 (2))."
)
_AUTHORITY = "Arbeidstilsynet kan samtykke i opptil {CONSENT_DAY} i døgnet, alt medregnet (aml § 10-5 (3))."
_UNION = "En fagforening med innstillingsrett kan avtale noe annet (aml § 10-12 (4))."
_SUNDAYS = "arbeid minst hver {EVERY_SUNDAYS:ordinal} søndag, eller mest om natta"
_ROUND = "i helkontinuerlig turnus"
_AVERAGES = (
    Shown("høyst {} i uka i snitt", numbers.ORDINARY_WEEK, of_terms(lambda terms: terms.average)),
    Shown(
        f"høyst {{}} i uka i snitt med {_SUNDAYS}",
        numbers.ORDINARY_WEEK_SUNDAYS,
        of_terms(lambda terms: terms.average_sundays),
    ),
    Shown(
        f"høyst {{}} i uka i snitt {_ROUND}",
        numbers.ORDINARY_WEEK_ROUND,
        of_terms(lambda terms: terms.average_round),
    ),
)

_AVERAGED = "gjelder ikke hver uke, for timene er gjennomsnittsberegnet"
_NOT_AVERAGED = "gjelder først når det er avtalt gjennomsnitt"


def _every_week(pick: Callable[[Terms], Owed]) -> Callable[[Brief, Assistant], Owed | None]:
    """The number for each single week; None under averaging."""
    return of_terms(lambda terms: pick(terms) if terms.averaging_weeks is None else None)


TEXTS = (
    RuleText(
        "hours-day",
        "Timer i døgnet",
        amls("10-4 (1) og 10-5"),
        "alminnelig arbeidstid i de vaktene som begynner samme døgn.",
        "En assistent kan ha høyst {ORDINARY_DAY} alminnelig arbeidstid i døgnet. Deler dagen seg i to vakter, regnes "
        "de sammen.",
        _STRAIN,
        "Kari går vakt kl. 14.00–{ORDINARY_DAY:from 14.00}. Det er {ORDINARY_DAY}.",
        "Kari går vakt kl. 14.00–{ORDINARY_DAY:plus 30 from 14.00}. Det er {ORDINARY_DAY:plus 30}, og det finnes "
        "ingen avtale om gjennomsnitt.",
        (_INDIVIDUAL, _REPS, _AUTHORITY, _UNION),
        (
            Assumed("D11", "Arbeid uten avbrudd hører til døgnet det begynner i, også når det går over midnatt."),
            Assumed("D6", "Vakter over {INDIVIDUAL_DAY} etter aml § 10-5 (2) bør den enkelte ha samtykket i."),
            _CLOCK,
        ),
        (Shown("høyst {} i døgnet", numbers.ORDINARY_DAY, of_terms(lambda terms: terms.day)),),
        "Del vakta mellom to, eller gjør den kortere.",
    ),
    RuleText(
        "hours-week",
        "Timer i uka",
        aml("10-4 (1), (2) og (4)–(6)"),
        "alminnelig arbeidstid i hver uke, når den ikke er gjennomsnittsberegnet.",
        "Uten avtale om gjennomsnitt kan ingen uke ha mer enn {ORDINARY_WEEK}. Den som arbeider minst hver "
        "{EVERY_SUNDAYS:ordinal} søndag, eller mest om natta, har {ORDINARY_WEEK_SUNDAYS}. I helkontinuerlig turnus "
        "er det {ORDINARY_WEEK_ROUND}, og i tredelt turnus et tall mellom de to.",
        _STRAIN,
        "Kari går fem vakter kl. 08.00–15.30, mandag til fredag. Det er 37,5 timer, og grensen er {ORDINARY_WEEK}.",
        "Kari går fem vakter kl. 08.00–15.48 i uka og arbeider hver tredje søndag. Det er 39 timer, og da er grensen "
        "{ORDINARY_WEEK_SUNDAYS}.",
        (_INDIVIDUAL, _REPS, _UNION),
        (
            _WHOLE,
            Assumed("D15", "«Hver tredje søndag» teller søndager og røde dager likt."),
            _CLOCK,
        ),
        (
            Shown("høyst {} i uka", numbers.ORDINARY_WEEK, _every_week(lambda terms: terms.average), absent=_AVERAGED),
            Shown(
                f"høyst {{}} i uka med {_SUNDAYS}",
                numbers.ORDINARY_WEEK_SUNDAYS,
                _every_week(lambda terms: terms.average_sundays),
            ),
            Shown(
                f"høyst {{}} i uka {_ROUND}",
                numbers.ORDINARY_WEEK_ROUND,
                _every_week(lambda terms: terms.average_round),
            ),
        ),
        "Ta bort en vakt denne uka.",
    ),
    RuleText(
        "single-week",
        "Enkeltuker",
        aml("10-5 (1) og (2)"),
        "arbeidstida i hver uke, når den er gjennomsnittsberegnet.",
        "Med avtale om gjennomsnitt kan noen uker være lange når andre er korte. Ingen uke kan likevel ha mer enn "
        "avtalen sier: høyst {INDIVIDUAL_SINGLE_WEEK} med den enkelte, og {REPS_SINGLE_WEEK} med de tillitsvalgte.",
        "Et godt snitt hjelper ikke den som går tom i den lengste uka.",
        "Kari har avtale med arbeidsgiveren og går fem vakter kl. 08.00–18.00 en uke. Det er 50 timer. Neste uke går "
        "hun tre.",
        "Kari har den samme avtalen og går seks vakter kl. 08.00–17.00 en uke. Det er 54 timer, og avtalen med den "
        "enkelte gir høyst {INDIVIDUAL_SINGLE_WEEK}.",
        (
            "En skriftlig avtale med de tillitsvalgte gir opptil {REPS_SINGLE_WEEK}, når arbeidsgiveren er bundet av "
            "tariffavtale (aml § 10-5 (2)).",
            _UNION,
        ),
        (
            Assumed("D4", "Sier avtalen ikke noe om enkeltuker, er grensen {AVERAGED_WEEK}. Vi gjetter ikke på mer."),
            _WHOLE,
        ),
        (
            Shown("høyst {} i en uke med avtale med den enkelte", numbers.INDIVIDUAL_SINGLE_WEEK, law_only=True),
            Shown("høyst {} i en uke med avtale med de tillitsvalgte", numbers.REPS_SINGLE_WEEK, law_only=True),
            Shown("høyst {} i en uke", None, of_terms(lambda terms: terms.week), absent=_NOT_AVERAGED),
        ),
        "Flytt en vakt til en annen uke.",
    ),
    RuleText(
        "average-8-weeks",
        "48 timer i snitt",
        amls("10-5 og 10-6 (8)"),
        "all arbeidstid i uka, i snitt over {AVERAGED_OVER:words} uker.",
        "I {AVERAGED_OVER:words} uker på rad kan ingen arbeide mer enn {AVERAGED_WEEK} i uka i snitt.",
        "Også den som har avtalt lange uker, må få hentet seg inn innen to måneder.",
        "Kari arbeider {AVERAGED_WEEK:plus 120} i uka i fire uker, og {AVERAGED_WEEK:less 120} i uka i de fire neste. "
        "Snittet er {AVERAGED_WEEK}.",
        "Kari går fem vakter kl. 08.00–18.00 hver uke i åtte uker. Snittet er 50 timer.",
        (_UNION,),
        (
            _BLOCKS,
            Assumed("D23", "Holder de faste periodene, men ikke åtte andre uker på rad, er det noe å vurdere."),
            _CLOCK,
        ),
        (
            Shown(
                "høyst {} i uka i snitt over {AVERAGED_OVER:words} uker",
                numbers.AVERAGED_WEEK,
                of_terms(lambda terms: terms.week_average),
            ),
        ),
        "Ta bort vakter i disse ukene.",
    ),
    RuleText(
        "hours-average",
        "Timer i snitt",
        amls("10-4 og 10-5"),
        "alminnelig arbeidstid i uka, i snitt over perioden som er avtalt.",
        "Med avtale om gjennomsnitt skal snittet over den avtalte perioden holde det samme tallet som ellers gjelder "
        "hver uke: {ORDINARY_WEEK}, {ORDINARY_WEEK_SUNDAYS} eller {ORDINARY_WEEK_ROUND}. I tredelt turnus trekkes "
        "{SUNDAY_BONUS} for hver søndagstime og {NIGHT_BONUS} for hver nattime fra {ORDINARY_WEEK}. Perioden er høyst "
        "{AVERAGING_WEEKS} uker.",
        "Avtalen flytter timene fra en uke til en annen. Den gir ikke flere timer i alt.",
        "Kari arbeider hver tredje søndag, og veksler mellom {ORDINARY_WEEK_SUNDAYS:plus 240} og "
        "{ORDINARY_WEEK_SUNDAYS:less 240} i uka. Snittet er {ORDINARY_WEEK_SUNDAYS}.",
        "Kari arbeider hver tredje søndag, og går fem vakter kl. 14.00–22.00 hver uke. Snittet er 40 timer, og "
        "grensen er {ORDINARY_WEEK_SUNDAYS}.",
        (
            "Ingen avtale etter aml § 10-5 hever snittet.",
            "Passivt arbeid som er oppgitt i grunnlaget, kan forlenge det (aml § 10-4 (2)).",
            _UNION,
        ),
        (
            _BLOCKS,
            Assumed("D21", "Timer fra før planen er med når grunnlaget har dem. Ellers: ingen tidligere vakter."),
            Assumed(
                "D25", "I en grunnturnus er det snittet av hele turnusen som teller, når perioden er lengre enn den."
            ),
        ),
        (
            *_AVERAGES,
            Shown("snittperioden er høyst {} uker", numbers.AVERAGING_WEEKS, law_only=True),
            Shown(
                "snittperioden er {} uker",
                None,
                of_terms(lambda terms: terms.averaging),
                unit=Unit.COUNT,
                absent=_NOT_AVERAGED,
            ),
        ),
        "Ta bort vakter i perioden.",
    ),
)
