"""The words of a package for approval: headings, the plan, and what is said of it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from roster.domain.assistant import Assistant
from roster.domain.brief import Brief
from roster.domain.course import Discussion, Stage, Standing, Step
from roster.domain.finding import WORST_FIRST, Finding, Owed
from roster.domain.frame import Frame
from roster.domain.kinds import Lines, Tariff
from roster.domain.plan import Origin
from roster.rules.full_time_week import weeks_of
from roster.rules.ordinary import Hours
from roster.wording.course_words import STAGES, discussion_words, in_fours
from roster.wording.finding_words import VERDICTS
from roster.wording.numbers import (
    counted,
    hours_clock,
    hours_decimal,
    hours_said,
    listed,
    long_date,
    percent,
    short_date,
)

TITLE = "Turnus til drøfting og godkjenning"
EMPLOYER_LABEL = "Arbeidsgiver"
LOG_LABEL = "Loggens fingeravtrykk"
MARK_LABEL = "Fingeravtrykk"

FRONT, LEGEND, GROUP, DATED, COVER, PEOPLE = (
    "Forside",
    "Tegnforklaring",
    "Gruppeturnus",
    "Turnus på datoer",
    "Dekning",
    "En side per assistent",
)
FIGURES, DEVIATIONS, EXTRA, RULES, VEDTAK, CHANGED = (
    "Nøkkeltall per assistent",
    "Avvik og det som krever avtale",
    "Merarbeid og ønsker om mer",
    "Regler og dommer",
    "Vedtaket per måned",
    "Endringer siden versjonen i bruk",
)
OPEN = "Ledige linjer og åpne vakter"
CHECKLIST, SIGNING = "Sjekkliste", "Drøfting og underskrifter"
SHEETS: Mapping[str, str] = {
    FRONT: "Forside",
    LEGEND: "Vaktkoder",
    OPEN: "Åpne vakter",
    FIGURES: "Nøkkeltall",
    DEVIATIONS: "Avvik",
    EXTRA: "Merarbeid",
    RULES: "Regler",
    CHANGED: "Endringer siden sist",
    CHECKLIST: "Sjekkliste",
    SIGNING: "Underskrifter",
    DATED: "Turnus på datoer",
}
"""The sheets that a package has besides those of ``turnus.xlsx``."""

SHORT = "Kort sagt"
ABOUT = "Om planen"
ABOUT_HEADINGS = ("Hva", "Slik er det")
MARK_HINT = (
    "Fingeravtrykket står på hver side. Det er det samme så lenge ingenting i turnusen er endret. «roster verify» "
    "prøver mappa mot fingeravtrykkene på denne sida."
)


def page_mark(version: str, fingerprint: str) -> str:
    """What stands at the foot of every page."""
    return f"Versjon {version}. Fingeravtrykk {in_fours(fingerprint)}"


def title(alias: str, version: str) -> str:
    return f"{alias}: {TITLE.lower()}, versjon {version}"


# -- about the plan -------------------------------------------------------------------------------------


def stage(one: Standing) -> str:
    said = STAGES[one.stage]
    if one.stage is Stage.DISCUSSED and one.discussion is not None:
        said += ", enige" if one.discussion.agreed else ", uenige"
    return said


def discussed(one: Standing, brief: Brief) -> str:
    if one.discussion is not None:
        return " ".join(told(one))
    return "ikke ennå" if brief.discussed is None else short_date(brief.discussed)


def runs(step: Step | None) -> str:
    return "ingen" if step is None else f"versjon {step.version}"


def made_by(origin: Origin | None) -> str:
    """The program and the file it was made from; nothing of persons."""
    if origin is None:
        return "ikke oppgitt"
    said = [origin.program] if origin.program else []
    if origin.source_digest:
        said.append(f"grunnlag med fingeravtrykk {in_fours(origin.source_digest[:16])}")
    if origin.seed is not None:
        said.append(f"frø {origin.seed}")
    if origin.changed_from:
        said.append(f"endret for hånd fra {in_fours(origin.changed_from[:16])}")
    return ", ".join(said) or "ikke oppgitt"


START_TITLE = "Start og startuke for hver assistent"
START_HEADINGS = (
    "Nr",
    "Navn",
    "Stilling",
    "Heltid t/uke",
    "Avtalt t/uke",
    "Begynner",
    "Startuke",
    "Timene i snitt over",
)


def full_time_hint(tariff: Tariff, on: date) -> str:
    """Where the full-time weeks of the table are from: a contract, or the nights and red days of each (D17)."""
    plain, turnus, least = (hours_decimal(one.on(on)) for one in weeks_of(tariff))
    by = "etter loven" if tariff is Tariff.NONE else "i tariff"
    return (
        "Heltid t/uke er den som er avtalt. Der grunnlaget ikke gir noen en egen, følger den av nettene og de røde "
        f"dagene som hver har i turnusen: {by} {plain} for dagarbeid, {turnus} for turnus, og ned til {least} for den "
        "som har mange av dem. Grensa for hver står i «Nøkkeltall per assistent»."
    )


def starts(frame: Frame, one: Assistant, since: date) -> tuple[str, str]:
    """The day on which the assistant begins, and in which week of the plan that is."""
    day = max(since, one.employed_from or since)
    weeks = (day - frame.first_day).days // 7
    week = weeks % frame.weeks + 1 if frame.cyclic else weeks + 1
    line = (
        "uke {} i egen linje" if frame.cyclic and frame.brief.period.lines is not Lines.COMMON else "uke {} i linja si"
    )
    said = line.format(week) if frame.cyclic else f"uke {week}"
    return long_date(day), f"{said} (kalenderuke {day.isocalendar().week})"


def averaged(owed: Owed) -> str:
    """«12 uker (avtale snitt)»; it says so where that is not signed."""
    waits = ", ikke signert" if owed.unsigned else ""
    return f"{counted(owed.amount, 'uke', 'uker')} ({listed(owed.basis)}{waits})"


NOT_AVERAGED = "ikke avtalt: hver uke for seg"
AGREEMENTS_TITLE = "Avtaler og paragrafer planen bygger på"
AGREEMENT_HEADINGS = ("Avtale", "Paragraf", "Med", "Gjelder for", "Gir", "Signert", "Varer", "Planen bygger på den")
INTENDED = "nei, påtenkt"
AS_THE_PARAGRAPH = "se paragrafen"
"""What an agreement gives that names no numbers."""
UNION_COVERS = "de avtalen omfatter (navn trykkes ikke)"
"""Whom a union's agreement covers tells who is a member."""


