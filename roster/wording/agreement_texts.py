"""Agreements ready to sign: the text of each, filled from the plan, one for each who signs alone.

They say what the paragraph asks an agreement to say. Names are aliases; membership of a union is never asked for (D7).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from roster.domain.assistant import Assistant
from roster.domain.brief import Agreement
from roster.domain.kinds import Employer, Party
from roster.domain.plan import Plan
from roster.domain.roster import Roster
from roster.domain.statistics import PersonStatistics, person_statistics
from roster.rules.agreements import covers, paragraph_of
from roster.rules.series import red_series
from roster.wording.agreement_words import lasts
from roster.wording.brief_choices import EMPLOYERS, PARTIES, TARIFFS
from roster.wording.facts import gives, word
from roster.wording.legend import period_title
from roster.wording.numbers import clock_said, hours_said, listed

DRAFT = "Utkast laget av turnusen. Les det gjennom, og rett det som ikke stemmer, før det signeres."
_BLANK = "________________"


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with paragraphs, then points."""

    title: str
    said: tuple[str, ...]
    points: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AgreementText:
    """A text to sign. ``name`` is that of its file, without ending; ``signers`` each have a line at the foot."""

    name: str
    title: str
    parts: tuple[Part, ...]
    signers: tuple[str, ...]


_TITLES = {
    "10-5 (1)": "Avtale om gjennomsnittsberegning av arbeidstida",
    "10-5 (2)": "Avtale om gjennomsnittsberegning av arbeidstida i virksomheten",
    "10-8 (3)": "Avtale om kortere arbeidsfri",
    "10-8 (4)": "Avtale om søndager og helligdager i gjennomsnitt",
}


def texts(plan: Plan) -> Iterator[AgreementText]:
    """The text of each agreement of the brief, and of each consent to shifts over 10 hours."""
    for one in plan.brief.agreements:
        people = [person for person in plan.brief.assistants if covers(one, person.id)]
        if one.party is Party.INDIVIDUAL:
            for person in people:
                yield _text(plan, one, (person,), f"{one.id}-{person.id}")
        else:
            yield _text(plan, one, tuple(people), one.id)


def consent(plan: Plan, person: Assistant, shifts: int, longest: int) -> AgreementText:
    """One assistant's consent to shifts over 10 hours, under an agreement of § 10-5 (2) (D6)."""
    return AgreementText(
        f"samtykke-{person.id}",
        "Samtykke til vakter over 10 timer",
        (
            _parties(plan, (person,)),
            Part(
                "Samtykket",
                (
                    "Avtalen med de tillitsvalgte etter aml § 10-5 (2) åpner for vakter over 10 timer."
                    " Jeg samtykker til å ha slike vakter.",
                    "Samtykket er frivillig. Jeg kan trekke det tilbake, og turnusen må da endres.",
                ),
                (f"I planen: {shifts} vakter over 10 timer, den lengste {clock_said(longest)}.",),
            ),
        ),
        (f"Assistent {person.alias}",),
    )


def _text(plan: Plan, one: Agreement, people: tuple[Assistant, ...], name: str) -> AgreementText:
    paragraph = paragraph_of(one)
    return AgreementText(
        name,
        f"{_TITLES.get(paragraph, 'Avtale om arbeidstid')} ({_source(plan, paragraph)})",
        (
            _parties(plan, people),
            Part("Hva avtalen gir", _about(plan, one), tuple(_points(one))),
            Part("Hva det blir i planen", (f"{period_title(plan.roster.frame)}.",), tuple(_in_plan(plan, one, people))),
            Part("Varighet", (f"Avtalen gjelder {lasts(one)}.", *_notice(one))),
        ),
        ("Arbeidsgiver", _signer(one, people)),
    )


def _parties(plan: Plan, people: tuple[Assistant, ...]) -> Part:
    arrangement = plan.brief.arrangement
    employer = f"Arbeidsgiver: {_BLANK} ({word(EMPLOYERS, arrangement.employer)})."
    return Part(
        "Hvem den gjelder",
        (),
        (
            f"BPA-ordning: {arrangement.alias}.",
            employer,
            f"Tariffavtale: {word(TARIFFS, arrangement.tariff)}.",
            f"Assistenter: {listed([f'{one.alias} ({one.id})' for one in people])}.",
        ),
    )


