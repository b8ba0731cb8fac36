"""What a plan was made from, in rows that a person can read; nothing of people but id, name and position."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from roster.domain.brief import Agreement
from roster.domain.days import DateSpan, WeekRule, When
from roster.domain.help_needed import Need
from roster.domain.kinds import Employer, Party, Tariff
from roster.domain.plan import Plan
from roster.domain.settings import Charging
from roster.rules.red_days_off import off_codes
from roster.wording.brief_choices import EMPLOYERS, PARTIES, TARIFFS
from roster.wording.legend import period_title
from roster.wording.numbers import WEEKDAYS, from_to, listed, long_date, percent, short_date
from roster.wording.plan_words import clock, hours, weekdays

TITLE = "Hva turnusen er laget av"
NOT_DISCUSSED = (
    "gjenstår: drøft turnusen minst to uker før den tas i bruk (aml § 10-3), og skriv datoen i «drøftet» i grunnlaget"
)


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def sections(plan: Plan, fingerprint: str) -> Iterable[Section]:
    """The parts of the brief that reps ask for, in their order."""
    brief = plan.brief
    yield Section("Ordningen og planen", (), tuple(_about(plan, fingerprint)))
    yield Section(
        "Assistenter",
        ("Person-id", "Navn", "Stilling", "Stillingsprosent", "Heltid t/uke", "Avtalt t/uke", "Ønsker inntil"),
        tuple(
            (
                one.id,
                one.alias,
                one.position.value,
                percent(one.percent),
                hours(one.full_time_week),
                hours(one.contract_week),
                "" if one.wants_up_to is None else percent(one.wants_up_to),
            )
            for one in brief.assistants
        ),
    )
    yield Section("Behov", ("Vakt", "Dager", "Uker", "Datoer", "Antall", "Inntil"), tuple(map(_need, brief.needs)))
    if brief.changes:
        yield Section(
            "Unntak fra behovet",
            ("Vakt", "Dager", "Uker", "Datoer", "Antall", "Slag"),
            tuple(
                (one.kind or "alle vakter", *when(one.when), str(one.count), "i tillegg" if one.added else "i stedet")
                for one in brief.changes
            ),
        )
    yield Section(
        "Avtaler",
        ("Avtale", "Paragraf", "Med", "Gjelder for", "Gir", "Skrevet under", "Gjelder"),
        tuple(map(_agreement, brief.agreements)) or (("ingen", "", "", "", "", "", ""),),
    )


def _about(plan: Plan, fingerprint: str) -> Iterable[tuple[str, str]]:
    brief = plan.brief
    arrangement, period = brief.arrangement, brief.period
    yield "BPA-ordning", arrangement.alias
    yield "Arbeidsgiver", word(EMPLOYERS, arrangement.employer)
    yield "Tariffavtale", word(TARIFFS, arrangement.tariff)
    yield "Valgte tillitsvalgte", "ja" if arrangement.elected_reps else "nei, drøftes med assistentene"
    yield "Plan", period_title(plan.roster.frame)
    if plan.rollout is not None:
        yield "Rullet ut til datoer", f"{plan.rollout.frame.weeks} uker fra {long_date(period.start)}"
    yield "Uka begynner", f"{WEEKDAYS[period.start.weekday()]} kl. {clock(period.week_cut)}"
    yield "Døgnet begynner", f"kl. {clock(period.day_cut)}"
    yield "Behov på røde dager", period.red_days.value
    norms = sorted({one.full_time_week for one in brief.assistants})
    codes = sorted(one.value for one in off_codes(brief))
    yield "Fri med lønn for røde dager", listed(codes) if codes else "ingen, så langt avtalen er kjent"
    yield "Timer i full stilling", f"{listed([hours(one) for one in norms])} per uke, fra grunnlaget"
    yield "Drøftet", NOT_DISCUSSED if brief.discussed is None else long_date(brief.discussed)
    if brief.settings.stricter_readings:
        yield "Strengere lesninger", "ja, timene i døgnet regnes også fra hver gang arbeidet begynner"
    for cut in brief.settings.cuts:
        yield f"Uka begynner fra {short_date(cut.since)}", f"{WEEKDAYS[cut.weekday]} kl. {clock(cut.minute)}"
    yield "Når vedtaket ikke rekker", brief.vedtak.when_short.value
    yield "Hvilende time, betalt", f"{brief.settings.resting_paid} minutter"
    yield "Hvilende time, av vedtaket", f"{brief.settings.resting_granted} minutter"
    if nothing := _not_charged(brief.settings.charging):
        yield "Trekkes ikke av vedtaket", listed(nothing)
    if brief.settings.spread_by_need:
        yield "Timene i vedtaksåret", "fordeles på dagene etter behovet"
    for season in brief.seasons:
        yield f"Vedtaket {_span(season.dates)}", f"{season.percent} prosent av det vanlige ({season.name})"
    yield "Fingeravtrykk", " ".join(fingerprint[start : start + 4] for start in range(0, len(fingerprint), 4))


def word(words: dict[str, Employer] | dict[str, Tariff] | dict[str, Party], meant: object) -> str:
    return next(word for word, value in words.items() if value is meant)


def _need(need: Need) -> tuple[str, ...]:
    most = "" if need.up_to is None else str(need.up_to)
    return (need.kind, *when(need.when), str(need.count), most)


def when(pattern: When) -> tuple[str, str, str]:
    """Days, weeks and dates of a pattern, each in words."""
    days = "røde dager" if pattern.red else weekdays(pattern.weekdays)
    weeks = {
        WeekRule.ALL: "alle",
        WeekRule.ODD: "oddetall",
        WeekRule.EVEN: "partall",
        WeekRule.NAMED: listed([str(one) for one in sorted(pattern.named)]),
    }[pattern.weeks]
    dates = [] if pattern.dates is None else [_span(pattern.dates)]
    if pattern.among is not None:
        dates.append(f"bare {listed([_span(one) for one in pattern.among]) or 'dager som ikke er i kalenderen'}")
    if pattern.outside:
        dates.append(f"ikke {listed([_span(one) for one in pattern.outside])}")
    return days, weeks, ", ".join(dates)


def _span(dates: DateSpan) -> str:
    return from_to(dates.first, dates.last)


def _not_charged(charging: Charging) -> list[str]:
    """What draws nothing from the vedtak."""
    said = {
        "møter": charging.meetings,
        "opplæring": charging.training,
        "overlapp for begge": charging.overlap,
        "reise": charging.travel,
        "den som er syk": charging.sick,
        "avlyste vakter": charging.cancelled,
    }
    return [name for name, charged in said.items() if not charged]


_VALUES = {
    "day_h": "{} t i døgnet",
    "week_h": "{} t i uka",
    "single_week_h": "{} t i en enkelt uke",
    "daily_rest_h": "{} t daglig hvile",
    "weekly_rest_h": "{} t ukentlig hvile",
    "overtime_7d_h": "{} t overtid i uka",
    "overtime_4w_h": "{} t overtid på 4 uker",
    "overtime_52w_h": "{} t overtid i året",
    "overtime_26w_h": "{} t overtid på 26 uker",
    "total_day_h": "{} t i døgnet i alt",
    "night_day_h": "{} t per natt",
}
"""What an agreement may give, in the order of the brief; yes and no, and the clock of a night, stand in the brief."""


def gives(one: Agreement) -> Iterable[str]:
    """The numbers agreed, the weeks of the average, and how to end it."""
    for key, words in _VALUES.items():
        if key in one.values:
            yield words.format(hours(Fraction(one.values[key]) * 60))
    if one.averaging_weeks is not None:
        yield f"snitt over {one.averaging_weeks} uker"
    if one.notice:
        yield f"oppsigelse {one.notice}"


def _agreement(one: Agreement) -> tuple[str, ...]:
    signed = "nei, bare påtenkt" if one.signed is None else short_date(one.signed)
    valid = "–".join("" if day is None else short_date(day) for day in (one.valid_from, one.valid_to))
    return (
        one.id,
        f"§ {one.paragraph}",
        word(PARTIES, one.party),
        "alle" if one.covers is None else listed(one.covers),
        "; ".join(gives(one)),
        signed,
        valid.strip("–") if valid == "–" else valid,
    )