def resting_numbers(number: int) -> str:
    return f"{counted(number, 'kontrollpunkt', 'kontrollpunkter')} (navn trykkes ikke)"


# -- legend ---------------------------------------------------------------------------------------------

CODES = "Vakter og hendelser"
FREE_DAYS = "Fridager"
LETTER_HINT = "Bokstavene er ordningens egne. En vakt står hel på dagen den begynner, også når den går over midnatt."


def breaks_paid(paid: int, unpaid: int, known: bool) -> str:
    """Whether breaks are paid, and why (§ 10-9)."""
    if not known:
        return "Pauser er ikke oppgitt: hele vakta er betalt."
    said = []
    if paid:
        said.append(
            f"{hours_clock(paid)} pause er betalt: den er arbeidstid, for assistenten må bli på stedet (aml § 10-9)"
        )
    if unpaid:
        said.append(f"{hours_clock(unpaid)} pause er ikke betalt: assistenten er fri til å gå (aml § 10-9)")
    return "; ".join(said) + "." if said else "Ingen pause."


# -- the group ------------------------------------------------------------------------------------------

GROUP_HINT = (
    "En linje per assistent. Lørdag, søndag og røde dager har grå bunn, og ei tykk linje skiller ukene. "
    "F1 er ukefri, F2 er annen fridag. En tom rute er en dag uten vakt."
)
LINE_HEADINGS = ("Nr", "Navn", "Stilling")
COVER_HEADINGS = ("Kode", "Vakt", "")
TOTALS_TITLE = "Sum per linje"
TOTALS_HEADINGS = (
    "Nr",
    "Navn",
    "Stilling",
    "Sum timer",
    "Snitt t/uke",
    "Avtalt t/uke",
    "Ferie, ikke ansatt t",
    "Differanse t",
    "I ord",
    "Helger",
    "Helg 1/x",
    "Netter",
    "Kvelder",
    "Søndag, rød dag",
)
SUM = "Sum t"
SUM_OF_COVER = "Sum"
ALL = "Sum alle"
RED = "rød"
OPEN_HEADINGS = ("Når", "Vakt", "Mangler", "Timer")


def open_summary(number: int, minutes: int) -> str:
    if not number:
        return "Alle vakter er dekket. Ingen timer står åpne."
    return f"{counted(number, 'vakt mangler', 'vakter mangler')} folk, i alt {hours_said(minutes)}."


def vacant(aliases: Sequence[str]) -> str:
    return f"Ingen vakter i denne planen: {listed(aliases)}." if aliases else "Ingen linjer er ledige."


def weeks_title(titles: Sequence[str]) -> str:
    return titles[0] if len(titles) == 1 else f"{titles[0]} til {titles[-1].lower()}"


# -- per assistant --------------------------------------------------------------------------------------

