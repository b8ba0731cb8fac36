"""What must hold for each person: employment, availability, agreements, wishes and what came before."""

from datetime import date

from roster.domain.kinds import Party, Position, Tariff, WishSort
from roster.reading import schema
from roster.reading.structure import Rows
from roster.wording.brief_choices import Absence

PARAGRAPHS = (
    "10-4 (2)", "10-5 (1)", "10-5 (2)", "10-5 (3)", "10-6 (5)", "10-6 (9)", "10-8 (3)", "10-8 (4)", "10-8 (7)", "10-10",
    "10-10 (4)", "10-11 (1)", "10-11 (4)", "10-11 (9)", "10-12 (4)", "10-12 (5)", "10-12 (7)",
)  # fmt: skip
"""Paragraphs of arbeidsmiljøloven on which an agreement may rest (D4)."""

_MUST_SAY = {
    "10-5 (1)": ("timer per dag", "snitt uker"),
    "10-5 (2)": ("timer per dag", "snitt uker"),
    "10-5 (3)": ("snitt uker",),
}


def check_people(rows: Rows) -> None:
    for one in rows.assistenter:
        _assistant(rows, one)
    for hours in rows.tilgjengelighet:
        _availability(rows, hours)
    check_agreements(rows)
    check_wishes(rows)
    _before(rows)


def check_wishes(rows: Rows) -> None:
    for wish in rows.wishes:
        _wish(rows, wish)


def check_agreements(rows: Rows) -> None:
    for agreement in rows.avtaler:
        _agreement(rows, agreement)


def _assistant(rows: Rows, one: schema.AssistantRow) -> None:
    if one.percent == 0 and one.position not in (Position.ON_CALL, Position.SUBSTITUTE):
        rows.fault(
            one.at("prosent"),
            f"{one.id} har 0 prosent i {_position(one)}.",
            "Skriv stillingsprosenten. Bare vikarer kan ha 0.",
        )
    if one.wants_up_to is not None and one.wants_up_to < one.percent:
        rows.fault(
            one.at("ønsker inntil"),
            f"{one.id} ønsker inntil mindre enn stillingen sin.",
            "Skriv en høyere prosent, eller ta bort «ønsker inntil».",
        )
    if one.employed_from and one.employed_to and one.employed_to < one.employed_from:
        rows.fault(
            one.at("ansatt til"), f"{one.id} slutter før ansettelsen starter.", "Rett «ansatt fra» eller «ansatt til»."
        )
    if one.full_time_week is not None and not 30 * 60 <= one.full_time_week <= 40 * 60:
        rows.fault(
            one.at("heltidsuke"),
            f"Heltidsuka til {one.id} er ikke mellom 30 og 40 timer.",
            "Skriv timene i full stilling, for eksempel 35,5.",
        )
    if one.full_time_week is None and rows.ordning is not None and rows.ordning.tariff == Tariff.OWN:
        rows.fault(
            one.place,
            f"Vi vet ikke heltidsuka til {one.id}.",
            "Skriv «heltidsuke» fra avtalen dere har, for eksempel 37,5.",
        )
    period = rows.periode
    if period is not None and one.born is not None:
        born = one.born if isinstance(one.born, date) else date(one.born, 12, 31)
        if not 13 <= period.start.year - born.year <= 100:
            rows.fault(one.at("født"), f"Alderen til {one.id} kan ikke stemme.", "Sjekk fødselsdatoen.")


def _position(one: schema.AssistantRow) -> str:
    return "fast stilling" if one.position == Position.PERMANENT else "midlertidig stilling"


def _availability(rows: Rows, row: schema.AvailabilityRow) -> None:
    if row.sort == Absence.VACATION and row.datoer is None:
        rows.fault(row.place, "Ferien mangler datoer.", "Skriv «datoer», for eksempel 2027-07-05–2027-07-25.")
    if row.sort == Absence.VACATION:
        for key in ("dager", "uker", "tid"):
            if row.gives(key if key != "tid" else "time"):
                rows.fault(
                    row.at(key), f"Ferie er hele dager, men raden har «{key}».", "Ta det bort, eller velg «kan ikke»."
                )
    if row.sort == Absence.PINNED and row.kind is None:
        rows.fault(row.place, "Den faste vakta mangler vaktkode.", "Skriv koden i «vakt».")
    if row.sort == Absence.ELSEWHERE:
        if row.where is None:
            rows.fault(
                row.place,
                "Det andre arbeidet sier ikke hvem arbeidsgiveren er.",
                "Skriv «samme arbeidsgiver» eller «annen arbeidsgiver» i «hvor».",
            )
        if row.time is None:
            rows.fault(row.place, "Det andre arbeidet mangler klokkeslett.", "Skriv «tid», for eksempel 08–16.")
    if row.sort != Absence.PINNED and row.kind is not None:
        rows.fault(row.at("vakt"), f"«{row.sort}» gjelder tider, ikke vakter.", "Skriv «tid», eller velg «fast vakt».")
    if row.sort != Absence.ELSEWHERE and row.where is not None:
        rows.fault(row.at("hvor"), "«hvor» hører bare til annet arbeid.", "Ta det bort.")


