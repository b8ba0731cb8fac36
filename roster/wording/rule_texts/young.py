"""Assistants under 18: aml chapter 11."""

from roster.rules import numbers
from roster.rules.numbers import aml
from roster.wording.rule_texts.text import Assumed, RuleText, Shown

_AGE = (
    Assumed(
        "D19",
        "Alderen følger fødselsdatoen. Er bare året oppgitt, regnes assistenten som under {YOUNG_UNTIL} ut det året.",
    ),
    Assumed("D19", "Assistenten er ikke lenger skolepliktig."),
)
_ELSEWHERE = Assumed("D18", "Arbeid for andre arbeidsgivere er med. Arbeidsgiveren skal spørre om det.")
_NO = (
    "Her kan verken den enkelte eller de tillitsvalgte avtale noe annet. Er assistenten fylt {YOUNG_UNTIL} år, "
    "gjelder de vanlige reglene."
)

TEXTS = (
    RuleText(
        "young-hours",
        "Timer for unge",
        aml("11-2"),
        "arbeidstida i døgnet og i uka for den som er under {YOUNG_UNTIL} år.",
        "Den som er under {YOUNG_UNTIL} år, kan arbeide høyst {YOUNG_DAY} i døgnet og {YOUNG_WEEK} i uka. Timene kan "
        "ikke gjennomsnittsberegnes.",
        "Unge vokser og går på skole. De tåler ikke like lange dager som voksne.",
        "Per er 17 år og går vakt kl. 12.00–{YOUNG_DAY:from 12.00}.",
        "Per går vakt kl. 12.00–{YOUNG_DAY:plus 60 from 12.00}, eller har en annen jobb kl. 08.00–10.00 samme dag.",
        (_NO,),
        (*_AGE, _ELSEWHERE),
        (Shown("høyst {} i døgnet", numbers.YOUNG_DAY), Shown("høyst {} i uka", numbers.YOUNG_WEEK)),
        "Gi noe av arbeidet til en annen.",
    ),
    RuleText(
        "young-rest",
        "Hvile for unge",
        aml("11-5 (2) og (3)"),
        "fritida i døgnet og i uka for den som er under {YOUNG_UNTIL} år.",
        "Den som er under {YOUNG_UNTIL} år, skal ha minst {YOUNG_DAILY_REST} fri på rad i døgnet og "
        "{YOUNG_WEEKLY_REST} på rad i uka, helst med søndag. Under {CHILD_UNTIL} år skal det være minst "
        "{CHILD_DAILY_REST} i døgnet.",
        "Unge trenger mer søvn enn voksne.",
        "Per slutter kl. 21.00 og begynner kl. {YOUNG_DAILY_REST:from 21.00} neste dag.",
        "Per slutter kl. 21.00 og begynner kl. {YOUNG_DAILY_REST:less 60 from 21.00} neste dag. Han får bare "
        "{YOUNG_DAILY_REST:less 60} fri.",
        (_NO,),
        (*_AGE, _ELSEWHERE),
        (
            Shown("minst {} fri på rad i døgnet", numbers.YOUNG_DAILY_REST),
            Shown("minst {} fri på rad i uka", numbers.YOUNG_WEEKLY_REST),
        ),
        "Flytt en av vaktene, eller gi den til en annen.",
    ),
    RuleText(
        "young-night",
        "Natt for unge",
        aml("11-3"),
        "arbeid om kvelden og natta for den som er under {YOUNG_UNTIL} år.",
        "Den som er under {YOUNG_UNTIL} år, skal ha minst {YOUNG_NIGHT_FREE} fri om natta, og alltid fra kl. "
        "{YOUNG_NIGHT_FREE_FROM:clock} til kl. {YOUNG_NIGHT_FREE_TO:clock}. Arbeid etter kl. "
        "{YOUNG_NIGHT_REASON_FROM:clock} må være nødvendig.",
        "Natta er til å sove i, særlig for den som skal på skole.",
        "Per er 17 år og går kveldsvakt kl. 15.00–{YOUNG_NIGHT_REASON_FROM:clock}.",
        "Per går nattevakt kl. 22.00–07.00.",
        (_NO,),
        _AGE,
        (
            Shown("fri fra kl. {}", numbers.YOUNG_NIGHT_FREE_FROM, spec="clock"),
            Shown("fri til kl. {}", numbers.YOUNG_NIGHT_FREE_TO, spec="clock"),
            Shown("arbeid etter kl. {} må være nødvendig", numbers.YOUNG_NIGHT_REASON_FROM, spec="clock"),
        ),
        "Gi vakta til en voksen.",
    ),
    RuleText(
        "young-breaks",
        "Pauser for unge",
        aml("11-5 (1)"),
        "pausene i vaktene til den som er under {YOUNG_UNTIL} år.",
        "En vakt på mer enn {YOUNG_BREAK_OVER} skal ha minst {YOUNG_BREAK} pause.",
        "Unge trenger pause tidligere enn voksne.",
        "Per går vakt kl. 14.00–19.00 og har pause kl. 16.30–{YOUNG_BREAK:from 16.30}.",
        "Per går vakt kl. 14.00–19.00, og grunnlaget sier at vakta ikke har noen pause.",
        (_NO,),
        (*_AGE, Assumed("D1", "Sier ikke grunnlaget noe om pauser, er det noe å vurdere, ikke et brudd.")),
        (
            Shown("pause når vakta er lengre enn {}", numbers.YOUNG_BREAK_OVER),
            Shown("pausa er minst {}", numbers.YOUNG_BREAK),
        ),
        "Legg inn en pause i vakta.",
    ),
)