REST_TITLE = "Hvile, lengder og rekker"
REST_HEADINGS = (
    "Navn",
    "Korteste døgnhvile t",
    "Korteste ukehvile t",
    "Lengste vakt t",
    "Lengste uke t",
    "Lengste rekke dager",
    "Netter på rad",
    "Søndager og røde dager arbeidet",
    "Delte helger",
    "Enslige arbeidsdager",
    "Enslige fridager",
    "Raske vaktskifter (under 14 t)",
)
HOURS_TITLE = "Alminnelig arbeidstid etter § 10-4"
HOURS_HEADINGS = (
    "Navn",
    "Arbeidet er som",
    "Røde timer t",
    "Nattetimer t",
    "Kortere med, t:min per uke",
    "Regnestykket i § 10-4 (6)",
    "Grense t:min",
    "Snitt i planen t:min",
)
HOURS_HINT = (
    "Etter § 10-4 (6) gir hver rød time utenom natta 10 minutter kortere uke og hver nattetime 15 minutter, delt på "
    "ukene i planen. Uka blir aldri under 36 og aldri over 38 timer. De andre radene følger § 10-4 (1), (4) eller (5)."
)
SORTS: Mapping[Hours, str] = {
    Hours.PLAIN: "dagarbeid, § 10-4 (1): 40 timer",
    Hours.SUNDAYS_OR_NIGHTS: "minst hver tredje søndag eller mest natt, § 10-4 (4): 38 timer",
    Hours.THREE_PARTS: "tredelt turnus, § 10-4 (6): 36 til 38 timer",
    Hours.ROUND: "som helkontinuerlig turnus, § 10-4 (5): 36 timer",
}
NOT_THREE_PARTS = "gjelder ikke"


def arithmetic(off: int, limit: int) -> str:
    """«40:00 − 1:47 = 38:13, høyst 38:00»."""
    exact = 40 * 60 - off
    said = f"40:00 − {hours_clock(off)} = {hours_clock(exact)}"
    return said if exact == limit else f"{said}, {'høyst' if exact > limit else 'minst'} {hours_clock(limit)}"


# -- what departs from the rules ------------------------------------------------------------------------

DEVIATION_HEADINGS = ("Dom", "Hvem", "Når", "Hva", "Paragraf", "Bygger på", "Kompenserende hvile")
DEVIATIONS_HINT = (
    "Det som ikke er i orden, står først. Rader med «I orden» bygger på en avtale, og må kontrolleres på nytt hvis "
    "avtalen faller bort."
)
NO_DEVIATIONS = "Ingen avvik, og ingenting i planen trenger en avtale."
NOT_OWED = "ikke aktuelt"
GIVEN = "gis: se regelen Kompenserende hvile"
NOT_GIVEN = "gis ikke fullt ut"
RULE_HEADINGS = ("Regel", "Paragraf", "Dom", "Antall", "Tettest på grensa", "Målt", "Grense")
NOT_JUDGED = "ikke aktuell"
RULES_HINT = (
    "Hver regel programmet kontrollerer, med den strengeste dommen den fikk. «Tettest på grensa» er hvem det gjelder. "
    "Alle kontrollpunkter med tid og sted står i arket Kontroll i arbeidsboka."
)
ASSUMED = "Forutsetninger dommene bygger på"
EVERYBODY = "alle"


def counts(findings: Sequence[Finding]) -> str:
    """«1 krever avtale, 3 i orden»."""
    said = ((verdict, sum(one.verdict is verdict for one in findings)) for verdict in WORST_FIRST)
    return ", ".join(f"{number} {VERDICTS[verdict].lower()}" for verdict, number in said if number)


# -- more work ------------------------------------------------------------------------------------------

EXTRA_HEADINGS = (
    "Navn",
    "Stilling",
    "Ønsker inntil",
    "Timer mer enn avtalt",
    "I perioden",
    "Uker kjent",
    "Snitt t/uke",
    "Avtalt t/uke",
    "Dom etter § 14-4 a",
    "Dom etter § 14-3",
)
EXTRA_HINT = (
    "Merarbeid de siste 12 månedene fram til planen er slutt, så langt timene er kjent: planen og det som er ført "
    "før den. Deltidsansatte har fortrinnsrett til utvidet stilling (aml § 14-3), og krav på stilling som faktisk "
    "arbeidstid (aml § 14-4 a)."
)
NO_WISH = "ikke meldt"
FULL_POSITION = "ikke deltid i fast stilling"

# -- vedtak ---------------------------------------------------------------------------------------------

SHARE_HEADINGS = ("For", "Planen kan bruke t", "Planlagt t", "Igjen t", "I ord", "Åpne vakter t")
NO_DATES = "Grunnturnusen har ingen datoer, så timene kan ikke føres på måneder. Rull den ut for å få det."

# -- changes --------------------------------------------------------------------------------------------

FINDINGS_CHANGED = "Kontrollpunkter som er nye eller borte"
OF_THE_ROLLOUT = "Endringer fra grunnturnusen på datoer"


def told(one: Standing) -> Iterator[str]:
    """Each drøfting so far, without who was there and what they wrote."""
    for said in one.discussions:
        words = discussion_words(Discussion(said.on, said.agreed, said.with_reps))
        yield f"{words[:1].upper()}{words[1:]}"


def position(one: Assistant) -> str:
    return f"{percent(one.percent)}, {one.position.value}"


# -- what came of it ------------------------------------------------------------------------------------


def packed(version: str, fingerprint: str, head: str) -> Iterator[str]:
    """What was made, and what it is known by."""
    yield f"Pakka til drøfting og godkjenning av versjon {version} er laget, som arbeidsbok og PDF."
    yield f"Fingeravtrykk: {in_fours(fingerprint)}"
    yield f"Loggens fingeravtrykk: {in_fours(head)}"
