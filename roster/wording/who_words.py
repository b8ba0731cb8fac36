"""Who can take a shift, in words: each with why, what it is to them and what follows, and why others cannot."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from roster.domain.brief import Wish
from roster.domain.finding import Finding
from roster.domain.frame import Frame
from roster.domain.kinds import Tariff
from roster.domain.replies import Times
from roster.domain.shift import Shift
from roster.domain.taking import Kind, Taking
from roster.wording.finding_clauses import CLAUSES
from roster.wording.finding_said import Said
from roster.wording.numbers import counted, hours_decimal, hours_said, listed, percent
from roster.wording.plan_words import person, shift_name
from roster.wording.reason_sentences import wish_words

DAY = 24 * 60
SOON = 2 * DAY
"""Minutes of notice that are told in hours."""

NO_DATES = (
    "Grunnturnusen har ingen datoer, så ingen kan spørres om denne vakta.",
    "Skriv vakta med dato, for eksempel «2027-01-11 D».",
)
NOBODY = "Ingen kan ta vakta etter reglene."
ABLE = "Disse kan ta den. Spør i denne rekkefølgen:"
UNABLE = "Disse kan ikke:"
MESSAGE = "Melding du kan sende til dem som kan:"
SAVED_MESSAGE = "Meldingen ligger i {}."


def not_on_it(frame: Frame, shift: Shift, who: str) -> tuple[str, str]:
    """Somebody is said to leave a shift that is not theirs."""
    return (
        f"{person(frame.brief, who)} har ikke vakta {shift_name(frame, shift)}.",
        "Skriv en som har den med --instead, eller ta bort valget.",
    )


def title(frame: Frame, shift: Shift, holder: str | None, notice: int) -> str:
    """Which shift, whose it is, and how soon it is."""
    whose = "er åpen" if holder is None else f"har {person(frame.brief, holder)} nå"
    return f"Vakta {shift_name(frame, shift)} {whose}. {notice_said(notice)}"


def notice_said(minutes: int) -> str:
    """«Den begynner om 11 timer.»"""
    if minutes < 0:
        return "Den har alt begynt."
    if minutes < SOON:
        return f"Den begynner om {hours_said(minutes // 60 * 60) if minutes >= 60 else f'{minutes} minutter'}."
    return f"Den begynner om {counted(minutes // DAY, 'dag', 'dager')}."


def able_line(number: int, frame: Frame, taken: Taking, wishes: Sequence[Wish], asked: Times) -> str:
    """«1. Kari (A1), fast 50 %: …», with why here, what it is, the hours then, wishes and how often asked."""
    who = frame.brief.assistant(taken.who)
    parts = [kind_said(frame, taken), hours_line(taken)]
    if taken.priority and taken.kind in (Kind.CONTRACT, Kind.EXTRA):
        parts.insert(0, "Deltid og ønsker mer, så fortrinnsrett til ekstra vakter (aml § 14-3).")
    if wishes:
        said = listed([wish_words(frame.brief, one) for one in wishes])
        parts.append(f"Går mot {'ønsket' if len(wishes) == 1 else 'ønskene'}: {said}.")
    parts.append(asked_said(asked))
    return f"{number}. {person(frame.brief, taken.who)}, {who.position.value} {percent(who.percent)}: {' '.join(parts)}"


def kind_said(frame: Frame, taken: Taking) -> str:
    """What the shift is to whoever takes it."""
    match taken.kind:
        case Kind.CONTRACT:
            return "Innenfor stillingen."
        case Kind.EXTRA:
            return "Merarbeid."
        case Kind.BEYOND_WISH:
            return "Merarbeid utover det som er avtalt eller ønsket: bare frivillig, ved særlig behov (aml § 10-6 (1))."
        case Kind.OVERTIME:
            return "Overtid: bare ved særlig behov, og føres som overtid (aml § 10-6)."
        case _:
            left = taken.instead_of
            assert left is not None
            by = (
                "lokal avtale og varsel (HTA kap. 1 § 6.8), eller at det er frivillig"
                if frame.brief.arrangement.tariff is not Tariff.NONE
                else "at det er frivillig"
            )
            return f"Forskjøvet fra {shift_name(frame, left)}, som da blir åpen. Krever {by}."


def hours_line(taken: Taking) -> str:
    """The hours that they then have, of the contract on average, and in the week."""
    weeks = max(1, taken.weeks[1] - taken.weeks[0])
    had = hours_decimal(Fraction(taken.paid, weeks), 1)
    of = f" av {hours_decimal(Fraction(taken.contract, weeks), 1)} avtalt" if taken.contract else ""
    return f"Får da {had} timer i uka i snitt{of}, og {hours_said(taken.week)} den uka."


def asked_said(asked: Times) -> str:
    if not asked.asked:
        return "Ikke spurt før."
    said = ", ".join(
        part
        for part in (f"sagt ja {asked.yes}" if asked.yes else "", f"sagt nei {asked.no}" if asked.no else "")
        if part
    )
    return f"Spurt om {counted(asked.asked, 'vakt', 'vakter')} før{f' ({said})' if said else ''}."


def unable_line(frame: Frame, who: str, broken: Sequence[Finding]) -> str:
    """Why somebody cannot, with number and paragraph: the worst that is about them."""
    own = [one for one in broken if one.who in (who, None)] or list(broken)
    # Who is away is not asked by how many hours they would have had.
    own.sort(key=lambda one: one.facts.get("why") != "absent")
    more = len({one.rule for one in own}) - 1
    said = finding_shortly(frame, own[0])
    name = person(frame.brief, who)
    also = f" Og {counted(more, 'annen regel', 'andre regler')}." if more > 0 else ""
    return f"- {name}: {said}{also}"


def finding_shortly(frame: Frame, one: Finding) -> str:
    """What was found, with its paragraph or place and no ways out."""
    clause = CLAUSES[one.rule](Said(frame, one, by_id=False)).removesuffix(".")
    return f"{clause} ({listed(one.basis or (one.source.paragraph,))})."


def message(frame: Frame, shift: Shift, notice: int) -> str:
    """A text ready to send: nothing in it tells whose help it is, or why the shift is free."""
    soon = "Svar så fort du kan." if notice < SOON else "Svar gjerne i dag."
    return (
        f"Hei! Kan du ta vakta {shift_name(frame, shift)}? Det er frivillig. {soon}"
        " Den første som sier ja, og som kan etter reglene, får vakta.\n"
    )


HOW_TO_ASK: Mapping[bool, str] = {
    True: "Skriv hva de svarer med «roster ask», så får den første som sier ja, og kan, vakta.",
    False: "Se hva som skal til med «roster why».",
}
"""What to do next: when somebody can take the shift, and when nobody can."""


def lines(able: Sequence[str], unable: Sequence[str]) -> Iterator[str]:
    """Those who can, and below those who cannot."""
    if able:
        yield ABLE
        yield from able
    else:
        yield NOBODY
    if unable:
        yield ""
        yield UNABLE
        yield from unable
