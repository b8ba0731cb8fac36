"""Positions and vacation: aml §§ 14-3, 14-4 a and 14-9, and ferieloven."""

from roster.domain.finding import Source
from roster.rules import numbers
from roster.rules.numbers import READ, VACATION_URL, aml
from roster.wording.rule_texts.text import Assumed, RuleText, Shown

TEXTS = (
    RuleText(
        "position-extra",
        "Fortrinn for deltid",
        aml("14-3"),
        "om ekstra vakter går til dem som har deltid og ønsker mer, før vikarer får dem.",
        "Den som har deltid, har fortrinn til en større stilling og til ekstra vakter når hun er kvalifisert og det "
        "ikke er til vesentlig ulempe. Det gjelder før noen nye blir ansatt eller leid inn.",
        "Hele stillinger er hovedregelen. Den som vil ha mer arbeid, skal få det først.",
        "Kari har 50 prosent stilling og ønsker 70. Hun får den ledige kveldsvakta kl. 15.00–22.00 før "
        "tilkallingsvikaren.",
        "Tilkallingsvikaren får kveldsvakta kl. 15.00–22.00 hver uke, mens Kari ønsker mer og kunne gått den.",
        (
            "Det er ikke brudd når Kari ikke kan ta vakta, for eksempel fordi hvilen da blir for kort, eller når hun "
            "har sagt nei.",
        ),
        (
            Assumed(
                "D29",
                "Ekstra arbeid går først til dem som «ønsker inntil» mer, så til midlertidige, vikarer og "
                "tilkallingsvikarer.",
            ),
            Assumed("D29", "Rekker ikke behovet til alle stillingene, blir det sagt før planen blir laget."),
        ),
        (),
        "Gi vakta til en som har deltid og ønsker mer.",
    ),
    RuleText(
        "position-actual",
        "Stilling etter faktisk tid",
        aml("14-4 a"),
        "merarbeid ut over stillingen de siste {POSITION_ACTUAL_MONTHS} månedene.",
        "Den som har deltid og har arbeidet jevnlig mer enn avtalt de siste {POSITION_ACTUAL_MONTHS} månedene, kan "
        "kreve en stilling som svarer til den faktiske arbeidstida.",
        "En liten stilling med faste ekstravakter er egentlig en større stilling.",
        "Kari har 50 prosent stilling og gikk noen få vakter kl. 15.00–22.00 da en kollega var syk.",
        "Kari har 50 prosent stilling, men har gått en vakt til kl. 15.00–22.00 nesten hver uke i "
        "{POSITION_ACTUAL_MONTHS} måneder. Da kan hun kreve en større stilling.",
        (
            "Arbeidsgiveren kan vise at det ikke lenger er behov for det ekstra arbeidet.",
            "En midlertidig økning som er avtalt på forhånd, teller ikke.",
            "Er dere uenige, kan saken tas til Tvisteløsningsnemnda.",
        ),
        (Assumed("D21", "Vi vet bare om timene som står i grunnlaget og i planen."),),
        (Shown("de siste {} månedene", numbers.POSITION_ACTUAL_MONTHS),),
        "Tilby en større stilling, eller fordel ekstra vakter på flere.",
    ),
    RuleText(
        "position-temporary",
        "Midlertidig ansettelse",
        aml("14-9"),
        "hvor lenge og hvorfor noen er midlertidig ansatt.",
        "Fast ansettelse er hovedregelen, og stillingen skal ha en reell størrelse. Midlertidig ansettelse krever en "
        "grunn, for eksempel at noen vikarierer for en annen. Etter mer enn {POSITION_TEMPORARY_YEARS:words} år på "
        "rad er den fast.",
        "Faste folk gir trygghet, både for den som arbeider og for den som får hjelp.",
        "Kari er vikar for Ola mens han har permisjon fra 4. januar til 30. juni, og går vaktene hans kl. 15.00–22.00.",
        "Kari har vært midlertidig ansatt i fire år på rad, og går vakter kl. 15.00–22.00 hver uke.",
        (
            "Skriv i kontrakten hvem hun vikarierer for, eller hvilken annen grunn loven gir (aml § 14-9).",
            "Gi fast stilling.",
        ),
        (Assumed("D21", "Vi vet bare om ansettelsen det som står i grunnlaget."),),
        (Shown("høyst {} år på rad", numbers.POSITION_TEMPORARY_YEARS, spec="words"),),
        "Gi fast stilling, eller skriv hvorfor den er midlertidig.",
    ),
    RuleText(
        "vacation",
        "Ferie",
        Source("ferieloven §§ 5 og 6", VACATION_URL, READ),
        "arbeid i ferien.",
        "Den som har ferie, har ingen vakter de dagene. Alle har rett til {VACATION_DAYS} virkedager, der "
        "{VACATION_MAIN_DAYS} på rad kan kreves fra 1. juni til 30. september.",
        "Ferien skal være sammenhengende fri, uten vakter som stykker den opp.",
        "Kari har ferie 5.–25. juli. Hun går kveldsvakt 4. juli til kl. 22.00, og begynner igjen 26. juli kl. 07.00.",
        "Kari har ferie fra 5. juli, og har nattevakt kl. 22.00–07.00 natta til 5. juli.",
        ("Ferien kan flyttes når begge er enige. Endre datoene i grunnlaget.",),
        (
            Assumed("D24", "En feriedag er fra kl. 00 til kl. 24, og all overlapp teller."),
            Assumed("D25", "En grunnturnus har ikke datoer, så ferien prøves først når den er rullet ut."),
            Assumed("D33", "Ferie blir trukket fra det stillingen skal fylle."),
        ),
        (
            Shown("{} virkedager", numbers.VACATION_DAYS),
            Shown("{} virkedager fra 1. juni til 30. september", numbers.VACATION_MAIN_DAYS),
        ),
        "Gi vakta til en annen.",
    ),
)
