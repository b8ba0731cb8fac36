"""The Norwegian words of a need by the clock (døgnklokke): its parts, their fields, and the words to choose among."""

from dataclasses import replace

from roster.domain.needs import Applicant, Help
from roster.wording.brief_choices import YES_NO
from roster.wording.brief_words import part
from roster.wording.fields import Field, Part

APPLICATION, CLOCK, OUTSIDE, LENGTHS = "søknad", "døgnklokke", "utenfor bpa", "vaktlengde"

NEEDS_PARTS: tuple[Part, ...] = (
    part("ordning"),
    Part(
        APPLICATION,
        "",
        "Hvem søknaden gjelder, og det retten avhenger av.",
        (
            Field(
                "gjelder", "Gjelder det en voksen eller et barn?", "voksen", tuple(one.value for one in Applicant), True
            ),
            Field("fra", "Dagen du vil ha timene fra.", "2027-01-04", needed=True),
            Field("under 67 år", "Er den som trenger hjelp, under 67 år?", "ja", YES_NO, True),
            Field("hadde bpa før 67 år", "Hadde personen BPA før fylte 67 år?", "nei", YES_NO),
            Field("varer over to år", "Varer behovet i mer enn to år?", "ja", YES_NO, True),
            Field("kontinuerlig", "Trengs hjelp om natta eller to samtidig hele tiden?", "nei", YES_NO),
            Field("lønnskostnad per time", "Hva en time koster arbeidsgiveren i kroner, med alt.", "450"),
        ),
        True,
    ),
    Part(
        CLOCK,
        "Døgnklokke",
        "Hjelpen som trengs: klokka, dagene, hva den går ut på og hva slags hjelp det er.",
        (
            Field(
                "tid",
                "Klokka fra–til. Slutter det dagen etter, skriver du bare klokkeslettet.",
                "07.00–09.00",
                needed=True,
            ),
            Field("dager", "Ukedager. Står det ingenting, gjelder det alle dager.", "man–fre"),
            Field("uker", "alle, oddetall eller partall.", "alle"),
            Field(
                "kategori", "Hva slags hjelp det er.", "personlig assistanse", tuple(one.value for one in Help), True
            ),
            Field("gjøremål", "Hva som skal gjøres, med få ord.", "frokost og påkledning"),
            Field(
                "jevnaldrende",
                "Bare for barn: så mye av tida barn på samme alder trenger uansett, i timer og minutter. "
                "Den siste delen av tida regnes som den.",
                "0:20",
            ),
        ),
        True,
    ),
    Part(
        OUTSIDE,
        "Utenfor BPA",
        "Tjenester som ikke er BPA, men som hører med når behovet regnes.",
        (
            Field("tjeneste", "Hva tjenesten heter.", "hjemmesykepleie", needed=True),
            Field("timer per uke", "Hvor mange timer i uka.", "3,5", needed=True),
        ),
    ),
    Part(
        LENGTHS,
        "",
        "Hvor korte og lange vaktene kan være. Står det ingenting, gjelder loven og avtalene.",
        (
            Field("korteste", "Timer i den korteste vakta.", "3"),
            Field("lengste", "Timer i den lengste vakta.", "9"),
        ),
    ),
    replace(part("vedtak"), needed=False),
    part("innstillinger"),
    part("avtaler"),
)
