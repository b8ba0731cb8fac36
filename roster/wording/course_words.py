"""The course of a version in words: what was done, how far it has come, what is left, and what stands in the way."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from roster.domain.brief import Brief
from roster.domain.clock import OSLO
from roster.domain.course import Act, Answer, Discussion, Signature, Stage, Standing, Step, Use
from roster.domain.finding import Finding, Verdict
from roster.domain.frame import Frame
from roster.domain.kinds import Cause
from roster.wording.findings import text
from roster.wording.findings_list import MEND_JOINT
from roster.wording.numbers import counted, listed, long_date, short_date

NOT_AS_LOGGED = (
    "Versjonen er endret etter at den ble lagret: den er ikke som loggen sier.",
    "Hent den fra en sikkerhetskopi, og skriv «roster verify» for å se hva som er endret.",
)
NOT_THE_TURNUS = (
    "Dette er ikke turnusen i versjonen.",
    "Skriv mappa til versjonen, eller turnus.json eller turnus.xlsx i den.",
)
NOTHING_IN_USE = (
    "Ingen versjon er i bruk, så dette er en ny plan og ingen endring av en.",
    "Ta bort --because. En ny plan drøftes før den tas i bruk.",
)
OTHER_GRUNNTURNUS = (
    "Grunnturnusen er en annen enn den som er i bruk, så dette er en ny plan.",
    "Drøft den, og ta den i bruk som ny plan.",
)
OTHER_DATES = (
    "Versjonen har andre datoer enn den som er i bruk, så dette er en ny plan.",
    "Drøft den, og ta den i bruk som ny plan.",
)
NOTHING_CHANGED = (
    "Ingen vakter er endret siden versjonen som er i bruk.",
    "Er noe annet endret, drøft den, og ta den i bruk som ny plan.",
)
MOVED_NEEDS_TARIFF = (
    "Uten tariffavtale er det ingen forskyvning (HTA kap. 1 § 6.8).",
    "Drøft den, og ta den i bruk som ny plan.",
)
MOVED_NEEDS_GROUND = (
    "Forskyvning trenger en lokal avtale og et varsel (HTA kap. 1 § 6.8), og den er ikke nevnt.",
    "Skriv hvilken avtale med --note, eller ta versjonen i bruk som ny plan.",
)
ABSENCE_TAKES_FROM_OTHERS = (
    "Noen som ikke er borte, mister en vakt eller får den flyttet.",
    "Skriv hvem som har sagt ja til det med --note, eller ta versjonen i bruk som ny plan.",
)
SHORTER_NOTICE_NEEDS_TARIFF = (
    "Uten tariffavtale kan ingenting gi kortere frist enn loven (aml § 10-3).",
    "La planen begynne senere med --from.",
)
NOTE_WITHOUT_REPS = (
    "Ingen tillitsvalgte er valgt, så det skal stå hva assistentene sa.",
    "Skriv det kort med --note, eller legg ved et referat med --minutes.",
)
SAY_AGREE = ("Det mangler om de er enige eller uenige.", "Skriv --agree eller --disagree.")
NOT_BEFORE_TODAY = "Datoen {} er etter i dag. Skriv dagen det skjedde."
INTO_WHICH = (
    "Dette er en fil, ikke en versjon i en mappe.",
    "Skal den bli en ny versjon, skriv hvilken mappe med --into.",
)
ALREADY_VERSION = "Denne turnusen er allerede lagret som versjon {}."

AS_BEFORE = "Fram til da er planen lik versjon {}, som er i bruk."
DISCUSSED_UNSEEN = (
    "Versjonen er laget etter den dagen den skal være drøftet. Da kan det ikke være denne versjonen de har sett: drøft"
    " den på nytt, eller la dem få se endringene med «roster diff»."
)

STAGES: Mapping[Stage, str] = {
    Stage.DRAFT: "Kladd",
    Stage.EMPLOYER: "Hos arbeidsgiver",
    Stage.DISCUSSED: "Drøftet",
    Stage.IN_USE: "Tatt i bruk",
    Stage.REPLACED: "Avløst av en annen versjon",
}
_NOT_NOW: Mapping[Act, str] = {
    Act.SUBMITTED: "sendes til arbeidsgiveren",
    Act.DISCUSSED: "drøftes",
    Act.ANSWERED: "få et svar",
    Act.RETURNED: "sendes tilbake",
    Act.USED: "tas i bruk",
}
_NEXT: Mapping[Stage, str] = {
    Stage.DRAFT: "Send den til arbeidsgiveren med «roster submit».",
    Stage.EMPLOYER: "Drøft den, og skriv det ned med «roster discuss».",
    Stage.DISCUSSED: "Ta den i bruk med «roster use».",
    Stage.IN_USE: "Den er i bruk. Lag en ny versjon for å endre noe.",
    Stage.REPLACED: "Den er avløst. Den kan tas i bruk igjen med «roster use».",
}


def not_now(act: Act, version: str, stage: Stage) -> tuple[str, str]:
    """Why the version cannot take that step, and what it can."""
    return f"Versjon {version} er «{stage}», og kan ikke {_NOT_NOW[act]} nå.", _NEXT[stage]


def edited_in_place(version: str, file: str, folder: str) -> tuple[str, str]:
    """A version never changes, so what was written in its workbook is no part of it."""
    return (
        f"Arbeidsboka er endret etter at versjon {version} ble lagret, og endringene er ikke med i versjonen.",
        f"Skal de med, skriv «roster submit {file} --into {folder}». Ellers hent arbeidsboka fra en sikkerhetskopi.",
    )


# -- what was done --------------------------------------------------------------------------------------


def step_line(step: Step) -> str:
    """«22.11.2026 kl. 12.00, arbeidsgiver: drøftet 20.11.2026 med de tillitsvalgte, enige.»"""
    at = step.when.astimezone(ZoneInfo(str(OSLO.zone)))
    when = f"{short_date(at.date())} kl. {at:%H.%M}"
    who = f", {step.by}" if step.by else ""
    papers = f" Vedlagt: {listed(step.papers)}." if step.papers else ""
    return f"{when}{who}: {_done(step)}{papers}"


def _done(step: Step) -> str:
    match step.what:
        case Discussion():
            return discussion_words(step.what)
        case Answer():
            return answer_words(step.what)
        case Signature():
            return f"avtalen «{step.what.agreement}» er signert {short_date(step.what.on)}."
        case Use():
            return use_words(step.what)
        case str() if step.what:
            return f"{step.act}: {step.what}"
    return f"{step.act}."


def discussion_words(one: Discussion) -> str:
    """The drøfting in a sentence; without elected reps it says so (D36)."""
    whom = "de tillitsvalgte" if one.with_reps else "assistentene, for ingen tillitsvalgte er valgt"
    said = [f"drøftet {short_date(one.on)} med {whom}: {'enige' if one.agreed else 'uenige'}."]
    if one.present:
        said.append(f"Til stede: {listed(one.present)}.")
    if one.note:
        said.append(f"Protokoll: {one.note}")
    return " ".join(said)


def answer_words(one: Answer) -> str:
    said = "verken enig eller uenig" if one.agreed is None else "enig" if one.agreed else "uenig"
    who = f" fra {one.name}" if one.name else ""
    on = f" {short_date(one.on)}" if one.on else ""
    number = counted(len(one.comments), "kommentar", "kommentarer")
    return f"svar{who}{on}: {said}, {number}."


def use_words(one: Use) -> str:
    said = f"tatt i bruk fra {long_date(one.since)}, {one.cause}."
    if one.notice_by:
        said += f" Frist etter {one.notice_by}."
    return f"{said} {one.note}" if one.note else said


def comment_lines(answer: Answer) -> Iterator[str]:
    for one in answer.comments:
        yield f"- {one.place}: {one.text}" if one.place else f"- {one.text}"


# -- how far --------------------------------------------------------------------------------------------


def status_lines(one: Standing, brief: Brief) -> Iterator[str]:
    """Where the version stands, what was done with it, and what the log is known by."""
    stage = STAGES[one.stage]
    discussion = one.discussion
    if one.stage is Stage.DISCUSSED and discussion is not None:
        stage = f"{stage}, {'enige' if discussion.agreed else 'uenige'}"
    yield f"Versjon {one.version}: {stage}."
    if one.sent_back:
        yield f"Den er sendt tilbake: {one.sent_back}"
    if one.discussed_unseen:
        yield DISCUSSED_UNSEEN
    if not brief.arrangement.elected_reps:
        yield "Ingen tillitsvalgte er valgt. Planen drøftes med assistentene (aml § 10-3)."
    yield f"Fingeravtrykk: {in_fours(one.fingerprint)}"
    yield from (f"- {step_line(step)}" for step in one.steps)
    for answer in one.answers:
        yield from comment_lines(answer)


def in_use_line(step: Step | None) -> str:
    if step is None:
        return "Ingen versjon er i bruk."
    return f"I bruk: versjon {step.version}, {_done(step)}"


def runs_line(runs: Sequence[tuple[str, date, date | None]]) -> str:
    """Which version runs on which days, where a plan of some weeks lies within another."""
    said = [
        f"versjon {version} fra {short_date(first)}" + ("" if last is None else f" til {short_date(last)}")
        for version, first, last in runs
    ]
    return f"Dag for dag gjelder {listed(said)}."


def runs_elsewhere(version: str, first: date, last: date | None) -> str:
    """A change of one version says nothing of the days of another."""
    days = f"Fra {short_date(first)}" + ("" if last is None else f" til {short_date(last)}")
    return f"{days} gjelder versjon {version}, som ikke er endret. Si fra med de datoene også."


def next_line(stage: Stage) -> str:
    return f"Neste skritt: {_NEXT[stage]}"


def log_line(one: Standing) -> str:
    return f"Loggen har {counted(one.lines, 'linje', 'linjer')}. Loggens fingeravtrykk: {in_fours(one.head)}"


def in_fours(mark: str) -> str:
    """A fingerprint as it is printed, in groups that can be read aloud."""
    return " ".join(mark[start : start + 4] for start in range(0, len(mark), 4))


# -- what stands in the way -----------------------------------------------------------------------------


def unsigned_reason(agreement: str, paragraph: str) -> tuple[str, str]:
    """D36: a plan that rests on an agreement may not run before it is signed."""
    return (
        f"Planen bygger på avtalen «{agreement}» (aml § {paragraph}), og den er ikke signert.",
        f"Få den signert, og skriv «roster sign MAPPE {agreement}».",
    )


def against_reason(frame: Frame, finding: Finding) -> tuple[str, str]:
    return text(frame, finding), "Rett det i en ny versjon."


def joint_reason(frame: Frame, finding: Finding) -> tuple[str, str]:
    """What breaks where two versions meet."""
    what, _ = against_reason(frame, finding)
    return f"I skjøten mellom to turnuser: {what}", f"{MEND_JOINT} Eller velg en annen dag med --from."


def notice_reason(finding: Finding, discussed: date | None, since: date) -> tuple[str, str]:
    """§ 10-3 is not kept, and what follows of that."""
    limit = finding.limit or 0
    if discussed is None:
        return "Planen er ikke drøftet, og loven krever det (aml § 10-3).", "Drøft den, og skriv «roster discuss»."
    earliest = discussed + timedelta(days=limit)
    days = counted((since - discussed).days, "dag", "dager")
    what = (
        f"Planen er drøftet {short_date(discussed)}, {days} før {short_date(since)}."
        f" Loven krever minst {limit} dager (aml § 10-3)."
    )
    way_out = f"Den kan tas i bruk fra {short_date(earliest)}: skriv --from {earliest.isoformat()}."
    if finding.verdict is Verdict.NEEDS_AGREEMENT:
        way_out += " Har tariffavtalen en kortere frist, skriv hvor med --notice-by."
    return what, way_out


def after_last_day(since: date, last: date) -> tuple[str, str]:
    """A plan cannot begin to run when it is over."""
    return (
        f"Versjonen skulle tas i bruk fra {short_date(since)}, men planen slutter {short_date(last)}.",
        "Skriv en tidligere dag med --from, eller lag en ny plan.",
    )


def not_that_cause(cause: Cause) -> tuple[str, str]:
    """The change is not what it is said to be (D38)."""
    what = {
        Cause.SWAP: "Det er ikke bare bytte: noen får flere eller færre vakter, eller vaktene er ikke de samme.",
        Cause.EXTRA: "Det er ikke bare ekstravakter: noen mister en vakt eller får den flyttet.",
        Cause.MOVED: "Det er ikke bare forskyvning: noen får eller mister en vakt (HTA kap. 1 § 6.8).",
        Cause.ABSENCE: "Det er ikke fravær: ingen som mister en vakt, er borte, og alle vaktene trengs fortsatt.",
        Cause.NEW_PLAN: "Dette er en ny plan.",
    }[cause]
    if cause is Cause.SWAP:
        what += " Er en vakt gitt bort, skriv hvem som har sagt ja til det med --note."
    return what, "Drøft den, og ta den i bruk som ny plan."


# -- what came of it ------------------------------------------------------------------------------------


def received(version: str, one: Answer) -> str:
    said = f"Versjon {version}: {answer_words(one)}"
    return said if one.discussion is None else f"{said} Versjonen er {discussion_words(one.discussion)}"


def submitted(version: str) -> str:
    return f"Versjon {version} er sendt til arbeidsgiveren."


def discussed(version: str, one: Discussion) -> str:
    return f"Versjon {version} er {discussion_words(one)}"


def notice_line(finding: Finding, discussed_on: date | None, since: date, as_before: str = "") -> str:
    """How long before its start the plan was discussed, kept or not, with what follows.

    ``as_before``: the version in use that it is like until then, which is why the two weeks are counted to that day.
    """
    said = _notice_line(finding, discussed_on, since)
    return f"{said} {AS_BEFORE.format(as_before)}" if as_before else said


def _notice_line(finding: Finding, discussed_on: date | None, since: date) -> str:
    if finding.verdict.fails:
        what, way_out = notice_reason(finding, discussed_on, since)
        return f"{what} {way_out}"
    if discussed_on is None:
        last = since - timedelta(days=finding.limit or 0)
        return f"Planen begynner {short_date(since)}, og må drøftes senest {short_date(last)} (aml § 10-3)."
    days = counted((since - discussed_on).days, "dag", "dager")
    return f"Drøftet {days} før {short_date(since)}. Loven krever minst {finding.limit} (aml § 10-3)."


def signed(agreement: str, on: date) -> str:
    return f"Avtalen «{agreement}» er signert {long_date(on)}."


def sent_back(version: str) -> str:
    return f"Versjon {version} er sendt tilbake, og er kladd igjen."


def used(version: str, one: Use, feeds: int) -> tuple[str, ...]:
    said = f"Versjon {version} er {use_words(one)}"
    if not feeds:
        return (said, "Grunnturnusen har ingen datoer, så det er ingen kalendere.")
    return (said, f"{counted(feeds, 'kalender', 'kalendere')} ligger i mappa «kalender».")


def then_line(version: str, first: date) -> str:
    """What runs again after a plan of some weeks."""
    return f"Fra {long_date(first)} gjelder versjon {version} videre."


def missing_line(number: int) -> str:
    """What the brief asks for and does not get is no obstacle, but is said."""
    return f"{counted(number, 'krav', 'krav')} i grunnlaget er ikke oppfylt. Skriv «roster check» for å se dem."


def waiting_lines(unsigned: Sequence[str], against: int) -> Iterator[str]:
    """What must be in order before the version can run."""
    if unsigned:
        names = listed([f"«{one}»" for one in unsigned])
        yield f"Disse avtalene må signeres før planen kan tas i bruk: {names}."
    if against:
        number = counted(against, "kontrollpunkt", "kontrollpunkter")
        yield f"{number} står i veien for å ta planen i bruk. Skriv «roster check» for å se dem."