def _about(plan: Plan, one: Agreement) -> tuple[str, ...]:
    match paragraph_of(one):
        case "10-5 (1)":
            return (
                "Arbeidsgiveren og assistenten er enige om at den vanlige arbeidstida kan ordnes slik at den i"
                f" gjennomsnitt ikke blir lengre enn {'forskriften' if _in_household(plan) else 'loven'} sier.",
            )
        case "10-5 (2)":
            return (
                "Arbeidsgiveren er bundet av tariffavtale. Partene er enige om at den vanlige arbeidstida kan ordnes"
                " slik at den i gjennomsnitt ikke blir lengre enn loven sier (aml § 10-4).",
                "Går vaktene over 10 timer, skal partene legge særlig vekt på assistentenes helse og velferd. Slik har"
                f" vi vurdert det: {_BLANK}",
            )
        case "10-8 (3)":
            return (
                "Arbeidsgiveren er bundet av tariffavtale. Partene er enige om kortere arbeidsfri enn loven ellers"
                " krever.",
                "Assistentene får tilsvarende arbeidsfri senere. Er det ikke mulig, skal de ha annet passende vern:"
                f" {_BLANK}",
            )
        case "10-8 (4)":
            return (
                "Arbeidsgiveren og assistenten er enige om at hver annen søndag og helligdag i gjennomsnitt er fri.",
                "Ukefrien faller på en søndag eller helligdag minst hver fjerde uke.",
            )
    return (f"Partene er enige om arbeidstid etter {_source(plan, paragraph_of(one))}.",)


def _in_household(plan: Plan) -> bool:
    return plan.brief.arrangement.employer is Employer.PRIVATPERSON


def _source(plan: Plan, paragraph: str) -> str:
    """Where the agreement has its ground; at a private person's home averaging is by the regulation of 2022."""
    if _in_household(plan) and paragraph == "10-5 (1)":
        return "forskriften om arbeid i arbeidsgivers hjem og husholdning § 9"
    return f"aml § {paragraph}"


def _points(one: Agreement) -> Iterator[str]:
    for said in gives(one):
        yield f"{said[0].upper()}{said[1:]}."
    if one.compensating_rest:
        yield "Tilsvarende hvile blir gitt senere."


def _in_plan(plan: Plan, one: Agreement, people: tuple[Assistant, ...]) -> Iterator[str]:
    """Of each what the agreement is about, as it is in the plan."""
    roster = plan.dated
    for person in people:
        counted = person_statistics(roster, person)
        if counted.shifts:
            yield f"{person.alias}: {_measured(roster, paragraph_of(one), counted)}."


def _measured(roster: Roster, paragraph: str, one: PersonStatistics) -> str:
    if paragraph == "10-8 (3)":
        rest = "ingen" if one.shortest_rest is None else clock_said(one.shortest_rest)
        return f"korteste daglige arbeidsfri {rest}"
    if paragraph == "10-8 (4)":
        series = red_series(roster, one.who)
        return f"arbeider {len(series.worked_days)} av {len(series.days)} søndager og helligdager"
    average = hours_said(Fraction(one.worked, roster.frame.weeks))
    shift, week = clock_said(one.longest_shift), clock_said(one.longest_week)
    return f"snitt {average} i uka, lengste vakt {shift}, lengste uke {week}"


def _notice(one: Agreement) -> Iterator[str]:
    if one.notice is None:
        yield f"Avtalen kan sies opp med {_BLANK} varsel."


def _signer(one: Agreement, people: tuple[Assistant, ...]) -> str:
    if one.party is Party.INDIVIDUAL:
        return f"Assistent {listed([person.alias for person in people])}"
    said = str(word(PARTIES, one.party))
    return f"{said[0].upper()}{said[1:]}"
