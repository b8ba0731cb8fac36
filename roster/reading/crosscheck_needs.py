"""What must hold for needs, exceptions and events: counts that agree, weeks that exist, all that each kind asks for."""

from roster.domain.days import WeekRule
from roster.domain.kinds import EventSort, Form, RedAs
from roster.reading.crosscheck_period import weeks_of
from roster.reading.structure import Rows
from roster.wording.brief_choices import ChangeSort


def check_needs(rows: Rows) -> None:
    _needs(rows)
    _week_numbers(rows)
    _changes(rows)
    _events(rows)


def _needs(rows: Rows) -> None:
    period = rows.periode
    for need in rows.behov:
        most = need.count if need.up_to is None else need.up_to
        if need.up_to is not None and need.up_to < need.count:
            rows.fault(
                need.at("inntil"),
                f"«inntil» er {need.up_to}, men antallet er {need.count}.",
                "Skriv et tall som er minst like høyt som antallet.",
            )
        if sum(1 for skill in need.skills if skill.count > max(most, need.count)):
            rows.fault(
                need.at("kompetanse"),
                "Flere må ha kompetansen enn det er plass til på vakta.",
                "Skriv et lavere tall, eller øk antallet.",
            )
        if need.red and period is not None and period.red_days != RedAs.OWN:
            rows.fault(
                need.at("røde dager"),
                "Raden gjelder røde dager, men perioden sier at de får behovet sitt på en annen måte.",
                "Skriv «røde dager: egne» i perioden, eller ta bort raden.",
            )
    known = rows.behov and "behov" not in rows.partly
    if period is not None and period.red_days == RedAs.OWN and known and not any(need.red for need in rows.behov):
        rows.fault(
            period.at("røde dager"),
            "Røde dager skal ha egne rader i behovet, men ingen rad sier det.",
            "Skriv rader i behov med «røde dager: ja», eller velg «som søndag».",
        )


def _week_numbers(rows: Rows) -> None:
    period, weeks = rows.periode, weeks_of(rows)
    if period is None or weeks is None or period.form != Form.CYCLE:
        return
    for row in (*rows.behov, *rows.hendelser, *rows.tilgjengelighet, *rows.wishes):
        rule, named = row.uker
        if row.datoer is not None:
            continue
        if named and max(named) > weeks:
            rows.fault(
                row.at("uker"),
                f"Uke {max(named)} finnes ikke i en grunnturnus på {weeks} uker.",
                f"Skriv uker fra 1 til {weeks}.",
            )
        if rule in (WeekRule.ODD, WeekRule.EVEN) and weeks % 2:
            rows.fault(
                row.at("uker"),
                f"Annenhver uke går ikke opp i en grunnturnus på {weeks} uker.",
                f"Velg {weeks + 1} uker, eller skriv ukene med tall.",
            )


def _changes(rows: Rows) -> None:
    for change in rows.unntak:
        if change.sort == ChangeSort.AWAY:
            if change.count:
                rows.fault(
                    change.at("antall"),
                    "«borte» betyr at ingen trengs, men antallet er ikke 0.",
                    "Ta bort antallet, eller velg «i stedet».",
                )
            continue
        for key, value in (("vakt", change.kind), ("antall", change.count)):
            if value is None:
                rows.fault(change.place, f"Unntaket «{change.sort}» mangler «{key}».", "Skriv både vakt og antall.")
        if change.up_to is not None and change.up_to < (change.count or 0):
            rows.fault(
                change.at("inntil"),
                f"«inntil» er {change.up_to}, men antallet er {change.count}.",
                "Skriv et tall som er minst like høyt som antallet.",
            )


def _events(rows: Rows) -> None:
    for event in rows.hendelser:
        if not (event.gives("dager") or event.gives("datoer")):
            rows.fault(event.place, f"Vi vet ikke når «{event.name}» er.", "Skriv datoer, eller dager og uker.")
        if not event.who:
            rows.fault(event.at("hvem"), f"Ingen skal komme til «{event.name}».", "Skriv id-er, eller alle.")
        if event.sort == EventSort.TRAINING and event.mentor is None:
            rows.fault(
                event.place,
                f"Opplæringen «{event.name}» mangler en fadder.",
                "Skriv id-en til den som lærer opp, i «fadder».",
            )
        if event.mentor is not None and event.mentor in event.who:
            rows.fault(event.at("fadder"), "Fadderen kan ikke lære opp seg selv.", "Ta fadderen bort fra «hvem».")
