"""How far a plan of form 3 has come, what has to be done before it holds, and the lines to sign on."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from roster.domain.brief import Brief
from roster.domain.days import DateSpan
from roster.domain.finding import Finding, Verdict
from roster.domain.frame import Frame
from roster.domain.kinds import OffCode
from roster.domain.plan import Change
from roster.domain.reason import Reason
from roster.rules.plan_notice import notice
from roster.rules.red_days_off import Earned
from roster.wording.form3_tables import is_of
from roster.wording.numbers import counted, from_to, hours_said, listed, long_date, short_date
from roster.wording.package_by_hand import SIGN_HEADINGS, roles
from roster.wording.red_day_words import red_day

DO_TITLE = "Dette må dere gjøre"
SIGN_SHEET = "Underskrift"
SIGN_TITLE = "Drøfting og underskrift"
DISCUSSED, APPROVED, FROM = "Drøftet", "Godkjent", "Gjelder fra"
SIGN = SIGN_HEADINGS
NOT_AN_AGREEMENT = (
    "Underskriften sier at planen er drøftet, og om dere er enige eller uenige. Den er ikke en avtale om arbeidstid: "
    "avtaler signeres for seg (aml kapittel 10)."
)


def status(brief: Brief, mark: str, on: date) -> str:
    """What the plan is on the day it is made, and when it begins to hold."""
    with_whom = "de tillitsvalgte" if brief.arrangement.elected_reps else "assistentene"
    return (
        f"Forslag (kladd), laget {long_date(on)}. Grunnturnusen gjelder til planen er drøftet med {with_whom} og tatt "
        f"i bruk. Fingeravtrykket begynner med {mark[:8]}."
    )


def to_do(
    frame: Frame,
    within: DateSpan,
    begins: date,
    changes: Iterable[Change],
    owed: Mapping[str, Earned],
    findings: Iterable[Finding],
    today: date,
) -> Iterator[str]:
    """What has to be done before the plan ``begins``, which is with the first week that it changes; numbered."""
    said = (
        _discuss(frame.brief, within, begins, today),
        *_agree_anew(changes),
        *not_placed(frame, owed, within),
        *_mend(frame, findings, within),
    )
    yield from (f"{number}. {one}" for number, one in enumerate(said, start=1))


def signed_for(brief: Brief, within: DateSpan, begins: date, mark: str) -> str:
    """Which plan the names stand for, and by when it is discussed."""
    return (
        f"Gjelder ukene {from_to(within.first, within.last)} i planen der fingeravtrykket begynner med "
        f"{mark[:8]}. Drøft den senest {long_date(_last_day(brief, begins))} (aml § 10-3)."
    )


def _last_day(brief: Brief, begins: date) -> date:
    return date.fromisoformat(str(notice(brief, None, begins).facts["last"]))


def _discuss(brief: Brief, within: DateSpan, begins: date, today: date) -> str:
    last = _last_day(brief, begins)
    whom = "de tillitsvalgte" if brief.arrangement.elected_reps else "assistentene"
    late = " Fristen er ute: flytt starten, eller avtal en annen frist." if last < today else ""
    return (
        f"Drøft planen med {whom} senest {long_date(last)}. Det er to uker før den starter {long_date(begins)} "
        f"(aml § 10-3).{_why_then(within, begins)}{late}"
    )


def _why_then(within: DateSpan, begins: date) -> str:
    """Why the plan begins before or after the weeks that it was made for."""
    if begins < within.first:
        return f" Planen er ny før {short_date(within.first)} også, og alt som er nytt, drøftes samlet."
    return " Ukene før det er som i planen som er i bruk." if begins > within.first else ""


def _agree_anew(changes: Iterable[Change]) -> Iterator[str]:
    more = sum(any(not _is_f3(Reason.of(key)) for key in one.because or ("by-hand||",)) for one in changes)
    if more:
        cells = counted(more, "rute er endret", "ruter er endret")
        yield f"{cells} av annet enn F3. Da må den nye turnusen avtales skriftlig på nytt med dem det gjelder."


def _is_f3(one: Reason) -> bool:
    return one.rule == OffCode.RED_DAY or (one.rule == "covers" and one.what == OffCode.RED_DAY)


def not_placed(frame: Frame, owed: Mapping[str, Earned], within: DateSpan) -> Iterator[str]:
    """Time off that the weeks have no room for, and what gave it: it is to be agreed, or paid."""
    for who, one in owed.items():
        person = frame.brief.assistant(who)
        taken = [off for off in person.paid_off if off.day in within]
        left = one.replaced[sum(off.code is OffCode.REPLACED for off in taken) :]
        if left:
            days = counted(len(left), "dag", "dager")
            why = listed([red_day(day).removesuffix(".") for day in left])
            yield (
                f"Avtal en annen dag, eller betaling, for F5 til {person.alias}: {days} til gode, fordi F1 i "
                f"grunnturnusen falt på {why}. Det var ikke plass i ukene."
            )
        rest = one.supplement_minutes - sum(off.minutes for off in taken if off.code is OffCode.SUPPLEMENT)
        if rest > 0:
            yield f"Avtal når {person.alias} tar ut {hours_said(rest)} F4, innen en måned."


def _mend(frame: Frame, findings: Iterable[Finding], within: DateSpan) -> Iterator[str]:
    every = [one for one in findings if one.verdict.fails]
    failing = [one for one in every if is_of(frame, one, within)]
    agree = sum(one.verdict is Verdict.NEEDS_AGREEMENT for one in failing)
    if agree:
        yield f"Inngå avtalene som mangler: {counted(agree, 'kontrollpunkt', 'kontrollpunkter')} i «Regler og avtaler»."
    missing = sum(one.verdict is Verdict.MISSING for one in failing)
    if breaches := len(failing) - agree - missing:
        number = counted(breaches, "brudd på en regel", "brudd på regler")
        yield f"Rett {number}: se «Regler og avtaler». Planen kan ikke tas i bruk før det er gjort."
    if missing:
        number = counted(missing, "ting som mangler", "ting som mangler")
        yield f"Se på {number}, i «Regler og avtaler». Det hindrer ikke at planen tas i bruk."
    if elsewhere := len(every) - len(failing):
        number = counted(elsewhere, "punkt som er brudd eller mangler", "punkter som er brudd eller mangler")
        none = "" if failing else "Disse ukene har ingen brudd eller mangler. "
        yield f"{none}Resten av planen har {number}: følg dem opp for seg, de hører ikke til denne drøftingen."


def sign_rows(brief: Brief) -> Sequence[tuple[str, ...]]:
    """Empty lines: the dates first, then each who signs."""
    dates = tuple((one, "–", "", "–") for one in (DISCUSSED, APPROVED, FROM))
    return (*dates, *((one, "", "", "") for one in roles(brief.arrangement)))
