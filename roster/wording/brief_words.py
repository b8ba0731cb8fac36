"""The Norwegian words of a brief: its parts and sheets, their fields and headings, and the words one may choose among.

Reading, the starter files and the help sheet all use this table, so that they name things alike.
"""

from collections.abc import Mapping
from enum import StrEnum

from roster.domain.kinds import (
    Covers,
    Elsewhere,
    Employer,
    EventSort,
    Form,
    Lines,
    Party,
    Position,
    Purpose,
    RedAs,
    Sort,
    Tariff,
    WhenShort,
    WishSort,
    Worth,
)
from roster.wording.fields import Field, Part
from roster.wording.leave_fields import LEAVE, SALDO
from roster.wording.money_fields import money_parts

EMPLOYERS = {
    "kommune": Employer.KOMMUNE,
    "privat": Employer.PRIVAT,
    "privatperson": Employer.PRIVATPERSON,
    "eget foretak": Employer.EGET_FORETAK,
}
TARIFFS = {
    "ingen": Tariff.NONE,
    "KS HTA": Tariff.KS_HTA,
    "Virke BPA": Tariff.VIRKE_BPA,
    "NHO BPA": Tariff.NHO_BPA,
    "Uloba": Tariff.ULOBA,
    "Oslo": Tariff.OSLO,
    "egen avtale": Tariff.OWN,
}
PARTIES = {
    "den ansatte": Party.INDIVIDUAL,
    "tillitsvalgte": Party.REPS,
    "fagforening": Party.UNION,
    "Arbeidstilsynet": Party.AUTHORITY,
}
LINES = {"egne linjer": Lines.OWN, "rullerende": Lines.COMMON}


class Absence(StrEnum):
    """What a row of «tilgjengelighet» says about the assistant."""

    CAN = "kan"
    CANNOT = "kan ikke"
    VACATION = "ferie"
    PINNED = "fast vakt"
    ELSEWHERE = "annet arbeid"


class ChangeSort(StrEnum):
    """What an exception does with the ordinary need."""

    AWAY = "borte"
    INSTEAD = "i stedet"
    ADDED = "i tillegg"


def words_of(kinds: type[StrEnum]) -> dict[str, StrEnum]:
    """The words a user may choose among, with what each means."""
    own: Mapping[type[StrEnum], Mapping[str, StrEnum]] = {
        Employer: EMPLOYERS,
        Tariff: TARIFFS,
        Party: PARTIES,
        Lines: LINES,
    }
    return dict(own[kinds]) if kinds in own else {kind.value: kind for kind in kinds}


YES_NO = ("ja", "nei")


def _choices(kinds: type[StrEnum]) -> tuple[str, ...]:
    return tuple(words_of(kinds))


SETUP = "Oppsett"
HELP = "Hjelp"
SETUP_HEADINGS = ("Del", "Felt", "Verdi", "Forklaring")
"""The sheet for what is said once: which part, which field, its value; the explanation is for people."""

_DAYS = Field("dager", "Ukedager. Står det ingenting, gjelder det alle dager.", "man–fre")
_WEEKS = Field(
    "uker", "alle, oddetall, partall eller uketall. I grunnturnus er uke 1 den første uka i turnusen.", "alle"
)
_DATES = Field(
    "datoer",
    "En dato, eller fra og med–til og med. Står det ingenting, gjelder det hele tiden.",
    "2027-06-21–2027-08-15",
)
_TIME = Field("tid", "Klokka fra–til. Slutter vakta dagen etter, skriver du bare klokkeslettet.", "07.30–15.00")
_SKILLED = Field("kompetanse", "Hvor mange av dem på vakta som må ha en kompetanse.", "1 førerkort")

