"""Night work: aml § 10-11 (6), (7) and (9)."""

from roster.rules import numbers
from roster.rules.numbers import aml
from roster.wording.rule_texts.text import Assumed, RuleText, Shown, of_terms

_DEVIATE = (
    "En skriftlig avtale med de tillitsvalgte kan gi noe annet, når arbeidsgiveren er bundet av tariffavtale og "
    "assistenten får kompenserende hvile (aml § 10-11 (9))."
)
_UNION = "En fagforening med innstillingsrett kan avtale noe annet, mot kompenserende hvile (aml § 10-12 (4))."

TEXTS = (
    RuleText(
        "night-average",
        "Nattarbeid",
        aml("10-11 (6) og (9)"),
        "arbeidstida i snitt over {NIGHT_WEEKS:words} uker, for den som jevnlig arbeider om natta.",
        "Natta er fra kl. {NIGHT_FROM:clock} til kl. {NIGHT_TO:clock}. Den som jevnlig arbeider mer enn "
        "{NIGHT_TRIGGER} om natta, kan arbeide høyst {NIGHT_DAY} per døgn i snitt over {NIGHT_WEEKS:words} uker. Den "
        "ukentlige hvilen er holdt utenfor, så det blir {NIGHT_TOTAL} i alt.",
        "Nattarbeid er hardere for kroppen enn det samme arbeidet om dagen.",
        "Kari går tre våkne netter kl. 22.00–08.00 hver uke. Det er 120 timer på fire uker.",
        "Kari går fem våkne netter kl. 22.00–08.00 hver uke. Det er 200 timer på fire uker, og grensen er "
        "{NIGHT_TOTAL}.",
        (_DEVIATE, _UNION),
        (
            Assumed(
                "D16",
                "«Jevnlig» er minst {NIGHT_REGULARLY:words} slike netter på {NIGHT_WEEKS:words} uker. Er det færre, "
                "er for mange timer noe å vurdere.",
            ),
            Assumed("D35", "Er arbeidsgiveren privatperson, er natta fra kl. {HOUSEHOLD_NIGHT_FROM:clock}."),
        ),
        (
            Shown(
                "høyst {} per døgn i snitt over {NIGHT_WEEKS:words} uker",
                numbers.NIGHT_DAY,
                of_terms(lambda terms: terms.night_day),
            ),
            Shown(
                "gjelder netter med mer enn {} mellom kl. {NIGHT_FROM:clock} og {NIGHT_TO:clock}",
                numbers.NIGHT_TRIGGER,
                law_only=True,
            ),
        ),
        "Ta bort vakter i disse ukene, eller la flere dele nettene.",
    ),
    RuleText(
        "night-strain",
        "Tungt nattarbeid",
        aml("10-11 (7) og (9)"),
        "timer i døgnet med nattarbeid som er særlig farlig eller anstrengende.",
        "Den som arbeider mer enn {NIGHT_TRIGGER} om natta med arbeid som er særlig farlig, eller tungt for kropp "
        "eller hode, kan arbeide høyst {NIGHT_STRAIN_DAY} i døgnet. Her finnes det ikke noe snitt.",
        "Tungt arbeid og lite søvn sammen gir ulykker.",
        "Kari løfter og snur brukeren flere ganger hver natt, og går vakt kl. 22.00–{NIGHT_STRAIN_DAY:from 22.00}.",
        "Kari har det samme arbeidet, og går vakt kl. 22.00–{NIGHT_STRAIN_DAY:plus 60 from 22.00}.",
        (_DEVIATE, _UNION),
        (Assumed("D35", "Vakta er bare regnet som tung når den er oppgitt slik. Vi gjetter ikke på det."),),
        (Shown("høyst {} i døgnet", numbers.NIGHT_STRAIN_DAY),),
        "Gjør nattevakta kortere, eller del den mellom to.",
    ),
)
