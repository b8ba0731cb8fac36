"""The words of a package that are answered by hand: the checklist, the drøfting and the signatures."""

from collections.abc import Sequence

from roster.domain.brief import Arrangement
from roster.domain.kinds import Tariff
from roster.wording.numbers import listed

CHECK_HINT = "Sett kryss, og skriv dato og rolle. Skriv ikke noe om helse eller diagnoser her."
HOUSEHOLD = "forskrift 2022-06-03-969"
HOUSEHOLD_HINT = (
    f"{CHECK_HINT} Arbeidsgiveren er en privatperson. Da gjelder forskriften om arbeid i privat arbeidsgivers hjem "
    f"({HOUSEHOLD}), og arbeidsmiljøloven bare der forskriften sier det."
)
CHECK_HEADINGS = ("Punkt", "Hva det gjelder", "Ja", "Nei", "Dato", "Hvem")


def checklist(night_workers: Sequence[str], household: bool) -> tuple[tuple[str, str], ...]:
    """What must be thought through before a plan runs, point and explanation; sources: the aml as of July 2026.

    In the ``household`` of a private person the aml does not hold as such, and only the source that was read is named.
    """
    whom = (
        f"Gjelder i denne planen: {listed(night_workers)}."
        if night_workers
        else "Ingen jobber jevnlig natt i denne planen."
    )
    health = f"{HOUSEHOLD} § 14" if household else "aml § 10-11 (8)"

    def source(paragraphs: str) -> str:
        return "" if household else f" (aml {paragraphs})"

    return (
        (
            "Forsvarlig arbeidstid",
            "Samlet belastning er vurdert: lengde, natt, hvile, rekker og alenearbeid"
            f"{source('§ 4-1 (1) og (2), § 10-2 (1)')}.",
        ),
        (
            "Verneombudet",
            "Verneombudet er tatt med på råd om planen og har sagt sin mening. Med færre enn fem ansatte kan dere "
            f"skriftlig ha avtalt en annen ordning; den varer i to år om dere ikke har sagt noe annet"
            f"{source('§ 6-1 (1), § 6-2 (4)')}.",
        )
        if not household
        else ("Si fra", "Assistentene vet hvem de sier fra til om sikkerhet og helse."),
        (
            "Helsekontroll for nattarbeidere",
            f"De som jobber jevnlig natt, er tilbudt helsekontroll først og siden jevnlig ({health}). {whom}",
        ),
        (
            "Fritak",
            "Ønsker om fritak fra natt og om kortere eller fleksibel arbeidstid er svart på"
            f"{source('§ 10-2 (2) til (4)')}.",
        ),
        (
            "Hjemmet som arbeidsplass",
            "Arbeidsstedet er gjennomgått: løft og hjelpemidler, plass, brann og rømning, hvile, mat, røyk og "
            f"dyr{source('§ 4-1 (1), § 4-4 (1) og (2)')}.",
        ),
        (
            "Alenearbeid",
            "Faren ved å jobbe alene er vurdert. Den som er alene, kan få tak i hjelp hele døgnet, og vet hvem som har "
            f"vakt{source('§ 4-1 (3)')}.",
        ),
        ("Hvilende vakter", "Rommet og rutinene gir reell hvile, og utrykninger blir ført."),
        ("Pauser", f"Pausene kan tas i praksis, og det er sagt hvem som er fri til å gå{source('§ 10-9')}."),
        ("Opplæring", f"Alle som skal gå alene, har fått opplæringen de trenger{source('§ 3-2 (1) a')}."),
        ("Tilgjengelig", f"Planen er lett tilgjengelig for assistentene{source('§ 10-3')}."),
    )


DISCUSS_TITLE = "Drøfting (aml § 10-3)"
DISCUSS_HEADINGS = ("Felt", "Fylles ut")
DISCUSS_FIELDS = (
    "Dato for drøftingen",
    "Til stede (roller)",
    "Enig (kryss)",
    "Uenig (kryss), og hvorfor",
    "Protokoll (nummer eller vedlegg)",
    "Gjelder fra dato",
)
NOT_AN_AGREEMENT = (
    "Underskriften her sier at planen er drøftet, enige eller uenige. Den er ikke en avtale om arbeidstid: avtalene "
    "under signeres for seg, og gjelder det avtalen sier (aml kapittel 10)."
)
SIGN_TITLE = "Underskrifter"
SIGN_HEADINGS = ("Rolle", "Navn", "Dato", "Underskrift")
_REP_OF_UNION = "Tillitsvalgt for fagforening (skriv hvilken)"
_LEADERS = ("Arbeidsgiver", "Arbeidsleder", "Medarbeidsleder")


def roles(arrangement: Arrangement) -> tuple[str, ...]:
    """Who signs: a rep of each union where one has a tariffavtale, one rep where none has, else two assistants."""
    if not arrangement.elected_reps:
        return (*_LEADERS, "Assistent, for assistentene", "En assistent til, for assistentene")
    reps = ("Tillitsvalgt",) if arrangement.tariff is Tariff.NONE else (_REP_OF_UNION, f"{_REP_OF_UNION}, hvis flere")
    return (*_LEADERS, *reps, "Verneombud (orientert)")


APART_TITLE = "Avtaler som signeres for seg"
APART_HEADINGS = ("Avtale", "Paragraf", "Signert", "Hvem signerer", "Varer", "Dato", "Underskrift")
APART_HINT = (
    "En avtale som alt er signert, skal ikke signeres her på nytt. De andre signeres på ei linje for hver: "
    "arbeidsgiveren, og den eller de avtalen er med."
)
IS_SIGNED = "er signert"
EMPLOYER_SIGNS = "arbeidsgiver"
NOTHING_APART = "Planen har ingen avtaler å signere."
CONSENTS_TITLE = "Samtykke til vakter over 10 timer"
CONSENT_HEADINGS = ("Navn", "Vakter over 10 timer", "Lengste t:min", "Samtykker fra", "Dato", "Underskrift")