PARTS: tuple[Part, ...] = (
    Part(
        "ordning",
        "",
        "BPA-ordningen: et dekknavn, og hvem som er arbeidsgiver.",
        (
            Field("alias", "Et dekknavn for ordningen. Ikke skriv fullt navn.", "Fjellrev", needed=True),
            Field("arbeidsgiver", "Hvem assistentene er ansatt hos.", "kommune", _choices(Employer), True),
            Field("tariffavtale", "Tariffavtalen som binder arbeidsgiveren.", "KS HTA", _choices(Tariff), True),
            Field("tillitsvalgte", "Har assistentene valgte tillitsvalgte?", "ja", YES_NO, True),
        ),
        True,
    ),
    Part(
        "periode",
        "",
        "Tiden turnusen gjelder for.",
        (
            Field("start", "Første dag. Den må være dagen uka starter på.", "2027-01-04", needed=True),
            Field("uker", "Hvor mange uker turnusen har, 1 til 52. Skriv enten dette eller slutt.", "12"),
            Field("slutt", "Siste dag.", "2027-03-28"),
            Field(
                "form",
                "grunnturnus gjentar seg etter ukene. kalenderplan har datoer.",
                "grunnturnus",
                _choices(Form),
                True,
            ),
            Field(
                "linjer",
                "egne linjer: hver assistent har sin linje. rullerende: alle går samme linje etter tur.",
                "egne linjer",
                _choices(Lines),
            ),
            Field("uka starter", "Ukedag og klokkeslett når arbeidsuka starter.", "mandag 00:00"),
            Field("døgnet starter", "Klokkeslett når arbeidsdøgnet starter.", "00:00"),
            Field(
                "røde dager",
                "Behovet på helligdager, 1. og 17. mai: som søndag, som ukedagen eller egne rader i behov.",
                "som søndag",
                _choices(RedAs),
                True,
            ),
            Field("utrulling uker", "Hvor mange uker grunnturnusen rulles ut til datoer.", "26"),
            Field(
                "drøftet",
                "Dagen planen ble drøftet med tillitsvalgte, eller med assistentene når det ikke er noen.",
                "2026-12-10",
            ),
        ),
        True,
    ),
    Part(
        "innstillinger",
        "",
        "Valg som loven eller avtalen lar stå åpne. Alle har en vanlig verdi.",
        (
            Field("delt dagsverk per uke", "Hvor mange dager i uka en assistent kan ha to vakter samme dag.", "0"),
            Field("betalte minutter per hvilende time", "Hvor mange minutter en hvilende time betales som.", "60"),
            Field(
                "vedtaksminutter per hvilende time", "Hvor mange minutter en hvilende time trekkes av vedtaket.", "60"
            ),
            Field("kvelden før 1. og 17. mai fra", "Når helgedagen begynner kvelden før 1. og 17. mai.", "22:00"),
            Field(
                "beredskapstimer per arbeidstime",
                "Hvor mange timer beredskap hjemme som gir én time arbeidstid. Flere enn 7 krever avtale.",
                "7",
            ),
            Field("vedtaksår er 52 uker", "ja: vedtaksåret er 52 uker. nei: dagene i året delt på 7.", "nei", YES_NO),
            Field(
                "strengere lesninger",
                "ja: timene i døgnet regnes også fra hver gang arbeidet begynner, ikke bare fra når døgnet starter.",
                "nei",
                YES_NO,
            ),
            Field(
                "ukeskiller",
                "Når det er bestemt at arbeidsuka starter, og fra hvilken dag. Skill flere med komma.",
                "mandag 00:00 fra 2027-01-04",
            ),
            Field("møter på vedtaket", "ja: personalmøter og rapport trekkes av vedtaket.", "nei", YES_NO),
            Field("opplæring på vedtaket", "ja: opplæringsvakter trekkes av vedtaket.", "nei", YES_NO),
            Field(
                "overlapp på vedtaket",
                "ja: når to vakter overlapper høyst en time, trekkes overlappen for begge. nei: bare for den ene.",
                "ja",
                YES_NO,
            ),
            Field("reise på vedtaket", "ja: reisevakter trekkes av vedtaket.", "ja", YES_NO),
            Field(
                "sykefravær på vedtaket",
                "ja: timene til den som er syk, trekkes av vedtaket, også når en vikar gjør arbeidet.",
                "nei",
                YES_NO,
            ),
            Field(
                "avlyste vakter på vedtaket",
                "ja: vakter som er betalt, men ikke brukt, trekkes av vedtaket.",
                "ja",
                YES_NO,
            ),
            Field(
                "fordel timene etter behovet",
                "ja: det som er igjen av året, fordeles på dagene slik behovet er. nei: likt på alle dager.",
                "nei",
                YES_NO,
            ),
            Field(
                "kalendertekst",
                "Det vaktene heter i kalenderne, med <kode>, <navn> eller <tid> fra vakta. Andre kan se teksten.",
                "Vakt <kode>",
            ),
            Field(
                "helgedagsfri",
                "F3. ja: rød dag fri med lønn etter arbeid på den forrige. Tomt: som tariffavtalen.",
                "ja",
                YES_NO,
            ),
            Field(
                "godtgjøringsfri", "F4. ja: tillegget for røde dager tas ut som fri i stedet for penger.", "nei", YES_NO
            ),
            Field(
                "erstatningsfridag",
                "F5. ja: når F1 faller på en rød dag som ikke er søndag, får assistenten en ny fridag.",
                "ja",
                YES_NO,
            ),
            *SALDO,
        ),
    ),
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
            Field("dekker", "Hva linja kan brukes til utenom vanlig hjelp om dagen.", "våken natt", _choices(Covers)),
            Field(
                "gjelder",
                "Hva timene er innvilget til. alt: vanlig hjelp. ekstra: kommer på toppen for en tid.",
                "avlastning",
                _choices(Purpose),
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
            Field("slag", "Hva slags vakt det er.", "dag", _choices(Sort), True),
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
            _DAYS,
            _WEEKS,
            Field("antall", "Hvor mange som må være på vakta.", "1", needed=True),
            Field("inntil", "Hvor mange det gjerne kan være.", "2"),
            _SKILLED,
            _DATES,
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
            Field("datoer", _DATES.help, _DATES.example, needed=True),
            Field(
                "gjelder",
                "borte: ingen hjelp trengs. i stedet: antallet erstatter det vanlige. i tillegg: det kommer på toppen.",
                "i stedet",
                _choices(ChangeSort),
                True,
            ),
            Field("vakt", "Koden til vakta. Står det ingenting, gjelder det alle vakter (bare ved «borte»).", "D"),
            _DAYS,
            _WEEKS,
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
            Field("slag", "Hva slags hendelse det er.", "personalmøte", _choices(EventSort), True),
            _DATES,
            _DAYS,
            _WEEKS,
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
    Part(
        "assistenter",
        "Assistenter",
        "De som arbeider her. Skriv dekknavn, ikke fulle navn.",
        (
            Field("id", "Kort og unik.", "A1", needed=True),
            Field("alias", "Dekknavn som står på turnusen.", "Bjørk", needed=True),
            Field("stilling", "Hva slags ansettelse det er.", "fast", _choices(Position), True),
            Field("prosent", "Stillingsprosent. En tilkallingsvikar uten fast stilling har 0.", "71,5 %", needed=True),
            Field("heltidsuke", "Timer i uka i full stilling.", "35,5"),
            Field("ønsker inntil", "Prosent assistenten gjerne vil opp i.", "80 %"),
            Field("midlertidig fordi", "Grunnlaget når ansettelsen er midlertidig.", "Vikar for Gran"),
            Field("ansatt fra", "Første arbeidsdag.", "2025-08-01"),
            Field("ansatt til", "Siste arbeidsdag.", "2027-06-30"),
            Field("kan gå vakt fra", "Dagen politiattesten er vist, eller opplæringen er ferdig.", "2025-08-15"),
            Field("født", "Fødselsdato, eller bare året.", "1990"),
            Field(
                "kompetanse",
                "Skill med komma. Skriv «til» og dato når den går ut.",
                "førerkort, medisinkurs til 2027-09-01",
            ),
            Field("helgerytme", "Hvor ofte assistenten arbeider helg, og den første helga.", "hver 3. helg, uke 2"),
            Field("høyst netter", "Så mange netter assistenten går med på.", "2 per 4 uker"),
            Field("høyst helger", "Så mange helger assistenten går med på.", "2 per 4 uker"),
            Field("høyst timer", "Så mange timer assistenten går med på.", "40 per uke"),
            Field("alene etter", "Antall opplæringsvakter før assistenten kan være alene.", "3"),
        ),
        True,
    ),
    Part(
        "tilgjengelighet",
        "Tilgjengelighet",
        "Når assistentene kan og ikke kan arbeide, ferie, faste vakter og arbeid andre steder.",
        (
            Field("hvem", "Id-en til assistenten.", "A1", needed=True),
            Field(
                "gjelder",
                "kan: bare da. kan ikke: aldri da. ferie, fast vakt eller annet arbeid.",
                "kan ikke",
                _choices(Absence),
                True,
            ),
            _DAYS,
            _WEEKS,
            _DATES,
            Field("tid", "Klokka fra–til. Står det ingenting, gjelder det hele døgnet.", "16.00–21.00"),
            Field("vakt", "Koden til vakta, når det gjelder en fast vakt.", "D"),
            Field(
                "hvor",
                "Ved annet arbeid: hos samme arbeidsgiver eller en annen.",
                "annen arbeidsgiver",
                _choices(Elsewhere),
            ),
        ),
    ),
    LEAVE,
    Part(
        "avtaler",
        "Avtaler",
        "Avtaler som gir andre grenser enn lovens hovedregel.",
        (
            Field("id", "Et kort navn.", "AV1", needed=True),
            Field("paragraf", "Paragrafen i arbeidsmiljøloven avtalen bygger på.", "10-5 (2)", needed=True),
            Field("part", "Hvem avtalen er inngått med.", "tillitsvalgte", _choices(Party), True),
            Field("gjelder", "Id-ene avtalen gjelder for, eller alle.", "alle"),
            Field("timer per dag", "Flest timer arbeid i døgnet.", "10"),
            Field("timer per uke", "Flest timer i uka i snitt.", "48"),
            Field("timer i enkeltuke", "Flest timer i en enkelt uke.", "54"),
            Field("daglig hvile", "Færrest timer fri mellom vakter.", "9"),
            Field("ukentlig hvile", "Færrest timer sammenhengende fri i uka.", "28"),
            Field("hvile under grensen", "Kan uforutsett arbeid gi hvile under 8 timer i døgnet?", "nei", YES_NO),
            Field("annet vern", "Gir avtalen et annet vern når hvilen ikke kan gis igjen?", "nei", YES_NO),
            Field("overtid per uke", "Flest timer overtid på 7 dager.", "15"),
            Field("overtid per 4 uker", "Flest timer overtid på 4 uker.", "40"),
            Field("overtid per år", "Flest timer overtid på 52 uker.", "300"),
            Field("overtid per 26 uker", "Flest timer overtid på 26 uker, med samtykke fra Arbeidstilsynet.", "200"),
            Field("samlet per dag", "Flest timer i døgnet, overtid og hvilende tid medregnet.", "16"),
            Field("natt fra", "Når natten begynner.", "22:00"),
            Field("natt til", "Når natten slutter.", "06:00"),
            Field("timer per natt", "Flest timer i døgnet for den som arbeider natt.", "10"),
            Field("flertallet er bundet", "Arbeidsgiverens erklæring etter § 10-12 (5).", "ja", YES_NO),
            Field("snitt uker", "Hvor mange uker arbeidstiden regnes i snitt over.", "12"),
            Field("signert", "Dagen avtalen ble signert, eller tiltenkt.", "2026-12-01", needed=True),
            Field("bruk før signering", "ja: planen kan bygge på avtalen før den er signert.", "nei", YES_NO),
            Field("gyldig fra", "Første dag avtalen gjelder.", "2027-01-01"),
            Field("gyldig til", "Siste dag avtalen gjelder.", "2027-12-31"),
            Field("oppsigelse", "Fristen for å si opp avtalen.", "1 måned"),
            Field("kompenserende hvile", "Er kompenserende hvile sikret?", "ja", YES_NO),
            Field("dokument", "Hvor avtalen ligger.", "avtale-2026-12.pdf"),
        ),
    ),
    Part(
        "ønsker",
        "Ønsker",
        "Det assistentene ønsker seg. Et krav må oppfylles.",
        (
            Field("hvem", "Id-en til assistenten.", "A1", needed=True),
            Field("ønske", "Hva det gjelder.", "helgefri", _choices(WishSort), True),
            Field("vekt", "krav, viktig ønske eller ønske.", "ønske", _choices(Worth), True),
            Field("vakt", "Koden til vakta.", "D"),
            _DAYS,
            _WEEKS,
            _DATES,
            Field("antall", "Tallet, når ønsket er «høyst … på rad».", "3"),
            Field("med", "Id-en til kollegaen, når ønsket er om å arbeide sammen eller ikke.", "A2"),
        ),
    ),
    Part(
        "tidligere vakter",
        "Tidligere vakter",
        "Vaktene de siste fire ukene før planen.",
        (
            Field("hvem", "Id-en til assistenten.", "A1", needed=True),
            Field("dato", "Dagen vakta startet.", "2027-01-03", needed=True),
            Field("vakt", "Koden til vakta.", "N"),
            Field("tid", "Klokka fra–til, når vakta ikke hadde en kode eller ble en annen.", "22.30–07.30"),
        ),
    ),
    Part(
        "saldoer",
        "Saldoer",
        "Det assistentene har med seg fra før planen.",
        (
            Field("hvem", "Id-en til assistenten.", "A1", needed=True),
            Field("timer i snittperioden", "Timer arbeidet så langt i snittperioden.", "142"),
            Field("uker i snittperioden", "Uker som har gått av snittperioden.", "4"),
            Field("søndager arbeidet", "Søndager og røde dager arbeidet så langt.", "5"),
            Field("søndager av", "Hvor mange søndager og røde dager det er talt av.", "13"),
            Field("søndager på rad", "Søndager arbeidet på rad rett før planen.", "1"),
            Field("netter", "Netter arbeidet det siste året.", "20"),
            Field("kvelder", "Kvelder arbeidet det siste året.", "30"),
            Field("helger", "Helger arbeidet det siste året.", "12"),
            Field("røde dager", "Røde dager arbeidet det siste året.", "4"),
            Field("overtid 4 uker", "Timer overtid de siste 4 ukene.", "3"),
            Field("overtid 52 uker", "Timer overtid de siste 52 ukene.", "40"),
            Field("saldo", "Timer til gode (pluss) eller skyldig (minus).", "-2,5"),
        ),
    ),
    *money_parts(_choices(Tariff)),
)

WHEN_SHORT = Field(
    "når timene ikke rekker",
    "stopp: vi forklarer hvorfor. åpne vakter: noen vakter står ledige. overskrid og varsle: bruk flere timer.",
    "stopp",
    _choices(WhenShort),
)
"""Stands beside the lines of the vedtak in YAML, and under ``vedtak`` on the sheet ``SETUP``."""

VEDTAK_LINES = "linjer"


def part(key: str) -> Part:
    return next(one for one in PARTS if one.key == key)
