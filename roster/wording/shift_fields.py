"""The Norwegian words of what a brief says of shifts: the hours granted, kinds, need, and exceptions."""

from roster.domain.kinds import Covers, EventSort, Purpose, Sort
from roster.wording.brief_choices import YES_NO, ChangeSort, choices
from roster.wording.day_fields import DATES, DAYS, WEEKS
from roster.wording.fields import Field, Part

_TIME = Field("tid", "Klokka fra–til. Slutter vakta dagen etter, skriver du bare klokkeslettet.", "07.30–15.00")
_SKILLED = Field("kompetanse", "Hvor mange av dem på vakta som må ha en kompetanse.", "1 førerkort")

SHIFT_PARTS: tuple[Part, ...] = (
    Part(
        "vedtak",
        "Vedtak",
        "Timene som er innvilget, en rad for hver linje i vedtaket.",
        (
            Field("id", "Et kort navn på linja.", "V1", needed=True),
            Field("fra", "Første dag vedtaket gjelder.", "2027-01-01", needed=True),
            Field("til", "Siste dag vedtaket gjelder.", "2027-12-31", needed=True),
            Field("timer per uke", "Innvilgede timer i uka. Skriv enten dette eller timer per år.", "35,5"),
            Field("timer per år", "Innvilgede timer i året.", "1850"),
            Field("brukt", "Timer som alt er brukt i vedtaksåret.", "120,5"),
            Field("ført til og med", "Siste dag som er med i «brukt».", "2027-01-03"),
            Field("dekker", "Hva linja kan brukes til utenom vanlig hjelp om dagen.", "våken natt", choices(Covers)),
            Field(
                "gjelder",
                "Hva timene er innvilget til. alt: vanlig hjelp. ekstra: kommer på toppen for en tid.",
                "avlastning",
                choices(Purpose),
            ),
        ),
        True,
    ),
    Part(
        "vakter",
        "Vakter",
        "Vaktene som finnes, hver med en kort kode.",
        (
            Field("kode", "Kort kode for vakta, høyst 6 tegn.", "D", needed=True),
            Field("navn", "Hva vakta heter.", "Dagvakt", needed=True),
            Field("tid", _TIME.help, _TIME.example, needed=True),
            Field("slag", "Hva slags vakt det er.", "dag", choices(Sort), True),
            Field("hvile", "Klokka fra–til for hvilende tid i vakta. Skill flere med komma.", "23–06"),
            Field(
                "passiv fordi",
                "Hvorfor arbeidet i det vesentlige er passivt, når det er det.",
                "Brukeren sover og trenger sjelden hjelp",
            ),
            Field(
                "pauser",
                "Klokka fra–til og «arbeidstid» eller «fri». Skriv «ingen» når det ikke er pauser.",
                "11.00–11.30 arbeidstid",
            ),
            Field("kompetanse", "Kompetanse alle på vakta må ha.", "førerkort"),
            Field("belastende", "ja: arbeid om natta på vakta er særlig belastende (aml § 10-11 (7)).", "nei", YES_NO),
        ),
        True,
    ),
    Part(
        "behov",
        "Behov",
        "Hvor mange som trengs på hver vakt, og når.",
        (
            Field("vakt", "Koden til vakta.", "D", needed=True),
            DAYS,
            WEEKS,
            Field("antall", "Hvor mange som må være på vakta.", "1", needed=True),
            Field("inntil", "Hvor mange det gjerne kan være.", "2"),
            _SKILLED,
            DATES,
            Field("røde dager", "ja: raden gjelder bare røde dager.", "nei", YES_NO),
            Field("på vedtaket", "nei: timene trekkes ikke av vedtaket.", "ja", YES_NO),
            Field(
                "vedtakslinje", "Id-en til linja timene trekkes av. Står det ingenting, velges linja som passer.", "V2"
            ),
            Field("bare i", "Slag i kalenderen. Raden gjelder bare disse dagene.", "skolefri"),
            Field("ikke i", "Slag i kalenderen. Raden gjelder ikke disse dagene.", "skolefri, planleggingsdag"),
        ),
        True,
    ),
    Part(
        "unntak",
        "Unntak",
        "Dager eller perioder der behovet er et annet: ferie, sykehus, reise.",
        (
            Field("datoer", DATES.help, DATES.example, needed=True),
            Field(
                "gjelder",
                "borte: ingen hjelp trengs. i stedet: antallet erstatter det vanlige. i tillegg: det kommer på toppen.",
                "i stedet",
                choices(ChangeSort),
                True,
            ),
            Field("vakt", "Koden til vakta. Står det ingenting, gjelder det alle vakter (bare ved «borte»).", "D"),
            DAYS,
            WEEKS,
            Field("antall", "Hvor mange som trengs på vakta.", "2"),
            Field("inntil", "Hvor mange det gjerne kan være.", "2"),
            _SKILLED,
            Field("hvorfor", "Et kort ord om årsaken. Ikke skriv helseopplysninger.", "skoleferie"),
        ),
    ),
    Part(
        "kalender",
        "Kalender",
        "Skolerute, planleggingsdager, SFO og andre tider på året, skrevet her eller lest fra en kalenderfil (.ics).",
        (
            Field("slag", "Hva slags dager det er. «bare i» og «ikke i» i behov viser til ordet.", "skolefri"),
            Field(
                "datoer", "En dato, eller fra og med–til og med. Skriv enten dette eller fil.", "2027-02-22–2027-02-26"
            ),
            Field("fil", "Navnet på en kalenderfil i samme mappe.", "skolerute.ics"),
            Field("tid", "Klokka fra–til, når det bare gjelder vakter innenfor den tida, som SFO.", "07.30–16.30"),
            Field(
                "prosent",
                "Hvor mye av vedtaket du vil bruke disse dagene. 100 er som ellers, 130 er mer, 40 er mindre.",
                "130",
            ),
            Field("hvorfor", "Et kort ord om årsaken. Ikke skriv helseopplysninger.", "vinterferie"),
        ),
    ),
    Part(
        "hendelser",
        "Hendelser",
        "Arbeid som ikke fyller en vakt: personalmøte, opplæring, rapport.",
        (
            Field("id", "Et kort navn.", "H1", needed=True),
            Field("navn", "Hva hendelsen heter.", "Personalmøte", needed=True),
            Field("slag", "Hva slags hendelse det er.", "personalmøte", choices(EventSort), True),
            DATES,
            DAYS,
            WEEKS,
            Field("tid", "Klokka fra–til.", "15.00–17.00", needed=True),
            Field("hvem", "Id-ene til dem som må komme, eller alle.", "alle", needed=True),
            Field("fadder", "Id-en til den som lærer opp, ved opplæring.", "A1"),
            Field("vakt", "Koden til vakta opplæringen følger.", "D"),
            Field(
                "teller mot vedtaket",
                "Trekkes timene av vedtaket? Står det ingenting, gjelder det som står i innstillinger.",
                "nei",
                YES_NO,
            ),
        ),
    ),
)
