"""What is filled in by hand: the checklist before use, the drøfting, and the signatures."""

from collections.abc import Iterator

from roster.domain.kinds import Employer, Party
from roster.domain.rhythm import is_night
from roster.exports.package.known import Known
from roster.exports.package.paper import Block, Heading, Points, Section, Table, Text
from roster.rules import night_average
from roster.wording import package_by_hand as by_hand
from roster.wording import package_first as first
from roster.wording import package_words as words
from roster.wording.agreement_words import Registered, lasts
from roster.wording.brief_choices import PARTIES
from roster.wording.course_words import notice_line
from roster.wording.facts import word
from roster.wording.numbers import hours_clock, short_date


def checklist_section(known: Known) -> Section:
    """What must be thought through, with the verneombud where it says so."""
    household = known.plan.brief.arrangement.employer is Employer.PRIVATPERSON
    rows = tuple((*one, "", "", "", "") for one in by_hand.checklist(_night_workers(known), household))
    table = Table("", by_hand.CHECK_HEADINGS, rows, (4, 12, 1, 1, 2, 3), middle=99, room=True)
    hint = by_hand.HOUSEHOLD_HINT if household else by_hand.CHECK_HINT
    return Section(words.CHECKLIST, (Text(hint), table), words.SHEETS[words.CHECKLIST])


def _night_workers(known: Known) -> tuple[str, ...]:
    """Those whom the rule on night workers has judged as such, and who work nights."""
    judged = {one.who for _, one in known.judged if one.rule == night_average.ID and one.measured is not None}
    roster = known.plan.dated
    return tuple(
        one.alias
        for one in roster.frame.people
        if one.id in judged and any(is_night(shift) for shift in roster.duties(one.id))
    )


def signing_section(known: Known) -> Section:
    """The fields of the drøfting and the lines to sign on; agreements apart."""
    return Section(words.SIGNING, tuple(_blocks(known)), words.SHEETS[words.SIGNING], wide=False)


def _blocks(known: Known) -> Iterator[Block]:
    stands = known.standing
    on = known.plan.brief.discussed if stands.discussion is None else stands.discussion.on
    yield Points((*words.told(stands), notice_line(known.notice, on, known.starts, known.as_before)))
    fields = tuple((one, "") for one in by_hand.DISCUSS_FIELDS)
    yield Table(by_hand.DISCUSS_TITLE, by_hand.DISCUSS_HEADINGS, fields, (3, 7), room=True)
    yield Text(by_hand.NOT_AN_AGREEMENT)
    rows = tuple((one, "", "", "") for one in by_hand.roles(known.plan.brief.arrangement))
    yield Table(by_hand.SIGN_TITLE, by_hand.SIGN_HEADINGS, rows, (4, 4, 2, 6), room=True)
    yield Heading(by_hand.APART_TITLE)
    if not known.agreements:
        yield Text(by_hand.NOTHING_APART)
    else:
        apart = tuple(row for one in known.agreements for row in _lines(known, one))
        yield Table("", by_hand.APART_HEADINGS, apart, (3, 3, 3, 3, 5, 2, 5), middle=99, room=True)
        yield Text(by_hand.APART_HINT)
    if known.consents:
        consents = tuple(
            (
                known.plan.brief.assistant(one.who).alias,
                str(one.shifts),
                hours_clock(one.longest),
                "ikke ført" if one.since is None else short_date(one.since),
                "",
                "",
            )
            for one in known.consents
        )
        yield Table(by_hand.CONSENTS_TITLE, by_hand.CONSENT_HEADINGS, consents, (3, 3, 3, 3, 2, 5), room=True)


def _lines(known: Known, one: Registered) -> Iterator[tuple[str, ...]]:
    """A line for each who is to sign the agreement, or one that says that it is done."""
    agreement = one.agreement
    said = (agreement.id, f"aml § {agreement.paragraph}", first.signed_on(one.signed, known.day))
    done = one.signed is not None and one.signed <= known.day
    for who in (word(PARTIES, agreement.party),) if done else _signers(known, one):
        yield (*said, who, lasts(agreement), "", by_hand.IS_SIGNED if done else "")


def _signers(known: Known, one: Registered) -> tuple[str, ...]:
    """The employer and the other party; what the authority consents to it alone signs."""
    party = word(PARTIES, one.agreement.party)
    match one.agreement.party:
        case Party.INDIVIDUAL:
            return by_hand.EMPLOYER_SIGNS, *(known.plan.brief.assistant(who).alias for who in one.covered)
        case Party.AUTHORITY:
            return (party,)
        case _:
            return by_hand.EMPLOYER_SIGNS, party
