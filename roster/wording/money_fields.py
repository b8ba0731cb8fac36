"""The Norwegian words of what a brief says of money: rates with dates, and what payroll calls each kind of pay."""

from roster.domain.kinds import Position, Tariff
from roster.domain.rates import PayKind
from roster.wording.brief_choices import choices
from roster.wording.fields import Field, Part

RATES, WAGE_TYPES = "satser", "lønnsarter"
LEFT_OUT = "ingen"
"""A kind of pay that is no part of the export."""

MONEY_PARTS: tuple[Part, ...] = (
    Part(
        RATES,
        "Satser",
        "Det en time koster, med datoer. Programmet vet ikke noen satser selv: Skriv dem fra avtalen deres.",
        (
            Field("fra", "Første dag satsene gjelder.", "2027-01-01", needed=True),
            Field("til", "Siste dag de gjelder. Står det ingenting, gjelder de til en ny rad begynner.", "2027-04-30"),
            Field(
                "tariffavtale",
                "Avtalen raden hører til. Står det ingenting, gjelder den alle.",
                "KS HTA",
                choices(Tariff),
            ),
            Field("gjelder", "Id-ene raden gjelder for, eller alle. En rad med id-er går foran en for alle.", "alle"),
            Field("timelønn", "Kroner per betalt time.", "215,40", needed=True),
            Field("kveld og natt", "Tillegg per time: kroner, eller prosent av timelønna. 0 når det ikke gis.", "60"),
            Field("lørdag og søndag", "Tillegg per time: kroner eller prosent. 0 når det ikke gis.", "57"),
            Field("helligdag", "Tillegg per time: kroner eller prosent. 0 når det ikke gis.", "133 1/3 %"),
            Field("merarbeid", "Tillegg per time ut over stillingen. Vanlig: 0.", "0"),
            Field("overtid 50", "Tillegg for overtid på dagtid på hverdager. Vanlig: 50 %.", "50 %"),
            Field("overtid 100", "Tillegg for overtid kl. 21–06, lørdag, søndag og helligdag. Vanlig: 100 %.", "100 %"),
            Field(
                "påslag",
                "Prosent av lønna som kommer på toppen: feriepenger, pensjon og arbeidsgiveravgift.",
                "32,5 %",
            ),
            Field("kveldstid", "Når tillegget for kveld og natt gis, når det ikke er det vanlige i avtalen.", "17–06"),
            Field("kilde", "Hvor satsene står.", "Avtalen pkt. 5.4"),
        ),
    ),
    Part(
        WAGE_TYPES,
        "Lønnsarter",
        "Hva lønnssystemet kaller hver slags lønn. Uten en rad heter den det samme som slaget.",
        (
            Field("slag", "Hva slags lønn det er.", "kveld og natt", tuple(PayKind), True),
            Field(
                "stilling",
                "Bare for denne slags stilling. Står det ingenting, gjelder det alle.",
                "tilkallingsvikar",
                tuple(Position),
            ),
            Field("lønnsart", f"Koden i lønnssystemet. «{LEFT_OUT}»: skal ikke med i lønnsfila.", "1250", needed=True),
            Field("navn", "Det lønnsarten heter.", "Kveldstillegg"),
        ),
    ),
)
