"""The Norwegian words of what a brief says once: the arrangement, the period and the settings."""

from roster.domain.kinds import Employer, Form, Lines, RedAs, Tariff
from roster.wording.brief_choices import YES_NO, choices
from roster.wording.fields import Field, Part
from roster.wording.leave_fields import SALDO

SETUP_PARTS: tuple[Part, ...] = (
    Part(
        "ordning",
        "",
        "BPA-ordningen: et dekknavn, og hvem som er arbeidsgiver.",
        (
            Field("alias", "Et dekknavn for ordningen. Ikke skriv fullt navn.", "Fjellrev", needed=True),
            Field("arbeidsgiver", "Hvem assistentene er ansatt hos.", "kommune", choices(Employer), True),
            Field("tariffavtale", "Tariffavtalen som binder arbeidsgiveren.", "KS HTA", choices(Tariff), True),
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
                choices(Form),
                True,
            ),
            Field(
                "linjer",
                "egne linjer: hver assistent har sin linje. rullerende: alle går samme linje etter tur.",
                "egne linjer",
                choices(Lines),
            ),
            Field("uka starter", "Ukedag og klokkeslett når arbeidsuka starter.", "mandag 00:00"),
            Field("døgnet starter", "Klokkeslett når arbeidsdøgnet starter.", "00:00"),
            Field(
                "røde dager",
                "Behovet på helligdager, 1. og 17. mai: som søndag, som ukedagen eller egne rader i behov.",
                "som søndag",
                choices(RedAs),
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
)
