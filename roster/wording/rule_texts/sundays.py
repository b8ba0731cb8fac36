"""Sundays and red days: aml §§ 10-8 (4) and 10-10."""

from roster.domain.finding import Unit
from roster.rules import numbers
from roster.wording.rule_texts.text import Assumed, Basis, RuleText, Shown, amls, in_brief, of_terms

TEXTS = (
    RuleText(
        "sundays",
        "Søndager og røde dager",
        amls("10-8 (4) og 10-10"),
        "søndager og røde dager med arbeid: hvor mange på rad, og hvor mange av alle.",
        "Den som har arbeidet en søndag eller rød dag, skal ha fri den neste. Helga begynner kl. {SUNDAY_FROM:clock} "
        "dagen før og slutter kl. {SUNDAY_TO:clock} kvelden før neste hverdag. Jul-, påske- og pinseaften begynner "
        "den kl. {EVE_FROM:clock}. Minst hver {SUNDAY_FREE_EVERY:ordinal} uke skal den ukentlige hvilen ha en hel "
        "søndag eller rød dag i seg.",
        "Søndagen er dagen da andre har fri. Alle skal ha en rimelig del av den.",
        "Kari arbeider søndag kl. 08.00–15.00, og har fri fra neste lørdag kl. {SUNDAY_FROM:clock} til søndag kl. "
        "{SUNDAY_TO:clock}.",
        "Kari arbeider søndag kl. 08.00–15.00, og neste lørdag til kl. 20.00. Timene etter kl. {SUNDAY_FROM:clock} er "
        "søndagsarbeid, så hun har arbeidet to på rad.",
        (
            "En skriftlig avtale med den enkelte gjør at det er nok med fri annenhver søndag og rød dag i snitt over "
            "{SUNDAY_BLOCK_WEEKS} uker, og høyst {SUNDAY_FREE_EVERY:less 1 words} uker på rad med slikt arbeid (aml § "
            "10-8 (4)).",
        ),
        (
            Assumed("D15", "En vakt hører til den ene røde dagen der det meste av den røde tida ligger."),
            Assumed(
                "D15", "Snittet regnes i faste perioder fra avtalens dato. Røde dager på rad, som i påska, er én uke."
            ),
            Assumed("D13", "Ukehvilen har en søndag i seg når den dekker hele dagen, eller hele helga til kl. 22.00."),
            Assumed("D15", "Kvelden før 1. og 17. mai begynner helga kl. 22.00, om ikke grunnlaget sier noe annet."),
        ),
        (
            Shown(
                "uker på rad med arbeid på søndag eller rød dag: høyst {}",
                None,
                of_terms(lambda terms: terms.sunday_basis),
                unit=Unit.COUNT,
            ),
            Shown("med avtale: fri annenhver i snitt over {} uker", numbers.SUNDAY_BLOCK_WEEKS),
            Shown("ukehvilen har en søndag eller rød dag minst hver {} uke", numbers.SUNDAY_FREE_EVERY, spec="ordinal"),
            Shown("helga begynner kl. {} lørdag og dagen før en rød dag", numbers.SUNDAY_FROM, spec="clock"),
            Shown(
                "helga begynner kl. {} kvelden før 1. og 17. mai",
                None,
                in_brief("innstillinger", lambda brief, _: brief.settings.eve_of_may_from),
                Basis.SETTING,
                "clock",
            ),
        ),
        "Gi fri en av disse dagene.",
    ),
)