def _agreement(rows: Rows, row: schema.AgreementRow) -> None:
    if row.paragraph not in PARAGRAPHS:
        rows.fault(
            row.at("paragraf"),
            f"Vi kjenner ikke avtaler etter § {row.paragraph}.",
            f"Skriv en av disse: {', '.join(PARAGRAPHS)}.",
        )
    given = {"timer per dag": row.day_h, "snitt uker": row.averaging_weeks}
    for key in _MUST_SAY.get(row.paragraph, ()):
        if given[key] is None:
            rows.fault(
                row.place,
                f"Avtalen «{row.id}» sier ikke «{key}».",
                "Skriv tallet som står i avtalen. Vi bruker aldri lovens høyeste grense uten at den er avtalt.",
            )
    silent = row.daily_rest_h is None and row.weekly_rest_h is None and not row.below_floor
    if row.paragraph == "10-8 (3)" and silent:
        rows.fault(
            row.place,
            f"Avtalen «{row.id}» sier ikke hvor lang hvilen skal være.",
            "Skriv «daglig hvile» eller «ukentlig hvile», eller «hvile under grensen» for uforutsett arbeid.",
        )
    if not row.covers:
        rows.fault(row.at("gjelder"), f"Avtalen «{row.id}» gjelder ingen.", "Skriv id-er, eller alle.")
    if row.valid_from and row.valid_to and row.valid_to < row.valid_from:
        rows.fault(
            row.at("gyldig til"),
            f"Avtalen «{row.id}» slutter før den starter.",
            "Rett «gyldig fra» eller «gyldig til».",
        )
    if row.use_unsigned and row.signed is not None:
        rows.fault(
            row.at("bruk før signering"),
            f"Avtalen «{row.id}» er signert.",
            "Ta bort «bruk før signering», eller skriv «signert: tiltenkt».",
        )
    if row.party == Party.REPS and rows.ordning is not None and not rows.ordning.elected_reps:
        rows.fault(
            row.at("part"),
            f"Avtalen «{row.id}» er med tillitsvalgte, men ordningen har ingen.",
            "Rett «tillitsvalgte» i ordningen, eller parten i avtalen.",
        )


def _wish(rows: Rows, row: schema.WishRow) -> None:
    sort = row.sort
    if sort in (WishSort.THIS_SHIFT, WishSort.NOT_THIS_SHIFT) and row.kind is None:
        rows.fault(row.place, f"Ønsket «{sort}» sier ikke hvilken vakt.", "Skriv koden i «vakt».")
    if sort in (WishSort.MOST_NIGHTS_IN_A_ROW, WishSort.MOST_DAYS_IN_A_ROW):
        if row.number is None:
            rows.fault(row.place, f"Ønsket «{sort}» mangler et tall.", "Skriv «antall», for eksempel 3.")
    elif row.number is not None:
        rows.fault(row.at("antall"), f"Ønsket «{sort}» har ikke noe antall.", "Ta bort «antall».")
    if sort in (WishSort.TOGETHER, WishSort.APART):
        if row.other is None:
            rows.fault(row.place, f"Ønsket «{sort}» sier ikke hvem.", "Skriv id-en til kollegaen i «med».")
        elif row.other == row.who:
            rows.fault(row.at("med"), "Ønsket gjelder assistenten selv.", "Skriv id-en til en kollega i «med».")
    elif row.other is not None:
        rows.fault(row.at("med"), f"Ønsket «{sort}» gjelder ikke en kollega.", "Ta bort «med».")
    if sort == WishSort.DAY_OFF and not (row.gives("dager") or row.gives("datoer")):
        rows.fault(row.place, "Ønsket om fri sier ikke når.", "Skriv «dager» eller «datoer».")


def _before(rows: Rows) -> None:
    seen: set[str] = set()
    for row in rows.past:
        if row.kind is None and row.time is None:
            rows.fault(row.place, "Den tidligere vakta sier ikke når på dagen den var.", "Skriv «vakt» eller «tid».")
        if rows.periode is not None and row.day >= rows.periode.start:
            rows.fault(
                row.at("dato"),
                f"Vakta {row.day} er ikke før planen, som starter {rows.periode.start}.",
                "Rett datoen. En vakt i planen skrives som «fast vakt» i tilgjengelighet.",
            )
    for balance in rows.saldoer:
        if balance.who in seen:
            rows.fault(balance.at("hvem"), f"{balance.who} har to rader med saldoer.", "Behold én rad.")
        seen.add(balance.who)
        if (balance.sundays_worked is None) != (balance.sundays_of is None):
            rows.fault(
                balance.place,
                f"Søndagene til {balance.who} er bare halvt oppgitt.",
                "Skriv både «søndager arbeidet» og «søndager av».",
            )
        elif balance.sundays_worked is not None and balance.sundays_worked > (balance.sundays_of or 0):
            rows.fault(
                balance.at("søndager arbeidet"),
                f"{balance.who} har arbeidet flere søndager enn det er talt av.",
                "«søndager av» er alle søndagene i tiden, også de som var fri.",
            )
        if (balance.averaging_minutes is None) != (balance.averaging_weeks is None):
            rows.fault(
                balance.place,
                f"Snittperioden til {balance.who} er bare halvt oppgitt.",
                "Skriv både timer og uker i snittperioden.",
            )
