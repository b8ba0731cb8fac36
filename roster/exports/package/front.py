"""What a rep reads first: five answers, what the plan is, when each begins, and the agreements it rests on."""

from collections.abc import Iterator
from dataclasses import replace

from roster.domain.brief import Agreement
from roster.domain.difference import Difference
from roster.domain.finding import Owed, Verdict
from roster.domain.kinds import Party
from roster.exports.package.known import Known
from roster.exports.package.paper import Block, Heading, Points, Section, Table, Text
from roster.exports.package.reckoned import counted_of
from roster.rules.terms import terms
from roster.rules.verdicts import UNSIGNED
from roster.wording import package_first as first
from roster.wording import package_words as words
from roster.wording.agreement_words import Registered, flaw_line, lasts, resting_words, warnings
from roster.wording.brief_choices import EMPLOYERS, PARTIES, TARIFFS
from roster.wording.course_words import in_fours, notice_line
from roster.wording.difference_words import since_in_use
from roster.wording.facts import gives, word
from roster.wording.legend import period_title
from roster.wording.numbers import hours_decimal, listed, short_date


def front(known: Known) -> Section:
    """The first page."""
    return Section(words.SHORT, tuple(_blocks(known)), words.SHEETS[words.FRONT], wide=False)


def _blocks(known: Known) -> Iterator[Block]:
    yield Points(tuple(_answers(known)))
    yield Heading(words.ABOUT)
    yield Table("", words.ABOUT_HEADINGS, tuple(_about(known)), (2.5, 6.5), middle=9)
    yield Table(
        words.START_TITLE, words.START_HEADINGS, tuple(_starts(known)), (1.8, 2.5, 3.3, 2, 2, 5.2, 5.2, 6), middle=99
    )
    yield Text(words.full_time_hint(known.plan.brief.arrangement.tariff, known.plan.dated.frame.first_day))
    yield from agreements(known)


def _answers(known: Known) -> Iterator[str]:
    brief = known.plan.brief
    yield first.lawful(one for _, one in known.points)
    resting = [one for one in known.agreements if one.rests or one.agreement.id in known.unsigned]
    yield first.resting_on(
        [(one.agreement.id, one.agreement.paragraph, first.signed_words(one.signed, known.day)) for one in resting],
    )
    counted = counted_of(known.plan.dated)
    aliases = {one.id: one.alias for one in brief.assistants}
    people = [(aliases[one.who], one.weekends) for one in counted.people]
    yield first.most_weekends(people, counted.people[0].weekends_of if counted.people else 0)
    yield first.changed(_changed(known), known.since is not None)
    asking = (one for _, one in known.points if one.verdict is Verdict.NEEDS_AGREEMENT)
    unwritten = sum(one.facts.get("why") != UNSIGNED for one in asking)
    later = [one.agreement.id for one in known.agreements if one.signed is not None and one.signed > known.day]
    yield first.to_sign(known.unsigned, later, unwritten, brief.arrangement.elected_reps)


def _changed(known: Known) -> str:
    if known.in_use is None:
        return first.NOTHING_RUNS
    if known.in_use.version == known.standing.version:
        return first.THIS_RUNS
    found: Difference | None = None if known.since is None else known.since.difference
    return first.NOT_COMPARED if found is None else since_in_use(known.in_use.version, found)


def _about(known: Known) -> Iterator[tuple[str, str]]:
    plan, stands = known.plan, known.standing
    arrangement = plan.brief.arrangement
    discussion = stands.discussion
    yield "BPA-ordning", arrangement.alias
    yield words.EMPLOYER_LABEL, known.employer or word(EMPLOYERS, arrangement.employer)
    yield "Tariffavtale", word(TARIFFS, arrangement.tariff)
    yield "Tillitsvalgte", "valgt" if arrangement.elected_reps else "ikke valgt: planen drøftes med assistentene"
    yield "Plan", period_title(plan.roster.frame)
    if plan.rollout is not None:
        yield "Rullet ut til datoer", period_title(plan.rollout.frame)
    yield "Hvor langt den er kommet", words.stage(stands)
    yield "Drøftet", words.discussed(stands, plan.brief)
    on = plan.brief.discussed if discussion is None else discussion.on
    yield "Frist (aml § 10-3)", notice_line(known.notice, on, known.starts, known.as_before)
    yield "I bruk nå", words.runs(known.in_use)
    yield "Laget av", words.made_by(plan.origin)
    yield "Versjon", stands.version
    yield words.MARK_LABEL, in_fours(stands.fingerprint)
    yield words.LOG_LABEL, f"{in_fours(stands.head)} (linje {stands.lines}, {short_date(known.day)})"
    yield "Slik brukes de", words.MARK_HINT


def _starts(known: Known) -> Iterator[tuple[str, ...]]:
    frame = known.plan.roster.frame
    for one in frame.people:
        force = terms(frame.brief, one.id)
        averaging = _without_members(known, force.averaging)
        yield (
            one.id,
            one.alias,
            words.position(one),
            hours_decimal(one.full_time_week),
            hours_decimal(one.contract_week),
            *words.starts(frame, one, frame.first_day),
            words.NOT_AVERAGED if averaging is None else words.averaged(averaging),
        )


def _without_members(known: Known, owed: Owed | None) -> Owed | None:
    """What it rests on but for agreements that would tell who is a member."""
    if owed is None:
        return None
    hidden = {f"avtale {one.agreement.id}" for one in known.agreements if _covers_members(one.agreement)}
    return replace(owed, basis=tuple(one for one in owed.basis if one not in hidden))


def agreements(known: Known) -> Iterator[Block]:
    """Each agreement with its paragraph, signed or intended, how long it lasts, and what rests on it."""
    rows = tuple(_agreement(known, one) for one in known.agreements)
    if rows:
        yield Table(
            words.AGREEMENTS_TITLE, words.AGREEMENT_HEADINGS, rows, (2, 2.8, 2.7, 3, 3.6, 2.8, 4, 5.6), middle=99
        )
    said = [flaw_line(one.agreement, flaw) for one in known.agreements for flaw in one.flaws]
    said += [
        first.not_yet_signed(one.agreement.id, one.signed)
        for one in known.agreements
        if one.signed is not None and one.signed > known.day
    ]
    told = [one for one in known.agreements if not _covers_members(one.agreement)]
    said += warnings(known.plan.brief, told)
    if said:
        yield Points(tuple(said))


def _agreement(known: Known, one: Registered) -> tuple[str, ...]:
    brief, agreement = known.plan.brief, one.agreement
    hidden = _covers_members(agreement)
    people = [brief.assistant(who).alias for who in one.covered]
    rests = resting_words(brief, one.rests)
    return (
        agreement.id,
        f"aml § {agreement.paragraph}",
        word(PARTIES, agreement.party),
        "alle" if agreement.covers is None else words.UNION_COVERS if hidden else listed(people),
        "; ".join(gives(agreement)) or words.AS_THE_PARAGRAPH,
        first.signed_on(one.signed, known.day),
        lasts(agreement),
        words.resting_numbers(sum(rest.number for rest in one.rests)) if hidden and one.rests else rests,
    )


def _covers_members(agreement: Agreement) -> bool:
    """Naming those whom a union's agreement covers would tell who is a member."""
    return agreement.party is Party.UNION and agreement.covers is not None
